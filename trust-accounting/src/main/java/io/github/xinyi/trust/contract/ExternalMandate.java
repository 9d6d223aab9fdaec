package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.published.Announcement;
import io.github.xinyi.governance.published.PublishedVerdict;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A vote of the owners that was not counted here (外部表决), judged again by the figures that its
 * notice prints; it is labelled {@link OwnersDecision.Provenance#EXTERNAL} wherever it is shown.
 *
 * <p>Example: {@code ExternalMandate.enter(notice)}; there is no other way to one, and none that
 * leaves out the figures. What the notice does not settle is refused, as is what it denies, the
 * days on which owners were told included; the law of the day of opening measures it. The ballots
 * of such a vote remain unexamined. Source: Civil Code art. 278 para. 2. Immutable.
 *
 * @since 0.1.0
 */
public final class ExternalMandate implements OwnersDecision {

    private final Notice notice;
    private final Ruling ruling;

    private ExternalMandate(Notice notice, Ruling ruling) {
        this.notice = notice;
        this.ruling = ruling;
    }

    /**
     * What the notice of a result says (表决结果公告).
     *
     * @param community whose owners voted
     * @param number the notice's own number, 1 to 64 characters
     * @param closed the last day of the voting
     * @param figures the figures and days printed, with the matter voted on
     * @param documents the digests of the papers voted on, 1 to {@link Motion#MAX_DOCUMENTS}
     * @param paper the digest of the notice itself, kept as evidence
     */
    public record Notice(
            CommunityId community,
            String number,
            LocalDate closed,
            Announcement figures,
            List<Motion.Document> documents,
            Motion.Document paper) {

        /** Refuses what no notice can say. */
        public Notice {
            documents = List.copyOf(documents);
            if (number.isBlank()
                    || number.length() > 64
                    || number.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not a notice's number: " + number);
            }
            if (closed.isBefore(figures.opening().earliest())) {
                throw new IllegalArgumentException("voting closed before it opened: " + number);
            }
            if (documents.isEmpty()
                    || documents.size() > Motion.MAX_DOCUMENTS
                    || documents.stream().distinct().count() != documents.size()) {
                throw new IllegalArgumentException(
                        number + " needs 1 to " + Motion.MAX_DOCUMENTS + " distinct papers");
            }
        }
    }

    /**
     * Judges the figures of a vote and takes it only if they prove that it passed.
     *
     * @param notice what was published
     * @return the mandate; refused with every finding, also where the figures leave it open
     */
    public static Outcome<ExternalMandate> enter(Notice notice) {
        PublishedVerdict verdict = PublishedVerdict.of(notice.figures());
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        ContractRule.EXTERNAL_VOTE_ESTABLISHED,
                        verdict.decision() == MotionResult.Result.PASSED,
                        "notice",
                        notice.number(),
                        "outcome",
                        verdict.decision()));
        findings.addAll(verdict.ruling().findings());
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new ExternalMandate(notice, ruling))
                : Outcome.refused(ruling);
    }

    /**
     * What was published.
     *
     * @return the notice, from which the mandate can be entered again
     */
    public Notice notice() {
        return notice;
    }

    /**
     * How the figures were judged.
     *
     * @return every finding, none of which stands in the way
     */
    public Ruling ruling() {
        return ruling;
    }

    @Override
    public CommunityId community() {
        return notice.community();
    }

    @Override
    public Matter matter() {
        return notice.figures().matter();
    }

    @Override
    public boolean decides(Motion.Document document) {
        return notice.documents().contains(document);
    }

    @Override
    public LocalDate adoptedOn() {
        return notice.closed();
    }

    @Override
    public Provenance provenance() {
        return Provenance.EXTERNAL;
    }

    @Override
    public String reference() {
        return notice.number();
    }

    @Override
    public <R> R fold(
            Function<? super Resolution, ? extends R> counted,
            Function<? super ExternalMandate, ? extends R> external) {
        return external.apply(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExternalMandate that && notice.equals(that.notice);
    }

    @Override
    public int hashCode() {
        return notice.hashCode();
    }

    /** For example {@code EXTERNAL 2024-07}. */
    @Override
    public String toString() {
        return provenance() + " " + reference();
    }
}
