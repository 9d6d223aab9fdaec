package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleProofs;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.merkle.TreeHead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The public log of one book: signed checkpoints, and proofs against them.
 *
 * <p>A checkpoint is a C2SP signed note whose origin is the signer's name and whose first extension
 * line is the time, for example {@code time 2025-01-31T15:59:59.000Z}; a log of another digest than
 * SHA-256 names it in a line {@code digest SM3}. Before one is signed, the log is proved to be an
 * extension of the last one. What a checkpoint cannot show is that the same one was given to
 * everybody: keep one of your own, or ask for {@link Witness}es. Thread-safe if its stores and
 * witnesses are.
 *
 * @since 0.1.0
 */
public final class TransparencyLog {

    private static final int PAGE = 1_000;

    private final CommunityId book;
    private final BookStore books;
    private final CheckpointStore checkpoints;
    private final NoteSigner signer;
    private final MerkleDigest digest;
    private final List<Witness> witnesses;

    /**
     * The log of a book, hashed with SHA-256 and without witnesses.
     *
     * @param book whose
     * @param books where the book is kept
     * @param checkpoints where checkpoints are kept
     * @param signer signs them; its name is the log's origin and must be of this book alone
     */
    public TransparencyLog(
            CommunityId book, BookStore books, CheckpointStore checkpoints, NoteSigner signer) {
        this(book, books, checkpoints, signer, MerkleDigest.SHA_256, List.of());
    }

    private TransparencyLog(
            CommunityId book,
            BookStore books,
            CheckpointStore checkpoints,
            NoteSigner signer,
            MerkleDigest digest,
            List<Witness> witnesses) {
        this.book = book;
        this.books = books;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.digest = digest;
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * The same log, hashed with another digest.
     *
     * @param other that of the book
     * @return a changed copy
     */
    public TransparencyLog withDigest(MerkleDigest other) {
        return new TransparencyLog(book, books, checkpoints, signer, other, witnesses);
    }

    /**
     * The same log, whose checkpoints are shown to witnesses before they are kept. A witness that
     * declines is left out: whether enough cosigned is for the reader's {@link WitnessQuorum}.
     *
     * @param asked at most 8, in this order
     * @return a changed copy
     * @throws IllegalArgumentException if there are more
     */
    public TransparencyLog withWitnesses(List<Witness> asked) {
        if (asked.size() > SignedNote.MAX_SIGNATURES / 2) {
            throw new IllegalArgumentException(asked.size() + " witnesses are too many");
        }
        return new TransparencyLog(book, books, checkpoints, signer, digest, asked);
    }

    /**
     * The digest of the log.
     *
     * @return SHA-256 unless another was chosen
     */
    public MerkleDigest digest() {
        return digest;
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
     * Signs and keeps the log's head. If a period was closed since the last checkpoint, the closing
     * balances of the last that was are sealed in it: see {@link SealedBalances}.
     *
     * @param at the moment of publication, later than the last
     * @return the checkpoint
     * @throws IllegalStateException if the log is not an extension of the last checkpoint, or is
     *     empty, or its last checkpoint is of a later key, or another has published meanwhile:
     *     nothing is published then
     */
    public PublishedCheckpoint publish(Instant at) {
        return publish(at, List.of(), List.of(signer));
    }

    /**
     * The last checkpoint, by whichever key.
     *
     * @return empty before the first
     */
    public Optional<PublishedCheckpoint> latest() {
        return checkpoints.latest(book);
    }

    /**
     * Signs and keeps the log's head if it is time to.
     *
     * @param schedule how often
     * @param at the moment of asking
     * @return the checkpoint and what made it due; empty if none is due, or the log is empty
     * @throws IllegalStateException as {@link #publish}
     */
    public Optional<Due> publishIfDue(CheckpointSchedule schedule, Instant at) {
        return occasion(schedule, at).map(occasion -> new Due(occasion, publish(at)));
    }

    /**
     * A checkpoint and what made it due.
     *
     * @param occasion the first reason that applied
     * @param checkpoint as published
     */
    public record Due(CheckpointSchedule.Occasion occasion, PublishedCheckpoint checkpoint) {}

    private Optional<CheckpointSchedule.Occasion> occasion(
            CheckpointSchedule schedule, Instant at) {
        Optional<PublishedCheckpoint> last = checkpoints.latest(book);
        long size = books.read(book, reader -> reader.frontier().size());
        if (size == 0) {
            return Optional.empty();
        }
        if (last.isEmpty()) {
            return Optional.of(CheckpointSchedule.Occasion.FIRST);
        }
        if (books.read(book, reader -> lastClose(reader, last.get().head().size())).isPresent()) {
            return Optional.of(CheckpointSchedule.Occasion.PERIOD_CLOSED);
        }
        return last.filter(there -> schedule.hasPassed(there.publishedAt(), at))
                .map(there -> CheckpointSchedule.Occasion.INTERVAL);
    }

    private static Optional<PeriodClose> lastClose(BookReader reader, long from) {
        Optional<PeriodClose> last = Optional.empty();
        long next = from;
        List<LogRecord> page = reader.records(next, PAGE);
        while (!page.isEmpty()) {
            for (LogRecord record : page) {
                Optional<PeriodClose> close =
                        record.fold(
                                e -> Optional.empty(),
                                b -> Optional.empty(),
                                c -> Optional.of(c.close()),
                                a -> Optional.empty(),
                                x -> Optional.empty());
                last = close.isPresent() ? close : last;
            }
            next += page.size();
            page = reader.records(next, PAGE);
        }
        return last;
    }

    /**
     * Hands over to another key: the checkpoint names it and is signed by both, and from then on
     * only the new key signs.
     *
     * @param next the new key, of the same name
     * @param at the moment of publication, later than the last
     * @return the log under the new key; this one publishes nothing more
     * @throws IllegalArgumentException if the new key has another name or is the same key
     * @throws IllegalStateException as {@link #publish}
     */
    public TransparencyLog handOver(NoteSigner next, Instant at) {
        NoteVerifier key = next.verifier();
        if (!key.name().equals(signer.verifier().name())
                || key.keyId() == signer.verifier().keyId()) {
            throw new IllegalArgumentException("no successor: " + key.toVerifierKey());
        }
        publish(at, List.of(LogKeys.NEXT_KEY + " " + key.toVerifierKey()), List.of(signer, next));
        return new TransparencyLog(book, books, checkpoints, next, digest, witnesses);
    }

    private PublishedCheckpoint publish(Instant at, List<String> more, List<NoteSigner> signers) {
        Optional<PublishedCheckpoint> last = checkpoints.latest(book);
        last.ifPresent(this::requireMyTurn);
        List<String> lines = new ArrayList<>();
        lines.add("time " + Leaf.timestamp(at));
        if (!digest.equals(MerkleDigest.SHA_256)) {
            lines.add("digest " + digest.name());
        }
        TreeHead head = books.read(book, reader -> extendedHead(reader, at, last, lines));
        lines.addAll(more);
        SignedNote note =
                signers.get(0)
                        .sign(new CheckpointText(signer.verifier().name(), head, lines).toText());
        for (NoteSigner other : signers.subList(1, signers.size())) {
            note = other.cosign(note);
        }
        PublishedCheckpoint checkpoint =
                new PublishedCheckpoint(book, head, at, witnessed(note, head).toText());
        if (!checkpoints.append(checkpoint)) {
            throw new IllegalStateException("a later checkpoint of " + book + " is there");
        }
        return checkpoint;
    }

    /** A key that has handed over signs nothing more. */
    private void requireMyTurn(PublishedCheckpoint last) {
        SignedNote note = SignedNote.parse(last.note());
        CheckpointText text = CheckpointText.parse(note.text());
        NoteVerifier mine = signer.verifier();
        boolean named =
                LogKeys.successor(text).map(next -> next.keyId() == mine.keyId()).orElse(true);
        if (!text.digestName().equals(digest.name())) {
            throw new IllegalStateException(
                    "the log of " + book + " is hashed with " + text.digestName());
        }
        if (!named || !mine.verify(note).isValid()) {
            throw new IllegalStateException(
                    "the last checkpoint of " + book + " is not of " + mine.toVerifierKey());
        }
    }

    private SignedNote witnessed(SignedNote note, TreeHead head) {
        SignedNote cosigned = note;
        for (Witness witness : witnesses) {
            Optional<ConsistencyProof> proof = proofFrom(witness.sizeSeen(origin()), head.size());
            if (proof.isPresent()) {
                SignedNote before = cosigned;
                cosigned =
                        witness.cosign(note, proof.get())
                                .fold(before::withSignature, declined -> before);
            }
        }
        return cosigned;
    }

    private Optional<ConsistencyProof> proofFrom(long oldSize, long newSize) {
        return oldSize == 0
                ? Optional.of(new ConsistencyProof(0, newSize, List.of()))
                : consistency(oldSize, newSize);
    }

    private String origin() {
        return signer.verifier().name();
    }

    private TreeHead extendedHead(
            BookReader reader, Instant at, Optional<PublishedCheckpoint> last, List<String> lines) {
        if (reader.lastRecordedAt().filter(latest -> latest.isAfter(at)).isPresent()) {
            throw new IllegalStateException("the log of " + book + " has records after " + at);
        }
        long size = reader.frontier().size();
        if (size == 0 || last.filter(old -> old.head().size() > size).isPresent()) {
            throw new IllegalStateException("the log of " + book + " has " + size);
        }
        LogRecord newest = record(reader, size - 1);
        if (!newest.leaf().equals(Leaf.hashOf(newest, digest))) {
            throw new IllegalStateException(
                    "record " + newest.index() + " of " + book + " is not of " + digest);
        }
        TreeHead head = reader.frontier().head(digest);
        last.ifPresent(old -> requireExtension(reader, old.head(), head));
        lastClose(reader, last.map(old -> old.head().size()).orElse(0L))
                .map(close -> SealedBalances.of(reader, close, digest))
                .ifPresent(balances -> lines.add(balances.line()));
        return head;
    }

    private void requireExtension(BookReader reader, TreeHead old, TreeHead head) {
        ProofCheck check =
                MerkleVerifier.verifyConsistency(
                        MerkleProofs.consistency(old.size(), head.size(), reader, digest),
                        old,
                        head,
                        digest);
        if (!check.isValid()) {
            throw new IllegalStateException(
                    "the log of " + book + " is not what was signed: " + check);
        }
    }

    /**
     * Whether a checkpoint that somebody kept is of this log as it stands.
     *
     * @param kept signed by a key of this log
     * @return true if the tree had this root at this size; false for a larger one too
     * @throws MalformedNoteException if it is no checkpoint
     */
    public boolean contains(SignedNote kept) {
        TreeHead head = CheckpointText.parse(kept.text()).head();
        return books.read(
                book,
                reader ->
                        head.size() > 0
                                && head.size() <= reader.frontier().size()
                                && MerkleProofs.head(head.size(), reader, digest).equals(head));
    }

    /**
     * The proof of the closing balance of an account, in the last checkpoint that seals the close.
     *
     * @param through the last day of the closed period
     * @param account the account
     * @return empty while no checkpoint seals that close, or for an account without public postings
     */
    public Optional<BalanceProof> proveBalance(LocalDate through, AccountCode account) {
        int offset = 0;
        List<PublishedCheckpoint> page = checkpoints.list(book, offset, PAGE);
        while (!page.isEmpty()) {
            for (PublishedCheckpoint checkpoint : page) {
                CheckpointText text =
                        CheckpointText.parse(SignedNote.parse(checkpoint.note()).text());
                if (SealedBalances.isSealed(text, through)) {
                    return books.read(
                                    book,
                                    reader ->
                                            SealedBalances.of(
                                                    reader,
                                                    book,
                                                    through,
                                                    checkpoint.head().size(),
                                                    digest))
                            .prove(account, checkpoint);
                }
            }
            offset += page.size();
            page = checkpoints.list(book, offset, PAGE);
        }
        return Optional.empty();
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
                                        PublicRecord.of(record(reader, index), digest),
                                        MerkleProofs.inclusion(
                                                index, checkpoint.head().size(), reader, digest),
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
                                : Optional.of(
                                        MerkleProofs.consistency(
                                                oldSize, newSize, reader, digest)));
    }
}
