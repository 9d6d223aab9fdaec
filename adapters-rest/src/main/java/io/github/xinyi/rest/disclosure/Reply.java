package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Ruling;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a request is answered with: something, or why not.
 *
 * @param <T> what was asked for
 * @since 0.1.0
 */
public sealed interface Reply<T> {

    /**
     * What was asked for.
     *
     * @param version two replies to one request are equal if their versions are; {@link
     *     Version#NONE} if nobody can tell
     * @param body computed when asked, so that nothing is computed for a caller who has it already
     * @param <T> its type
     */
    record Found<T>(Version version, Supplier<T> body) implements Reply<T> {
        @Override
        public <R> R fold(Function<Found<T>, R> found, Cases<R> otherwise) {
            return found.apply(this);
        }
    }

    /**
     * There is no such thing, or the caller may not see it: nobody is told which.
     *
     * @param <T> its type
     */
    record Missing<T>() implements Reply<T> {
        @Override
        public <R> R fold(Function<Found<T>, R> found, Cases<R> otherwise) {
            return otherwise.missing().get();
        }
    }

    /**
     * The request is not as it must be.
     *
     * @param ruling every rule in the way
     * @param <T> its type
     */
    record Refused<T>(Ruling ruling) implements Reply<T> {
        @Override
        public <R> R fold(Function<Found<T>, R> found, Cases<R> otherwise) {
            return otherwise.refused().apply(ruling);
        }
    }

    /**
     * Too many ask at once for what is dear to compute; the caller may ask again.
     *
     * @param <T> its type
     */
    record Busy<T>() implements Reply<T> {
        @Override
        public <R> R fold(Function<Found<T>, R> found, Cases<R> otherwise) {
            return otherwise.busy().get();
        }
    }

    /**
     * One answer for each case but the good one.
     *
     * @param missing for what is not there
     * @param refused for a request that is not as it must be
     * @param busy for a caller who may ask again
     * @param <R> the answer's type
     */
    record Cases<R>(Supplier<R> missing, Function<Ruling, R> refused, Supplier<R> busy) {}

    /**
     * One answer for each case.
     *
     * @param found for what was asked for
     * @param otherwise for the other cases
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<Found<T>, R> found, Cases<R> otherwise);

    /**
     * A reply whose version is known before its body.
     *
     * @param version its version
     * @param body computed when asked
     * @param <T> its type
     * @return the reply
     */
    static <T> Reply<T> of(Version version, Supplier<T> body) {
        return new Found<>(version, body);
    }

    /**
     * A reply without a version.
     *
     * @param body what was asked for
     * @param <T> its type
     * @return the reply
     */
    static <T> Reply<T> of(T body) {
        return new Found<>(Version.NONE, () -> body);
    }

    /**
     * Nothing.
     *
     * @param <T> what was asked for
     * @return the reply
     */
    static <T> Reply<T> missing() {
        return new Missing<>();
    }
}
