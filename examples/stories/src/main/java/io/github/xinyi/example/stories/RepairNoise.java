package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.InsulationRepair.HOMES;

import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Measurement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The scaffolding comes down in the noon break, and nobody behind the wall can rest. The dispute is
 * raised in the repair, talked over in the hall and settled (矛盾化解); until then the repair cannot be
 * closed.
 */
final class RepairNoise {

    static final Dispute DISPUTE =
            new Dispute(
                    HOMES.community(),
                    CaseId.of("D-2025-06"),
                    HOMES.owner(17),
                    RepairMoney.BUILDER);

    private final DisputeCase noise;
    private final DisputeTalks talks;
    private final RepairCase repair;
    private final RepairDecision decision;
    private final Teller teller;

    RepairNoise(DisputeCase noise, RepairCase repair, RepairDecision decision, Teller teller) {
        this.noise = noise;
        this.talks = noise.talks(1);
        this.repair = repair;
        this.decision = decision;
        this.teller = teller;
    }

    /** The officer hears of it, and it is now a dispute of the repair too. */
    void raise() {
        teller.chapter("7. Noise at the wall is settled");
        Instant heard = on(1, "13:00");
        CasePlace place = new CasePlace("3号楼", new TreeSet<>(Set.of(HOMES.id(17))));
        noise.hear(DISPUTE.found(CaseCategory.NOISE, place, "午休时拆除脚手架，噪声扰民", heard));
        Instant raised = on(1, "14:00");
        repair.raise(DISPUTE.id(), raised);
        teller.refused("to close the repair with a dispute in it", repair.state().close(raised));
        says(raised, "raised in the repair");
    }

    /** Both agree in the hall, the builder keeps its promise, and the dispute has ended. */
    void settle() {
        Instant visited = on(1, "19:00");
        noise.then(c -> c.visit(Set.of(Dispute.OFFICER), "已分别走访双方", visited));
        noise.mediate(talks, visited);
        teller.says(visited, "both are visited, and talks are offered");
        Instant inTheHall = on(2, "19:00");
        noise.agree(talks, inTheHall, DISPUTE.promise("十二时至十四时三十分不拆除脚手架", day(4)));
        teller.says(inTheHall, "one promise signed");
        talks.perform(0, on(4, "15:00"));
        Instant ended = on(5, "10:00");
        noise.close(talks, "午间已无噪声", ended);
        repair.end(noise.history(), ended);
        says(ended, "the promise is kept; ended in the repair");
    }

    /** So many days after the procedure of the repair. */
    private LocalDate day(int days) {
        return decision.endedOn().plusDays(days);
    }

    private Instant on(int days, String time) {
        return Teller.at(day(days) + "T" + time);
    }

    private void says(Instant at, String what) {
        teller.says(at, what + "; " + settlement(Teller.dayOf(at)));
    }

    /** The disputes settled, of those received, on a day; the repair and the grid have the same. */
    Measurement settlement(LocalDate day) {
        return CaseMeasures.settlement(day, List.of(noise.history()), List.of(repair.state()));
    }

    /** What everybody may read of it. */
    List<String> publicView() {
        List<String> lines = new ArrayList<>(noise.publicView());
        lines.add(talks.publicView());
        return lines;
    }

    List<CaseEvent> history() {
        return noise.history();
    }

    GridCase dispute() {
        return noise.state();
    }

    Mediation talks() {
        return talks.state();
    }
}
