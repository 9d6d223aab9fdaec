package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.CLERK;
import static io.github.xinyi.governance.deliberation.Procedures.DIGEST;
import static io.github.xinyi.governance.deliberation.Procedures.HERE;
import static io.github.xinyi.governance.deliberation.Procedures.ROOF;
import static io.github.xinyi.governance.deliberation.Procedures.accepted;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.opened;
import static io.github.xinyi.governance.deliberation.Procedures.proceed;
import static io.github.xinyi.governance.deliberation.Procedures.refusals;
import static io.github.xinyi.governance.deliberation.Procedures.revocation;
import static io.github.xinyi.governance.deliberation.Procedures.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.deliberation.Procedure.Status;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an urgent repair went before is made up afterwards (Civil Code art. 281 para. 2). */
class CompletionDutyTest {

    private static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());

    /** 10 days for the plan, 30 for the vote, none said for the display of the decision. */
    private static final String ROWS =
            """
            talk,提议,材料,党支部,提案,,,,0,0,0,,某市,解释
            plan,方案,材料,业委会,会议纪要,,,,0,0,10,,某市,解释
            vote,表决,业主表决,业主大会,,,,,0,0,30,,某市,解释
            shown,公示,公开,业委会,,,,,7,3,0,,某市,解释
            done,实施,实施,业委会,实施报告,,,,0,0,0,,某市,解释
            after,结果公开,公开,业委会,,,,,7,15,0,,某市,解释
            """;

    /** The repair is of Monday 3 March 2025. */
    private static final Procedure REPAIRED = next(next(urgent(ROWS), 1), 2);

    @Test
    void owesNothingBeforeTheRepairAndEveryStageThatItWentBeforeAfterwards() {
        assertThat(next(urgent(ROWS), 1).completions(on(20), CALENDAR)).isEmpty();
        assertThat(REPAIRED.completions(on(1), CALENDAR)).isEmpty();
        assertThat(REPAIRED.completions(on(2), CALENDAR))
                .allMatch(CompletionDuty::isOpen)
                .extracting(duty -> duty.stage().id())
                .containsExactly("plan", "vote", "shown");
        assertThat(REPAIRED.publicView().toMakeUp()).containsExactly("plan", "vote", "shown");
    }

    @Test
    void aProcedureThatIsNotUrgentHasNothingToMakeUp() {
        Procedure usual = Procedures.until(opened(pattern(ROWS), ROOF), "after");

        assertThat(usual.completions(on(400), CALENDAR)).isEmpty();
        assertThat(usual.publicView().toMakeUp()).isEmpty();
    }

    /** Ten days from 3 March end on Thursday 13 March, day 12. */
    @ParameterizedTest
    @CsvSource({"11, PENDING", "12, PENDING", "13, NOT_MET"})
    void aStageIsOverdueFromTheDayAfterItsLastDayOn(int today, Verdict verdict) {
        CompletionDuty plan = duty(REPAIRED, "plan", today);

        assertThat(plan.finding().rule()).isEqualTo(ProcedureRule.COMPLETION.code());
        assertThat(plan.finding().verdict()).isEqualTo(verdict);
        assertThat(plan.isOpen()).isTrue();
        assertThat(plan.finding().evidence()).containsEntry("deadline", "2025-03-13");
        assertThat(plan.finding().basis())
                .contains(Statutes.CIVIL_CODE.at(281, 2).asInterpretation());
    }

    /** Thirty days from 3 March end on Wednesday 2 April, day 32. */
    @ParameterizedTest
    @CsvSource({"31, MET", "32, MET", "33, NOT_MET"})
    void theVoteIsMadeUpInTimeByItsLastDay(int voted, Verdict verdict) {
        CompletionDuty vote = duty(next(next(REPAIRED, 5), voted), "vote", 90);

        assertThat(vote.finding().verdict()).isEqualTo(verdict);
        assertThat(vote.isOpen()).isFalse();
        assertThat(vote.finding().evidence()).containsEntry("done", on(voted).toString());
    }

    @Test
    void whatIsMadeUpLaterIsStillOpenOnAnEarlierDay() {
        Procedure planned = next(REPAIRED, 20);

        assertThat(duty(planned, "plan", 19).isOpen()).isTrue();
        assertThat(duty(planned, "plan", 20).isOpen()).isFalse();
        assertThat(planned.publicView().toMakeUp()).containsExactly("vote", "shown");
    }

    /** Twelve days end on Saturday 15 March; Civil Code art. 203 moves that to Monday, day 16. */
    @ParameterizedTest
    @CsvSource({"14, MET", "16, MET", "17, NOT_MET"})
    void aLastDayThatIsARestDayGivesWay(int planned, Verdict verdict) {
        Procedure repaired = next(next(urgent(ROWS.replace("0,0,10,", "0,0,12,")), 1), 2);

        assertThat(duty(next(repaired, planned), "plan", 90).finding().verdict())
                .isEqualTo(verdict);
    }

    /** No law names a day, so neither does this library. */
    @Test
    void whereTheTableSetsNoDayItIsOpenByWhen() {
        CompletionDuty shown = duty(REPAIRED, "shown", 365);

        assertThat(shown.finding().verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(shown.finding().rule()).isEqualTo(ProcedureRule.COMPLETION_DAY.code());
        Procedure all = Procedures.until(REPAIRED, "after");
        assertThat(duty(all, "shown", 365).finding().verdict()).isEqualTo(Verdict.MET);
        for (ProcedurePattern shipped :
                List.of(PatternSheet.fiveDeliberations(), PatternSheet.fourDeliberations())) {
            Procedure repaired = Procedures.until(Procedures.urgent(shipped), "discussion");
            assertThat(repaired.completions(on(400), CALENDAR))
                    .hasSize(4)
                    .allMatch(duty -> duty.finding().verdict() == Verdict.UNDETERMINED);
        }
    }

    @Test
    void isNotCompletedWhileAStageIsToBeMadeUp() {
        Procedure all = Procedures.until(REPAIRED, "");
        for (String stage : List.copyOf(all.onDisplay().keySet())) {
            all = all.after(accepted(all.takeDown(stage, day(300))));
        }

        assertThat(Procedures.until(REPAIRED, "shown").status()).isEqualTo(Status.UNDER_WAY);
        assertThat(all.status()).isEqualTo(Status.COMPLETED);
        assertThat(all.completions(on(300), CALENDAR)).noneMatch(CompletionDuty::isOpen);
        assertThat(all.publicView().toMakeUp()).isEmpty();
    }

    /** The vote is held; report and publication take the place of what would have followed it. */
    @Test
    void ownersWhoDeclineHaveMadeUpTheirVoteAndNothingFollowsIt() {
        Procedure planned = next(REPAIRED, 5);

        Procedure declined =
                planned.after(
                        accepted(
                                planned.decline(
                                        "vote",
                                        tally(HERE, ROOF, day(33), Choice.AGAINST),
                                        day(34))));

        assertThat(declined.completions(on(90), CALENDAR))
                .extracting(duty -> duty.stage().id())
                .containsExactly("plan", "vote");
        assertThat(duty(declined, "vote", 90).finding().evidence())
                .containsEntry("done", on(33).toString())
                .containsEntry("late", "1");
        assertThat(declined.openDuties()).hasSize(2);
        Procedure told = declined.after(accepted(declined.reportRejection(DIGEST, CLERK, day(35))));
        assertThat(told.publicView().toMakeUp()).isEmpty();
    }

    /** Noted on Tuesday 15 April, day 45; thirty days later is Thursday 15 May, day 75. */
    @ParameterizedTest
    @CsvSource({"74, PENDING", "75, PENDING", "76, NOT_MET"})
    void aVoteWhoseDecisionFellIsOwedAnewFromThatDayOn(int today, Verdict verdict) {
        Procedure voted = next(next(REPAIRED, 5), 30);
        MeetingId meeting = voted.decision().orElseThrow().meeting();

        Procedure revoked =
                voted.after(
                        accepted(voted.revoke(revocation(meeting, ROOF.id(), day(45)), day(45))));

        assertThat(duty(revoked, "plan", today).finding().verdict()).isEqualTo(Verdict.MET);
        assertThat(duty(revoked, "vote", today).finding().verdict()).isEqualTo(verdict);
        assertThat(duty(revoked, "vote", today).isOpen()).isTrue();
    }

    /** A day that nobody could be late by would be no day. */
    @ParameterizedTest
    @ValueSource(strings = {"talk", "done", "after"})
    void aTableSetsDaysOnlyForWhatAnUrgentRepairGoesBefore(String stage) {
        String wrong = ROWS.replaceFirst("(?m)^(" + stage + ",.*),0,,某市", "$1,1,,某市");

        assertThat(refusals(PatternSheetTest.read(wrong))).containsExactly("pattern-made-up");
        assertThat(refusals(PatternSheetTest.read(ROWS))).isEmpty();
    }

    /** The least pattern has its vote first, so that the repair goes before it too. */
    @Test
    void aRepairBeforeAVoteThatComesFirstGoesBeforeIt() {
        Procedure repaired = next(urgent(PatternSheetTest.LEAST), 1);

        assertThat(repaired.completions(on(1), CALENDAR))
                .extracting(duty -> duty.stage().id())
                .containsExactly("vote", "shown");
    }

    /** Two displays before the execution: by their order alone, the second could follow it. */
    @Test
    void anOpeningKeepsWhichStagesTheRepairWentBefore() {
        String more = ROWS.replace("done,", "again,再公示,公开,业委会,,,,,7,3,0,,某市,解释\ndone,");
        ProcedureOpened opened =
                Procedures.opened(
                        Procedure.openUrgently(
                                pattern(more), Procedures.opening(ROOF), Procedures.REPAIR));

        assertThat(opened.madeUp()).containsExactly("plan", "vote", "shown", "again");
        assertThat(with(opened, List.of()).madeUp()).containsExactly("plan", "vote", "shown");
        for (List<String> wrong :
                List.of(
                        List.of("plan", "vote"),
                        List.of("vote", "plan", "shown"),
                        List.of("plan", "vote", "shown", "again", "after"),
                        List.of("talk", "plan", "vote", "shown", "again"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> with(opened, wrong));
        }
    }

    @Test
    void isToldInBothLanguages() {
        assertThat(RuleTexts.governance(Language.EN).render(duty(REPAIRED, "plan", 13).finding()))
                .contains("Stage plan", "2025-03-13", "days late: 1");
        assertThat(
                        RuleTexts.governance(Language.ZH_CN)
                                .render(duty(REPAIRED, "shown", 13).finding()))
                .contains("环节shown", "2025-03-03", "未设期限");
        assertThat(REPAIRED.publicView().sentence(RuleTexts.governance(Language.EN)))
                .endsWith("; stages still to be made up: 3");
    }

    private static ProcedureOpened with(ProcedureOpened opened, List<String> madeUp) {
        return new ProcedureOpened(
                opened.community(),
                opened.occurredAt(),
                opened.procedure(),
                opened.pattern(),
                opened.stages(),
                opened.motion(),
                opened.urgent(),
                madeUp);
    }

    private static CompletionDuty duty(Procedure procedure, String stage, int today) {
        return procedure.completions(on(today), CALENDAR).stream()
                .filter(duty -> duty.stage().id().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static Procedure next(Procedure procedure, int day) {
        return procedure.after(accepted(proceed(procedure, procedure.next().orElseThrow(), day)));
    }

    private static Procedure urgent(String rows) {
        return Procedures.urgent(pattern(rows));
    }

    private static ProcedurePattern pattern(String rows) {
        return PatternSheetTest.read(rows)
                .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
    }

    private static LocalDate on(int day) {
        return Procedure.day(day(day));
    }
}
