package io.github.xinyi.trust.journal;

import java.util.regex.Pattern;

/**
 * The name that the caller gives an entry, unique in its book: sending it again with the same
 * content changes nothing, with other content is refused.
 *
 * @param value 1 to 64 characters without white space or control characters, for example {@code
 *     receipt/R2025010001}
 * @since 0.1.0
 */
public record EntryId(String value) implements Comparable<EntryId> {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._:/#-]{1,64}");

    /** Refuses text of another form. */
    public EntryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an entry id: " + value);
        }
    }

    /**
     * Wraps an id.
     *
     * @param value for example {@code receipt/R2025010001}
     * @return the id
     */
    public static EntryId of(String value) {
        return new EntryId(value);
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
