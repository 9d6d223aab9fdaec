package org.example.host;

import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.rest.XinyiRest;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.money.Money;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.example.founding.Founding;
import org.example.founding.Publication;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A host with a table of its own. Its row and the entry of the book stand or fall together, in the
 * transaction that Spring began; what the public may read is served by the host's own Jersey.
 */
@SpringBootApplication
public class Host {

    public static void main(String[] args) {
        var application = new SpringApplication(Host.class);
        application.setDefaultProperties(Map.of("server.port", "0"));
        application.run(args).close();
    }

    @Bean
    Publication publication(DataSource source) throws NoSuchAlgorithmException {
        return new Publication(Founding.now(), JdbcStores.on(source).migrate());
    }

    @Bean
    ResourceConfig jersey(Publication publication) {
        return new ResourceConfig()
                .registerInstances(XinyiRest.of(publication.directory()).resources());
    }

    @Bean
    CommandLineRunner work(
            DataSource source,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Publication publication,
            Environment environment) {
        return args -> {
            jdbc.execute("create table host_account (community varchar(40), opened date)");

            transaction.executeWithoutResult(
                    status -> {
                        open(source, jdbc, publication);
                        status.setRollbackOnly();
                    });
            System.out.println("rolled back: " + kept(source, jdbc, publication));

            transaction.executeWithoutResult(status -> open(source, jdbc, publication));
            System.out.println("committed: " + kept(source, jdbc, publication));
            var faults = JdbcStores.on(source).verify(Founding.COMMUNITY);
            System.out.println("faults: " + faults.stream().count());

            publication.log().publish(Instant.now());
            for (String path : new String[] {"overview", "decisions", "records/0/proof", "no"}) {
                System.out.println(path + ": " + ask(environment, path));
            }
        };
    }

    private static void open(DataSource source, JdbcTemplate jdbc, Publication publication) {
        var day = LocalDate.parse("2025-01-01");
        jdbc.update("insert into host_account values (?, ?)", Founding.COMMUNITY.value(), day);
        var stores = JdbcStores.joining(DataSourceUtils.getConnection(source));
        var book = publication.book(stores.books());
        Founding.accepted(book.post(opening(day), Instant.now()));
    }

    private static EntryDraft opening(LocalDate day) {
        byte[] random = new byte[Salt.BYTES];
        new SecureRandom().nextBytes(random);
        return new OpeningBalance(FundClass.SERVICE_FUND, day, Money.ofFen(1_000_000))
                .entry(Salt.of(random));
    }

    private static String kept(DataSource source, JdbcTemplate jdbc, Publication publication) {
        var rows = jdbc.queryForObject("select count(*) from host_account", Integer.class);
        var book = publication.book(JdbcStores.on(source).books());
        return rows + " rows, " + book.read(reader -> reader.frontier().size()) + " entries";
    }

    private static int ask(Environment environment, String path) throws Exception {
        var port = environment.getRequiredProperty("local.server.port");
        var uri = URI.create("http://127.0.0.1:" + port + "/api/communities/anheyuan/" + path);
        var asked = HttpRequest.newBuilder(uri).build();
        return HttpClient.newHttpClient().send(asked, BodyHandlers.discarding()).statusCode();
    }
}
