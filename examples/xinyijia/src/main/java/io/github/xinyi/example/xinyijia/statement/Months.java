package io.github.xinyi.example.xinyijia.statement;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Whole months in a row, for example 2025-01 to 2025-03.
 *
 * @param first the first
 * @param last the last, not before the first
 */
record Months(YearMonth first, YearMonth last) {

    Months {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("no months from " + first + " to " + last);
        }
    }

    LocalDate from() {
        return first.atDay(1);
    }

    LocalDate to() {
        return last.atEndOfMonth();
    }

    boolean contains(Months others) {
        return !others.first.isBefore(first) && !others.last.isAfter(last);
    }
}
