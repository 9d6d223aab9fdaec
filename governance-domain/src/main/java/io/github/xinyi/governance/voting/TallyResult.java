package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.ruling.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The outcome of a meeting: a result for every motion, and one text that says what was counted and
 * why. Two are equal when their texts are. Immutable.
 *
 * @since 0.1.0
 */
public final class TallyResult {

    private final Meeting meeting;
    private final RosterDigest roster;
    private final RuleSet rules;
    private final List<Ballot> received;
    private final List<MotionResult> motions;

    TallyResult(
            Meeting meeting,
            RosterDigest roster,
            RuleSet rules,
            List<Ballot> received,
            List<MotionResult> motions) {
        this.meeting = meeting;
        this.roster = roster;
        this.rules = rules;
        this.received = List.copyOf(received);
        this.motions = List.copyOf(motions);
    }

    /**
     * The meeting as called.
     *
     * @return the meeting
     */
    public Meeting meeting() {
        return meeting;
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
                                        "meeting " + meeting.id() + " has no motion " + motion));
    }

    /**
     * The meeting, the roster's digest, every ballot, every finding, every ballot set aside, in one
     * fixed form: the same vote counted again yields the same characters.
     *
     * <p>Lines that end in a line feed, the first {@code xinyi-tally-2}. Ballots stand in the order
     * of receipt. The text names persons by identifier, so it is not for publication as it is.
     *
     * @return the text; in UTF-8 it is what a store keeps
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder("xinyi-tally-2\n");
        line(text, "policy", rules.version(), Tally.POLICY_VERSION);
        line(text, "community", meeting.community());
        line(text, "meeting", meeting.id());
        line(text, "roster", meeting.rosterDate(), "sha256:" + roster);
        line(text, "notice", meeting.noticeDate());
        line(text, "opens", meeting.opensAt());
        line(text, "closes", meeting.closesAt());
        for (Motion motion : meeting.motions()) {
            line(text, "motion", motion.id(), motion.matter().item(), motion.title());
            motion.documents().forEach(paper -> line(text, "paper", motion.id(), paper));
        }
        for (Ballot ballot : received) {
            line(
                    text,
                    "ballot",
                    ballot.id(),
                    ballot.unit(),
                    ballot.voter(),
                    ballot.channel(),
                    ballot.receivedAt(),
                    ballot.signature(),
                    choices(ballot));
        }
        motions.forEach(result -> append(text, result));
        return text.toString();
    }

    private static void append(StringBuilder text, MotionResult result) {
        MotionId id = result.motion().id();
        for (Finding finding : result.ruling().findings()) {
            String figures =
                    finding.evidence().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining(" "));
            line(text, "finding", id, finding.rule(), finding.verdict(), figures, finding.basis());
        }
        for (SetAside ballot : result.setAside()) {
            line(text, "set-aside", id, ballot.ballot(), joined(ballot.reasons()));
        }
        result.mixedHolders().forEach(holder -> line(text, "mixed", id, holder));
        line(text, "result", id, result.result());
    }

    private static void line(StringBuilder text, Object... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "\t").append(parts[i]);
        }
        text.append('\n');
    }

    private static String choices(Ballot ballot) {
        return ballot.choices().entrySet().stream()
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
        return meeting.id() + ": " + motions;
    }
}
