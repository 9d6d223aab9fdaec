package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.example.xinyijia.SampleServer.Running;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.export.BeancountJournal;
import io.github.xinyi.trust.export.PlainTextJournal;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample's books read by three programs of others. */
@ExtendWith(SampleServer.class)
class PlainTextJournalTest {

    private static final Pattern LINE =
            Pattern.compile(
                    "\"?([a-z][\\w:-]*)\"?[,\\t]\"?(-?[0-9]+(?:\\.[0-9]{1,2})?) ?(?:CNY)?\"?");

    @Test
    @NeedsProgram(value = "hledger", debianPackage = "hledger")
    void hledgerAcceptsTheJournalAndGivesTheSameBalances(Running running, @TempDir Path folder)
            throws Exception {
        Path journal = journalOf(running.server().community().office().book(), folder);

        Programs.run("hledger", "-f", journal.toString(), "check", "--strict");
        String balances =
                Programs.run(
                        "hledger",
                        "-f",
                        journal.toString(),
                        "balance",
                        "--flat",
                        "--no-total",
                        "--output-format=csv",
                        "--empty");

        assertThat(parsed(balances)).isEqualTo(ours(running.server().community().office().book()));
    }

    @Test
    @NeedsProgram(value = "ledger", debianPackage = "ledger")
    void ledgerGivesTheSameBalances(Running running, @TempDir Path folder) throws Exception {
        Path journal = journalOf(running.server().community().office().book(), folder);

        String balances =
                Programs.run(
                        "ledger",
                        "-f",
                        journal.toString(),
                        "balance",
                        "--flat",
                        "--no-total",
                        "--empty",
                        "--balance-format",
                        "%(account)\\t%(quantity(display_total))\\n");

        assertThat(parsed(balances)).isEqualTo(ours(running.server().community().office().book()));
    }

    @Test
    @NeedsProgram(value = "bean-check", debianPackage = "beancount")
    void beancountChecksTheBalanceOfEveryAccount(Running running, @TempDir Path folder)
            throws Exception {
        Book book = running.server().community().office().book();
        StringBuilder text = new StringBuilder();
        book.read(
                reader -> {
                    new BeancountJournal(book.chart()).write(reader, text);
                    return true;
                });
        Path journal = Files.writeString(folder.resolve("book.beancount"), text);

        String said = Programs.run("bean-check", journal.toString());

        assertThat(said).isEmpty();
        assertThat(text.toString().lines().filter(l -> l.contains(" balance ")))
                .hasSize(book.read(reader -> reader.balances().size()));
        Path wrong =
                Files.writeString(
                        folder.resolve("wrong.beancount"),
                        text.append("2026-01-02 balance Assets:Service:Cash  0.01 CNY\n"));
        assertThatThrownBy(() -> Programs.run("bean-check", wrong.toString()))
                .hasMessageContaining("Balance failed");
    }

    private static Path journalOf(Book book, Path folder) throws Exception {
        Path journal = folder.resolve("book.journal");
        try (Writer out = Files.newBufferedWriter(journal, StandardCharsets.UTF_8)) {
            book.read(
                    reader -> {
                        new PlainTextJournal(book.chart()).write(reader, out);
                        return true;
                    });
        }
        return journal;
    }

    /** Balances in fen by account, those at zero left out. */
    private static Map<String, Long> ours(Book book) {
        Map<String, Long> balances = new TreeMap<>();
        book.read(
                reader -> {
                    reader.balances()
                            .forEach(b -> balances.put(colons(b.account()), b.net().minor()));
                    return true;
                });
        balances.values().removeIf(fen -> fen == 0);
        assertThat(balances).hasSizeGreaterThan(15);
        return balances;
    }

    private static String colons(AccountCode account) {
        return account.value().replace('.', ':');
    }

    private static Map<String, Long> parsed(String balances) {
        Map<String, Long> parsed = new TreeMap<>();
        for (String line : balances.lines().toList()) {
            Matcher matcher = LINE.matcher(line.strip());
            if (matcher.matches()) {
                parsed.put(
                        matcher.group(1),
                        new BigDecimal(matcher.group(2)).movePointRight(2).longValueExact());
            }
        }
        parsed.values().removeIf(fen -> fen == 0);
        return parsed;
    }
}
