package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a docket holds, computed here as docs/leaf-format.md has it. */
class DocketTest {

    private final TestDatabase database = TestDatabase.inMemory();
    private final JdbcStores stores = database.stores().migrate();

    @AfterEach
    void close() {
        database.close();
    }

    /** Bytes as the format writes them. */
    private static final class Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bytes raw(byte[] more) {
            bytes.writeBytes(more);
            return this;
        }

        Bytes u32(int number) {
            return raw(ByteBuffer.allocate(4).putInt(number).array());
        }

        Bytes u64(long number) {
            return raw(ByteBuffer.allocate(8).putLong(number).array());
        }

        Bytes text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return u32(utf8.length).raw(utf8);
        }

        byte[] sha256() throws NoSuchAlgorithmException {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        }
    }

    private static byte[] column(String name, String cell) throws NoSuchAlgorithmException {
        int length = 4 + cell.getBytes(StandardCharsets.UTF_8).length;
        return new Bytes()
                .text("xinyi/docket-column/v1")
                .text(name)
                .u32(1)
                .u32(length)
                .text(cell)
                .sha256();
    }

    @Test
    void aLeafIsWhatTheFormatSays() throws SQLException, NoSuchAlgorithmException {
        stores.meetings().record(Samples.meeting());
        stores.meetings()
                .notePaperRequest(
                        Samples.COMMUNITY, Samples.meeting().id(), Samples.ballot().unit());

        byte[] meeting = column("meeting_id", "2024-OM-01");
        byte[] unit = column("unit_id", "1-1-101");
        byte[] content =
                new Bytes()
                        .text("xinyi/docket-rows/v1")
                        .text("paper_request")
                        .text("meeting_id")
                        .raw(meeting)
                        .text("paper_request")
                        .text("unit_id")
                        .raw(unit)
                        .sha256();
        byte[] leaf =
                new Bytes()
                        .raw(new byte[1])
                        .text("xinyi/docket/v1")
                        .text("安和苑")
                        .u64(1)
                        .text("PAPER_REQUEST")
                        .text("10:2024-OM-017:1-1-101")
                        .u32(8)
                        .raw(Arrays.copyOf(meeting, 4))
                        .raw(Arrays.copyOf(unit, 4))
                        .raw(content)
                        .sha256();

        assertThat(database.ask("SELECT RAWTOHEX(leaf) FROM xy_docket_item WHERE docket_index = 1"))
                .isEqualToIgnoringCase(HexFormat.of().formatHex(leaf));
    }

    @Test
    void whatIsKeptTwiceIsEnteredOnce() {
        stores.contracts().save(Samples.terms("HT-1", 8));
        stores.contracts().save(Samples.terms("HT-1", 8));

        assertThat(stores.docketHead(Samples.COMMUNITY).size()).isEqualTo(1);
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aHeadKeptEarlierIsThatOfALongerDocketAtItsSize() {
        stores.contracts().save(Samples.terms("HT-1", 8));
        OutsideHeads earlier =
                new OutsideHeads(List.of(), List.of(stores.docketHead(Samples.COMMUNITY)));

        stores.contracts().save(Samples.terms("HT-2", 9));
        OutsideHeads later =
                new OutsideHeads(List.of(), List.of(stores.docketHead(Samples.COMMUNITY)));

        assertThat(stores.verify(Samples.COMMUNITY, earlier)).isEmpty();
        assertThat(stores.verify(Samples.COMMUNITY, later)).isEmpty();
    }
}
