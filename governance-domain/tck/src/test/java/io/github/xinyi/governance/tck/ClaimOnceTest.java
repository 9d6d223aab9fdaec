package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.cobuilding.Cobuilding;
import io.github.xinyi.governance.cobuilding.CobuildingEvent;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedMatched;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceListed;
import io.github.xinyi.governance.cobuilding.Tag;
import io.github.xinyi.governance.cobuilding.Terms;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.identity.OrganizationId;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.records.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many claim one resource at the same moment, each by what it has read. */
class ClaimOnceTest {

    private static final int CLAIMS = 8;
    private static final long CAPACITY = 3;
    private static final CommunityId DISTRICT = CommunityId.of("D1");
    private static final StreamName STREAM = RecordKind.COBUILDING.stream(DISTRICT, "2025");
    private static final ListingId RESOURCE = ListingId.of("R1");
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");

    private final EventStore store = new InMemoryEventStore(GovernanceEvents.codec());

    @Test
    void aResourceForThreeIsClaimedByThreeOfEight() throws Exception {
        listAll();
        CyclicBarrier start = new CyclicBarrier(CLAIMS);
        ExecutorService threads = Executors.newFixedThreadPool(CLAIMS);
        List<Future<Boolean>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < CLAIMS; i++) {
                ListingId need = ListingId.of("N" + i);
                Callable<Boolean> claim =
                        () -> {
                            start.await();
                            return claim(need);
                        };
                answers.add(threads.submit(claim));
            }
            int won = 0;
            for (Future<Boolean> answer : answers) {
                won += answer.get() ? 1 : 0;
            }

            assertThat(won).isEqualTo((int) CAPACITY);
            assertThat(state().free(RESOURCE)).isZero();
            assertThat(history().stream().filter(NeedMatched.class::isInstance))
                    .hasSize((int) CAPACITY);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads, decides, appends; whoever comes too late reads again, until the rules refuse it. */
    private boolean claim(ListingId need) {
        NeedMatched matched = new NeedMatched(DISTRICT, need, RESOURCE, AT);
        while (true) {
            List<CobuildingEvent> read = history();
            if (!Cobuilding.from(DISTRICT, read).propose(matched).isAccepted()) {
                return false;
            }
            Append append =
                    new Append(
                            STREAM,
                            CommandId.of("claim-" + need + "-" + read.size()),
                            read.size(),
                            List.of(matched));
            if (store.append(append).isAccepted()) {
                return true;
            }
        }
    }

    private void listAll() {
        OrganizationId provider = OrganizationId.of("ORG-H");
        Wording title = new Wording("床位");
        add(new ResourceListed(DISTRICT, RESOURCE, provider, title, terms(CAPACITY), AT));
        for (int i = 0; i < CLAIMS; i++) {
            add(new NeedListed(DISTRICT, ListingId.of("N" + i), title, terms(1), AT));
        }
    }

    private void add(CobuildingEvent event) {
        int version = history().size();
        CobuildingEvent accepted =
                state().propose(event).orElseThrow(r -> new IllegalStateException(r.toString()));
        store.append(
                new Append(STREAM, CommandId.of("list-" + version), version, List.of(accepted)));
    }

    private Cobuilding state() {
        return Cobuilding.from(DISTRICT, history());
    }

    private List<CobuildingEvent> history() {
        return store.history(STREAM, CobuildingEvent.class);
    }

    private static Terms terms(long quantity) {
        return new Terms(
                DISTRICT,
                new TreeSet<>(Set.of(new Tag("养老"))),
                quantity,
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2026, 1, 1));
    }
}
