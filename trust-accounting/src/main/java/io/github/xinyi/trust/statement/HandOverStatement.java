package io.github.xinyi.trust.statement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.remuneration.RemunerationRepayment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each class of money had when the trust ended, what came and went since, what was handed to
 * the successor and what is left, with the claims and debts that pass with it (移交清单).
 *
 * <p>Source: Trust Law art. 41 and 58, Civil Code art. 949; the form is an interpretation.
 *
 * @param basis from the trust's last day to the day of the statement
 * @param contract the contract's number
 * @param decided how the contract was decided on, for example {@code COUNTED 2024-OM-01 M1}, or
 *     {@code EXTERNAL 2024-07} for a vote held elsewhere
 * @param sections one a class of the owners' money, in their order
 * @since 0.1.0
 */
public record HandOverStatement(
        StatementBasis basis, String contract, String decided, List<Section> sections)
        implements Statement {

    private static final Set<EntryKind> HAND_OVER = EnumSet.of(EntryKind.HAND_OVER);

    /**
     * One class of money.
     *
     * @param fundClass the class
     * @param atEnd its cash at the end of the trust's last day, in all its accounts at the bank
     * @param since what came in less what went out since, the firm's settlement too, the hand-over
     *     and what is repaid left out
     * @param repaid what the firm paid back of its remuneration since, and the bank did not take
     *     back
     * @param handedOver what was handed to the successor
     * @param left its cash now
     * @param claims what it is owed, by account
     * @param debts what it owes, by account
     */
    public record Section(
            FundClass fundClass,
            Figure atEnd,
            Figure since,
            Figure repaid,
            Figure handedOver,
            Figure left,
            List<StatementLine> claims,
            List<StatementLine> debts) {

        /** Copies the lines and asserts that what was there and came is handed over or left. */
        public Section {
            claims = List.copyOf(claims);
            debts = List.copyOf(debts);
            if (!atEnd.plus(since).plus(repaid).minus(handedOver).amount().equals(left.amount())) {
                throw new IllegalStateException(fundClass + " does not close");
            }
        }

        private Stream<StatementLine> lines() {
            List<StatementLine> lines = new ArrayList<>();
            lines.add(line("at-end", "终止日存款", "Cash when the trust ended", atEnd));
            lines.add(line("since", "终止后收支净额", "Net movements since", since));
            if (!repaid.parts().isEmpty()) {
                lines.add(line("repaid", "原企业酬金退还", "Remuneration paid back", repaid));
            }
            lines.add(line("handed-over", "已移交", "Handed over", handedOver));
            lines.add(line("left", "未移交存款", "Cash left", left));
            lines.addAll(claims);
            lines.addAll(debts);
            return lines.stream();
        }

        private StatementLine line(String code, String nameZh, String nameEn, Figure figure) {
            return StatementLine.sum(fundClass + "." + code, nameZh, nameEn, figure);
        }
    }

    /** Copies the sections. */
    public HandOverStatement {
        sections = List.copyOf(sections);
    }

    /**
     * The statement of a contract that has ended.
     *
     * @param extract what the book shows; the period begins the day after the contract's last
     * @param life the course of the contract, with the notice or the successor that ends it
     * @return the statement; refused while the contract lasts, after its term too
     * @throws IllegalArgumentException if the period begins on another day than the one after the
     *     contract's last
     */
    public static Outcome<HandOverStatement> of(LedgerExtract extract, ContractLife life) {
        LocalDate day = extract.basis().toInclusive();
        Optional<LocalDate> end = life.lastDay();
        RuleCheck after =
                RuleCheck.of(
                        StatementRule.AFTER_TERM,
                        end.filter(day::isAfter).isPresent(),
                        "day",
                        day,
                        "end",
                        end.map(LocalDate::toString).orElse("-"));
        if (!after.isMet()) {
            return Outcome.refused(Ruling.of(after));
        }
        if (!extract.basis().fromInclusive().equals(end.orElseThrow().plusDays(1))) {
            throw new IllegalArgumentException(
                    "the period begins on " + extract.basis().fromInclusive());
        }
        return Outcome.accepted(
                new HandOverStatement(
                        extract.basis(),
                        life.contract().terms().id(),
                        life.contract().decision().toString(),
                        Stream.of(FundClass.values())
                                .filter(c -> c != FundClass.REMUNERATION)
                                .map(c -> section(extract, life.contract().terms().id(), c))
                                .toList()));
    }

    private static Section section(LedgerExtract extract, String contract, FundClass fundClass) {
        Figure handed =
                extract.ofCash(fundClass, cash -> extract.moved(cash, HAND_OVER))
                        .negated()
                        .minus(paid(extract, fundClass));
        Figure repaid =
                extract.ofCash(
                        fundClass,
                        cash ->
                                extract.stands(
                                        cash,
                                        EntryKind.REMUNERATION_REPAYMENT,
                                        extract.basis().fromInclusive(),
                                        extract.basis().toInclusive(),
                                        id ->
                                                RemunerationRepayment.isOf(
                                                        contract, EntryId.of(id))));
        return new Section(
                fundClass,
                extract.ofCash(fundClass, extract::opening),
                extract.ofCash(fundClass, extract::moved).plus(handed).minus(repaid),
                repaid,
                handed,
                extract.ofCash(fundClass, extract::closing),
                open(extract, fundClass, AccountType.RECEIVABLE),
                open(extract, fundClass, AccountType.LIABILITY));
    }

    /** What of it was the firm's own, which is a movement since and is handed to no successor. */
    private static Figure paid(LedgerExtract extract, FundClass fundClass) {
        return fundClass == FundClass.SERVICE_FUND
                ? extract.moved(ChartOfAccounts.DUE_TO_REMUNERATION, HAND_OVER)
                : Figure.none();
    }

    private static List<StatementLine> open(
            LedgerExtract extract, FundClass fundClass, AccountType type) {
        List<StatementLine> lines = new ArrayList<>();
        for (Account account : extract.accounts()) {
            Figure closing = extract.closing(account.code());
            if (account.fundClass() == fundClass
                    && account.type() == type
                    && closing.amount().minor() != 0) {
                lines.add(
                        StatementLine.of(
                                fundClass + (type.isDebitNormal() ? ".claim" : ".debt"),
                                account,
                                type.isDebitNormal() ? closing : closing.negated()));
            }
        }
        return lines;
    }

    /**
     * Whether every class was handed over whole.
     *
     * @return one finding for each class, met where no cash is left
     */
    public Ruling judge() {
        return new Ruling(
                sections.stream()
                        .<Finding>map(
                                section ->
                                        RuleCheck.of(
                                                StatementRule.HANDED_OVER_WHOLE,
                                                section.left().amount().minor() == 0,
                                                "class",
                                                section.fundClass(),
                                                "left",
                                                section.left().amount()))
                        .toList());
    }

    @Override
    public StatementKind kind() {
        return StatementKind.HAND_OVER;
    }

    @Override
    public List<StatementLine> lines() {
        return sections.stream().flatMap(Section::lines).toList();
    }

    @Override
    public List<StatementNote> notes() {
        return List.of(
                new StatementNote("contract", "合同", "Contract", contract),
                new StatementNote("contract-decided", "合同表决", "Contract decided by", decided));
    }
}
