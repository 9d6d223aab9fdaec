package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.Dispute.OFFICER;
import static io.github.xinyi.example.stories.Teller.at;

import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.mediation.AgreementDuty;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Measurement;
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
 * <p>{@link LocalTeams} is who goes from door to door, {@link DisputeCase} the case in the grid,
 * {@link DisputeTalks} what is agreed in the hall, {@link DogCourtyard} what the neighbours do
 * about the lawn.
 */
final class BarkingDog {

    static final CommunityId COMMUNITY = CommunityId.of("yujing");
    static final PersonId NEIGHBOUR = PersonId.of("neighbour");
    static final Dispute DISPUTE =
            new Dispute(COMMUNITY, CaseId.of("C-2025-11"), NEIGHBOUR, PersonId.of("dog-owner"));

    private final Teller teller;
    private final TeamPattern calling;
    private final LocalTeams teams;
    private final DisputeCase dog;
    private final DisputeTalks firstTalks;
    private final DisputeTalks secondTalks;
    private final DogCourtyard courtyard;

    BarkingDog(Stores stores, Teller teller) {
        this(stores, teller, Locality.honggu(), "议事队");
    }

    /** The same dog in a place with other limits, steps and teams, one of them for disputes. */
    BarkingDog(Stores stores, Teller teller, Locality locality, String disputes) {
        this.teller = teller;
        this.calling = locality.team(disputes).orElseThrow();
        this.teams = new LocalTeams(stores, COMMUNITY, locality.teams());
        this.dog = new DisputeCase(stores, DISPUTE, locality.limits(), teams, teller);
        this.firstTalks = dog.talks(1);
        this.secondTalks = dog.talks(2);
        this.courtyard = new DogCourtyard(stores, teller, locality.talks(), teams);
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
        CasePlace place =
                new CasePlace("3号楼", new TreeSet<>(Set.of(UnitId.of("3-201"), UnitId.of("3-301"))));
        dog.hear(
                DISPUTE.found(CaseCategory.ANIMALS, place, "楼下宠物犬午间、深夜吠叫", at("2025-11-05T14:00")));
    }

    SlaGrade hardest() {
        return dog.hardest();
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
        dog.mediate(firstTalks, at);
        teller.refused(
                "to talk before both neighbours have consented",
                firstTalks
                        .state()
                        .meet(Set.of(NEIGHBOUR, DisputeTalks.MEDIATOR), "小区议事厅", "-", at));
    }

    /** Both consent, meet in the hall and sign. */
    private void agree() {
        teller.chapter("3. Agreed in the hall, in writing");
        Instant inTheHall = at("2025-11-07T19:00");
        dog.agree(
                firstTalks,
                inTheHall,
                promise("午间和夜间将犬只安置在室内", "2025-11-09"),
                promise("完成犬只止吠训练", "2025-11-25"));
        says(inTheHall, "two promises signed");
    }

    private static AgreementDuty promise(String content, String due) {
        return DISPUTE.promise(content, LocalDate.parse(due));
    }

    /** The first promise is kept, both are asked, the case is closed. */
    private void close() {
        firstTalks.perform(0, at("2025-11-08T20:00"));
        close(firstTalks, "夜间已不再吠叫", at("2025-11-10T10:00"));
    }

    private void close(DisputeTalks talks, String note, Instant at) {
        dog.close(talks, note, at);
        says(at, "both are content");
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
        dog.mediate(secondTalks, visited);
        Instant inTheHall = at("2025-11-28T19:00");
        dog.agree(secondTalks, inTheHall, promise("由训犬师完成止吠训练", "2025-11-30"));
        says(inTheHall, "agreed again");
        secondTalks.perform(0, at("2025-11-30T15:00"));
        close(secondTalks, "双方和好", at("2025-12-01T10:00"));
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
        List<String> lines = new ArrayList<>(dog.publicView());
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
