package io.github.xinyi.rest.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
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
    static final int MAX_NEW = 1_000;

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
        return in(source, entry -> true, key, reply);
    }

    /**
     * Replies with this part of a list of which some entries are not told: no cursor stands at one
     * of them.
     *
     * @param source the entries from an offset on, at most so many
     * @param told whether an entry is, now and ever
     * @param key what names an entry for ever, each once in the list
     * @param reply to the part
     * @param <E> what is listed
     * @param <T> what is replied
     * @return the reply; refused if the cursor is of no page of this list
     */
    public <E, T> Reply<T> in(
            BiFunction<Integer, Integer, List<E>> source,
            Predicate<E> told,
            Function<E, String> key,
            Function<Part<E>, Reply<T>> reply) {
        return part(source, told, key).map(reply).orElseGet(() -> stale(after));
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
     * Reads on from where the last entry of the page before stood. Entries that came first have
     * pushed it down, and may push while this reads: then some of a block come again in the next.
     */
    private <E> Optional<Part<E>> part(
            BiFunction<Integer, Integer, List<E>> source,
            Predicate<E> told,
            Function<E, String> key) {
        Reading<E> reading = new Reading<>(after, limit);
        int start = after == null ? 0 : (int) after.position() - 1;
        int at = start;
        int block = limit + 2;
        while (true) {
            List<E> some = source.apply(at, block);
            for (E entry : some) {
                at++;
                if (told.test(entry)) {
                    reading.take(key.apply(entry), entry, at);
                }
                if (reading.isMore) {
                    return Optional.of(reading.part());
                }
                if (!reading.isBegun && at - start > MAX_NEW) {
                    return Optional.empty();
                }
            }
            if (some.size() < block) {
                return reading.isBegun ? Optional.of(reading.part()) : Optional.empty();
            }
            block = BLOCK;
        }
    }

    /** What was read of a part so far: each entry once, from the one after the cursor's on. */
    private static final class Reading<E> {

        private final @Nullable Cursor after;
        private final int limit;
        private final Map<String, E> taken = new LinkedHashMap<>();
        private boolean isBegun;
        private boolean isMore;
        private String last = "";
        private int end;

        Reading(@Nullable Cursor after, int limit) {
            this.after = after;
            this.limit = limit;
            this.isBegun = after == null;
        }

        void take(String key, E entry, int position) {
            if (after != null && !isBegun) {
                isBegun = after.isAfter(key);
                last = key;
            } else if (taken.size() < limit) {
                if (!key.equals(last) && taken.putIfAbsent(key, entry) == null) {
                    end = position;
                }
            } else if (!taken.containsKey(key)) {
                isMore = true;
            }
        }

        Part<E> part() {
            String cursor = null;
            if (isMore) {
                List<String> keys = List.copyOf(taken.keySet());
                cursor = Cursor.after(end, keys.get(keys.size() - 1)).text();
            }
            return new Part<>(List.copyOf(taken.values()), cursor);
        }
    }
}
