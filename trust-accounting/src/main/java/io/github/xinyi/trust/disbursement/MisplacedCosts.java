package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passes a cost to the class that is to bear it; both record what the one owes the other. */
record MisplacedCosts(Trusteeship trusteeship) {

    private static final int DIGITS = 40;

    Outcome<Acknowledgement> pass(MisplacedCost cost, Instant at) {
        Optional<BudgetYear> year = trusteeship.year(cost.day().getYear());
        Optional<BudgetLine> line = year.flatMap(found -> found.budget().line(cost.line()));
        Optional<EntryDraft> payment =
                trusteeship.book().read(reader -> payment(reader, cost.payment()));
        List<Finding> known =
                List.of(
                        trusteeship.judgeYear(cost.day().getYear()),
                        RuleCheck.of(
                                DisbursementRule.COST_STANDS,
                                payment.isPresent(),
                                "entry",
                                cost.payment()),
                        RuleCheck.of(
                                DisbursementRule.COST_OF_OTHER_CLASS,
                                line.isPresent()
                                        && payment.flatMap(paid -> dues(paid, line.get()))
                                                .isPresent(),
                                "line",
                                cost.line()));
        if (!new Ruling(known).notMet().isEmpty()) {
            return Outcome.refused(new Ruling(known));
        }
        EntryDraft draft = draft(cost, payment.orElseThrow(), line.orElseThrow());
        return trusteeship
                .book()
                .accrue(
                        new Warrant.Accrual(),
                        draft,
                        at,
                        (reader, entry) -> {
                            List<Finding> findings = new ArrayList<>(known);
                            findings.addAll(
                                    limits(reader, cost, payment.get(), year.orElseThrow(), at));
                            return findings;
                        });
    }

    /** The payment of an id that was not taken back, of one cost by one class. */
    private static Optional<EntryDraft> payment(BookReader book, EntryId id) {
        return book.entry(id)
                .map(there -> there.entry().draft())
                .filter(draft -> draft.kind() == EntryKind.PAYMENT && draft.reverses().isEmpty())
                .filter(draft -> draft.postings().size() == 2)
                .filter(draft -> book.reversalOf(id).isEmpty());
    }

    private static Posting paid(EntryDraft payment) {
        return payment.postings().stream()
                .filter(posting -> posting.side() == Side.DEBIT)
                .findFirst()
                .orElseThrow();
    }

    /** What the class of the line will owe the one that paid; empty where it can owe it nothing. */
    private static Optional<Dues> dues(EntryDraft payment, BudgetLine line) {
        String payer = paid(payment).account().value().split("\\.", 2)[0];
        return Dues.ofCosts(line.fundClass().prefix() + "-" + payer);
    }

    private EntryDraft draft(MisplacedCost cost, EntryDraft payment, BudgetLine line) {
        Dues dues = dues(payment, line).orElseThrow();
        return EntryDraft.of(
                        trusteeship.book().read(reader -> id(reader, cost.payment())),
                        EntryKind.MISPLACED_COST,
                        cost.day(),
                        SourceDocument.entry(cost.payment()),
                        cost.salt())
                .postings(
                        Posting.debit(line.expenseAccount(), cost.amount()),
                        Posting.credit(dues.debt(), cost.amount()),
                        Posting.debit(dues.claim(), cost.amount()),
                        Posting.credit(paid(payment).account(), cost.amount()));
    }

    /** One of a payment stands at a time; after it was taken back there may be another. */
    private static EntryId id(BookReader book, EntryId payment) {
        String digits =
                CanonicalBytes.part().text(payment.value()).sha256Hex().substring(0, DIGITS);
        int time = 1;
        while (book.reversalOf(EntryId.of("borne/" + digits + "/" + time)).isPresent()) {
            time++;
        }
        return EntryId.of("borne/" + digits + "/" + time);
    }

    private static List<Finding> limits(
            BookReader book, MisplacedCost cost, EntryDraft payment, BudgetYear year, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        DisbursementRule.COST_STANDS,
                        book.reversalOf(cost.payment()).isEmpty(),
                        "entry",
                        cost.payment()));
        findings.add(
                RuleCheck.of(
                        DisbursementRule.COST_WITHIN_PAYMENT,
                        cost.amount().compareTo(paid(payment).amount()) <= 0
                                && !cost.day().isBefore(payment.effectiveDate()),
                        "amount",
                        cost.amount(),
                        "paid",
                        paid(payment).amount()));
        findings.addAll(year.judge(book, cost.line(), cost.amount(), cost.day(), at));
        return findings;
    }
}
