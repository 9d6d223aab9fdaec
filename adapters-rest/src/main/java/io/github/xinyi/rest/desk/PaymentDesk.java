package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.rest.answer.DisbursementState;
import io.github.xinyi.rest.disclosure.RequestRule;
import io.github.xinyi.rest.request.ApprovalGiven;
import io.github.xinyi.rest.request.PaymentAsked;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Asks for payments and gives keys to them. Thread-safe.
 *
 * <p>A command that was carried out before, under whatever key, finds itself done: a request by its
 * number, an approval by its signature.
 *
 * @since 0.1.0
 */
public final class PaymentDesk {

    /** Of Ed25519. */
    private static final int SIGNATURE_BYTES = 64;

    private final DeskDirectory desks;

    /**
     * The payments of these communities.
     *
     * @param desks what the host offers
     */
    public PaymentDesk(DeskDirectory desks) {
        this.desks = desks;
    }

    /**
     * Under which trust a community's money is paid.
     *
     * @param community its id
     * @return empty if nothing is paid for it here
     */
    public Optional<Trusteeship> trust(CommunityId community) {
        return desks.find(community).flatMap(CommunityDesk::payments).map(PaymentOffice::trust);
    }

    /**
     * Asks for a payment in the caller's name.
     *
     * @param command who asks, where and when
     * @param asked what for
     * @return the disbursement with the digest that both keys sign
     */
    public CommandReply<DisbursementState> request(Command command, PaymentAsked asked) {
        return desks.find(command.community())
                .flatMap(CommunityDesk::payments)
                .map(office -> request(office, command, asked))
                .orElseGet(() -> CommandReply.declined(Decline.MISSING));
    }

    private static CommandReply<DisbursementState> request(
            PaymentOffice office, Command command, PaymentAsked asked) {
        Fields fields = new Fields();
        Instant requestedAt =
                office.store()
                        .find(command.community(), asked.id())
                        .map(before -> before.request().requestedAt())
                        .orElse(command.at());
        Optional<PaymentRequest> request = read(fields, office, command, asked, requestedAt);
        return request.map(made -> office.payments().request(made))
                .map(outcome -> reply(outcome, CommandReply.Effect.CREATED))
                .orElseGet(fields::refused);
    }

    private static Optional<PaymentRequest> read(
            Fields fields,
            PaymentOffice office,
            Command command,
            PaymentAsked asked,
            Instant requestedAt) {
        fields.check("id", asked.id(), OutflowOrder.isId(asked.id()));
        Optional<OutflowKind> kind = fields.constant("kind", asked.kind(), OutflowKind.class);
        Optional<PersonId> payee = fields.read("payee", asked.payee(), PersonId::of);
        fields.check("payeeName", asked.payeeName(), OutflowOrder.isPayeeName(asked.payeeName()));
        fields.check("purpose", asked.purpose(), OutflowOrder.isPurpose(asked.purpose()));
        fields.check(
                "charge", asked.charge(), asked.charge().length() <= OutflowOrder.MAX_BUDGET_LINE);
        fields.check(
                "report", asked.report(), asked.report().length() <= PaymentRequest.MAX_REPORT);
        fields.check("currency", asked.currency(), asked.currency().matches("(CNY)?"));
        fields.check(
                "vouchers",
                Integer.toString(asked.vouchers().size()),
                asked.vouchers().size() <= PaymentAsked.MAX_VOUCHERS);
        fields.check("amountMinor", Long.toString(asked.amountMinor()), asked.amountMinor() > 0);
        Optional<List<Voucher>> vouchers =
                fields.each(asked.vouchers(), paper -> voucher(fields, paper));
        return fields.whole(
                "id",
                () -> {
                    List<Voucher> papers = vouchers.orElseThrow();
                    OutflowOrder order =
                            new OutflowOrder(
                                    command.community(),
                                    asked.id(),
                                    kind.orElseThrow(),
                                    payee.orElseThrow(),
                                    Money.ofFen(asked.amountMinor()),
                                    asked.purpose(),
                                    asked.charge(),
                                    papers.stream().map(Voucher::digest).toList(),
                                    command.person(),
                                    office.trust().agreement().contract().terms().id(),
                                    office.payments().expiry(requestedAt),
                                    asked.payeeName());
                    return new PaymentRequest(
                            order, asked.payeeName(), asked.report(), papers, requestedAt);
                });
    }

    private static Optional<Voucher> voucher(Fields fields, PaymentAsked.Paper paper) {
        Optional<Voucher.Kind> kind =
                fields.constant("vouchers.kind", paper.kind(), Voucher.Kind.class);
        Optional<LocalDate> date = fields.date("vouchers.date", paper.date());
        Optional<Hash> sha256 = fields.read("vouchers.sha256", paper.sha256(), Hash::fromHex);
        fields.check(
                "vouchers.amountMinor",
                Long.toString(paper.amountMinor()),
                paper.amountMinor() >= 0);
        return fields.whole(
                "vouchers.number",
                () ->
                        new Voucher(
                                paper.number(),
                                kind.orElseThrow(),
                                date.orElseThrow(),
                                Money.ofFen(paper.amountMinor()),
                                sha256.orElseThrow()));
    }

    /**
     * Gives the caller's key to a payment.
     *
     * @param command who approves, where and when
     * @param id the payment's number
     * @param given the key, the signature and what proves the caller once more
     * @return the disbursement with the key; refused if the key is another person's, or the second
     *     factor does not prove him
     */
    public CommandReply<DisbursementState> approve(
            Command command, String id, ApprovalGiven given) {
        Optional<PaymentOffice> office =
                desks.find(command.community()).flatMap(CommunityDesk::payments);
        Optional<Disbursement> there =
                office.flatMap(found -> found.store().find(command.community(), id));
        return there.isEmpty()
                ? CommandReply.declined(Decline.MISSING)
                : approve(office.orElseThrow(), there.get(), command, given);
    }

    private static CommandReply<DisbursementState> approve(
            PaymentOffice office, Disbursement there, Command command, ApprovalGiven given) {
        Fields fields = new Fields();
        Optional<CredentialId> named =
                fields.read("credential", given.credential(), CredentialId::new);
        Optional<byte[]> signature =
                fields.read("signature", given.signature(), PaymentDesk::signature);
        if (given.secondFactor().isEmpty() || given.secondFactor().length() > 256) {
            fields.refuse("secondFactor", "");
        }
        Optional<Approval> approval =
                fields.whole(
                        "signature",
                        () ->
                                approval(
                                        there,
                                        named.orElseThrow(),
                                        signature.orElseThrow(),
                                        command));
        return approval.map(made -> approve(office, there, command, made, given.secondFactor()))
                .orElseGet(fields::refused);
    }

    private static byte[] signature(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != SIGNATURE_BYTES) {
            throw new IllegalArgumentException("a signature of " + bytes.length + " bytes");
        }
        return bytes;
    }

    /** The moment is that of the first time, if the same signature was handed in before. */
    private static Approval approval(
            Disbursement there, CredentialId credential, byte[] signature, Command command) {
        Instant signedAt =
                there.approvals().stream()
                        .filter(before -> before.credential().equals(credential))
                        .filter(before -> Arrays.equals(before.signature(), signature))
                        .map(Approval::signedAt)
                        .findFirst()
                        .orElse(command.at());
        return Approval.of(credential, signature, signedAt);
    }

    private static CommandReply<DisbursementState> approve(
            PaymentOffice office,
            Disbursement there,
            Command command,
            Approval approval,
            String code) {
        boolean isOwn =
                office.trust()
                        .keys()
                        .register()
                        .find(approval.credential())
                        .map(Credential::holder)
                        .filter(command.person()::equals)
                        .isPresent();
        Hash order = there.request().order().digest();
        boolean isProved =
                office.secondFactor().judge(command.person(), order, code, command.at())
                        == SecondFactor.Proof.GIVEN;
        Ruling holder =
                Ruling.of(
                        RuleCheck.of(
                                RequestRule.OWN_KEY, isOwn, "credential", approval.credential()),
                        RuleCheck.of(RequestRule.SECOND_FACTOR, isProved, "id", there.id()));
        return holder.notMet().isEmpty()
                ? reply(
                        office.payments().approve(there.id(), approval),
                        CommandReply.Effect.CHANGED)
                : CommandReply.declined(Decline.REFUSED, holder);
    }

    private static CommandReply<DisbursementState> reply(
            Outcome<Disbursement> outcome, CommandReply.Effect effect) {
        return outcome.fold(
                made ->
                        effect == CommandReply.Effect.CREATED
                                ? CommandReply.created(made.id(), state(made))
                                : CommandReply.changed(made.id(), state(made)),
                ruling -> CommandReply.declined(Decline.REFUSED, ruling));
    }

    private static DisbursementState state(Disbursement disbursement) {
        OutflowOrder order = disbursement.request().order();
        return new DisbursementState(
                disbursement.id(),
                disbursement.status().name(),
                order.digest().toHex(),
                Leaf.timestamp(disbursement.request().requestedAt()),
                Leaf.timestamp(order.expiresAt()),
                disbursement.approvals().stream()
                        .map(approval -> approval.credential().value())
                        .toList());
    }
}
