package io.github.xinyi.trust.book;

import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.util.function.Function;

/** Appends records to the log of one book under its digest. Thread-safe. */
final class LogAppender {

    private final MerkleDigest digest;
    private volatile boolean tried;

    LogAppender(MerkleDigest digest) {
        this.digest = digest;
    }

    MerkleDigest digest() {
        return digest;
    }

    <T extends LogRecord> T append(BookSession session, Hash leaf, Function<Hash, T> recordOf) {
        requireSameDigest(session);
        T record = recordOf.apply(leaf);
        Frontier.Appended appended = session.frontier().append(leaf, digest);
        session.append(new BookSession.Appended(record, appended.completed(), appended.frontier()));
        return record;
    }

    /** Once: a log that begins under one digest and goes on under another has no proofs. */
    private void requireSameDigest(BookSession session) {
        long size = session.frontier().size();
        if (tried || size == 0) {
            return;
        }
        LogRecord last = session.records(size - 1, 1).get(0);
        if (!last.leaf().equals(Leaf.hashOf(last, digest))) {
            throw new IllegalStateException(
                    "record " + last.index() + " of " + last.book() + " is not of " + digest);
        }
        tried = true;
    }
}
