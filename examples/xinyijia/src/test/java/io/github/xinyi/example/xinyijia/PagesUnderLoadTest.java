package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages bear while entries are written; runs of two seconds, longer ones with {@code
 * -Dxinyi.load.seconds=60}.
 */
class PagesUnderLoadTest {

    private static final int CLIENTS = 64;
    private static final int FOLLOWERS = 500;
    private static final int PAGE = 50;
    private static final int TRIES = 3;
    private static final Duration RUN =
            Duration.ofSeconds(Integer.getInteger("xinyi.load.seconds", 2));
    private static final Duration BETWEEN_ENTRIES = Duration.ofMillis(20);

    /** P18: at least half as many pages as a query by hand gives. */
    private static final BigDecimal FLOOR = new BigDecimal("0.5");

    @TempDir private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static Xinyijia server;

    private static int written;

    @BeforeAll
    static void start() throws IOException {
        server =
                Xinyijia.start(
                        new Options(0, data, false),
                        new PrintStream(OutputStream.nullOutputStream()));
        for (int i = 0; i < PAGE; i++) {
            write();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TrustOffice office() {
        return server.community().office();
    }

    private static URI page(String path) {
        return server.address().resolve("/api/communities/" + office().community().id() + path);
    }

    private static long write() {
        written++;
        PublicIncome income =
                new PublicIncome(
                        "load-" + written,
                        PublicIncome.Source.PARKING,
                        Visibility.open(),
                        new SourceDocument("bank-line", "load-" + written),
                        LocalDate.of(SampleCommunity.YEAR + 1, 1, 5),
                        Money.ofFen(500),
                        "临时停车");
        Book book = office().book();
        EntryId id = EntryId.of("income/" + income.number());
        Refused.orThrow(book.post(income.entry(office().salt(id)), Instant.now()));
        return written;
    }

    /** Writes an entry now and then until it is closed. */
    private static final class Writing implements AutoCloseable {
        private final Thread thread = new Thread(this::run);
        private volatile boolean over;

        Writing() {
            thread.start();
        }

        private void run() {
            while (!over) {
                write();
                LockSupport.parkNanos(BETWEEN_ENTRIES.toNanos());
            }
        }

        @Override
        public void close() {
            over = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void sixtyFourReadersGetEveryPageWhileEntriesAreWritten() {
        List<URI> pages =
                List.of(
                        page("/overview"),
                        page("/budget"),
                        page("/records?limit=" + PAGE),
                        page("/disbursements"),
                        page("/flows"),
                        page("/collection"),
                        page("/checkpoints"));
        int before = written;
        Readers.Told told;
        try (Writing writing = new Writing()) {
            told = new Readers(CLIENTS).read(pages, RUN);
        }

        System.out.printf(
                "pages under load: %d answers in %d s, p99 %d ms, %d entries written%n",
                told.nanos().size(), RUN.toSeconds(), told.p99Millis(), written - before);
        assertThat(told.faults()).isEmpty();
        assertThat(told.nanos()).hasSizeGreaterThan(CLIENTS);
        assertThat(written).isGreaterThan(before);
    }

    @Test
    void recordsComeAtHalfTheSpeedOfAQueryByHandAtLeast() throws IOException, InterruptedException {
        ChartOfAccounts chart = office().book().read(office().book()::chartIn);
        Readers readers = new Readers(CLIENTS);
        URI ours = page("/records?limit=" + PAGE);
        try (PlainRecordPage plain =
                new PlainRecordPage(
                        server.database(), chart, office().community().id().value(), PAGE)) {
            URI byHand = plain.start();
            assertThat(records(readers, ours)).hasSize(PAGE).isEqualTo(records(readers, byHand));

            List<BigDecimal> ratios = new ArrayList<>();
            while (ratios.size() < TRIES
                    && ratios.stream().noneMatch(r -> r.compareTo(FLOOR) >= 0)) {
                ratios.add(pair(readers, ours, byHand));
            }
            System.out.printf("P18 records against a query by hand: %s%n", ratios);
            assertThat(ratios).anyMatch(ratio -> ratio.compareTo(FLOOR) >= 0);
        }
    }

    private static BigDecimal pair(Readers readers, URI ours, URI byHand) {
        try (Writing writing = new Writing()) {
            Readers.Told first = readers.read(List.of(ours), RUN);
            Readers.Told second = readers.read(List.of(byHand), RUN);
            assertThat(first.faults()).isEmpty();
            assertThat(second.faults()).isEmpty();
            return first.against(second);
        }
    }

    private static List<JsonNode> records(Readers readers, URI page)
            throws IOException, InterruptedException {
        List<JsonNode> records = new ArrayList<>();
        new ObjectMapper().readTree(readers.get(page).body()).get("records").forEach(records::add);
        return records;
    }

    @Test
    void fiveHundredFollowersOfTheFeedMissNothing() {
        long size = office().book().read(reader -> reader.frontier().size());
        int before = written;
        List<List<Long>> told;
        try (Writing writing = new Writing()) {
            told = new Readers(FOLLOWERS).follow(page("/feed"), size - 1, size + 20);
        }

        assertThat(written - before).isGreaterThan(20);
        assertThat(told)
                .hasSize(FOLLOWERS)
                .allSatisfy(
                        places ->
                                assertThat(places)
                                        .containsExactlyElementsOf(
                                                LongStream.range(size, size + places.size())
                                                        .boxed()
                                                        .toList()));
    }
}
