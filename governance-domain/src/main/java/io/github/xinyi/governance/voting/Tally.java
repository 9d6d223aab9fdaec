package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

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
 *       time, tells the will of a person who may vote for the unit on the day of receipt ({@link
 *       Roster#voters}: its owners, for a ward its guardians, nobody for the dead) and ticks
 *       exactly one answer.
 *   <li>A proxy's ballot also needs an authority that is good on the day of receipt and not taken
 *       back, and an answer that is the principal's opinion where one is stated. An owner's own
 *       ballot, a guardian's included, beats every proxy's, whichever came first.
 *   <li>A holder is one head. If its units answer differently, it abstains with all the area
 *       returned; if only some units answer, it is one head with the area of those.
 * </ul>
 *
 * <p>That count is the statutory one and alone decides. Where a community's own rules ask for
 * another, it stands beside: see {@link MotionResult#byRules()}. The order in which ballots are
 * given makes no difference. Source: Civil Code art. 278 para. 2, SPC-Own arts. 8 and 9.
 *
 * @since 0.1.0
 */
public final class Tally {

    /** Names the rules above in every finding on a ballot. */
    public static final String POLICY_VERSION = "BALLOTS/3";

    /** The greatest number of ballots of one meeting, and of withdrawals and deliveries. */
    public static final int MAX_BALLOTS = 1_000_000;

    /** The greatest number of identifiers named when different ballots share one. */
    public static final int MAX_NAMED = 100;

    private Tally() {}

    /**
     * Counts every motion of a meeting.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param ballots every ballot that came in, in any order; the same ballot given twice is one
     * @return a result for every motion
     * @throws IllegalArgumentException if the roster is not the meeting's, or the count is refused
     */
    public static TallyResult of(Meeting meeting, Roster roster, Collection<Ballot> ballots) {
        return count(meeting, roster, BallotBox.of(ballots), Bylaws.none())
                .orElseThrow(ruling -> new IllegalArgumentException(ruling.toString()));
    }

    /**
     * Counts every motion of a meeting, and beside it as the community's own rules ask.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param box everything that came in
     * @param bylaws the community's own rules and its region's limits
     * @return a result for every motion; refused if different ballots have one identifier, if there
     *     is more than {@link #MAX_BALLOTS} of anything, or if the voting opens before the first
     *     rule set
     * @throws IllegalArgumentException if the roster is not the meeting's
     */
    public static Outcome<TallyResult> count(
            Meeting meeting, Roster roster, BallotBox box, Bylaws bylaws) {
        requireRosterOf(meeting, roster);
        return rulesFor(meeting, box)
                .then(rules -> Outcome.accepted(counted(meeting, roster, box, bylaws, rules)));
    }

    /**
     * How far the voting has come; a pass or a failure is told only once it has closed.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param box everything that came in
     * @param at the moment asked about; what came in later is left out
     * @return the turnout of every motion in the order announced; refused as {@link #count} is
     * @throws IllegalArgumentException if the roster is not the meeting's
     */
    public static Outcome<List<Turnout>> soFar(
            Meeting meeting, Roster roster, BallotBox box, Instant at) {
        requireRosterOf(meeting, roster);
        List<Ballot> received =
                box.ballots().stream().filter(b -> !b.receivedAt().isAfter(at)).toList();
        BallotBox until =
                new BallotBox(received, box.withdrawals(), box.deliveries(), box.askedForPaper());
        return rulesFor(meeting, until)
                .then(
                        rules ->
                                Outcome.accepted(
                                        counted(meeting, roster, until, Bylaws.none(), rules)
                                                .motions()
                                                .stream()
                                                .map(result -> turnout(result, rules, at))
                                                .toList()));
    }

    private static Turnout turnout(MotionResult result, RuleSet rules, Instant at) {
        Judgement judgement = result.judgement();
        return new Turnout(
                result.motion(),
                result.count(),
                rules,
                at.isAfter(result.closesAt()) ? judgement : judgement.whileOpen());
    }

    private static void requireRosterOf(Meeting meeting, Roster roster) {
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
    }

    /** The rules to count by, unless the box is not one that can be counted. */
    private static Outcome<RuleSet> rulesFor(Meeting meeting, BallotBox box) {
        List<Finding> faults = new ArrayList<>();
        LongStream.of(box.ballots().size(), box.withdrawals().size(), box.deliveries().size())
                .filter(size -> size > MAX_BALLOTS)
                .forEach(size -> faults.add(new VotingFinding.BoxSize(size, MAX_BALLOTS)));
        if (faults.isEmpty()) {
            differing(box.ballots()).forEach(id -> faults.add(new VotingFinding.BallotTwice(id)));
        }
        Outcome<RuleSet> rules = RuleSet.on(meeting.openingDate());
        if (faults.isEmpty()) {
            return rules;
        }
        faults.addAll(rules.fold(set -> List.of(), Ruling::findings));
        return Outcome.refused(new Ruling(faults));
    }

    /** At most {@link #MAX_NAMED} identifiers under which different ballots stand. */
    private static List<BallotId> differing(List<Ballot> ballots) {
        Map<BallotId, Ballot> byId = new HashMap<>();
        return ballots.stream()
                .filter(
                        ballot -> {
                            Ballot same = byId.putIfAbsent(ballot.id(), ballot);
                            return same != null && !same.equals(ballot);
                        })
                .map(Ballot::id)
                .distinct()
                .sorted()
                .limit(MAX_NAMED)
                .toList();
    }

    private static TallyResult counted(
            Meeting meeting, Roster roster, BallotBox box, Bylaws bylaws, RuleSet rules) {
        Bylaws.Heard heard = bylaws.heardBy(meeting.id(), meeting.openingDate());
        List<Ballot> received = Pile.inOrderOfReceipt(box);
        Pile pile = new Pile(meeting, roster, received, box.withdrawals(), Integer.MAX_VALUE);
        Side law = new Side(roster, box, Bylaws.none(), pile);
        int limit = heard.bylaws().principalsPerProxy();
        Pile limited =
                limit == Integer.MAX_VALUE
                        ? pile
                        : new Pile(meeting, roster, received, box.withdrawals(), limit);
        // Without rules of its own a community has no second side to be counted.
        List<Side> own =
                heard.bylaws().isStatutory()
                        ? List.of()
                        : List.of(new Side(roster, box, heard.bylaws(), limited));
        List<MotionResult> results = new ArrayList<>();
        for (Motion motion : meeting.motions()) {
            results.add(
                    new MotionResult(
                            meeting,
                            roster.digest(),
                            motion,
                            rules,
                            law.count(motion.id()),
                            own.stream().map(side -> side.count(motion.id())).toList(),
                            bylaws.notices()));
        }
        return new TallyResult(
                meeting,
                roster.digest(),
                rules,
                new TallyResult.Inputs(received, box, bylaws, heard.findings()),
                results);
    }

    /** One way to count: that of the law, or that of a community's own rules. */
    private static final class Side {

        private final Electorate electorate;
        private final CountPolicy policy;
        private final Pile pile;
        private final int[] unitOf;
        private final BitSet reached = new BitSet();
        private final HeadAnswers answers;

        Side(Roster roster, BallotBox box, Bylaws bylaws, Pile pile) {
            this.electorate = roster.electorate(bylaws.heads());
            this.policy = bylaws.counting();
            this.pile = pile;
            this.unitOf = pile.unitsIn(electorate);
            BitSet excluded = new BitSet();
            if (policy.arrears() == CountPolicy.Arrears.EXCLUDED) {
                mark(bylaws.inArrears(), excluded);
            }
            if (policy.silence().countsSilence()) {
                mark(box.reached(), reached);
            }
            this.answers = new HeadAnswers(electorate, policy, excluded);
        }

        private void mark(Collection<UnitId> units, BitSet marks) {
            units.stream()
                    .mapToInt(electorate::indexOf)
                    .filter(unit -> unit != Electorate.NONE)
                    .forEach(marks::set);
        }

        MotionResult.Counted count(MotionId motion) {
            Pile.Standing standing = pile.standing(motion, unitOf, electorate.units(), policy);
            answers.read(standing.answers());
            List<VotingHolder> mixed = answers.mixedHolders();
            List<Finding> delivery =
                    policy.silence().countsSilence()
                            ? List.of(answers.deliveryProven(standing.answers(), reached))
                            : List.of();
            MotionCount count = answers.count(standing.answers(), reached);
            return new MotionResult.Counted(count, standing.setAside(), mixed, delivery);
        }
    }
}
