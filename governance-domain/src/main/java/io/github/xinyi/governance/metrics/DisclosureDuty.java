package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.LocalDate;

/**
 * Something that must be disclosed by a day, for example the accounts of the second quarter by
 * 2025-07-15.
 *
 * @param community whose duty it is
 * @param id its name there, for example {@code 2025-Q2-ACCOUNTS}
 * @param dueOn the last day on which it is in time
 * @param disclosedOn the day; {@link LocalDate#MAX} while it is not disclosed
 * @since 0.1.0
 */
public record DisclosureDuty(
        CommunityId community, String id, LocalDate dueOn, LocalDate disclosedOn) {

    Count on(LocalDate day) {
        if (dueOn.isAfter(day)) {
            return Count.NOT_YET_DUE;
        }
        if (disclosedOn.isAfter(day)) {
            return Count.NOT_DISCLOSED;
        }
        return disclosedOn.isAfter(dueOn) ? Count.LATE : Count.COUNTED;
    }
}
