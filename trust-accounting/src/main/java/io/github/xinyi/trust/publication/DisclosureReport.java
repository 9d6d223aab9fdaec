package io.github.xinyi.trust.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What had to be public by a moment, what was, and what was late (公开及时性报告).
 *
 * <p>For example the public income through 2025-03-31, due at the end of 15 April, published on 17
 * April: late by two days. An item with a term after events is due for each event that is handed
 * in, one with a term after periods for each period that ended within the report. A publication
 * counts from the event on, or after the period, and only the first one does. Immutable.
 *
 * @since 0.1.0
 */
public final class DisclosureReport {

    /** Days begin and end where the community is. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The most years of one report. */
    public static final int MAX_YEARS = 5;

    /**
     * Something happened that must be made public.
     *
     * @param item the code of the item
     * @param subject its name, for example the id of a payment
     * @param at when
     */
    public record Occasion(String item, String subject, Instant at) {}

    /**
     * Something was made public.
     *
     * @param item the code of the item
     * @param subject the name of the event, or the last day of the period as {@code 2025-03-31}
     * @param at when
     */
    public record Publication(String item, String subject, Instant at) {}

    /** How a duty was met. */
    public enum Status {
        /** Public by the term; on the term is in time. */
        IN_TIME,
        /** Public after the term. */
        LATE,
        /** Not public, and the term is over. */
        OVERDUE,
        /** Not public, and the term runs. */
        NOT_YET_DUE
    }

    /**
     * One duty.
     *
     * @param item what had to be public
     * @param subject the event, or the last day of the period
     * @param due the last moment in time
     * @param publishedAt when it was; {@link Instant#MAX} while it is not
     * @param status as of the moment of the report
     */
    public record Line(
            DisclosureItem item, String subject, Instant due, Instant publishedAt, Status status) {

        /** Whether it was late, or is overdue. */
        public boolean isLate() {
            return status == Status.LATE || status == Status.OVERDUE;
        }
    }

    private final Instant asOf;
    private final List<Line> lines;

    private DisclosureReport(Instant asOf, List<Line> lines) {
        this.asOf = asOf;
        this.lines = List.copyOf(lines);
    }

    /**
     * The report of a community.
     *
     * @param profile what it makes public
     * @param from the first day whose periods and events count
     * @param asOf the moment of the report
     * @param occasions events, in any order; those before {@code from} or after {@code asOf} are
     *     left out
     * @param publications what was made public, in any order; later ones are left out
     * @return every duty, by due moment
     * @throws IllegalArgumentException if the report is of more than {@link #MAX_YEARS}, or an
     *     event is of an item that the profile has not, or whose term is after periods
     */
    public static DisclosureReport of(
            DisclosureProfile profile,
            LocalDate from,
            Instant asOf,
            List<Occasion> occasions,
            List<Publication> publications) {
        LocalDate today = LocalDate.ofInstant(asOf, ZONE);
        if (from.plusYears(MAX_YEARS).isBefore(today)) {
            throw new IllegalArgumentException("a report from " + from + " to " + today);
        }
        Map<List<String>, List<Instant>> published = new HashMap<>();
        for (Publication publication : publications) {
            if (!publication.at().isAfter(asOf)) {
                published
                        .computeIfAbsent(
                                List.of(publication.item(), publication.subject()),
                                key -> new ArrayList<>())
                        .add(publication.at());
            }
        }
        List<Line> lines = new ArrayList<>();
        Instant start = from.atStartOfDay(ZONE).toInstant();
        for (Occasion occasion : occasions) {
            Duration within = termOf(profile, occasion);
            if (!occasion.at().isBefore(start) && !occasion.at().isAfter(asOf)) {
                DisclosureItem item = profile.item(occasion.item()).orElseThrow();
                lines.add(line(item, occasion.subject(), occasion.at(), within, published, asOf));
            }
        }
        for (DisclosureItem item : profile.items()) {
            item.term()
                    .fold(
                            event -> 0,
                            period -> {
                                for (LocalDate end : endsOf(period.months(), from, today)) {
                                    Instant over = end.plusDays(1).atStartOfDay(ZONE).toInstant();
                                    lines.add(
                                            line(
                                                    item,
                                                    end.toString(),
                                                    over,
                                                    period.within(),
                                                    published,
                                                    asOf));
                                }
                                return lines.size();
                            });
        }
        lines.sort(
                Comparator.comparing(Line::due)
                        .thenComparing(line -> line.item().code())
                        .thenComparing(Line::subject));
        return new DisclosureReport(asOf, lines);
    }

    private static Duration termOf(DisclosureProfile profile, Occasion occasion) {
        return profile.item(occasion.item())
                .orElseThrow(() -> new IllegalArgumentException("no such item: " + occasion.item()))
                .term()
                .fold(
                        DisclosureTerm.AfterEvent::within,
                        period -> {
                            throw new IllegalArgumentException(
                                    occasion.item() + " is due after periods");
                        });
    }

    /** The last days of the periods that ended from the first day on and before today. */
    private static List<LocalDate> endsOf(int months, LocalDate from, LocalDate today) {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate first = LocalDate.of(from.getYear(), 1, 1);
        for (LocalDate next = first.plusMonths(months);
                !next.isAfter(today);
                next = next.plusMonths(months)) {
            LocalDate end = next.minusDays(1);
            if (!end.isBefore(from)) {
                ends.add(end);
            }
        }
        return ends;
    }

    private static Line line(
            DisclosureItem item,
            String subject,
            Instant since,
            Duration within,
            Map<List<String>, List<Instant>> published,
            Instant asOf) {
        Instant due = since.plus(within);
        Instant at =
                published.getOrDefault(List.of(item.code(), subject), List.of()).stream()
                        .filter(moment -> !moment.isBefore(since))
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
        return new Line(item, subject, due, at, status(due, at, asOf));
    }

    private static Status status(Instant due, Instant at, Instant asOf) {
        if (at.equals(Instant.MAX)) {
            return asOf.isAfter(due) ? Status.OVERDUE : Status.NOT_YET_DUE;
        }
        return at.isAfter(due) ? Status.LATE : Status.IN_TIME;
    }

    /**
     * The moment of the report.
     *
     * @return as it was asked for
     */
    public Instant asOf() {
        return asOf;
    }

    /**
     * Every duty.
     *
     * @return by due moment, then item and subject
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * What was late, or is overdue.
     *
     * @return in the same order
     */
    public List<Line> late() {
        return lines.stream().filter(Line::isLate).toList();
    }
}
