package org.example.host;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.money.Money;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A host with a table of its own. Its row and the entry of the book stand or fall together, in the
 * transaction that Spring began.
 */
@SpringBootApplication
public class Host {

    private static final CommunityId COMMUNITY = CommunityId.of("anheyuan");

    public static void main(String[] args) {
        SpringApplication.run(Host.class, args).close();
    }

    @Bean
    CommandLineRunner work(DataSource source, JdbcTemplate jdbc, TransactionTemplate transaction) {
        return args -> {
            JdbcStores.on(source).migrate();
            jdbc.execute("create table host_account (community varchar(40), opened date)");

            transaction.executeWithoutResult(
                    status -> {
                        open(source, jdbc);
                        status.setRollbackOnly();
                    });
            System.out.println("rolled back: " + rows(jdbc) + " rows, " + entries(source));

            transaction.executeWithoutResult(status -> open(source, jdbc));
            System.out.println("committed: " + rows(jdbc) + " rows, " + entries(source));
            System.out.println("faults: " + JdbcStores.on(source).verify(COMMUNITY).stream().count());
        };
    }

    private static void open(DataSource source, JdbcTemplate jdbc) {
        var day = LocalDate.parse("2025-01-01");
        jdbc.update("insert into host_account values (?, ?)", COMMUNITY.value(), day);
        var stores = JdbcStores.joining(DataSourceUtils.getConnection(source));
        new Book(COMMUNITY, ChartOfAccounts.standard(), stores.books())
                .post(opening(day), Instant.now())
                .orElseThrow(Host::refused);
    }

    private static EntryDraft opening(LocalDate day) {
        byte[] random = new byte[Salt.BYTES];
        new SecureRandom().nextBytes(random);
        return new OpeningBalance(FundClass.SERVICE_FUND, day, Money.ofFen(1_000_000))
                .entry(Salt.of(random));
    }

    private static Integer rows(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select count(*) from host_account", Integer.class);
    }

    private static String entries(DataSource source) {
        var book = new Book(COMMUNITY, ChartOfAccounts.standard(), JdbcStores.on(source).books());
        return book.read(reader -> reader.records(0, 10)).size() + " entries";
    }

    private static IllegalStateException refused(Ruling ruling) {
        return new IllegalStateException(RuleTexts.governance(Language.EN).render(ruling));
    }
}
