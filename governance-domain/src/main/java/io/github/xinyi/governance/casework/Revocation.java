package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be recorded at once where a decision of the owners is revoked, for example that both
 * the procedure {@code 2025-P-01} and the case {@code C-2025-03} go back to the owners.
 *
 * <p>A host adds all of it, and the event of the meeting itself, by one {@link
 * io.github.xinyi.governance.event.JointAppend}, so that no reader ever sees a case going on by a
 * decision that its procedure knows to be revoked.
 *
 * @param procedures one event for each procedure that goes on by the decision
 * @param cases one event for each case that does
 * @since 0.1.0
 */
public record Revocation(List<ProcedureEvent> procedures, List<CaseworkEvent> cases) {

    /** Copies the lists. */
    public Revocation {
        procedures = List.copyOf(procedures);
        cases = List.copyOf(cases);
    }

    /**
     * Notes a revocation wherever it reaches; those that do not stand on the decision, or have
     * noted it before, are left alone, so that a host whose append came too late asks again.
     *
     * @param revoked what the meeting has on record
     * @param procedures of the community, at least those on whose decision the cases stand
     * @param cases of the community, at least those that the procedures serve
     * @param at when it is noted
     * @return the events to record, all or none; refused with the rules of each of them, and where
     *     a procedure is given without its case or a case without its procedure
     */
    public static Outcome<Revocation> of(
            DecisionRevoked revoked,
            Collection<Procedure> procedures,
            Collection<Casework> cases,
            Instant at) {
        MatterVote vote = new MatterVote(revoked.meeting(), revoked.motion());
        List<Procedure> standing =
                procedures.stream()
                        .filter(p -> p.community().equals(revoked.community()))
                        .filter(p -> standsOn(p, vote))
                        .toList();
        List<Casework> going =
                cases.stream()
                        .filter(c -> c.community().equals(revoked.community()))
                        .filter(c -> c.standsOn(vote))
                        .toList();
        List<Finding> faults = new ArrayList<>(missing(vote, procedures, standing, cases, going));
        List<ProcedureEvent> ofProcedures =
                standing.stream().flatMap(p -> taken(p.revoke(revoked, at), faults)).toList();
        List<CaseworkEvent> ofCases =
                going.stream().flatMap(c -> taken(c.revoke(revoked, at), faults)).toList();
        return faults.isEmpty()
                ? Outcome.accepted(new Revocation(ofProcedures, ofCases))
                : Outcome.refused(new Ruling(faults));
    }

    private static boolean standsOn(Procedure procedure, MatterVote vote) {
        return procedure
                .decision()
                .filter(d -> new MatterVote(d.meeting(), d.motion().id()).equals(vote))
                .isPresent();
    }

    private static <E> Stream<E> taken(Outcome<E> outcome, List<Finding> faults) {
        return outcome.fold(
                Stream::of,
                ruling -> {
                    faults.addAll(ruling.notMet());
                    return Stream.empty();
                });
    }

    /** Whoever goes on by the decision and would not hear of it. */
    private static List<Finding> missing(
            MatterVote vote,
            Collection<Procedure> procedures,
            List<Procedure> standing,
            Collection<Casework> cases,
            List<Casework> going) {
        Set<ProcedureId> known = procedures.stream().map(Procedure::id).collect(Collectors.toSet());
        Set<CaseId> heard = cases.stream().map(Casework::id).collect(Collectors.toSet());
        List<Finding> missing = new ArrayList<>();
        for (Procedure procedure : standing) {
            procedure
                    .caseId()
                    .filter(served -> !heard.contains(served))
                    .ifPresent(served -> missing.add(whole(served, procedure.id())));
        }
        for (Casework c : going) {
            c.proceduresOf(vote).stream()
                    .filter(followed -> !known.contains(followed))
                    .forEach(followed -> missing.add(whole(followed, c.id())));
        }
        return missing;
    }

    private static Finding whole(Object missing, Object by) {
        return CaseworkRule.REVOCATION_WHOLE.check(false, "missing", missing, "by", by);
    }
}
