package io.github.xinyi.trust.book;

import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One passing of a payment's cost to the other class that is to bear it (费用归属更正): the first, or one
 * that follows after those before were taken back.
 *
 * <p>Example: {@code new PassedCost(EntryId.of("pay/E0001"), 1)}. Its number makes a repeated call
 * the same one; the entries are named by it, so that a book finds whether a cost stands passed. At
 * most one passing of a payment stands at a time.
 *
 * @param payment the entry of the payment
 * @param time 1 for the first passing, at most {@link #MAX_TIMES}
 * @since 0.1.0
 */
public record PassedCost(EntryId payment, int time) {

    /** How often the cost of one payment can be passed. */
    public static final int MAX_TIMES = 99;

    private static final String NAME = "borne/";
    private static final String BACK = "/back";
    private static final int DIGITS = 40;

    /** Refuses a number out of its bounds. */
    public PassedCost {
        if (time < 1 || time > MAX_TIMES) {
            throw new IllegalArgumentException(
                    "passing " + time + " of " + payment + ", 1 to " + MAX_TIMES);
        }
    }

    /**
     * The passing of a payment's cost that was not taken back.
     *
     * @param book the book as it stands
     * @param payment the entry of a payment
     * @return empty where its own class bears it
     */
    public static Optional<PassedCost> standing(BookReader book, EntryId payment) {
        int time = 1;
        while (time < MAX_TIMES && new PassedCost(payment, time).isTakenBack(book)) {
            time++;
        }
        return Optional.of(new PassedCost(payment, time)).filter(passed -> passed.stands(book));
    }

    /**
     * The entries that took the cost of a payment back, one a passing.
     *
     * @param book the book as it stands
     * @param payment the entry of a payment
     * @return in their order; empty where it was never passed, or stands passed for the first time
     */
    public static List<EntryId> takenBack(BookReader book, EntryId payment) {
        return IntStream.rangeClosed(1, MAX_TIMES)
                .mapToObj(time -> new PassedCost(payment, time))
                .takeWhile(passed -> passed.isTakenBack(book))
                .map(PassedCost::takingBack)
                .toList();
    }

    /**
     * The passing that an entry takes back, by its name.
     *
     * @param takingBack the name of an entry, for example {@code borne/0f3a.../1/back}
     * @return for example {@code borne/0f3a.../1}; empty for an entry of another name
     */
    public static Optional<EntryId> passingOf(EntryId takingBack) {
        String name = takingBack.value();
        return isNameOf(takingBack) && name.endsWith(BACK)
                ? Optional.of(EntryId.of(name.substring(0, name.length() - BACK.length())))
                : Optional.empty();
    }

    /**
     * Whether it was recorded and not taken back.
     *
     * @param book the book as it stands
     * @return false before, and after it was taken back
     */
    public boolean stands(BookReader book) {
        return book.entry(passing()).isPresent() && !isTakenBack(book);
    }

    /**
     * Whether all those before it were taken back, and it was not recorded.
     *
     * @param book the book as it stands
     * @return true for the one that may be recorded next
     */
    public boolean isNext(BookReader book) {
        return (time == 1 || new PassedCost(payment, time - 1).isTakenBack(book))
                && book.entry(passing()).isEmpty();
    }

    private boolean isTakenBack(BookReader book) {
        return book.entry(takingBack()).isPresent();
    }

    /** Whether an entry is called as only passings and their taking back are. */
    static boolean isNameOf(EntryId id) {
        return id.value().startsWith(NAME);
    }

    /** The entry that takes a passing back; empty for an entry that is no passing. */
    static Optional<EntryId> takingBackOf(EntryId passing) {
        return Optional.of(passing)
                .filter(id -> isNameOf(id) && !id.value().endsWith(BACK))
                .map(id -> EntryId.of(id.value() + BACK));
    }

    /**
     * The entry that passes the cost.
     *
     * @return for example {@code borne/0f3a.../1}
     */
    public EntryId passing() {
        String digits =
                CanonicalBytes.part().text(payment.value()).sha256Hex().substring(0, DIGITS);
        return EntryId.of(NAME + digits + "/" + time);
    }

    /**
     * The entry that takes it back.
     *
     * @return for example {@code borne/0f3a.../1/back}
     */
    public EntryId takingBack() {
        return EntryId.of(passing().value() + BACK);
    }
}
