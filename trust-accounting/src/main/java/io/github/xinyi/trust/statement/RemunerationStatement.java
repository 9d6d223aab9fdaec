package io.github.xinyi.trust.statement;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.RemunerationRepayment;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the firm may earn under a contract, what was recorded as earned and what it drew (管理酬金表),
 * for example 8/100 of 1,279,393.25: entitled 102,351.46, drawn 102,351.46, left 0.00.
 *
 * <p>The entitlement is computed here from the postings of the base, and not asked of the rules
 * that pay it: the whole part of Σ ratio × base since the contract began, less deductions, never
 * below zero. Source: Trust Law art. 33 para. 2 and art. 35; the rounding is an interpretation
 * (I20).
 *
 * @param basis which days, from which knowledge, for whom
 * @param contract its number
 * @param decided how the contract was decided on, for example {@code COUNTED 2024-OM-01 M1}, or
 *     {@code EXTERNAL 2024-07} for a vote held elsewhere
 * @param shares one a ratio, in the order of their days
 * @param deducted what the contract took off until the period's end
 * @param broughtIn what the service fund owed the firm when the book was opened
 * @param accrued what was recorded as earned in the period
 * @param drawn what was drawn in the period
 * @param drawnInTerm what was drawn since the contract began and while the firm served
 * @param settled what was paid to the firm since somebody took over
 * @param repaid what the firm paid back of its draws and the bank did not take back
 * @param payable what is owed to the firm at the end; below zero what it owes (追回)
 * @since 0.1.0
 */
public record RemunerationStatement(
        StatementBasis basis,
        String contract,
        String decided,
        List<Share> shares,
        Money deducted,
        Figure broughtIn,
        Figure accrued,
        Figure drawn,
        Figure drawnInTerm,
        Figure settled,
        Figure repaid,
        Figure payable)
        implements Statement {

    private static final Set<EntryKind> ACCRUAL = EnumSet.of(EntryKind.REMUNERATION_ACCRUAL);
    private static final Set<EntryKind> DRAW = EnumSet.of(EntryKind.REMUNERATION_DRAW);
    private static final Set<EntryKind> HAND_OVER = EnumSet.of(EntryKind.HAND_OVER);
    private static final Set<EntryKind> BILL = EnumSet.of(EntryKind.BILL);
    private static final Set<EntryKind> PAYMENT = EnumSet.of(EntryKind.PAYMENT);
    private static final Set<EntryKind> INCOME = EnumSet.of(EntryKind.PUBLIC_INCOME);
    private static final Set<EntryKind> RECEIPTS =
            EnumSet.of(EntryKind.FEE_RECEIPT, EntryKind.REFUND);

    /**
     * One ratio and the base to which it applies.
     *
     * @param fromInclusive the first day
     * @param toInclusive the last day, at the latest the period's end
     * @param ratio the share
     * @param measure what the base is
     * @param base what it amounts to; nothing where the base is the budget, which is no posting
     */
    public record Share(
            LocalDate fromInclusive,
            LocalDate toInclusive,
            Ratio ratio,
            RemunerationBase measure,
            Figure base) {}

    /** Copies the shares. */
    public RemunerationStatement {
        shares = List.copyOf(shares);
    }

    /**
     * The statement of a contract.
     *
     * @param extract what the book shows
     * @param life the course of the contract, with its ratios by their periods
     * @param deducted what was taken off until the period's end, for example 0.00
     * @return the statement
     */
    public static RemunerationStatement of(
            LedgerExtract extract, ContractLife life, Money deducted) {
        ContractTerms terms = life.contract().terms();
        AccountCode payable = ChartOfAccounts.REMUNERATION_PAYABLE;
        return new RemunerationStatement(
                extract.basis(),
                terms.id(),
                life.contract().decision().toString(),
                shares(extract, life),
                deducted,
                extract.stands(
                        ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE,
                        EntryKind.OPENING,
                        terms.startInclusive(),
                        lastEarning(extract, life)),
                extract.moved(payable, ACCRUAL).negated(),
                extract.moved(payable, DRAW),
                extract.moved(payable, DRAW, terms.startInclusive(), lastEarning(extract, life)),
                life.lastServed()
                        .map(
                                last ->
                                        extract.moved(
                                                payable,
                                                HAND_OVER,
                                                last.plusDays(1),
                                                extract.basis().toInclusive()))
                        .orElse(Figure.none()),
                extract.stands(
                                payable,
                                EntryKind.REMUNERATION_REPAYMENT,
                                terms.startInclusive(),
                                extract.basis().toInclusive(),
                                entry -> RemunerationRepayment.isOf(terms.id(), EntryId.of(entry)))
                        .negated(),
                extract.closing(payable).negated());
    }

    /** The last day of the period on which the firm served, after the term too. */
    private static LocalDate lastEarning(LedgerExtract extract, ContractLife life) {
        LocalDate last = extract.basis().toInclusive();
        return life.lastServed().map(served -> earlier(served, last)).orElse(last);
    }

    private static List<Share> shares(LedgerExtract extract, ContractLife life) {
        List<Share> shares = new ArrayList<>();
        List<ContractLife.RatioPeriod> periods = life.ratioPeriods();
        LocalDate end = lastEarning(extract, life);
        for (int i = 0; i < periods.size(); i++) {
            LocalDate from = periods.get(i).from();
            LocalDate to =
                    i + 1 < periods.size()
                            ? earlier(periods.get(i + 1).from().minusDays(1), end)
                            : end;
            if (!to.isBefore(from)) {
                RemunerationBase measure = periods.get(i).terms().base();
                Figure base = base(extract, measure, from, to);
                shares.add(new Share(from, to, periods.get(i).terms().ratio(), measure, base));
            }
        }
        return shares;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Figure base(
            LedgerExtract extract, RemunerationBase measure, LocalDate from, LocalDate to) {
        return switch (measure) {
            case FEES_RECEIVED -> received(extract, from, to);
            case FEES_RECEIVABLE ->
                    extract.moved(ChartOfAccounts.FEE_INCOME, BILL, from, to).negated();
            case ACTUAL_EXPENDITURE -> sum(extract, "service.expense.", PAYMENT, from, to);
            case FEES_RECEIVED_PLUS_PUBLIC_INCOME ->
                    received(extract, from, to)
                            .minus(sum(extract, "public.income.", INCOME, from, to));
            case BUDGET_EXPENDITURE -> Figure.none();
        };
    }

    private static Figure received(LedgerExtract extract, LocalDate from, LocalDate to) {
        return extract.moved(ChartOfAccounts.FEES_RECEIVABLE, RECEIPTS, from, to).negated();
    }

    private static Figure sum(
            LedgerExtract extract,
            String prefix,
            Set<EntryKind> kinds,
            LocalDate from,
            LocalDate to) {
        return extract.accounts().stream()
                .map(Account::code)
                .filter(account -> account.value().startsWith(prefix))
                .map(account -> extract.moved(account, kinds, from, to))
                .reduce(Figure.none(), Figure::plus);
    }

    /**
     * What the firm may have earned until the period's end.
     *
     * @return the whole part of Σ ratio × base less deductions, at least zero; empty where a base
     *     is the budget
     */
    public Optional<Money> entitled() {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Share share : shares) {
            if (share.measure() == RemunerationBase.BUDGET_EXPENDITURE) {
                return Optional.empty();
            }
            BigInteger below = BigInteger.valueOf(share.ratio().denominator());
            BigInteger above =
                    BigInteger.valueOf(share.ratio().numerator())
                            .multiply(BigInteger.valueOf(share.base().amount().minor()));
            numerator = numerator.multiply(below).add(above.multiply(denominator));
            denominator = denominator.multiply(below);
        }
        long whole = numerator.signum() <= 0 ? 0 : numerator.divide(denominator).longValueExact();
        return Optional.of(Money.ofFen(whole).minus(deducted).atLeastZero());
    }

    /**
     * What may still be drawn at the period's end.
     *
     * @return entitled, and due when the book was opened, less drawn and settled, what was paid
     *     back taken off; below zero where that is more than the base now allows
     */
    public Optional<Money> left() {
        return entitled()
                .map(entitled -> entitled.plus(broughtIn.amount()).minus(received().amount()));
    }

    private Figure received() {
        return drawnInTerm.plus(settled).minus(repaid);
    }

    @Override
    public StatementKind kind() {
        return StatementKind.REMUNERATION;
    }

    @Override
    public List<StatementLine> lines() {
        List<StatementLine> lines = new ArrayList<>();
        Figure base = Figure.none();
        for (Share share : shares) {
            String code = "base." + share.fromInclusive();
            lines.add(StatementLine.sum(code, "计酬基数", "Base", share.base()));
            base = base.plus(share.base());
        }
        Figure bases = base;
        entitled()
                .ifPresent(
                        amount ->
                                lines.add(
                                        new StatementLine(
                                                "entitled",
                                                "应得酬金上限",
                                                "Entitled at most",
                                                amount,
                                                bases,
                                                StatementLine.Relation.COMPUTED)));
        if (!broughtIn.parts().isEmpty()) {
            lines.add(StatementLine.sum("brought-in", "期初应付酬金", "Due when opened", broughtIn));
        }
        lines.add(StatementLine.sum("accrued", "本期计提", "Accrued", accrued));
        lines.add(StatementLine.sum("drawn", "本期支取", "Drawn", drawn));
        lines.add(StatementLine.sum("drawn-in-term", "合同期累计支取", "Drawn in term", drawnInTerm));
        if (!settled.parts().isEmpty()) {
            lines.add(StatementLine.sum("settled", "移交期结付", "Settled at hand-over", settled));
        }
        if (!repaid.parts().isEmpty()) {
            lines.add(StatementLine.sum("repaid", "酬金退还", "Paid back", repaid));
        }
        left().ifPresent(
                        amount ->
                                lines.add(
                                        new StatementLine(
                                                "left",
                                                "尚可支取",
                                                "Left to draw",
                                                amount,
                                                bases.plus(broughtIn).minus(received()),
                                                StatementLine.Relation.COMPUTED)));
        lines.add(StatementLine.sum("payable", "期末应付酬金", "Payable", payable));
        return lines;
    }

    @Override
    public List<StatementNote> notes() {
        List<StatementNote> notes = new ArrayList<>();
        notes.add(new StatementNote("contract", "合同", "Contract", contract));
        notes.add(new StatementNote("contract-decided", "合同表决", "Contract decided by", decided));
        notes.add(new StatementNote("deducted", "考核扣减", "Deducted", deducted.toString()));
        for (Share share : shares) {
            notes.add(
                    new StatementNote(
                            "ratio." + share.fromInclusive(),
                            "酬金比例",
                            "Ratio",
                            share.ratio().toString()));
        }
        return notes;
    }
}
