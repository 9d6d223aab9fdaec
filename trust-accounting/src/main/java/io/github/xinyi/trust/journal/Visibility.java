package io.github.xinyi.trust.journal;

import io.github.xinyi.governance.identity.UnitId;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How much of an entry the public sees.
 *
 * <p>Source: Personal Information Protection Law art. 6, 25 for households; every other entry is
 * open, as the trust model promises (所有收支实时公开).
 *
 * @since 0.1.0
 */
public sealed interface Visibility {

    /** Everyone sees the entry at once. */
    record Open() implements Visibility {
        @Override
        public <R> R fold(Supplier<R> open, Function<UnitId, R> household) {
            return open.get();
        }
    }

    /**
     * Everyone sees that there is an entry, of which kind and day; its unit and amounts stand
     * behind a salted commitment, and enter public figures only in batches.
     *
     * @param unit the unit whose money it is
     */
    record Household(UnitId unit) implements Visibility {
        @Override
        public <R> R fold(Supplier<R> open, Function<UnitId, R> household) {
            return household.apply(unit);
        }
    }

    /**
     * An open entry.
     *
     * @return the visibility
     */
    static Visibility open() {
        return new Open();
    }

    /**
     * An entry of one household.
     *
     * @param unit its unit
     * @return the visibility
     */
    static Visibility household(UnitId unit) {
        return new Household(unit);
    }

    /**
     * One answer for each case.
     *
     * @param open for an open entry
     * @param household for a household's
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Supplier<R> open, Function<UnitId, R> household);

    /**
     * Whether the entry is open.
     *
     * @return false for a household's
     */
    default boolean isOpen() {
        return fold(() -> true, unit -> false);
    }
}
