package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the writer sends to PostgreSQL: how often, and how many statements, counted and not timed.
 */
class GroupStatementsTest {

    private static final int MOST = 31;
    private static final int BEFORE = 3;
    private static final List<String> TABLES = List.of("entry", "posting", "node", "balance");

    private final TestDatabase database = Server.POSTGRESQL.bareDatabase();
    private final HeardStatements heard = new HeardStatements(database.source());
    private final JdbcStores stores = JdbcStores.on(heard.source()).migrate();
    private final BookWriter writer = stores.bookWriter();
    private final SampleBook sample = new SampleBook(Samples.COMMUNITY, writer);
    private final ExecutorService callers = Executors.newFixedThreadPool(MOST + 1);

    /**
     * After the first entry the writer knows the book, after the second the book has tried its
     * digest, and the one after the third completes nodes.
     */
    @BeforeEach
    void begin() {
        for (int i = 0; i < BEFORE; i++) {
            assertThat(sample.post(SampleBook.opening("before" + i, 1)).isAccepted()).isTrue();
        }
        heard.sent();
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        writer.close();
        database.close();
    }

    /** Lets so many calls come while another one is at work, and returns what was sent. */
    private List<String> group(String name, int calls) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        all.add(callers.submit(() -> writer.write(Samples.COMMUNITY, s -> hold(begun, end))));
        begun.await();
        for (int i = 0; i < calls; i++) {
            EntryDraft draft = SampleBook.opening(name + i, 1);
            all.add(BlockedThread.submit(callers, () -> accepted(sample.post(draft))));
        }
        end.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        return heard.sent();
    }

    private static boolean hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    private static Acknowledgement accepted(Outcome<Acknowledgement> outcome) {
        return outcome.orElseThrow(r -> new IllegalStateException(r.toString()));
    }

    private static void assertOneStatementATable(String message) {
        String[] statements = message.split("; ", -1);
        assertThat(statements).hasSize(1 + TABLES.size());
        assertThat(statements[0]).startsWith("UPDATE xy_book ");
        for (int i = 0; i < TABLES.size(); i++) {
            assertThat(statements[i + 1]).startsWith("INSERT INTO xy_" + TABLES.get(i) + " ");
        }
    }

    @Test
    void aCallAloneIsALockAMessageAndACommit() {
        assertThat(sample.post(SampleBook.opening("o1", 1)).isAccepted()).isTrue();

        List<String> sent = heard.sent();
        assertThat(sent).hasSize(3);
        assertThat(sent.get(0)).contains("FOR UPDATE; SELECT ");
        assertOneStatementATable(sent.get(1));
        assertThat(sent.get(2)).isEqualTo("commit");
    }

    @Test
    void aGroupOfAnySizeIsALockAQuestionAMessageAndACommit() throws Exception {
        List<String> few = group("few", 7);
        List<String> many = group("many", MOST);

        assertThat(few).hasSize(4);
        assertThat(many).as("the same texts, prepared once").isEqualTo(few);
        assertOneStatementATable(many.get(2));
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
        assertThat(Samples.head(stores).size()).isEqualTo(BEFORE + 7 + MOST);
    }

    @Test
    void entriesOfOneCallAreNotSentOneByOne() {
        List<EntryDraft> drafts =
                IntStream.range(0, 100).mapToObj(i -> SampleBook.opening("o" + i, 1)).toList();

        assertThat(sample.book().postAll(drafts, SampleBook.MOMENT).isAccepted()).isTrue();

        List<String> sent = heard.sent();
        assertThat(sent).hasSize(3);
        assertOneStatementATable(sent.get(1));
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aBalanceThatDoesNotStandWhereItWasReadUndoesTheGroup() throws SQLException {
        database.execute("UPDATE xy_balance SET log_index = log_index + 1");

        assertThatThrownBy(() -> sample.post(SampleBook.opening("o1", 1)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isRetryable()).isTrue());

        assertThat(Samples.head(stores).size()).isEqualTo(BEFORE);
    }

    /** A plan of these may be kept for as long as a connection lives. */
    @Test
    void anEntryIsFoundByItsNameWhileTheTableHasNoStatistics() throws SQLException {
        assertThat(plan("text[], text", AskedEntries.OF_ARRAY, "ARRAY['o1'], 'c'"))
                .contains("xy_entry_once");
        assertThat(
                        plan(
                                "text, text",
                                "SELECT * FROM {entry} WHERE community = ? AND entry_id = ?",
                                "'c', 'o1'"))
                .contains("xy_entry_once");
    }

    private String plan(String types, String template, String values) throws SQLException {
        String query =
                Server.SCHEMA.sql(template).replaceFirst("\\?", "\\$1").replaceFirst("\\?", "\\$2");
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE asked (" + types + ") AS " + query);
            try (ResultSet plan =
                    statement.executeQuery("EXPLAIN EXECUTE asked (" + values + ")")) {
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
            }
            statement.execute("DEALLOCATE asked; RESET plan_cache_mode");
        }
        return String.join("\n", lines);
    }
}
