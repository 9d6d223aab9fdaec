package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.merkle.TreeHead;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A signed tree head as it was given to the public.
 *
 * @param book whose log
 * @param head the size and root that were signed
 * @param publishedAt when, to the millisecond; the signed text says so too
 * @param note the signed note, as anyone may keep it
 * @since 0.1.0
 */
public record PublishedCheckpoint(
        CommunityId book, TreeHead head, Instant publishedAt, String note) {

    /** Cuts the time to the millisecond. */
    public PublishedCheckpoint {
        publishedAt = publishedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
