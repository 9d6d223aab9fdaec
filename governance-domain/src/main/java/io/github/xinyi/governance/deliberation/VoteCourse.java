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
import java.util.TreeMap;

/**
 * What became of the owners' votes of a procedure, and of the displays of what they decided.
 *
 * @param cases the case that the procedure serves; at most one
 * @param adopted the last decision, standing or not; at most one
 * @param revoked the meetings whose decision was revoked, with when that was noted
 * @param declined when the owners did not adopt the motion; at most one
 * @param takenDown when the display of a stage ended, as long as its decision stands
 */
record VoteCourse(
        List<CaseId> cases,
        List<OwnersResolved> adopted,
        Map<MeetingId, Instant> revoked,
        List<Instant> declined,
        Map<String, Instant> takenDown) {

    static final VoteCourse NONE =
            new VoteCourse(List.of(), List.of(), Map.of(), List.of(), Map.of());

    VoteCourse serving(CaseId caseId) {
        return new VoteCourse(List.of(caseId), adopted, revoked, declined, takenDown);
    }

    VoteCourse adopting(OwnersResolved decision) {
        return new VoteCourse(cases, List.of(decision), revoked, declined, takenDown);
    }

    VoteCourse declining(Instant closed) {
        return new VoteCourse(cases, adopted, revoked, List.of(closed), takenDown);
    }

    VoteCourse revoking(MeetingId meeting, Instant noted, Set<String> stagesKept) {
        Map<MeetingId, Instant> more = new TreeMap<>(revoked);
        more.put(meeting, noted);
        Map<String, Instant> kept = new LinkedHashMap<>(takenDown);
        kept.keySet().retainAll(stagesKept);
        return new VoteCourse(cases, adopted, more, declined, kept);
    }

    VoteCourse takingDown(String stage, Instant at) {
        Map<String, Instant> more = new LinkedHashMap<>(takenDown);
        more.put(stage, at);
        return new VoteCourse(cases, adopted, revoked, declined, more);
    }

    /** The decision on which the procedure goes on. */
    Optional<OwnersResolved> standing() {
        return adopted.stream()
                .filter(decision -> !revoked.containsKey(decision.meeting()))
                .findFirst();
    }

    boolean isRevoked() {
        return !adopted.isEmpty() && standing().isEmpty();
    }
}
