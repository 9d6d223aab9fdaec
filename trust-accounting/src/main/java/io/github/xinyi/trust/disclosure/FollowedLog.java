package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader keeps who follows a log page by page: so many leaves as one bits in the size, out
 * of which he computes the root that the next checkpoint must have.
 *
 * <p>Example: {@code FollowedLog.from(book, unit, digest).plus(page).matches(note)}. A page that
 * leaves out, repeats or reorders a record, or shows an entry of the reader's own that is not the
 * one committed to, is refused with the place. Whether the log left out an entry that it should
 * have recorded, no reader can tell; an owner who holds a receipt can. Immutable.
 *
 * @since 0.1.0
 */
public final class FollowedLog {

    /** What a page was found to be. */
    public enum Fault {
        /** A record does not stand at the next index. */
        GAP,
        /** The leaf of an open record is not the hash of what is shown. */
        LEAF_MISMATCH,
        /** An entry of the reader's own stands at no record of a household in the page. */
        OWN_NOT_IN_PAGE,
        /** An entry shown as the reader's own is of another unit. */
        OWN_OF_ANOTHER,
        /** An entry of the reader's own does not open the commitment in the log. */
        OWN_NOT_COMMITTED
    }

    /** Thrown when a page is not the next part of the log, or is not what it says. */
    public static final class BrokenFeedException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final Fault fault;
        private final long index;

        BrokenFeedException(Fault fault, long index) {
            super(fault + " at " + index);
            this.fault = fault;
            this.index = index;
        }

        /** What is wrong first. */
        public Fault fault() {
            return fault;
        }

        /** The index at which it is. */
        public long index() {
            return index;
        }
    }

    private final CommunityId book;
    private final UnitId unit;
    private final MerkleDigest digest;
    private final Frontier frontier;

    private FollowedLog(CommunityId book, UnitId unit, MerkleDigest digest, Frontier frontier) {
        this.book = book;
        this.unit = unit;
        this.digest = digest;
        this.frontier = frontier;
    }

    /**
     * Follows a log from its first record.
     *
     * @param book whose log
     * @param unit whose owner reads
     * @param digest that of the log
     * @return nothing read yet
     */
    public static FollowedLog from(CommunityId book, UnitId unit, MerkleDigest digest) {
        return new FollowedLog(book, unit, digest, Frontier.empty());
    }

    /**
     * How many records were read.
     *
     * @return the next index wanted
     */
    public long size() {
        return frontier.size();
    }

    /**
     * This log and its next page.
     *
     * @param page as it was given
     * @return the longer log
     * @throws BrokenFeedException if a record is missing, or is not what it says
     */
    public FollowedLog plus(FeedPage page) {
        List<Hash> leaves = new ArrayList<>();
        Map<Long, PublicRecord.Household> households = new HashMap<>();
        for (PublicRecord record : page.records()) {
            long next = frontier.size() + leaves.size();
            if (record.index() != next) {
                throw new BrokenFeedException(Fault.GAP, next);
            }
            if (!record.leaf().equals(leafOf(record))) {
                throw new BrokenFeedException(Fault.LEAF_MISMATCH, next);
            }
            record.fold(
                    o -> false,
                    h -> households.put(h.index(), h) == null,
                    b -> false,
                    c -> false,
                    a -> false,
                    x -> false);
            leaves.add(record.leaf());
        }
        page.own().forEach(entry -> checkOwn(entry, households));
        return new FollowedLog(book, unit, digest, frontier.appendAll(leaves, digest).frontier());
    }

    private Hash leafOf(PublicRecord record) {
        return record.fold(
                o -> Leaf.hashOf(o.entry(), digest),
                h -> Leaf.hashOf(headingOf(h), h.commitment(), digest),
                b -> Leaf.hashOf(b.batch(), digest),
                c -> Leaf.hashOf(c.close(), digest),
                a -> Leaf.hashOf(a.change(), digest),
                x -> Leaf.hashOf(headingOf(x), x.commitment(), digest));
    }

    private Leaf.ErasureHeading headingOf(PublicRecord.ErasureRecord shown) {
        return new Leaf.ErasureHeading(
                book, shown.index(), shown.subject(), shown.day(), shown.recordedAt());
    }

    private Leaf.Heading headingOf(PublicRecord.Household shown) {
        return new Leaf.Heading(
                book, shown.index(), shown.kind(), shown.effectiveDate(), shown.recordedAt());
    }

    private void checkOwn(Entry entry, Map<Long, PublicRecord.Household> households) {
        PublicRecord.Household shown = households.get(entry.index());
        if (shown == null) {
            throw new BrokenFeedException(Fault.OWN_NOT_IN_PAGE, entry.index());
        }
        if (!entry.draft().visibility().fold(() -> false, of -> of.equals(unit))) {
            throw new BrokenFeedException(Fault.OWN_OF_ANOTHER, entry.index());
        }
        // Of a text that was erased no salt is left that opens the commitment.
        boolean committed =
                entry.draft().erased().isEmpty()
                        && Leaf.commitment(entry.draft(), digest).equals(shown.commitment())
                        && Leaf.hashOf(entry, digest).equals(shown.leaf());
        if (!committed) {
            throw new BrokenFeedException(Fault.OWN_NOT_COMMITTED, entry.index());
        }
    }

    /**
     * Whether a checkpoint is of exactly what was read.
     *
     * @param checkpoint whose signature the reader has checked with {@link LogKeys}
     * @return true if it has this size and root
     * @throws MalformedNoteException if it is no checkpoint
     */
    public boolean matches(SignedNote checkpoint) {
        CheckpointText text = CheckpointText.parse(checkpoint.text());
        return text.digestName().equals(digest.name())
                && text.head().size() == frontier.size()
                && text.head().root().equals(frontier.root(digest));
    }
}
