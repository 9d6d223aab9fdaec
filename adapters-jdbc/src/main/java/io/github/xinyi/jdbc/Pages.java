package io.github.xinyi.jdbc;

/** The bounds of a page of a list. */
final class Pages {

    private Pages() {}

    static void require(int offset, int limit) {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("no page has offset " + offset + ", limit " + limit);
        }
    }
}
