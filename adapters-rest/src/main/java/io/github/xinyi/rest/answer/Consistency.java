package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * What proves that the log of one size is the beginning of another.
 *
 * @param proof the proof
 * @since 0.1.0
 */
public record Consistency(Extension proof) implements Answer {

    /**
     * A consistency proof (RFC 9162 section 2.1.4).
     *
     * @param oldSize the shorter log
     * @param newSize the longer log
     * @param path hashes in hexadecimal digits
     */
    public record Extension(long oldSize, long newSize, List<String> path) {

        /** Copies the path. */
        public Extension {
            path = List.copyOf(path);
        }
    }
}
