package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BankEvidence;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A book to test with: a chart, drafts of every kind, orders and their two keys. Amounts are in
 * fen; nothing depends on the clock or on chance.
 *
 * <p>Example: {@code new SampleBook(CommunityId.of("S001"), store).post(SampleBook.opening("o",
 * 5_000))}. Thread-safe if the store is.
 *
 * @since 0.1.0
 */
public final class SampleBook {

    /** A cost of the service fund. */
    public static final AccountCode CLEANING = AccountCode.of("service.expense.SF-01");

    /** A cost of public income. */
    public static final AccountCode GREENERY = AccountCode.of("public.expense.PI-02");

    /** What the service fund owes to public income. */
    public static final AccountCode DUE_TO_PUBLIC = AccountCode.of("service.due-to-public");

    /** What public income is owed by the service fund. */
    public static final AccountCode PUBLIC_DUE_FROM_SERVICE =
            AccountCode.of("public.due-from-service");

    /** Income from parking on common ground. */
    public static final AccountCode PARKING = AccountCode.of("public.income.PI-01");

    /** The effective date of every draft that is not given another. */
    public static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    /** The moment of recording. */
    public static final Instant MOMENT = Instant.parse("2025-03-01T02:00:00.123Z");

    private final Book book;

    /**
     * The book of a community in a store.
     *
     * @param community whose book
     * @param store where it is kept
     */
    public SampleBook(CommunityId community, BookStore store) {
        this.book = new Book(community, chart(), store);
    }

    /**
     * The standard chart with a cost of each of two classes, an income, and what the two may owe
     * each other.
     *
     * @return the chart
     */
    public static ChartOfAccounts chart() {
        return ChartOfAccounts.standard()
                .with(
                        List.of(
                                new Account(
                                        CLEANING,
                                        "保洁费",
                                        "Cleaning",
                                        FundClass.SERVICE_FUND,
                                        AccountType.EXPENSE),
                                new Account(
                                        GREENERY,
                                        "绿化费",
                                        "Greenery",
                                        FundClass.PUBLIC_INCOME,
                                        AccountType.EXPENSE),
                                new Account(
                                        PARKING,
                                        "停车收入",
                                        "Parking",
                                        FundClass.PUBLIC_INCOME,
                                        AccountType.INCOME)))
                .with(Dues.accountsForCosts());
    }

    /**
     * The book.
     *
     * @return the book
     */
    public Book book() {
        return book;
    }

    /**
     * An open draft of two lines, effective on {@link #DAY}.
     *
     * @param id the entry's name
     * @param kind what it records
     * @param debit the account debited
     * @param credit the account credited
     * @param fen the amount
     * @return the draft
     */
    public static EntryDraft draft(
            String id, EntryKind kind, AccountCode debit, AccountCode credit, long fen) {
        return draft(id, kind, DAY)
                .postings(
                        Posting.debit(debit, Money.ofFen(fen)),
                        Posting.credit(credit, Money.ofFen(fen)));
    }

    /**
     * An open draft without lines.
     *
     * @param id the entry's name, from which its salt is made
     * @param kind what it records
     * @param day the day to which it belongs
     * @return the draft
     */
    public static EntryDraft draft(String id, EntryKind kind, LocalDate day) {
        return EntryDraft.of(
                        EntryId.of(id), kind, day, new SourceDocument("test", "T-" + id), salt(id))
                .narrative("测试 " + id);
    }

    /**
     * A salt made from a text: no secret.
     *
     * @param seed any text
     * @return always the same salt
     */
    public static Salt salt(String seed) {
        return Salt.of(new CanonicalBytes("xinyi/test-salt").text(seed).sha256());
    }

    /**
     * Cash of the service fund before the first entry.
     *
     * @param id the entry's name
     * @param fen how much
     * @return the draft
     */
    public static EntryDraft opening(String id, long fen) {
        return draft(
                id,
                EntryKind.OPENING,
                ChartOfAccounts.SERVICE_CASH,
                ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND),
                fen);
    }

    /**
     * Parking income into public cash.
     *
     * @param id the entry's name
     * @param fen how much
     * @return the draft
     */
    public static EntryDraft parking(String id, long fen) {
        return draft(id, EntryKind.PUBLIC_INCOME, ChartOfAccounts.PUBLIC_CASH, PARKING, fen);
    }

    /**
     * A household's property fee falling due.
     *
     * @param id the entry's name
     * @param unit whose
     * @param fen how much
     * @return the draft
     */
    public static EntryDraft bill(String id, String unit, long fen) {
        return draft(
                        id,
                        EntryKind.BILL,
                        ChartOfAccounts.FEES_RECEIVABLE,
                        ChartOfAccounts.FEE_INCOME,
                        fen)
                .visibility(Visibility.household(UnitId.of(unit)));
    }

    /**
     * A household's property fee received.
     *
     * @param id the entry's name
     * @param unit whose
     * @param fen how much
     * @return the draft
     */
    public static EntryDraft feeReceipt(String id, String unit, long fen) {
        return draft(
                        id,
                        EntryKind.FEE_RECEIPT,
                        ChartOfAccounts.SERVICE_CASH,
                        ChartOfAccounts.FEES_RECEIVABLE,
                        fen)
                .visibility(Visibility.household(UnitId.of(unit)));
    }

    /**
     * A line of a statement of the joint account, booked on {@link #DAY}.
     *
     * @param reference the bank's number
     * @param fen in above zero, out below
     * @return the evidence
     */
    public static BankEvidence bankLine(String reference, long fen) {
        return new BankEvidence(
                "joint",
                Set.of(
                        ChartOfAccounts.SERVICE_CASH,
                        ChartOfAccounts.PUBLIC_CASH,
                        ChartOfAccounts.DEPOSITS_CASH),
                reference,
                DAY,
                Money.ofFen(fen),
                Hash.of(new CanonicalBytes("xinyi/test-statement").text(reference).sha256()));
    }

    /**
     * A fee that the bank took from the service fund.
     *
     * @param reference the bank's number
     * @param fen how much
     * @return the debit
     */
    public static BankDebit.Fee bankFee(String reference, long fen) {
        return new BankDebit.Fee(
                bankLine(reference, -fen),
                ChartOfAccounts.SERVICE_CASH,
                CLEANING,
                DAY,
                salt("fee " + reference));
    }

    /**
     * A receipt that the bank took back.
     *
     * @param reference the bank's number
     * @param receipt the receipt's id
     * @param fen how much the line says
     * @return the debit
     */
    public static BankDebit.ReturnedItem returnedItem(String reference, String receipt, long fen) {
        return new BankDebit.ReturnedItem(
                bankLine(reference, -fen), EntryId.of(receipt), DAY, salt("returned " + reference));
    }

    /**
     * An order to pay a cleaner, which expires a day after {@link #MOMENT}.
     *
     * @param id its number
     * @param fen how much
     * @return the order
     */
    public OutflowOrder order(String id, long fen) {
        return new OutflowOrder(
                book.id(),
                id,
                OutflowKind.PAYMENT,
                PersonId.of("cleaner"),
                Money.ofFen(fen),
                "三月保洁",
                "SF-01",
                List.of(),
                TestKeys.STEWARD,
                "contract-1",
                MOMENT.plusSeconds(86_400));
    }

    /**
     * An order to pay public income what the service fund owes it for a cost.
     *
     * @param id its number
     * @param fen how much
     * @return the order
     */
    public OutflowOrder settlement(String id, long fen) {
        OutflowOrder order = order(id, fen);
        return new OutflowOrder(
                order.community(),
                id,
                OutflowKind.TRANSFER,
                order.payee(),
                order.amount(),
                "清偿往来款",
                "dues/service-public",
                order.vouchers(),
                order.initiator(),
                order.policy(),
                order.expiresAt());
    }

    /**
     * The entry through which an order is paid out of the service fund.
     *
     * @param order the order
     * @return the draft
     */
    public static EntryDraft payment(OutflowOrder order) {
        return draft(
                Book.paymentId(order).value(),
                EntryKind.PAYMENT,
                CLEANING,
                ChartOfAccounts.SERVICE_CASH,
                order.amount().minor());
    }

    /**
     * Posts a draft at {@link #MOMENT}.
     *
     * @param draft the draft
     * @return what the book answers
     */
    public Outcome<Acknowledgement> post(EntryDraft draft) {
        return book.post(draft, MOMENT);
    }

    /**
     * Pays an order under the sample keys at {@link #MOMENT}.
     *
     * @param order the order
     * @return what the book answers
     */
    public Outcome<Acknowledgement> pay(OutflowOrder order) {
        return book.pay(
                new Warrant.Payment(TestKeys.open(order, MOMENT)),
                payment(order),
                MOMENT,
                BookGuard.none());
    }
}
