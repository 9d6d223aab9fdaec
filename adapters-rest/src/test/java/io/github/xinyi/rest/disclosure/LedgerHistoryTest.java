package io.github.xinyi.rest.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LedgerHistoryTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int RECORDS = 3 * LedgerHistory.KEPT;

    private final Book book = new SampleBook(CommunityId.of("S1"), new InMemoryBookStore()).book();
    private final LedgerHistory history = new LedgerHistory();

    private void post(int number) {
        post(book, number, START.plusSeconds(number));
    }

    private static void post(Book book, int number, Instant at) {
        book.post(SampleBook.parking("parking/" + number, 100 + number), at)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private PublicLedger folded(Instant at) {
        return book.read(reader -> PublicLedger.empty().upTo(reader, at));
    }

    @Test
    void anEarlierLedgerEqualsTheFoldFromTheBeginning() {
        for (int i = 0; i < RECORDS; i++) {
            post(i);
        }

        for (int i = RECORDS - 1; i >= -1; i--) {
            Instant at = START.plusSeconds(i);
            assertThat(history.at(book, at).orElseThrow().flows()).isEqualTo(folded(at).flows());
        }
        for (int i = 0; i < RECORDS; i++) {
            Instant at = START.plusSeconds(i).plusMillis(500);
            PublicLedger earlier = history.at(book, at).orElseThrow();
            assertThat(earlier.size()).isEqualTo(i + 1);
            assertThat(earlier.balances()).isEqualTo(folded(at).balances());
        }
    }

    @Test
    void theSameEarlierLedgerIsNotFoldedTwice() {
        for (int i = 0; i < RECORDS; i++) {
            post(i);
        }

        PublicLedger first = history.at(book, START.plusSeconds(4)).orElseThrow();
        PublicLedger again = history.at(book, START.plusSeconds(4).plusMillis(1)).orElseThrow();

        assertThat(again).isSameAs(first);
    }

    @Test
    void theLatestLedgerKeepsUpWhileManyRead() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int r = 0; r < 8; r++) {
                readers.add(threads.submit(this::readUntilComplete));
            }
            for (int i = 0; i < RECORDS; i++) {
                post(i);
            }
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(history.latest(book).balances()).isEqualTo(folded(Instant.MAX).balances());
    }

    private boolean readUntilComplete() {
        long seen = 0;
        while (seen < RECORDS) {
            long size = history.latest(book).size();
            if (size < seen) {
                return false;
            }
            seen = size;
        }
        return true;
    }

    @Test
    void aShorterLogIsCountedAnew() {
        post(0);
        post(1);
        history.latest(book);
        Book other = new SampleBook(CommunityId.of("S1"), new InMemoryBookStore()).book();
        post(other, 9, START);

        assertThat(history.latest(other).size()).isEqualTo(1);
    }
}
