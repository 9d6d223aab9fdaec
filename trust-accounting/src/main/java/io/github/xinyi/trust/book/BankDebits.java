package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the entries of what a bank took out by itself, and judges its evidence. */
final class BankDebits {

    private final ChartOfAccounts chart;
    private final Receipts receipts;

    BankDebits(ChartOfAccounts chart, Receipts receipts) {
        this.chart = chart;
        this.receipts = receipts;
    }

    Outcome<List<Step>> steps(BookReader book, BankDebit debit) {
        return debit.fold(
                fee -> Outcome.accepted(fee(book, fee)), returned -> returned(book, returned));
    }

    private List<Step> fee(BookReader book, BankDebit.Fee fee) {
        BankEvidence line = fee.line();
        Money amount = line.movement().negated();
        EntryDraft draft =
                EntryDraft.of(
                                line.entryId(),
                                EntryKind.BANK_FEE,
                                fee.day(),
                                line.source(),
                                fee.salt())
                        .narrative(line.narrative())
                        .postings(
                                Posting.debit(fee.cost(), amount),
                                Posting.credit(fee.cash(), amount));
        List<Finding> findings = new ArrayList<>(went(line, draft, fee.day()));
        findings.add(
                RuleCheck.of(
                        LedgerRule.BANK_FEE_IS_COST,
                        chart.find(fee.cost())
                                .map(Account::type)
                                .filter(AccountType.EXPENSE::equals)
                                .isPresent(),
                        "account",
                        fee.cost()));
        return covered(book, line, line.shortfallId(), Step.byCommand(draft, findings));
    }

    private Outcome<List<Step>> returned(BookReader book, BankDebit.ReturnedItem returned) {
        BankEvidence line = returned.line();
        Optional<Entry> original = book.entry(returned.receipt()).map(LogRecord.OfEntry::entry);
        if (original.isEmpty()) {
            List<Finding> findings = new ArrayList<>(receipts.judge(book, returned.receipt()));
            findings.add(direction(line, line.movement().isNegative()));
            return Outcome.refused(new Ruling(findings));
        }
        EntryDraft draft =
                EntryDraft.reversalOf(
                                original.get(), line.entryId(), returned.day(), returned.salt())
                        .source(line.source())
                        .narrative(line.narrative());
        List<Finding> findings = new ArrayList<>(receipts.judge(book, returned.receipt()));
        findings.add(Receipts.withItsUnit(book, original.get().draft()));
        findings.addAll(went(line, draft, returned.day()));
        return Outcome.accepted(
                covered(book, line, line.shortfallId(), Step.byCommand(draft, findings)));
    }

    /** That the line shows money going out, of the amount and from the account of the entry. */
    private List<Finding> went(BankEvidence line, EntryDraft draft, LocalDate day) {
        return List.of(
                direction(line, line.movement().isNegative()),
                fits(line, draft, line.movement().negated()),
                RuleCheck.of(
                        LedgerRule.BANK_LINE_BEFORE_ENTRY,
                        !day.isBefore(line.bookedOn()),
                        "day",
                        day,
                        "booked",
                        line.bookedOn()));
    }

    static Finding direction(BankEvidence line, boolean right) {
        return RuleCheck.of(
                LedgerRule.BANK_LINE_DIRECTION,
                right,
                "line",
                line.reference(),
                "movement",
                line.movement());
    }

    Finding fits(BankEvidence line, EntryDraft draft, Money amount) {
        List<Posting> cash = receipts.cash(draft);
        return RuleCheck.of(
                LedgerRule.BANK_LINE_FITS,
                cash.size() == 1
                        && cash.get(0).amount().equals(amount)
                        && line.cash().contains(cash.get(0).account()),
                "line",
                line.reference(),
                "movement",
                line.movement());
    }

    /**
     * The step, and before it the one that brings what its cash account lacks: other cash in the
     * same account at the bank is what the bank took in truth, and both classes record the debt.
     */
    List<Step> covered(BookReader book, BankEvidence line, EntryId shortfallId, Step step) {
        Optional<EntryDraft> before = Receipts.find(book, shortfallId);
        if (before.isPresent()) {
            return List.of(Step.byCommand(before.get(), List.of()), step);
        }
        boolean sound = step.commandFindings().stream().allMatch(BankDebits::isMet);
        if (!sound || book.entry(step.draft().id()).isPresent()) {
            return List.of(step);
        }
        List<Posting> postings = loans(book, line, receipts.cash(step.draft()).get(0));
        return postings.isEmpty()
                ? List.of(step)
                : List.of(
                        Step.byCommand(
                                shortfall(line, shortfallId, step.draft()).postings(postings),
                                List.of()),
                        step);
    }

    private static boolean isMet(Finding finding) {
        return finding.verdict() == Verdict.MET;
    }

    private static EntryDraft shortfall(BankEvidence line, EntryId shortfallId, EntryDraft cause) {
        return EntryDraft.of(
                        shortfallId,
                        EntryKind.SHORTFALL,
                        cause.effectiveDate(),
                        line.source(),
                        shortfallSalt(cause.salt()))
                .visibility(cause.visibility())
                .narrative(line.narrative());
    }

    private static Salt shortfallSalt(Salt salt) {
        return Salt.of(
                new CanonicalBytes("xinyi/shortfall-salt/v1").raw(salt.toByteArray()).sha256());
    }

    /** Nothing if there is enough, or if all the account at the bank has not enough. */
    private List<Posting> loans(BookReader book, BankEvidence line, Posting leaving) {
        Money missing = leaving.amount().minus(book.balance(leaving.account()).net());
        List<Posting> postings = new ArrayList<>();
        Set<AccountCode> others = new TreeSet<>(line.cash());
        others.remove(leaving.account());
        for (AccountCode other : others) {
            Money there = book.balance(other).net().atLeastZero();
            Money part = there.compareTo(missing) < 0 ? there : missing;
            if (part.isPositive() && receipts.isCash(other)) {
                postings.addAll(loan(other, leaving.account(), part));
                missing = missing.minus(part);
            }
        }
        return missing.isPositive() ? List.of() : postings;
    }

    private List<Posting> loan(AccountCode from, AccountCode to, Money amount) {
        FundClass lender = classOf(from);
        FundClass borrower = classOf(to);
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(to, amount));
        if (lender != borrower) {
            postings.add(Posting.credit(ChartOfAccounts.shortfallOwed(borrower), amount));
            postings.add(Posting.debit(ChartOfAccounts.shortfallDue(lender), amount));
        }
        postings.add(Posting.credit(from, amount));
        return postings;
    }

    private FundClass classOf(AccountCode cash) {
        return chart.find(cash).orElseThrow().fundClass();
    }
}
