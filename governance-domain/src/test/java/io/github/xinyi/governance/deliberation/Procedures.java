package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.deliberation.Procedure.Display;
import io.github.xinyi.governance.deliberation.Procedure.Opening;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A procedure on a roof, and votes on it. */
final class Procedures {

    static final CommunityId HERE = CommunityId.of("anheyuan");
    static final Motion ROOF = motion(Matter.MAINTENANCE_FUND_USE);
    static final Instant OPENED = Instant.parse("2025-03-01T02:00:00Z");
    static final PersonId CLERK = PersonId.of("P1");
    static final String DIGEST = "ab".repeat(32);
    static final UrgentRepair REPAIR =
            new UrgentRepair(UrgentRepair.Applicant.OWNERS_COMMITTEE, "电梯坠落", DIGEST);

    private Procedures() {}

    static Motion motion(Matter matter) {
        return new Motion(MotionId.of("M1"), matter, "使用维修资金修缮屋面");
    }

    static Opening opening(Motion motion) {
        return new Opening(ProcedureId.of("2025-P-01"), HERE, motion, OPENED);
    }

    static Procedure opened(ProcedurePattern pattern, Motion motion) {
        return Procedure.from(List.of(opened(Procedure.open(pattern, opening(motion)))));
    }

    static ProcedureOpened opened(Outcome<ProcedureOpened> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    static Procedure urgent(ProcedurePattern pattern) {
        return Procedure.from(
                List.of(opened(Procedure.openUrgently(pattern, opening(ROOF), REPAIR))));
    }

    static Instant day(int day) {
        return OPENED.plusSeconds(86_400L * day);
    }

    static StageReport report(Stage stage, BodyCount count) {
        return new StageReport(
                stage.actors().get(0),
                stage.papers().stream().map(kind -> new Paper(kind, DIGEST)).toList(),
                count,
                CLERK);
    }

    static Display display() {
        return new Display("3号楼公告栏", DIGEST);
    }

    static TallyResult tally(CommunityId community, Motion motion, Instant closes, Choice choice) {
        return tally(MeetingId.of("2025-OM-01"), community, motion, closes, choice);
    }

    static TallyResult tally(
            MeetingId id, CommunityId community, Motion motion, Instant closes, Choice choice) {
        Unit unit =
                new Unit(
                        UnitId.of("1-1-101"),
                        "1号楼",
                        UnitUse.RESIDENTIAL,
                        FloorArea.parse("89.42"),
                        AreaEvidence.REGISTRY,
                        DeliveryStatus.SOLD_DELIVERED,
                        new TreeSet<>(Set.of(CLERK)));
        LocalDate record = LocalDate.of(2025, 2, 1);
        Roster roster =
                Roster.of(community, record, PersonId.of("D"), List.of(unit))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        Instant opens = closes.minusSeconds(86_400);
        LocalDate notice = opens.atZone(Meeting.ZONE).toLocalDate().minusDays(20);
        Meeting meeting =
                new Meeting(id, community, record, notice, opens, closes, List.of(motion));
        Ballot ballot =
                new Ballot(
                        BallotId.of("V1"),
                        UnitId.of("1-1-101"),
                        CLERK,
                        Channel.ON_SITE,
                        opens,
                        Signature.SIGNED,
                        new TreeMap<>(Map.of(motion.id(), Set.of(choice))));
        return Tally.of(meeting, roster, List.of(ballot), closes.plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    static Resolution resolution(CommunityId community, Motion motion, Instant closes) {
        return tally(community, motion, closes, Choice.FOR)
                .motion(motion.id())
                .resolution()
                .orElseThrow();
    }

    static ProcedureEvent accepted(Outcome<ProcedureEvent> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    static List<String> refusals(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of(),
                ruling ->
                        ruling.notMet().stream()
                                .map(Finding::rule)
                                .map(code -> code.value().replace("deliberation.", ""))
                                .toList());
    }

    static Ruling ruling(Outcome<?> outcome) {
        return outcome.fold(
                value -> {
                    throw new AssertionError("accepted");
                },
                ruling -> ruling);
    }

    /** The command that takes the next stage as it should be, on a day. */
    static Outcome<ProcedureEvent> proceed(Procedure procedure, Stage stage, int day) {
        Instant at = day(day);
        return switch (stage.kind()) {
            case PAPERS, EXECUTION -> procedure.take(stage.id(), report(stage, BodyCount.NONE), at);
            case BODY -> procedure.take(stage.id(), report(stage, new BodyCount(3, 3, 3)), at);
            case OWNERS_VOTE -> procedure.resolve(stage.id(), decision(procedure, at), at);
            case DISCLOSURE -> procedure.post(stage.id(), stage.actors().get(0), display(), at);
        };
    }

    /** By the first meeting, and by another one each time after a decision was revoked. */
    private static Resolution decision(Procedure procedure, Instant closes) {
        int meeting = 1 + procedure.course().revoked().size();
        return tally(
                        MeetingId.of("2025-OM-%02d".formatted(meeting)),
                        HERE,
                        procedure.motion(),
                        closes,
                        Choice.FOR)
                .motion(procedure.motion().id())
                .resolution()
                .orElseThrow();
    }

    static DecisionRevoked revocation(MeetingId meeting, MotionId motion, Instant at) {
        return new DecisionRevoked(
                HERE, meeting, at, motion, Procedure.day(at), Revoker.COURT, "民初1号");
    }

    /** The state after taking stages as they should be until one is next, ten days apart. */
    static Procedure until(Procedure start, String stage) {
        Procedure state = start;
        int day = 10;
        List<String> down = new ArrayList<>();
        while (!state.next().map(Stage::id).orElse("").equals(stage)) {
            Stage next = state.next().orElseThrow();
            if (next.kind() == Stage.Kind.EXECUTION) {
                down.addAll(state.onDisplay().keySet());
            }
            for (String disclosure : down) {
                state = state.after(accepted(state.takeDown(disclosure, day(day))));
            }
            down.clear();
            state = state.after(accepted(proceed(state, next, day)));
            day += 10;
        }
        return state;
    }
}
