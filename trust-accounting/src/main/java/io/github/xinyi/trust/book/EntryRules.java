package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.PostingRule;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeyProof;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of the ledger itself, all judged before anything is answered. */
final class EntryRules {

    /** Kinds that count as spent or drawn, whatever accounts they move. */
    private static final Set<EntryKind> OUTFLOWS =
            Arrays.stream(OutflowKind.values())
                    .map(EntryRules::entryKindOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(EntryKind.class)));

    /** What a fee receipt pays; late charges are no base of remuneration. */
    private static final Set<AccountCode> PAID_FOR =
            Set.of(ChartOfAccounts.FEES_RECEIVABLE, ChartOfAccounts.LATE_CHARGES_RECEIVABLE);

    /** Kinds that may move what one class owes another for a cost. */
    private static final Set<EntryKind> MOVING_DUES =
            EnumSet.of(EntryKind.MISPLACED_COST, EntryKind.TRANSFER, EntryKind.OPENING);

    private final Accounts accounts;
    private final ChartOfAccounts chart;

    EntryRules(Accounts accounts) {
        this.accounts = accounts;
        this.chart = accounts.chart();
    }

    /**
     * What the rules say of an entry.
     *
     * @param findings met and not met
     * @param balancesAfter the balance after each posting; of an entry that is refused it may be
     *     short of some
     */
    record Judged(List<Finding> findings, List<Balance> balancesAfter) {}

    Judged judge(BookReader book, Step step, BookGuard guard) {
        EntryDraft draft = step.draft();
        List<Finding> findings = new FormRules(accounts).judge(draft);
        boolean sound = areMet(findings);
        findings.addAll(PeriodRules.period(book, draft.effectiveDate()));
        findings.addAll(reversal(book, draft));
        findings.addAll(byCommandOnly(step));
        findings.addAll(named(draft));
        findings.addAll(marked(step));
        findings.addAll(step.commandFindings());
        List<Balance> after = new ArrayList<>(draft.postings().size());
        if (sound) {
            balances(book, draft, after, findings);
            findings.addAll(outflow(step));
            findings.addAll(receipt(draft));
            findings.addAll(transfer(draft));
            findings.addAll(notOverpaid(book, draft, after));
            findings.addAll(accountsOfKind(draft));
            findings.addAll(refund(book, step));
            findings.addAll(OpeningDues.judge(book, chart, draft));
        }
        findings.addAll(guard.judge(book, draft));
        return new Judged(findings, after);
    }

    private static boolean areMet(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.verdict() != Verdict.MET) {
                return false;
            }
        }
        return true;
    }

    private static BigInteger signed(Posting posting) {
        BigInteger minor = BigInteger.valueOf(posting.amount().minor());
        return posting.side() == Side.DEBIT ? minor : minor.negate();
    }

    private List<Finding> reversal(BookReader book, EntryDraft draft) {
        if (draft.reverses().isEmpty()) {
            return List.of();
        }
        EntryId original = draft.reverses().get();
        Optional<EntryDraft> there = book.entry(original).map(record -> record.entry().draft());
        boolean open =
                there.filter(d -> d.reverses().isEmpty()).isPresent()
                        && book.reversalOf(original).isEmpty();
        boolean opposite =
                there.filter(
                                d ->
                                        d.kind() == draft.kind()
                                                && d.visibility().equals(draft.visibility())
                                                && d.postings().stream()
                                                        .map(Posting::reversed)
                                                        .toList()
                                                        .equals(draft.postings()))
                        .isPresent();
        List<Finding> findings = new ArrayList<>();
        if (draft.kind() == EntryKind.PAYMENT) {
            findings.add(
                    RuleCheck.of(
                            LedgerRule.COST_TAKEN_BACK,
                            PassedCost.standing(book, original).isEmpty(),
                            "entry",
                            original));
        }
        findings.add(
                RuleCheck.of(
                        LedgerRule.REVERSED_ENTRY_KNOWN, there.isPresent(), "entry", original));
        findings.add(RuleCheck.of(LedgerRule.REVERSED_ONCE, open, "entry", original));
        findings.add(RuleCheck.of(LedgerRule.REVERSAL_OPPOSITE, opposite, "entry", original));
        findings.add(
                RuleCheck.of(
                        LedgerRule.RETURN_SHOWN_BY_BANK,
                        there.filter(d -> movesCash(d, Side.CREDIT)).isEmpty()
                                || draft.kind() == EntryKind.SHORTFALL
                                || returnedByBank(draft, there.get()),
                        "entry",
                        original));
        return findings;
    }

    /** What was imported says so in its source, and nothing else does. */
    private static List<Finding> marked(Step step) {
        boolean mark = Imports.isImported(step.draft()) && step.draft().reverses().isEmpty();
        return mark || step.isImport()
                ? List.of(
                        RuleCheck.of(
                                LedgerRule.IMPORT_MARKED,
                                mark == step.isImport(),
                                "entry",
                                step.draft().id()))
                : List.of();
    }

    /** Kinds that no caller posts by hand: each stands on evidence that its command judges. */
    private List<Finding> byCommandOnly(Step step) {
        EntryDraft draft = step.draft();
        return switch (draft.kind()) {
            case BANK_FEE ->
                    shownByBank(
                            draft,
                            (step.isByCommand() && !step.isImport())
                                    || draft.reverses().isPresent());
            case SHORTFALL ->
                    step.isMadeByItsRule() || draft.reverses().isPresent()
                            ? madeByItsRule(draft, step.isMadeByItsRule())
                            : shownByBank(draft, step.isByCommand() && !step.isImport());
            case OPENING ->
                    draft.reverses().isPresent() && movesDuesOfCommands(draft)
                            ? madeByItsRule(draft, step.isMadeByItsRule())
                            : List.of();
            case REALLOCATION ->
                    List.of(
                            RuleCheck.of(
                                    LedgerRule.REALLOCATION_LINKED,
                                    step.isByCommand() && !step.isImport(),
                                    "entry",
                                    draft.id()));
            case REMUNERATION_ACCRUAL, TRUSTEE_DEBT, TRUSTEE_REPAYMENT ->
                    madeByItsRule(
                            draft,
                            step.isMadeByItsRule()
                                    || step.isImport()
                                    || draft.reverses().isPresent());
            case REMUNERATION_REPAYMENT ->
                    madeByItsRule(draft, step.isMadeByItsRule() || draft.reverses().isPresent());
            case MISPLACED_COST ->
                    madeByItsRule(
                            draft,
                            step.isMadeByItsRule()
                                    && draft.reverses().isEmpty()
                                    && PassedCost.isNameOf(draft.id()));
            default -> List.of();
        };
    }

    private static List<Finding> shownByBank(EntryDraft draft, boolean isShown) {
        return List.of(RuleCheck.of(LedgerRule.BANK_DEBIT_SHOWN, isShown, "entry", draft.id()));
    }

    /** Costs and shortfalls, which an order at the bank or a command may have paid meanwhile. */
    private boolean movesDuesOfCommands(EntryDraft draft) {
        return draft.postings().stream()
                .flatMap(posting -> chart.dues(posting.account()).stream())
                .anyMatch(dues -> dues.equals(Dues.SHORTFALLS) || Dues.ofCosts().contains(dues));
    }

    /** Passings are found by their names, so that nothing else may be called so. */
    private static List<Finding> named(EntryDraft draft) {
        return PassedCost.isNameOf(draft.id()) && draft.kind() != EntryKind.MISPLACED_COST
                ? madeByItsRule(draft, /* isMade= */ false)
                : List.of();
    }

    private static List<Finding> madeByItsRule(EntryDraft draft, boolean isMade) {
        return List.of(RuleCheck.of(LedgerRule.MADE_BY_ITS_RULE, isMade, "entry", draft.id()));
    }

    /**
     * Every posting on an account that has no place on its side; nothing where all have one, since
     * most entries are asked this.
     */
    private List<Finding> accountsOfKind(EntryDraft draft) {
        if (draft.reverses().isPresent()) {
            return List.of();
        }
        PostingRule rule = PostingRule.of(draft.kind());
        List<Finding> misplaced = new ArrayList<>(0);
        for (Posting posting : draft.postings()) {
            Account account = chart.find(posting.account()).orElseThrow();
            if (!rule.permits(account, posting.side())) {
                misplaced.add(
                        RuleCheck.of(
                                LedgerRule.ACCOUNTS_OF_KIND,
                                false,
                                "kind",
                                draft.kind(),
                                "side",
                                posting.side(),
                                "account",
                                posting.account()));
            }
        }
        return misplaced;
    }

    /** A payment taken back frees its budget line, and so needs a bank line of its own. */
    private static boolean returnedByBank(EntryDraft draft, EntryDraft original) {
        return draft.source().type().equals(SourceDocument.BANK_LINE)
                && !draft.source().equals(original.source());
    }

    /** Notes the balance after each posting, and judges those at which the entry leaves cash. */
    private void balances(
            BookReader book, EntryDraft draft, List<Balance> after, List<Finding> findings) {
        for (Posting posting : draft.postings()) {
            Balance mine = last(after, posting.account());
            Balance before = mine == null ? book.balance(posting.account()) : mine;
            try {
                after.add(before.plus(posting));
            } catch (ArithmeticException outOfRange) {
                findings.add(
                        RuleCheck.of(
                                LedgerRule.AMOUNT_IN_RANGE, false, "account", posting.account()));
            }
        }
        SortedMap<AccountCode, Balance> cash = new TreeMap<>();
        for (Balance balance : after) {
            if (isCash(balance.account())) {
                cash.put(balance.account(), balance);
            }
        }
        for (Balance balance : cash.values()) {
            findings.add(
                    RuleCheck.of(
                            LedgerRule.FUNDS_SUFFICIENT,
                            !balance.net().isNegative(),
                            "account",
                            balance.account(),
                            "before",
                            book.balance(balance.account()).net(),
                            "after",
                            balance.net()));
        }
    }

    /** An entry has a hundred postings at most, and nearly always a few. */
    private static @Nullable Balance last(List<Balance> balances, AccountCode account) {
        for (int i = balances.size() - 1; i >= 0; i--) {
            if (balances.get(i).account().equals(account)) {
                return balances.get(i);
            }
        }
        return null;
    }

    /**
     * Cash leaves only under two keys given for this very payment, or on the bank's evidence. A
     * reversal that takes cash out again is no exception, save that of a shortfall: it gives the
     * lender back what was lent, and the account at the bank does not change.
     */
    private List<Finding> outflow(Step step) {
        EntryDraft draft = step.draft();
        TwoKeyProof proof = step.keys();
        boolean needsKeys =
                movesCash(draft, Side.CREDIT)
                        || (OUTFLOWS.contains(draft.kind()) && draft.reverses().isEmpty());
        boolean needsNone = step.isByCommand() || draft.kind() == EntryKind.SHORTFALL;
        if ((!needsKeys || needsNone) && proof == null) {
            return List.of();
        }
        BigInteger leaving =
                net(draft, posting -> isCash(posting.account()) && leaves(draft, posting)).negate();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(LedgerRule.OUTFLOW_UNDER_TWO_KEYS, proof != null, "leaving", leaving));
        if (proof != null) {
            findings.add(
                    RuleCheck.of(
                            LedgerRule.KEYS_FOR_THIS_PAYMENT,
                            matches(proof.order(), draft, leaving)
                                    && (draft.kind() == EntryKind.TRANSFER
                                            || !movesCash(draft, Side.DEBIT)),
                            "signed",
                            proof.order().amount(),
                            "leaving",
                            leaving));
        }
        return findings;
    }

    /** What a transfer brings to the other class does not make less leave the first. */
    private static boolean leaves(EntryDraft draft, Posting posting) {
        return draft.kind() != EntryKind.TRANSFER || posting.side() == Side.CREDIT;
    }

    /**
     * A transfer takes cash from one account of one class and brings it whole to one of another,
     * along an edge or for a cost that the one owes the other; its reversal goes the same way back.
     */
    private List<Finding> transfer(EntryDraft draft) {
        if (draft.kind() != EntryKind.TRANSFER) {
            return List.of();
        }
        boolean isReversal = draft.reverses().isPresent();
        List<Posting> out = cash(draft, isReversal ? Side.DEBIT : Side.CREDIT);
        List<Posting> in = cash(draft, isReversal ? Side.CREDIT : Side.DEBIT);
        boolean along =
                out.size() == 1
                        && in.size() == 1
                        && out.get(0).amount().equals(in.get(0).amount())
                        && (TransferEdge.between(classOf(out.get(0)), classOf(in.get(0)))
                                        .isPresent()
                                || settles(draft, classOf(out.get(0)), classOf(in.get(0))));
        return List.of(
                RuleCheck.of(
                        LedgerRule.ALONG_EDGE, along, "from", classes(out), "to", classes(in)));
    }

    /** Whether all that moves beside the cash is what the one class owed the other for a cost. */
    private boolean settles(EntryDraft draft, FundClass from, FundClass to) {
        return from != to
                && draft.postings().stream()
                        .map(Posting::account)
                        .filter(account -> !isCash(account))
                        .allMatch(
                                account ->
                                        chart.dues(account)
                                                .filter(Dues.between(from, to)::equals)
                                                .isPresent());
    }

    /**
     * What was owed for a cost is paid, or not owed any more, to the last fen and no further; and
     * what comes from earlier books pays nothing, since no key was used for it.
     */
    private static List<Finding> notOverpaid(
            BookReader book, EntryDraft draft, List<Balance> after) {
        if (!MOVING_DUES.contains(draft.kind())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        for (Dues dues : Dues.ofCosts()) {
            Balance debt = last(after, dues.debt());
            if (debt != null) {
                findings.add(
                        RuleCheck.of(
                                LedgerRule.DUES_NOT_OVERPAID,
                                !debt.net().isPositive() && !isPaidByOpening(book, draft, debt),
                                "dues",
                                dues.name(),
                                "owed",
                                debt.net().negated()));
            }
        }
        return findings;
    }

    private static boolean isPaidByOpening(BookReader book, EntryDraft draft, Balance debt) {
        return draft.kind() == EntryKind.OPENING
                && draft.reverses().isEmpty()
                && debt.net().compareTo(book.balance(debt.account()).net()) > 0;
    }

    private List<Posting> cash(EntryDraft draft, Side side) {
        return draft.postings().stream()
                .filter(posting -> posting.side() == side && isCash(posting.account()))
                .toList();
    }

    private FundClass classOf(Posting posting) {
        return chart.find(posting.account()).orElseThrow().fundClass();
    }

    private String classes(List<Posting> postings) {
        return postings.stream()
                .map(posting -> classOf(posting).name())
                .collect(Collectors.joining(" "));
    }

    /**
     * What goes back to a household is at most what its own entries say it is owed, whoever posts
     * it; that of earlier books was given back before they came in, and what was sent to the bank
     * was owed when it went.
     */
    private List<Finding> refund(BookReader book, Step step) {
        EntryDraft draft = step.draft();
        boolean isRefund =
                draft.kind() == EntryKind.REFUND || draft.kind() == EntryKind.DEPOSIT_RETURN;
        boolean isGone = draft.reverses().isPresent() || step.isImport() || step.isSent();
        if (!isRefund || isGone) {
            return List.of();
        }
        boolean within = Receipts.unit(draft).filter(unit -> isOwed(book, draft, unit)).isPresent();
        return List.of(RuleCheck.of(LedgerRule.REFUND_WITHIN_OWED, within, "entry", draft.id()));
    }

    private boolean isOwed(BookReader book, EntryDraft draft, UnitId unit) {
        return draft.postings().stream()
                .map(Posting::account)
                .filter(account -> !isCash(account))
                .distinct()
                .allMatch(
                        account ->
                                net(draft, posting -> posting.account().equals(account))
                                                .compareTo(
                                                        BigInteger.valueOf(
                                                                new HouseholdAccount(account, unit)
                                                                        .owed(book)
                                                                        .minor()))
                                        <= 0);
    }

    /** Fees received are the base of remuneration, and so are always cash, or its return. */
    private List<Finding> receipt(EntryDraft draft) {
        if (draft.kind() != EntryKind.FEE_RECEIPT) {
            return List.of();
        }
        BigInteger cash = net(draft, posting -> isCash(posting.account()));
        BigInteger receivable = net(draft, posting -> PAID_FOR.contains(posting.account()));
        return List.of(
                RuleCheck.of(
                        LedgerRule.RECEIPT_OF_CASH,
                        cash.signum() != 0 && cash.equals(receivable.negate()),
                        "cash",
                        cash,
                        "receivable",
                        receivable));
    }

    private static BigInteger net(EntryDraft draft, Predicate<Posting> selected) {
        return draft.postings().stream()
                .filter(selected)
                .map(EntryRules::signed)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static boolean matches(OutflowOrder order, EntryDraft draft, BigInteger leaving) {
        return draft.id().equals(Book.paymentId(order))
                && draft.kind() == entryKindOf(order.kind())
                && BigInteger.valueOf(order.amount().minor()).equals(leaving);
    }

    /** What the entry of an outflow records. */
    static EntryKind entryKindOf(OutflowKind kind) {
        return switch (kind) {
            case PAYMENT -> EntryKind.PAYMENT;
            case REMUNERATION -> EntryKind.REMUNERATION_DRAW;
            case REFUND -> EntryKind.REFUND;
            case DEPOSIT_RETURN -> EntryKind.DEPOSIT_RETURN;
            case TRANSFER, FORFEITURE -> EntryKind.TRANSFER;
            case SURPLUS_DISTRIBUTION -> EntryKind.SURPLUS_DISTRIBUTION;
            case HAND_OVER -> EntryKind.HAND_OVER;
        };
    }

    /** Under the keys of one payment, cash that comes in could hide more cash that leaves. */
    private boolean movesCash(EntryDraft draft, Side side) {
        for (Posting posting : draft.postings()) {
            if (posting.side() == side && isCash(posting.account())) {
                return true;
            }
        }
        return false;
    }

    private boolean isCash(AccountCode account) {
        return chart.find(account).filter(a -> a.type() == AccountType.CASH).isPresent();
    }
}
