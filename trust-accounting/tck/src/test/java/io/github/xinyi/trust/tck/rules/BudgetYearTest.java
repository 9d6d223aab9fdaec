package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.committee.Item;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.Authority;
import io.github.xinyi.trust.budget.BudgetEvent;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetPolicy.DeficitPolicy;
import io.github.xinyi.trust.budget.BudgetPolicy.SurplusPolicy;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.budget.FeeLine;
import io.github.xinyi.trust.budget.LineExecution;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards F9, Trust Law art. 37 and the readings I24 to I26. */
class BudgetYearTest {

    /** 10,000.00; the body's tier is 500.00. */
    static final BudgetLine LIGHTS = Village.LIGHTS;

    static final BudgetLine CLEANING = FeeLine.CLEANING.of(Money.ofFen(2_000_000));
    static final DraftBudget DRAFT =
            new DraftBudget(Village.ID, 2025, List.of(LIGHTS, CLEANING, Village.GREENERY));

    /** The body may grant 800.00 in the year over all lines. */
    static final BudgetPolicy POLICY = BudgetPolicy.usual(Village.ID, 2025, 80_000);

    static final Instant AT = at(LocalDate.of(2025, 3, 10));
    static final Money NOTHING = Money.ofFen(0);

    static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(Meeting.ZONE).toInstant();
    }

    static Resolution resolution(Motion.Document... papers) {
        return Village.resolution(Village.ID, Matter.OTHER_MAJOR_MATTER, papers);
    }

    static BudgetYear open(BudgetPolicy policy) {
        return accept(BudgetYear.open(adopted(policy), policy, Village.AT));
    }

    static AdoptedBudget adopted(BudgetPolicy policy) {
        return accept(DRAFT.adopt(resolution(DRAFT.document(), policy.document())));
    }

    static BudgetPaper.Overrun overrun(String id, String line, long fen) {
        return new BudgetPaper.Overrun(Village.ID, 2025, id, line, fen, "水管爆裂");
    }

    static BudgetPaper.Transfer transfer(String id, String from, String to, long fen) {
        return new BudgetPaper.Transfer(Village.ID, 2025, id, from, to, fen);
    }

    static Authority owners(BudgetPaper paper) {
        return Authority.of(OwnersDecision.of(resolution(paper.document())));
    }

    static Authority body(BudgetPaper paper) {
        return body(paper, POLICY);
    }

    static Authority body(BudgetPaper paper, BudgetPolicy policy) {
        return VillageCommittee.authority(
                paper.document(), resolution(DRAFT.document(), policy.document()));
    }

    private static Outcome<BudgetYear> grantedByBody(BudgetYear year, BudgetPaper.Overrun paper) {
        return year.grant(paper, body(paper), AT);
    }

    @Test
    void opensWithAPolicyThatWasDecidedWithTheBudget() {
        BudgetYear year = open(POLICY);

        assertThat(year.events()).hasSize(1);
        assertThat(year.limit(LIGHTS, AT)).isEqualTo(LIGHTS.amount());
        assertRefused(
                BudgetYear.open(
                        accept(DRAFT.adopt(resolution(DRAFT.document()))), POLICY, Village.AT),
                BudgetRule.POLICY_ADOPTED);
    }

    @Test
    void refusesALineAboveWhatExecutionCanReckonWith() {
        assertThat(ofLine(BudgetPaper.MAX_AMOUNT_MINOR).isAccepted()).isTrue();
        assertRefused(ofLine(BudgetPaper.MAX_AMOUNT_MINOR + 1), BudgetRule.LINE_IN_RANGE);
    }

    private static Outcome<BudgetYear> ofLine(long fen) {
        DraftBudget draft =
                new DraftBudget(Village.ID, 2025, List.of(FeeLine.ORDER.of(Money.ofFen(fen))));
        return BudgetYear.open(
                accept(draft.adopt(resolution(draft.document(), POLICY.document()))),
                POLICY,
                Village.AT);
    }

    @ParameterizedTest
    @CsvSource({"49999, true", "50000, true", "50001, false"})
    void theBodyGrantsUpToFivePercentOfALine(long fen, boolean granted) {
        BudgetPaper.Overrun paper = overrun("CB-1", LIGHTS.code(), fen);

        Outcome<BudgetYear> year = grantedByBody(open(POLICY), paper);

        if (granted) {
            assertThat(accept(year).limit(LIGHTS, AT))
                    .isEqualTo(LIGHTS.amount().plus(Money.ofFen(fen)));
        } else {
            assertRefused(year, BudgetRule.WITHIN_BODY_TIER);
        }
    }

    @Test
    void theBodysTierIsOfTheYearSoThatSplittingDoesNotPassUnderIt() {
        BudgetYear year =
                accept(grantedByBody(open(POLICY), overrun("CB-1", LIGHTS.code(), 30_000)));

        assertThat(grantedByBody(year, overrun("CB-2", LIGHTS.code(), 20_000)).isAccepted())
                .isTrue();
        assertRefused(
                grantedByBody(year, overrun("CB-2", LIGHTS.code(), 20_001)),
                BudgetRule.WITHIN_BODY_TIER);
    }

    @Test
    void theBodyGrantsUpToTheContingencyOverAllLines() {
        BudgetYear year =
                accept(grantedByBody(open(POLICY), overrun("CB-1", LIGHTS.code(), 50_000)));

        assertThat(grantedByBody(year, overrun("CB-2", CLEANING.code(), 30_000)).isAccepted())
                .isTrue();
        assertRefused(
                grantedByBody(year, overrun("CB-2", CLEANING.code(), 30_001)),
                BudgetRule.WITHIN_CONTINGENCY);
    }

    @Test
    void theOwnersGrantWhatTheBodyMayNot() {
        BudgetPaper.Overrun paper = overrun("CB-1", LIGHTS.code(), 5_000_000);

        BudgetYear year = accept(open(POLICY).grant(paper, owners(paper), AT));

        assertThat(year.limit(LIGHTS, AT)).isEqualTo(Money.ofFen(6_000_000));
    }

    @Test
    void whereNothingMayBeDelegatedTheBodyGrantsNothing() {
        BudgetPolicy beijing = POLICY.withoutDelegation();
        BudgetPaper.Overrun paper = overrun("CB-1", LIGHTS.code(), 1);

        assertRefused(
                open(beijing).grant(paper, body(paper, beijing), AT), BudgetRule.WITHIN_BODY_TIER);
        assertThatThrownBy(
                        () ->
                                new BudgetPolicy(
                                        Village.ID,
                                        2025,
                                        BudgetPolicy.Delegation.FORBIDDEN,
                                        Ratio.of(1, 10_000),
                                        0,
                                        7,
                                        SurplusPolicy.CARRY_FORWARD,
                                        DeficitPolicy.CARRY_FORWARD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "30, true", "0, false", "31, false"})
    void anEmergencyIsConfirmedWithinOneToThirtyDays(int days, boolean taken) {
        if (taken) {
            assertThat(emergencyDays(days).emergencyDays()).isEqualTo(days);
        } else {
            assertThatThrownBy(() -> emergencyDays(days))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static BudgetPolicy emergencyDays(int days) {
        return new BudgetPolicy(
                Village.ID,
                2025,
                POLICY.delegation(),
                POLICY.bodyTier(),
                0,
                days,
                POLICY.surplus(),
                POLICY.deficit());
    }

    @Test
    void anAuthorityDecidesTheVeryPaperAndNoOther() {
        BudgetPaper.Overrun paper = overrun("CB-1", LIGHTS.code(), 10_000);
        BudgetPaper.Overrun more = overrun("CB-1", LIGHTS.code(), 10_001);

        assertRefused(open(POLICY).grant(more, owners(paper), AT), BudgetRule.AUTHORITY_ON_PAPER);
        assertRefused(open(POLICY).grant(more, body(paper), AT), BudgetRule.AUTHORITY_ON_PAPER);
        assertRefused(
                open(POLICY)
                        .grant(
                                paper,
                                Authority.of(
                                        OwnersDecision.of(
                                                Village.resolution(
                                                        Village.OTHER,
                                                        Matter.MANAGER_APPOINTMENT,
                                                        paper.document()))),
                                AT),
                BudgetRule.AUTHORITY_OF_COMMUNITY,
                BudgetRule.RESOLUTION_ON_BUDGET);
    }

    @Test
    void takesAPaperOfThisYearAlone() {
        BudgetPaper.Overrun next =
                new BudgetPaper.Overrun(Village.ID, 2026, "CB-1", LIGHTS.code(), 100, "水管爆裂");

        assertRefused(open(POLICY).grant(next, owners(next), AT), BudgetRule.PAPER_OF_BUDGET);
    }

    @Test
    void recordsNothingBeforeWhatWasRecordedLast() {
        BudgetPaper.Overrun first = overrun("CB-1", LIGHTS.code(), 100);
        BudgetPaper.Overrun second = overrun("CB-2", LIGHTS.code(), 100);
        BudgetYear year = accept(open(POLICY).grant(first, owners(first), AT));

        assertRefused(
                year.grant(second, owners(second), AT.minusMillis(1)), BudgetRule.TIME_FORWARD);
        assertThat(year.grant(second, owners(second), AT).isAccepted()).isTrue();
    }

    @Test
    void aBodyIsNoAuthorityUnlessItAdoptedWhatThisPolicyDelegates() {
        BudgetPaper.Overrun paper = overrun("CB-1", LIGHTS.code(), 10_000);
        Resolution other = resolution(DRAFT.document());
        Resolution budget = resolution(DRAFT.document(), POLICY.document());
        Item item = VillageCommittee.delegated(paper.document(), budget);
        Item own =
                Item.own(
                        VillageCommittee.ITEM,
                        Business.CONTRACT_SUPERVISION,
                        paper.document().sha256());

        assertRefused(
                open(POLICY).grant(paper, VillageCommittee.authority(paper.document(), other), AT),
                BudgetRule.BODY_DELEGATED);
        assertRefused(
                Authority.ofBody(
                        VillageCommittee.deciding(item, budget, java.util.Set.of()),
                        VillageCommittee.SESSION,
                        VillageCommittee.ITEM),
                BudgetRule.BODY_ADOPTED,
                BudgetRule.BODY_DELEGATED);
        assertRefused(
                Authority.ofBody(
                        VillageCommittee.deciding(own, budget, VillageCommittee.members()),
                        VillageCommittee.SESSION,
                        VillageCommittee.ITEM),
                BudgetRule.BODY_DELEGATED);
    }

    @Test
    void movesMoneyBetweenLinesOfOneFund() {
        BudgetPaper.Transfer paper = transfer("TJ-1", CLEANING.code(), LIGHTS.code(), 400_000);

        BudgetYear year = accept(open(POLICY).transfer(paper, owners(paper), NOTHING, AT));

        assertThat(year.limit(LIGHTS, AT)).isEqualTo(Money.ofFen(1_400_000));
        assertThat(year.limit(CLEANING, AT)).isEqualTo(Money.ofFen(1_600_000));
        BudgetPaper.Transfer across = transfer("TJ-2", CLEANING.code(), Village.GREENERY.code(), 1);
        assertRefused(
                year.transfer(across, owners(across), NOTHING, AT), BudgetRule.TRANSFER_IN_FUND);
    }

    @ParameterizedTest
    @CsvSource({"1499999, true", "1500000, true", "1500001, false"})
    void aLineGivesWhatIsNeitherSpentNorPromised(long fen, boolean given) {
        BudgetYear year =
                accept(
                        open(POLICY)
                                .commit(
                                        "YL-1",
                                        CLEANING.code(),
                                        Money.ofFen(200_000),
                                        NOTHING,
                                        AT));
        BudgetPaper.Transfer paper = transfer("TJ-1", CLEANING.code(), LIGHTS.code(), fen);

        Outcome<BudgetYear> moved = year.transfer(paper, owners(paper), Money.ofFen(300_000), AT);

        if (given) {
            assertThat(moved.isAccepted()).isTrue();
        } else {
            assertRefused(moved, BudgetRule.TRANSFER_LEFT);
        }
    }

    @Test
    void theBodyMovesNoMoreToALineThanItsTier() {
        BudgetPaper.Transfer paper = transfer("TJ-1", CLEANING.code(), LIGHTS.code(), 50_001);

        assertRefused(
                open(POLICY).transfer(paper, body(paper), NOTHING, AT),
                BudgetRule.WITHIN_BODY_TIER);
    }

    @Test
    void aPromiseIsCountedAgainstItsLineUntilItIsReleased() {
        BudgetYear year =
                accept(
                        open(POLICY)
                                .commit("YL-1", LIGHTS.code(), Money.ofFen(900_000), NOTHING, AT));

        assertRefused(
                year.commit("YL-2", LIGHTS.code(), Money.ofFen(100_001), NOTHING, AT),
                BudgetRule.WITHIN_LIMIT);
        assertRefused(
                year.commit("YL-1", LIGHTS.code(), Money.ofFen(1), NOTHING, AT),
                BudgetRule.PAPER_ONCE);
        BudgetYear released = accept(year.release("YL-1", AT));
        assertThat(released.committed(LIGHTS)).isEqualTo(NOTHING);
        assertRefused(released.release("YL-1", AT), BudgetRule.COMMITMENT_OPEN);
    }

    @Test
    void aSpendingIsJudgedAgainstBookPromisesAndLimit() {
        Village village = villageWith(700_000);
        BudgetYear year =
                accept(
                        open(POLICY)
                                .commit(
                                        "YL-1",
                                        LIGHTS.code(),
                                        Money.ofFen(200_000),
                                        Money.ofFen(700_000),
                                        AT));

        assertThat(judged(village, year, 100_000)).isEmpty();
        assertThat(judged(village, year, 100_001))
                .containsExactly(BudgetRule.WITHIN_LIMIT.code().value());
        assertThat(judgedCommitted(village, year, 200_000)).isEmpty();
        assertThat(judgedCommitted(village, year, 200_001))
                .containsExactly(BudgetRule.COMMITMENT_OPEN.code().value());
    }

    private static List<String> judged(Village village, BudgetYear year, long fen) {
        return village.book.read(
                reader ->
                        notMet(
                                year.judge(
                                        reader, LIGHTS.code(), Money.ofFen(fen), Village.DAY, AT)));
    }

    private static List<String> judgedCommitted(Village village, BudgetYear year, long fen) {
        return village.book.read(
                reader ->
                        notMet(
                                year.judgeCommitted(
                                        reader, "YL-1", Money.ofFen(fen), Village.DAY, AT)));
    }

    private static List<String> notMet(List<Finding> findings) {
        return new Ruling(findings)
                .notMet().stream().map(finding -> finding.rule().value()).toList();
    }

    /** A book in which so much was spent on lights. */
    static Village villageWith(long fen) {
        Village village = new Village(Ratio.of(8, 100));
        village.post(SampleBook.opening("opening/service", 9_000_000));
        accept(village.authoriseAndPay(village.lights("E-1", fen)));
        return village;
    }

    @ParameterizedTest
    @CsvSource({"6, true", "7, true", "8, false"})
    void anEmergencyIsConfirmedWithinSevenDays(int days, boolean inTime) {
        BudgetPaper.Overrun paper = overrun("JJ-1", LIGHTS.code(), 3_000_000);
        BudgetYear declared = accept(open(POLICY).declareEmergency(paper, AT));
        Instant later = at(LocalDate.of(2025, 3, 10).plusDays(days));

        Outcome<BudgetYear> confirmed = declared.confirmEmergency(paper, owners(paper), later);

        assertThat(declared.limit(LIGHTS, AT)).isEqualTo(Money.ofFen(4_000_000));
        if (inTime) {
            assertThat(declared.limit(LIGHTS, later)).isEqualTo(Money.ofFen(4_000_000));
            assertThat(accept(confirmed).limit(LIGHTS, at(LocalDate.of(2025, 12, 31))))
                    .isEqualTo(Money.ofFen(4_000_000));
        } else {
            assertThat(declared.limit(LIGHTS, later)).isEqualTo(LIGHTS.amount());
            assertRefused(confirmed, BudgetRule.EMERGENCY_IN_TIME);
        }
    }

    @Test
    void theBodyConfirmsAnEmergencyWithinItsTierOnly() {
        BudgetPaper.Overrun small = overrun("JJ-1", LIGHTS.code(), 50_000);
        BudgetPaper.Overrun large = overrun("JJ-2", LIGHTS.code(), 50_001);
        BudgetYear year = accept(open(POLICY).declareEmergency(small, AT));
        BudgetYear both = accept(year.declareEmergency(large, AT));

        assertThat(year.confirmEmergency(small, body(small), AT).isAccepted()).isTrue();
        assertRefused(both.confirmEmergency(large, body(large), AT), BudgetRule.WITHIN_BODY_TIER);
        BudgetYear confirmed = accept(year.confirmEmergency(small, body(small), AT));
        assertRefused(
                confirmed.confirmEmergency(small, owners(small), AT), BudgetRule.EMERGENCY_OPEN);
        assertRefused(
                open(POLICY).confirmEmergency(small, owners(small), AT), BudgetRule.EMERGENCY_OPEN);
    }

    @Test
    void whatALapsedEmergencySpentIsTheTrustees() {
        Village village = villageWith(1_000_000);
        BudgetPaper.Overrun paper = overrun("JJ-1", LIGHTS.code(), 120_000);
        BudgetYear year = accept(open(POLICY).declareEmergency(paper, AT));
        overspend(village, 100_000);
        Instant inTime = at(LocalDate.of(2025, 3, 17));
        Instant lapsed = at(LocalDate.of(2025, 3, 18));

        assertThat(share(village, year, inTime)).isEqualTo(NOTHING);
        assertThat(share(village, year, lapsed)).isEqualTo(Money.ofFen(100_000));
    }

    private static Money share(Village village, BudgetYear year, Instant at) {
        return village.book.read(reader -> year.trusteesShare(reader, at));
    }

    /** A cost that the book has although the line had nothing left for it. */
    static void overspend(Village village, long fen) {
        village.force(
                SampleBook.draft(
                                "over",
                                io.github.xinyi.trust.journal.EntryKind.PAYMENT,
                                Village.DAY)
                        .postings(
                                io.github.xinyi.trust.journal.Posting.debit(
                                        LIGHTS.expenseAccount(), Money.ofFen(fen)),
                                io.github.xinyi.trust.journal.Posting.credit(
                                        LIGHTS.cashAccount(), Money.ofFen(fen))));
    }

    @Test
    void tellsVarianceAndRateExactly() {
        LineExecution execution =
                new LineExecution(
                        LIGHTS, LIGHTS.amount(), Money.ofFen(50_000), Money.ofFen(750_000));

        assertThat(execution.rate()).contains(Ratio.of(3, 4));
        assertThat(execution.variance()).isEqualTo(Money.ofFen(250_000));
        assertThat(execution.left()).isEqualTo(Money.ofFen(200_000));
        assertThat(new LineExecution(LIGHTS, NOTHING, NOTHING, NOTHING).rate()).isEmpty();
    }

    @Test
    void namesTheLinesOfTheFeeMeasuresAndSaysThatTheyWereNotRead() {
        assertThat(FeeLine.values()).hasSize(9);
        assertThat(CLEANING.code()).isEqualTo("FEE-03");
        assertThat(CLEANING.fundClass()).isEqualTo(FundClass.SERVICE_FUND);
        assertThat(FeeLine.BASIS.standing())
                .isEqualTo(io.github.xinyi.governance.law.Standing.UNVERIFIED);
    }

    /** A year with one event of every kind. */
    private static BudgetYear eventful(Map<Authority.Name, Authority> shown) {
        BudgetPaper.Overrun granted = overrun("CB-1", LIGHTS.code(), 40_000);
        BudgetPaper.Overrun urgent = overrun("JJ-1", LIGHTS.code(), 3_000_000);
        BudgetPaper.Transfer moved = transfer("TJ-1", CLEANING.code(), LIGHTS.code(), 400_000);
        Authority owners =
                Authority.of(OwnersDecision.of(resolution(urgent.document(), moved.document())));
        Authority body = body(granted);
        shown.put(owners.name(), owners);
        shown.put(body.name(), body);
        BudgetYear year = open(POLICY);
        year = accept(year.commit("YL-1", LIGHTS.code(), Money.ofFen(5), Money.ofFen(7), AT));
        year = accept(year.release("YL-1", AT));
        year = accept(year.transfer(moved, owners, Money.ofFen(9), AT));
        year = accept(year.grant(granted, body, AT));
        year = accept(year.declareEmergency(urgent, AT));
        return accept(year.confirmEmergency(urgent, owners, AT));
    }

    @Test
    void eventsComeBackFromTheirTextAndReplayToTheSameYear() {
        Map<Authority.Name, Authority> shown = new java.util.HashMap<>();
        EventCodec codec = EventCodec.of(BudgetEvent.class);
        BudgetYear year = eventful(shown);

        List<BudgetEvent> read =
                year.events().stream()
                        .map(event -> (BudgetEvent) accept(codec.decode(codec.encode(event))))
                        .toList();

        assertThat(accept(replay(read, shown))).isEqualTo(year);
    }

    private static Outcome<BudgetYear> replay(
            List<BudgetEvent> events, Map<Authority.Name, Authority> shown) {
        return BudgetYear.replay(
                adopted(POLICY), POLICY, events, name -> Optional.ofNullable(shown.get(name)));
    }

    @Test
    void refusesARecordThatTheRulesWouldNotHaveMade() {
        Map<Authority.Name, Authority> shown = new java.util.HashMap<>();
        List<BudgetEvent> events = eventful(shown).events();
        BudgetEvent.OverrunGranted granted = (BudgetEvent.OverrunGranted) events.get(4);
        List<BudgetEvent> changed = new ArrayList<>(events);
        changed.set(
                4,
                new BudgetEvent.OverrunGranted(
                        granted.community(),
                        granted.occurredAt(),
                        granted.year(),
                        overrun("CB-1", LIGHTS.code(), 40_001),
                        granted.authority()));

        assertRefused(replay(changed, shown), BudgetRule.AUTHORITY_ON_PAPER);
        assertRefused(replay(events, Map.of()), BudgetRule.AUTHORITY_SHOWN);
        changed.set(1, events.get(0));
        assertRefused(replay(changed.subList(0, 2), shown), BudgetRule.AS_RECORDED);
        changed.set(
                1, new BudgetEvent.Committed(Village.ID, AT, 2025, "YL-1", LIGHTS.code(), 0, 0));
        assertRefused(replay(changed.subList(0, 2), shown), BudgetRule.AS_RECORDED);
    }
}
