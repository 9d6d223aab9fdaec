package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.CLERK;
import static io.github.xinyi.governance.deliberation.Procedures.DIGEST;
import static io.github.xinyi.governance.deliberation.Procedures.HERE;
import static io.github.xinyi.governance.deliberation.Procedures.OPENED;
import static io.github.xinyi.governance.deliberation.Procedures.REPAIR;
import static io.github.xinyi.governance.deliberation.Procedures.ROOF;
import static io.github.xinyi.governance.deliberation.Procedures.accepted;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.display;
import static io.github.xinyi.governance.deliberation.Procedures.motion;
import static io.github.xinyi.governance.deliberation.Procedures.opened;
import static io.github.xinyi.governance.deliberation.Procedures.opening;
import static io.github.xinyi.governance.deliberation.Procedures.refusals;
import static io.github.xinyi.governance.deliberation.Procedures.report;
import static io.github.xinyi.governance.deliberation.Procedures.resolution;
import static io.github.xinyi.governance.deliberation.Procedures.tally;
import static io.github.xinyi.governance.deliberation.Procedures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.deliberation.Procedure.Opening;
import io.github.xinyi.governance.deliberation.Procedure.Remark;
import io.github.xinyi.governance.deliberation.Procedure.Status;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProcedureTest {

    private static final ProcedurePattern FIVE = PatternSheet.fiveDeliberations();
    private static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());
    private static final Procedure START = opened(FIVE, ROOF);

    private static Stage stage(String id) {
        return FIVE.stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void takesTheFiveDeliberationsInTheirOrder() {
        Procedure last = until(START, "review");
        last =
                last.after(
                        accepted(
                                last.take(
                                        "review",
                                        report(stage("review"), BodyCount.NONE),
                                        day(100))));
        assertThat(last.status()).isEqualTo(Status.UNDER_WAY);
        assertThat(last.next()).isEmpty();

        last = last.after(accepted(last.takeDown("result-disclosure", day(101))));

        assertThat(last.status()).isEqualTo(Status.COMPLETED);
        assertThat(refusals(last.takeDown("result-disclosure", day(102))))
                .containsExactly("under-way", "on-display");
    }

    @Test
    void refusesASkippedUnprovenStepOfAnotherBodyWithAllReasons() {
        Outcome<ProcedureEvent> outcome =
                START.take(
                        "examination",
                        new StageReport("物业公司", List.of(), new BodyCount(30, 19, 14), CLERK),
                        OPENED.minusSeconds(1));

        assertThat(refusals(outcome))
                .containsExactly("time", "next", "actor", "papers", "attendance", "consent");
    }

    /** Rulebook 6.2: more than half of the members of the committee. */
    @Test
    void theCommitteeDiscussesWithMoreThanHalfOfItsMembers() {
        Procedure procedure = until(START, "discussion");

        assertThat(refusals(count(procedure, 10, 10, 4))).containsExactly("consent");
        assertThat(refusals(count(procedure, 10, 10, 5))).containsExactly("consent");
        assertThat(refusals(count(procedure, 10, 10, 6))).isEmpty();
    }

    /** Rulebook 6.2: at least 2/3 present, and at least 1/2 of those due in favour. */
    @Test
    void thePartyMembersExamineWithTwoThirdsPresentAndHalfOfThoseDueInFavour() {
        Procedure procedure = until(START, "examination");

        assertThat(refusals(count(procedure, 30, 19, 19))).containsExactly("attendance");
        assertThat(refusals(count(procedure, 30, 20, 20))).isEmpty();
        assertThat(refusals(count(procedure, 30, 21, 21))).isEmpty();
        assertThat(refusals(count(procedure, 30, 20, 14))).containsExactly("consent");
        assertThat(refusals(count(procedure, 30, 20, 15))).isEmpty();
        assertThat(refusals(count(procedure, 30, 20, 16))).isEmpty();
        assertThat(refusals(count(procedure, 0, 0, 0))).containsExactly("attendance", "consent");
    }

    private static Outcome<ProcedureEvent> count(
            Procedure procedure, int due, int present, int consenting) {
        Stage next = procedure.next().orElseThrow();
        return procedure.take(
                next.id(), report(next, new BodyCount(due, present, consenting)), day(50));
    }

    @Test
    void noBodyHasMoreMembersThanThereCouldBeNorMorePresentThanDue() {
        int most = BodyCount.MAX_MEMBERS;

        assertThat(new BodyCount(most, most, most).due()).isEqualTo(most);
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyCount(most + 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyCount(5, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyCount(5, 5, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyCount(5, 5, -1));
    }

    /** Civil Code art. 278: the owners decide together. */
    @Test
    void neitherPartyMeetingNorCommitteeReplacesTheOwnersVote() {
        Procedure procedure = until(START, "resolution");

        assertThat(
                        refusals(
                                procedure.take(
                                        "resolution",
                                        new StageReport(
                                                "业主大会", List.of(), new BodyCount(9, 9, 9), CLERK),
                                        day(60))))
                .containsExactly("kind");
        assertThat(refusals(procedure.post("resolution", "业主大会", display(), day(60))))
                .containsExactly("kind");
    }

    @Test
    void takesAResolutionOfThisCommunityOnThisMotionOnly() {
        Procedure procedure = until(START, "resolution");

        assertThat(
                        refusals(
                                procedure.resolve(
                                        "resolution",
                                        resolution(CommunityId.of("else"), ROOF, day(60)),
                                        day(60))))
                .containsExactly("procedure");
        assertThat(
                        refusals(
                                procedure.resolve(
                                        "resolution",
                                        resolution(
                                                HERE,
                                                motion(Matter.MAINTENANCE_FUND_RAISING),
                                                day(60)),
                                        day(60))))
                .containsExactly("motion");
        assertThat(procedure.resolve("resolution", resolution(HERE, ROOF, day(60)), day(60)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void refusesAVoteThatClosedBeforeTheExaminationOrHasNotClosed() {
        Procedure procedure = until(START, "resolution");

        assertThat(
                        refusals(
                                procedure.resolve(
                                        "resolution", resolution(HERE, ROOF, day(29)), day(60))))
                .containsExactly("least-days", "vote-time");
        assertThat(
                        refusals(
                                procedure.resolve(
                                        "resolution", resolution(HERE, ROOF, day(61)), day(60))))
                .containsExactly("vote-time");
    }

    /** Twenty-four hours of voting; the examination was on the thirtieth day. */
    @Test
    void refusesAVoteThatOpenedBeforeTheExaminationHoweverLateItClosed() {
        Procedure procedure = until(START, "resolution");
        Instant early = day(31).minusSeconds(1);

        assertThat(
                        refusals(
                                procedure.resolve(
                                        "resolution", resolution(HERE, ROOF, early), day(60))))
                .containsExactly("vote-time");
        assertThat(
                        refusals(
                                procedure.decline(
                                        "resolution",
                                        tally(HERE, ROOF, early, Choice.AGAINST),
                                        day(60))))
                .containsExactly("vote-time");
        for (Instant closed : List.of(day(31), day(31).plusSeconds(1))) {
            assertThat(
                            refusals(
                                    procedure.resolve(
                                            "resolution", resolution(HERE, ROOF, closed), day(60))))
                    .isEmpty();
        }
    }

    @Test
    void refusesAHistoryInWhichAVoteClosedBeforeItOpened() {
        Procedure procedure = until(START, "resolution");
        Resolution vote = resolution(HERE, ROOF, day(40));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                procedure.after(
                                        new ProcedureEvent.OwnersResolved(
                                                HERE,
                                                day(60),
                                                procedure.id(),
                                                "resolution",
                                                vote.meeting(),
                                                vote.roster(),
                                                ROOF,
                                                day(41),
                                                day(40))))
                .withMessageContaining("checked=VOTE_TIME,");
    }

    @Test
    void endsWhereTheOwnersDecline() {
        Procedure procedure = until(START, "resolution");
        assertThat(
                        refusals(
                                procedure.decline(
                                        "resolution",
                                        tally(HERE, ROOF, day(60), Choice.FOR),
                                        day(60))))
                .containsExactly("motion");

        Procedure declined =
                procedure.after(
                        accepted(
                                procedure.decline(
                                        "resolution",
                                        tally(HERE, ROOF, day(60), Choice.AGAINST),
                                        day(60))));

        assertThat(declined.status()).isEqualTo(Status.REJECTED);
        assertThat(declined.next()).isEmpty();
        assertThat(
                        refusals(
                                declined.resolve(
                                        "resolution", resolution(HERE, ROOF, day(70)), day(70))))
                .containsExactly("under-way", "next");
    }

    /** The defect: what hung when the owners declined hung in the public view for ever. */
    @Test
    void whatWasPutUpBeforeTheOwnersDeclinedIsAnsweredForAndTakenDown() {
        String rows =
                """
                pre,公示,公开,居委会,,,,,3,0,0,,某市,待核
                vote,表决,业主表决,业主大会,,,,,0,0,0,,某市,解释
                shown,公示,公开,居委会,,,,,7,3,0,,某市,解释
                done,实施,实施,业委会,实施报告,,,,0,0,0,,某市,解释
                after,公示,公开,居委会,,,,,7,15,0,,某市,解释
                """;
        ProcedurePattern pattern =
                PatternSheetTest.read(rows)
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        Procedure start = Procedures.opened(pattern, ROOF);
        Procedure shown =
                start.after(accepted(Procedures.proceed(start, start.next().orElseThrow(), 1)));
        Procedure objected =
                shown.after(accepted(shown.object("pre", new Remark("O1", CLERK, "太贵"), day(2))));

        Procedure declined =
                objected.after(
                        accepted(
                                objected.decline(
                                        "vote",
                                        tally(HERE, ROOF, day(60), Choice.AGAINST),
                                        day(60))));

        assertThat(refusals(declined.takeDown("pre", day(61)))).containsExactly("answered");
        Procedure answered =
                declined.after(accepted(declined.answer(new Remark("O1", CLERK, "不再实施"), day(61))));
        Procedure down = answered.after(accepted(answered.takeDown("pre", day(61))));
        for (Procedure ended : List.of(declined, answered, down)) {
            assertThat(ended.status()).isEqualTo(Status.REJECTED);
            assertThat(refusals(ended.object("pre", new Remark("O2", CLERK, "太贵"), day(61))))
                    .contains("under-way");
        }
        assertThat(declined.publicView().onDisplay()).containsKey("pre");
        assertThat(down.publicView().onDisplay()).isEmpty();
    }

    /** Civil Code art. 201 para. 1: the first day is not counted. */
    @Test
    void showsTheDecisionForSevenDaysBeforeItIsCarriedOut() {
        Procedure shown = until(START, "execution");
        assertThat(shown.onDisplay()).containsOnlyKeys("decision-disclosure");
        assertThat(
                        refusals(
                                shown.take(
                                        "execution",
                                        report(stage("execution"), BodyCount.NONE),
                                        day(90))))
                .containsExactly("displays-ended");

        assertThat(refusals(shown.takeDown("decision-disclosure", day(56))))
                .containsExactly("least-days");
        assertThat(refusals(shown.takeDown("decision-disclosure", day(57)))).isEmpty();
        assertThat(refusals(shown.takeDown("decision-disclosure", day(58)))).isEmpty();
    }

    @Test
    void answersEveryObjectionBeforeADisplayEnds() {
        Procedure shown = until(START, "execution");
        String stage = "decision-disclosure";
        Remark objection = new Remark("O1", CLERK, "预算过高");
        assertThat(refusals(shown.answer(objection, day(51)))).containsExactly("objection-open");
        assertThat(refusals(shown.object("result-disclosure", objection, day(51))))
                .containsExactly("on-display");

        shown = shown.after(accepted(shown.object(stage, objection, day(51))));
        assertThat(refusals(shown.object(stage, objection, day(52))))
                .containsExactly("objection-new");
        assertThat(refusals(shown.takeDown(stage, day(52))))
                .containsExactly("least-days", "answered");

        shown = shown.after(accepted(shown.answer(new Remark("O1", CLERK, "已核减"), day(53))));
        assertThat(refusals(shown.answer(objection, day(54)))).containsExactly("objection-open");
        assertThat(refusals(shown.takeDown(stage, day(60)))).isEmpty();
    }

    @Test
    void thePublicViewCountsObjectionsAndShowsWhatHangs() {
        Procedure shown = until(START, "execution");
        shown =
                shown.after(
                        accepted(
                                shown.object(
                                        "decision-disclosure",
                                        new Remark("O1", CLERK, "预算过高"),
                                        day(51))));
        shown =
                shown.after(
                        accepted(
                                shown.object(
                                        "decision-disclosure",
                                        new Remark("O2", CLERK, "噪声"),
                                        day(51))));
        shown = shown.after(accepted(shown.answer(new Remark("O1", CLERK, "已核减"), day(53))));

        PublicProcedure view = shown.publicView();

        assertThat(view.objections()).isEqualTo(2);
        assertThat(view.answered()).isEqualTo(1);
        assertThat(view.onDisplay()).containsOnlyKeys("decision-disclosure");
        assertThat(view.taken()).hasSize(5).containsEntry("proposal", LocalDate.of(2025, 3, 11));
        assertThat(view.stages()).hasSize(8).endsWith("review");
        assertThat(view.duties()).isEmpty();
    }

    @Test
    void takesObjectionsUpToTheirLimit() {
        Procedure shown = until(START, "execution");
        for (int i = 0; i < Procedure.MAX_OBJECTIONS; i++) {
            shown =
                    shown.after(
                            accepted(
                                    shown.object(
                                            "decision-disclosure",
                                            new Remark("O" + i, CLERK, "异议"),
                                            day(51))));
        }

        assertThat(
                        refusals(
                                shown.object(
                                        "decision-disclosure",
                                        new Remark("beyond", CLERK, "异议"),
                                        day(51))))
                .containsExactly("objections");
    }

    /**
     * Rulebook 6.2: within three days; a last day that is a rest day moves (Civil Code art. 203).
     */
    @Test
    void namesADisclosureThatComesTooLate() {
        Procedure voted = until(START, "decision-disclosure");
        Stage disclosure = stage("decision-disclosure");
        LocalDate voteDay = LocalDate.of(2025, 4, 10);
        assertThat(voted.deadline(disclosure, CALENDAR).orElseThrow().lastDay())
                .isEqualTo(LocalDate.of(2025, 4, 14));

        assertThat(voted.late(voteDay.plusDays(3), CALENDAR)).isEmpty();
        assertThat(voted.late(voteDay.plusDays(4), CALENDAR)).isEmpty();
        assertThat(voted.late(voteDay.plusDays(5), CALENDAR)).containsExactly(disclosure);
        assertThat(until(START, "execution").late(voteDay, CALENDAR)).containsExactly(disclosure);
        assertThat(voted.deadline(stage("review"), CALENDAR)).isEmpty();
    }

    /** Civil Code art. 281 para. 2. */
    @Test
    void repairsFirstOnlyOutOfTheMaintenanceFund() {
        for (Matter matter : Matter.values()) {
            Outcome<ProcedureOpened> outcome =
                    Procedure.openUrgently(FIVE, opening(motion(matter)), REPAIR);
            assertThat(refusals(outcome))
                    .isEqualTo(
                            matter == Matter.MAINTENANCE_FUND_USE
                                    ? List.of()
                                    : List.of("urgent-matter"));
        }
    }

    @Test
    void anUrgentRepairIsFollowedByEveryOtherStage() {
        Procedure urgent =
                Procedure.from(
                        List.of(
                                Procedure.openUrgently(FIVE, opening(ROOF), REPAIR)
                                        .orElseThrow(
                                                r -> new IllegalStateException(r.toString()))));

        assertThat(urgent.isUrgent()).isTrue();
        assertThat(urgent.stages())
                .extracting(Stage::id)
                .containsExactly(
                        "proposal",
                        "execution",
                        "discussion",
                        "examination",
                        "resolution",
                        "decision-disclosure",
                        "result-disclosure",
                        "review");
        assertThat(until(urgent, "review").status()).isEqualTo(Status.UNDER_WAY);
    }

    /** Civil Code art. 281 para. 2 lets the repair come first and says no more. */
    @Test
    void aRepairThatTheOwnersDeclineAfterwardsIsReportedAndPublished() {
        Procedure voted = until(Procedures.urgent(FIVE), "resolution");
        assertThat(voted.openDuties()).isEmpty();
        assertThat(voted.consequence()).isEmpty();
        assertThat(refusals(voted.reportRejection(DIGEST, CLERK, day(60))))
                .containsExactly("repair-declined", "rejection-duty");

        Procedure declined =
                voted.after(
                        accepted(
                                voted.decline(
                                        "resolution",
                                        tally(HERE, ROOF, day(60), Choice.AGAINST),
                                        day(60))));
        assertThat(declined.status()).isEqualTo(Status.REJECTED);
        assertThat(declined.openDuties())
                .containsExactly(RejectionDuty.REPORT_TO_OWNERS, RejectionDuty.PUBLICATION);
        Finding open = declined.consequence().orElseThrow();
        assertThat(open.rule()).isEqualTo(ProcedureRule.COST_OF_DECLINED_REPAIR.code());
        assertThat(open.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(open.basis()).containsExactly(Statutes.CIVIL_CODE.at(281, 2).asInterpretation());
        assertThat(open.evidence()).containsEntry("repaired", "2025-03-21");

        Procedure told = declined.after(accepted(declined.reportRejection(DIGEST, CLERK, day(61))));
        assertThat(told.openDuties()).containsExactly(RejectionDuty.PUBLICATION);
        assertThat(refusals(told.reportRejection(DIGEST, CLERK, day(61))))
                .containsExactly("rejection-duty");

        Procedure done = told.after(accepted(told.publishRejection(display(), day(62))));
        assertThat(done.openDuties()).isEmpty();
        assertThat(done.status()).isEqualTo(Status.REJECTED);
        assertThat(done.consequence()).isPresent();
        assertThat(refusals(done.publishRejection(display(), day(62))))
                .containsExactly("rejection-duty");
    }

    @Test
    void whatWasNeverRepairedOwesNothingWhenDeclined() {
        Procedure voted = until(START, "resolution");
        Procedure declined =
                voted.after(
                        accepted(
                                voted.decline(
                                        "resolution",
                                        tally(HERE, ROOF, day(60), Choice.AGAINST),
                                        day(60))));

        assertThat(declined.openDuties()).isEmpty();
        assertThat(declined.consequence()).isEmpty();
        assertThat(refusals(declined.publishRejection(display(), day(61))))
                .containsExactly("repair-declined", "rejection-duty");
    }

    @Test
    void refusesAMomentThatCouldNotBeKept() {
        Instant fine = day(1).plusNanos(999);
        Opening late = new Opening(ProcedureId.of("x"), HERE, ROOF, fine);
        Stage proposal = stage("proposal");

        assertThat(refusals(Procedure.open(FIVE, late))).containsExactly("moment");
        assertThat(refusals(Procedure.openUrgently(FIVE, late, REPAIR))).containsExactly("moment");
        assertThat(refusals(START.take("proposal", report(proposal, BodyCount.NONE), fine)))
                .containsExactly("moment");
        assertThat(
                        refusals(
                                START.take(
                                        "proposal",
                                        report(proposal, BodyCount.NONE),
                                        day(1).plusNanos(1_000))))
                .isEmpty();
    }

    @Test
    void readsNoEventOfAnotherProcedureOrCommunity() {
        StageReport report = report(stage("proposal"), BodyCount.NONE);
        for (ProcedureEvent event :
                List.of(
                        new ProcedureEvent.StageTaken(
                                CommunityId.of("else"), day(1), START.id(), "proposal", report),
                        new ProcedureEvent.StageTaken(
                                HERE, day(1), ProcedureId.of("else"), "proposal", report))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> START.after(event))
                    .withMessageContaining("checked=PROCEDURE,");
        }
        assertThat(
                        START.after(
                                        new ProcedureEvent.StageTaken(
                                                HERE, day(1), START.id(), "proposal", report))
                                .next())
                .contains(stage("discussion"));
    }

    @Test
    void refusesAHistoryThatNoCommandMade() {
        ProcedureOpened opened = Procedures.opened(Procedure.open(FIVE, opening(ROOF)));
        ProcedureEvent late =
                new ProcedureEvent.DisclosureEnded(HERE, day(1), opened.procedure(), "x");

        for (List<ProcedureEvent> history :
                List.of(
                        List.<ProcedureEvent>of(),
                        List.<ProcedureEvent>of(late),
                        List.of(opened, late),
                        List.<ProcedureEvent>of(opened, opened))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Procedure.from(history));
        }
    }

    @Test
    void noProcedureIsOpenedWithStagesThatNoPatternHas() {
        List<Stage> stages = FIVE.stages();
        List<Stage> early = new ArrayList<>(stages);
        early.add(0, early.remove(early.indexOf(stage("execution"))));
        List<Stage> twice = new ArrayList<>(stages);
        twice.add(stage("review"));

        for (List<Stage> wrong :
                List.of(
                        without("resolution"),
                        without("execution"),
                        without("decision-disclosure"),
                        without("result-disclosure"),
                        early,
                        twice,
                        List.<Stage>of())) {
            assertNotOpened(wrong, ROOF, List.of());
            assertNotOpened(wrong, ROOF, List.of(REPAIR));
        }
        assertNotOpened(stages, ROOF, List.of(REPAIR));
        List<Stage> urgent = Procedures.urgent(FIVE).stages();
        assertNotOpened(urgent, ROOF, List.of());
        assertNotOpened(urgent, ROOF, List.of(REPAIR, REPAIR));
        assertNotOpened(urgent, motion(Matter.REBUILDING), List.of(REPAIR));
        List<Stage> hidden = new ArrayList<>(urgent);
        hidden.remove(stage("result-disclosure"));
        assertNotOpened(hidden, ROOF, List.of(REPAIR));
        assertThat(open(stages, ROOF, List.of()).stages()).hasSize(8);
        assertThat(open(urgent, ROOF, List.of(REPAIR)).stages()).hasSize(8);
    }

    @Test
    void opensNoProcedureWithAStageOfOtherMatters() {
        String rows = PatternSheetTest.LEAST + "more,方案,材料,业委会,提案,,,,0,0,0,7,市规,解释\n";
        ProcedurePattern pattern =
                PatternSheetTest.read(rows)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(open(pattern.stages(), motion(Matter.REBUILDING), List.of()).stages())
                .hasSize(5);
        assertNotOpened(pattern.stages(), ROOF, List.of());
    }

    private static List<Stage> without(String id) {
        return FIVE.stages().stream().filter(s -> !s.id().equals(id)).toList();
    }

    private static ProcedureOpened open(
            List<Stage> stages, Motion motion, List<UrgentRepair> urgent) {
        return new ProcedureOpened(
                HERE, OPENED, ProcedureId.of("x"), "x", stages, motion, urgent, List.of());
    }

    private static void assertNotOpened(
            List<Stage> stages, Motion motion, List<UrgentRepair> urgent) {
        assertThatIllegalArgumentException().isThrownBy(() -> open(stages, motion, urgent));
    }

    /** What stores hold by now: a line is never edited, only added. */
    @Test
    void everyEventIsWrittenAndReadAsEver() throws IOException {
        EventCodec codec = EventCodec.of(ProcedureEvent.class).with(ProcedureChanges.all());
        List<String> texts;
        try (InputStream in = ProcedureTest.class.getResourceAsStream("events-v1.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            texts = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }

        assertThat(everyEvent().stream().map(codec::encode).map(ProcedureTest::asVersionOne))
                .containsExactlyElementsOf(texts);
        assertThat(texts.stream().map(codec::decode))
                .containsExactlyElementsOf(everyEvent().stream().map(Outcome::accepted).toList());
    }

    /**
     * Since version 2 a motion tells what it decides under the trust model, and since version 3 an
     * opening which stages are made up after an urgent repair.
     */
    private static String asVersionOne(String text) {
        return text.replaceFirst("/[23]\\{", "/1{")
                .replace("trust=[];", "")
                .replace("makeUpDays=1:0;", "")
                .replace("madeUp=[4:vote,5:shown,];", "");
    }

    static List<DomainEvent> everyEvent() {
        ProcedurePattern plain =
                PatternSheetTest.read(PatternSheetTest.LEAST)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
        ProcedureOpened opened =
                Procedure.openUrgently(plain, opening(ROOF), REPAIR)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
        ProcedureId id = opened.procedure();
        return List.of(
                opened,
                accepted(
                        START.take(
                                "proposal",
                                report(stage("proposal"), new BodyCount(3, 2, 1)),
                                day(1))),
                new ProcedureEvent.OwnersResolved(
                        HERE,
                        day(2),
                        id,
                        "resolution",
                        resolution(HERE, ROOF, day(2)).meeting(),
                        resolution(HERE, ROOF, day(2)).roster(),
                        ROOF,
                        day(1),
                        day(2)),
                new ProcedureEvent.OwnersDeclined(
                        HERE,
                        day(2),
                        id,
                        "resolution",
                        resolution(HERE, ROOF, day(2)).meeting(),
                        ROOF,
                        MotionResult.Result.NO_QUORUM,
                        day(1),
                        day(2)),
                new ProcedureEvent.DisclosurePosted(HERE, day(3), id, "s", "业委会", "公告栏", DIGEST),
                new ProcedureEvent.DisclosureEnded(HERE, day(3), id, "s"),
                new ProcedureEvent.ObjectionRaised(HERE, day(3), id, "s", "O1", CLERK, "异议"),
                new ProcedureEvent.ObjectionAnswered(HERE, day(3), id, "O1", CLERK, "答复"),
                new ProcedureEvent.RejectionReported(HERE, day(4), id, DIGEST, CLERK),
                new ProcedureEvent.RejectionPublished(HERE, day(4), id, "公告栏", DIGEST));
    }

    /** Civil Code art. 278: what is carried out was on display for as long as it must be. */
    @Test
    void theDecisionIsShownOnceEveryDisplayBetweenVoteAndExecutionHasEnded() {
        Procedure shown = until(START, "execution");
        Procedure down = shown.after(accepted(shown.takeDown("decision-disclosure", day(60))));
        Procedure done = until(START, "review");

        assertThat(until(START, "resolution").decisionShownAt()).isEmpty();
        assertThat(until(START, "decision-disclosure").decisionShownAt())
                .as("decided, not on display yet")
                .isEmpty();
        assertThat(shown.decisionShownAt()).as("still on display").isEmpty();
        assertThat(down.decisionShownAt()).contains(day(60));
        assertThat(done.onDisplay()).containsOnlyKeys("result-disclosure");
        assertThat(done.decisionShownAt())
                .as("whatever is shown of the result")
                .isEqualTo(Optional.of(day(60)));
    }

    @Test
    void aDisplayBeforeTheVoteShowsNoDecision() {
        Procedure city =
                until(opened(PatternSheet.sampleCity(), motion(Matter.REBUILDING)), "execution");
        assertThat(city.onDisplay()).containsOnlyKeys("draft-disclosure", "decision-disclosure");

        Procedure draftDown = city.after(accepted(city.takeDown("draft-disclosure", day(70))));
        Procedure down = city.after(accepted(city.takeDown("decision-disclosure", day(71))));
        Procedure both = down.after(accepted(down.takeDown("draft-disclosure", day(75))));

        assertThat(draftDown.decisionShownAt()).isEmpty();
        assertThat(down.decisionShownAt()).contains(day(71));
        assertThat(both.decisionShownAt()).contains(day(71));
    }

    /** The repair came before the vote, so that no execution ends the displays that count. */
    @Test
    void theDecisionOnAnUrgentRepairIsShownWhenEveryLaterDisplayHasEnded() {
        Procedure repaired = until(Procedures.urgent(FIVE), "review");
        Procedure first =
                repaired.after(accepted(repaired.takeDown("decision-disclosure", day(90))));
        Procedure both = first.after(accepted(first.takeDown("result-disclosure", day(95))));

        assertThat(repaired.decisionShownAt()).isEmpty();
        assertThat(first.decisionShownAt()).isEmpty();
        assertThat(both.decisionShownAt()).contains(day(95));
    }

    @Test
    void noStageIsLateAfterTheOwnersHaveDeclined() {
        Motion rebuilding = motion(Matter.REBUILDING);
        Procedure voting = until(opened(PatternSheet.sampleCity(), rebuilding), "resolution");
        Procedure declined =
                voting.after(
                        accepted(
                                voting.decline(
                                        "resolution",
                                        tally(HERE, rebuilding, day(60), Choice.AGAINST),
                                        day(60))));
        LocalDate later = LocalDate.of(2025, 12, 31);

        assertThat(voting.late(later, CALENDAR)).extracting(Stage::id).contains("resolution");
        assertThat(declined.late(later, CALENDAR))
                .extracting(Stage::id)
                .doesNotContain("resolution");
    }

    @Test
    void isReadFromNoOpeningThatCouldNotBeKeptOrHasNoName() {
        ProcedureOpened opened = Procedures.opened(Procedure.open(FIVE, opening(ROOF)));
        ProcedureOpened odd =
                new ProcedureOpened(
                        HERE,
                        OPENED.plusNanos(1),
                        opened.procedure(),
                        opened.pattern(),
                        opened.stages(),
                        ROOF,
                        List.of(),
                        List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Procedure.from(List.of(odd)))
                .withMessageContaining("MOMENT");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ProcedureOpened(
                                        HERE,
                                        OPENED,
                                        opened.procedure(),
                                        " ",
                                        opened.stages(),
                                        ROOF,
                                        List.of(),
                                        List.of()))
                .withMessageContaining("pattern");
    }

    @Test
    void twoProceduresAreOneOnlyWithOneHistory() {
        Procedure discussed = until(START, "examination");

        assertThat(START)
                .isEqualTo(opened(FIVE, ROOF))
                .hasSameHashCodeAs(opened(FIVE, ROOF))
                .isNotEqualTo(discussed);
        assertThat(START).hasToString(HERE + " 2025-P-01 UNDER_WAY proposal");
        assertThat(discussed).hasToString(HERE + " 2025-P-01 UNDER_WAY examination");
        assertThat(until(START, "")).hasToString(HERE + " 2025-P-01 UNDER_WAY");
    }
}
