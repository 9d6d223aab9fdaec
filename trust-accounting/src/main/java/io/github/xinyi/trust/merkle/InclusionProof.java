package io.github.xinyi.trust.merkle;

import java.util.List;

/**
 * A claim that a leaf stands at an index of the tree of some size (RFC 9162 section 2.1.3).
 *
 * <p>For example index 5, size 7 and a path of three hashes. A proof comes from outside and may
 * claim anything: only the path is copied here, and {@link MerkleVerifier} answers for negative
 * numbers, an index beyond the size and a path that is too short or too long. An honest path has at
 * most 63 hashes, 2,016 bytes.
 *
 * @param index which leaf, from 0
 * @param size how many leaves the tree has
 * @param path the sibling hashes from the leaf up to the root
 * @since 0.1.0
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }
}
