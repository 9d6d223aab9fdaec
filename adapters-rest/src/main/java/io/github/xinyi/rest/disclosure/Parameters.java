package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one request and collects everything that is wrong with them. Not
 * thread-safe.
 */
final class Parameters {

    static final int MAX_LIMIT = 200;
    static final int MAX_OFFSET = 1_000_000;

    private static final int DEFAULT_LIMIT = 50;

    /** More digits are not shown again. */
    private static final int MAX_SHOWN = 40;

    /**
     * The days that a statement is asked for: a calendar year such as {@code 2025}, or a month such
     * as {@code 2025-06}.
     *
     * @param fromInclusive the first day
     * @param toInclusive the last day
     */
    record Period(LocalDate fromInclusive, LocalDate toInclusive) {

        /** The period that a text names; empty if it names none. */
        static Optional<Period> parse(String text) {
            try {
                if (text.matches("[0-9]{4}")) {
                    Year year = Year.parse(text);
                    return Optional.of(new Period(year.atDay(1), year.atMonth(12).atEndOfMonth()));
                }
                if (text.matches("[0-9]{4}-[0-9]{2}")) {
                    YearMonth month = YearMonth.parse(text);
                    return Optional.of(new Period(month.atDay(1), month.atEndOfMonth()));
                }
                return Optional.empty();
            } catch (DateTimeException e) {
                // A thirteenth month: the finding names the parameter.
                return Optional.empty();
            }
        }

        boolean isYear() {
            return fromInclusive.plusYears(1).minusDays(1).equals(toInclusive);
        }
    }

    private final List<Finding> findings = new ArrayList<>();

    int limit(@Nullable String text) {
        return (int) number(RequestRule.LIMIT, "limit", text, 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    /** The index below which a page of the log begins; the end of the log if none is given. */
    long logCursor(@Nullable String text) {
        Optional<Cursor> cursor = cursor(text).filter(given -> given.mark().isEmpty());
        if (text != null && cursor.isEmpty()) {
            refuseCursor(text);
        }
        return cursor.map(Cursor::position).orElse(Long.MAX_VALUE);
    }

    /** Where the page before ended; null for the beginning. */
    @Nullable Cursor listCursor(@Nullable String text) {
        Optional<Cursor> cursor =
                cursor(text)
                        .filter(given -> !given.mark().isEmpty())
                        .filter(given -> given.position() <= MAX_OFFSET);
        if (text != null && cursor.isEmpty()) {
            refuseCursor(text);
        }
        return cursor.orElse(null);
    }

    private static Optional<Cursor> cursor(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Cursor::parse);
    }

    void refuseCursor(String given) {
        findings.add(
                RuleCheck.of(
                        RequestRule.CURSOR, false, "parameter", "cursor", "given", cut(given)));
    }

    long position(String name, @Nullable String text, long atLeast) {
        if (text == null) {
            refuse(RequestRule.LOG_POSITION, name, "", atLeast, Long.MAX_VALUE);
            return atLeast;
        }
        return number(RequestRule.LOG_POSITION, name, text, atLeast, Long.MAX_VALUE, atLeast);
    }

    Optional<Instant> moment(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            findings.add(
                    RuleCheck.of(RequestRule.MOMENT, false, "parameter", "at", "given", cut(text)));
            return Optional.empty();
        }
    }

    /** A year, or a month of one. */
    Optional<Period> period(@Nullable String text) {
        return period(text, period -> true);
    }

    /** A year and nothing shorter. */
    Optional<Period> year(@Nullable String text) {
        return period(text, Period::isYear);
    }

    private Optional<Period> period(@Nullable String text, Predicate<Period> allowed) {
        Optional<Period> period = Period.parse(text == null ? "" : text).filter(allowed);
        if (period.isEmpty()) {
            String given = text == null ? "" : cut(text);
            findings.add(
                    RuleCheck.of(RequestRule.PERIOD, false, "parameter", "period", "given", given));
        }
        return period;
    }

    RecordFilter filter(@Nullable String text) {
        Optional<RecordFilter> filter = RecordFilter.parse(text);
        if (filter.isEmpty()) {
            findings.add(
                    RuleCheck.of(
                            RequestRule.FILTER,
                            false,
                            "parameter",
                            "filter",
                            "given",
                            cut(String.valueOf(text))));
        }
        return filter.orElse(RecordFilter.ALL);
    }

    void inOrder(long from, long to) {
        if (from > to) {
            findings.add(RuleCheck.of(RequestRule.SIZES_IN_ORDER, false, "from", from, "to", to));
        }
    }

    /** The reply, unless something was wrong. */
    <T> Reply<T> then(Supplier<Reply<T>> reply) {
        return findings.isEmpty() ? reply.get() : new Reply.Refused<>(new Ruling(findings));
    }

    private long number(
            RequestRule rule, String name, @Nullable String text, long min, long max, long absent) {
        if (text == null) {
            return absent;
        }
        if (text.matches("[0-9]{1,19}")) {
            try {
                long value = Long.parseLong(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Nineteen digits may exceed a long: refused below like any other bad number.
            }
        }
        refuse(rule, name, text, min, max);
        return absent;
    }

    private void refuse(RequestRule rule, String name, String text, long min, long max) {
        findings.add(
                RuleCheck.of(
                        rule,
                        false,
                        "parameter",
                        name,
                        "given",
                        cut(text),
                        "least",
                        min,
                        "most",
                        max));
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
