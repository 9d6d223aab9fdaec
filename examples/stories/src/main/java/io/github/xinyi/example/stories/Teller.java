package io.github.xinyi.example.stories;

import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Meeting;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;

/** Tells a story in lines: what happened on which day, and what could not happen and why. */
final class Teller {

    /**
     * A calendar that knows of no holiday but the weekends; the dates of the stories are invented.
     */
    static final HolidayCalendar WEEKENDS =
            new HolidayCalendar(
                    EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());

    private final PrintStream out;

    Teller(PrintStream out) {
        this.out = out;
    }

    /** Tells it on the console. */
    static Teller onConsole() {
        return new Teller(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** A moment in China, for example {@code 2025-03-01T09:00}. */
    static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(Meeting.ZONE).toInstant();
    }

    /** Its day in China. */
    static LocalDate dayOf(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    void chapter(String title) {
        out.println();
        out.println(title);
    }

    void says(Instant at, String what) {
        out.println("  " + dayOf(at) + "  " + what);
    }

    /** Shows that something is refused, with every reason. */
    void refused(String attempt, Outcome<?> outcome) {
        out.println("  refused:    " + attempt);
        lines(Outcomes.reasons(outcome));
    }

    /** Shows what everybody may read. */
    void shows(String what, List<String> lines) {
        out.println("  " + what + ":");
        lines(lines);
    }

    private void lines(List<String> lines) {
        lines.stream().flatMap(String::lines).forEach(line -> out.println("      " + line));
    }
}
