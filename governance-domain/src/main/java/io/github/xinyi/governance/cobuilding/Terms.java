package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is needed or offered, where and when, for example 20 places with the tag 养老 in C034 from
 * 2025-03-01 until before 2025-09-01.
 *
 * @param place the community, or the district where it is offered to all of them
 * @param tags 1 to {@link #MAX_TAGS}
 * @param quantity 1 to {@link #MAX_QUANTITY}, in the unit the host uses for the tags
 * @param startInclusive the first day
 * @param endExclusive the first day no longer; after the first
 * @since 0.1.0
 */
public record Terms(
        CommunityId place,
        SortedSet<Tag> tags,
        long quantity,
        LocalDate startInclusive,
        LocalDate endExclusive) {

    /** The greatest number of tags. */
    public static final int MAX_TAGS = 20;

    /** The greatest quantity of one entry. */
    public static final long MAX_QUANTITY = 1_000_000;

    /** Copies the tags and refuses what can be neither needed nor offered. */
    public Terms {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        if (tags.isEmpty() || tags.size() > MAX_TAGS) {
            throw new IllegalArgumentException("1 to " + MAX_TAGS + " tags, got " + tags.size());
        }
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity out of range: " + quantity);
        }
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "empty period: " + startInclusive + " to " + endExclusive);
        }
    }

    boolean covers(Terms need) {
        return !need.startInclusive.isBefore(startInclusive)
                && !need.endExclusive.isAfter(endExclusive);
    }

    /** As everybody may read them. */
    Terms shown() {
        SortedSet<Tag> readable = new TreeSet<>();
        tags.forEach(tag -> readable.add(tag.isPublic() ? tag : Tag.HIDDEN));
        return new Terms(place, readable, quantity, startInclusive, endExclusive);
    }

    SortedSet<Tag> shared(Terms other) {
        SortedSet<Tag> both = new TreeSet<>(tags);
        both.retainAll(other.tags);
        return both;
    }
}
