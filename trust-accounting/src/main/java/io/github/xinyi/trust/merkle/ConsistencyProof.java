package io.github.xinyi.trust.merkle;

import java.util.List;

/**
 * A claim that a tree begins with all leaves of an older one (RFC 9162 section 2.1.4).
 *
 * <p>For example old size 6, new size 8 and a path of three hashes. A proof comes from outside and
 * may claim anything: only the path is copied here, and {@link MerkleVerifier} answers for the
 * rest. An honest path has at most 64 hashes, and none if both sizes are the same.
 *
 * @param oldSize how many leaves the older tree has
 * @param newSize how many leaves the newer tree has
 * @param path the hashes that lead to both roots
 * @since 0.1.0
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }
}
