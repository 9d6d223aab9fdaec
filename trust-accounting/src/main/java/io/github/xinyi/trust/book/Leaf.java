package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * The bytes of a record in the log, version {@code xinyi/leaf/v1}; docs/leaf-format.md is the norm.
 *
 * <p>An open entry stands in clear, its text behind a salted commitment that survives the text's
 * erasure; a household's entry stands behind one commitment as a whole.
 *
 * @since 0.1.0
 */
public final class Leaf {

    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int SECONDS_OF_DAY = 86_400;

    /** What an erasure has in the place of the kind of an entry. */
    public static final String ERASURE = "ERASURE";

    /** Of an entry of two postings. */
    private static final int USUAL_BYTES = 400;

    private Leaf() {}

    /**
     * The hash of an entry's leaf, by SHA-256.
     *
     * @param entry the entry
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(Entry entry) {
        return hashOf(entry, MerkleDigest.SHA_256);
    }

    /**
     * The hash of an entry's leaf.
     *
     * @param entry the entry
     * @param digest that of the book
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(Entry entry, MerkleDigest digest) {
        EntryDraft draft = entry.draft();
        Consumer<CanonicalBytes> content =
                draft.visibility()
                        .fold(
                                () -> leaf -> writeBody(draft, digest, leaf),
                                unit -> leaf -> leaf.raw(commitment(draft, digest).toByteArray()));
        return hash(
                digest,
                entry.book().value(),
                entry.index(),
                draft.kind().name(),
                draft.visibility().isOpen() ? "OPEN" : "HOUSEHOLD",
                draft.effectiveDate().toString(),
                entry.recordedAt(),
                content);
    }

    /**
     * The hash of a batch's leaf, by SHA-256.
     *
     * @param batch the batch
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(HouseholdBatch batch) {
        return hashOf(batch, MerkleDigest.SHA_256);
    }

    /**
     * The hash of a batch's leaf.
     *
     * @param batch the batch
     * @param digest that of the book
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(HouseholdBatch batch, MerkleDigest digest) {
        return hash(
                digest,
                batch.book().value(),
                batch.index(),
                batch.kind().name(),
                "BATCH",
                batch.effectiveDate().toString(),
                batch.recordedAt(),
                leaf -> writeBody(batch, leaf));
    }

    private static void writeBody(HouseholdBatch batch, CanonicalBytes leaf) {
        leaf.text(batch.id())
                .text(batch.kind().name())
                .u64(batch.fromIndex())
                .u64(batch.toIndex())
                .u32(batch.entryCount())
                .u32(batch.unitCount())
                .u32(batch.totals().size());
        batch.totals().forEach(total -> append(leaf, total));
    }

    /**
     * The hash of the leaf of a period's close, by SHA-256.
     *
     * @param close the close
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(PeriodClose close) {
        return hashOf(close, MerkleDigest.SHA_256);
    }

    /**
     * The hash of the leaf of a period's close.
     *
     * @param close the close
     * @param digest that of the book
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(PeriodClose close, MerkleDigest digest) {
        return hash(
                digest,
                close.book().value(),
                close.index(),
                "PERIOD",
                "CLOSE",
                close.through().toString(),
                close.recordedAt(),
                leaf -> leaf.text(close.id()));
    }

    /**
     * The hash of the leaf of an account's opening or closing, by SHA-256.
     *
     * @param change the change
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(AccountChange change) {
        return hashOf(change, MerkleDigest.SHA_256);
    }

    /**
     * The hash of the leaf of an account's opening or closing.
     *
     * @param change the change
     * @param digest that of the book
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(AccountChange change, MerkleDigest digest) {
        Account account = change.account();
        return hash(
                digest,
                change.book().value(),
                change.index(),
                change.kind().name(),
                "ACCOUNT",
                change.from().toString(),
                change.recordedAt(),
                leaf ->
                        leaf.text(change.id())
                                .text(account.code().value())
                                .text(account.nameZh())
                                .text(account.nameEn())
                                .text(account.fundClass().name())
                                .text(account.type().name()));
    }

    /**
     * The hash of the leaf of an erasure, by SHA-256.
     *
     * @param erasure the erasure
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(Erasure erasure) {
        return hashOf(erasure, MerkleDigest.SHA_256);
    }

    /**
     * The hash of the leaf of an erasure: that of an open entry without postings, so that every
     * reader of the log can check it, and with the one who ordered it behind a commitment.
     *
     * @param erasure the erasure
     * @param digest that of the book
     * @return what inclusion proofs start from
     */
    public static Hash hashOf(Erasure erasure, MerkleDigest digest) {
        return hashOf(
                new ErasureHeading(
                        erasure.book(),
                        erasure.index(),
                        erasure.subject(),
                        erasure.day(),
                        erasure.recordedAt()),
                commitment(erasure, digest),
                digest);
    }

    /**
     * What everybody sees of an erasure beside its commitment.
     *
     * @param book the community
     * @param index its place in the log
     * @param subject entry, field and ground, as {@link Erasure#subject} has them
     * @param day the day of the order
     * @param recordedAt when it was recorded
     */
    public record ErasureHeading(
            CommunityId book, long index, String subject, LocalDate day, Instant recordedAt) {

        /**
         * Its name in the log.
         *
         * @return for example {@code erasure/1207}
         */
        public String id() {
            return "erasure/" + index;
        }
    }

    /**
     * The hash of the leaf of an erasure, from what everybody sees of it.
     *
     * @param heading what stands beside the commitment
     * @param commitment to the rest
     * @param digest that of the book
     * @return equal to {@link #hashOf(Erasure, MerkleDigest)} of the erasure
     */
    public static Hash hashOf(ErasureHeading heading, Hash commitment, MerkleDigest digest) {
        return hash(
                digest,
                heading.book().value(),
                heading.index(),
                ERASURE,
                "OPEN",
                heading.day().toString(),
                heading.recordedAt(),
                leaf ->
                        leaf.text(heading.id())
                                .text("erasure")
                                .text(heading.subject())
                                .text("")
                                .bytes(commitment.toByteArray())
                                .u32(0));
    }

    /**
     * The commitment that stands in the log for who ordered an erasure, and for what is left of the
     * entry.
     *
     * @param erasure the erasure
     * @param digest that of the book
     * @return the commitment
     */
    public static Hash commitment(Erasure erasure, MerkleDigest digest) {
        return commitment(
                erasure.by().value() + " " + erasure.remains().toHex(), erasure.salt(), digest);
    }

    /**
     * The commitment to an entry as it is without its text, under the salt of the erasure.
     *
     * @param erased the entry's content, its text erased
     * @param salt that of the erasure
     * @param digest that of the book
     * @return equal to {@link Erasure#remains} unless somebody changed the entry
     */
    public static Hash remains(EntryDraft erased, Salt salt, MerkleDigest digest) {
        return household(erased, salt, digest);
    }

    /**
     * What everybody sees of a household's entry beside its commitment.
     *
     * @param book the community
     * @param index its place in the log
     * @param kind what it records
     * @param effectiveDate the day to which it belongs
     * @param recordedAt when it was recorded
     */
    public record Heading(
            CommunityId book,
            long index,
            EntryKind kind,
            LocalDate effectiveDate,
            Instant recordedAt) {}

    /**
     * The hash of the leaf of a household's entry, from what everybody sees of it.
     *
     * @param heading what stands beside the commitment
     * @param commitment to the rest
     * @param digest that of the book
     * @return equal to {@link #hashOf(Entry, MerkleDigest)} of the entry
     */
    public static Hash hashOf(Heading heading, Hash commitment, MerkleDigest digest) {
        return hash(
                digest,
                heading.book().value(),
                heading.index(),
                heading.kind().name(),
                "HOUSEHOLD",
                heading.effectiveDate().toString(),
                heading.recordedAt(),
                leaf -> leaf.raw(commitment.toByteArray()));
    }

    /**
     * The hash of a record's leaf by SHA-256, computed again from its content.
     *
     * @param record the record
     * @return equal to {@link LogRecord#leaf} unless somebody changed one of them
     */
    public static Hash hashOf(LogRecord record) {
        return hashOf(record, MerkleDigest.SHA_256);
    }

    /**
     * The hash of a record's leaf, computed again from its content.
     *
     * @param record the record
     * @param digest that of the book
     * @return equal to {@link LogRecord#leaf} unless somebody changed one of them, or the digest is
     *     not that of the book
     */
    public static Hash hashOf(LogRecord record, MerkleDigest digest) {
        return record.fold(
                e -> hashOf(e.entry(), digest),
                b -> hashOf(b.batch(), digest),
                c -> hashOf(c.close(), digest),
                a -> hashOf(a.change(), digest),
                x -> hashOf(x.erasure(), digest));
    }

    /**
     * The commitment that stands in the log for a household's entry, by SHA-256.
     *
     * @param draft the entry's content
     * @return 32 bytes
     */
    public static byte[] commitment(EntryDraft draft) {
        return commitment(draft, MerkleDigest.SHA_256).toByteArray();
    }

    /**
     * The commitment that stands in the log for a household's entry; of one whose text and salt
     * were erased, as it was kept.
     *
     * @param draft the entry's content
     * @param digest that of the book
     * @return the commitment
     */
    public static Hash commitment(EntryDraft draft, MerkleDigest digest) {
        return draft.erased()
                .flatMap(ErasedText::household)
                .orElseGet(() -> household(draft, draft.salt(), digest));
    }

    private static Hash household(EntryDraft draft, Salt salt, MerkleDigest digest) {
        CanonicalBytes bytes =
                new CanonicalBytes(digest.domain("xinyi/household/v1")).raw(salt.toByteArray());
        writeBody(draft, digest, bytes);
        return digest.digest(bytes::addTo);
    }

    /**
     * The commitment that stands in the log for an entry's text, by SHA-256.
     *
     * @param narrative the text
     * @param salt the entry's salt
     * @return 32 bytes
     */
    public static byte[] commitment(String narrative, Salt salt) {
        return commitment(narrative, salt, MerkleDigest.SHA_256).toByteArray();
    }

    /**
     * The commitment that stands in the log for an entry's text.
     *
     * @param narrative the text
     * @param salt the entry's salt
     * @param digest that of the book
     * @return the commitment
     */
    public static Hash commitment(String narrative, Salt salt, MerkleDigest digest) {
        CanonicalBytes bytes =
                new CanonicalBytes(digest.domain("xinyi/text/v1"))
                        .raw(salt.toByteArray())
                        .text(narrative);
        return digest.digest(bytes::addTo);
    }

    /**
     * A time as the log writes it.
     *
     * @param moment the moment
     * @return for example {@code 2025-01-03T02:00:00.000Z}
     */
    public static String timestamp(Instant moment) {
        long seconds = moment.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_DAY));
        int second = Math.floorMod(seconds, SECONDS_OF_DAY);
        int minute = second / 60;
        int hour = minute / 60;
        int milli = moment.getNano() / NANOS_OF_MILLI;
        char[] time = {
            'T',
            digit(hour / 10),
            digit(hour),
            ':',
            digit(minute % 60 / 10),
            digit(minute),
            ':',
            digit(second % 60 / 10),
            digit(second),
            '.',
            digit(milli / 100),
            digit(milli / 10),
            digit(milli),
            'Z'
        };
        return day + String.valueOf(time);
    }

    /** The last digit of a number. */
    private static char digit(int number) {
        return (char) ('0' + number % 10);
    }

    private static Hash narrative(EntryDraft draft, MerkleDigest digest) {
        return draft.erased()
                .map(ErasedText::narrative)
                .orElseGet(() -> commitment(draft.narrative(), draft.salt(), digest));
    }

    private static void writeBody(EntryDraft draft, MerkleDigest digest, CanonicalBytes leaf) {
        List<Posting> postings = draft.postings();
        leaf.text(draft.id().value())
                .text(draft.source().type())
                .text(draft.source().id())
                .text(draft.reverses().map(EntryId::value).orElse(""))
                .bytes(narrative(draft, digest).toByteArray())
                .u32(postings.size());
        String unit = draft.visibility().fold(() -> "", UnitId::value);
        for (Posting posting : postings) {
            append(leaf, posting).text(unit);
        }
    }

    private static CanonicalBytes append(CanonicalBytes body, Posting posting) {
        return body.text(posting.account().value())
                .text(posting.side().letter())
                .u64(posting.amount().minor())
                .text(posting.amount().currency().getCurrencyCode());
    }

    private static Hash hash(
            MerkleDigest digest,
            String book,
            long index,
            String kind,
            String visibility,
            String effectiveDate,
            Instant recordedAt,
            Consumer<CanonicalBytes> content) {
        CanonicalBytes leaf =
                new CanonicalBytes(digest.domain("xinyi/leaf/v1"), USUAL_BYTES)
                        .text(book)
                        .u64(index)
                        .text(kind)
                        .text(visibility)
                        .text(effectiveDate)
                        .text(timestamp(recordedAt))
                        .enclosing(content);
        return digest.leaf(leaf::addTo);
    }
}
