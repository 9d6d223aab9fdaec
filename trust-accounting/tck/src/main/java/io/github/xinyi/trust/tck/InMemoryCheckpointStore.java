package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checkpoints in memory, gone with the process. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryCheckpointStore implements CheckpointStore {

    private final Map<CommunityId, List<PublishedCheckpoint>> published = new HashMap<>();

    /** A store without checkpoints. */
    public InMemoryCheckpointStore() {}

    @Override
    public synchronized boolean append(PublishedCheckpoint checkpoint) {
        boolean follows =
                latest(checkpoint.book())
                        .map(
                                last ->
                                        last.publishedAt().isBefore(checkpoint.publishedAt())
                                                && last.head().size() <= checkpoint.head().size())
                        .orElse(true);
        if (follows) {
            published.computeIfAbsent(checkpoint.book(), b -> new ArrayList<>()).add(checkpoint);
        }
        return follows;
    }

    @Override
    public synchronized Optional<PublishedCheckpoint> latest(CommunityId book) {
        List<PublishedCheckpoint> all = all(book);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public synchronized List<PublishedCheckpoint> list(CommunityId book, int offset, int limit) {
        List<PublishedCheckpoint> latestFirst = new ArrayList<>(all(book));
        Collections.reverse(latestFirst);
        return latestFirst.stream().skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized Optional<PublishedCheckpoint> covering(CommunityId book, long index) {
        return all(book).stream().filter(there -> there.head().size() > index).findFirst();
    }

    private List<PublishedCheckpoint> all(CommunityId book) {
        return published.getOrDefault(book, List.of());
    }
}
