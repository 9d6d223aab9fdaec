package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.BylawRule;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Counts the ballots of a meeting (计票): {@code Tally.of(meeting, roster, ballots, at)}.
 *
 * <p>A count is made at a moment that the caller gives. Nothing received after it can be in the
 * box, so a box with anything later is refused. Before the close, and at the close itself, every
 * motion is {@link MotionResult.Result#PENDING} and none yields a {@link Resolution}.
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
 * <p>What a count does: it sorts the ballots once by receipt, looks up the unit of each and builds
 * the electorate. Then for each motion it walks over the ballots three times (owners' own,
 * proxies', what is set aside) to freeze an answer for every unit, and once over units and heads to
 * add those up. A community's own rules cost an electorate and these walks again, a limit on
 * proxies at most four more. Memory is linear in units and ballots.
 *
 * @since 0.1.0
 */
public final class Tally {

    /** Names the rules above in every finding on a ballot. */
    public static final String POLICY_VERSION = "BALLOTS/4";

    /** The greatest number of faults of one kind that a refusal names. */
    public static final int MAX_NAMED = 100;

    private Tally() {}

    /**
     * Counts every motion of a meeting.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param ballots every ballot that came in, in any order; the same ballot given twice is one
     * @param at when it is counted; only a count after the close decides
     * @return a result for every motion; refused as {@link #boxOf} and {@link #count} are
     * @throws IllegalArgumentException if the roster is not the meeting's
     */
    public static Outcome<TallyResult> of(
            Meeting meeting, Roster roster, Collection<Ballot> ballots, Instant at) {
        return boxOf(ballots, List.of(), List.of(), List.of())
                .then(box -> count(meeting, roster, box, Bylaws.none(), at));
    }

    /**
     * Counts every motion of a meeting, and beside it as the community's own rules ask.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param box everything that came in
     * @param bylaws the community's own rules and its region's limits; their clauses are taken as
     *     they are stated, and every ruling says that nobody showed the resolutions
     * @param at when it is counted; only a count after the close decides
     * @return a result for every motion; refused if different ballots have one identifier, if a
     *     ballot or a withdrawal is later than the count, if the roster is of a day after the
     *     opening, or if the voting opens before the first rule set
     * @throws IllegalArgumentException if the roster is not the meeting's
     */
    public static Outcome<TallyResult> count(
            Meeting meeting, Roster roster, BallotBox box, Bylaws bylaws, Instant at) {
        return count(meeting, roster, box, bylaws, at, Tally::stated);
    }

    private static Outcome<TallyResult> count(
            Meeting meeting,
            Roster roster,
            BallotBox box,
            Bylaws bylaws,
            Instant at,
            UnaryOperator<Bylaws.Heard> told) {
        requireRosterOf(meeting, roster);
        return rulesFor(meeting, box, at)
                .then(
                        rules -> {
                            CountTerms terms =
                                    new CountTerms(
                                            meeting,
                                            roster.digest(),
                                            rules,
                                            at,
                                            bylaws.local(),
                                            bylaws.notices());
                            return Outcome.accepted(counted(terms, roster, box, bylaws, told));
                        });
    }

    /** A clause is heard on the word of whoever names it, and every ruling says so. */
    private static Bylaws.Heard stated(Bylaws.Heard heard) {
        if (heard.clauses().isEmpty()) {
            return heard;
        }
        List<Finding> findings = new ArrayList<>(heard.findings());
        findings.add(RuleCheck.of(BylawRule.CLAUSE_STATED, true, "clauses", heard.clausesTold()));
        return new Bylaws.Heard(heard.bylaws(), heard.clauses(), findings);
    }

    /**
     * The same where the resolution behind every clause of the community's own rules is shown.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param box everything that came in
     * @param bylaws the community's own rules and its region's limits
     * @param behind the resolutions on which its clauses rest, best as {@code
     *     Proceeding.resolution} hands them out; others do no harm
     * @param at when it is counted; only a count after the close decides
     * @return as {@link #count(Meeting, Roster, BallotBox, Bylaws, Instant)}; refused too with
     *     every clause that no resolution of this community adopts
     * @throws IllegalArgumentException if the roster is not the meeting's
     */
    public static Outcome<TallyResult> count(
            Meeting meeting,
            Roster roster,
            BallotBox box,
            Bylaws bylaws,
            Collection<Resolution> behind,
            Instant at) {
        List<Resolution> own =
                behind.stream().filter(r -> r.community().equals(meeting.community())).toList();
        List<Finding> clauses =
                bylaws.clauses().stream().<Finding>map(clause -> shown(clause, own)).toList();
        return clauses.stream().allMatch(finding -> finding.verdict() == Verdict.MET)
                ? count(meeting, roster, box, bylaws, at, UnaryOperator.identity())
                : Outcome.refused(
                        new Ruling(VotingFinding.OnDay.of(clauses, meeting.openingDate())));
    }

    private static Finding shown(AdoptedClause clause, List<Resolution> behind) {
        return RuleCheck.of(
                BylawRule.CLAUSE_RESOLUTION,
                behind.stream().anyMatch(resolution -> resolution.adopts(clause)),
                "topic",
                clause.topic(),
                "clause",
                clause.clause(),
                "motion",
                clause.meeting() + " " + clause.motion(),
                "adopted",
                clause.adoptedOn(),
                "shown",
                behind.stream()
                        .filter(r -> r.meeting().equals(clause.meeting()))
                        .map(r -> r.meeting() + " " + r.motion().id())
                        .toList());
    }

    /**
     * Puts what came in from outside into a box.
     *
     * @param ballots in any order
     * @param withdrawals authorities taken back
     * @param deliveries proofs that a ballot paper reached a unit
     * @param askedForPaper units that asked for a paper ballot
     * @return the box; refused with {@link VotingFinding.BoxSize} by the size alone, before
     *     anything is copied, if there are more than {@link BallotBox#MAX_ENTRIES} of anything
     */
    public static Outcome<BallotBox> boxOf(
            Collection<Ballot> ballots,
            Collection<Withdrawal> withdrawals,
            Collection<Delivery> deliveries,
            Collection<UnitId> askedForPaper) {
        List<Finding> faults =
                Stream.of(ballots, withdrawals, deliveries, askedForPaper)
                        .filter(part -> part.size() > BallotBox.MAX_ENTRIES)
                        .<Finding>map(
                                part ->
                                        new VotingFinding.BoxSize(
                                                part.size(), BallotBox.MAX_ENTRIES))
                        .toList();
        return faults.isEmpty()
                ? Outcome.accepted(
                        new BallotBox(
                                List.copyOf(ballots),
                                List.copyOf(withdrawals),
                                List.copyOf(deliveries),
                                new TreeSet<>(askedForPaper)))
                : Outcome.refused(new Ruling(faults));
    }

    /**
     * How far the voting has come; a pass or a failure is told only once it has closed.
     *
     * @param meeting the meeting as called
     * @param roster the roster of its community and roster date
     * @param box everything that came in
     * @param bylaws whose region is asked, as by the {@link #count} to come; the community's own
     *     ways to count decide nothing and are not asked
     * @param at the moment asked about; what came in later is left out
     * @return the turnout of every motion in the order announced; refused as {@link #count} is
     * @throws IllegalArgumentException if the roster is not the meeting's
     */
    public static Outcome<List<Turnout>> soFar(
            Meeting meeting, Roster roster, BallotBox box, Bylaws bylaws, Instant at) {
        requireRosterOf(meeting, roster);
        BallotBox until = box.until(at);
        return rulesFor(meeting, until, at)
                .then(
                        rules -> {
                            CountTerms terms =
                                    new CountTerms(
                                            meeting,
                                            roster.digest(),
                                            rules,
                                            at,
                                            bylaws.local(),
                                            bylaws.notices());
                            Side law = lawSide(terms, roster, until);
                            return Outcome.accepted(
                                    meeting.motions().stream()
                                            .map(motion -> law.turnout(terms, motion))
                                            .toList());
                        });
    }

    private static Side lawSide(CountTerms terms, Roster roster, BallotBox box) {
        Pile pile =
                new Pile(terms.meeting(), roster, Pile.inOrderOfReceipt(box), box.withdrawals());
        return new Side(roster, box, Bylaws.none(), pile);
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

    /** The rules to count by, unless the box is not one that can be counted at that moment. */
    private static Outcome<RuleSet> rulesFor(Meeting meeting, BallotBox box, Instant at) {
        List<Finding> faults = new ArrayList<>();
        if (meeting.rosterDate().isAfter(meeting.openingDate())) {
            faults.add(new VotingFinding.RosterDay(meeting.rosterDate(), meeting.openingDate()));
        }
        differing(box.ballots()).forEach(id -> faults.add(new VotingFinding.BallotTwice(id)));
        box.ballots().stream()
                .filter(ballot -> ballot.receivedAt().isAfter(at))
                .sorted(Ballot.ORDER_OF_RECEIPT)
                .limit(MAX_NAMED)
                .forEach(
                        b ->
                                faults.add(
                                        new VotingFinding.BallotAfterCount(
                                                b.id(), b.receivedAt(), at)));
        box.withdrawals().stream()
                .filter(withdrawal -> withdrawal.at().isAfter(at))
                .sorted(Withdrawal.ORDER_OF_RECEIPT)
                .limit(MAX_NAMED)
                .forEach(w -> faults.add(new VotingFinding.WithdrawalAfterCount(w, at)));
        Outcome<RuleSet> rules = RuleSet.on(meeting.openingDate());
        if (faults.isEmpty()) {
            return rules;
        }
        faults.addAll(rules.fold(set -> List.of(), Ruling::findings));
        return Outcome.refused(new Ruling(VotingFinding.OnDay.of(faults, meeting.openingDate())));
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
            CountTerms terms,
            Roster roster,
            BallotBox box,
            Bylaws bylaws,
            UnaryOperator<Bylaws.Heard> told) {
        Meeting meeting = terms.meeting();
        Bylaws.Heard heard = bylaws.heardBy(meeting.id(), meeting.openingDate());
        Side law = lawSide(terms, roster, box);
        // Without rules of its own a community has no second side to be counted.
        List<Side> own =
                heard.bylaws().isStatutory()
                        ? List.of()
                        : List.of(new Side(roster, box, heard.bylaws(), law.pile));
        List<MotionResult> results = new ArrayList<>();
        for (Motion motion : meeting.motions()) {
            results.add(
                    new MotionResult(
                            terms,
                            motion,
                            law.count(motion.id()),
                            own.stream().map(side -> side.count(motion.id())).toList(),
                            told.apply(heard)));
        }
        return new TallyResult(
                terms,
                new TallyResult.Inputs(law.pile.ballots(), box, bylaws, heard.findings()),
                results);
    }

    /** One way to count: that of the law, or that of a community's own rules. */
    private static final class Side {

        private final Roster roster;
        private final Electorate electorate;
        private final CountPolicy policy;
        private final Pile pile;
        private final int[] unitOf;
        private final BitSet reached = new BitSet();
        private final HeadAnswers answers;

        Side(Roster roster, BallotBox box, Bylaws bylaws, Pile pile) {
            this.roster = roster;
            this.electorate = roster.electorate(bylaws.heads());
            this.policy = bylaws.counting();
            this.unitOf = pile.unitsIn(electorate);
            BitSet excluded = new BitSet();
            if (policy.arrears() == CountPolicy.Arrears.EXCLUDED) {
                mark(bylaws.inArrears(), excluded);
            }
            if (policy.silence().countsSilence()) {
                mark(box.reached(), reached);
            }
            List<ProxyLimit> limits = bylaws.strictestLimits();
            this.pile = limits.isEmpty() ? pile : pile.limitedTo(limits, unitOf, excluded, policy);
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

        Turnout turnout(CountTerms terms, Motion motion) {
            Pile.Standing standing = pile.standing(motion.id(), unitOf, electorate.units(), policy);
            answers.read(standing.answers());
            boolean over = !terms.countedAt().isBefore(terms.meeting().closesAt());
            return new Turnout(
                    terms,
                    motion,
                    answers.count(standing.answers(), reached),
                    over ? OpenVotes.none() : OpenVotes.of(electorate, standing, voting()));
        }

        /** The holders for whom somebody may vote; that hangs on their persons, not on the day. */
        private BitSet voting() {
            BitSet voting = new BitSet();
            for (int unit = 0; unit < electorate.units(); unit++) {
                int holder = electorate.holder(unit);
                if (!voting.get(holder)) {
                    voting.set(
                            holder,
                            !roster.voters(electorate.unit(unit), roster.recordDate()).isEmpty());
                }
            }
            return voting;
        }
    }
}
