package io.github.xinyi.example.xinyijia.statement;

import io.github.xinyi.trust.statement.StatementKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which statements are offered, in the order in which they are read. */
enum StatementName {
    /** What each fund had, took in, spent and has. */
    FUND_STATEMENT("资金表", "Fund statement"),
    INCOME_AND_EXPENSE(StatementKind.INCOME_AND_EXPENSE),
    /** Each budget line: the year's budget, spent in the months, spent so far, left. */
    BUDGET_EXECUTION("预算执行表", "Budget execution"),
    ANNUAL_REPORT(StatementKind.ANNUAL_REPORT),
    BALANCE_SHEET(StatementKind.BALANCE_SHEET),
    PUBLIC_INCOME(StatementKind.PUBLIC_INCOME),
    COLLECTION(StatementKind.COLLECTION),
    REMUNERATION(StatementKind.REMUNERATION);

    private final String nameZh;
    private final String nameEn;

    StatementName(String nameZh, String nameEn) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    StatementName(StatementKind kind) {
        this(kind.nameZh(), kind.nameEn());
    }

    String nameZh() {
        return nameZh;
    }

    String nameEn() {
        return nameEn;
    }

    /** As it stands in an address, for example {@code annual-report}. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<StatementName> find(String path) {
        return Stream.of(values()).filter(one -> one.path().equals(path)).findFirst();
    }

    /** Whether it is one of the library's statements, which it writes as files. */
    boolean isFile() {
        return this != FUND_STATEMENT && this != BUDGET_EXECUTION;
    }
}
