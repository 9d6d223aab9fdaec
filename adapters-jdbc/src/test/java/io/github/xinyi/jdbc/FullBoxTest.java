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

/** A box that was filled before there were counts. */
class FullBoxTest {

    private static final int FILLED = 5_000;
    private static final int ADDED = 3;

    /** Of a meeting, its result, the ballot, the counts: a few each. */
    private static final int FEW = 40;

    private static final Meeting CALLED = Samples.meeting();
    private static final MeetingId MEETING = CALLED.id();

    /** Counting them all, each addition looked at every ballot in the box. */
    @ParameterizedTest
    @EnumSource
    void anAdditionLooksAtAFewRowsHoweverFullTheBoxIs(Server server) throws SQLException {
        TestDatabase database = server.database();
        database.stores().migrate().meetings().record(CALLED);
        fill(database);

        long first = ExaminedRows.by(database, stores -> add(stores, FILLED));

        assertThat(first).as("counts them once").isGreaterThanOrEqualTo(FILLED);
        for (int added = 1; added < ADDED; added++) {
            int number = FILLED + added;
            assertThat(ExaminedRows.by(database, stores -> add(stores, number)))
                    .isLessThanOrEqualTo(FEW);
        }
        assertThat(
                        database.ask(
                                "SELECT entries FROM xy_box_count WHERE meeting_id = '"
                                        + MEETING
                                        + "' AND sender = ''"))
                .isEqualTo(String.valueOf(FILLED + ADDED));
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void aBoxThatWasFilledBeforeThereWereCountsKeepsItsLimit(Server server) throws SQLException {
        TestDatabase database = server.database();
        MeetingStore store = database.stores().migrate().meetings(new BoxLimits(20, 1_000, FILLED));
        store.record(CALLED);
        fill(database);

        assertThat(store.add(Samples.COMMUNITY, MEETING, ballot(FILLED)))
                .as("one more than the limit")
                .matches(outcome -> !outcome.isAccepted());
        database.close();
    }

    private static void add(JdbcStores stores, int number) {
        assertThat(
                        stores.meetings(new BoxLimits(20, 1_000, FILLED + ADDED))
                                .add(Samples.COMMUNITY, MEETING, ballot(number))
                                .isAccepted())
                .isTrue();
    }

    private static void fill(TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO xy_ballot (community, meeting_id, ballot_id, unit_id,"
                                    + " voter, channel, received_second, received_nano, signature,"
                                    + " mandate, mandate_person) VALUES ('"
                                    + Samples.COMMUNITY
                                    + "', '"
                                    + MEETING
                                    + "', ?, ?, ?, 'ONLINE', 1, 0, 'SIGNED', 'OWN', ?)")) {
                for (int i = 0; i < FILLED; i++) {
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
        if (database.server() == Server.POSTGRESQL) {
            database.execute("ANALYZE xy_ballot"); // as its autovacuum does after so many rows
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
