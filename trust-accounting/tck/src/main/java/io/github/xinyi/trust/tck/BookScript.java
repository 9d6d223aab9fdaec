package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws commands, good and bad, from a seed alone: they know nothing of the book that they will
 * meet, so that every kind of refusal comes up.
 */
final class BookScript {

    private static final List<AccountCode> ACCOUNTS =
            SampleBook.chart().accounts().stream().map(Account::code).toList();

    private final SplittableRandom random;
    private final List<EntryDraft> drawn = new ArrayList<>();
    private int orders;

    private BookScript(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<BookCommand> draw(long seed, int length) {
        BookScript script = new BookScript(seed);
        List<BookCommand> commands = new ArrayList<>();
        commands.add(new BookCommand.Post(script.keep(SampleBook.opening("o", 2_000))));
        while (commands.size() < length) {
            commands.add(script.command());
        }
        return commands;
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
        if (dice < 35) {
            int days = random.nextBoolean() ? -1 : random.nextInt(-3, 32);
            return new BookCommand.Close(SampleBook.DAY.plusDays(days));
        }
        return dice < 39 ? new BookCommand.Fail(good()) : new BookCommand.Post(draft());
    }

    private List<EntryDraft> drafts() {
        List<EntryDraft> drafts = new ArrayList<>();
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

    /** An entry that a book takes unless its id is used or a sum leaves the range. */
    private EntryDraft good() {
        String unit = "u" + random.nextInt(8);
        long fen = random.nextInt(50) == 0 ? Long.MAX_VALUE - random.nextInt(3) : amount();
        EntryDraft draft =
                switch (random.nextInt(6)) {
                    case 0 -> SampleBook.bill(id(), unit, fen);
                    case 1 -> SampleBook.feeReceipt(id(), unit, fen);
                    case 2 -> SampleBook.parking(id(), fen);
                    case 3 -> SampleBook.opening(id(), fen);
                    case 4 ->
                            SampleBook.draft(id(), EntryKind.OPENING, SampleBook.DAY)
                                    .postings(
                                            Posting.debit(
                                                    ChartOfAccounts.openingBalance(
                                                            FundClass.SERVICE_FUND),
                                                    Money.ofFen(fen)),
                                            Posting.credit(
                                                    SampleBook.DUE_TO_PUBLIC, Money.ofFen(fen)),
                                            Posting.debit(
                                                    SampleBook.PUBLIC_DUE_FROM_SERVICE,
                                                    Money.ofFen(fen)),
                                            Posting.credit(SampleBook.PARKING, Money.ofFen(fen)));
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
                List.of(EntryKind.OPENING, EntryKind.FEE_RECEIPT, EntryKind.PAYMENT)
                        .get(random.nextInt(3));
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
