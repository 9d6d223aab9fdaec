package io.github.xinyi.rest.idempotency;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a store says to somebody who is about to carry out a command.
 *
 * @since 0.1.0
 */
public sealed interface Claim {

    /** The key is new: carry the command out, then keep its answer or release the key. */
    record Fresh() implements Claim {
        @Override
        public <R> R fold(Supplier<R> fresh, Function<Known, R> known, Refusals<R> refusals) {
            return fresh.get();
        }
    }

    /**
     * The same command was answered before.
     *
     * @param answer how
     */
    record Known(KeptAnswer answer) implements Claim {
        @Override
        public <R> R fold(Supplier<R> fresh, Function<Known, R> known, Refusals<R> refusals) {
            return known.apply(this);
        }
    }

    /** The same command is being carried out at this moment. */
    record Running() implements Claim {
        @Override
        public <R> R fold(Supplier<R> fresh, Function<Known, R> known, Refusals<R> refusals) {
            return refusals.running().get();
        }
    }

    /** The key was used for another command. */
    record Reused() implements Claim {
        @Override
        public <R> R fold(Supplier<R> fresh, Function<Known, R> known, Refusals<R> refusals) {
            return refusals.reused().get();
        }
    }

    /**
     * One answer for each case in which nothing is to be done.
     *
     * @param running for a command that is being carried out
     * @param reused for a key of another command
     * @param <R> the answer's type
     */
    record Refusals<R>(Supplier<R> running, Supplier<R> reused) {}

    /**
     * One answer for each case.
     *
     * @param fresh for a new key
     * @param known for a command that was answered before
     * @param refusals for the other cases
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Supplier<R> fresh, Function<Known, R> known, Refusals<R> refusals);
}
