package io.github.xinyi.rest.access;

import java.time.Instant;

/**
 * A call that was denied, for the host's audit, for example of {@code disbursements.request} by
 * {@code P-0131} in {@code anheyuan}. It holds nothing of what was sent.
 *
 * @param at when
 * @param correlation the id of the request, as the caller was told it
 * @param caller the person's id, empty for an unknown caller
 * @param operation what was asked for
 * @param community where as it was asked for, at most 64 characters, empty for the host as a whole;
 *     it need not exist
 * @since 0.1.0
 */
public record Denial(
        Instant at, String correlation, String caller, Operation operation, String community) {

    private static final int MAX_COMMUNITY = 64;

    /** Cuts the name of the community, which is what somebody wrote in a path. */
    public Denial {
        community =
                community.length() <= MAX_COMMUNITY
                        ? community
                        : community.substring(0, MAX_COMMUNITY);
    }
}
