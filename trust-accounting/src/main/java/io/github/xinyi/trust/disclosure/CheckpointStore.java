package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps published checkpoints for ever: you implement this. Thread-safe.
 *
 * @since 0.1.0
 */
public interface CheckpointStore {

    /**
     * Keeps a checkpoint.
     *
     * @param checkpoint published later than the latest of its book, and of a log not smaller
     * @return false, and nothing is kept, if it is not
     */
    boolean append(PublishedCheckpoint checkpoint);

    /**
     * The latest checkpoint of a book.
     *
     * @param book whose log
     * @return empty before the first
     */
    Optional<PublishedCheckpoint> latest(CommunityId book);

    /**
     * Checkpoints of a book, the latest first.
     *
     * @param book whose log
     * @param offset how many to pass over
     * @param limit at most so many
     * @return fewer at the end
     */
    List<PublishedCheckpoint> list(CommunityId book, int offset, int limit);

    /**
     * The earliest checkpoint whose log covers a record.
     *
     * @param book whose log
     * @param index the record
     * @return empty while none covers it
     */
    Optional<PublishedCheckpoint> covering(CommunityId book, long index);
}
