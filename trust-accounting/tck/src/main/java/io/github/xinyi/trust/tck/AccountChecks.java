package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That accounts open and close in the log, and that history comes in before life: L7. */
abstract class AccountChecks extends BankChecks {

    private static final Account GREENING =
            new Account(
                    AccountCode.of("service.expense.SF-77"),
                    "绿化费",
                    "Greening",
                    FundClass.SERVICE_FUND,
                    AccountType.EXPENSE);

    private static final YearMonth BEFORE = YearMonth.from(SampleBook.DAY).minusMonths(2);

    @Test
    void required_L7_anOpenedAccountIsARecordAndTakesPostings() {
        EntryDraft dues = dues("d1", 100);
        assertRefused(sample.post(dues), LedgerRule.ACCOUNT_KNOWN);

        AccountChange opened = assertAccepted(open());

        assertThat(opened.index()).isZero();
        assertThat(opened.recordedAt()).isEqualTo(SampleBook.MOMENT);
        assertThat(page(0, 10))
                .containsExactly(new LogRecord.OfAccount(opened, Leaf.hashOf(opened)));
        assertThatObject(read(BookReader::accountChanges)).isEqualTo(List.of(opened));
        assertAccepted(sample.post(dues));
        assertThat(balance(GREENING.code()).net()).isEqualTo(Money.ofFen(100));
        assertRefused(open(), LedgerRule.ACCOUNT_NEW);
        assertThat(read(sample.book()::chartIn).find(GREENING.code())).contains(GREENING);
        assertThat(sample.book().chart().find(GREENING.code())).isEmpty();
        assertLogIsSound();
    }

    @Test
    void required_L7_anAccountAtZeroClosesAndTakesNothingMore() {
        assertAccepted(open());
        Acknowledgement dues = assertAccepted(sample.post(dues("d1", 100)));
        LocalDate next = SampleBook.DAY.plusDays(1);
        assertRefused(close(next), LedgerRule.ACCOUNT_ZERO);
        assertAccepted(sample.post(reversal(dues, "r1")));
        assertRefused(close(SampleBook.DAY), LedgerRule.ACCOUNT_QUIET);
        assertRefused(
                sample.book()
                        .closeAccount(AccountCode.of("service.unknown"), next, SampleBook.MOMENT),
                LedgerRule.ACCOUNT_KNOWN);

        AccountChange closed = assertAccepted(close(next));

        assertThat(closed.kind()).isEqualTo(AccountChange.Kind.CLOSED);
        assertThat(closed.from()).isEqualTo(next);
        assertThatObject(read(reader -> reader.accountChanges().size())).isEqualTo(2);
        BookReading before = reading();
        assertRefused(sample.post(dues("d2", 1)), LedgerRule.ACCOUNT_OPEN);
        assertRefused(sample.post(on(dues("d2", 1), -40)), LedgerRule.ACCOUNT_OPEN);
        assertRefused(close(next.plusDays(1)), LedgerRule.ACCOUNT_OPEN);
        assertRefused(open(), LedgerRule.ACCOUNT_NEW);
        assertThat(reading()).isEqualTo(before);
        assertThat(assertAccepted(sample.post(dues("d1", 100))).repeated()).isTrue();
        store = reopen(store);
        sample = new SampleBook(COMMUNITY, store);
        assertRefused(sample.post(dues("d2", 1)), LedgerRule.ACCOUNT_OPEN);
        assertLogIsSound();
    }

    @Test
    void required_L7_anAccountChangesInAnOpenPeriodOnly() {
        LocalDate closed = endOfMonth();
        assertAccepted(sample.book().close(closed, SampleBook.MOMENT, closed.plusDays(1)));

        assertRefused(
                sample.book().openAccount(GREENING, closed, SampleBook.MOMENT),
                LedgerRule.PERIOD_OPEN);
        assertAccepted(sample.book().openAccount(GREENING, closed.plusDays(1), SampleBook.MOMENT));
        assertRefused(close(closed), LedgerRule.PERIOD_OPEN);
        assertAccepted(close(closed.plusDays(1)));
    }

    @Test
    void required_L7_anAccountChangeThatFailedChangesNothing() {
        AccountChange change =
                new AccountChange(
                        COMMUNITY,
                        0,
                        SampleBook.MOMENT,
                        GREENING,
                        AccountChange.Kind.OPENED,
                        SampleBook.DAY);
        assertThatThrownBy(
                        () ->
                                store.write(
                                        COMMUNITY,
                                        session -> {
                                            LogRecord record =
                                                    new LogRecord.OfAccount(
                                                            change, Leaf.hashOf(change));
                                            var next = session.frontier().append(record.leaf());
                                            session.append(
                                                    new BookSession.Appended(
                                                            record,
                                                            next.completed(),
                                                            next.frontier()));
                                            assertThat(session.accountChanges()).hasSize(1);
                                            throw new BookRun.Abandoned();
                                        }))
                .isExactlyInstanceOf(BookRun.Abandoned.class);

        assertThatObject(read(BookReader::accountChanges)).isEqualTo(List.of());
        assertThat(size()).isZero();
        assertAccepted(open());
    }

    @Test
    void required_L7_historyComesInWithItsDaysBeforeTheFirstLiveEntry() {
        EntryDraft opening = old("h1", BEFORE, SampleBook.opening("h1", 1_000));
        EntryDraft payment =
                old(
                        "h2",
                        BEFORE,
                        SampleBook.draft(
                                "h2",
                                EntryKind.PAYMENT,
                                SampleBook.CLEANING,
                                ChartOfAccounts.SERVICE_CASH,
                                300));
        EntryDraft later = old("h3", BEFORE.plusMonths(1), SampleBook.parking("h3", 7));

        assertAccepted(imported(BEFORE, opening, payment));
        assertAccepted(imported(BEFORE.plusMonths(1), later));
        BookReading before = reading();
        assertThat(assertAccepted(imported(BEFORE, opening, payment)))
                .allMatch(Acknowledgement::repeated);
        assertThat(reading()).isEqualTo(before);

        Acknowledgement there = sample.book().find(EntryId.of("h2")).orElseThrow();
        assertThat(there.entry().draft().effectiveDate()).isEqualTo(BEFORE.atDay(5));
        assertThat(there.entry().recordedAt()).isEqualTo(SampleBook.MOMENT);
        assertThat(there.entry().draft().source().type()).isEqualTo(SourceDocument.IMPORTED);
        assertThatObject(
                        read(
                                reader ->
                                        reader.balanceOn(
                                                        ChartOfAccounts.SERVICE_CASH,
                                                        BEFORE.atEndOfMonth(),
                                                        Long.MAX_VALUE)
                                                .net()))
                .isEqualTo(Money.ofFen(700));
        assertAccepted(sample.post(SampleBook.opening("live", 1)));
        assertThat(assertAccepted(imported(BEFORE, opening, payment)))
                .as("what is there already is acknowledged again")
                .allMatch(Acknowledgement::repeated);
        assertRefused(
                imported(
                        BEFORE.minusMonths(1),
                        old("h0", BEFORE.minusMonths(1), SampleBook.parking("h0", 1))),
                LedgerRule.IMPORT_BEFORE_LIVE);
        assertLogIsSound();
    }

    @Test
    void required_L7_historyIsImportedWholeMonthByMonthAndMarked() {
        EntryDraft first = old("h1", BEFORE, SampleBook.opening("h1", 1_000));
        assertAccepted(imported(BEFORE, first));
        YearMonth next = BEFORE.plusMonths(1);
        EntryDraft good = old("h2", next, SampleBook.parking("h2", 7));

        assertRefused(
                imported(BEFORE, old("h9", BEFORE, SampleBook.parking("h9", 7))),
                LedgerRule.IMPORT_FORWARD);
        assertRefused(
                imported(next, old("h9", BEFORE, SampleBook.parking("h9", 7))),
                LedgerRule.IMPORT_OF_PERIOD);
        YearMonth now = YearMonth.from(SampleBook.DAY);
        assertRefused(
                imported(now, old("h9", now, SampleBook.parking("h9", 7))), LedgerRule.IMPORT_PAST);
        assertRefused(
                imported(
                        next,
                        old("h9", next, SampleBook.parking("h9", 7))
                                .source(new SourceDocument("voucher", "9"))),
                LedgerRule.IMPORT_MARKED);
        assertRefused(sample.post(good), LedgerRule.IMPORT_MARKED);
        assertRefused(
                imported(next, good, old("h3", next, SampleBook.opening("h3", -1))),
                LedgerRule.AMOUNT_POSITIVE);
        assertThat(sample.book().find(EntryId.of("h2"))).isEmpty();
        assertThat(size()).isEqualTo(1);
        assertAccepted(imported(next, good));
    }

    @Test
    void required_L7_historyBringsNoBankDebitAndNoReallocationByHand() {
        EntryDraft fee =
                SampleBook.draft(
                        "h1",
                        EntryKind.BANK_FEE,
                        SampleBook.CLEANING,
                        ChartOfAccounts.SERVICE_CASH,
                        5);
        EntryDraft passed =
                SampleBook.draft(
                        "h2",
                        EntryKind.REALLOCATION,
                        ChartOfAccounts.FEES_RECEIVABLE,
                        ChartOfAccounts.reallocation(FundClass.SERVICE_FUND),
                        5);

        assertRefused(imported(BEFORE, old("h1", BEFORE, fee)), LedgerRule.BANK_DEBIT_SHOWN);
        assertRefused(imported(BEFORE, old("h2", BEFORE, passed)), LedgerRule.REALLOCATION_LINKED);
    }

    private Outcome<AccountChange> open() {
        return sample.book().openAccount(GREENING, SampleBook.DAY, SampleBook.MOMENT);
    }

    private Outcome<AccountChange> close(LocalDate from) {
        return sample.book().closeAccount(GREENING.code(), from, SampleBook.MOMENT);
    }

    private Outcome<List<Acknowledgement>> imported(YearMonth period, EntryDraft... drafts) {
        return sample.book()
                .importPeriod(period, List.of(drafts), SampleBook.MOMENT, SampleBook.DAY);
    }

    private static EntryDraft old(String number, YearMonth period, EntryDraft draft) {
        return dated(draft, period.atDay(5)).source(SourceDocument.imported("old-" + number));
    }

    private static EntryDraft dues(String id, long fen) {
        return SampleBook.draft(
                id,
                EntryKind.OPENING,
                GREENING.code(),
                ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND),
                fen);
    }
}
