package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the firm owes a fund for what was spent under an emergency that nobody confirmed in time
 * (受托人应担支出): a claim of the fund that bore it, met by money alone.
 *
 * <p>Example: 2,000.00 spent on lights under an emergency that lapsed: {@code
 * service.due-from-trustee.2025.HT-2025-01} 2,000.00. It is owed by the firm under whose contract
 * it was paid, and by no successor. It is never taken off what is due to the firm (Trust Law art.
 * 18): the firm pays it in, and until then draws nothing (art. 36, an interpretation). Source:
 * Trust Law art. 37 para. 2. Immutable.
 *
 * @since 0.1.0
 */
public final class TrusteeDebt {

    private static final int DIGITS = 16;

    private static final List<FundClass> BUDGETED =
            List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME);

    private final Trusteeship trusteeship;

    /**
     * The firm's debts under a trust.
     *
     * @param trusteeship whose budgets and book
     */
    public TrusteeDebt(Trusteeship trusteeship) {
        this.trusteeship = trusteeship;
    }

    /**
     * The accounts that the chart needs for a year under a contract.
     *
     * @param year for example 2025
     * @param contract the contract's number
     * @return of each fund that has a budget, the claim and what it makes good
     */
    public static List<Account> accounts(int year, String contract) {
        return BUDGETED.stream()
                .flatMap(
                        fund ->
                                Stream.of(
                                        new Account(
                                                claim(fund, year, contract),
                                                year + "年受托人应担支出",
                                                "Due from the trustee, " + year,
                                                fund,
                                                AccountType.RECEIVABLE),
                                        new Account(
                                                borne(fund, year, contract),
                                                year + "年转由受托人承担",
                                                "Borne by the trustee, " + year,
                                                fund,
                                                AccountType.INCOME)))
                .toList();
    }

    private static AccountCode claim(FundClass fund, int year, String contract) {
        return AccountCode.of(fund.prefix() + ".due-from-trustee." + year + "." + partOf(contract));
    }

    private static AccountCode borne(FundClass fund, int year, String contract) {
        return AccountCode.of(fund.prefix() + ".borne-by-trustee." + year + "." + partOf(contract));
    }

    /** A number that is no part of a code stands there by its digest. */
    private static String partOf(String contract) {
        return contract.matches("[A-Za-z0-9-]{1,32}") ? contract : digits(contract);
    }

    private static String digits(String text) {
        return CanonicalBytes.part().text(text).sha256Hex().substring(0, DIGITS);
    }

    private AccountCode claim(FundClass fund, int year) {
        return claim(fund, year, trusteeship.agreement().terms().id());
    }

    private AccountCode borne(FundClass fund, int year) {
        return borne(fund, year, trusteeship.agreement().terms().id());
    }

    /**
     * What the firm of this contract has still to pay in, over all years and funds, whether or not
     * it is recorded.
     *
     * @param book the book as it stands
     * @param at the moment
     * @return at least zero; no year and no fund makes up for another
     */
    public Money outstanding(BookReader book, Instant at) {
        Money sum = Money.ofFen(0);
        for (BudgetYear year : trusteeship.years()) {
            for (FundClass fund : BUDGETED) {
                Money owed = share(book, year, fund, at);
                sum = sum.plus(owed.minus(repaid(book, fund, year)).atLeastZero());
            }
        }
        return sum;
    }

    /** What was paid above its lines while this firm served. */
    private Money share(BookReader book, BudgetYear year, FundClass fund, Instant at) {
        return year.trusteesShare(
                book,
                fund,
                trusteeship.agreement().terms().startInclusive(),
                trusteeship.life().lastServed().orElse(LocalDate.of(year.policy().year(), 12, 31)),
                at);
    }

    private Money charged(BookReader book, FundClass fund, BudgetYear year) {
        return book.balance(borne(fund, year.policy().year())).net().negated();
    }

    private Money repaid(BookReader book, FundClass fund, BudgetYear year) {
        return charged(book, fund, year)
                .minus(book.balance(claim(fund, year.policy().year())).net());
    }

    /**
     * Records what has become the firm's debt and was not recorded yet; where owners have granted
     * the overrun since, what was recorded too much is taken back, as far as it is not paid in yet.
     * What is paid in stays with the fund, and meets what the year may charge later.
     *
     * @param year for example 2025
     * @param id the caller's name for the entry
     * @param at the moment of recording
     * @param day the day to which it belongs
     * @param salt hides what may have to be erased
     * @return the entry, empty if nothing is to be recorded; or every rule in the way
     */
    public Outcome<Optional<Acknowledgement>> charge(
            int year, EntryId id, Instant at, LocalDate day, Salt salt) {
        RuleCheck open = trusteeship.judgeYear(year);
        if (!open.isMet()) {
            return Outcome.refused(Ruling.of(open));
        }
        List<Posting> postings = book().read(reader -> postings(reader, year, at));
        if (postings.isEmpty()) {
            return Outcome.accepted(Optional.empty());
        }
        EntryDraft draft =
                EntryDraft.of(
                                id,
                                EntryKind.TRUSTEE_DEBT,
                                day,
                                new SourceDocument("budget", Integer.toString(year)),
                                salt)
                        .postings(postings);
        return book().accrue(
                        new Warrant.Accrual(),
                        draft,
                        at,
                        (reader, same) ->
                                List.of(
                                        RuleCheck.of(
                                                TrusteeshipRule.DEBT_AS_IT_STANDS,
                                                postings(reader, year, at).equals(postings),
                                                "year",
                                                year)))
                .then(posted -> Outcome.accepted(Optional.of(posted)));
    }

    private List<Posting> postings(BookReader book, int year, Instant at) {
        List<Posting> postings = new ArrayList<>();
        BudgetYear executed = trusteeship.year(year).orElseThrow();
        for (FundClass fund : BUDGETED) {
            Money due = share(book, executed, fund, at).minus(charged(book, fund, executed));
            if (due.isPositive()) {
                postings.add(Posting.debit(claim(fund, year), due));
                postings.add(Posting.credit(borne(fund, year), due));
            } else {
                Money back = atMost(due.negated(), book.balance(claim(fund, year)).net());
                if (back.isPositive()) {
                    postings.add(Posting.debit(borne(fund, year), back));
                    postings.add(Posting.credit(claim(fund, year), back));
                }
            }
        }
        return postings;
    }

    /** What was paid in is not owed back: no rule pays the firm anything but remuneration. */
    private static Money atMost(Money amount, Money claim) {
        return amount.compareTo(claim) < 0 ? amount : claim;
    }

    /**
     * Records what the firm has paid in.
     *
     * @param year of which year's debt
     * @param fund whose claim is met: the service fund or public income
     * @param amount above zero, at most what is recorded as owed
     * @param bankLine the bank's line of it, whose number names the entry
     * @param at the moment of recording
     * @param day the day of receipt
     * @param salt hides what may have to be erased
     * @return the entry, or every rule in the way
     */
    public Outcome<Acknowledgement> repay(
            int year,
            FundClass fund,
            Money amount,
            SourceDocument bankLine,
            Instant at,
            LocalDate day,
            Salt salt) {
        EntryDraft draft =
                EntryDraft.of(
                                repaymentId(bankLine.id()),
                                EntryKind.TRUSTEE_REPAYMENT,
                                day,
                                bankLine,
                                salt)
                        .postings(
                                Posting.debit(AccountCode.of(fund.prefix() + ".cash"), amount),
                                Posting.credit(claim(fund, year), amount));
        return book().accrue(
                        new Warrant.Accrual(),
                        draft,
                        at,
                        (reader, same) -> withinDebt(reader, fund, year, amount));
    }

    /** The bank's number, or its digest where it can not stand in the name of an entry. */
    private static EntryId repaymentId(String bankLine) {
        return EntryId.of(
                "trustee/"
                        + (bankLine.matches("[\\p{L}\\p{N}._:/#-]{1,56}")
                                ? bankLine
                                : digits(bankLine)));
    }

    /** Another currency than the book's is refused by the book itself. */
    private List<Finding> withinDebt(BookReader book, FundClass fund, int year, Money amount) {
        if (!amount.currency().equals(Book.CURRENCY)) {
            return List.of();
        }
        Money owed = book.balance(claim(fund, year)).net();
        return List.of(
                RuleCheck.of(
                        TrusteeshipRule.REPAID_WITHIN_DEBT,
                        amount.compareTo(owed) <= 0,
                        "owed",
                        owed,
                        "amount",
                        amount));
    }

    private Book book() {
        return trusteeship.book();
    }
}
