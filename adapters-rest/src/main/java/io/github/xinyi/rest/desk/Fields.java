package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.rest.disclosure.RequestRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the members of one body and collects everything that is wrong with them. Not thread-safe.
 */
final class Fields {

    /** More characters are not shown again. */
    private static final int MAX_SHOWN = 40;

    private final List<Finding> findings = new ArrayList<>();

    /** What a path names; a text that names nothing there can be is empty, and no fault. */
    static <T> Optional<T> named(String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<CommunityId> communityId(String text) {
        return named(text, CommunityId::of);
    }

    /** A day of ISO 8601 that a path names; any other text names none. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What a text says, or empty where it can not be read; then the body is refused. */
    <T> Optional<T> read(String name, String given, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(given));
        } catch (IllegalArgumentException | DateTimeException e) {
            // The finding names the member; the message of the exception is for programmers.
            refuse(name, given);
            return Optional.empty();
        }
    }

    Optional<LocalDate> date(String name, String given) {
        return read(name, given, LocalDate::parse);
    }

    /** A moment, cut to the millisecond, as the book keeps moments. */
    Optional<Instant> moment(String name, String given) {
        return read(
                name,
                given,
                text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A constant, by its very name. */
    <E extends Enum<E>> Optional<E> constant(String name, String given, Class<E> type) {
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(given))
                        .findFirst();
        if (found.isEmpty()) {
            refuse(name, given);
        }
        return found;
    }

    /** Several at once; empty where one of them can not be read. */
    <A, T> Optional<List<T>> each(List<A> parts, Function<A, Optional<T>> reading) {
        List<T> read = new ArrayList<>();
        parts.forEach(part -> reading.apply(part).ifPresent(read::add));
        return read.size() == parts.size() ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    /** What parts make together; nothing is made of parts that were refused already. */
    <T> Optional<T> whole(String name, Supplier<T> making) {
        return findings.isEmpty() ? read(name, "", text -> making.get()) : Optional.empty();
    }

    /** Refuses the body where a member can not be what is given. */
    void check(String name, String given, boolean holds) {
        if (!holds) {
            refuse(name, given);
        }
    }

    void refuse(String name, String given) {
        findings.add(RuleCheck.of(RequestRule.MEMBER, false, "member", name, "given", cut(given)));
    }

    /** The reply to a body that can not be read. */
    <T> CommandReply<T> refused() {
        return CommandReply.declined(Decline.MALFORMED, new Ruling(findings));
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
