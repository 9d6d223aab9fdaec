package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.grid.CaseChanges;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationEvent;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSealed;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSigned;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose records show how a dispute ended, for example the first round of mediation of {@code D-1},
 * whose agreement took effect on 3 March 2025.
 *
 * @param source which records
 * @param records all of them up to then, known by their content alone: SHA-256 of their texts as
 *     {@link EventCodec} writes them, each ended by a line feed, in UTF-8
 * @param concludedAt when the dispute ended by them
 * @since 0.1.0
 */
public record EndingProof(Source source, Motion.Document records, Instant concludedAt) {

    /** Which records show how a dispute ended. */
    public enum Source {
        /** A round of people's mediation. */
        MEDIATION,
        /** A case of the grid. */
        GRID
    }

    private static final Set<GridCase.Stage> OVER =
            EnumSet.of(
                    GridCase.Stage.AGREED,
                    GridCase.Stage.ESCALATED,
                    GridCase.Stage.FOLLOWED_UP,
                    GridCase.Stage.CLOSED);

    private static final EventCodec CODEC =
            EventCodec.of(MediationEvent.class, CaseEvent.class).with(CaseChanges.all());

    /** How a dispute ended, with its proof. */
    record Ended(Ending ending, EndingProof proof) {}

    /** What a round of mediation shows; nothing unless its agreement is in effect and holds. */
    static Optional<Ended> of(Mediation mediation, Instant now) {
        boolean holds =
                mediation
                        .performance(Mediation.dayOf(now))
                        .filter(performance -> !performance.isFailed())
                        .isPresent();
        if (!holds) {
            return Optional.empty();
        }
        return mediation.history().stream()
                .filter(EndingProof::agrees)
                .map(DomainEvent::occurredAt)
                .reduce((earlier, later) -> later)
                .map(at -> ended(Ending.AGREEMENT, Source.MEDIATION, mediation.history(), at));
    }

    private static boolean agrees(MediationEvent event) {
        return event instanceof OralAgreementReached
                || event instanceof AgreementSigned
                || event instanceof AgreementSealed;
    }

    /** What a case of the grid shows; nothing while it is neither agreed on nor handed on. */
    static Optional<Ended> of(List<CaseEvent> history) {
        if (!OVER.contains(GridCase.from(history).stage())) {
            return Optional.empty();
        }
        Optional<Ended> ended = Optional.empty();
        for (CaseEvent event : history) {
            if (event instanceof AgreementReached) {
                ended = grid(Ending.AGREEMENT, history, event);
            } else if (event instanceof CaseEscalated) {
                ended = grid(Ending.ESCALATION, history, event);
            } else if (event instanceof CaseReopened) {
                ended = Optional.empty();
            }
        }
        return ended;
    }

    private static Optional<Ended> grid(Ending ending, List<CaseEvent> history, CaseEvent event) {
        return Optional.of(ended(ending, Source.GRID, history, event.occurredAt()));
    }

    private static Ended ended(
            Ending ending, Source source, List<? extends DomainEvent> records, Instant at) {
        String texts =
                records.stream()
                        .map(CODEC::encode)
                        .map(text -> text + "\n")
                        .collect(Collectors.joining());
        return new Ended(
                ending, new EndingProof(source, new Motion.Document(CasePlan.sha256(texts)), at));
    }
}
