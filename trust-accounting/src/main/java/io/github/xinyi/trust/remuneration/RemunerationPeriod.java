package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.contract.RemunerationBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * From which day to which a ratio of a base is earned; empty where the last day is before the
 * first.
 */
record RemunerationPeriod(
        LocalDate fromInclusive, LocalDate toInclusive, Ratio ratio, RemunerationBase base) {

    boolean isEmpty() {
        return toInclusive.isBefore(fromInclusive);
    }

    boolean has(LocalDate day) {
        return !day.isBefore(fromInclusive) && !day.isAfter(toInclusive);
    }

    /** Its parts by calendar months; none of an empty period. */
    List<RemunerationPeriod> months() {
        List<RemunerationPeriod> months = new ArrayList<>();
        for (LocalDate month = fromInclusive.withDayOfMonth(1);
                !isEmpty() && !month.isAfter(toInclusive);
                month = month.plusMonths(1)) {
            months.add(within(month));
        }
        return months;
    }

    private RemunerationPeriod within(LocalDate firstOfMonth) {
        LocalDate last = firstOfMonth.plusMonths(1).minusDays(1);
        return new RemunerationPeriod(
                fromInclusive.isBefore(firstOfMonth) ? firstOfMonth : fromInclusive,
                toInclusive.isAfter(last) ? last : toInclusive,
                ratio,
                base);
    }
}
