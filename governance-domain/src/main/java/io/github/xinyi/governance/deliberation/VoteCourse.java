package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.MeetingId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of the owners' votes of a procedure, and of the displays of what they decided.
 *
 * @param cases the case that the procedure serves; at most one
 * @param adopted the last decision, standing or not; at most one
 * @param revoked the meetings whose decision was revoked
 * @param takenDown when the display of a stage ended, as long as its decision stands
 */
record VoteCourse(
        List<CaseId> cases,
        List<OwnersResolved> adopted,
        Set<MeetingId> revoked,
        Map<String, Instant> takenDown) {

    static final VoteCourse NONE = new VoteCourse(List.of(), List.of(), Set.of(), Map.of());

    VoteCourse serving(CaseId caseId) {
        return new VoteCourse(List.of(caseId), adopted, revoked, takenDown);
    }

    VoteCourse adopting(OwnersResolved decision) {
        return new VoteCourse(cases, List.of(decision), revoked, takenDown);
    }

    VoteCourse revoking(MeetingId meeting, Set<String> stagesKept) {
        Set<MeetingId> more = new TreeSet<>(revoked);
        more.add(meeting);
        Map<String, Instant> kept = new LinkedHashMap<>(takenDown);
        kept.keySet().retainAll(stagesKept);
        return new VoteCourse(cases, adopted, more, kept);
    }

    VoteCourse takingDown(String stage, Instant at) {
        Map<String, Instant> more = new LinkedHashMap<>(takenDown);
        more.put(stage, at);
        return new VoteCourse(cases, adopted, revoked, more);
    }

    /** The decision on which the procedure goes on. */
    Optional<OwnersResolved> standing() {
        return adopted.stream()
                .filter(decision -> !revoked.contains(decision.meeting()))
                .findFirst();
    }

    boolean isRevoked() {
        return !adopted.isEmpty() && standing().isEmpty();
    }
}
