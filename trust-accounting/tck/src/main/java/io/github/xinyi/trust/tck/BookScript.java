package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BankEvidence;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws commands, good and bad, from a seed alone: they know nothing of the book that they will
 * meet, so that every kind of refusal comes up.
 */
final class BookScript {

    private static final int OPENABLE = 3;

    private static final List<AccountCode> ACCOUNTS =
            Stream.concat(
                            SampleBook.chart().accounts().stream()
                                    .map(Account::code)
                                    .filter(code -> !isBetween(code)),
                            IntStream.range(0, OPENABLE).mapToObj(i -> openable(i).code()))
                    .toList();

    private static final int LINES = 2;

    private final SplittableRandom random;
    private final List<EntryDraft> drawn = new ArrayList<>();
    private final List<EntryDraft> passedOn = new ArrayList<>();
    private int orders;

    private BookScript(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<BookCommand> draw(long seed, int length) {
        BookScript script = new BookScript(seed);
        List<BookCommand> commands = new ArrayList<>();
        if (seed % 2 == 0) {
            commands.add(script.history(2));
            commands.add(script.history(1));
        }
        if (seed % 4 == 3) {
            commands.addAll(owedBefore());
        }
        commands.add(new BookCommand.Post(script.keep(SampleBook.opening("o", 2_000))));
        if (seed % 4 == 1) {
            commands.addAll(script.mistakes());
        }
        while (commands.size() < length) {
            commands.add(script.command());
        }
        return commands;
    }

    /**
     * Dues that the book is taken over with, a close that comes before they are paid, and a fee of
     * the bank for which another class lends its cash.
     */
    private static List<BookCommand> owedBefore() {
        LocalDate before = SampleBook.DAY.minusDays(1);
        return List.of(
                new BookCommand.Post(
                        SampleBook.draft("d0", EntryKind.OPENING, before)
                                .postings(owed(Money.ofFen(30)))),
                new BookCommand.Close(before),
                new BookCommand.Post(
                        SampleBook.draft(
                                "d1",
                                EntryKind.OPENING,
                                ChartOfAccounts.DEPOSITS_CASH,
                                ChartOfAccounts.DEPOSITS_HELD,
                                500)),
                new BookCommand.Debit(SampleBook.bankFee("BK98", 20)));
    }

    /**
     * A line recorded twice, a receipt of another household that bounces, one of no fees, a receipt
     * passed on by hand, and a text erased that is none.
     */
    private List<BookCommand> mistakes() {
        SourceDocument source = SourceDocument.bankLine("IN9");
        EntryDraft kept = keep(SampleBook.feeReceipt("m1", "u1", 70).source(source));
        EntryDraft mistaken = keep(SampleBook.feeReceipt("m2", "u1", 70).source(source));
        return List.of(
                new BookCommand.Post(kept),
                new BookCommand.Post(mistaken),
                new BookCommand.Correct(
                        new ReceiptCorrection.RecordedTwice(
                                SampleBook.bankLine("IN9", 70),
                                kept.id(),
                                mistaken.id(),
                                SampleBook.DAY,
                                SampleBook.salt("twice"))),
                new BookCommand.Correct(
                        new ReceiptCorrection.WrongUnit(
                                kept.id(),
                                UnitId.of("u2"),
                                SampleBook.DAY,
                                SampleBook.salt("from"),
                                SampleBook.salt("to"))),
                new BookCommand.Debit(SampleBook.returnedItem("BK99", "m1", 70)),
                new BookCommand.Post(
                        SampleBook.draft(
                                "m3",
                                EntryKind.FEE_RECEIPT,
                                ChartOfAccounts.SERVICE_CASH,
                                ChartOfAccounts.FEE_INCOME,
                                5)),
                new BookCommand.Post(
                        SampleBook.draft(
                                "m4",
                                EntryKind.REALLOCATION,
                                ChartOfAccounts.reallocation(FundClass.SERVICE_FUND),
                                ChartOfAccounts.FEES_RECEIVABLE,
                                5)),
                new BookCommand.Post(SampleBook.parking("m5", 5).narrative("")),
                new BookCommand.Erase(EntryId.of("m5"), SampleBook.DAY.minusDays(1)));
    }

    private BookCommand command() {
        int dice = random.nextInt(100);
        if (dice < 15) {
            return pay();
        }
        if (dice < 25) {
            return new BookCommand.PostAll(drafts());
        }
        if (dice < 33) {
            return new BookCommand.Publish(
                    random.nextBoolean() ? EntryKind.BILL : EntryKind.FEE_RECEIPT,
                    random.nextInt(5, 7));
        }
        if (dice < 37) {
            int days = random.nextInt(3) > 0 ? -1 : random.nextInt(-3, 32);
            return new BookCommand.Close(SampleBook.DAY.plusDays(days));
        }
        if (dice < 40) {
            return new BookCommand.PostEach(drafts());
        }
        if (dice < 49) {
            return new BookCommand.Debit(debit());
        }
        if (dice < 56) {
            return new BookCommand.Correct(correction());
        }
        if (dice < 62) {
            return change();
        }
        if (dice < 64) {
            return history(random.nextInt(0, 3));
        }
        if (dice < 72) {
            return dice < 68 ? new BookCommand.Fail(good()) : erasure();
        }
        return dice < 75 ? accrual() : new BookCommand.Post(draft());
    }

    /** Of an entry that may not be there, have no text, be erased already or have to be kept. */
    private BookCommand erasure() {
        EntryId entry = random.nextInt(10) == 0 ? EntryId.of(id()) : earlier().id();
        return new BookCommand.Erase(
                entry, SampleBook.DAY.minusDays(random.nextInt(6) == 0 ? 0 : 1));
    }

    /** What falls due to the firm, or is taken or paid back, or something that no rule reckons. */
    private BookCommand accrual() {
        Money due = Money.ofFen(amount());
        if (random.nextInt(4) == 0) {
            return new BookCommand.Accrue(keep(dated(repaid(due))));
        }
        List<Posting> lines =
                List.of(
                        Posting.debit(ChartOfAccounts.REMUNERATION_COST, due),
                        Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, due),
                        Posting.debit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, due),
                        Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, due));
        EntryDraft accrued =
                SampleBook.draft(id(), EntryKind.REMUNERATION_ACCRUAL, SampleBook.DAY)
                        .postings(
                                random.nextInt(3) == 0
                                        ? lines.stream().map(Posting::reversed).toList()
                                        : lines);
        return new BookCommand.Accrue(random.nextInt(5) == 0 ? draft() : keep(dated(accrued)));
    }

    private EntryDraft repaid(Money amount) {
        return SampleBook.draft(id(), EntryKind.REMUNERATION_REPAYMENT, SampleBook.DAY)
                .postings(
                        Posting.debit(ChartOfAccounts.SERVICE_CASH, amount),
                        Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, amount),
                        Posting.debit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, amount),
                        Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, amount));
    }

    /** Accounts on which only commands post, so that what is left on them can be told. */
    private static boolean isBetween(AccountCode code) {
        return code.value().endsWith(".reallocation") || code.value().contains(".shortfall-");
    }

    private static Account openable(int number) {
        return new Account(
                AccountCode.of("service.expense.SF-7" + number),
                "新科目" + number,
                "New " + number,
                FundClass.SERVICE_FUND,
                AccountType.EXPENSE);
    }

    private BookCommand change() {
        Account account = openable(random.nextInt(OPENABLE));
        if (random.nextBoolean()) {
            return new BookCommand.OpenAccount(account, day());
        }
        return new BookCommand.CloseAccount(
                random.nextInt(4) == 0 ? account() : account.code(),
                SampleBook.DAY.plusDays(random.nextInt(-2, 12)));
    }

    private BankDebit debit() {
        String reference = "BK" + random.nextInt(40);
        LocalDate day = SampleBook.DAY.plusDays(random.nextInt(10) == 0 ? -1 : random.nextInt(4));
        if (random.nextInt(3) == 0) {
            return new BankDebit.Fee(
                    line(reference, -random.nextInt(1, 400)),
                    random.nextInt(8) == 0 ? account() : ChartOfAccounts.SERVICE_CASH,
                    random.nextInt(8) == 0 ? account() : SampleBook.CLEANING,
                    day,
                    SampleBook.salt(reference));
        }
        EntryDraft receipt =
                passedOn.isEmpty() || random.nextInt(4) > 0
                        ? receipt()
                        : passedOn.get(random.nextInt(passedOn.size()));
        return new BankDebit.ReturnedItem(
                line(reference, -amountOf(receipt)), receipt.id(), day, SampleBook.salt(reference));
    }

    private ReceiptCorrection correction() {
        if (random.nextInt(3) == 0) {
            EntryDraft receipt = receipt();
            passedOn.add(receipt);
            return new ReceiptCorrection.WrongUnit(
                    receipt.id(),
                    UnitId.of("u" + random.nextInt(3)),
                    day(),
                    SampleBook.salt("from " + receipt.id()),
                    SampleBook.salt("to " + receipt.id()));
        }
        return recordedTwice();
    }

    private ReceiptCorrection recordedTwice() {
        String reference = "IN" + random.nextInt(LINES);
        List<EntryDraft> ofLine =
                drawn.stream()
                        .filter(d -> d.source().equals(SourceDocument.bankLine(reference)))
                        .filter(d -> d.reverses().isEmpty())
                        .toList();
        EntryDraft kept = ofLine.isEmpty() ? receipt() : ofLine.get(0);
        EntryDraft mistaken =
                ofLine.isEmpty() || random.nextInt(8) == 0
                        ? receipt()
                        : ofLine.get(random.nextInt(ofLine.size()));
        return new ReceiptCorrection.RecordedTwice(
                line(reference, amountOf(kept)),
                kept.id(),
                mistaken.id(),
                day(),
                SampleBook.salt("twice " + mistaken.id()));
    }

    /** A line that says the right thing, mostly. */
    private BankEvidence line(String reference, long fen) {
        long said =
                switch (random.nextInt(12)) {
                    case 0 -> -fen;
                    case 1 -> fen + 1;
                    default -> fen;
                };
        return SampleBook.bankLine(reference, said);
    }

    private EntryDraft receipt() {
        List<EntryDraft> receipts =
                drawn.stream()
                        .filter(
                                draft ->
                                        draft.kind() == EntryKind.FEE_RECEIPT
                                                || draft.kind() == EntryKind.PUBLIC_INCOME
                                                || draft.kind() == EntryKind.REMUNERATION_REPAYMENT)
                        .toList();
        return receipts.isEmpty() || random.nextInt(12) == 0
                ? earlier()
                : receipts.get(random.nextInt(receipts.size()));
    }

    private static long amountOf(EntryDraft draft) {
        return draft.postings().get(0).amount().minor();
    }

    /** A month of earlier books, so many before this one. */
    private BookCommand history(int months) {
        YearMonth period = YearMonth.from(SampleBook.DAY).minusMonths(months);
        List<EntryDraft> drafts = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String id = "h" + random.nextInt(60);
            EntryDraft draft =
                    random.nextBoolean()
                            ? SampleBook.opening(id, amount())
                            : SampleBook.feeReceipt(id, "u" + random.nextInt(3), amount());
            YearMonth of = random.nextInt(12) == 0 ? period.plusMonths(1) : period;
            SourceDocument source =
                    random.nextInt(12) == 0 ? draft.source() : SourceDocument.imported("old-" + id);
            drafts.add(
                    keep(
                            EntryDraft.of(
                                            draft.id(),
                                            draft.kind(),
                                            of.atDay(9),
                                            source,
                                            draft.salt())
                                    .visibility(draft.visibility())
                                    .narrative(draft.narrative())
                                    .postings(draft.postings())));
        }
        return new BookCommand.Import(period, drafts);
    }

    private List<EntryDraft> drafts() {
        List<EntryDraft> drafts = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            for (int unit = 0; unit < 6; unit++) {
                drafts.add(keep(SampleBook.bill(id(), "u" + unit, amount())));
            }
        }
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            drafts.add(random.nextInt(10) == 0 ? draft() : good());
        }
        return drafts;
    }

    private BookCommand pay() {
        long fen = random.nextInt(1, 900);
        String order = "E" + (random.nextInt(4) == 0 ? random.nextInt(1 + orders) : orders++);
        long entered = random.nextInt(8) == 0 ? fen + random.nextInt(-1, 2) : fen;
        String id = random.nextInt(12) == 0 ? id() : "pay/" + order;
        EntryDraft draft =
                SampleBook.draft(
                        id,
                        random.nextInt(12) == 0 ? EntryKind.REMUNERATION_DRAW : EntryKind.PAYMENT,
                        SampleBook.CLEANING,
                        random.nextInt(10) == 0 ? account() : ChartOfAccounts.SERVICE_CASH,
                        entered);
        return new BookCommand.Pay(order, fen, keep(draft));
    }

    private EntryDraft draft() {
        int dice = random.nextInt(100);
        if (dice < 55) {
            return good();
        }
        if (dice < 67) {
            return reversal();
        }
        if (dice < 75) {
            return again();
        }
        return dice < 88 ? wild() : malformed();
    }

    /**
     * An entry that a book takes unless its id is used, a sum leaves the range, it pays dues, or it
     * is dues that come after the book has begun.
     */
    private EntryDraft good() {
        String unit = "u" + random.nextInt(8);
        long fen = random.nextInt(50) == 0 ? Long.MAX_VALUE - random.nextInt(3) : amount();
        EntryDraft draft =
                switch (random.nextInt(6)) {
                    case 0 -> SampleBook.bill(id(), unit, fen);
                    case 1 -> received(SampleBook.feeReceipt(id(), unit, fen));
                    case 2 -> SampleBook.parking(id(), fen);
                    case 3 -> SampleBook.opening(id(), fen);
                    case 4 -> dues(fen);
                    default ->
                            SampleBook.draft(
                                    id(),
                                    EntryKind.OPENING,
                                    ChartOfAccounts.DEPOSITS_CASH,
                                    ChartOfAccounts.DEPOSITS_HELD,
                                    fen);
                };
        return keep(dated(draft));
    }

    /** What service owes public income, and now and then less of it, which no opening pays. */
    private EntryDraft dues(long fen) {
        List<Posting> more = owed(Money.ofFen(fen));
        return SampleBook.draft(id(), EntryKind.OPENING, SampleBook.DAY)
                .postings(fen % 3 == 0 ? more.stream().map(Posting::reversed).toList() : more);
    }

    private static List<Posting> owed(Money amount) {
        return List.of(
                Posting.debit(ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND), amount),
                Posting.credit(SampleBook.DUE_TO_PUBLIC, amount),
                Posting.debit(SampleBook.PUBLIC_DUE_FROM_SERVICE, amount),
                Posting.credit(SampleBook.PARKING, amount));
    }

    /** Some lines of the bank are recorded more than once. */
    private EntryDraft received(EntryDraft receipt) {
        int line = random.nextInt(LINES);
        return random.nextInt(3) == 0
                ? receipt
                : receipt.source(SourceDocument.bankLine("IN" + line))
                        .postings(
                                receipt.postings().stream()
                                        .map(
                                                p ->
                                                        new Posting(
                                                                p.account(),
                                                                p.side(),
                                                                Money.ofFen(40 + line)))
                                        .toList());
    }

    private EntryDraft dated(EntryDraft draft) {
        return EntryDraft.of(draft.id(), draft.kind(), day(), draft.source(), draft.salt())
                .visibility(draft.visibility())
                .narrative(draft.narrative())
                .postings(draft.postings());
    }

    private EntryDraft reversal() {
        EntryDraft original = earlier();
        Entry there = new Entry(BookCommand.community(0, 0), 0, SampleBook.MOMENT, original);
        String id = id();
        EntryDraft reversal =
                EntryDraft.reversalOf(there, EntryId.of(id), day(), SampleBook.salt(id));
        return keep(
                switch (random.nextInt(8)) {
                    case 0 -> reversal.reversing(EntryId.of(id()));
                    case 1 -> reversal.postings(original.postings());
                    case 2 -> reversal.visibility(Visibility.household(UnitId.of("u9")));
                    case 3, 4, 5 -> reversal.source(SourceDocument.bankLine("back-" + id));
                    default -> reversal;
                });
    }

    /** The same request with another salt, or its id with another text. */
    private EntryDraft again() {
        EntryDraft first = earlier();
        EntryDraft salted =
                EntryDraft.of(
                                first.id(),
                                first.kind(),
                                first.effectiveDate(),
                                first.source(),
                                SampleBook.salt("again " + random.nextInt()))
                        .visibility(first.visibility())
                        .narrative(first.narrative())
                        .postings(first.postings());
        EntryDraft same = first.reverses().map(salted::reversing).orElse(salted);
        return random.nextBoolean() ? same : same.narrative("otherwise");
    }

    /** Two to four lines over any accounts, which may take cash out or cross classes. */
    private EntryDraft wild() {
        long fen = amount();
        EntryKind kind =
                List.of(
                                EntryKind.OPENING,
                                EntryKind.FEE_RECEIPT,
                                EntryKind.PAYMENT,
                                EntryKind.BANK_FEE,
                                EntryKind.REALLOCATION,
                                EntryKind.REMUNERATION_ACCRUAL,
                                EntryKind.REMUNERATION_REPAYMENT)
                        .get(random.nextInt(7));
        EntryDraft draft = SampleBook.draft(id(), kind, account(), account(), fen);
        List<Posting> lines = new ArrayList<>(draft.postings());
        if (random.nextBoolean()) {
            long more = amount();
            lines.add(Posting.debit(account(), Money.ofFen(more)));
            lines.add(Posting.credit(account(), Money.ofFen(more)));
        }
        return keep(dated(draft.postings(lines)));
    }

    private EntryDraft malformed() {
        EntryDraft draft = good();
        Posting first = draft.postings().get(0);
        return keep(
                switch (random.nextInt(6)) {
                    case 0 -> draft.postings(List.of(first));
                    case 1 ->
                            draft.postings(
                                    first,
                                    new Posting(
                                            AccountCode.of("service.unknown"),
                                            first.side().opposite(),
                                            first.amount()));
                    case 2 -> draft.narrative("长".repeat(EntryDraft.MAX_NARRATIVE + 1));
                    case 3 ->
                            SampleBook.draft(
                                    id(), draft.kind(), account(), account(), -random.nextInt(2));
                    case 4 -> draft.postings(first, draft.postings().get(1), first);
                    default ->
                            draft.postings(Collections.nCopies(EntryDraft.MAX_POSTINGS + 1, first));
                });
    }

    private EntryDraft keep(EntryDraft draft) {
        drawn.add(draft);
        return draft;
    }

    private EntryDraft earlier() {
        return drawn.get(random.nextInt(drawn.size()));
    }

    private String id() {
        return "e" + random.nextInt(150);
    }

    private AccountCode account() {
        return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    }

    private long amount() {
        return random.nextInt(1, 500);
    }

    private LocalDate day() {
        return SampleBook.DAY.plusDays(random.nextInt(-5, 6));
    }
}
