package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.TrustTexts;
import io.github.xinyi.trust.keys.KeyRule;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts at payments that must not be possible, made against the sample's real book on one day;
 * each is refused, and the book is as long after them as before.
 */
final class Drill {

    private static final PersonId STEWARD = PersonId.of("S001");
    private static final PersonId ACCOUNTANT = PersonId.of("S002");
    private static final PersonId COMMITTEE_CHAIR = PersonId.of("P0097");
    private static final PersonId PAYEE = PersonId.of("V000");
    private static final String PAYEE_NAME = "演练收款方";

    private final TrustOffice office;
    private final Disbursements disbursements;
    private final Instant start;
    private final List<Refusal> refusals = new ArrayList<>();

    /** What was tried, and the sentence with which it was refused. */
    record Refusal(String attempt, String because) {}

    Drill(TrustOffice office, Instant start) {
        this.office = office;
        this.disbursements = office.disbursements();
        this.start = start;
    }

    List<Refusal> run() {
        long before = office.book().read(book -> book.frontier().size());
        samePersonTwice();
        sameSideTwice();
        alteredAfterApproval();
        overBudget();
        overdraft();
        long after = office.book().read(book -> book.frontier().size());
        if (before != after) {
            throw new IllegalStateException("a refused payment left " + (after - before));
        }
        return List.copyOf(refusals);
    }

    private void samePersonTwice() {
        OutflowOrder order = request("DRILL-1", "SF-02", Money.ofFen(10_000));
        sign(order, STEWARD, 1);
        refused(
                "the same person signs twice",
                disbursements.approve(order.id(), office.signs(STEWARD, order, at(2))),
                KeyRule.TWO_PERSONS);
    }

    private void sameSideTwice() {
        OutflowOrder order = request("DRILL-2", "SF-02", Money.ofFen(10_000));
        sign(order, STEWARD, 1);
        refused(
                "both keys come from the property firm",
                disbursements.approve(order.id(), office.signs(ACCOUNTANT, order, at(2))),
                KeyRule.TWO_SIDES);
    }

    private void alteredAfterApproval() {
        OutflowOrder order = request("DRILL-3", "SF-02", Money.ofFen(10_000));
        sign(order, STEWARD, 1);
        OutflowOrder altered = order("DRILL-3", "SF-02", Money.ofFen(90_000));
        refused(
                "the amount is altered after the first key",
                disbursements.approve(order.id(), office.signs(COMMITTEE_CHAIR, altered, at(2))),
                KeyRule.SIGNATURE_VALID);
    }

    private void overBudget() {
        Money line = office.budget().line("SF-07").orElseThrow().amount();
        refused(
                "one fen above the budget line",
                ask(order("DRILL-4", "SF-07", line.plus(Money.ofFen(1)))),
                DisbursementRule.LINE_AVAILABLE);
    }

    private void overdraft() {
        Money cash = office.book().read(book -> book.balance(ChartOfAccounts.PUBLIC_CASH).net());
        refused(
                "one fen more than public income has in the bank",
                ask(order("DRILL-5", "PI-01", cash.plus(Money.ofFen(1)))),
                DisbursementRule.CASH_AVAILABLE);
    }

    private OutflowOrder request(String id, String line, Money amount) {
        OutflowOrder order = order(id, line, amount);
        Refused.orThrow(ask(order));
        return order;
    }

    private Outcome<Disbursement> ask(OutflowOrder order) {
        return disbursements.request(
                new PaymentRequest(
                        order,
                        PAYEE_NAME,
                        "",
                        List.of(receipt(order.id(), order.amount())),
                        start));
    }

    private OutflowOrder order(String id, String line, Money amount) {
        return new OutflowOrder(
                office.community().id(),
                id,
                OutflowKind.PAYMENT,
                PAYEE,
                amount,
                "演练：本支付必须被拒绝",
                line,
                List.of(receipt(id, amount).digest()),
                STEWARD,
                office.contract().terms().id(),
                disbursements.expiry(start),
                PAYEE_NAME);
    }

    private Voucher receipt(String id, Money amount) {
        byte[] paper = (id + " 演练收据").getBytes(StandardCharsets.UTF_8);
        return new Voucher(
                id + "-R",
                Voucher.Kind.RECEIPT,
                start.atZone(SampleCommunity.ZONE).toLocalDate(),
                amount,
                Hash.of(Digests.sha256(paper)));
    }

    private Instant at(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }

    private void sign(OutflowOrder order, PersonId person, int minute) {
        Refused.orThrow(disbursements.approve(order.id(), office.signs(person, order, at(minute))));
    }

    private void refused(String attempt, Outcome<?> outcome, Rule expected) {
        RuleTexts texts = TrustTexts.in(Language.ZH_CN);
        Finding finding =
                outcome.fold(
                        accepted -> {
                            throw new IllegalStateException("it was possible: " + attempt);
                        },
                        ruling ->
                                ruling.notMet().stream()
                                        .filter(f -> f.rule().equals(expected.code()))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                "refused, but not by "
                                                                        + expected.code())));
        refusals.add(new Refusal(attempt, texts.render(finding)));
    }
}
