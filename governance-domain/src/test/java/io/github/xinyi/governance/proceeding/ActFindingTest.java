package io.github.xinyi.governance.proceeding;

import static io.github.xinyi.governance.proceeding.Courses.on;
import static io.github.xinyi.governance.proceeding.Courses.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.proceeding.ActFinding.RestDays;
import io.github.xinyi.governance.proceeding.FirstMeeting.FirstMeetingRule;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Acts within a term: the voting closes on day 26, a Friday, so that the three days of Beijing end
 * on day 29, Monday 2024-12-30, and the thirty of filing on day 56, Sunday 2025-01-26.
 */
class ActFindingTest {

    private static final HolidayCalendar HOLIDAYS = calendar("2026-01-01", 29, 30, 31);
    private static final HolidayCalendar UNKNOWN = calendar("2024-12-02");

    @ParameterizedTest(name = "put up on day {0}: {1}")
    @CsvSource({"29,MET", "31,MET", "32,MET", "33,NOT_MET"})
    void aLastDayOfRestMovesTheDayOfPuttingUpByCivilCode203(long day, Verdict expected) {
        ProceedingTerms terms = Courses.terms("BEIJING").with(HOLIDAYS);

        ActFinding done = published(upTo(5).after(Courses.published(day)).duties(on(99), terms));
        ActFinding open = published(upTo(5).duties(on(day), terms));

        assertThat(done.verdict()).isEqualTo(expected);
        assertThat(open.verdict())
                .isEqualTo(expected == Verdict.MET ? Verdict.PENDING : Verdict.NOT_MET);
        assertThat(done.last()).isEqualTo(on(32));
        assertThat(done.restDays()).isEqualTo(RestDays.APPLIED);
        assertThat(done.basis())
                .filteredOn(c -> c.provision().article() == 203)
                .extracting(Citation::standing)
                .containsExactly(Standing.INTERPRETATION);
    }

    @ParameterizedTest(name = "filed on day {0}, a Sunday worked: {1}, {2}")
    @CsvSource({
        "56,false,MET",
        "57,false,MET",
        "58,false,NOT_MET",
        "56,true,MET",
        "57,true,NOT_MET"
    })
    void aSundayMovesTheDayOfFilingUnlessItIsWorkedByCivilCode203(
            long day, boolean worked, Verdict expected) {
        HolidayCalendar sundays = calendar("2026-01-01");
        HolidayCalendar calendar =
                worked
                        ? new HolidayCalendar(
                                sundays.known(),
                                new TreeSet<>(),
                                new TreeSet<>(List.of(LocalDate.of(2025, 1, 26))))
                        : sundays;
        Proceeding filed =
                upTo(6).after(Courses.filed(day, Office.STREET_OFFICE))
                        .after(Courses.filed(day, Office.HOUSING_AUTHORITY));

        assertThat(
                        acts(
                                filed.duties(on(99), Courses.terms("NATIONAL").with(calendar)),
                                ProceedingRule.FILED_WITHIN))
                .extracting(ActFinding::verdict)
                .containsExactly(expected, expected);
    }

    @ParameterizedTest(name = "put up on day {0}: {1}")
    @CsvSource({"29,MET", "30,UNDETERMINED", "59,UNDETERMINED", "60,NOT_MET"})
    void aCalendarThatDoesNotKnowTheDaysLeavesALateActUndetermined(long day, Verdict expected) {
        ActFinding done =
                published(
                        upTo(5).after(Courses.published(day))
                                .duties(on(99), Courses.terms("BEIJING").with(UNKNOWN)));

        assertThat(done.verdict()).isEqualTo(expected);
        assertThat(done.restDays()).isEqualTo(RestDays.UNKNOWN);
    }

    @Test
    void withoutACalendarTheDaysArePlainAndTheFindingSaysThatArticle203WasNotApplied() {
        Ruling ruling = upTo(5).after(Courses.published(30)).duties(on(99), terms());

        ActFinding done = published(ruling);

        assertThat(done.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(done.last()).isEqualTo(on(29));
        assertThat(done.basis()).noneMatch(c -> c.provision().article() == 203);
        assertThat(done.evidence()).containsEntry("calendar", "-");
        assertThat(RuleTexts.governance(Language.EN).render(done))
                .startsWith(
                        "✘ Counted on 2024-12-27, put up on 2024-12-31: 4 days; at most 3 are "
                                + "allowed, until 2024-12-30 (rest days by Civil Code art. 203: "
                                + "not applied, no calendar)");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(done))
                .startsWith(
                        "✘ 2024-12-27计票，2024-12-31公布，历时4日；不得超过3日，至2024-12-30届满"
                                + "（《民法典》第203条休假日顺延：未适用（没有日历））");
    }

    @Test
    void aTermOfNoDaysHasNoLastDayToBeMoved() {
        Term none = new Term(Term.Kind.PUBLICATION, 0, List.of());

        ActFinding sunday =
                ActFinding.of(ProceedingRule.PUBLISHED_WITHIN, on(0), on(1), none, HOLIDAYS);

        assertThat(sunday.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(sunday.restDays()).isEqualTo(RestDays.NOT_APPLIED);
    }

    @Test
    void theFirstMeetingIsPreparedByTheSameDays() {
        LocalDate formed = LocalDate.of(2024, 12, 7);

        Ruling ruling =
                FirstMeeting.preparation(
                        formed,
                        LocalDate.of(2024, 12, 16),
                        formed.plusDays(60),
                        terms().with(HOLIDAYS));

        assertThat(acts(ruling, FirstMeetingRule.GROUP_PUBLISHED))
                .as("seven days end on Saturday 2024-12-14")
                .extracting(ActFinding::verdict)
                .containsExactly(Verdict.MET);
    }

    /** A known calendar gives time up to the first working day from the plain last day on. */
    @Property(tries = 500)
    void isInTimeExactlyUpToTheFirstWorkingDay(
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @IntRange(max = 90) int done,
            @ForAll @IntRange(max = 100) int start) {
        Term term = new Term(Term.Kind.FILING, days, List.of());
        LocalDate plain = on(start + days);
        LocalDate working = plain;
        while (HOLIDAYS.isRestDay(working)) {
            working = working.plusDays(1);
        }

        ActFinding act =
                ActFinding.of(
                        ProceedingRule.FILED_WITHIN, on(start), on(start + done), term, HOLIDAYS);

        assertThat(act.verdict() == Verdict.MET).isEqualTo(!on(start + done).isAfter(working));
        assertThat(act.last()).isEqualTo(working);
    }

    private static ProceedingTerms terms() {
        return Courses.terms("BEIJING");
    }

    private static ActFinding published(Ruling ruling) {
        return acts(ruling, ProceedingRule.PUBLISHED_WITHIN).get(0);
    }

    private static List<ActFinding> acts(Ruling ruling, Rule of) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().equals(of.code()))
                .map(ActFinding.class::cast)
                .toList();
    }

    private static HolidayCalendar calendar(String end, int... holidays) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int day : holidays) {
            days.add(on(day));
        }
        return new HolidayCalendar(
                new EffectivePeriod(LocalDate.of(2024, 12, 1), LocalDate.parse(end)),
                days,
                new TreeSet<>());
    }
}
