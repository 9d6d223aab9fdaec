package io.github.xinyi.governance.ruling;

import java.util.function.Function;

/**
 * What a command comes to: a value, or a refusal that names every rule in its way. A refusal is an
 * answer and never an exception.
 *
 * @param <T> what an accepted command yields
 * @since 0.1.0
 */
public sealed interface Outcome<T> {

    /**
     * The command was carried out.
     *
     * @param value what it yields
     * @param <T> its type
     */
    record Accepted<T>(T value) implements Outcome<T> {
        @Override
        public <R> R fold(
                Function<? super T, ? extends R> accepted, Function<Ruling, ? extends R> refused) {
            return accepted.apply(value);
        }
    }

    /**
     * The command was refused, and nothing changed.
     *
     * @param ruling all findings, those that were met too
     * @param <T> what it would have yielded
     */
    record Refused<T>(Ruling ruling) implements Outcome<T> {
        /** Refuses a refusal without a reason. */
        public Refused {
            if (ruling.verdict() == Verdict.MET || ruling.verdict() == Verdict.NOT_APPLICABLE) {
                throw new IllegalArgumentException("a refusal needs a finding that is not met");
            }
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> accepted, Function<Ruling, ? extends R> refused) {
            return refused.apply(ruling);
        }
    }

    /**
     * An accepted command.
     *
     * @param value what it yields
     * @param <T> its type
     * @return the outcome
     */
    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    /**
     * A refused command.
     *
     * @param ruling why
     * @param <T> what it would have yielded
     * @return the outcome
     */
    static <T> Outcome<T> refused(Ruling ruling) {
        return new Refused<>(ruling);
    }

    /**
     * One answer for each case.
     *
     * @param accepted for the value
     * @param refused for the ruling
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<? super T, ? extends R> accepted, Function<Ruling, ? extends R> refused);

    /**
     * Goes on with the value, or stays refused.
     *
     * @param next the next step
     * @param <R> what the next step yields
     * @return its outcome, or this refusal
     */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return fold(next, Outcome::refused);
    }

    /**
     * Whether the command was carried out.
     *
     * @return true if accepted
     */
    default boolean isAccepted() {
        return fold(value -> true, ruling -> false);
    }

    /**
     * The value, or an exception where the caller knows of no reason for a refusal.
     *
     * @param unexpected makes the exception
     * @return the value
     */
    default T orElseThrow(Function<Ruling, ? extends RuntimeException> unexpected) {
        return fold(
                value -> value,
                ruling -> {
                    throw unexpected.apply(ruling);
                });
    }
}
