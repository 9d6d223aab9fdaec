package io.github.xinyi.governance.election;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.SetAside;
import io.github.xinyi.governance.voting.SetAside.Reason;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.VotingDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Counts an election of several candidates (差额选举, Civil Code art. 278 para. 1 item 3).
 *
 * <p>Who may hand in a paper, which of several stands, who takes part and with what weight is
 * decided by the {@link Tally} of the same papers, so that an election and any other vote of one
 * meeting can not differ in it: the first valid paper of a unit stands in the order of {@link
 * Ballot#ORDER_OF_RECEIPT}; a holder is one head whatever the number of units, the developer with
 * all that is not handed over included; the order in which papers are given makes no difference.
 * What goes beyond it is our reading: a paper with more names than seats, or with a stranger's,
 * takes no part (I03); a holder whose units name different persons abstains with all the area
 * returned (I05). {@link ElectionJudgement} says who is elected.
 *
 * @since 0.1.0
 */
public final class Election {

    private final ElectionCall call;
    private final List<ElectionVote> received;
    private final Map<BallotId, ElectionVote> byId = new HashMap<>();
    private final MotionResult taking;

    private Election(ElectionCall call, List<ElectionVote> received, MotionResult taking) {
        this.call = call;
        this.received = received;
        this.taking = taking;
        received.forEach(vote -> byId.put(vote.id(), vote));
    }

    /**
     * The count.
     *
     * @param meeting the meeting as called
     * @param motion the topic that the election decides, of item 3
     * @param call what was put to the owners
     * @param roster the roster of the meeting's community and roster date
     * @param votes every paper that came in, in any order; the same one given twice is one
     * @param bylaws whose region is asked, best the same as the tally's of the meeting; the
     *     community's own ways to count are not heard, since who takes part by law takes part in an
     *     election
     * @param at the moment of the count; nobody is elected until the voting has closed
     * @return the result; refused if different papers have one identifier, if there are more than
     *     {@link BallotBox#MAX_ENTRIES}, if one is later than the count, or if the voting opens
     *     before the first rule set
     * @throws IllegalArgumentException if the roster is not the meeting's or the meeting has no
     *     such topic
     */
    public static Outcome<ElectionResult> count(
            Meeting meeting,
            MotionId motion,
            ElectionCall call,
            Roster roster,
            Collection<ElectionVote> votes,
            Bylaws bylaws,
            Instant at) {
        Motion topic =
                meeting.motion(motion)
                        .filter(m -> m.matter() == Matter.COMMITTEE_ELECTION)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no election in "
                                                        + meeting.id()
                                                        + " under "
                                                        + motion));
        List<Finding> faults = new ArrayList<>(VoteFaults.of(votes));
        if (!faults.isEmpty()) {
            faults.addAll(
                    RuleSet.on(meeting.openingDate()).fold(rules -> List.of(), Ruling::findings));
            return Outcome.refused(new Ruling(faults));
        }
        List<ElectionVote> received = inOrderOfReceipt(votes);
        List<Ballot> ballots =
                received.stream()
                        .map(vote -> vote.on(motion, faults(call, vote).isEmpty()))
                        .toList();
        return Tally.count(alone(meeting, topic), roster, BallotBox.of(ballots), Bylaws.none(), at)
                .then(
                        tally -> {
                            Election election = new Election(call, received, tally.motion(motion));
                            return ElectionTerms.on(
                                            VotingDays.of(meeting),
                                            bylaws.local(),
                                            bylaws.notices())
                                    .then(
                                            terms ->
                                                    Outcome.accepted(
                                                            election.result(
                                                                    meeting, topic, roster, terms,
                                                                    at)));
                        });
    }

    /** The meeting with this topic alone; what else is voted on does not bear on it. */
    private static Meeting alone(Meeting meeting, Motion topic) {
        return new Meeting(
                meeting.id(),
                meeting.community(),
                meeting.rosterDate(),
                meeting.noticeDate(),
                meeting.opensAt(),
                meeting.closesAt(),
                List.of(topic));
    }

    private static List<ElectionVote> inOrderOfReceipt(Collection<ElectionVote> votes) {
        return votes.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(ElectionVote::receivedAt)
                                .thenComparing(ElectionVote::channel)
                                .thenComparing(ElectionVote::id))
                .toList();
    }

    private static Set<SpoiledVote.Fault> faults(ElectionCall call, ElectionVote vote) {
        Set<SpoiledVote.Fault> faults = EnumSet.noneOf(SpoiledVote.Fault.class);
        if (vote.names().size() > call.seats().open()) {
            faults.add(SpoiledVote.Fault.TOO_MANY_NAMES);
        }
        if (!call.candidates().containsAll(vote.names())) {
            faults.add(SpoiledVote.Fault.NOT_A_CANDIDATE);
        }
        return faults;
    }

    private ElectionResult result(
            Meeting meeting, Motion topic, Roster roster, ElectionTerms terms, Instant at) {
        Standing standing = new Standing(roster.electorate(HeadPolicy.statutory()));
        standingPapers().values().forEach(standing::add);
        ElectionCount count =
                new ElectionCount(
                        call.seats(),
                        call.ranking(),
                        taking.count().total(),
                        taking.count().participating(),
                        standing.supports(call));
        ElectionJudgement closed = ElectionJudgement.of(count, terms);
        return new ElectionResult(
                meeting,
                topic,
                roster.digest(),
                new ElectionResult.Papers(received, spoiled(), standing.mixedHolders()),
                at.isAfter(meeting.closesAt()) ? closed : closed.whileOpen());
    }

    /** The paper that stands for each unit. */
    private Map<UnitId, ElectionVote> standingPapers() {
        Set<BallotId> aside = new HashSet<>();
        taking.setAside().forEach(ballot -> aside.add(ballot.ballot()));
        Map<UnitId, ElectionVote> standing = new TreeMap<>();
        received.stream()
                .filter(vote -> !aside.contains(vote.id()))
                .forEach(vote -> standing.put(vote.unit(), vote));
        return standing;
    }

    private List<SpoiledVote> spoiled() {
        Map<UnitId, ElectionVote> standing = standingPapers();
        return taking.setAside().stream().map(ballot -> spoiled(ballot, standing)).toList();
    }

    /** What the tally says of a paper, in the words of an election. */
    private SpoiledVote spoiled(SetAside ballot, Map<UnitId, ElectionVote> standing) {
        ElectionVote vote = byId.get(ballot.ballot());
        if (vote == null) {
            throw new IllegalStateException("no such paper: " + ballot);
        }
        Set<Reason> reasons = EnumSet.copyOf(ballot.reasons());
        reasons.remove(Reason.OVER_VOTED);
        ElectionVote first = standing.get(ballot.unit());
        if (reasons.contains(Reason.IDENTICAL_REPEAT)
                && first != null
                && !first.names().equals(vote.names())) {
            reasons.remove(Reason.IDENTICAL_REPEAT);
            reasons.add(Reason.DIFFERING_REPEAT);
        }
        return new SpoiledVote(
                ballot.ballot(),
                ballot.unit(),
                reasons,
                faults(call, vote),
                ballot.openedOn(),
                ballot.grounds());
    }

    /** The names that stand, gathered by holder. */
    private static final class Standing {

        private final Electorate electorate;
        private final Map<Integer, SortedSet<PersonId>> names = new TreeMap<>();
        private final Map<Integer, Long> area = new HashMap<>();
        private final Set<Integer> mixed = new HashSet<>();

        Standing(Electorate electorate) {
            this.electorate = electorate;
        }

        void add(ElectionVote vote) {
            int unit = electorate.indexOf(vote.unit());
            int holder = electorate.holder(unit);
            SortedSet<PersonId> before = names.putIfAbsent(holder, vote.names());
            if (before != null && !before.equals(vote.names())) {
                mixed.add(holder);
            }
            area.merge(holder, electorate.areaSquareDecimetres(unit), Long::sum);
        }

        List<Support> supports(ElectionCall call) {
            Map<PersonId, Votes> votes = new TreeMap<>();
            call.candidates().forEach(candidate -> votes.put(candidate, Votes.NONE));
            names.forEach(
                    (holder, wanted) -> {
                        if (!mixed.contains(holder)) {
                            Votes weight = weight(area.getOrDefault(holder, 0L));
                            wanted.forEach(name -> votes.merge(name, weight, Votes::plus));
                        }
                    });
            return votes.entrySet().stream()
                    .map(entry -> new Support(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private static Votes weight(long squareDecimetres) {
            return new Votes(FloorArea.ofSquareDecimetres(squareDecimetres), HeadCount.of(1));
        }

        List<VotingHolder> mixedHolders() {
            return mixed.stream()
                    .map(electorate::votingHolder)
                    .sorted(Comparator.comparing(VotingHolder::toString))
                    .toList();
        }
    }
}
