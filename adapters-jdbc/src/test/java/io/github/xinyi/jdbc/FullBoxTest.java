package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Boxes that were filled before there were counts, a small one and a large one. */
class FullBoxTest {

    private static final int SMALL = 200;
    private static final int LARGE = 20_000;
    private static final int ADDED = 40;
    private static final Meeting CALLED = Samples.meeting();

    /** Counting them all, a large box took a hundred times as long as a small one. */
    @ParameterizedTest
    @EnumSource
    void anAdditionCostsTheSameHoweverFullTheBoxIs(Server server) throws SQLException {
        TestDatabase database = server.database();
        MeetingStore store =
                database.stores().migrate().meetings(new BoxLimits(20, 10_000, LARGE + ADDED));
        long small = fastest(server, database, store, "small", SMALL);

        long large = fastest(server, database, store, "large", LARGE);

        assertThat(large).as("fastest of %s, small box %s ns", ADDED, small).isLessThan(4 * small);
        assertThat(store.add(Samples.COMMUNITY, MeetingId.of("large"), ballot(LARGE + 99)))
                .as("one more than the limit")
                .matches(outcome -> !outcome.isAccepted());
        assertThat(
                        database.ask(
                                "SELECT entries FROM xy_box_count WHERE meeting_id = 'large' AND"
                                        + " sender = ''"))
                .isEqualTo(String.valueOf(LARGE + ADDED));
        database.close();
    }

    /** The fastest of some additions, in nanoseconds: others may be waiting for the machine. */
    private static long fastest(
            Server server, TestDatabase database, MeetingStore store, String name, int filled)
            throws SQLException {
        MeetingId meeting = MeetingId.of(name);
        store.record(
                new Meeting(
                        meeting,
                        CALLED.community(),
                        CALLED.rosterDate(),
                        CALLED.noticeDate(),
                        CALLED.opensAt(),
                        CALLED.closesAt(),
                        CALLED.motions()));
        fill(database, meeting, filled);
        if (server == Server.POSTGRESQL) {
            database.execute("ANALYZE xy_ballot"); // as its autovacuum does after so many rows
        }
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ADDED; i++) {
            long before = System.nanoTime();
            boolean added = store.add(Samples.COMMUNITY, meeting, ballot(filled + i)).isAccepted();
            fastest = Math.min(fastest, System.nanoTime() - before);
            assertThat(added).isTrue();
        }
        return fastest;
    }

    private static void fill(TestDatabase database, MeetingId meeting, int ballots)
            throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO xy_ballot (community, meeting_id, ballot_id, unit_id,"
                                    + " voter, channel, received_second, received_nano, signature,"
                                    + " mandate, mandate_person) VALUES ('"
                                    + Samples.COMMUNITY
                                    + "', '"
                                    + meeting
                                    + "', ?, ?, ?, 'ONLINE', 1, 0, 'SIGNED', 'OWN', ?)")) {
                for (int i = 0; i < ballots; i++) {
                    insert.setString(1, "V" + i);
                    insert.setString(2, "U" + i);
                    insert.setString(3, "W" + i);
                    insert.setString(4, "W" + i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static Ballot ballot(int number) {
        return new Ballot(
                BallotId.of("V" + number),
                UnitId.of("U" + number),
                PersonId.of("W" + number),
                Channel.ONLINE,
                CALLED.opensAt(),
                Signature.SIGNED,
                new TreeMap<>());
    }
}
