package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards L1 and F2: a book is opened with the debts between classes that there were, and with no
 * way from class to class.
 */
class OpeningDuesTest {

    private static final Money SEVEN = Money.ofFen(7);

    private final Book book = book();

    /** A book whose chart has dues between every two classes. */
    private static Book book() {
        List<Account> dues = new ArrayList<>();
        for (FundClass debtor : FundClass.values()) {
            for (FundClass creditor : FundClass.values()) {
                if (debtor != creditor) {
                    dues.add(account(debtor, "due-to-", creditor, AccountType.LIABILITY));
                    dues.add(account(creditor, "due-from-", debtor, AccountType.RECEIVABLE));
                }
            }
        }
        dues.removeIf(account -> ChartOfAccounts.standard().find(account.code()).isPresent());
        dues.removeIf(account -> SampleBook.chart().find(account.code()).isPresent());
        dues.add(
                new Account(
                        AccountCode.of("maintenance.shortfall-owed"),
                        "应还垫款",
                        "Shortfall owed",
                        FundClass.MAINTENANCE_FUND,
                        AccountType.LIABILITY));
        List<Account> openings =
                List.of(FundClass.DEPOSITS, FundClass.REMUNERATION).stream()
                        .map(
                                fundClass ->
                                        new Account(
                                                ChartOfAccounts.openingBalance(fundClass),
                                                "期初结余",
                                                "Opening balance",
                                                fundClass,
                                                AccountType.FUND_BALANCE))
                        .toList();
        return new Book(
                CommunityId.of("liuyuan"),
                SampleBook.chart().with(dues).with(openings),
                new InMemoryBookStore());
    }

    private static Account account(FundClass own, String side, FundClass other, AccountType type) {
        return new Account(code(own, side, other), "往来款", "Dues", own, type);
    }

    private static AccountCode code(FundClass own, String side, FundClass other) {
        return AccountCode.of(own.prefix() + "." + side + other.prefix());
    }

    /** What one class owes another, as each of the two records it, against what it had. */
    private static EntryDraft owed(FundClass debtor, FundClass creditor) {
        return paired(code(debtor, "due-to-", creditor), code(creditor, "due-from-", debtor));
    }

    private static EntryDraft paired(AccountCode debt, AccountCode claim) {
        return SampleBook.draft("dues", EntryKind.OPENING, SampleBook.DAY)
                .postings(
                        Posting.debit(opening(debt), SEVEN),
                        Posting.credit(debt, SEVEN),
                        Posting.debit(claim, SEVEN),
                        Posting.credit(opening(claim), SEVEN));
    }

    private static AccountCode opening(AccountCode ofClass) {
        return AccountCode.of(ofClass.value().split("\\.", 2)[0] + ".opening");
    }

    private Outcome<Acknowledgement> post(EntryDraft draft) {
        return book.post(draft, SampleBook.MOMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_FUND, PUBLIC_INCOME",
        "PUBLIC_INCOME, SERVICE_FUND",
        "SERVICE_FUND, REMUNERATION"
    })
    void aBookIsOpenedWithWhatClassesReallyOwe(FundClass debtor, FundClass creditor) {
        accept(post(SampleBook.opening("cash", 100)));

        accept(post(owed(debtor, creditor)));

        AccountCode claim = code(creditor, "due-from-", debtor);
        Money there = book.read(reader -> reader.balance(claim).net());
        assertThat(there).isEqualTo(SEVEN);
    }

    @Test
    void noOtherClassesOweOneAnotherNeitherByHandNorFromEarlierBooks() {
        int refused = 0;
        for (FundClass debtor : FundClass.values()) {
            for (FundClass creditor : FundClass.values()) {
                boolean mayOwe =
                        (debtor == FundClass.SERVICE_FUND
                                        && (creditor == FundClass.PUBLIC_INCOME
                                                || creditor == FundClass.REMUNERATION))
                                || (debtor == FundClass.PUBLIC_INCOME
                                        && creditor == FundClass.SERVICE_FUND);
                if (debtor != creditor && !mayOwe) {
                    assertRefused(post(owed(debtor, creditor)), LedgerRule.OPENING_DUES);
                    assertRefused(imported(owed(debtor, creditor)), LedgerRule.OPENING_DUES);
                    refused++;
                }
            }
        }

        assertThat(refused).isEqualTo(5 * 4 - 3);
    }

    private Outcome<List<Acknowledgement>> imported(EntryDraft draft) {
        YearMonth before = YearMonth.from(SampleBook.DAY).minusMonths(1);
        EntryDraft old =
                EntryDraft.of(
                                draft.id(),
                                draft.kind(),
                                before.atDay(1),
                                SourceDocument.imported("old-1"),
                                draft.salt())
                        .postings(draft.postings());
        return book.importPeriod(before, List.of(old), SampleBook.MOMENT, SampleBook.DAY);
    }

    @Test
    void historyBringsInWhatClassesReallyOweAndBothSidesOfIt() {
        EntryDraft dues = owed(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME);

        assertRefused(
                imported(dues.postings(dues.postings().subList(0, 2))), LedgerRule.DUES_PAIRED);
        assertRefused(post(dues.postings(dues.postings().subList(2, 4))), LedgerRule.DUES_PAIRED);
        accept(imported(dues));
    }

    /** The defect: an opening made by hand let one class pay another where there is no edge. */
    @Test
    void aBookThatHasBegunIsOpenedWithNoDebt() {
        EntryDraft dues = owed(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME);
        EntryDraft shortfall =
                paired(
                        ChartOfAccounts.shortfallOwed(FundClass.SERVICE_FUND),
                        ChartOfAccounts.shortfallDue(FundClass.PUBLIC_INCOME));
        accept(post(SampleBook.opening("cash", 100)));
        Acknowledgement bill = accept(post(SampleBook.bill("b1", "u1", 5)));

        assertRefused(post(dues), LedgerRule.OPENING_DUES);
        assertRefused(post(shortfall), LedgerRule.OPENING_DUES);
        accept(post(SampleBook.opening("later", 100)));
        accept(
                post(
                        EntryDraft.reversalOf(
                                bill.entry(),
                                EntryId.of("r1"),
                                SampleBook.DAY,
                                SampleBook.salt("r1"))));
        assertRefused(post(dues), LedgerRule.OPENING_DUES);
    }

    @Test
    void aShortfallComesInAsTheDebtThatItIsAndNeverOfTheMaintenanceFund() {
        AccountCode owed = ChartOfAccounts.shortfallOwed(FundClass.SERVICE_FUND);
        AccountCode due = ChartOfAccounts.shortfallDue(FundClass.PUBLIC_INCOME);
        EntryDraft shortfall = paired(owed, due);

        assertRefused(
                post(
                        shortfall.postings(
                                shortfall.postings().stream().map(Posting::reversed).toList())),
                LedgerRule.OPENING_DUES);
        assertRefused(
                post(paired(AccountCode.of("maintenance.shortfall-owed"), due)),
                LedgerRule.OPENING_DUES);
        accept(post(shortfall));
    }

    /** A hand would not ask whether it is about to be paid; {@code Disbursements} does. */
    @Test
    void whatWasBroughtInIsTakenBackAtAnyTimeByItsRuleAndByNoHand() {
        Acknowledgement dues = accept(post(owed(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND)));
        accept(post(SampleBook.parking("p1", 5)));
        EntryDraft back =
                EntryDraft.reversalOf(
                        dues.entry(), EntryId.of("r1"), SampleBook.DAY, SampleBook.salt("r1"));

        assertRefused(post(back), LedgerRule.MADE_BY_ITS_RULE);
        accept(book.accrue(new Warrant.Accrual(), back, SampleBook.MOMENT, BookGuard.none()));

        Money left =
                book.read(
                        reader ->
                                reader.balance(
                                                code(
                                                        FundClass.PUBLIC_INCOME,
                                                        "due-to-",
                                                        FundClass.SERVICE_FUND))
                                        .net());
        assertThat(left).isEqualTo(Money.ofFen(0));
    }
}
