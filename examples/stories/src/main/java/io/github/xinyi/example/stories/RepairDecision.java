package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.InsulationRepair.CASE;
import static io.github.xinyi.example.stories.InsulationRepair.HOMES;
import static io.github.xinyi.example.stories.InsulationRepair.MEETING;
import static io.github.xinyi.example.stories.InsulationRepair.ON_PLAN;
import static io.github.xinyi.example.stories.InsulationRepair.PLAN;
import static io.github.xinyi.example.stories.Teller.at;

import io.github.xinyi.governance.deliberation.BodyCount;
import io.github.xinyi.governance.deliberation.BodyRoll;
import io.github.xinyi.governance.deliberation.Paper;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.ProcedurePattern;
import io.github.xinyi.governance.deliberation.PublicProcedure;
import io.github.xinyi.governance.deliberation.Share;
import io.github.xinyi.governance.deliberation.Stage;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.deliberation.StageReport;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The repair on its way through the procedure of its place, stage by stage as its table has them.
 */
final class RepairDecision {

    private static final ProcedureId ID = ProcedureId.of("P-2025-03");
    private static final PersonId CLERK = PersonId.of("clerk");
    private static final PersonId OBJECTOR = PersonId.of("owner-3-104");
    private static final int MEMBERS = 12;

    private final OwnersVote votes;
    private final ProcedurePattern pattern;
    private final Teller teller;
    private final KeptRecord<Procedure, ProcedureEvent> procedure;

    RepairDecision(Stores stores, OwnersVote votes, ProcedurePattern pattern, Teller teller) {
        this.votes = votes;
        this.pattern = pattern;
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

    List<ProcedureEvent> history() {
        return procedure.history();
    }

    /** A stage of the procedure by its identifier. */
    Stage stage(String id) {
        return state().stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    /** Every stage that the place puts before the owners' vote. */
    void prepare() {
        teller.chapter("4. The way to the owners: " + pattern.id());
        Instant opened = at("2025-03-13T09:00");
        procedure.begin(
                Procedure.open(
                        pattern, new Procedure.Opening(ID, HOMES.community(), ON_PLAN, opened)));
        procedure.then(p -> p.link(CASE, opened));
        takeUntil(Kind.OWNERS_VOTE);
    }

    private void takeUntil(Kind kind) {
        for (Optional<Stage> next = state().next();
                next.filter(stage -> stage.kind() != kind).isPresent();
                next = state().next()) {
            take(next.orElseThrow());
        }
    }

    private void take(Stage stage) {
        Instant evening = moment(dayOf(stage), 19);
        switch (stage.kind()) {
            case PAPERS, EXECUTION -> take(stage, BodyCount.NONE, evening);
            case BODY -> {
                BodyCount enough = enough(stage);
                teller.refused(
                        "to go on with one voice too few in " + stage.name(),
                        report(stage, oneTooFew(enough), evening, state()));
                take(stage, enough, evening);
            }
            case DISCLOSURE -> disclose(stage);
            case OWNERS_VOTE -> throw new IllegalStateException("the owners have not voted");
        }
    }

    private void take(Stage stage, BodyCount count, Instant at) {
        procedure.then(p -> report(stage, count, at, p));
        teller.says(at, stage.name() + " by " + stage.actors().get(0));
    }

    /** Two days after the stage before, or as many as the place asks, and nothing at once. */
    private LocalDate dayOf(Stage stage) {
        int place = state().stages().indexOf(stage);
        LocalDate today = today();
        int asked = stage.kind() == Kind.DISCLOSURE ? 0 : stage.leastDays();
        if (place == 0) {
            return today.plusDays(asked);
        }
        int days = Math.max(2, asked);
        String before = state().stages().get(place - 1).id();
        LocalDate day = state().publicView().taken().getOrDefault(before, today).plusDays(days);
        return day.isBefore(today) ? today : day;
    }

    private LocalDate today() {
        List<ProcedureEvent> history = procedure.history();
        return Teller.dayOf(history.get(history.size() - 1).occurredAt());
    }

    private static Instant moment(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Meeting.ZONE).toInstant();
    }

    /** The fewest of the members that the place lets go on. */
    private static BodyCount enough(Stage stage) {
        int present = fewest(stage.attendance(), MEMBERS, 1);
        while (fewest(stage.consent(), base(stage, present), 0) > present) {
            present++;
        }
        return new BodyCount(MEMBERS, present, fewest(stage.consent(), base(stage, present), 0));
    }

    private static int base(Stage stage, int present) {
        return stage.base() == Stage.Base.DUE ? MEMBERS : present;
    }

    private static int fewest(Share share, int whole, int from) {
        int count = from;
        while (!share.threshold().isMetBy(count, whole)) {
            count++;
        }
        return count;
    }

    private static BodyCount oneTooFew(BodyCount enough) {
        return new BodyCount(enough.due(), enough.present(), enough.consenting() - 1);
    }

    /** The stage with every paper that it asks for; whoever is counted stands on a roll. */
    private static Outcome<ProcedureEvent> report(
            Stage stage, BodyCount count, Instant at, Procedure state) {
        String actor = stage.actors().get(0);
        List<Paper> papers =
                stage.papers().stream()
                        .filter(kind -> count.due() == 0 || kind != Paper.Kind.ATTENDANCE)
                        .map(kind -> Scan.of(stage.name() + kind.label()).as(kind))
                        .toList();
        StageReport report =
                count.due() == 0
                        ? new StageReport(actor, papers, count, CLERK)
                        : roll(stage, count).report(actor, papers, CLERK);
        return state.take(stage.id(), report, at);
    }

    /** It stays with who keeps the minutes; a host draws its salt at random, once for each roll. */
    static BodyRoll roll(Stage stage, BodyCount count) {
        String salt = Scan.of("盐" + stage.id()).sha256().substring(0, BodyRoll.SALT_LENGTH);
        return Outcomes.accepted(
                BodyRoll.of(
                        members(count.due()),
                        members(count.present()),
                        members(count.consenting()),
                        salt));
    }

    private static Set<PersonId> members(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> PersonId.of("member-" + number))
                .collect(Collectors.toSet());
    }

    /** The owners vote on the plan and the budget. */
    void vote() {
        Stage stage = state().next().orElseThrow();
        LocalDate opens = today().plusDays(21);
        Instant noted = moment(opens.plusDays(5), 9);
        teller.refused(
                "to do without the owners' vote",
                report(stage, new BodyCount(7, 7, 7), noted, state()));
        MotionResult result =
                votes.hold(
                                OwnersVote.meeting(
                                        HOMES.community(), MEETING.value(), opens, ON_PLAN),
                                35,
                                5)
                        .motion(ON_PLAN.id());
        teller.says(noted, "the owners have voted: " + result.result());
        teller.shows("the count", Outcomes.words(result.ruling()).lines().toList());
        Resolution resolution = votes.resolution(MEETING, ON_PLAN.id(), PLAN.document());
        procedure.then(p -> p.resolve(stage.id(), resolution, noted));
    }

    /** The decision hangs for the days of the place; an objection is answered before. */
    void discloseDecision() {
        takeUntil(Kind.EXECUTION);
    }

    /** The day on which the decision had been shown to its end. */
    LocalDate shownOn() {
        return Teller.dayOf(state().decisionShownAt().orElseThrow());
    }

    /** The work is done and reported. */
    void reportExecution() {
        take(state().next().orElseThrow(), BodyCount.NONE, at("2025-06-11T10:00"));
    }

    /** The result hangs, and is reviewed where the place wants it, before or after. */
    void discloseResult() {
        while (state().next().isPresent()) {
            take(state().next().orElseThrow());
        }
        teller.says(moment(endedOn(), 19), "the procedure is " + state().status());
    }

    /** The day of its last record. */
    LocalDate endedOn() {
        return today();
    }

    /** What everybody may read of the procedure. */
    List<String> publicView() {
        PublicProcedure seen = state().publicView();
        List<String> lines = new ArrayList<>();
        lines.add(seen.sentence(Outcomes.TEXTS));
        seen.taken().forEach((stage, day) -> lines.add(day + " " + stage));
        return lines;
    }

    private void disclose(Stage stage) {
        String id = stage.id();
        Instant posted = moment(dayOf(stage), 9);
        LocalDate down = Teller.dayOf(posted).plusDays(stage.leastDays());
        Procedure.Display display =
                new Procedure.Display("一号楼公告栏", Scan.of(stage.name() + "公告").sha256());
        procedure.then(p -> p.post(id, stage.actors().get(0), display, posted));
        teller.says(posted, stage.name() + " is on display");
        boolean first = state().decision().isPresent() && state().publicView().objections() == 0;
        if (first) {
            Procedure.Remark objection = new Procedure.Remark("O1", OBJECTOR, "为何不用维修资金？");
            procedure.then(p -> p.object(id, objection, posted.plusSeconds(1_800)));
        }
        teller.refused(
                "to take it down a day too early",
                state().takeDown(id, moment(down.minusDays(1), 9)));
        if (first) {
            Procedure.Remark answer = new Procedure.Remark("O1", CLERK, "公共收益结余足够，维修资金留待大修。");
            procedure.then(p -> p.answer(answer, moment(down.minusDays(1), 10)));
        }
        procedure.then(p -> p.takeDown(id, moment(down, 9)));
        teller.says(moment(down, 9), "it comes down");
    }
}
