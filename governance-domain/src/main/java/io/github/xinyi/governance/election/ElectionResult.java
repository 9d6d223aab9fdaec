package io.github.xinyi.governance.election;

import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an election comes to, for example {@code COMPLETE: [P0001, P0004, P0007]}, with one text
 * that says what was counted and why. Only an {@link Election} makes one. Two are equal when their
 * texts are. Immutable.
 *
 * @since 0.1.0
 */
public final class ElectionResult {

    /** What was counted: every paper in the order of receipt, and what came of the odd ones. */
    record Papers(
            List<ElectionVote> received, List<SpoiledVote> spoiled, List<VotingHolder> mixed) {}

    private final Meeting meeting;
    private final Motion motion;
    private final RosterDigest roster;
    private final Papers papers;
    private final ElectionJudgement judgement;

    ElectionResult(
            Meeting meeting,
            Motion motion,
            RosterDigest roster,
            Papers papers,
            ElectionJudgement judgement) {
        this.meeting = meeting;
        this.motion = motion;
        this.roster = roster;
        this.papers = papers;
        this.judgement = judgement;
    }

    /**
     * The meeting as called.
     *
     * @return the meeting, with all its motions
     */
    public Meeting meeting() {
        return meeting;
    }

    /**
     * The topic of the meeting that this election decides.
     *
     * @return a motion of item 3
     */
    public Motion motion() {
        return motion;
    }

    /**
     * The roster by which votes were weighed.
     *
     * @return its digest
     */
    public RosterDigest roster() {
        return roster;
    }

    /**
     * Who is elected, and why.
     *
     * @return places, findings and the run-off, if there is one
     */
    public ElectionJudgement judgement() {
        return judgement;
    }

    /**
     * The run-off over the seats left to a tie, in which only the tied stand.
     *
     * @return empty unless a seat is contested
     */
    public Optional<ElectionCall> runOff() {
        return judgement.runOff();
    }

    /**
     * The papers that do not count.
     *
     * @return in the order of receipt
     */
    public List<SpoiledVote> spoiled() {
        return papers.spoiled();
    }

    /**
     * The holders of several units whose papers name different persons; each abstains with all the
     * area it returned (our reading, I05).
     *
     * @return in alphabetical order
     */
    public List<VotingHolder> mixedHolders() {
        return papers.mixed();
    }

    /**
     * The meeting, the roster's digest, every paper, every place and every finding in one fixed
     * form: the same election counted again yields the same characters.
     *
     * <p>Lines that end in a line feed, the first {@code xinyi-election-1}. Papers stand in the
     * order of receipt. The text names persons by identifier, so it is not for publication as it
     * is.
     *
     * @return the text; in UTF-8 it is what a store keeps
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder("xinyi-election-1\n");
        ElectionCount count = judgement.count();
        line(text, "community", meeting.community());
        line(text, "meeting", meeting.id());
        line(text, "roster", meeting.rosterDate(), "sha256:" + roster);
        line(text, "notice", meeting.noticeDate());
        line(text, "opens", meeting.opensAt());
        line(text, "closes", meeting.closesAt());
        line(text, "motion", motion.id(), motion.matter().item(), motion.title());
        motion.documents().forEach(paper -> line(text, "paper", motion.id(), paper));
        Seats seats = count.seats();
        line(
                text,
                "seats",
                seats.agreed(),
                seats.legalMinimum(),
                seats.filled(),
                seats.alternates());
        line(text, "ranking", count.ranking().keys(), count.ranking().standing());
        papers.received().forEach(vote -> append(text, vote));
        papers.spoiled().forEach(vote -> line(text, "spoiled", vote.ballot(), reasons(vote)));
        papers.mixed().forEach(holder -> line(text, "mixed", holder));
        for (CandidateResult result : judgement.candidates()) {
            line(text, "candidate", result.candidate(), result.place());
            findings(text, result.ruling().findings());
        }
        findings(text, judgement.ruling().findings());
        line(text, "result", judgement.validity());
        return text.toString();
    }

    /**
     * The digest of {@link #canonicalText}, by which a record knows this count.
     *
     * @return the SHA-256 of the text in UTF-8 as 64 lower-case hexadecimal digits
     */
    public String sha256() {
        return Motion.Document.of(canonicalText()).sha256();
    }

    private static void append(StringBuilder text, ElectionVote vote) {
        line(
                text,
                "vote",
                vote.id(),
                vote.unit(),
                vote.voter(),
                vote.channel(),
                vote.receivedAt(),
                vote.signature(),
                mandate(vote.mandate()),
                vote.names().stream().map(Object::toString).collect(Collectors.joining(" ")));
    }

    /** An opinion on an election as a whole can only be to vote or to abstain. */
    private static String mandate(Mandate mandate) {
        return mandate.fold(
                own -> "OWN",
                proxy ->
                        String.join(
                                " ",
                                "PROXY",
                                proxy.principal().value(),
                                proxy.validFrom().toString(),
                                proxy.validThrough().toString(),
                                proxy.opinions().entrySet().stream()
                                        .map(e -> e.getKey() + "=" + e.getValue())
                                        .collect(Collectors.joining(" "))),
                guardian -> "GUARDIAN " + guardian.ward(),
                carried -> "CARRIED " + carried.carrier());
    }

    private static String reasons(SpoiledVote vote) {
        return vote.ruling().findings().stream()
                .map(finding -> finding.rule().toString())
                .collect(Collectors.joining("+"));
    }

    private static void findings(StringBuilder text, List<Finding> findings) {
        for (Finding finding : findings) {
            String figures =
                    finding.evidence().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining(" "));
            line(text, "finding", finding.rule(), finding.verdict(), figures, finding.basis());
        }
    }

    private static void line(StringBuilder text, Object... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "\t").append(parts[i]);
        }
        text.append('\n');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ElectionResult that && canonicalText().equals(that.canonicalText());
    }

    @Override
    public int hashCode() {
        return canonicalText().hashCode();
    }

    /** For example {@code COMPLETE: [P0001, P0004, P0007]}. */
    @Override
    public String toString() {
        return judgement.toString();
    }
}
