package io.github.xinyi.example.xinyijia.statement;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.FundStatement;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.StatementLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What each class of money had, took in, spent and has at the end of the months.
 *
 * <p>Net of a class before the months and what was brought in, plus income less expense, is its
 * cash and receivables less payables: {@link FundStatement} refuses anything else.
 */
final class FundLines {

    private static final Set<AccountType> NET =
            EnumSet.of(AccountType.FUND_BALANCE, AccountType.INCOME, AccountType.EXPENSE);

    private final LedgerExtract extract;

    private FundLines(LedgerExtract extract) {
        this.extract = extract;
    }

    static List<StatementLine> of(LedgerExtract extract) {
        FundLines funds = new FundLines(extract);
        List<StatementLine> lines = new ArrayList<>();
        for (FundClass fund : FundClass.values()) {
            lines.addAll(funds.lines(fund));
        }
        return lines;
    }

    private List<StatementLine> lines(FundClass fund) {
        Figure before = sum(fund, NET, account -> extract.opening(account.code())).negated();
        Figure brought = moved(fund, AccountType.FUND_BALANCE).negated();
        Figure income = moved(fund, AccountType.INCOME).negated();
        Figure expense = moved(fund, AccountType.EXPENSE);
        Figure cash = closing(fund, AccountType.CASH);
        Figure receivable = closing(fund, AccountType.RECEIVABLE);
        Figure payable = closing(fund, AccountType.LIABILITY).negated();
        FundStatement statement =
                new FundStatement(
                        fund,
                        before.amount().plus(brought.amount()),
                        income.amount(),
                        expense.amount(),
                        cash.amount(),
                        receivable.amount(),
                        payable.amount());
        Figure net = cash.plus(receivable).minus(payable);
        if (!net.amount().equals(statement.net())) {
            throw new IllegalStateException(fund + ": " + net.amount());
        }
        return List.of(
                line(fund, "before", "期前净额", "Net before", before),
                line(fund, "brought", "期初转入", "Brought in", brought),
                line(fund, "income", "收入", "Income", income),
                line(fund, "expense", "支出", "Expense", expense),
                line(fund, "net", "期末净额", "Net at the end", net),
                line(fund, "cash", "其中：存款", "of it cash", cash),
                line(fund, "receivable", "其中：应收", "of it receivable", receivable),
                line(fund, "payable", "减：应付", "less payable", payable));
    }

    private Figure moved(FundClass fund, AccountType type) {
        return sum(fund, EnumSet.of(type), account -> extract.moved(account.code()));
    }

    private Figure closing(FundClass fund, AccountType type) {
        return sum(fund, EnumSet.of(type), account -> extract.closing(account.code()));
    }

    private Figure sum(FundClass fund, Set<AccountType> types, Function<Account, Figure> figure) {
        return extract.accounts().stream()
                .filter(account -> account.fundClass() == fund && types.contains(account.type()))
                .map(figure)
                .reduce(Figure.none(), Figure::plus);
    }

    private static StatementLine line(
            FundClass fund, String name, String nameZh, String nameEn, Figure figure) {
        return new StatementLine(
                fund + "." + name,
                nameZh,
                nameEn,
                figure.amount(),
                figure,
                StatementLine.Relation.SUM);
    }
}
