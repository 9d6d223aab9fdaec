package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationDigest;
import io.github.xinyi.governance.mediation.MediationEvent;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSealed;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSigned;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whose records show how a dispute ended, for example the first round of mediation of {@code D-1},
 * whose agreement took effect on 3 March 2025.
 *
 * <p>A proof stays true whatever becomes of the formats of events: its {@link Form} has a version
 * of its own, and {@link #isShownBy} makes it again out of the records, also of those that have
 * grown since.
 *
 * @param form how the digest was made
 * @param source which records
 * @param records what they say of the ending, known by its content alone: SHA-256 of the text of
 *     {@code form} in UTF-8
 * @param concludedAt when the dispute ended by them
 * @since 0.1.0
 */
public record EndingProof(Form form, Source source, Motion.Document records, Instant concludedAt) {

    /** How a digest is made; a form never changes, another one is a further constant. */
    public enum Form {
        /**
         * The texts of all records as the codec of that day wrote them, each ended by a line feed.
         * No command makes it any more; it is read, and files of outside systems bring proofs in
         * it. Who checks one takes the texts as they were kept, as no code here can write them
         * again.
         */
        EVENT_TEXTS,
        /**
         * {@code xinyi-ending-1} and one line for each field, its length in code points, a colon
         * and the field: source, community, case and moment; then of a round of mediation {@code
         * AGREEMENT}, round, day of effect and digest of the agreement; of a case of the grid the
         * number of its openings, and either {@code AGREEMENT} with round, day of effect and digest
         * or {@code ESCALATION} with route, person and reason.
         */
        ENDING_1
    }

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

    /** How a dispute ended, with its proof. */
    record Ended(Ending ending, EndingProof proof) {}

    /** What a round of mediation shows; nothing unless its agreement is in effect and holds. */
    static Optional<Ended> of(Mediation mediation, Instant now) {
        return mediation
                .performance(Mediation.dayOf(now))
                .filter(performance -> !performance.isFailed())
                .flatMap(performance -> agreed(mediation));
    }

    /** The agreement of a round, whatever became of it since. */
    private static Optional<Ended> agreed(Mediation mediation) {
        return mediation
                .agreementDigest()
                .flatMap(
                        digest ->
                                mediation.history().stream()
                                        .filter(EndingProof::agrees)
                                        .map(DomainEvent::occurredAt)
                                        .reduce((earlier, later) -> later)
                                        .map(at -> agreed(mediation, digest, at)));
    }

    private static Ended agreed(Mediation mediation, MediationDigest digest, Instant at) {
        List<Object> fields =
                List.of(
                        mediation.community(),
                        mediation.caseId(),
                        at,
                        Ending.AGREEMENT,
                        mediation.round(),
                        mediation.effectiveOn().orElseThrow(),
                        digest);
        return ended(Ending.AGREEMENT, Source.MEDIATION, at, fields);
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
        int opened =
                IntStream.range(0, history.size())
                        .filter(i -> history.get(i) instanceof CaseReopened)
                        .max()
                        .orElse(0);
        return endings(history, opened).stream().reduce((earlier, later) -> later);
    }

    /** Every agreement and every escalation from some record on, in their order. */
    private static List<Ended> endings(List<CaseEvent> history, int from) {
        List<Ended> endings = new ArrayList<>();
        long openings = 0;
        for (int i = 0; i < history.size(); i++) {
            CaseEvent event = history.get(i);
            if (event instanceof CaseReported || event instanceof CaseReopened) {
                openings++;
            } else if (i >= from && event instanceof AgreementReached reached) {
                endings.add(
                        grid(
                                event,
                                openings,
                                Ending.AGREEMENT,
                                List.of(
                                        reached.round(),
                                        reached.effectiveOn(),
                                        reached.agreement())));
            } else if (i >= from && event instanceof CaseEscalated escalated) {
                endings.add(
                        grid(
                                event,
                                openings,
                                Ending.ESCALATION,
                                List.of(escalated.route(), escalated.by(), escalated.reason())));
            }
        }
        return endings;
    }

    private static Ended grid(CaseEvent event, long openings, Ending ending, List<Object> how) {
        List<Object> fields = new ArrayList<>();
        fields.addAll(
                List.of(event.community(), event.caseId(), event.occurredAt(), openings, ending));
        fields.addAll(how);
        return ended(ending, Source.GRID, event.occurredAt(), fields);
    }

    private static Ended ended(Ending ending, Source source, Instant at, List<Object> fields) {
        StringBuilder text = new StringBuilder("xinyi-ending-1\n");
        line(text, source);
        for (Object field : fields) {
            line(text, field);
        }
        Motion.Document records = new Motion.Document(CasePlan.sha256(text.toString()));
        return new Ended(ending, new EndingProof(Form.ENDING_1, source, records, at));
    }

    /** Every field with its length, so that no two contents have one text. */
    private static void line(StringBuilder text, Object field) {
        String value = field.toString();
        text.append(value.codePointCount(0, value.length())).append(':').append(value).append('\n');
    }

    /**
     * Whether a round of mediation, as it stands now, has the agreement that this proof is of.
     *
     * @param mediation the round
     * @return true also where the agreement failed since; false for {@link Form#EVENT_TEXTS}, which
     *     only the texts themselves can show
     */
    public boolean isShownBy(Mediation mediation) {
        return agreed(mediation).filter(ended -> ended.proof().equals(this)).isPresent();
    }

    /**
     * Whether a case of the grid, as it stands now, has the ending that this proof is of.
     *
     * @param grid its history, at least its first event
     * @return true also where the case was reopened since; false for {@link Form#EVENT_TEXTS},
     *     which only the texts themselves can show
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public boolean isShownBy(List<CaseEvent> grid) {
        requireMade(grid);
        return endings(grid, 0).stream().anyMatch(ended -> ended.proof().equals(this));
    }

    /** Judges every event again, and throws at the first that no command could have made. */
    private static void requireMade(List<CaseEvent> grid) {
        GridCase.from(grid);
    }
}
