package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.tck.InMemoryEventStore;
import io.github.xinyi.trust.records.TrustEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of a story, passed on one by one to another store, give the same states there. */
class ReplayTest {

    private final Stores stores = Stores.inMemory();
    private final Teller silent = new Notebook().teller();

    private Stores passedOn(CommunityId community) {
        EventStore copy = new InMemoryEventStore(TrustEvents.codec());
        long seen = 0;
        for (List<StoredEvent> page = stores.events().feed(community, Page.after(seen));
                !page.isEmpty();
                page = stores.events().feed(community, Page.after(seen))) {
            page.forEach(stored -> Outcomes.accepted(copy.append(again(stored))));
            seen = page.get(page.size() - 1).sequence();
        }
        return new Stores(
                copy,
                stores.rosters(),
                stores.meetings(),
                stores.contracts(),
                stores.budgets(),
                stores.books(),
                stores.payments(),
                stores.checkpoints());
    }

    private static Append again(StoredEvent stored) {
        return new Append(
                stored.stream(), stored.command(), stored.version() - 1, List.of(stored.event()));
    }

    @Test
    void ofTheInsulationRepair() {
        InsulationRepair told = new InsulationRepair(stores, silent);
        told.chapters().forEach(Runnable::run);

        InsulationRepair replayed =
                new InsulationRepair(passedOn(InsulationRepair.HOMES.community()), silent);

        assertThat(replayed.repair().state()).isEqualTo(told.repair().state());
        assertThat(replayed.decision().state()).isEqualTo(told.decision().state());
        assertThat(replayed.noise().dispute()).isEqualTo(told.noise().dispute());
        assertThat(replayed.noise().talks()).isEqualTo(told.noise().talks());
        assertThat(replayed.publicViews()).isEqualTo(told.publicViews());
    }

    @Test
    void ofTheBarkingDog() {
        BarkingDog told = new BarkingDog(stores, silent);
        told.chapters().forEach(Runnable::run);

        BarkingDog replayed = new BarkingDog(passedOn(BarkingDog.COMMUNITY), silent);

        assertThat(replayed.dog()).isEqualTo(told.dog());
        assertThat(replayed.talks(1)).isEqualTo(told.talks(1));
        assertThat(replayed.talks(2)).isEqualTo(told.talks(2));
        assertThat(replayed.courtyard().history()).isEqualTo(told.courtyard().history());
        assertThat(replayed.publicViews()).isEqualTo(told.publicViews());
    }

    @Test
    void ofTheTrustPilot() {
        TrustPilot told = new TrustPilot(stores, silent);
        told.chapters().forEach(Runnable::run);

        TrustPilot replayed = new TrustPilot(passedOn(TrustPilot.HOMES.community()), silent);

        assertThat(replayed.conferences().state().sittings())
                .isEqualTo(told.conferences().state().sittings());
        assertThat(replayed.conferences().state().items())
                .isEqualTo(told.conferences().state().items());
        assertThat(replayed.guides().state().on(PilotFigures.AFTER))
                .isEqualTo(told.guides().state().on(PilotFigures.AFTER));
        assertThat(replayed.publicViews()).isEqualTo(told.publicViews());
    }
}
