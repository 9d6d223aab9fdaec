package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * What stands behind a contract or a budget: a vote of the owners (业主共同决定), either counted here
 * from its ballots or held elsewhere and proved by its published figures. Nothing weaker exists.
 *
 * <p>Example: {@code OwnersDecision.of(resolution)}. Source: Civil Code arts. 278 and 280.
 *
 * @since 0.1.0
 */
public sealed interface OwnersDecision permits OwnersDecision.Counted, ExternalMandate {

    /** Where a vote was counted; shown wherever the decision is. */
    enum Provenance {
        /** Here, from the ballots. */
        COUNTED,
        /** Elsewhere; only its figures and days were judged here, and not its ballots. */
        EXTERNAL
    }

    /**
     * A vote counted here.
     *
     * @param resolution what was adopted
     */
    record Counted(Resolution resolution) implements OwnersDecision {

        @Override
        public CommunityId community() {
            return resolution.community();
        }

        @Override
        public Matter matter() {
            return resolution.matter();
        }

        @Override
        public boolean decides(Motion.Document document) {
            return resolution.decides(document);
        }

        @Override
        public LocalDate adoptedOn() {
            return resolution.adoptedAt().atZone(Meeting.ZONE).toLocalDate();
        }

        @Override
        public Provenance provenance() {
            return Provenance.COUNTED;
        }

        @Override
        public String reference() {
            return resolution.meeting() + " " + resolution.motion().id();
        }

        @Override
        public <R> R fold(
                Function<? super Resolution, ? extends R> counted,
                Function<? super ExternalMandate, ? extends R> external) {
            return counted.apply(resolution);
        }

        /** For example {@code COUNTED 2024-OM-01 M1}. */
        @Override
        public String toString() {
            return provenance() + " " + reference();
        }
    }

    /**
     * A decision counted here.
     *
     * @param resolution what was adopted
     * @return the decision
     */
    static OwnersDecision of(Resolution resolution) {
        return new Counted(resolution);
    }

    /**
     * Whose owners took it.
     *
     * @return the community
     */
    CommunityId community();

    /**
     * Which of the nine matters it decides.
     *
     * @return for example {@link Matter#MANAGER_APPOINTMENT}
     */
    Matter matter();

    /**
     * Whether it decides on a paper.
     *
     * @param document the digest of the paper, for example {@link ContractTerms#document()}
     * @return true if it was among the papers voted on, byte by byte
     */
    boolean decides(Motion.Document document);

    /**
     * The day on which the voting closed.
     *
     * @return in the community's time
     */
    LocalDate adoptedOn();

    /**
     * Where it was counted.
     *
     * @return to be shown beside the decision
     */
    Provenance provenance();

    /**
     * Its name within the community.
     *
     * @return for example {@code 2024-OM-01 M1}, or the number of a notice
     */
    String reference();

    /**
     * One answer for each case.
     *
     * @param counted for a vote counted here
     * @param external for one held elsewhere
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super Resolution, ? extends R> counted,
            Function<? super ExternalMandate, ? extends R> external);
}
