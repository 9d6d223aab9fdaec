package io.github.xinyi.rest.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for, for example the next 50 entries after a page. What
 * comes into the list meanwhile makes no entry appear twice, and none that was there is passed
 * over. Immutable.
 *
 * @since 0.1.0
 */
public final class ListWindow {

    /** So many entries may have come before the end of the last page until its cursor is stale. */
    static final int MAX_NEW = 10_000;

    private static final int BLOCK = 500;

    private final @Nullable Cursor after;
    private final int limit;

    private ListWindow(@Nullable Cursor after, int limit) {
        this.after = after;
        this.limit = limit;
    }

    /**
     * A part of a list.
     *
     * @param entries as many as were asked for, fewer at the end
     * @param next the cursor of the part that follows, null at the end
     * @param <E> what is listed
     */
    public record Part<E>(List<E> entries, @Nullable String next) {

        /** Copies the entries. */
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Replies to what parameters ask for.
     *
     * @param cursor that the page before gave, null for the beginning
     * @param limit how many are wanted, 1 to 200, 50 if null
     * @param reply to that part
     * @param <T> what is replied
     * @return the reply; refused if a parameter is not as it must be
     */
    public static <T> Reply<T> of(
            @Nullable String cursor, @Nullable String limit, Function<ListWindow, Reply<T>> reply) {
        Parameters parameters = new Parameters();
        ListWindow window = new ListWindow(parameters.listCursor(cursor), parameters.limit(limit));
        return parameters.then(() -> reply.apply(window));
    }

    /**
     * Replies with this part of a list that is read by offset and limit.
     *
     * @param source the entries from an offset on, at most so many
     * @param key what names an entry for ever, each once in the list
     * @param reply to the part
     * @param <E> what is listed
     * @param <T> what is replied
     * @return the reply; refused if the cursor is of no page of this list
     */
    public <E, T> Reply<T> in(
            BiFunction<Integer, Integer, List<E>> source,
            Function<E, String> key,
            Function<Part<E>, Reply<T>> reply) {
        Optional<Part<E>> part =
                after == null
                        ? Optional.of(part(0, source.apply(0, limit + 1), key))
                        : after(after, source, key);
        return part.map(reply).orElseGet(() -> stale(after));
    }

    private <E> Part<E> part(int from, List<E> oneMore, Function<E, String> key) {
        List<E> entries = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new Part<>(
                entries,
                oneMore.size() > limit
                        ? Cursor.after(from + limit, key.apply(entries.get(limit - 1))).text()
                        : null);
    }

    private static <T> Reply<T> stale(@Nullable Cursor after) {
        Parameters parameters = new Parameters();
        parameters.refuseCursor(after == null ? "" : after.text());
        return parameters.then(Reply::missing);
    }

    /**
     * Replies with this part of a list that is at hand.
     *
     * @param all the whole list
     * @param key what names an entry for ever, each once in the list
     * @param reply to the part
     * @param <E> what is listed
     * @param <T> what is replied
     * @return the reply; refused if the cursor is of no page of this list
     */
    public <E, T> Reply<T> in(
            List<E> all, Function<E, String> key, Function<Part<E>, Reply<T>> reply) {
        return in(
                (offset, most) ->
                        all.subList(
                                Math.min(offset, all.size()), Math.min(offset + most, all.size())),
                key,
                reply);
    }

    /**
     * What follows the last entry of the page before, read in one piece with it: entries that came
     * first have pushed it down, and may push it while this reads.
     */
    private <E> Optional<Part<E>> after(
            Cursor last, BiFunction<Integer, Integer, List<E>> source, Function<E, String> key) {
        int hint = (int) last.position() - 1;
        int at = hint;
        int block = limit + 2;
        while (at - hint <= MAX_NEW) {
            List<E> some = source.apply(at, block);
            int found = 0;
            while (found < some.size() && !last.isAfter(key.apply(some.get(found)))) {
                found++;
            }
            if (found == 0 && !some.isEmpty()) {
                List<E> rest = some.subList(1, Math.min(limit + 2, some.size()));
                return Optional.of(part(at + 1, rest, key));
            }
            if (found == some.size() && found < block) {
                return Optional.empty();
            }
            at += found;
            block = found == block ? Math.max(BLOCK, block) : limit + 2;
        }
        return Optional.empty();
    }
}
