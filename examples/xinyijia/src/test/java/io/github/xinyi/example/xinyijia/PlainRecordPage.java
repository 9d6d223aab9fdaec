package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.xinyi.rest.answer.DisclosedRecord;
import io.github.xinyi.rest.answer.DisclosedRecord.Line;
import io.github.xinyi.rest.answer.DisclosedRecord.OpenEntry;
import io.github.xinyi.rest.answer.RecordPage;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Leaf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * The peer of the page of records: the newest open entries by one join and Jackson, without roles,
 * languages, versions, pages or a bound of what is read; on the same kind of server with as many
 * threads.
 */
final class PlainRecordPage implements AutoCloseable {

    private static final int THREADS = 8;
    private static final HexFormat HEX = HexFormat.of();
    private static final String NEWEST =
            "SELECT e.log_index, e.kind, e.effective_date, e.recorded_at, e.leaf, e.entry_id,"
                    + " e.source_type, e.source_id, e.narrative, e.salt, p.account, p.side,"
                    + " p.amount, p.currency FROM xy_entry e JOIN xy_posting p"
                    + " ON p.community = e.community AND p.log_index = e.log_index"
                    + " WHERE e.community = ? AND e.log_index >="
                    + " (SELECT log_size FROM xy_book WHERE community = ?) - ?"
                    + " ORDER BY e.log_index DESC, p.line_number";

    private final ObjectMapper json = new ObjectMapper();
    private final DataSource database;
    private final ChartOfAccounts chart;
    private final String community;
    private final int limit;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    PlainRecordPage(DataSource database, ChartOfAccounts chart, String community, int limit)
            throws IOException {
        this.database = database;
        this.chart = chart;
        this.community = community;
        this.limit = limit;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    URI start() {
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/records");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = json.writeValueAsBytes(new RecordPage(newest(), null));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private List<DisclosedRecord> newest() throws IOException {
        List<DisclosedRecord> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(NEWEST)) {
            query.setString(1, community);
            query.setString(2, community);
            query.setInt(3, limit);
            try (ResultSet row = query.executeQuery()) {
                boolean there = row.next();
                while (there) {
                    long index = row.getLong("log_index");
                    OpenEntry entry = entry(row);
                    List<Line> lines = new ArrayList<>();
                    while (there && row.getLong("log_index") == index) {
                        lines.add(line(row));
                        there = row.next();
                    }
                    entries.add(with(entry, lines));
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return entries;
    }

    private OpenEntry entry(ResultSet row) throws SQLException {
        return new OpenEntry(
                community,
                row.getLong("log_index"),
                row.getString("kind"),
                "OPEN",
                row.getString("effective_date"),
                Leaf.timestamp(Instant.ofEpochMilli(row.getLong("recorded_at"))),
                HEX.formatHex(row.getBytes("leaf")),
                row.getString("entry_id"),
                row.getString("source_type"),
                row.getString("source_id"),
                "",
                row.getString("narrative"),
                HEX.formatHex(row.getBytes("salt")),
                null,
                List.of(),
                null);
    }

    private static OpenEntry with(OpenEntry entry, List<Line> lines) {
        return new OpenEntry(
                entry.book(),
                entry.index(),
                entry.kind(),
                entry.visibility(),
                entry.effectiveDate(),
                entry.recordedAt(),
                entry.leaf(),
                entry.entryId(),
                entry.sourceType(),
                entry.sourceId(),
                entry.reverses(),
                entry.narrative(),
                entry.narrativeSalt(),
                entry.narrativeCommitment(),
                lines,
                entry.disbursement());
    }

    private Line line(ResultSet row) throws SQLException {
        AccountCode account = AccountCode.of(row.getString("account"));
        return new Line(
                account.value(),
                chart.find(account).orElseThrow().nameZh(),
                row.getString("side"),
                row.getLong("amount"),
                row.getString("currency"),
                "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
