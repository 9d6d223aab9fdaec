package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ELECTRICIAN;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.voucher;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.KeyRule;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards D1, D4 and D5: what an open request holds, how it ends, and who else must sign. */
class OpenRequestsTest {

    private static final SourceDocument PAPER = new SourceDocument("notice", "N-1");
    private static final Instant EXPIRY = AT.plus(Duration.ofDays(7));

    private static Village village(DisbursementPolicy policy) {
        Village village = new Village(Ratio.of(8, 100), List.of(), policy);
        village.post(SampleBook.opening("opening", 100_000));
        return village;
    }

    private static Village village() {
        return village(Village.USUAL_PAYMENTS);
    }

    private static Village limited(ApprovalLimit limit) {
        return village(Village.USUAL_PAYMENTS.withLimits(List.of(limit)));
    }

    /** The electrician is close to somebody. */
    private static Village related(PersonId person) {
        return village(
                Village.USUAL_PAYMENTS.withRelations(
                        List.of(new DisbursementPolicy.Relation(person, ELECTRICIAN))));
    }

    private static Status status(Village village, String id) {
        return village.payments.find(Village.ID, id).orElseThrow().status();
    }

    @Test
    void holdsCashForEveryOpenRequestAndNotOneFenMoreThanThereIs() {
        Village village = village();
        accept(village.disbursements.request(village.lights("first", 60_000)));

        assertRefused(
                village.disbursements.request(village.lights("above", 40_001)),
                DisbursementRule.CASH_AVAILABLE);
        accept(village.disbursements.request(village.lights("below", 39_999)));
        accept(village.disbursements.request(village.lights("at", 1)));
        assertRefused(
                village.disbursements.request(village.draw("draw", 1)),
                DisbursementRule.CASH_AVAILABLE);
    }

    @Test
    void holdsTheLineForEveryOpenRequest() {
        Village village = village();
        village.post(SampleBook.opening("more", 2_000_000));
        accept(village.disbursements.request(village.lights("first", 900_000)));

        assertRefused(
                village.disbursements.request(village.lights("above", 100_001)),
                DisbursementRule.LINE_AVAILABLE);
        accept(village.disbursements.request(village.lights("at", 100_000)));
    }

    @Test
    void setsFreeWhatARequestHeldTheMomentItExpires() {
        Village village = village();
        accept(village.disbursements.request(village.lights("first", 100_000)));
        PaymentRequest second = village.lights("second", 1);

        assertRefused(
                village.disbursements.request(village.at(second, EXPIRY.minusNanos(1))),
                DisbursementRule.CASH_AVAILABLE);
        accept(village.disbursements.request(village.at(second, EXPIRY)));
    }

    @Test
    void setsFreeWhatWasWithdrawnByWhoAskedAndByNobodyElse() {
        Village village = village();
        accept(village.disbursements.request(village.lights("first", 100_000)));

        assertRefused(
                village.disbursements.withdraw("first", TestKeys.CHAIR, PAPER, AT),
                DisbursementRule.WITHDRAWN_BY_ASKER);
        accept(village.disbursements.withdraw("first", TestKeys.STEWARD, PAPER, AT));

        accept(village.disbursements.request(village.lights("second", 100_000)));
        assertRefused(village.pay("first"), DisbursementRule.NOT_ENDED);
    }

    @Test
    void keepsWhatIsWithTheBankHeldHoweverLongAndPaysItAfterItsExpiry() {
        Village village = village();
        village.authorise(village.lights("first", 100_000));
        accept(village.disbursements.send("first", PAPER, AT.plusSeconds(1)));
        Instant late = EXPIRY.plus(Duration.ofDays(30));

        assertRefused(
                village.disbursements.request(village.at(village.lights("second", 1), late)),
                DisbursementRule.CASH_AVAILABLE);
        assertRefused(
                village.disbursements.withdraw("first", TestKeys.STEWARD, PAPER, late),
                DisbursementRule.WITHDRAWN_BY_ASKER);
        assertRefused(village.payAt("first", AT, DAY), DisbursementRule.SENT_BEFORE_PAID);
        Outcome<Acknowledgement> paid = village.payAt("first", late, DAY.plusDays(37));

        accept(paid);
        assertThat(status(village, "first")).isEqualTo(Status.PAID);
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void endsWhatTheBankSaysItDidNotPayAndNeverPaysIt() {
        Village village = village();
        village.authorise(village.lights("first", 100_000));

        assertRefused(
                village.disbursements.fail("first", PAPER, AT.plusSeconds(2)),
                DisbursementRule.AT_BANK);
        accept(village.disbursements.send("first", PAPER, AT.plusSeconds(1)));
        assertRefused(
                village.disbursements.send("first", PAPER, AT.plusSeconds(2)),
                DisbursementRule.READY_TO_SEND);
        accept(village.disbursements.fail("first", PAPER, AT.plusSeconds(2)));

        assertRefused(village.pay("first"), DisbursementRule.NOT_ENDED);
        accept(village.authoriseAndPay(village.lights("anew", 100_000)));
    }

    @Test
    void doesNotSendWithoutBothKeysNorAfterTheExpiry() {
        Village village = village();
        accept(village.disbursements.request(village.lights("one", 1)));
        village.authorise(village.lights("two", 1));

        assertRefused(village.disbursements.send("one", PAPER, AT), DisbursementRule.READY_TO_SEND);
        assertRefused(
                village.disbursements.send("two", PAPER, EXPIRY),
                KeyRule.NOT_EXPIRED,
                KeyRule.NOT_EXPIRED);
        accept(village.disbursements.send("two", PAPER, EXPIRY.minusMillis(1)));
    }

    @Test
    void needsAThirdPersonAboveTheLimitOfAnOrderOnly() {
        Village village = limited(new ApprovalLimit(ApprovalLimit.Scope.ORDER, 10_000, 1));

        accept(village.authoriseAndPay(village.lights("below", 9_999)));
        accept(village.authoriseAndPay(village.lights("at", 10_000)));
        assertRefused(
                village.authoriseAndPay(village.lights("above", 10_001)),
                DisbursementRule.THIRD_PERSON_SIGNED);
    }

    @Test
    void addsUpWhatWasSplitOverOnePayeeWithinTheWindow() {
        Village village = limited(new ApprovalLimit(ApprovalLimit.Scope.PAYEE, 10_000, 30));
        accept(village.authoriseAndPay(village.lights("first", 6_000)));
        accept(village.authoriseAndPay(village.lights("second", 4_000)));

        assertRefused(
                village.authoriseAndPay(village.lights("third", 1)),
                DisbursementRule.THIRD_PERSON_SIGNED);
    }

    @Test
    void looksAtBothPartsOfASplitWhicheverIsPaidFirst() {
        Village village = limited(new ApprovalLimit(ApprovalLimit.Scope.LINE, 10_000, 30));
        village.authorise(village.lights("first", 6_000));
        village.authorise(village.lights("second", 4_001));

        assertRefused(village.pay("first"), DisbursementRule.THIRD_PERSON_SIGNED);
        assertRefused(village.pay("second"), DisbursementRule.THIRD_PERSON_SIGNED);
        accept(village.disbursements.withdraw("second", TestKeys.STEWARD, PAPER, AT));
        accept(village.pay("first"));
    }

    @Test
    void countsWithinTheWindowByWhenTheBookRecordedAndNotByWhenSomebodySaysToHaveAsked() {
        Village village = limited(new ApprovalLimit(ApprovalLimit.Scope.PAYEE, 10_000, 30));
        accept(village.authoriseAndPay(village.lights("first", 10_000)));
        Instant edge = AT.plusSeconds(1).plus(Duration.ofDays(30));

        for (Duration asked : List.of(Duration.ofDays(6), Duration.ofSeconds(1))) {
            String id = "within-" + asked.toDays();
            authorise(village, village.at(village.lights(id, 1), edge.minus(asked)), edge);
            assertRefused(
                    village.payAt(id, edge.minusMillis(1), DAY.plusDays(30)),
                    DisbursementRule.THIRD_PERSON_SIGNED);
            accept(village.disbursements.withdraw(id, TestKeys.STEWARD, PAPER, edge));
        }
        authorise(
                village, village.at(village.lights("at", 1), edge.minus(Duration.ofDays(6))), edge);
        accept(village.payAt("at", edge, DAY.plusDays(30)));
    }

    /** Asks and signs twice a moment before another. */
    private static void authorise(Village village, PaymentRequest request, Instant before) {
        accept(village.disbursements.request(request));
        for (var key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(
                    village.disbursements.approve(
                            request.order().id(),
                            TestKeys.approval(key.id(), request.order(), before.minusMillis(1))));
        }
    }

    @Test
    void datingTheRequestOrThePaymentBackLeavesNoWindow() {
        Village village = limited(new ApprovalLimit(ApprovalLimit.Scope.PAYEE, 10_000, 30));
        Instant later = AT.plus(Duration.ofDays(60));
        authorise(village, village.at(village.lights("first", 10_000), later), later.plusMillis(2));
        accept(village.payAt("first", later.plusSeconds(1), DAY.plusDays(60)));
        authorise(village, village.lights("second", 1), AT.plusMillis(2));

        assertRefused(
                village.payAt("second", AT.plusSeconds(1), DAY),
                DisbursementRule.THIRD_PERSON_SIGNED);
        assertRefused(
                village.disbursements.send("second", PAPER, AT.plusSeconds(1)),
                KeyRule.NOT_EXPIRED,
                KeyRule.NOT_EXPIRED);
    }

    @Test
    void whatWentToTheBankIsRecordedWhateverIsPaidAfterIt() {
        Village village = limited(new ApprovalLimit(ApprovalLimit.Scope.PAYEE, 10_000, 30));
        village.authorise(village.lights("first", 10_000));
        accept(village.disbursements.send("first", PAPER, AT.plusSeconds(1)));
        village.authorise(village.lights("second", 1));

        assertRefused(village.pay("second"), DisbursementRule.THIRD_PERSON_SIGNED);
        accept(village.payAt("first", AT.plusSeconds(2), DAY));
    }

    @Test
    void takesNoThirdSignatureOfOneOfTheTwo() {
        Village village = limited(new ApprovalLimit(ApprovalLimit.Scope.ORDER, 0, 1));
        PaymentRequest request = village.lights("first", 1);
        village.authorise(request);

        assertRefused(
                village.disbursements.approve(
                        "first",
                        TestKeys.approval(
                                TestKeys.OWNERS_KEY.id(), request.order(), AT.plusSeconds(1))),
                KeyRule.THIRD_PERSON);
        assertThat(TestKeys.OWNERS_KEY.side()).isEqualTo(KeySide.OWNER_BODY);
    }

    @Test
    void dealsWithARelatedPartyOnlyWithConsentAndEvidenceOfThePriceByTrustLaw28() {
        Village village = related(Village.FIRM);
        Voucher invoice = voucher("P1", Voucher.Kind.INVOICE, 100);
        Voucher consent = voucher("P2", Voucher.Kind.CONSENT, 0);
        Voucher price = voucher("P3", Voucher.Kind.PRICE_EVIDENCE, 90);

        assertRefused(
                village.disbursements.request(related(village, List.of(invoice, consent))),
                DisbursementRule.RELATED_PARTY_SHOWN);
        assertRefused(
                village.disbursements.request(related(village, List.of(invoice, price))),
                DisbursementRule.RELATED_PARTY_SHOWN);
        accept(village.authoriseAndPay(related(village, List.of(invoice, consent, price))));
    }

    private static PaymentRequest related(Village village, List<Voucher> vouchers) {
        return village.request(
                "E1", OutflowKind.PAYMENT, ELECTRICIAN, 100, LIGHTS.code(), vouchers);
    }

    @Test
    void takesNoKeyOfAPersonCloseToThePayee() {
        Village village = related(TestKeys.CHAIR);
        PaymentRequest request = village.lights("first", 1);
        accept(village.disbursements.request(request));
        village.approve(request.order(), TestKeys.FIRM_KEY);

        assertRefused(
                village.disbursements.approve(
                        "first", TestKeys.approval(TestKeys.OWNERS_KEY.id(), request.order(), AT)),
                DisbursementRule.KEYS_NOT_CLOSE_TO_PAYEE);
    }

    @Test
    void hasNoPettyCashThatOneKeyOpens() {
        Village village = village();
        PaymentRequest request = village.lights("first", 1);
        accept(village.disbursements.request(request));
        village.approve(request.order(), TestKeys.FIRM_KEY);

        assertRefused(village.pay("first"), KeyRule.TWO_APPROVALS);
    }

    @Test
    void refusesAnotherCurrencyInOrderOrVoucher() {
        Village village = village();
        Money yen = Money.ofMinor(100, Currency.getInstance("JPY"));
        Voucher foreign =
                new Voucher(
                        "P1",
                        Voucher.Kind.INVOICE,
                        DAY,
                        yen,
                        voucher("P1", Voucher.Kind.INVOICE, 100).sha256());

        assertRefused(
                village.disbursements.request(related(village, List.of(foreign))),
                DisbursementRule.CURRENCY_OF_BOOK);
    }
}
