package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.Teller.at;

import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseStep;
import io.github.xinyi.governance.grid.CaseSteps;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.PublicCase;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A dog barks at noon and at night. The officer of the grid hears of it and keeps it in hand until
 * both neighbours have agreed in writing; when one promise is broken the case is opened again, and
 * closed for good. What the dog leaves behind is talked over in the courtyard.
 *
 * <p>{@link LocalTeams} is who goes from door to door, {@link DogTalks} what is agreed in the hall,
 * {@link DogCourtyard} what the neighbours do about the lawn.
 */
final class BarkingDog {

    static final CommunityId COMMUNITY = CommunityId.of("yujing");
    static final CaseId CASE = CaseId.of("C-2025-11");
    static final PersonId OFFICER = PersonId.of("officer");
    static final PersonId NEIGHBOUR = PersonId.of("neighbour");
    static final PersonId DOG_OWNER = PersonId.of("dog-owner");

    private final Teller teller;
    private final Locality locality;
    private final TeamPattern calling;
    private final LocalTeams teams;
    private final DogTalks firstTalks;
    private final DogTalks secondTalks;
    private final DogCourtyard courtyard;
    private final KeptRecord<GridCase, CaseEvent> dog;

    BarkingDog(Stores stores, Teller teller) {
        this(stores, teller, Locality.honggu(), "议事队");
    }

    /** The same dog in a place with other limits, steps and teams, one of them for disputes. */
    BarkingDog(Stores stores, Teller teller, Locality locality, String disputes) {
        this.locality = locality;
        this.teller = teller;
        this.calling = locality.team(disputes).orElseThrow();
        this.teams = new LocalTeams(stores, COMMUNITY, locality.teams());
        this.firstTalks = new DogTalks(stores, 1);
        this.secondTalks = new DogTalks(stores, 2);
        this.courtyard = new DogCourtyard(stores, teller, locality.talks(), teams);
        this.dog =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.CASE.stream(COMMUNITY, CASE.value()),
                        CaseEvent.class,
                        GridCase::from);
    }

    /** Tells the whole story on the console. */
    public static void main(String[] args) {
        new BarkingDog(Stores.inMemory(), Teller.onConsole()).chapters().forEach(Runnable::run);
    }

    /** The story in its order; between two chapters the program may stop. */
    List<Runnable> chapters() {
        return List.of(
                this::report,
                this::visit,
                this::agree,
                this::close,
                this::breakPromise,
                this::agreeAgain,
                this::talkInTheCourtyard,
                this::showAll);
    }

    /** The officer hears of it, and who hears of it first keeps it. */
    private void report() {
        teller.chapter("1. Who hears of it first keeps it in hand");
        Instant found = at("2025-11-05T14:00");
        dog.begin(GridCase.find(DogReport.on(found)));
        dog.then(c -> c.report(OFFICER, locality.limits(), hardest().id(), found.plusSeconds(600)));
        dog.then(c -> c.accept(OFFICER, found.plusSeconds(1_200)));
        dog.then(c -> c.answer(OFFICER, found.plusSeconds(1_800)));
        teller.says(found, "reported, accepted and answered within half an hour");
    }

    SlaGrade hardest() {
        List<SlaGrade> grades = locality.limits().grades();
        return grades.get(grades.size() - 1);
    }

    /** The place's team for disputes goes from door to door, once it is complete. */
    private void visit() {
        teller.chapter("2. A team for this one case");
        Instant formed = at("2025-11-06T09:00");
        Instant at = at("2025-11-06T19:00");
        LocalTeam team = teams.of(calling);
        team.form(formed);
        List<Slot> needed = calling.slots().stream().filter(s -> s.seats().least() > 0).toList();
        calling.slots().stream()
                .filter(slot -> !needed.contains(slot))
                .forEach(slot -> team.fill(slot, formed));
        for (Slot slot : needed) {
            teller.refused(
                    "to send a team without " + slot.id(),
                    dog.state().call(team.state(), Set.of(), at));
            team.fill(slot, formed);
        }
        dog.then(c -> c.call(team.state(), Set.of(), at));
        Set<PersonId> visitors = new TreeSet<>(team.state().serving(Teller.dayOf(at)));
        visitors.add(OFFICER);
        dog.then(c -> c.visit(visitors, "已分别走访双方", at));
        teller.says(at, visitors.size() + " people visit both homes");
        takeLocal("调解", at);
        firstTalks.propose(at);
        dog.then(c -> c.mediate(firstTalks.state(), at));
        teller.refused(
                "to talk before both neighbours have consented",
                firstTalks.state().meet(Set.of(NEIGHBOUR, DogTalks.MEDIATOR), "小区议事厅", "-", at));
    }

    /** Both consent, meet in the hall and sign. */
    private void agree() {
        teller.chapter("3. Agreed in the hall, in writing");
        Instant inTheHall = at("2025-11-07T19:00");
        firstTalks.agree(
                inTheHall,
                DogTalks.promise("午间和夜间将犬只安置在室内", "2025-11-09"),
                DogTalks.promise("完成犬只止吠训练", "2025-11-25"));
        dog.then(c -> c.conclude(firstTalks.state(), inTheHall));
        says(inTheHall, "two promises signed");
    }

    /** The first promise is kept, both are asked, the case is closed. */
    private void close() {
        firstTalks.perform(0, at("2025-11-08T20:00"));
        followUpAndClose(firstTalks, "夜间已不再吠叫", "2025-11-10T10:00");
    }

    private void followUpAndClose(DogTalks talks, String note, String moment) {
        Instant at = at(moment);
        teller.refused("to close before both were asked", dog.state().close(OFFICER, at));
        dog.then(c -> c.checkPerformance(talks.state(), OFFICER, at));
        CaseSteps steps = hardest().steps();
        for (int asked = 0; asked < steps.followUps(); asked++) {
            dog.then(c -> c.followUp(OFFICER, Answer.CONTENT, note, at));
        }
        if (steps.required().contains(CaseStep.REVIEW_BEFORE_CLOSE)) {
            teller.refused(
                    "to close before somebody else reviewed it", dog.state().close(OFFICER, at));
            dog.then(c -> c.review(PersonId.of("grid-leader"), "双方和解，予以结案", at));
        }
        takeLocal("结案", at);
        dog.then(c -> c.close(OFFICER, at));
        says(at, "both are content");
    }

    /** Whatever the place adds before a gate, in its order. */
    private void takeLocal(String gate, Instant at) {
        for (LocalStep step : hardest().steps().local().missing(gate, List.of())) {
            if (step.hasPost()) {
                PersonId holder = teams.holder(step.post());
                teller.refused(
                        "to take a step for whoever has the post",
                        dog.state().take(step, OFFICER, teams.with(step.post(), at), "已办理", at));
                dog.then(c -> c.take(step, holder, teams.with(step.post(), at), "已办理", at));
            } else {
                dog.then(c -> c.take(step, OFFICER, "已办理", at));
            }
            teller.says(at, "the place asks for " + step);
        }
    }

    private void says(Instant at, String what) {
        Measurement settled = settlement(Teller.dayOf(at));
        teller.says(at, what + "; the case is " + dog.state().stage() + "; " + settled);
    }

    /** The second promise is not kept: what was settled is so no longer. */
    private void breakPromise() {
        teller.chapter("4. One promise is broken");
        Instant late = at("2025-11-26T22:00");
        firstTalks.findBroken(1, late);
        dog.then(c -> c.reopen(firstTalks.state(), NEIGHBOUR, "止吠训练未完成，夜间又吠叫", late));
        says(late, "opened again");
    }

    /** The same hall, one promise, and closed for good. */
    private void agreeAgain() {
        Instant visited = at("2025-11-27T19:00");
        dog.then(c -> c.accept(OFFICER, visited));
        dog.then(c -> c.visit(Set.of(OFFICER), "再次走访双方", visited));
        takeLocal("调解", visited);
        secondTalks.propose(visited);
        dog.then(c -> c.mediate(secondTalks.state(), visited));
        Instant inTheHall = at("2025-11-28T19:00");
        secondTalks.agree(inTheHall, DogTalks.promise("由训犬师完成止吠训练", "2025-11-30"));
        dog.then(c -> c.conclude(secondTalks.state(), inTheHall));
        says(inTheHall, "agreed again");
        secondTalks.perform(0, at("2025-11-30T15:00"));
        followUpAndClose(secondTalks, "双方和好", "2025-12-01T10:00");
    }

    /** What is nobody's dispute is for the neighbours to talk over. */
    private void talkInTheCourtyard() {
        teller.chapter("5. What the dog leaves behind is talked over in the courtyard");
        courtyard.tell();
    }

    private void showAll() {
        teller.chapter("6. What everybody may read");
        PersonId stranger = PersonId.of("stranger");
        teller.refused("to show somebody else the record", dog.state().recordFor(stranger));
        teller.shows("the case", publicViews());
    }

    /** The disputes settled, of those received, on a day. */
    Measurement settlement(LocalDate day) {
        return CaseMeasures.settlement(day, List.of(dog.history()), List.of());
    }

    /** All that anybody may read of it. */
    List<String> publicViews() {
        PublicCase view = dog.state().publicView(Teller.WEEKENDS);
        List<String> lines = new ArrayList<>();
        lines.add(view.sentence(Outcomes.TEXTS));
        view.steps().forEach(step -> lines.add(step.on() + " " + step.sentence(Outcomes.TEXTS)));
        lines.add(firstTalks.publicView());
        lines.add(secondTalks.publicView());
        lines.add(courtyard.publicView());
        return lines;
    }

    List<CaseEvent> history() {
        return dog.history();
    }

    DogCourtyard courtyard() {
        return courtyard;
    }

    /** The teams that the case called or had a step taken in. */
    List<Team> teams() {
        return teams.formed();
    }

    GridCase dog() {
        return dog.state();
    }

    Mediation talks(int round) {
        return (round == 1 ? firstTalks : secondTalks).state();
    }
}
