package io.github.xinyi.trust.journal;

import io.github.xinyi.trust.merkle.Hash;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an entry's text and salt after both were erased (已删除的摘要): the commitments with
 * which its leaf is still computed, and nothing from which the text could be guessed.
 *
 * <p>Example: {@code ErasedText.ofOpen(1207, narrative)} for an open entry whose text was erased by
 * record 1207. Immutable.
 *
 * @since 0.1.0
 */
public final class ErasedText {

    private final long erasedBy;
    private final Hash narrative;
    private final @Nullable Hash household;

    private ErasedText(long erasedBy, Hash narrative, @Nullable Hash household) {
        if (erasedBy < 1) {
            throw new IllegalArgumentException("no entry was erased by record " + erasedBy);
        }
        this.erasedBy = erasedBy;
        this.narrative = narrative;
        this.household = household;
    }

    /**
     * What is left of an open entry.
     *
     * @param erasedBy the index of the record that tells of the erasure, at least 1
     * @param narrative the commitment to the text
     * @return what is left
     */
    public static ErasedText ofOpen(long erasedBy, Hash narrative) {
        return new ErasedText(erasedBy, narrative, null);
    }

    /**
     * What is left of a household's entry, which no salt opens any more.
     *
     * @param erasedBy the index of the record that tells of the erasure, at least 1
     * @param narrative the commitment to the text
     * @param entry the commitment to the whole entry, as it stands in the log
     * @return what is left
     */
    public static ErasedText ofHousehold(long erasedBy, Hash narrative, Hash entry) {
        return new ErasedText(erasedBy, narrative, entry);
    }

    /**
     * The record that tells of the erasure.
     *
     * @return its index in the log
     */
    public long erasedBy() {
        return erasedBy;
    }

    /**
     * The commitment to the text.
     *
     * @return 32 bytes that open to nothing
     */
    public Hash narrative() {
        return narrative;
    }

    /**
     * The commitment to a household's entry as a whole.
     *
     * @return empty for an open entry
     */
    public Optional<Hash> household() {
        return Optional.ofNullable(household);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErasedText that
                && erasedBy == that.erasedBy
                && narrative.equals(that.narrative)
                && Objects.equals(household, that.household);
    }

    @Override
    public int hashCode() {
        return narrative.hashCode();
    }

    /** For example {@code erased by record 1207}. */
    @Override
    public String toString() {
        return "erased by record " + erasedBy;
    }
}
