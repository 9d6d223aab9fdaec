package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.Teller.at;

import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A community of 24 homes tries the trust model: a guidance team (1+3+N) prepares it, four-party
 * conferences talk it over, the owners adopt contract and budget, the book runs for its first
 * months, and the pilots are compared with the others.
 *
 * <p>{@link PilotConferences} is who talks, {@link PilotVotes} who decides, {@link PilotMoney} who
 * pays, {@link PilotFigures} what came of it.
 */
final class TrustPilot {

    static final Homes HOMES = Homes.of("pilot-1", 3, 8);

    private static final Seat LEADER = Seat.in("联系指导员");
    private static final Seat VOLUNTEER = Seat.in("志愿者");

    private final Teller teller;
    private final LocalTeam guides;
    private final PilotConferences conferences;
    private final PilotVotes votes;
    private final PilotMoney money;
    private final PilotFigures figures;

    TrustPilot(Stores stores, Teller teller) {
        this.teller = teller;
        this.guides = new LocalTeam(stores, HOMES.community(), "G-2024");
        this.conferences = new PilotConferences(stores, teller);
        this.votes = new PilotVotes(stores, teller);
        this.money = new PilotMoney(stores, votes, teller);
        this.figures = new PilotFigures(guides, votes, money, teller);
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

    /** One deputy head of the township, three advisers, and some volunteers. */
    private void guide() {
        teller.chapter("2. A guidance team of 1+3+N");
        Instant at = at("2024-09-02T09:00");
        guides.form(TeamPattern.onePlusThreePlusN(), at);
        guides.seat(LEADER, LocalTeam.person("deputy-head", "镇街副职班子成员"), at);
        guides.seat(adviser("法律"), LocalTeam.person("adviser-law", "律师"), at);
        guides.seat(adviser("财务"), LocalTeam.person("adviser-finance", "会计师"), at);
        teller.refused(
                "to seat an adviser whom the serving firm employs",
                guides.offer(adviser("工程"), LocalTeam.employee("firm-engineer", "工程师"), at));
        teller.refused(
                "to seat a second leader",
                guides.offer(LEADER, LocalTeam.person("other-head", "镇街副职班子成员"), at));
        guides.seat(adviser("工程"), LocalTeam.person("adviser-works", "工程师"), at);
        guides.seat(VOLUNTEER, LocalTeam.person("volunteer-1", "退休党员"), at);
        guides.seat(VOLUNTEER, LocalTeam.person("volunteer-2", "双报到党员"), at);
        teller.says(
                at, guides.state().serving(Teller.dayOf(at)).size() + " people guide the pilot");
    }

    private static Seat adviser(String kind) {
        return new Seat("专业顾问", kind);
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
