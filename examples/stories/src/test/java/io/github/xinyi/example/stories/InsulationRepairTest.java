package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.ContactResult;
import io.github.xinyi.governance.casework.PaymentReference;
import io.github.xinyi.governance.casework.Stage;
import io.github.xinyi.governance.casework.TimelineEntry;
import io.github.xinyi.governance.casework.TimelineEntry.Step;
import io.github.xinyi.governance.deliberation.BodyRoll;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.FundStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The insulation repair, chapter by chapter. */
class InsulationRepairTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
    private static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    new EffectivePeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());

    /** The chapters told when the dispute is raised, and when it is settled. */
    private static final int RAISED = 10;

    private static final int SETTLED = 11;
    private static final RecordId NOISE =
            new RecordId(InsulationRepair.HOMES.community(), RepairNoise.DISPUTE.id().value());

    private final Stores stores = Stores.inMemory();
    private final Notebook notebook = new Notebook();
    private final InsulationRepair story = new InsulationRepair(stores, notebook.teller());

    private void tell(int chapters) {
        story.chapters().subList(0, chapters).forEach(Runnable::run);
    }

    private void tellAll() {
        tell(story.chapters().size());
    }

    @Test
    void sixSquadsAskEveryHomeAndTheSecondVisitCountsInsteadOfTheFirst() {
        tell(2);

        Casework asked = story.repair().state();
        assertThat(asked.contact()).hasToString("48/48");
        assertThat(asked.contact().with(ContactResult.AGREES)).hasSize(39);
        assertThat(asked.contact().with(ContactResult.OBJECTS)).hasSize(5);
        assertThat(asked.contact().with(ContactResult.UNDECIDED)).hasSize(4);
        assertThat(asked.contact().with(ContactResult.ABSENT)).isEmpty();
        assertThat(CaseMeasures.squads(LAST_DAY, List.of(asked)).numerator()).hasSize(6);
        assertThat(asked.stage()).isEqualTo(Stage.CONSULTATION);
        assertThat(notebook.text()).contains("Units asked 42/48; ≥1/1 is needed");
    }

    @Test
    void everyItemConsultedOnIsDisclosed() {
        tell(3);

        Casework consulted = story.repair().state();
        assertThat(CaseMeasures.disclosure(LAST_DAY, List.of(consulted)).share())
                .contains(Ratio.of(1, 1));
        assertThat(consulted.undecided()).containsExactly(InsulationRepair.ON_PLAN.matter());
    }

    @Test
    void theOwnersVoteComesAfterThreeStagesAndDecidesOnTheVeryPapers() {
        tell(4);
        assertThat(story.decision().state().next().orElseThrow().id()).isEqualTo("resolution");

        story.chapters().get(4).run();

        MotionResult vote = story.vote();
        assertThat(vote.result()).isEqualTo(MotionResult.Result.PASSED);
        assertThat(Outcomes.words(vote.ruling()))
                .contains("Owners taking part 40/48")
                .contains("Owners in favour 35/40")
                .contains("Area taking part 3,395.00/4,122.00 m²")
                .contains("Area in favour 2,948.75/3,395.00 m²");
        Resolution resolution = vote.resolution().orElseThrow();
        assertThat(resolution.decides(InsulationRepair.PLAN.document())).isTrue();
        assertThat(resolution.decides(InsulationRepair.BUDGET.document())).isTrue();
        assertThat(resolution.decides(Scan.of("另一方案").document())).isFalse();
        assertThat(story.decision().state().next().orElseThrow().id())
                .isEqualTo("decision-disclosure");
    }

    @Test
    void bothDisclosuresHangForSevenDaysAndNoStageIsLate() {
        tell(6);
        assertThat(story.decision().state().onDisplay()).isEmpty();
        assertThat(notebook.text())
                .contains("counted from 2025-04-13 to 2025-04-19; 7 days are needed")
                .contains("still open: O1");

        story.chapters().subList(6, story.chapters().size()).forEach(Runnable::run);

        Procedure procedure = story.decision().state();
        assertThat(procedure.status()).isEqualTo(Procedure.Status.COMPLETED);
        assertThat(procedure.late(LAST_DAY, CALENDAR)).isEmpty();
    }

    @Test
    void theMoneyIsThereBeforeTheWorkAndNothingIsSpentYet() {
        tell(7);

        TrustOffice office = story.money().office();
        assertThat(office.statement(FundClass.PUBLIC_INCOME).cash())
                .isEqualTo(Money.ofFen(12_000_000));
        assertThat(office.execution().totalBudget()).isEqualTo(Money.ofFen(8_640_000));
        assertThat(office.execution().totalSpent()).isEqualTo(Money.ofFen(0));
    }

    @Test
    void bothPaymentsNeedTwoKeysAndUseUpTheLineToTheLastFen() {
        tellAll();

        TrustOffice office = story.money().office();
        assertThat(office.execution().totalSpent()).isEqualTo(Money.ofFen(8_640_000));
        FundStatement fund = office.statement(FundClass.PUBLIC_INCOME);
        assertThat(fund.expense()).isEqualTo(Money.ofFen(8_640_000));
        assertThat(fund.cash()).isEqualTo(Money.ofFen(3_360_000));
        assertThat(List.of("ZC-2025-07", "ZC-2025-08"))
                .allSatisfy(
                        number -> {
                            Disbursement paid = payment(number);
                            assertThat(paid.status()).isEqualTo(Disbursement.Status.PAID);
                            assertThat(paid.approvals()).hasSize(2);
                        });
        assertThat(stores.payments().find(InsulationRepair.HOMES.community(), "ZC-2025-09"))
                .as("refused before anybody signed")
                .isEmpty();
        assertThat(notebook.text())
                .contains("2 keys come from 1 side(s); one of each side is needed")
                .contains("1 keys were given; exactly two are needed")
                .contains("left 0.00, held by open requests 0.00, asked 0.01");
    }

    private Disbursement payment(String number) {
        return stores.payments().find(InsulationRepair.HOMES.community(), number).orElseThrow();
    }

    @Test
    void theNoiseAtTheWallIsADisputeOfTheCaseAndCountsAsOpen() {
        tell(RAISED);

        assertThat(story.repair().state().openDisputes()).containsExactly(RepairNoise.DISPUTE.id());
        assertThat(story.noise().dispute().stage()).isEqualTo(GridCase.Stage.ASSIGNED);
        Measurement open = story.noise().settlement(story.decision().endedOn().plusDays(1));
        assertThat(open.share()).contains(Ratio.of(0, 1));
        assertThat(open.missing()).containsExactly(Map.entry(NOISE, Count.OPEN));
        assertThat(notebook.text()).contains("Disputes still open: [D-2025-06]");
    }

    @Test
    void anAgreementThatIsKeptEndsTheDisputeAndItCountsAsSettled() {
        tell(SETTLED);

        Mediation talks = story.noise().talks();
        assertThat(talks.stage()).isEqualTo(Mediation.Stage.AGREED);
        assertThat(talks.due(LAST_DAY)).isEmpty();
        assertThat(story.noise().dispute().stage()).isEqualTo(GridCase.Stage.CLOSED);
        Casework settled = story.repair().state();
        assertThat(settled.openDisputes()).isEmpty();
        assertThat(settled.endedDisputes())
                .containsExactly(Map.entry(RepairNoise.DISPUTE.id(), Ending.AGREEMENT));
        Measurement share = story.noise().settlement(LAST_DAY);
        assertThat(share.share()).contains(Ratio.of(1, 1));
        assertThat(share.numerator()).containsExactly(NOISE);
        assertThat(share.missing()).isEmpty();
        assertThat(CaseMeasures.settlement(LAST_DAY, List.of(), List.of(settled)).missing())
                .as("as the case alone has it, which is not closed yet")
                .containsExactly(Map.entry(NOISE, Count.OPEN));
    }

    @Test
    void theEndOfTheDisputeIsProvenByTheHistoryOfItsCaseInTheGrid() {
        tell(SETTLED);

        List<CaseEvent> grid = story.noise().history();
        assertThat(story.repair().state().history())
                .filteredOn(DisputeEnded.class::isInstance)
                .map(DisputeEnded.class::cast)
                .singleElement()
                .satisfies(ended -> assertThat(ended.proof().isShownBy(grid)).isTrue());
    }

    /** Half of the homes have rated, every step is taken, and only the dispute is in the way. */
    @Test
    void nothingButTheDisputeKeepsTheCaseOpenWhereItIsNotSettled() {
        tell(RAISED);

        assertThatThrownBy(story.repair()::evaluate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Disputes still open: [D-2025-06]");

        Casework rated = story.repair().state();
        assertThat(rated.ratedUnits()).hasSize(30);
        assertThat(rated.stage()).isEqualTo(Stage.EVALUATION);
        assertThat(refusedBy(rated.close(Teller.at("2025-12-31T20:00"))))
                .containsExactly("casework.disputes-ended");
    }

    private static List<String> refusedBy(Outcome<?> outcome) {
        return outcome.fold(
                event -> List.<String>of(),
                ruling -> ruling.notMet().stream().map(finding -> finding.rule().value()).toList());
    }

    @Test
    void theCaseClosesWhenHalfOfTheHomesHaveRatedTheResult() {
        tellAll();

        Casework closed = story.repair().state();
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.ratings()).hasSize(30);
        assertThat(closed.ratedUnits()).hasSize(30);
        assertThat(closed.payments())
                .extracting(PaymentReference::disbursement)
                .containsExactly("ZC-2025-07", "ZC-2025-08");
        assertThat(closed.spentFen()).isEqualTo(InsulationRepair.PLAN.budgetFen());
        assertThat(notebook.text()).contains("Units that rated 23/48; ≥1/2 is needed");
    }

    @Test
    void everybodyFollowsTheWayOfTheCaseWithoutPersonsHomesOrNotes() {
        tellAll();

        assertThat(story.repair().state().timeline())
                .extracting(TimelineEntry::step)
                .containsSubsequence(
                        Step.OPENED,
                        Step.OPINIONS_COLLECTED,
                        Step.CONSULTED,
                        Step.DISCLOSED,
                        Step.PLAN_DRAWN,
                        Step.OWNERS_DECIDED,
                        Step.WORK_PROGRESSED,
                        Step.SPENT,
                        Step.DISPUTE_RAISED,
                        Step.DISPUTE_ENDED,
                        Step.WORK_FINISHED,
                        Step.CLOSED);
        List<String> views = story.publicViews();
        assertThat(story.repair().timeline())
                .startsWith("2025-03-03 The case was opened: 外墙保温板维修; 48 units are concerned")
                .contains(
                        "2025-03-08 The visits have ended; 48/48 of the units concerned were asked",
                        "2025-04-25 25,920.00 yuan were spent (payment ZC-2025-07)",
                        "2025-05-20 1/2 of the work is done: 一至三号楼完成",
                        "2025-06-21 A dispute came up",
                        "2025-06-25 A dispute ended: the parties agreed")
                .noneMatch(line -> line.matches(".*[A-Z_]{3,}.*"));
        assertThat(views)
                .contains("About noise; the parties agreed")
                .contains("PI-07 外墙保温板维修: 86400.00 of 86400.00");
        PersonalReferences.assertNoneIn(views, stores, InsulationRepair.HOMES);
        assertThat(views).noneMatch(line -> line.contains("墙面渗水"));
        assertThat(notebook.text()).contains(views);
    }

    @Test
    void everyCountOfABodyIsMadeOfARollThatCanBeCountedAgain() {
        story.chapters().forEach(Runnable::run);

        List<ProcedureEvent.StageTaken> counted =
                story.decision().history().stream()
                        .filter(ProcedureEvent.StageTaken.class::isInstance)
                        .map(ProcedureEvent.StageTaken.class::cast)
                        .filter(taken -> taken.report().count().due() > 0)
                        .toList();
        assertThat(counted).hasSize(2);
        for (ProcedureEvent.StageTaken taken : counted) {
            BodyRoll roll =
                    RepairDecision.roll(
                            story.decision().stage(taken.stage()), taken.report().count());
            assertThat(roll.isBehind(taken.report())).isTrue();
            assertThat(taken.toString()).doesNotContain("member-");
        }
    }
}
