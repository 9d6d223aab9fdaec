package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.MerkleProofs;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.merkle.TreeHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The public log of one book: signed checkpoints, and proofs against them.
 *
 * <p>A checkpoint is a C2SP signed note whose origin is the signer's name and whose extension line
 * is the time, for example {@code time 2025-01-31T15:59:59.000Z}. Before one is signed, the log is
 * proved to be an extension of the last one. What a checkpoint cannot show is that the same one was
 * given to everybody: keep one of your own. Thread-safe if its stores are.
 *
 * @since 0.1.0
 */
public final class TransparencyLog {

    private final CommunityId book;
    private final BookStore books;
    private final CheckpointStore checkpoints;
    private final NoteSigner signer;

    /**
     * The log of a book.
     *
     * @param book whose
     * @param books where the book is kept
     * @param checkpoints where checkpoints are kept
     * @param signer signs them; its name is the log's origin and must be of this book alone
     */
    public TransparencyLog(
            CommunityId book, BookStore books, CheckpointStore checkpoints, NoteSigner signer) {
        this.book = book;
        this.books = books;
        this.checkpoints = checkpoints;
        this.signer = signer;
    }

    /**
     * The key with which anybody verifies the checkpoints.
     *
     * @return a C2SP verifier key
     */
    public String verifierKey() {
        return signer.verifier().toVerifierKey();
    }

    /**
     * Signs and keeps the log's head.
     *
     * @param at the moment of publication, later than the last
     * @return the checkpoint
     * @throws IllegalStateException if the log is not an extension of the last checkpoint, or is
     *     empty, or another has published meanwhile: nothing is published then
     */
    public PublishedCheckpoint publish(Instant at) {
        TreeHead head = books.read(book, reader -> extendedHead(reader, at));
        String text =
                new CheckpointText(
                                signer.verifier().name(),
                                head,
                                List.of("time " + Leaf.timestamp(at)))
                        .toText();
        PublishedCheckpoint checkpoint =
                new PublishedCheckpoint(book, head, at, signer.sign(text).toText());
        if (!checkpoints.append(checkpoint)) {
            throw new IllegalStateException("a later checkpoint of " + book + " is there");
        }
        return checkpoint;
    }

    private TreeHead extendedHead(BookReader reader, Instant at) {
        if (reader.lastRecordedAt().filter(last -> last.isAfter(at)).isPresent()) {
            throw new IllegalStateException("the log of " + book + " has records after " + at);
        }
        TreeHead head = reader.frontier().head();
        Optional<TreeHead> last = checkpoints.latest(book).map(PublishedCheckpoint::head);
        if (head.size() == 0 || last.filter(old -> old.size() > head.size()).isPresent()) {
            throw new IllegalStateException("the log of " + book + " has " + head.size());
        }
        last.ifPresent(
                old -> {
                    ProofCheck check =
                            MerkleVerifier.verifyConsistency(
                                    MerkleProofs.consistency(old.size(), head.size(), reader),
                                    old,
                                    head);
                    if (!check.isValid()) {
                        throw new IllegalStateException(
                                "the log of " + book + " is not what was signed: " + check);
                    }
                });
        return head;
    }

    /**
     * The proof of a record against the earliest checkpoint that covers it.
     *
     * @param index the record
     * @return empty while none covers it, or there is no such record
     */
    public Optional<EntryProof> prove(long index) {
        return checkpoints.covering(book, index).flatMap(covering -> prove(index, covering));
    }

    /**
     * The proof of a record against a checkpoint.
     *
     * @param index the record
     * @param checkpoint a checkpoint of this log
     * @return empty if the checkpoint does not cover it
     */
    public Optional<EntryProof> prove(long index, PublishedCheckpoint checkpoint) {
        if (index < 0 || index >= checkpoint.head().size()) {
            return Optional.empty();
        }
        return books.read(
                book,
                reader ->
                        Optional.of(
                                new EntryProof(
                                        PublicRecord.of(record(reader, index)),
                                        MerkleProofs.inclusion(
                                                index, checkpoint.head().size(), reader),
                                        checkpoint)));
    }

    private static LogRecord record(BookReader reader, long index) {
        return reader.records(index, 1).get(0);
    }

    /**
     * The proof that the log of one size is the beginning of the log of another.
     *
     * @param oldSize at least 1
     * @param newSize at least {@code oldSize}, at most the log's size
     * @return the proof, empty if the sizes are not so
     */
    public Optional<ConsistencyProof> consistency(long oldSize, long newSize) {
        return books.read(
                book,
                reader ->
                        oldSize < 1 || newSize < oldSize || newSize > reader.frontier().size()
                                ? Optional.empty()
                                : Optional.of(MerkleProofs.consistency(oldSize, newSize, reader)));
    }
}
