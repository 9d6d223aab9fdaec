package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.deliberation.BodyCount;
import io.github.xinyi.governance.deliberation.Paper;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.StageReport;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.talk.Plan;
import io.github.xinyi.governance.talk.Talk;
import io.github.xinyi.governance.talk.TalkEvent;
import io.github.xinyi.governance.talk.TalkId;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is kept in a store is all that is needed to go on. */
class ReplayTest {

    private static final Instant AT = Instant.parse("2025-03-01T02:00:00.000001Z");
    private final EventStore store =
            new InMemoryEventStore(EventCodec.of(ProcedureEvent.class, TalkEvent.class));

    @Test
    void aTalkThatBecomesAProcedureIsBuiltAgainFromTheStore() {
        StreamName talks = new StreamName(Specimens.EAST, "talk", "T-1");
        StreamName procedures = new StreamName(Specimens.EAST, "procedure", "P-1");
        Talk raised =
                add(
                        talks,
                        0,
                        Talk.raise(
                                        Specimens.EAST,
                                        TalkId.of("T-1"),
                                        Specimens.person(1),
                                        "外墙渗水",
                                        AT)
                                .orElseThrow(r -> new IllegalStateException(r.toString())));
        Plan plan =
                new Plan(
                        Plan.Pace.BY_A_DAY,
                        "动用维修资金",
                        LocalDate.of(2025, 4, 1),
                        Specimens.person(2),
                        new TreeSet<>(Set.of(Business.MAINTENANCE_FUND_USE)),
                        Specimens.person(3));
        assertThat(raised.discuss(plan, AT).isAccepted()).isFalse();
        var opened =
                Procedure.open(
                                PatternSheet.fourDeliberations(),
                                new Procedure.Opening(
                                        ProcedureId.of("P-1"),
                                        Specimens.EAST,
                                        new Motion(
                                                Specimens.M1, Matter.MAINTENANCE_FUND_USE, "修缮外墙"),
                                        AT))
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
        store.append(new Append(procedures, CommandId.of("c-open"), 0, List.of(opened)));

        Talk escalated =
                add(
                        talks,
                        1,
                        raised.escalate(opened, AT)
                                .orElseThrow(r -> new IllegalStateException(r.toString())));
        Procedure procedure = Procedure.from(store.history(procedures, ProcedureEvent.class));
        ProcedureEvent proposed =
                procedure
                        .take(
                                "proposal",
                                new StageReport(
                                        "小区党支部",
                                        List.of(new Paper(Paper.Kind.PROPOSAL, "0".repeat(64))),
                                        BodyCount.NONE,
                                        Specimens.person(3)),
                                AT)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
        store.append(new Append(procedures, CommandId.of("c-1"), 1, List.of(proposed)));

        assertThat(escalated.status()).isEqualTo(Talk.Status.ESCALATED);
        assertThat(Procedure.from(store.history(procedures, ProcedureEvent.class)))
                .isEqualTo(procedure.after(proposed))
                .hasToString("East-01 P-1 UNDER_WAY discussion");
    }

    private Talk add(StreamName stream, long version, TalkEvent event) {
        CommandId command = CommandId.of("c-" + stream.kind() + version);
        assertThat(store.append(new Append(stream, command, version, List.of(event))).isAccepted())
                .isTrue();
        return Talk.from(store.history(stream, TalkEvent.class));
    }
}
