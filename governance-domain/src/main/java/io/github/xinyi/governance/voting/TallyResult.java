package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.ruling.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
     * @return one finding for every topic on which they ask for another count, met or not; a text
     *     that was not in force on the day of the opening is cited as unverified
     */
    public List<Finding> bylawFindings() {
        return VotingFinding.OnDay.of(inputs.bylawFindings(), meeting().openingDate());
    }

    /**
     * The meeting, the roster's digest, every ballot, every finding, every ballot set aside, in one
     * fixed form: the same vote counted again yields the same characters.
     *
     * <p>Lines that end in a line feed, the first {@code xinyi-tally-6}. Ballots stand in the order
     * of receipt. The moment of the count stands there while the voting is open; once it has closed
     * nothing depends on the moment, and counts at different ones tell the same. The text names
     * persons by identifier, so it is not for publication as it is.
     *
     * @return the text; in UTF-8 it is what a store keeps
     */
    public String canonicalText() {
        return new TallyText(this, inputs, TallyText.Form.NOW).write();
    }

    /**
     * Whether a text tells this very count, be it in the form of an earlier version, so that a
     * result which was stored before stays the result when its ballots are counted again.
     *
     * @param stored what a store keeps
     * @return true for {@link #canonicalText} and for the same count in {@code xinyi-tally-5} or
     *     {@code xinyi-tally-4}; the latter did not ask what a region does, and so it tells this
     *     count only where every motion comes to the same by the nation's law alone
     */
    public boolean isToldBy(String stored) {
        return TallyText.Form.of(stored).stream()
                .anyMatch(form -> told(form).filter(stored::equals).isPresent());
    }

    /**
     * Whether a record that names a digest is of this very count, as {@link #isToldBy}.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @return true for the SHA-256 of a text that tells it, in UTF-8
     */
    public boolean isKnownBy(String sha256) {
        return Arrays.stream(TallyText.Form.values())
                .flatMap(form -> told(form).stream())
                .anyMatch(text -> Motion.Document.of(text).sha256().equals(sha256));
    }

    private Optional<String> told(TallyText.Form form) {
        return asAskedBy(form).map(same -> new TallyText(same, same.inputs, form).write());
    }

    private Optional<TallyResult> asAskedBy(TallyText.Form form) {
        if (form.asksTheRegion() || bylaws().local().isEmpty()) {
            return Optional.of(this);
        }
        CountTerms national = terms.nationally();
        List<MotionResult> judged = motions.stream().map(one -> one.under(national)).toList();
        boolean unchanged =
                motions.stream()
                        .map(MotionResult::result)
                        .toList()
                        .equals(judged.stream().map(MotionResult::result).toList());
        return unchanged
                ? Optional.of(
                        new TallyResult(
                                national,
                                new Inputs(
                                        inputs.received(),
                                        inputs.box(),
                                        inputs.bylaws().with(LocalTerms.none()),
                                        inputs.bylawFindings()),
                                judged))
                : Optional.empty();
    }

    CountTerms terms() {
        return terms;
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
