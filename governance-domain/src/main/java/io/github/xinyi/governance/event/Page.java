package io.github.xinyi.governance.event;

/**
 * A part of an ordered list, for example the 200 entries after the 400th.
 *
 * @param after how many come before it; a list is counted from 1, so it is also the number of the
 *     last entry already seen
 * @param limit how many are wanted, 1 to {@link #MAX_LIMIT}
 * @since 0.1.0
 */
public record Page(long after, int limit) {

    /** The most entries of one page. */
    public static final int MAX_LIMIT = 1000;

    /** Refuses a page that no list has. */
    public Page {
        if (after < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("no page: after " + after + ", limit " + limit);
        }
    }

    /**
     * The longest page after an entry.
     *
     * @param after the number of the last entry already seen, 0 for the first page
     * @return the page
     */
    public static Page after(long after) {
        return new Page(after, MAX_LIMIT);
    }
}
