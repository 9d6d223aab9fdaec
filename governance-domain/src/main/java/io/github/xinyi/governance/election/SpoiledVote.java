package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Grounds;
import io.github.xinyi.governance.voting.SetAside;
import io.github.xinyi.governance.voting.VotingFinding;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A voting paper that does not count and takes no part, and every reason why, for example {@code
 * V0034} with 8 names for 7 seats, unsigned besides.
 *
 * @param ballot the paper
 * @param unit the unit it names
 * @param reasons what is wrong with it as with any ballot, in the order of {@link SetAside.Reason}
 * @param faults what is wrong with its names; one of either at least
 * @param openedOn the day on which the voting opened, whose law was applied
 * @param grounds what the reasons were measured by
 * @since 0.1.0
 */
public record SpoiledVote(
        BallotId ballot,
        UnitId unit,
        Set<SetAside.Reason> reasons,
        Set<Fault> faults,
        LocalDate openedOn,
        Grounds grounds) {

    /** What is wrong with the names on a paper; such a paper takes no part (our reading, I03). */
    public enum Fault {
        /** More names than seats. */
        TOO_MANY_NAMES(ElectionRule.VOTE_TOO_MANY_NAMES),
        /** Somebody who is not a candidate. */
        NOT_A_CANDIDATE(ElectionRule.VOTE_NOT_A_CANDIDATE);

        private final ElectionRule rule;

        Fault(ElectionRule rule) {
            this.rule = rule;
        }
    }

    /** Copies the reasons and refuses to set aside without one. */
    public SpoiledVote {
        if (reasons.isEmpty() && faults.isEmpty()) {
            throw new IllegalArgumentException("paper " + ballot + " set aside without a reason");
        }
        reasons = ordered(reasons, SetAside.Reason.class);
        faults = ordered(faults, Fault.class);
    }

    private static <E extends Enum<E>> Set<E> ordered(Set<E> constants, Class<E> type) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(constants);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * The reasons as findings, for people to read.
     *
     * @return one finding a reason, none of them met; each says whether it is a reading of the law,
     *     and a text that was not in force on the day of the opening is cited as unverified
     */
    public Ruling ruling() {
        List<Finding> findings =
                Stream.<Finding>concat(
                                reasons.stream()
                                        .map(
                                                r ->
                                                        new VotingFinding.BallotSetAside(
                                                                ballot, unit, r, grounds)),
                                faults.stream().map(this::finding))
                        .toList();
        return new Ruling(VotingFinding.OnDay.of(findings, openedOn));
    }

    private Finding finding(Fault fault) {
        return RuleCheck.of(fault.rule, false, "ballot", ballot, "unit", unit);
    }
}
