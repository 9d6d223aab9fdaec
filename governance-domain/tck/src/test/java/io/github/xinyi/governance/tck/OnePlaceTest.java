package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.checkin.CheckInEvent;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberCheckedIn;
import io.github.xinyi.governance.checkin.CheckInRegister;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.records.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One member reports to eight communities of a district at the same moment. */
class OnePlaceTest {

    private static final int PLACES = 8;
    private static final CommunityId DISTRICT = CommunityId.of("HONGGU");
    private static final StreamName STREAM = RecordKind.CHECK_IN.stream(DISTRICT, "register");
    private static final PersonId MEMBER = PersonId.of("PM1");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");

    private final EventStore store = new InMemoryEventStore(GovernanceEvents.codec());

    @Test
    void ofEightCheckInsOfOneMemberOneIsKept() throws Exception {
        CyclicBarrier start = new CyclicBarrier(PLACES);
        ExecutorService threads = Executors.newFixedThreadPool(PLACES);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 1; i <= PLACES; i++) {
                CommunityId place = CommunityId.of("C0" + i);
                answers.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return checkIn(place);
                                }));
            }
            int kept = 0;
            for (Future<Boolean> answer : answers) {
                kept += answer.get() ? 1 : 0;
            }

            assertThat(kept).isEqualTo(1);
            assertThat(history()).hasSize(1);
            assertThat(CheckInRegister.from(DISTRICT, history()).membersOn(DAY))
                    .containsOnlyKeys(MEMBER);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads, decides, appends; whoever comes too late reads again, until the rules refuse it. */
    private boolean checkIn(CommunityId place) {
        MemberCheckedIn event = new MemberCheckedIn(DISTRICT, place, MEMBER, DAY, AT);
        while (true) {
            List<CheckInEvent> read = history();
            if (!CheckInRegister.from(DISTRICT, read).propose(event).isAccepted()) {
                return false;
            }
            CommandId command = CommandId.of("at-" + place + "-" + read.size());
            Append append = new Append(STREAM, command, read.size(), List.of(event));
            if (store.append(append).isAccepted()) {
                return true;
            }
        }
    }

    private List<CheckInEvent> history() {
        return store.history(STREAM, CheckInEvent.class);
    }
}
