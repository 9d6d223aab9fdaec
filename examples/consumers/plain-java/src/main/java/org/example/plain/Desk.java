package org.example.plain;

import com.sun.net.httpserver.HttpServer;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.rest.XinyiRest;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.money.Money;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.example.founding.Founding;
import org.example.founding.Publication;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A desk program without a container: JDBC by hand, a table of its own, and the JDK's server for
 * what the public may read.
 */
public final class Desk implements AutoCloseable {

    private final DataSource source;
    private final Publication publication;
    private final HttpServer server;

    /** Makes the tables, and serves the book on a port of its own. */
    public Desk(DataSource source) throws SQLException, NoSuchAlgorithmException {
        this.source = source;
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table desk_opening (community varchar(64), opened date)");
        }
        var stores = JdbcStores.on(source).migrate();
        publication = new Publication(Founding.now(), stores);
        var config =
                new ResourceConfig()
                        .registerInstances(XinyiRest.of(publication.directory()).resources());
        server =
                JdkHttpServerFactory.createHttpServer(
                        URI.create("http://127.0.0.1:0/"), config, true);
    }

    /** Our row and the book's entry, in the caller's transaction: both or neither. */
    public void open(Connection connection) throws SQLException {
        var day = LocalDate.parse("2025-01-01");
        try (var insert = connection.prepareStatement("insert into desk_opening values (?, ?)")) {
            insert.setString(1, Founding.COMMUNITY.value());
            insert.setObject(2, day);
            insert.executeUpdate();
        }
        byte[] random = new byte[Salt.BYTES];
        new SecureRandom().nextBytes(random);
        var opening = new OpeningBalance(FundClass.SERVICE_FUND, day, Money.ofFen(1_000_000));
        var book = publication.book(JdbcStores.joining(connection).books());
        Founding.accepted(book.post(opening.entry(Salt.of(random)), Instant.now()));
    }

    /** Opens the books in one transaction, and signs what the public may see of it. */
    public void open() throws SQLException {
        try (Connection connection = begin()) {
            open(connection);
            connection.commit();
        }
        publication.log().publish(Instant.now());
    }

    private Connection begin() throws SQLException {
        var connection = source.getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    private String kept() throws SQLException {
        var book = publication.book(JdbcStores.on(source).books());
        long entries = book.read(reader -> reader.frontier().size());
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from desk_opening")) {
            rows.next();
            return rows.getInt(1) + " rows, " + entries + " entries";
        }
    }

    /** The address of the server, without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Stops the server, and the threads that Jersey gave it, which would wait for a minute. */
    @Override
    public void close() {
        server.stop(0);
        if (server.getExecutor() instanceof ExecutorService threads) {
            threads.shutdown();
        }
    }

    public static void main(String[] args) throws Exception {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1");
        try (var desk = new Desk(source)) {
            try (Connection connection = desk.begin()) {
                desk.open(connection);
                connection.rollback();
            }
            System.out.println("rolled back: " + desk.kept());
            desk.open();
            System.out.println("committed: " + desk.kept());

            for (String path : new String[] {"overview", "decisions", "records/0/proof", "no"}) {
                var uri = desk.address().resolve("/api/communities/anheyuan/" + path);
                var asked = HttpRequest.newBuilder(uri).build();
                var answer = HttpClient.newHttpClient().send(asked, BodyHandlers.ofString());
                System.out.println(path + ": " + answer.statusCode());
            }
        }
    }
}
