package io.github.xinyi.example.xinyijia.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.login.Account;
import io.github.xinyi.example.xinyijia.login.Answers;
import io.github.xinyi.example.xinyijia.login.Gate;
import io.github.xinyi.example.xinyijia.login.Lockout;
import io.github.xinyi.example.xinyijia.login.Needs;
import io.github.xinyi.example.xinyijia.login.Passwords;
import io.github.xinyi.example.xinyijia.login.Permission;
import io.github.xinyi.example.xinyijia.login.Session;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The desk of committee and steward: asks for payments, gives keys, has the bank pay. What the
 * rules refuse changes nothing, and the answer lists every rule. Thread-safe.
 */
@Path("/desk/{community: chunhuili}")
public final class DeskResource {

    /** A voucher of {@link VoucherFiles#MOST_BYTES} in Base64, and the words around it. */
    private static final int MOST_BYTES = 700_000;

    private static final int MOST_SHOWN = 50;
    private static final String OTHER_ORDER = "other-order";

    private final DeskCommunity community;
    private final Lockout lockout = new Lockout();

    /**
     * The desk of a community.
     *
     * @param community the community
     */
    public DeskResource(DeskCommunity community) {
        this.community = community;
    }

    /**
     * Budget lines with what is left of them, and payments, the newest first.
     *
     * @param request the request
     * @return the desk as the holder of the session sees it
     */
    @GET
    @Needs(Permission.READ_DESK)
    public Response desk(@Context ContainerRequestContext request) {
        Session session = Gate.mustBeSession(request);
        PersonId me = session.account().person();
        Instant now = now();
        ObjectNode desk = Answers.object().put("asOf", Leaf.timestamp(now));
        credentialOf(me, now)
                .ifPresent(
                        mine ->
                                desk.put("myCredential", mine.id().value())
                                        .put("mySide", mine.side().name()));
        Function<Permission, Boolean> may = what -> session.may(what, Founding.COMMUNITY);
        desk.put("mayRequest", may.apply(Permission.REQUEST_PAYMENT))
                .put("mayApprove", may.apply(Permission.APPROVE_PAYMENT))
                .put("mayPay", may.apply(Permission.CARRY_OUT_PAYMENT))
                .put("mayCompare", session.may(Operation.COMPARE_BANK));
        ArrayNode lines = desk.putArray("lines");
        int year = LocalDate.ofInstant(now, Meeting.ZONE).getYear();
        community
                .trusteeship()
                .year(year)
                .ifPresent(
                        executed ->
                                community
                                        .trusteeship()
                                        .book()
                                        .read(
                                                book -> {
                                                    for (BudgetLine line :
                                                            executed.budget().content().lines()) {
                                                        lines.addObject()
                                                                .put("code", line.code())
                                                                .put("name", line.name())
                                                                .put(
                                                                        "leftMinor",
                                                                        executed.execution(
                                                                                        book, line,
                                                                                        now)
                                                                                .left()
                                                                                .minor());
                                                    }
                                                    return lines.size();
                                                }));
        ArrayNode payments = desk.putArray("payments");
        List<Disbursement> all =
                community.stores().disbursements().list(Founding.COMMUNITY, 0, MOST_SHOWN);
        all.stream()
                .sorted((a, b) -> b.request().requestedAt().compareTo(a.request().requestedAt()))
                .forEach(payment -> add(payments.addObject(), payment, me, now));
        return Answers.personal(desk).build();
    }

    private void add(ObjectNode json, Disbursement payment, PersonId me, Instant now) {
        OutflowOrder order = payment.request().order();
        json.put("id", payment.id())
                .put("status", payment.status().name())
                .put("expired", !payment.status().isEnd() && !payment.isOpenAt(now))
                .put("purpose", order.purpose())
                .put("payeeName", order.payeeName())
                .put("line", order.budgetLine())
                .put("amountMinor", order.amount().minor())
                .put("requestedAt", Leaf.timestamp(payment.request().requestedAt()))
                .put("expiresAt", Leaf.timestamp(order.expiresAt()))
                .put("digest", order.digest().toHex())
                .put("mine", order.initiator().equals(me));
        ArrayNode approvals = json.putArray("approvals");
        for (Approval approval : payment.approvals()) {
            Optional<Credential> used =
                    community.trusteeship().keys().register().find(approval.credential());
            approvals
                    .addObject()
                    .put("credential", approval.credential().value())
                    .put("side", used.map(c -> c.side().name()).orElse(""))
                    .put("signedAt", Leaf.timestamp(approval.signedAt()))
                    .put("mine", used.filter(c -> c.holder().equals(me)).isPresent());
        }
    }

    /**
     * Asks for a payment.
     *
     * @param request the request
     * @param body id, payee, payeeName, purpose, line, amountMinor and a voucher: number, kind,
     *     date, file in Base64 (PNG, JPEG or PDF, at most 500 kB)
     * @return its number; 422 with every rule in the way
     */
    @POST
    @Path("payments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REQUEST_PAYMENT)
    public Response request(@Context ContainerRequestContext request, InputStream body) {
        Account account = Gate.mustBeSession(request).account();
        JsonNode json = Answers.read(body, MOST_BYTES);
        PaymentRequest asked = paymentRequest(json, account);
        return answer(request, community.disbursements().request(asked));
    }

    private PaymentRequest paymentRequest(JsonNode json, Account account) {
        try {
            Instant now = now();
            Money amount = Money.ofFen(Long.parseLong(Answers.text(json, "amountMinor", 15)));
            JsonNode paper = json.path("voucher");
            byte[] file = Base64.getDecoder().decode(Answers.text(paper, "file", MOST_BYTES));
            Hash hash = community.vouchers().keep(file).orElseThrow(Answers::malformed);
            Voucher voucher =
                    new Voucher(
                            Answers.text(paper, "number", 64),
                            Voucher.Kind.valueOf(Answers.text(paper, "kind", 20)),
                            LocalDate.parse(Answers.text(paper, "date", 10)),
                            amount,
                            hash);
            OutflowOrder order =
                    new OutflowOrder(
                            Founding.COMMUNITY,
                            Answers.text(json, "id", 48),
                            OutflowKind.PAYMENT,
                            PersonId.of(Answers.text(json, "payee", 40)),
                            amount,
                            Answers.text(json, "purpose", 200),
                            Answers.text(json, "line", 16),
                            List.of(voucher.digest()),
                            account.person(),
                            Founding.CONTRACT,
                            community.disbursements().expiry(now),
                            Answers.text(json, "payeeName", 100));
            return new PaymentRequest(order, order.payeeName(), "", List.of(voucher), now);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Answers.malformed();
        }
    }

    /**
     * Gives the own key to a payment: unlocks it with the second password for one signature.
     *
     * @param request the request
     * @param id the payment's number
     * @param body the digest that was shown, and secondPassword
     * @return its number; 409 if the payment is not the one shown, 403 if the password does not
     *     open the key, 429 while the key is locked, 422 with every rule in the way
     */
    @POST
    @Path("payments/{id}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.APPROVE_PAYMENT)
    public Response approve(
            @Context ContainerRequestContext request,
            @PathParam("id") String id,
            InputStream body) {
        PersonId me = Gate.mustBeSession(request).account().person();
        String language = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        JsonNode json = Answers.read(body, MOST_BYTES);
        Instant now = now();
        Optional<OutflowOrder> order =
                community
                        .stores()
                        .disbursements()
                        .find(Founding.COMMUNITY, id)
                        .map(payment -> payment.request().order());
        if (order.isEmpty()) {
            return Answers.problem(404, "not-found", language).build();
        }
        if (!order.get().digest().toHex().equals(Answers.text(json, "digest", 64))) {
            return Answers.problem(409, OTHER_ORDER, language).build();
        }
        Duration locked = lockout.left(me.value(), now);
        if (!locked.isZero()) {
            return Answers.problem(429, "locked", language)
                    .header(HttpHeaders.RETRY_AFTER, locked.toSeconds() + 1)
                    .build();
        }
        char[] password = Answers.text(json, "secondPassword", Passwords.MAX_LENGTH).toCharArray();
        Optional<Credential> credential = credentialOf(me, now);
        Optional<byte[]> signature =
                community.vault().sign(me, password, order.get().digest().toByteArray());
        Arrays.fill(password, '\0');
        if (credential.isEmpty() || signature.isEmpty()) {
            lockout.failed(me.value(), now);
            return Answers.problem(403, "wrong-key-password", language).build();
        }
        lockout.succeeded(me.value());
        Approval approval = Approval.of(credential.get().id(), signature.get(), now);
        return answer(request, community.disbursements().approve(id, approval));
    }

    /**
     * Takes the own request back.
     *
     * @param request the request
     * @param id the payment's number
     * @return its number; 422 with every rule in the way
     */
    @POST
    @Path("payments/{id}/withdrawal")
    @Needs(Permission.REQUEST_PAYMENT)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("id") String id) {
        PersonId me = Gate.mustBeSession(request).account().person();
        SourceDocument letter = new SourceDocument("letter", "desk-" + id);
        return answer(request, community.disbursements().withdraw(id, me, letter, now()));
    }

    /**
     * Has the simulated bank pay what both keys have signed, and publishes the log.
     *
     * @param request the request
     * @param id the payment's number
     * @return its number; 422 with every rule in the way
     */
    @POST
    @Path("payments/{id}/payment")
    @Needs(Permission.CARRY_OUT_PAYMENT)
    public Response pay(@Context ContainerRequestContext request, @PathParam("id") String id) {
        Instant now = now();
        Outcome<Disbursement> paid =
                community
                        .disbursements()
                        .pay(
                                id,
                                SourceDocument.bankLine("SIM-" + id),
                                now,
                                LocalDate.ofInstant(now, Meeting.ZONE),
                                community.paymentSalt(id))
                        .then(
                                entry ->
                                        Outcome.accepted(
                                                community
                                                        .stores()
                                                        .disbursements()
                                                        .find(Founding.COMMUNITY, id)
                                                        .orElseThrow()));
        if (paid.isAccepted()) {
            community.log().publish(now);
        }
        return answer(request, paid);
    }

    private static Response answer(ContainerRequestContext request, Outcome<Disbursement> outcome) {
        return outcome.fold(
                done ->
                        Answers.personal(
                                        Answers.object()
                                                .put("id", done.id())
                                                .put("status", done.status().name()))
                                .build(),
                ruling ->
                        Answers.refused(
                                ruling, request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private Optional<Credential> credentialOf(PersonId person, Instant now) {
        return community.trusteeship().keys().register().credentials().stream()
                .filter(c -> c.holder().equals(person) && c.isValidAt(now))
                .findFirst();
    }

    private Instant now() {
        return community.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
