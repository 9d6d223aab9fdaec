package io.github.xinyi.example.stories;

import static io.github.xinyi.governance.team.Admission.Independence.FROM_SERVING_FIRM;

import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A community of 24 homes tries the trust model: a guidance team of the pattern of its place, for
 * example 1+3+N, prepares it, joint conferences talk it over, the owners adopt contract and budget,
 * the book runs for its first months, and the pilots are compared with the others.
 *
 * <p>{@link PilotConferences} is who talks, {@link PilotVotes} who decides, {@link PilotMoney} who
 * pays, {@link PilotFigures} what came of it.
 */
final class TrustPilot {

    static final Homes HOMES = Homes.of("pilot-1", 3, 8);

    private final Teller teller;
    private final TeamPattern guiding;
    private final LocalTeam guides;
    private final PilotConferences conferences;
    private final PilotVotes votes;
    private final PilotMoney money;
    private final PilotFigures figures;

    TrustPilot(Stores stores, Teller teller) {
        this(stores, teller, Locality.honggu(), "1+3+N", "四方联席会议");
    }

    /** The same pilot in a place with other guides and other parties at the table, by their ids. */
    TrustPilot(Stores stores, Teller teller, Locality locality, String guides, String sitting) {
        this.teller = teller;
        this.guiding = locality.team(guides).orElseThrow();
        this.guides = new LocalTeam(stores, HOMES.community(), "G-2024", guiding);
        this.conferences =
                new PilotConferences(stores, locality.conference(sitting).orElseThrow(), teller);
        this.votes = new PilotVotes(stores, teller);
        this.money = new PilotMoney(stores, votes, teller);
        this.figures = new PilotFigures(this.guides, votes, money, teller);
    }

    /** Tells the whole story on the console. */
    public static void main(String[] args) {
        new TrustPilot(Stores.inMemory(), Teller.onConsole()).chapters().forEach(Runnable::run);
    }

    /** The story in its order; between two chapters the program may stop. */
    List<Runnable> chapters() {
        return List.of(
                votes::failWithoutPreparation,
                this::guide,
                conferences::first,
                conferences::second,
                conferences::third,
                votes::adopt,
                money::open,
                money::quarter,
                money::pay,
                figures::compare,
                this::showAll);
    }

    /** Every slot of the place is filled as its table asks. */
    private void guide() {
        teller.chapter("2. A guidance team: " + guiding.id());
        Instant at = Teller.at(conferences.adoptedOn().minusDays(18) + "T09:00");
        guides.form(at);
        guiding.slots().forEach(slot -> fill(slot, at));
        teller.says(
                at, guides.state().serving(Teller.dayOf(at)).size() + " people guide the pilot");
    }

    /** As many as are needed, nobody more, and nobody who depends. */
    private void fill(Slot slot, Instant at) {
        boolean independent = slot.admission().independence() == FROM_SERVING_FIRM;
        int needed = LocalTeam.needed(slot);
        for (int number = 1; number <= needed; number++) {
            if (independent && number == needed) {
                teller.refused(
                        "to seat somebody whom the serving firm employs in " + slot.id(),
                        guides.offer(
                                LocalTeam.seat(slot, number),
                                LocalTeam.employee("firm-engineer", slot),
                                at));
            }
            guides.seat(slot, number, at);
            if (number == slot.seats().most()) {
                teller.refused(
                        "to seat one more in " + slot.id(),
                        guides.offer(
                                LocalTeam.seat(slot, number), guides.person(slot, number + 1), at));
            }
        }
    }

    private void showAll() {
        teller.chapter("7. What everybody may read");
        teller.shows("conferences, book and figures", publicViews());
    }

    /** All that anybody may read of it. */
    List<String> publicViews() {
        List<String> all = new ArrayList<>(conferences.publicView());
        all.addAll(PublicBook.of(money.office().book()));
        all.addAll(figures.publicView());
        return all;
    }

    LocalTeam guides() {
        return guides;
    }

    PilotConferences conferences() {
        return conferences;
    }

    PilotVotes votes() {
        return votes;
    }

    PilotMoney money() {
        return money;
    }

    PilotFigures figures() {
        return figures;
    }
}
