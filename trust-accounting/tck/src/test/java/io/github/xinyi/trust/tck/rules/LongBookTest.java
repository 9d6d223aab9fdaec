package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A book of many entries and of great amounts: posting costs what it cost at first. */
class LongBookTest {

    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final int ENTRIES = 3_000;

    @Test
    void postingIntoALongBookAsksTheStoreNoMoreThanIntoAShortOne() {
        CountedStore store = new CountedStore();
        SampleBook sample = new SampleBook(COMMUNITY, store);
        sample.post(SampleBook.opening("first", 1));
        sample.post(SampleBook.opening("second", 1));
        int third = questionsOf(store, () -> sample.post(SampleBook.opening("third", 1)));

        for (int i = 0; i < ENTRIES; i++) {
            sample.post(SampleBook.opening("o" + i, 1));
        }
        int last = questionsOf(store, () -> sample.post(SampleBook.opening("last", 1)));

        assertThat(sample.book().find(SampleBook.opening("last", 1).id())).isPresent();
        assertThat(last).isPositive().isEqualTo(third);
    }

    @Test
    void theDifferenceOfAClassIsExactBeyondTheRangeOfAnAmount() {
        List<Posting> postings = new ArrayList<>();
        Money most = Money.ofFen(Long.MAX_VALUE);
        postings.addAll(Collections.nCopies(3, Posting.debit(ChartOfAccounts.SERVICE_CASH, most)));
        postings.add(
                Posting.credit(
                        ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND), Money.ofFen(1)));

        assertThat(difference(postings)).isEqualTo("27670116110564327420");
    }

    @Test
    void theDifferenceOfAClassIsExactBelowZero() {
        List<Posting> postings =
                List.of(
                        Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(5_000_000_000L)),
                        Posting.credit(
                                ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND),
                                Money.ofFen(5_000_000_001L)));

        assertThat(difference(postings)).isEqualTo("-1");
    }

    private static String difference(List<Posting> postings) {
        EntryDraft draft =
                SampleBook.draft("o", EntryKind.OPENING, SampleBook.DAY).postings(postings);
        Ruling ruling =
                new SampleBook(COMMUNITY, new InMemoryBookStore())
                        .post(draft)
                        .fold(
                                accepted -> {
                                    throw new IllegalStateException("accepted: " + accepted);
                                },
                                refused -> refused);
        Finding balanced = ruling.notMet().get(0);
        assertThat(balanced.rule()).isEqualTo(LedgerRule.CLASS_BALANCED.code());
        return balanced.evidence().getOrDefault("difference", "not told");
    }

    private static int questionsOf(CountedStore store, Runnable work) {
        int before = store.questions;
        work.run();
        return store.questions - before;
    }

    /** Counts what is asked, and the rows of every answer. */
    private static final class CountedStore implements BookStore {

        private final BookStore target = new InMemoryBookStore();
        private int questions;

        @Override
        public <T> T write(CommunityId book, Function<BookSession, T> work) {
            return target.write(book, session -> work.apply(counted(session)));
        }

        @Override
        public <T> T read(CommunityId book, Function<BookReader, T> work) {
            return target.read(book, work);
        }

        private BookSession counted(BookSession session) {
            return (BookSession)
                    Proxy.newProxyInstance(
                            BookSession.class.getClassLoader(),
                            new Class<?>[] {BookSession.class},
                            (proxy, method, arguments) -> {
                                try {
                                    Object answer = method.invoke(session, arguments);
                                    questions++;
                                    questions +=
                                            answer instanceof Collection<?> rows ? rows.size() : 0;
                                    return answer;
                                } catch (InvocationTargetException thrown) {
                                    throw thrown.getCause();
                                }
                            });
        }
    }
}
