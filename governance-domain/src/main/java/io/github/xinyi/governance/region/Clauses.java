package io.github.xinyi.governance.region;

import java.util.List;
import java.util.stream.Stream;

/**
 * All clauses that a profile may have, section by section, for example {@code
 * profile.clause(NoticeClauses.REGULAR_DAYS)}; lengths are in the unit that their name says.
 *
 * @since 0.1.0
 */
public final class Clauses {

    private Clauses() {}

    /**
     * Every key there is.
     *
     * @return section by section
     */
    public static List<ClauseKey<?>> all() {
        return Stream.of(
                        FirstMeetingClauses.ALL,
                        NoticeClauses.ALL,
                        OwnersCommitteeClauses.ALL,
                        ManagementCommitteeClauses.ALL,
                        PublicIncomeClauses.ALL,
                        DisclosureClauses.ALL,
                        HandoverClauses.ALL,
                        PartyBranchClauses.ALL,
                        GuaranteeClauses.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
