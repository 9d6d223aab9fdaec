package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.Comparator;

/**
 * The name of one record that a metric looked at, for example case {@code C-2025-0042} of {@code
 * C034}. It can name a person or a unit, so that lists of them are not for the public.
 *
 * @param community where the record stood on the day
 * @param id its identifier there, 1 to {@link #MAX_LENGTH} characters
 * @since 0.1.0
 */
public record RecordId(CommunityId community, String id) implements Comparable<RecordId> {

    /** The longest identifier: two identifiers and what parts them. */
    public static final int MAX_LENGTH = 200;

    private static final Comparator<RecordId> ORDER =
            Comparator.comparing(RecordId::community).thenComparing(RecordId::id);

    /** Checks the length. */
    public RecordId {
        if (id.isBlank() || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an identifier of " + id.length() + " characters");
        }
    }

    @Override
    public int compareTo(RecordId other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code C034/C-2025-0042}. */
    @Override
    public String toString() {
        return community + "/" + id;
    }
}
