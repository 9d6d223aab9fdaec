package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the entries that put a mistaken receipt right without cash at the bank moving. */
final class ReceiptCorrections {

    private final ChartOfAccounts chart;
    private final Receipts receipts;
    private final BankDebits debits;

    ReceiptCorrections(ChartOfAccounts chart, Receipts receipts, BankDebits debits) {
        this.chart = chart;
        this.receipts = receipts;
        this.debits = debits;
    }

    Outcome<List<Step>> steps(BookReader book, ReceiptCorrection correction) {
        return correction.fold(twice -> twice(book, twice), wrong -> wrongUnit(book, wrong));
    }

    private Outcome<List<Step>> twice(BookReader book, ReceiptCorrection.RecordedTwice twice) {
        BankEvidence line = twice.line();
        List<Finding> findings = new ArrayList<>(receipts.judge(book, twice.kept()));
        findings.addAll(receipts.judge(book, twice.mistaken()));
        findings.add(BankDebits.direction(line, line.movement().isPositive()));
        Optional<EntryDraft> kept = Receipts.find(book, twice.kept());
        Optional<Entry> mistaken = book.entry(twice.mistaken()).map(LogRecord.OfEntry::entry);
        if (kept.isEmpty() || mistaken.isEmpty()) {
            return Outcome.refused(new Ruling(findings));
        }
        EntryDraft there = mistaken.get().draft();
        findings.add(
                RuleCheck.of(
                        LedgerRule.RECORDED_TWICE,
                        isTwice(kept.get(), there, line),
                        "kept",
                        twice.kept(),
                        "mistaken",
                        twice.mistaken()));
        findings.add(Receipts.withItsUnit(book, there));
        EntryDraft reversal =
                EntryDraft.reversalOf(
                                mistaken.get(),
                                Receipts.notReceived(twice.mistaken()),
                                twice.day(),
                                twice.salt())
                        .narrative(line.narrative());
        findings.add(debits.fits(line, reversal, line.movement()));
        return Outcome.accepted(
                debits.covered(
                        book,
                        line,
                        Receipts.notReceivedShortfall(twice.mistaken()),
                        Step.byCommand(reversal, findings)));
    }

    /** Two receipts of one line, each of all its money: the bank received it once. */
    private boolean isTwice(EntryDraft kept, EntryDraft mistaken, BankEvidence line) {
        return !kept.id().equals(mistaken.id())
                && kept.kind() == mistaken.kind()
                && kept.source().equals(line.source())
                && mistaken.source().equals(line.source())
                && receipts.cash(kept).equals(receipts.cash(mistaken));
    }

    private Outcome<List<Step>> wrongUnit(BookReader book, ReceiptCorrection.WrongUnit wrong) {
        List<Finding> findings = new ArrayList<>(receipts.judge(book, wrong.receipt()));
        Optional<EntryDraft> there = Receipts.find(book, wrong.receipt());
        if (there.isEmpty()) {
            return Outcome.refused(new Ruling(findings));
        }
        EntryDraft receipt = there.get();
        int times = Receipts.timesPassedOn(book, receipt.id());
        boolean again =
                times > 0
                        && Receipts.holder(book, receipt, times).equals(Optional.of(wrong.unit()));
        int before = again ? times - 1 : times;
        Optional<UnitId> from = Receipts.holder(book, receipt, before);
        findings.add(
                RuleCheck.of(
                        LedgerRule.REALLOCATION_MOVES,
                        from.isPresent() && !from.get().equals(wrong.unit()),
                        "entry",
                        receipt.id()));
        if (from.isEmpty() || !receipts.isReceipt(receipt)) {
            return Outcome.refused(new Ruling(findings));
        }
        int time = before + 1;
        EntryDraft out =
                link(wrong, Receipts.passedOnFrom(receipt.id(), time), wrong.saltFrom())
                        .visibility(Visibility.household(from.orElseThrow()))
                        .postings(passed(receipt).stream().map(Posting::reversed).toList());
        EntryDraft in =
                link(wrong, Receipts.passedOnTo(receipt.id(), time), wrong.saltTo())
                        .visibility(Visibility.household(wrong.unit()))
                        .postings(passed(receipt));
        return Outcome.accepted(
                List.of(Step.byCommand(out, findings), Step.byCommand(in, findings)));
    }

    private static EntryDraft link(ReceiptCorrection.WrongUnit wrong, EntryId id, Salt salt) {
        return EntryDraft.of(
                id,
                EntryKind.REALLOCATION,
                wrong.day(),
                SourceDocument.entry(wrong.receipt()),
                salt);
    }

    /** What the receipt paid for, against an account on which nothing is left. */
    private List<Posting> passed(EntryDraft receipt) {
        Posting cash = receipts.cash(receipt).get(0);
        FundClass fundClass = chart.find(cash.account()).orElseThrow().fundClass();
        AccountCode between = ChartOfAccounts.reallocation(fundClass);
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(between, cash.amount()));
        postings.addAll(receipts.paidFor(receipt));
        return postings;
    }
}
