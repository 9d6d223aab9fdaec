package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.checkin.CheckInEvent;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberMoved;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberWithdrawn;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemRegistered;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
import io.github.xinyi.governance.checkin.CheckInRegister;
import io.github.xinyi.governance.checkin.RawCheckIn;
import io.github.xinyi.governance.checkin.Reconciliation;
import io.github.xinyi.governance.checkin.ServiceKind;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.records.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check-ins of a district of many communities, kept in a database and read back. */
class JdbcCheckInsTest {

    private static final int MEMBERS = 450;
    private static final int COMMUNITIES = 120;
    private static final CommunityId DISTRICT = CommunityId.of("HONGGU");
    private static final StreamName STREAM = RecordKind.CHECK_IN.stream(DISTRICT, "register");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Instant NOW = Instant.parse("2025-07-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void aDistrictsCheckInsAreReadBackAsTheyWereRecorded(Server server) {
        List<CheckInEvent> told = told();
        TestDatabase database = server.database();
        try {
            database.stores().migrate();
            keep(database.stores().events(GovernanceEvents.codec()), told);

            List<CheckInEvent> read =
                    database.stores()
                            .events(GovernanceEvents.codec())
                            .history(STREAM, CheckInEvent.class);
            CheckInRegister register = CheckInRegister.from(DISTRICT, read);

            assertThat(read).isEqualTo(told);
            assertThat(register.membersOn(DAY)).hasSize(MEMBERS - 1).doesNotContainKey(member(1));
            assertThat(register.membersOn(DAY)).containsEntry(member(0), place(1));
            assertThat(register.items()).hasSize(1);
        } finally {
            database.close();
        }
    }

    /** Everybody checks in; one moves on a later line of the list, another one withdraws. */
    private static List<CheckInEvent> told() {
        List<RawCheckIn> lines = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            lines.add(new RawCheckIn(member(i), DAY.minusDays(100), place(i)));
        }
        lines.add(new RawCheckIn(member(0), DAY.minusDays(9), place(1)));
        List<CheckInEvent> told = new ArrayList<>(Reconciliation.of(DISTRICT, lines).events());
        assertThat(told).hasAtLeastOneElementOfType(MemberMoved.class);
        told.add(new MemberWithdrawn(DISTRICT, place(1), member(1), DAY, NOW));
        VolunteerTeamId team = VolunteerTeamId.of("Q1");
        Wording words = new Wording("管道问题");
        told.add(new TeamFounded(DISTRICT, place(2), team, words, DAY, NOW));
        told.add(
                new ServiceItemRegistered(
                        DISTRICT,
                        place(3),
                        ServiceItemId.of("F1"),
                        new ServiceKind("管道问题"),
                        words,
                        team,
                        DAY,
                        NOW));
        return told;
    }

    private static void keep(EventStore store, List<CheckInEvent> told) {
        for (int from = 0; from < told.size(); from += Append.MAX_EVENTS) {
            int until = Math.min(told.size(), from + Append.MAX_EVENTS);
            CommandId command = CommandId.of("import-" + from);
            Append append =
                    new Append(STREAM, command, from, List.copyOf(told.subList(from, until)));
            assertThat(store.append(append).isAccepted()).isTrue();
        }
    }

    private static PersonId member(int number) {
        return PersonId.of("PM" + number);
    }

    private static CommunityId place(int number) {
        return CommunityId.of("C" + number % COMMUNITIES);
    }
}
