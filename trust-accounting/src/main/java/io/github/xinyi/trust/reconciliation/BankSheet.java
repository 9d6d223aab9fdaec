package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bank statement read from a table with the columns 流水号, 交易时间, 收入, 支出, 余额, 对方户名 and 摘要.
 *
 * <p>The first row is the opening balance, with neither 收入 nor 支出; every later row has exactly one
 * of them, and its balance is the balance before and the movement. Names (对方户名) are dropped unread.
 *
 * @since 0.1.0
 */
public final class BankSheet {

    private static final Column<String> REFERENCE =
            Column.identifier("流水号", SourceDocument::number).unique();
    private static final Column<Instant> AT = Column.instant("交易时间");
    private static final Column<Optional<Long>> IN = Column.amountMinor("收入").optional();
    private static final Column<Optional<Long>> OUT = Column.amountMinor("支出").optional();
    private static final Column<Long> BALANCE = Column.signedAmountMinor("余额");

    private BankSheet() {}

    /**
     * Reads a statement.
     *
     * @param file the table
     * @param account the bank's number of the account, which the table does not name
     * @return the statement, its opening balance that of the first row; refused with every fault, a
     *     balance that does not follow from the one before among them
     */
    public static Outcome<BankStatement> read(SheetFile file, String account) {
        return Sheet.read(
                        file,
                        List.of(
                                REFERENCE,
                                AT,
                                IN,
                                OUT,
                                BALANCE,
                                Column.ignored("对方户名"),
                                Column.ignored("摘要")))
                .then(
                        sheet -> {
                            RunningBalance running = new RunningBalance();
                            return sheet.rows(running::line);
                        })
                .then(rows -> statement(account, rows));
    }

    private static Outcome<BankStatement> statement(String account, List<BankLine> rows) {
        Money none = Money.ofFen(0);
        Money opening = rows.isEmpty() ? none : rows.get(0).balanceAfter();
        Money closing = rows.isEmpty() ? none : rows.get(rows.size() - 1).balanceAfter();
        List<BankLine> lines = rows.subList(Math.min(1, rows.size()), rows.size());
        return BankStatement.of(account, opening, closing, lines);
    }

    /** The balance as it runs down the rows. */
    private static final class RunningBalance {

        private Optional<Long> before = Optional.empty();

        BankLine line(Row row) {
            long movement = row.get(IN).orElse(0L) - row.get(OUT).orElse(0L);
            boolean first = before.isEmpty();
            boolean one = row.get(IN).isPresent() != row.get(OUT).isPresent();
            if (one == first || (!first && movement == 0)) {
                row.refuse(IN, SheetRule.CONFLICT, first ? "" : "收入 / 支出");
            }
            long expected = first ? row.get(BALANCE) : Math.addExact(before.get(), movement);
            if (row.get(BALANCE) != expected) {
                row.refuse(BALANCE, SheetRule.CONFLICT, Money.ofFen(expected).toString());
            }
            before = Optional.of(row.get(BALANCE));
            return new BankLine(
                    row.get(REFERENCE),
                    row.get(AT),
                    Money.ofFen(movement),
                    Money.ofFen(row.get(BALANCE)));
        }
    }
}
