package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeyRule;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Guards D1, D3 and D4: what a step of a payment does when it comes again, late or beside others.
 */
class DisbursementStepsTest {

    private static final SourceDocument PAPER = new SourceDocument("notice", "ZL-1");

    private static final Credential AUDITORS_KEY =
            TestKeys.credential("K-AUD-1", PersonId.of("auditor"), KeySide.OWNER_BODY);

    private final Village village =
            new Village(
                    Ratio.of(8, 100),
                    List.of(),
                    Village.USUAL_PAYMENTS.withLimits(
                            List.of(new ApprovalLimit(ApprovalLimit.Scope.ORDER, 100, 1))),
                    new KeyRegister(List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY, AUDITORS_KEY)));

    @BeforeEach
    void hasCash() {
        village.post(SampleBook.opening("opening", 100_000));
    }

    private Disbursement find(String id) {
        return village.payments.find(Village.ID, id).orElseThrow();
    }

    private static Approval third(PaymentRequest request) {
        return TestKeys.approval(AUDITORS_KEY.id(), request.order(), AT);
    }

    @Test
    void aboveALimitItIsPaidOnceAThirdPersonHasSigned() {
        PaymentRequest request = village.lights("E1", 101);
        village.authorise(request);
        assertRefused(village.pay("E1"), DisbursementRule.THIRD_PERSON_SIGNED);

        Disbursement signed = accept(village.disbursements.approve("E1", third(request)));

        assertThat(signed.approvals()).hasSize(3).last().isEqualTo(third(request));
        assertThat(signed.status()).isEqualTo(Status.AUTHORISED);
        assertThat(accept(village.disbursements.approve("E1", third(request)))).isEqualTo(signed);
        accept(village.pay("E1"));
        assertThat(find("E1").status()).isEqualTo(Status.PAID);
    }

    @Test
    void upToTheLimitNobodyElseSigns() {
        PaymentRequest request = village.lights("E1", 100);
        village.authorise(request);

        assertRefused(
                village.disbursements.approve("E1", third(request)),
                DisbursementRule.OPEN_FOR_APPROVAL);
    }

    @Test
    void aThirdSignatureOfAnotherOrderIsNone() {
        village.authorise(village.lights("E1", 101));

        assertRefused(
                village.disbursements.approve("E1", third(village.lights("E2", 101))),
                KeyRule.SIGNATURE_VALID);
    }

    @Test
    void whatWasSentIsSentAgainOnlyAsItWas() {
        village.authorise(village.lights("E1", 50));
        Instant at = AT.plusSeconds(1);
        Disbursement sent = accept(village.disbursements.send("E1", PAPER, at));

        assertThat(accept(village.disbursements.send("E1", PAPER, at))).isEqualTo(sent);
        assertThat(accept(village.disbursements.send("E1", PAPER, AT))).isEqualTo(sent);
        assertRefused(
                village.disbursements.send("E1", PAPER, at.plusNanos(1)),
                DisbursementRule.READY_TO_SEND);
        assertRefused(
                village.disbursements.send("E1", new SourceDocument("notice", "ZL-2"), at),
                DisbursementRule.READY_TO_SEND);
        accept(village.disbursements.fail("E1", PAPER, at.plusSeconds(1)));
        assertThat(accept(village.disbursements.send("E1", PAPER, at)).status())
                .as("it was sent, and has failed since")
                .isEqualTo(Status.FAILED);
    }

    /** The entry is there, and the process that posted it died before it marked the payment. */
    @Test
    void whatTheBookHasPaidIsNeitherSentNorTakenBack() {
        village.authorise(village.lights("E1", 50));
        village.force(
                SampleBook.draft("pay/E1", EntryKind.PAYMENT, DAY)
                        .postings(
                                Posting.debit(Village.LIGHTS.expenseAccount(), Money.ofFen(50)),
                                Posting.credit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(50))));

        assertRefused(village.disbursements.send("E1", PAPER, AT), DisbursementRule.READY_TO_SEND);
        assertRefused(
                village.disbursements.withdraw("E1", TestKeys.STEWARD, PAPER, AT),
                DisbursementRule.NOT_ENDED);
        accept(village.pay("E1"));
        assertThat(find("E1").status()).isEqualTo(Status.PAID);
    }

    @Test
    void isMarkedAsPaidThoughOthersComeBetween() {
        Beside store = new Beside(village.payments, 0, 3);
        village.authorise(village.lights("E1", 50));

        accept(pay(store, "E1"));

        assertThat(store.advanced).hasValue(4);
        assertThat(find("E1").status()).isEqualTo(Status.PAID);
        accept(pay(store, "E1"));
        assertThat(store.advanced).hasValue(4);
    }

    @Test
    void aRequestThatOthersKeepComingBeforeIsGivenUpAfterAHundredTries() {
        Beside store = new Beside(village.payments, Integer.MAX_VALUE, 0);

        assertRefused(
                new Disbursements(village.trusteeship, List.of(), store)
                        .request(village.lights("E1", 50)),
                DisbursementRule.UNCHANGED_SINCE_READ);

        assertThat(store.inserted).hasValue(100);
    }

    private Outcome<?> pay(DisbursementStore store, String id) {
        return new Disbursements(village.trusteeship, List.of(), store)
                .pay(id, SourceDocument.bankLine("BK-" + id), AT, DAY, SampleBook.salt(id));
    }

    /** Asked for on the last day of a year, and paid in one whose budget nobody has opened. */
    @Test
    void aYearWithoutABudgetPaysNothingThatWasAskedForBefore() {
        LocalDate last = LocalDate.of(2025, 12, 31);
        PaymentRequest request = village.at(village.lights("E1", 50), Village.noon(last));
        accept(village.disbursements.request(request));
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(
                    village.disbursements.approve(
                            "E1",
                            TestKeys.approval(key.id(), request.order(), Village.noon(last))));
        }
        LocalDate next = last.plusDays(1);

        assertRefused(village.payAt("E1", Village.noon(next), next), TrusteeshipRule.YEAR_OPEN);
        accept(village.payAt("E1", Village.noon(last), last));
    }

    /** Somebody else always comes first, so many times. */
    private static final class Beside implements DisbursementStore {

        private final DisbursementStore store;
        private final int insertsBefore;
        private final int advancesBefore;
        private final AtomicInteger inserted = new AtomicInteger();
        private final AtomicInteger advanced = new AtomicInteger();

        Beside(DisbursementStore store, int insertsBefore, int advancesBefore) {
            this.store = store;
            this.insertsBefore = insertsBefore;
            this.advancesBefore = advancesBefore;
        }

        @Override
        public boolean insert(Disbursement disbursement) {
            return store.insert(disbursement);
        }

        @Override
        public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
            return inserted.incrementAndGet() > insertsBefore
                    && store.insertBeside(disbursement, open);
        }

        @Override
        public List<Disbursement> open(CommunityId community, Instant at) {
            return store.open(community, at);
        }

        @Override
        public boolean advance(Disbursement expected, Disbursement next) {
            return advanced.incrementAndGet() > advancesBefore && store.advance(expected, next);
        }

        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return store.find(community, id);
        }

        @Override
        public List<Disbursement> list(CommunityId community, int offset, int limit) {
            return store.list(community, offset, limit);
        }
    }
}
