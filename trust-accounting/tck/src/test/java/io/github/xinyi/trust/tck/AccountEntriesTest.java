package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountEntries;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entries of an account are found without reading the book. */
class AccountEntriesTest {

    private final SampleBook sample =
            new SampleBook(CommunityId.of("S001"), new InMemoryBookStore());

    /** Counts the records that were read. */
    private static final class CountedBook extends AskedBook {

        private int read;

        CountedBook(BookReader target) {
            super(target);
        }

        @Override
        public List<LogRecord> records(long fromIndex, int limit) {
            List<LogRecord> page = super.records(fromIndex, limit);
            read += page.size();
            return page;
        }
    }

    private static List<EntryDraft> byReadingAll(BookReader book, AccountCode account, Side side) {
        return book.records(0, 10_000).stream()
                .flatMap(record -> record.asEntry().stream())
                .map(record -> record.entry().draft())
                .filter(
                        draft ->
                                draft.postings().stream()
                                        .anyMatch(posting -> isOn(posting, account, side)))
                .toList();
    }

    private static boolean isOn(Posting posting, AccountCode account, Side side) {
        return posting.account().equals(account) && posting.side() == side;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatReadingTheWholeBookFinds(long seed) {
        Random random = new Random(seed);
        int entries = random.nextInt(200);
        for (int i = 0; i < entries; i++) {
            sample.post(
                    random.nextInt(10) == 0
                            ? SampleBook.parking("p" + i, 1 + random.nextInt(9))
                            : SampleBook.opening("o" + i, 1 + random.nextInt(9)));
        }

        sample.book()
                .read(
                        book -> {
                            for (AccountCode account :
                                    List.of(
                                            ChartOfAccounts.SERVICE_CASH,
                                            ChartOfAccounts.PUBLIC_CASH,
                                            ChartOfAccounts.FEE_INCOME)) {
                                for (Side side : Side.values()) {
                                    assertThat(AccountEntries.of(book, account, side))
                                            .as("seed %d, %s %s", seed, side, account)
                                            .isEqualTo(byReadingAll(book, account, side));
                                }
                            }
                            return entries;
                        });
    }

    @Test
    void readsAPageForEachEntryAndNotTheBook() {
        for (int i = 0; i < 3_000; i++) {
            sample.post(
                    i % 1_000 == 500
                            ? SampleBook.parking("p" + i, 1)
                            : SampleBook.opening("o" + i, 1));
        }

        int read =
                sample.book()
                        .read(
                                book -> {
                                    CountedBook counted = new CountedBook(book);
                                    assertThat(
                                                    AccountEntries.of(
                                                            counted,
                                                            ChartOfAccounts.PUBLIC_CASH,
                                                            Side.DEBIT))
                                            .hasSize(3);
                                    return counted.read;
                                });

        assertThat(read).isPositive().isLessThanOrEqualTo(3 * 16);
    }
}
