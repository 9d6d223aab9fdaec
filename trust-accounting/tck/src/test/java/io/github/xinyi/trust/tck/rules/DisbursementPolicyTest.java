package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.ADOPTED;
import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.USUAL_PAYMENTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.contract.ContractRule;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.records.TrustEvents;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import io.github.xinyi.trust.trusteeship.DisbursementPolicyCourse;
import io.github.xinyi.trust.trusteeship.DisbursementPolicyEvent;
import io.github.xinyi.trust.trusteeship.IncomeClause;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What was agreed on payments beside the two keys is what the owners voted on, and nothing else.
 */
class DisbursementPolicyTest {

    private static final DisbursementPolicy STRICT =
            USUAL_PAYMENTS
                    .withLimits(List.of(new ApprovalLimit(ApprovalLimit.Scope.ORDER, 100, 1)))
                    .withRelations(
                            List.of(new DisbursementPolicy.Relation(TestKeys.CHAIR, Village.FIRM)))
                    .withIncomeClauses(
                            List.of(
                                    new IncomeClause(
                                            DAY,
                                            3,
                                            10,
                                            Ratio.of(4, 10),
                                            List.of(
                                                    new IncomeClause.Floor(
                                                            IncomeClause.Reach.MORE_THAN,
                                                            Ratio.of(1, 2))))));

    private static Village village(DisbursementPolicy policy) {
        Village village = new Village(Ratio.of(8, 100), List.of(), policy);
        village.post(SampleBook.opening("opening", 100_000));
        return village;
    }

    private static OwnersDecision on(Matter matter, DisbursementPolicy policy) {
        return OwnersDecision.of(Village.resolution(Village.ID, matter, policy.document()));
    }

    private static Outcome<DisbursementPolicyCourse> amend(
            Village village, DisbursementPolicy policy, Instant at) {
        return village.trusteeship.amendPayments(
                village.command(), policy, on(Matter.MANAGER_APPOINTMENT, policy), at);
    }

    private static Outcome<Trusteeship> opened(Village village, DisbursementPolicy policy) {
        return Trusteeship.open(
                Agreement.of(village.contract, Village.CLAUSES).withPayments(policy),
                village.book,
                village.events,
                village.decisions(),
                AT);
    }

    @Test
    void refusesAPolicyThatNobodyVotedOnUnlessItIsTheUsualOne() {
        Village village = village(USUAL_PAYMENTS);
        Agreement agreement = Agreement.of(village.contract, Village.CLAUSES);

        assertRefused(
                DisbursementPolicyCourse.begin(agreement.withPayments(STRICT), ADOPTED),
                TrusteeshipRule.POLICY_DECIDED);
        assertRefused(
                DisbursementPolicyCourse.begin(
                        agreement.withPayments(DisbursementPolicy.usual(Village.ID, "HT-2")),
                        ADOPTED),
                TrusteeshipRule.POLICY_OF_CONTRACT);
        assertRefused(
                DisbursementPolicyCourse.begin(
                        agreement.withPayments(
                                DisbursementPolicy.usual(Village.OTHER, Village.CONTRACT)),
                        ADOPTED),
                TrusteeshipRule.POLICY_OF_CONTRACT);
        accept(DisbursementPolicyCourse.begin(agreement, ADOPTED));
    }

    @Test
    void nobodyOpensATrustUnderALooserPolicyThanTheOneThatBinds() {
        Village village = village(STRICT);

        assertRefused(opened(village, USUAL_PAYMENTS), TrusteeshipRule.AS_RECORDED);
        assertThat(accept(opened(village, STRICT)).payments().policy()).isEqualTo(STRICT);
    }

    @Test
    void paymentsTakeNoPolicyFromTheirCaller() {
        for (Constructor<?> constructor : Disbursements.class.getConstructors()) {
            assertThat(Arrays.asList(constructor.getParameterTypes()))
                    .doesNotContain(DisbursementPolicy.class, ApprovalLimit.class, Agreement.class);
        }
        assertRefused(
                village(STRICT).authoriseAndPay(village(STRICT).lights("E1", 101)),
                DisbursementRule.THIRD_PERSON_SIGNED);
        accept(village(STRICT).authoriseAndPay(village(STRICT).lights("E1", 100)));
    }

    @Test
    void isAmendedByAVoteOfTheOwnersOnThatVeryPaperAndByNothingElse() {
        Village village = village(STRICT);
        Trusteeship trust = village.trusteeship;

        assertRefused(
                trust.amendPayments(
                        village.command(),
                        USUAL_PAYMENTS,
                        on(Matter.MANAGER_APPOINTMENT, STRICT),
                        AT),
                TrusteeshipRule.POLICY_DECIDED);
        assertRefused(
                trust.amendPayments(
                        village.command(),
                        USUAL_PAYMENTS,
                        on(Matter.MAINTENANCE_FUND_USE, USUAL_PAYMENTS),
                        AT),
                ContractRule.RESOLUTION_ON_FIRM);
        assertRefused(
                trust.amendPayments(
                        village.command(),
                        USUAL_PAYMENTS,
                        OwnersDecision.of(
                                Village.resolution(
                                        Village.OTHER,
                                        Matter.OTHER_MAJOR_MATTER,
                                        USUAL_PAYMENTS.document())),
                        AT),
                ContractRule.RESOLUTION_OF_COMMUNITY);
        DisbursementPolicy foreign = DisbursementPolicy.usual(Village.ID, "HT-2");
        assertRefused(amend(village, foreign, AT), TrusteeshipRule.POLICY_OF_CONTRACT);
        assertRefused(
                amend(village, USUAL_PAYMENTS, Instant.parse("2024-12-25T15:59:59Z")),
                TrusteeshipRule.RECORDED_AFTERWARDS,
                TrusteeshipRule.TIME_FORWARD);
        assertThat(trust.payments().policy()).isEqualTo(STRICT);

        accept(
                trust.amendPayments(
                        village.command(),
                        USUAL_PAYMENTS,
                        on(Matter.OTHER_MAJOR_MATTER, USUAL_PAYMENTS),
                        AT));

        assertThat(trust.payments().policy()).isEqualTo(USUAL_PAYMENTS);
        assertThat(trust.payments().policyAt(AT.minusNanos(1))).isEqualTo(STRICT);
        assertThat(trust.payments().policyAt(AT)).isEqualTo(USUAL_PAYMENTS);
        assertThat(trust.payments().policyAt(ADOPTED.minusSeconds(1))).isEqualTo(STRICT);
        accept(village.authoriseAndPay(village.lights("E1", 101)));
    }

    @Test
    void aStricterPolicyIsAskedWhenWhatWasSignedBeforeItIsPaidAndNotWhenItHasGone() {
        Village village = village(USUAL_PAYMENTS);
        PaymentRequest gone = village.lights("gone", 101);
        village.authorise(gone);
        village.authorise(village.lights("here", 101));
        accept(
                village.disbursements.send(
                        "gone", new SourceDocument("notice", "ZL-1"), AT.plusSeconds(1)));

        accept(amend(village, STRICT, AT.plusSeconds(2)));

        assertRefused(
                village.payAt("here", AT.plusSeconds(3), DAY),
                DisbursementRule.THIRD_PERSON_SIGNED);
        accept(village.payAt("gone", AT.plusSeconds(3), DAY));
    }

    @Test
    void anotherServerPaysUnderAnAmendmentItWasNeverToldOf() {
        Village village = village(USUAL_PAYMENTS);
        Trusteeship other = accept(opened(village, USUAL_PAYMENTS));
        accept(other.openYear(village.budget, Village.BUDGET_POLICY, AT));
        Disbursements there = new Disbursements(other, List.of(), village.payments);
        village.authorise(village.lights("E1", 101));

        accept(amend(village, STRICT, AT));

        assertRefused(
                there.pay(
                        "E1",
                        SourceDocument.bankLine("BK-E1"),
                        AT.plusSeconds(1),
                        DAY,
                        SampleBook.salt("E1")),
                DisbursementRule.THIRD_PERSON_SIGNED);
    }

    @Test
    void aHistoryIsJudgedAgainAndADecisionThatCannotBeShownIsNoDecision() {
        Village village = village(STRICT);
        accept(amend(village, USUAL_PAYMENTS, AT));
        List<DisbursementPolicyEvent> told = village.trusteeship.payments().events();
        Agreement agreement = village.trusteeship.agreement();

        assertThat(
                        accept(
                                DisbursementPolicyCourse.replay(
                                        agreement, told, village.decisions().ofOwners())))
                .isEqualTo(village.trusteeship.payments())
                .hasSameHashCodeAs(village.trusteeship.payments());
        assertRefused(
                DisbursementPolicyCourse.replay(agreement, told, name -> Optional.empty()),
                LifeRule.DECISION_SHOWN);
        assertRefused(
                DisbursementPolicyCourse.replay(
                        agreement, List.of(told.get(0), told.get(0)), name -> Optional.empty()),
                TrusteeshipRule.AS_RECORDED);
    }

    /** Streams kept by an earlier version know no policy; they are read as they are. */
    @Test
    void aTrustThatWasOpenedBeforePoliciesWereKeptHasTheUsualOne() {
        Village village = village(USUAL_PAYMENTS);
        VillageEvents earlier = new VillageEvents();
        for (StoredEvent kept : village.events.feed(Village.ID, Page.after(0))) {
            if (!kept.stream().kind().equals("trust-payments")) {
                accept(
                        earlier.append(
                                new Append(
                                        kept.stream(),
                                        kept.command(),
                                        kept.version() - 1,
                                        List.of(kept.event()))));
            }
        }

        Trusteeship trust =
                accept(
                        Trusteeship.open(
                                Agreement.of(village.contract, Village.CLAUSES),
                                village.book,
                                earlier,
                                village.decisions(),
                                AT));

        assertThat(trust.payments().policy()).isEqualTo(USUAL_PAYMENTS);
        assertThat(trust.life()).isEqualTo(village.trusteeship.life());
    }

    @Test
    void isKeptWholeAndComesBackFromItsText() {
        Village village = village(STRICT);
        accept(amend(village, USUAL_PAYMENTS, AT));
        StreamName stream = new StreamName(Village.ID, "trust-payments", Village.CONTRACT);

        List<DomainEvent> kept = village.events.history(stream, DomainEvent.class);

        assertThat(kept).hasSize(2);
        for (DomainEvent event : kept) {
            assertThat(accept(TrustEvents.codec().decode(TrustEvents.codec().encode(event))))
                    .isEqualTo(event);
        }
    }

    @Test
    void everyPartOfItIsUnderTheDigestThatOwnersVoteOn() {
        IncomeClause clause = STRICT.incomeClauses().get(0);
        List<DisbursementPolicy> others =
                List.of(
                        USUAL_PAYMENTS,
                        STRICT,
                        DisbursementPolicy.usual(Village.OTHER, Village.CONTRACT),
                        DisbursementPolicy.usual(Village.ID, "HT-2"),
                        STRICT.withLimits(
                                List.of(new ApprovalLimit(ApprovalLimit.Scope.PAYEE, 100, 1))),
                        STRICT.withLimits(
                                List.of(new ApprovalLimit(ApprovalLimit.Scope.ORDER, 101, 1))),
                        STRICT.withLimits(
                                List.of(new ApprovalLimit(ApprovalLimit.Scope.ORDER, 100, 2))),
                        STRICT.withRelations(
                                List.of(
                                        new DisbursementPolicy.Relation(
                                                Village.FIRM, TestKeys.CHAIR))),
                        STRICT.withIncomeClauses(List.of(clause, clause)),
                        STRICT.withIncomeClauses(
                                List.of(
                                        new IncomeClause(
                                                DAY,
                                                3,
                                                10,
                                                Ratio.of(4, 10),
                                                List.of(
                                                        new IncomeClause.Floor(
                                                                IncomeClause.Reach.AT_LEAST,
                                                                Ratio.of(1, 2)))))),
                        STRICT.withIncomeClauses(
                                List.of(
                                        new IncomeClause(
                                                DAY, 3, 11, Ratio.of(4, 10), clause.floors()))));

        assertThat(others).extracting(DisbursementPolicy::document).doesNotHaveDuplicates();
    }

    @Test
    void holdsNoMoreThanCanBeKept() {
        ApprovalLimit limit = new ApprovalLimit(ApprovalLimit.Scope.ORDER, 0, 1);
        List<ApprovalLimit> most =
                IntStream.range(0, DisbursementPolicy.MAX_LIMITS).mapToObj(i -> limit).toList();
        List<ApprovalLimit> more =
                IntStream.rangeClosed(0, DisbursementPolicy.MAX_LIMITS)
                        .mapToObj(i -> limit)
                        .toList();

        assertThat(USUAL_PAYMENTS.withLimits(most).limits()).hasSize(20);
        assertThatThrownBy(() -> USUAL_PAYMENTS.withLimits(more))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(isLimit(-1, 1)).isFalse();
        assertThat(isLimit(0, 1)).isTrue();
        assertThat(IntStream.of(0, 1, 366, 367).filter(days -> isLimit(0, days)))
                .containsExactly(1, 366);
    }

    @Test
    void holdsAsManyRelationsAndClausesAsCanBeKeptAndNotOneMore() {
        DisbursementPolicy.Relation relation = STRICT.relations().get(0);
        IncomeClause clause = STRICT.incomeClauses().get(0);
        IncomeClause.Floor floor = clause.floors().get(0);

        assertThat(USUAL_PAYMENTS.withRelations(times(500, relation)).relations()).hasSize(500);
        assertThatThrownBy(() -> USUAL_PAYMENTS.withRelations(times(501, relation)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(USUAL_PAYMENTS.withIncomeClauses(times(10, clause)).incomeClauses()).hasSize(10);
        assertThatThrownBy(() -> USUAL_PAYMENTS.withIncomeClauses(times(11, clause)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new IncomeClause(DAY, 3, 10, Ratio.of(1, 2), times(10, floor)).floors())
                .hasSize(10);
        assertThatThrownBy(() -> new IncomeClause(DAY, 3, 10, Ratio.of(1, 2), times(11, floor)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IncomeClause(DAY, 13, 10, Ratio.of(1, 2), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> List<T> times(int count, T element) {
        return Collections.nCopies(count, element);
    }

    private static boolean isLimit(long fen, int days) {
        try {
            return new ApprovalLimit(ApprovalLimit.Scope.ORDER, fen, days).days() == days;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
