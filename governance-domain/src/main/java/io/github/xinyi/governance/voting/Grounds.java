package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.voting.SetAside.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a ballot was held against when it was set aside (不计票的依据), for example received at 10:00:01
 * where the voting closed at 10:00:00. No person is named; a list that no reason speaks of is
 * empty.
 *
 * @param receivedAt when the ballot came in
 * @param opensAt the opening of the voting
 * @param closesAt its close
 * @param authority the first and the last day of a proxy's authority
 * @param withdrawnAt the moment at which it was taken back
 * @param limits the regional rules that allow the fewest principals of one proxy
 * @param standing the ballot that stands for the unit
 * @since 0.1.0
 */
public record Grounds(
        Instant receivedAt,
        Instant opensAt,
        Instant closesAt,
        List<LocalDate> authority,
        List<Instant> withdrawnAt,
        List<ProxyLimit> limits,
        List<BallotId> standing) {

    /** Copies the lists. */
    public Grounds {
        authority = List.copyOf(authority);
        withdrawnAt = List.copyOf(withdrawnAt);
        limits = List.copyOf(limits);
        standing = List.copyOf(standing);
    }

    /** The evidence with the figures that a reason speaks of. */
    Evidence of(Reason reason, Evidence ballot) {
        return switch (reason) {
            case EARLY -> ballot.and("received", receivedAt).and("opens", opensAt);
            case LATE -> ballot.and("received", receivedAt).and("closes", closesAt);
            case AUTHORITY_OUT_OF_DATE ->
                    ballot.and("received", receivedAt.atZone(Meeting.ZONE).toLocalDate())
                            .and("from", authority.get(0))
                            .and("through", authority.get(1));
            case AUTHORITY_WITHDRAWN -> ballot.and("withdrawn", withdrawnAt.get(0));
            case TOO_MANY_PRINCIPALS -> ballot.and("limit", limits.get(0).principals());
            case OWNER_VOTED, IDENTICAL_REPEAT, DIFFERING_REPEAT ->
                    ballot.and("standing", standing.get(0));
            case UNKNOWN_UNIT,
                    PARKING_UNIT,
                    NOT_AN_OWNER,
                    OWNER_DECEASED,
                    OWNER_IS_WARD,
                    NOT_THE_GUARDIAN,
                    UNSIGNED,
                    UNANSWERED,
                    OVER_VOTED,
                    AGAINST_OPINION ->
                    ballot;
        };
    }

    /** The law of a reason, after the rule that sets its figure. */
    List<Citation> basis(Reason reason) {
        return reason == Reason.TOO_MANY_PRINCIPALS
                ? Stream.concat(limits.stream().map(ProxyLimit::source), reason.basis().stream())
                        .distinct()
                        .toList()
                : reason.basis();
    }
}
