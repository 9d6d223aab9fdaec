package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.merkle.Hash;
import java.time.LocalDate;

/**
 * That records which were kept before there was a docket were taken into it as they stood (存证簿补录),
 * for example 1,204 records on 2026-03-02.
 *
 * <p>It vouches for what those records were on that day, and for nothing before: whoever could
 * write to the tables until then may have changed them.
 *
 * @param community whose docket
 * @param day on which they were taken in
 * @param records how many, at least 1
 * @param digest over their leaves in the docket
 * @param docketIndex the place of the adoption in the docket, right after the records
 * @since 0.1.0
 */
public record DocketAdoption(
        CommunityId community, LocalDate day, long records, Hash digest, long docketIndex) {

    /** Refuses what adopts nothing. */
    public DocketAdoption {
        if (records < 1 || docketIndex < records) {
            throw new IllegalArgumentException(
                    records + " records before " + docketIndex + " of the docket");
        }
    }

    /** For example {@code adopted on 2026-03-02: 1204 records}. */
    @Override
    public String toString() {
        return "adopted on " + day + ": " + records + " records";
    }
}
