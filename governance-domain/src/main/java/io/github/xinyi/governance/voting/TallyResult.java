package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcome of a meeting: a result for every motion, and one text that says what was counted and
 * why. Two are equal when their texts are. Immutable.
 *
 * @since 0.1.0
 */
public final class TallyResult {

    /** What was counted: the ballots in the order of receipt, and all that bears on them. */
    record Inputs(
            List<Ballot> received, BallotBox box, Bylaws bylaws, List<Finding> bylawFindings) {}

    private final CountTerms terms;
    private final Inputs inputs;
    private final List<MotionResult> motions;

    TallyResult(CountTerms terms, Inputs inputs, List<MotionResult> motions) {
        this.terms = terms;
        this.inputs = inputs;
        this.motions = List.copyOf(motions);
    }

    /**
     * The meeting as called.
     *
     * @return the meeting
     */
    public Meeting meeting() {
        return terms.meeting();
    }

    /**
     * The roster by which votes were weighed.
     *
     * @return its digest
     */
    public RosterDigest roster() {
        return terms.roster();
    }

    /**
     * Whether the voting was still open when it was counted.
     *
     * @return true if the moment of the count is not after the close; no motion can pass then
     */
    public boolean isOpen() {
        return terms.isOpen();
    }

    /**
     * Every motion's result.
     *
     * @return in the order announced
     */
    public List<MotionResult> motions() {
        return motions;
    }

    /**
     * One motion's result.
     *
     * @param motion a motion of the meeting
     * @return its result
     * @throws IllegalArgumentException if the meeting has no such motion
     */
    public MotionResult motion(MotionId motion) {
        return motions.stream()
                .filter(result -> result.motion().id().equals(motion))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "meeting " + meeting().id() + " has no motion " + motion));
    }

    /**
     * The community's own rules and its region's limits, as they were given to the count.
     *
     * @return what a replay needs beside the box
     */
    public Bylaws bylaws() {
        return inputs.bylaws();
    }

    /**
     * Which of the community's own rules were heard, and which lack an adopted clause.
     *
     * @return one finding for every topic on which they ask for another count, met or not
     */
    public List<Finding> bylawFindings() {
        return List.copyOf(inputs.bylawFindings());
    }

    /**
     * The meeting, the roster's digest, every ballot, every finding, every ballot set aside, in one
     * fixed form: the same vote counted again yields the same characters.
     *
     * <p>Lines that end in a line feed, the first {@code xinyi-tally-5}. Ballots stand in the order
     * of receipt. The moment of the count stands there while the voting is open; once it has closed
     * nothing depends on the moment, and counts at different ones tell the same. The text names
     * persons by identifier, so it is not for publication as it is.
     *
     * @return the text; in UTF-8 it is what a store keeps
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder("xinyi-tally-5\n");
        Meeting meeting = meeting();
        line(text, "policy", terms.rules().version(), Tally.POLICY_VERSION);
        line(text, "community", meeting.community());
        line(text, "meeting", meeting.id());
        line(text, "roster", meeting.rosterDate(), "sha256:" + roster());
        line(text, "notice", meeting.noticeDate());
        line(text, "opens", meeting.opensAt());
        line(text, "closes", meeting.closesAt());
        line(text, "voting", isOpen() ? "OPEN at " + terms.countedAt() : "CLOSED");
        for (Motion motion : meeting.motions()) {
            line(text, "motion", motion.id(), motion.matter().item(), motion.title());
            motion.documents().forEach(paper -> line(text, "paper", motion.id(), paper));
        }
        appendBylaws(text);
        appendBox(text);
        for (Ballot ballot : inputs.received()) {
            line(
                    text,
                    "ballot",
                    ballot.id(),
                    ballot.unit(),
                    ballot.voter(),
                    ballot.channel(),
                    ballot.receivedAt(),
                    ballot.signature(),
                    mandate(ballot.mandate()),
                    choices(ballot.choices()));
        }
        motions.forEach(result -> append(text, result));
        return text.toString();
    }

    private void appendBylaws(StringBuilder text) {
        Arrays.stream(inputs.bylaws().canonicalText().split("\n"))
                .forEach(told -> line(text, "bylaws", told));
        findings(text, "bylaw", "*", inputs.bylawFindings());
    }

    private void appendBox(StringBuilder text) {
        BallotBox box = inputs.box();
        sorted(
                text,
                "withdrawal",
                box.withdrawals().stream()
                        .map(w -> w.principal() + "\t" + w.proxy() + "\t" + w.at()));
        sorted(
                text,
                "delivery",
                box.deliveries().stream()
                        .map(d -> d.unit() + "\t" + d.channel() + "\t" + d.proof()));
        box.askedForPaper().forEach(unit -> line(text, "paper-asked", unit));
    }

    private static void sorted(StringBuilder text, String name, Stream<String> lines) {
        lines.distinct().sorted().forEach(content -> line(text, name, content));
    }

    private static void append(StringBuilder text, MotionResult result) {
        MotionId id = result.motion().id();
        findings(text, "finding", id, result.ruling().findings());
        left(text, "", id, result.setAside(), result.mixedHolders());
        result.byRules()
                .ifPresent(
                        own -> {
                            findings(text, "by-rules", id, own.delivery());
                            findings(text, "by-rules", id, own.judgement().ruling().findings());
                            left(text, "-by-rules", id, own.setAside(), own.mixedHolders());
                            line(text, "result-by-rules", id, own.judgement().result());
                        });
        line(text, "result", id, result.result());
    }

    /** The ballots that do not count, and the holders whose ballots differ. */
    private static void left(
            StringBuilder text,
            String side,
            MotionId motion,
            List<SetAside> setAside,
            List<VotingHolder> mixed) {
        for (SetAside ballot : setAside) {
            line(text, "set-aside" + side, motion, ballot.ballot(), joined(ballot.reasons()));
        }
        mixed.forEach(holder -> line(text, "mixed" + side, motion, holder));
    }

    private static void findings(
            StringBuilder text, String name, Object id, List<Finding> findings) {
        for (Finding finding : findings) {
            String figures =
                    finding.evidence().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining(" "));
            line(text, name, id, finding.rule(), finding.verdict(), figures, told(finding.basis()));
        }
    }

    /** A source with its standing, unless its text was read. */
    private static List<String> told(List<Citation> basis) {
        return basis.stream()
                .map(
                        c ->
                                c.standing() == Standing.TEXT_READ
                                        ? c.toString()
                                        : c + " " + c.standing())
                .toList();
    }

    private static String mandate(Mandate mandate) {
        return mandate.fold(
                own -> "OWN",
                proxy ->
                        "PROXY "
                                + String.join(
                                        " ",
                                        proxy.principal().value(),
                                        proxy.validFrom().toString(),
                                        proxy.validThrough().toString(),
                                        joinedOpinions(proxy)),
                guardian -> "GUARDIAN " + guardian.ward(),
                carried -> "CARRIED " + carried.carrier());
    }

    private static String joinedOpinions(Mandate.Proxy proxy) {
        return proxy.opinions().entrySet().stream()
                .map((Map.Entry<MotionId, Choice> e) -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    private static void line(StringBuilder text, Object... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "\t").append(parts[i]);
        }
        text.append('\n');
    }

    private static String choices(Map<MotionId, Set<Choice>> choices) {
        return choices.entrySet().stream()
                .map(
                        (Map.Entry<MotionId, Set<Choice>> e) ->
                                e.getKey() + "=" + joined(e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String joined(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining("+"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TallyResult that && canonicalText().equals(that.canonicalText());
    }

    @Override
    public int hashCode() {
        return canonicalText().hashCode();
    }

    /** For example {@code 2024-OM-01: [M1 PASSED, M2 REJECTED]}. */
    @Override
    public String toString() {
        return meeting().id() + ": " + motions;
    }
}
