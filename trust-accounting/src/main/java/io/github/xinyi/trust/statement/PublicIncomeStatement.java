package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Public income of a period by source, its documented cost by budget line, what is left to the
 * owners and where it went (公共收益表), for example received 141,360.52, cost 78,790.13, net 62,570.39.
 *
 * <p>Only payments are cost, since each has vouchers of its whole amount (F6). Source: Civil Code
 * art. 282 (收入扣除合理成本) and art. 943; the form is an interpretation.
 *
 * @param basis which days, from which knowledge, for whom
 * @param sources what each source brought
 * @param costs what was paid under vouchers, by line
 * @param passed what went to other classes, by plan
 * @param distributed what was given to the owners, by plan
 * @param net sources less costs
 * @param openingCash the class's cash before the period, in all its accounts at the bank
 * @param closingCash the class's cash at the end
 * @since 0.1.0
 */
public record PublicIncomeStatement(
        StatementBasis basis,
        List<StatementLine> sources,
        List<StatementLine> costs,
        List<StatementLine> passed,
        List<StatementLine> distributed,
        Figure net,
        Figure openingCash,
        Figure closingCash)
        implements Statement {

    private static final String PREFIX = FundClass.PUBLIC_INCOME.prefix();
    private static final Set<EntryKind> INCOME = EnumSet.of(EntryKind.PUBLIC_INCOME);
    private static final Set<EntryKind> COST =
            EnumSet.of(EntryKind.PAYMENT, EntryKind.MISPLACED_COST);

    /** Copies the lists and asserts the net. */
    public PublicIncomeStatement {
        sources = List.copyOf(sources);
        costs = List.copyOf(costs);
        passed = List.copyOf(passed);
        distributed = List.copyOf(distributed);
        if (!total(sources).minus(total(costs)).equals(net)) {
            throw new IllegalStateException("the net is not " + net.amount());
        }
    }

    /**
     * The statement of an extract.
     *
     * @param extract what the book shows
     * @return the statement
     */
    public static PublicIncomeStatement of(LedgerExtract extract) {
        List<StatementLine> sources = lines(extract, "income", INCOME, true);
        List<StatementLine> costs = lines(extract, "expense", COST, false);
        return new PublicIncomeStatement(
                extract.basis(),
                sources,
                costs,
                lines(extract, "passed", EnumSet.of(EntryKind.TRANSFER), false),
                lines(extract, "distributed", EnumSet.of(EntryKind.SURPLUS_DISTRIBUTION), false),
                total(sources).minus(total(costs)),
                extract.ofCash(FundClass.PUBLIC_INCOME, extract::opening),
                extract.ofCash(FundClass.PUBLIC_INCOME, extract::closing));
    }

    private static List<StatementLine> lines(
            LedgerExtract extract, String part, Set<EntryKind> kinds, boolean credit) {
        List<StatementLine> lines = new ArrayList<>();
        for (Account account : extract.accounts()) {
            Figure moved = extract.moved(account.code(), kinds);
            if (account.code().value().startsWith(PREFIX + "." + part + ".")
                    && !moved.parts().isEmpty()) {
                lines.add(StatementLine.of(part, account, credit ? moved.negated() : moved));
            }
        }
        return lines;
    }

    private static Figure total(List<StatementLine> lines) {
        return lines.stream().map(StatementLine::figure).reduce(Figure.none(), Figure::plus);
    }

    /**
     * What came in.
     *
     * @return over all sources
     */
    public Figure gross() {
        return total(sources);
    }

    /**
     * What was spent under vouchers.
     *
     * @return over all lines
     */
    public Figure documentedCost() {
        return total(costs);
    }

    @Override
    public StatementKind kind() {
        return StatementKind.PUBLIC_INCOME;
    }

    @Override
    public List<StatementLine> lines() {
        List<StatementLine> lines = new ArrayList<>();
        lines.add(StatementLine.sum("opening-cash", "期初存款", "Cash before", openingCash));
        lines.addAll(sources);
        lines.add(StatementLine.sum("income", "收入合计", "Received", gross()));
        lines.addAll(costs);
        lines.add(StatementLine.sum("expense", "合理成本合计", "Documented cost", documentedCost()));
        lines.add(StatementLine.sum("net", "净收益", "Net", net));
        lines.addAll(passed);
        lines.addAll(distributed);
        lines.add(StatementLine.sum("closing-cash", "期末存款", "Cash", closingCash));
        return lines;
    }
}
