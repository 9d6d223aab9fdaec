package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.voting.SetAside.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the ballots of a meeting (计票): {@code Tally.of(meeting, roster, ballots)}.
 *
 * <p>How ballots are read where the law leaves room, all of it our reading:
 *
 * <ul>
 *   <li>A returned abstention takes part and does not consent; a ballot not returned does not take
 *       part; neither does one that is set aside.
 *   <li>Parking spaces carry no vote, neither by area nor by heads.
 *   <li>On each motion the first valid ballot of a unit stands, first by moment of receipt, then by
 *       {@link Channel}, then by identifier. A ballot is valid on a motion if it is signed, in
 *       time, handed in by a member of the unit's holder and ticks exactly one answer.
 *   <li>A holder is one head. If its units answer differently, it abstains with all the area
 *       returned; if only some units answer, it is one head with the area of those.
 * </ul>
 *
 * <p>The order in which ballots are given makes no difference. Source: Civil Code art. 278 para. 2,
 * SPC-Own arts. 8 and 9.
 *
 * @since 0.1.0
 */
public final class Tally {

    /** Names the rules above in every finding on a ballot. */
    public static final String POLICY_VERSION = "BALLOTS/2";

    /** The greatest number of ballots of one meeting. */
    public static final int MAX_BALLOTS = 1_000_000;

    private Tally() {}

    /**
     * Counts every motion of a meeting.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param ballots every ballot that came in, in any order; the same ballot given twice is one
     * @return a result for every motion
     * @throws IllegalArgumentException if the roster is not the meeting's, two different ballots
     *     have one identifier, or there are more than {@link #MAX_BALLOTS}
     */
    public static TallyResult of(Meeting meeting, Roster roster, Collection<Ballot> ballots) {
        if (!roster.community().equals(meeting.community())
                || !roster.recordDate().equals(meeting.rosterDate())) {
            throw new IllegalArgumentException(
                    "meeting "
                            + meeting.id()
                            + " needs the roster of "
                            + meeting.community()
                            + " "
                            + meeting.rosterDate()
                            + ", got "
                            + roster);
        }
        RuleSet rules =
                RuleSet.on(meeting.openingDate())
                        .orElseThrow(ruling -> new IllegalArgumentException(ruling.toString()));
        List<Ballot> received = inOrderOfReceipt(ballots);
        Electorate electorate = new Electorate(roster);
        List<Set<Reason>> general =
                received.stream().map(ballot -> reasonsOnAll(ballot, meeting, roster)).toList();
        List<MotionResult> results = new ArrayList<>();
        for (Motion motion : meeting.motions()) {
            List<SetAside> setAside = new ArrayList<>();
            Map<UnitId, Choice> standing = standing(motion.id(), received, general, setAside);
            Electorate.Answers answers = electorate.answers(standing);
            results.add(
                    new MotionResult(
                            meeting,
                            roster.digest(),
                            motion,
                            rules,
                            answers.count(),
                            setAside,
                            answers.mixed()));
        }
        return new TallyResult(meeting, roster.digest(), rules, received, results);
    }

    private static List<Ballot> inOrderOfReceipt(Collection<Ballot> ballots) {
        if (ballots.size() > MAX_BALLOTS) {
            throw new IllegalArgumentException("too many ballots: " + ballots.size());
        }
        Map<BallotId, Ballot> byId = new HashMap<>();
        for (Ballot ballot : ballots) {
            Ballot same = byId.putIfAbsent(ballot.id(), ballot);
            if (same != null && !same.equals(ballot)) {
                throw new IllegalArgumentException("two different ballots " + ballot.id());
            }
        }
        return byId.values().stream().sorted(Ballot.ORDER_OF_RECEIPT).toList();
    }

    /** Why a ballot counts on no motion at all; every reason, not only the first. */
    private static Set<Reason> reasonsOnAll(Ballot ballot, Meeting meeting, Roster roster) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Optional<Unit> unit = roster.unit(ballot.unit());
        if (unit.isEmpty()) {
            reasons.add(Reason.UNKNOWN_UNIT);
        }
        if (unit.filter(u -> u.use() == UnitUse.PARKING).isPresent()) {
            reasons.add(Reason.PARKING_UNIT);
        }
        if (unit.filter(u -> !roster.holder(u).includes(ballot.voter())).isPresent()) {
            reasons.add(Reason.NOT_AN_OWNER);
        }
        if (ballot.signature() == Signature.MISSING) {
            reasons.add(Reason.UNSIGNED);
        }
        if (ballot.receivedAt().isBefore(meeting.opensAt())) {
            reasons.add(Reason.EARLY);
        }
        if (ballot.receivedAt().isAfter(meeting.closesAt())) {
            reasons.add(Reason.LATE);
        }
        return reasons;
    }

    /** The answer that stands for each unit; every other ballot goes to {@code setAside}. */
    private static Map<UnitId, Choice> standing(
            MotionId motion,
            List<Ballot> received,
            List<Set<Reason>> general,
            List<SetAside> setAside) {
        Map<UnitId, Choice> standing = new HashMap<>();
        for (int i = 0; i < received.size(); i++) {
            Ballot ballot = received.get(i);
            Set<Choice> ticked = ballot.choicesOn(motion);
            Set<Reason> reasons = EnumSet.noneOf(Reason.class);
            reasons.addAll(general.get(i));
            if (ticked.isEmpty()) {
                reasons.add(Reason.UNANSWERED);
            } else if (ticked.size() > 1) {
                reasons.add(Reason.OVER_VOTED);
            }
            if (reasons.isEmpty()) {
                Choice choice = ticked.iterator().next();
                Choice earlier = standing.putIfAbsent(ballot.unit(), choice);
                if (earlier != null) {
                    reasons.add(
                            earlier == choice ? Reason.IDENTICAL_REPEAT : Reason.DIFFERING_REPEAT);
                }
            }
            if (!reasons.isEmpty()) {
                setAside.add(new SetAside(ballot.id(), ballot.unit(), reasons));
            }
        }
        return standing;
    }
}
