package io.github.xinyi.rest.disclosure;

import io.github.xinyi.rest.answer.CheckpointList;
import io.github.xinyi.rest.answer.Consistency;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.merkle.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The signed checkpoints of the log, and that each extends the one before. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LogDisclosure {

    private final Communities communities;

    /**
     * The logs of these communities.
     *
     * @param communities shared with the other disclosures
     */
    public LogDisclosure(Communities communities) {
        this.communities = communities;
    }

    /**
     * The proof that the log of one size is the beginning of another.
     *
     * @param community its id
     * @param from the smaller size, at least 1
     * @param to the larger size
     * @return the proof; missing if the log is shorter
     */
    public Reply<Consistency> consistency(
            String community, @Nullable String from, @Nullable String to) {
        Parameters parameters = new Parameters();
        long oldSize = parameters.position("from", from, 1);
        long newSize = parameters.position("to", to, 1);
        parameters.inOrder(oldSize, newSize);
        return parameters.then(
                () ->
                        communities.in(
                                community,
                                found ->
                                        found.log()
                                                .consistency(oldSize, newSize)
                                                .map(
                                                        proof ->
                                                                new Consistency.Extension(
                                                                        proof.oldSize(),
                                                                        proof.newSize(),
                                                                        proof.path().stream()
                                                                                .map(Hash::toHex)
                                                                                .toList()))
                                                .map(proof -> Reply.of(new Consistency(proof)))
                                                .orElseGet(Reply::missing)));
    }

    /**
     * Published checkpoints, the latest first.
     *
     * @param community its id
     * @param cursor that the page before gave, null for the latest
     * @param limit 1 to 200, 50 if null
     * @return a page
     */
    public Reply<CheckpointList> checkpoints(
            String community, @Nullable String cursor, @Nullable String limit) {
        return ListWindow.of(
                cursor,
                limit,
                window ->
                        communities.in(
                                community,
                                found ->
                                        window.in(
                                                (offset, most) ->
                                                        found.checkpoints()
                                                                .list(found.id(), offset, most),
                                                signed -> Long.toString(signed.head().size()),
                                                part -> Reply.of(checkpoints(part)))));
    }

    private static CheckpointList checkpoints(ListWindow.Part<PublishedCheckpoint> part) {
        return new CheckpointList(
                part.entries().stream().map(LogDisclosure::checkpoint).toList(), part.next());
    }

    private static CheckpointList.Checkpoint checkpoint(PublishedCheckpoint signed) {
        return new CheckpointList.Checkpoint(
                signed.head().size(), Leaf.timestamp(signed.publishedAt()), signed.note());
    }

    /**
     * The latest checkpoint, to be kept by whoever reads it.
     *
     * @param community its id
     * @return the signed note; missing before the first
     */
    public Reply<String> latest(String community) {
        return communities.in(
                community,
                found ->
                        found.checkpoints()
                                .latest(found.id())
                                .map(PublishedCheckpoint::note)
                                .map(note -> Reply.of(Version.of("note", note), () -> note))
                                .orElseGet(Reply::missing));
    }
}
