package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BankEvidence;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the bank's own debits and the corrections of receipts should do, told a second time. */
final class BankModel {

    /** An entry that a command makes, and the rules it has found in the way. */
    record Made(EntryDraft draft, Set<LedgerRule> found) {}

    /** The entries of a command; none where it cannot make them, and then why. */
    record Plan(List<Made> steps, Set<LedgerRule> refused) {}

    private final JournalModel journal;

    BankModel(JournalModel journal) {
        this.journal = journal;
    }

    Plan plan(BankDebit debit) {
        return debit.fold(this::fee, this::returned);
    }

    private Plan fee(BankDebit.Fee fee) {
        BankEvidence line = fee.line();
        Money amount = line.movement().negated();
        EntryDraft draft =
                entry(line, line.entryId(), EntryKind.BANK_FEE, fee.day(), fee.salt())
                        .postings(
                                Posting.debit(fee.cost(), amount),
                                Posting.credit(fee.cash(), amount));
        Set<LedgerRule> found = went(line, draft, fee.day());
        boolean isCost =
                journal.account(fee.cost())
                        .filter(account -> account.type() == AccountType.EXPENSE)
                        .isPresent();
        addIf(found, !isCost, LedgerRule.BANK_FEE_IS_COST);
        return covered(line, line.shortfallId(), new Made(draft, found));
    }

    private Plan returned(BankDebit.ReturnedItem returned) {
        BankEvidence line = returned.line();
        Set<LedgerRule> found = standing(returned.receipt());
        Optional<EntryDraft> receipt = journal.entry(returned.receipt());
        if (receipt.isEmpty()) {
            addIf(found, line.movement().minor() >= 0, LedgerRule.BANK_LINE_DIRECTION);
            return new Plan(List.of(), found);
        }
        EntryDraft draft =
                takenBack(receipt.get(), line.entryId(), returned.day(), returned.salt(), line);
        EntryDraft reversal = draft.source(SourceDocument.bankLine(line.reference()));
        addIf(found, passedOn(receipt.get()), LedgerRule.RECEIPT_WITH_ITS_UNIT);
        found.addAll(went(line, reversal, returned.day()));
        return covered(line, line.shortfallId(), new Made(reversal, found));
    }

    Plan plan(ReceiptCorrection correction) {
        return correction.fold(this::twice, this::wrongUnit);
    }

    private Plan twice(ReceiptCorrection.RecordedTwice twice) {
        BankEvidence line = twice.line();
        Set<LedgerRule> found = standing(twice.kept());
        found.addAll(standing(twice.mistaken()));
        addIf(found, line.movement().minor() <= 0, LedgerRule.BANK_LINE_DIRECTION);
        Optional<EntryDraft> kept = journal.entry(twice.kept());
        Optional<EntryDraft> mistaken = journal.entry(twice.mistaken());
        if (kept.isEmpty() || mistaken.isEmpty()) {
            return new Plan(List.of(), found);
        }
        SourceDocument source = SourceDocument.bankLine(line.reference());
        boolean same =
                !twice.kept().equals(twice.mistaken())
                        && kept.get().kind() == mistaken.get().kind()
                        && kept.get().source().equals(source)
                        && mistaken.get().source().equals(source)
                        && cash(kept.get()).equals(cash(mistaken.get()));
        addIf(found, !same, LedgerRule.RECORDED_TWICE);
        addIf(found, passedOn(mistaken.get()), LedgerRule.RECEIPT_WITH_ITS_UNIT);
        String name = "twice/" + digits(twice.mistaken());
        EntryDraft draft =
                takenBack(mistaken.get(), EntryId.of(name), twice.day(), twice.salt(), line);
        addIf(found, !fits(line, draft, line.movement()), LedgerRule.BANK_LINE_FITS);
        return covered(line, EntryId.of(name + "/short"), new Made(draft, found));
    }

    private Plan wrongUnit(ReceiptCorrection.WrongUnit wrong) {
        Set<LedgerRule> found = standing(wrong.receipt());
        Optional<EntryDraft> there = journal.entry(wrong.receipt());
        if (there.isEmpty()) {
            return new Plan(List.of(), found);
        }
        List<Optional<UnitId>> holders = holders(there.get());
        int last = holders.size() - 1;
        if (last > 0 && holders.get(last).equals(Optional.of(wrong.unit()))) {
            last--;
        }
        Optional<UnitId> from = holders.get(last);
        boolean moves = from.isPresent() && !from.get().equals(wrong.unit());
        addIf(found, !moves, LedgerRule.REALLOCATION_MOVES);
        if (from.isEmpty() || !isReceipt(there.get())) {
            return new Plan(List.of(), found);
        }
        String name = "moved/" + digits(wrong.receipt()) + "/" + (last + 1);
        Posting cash = cash(there.get()).get(0);
        List<Posting> in = new ArrayList<>();
        in.add(Posting.debit(ChartOfAccounts.reallocation(classOf(cash.account())), cash.amount()));
        there.get().postings().stream()
                .filter(posting -> !JournalModel.isCash(posting.account()))
                .forEach(in::add);
        EntryDraft to =
                EntryDraft.of(
                                EntryId.of(name + "/to"),
                                EntryKind.REALLOCATION,
                                wrong.day(),
                                SourceDocument.entry(wrong.receipt()),
                                wrong.saltTo())
                        .visibility(Visibility.household(wrong.unit()))
                        .postings(in);
        EntryDraft out =
                EntryDraft.of(
                                EntryId.of(name + "/from"),
                                EntryKind.REALLOCATION,
                                wrong.day(),
                                SourceDocument.entry(wrong.receipt()),
                                wrong.saltFrom())
                        .visibility(Visibility.household(from.get()))
                        .postings(in.stream().map(Posting::reversed).toList());
        return new Plan(List.of(new Made(out, found), new Made(to, found)), Set.of());
    }

    private static void addIf(Set<LedgerRule> found, boolean broken, LedgerRule rule) {
        if (broken) {
            found.add(rule);
        }
    }

    private Set<LedgerRule> standing(EntryId id) {
        Set<LedgerRule> found = EnumSet.noneOf(LedgerRule.class);
        Optional<EntryDraft> there = journal.entry(id);
        addIf(found, there.isEmpty(), LedgerRule.REVERSED_ENTRY_KNOWN);
        boolean stands =
                there.filter(BankModel::isReceipt).isPresent() && journal.reversalOf(id).isEmpty();
        addIf(found, !stands, LedgerRule.RECEIPT_STANDS);
        return found;
    }

    private static boolean isReceipt(EntryDraft draft) {
        boolean kind =
                draft.kind() == EntryKind.FEE_RECEIPT
                        || draft.kind() == EntryKind.PUBLIC_INCOME
                        || draft.kind() == EntryKind.DEPOSIT_RECEIPT
                        || draft.kind() == EntryKind.REMUNERATION_REPAYMENT;
        List<Posting> cash = cash(draft);
        return kind
                && draft.reverses().isEmpty()
                && cash.size() == 1
                && cash.get(0).side() == Side.DEBIT;
    }

    private static List<Posting> cash(EntryDraft draft) {
        return draft.postings().stream().filter(p -> JournalModel.isCash(p.account())).toList();
    }

    /** Whose a receipt was, one after the other. */
    private List<Optional<UnitId>> holders(EntryDraft receipt) {
        List<Optional<UnitId>> holders = new ArrayList<>();
        holders.add(unit(receipt));
        Optional<EntryDraft> next = Optional.of(receipt);
        while (next.isPresent()) {
            String name = "moved/" + digits(receipt.id()) + "/" + holders.size() + "/to";
            next = journal.entry(EntryId.of(name));
            next.ifPresent(link -> holders.add(unit(link)));
        }
        return holders;
    }

    private boolean passedOn(EntryDraft receipt) {
        List<Optional<UnitId>> holders = holders(receipt);
        return !holders.get(holders.size() - 1).equals(unit(receipt));
    }

    private static Optional<UnitId> unit(EntryDraft draft) {
        return draft.visibility().fold(Optional::empty, Optional::of);
    }

    private static String digits(EntryId id) {
        return CanonicalBytes.part().text(id.value()).sha256Hex().substring(0, 40);
    }

    private static EntryDraft entry(
            BankEvidence line, EntryId id, EntryKind kind, LocalDate day, Salt salt) {
        return EntryDraft.of(id, kind, day, SourceDocument.bankLine(line.reference()), salt)
                .narrative("sha256:" + line.statement().toHex());
    }

    private static EntryDraft takenBack(
            EntryDraft receipt, EntryId id, LocalDate day, Salt salt, BankEvidence line) {
        return entry(line, id, receipt.kind(), day, salt)
                .source(receipt.source())
                .visibility(receipt.visibility())
                .postings(receipt.postings().stream().map(Posting::reversed).toList())
                .reversing(receipt.id());
    }

    private static Set<LedgerRule> went(BankEvidence line, EntryDraft draft, LocalDate day) {
        Set<LedgerRule> found = EnumSet.noneOf(LedgerRule.class);
        addIf(found, line.movement().minor() >= 0, LedgerRule.BANK_LINE_DIRECTION);
        addIf(found, !fits(line, draft, line.movement().negated()), LedgerRule.BANK_LINE_FITS);
        addIf(found, day.isBefore(line.bookedOn()), LedgerRule.BANK_LINE_BEFORE_ENTRY);
        return found;
    }

    private static boolean fits(BankEvidence line, EntryDraft draft, Money amount) {
        List<Posting> cash = cash(draft);
        return cash.size() == 1
                && line.cash().contains(cash.get(0).account())
                && cash.get(0).amount().equals(amount);
    }

    private Plan covered(BankEvidence line, EntryId shortId, Made made) {
        Optional<EntryDraft> there = journal.entry(shortId);
        if (there.isPresent()) {
            return new Plan(List.of(new Made(there.get(), Set.of()), made), Set.of());
        }
        List<Posting> loans =
                made.found().isEmpty() && journal.entry(made.draft().id()).isEmpty()
                        ? loans(line, cash(made.draft()).get(0))
                        : List.of();
        if (loans.isEmpty()) {
            return new Plan(List.of(made), Set.of());
        }
        Salt salt =
                Salt.of(
                        new CanonicalBytes("xinyi/shortfall-salt/v1")
                                .raw(made.draft().salt().toByteArray())
                                .sha256());
        EntryDraft shortfall =
                entry(line, shortId, EntryKind.SHORTFALL, made.draft().effectiveDate(), salt)
                        .visibility(made.draft().visibility())
                        .postings(loans);
        return new Plan(List.of(new Made(shortfall, Set.of()), made), Set.of());
    }

    private List<Posting> loans(BankEvidence line, Posting leaving) {
        BigInteger missing =
                BigInteger.valueOf(leaving.amount().minor()).subtract(net(leaving.account()));
        List<Posting> loans = new ArrayList<>();
        for (AccountCode lender : new TreeSet<>(line.cash())) {
            BigInteger part = net(lender).min(missing);
            if (!lender.equals(leaving.account()) && part.signum() > 0) {
                Money lent = Money.ofFen(part.longValueExact());
                FundClass to = classOf(leaving.account());
                loans.add(Posting.debit(leaving.account(), lent));
                loans.add(Posting.credit(ChartOfAccounts.shortfallOwed(to), lent));
                loans.add(Posting.debit(ChartOfAccounts.shortfallDue(classOf(lender)), lent));
                loans.add(Posting.credit(lender, lent));
                missing = missing.subtract(part);
            }
        }
        return missing.signum() > 0 ? List.of() : loans;
    }

    private BigInteger net(AccountCode account) {
        return journal.balance(account, journal.rows().size()).net();
    }

    private static FundClass classOf(AccountCode account) {
        for (FundClass fundClass : FundClass.values()) {
            if (account.value().startsWith(fundClass.prefix() + ".")) {
                return fundClass;
            }
        }
        throw new IllegalArgumentException("of no class: " + account);
    }
}
