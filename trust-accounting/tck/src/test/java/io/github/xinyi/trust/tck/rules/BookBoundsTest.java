package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BankEvidence;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards F1 and the bounds of a call: what one entry, and one call, may hold. */
class BookBoundsTest {

    private static final YearMonth BEFORE = YearMonth.from(SampleBook.DAY).minusMonths(1);

    private final Asking store = new Asking();
    private final SampleBook sample = new SampleBook(CommunityId.of("S001"), store);

    /** One account twice in one entry: what the first line left is what the second begins with. */
    @ParameterizedTest
    @CsvSource({"400, 600, true", "401, 600, false", "400, 601, false", "1000, 1, false"})
    void cashIsJudgedOverAllLinesOfAnEntry(long first, long second, boolean paid) {
        accept(sample.post(SampleBook.opening("o", 1_000)));
        OutflowOrder order = sample.order("E1", first + second);
        EntryDraft twice =
                SampleBook.draft("pay/E1", EntryKind.PAYMENT, SampleBook.DAY)
                        .postings(
                                Posting.credit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(first)),
                                Posting.debit(SampleBook.CLEANING, Money.ofFen(first)),
                                Posting.credit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(second)),
                                Posting.debit(SampleBook.CLEANING, Money.ofFen(second)));

        Outcome<Acknowledgement> outcome = pay(order, twice);

        if (paid) {
            assertThat(accept(outcome).balancesAfter())
                    .extracting(Balance::net)
                    .containsExactly(
                            Money.ofFen(1_000 - first),
                            Money.ofFen(first),
                            Money.ofFen(1_000 - first - second),
                            Money.ofFen(first + second));
        } else {
            assertRefused(outcome, LedgerRule.FUNDS_SUFFICIENT);
        }
    }

    private Outcome<Acknowledgement> pay(OutflowOrder order, EntryDraft draft) {
        return sample.book()
                .pay(
                        new Warrant.Payment(TestKeys.open(order, SampleBook.MOMENT)),
                        draft,
                        SampleBook.MOMENT,
                        BookGuard.none());
    }

    @Test
    void aCallHasTenThousandEntriesAndNotOneMore() {
        EntryDraft draft = SampleBook.opening("o", 1);
        EntryDraft old =
                EntryDraft.of(
                                draft.id(),
                                draft.kind(),
                                BEFORE.atDay(1),
                                SourceDocument.imported("old"),
                                draft.salt())
                        .postings(draft.postings());
        List<EntryDraft> most = Collections.nCopies(Book.MAX_TOGETHER, draft);
        List<EntryDraft> more = Collections.nCopies(Book.MAX_TOGETHER + 1, draft);
        Book book = sample.book();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.postAll(more, SampleBook.MOMENT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.postEach(more, SampleBook.MOMENT));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                book.importPeriod(
                                        BEFORE,
                                        Collections.nCopies(Book.MAX_TOGETHER + 1, old),
                                        SampleBook.MOMENT,
                                        SampleBook.DAY));
        assertThat(book.<Long>read(reader -> reader.frontier().size())).isZero();
        assertThat(accept(book.postAll(most, SampleBook.MOMENT))).hasSize(Book.MAX_TOGETHER);
    }

    @Test
    void aBookOpensAThousandAccountsAndNotOneMore() {
        for (int i = 0; i < Book.MAX_OPENED_ACCOUNTS; i++) {
            accept(open(account(i)));
        }

        assertRefused(open(account(Book.MAX_OPENED_ACCOUNTS)), LedgerRule.ACCOUNTS_BOUNDED);
        assertRefused(open(account(0)), LedgerRule.ACCOUNT_NEW, LedgerRule.ACCOUNTS_BOUNDED);
        accept(sample.post(SampleBook.opening("o", 1)));
    }

    private Outcome<AccountChange> open(Account account) {
        return sample.book().openAccount(account, SampleBook.DAY, SampleBook.MOMENT);
    }

    private static Account account(int number) {
        return new Account(
                AccountCode.of("service.expense.SF-X" + number),
                "科目" + number,
                "Account " + number,
                FundClass.SERVICE_FUND,
                AccountType.EXPENSE);
    }

    @Test
    void aBookIsGivenAThousandAccountsAndNotOneMore() {
        int more = Book.MAX_CHART_ACCOUNTS - SampleBook.chart().accounts().size();
        ChartOfAccounts most =
                SampleBook.chart()
                        .with(IntStream.range(0, more).mapToObj(BookBoundsTest::account).toList());
        ChartOfAccounts tooMany = most.with(List.of(account(more)));
        CommunityId id = CommunityId.of("S002");

        assertThat(new Book(id, most, store).chart().accounts()).hasSize(Book.MAX_CHART_ACCOUNTS);
        assertThatIllegalArgumentException().isThrownBy(() -> new Book(id, tooMany, store));
    }

    /** A hint, so that a store can look for the entries of several calls at once. */
    @Test
    void tellsTheStoreBeforehandWhichEntriesItWillAskFor() {
        EntryDraft first = SampleBook.opening("o1", 1_000);
        EntryDraft second = SampleBook.opening("o2", 1);

        accept(sample.post(first));
        accept(sample.book().postAll(List.of(first, second), SampleBook.MOMENT));
        sample.book().postEach(List.of(second), SampleBook.MOMENT);
        accept(sample.pay(sample.order("E1", 1)));

        assertThat(store.asked)
                .containsExactly(
                        Set.of(first.id()),
                        Set.of(first.id(), second.id()),
                        Set.of(second.id()),
                        Set.of(EntryId.of("pay/E1")));
    }

    /** Or a returned fee would be covered by the money for repairs (F2). */
    @Test
    void theMaintenanceFundSharesItsAccountAtTheBankWithNoOtherMoney() {
        AccountCode other = AccountCode.of("maintenance.cash-of-building-2");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> line(ChartOfAccounts.MAINTENANCE_CASH, ChartOfAccounts.SERVICE_CASH));
        assertThat(line(ChartOfAccounts.MAINTENANCE_CASH, other).cash()).hasSize(2);
        assertThat(line(ChartOfAccounts.SERVICE_CASH, ChartOfAccounts.PUBLIC_CASH).cash())
                .hasSize(2);
    }

    private static BankEvidence line(AccountCode... cash) {
        BankEvidence line = SampleBook.bankLine("BK1", -1);
        return new BankEvidence(
                line.bankAccount(),
                Set.of(cash),
                line.reference(),
                line.bookedOn(),
                line.movement(),
                line.statement());
    }

    @Test
    void hashesWithWhatItWasOpenedWith() {
        assertThat(sample.book().digest()).isEqualTo(MerkleDigest.SHA_256);
    }

    /** Notes what it is told beforehand. */
    private static final class Asking implements BookStore {

        private final BookStore store = new InMemoryBookStore();
        private final List<Set<EntryId>> asked = new ArrayList<>();

        @Override
        public <T> T write(CommunityId book, Function<BookSession, T> work) {
            return store.write(book, work);
        }

        @Override
        public <T> T write(CommunityId book, Set<EntryId> ids, Function<BookSession, T> work) {
            asked.add(ids);
            return store.write(book, work);
        }

        @Override
        public <T> T read(CommunityId book, Function<BookReader, T> work) {
            return store.read(book, work);
        }
    }
}
