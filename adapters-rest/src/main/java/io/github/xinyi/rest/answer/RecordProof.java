package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * What proves offline that a record stands in the log.
 *
 * @param entry the record
 * @param proof its path to the root
 * @param checkpoint the signed note with the root
 * @param verifierKey a C2SP verifier key
 * @param publishedAt when the checkpoint was published
 * @since 0.1.0
 */
public record RecordProof(
        DisclosedRecord entry,
        Inclusion proof,
        String checkpoint,
        String verifierKey,
        String publishedAt)
        implements Answer {

    /**
     * A path from a leaf to a root (RFC 9162 section 2.1.3).
     *
     * @param index of the leaf
     * @param size of the tree
     * @param path hashes in hexadecimal digits, from the leaf upwards
     */
    public record Inclusion(long index, long size, List<String> path) {

        /** Copies the path. */
        public Inclusion {
            path = List.copyOf(path);
        }
    }
}
