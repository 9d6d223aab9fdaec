package io.github.xinyi.governance.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.law.Deadline.RestDays;
import io.github.xinyi.governance.law.Deadline.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards Civil Code 200 to 203. */
class DeadlineTest {

    /** Seven days of rest from 2024-10-01, with the Sunday before and the Saturday after worked. */
    private static final HolidayCalendar AUTUMN =
            calendar(
                    LocalDate.parse("2024-10-01").datesUntil(LocalDate.parse("2024-10-08")),
                    "2024-09-29",
                    "2024-10-12");

    private static HolidayCalendar calendar(Stream<LocalDate> holidays, String... worked) {
        return new HolidayCalendar(
                new EffectivePeriod(LocalDate.parse("2024-01-01"), LocalDate.parse("2026-01-01")),
                holidays.collect(Collectors.toCollection(TreeSet::new)),
                Stream.of(worked)
                        .map(LocalDate::parse)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Deadline after(String start, int length, Unit unit) {
        return Deadline.after(LocalDate.parse(start), length, unit, AUTUMN);
    }

    @Test
    void startDayIsNotCountedByArticle201() {
        assertThat(after("2024-11-04", 3, Unit.DAYS).lastDay()).isEqualTo("2024-11-07");
    }

    @Test
    void monthsAndYearsEndOnTheCorrespondingDayOrTheMonthsLastByArticle202() {
        assertThat(after("2024-02-29", 1, Unit.YEARS).lastDay()).isEqualTo("2025-02-28");
        assertThat(after("2024-01-30", 1, Unit.MONTHS).lastDay()).isEqualTo("2024-02-29");
        assertThat(after("2024-01-31", 3, Unit.MONTHS).lastDay()).isEqualTo("2024-04-30");
        assertThat(after("2024-01-15", 1, Unit.MONTHS).lastDay()).isEqualTo("2024-02-15");
    }

    /** The digest is pinned: made of the days as RFC 3339 dates, in their order. */
    @Test
    void tellsTheEditionOfTheCalendarThatWasLookedAt() {
        HolidayCalendar again =
                calendar(
                        LocalDate.parse("2024-10-01").datesUntil(LocalDate.parse("2024-10-08")),
                        "2024-10-12",
                        "2024-09-29");
        HolidayCalendar corrected =
                calendar(
                        LocalDate.parse("2024-10-01").datesUntil(LocalDate.parse("2024-10-09")),
                        "2024-09-29",
                        "2024-10-12");

        assertThat(AUTUMN.edition()).isEqualTo("2024-01-01..2026-01-01#06e07c662152");
        assertThat(again.edition()).isEqualTo(AUTUMN.edition());
        assertThat(corrected.edition()).isNotEqualTo(AUTUMN.edition());
        assertThat(
                        new HolidayCalendar(
                                        EffectivePeriod.from(LocalDate.parse("2024-01-01")),
                                        new TreeSet<>(),
                                        new TreeSet<>())
                                .edition())
                .startsWith("2024-01-01..#");
        assertThat(after("2024-11-04", 3, Unit.DAYS).calendarEdition()).isEqualTo(AUTUMN.edition());
        assertThat(after("2024-11-04", 3, Unit.WORKING_DAYS).calendarEdition())
                .isEqualTo(AUTUMN.edition());
        assertThat(Deadline.before(LocalDate.parse("2024-11-04"), 3).calendarEdition())
                .isEqualTo("-");
        assertThat(DeadlineCount.by(AUTUMN).edition()).isEqualTo(AUTUMN.edition());
        assertThat(DeadlineCount.plain().edition()).isEqualTo("-");
    }

    @Test
    void saysThatArticle203WasNotAppliedWhereNoCalendarIsAtHand() {
        LocalDate start = LocalDate.parse("2024-09-30");
        Deadline plain = DeadlineCount.plain().after(start, 1, Unit.DAYS);

        assertThat(plain.lastDay()).isEqualTo("2024-10-01");
        assertThat(plain.restDays()).isEqualTo(RestDays.NOT_APPLIED);
        assertThat(plain.isCalendarKnown()).isFalse();
        assertThat(plain.isCertainOn(LocalDate.parse("2024-10-02"))).isTrue();
        assertThat(plain.basis()).doesNotContain(Statutes.CIVIL_CODE.at(203, 1));
        assertThat(DeadlineCount.by(AUTUMN).after(start, 1, Unit.DAYS).lastDay())
                .isEqualTo("2024-10-08");
        assertThat(Deadline.plain(LocalDate.parse("2024-01-31"), 1, Unit.MONTHS).lastDay())
                .isEqualTo("2024-02-29");
        assertThat(Deadline.plain(LocalDate.parse("2024-02-29"), 1, Unit.YEARS).lastDay())
                .isEqualTo("2025-02-28");
        assertThatThrownBy(() -> Deadline.plain(start, 1, Unit.WORKING_DAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WORKING_DAYS");
    }

    @Test
    void countsMonthsBackWithoutMovingTheDay() {
        Deadline back = Deadline.monthsBefore(LocalDate.parse("2025-01-01"), 3);

        assertThat(back.lastDay()).isEqualTo("2024-10-01");
        assertThat(back.restDays()).isEqualTo(RestDays.NOT_MOVED);
        assertThatThrownBy(() -> after("2025-01-01", 3, Unit.MONTHS_BEFORE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lastDayOnAHolidayMovesToTheDayAfterTheRestByArticle203() {
        assertThat(after("2024-09-27", 3, Unit.DAYS).lastDay()).isEqualTo("2024-09-30");
        assertThat(after("2024-09-27", 4, Unit.DAYS).lastDay()).isEqualTo("2024-10-08");
        assertThat(after("2024-09-27", 11, Unit.DAYS).lastDay()).isEqualTo("2024-10-08");

        Deadline moved = after("2024-09-30", 1, Unit.DAYS);

        assertThat(moved.counted()).isEqualTo("2024-10-01");
        assertThat(moved.isOverOn(LocalDate.parse("2024-10-08"))).isFalse();
        assertThat(moved.isOverOn(LocalDate.parse("2024-10-09"))).isTrue();
        assertThat(moved.daysLeftOn(LocalDate.parse("2024-10-07"))).isEqualTo(1);
    }

    @Test
    void aWeekendMovesTheDayAndIsMarkedAsOurReading() {
        Deadline moved = after("2024-11-07", 2, Unit.DAYS);

        assertThat(moved.lastDay()).isEqualTo("2024-11-11");
        assertThat(moved.basis()).contains(Statutes.CIVIL_CODE.at(203, 1).asInterpretation());
        assertThat(after("2024-09-28", 3, Unit.DAYS).basis())
                .contains(Statutes.CIVIL_CODE.at(203, 1));
    }

    @Test
    void aWorkedWeekendIsALastDay() {
        assertThat(after("2024-10-10", 2, Unit.DAYS).lastDay()).isEqualTo("2024-10-12");
        assertThat(after("2024-10-10", 3, Unit.DAYS).lastDay()).isEqualTo("2024-10-14");
    }

    @Test
    void workingDaysPassOverEveryRestDay() {
        assertThat(after("2024-09-28", 2, Unit.WORKING_DAYS).lastDay()).isEqualTo("2024-09-30");
        assertThat(after("2024-09-28", 3, Unit.WORKING_DAYS).lastDay()).isEqualTo("2024-10-08");
        assertThat(after("2024-10-11", 1, Unit.WORKING_DAYS).lastDay()).isEqualTo("2024-10-12");
    }

    @Test
    void countsNoticeInPlainCalendarDaysBackFromTheMeeting() {
        Deadline notice = Deadline.before(LocalDate.parse("2024-10-16"), 15);

        assertThat(notice.lastDay()).isEqualTo("2024-10-01");
        assertThat(notice.isOverOn(LocalDate.parse("2024-10-01"))).isFalse();
        assertThat(notice.isOverOn(LocalDate.parse("2024-10-02"))).isTrue();
        assertThat(notice.basis()).allMatch(c -> c.standing() == Standing.INTERPRETATION);
    }

    @Test
    void saysWhereTheCalendarEnds() {
        assertThat(after("2025-12-30", 1, Unit.DAYS).isCalendarKnown()).isTrue();
        assertThat(after("2025-12-30", 2, Unit.DAYS).isCalendarKnown()).isFalse();
        assertThat(after("2025-12-30", 2, Unit.WORKING_DAYS).isCalendarKnown()).isFalse();
    }

    @Test
    void refusesLengthsOutOfRangeAndDaysThatNoCalendarHas() {
        LocalDate day = LocalDate.parse("2024-01-02");
        assertThat(after("2024-01-02", Deadline.MAX_LENGTH, Unit.DAYS).length()).isEqualTo(10_000);
        for (int length : List.of(0, Deadline.MAX_LENGTH + 1)) {
            assertThatThrownBy(() -> Deadline.before(day, length))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Deadline.after(day, 1, Unit.DAYS_BEFORE, AUTUMN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar(Stream.of(LocalDate.parse("2026-01-01"))))
                .hasMessageContaining("2026-01-01");
        assertThatThrownBy(() -> calendar(Stream.of(), "2024-10-11"))
                .hasMessageContaining("2024-10-11");
        assertThatThrownBy(() -> calendar(Stream.of(LocalDate.parse("2024-10-12")), "2024-10-12"))
                .hasMessageContaining("2024-10-12");
    }

    @Test
    void holdsDaysUpToItsLimit() {
        LocalDate first = LocalDate.parse("2024-01-01");
        EffectivePeriod known = EffectivePeriod.from(first);
        Set<LocalDate> most =
                first.datesUntil(first.plusDays(HolidayCalendar.MAX_DAYS))
                        .collect(Collectors.toSet());
        TreeSet<LocalDate> tooMany = new TreeSet<>(most);
        tooMany.add(first.plusDays(HolidayCalendar.MAX_DAYS));

        assertThat(new HolidayCalendar(known, new TreeSet<>(most), new TreeSet<>()).holidays())
                .hasSize(HolidayCalendar.MAX_DAYS);
        assertThatThrownBy(() -> new HolidayCalendar(known, tooMany, new TreeSet<>()))
                .hasMessageContaining("4000");
    }
}
