package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.InsulationRepair.BUILDINGS;
import static io.github.xinyi.example.stories.InsulationRepair.CASE;
import static io.github.xinyi.example.stories.InsulationRepair.HOMES;
import static io.github.xinyi.example.stories.Teller.at;

import io.github.xinyi.governance.casework.CaseKind;
import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.casework.CaseworkEvent;
import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.casework.ContactResult;
import io.github.xinyi.governance.casework.PaymentReference;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.step.LocalStep;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The case of the repair, from the first knock on a door to the last rating. */
final class RepairCase {

    private final RepairDecision decision;
    private final CaseworkTerms terms;
    private final LocalTeams teams;
    private final Teller teller;
    private final KeptRecord<Casework, CaseworkEvent> repair;

    RepairCase(
            Stores stores,
            RepairDecision decision,
            CaseworkTerms terms,
            LocalTeams teams,
            Teller teller) {
        this.decision = decision;
        this.terms = terms;
        this.teams = teams;
        this.teller = teller;
        this.repair =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.CASEWORK.stream(HOMES.community(), CASE.value()),
                        CaseworkEvent.class,
                        Casework::from);
    }

    Casework state() {
        return repair.state();
    }

    /** Six squads, one a building, go from door to door until every home was asked. */
    void survey() {
        teller.chapter("2. Six squads knock at every door");
        Instant opened = at("2025-03-03T09:00");
        repair.begin(
                Casework.open(
                        new CaseworkEvent.CaseOpened(
                                HOMES.community(),
                                opened,
                                CASE,
                                "外墙保温板维修",
                                CaseKind.REPAIR,
                                new TreeSet<>(Set.of(InsulationRepair.ON_PLAN.matter())),
                                PersonId.of("clerk"),
                                HOMES.units().stream()
                                        .map(Unit::id)
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                terms)));
        for (int building = 1; building <= BUILDINGS; building++) {
            formSquad(building, opened);
        }
        for (int home = 1; home <= HOMES.size(); home++) {
            visit(home, home % 7 == 0 ? ContactResult.ABSENT : opinionOf(home), "2025-03-04T19:00");
        }
        Instant firstEvening = at("2025-03-04T21:00");
        teller.says(firstEvening, "homes asked: " + state().contact());
        teller.refused(
                "to end the survey before every home was asked",
                state().collectOpinions(firstEvening));
        for (int home = 7; home <= HOMES.size(); home += 7) {
            visit(home, opinionOf(home), "2025-03-08T10:00");
        }
        Instant asked = at("2025-03-08T18:00");
        repair.then(c -> c.collectOpinions(asked));
        teller.says(asked, "homes asked: " + state().contact());
    }

    private void formSquad(int building, Instant at) {
        Set<PersonId> members = Set.of(visitor(building), PersonId.of("guide-" + building));
        SquadId squad = SquadId.of("squad-" + building);
        repair.then(c -> c.formSquad(squad, members, HOMES.ofBuilding(building), at));
    }

    private void visit(int home, ContactResult result, String moment) {
        PersonId visitor = visitor((home - 1) / 8 + 1);
        repair.then(c -> c.visit(HOMES.id(home), visitor, result, "墙面渗水的情况", at(moment)));
    }

    private static PersonId visitor(int building) {
        return PersonId.of("visitor-" + building);
    }

    private static ContactResult opinionOf(int home) {
        if (home % 9 == 0) {
            return ContactResult.OBJECTS;
        }
        return home % 10 == 0 ? ContactResult.UNDECIDED : ContactResult.AGREES;
    }

    /** What was heard is talked over, and all of it is disclosed. */
    void consult() {
        teller.chapter("3. What was heard is talked over");
        Instant at = at("2025-03-12T19:30");
        Scan minutes = Scan.of("协商会纪要：方案与资金来源");
        takeLocal("协商", at);
        repair.then(c -> c.consult(List.of("维修方案", "资金来源"), minutes.sha256(), at));
        repair.then(c -> c.disclose("维修方案", "一号楼公告栏", at));
        repair.then(c -> c.disclose("资金来源", "一号楼公告栏", at));
        teller.says(
                at,
                "disclosed %d of %d items"
                        .formatted(
                                state().disclosedItems().size(), state().consultedItems().size()));
        takeLocal("方案", at);
        repair.then(c -> c.draw(InsulationRepair.PLAN, at));
        teller.refused(
                "to let the committee decide what is the owners' to decide",
                state().decideBy("业主委员会", minutes.sha256(), InsulationRepair.PLAN.document(), at));
    }

    /** The decision was shown to its end; it is noted, and the scaffolding goes up. */
    void begin() {
        teller.chapter("6. The work, in public");
        Instant noted = at(decision.shownOn().plusDays(1) + "T08:00");
        repair.then(c -> c.follow(decision.state(), noted));
        repair.then(c -> c.decideBy(decision.state(), noted));
        takeLocal("实施", noted);
        repair.then(c -> c.progress("脚手架已搭好", Ratio.of(1, 10), List.of(), noted));
        teller.says(noted, "the scaffolding stands");
    }

    void reportHalf() {
        Instant at = at("2025-05-20T17:00");
        String photo = Scan.of("三号楼完工照片").sha256();
        repair.then(c -> c.progress("一至三号楼完成", Ratio.of(1, 2), List.of(photo), at));
        teller.says(at, "half of the work is done");
    }

    void reportDone() {
        Instant at = at("2025-06-10T17:00");
        repair.then(c -> c.progress("六栋楼全部完成", Ratio.of(1, 1), List.of(), at));
        teller.says(at, "all of the work is done");
    }

    /** Names a payment by its number in the accounts. */
    void name(PaymentReference payment, Instant paidAt) {
        repair.then(c -> c.nameSpending(payment, paidAt));
    }

    /** A dispute came up; the case stays open until it has ended. */
    void raise(CaseId dispute, Instant at) {
        repair.then(c -> c.raiseDispute(dispute, at));
    }

    /** A dispute has ended, as the history of its case in the grid proves. */
    void end(List<CaseEvent> dispute, Instant at) {
        repair.then(c -> c.endDispute(dispute, at));
    }

    /** Those who live there say what they think of it, and the case is closed. */
    void evaluate() {
        teller.chapter("8. The homes rate the result");
        Instant finished = at(decision.endedOn().plusDays(5) + "T20:00");
        repair.then(c -> c.finishWork(finished));
        rate(1, 23, finished);
        teller.refused("to close with 23 ratings of 48 homes", state().close(finished));
        rate(24, 30, finished);
        takeLocal("结案", finished);
        repair.then(c -> c.close(finished));
        teller.says(finished, "30 homes rated the result; the case is " + state().stage());
    }

    /** Whatever the place adds before a gate, in its order, each with its paper. */
    private void takeLocal(String gate, Instant at) {
        for (LocalStep step : terms.steps().local().missing(gate, List.of())) {
            String paper = Scan.of(step.name() + "记录").sha256();
            if (step.hasPost()) {
                PersonId holder = teams.holder(step.post());
                repair.then(c -> c.take(step, holder, teams.with(step.post(), at), paper, at));
            } else {
                repair.then(c -> c.take(step, PersonId.of("clerk"), paper, at));
            }
            teller.says(at, "the place asks for " + step);
        }
    }

    private void rate(int from, int to, Instant at) {
        for (int home = from; home <= to; home++) {
            int stars = home % 3 == 0 ? 4 : 5;
            int rater = home;
            repair.then(c -> c.rate(HOMES.owner(rater), Set.of(HOMES.id(rater)), stars, at));
        }
    }

    /** What everybody may follow, a line a step. */
    List<String> timeline() {
        return state().timeline().stream()
                .map(line -> Teller.dayOf(line.at()) + " " + line.sentence(Outcomes.TEXTS))
                .toList();
    }
}
