package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.InsulationRepair.CASE;
import static io.github.xinyi.example.stories.InsulationRepair.HOMES;
import static io.github.xinyi.example.stories.InsulationRepair.MEETING;
import static io.github.xinyi.example.stories.InsulationRepair.ON_PLAN;
import static io.github.xinyi.example.stories.InsulationRepair.PLAN;
import static io.github.xinyi.example.stories.Teller.at;

import io.github.xinyi.governance.deliberation.BodyCount;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.PublicProcedure;
import io.github.xinyi.governance.deliberation.StageReport;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The repair on its way through 五议两公开: five deliberations and two disclosures. */
final class RepairDecision {

    private static final ProcedureId ID = ProcedureId.of("P-2025-03");
    private static final PersonId CLERK = PersonId.of("clerk");
    private static final PersonId OBJECTOR = PersonId.of("owner-3-104");
    private static final String COMMITTEE = "业主委员会";

    private final OwnersVote votes;
    private final Teller teller;
    private final KeptRecord<Procedure, ProcedureEvent> procedure;

    RepairDecision(Stores stores, OwnersVote votes, Teller teller) {
        this.votes = votes;
        this.teller = teller;
        this.procedure =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.PROCEDURE.stream(HOMES.community(), ID.value()),
                        ProcedureEvent.class,
                        Procedure::from);
    }

    Procedure state() {
        return procedure.state();
    }

    /** The branch proposes, the committee discusses, the members of the branch examine. */
    void prepare() {
        teller.chapter("4. Five deliberations and two disclosures");
        Instant opened = at("2025-03-13T09:00");
        procedure.begin(
                Procedure.open(
                        PatternSheet.fiveDeliberations(),
                        new Procedure.Opening(ID, HOMES.community(), ON_PLAN, opened)));
        procedure.then(p -> p.link(CASE, opened));
        take("小区党支部", BodyCount.NONE, "2025-03-13T19:00");
        take(COMMITTEE, new BodyCount(7, 6, 6), "2025-03-15T19:00");
        teller.refused(
                "to examine with 7 of 12 members present",
                stage("党员会议", new BodyCount(12, 7, 7), at("2025-03-16T19:00"), state()));
        take("党员会议", new BodyCount(12, 9, 8), "2025-03-17T19:00");
    }

    private void take(String body, BodyCount count, String moment) {
        String stage = state().next().orElseThrow().name();
        procedure.then(p -> stage(body, count, at(moment), p));
        teller.says(at(moment), stage + " by " + body);
    }

    /** The next stage with every paper that it asks for. */
    private static Outcome<ProcedureEvent> stage(
            String body, BodyCount count, Instant at, Procedure state) {
        var next = state.next().orElseThrow();
        StageReport report =
                new StageReport(
                        body,
                        next.papers().stream()
                                .map(kind -> Scan.of(next.name() + kind.label()).as(kind))
                                .toList(),
                        count,
                        CLERK);
        return state.take(next.id(), report, at);
    }

    /** The owners vote on the plan and the budget. */
    void vote() {
        Instant closed = at("2025-04-12T09:00");
        teller.refused(
                "to do without the owners' vote",
                stage(COMMITTEE, new BodyCount(7, 7, 7), closed, state()));
        MotionResult result =
                votes.hold(
                                OwnersVote.meeting(
                                        HOMES.community(),
                                        MEETING.value(),
                                        LocalDate.of(2025, 4, 7),
                                        ON_PLAN),
                                35,
                                5)
                        .motion(ON_PLAN.id());
        teller.says(closed, "the owners have voted: " + result.result());
        teller.shows("the count", Outcomes.words(result.ruling()).lines().toList());
        Resolution resolution = votes.resolution(MEETING, ON_PLAN.id(), PLAN.document());
        procedure.then(p -> p.resolve("resolution", resolution, closed));
    }

    /** The decision hangs for seven days; an objection is answered before it comes down. */
    void discloseDecision() {
        Instant posted = at("2025-04-13T09:00");
        post("decision-disclosure", "决议公告", posted);
        Procedure.Remark objection = new Procedure.Remark("O1", OBJECTOR, "为何不用维修资金？");
        Procedure.Remark answer = new Procedure.Remark("O1", CLERK, "公共收益结余足够，维修资金留待大修。");
        procedure.then(p -> p.object("decision-disclosure", objection, at("2025-04-15T10:00")));
        teller.refused(
                "to take it down after six days and with an open objection",
                state().takeDown("decision-disclosure", at("2025-04-19T09:00")));
        procedure.then(p -> p.answer(answer, at("2025-04-19T10:00")));
        takeDown("decision-disclosure", "2025-04-20T09:00");
    }

    /** The work is done and reported. */
    void reportExecution() {
        take(COMMITTEE, BodyCount.NONE, "2025-06-11T10:00");
    }

    /** The result hangs for seven days, and the owners' panel reviews it. */
    void discloseResult() {
        post("result-disclosure", "实施结果公告", at("2025-06-13T09:00"));
        take("业主评议会", BodyCount.NONE, "2025-06-20T19:00");
        takeDown("result-disclosure", "2025-06-21T09:00");
        teller.says(at("2025-06-21T09:00"), "the procedure is " + state().status());
    }

    /** What everybody may read of the procedure. */
    List<String> publicView() {
        PublicProcedure seen = state().publicView();
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(seen.matter(), seen.status()));
        seen.taken().forEach((stage, day) -> lines.add(day + " " + stage));
        lines.add("objections answered: %d of %d".formatted(seen.answered(), seen.objections()));
        return lines;
    }

    private void post(String stage, String words, Instant at) {
        Procedure.Display display = new Procedure.Display("一号楼公告栏", Scan.of(words).sha256());
        procedure.then(p -> p.post(stage, COMMITTEE, display, at));
        teller.says(at, words + " is on display");
    }

    private void takeDown(String stage, String moment) {
        procedure.then(p -> p.takeDown(stage, at(moment)));
        teller.says(at(moment), "it comes down");
    }
}
