package io.github.xinyi.governance.election;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One voting paper of an election exactly as it came in (选举票), whether or not it will count, for
 * example {@code V0003} for unit {@code 2-1-1401} with the names {@code P0001} and {@code P0004}.
 *
 * @param id once within its election
 * @param unit the unit voted for
 * @param voter whose will it tells: an owner, or a proxy or guardian of one
 * @param channel how it came in
 * @param receivedAt when it came in, to the microsecond
 * @param signature whether it is signed
 * @param mandate by what right the voter speaks for the holder
 * @param names whom the voter wants; none is an abstention; at most {@link #MAX_NAMES} are kept, so
 *     that a paper with too many can be set aside in the open
 * @since 0.1.0
 */
public record ElectionVote(
        BallotId id,
        UnitId unit,
        PersonId voter,
        Channel channel,
        Instant receivedAt,
        Signature signature,
        Mandate mandate,
        SortedSet<PersonId> names) {

    /** The most names that one paper can be handed in with. */
    public static final int MAX_NAMES = ElectionCall.MAX_CANDIDATES + 1;

    /** Copies the names and checks their number. */
    public ElectionVote {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        if (names.size() > MAX_NAMES) {
            throw new IllegalArgumentException("names on one paper: " + names.size());
        }
    }

    /**
     * The same paper as a ballot on the whole election, so that the count of ballots judges who may
     * hand it in, when and for what: in favour if it names somebody, else an abstention.
     *
     * @param motion the election
     * @param sound whether the names can stand; otherwise two answers are ticked, so that the paper
     *     is set aside with all that is wrong with it besides
     */
    Ballot on(MotionId motion, boolean sound) {
        Choice answer = names.isEmpty() ? Choice.ABSTAIN : Choice.FOR;
        Set<Choice> ticked = sound ? Set.of(answer) : EnumSet.of(Choice.FOR, Choice.ABSTAIN);
        return new Ballot(
                id,
                unit,
                voter,
                channel,
                receivedAt,
                signature,
                mandate,
                new TreeMap<>(Map.of(motion, ticked)));
    }
}
