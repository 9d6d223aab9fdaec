package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;

/**
 * One record and how it counts, for example case {@code C-1} of {@code C034}, reopened.
 *
 * @param record which record
 * @param count how it counts
 * @since 0.1.0
 */
public record Reading(RecordId record, Count count) {

    /**
     * The reading of a record.
     *
     * @param community where it stood on the day
     * @param id its identifier there; shown by its {@code toString}
     * @param count how it counts
     * @return the reading
     */
    public static Reading of(CommunityId community, Object id, Count count) {
        return new Reading(new RecordId(community, id.toString()), count);
    }
}
