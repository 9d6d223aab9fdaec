package io.github.xinyi.jdbc;

import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.TreeHead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Heads kept outside, compared while a log is computed anew. */
final class HeadsToCompare {

    private final Deque<TreeHead> heads;
    private long agreed;

    /** Heads in the order of their sizes. */
    HeadsToCompare(List<TreeHead> heads) {
        this.heads = new ArrayDeque<>(heads);
    }

    /** The head of a log, also where it is empty. */
    static TreeHead head(Frontier frontier, MerkleDigest digest) {
        return frontier.size() == 0 ? TreeHead.empty() : frontier.head(digest);
    }

    /** The head of this size that says otherwise, if there is one. */
    Optional<TreeHead> contradicted(Frontier frontier, MerkleDigest digest) {
        TreeHead next = heads.peek();
        while (next != null && next.size() <= frontier.size()) {
            if (!next.equals(head(frontier, digest))) {
                return Optional.of(next);
            }
            agreed = next.size();
            heads.remove();
            next = heads.peek();
        }
        return Optional.empty();
    }

    /** A head of a longer log than there is. */
    Optional<TreeHead> beyond() {
        return Optional.ofNullable(heads.peekLast());
    }

    /** Up to where the log is the one that was seen outside. */
    long agreed() {
        return agreed;
    }
}
