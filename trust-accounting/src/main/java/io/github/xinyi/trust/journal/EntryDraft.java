package io.github.xinyi.trust.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to be entered; immutable, and checked as a whole when it is posted.
 *
 * <p>Example: {@code EntryDraft.of(id, kind, date, source, salt).postings(debit, credit)
 * .narrative("...")}. Each wither gives a changed copy.
 *
 * @since 0.1.0
 */
public final class EntryDraft {

    /** The most postings an entry may have. */
    public static final int MAX_POSTINGS = 100;

    /** The longest narrative, in characters. */
    public static final int MAX_NARRATIVE = 500;

    private final EntryId id;
    private final EntryKind kind;
    private final Visibility visibility;
    private final LocalDate effectiveDate;
    private final SourceDocument source;
    private final @Nullable Salt salt;
    private final String narrative;
    private final List<Posting> postings;
    private final @Nullable EntryId reverses;
    private final @Nullable ErasedText erased;

    private EntryDraft(
            EntryId id,
            EntryKind kind,
            Visibility visibility,
            LocalDate effectiveDate,
            SourceDocument source,
            @Nullable Salt salt,
            String narrative,
            List<Posting> postings,
            @Nullable EntryId reverses,
            @Nullable ErasedText erased) {
        if (effectiveDate.getYear() < 1900 || effectiveDate.getYear() > 9999) {
            throw new IllegalArgumentException("no book has the day " + effectiveDate);
        }
        this.id = id;
        this.kind = kind;
        this.visibility = visibility;
        this.effectiveDate = effectiveDate;
        this.source = source;
        this.salt = salt;
        this.narrative = narrative;
        this.postings = List.copyOf(postings);
        this.reverses = reverses;
        this.erased = erased;
    }

    /**
     * An open entry, still without postings.
     *
     * @param id the caller's name for it
     * @param kind what it records
     * @param effectiveDate the day to which it belongs
     * @param source the paper it stands on
     * @param salt hides what may have to be erased
     * @return the draft
     */
    public static EntryDraft of(
            EntryId id, EntryKind kind, LocalDate effectiveDate, SourceDocument source, Salt salt) {
        return new EntryDraft(
                id,
                kind,
                Visibility.open(),
                effectiveDate,
                source,
                salt,
                "",
                List.of(),
                null,
                null);
    }

    /**
     * Rebuilds what a store has kept of an entry whose text and salt were erased; open, and still
     * without postings.
     *
     * @param id the caller's name for it
     * @param kind what it records
     * @param effectiveDate the day to which it belongs
     * @param source the paper it stands on
     * @param erased what is left of text and salt
     * @return the draft, with an empty narrative and without a salt
     */
    public static EntryDraft ofErased(
            EntryId id,
            EntryKind kind,
            LocalDate effectiveDate,
            SourceDocument source,
            ErasedText erased) {
        return new EntryDraft(
                id,
                kind,
                Visibility.open(),
                effectiveDate,
                source,
                null,
                "",
                List.of(),
                null,
                erased);
    }

    /**
     * The reversal of an entry: the same lines on the other sides, the same kind and visibility.
     *
     * @param original what is to be reversed
     * @param id the caller's name for the reversal
     * @param effectiveDate the day to which the reversal belongs; there is no default
     * @param salt hides what may have to be erased
     * @return the draft
     */
    public static EntryDraft reversalOf(
            Entry original, EntryId id, LocalDate effectiveDate, Salt salt) {
        EntryDraft there = original.draft();
        return new EntryDraft(
                id,
                there.kind,
                there.visibility,
                effectiveDate,
                there.source,
                salt,
                "",
                there.postings.stream().map(Posting::reversed).toList(),
                there.id,
                null);
    }

    /**
     * Rebuilds what a store has kept.
     *
     * @param reverses the entry that this one reverses
     * @return a copy that reverses it
     */
    public EntryDraft reversing(EntryId reverses) {
        return copy(visibility, source, narrative, postings, reverses);
    }

    /**
     * With another paper, for example the bank's line of money that came back.
     *
     * @param source the paper
     * @return a changed copy
     */
    public EntryDraft source(SourceDocument source) {
        return copy(visibility, source, narrative, postings, reverses);
    }

    /**
     * With other visibility.
     *
     * @param visibility who sees it
     * @return a changed copy
     */
    public EntryDraft visibility(Visibility visibility) {
        return copy(visibility, source, narrative, postings, reverses);
    }

    /**
     * With a text that tells people what it is.
     *
     * @param narrative at most 500 characters
     * @return a changed copy
     * @throws IllegalStateException if the text was erased
     */
    public EntryDraft narrative(String narrative) {
        if (erased != null) {
            throw new IllegalStateException("the text of " + id + " was " + erased);
        }
        return copy(visibility, source, narrative, postings, reverses);
    }

    /**
     * With these lines.
     *
     * @param postings 2 to 100
     * @return a changed copy
     */
    public EntryDraft postings(List<Posting> postings) {
        return copy(visibility, source, narrative, postings, reverses);
    }

    /**
     * With these lines.
     *
     * @param postings 2 to 100
     * @return a changed copy
     */
    public EntryDraft postings(Posting... postings) {
        return postings(List.of(postings));
    }

    /**
     * What a store keeps of it once its text and its salt are erased.
     *
     * @param left the commitments that stay
     * @return a copy without text and salt
     */
    public EntryDraft withoutText(ErasedText left) {
        return new EntryDraft(
                id, kind, visibility, effectiveDate, source, null, "", postings, reverses, left);
    }

    private EntryDraft copy(
            Visibility visibility,
            SourceDocument source,
            String narrative,
            List<Posting> postings,
            @Nullable EntryId reverses) {
        return new EntryDraft(
                id,
                kind,
                visibility,
                effectiveDate,
                source,
                salt,
                narrative,
                postings,
                reverses,
                erased);
    }

    /**
     * The caller's name for it.
     *
     * @return unique in its book
     */
    public EntryId id() {
        return id;
    }

    /**
     * What it records.
     *
     * @return the kind
     */
    public EntryKind kind() {
        return kind;
    }

    /**
     * Who sees it.
     *
     * @return open unless said otherwise
     */
    public Visibility visibility() {
        return visibility;
    }

    /**
     * The day to which it belongs.
     *
     * @return the effective date
     */
    public LocalDate effectiveDate() {
        return effectiveDate;
    }

    /**
     * The paper it stands on.
     *
     * @return the source
     */
    public SourceDocument source() {
        return source;
    }

    /**
     * What hides its text, and a household's postings.
     *
     * @return the salt
     * @throws IllegalStateException if it was erased with the text: ask {@link #erased} before
     */
    public Salt salt() {
        if (salt == null) {
            throw new IllegalStateException("the salt of " + id + " was " + erased);
        }
        return salt;
    }

    /**
     * What is left if its text and salt were erased.
     *
     * @return empty for an entry that has both
     */
    public Optional<ErasedText> erased() {
        return Optional.ofNullable(erased);
    }

    /**
     * The text that tells people what it is.
     *
     * @return may be empty, and is if it was erased
     */
    public String narrative() {
        return narrative;
    }

    /**
     * Its lines.
     *
     * @return an unmodifiable list
     */
    public List<Posting> postings() {
        return postings;
    }

    /**
     * The entry that this one reverses.
     *
     * @return empty for an ordinary entry
     */
    public Optional<EntryId> reverses() {
        return Optional.ofNullable(reverses);
    }

    /**
     * Whether another draft asks for the same entry; the salt does not count, since a caller who
     * repeats a request may have made a new one. Of a text that was erased nobody can tell any more
     * whether it was the same; it does not count either.
     *
     * @param other another draft
     * @return true if everything but the salt, and a text that was erased, is equal
     */
    public boolean hasSameContentAs(EntryDraft other) {
        return id.equals(other.id)
                && kind == other.kind
                && visibility.equals(other.visibility)
                && effectiveDate.equals(other.effectiveDate)
                && source.equals(other.source)
                && (erased != null || other.erased != null || narrative.equals(other.narrative))
                && postings.equals(other.postings)
                && reverses().equals(other.reverses());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryDraft that
                && hasSameContentAs(that)
                && narrative.equals(that.narrative)
                && Objects.equals(salt, that.salt)
                && Objects.equals(erased, that.erased);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** For example {@code PAYMENT pay/E0001 2025-03-01}; never the text or the amounts. */
    @Override
    public String toString() {
        return kind + " " + id + " " + effectiveDate;
    }
}
