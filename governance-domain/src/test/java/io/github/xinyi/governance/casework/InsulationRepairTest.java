package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.accepted;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.payment;
import static io.github.xinyi.governance.casework.Village.person;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.TimelineEntry.Step;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The repair of an insulated wall (煤电六小区), from the first knock on a door to its evaluation. */
class InsulationRepairTest {

    private static final CaseId CASE = CaseId.of("C-1");
    private static final CaseId NOISE = CaseId.of("D-7");
    private static final Motion.Document PAPER = new Motion.Document("a1".repeat(32));

    /** The owners alone decide on their fund; 86 000.00 at most. */
    private static final CasePlan PLAN =
            new CasePlan(Village.COMMUNITY, CASE, PAPER, Funding.MAINTENANCE_FUND, 8_600_000);

    @Test
    void goesFromSixSquadsOverTheOwnersVoteToItsEvaluation() {
        Casework decided = decided(planned(consulted(asked(opened()))));
        Casework paid = paid(decided);
        Casework settled = settled(paid);
        Casework closed = evaluated(settled);

        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.spentFen()).isEqualTo(8_600_000);
        assertThat(closed.squads()).hasSize(6);
        assertThat(closed.contact()).hasToString("10/10");
        assertThat(closed.timeline().stream().map(TimelineEntry::step))
                .containsExactly(
                        Step.OPENED,
                        Step.SQUAD_FORMED,
                        Step.SQUAD_FORMED,
                        Step.SQUAD_FORMED,
                        Step.SQUAD_FORMED,
                        Step.SQUAD_FORMED,
                        Step.SQUAD_FORMED,
                        Step.OPINIONS_COLLECTED,
                        Step.CONSULTED,
                        Step.DISCLOSED,
                        Step.MATTER_DECLARED,
                        Step.PLAN_DRAWN,
                        Step.OWNERS_DECIDED,
                        Step.WORK_PROGRESSED,
                        Step.SPENT,
                        Step.DISPUTE_RAISED,
                        Step.DISPUTE_ENDED,
                        Step.WORK_PROGRESSED,
                        Step.SPENT,
                        Step.WORK_FINISHED,
                        Step.CLOSED);
        assertThat(replayed(closed)).isEqualTo(closed);
    }

    /** What a store keeps and gives back. */
    private static Casework replayed(Casework closed) {
        EventCodec codec = EventCodec.of(CaseworkEvent.class);
        List<CaseworkEvent> read =
                closed.history().stream()
                        .map(codec::encode)
                        .<DomainEvent>map(text -> accepted(codec.decode(text)))
                        .map(CaseworkEvent.class::cast)
                        .toList();
        return Casework.from(read);
    }

    private static Casework opened() {
        CaseOpened opened =
                new CaseOpened(
                        Village.COMMUNITY,
                        at(0),
                        CASE,
                        "外墙保温板维修",
                        CaseKind.REPAIR,
                        new TreeSet<>(),
                        Village.OFFICER,
                        new TreeSet<>(units(1, 10)),
                        terms());
        return Casework.from(List.of(accepted(Casework.open(opened))));
    }

    /** The shipped shares, in a place where the owners decide with and without a procedure. */
    private static CaseworkTerms terms() {
        CaseworkTerms shipped = CaseworkTerms.shipped();
        return new CaseworkTerms(
                shipped.contact(),
                shipped.evaluation(),
                shipped.unitsPerRater(),
                shipped.source(),
                shipped.reading());
    }

    /** Squads of two units, the last two of one; one door opens at the second visit only. */
    private static Casework asked(Casework opened) {
        Casework state = opened;
        int[] firsts = {1, 3, 5, 7, 9, 10, 11};
        for (int i = 0; i < 6; i++) {
            Set<UnitId> mine = units(firsts[i], firsts[i + 1] - 1);
            state = next(state, state.formSquad(squad(i), Set.of(person(i)), mine, at(1)));
        }
        for (int i = 0; i < 6; i++) {
            for (int door : IntStream.range(firsts[i], firsts[i + 1]).toArray()) {
                ContactResult result = door == 10 ? ContactResult.ABSENT : ContactResult.AGREES;
                state = next(state, state.visit(unit(door), person(i), result, "同意维修", at(2)));
            }
        }
        assertThat(refused(state.collectOpinions(at(2)))).containsExactly("contact-coverage");
        state = next(state, state.visit(unit(10), person(5), ContactResult.OBJECTS, "费用", at(2)));
        return next(state, state.collectOpinions(at(2)));
    }

    private static Casework consulted(Casework asked) {
        Casework talked = next(asked, asked.consult(List.of("维修方案"), "0f".repeat(32), at(2)));
        return next(talked, talked.disclose("维修方案", "公告栏", at(2)));
    }

    /** That the fund pays is found only with the plan. */
    private static Casework planned(Casework consulted) {
        assertThat(refused(consulted.draw(PLAN, at(2)))).containsExactly("matters-of-funding");
        Casework declared =
                next(
                        consulted,
                        consulted.declare(Matter.MAINTENANCE_FUND_USE, Village.OFFICER, at(2)));
        return next(declared, declared.draw(PLAN, at(2)));
    }

    private static Casework decided(Casework planned) {
        assertThat(refused(planned.decideBy("四方联席会议", "0f".repeat(32), PLAN.document(), at(3))))
                .containsExactly("owners-decide");
        return next(
                planned,
                planned.decideBy(
                        Village.vote(
                                        "v1",
                                        Matter.MAINTENANCE_FUND_USE,
                                        7,
                                        Village.VOTE,
                                        PLAN.document())
                                .resolution()
                                .orElseThrow(),
                        at(5)));
    }

    private static Casework paid(Casework decided) {
        Casework half =
                next(
                        decided,
                        decided.progress("东立面完成", Ratio.of(1, 2), List.of("0f".repeat(32)), at(5)));
        return next(half, half.nameSpending(payment("D-2025-0031", 4_000_000), at(5)));
    }

    private static Casework settled(Casework paid) {
        Casework raised = next(paid, paid.raiseDispute(NOISE, at(6)));
        return next(raised, raised.endDispute(Quarrel.settled(NOISE, at(6)), at(7)));
    }

    private static Casework evaluated(Casework settled) {
        Casework whole = next(settled, settled.progress("完成", Ratio.of(1, 1), List.of(), at(7)));
        assertThat(refused(whole.nameSpending(payment("D-2025-0032", 4_600_001), at(7))))
                .containsExactly("spending-within-budget");
        Casework paid = next(whole, whole.nameSpending(payment("D-2025-0032", 4_600_000), at(7)));
        Casework rated = Village.rated(next(paid, paid.finishWork(at(7))), 5);
        return next(rated, rated.close(at(9)));
    }

    private static SquadId squad(int number) {
        return SquadId.of("squad-" + (number + 1));
    }
}
