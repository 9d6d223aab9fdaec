package io.github.xinyi.rest.disclosure;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for, for example 50 entries after the first 100.
 *
 * @param offset how many are passed over, 0 to 1,000,000
 * @param limit how many are wanted, 1 to 200
 * @since 0.1.0
 */
public record ListWindow(int offset, int limit) {

    /**
     * Replies to what parameters ask for.
     *
     * @param offset how many to pass over, none if null
     * @param limit how many are wanted, 50 if null
     * @param reply to that part
     * @param <T> what is replied
     * @return the reply; refused if a parameter is not as it must be
     */
    public static <T> Reply<T> of(
            @Nullable String offset, @Nullable String limit, Function<ListWindow, Reply<T>> reply) {
        Parameters parameters = new Parameters();
        ListWindow window = new ListWindow(parameters.offset(offset), parameters.limit(limit));
        return parameters.then(() -> reply.apply(window));
    }
}
