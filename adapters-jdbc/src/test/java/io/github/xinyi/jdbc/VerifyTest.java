package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.jdbc.BookFault.Kind;
import io.github.xinyi.trust.merkle.MerkleHash;
import io.github.xinyi.trust.merkle.TreeHead;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who may drop triggers changes a row; the examination says where. */
@ParameterizedClass
@EnumSource(Server.class)
class VerifyTest {

    private final TestDatabase database;

    VerifyTest(Server server) {
        this.database = server.disarmedDatabase();
    }

    @BeforeEach
    void fill() {
        Samples.fill(database.stores());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBookThatNobodyTouchedHasNoFault() {
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | LEAF | UPDATE xy_posting SET amount = amount + 1 WHERE log_index = 17",
                "18 | LEAF | UPDATE xy_entry SET narrative = 'x' WHERE log_index = 18",
                "19 | LEAF | UPDATE xy_entry SET recorded_at = recorded_at + 1"
                        + " WHERE log_index = 19",
                "20 | LEAF | UPDATE xy_entry SET unit_id = 'u99' WHERE log_index = 20",
                "21 | LEAF | UPDATE xy_entry SET leaf = salt WHERE log_index = 21",
                "22 | RECORD | UPDATE xy_entry SET effective_date = DATE '2025-03-02'"
                        + " WHERE log_index = 22",
                "23 | RECORD | UPDATE xy_entry SET kind = 'GIFT' WHERE log_index = 23",
                "24 | RECORD | DELETE FROM xy_entry WHERE log_index = 24",
                "25 | LEAF | DELETE FROM xy_posting WHERE log_index = 25 AND line_number = 1",
                "26 | TOTAL | UPDATE xy_posting SET debits_after = debits_after + 1"
                        + " WHERE log_index = 26 AND line_number = 0",
                "27 | NODE | DELETE FROM xy_node WHERE log_index = 27 AND node_level = 1",
                "31 | RECORD | UPDATE xy_node SET hash = SUBSTRING(hash FROM 1 FOR 1)"
                        + " WHERE log_index = 31",
                "31 | NODE | UPDATE xy_node SET hash = (SELECT leaf FROM xy_entry WHERE"
                        + " log_index = 0) WHERE log_index = 31 AND node_level = 3",
                "50 | LEAF | UPDATE xy_batch SET unit_count = 99 WHERE log_index = 50",
                "51 | LEAF | UPDATE xy_batch_total SET amount = amount + 1"
                        + " WHERE log_index = 51 AND line_number = 0",
                "52 | LEAF | UPDATE xy_account_change SET from_date = DATE '2025-03-02'",
                "53 | LEAF | UPDATE xy_period_close SET through_date = DATE '2024-11-30'",
                "54 | BALANCE | UPDATE xy_balance SET credits = credits + 1"
                        + " WHERE account = 'service.cash'",
                "54 | BALANCE | DELETE FROM xy_balance WHERE account = 'service.cash'",
                "0 | HEAD | UPDATE xy_book SET log_size = 52",
                "54 | HEAD | INSERT INTO xy_node SELECT community, 54, node_level, hash"
                        + " FROM xy_node WHERE log_index = 1",
                "5 | RECORD | INSERT INTO xy_batch SELECT community, 5, recorded_at,"
                        + " effective_date, kind, 0, 5, entry_count, unit_count, leaf"
                        + " FROM xy_batch WHERE log_index = 50",
            })
    void namesTheFirstWrongRecord(long index, Kind kind, String tampering) throws SQLException {
        database.execute(tampering);

        assertThat(database.stores().verify(Samples.COMMUNITY))
                .hasValueSatisfying(
                        fault -> {
                            assertThat(fault.kind()).as(fault.toString()).isEqualTo(kind);
                            assertThat(fault.index()).as(fault.toString()).isEqualTo(index);
                        });
    }

    @Test
    void noticesThatTheLogIsNotTheOnePublished() {
        JdbcStores stores = database.stores();
        TreeHead head = Samples.head(stores);
        stores.checkpoints().append(Samples.checkpoint(head, Samples.NOW));
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();

        TreeHead other = new TreeHead(head.size(), MerkleHash.leaf(new byte[] {1}));
        stores.checkpoints().append(Samples.checkpoint(other, Samples.NOW.plusSeconds(1)));

        assertThat(stores.verify(Samples.COMMUNITY)).map(BookFault::kind).contains(Kind.CHECKPOINT);
    }

    @Test
    void noticesThatPublishedRecordsAreGone() {
        JdbcStores stores = database.stores();
        TreeHead longer = new TreeHead(500, MerkleHash.leaf(new byte[] {1}));
        stores.checkpoints().append(Samples.checkpoint(longer, Samples.NOW));

        assertThat(stores.verify(Samples.COMMUNITY)).map(BookFault::kind).contains(Kind.CHECKPOINT);
    }
}
