package io.github.xinyi.example.xinyijia.statement;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.AnnualReport;
import io.github.xinyi.trust.statement.BalanceSheet;
import io.github.xinyi.trust.statement.CollectionStatement;
import io.github.xinyi.trust.statement.IncomeAndExpense;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.PublicIncomeStatement;
import io.github.xinyi.trust.statement.RemunerationStatement;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementNote;
import io.github.xinyi.trust.statement.StatementView;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements that a community's budget year gives, for everybody: open entries, and households'
 * in their published batches alone. Thread-safe.
 */
public final class StatementYear {

    /** How many statements are kept made, so that reading them again reads no book. */
    private static final int KEPT = 32;

    private final Trusteeship trusteeship;
    private final AdoptedBudget budget;
    private final Clock clock;

    /** By what was asked for, the one asked for last at the end; guarded by itself. */
    private final Map<Asked, Outcome<Made>> made = new LinkedHashMap<>();

    private record Asked(StatementName name, Months months, long logSize) {}

    /**
     * A statement that was made.
     *
     * @param basis which days, from which knowledge
     * @param lines its lines
     * @param notes what is no money
     */
    record Made(StatementBasis basis, List<StatementLine> lines, List<StatementNote> notes) {

        Made {
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }

        private static Made of(Statement statement) {
            return new Made(statement.basis(), statement.lines(), statement.notes());
        }
    }

    /**
     * The year of a budget.
     *
     * @param trusteeship whose book is read
     * @param budget of the year
     * @param clock no month is offered that has not begun
     */
    public StatementYear(Trusteeship trusteeship, AdoptedBudget budget, Clock clock) {
        this.trusteeship = trusteeship;
        this.budget = budget;
        this.clock = clock;
    }

    CommunityId community() {
        return book().id();
    }

    private Book book() {
        return trusteeship.book();
    }

    /** The months of the year that have begun; at least the first. */
    Months months() {
        YearMonth first = YearMonth.of(budget.content().year(), 1);
        YearMonth present = YearMonth.from(clock.instant().atZone(Meeting.ZONE));
        YearMonth last = first.plusMonths(11);
        if (present.isBefore(last)) {
            last = present;
        }
        return new Months(first, last.isBefore(first) ? first : last);
    }

    /** A statement of months within {@link #months}; refused where its rules are not met. */
    Outcome<Made> make(StatementName name, Months months) {
        long size = book().read(reader -> reader.frontier().size());
        Asked asked = new Asked(name, months, size);
        synchronized (made) {
            Outcome<Made> kept = made.remove(asked);
            Outcome<Made> answer = kept == null ? make(asked) : kept;
            made.put(asked, answer);
            if (made.size() > KEPT) {
                made.remove(made.keySet().iterator().next());
            }
            return answer;
        }
    }

    private Outcome<Made> make(Asked asked) {
        LedgerExtract extract = extract(asked.months(), asked.logSize());
        StatementBasis basis = extract.basis();
        return switch (asked.name()) {
            case FUND_STATEMENT ->
                    Outcome.accepted(new Made(basis, FundLines.of(extract), List.of()));
            case BUDGET_EXECUTION ->
                    Outcome.accepted(
                            new Made(
                                    basis,
                                    ExecutionLines.of(extract, budget.content()),
                                    List.of()));
            default ->
                    statement(asked.name(), extract)
                            .then(statement -> Outcome.accepted(Made.of(statement)));
        };
    }

    /** One of the library's statements, to be written as a file. */
    Outcome<Statement> file(StatementName name, Months months) {
        long size = book().read(reader -> reader.frontier().size());
        return statement(name, extract(months, size));
    }

    private Outcome<Statement> statement(StatementName name, LedgerExtract extract) {
        Money deducted = trusteeship.remuneration().deducted(extract.basis().toInclusive());
        return switch (name) {
            case INCOME_AND_EXPENSE -> Outcome.accepted(IncomeAndExpense.of(extract));
            case BALANCE_SHEET -> Outcome.accepted(BalanceSheet.of(extract));
            case PUBLIC_INCOME -> Outcome.accepted(PublicIncomeStatement.of(extract));
            case COLLECTION -> Outcome.accepted(CollectionStatement.of(extract));
            case REMUNERATION ->
                    Outcome.accepted(
                            RemunerationStatement.of(extract, trusteeship.life(), deducted));
            case ANNUAL_REPORT ->
                    AnnualReport.of(extract, budget, trusteeship.life(), deducted)
                            .then(Outcome::accepted);
            case FUND_STATEMENT, BUDGET_EXECUTION ->
                    throw new IllegalArgumentException(name + " is no file");
        };
    }

    private LedgerExtract extract(Months months, long logSize) {
        StatementBasis basis =
                new StatementBasis(
                        community(), months.from(), months.to(), logSize, StatementView.PUBLIC);
        return book().read(reader -> LedgerExtract.of(book().chartIn(reader), reader, basis));
    }
}
