package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The property fees of all units for one month (批量出账): what each payer owes, to the fen.
 *
 * <p>Example: {@code FeeRun.of(units, tariffs, YearMonth.of(2025, 1), Proration.BY_DAYS)}. Each
 * amount is what {@link TariffSchedule#charge(io.github.xinyi.governance.community.Unit, YearMonth,
 * Proration)} quotes; a month with two payers is two lines that sum to it. A charge of nothing
 * makes no line. Source: Civil Code art. 944 para. 1, Property Management Regulation art. 41.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class FeeRun {

    private static final int DIGITS = 7;
    private static final int LENGTHS = 32;

    private final BillableUnits units;
    private final YearMonth month;
    private final int first;
    private final int last;

    /** What each unit costs for the whole month. */
    private final long[] fen;

    /** What of it the developer owes, of the units that were handed over within the month. */
    private final SortedMap<Integer, Long> developers = new TreeMap<>();

    private int size;
    private long total;

    private FeeRun(BillableUnits units, YearMonth month) {
        this.units = units;
        this.month = month;
        this.first = Math.toIntExact(month.atDay(1).toEpochDay());
        this.last = Math.toIntExact(month.atEndOfMonth().toEpochDay());
        this.fen = new long[units.size()];
    }

    /**
     * Charges a month.
     *
     * @param units the units of that month
     * @param tariffs the prices
     * @param month the month
     * @param proration what counts where price or payer change within it
     * @return the run; refused with {@link BillingRule#TARIFF_IN_FORCE} if no unit is charged
     * @throws ArithmeticException if the total is beyond {@code long}
     */
    public static Outcome<FeeRun> of(
            BillableUnits units, TariffSchedule tariffs, YearMonth month, Proration proration) {
        FeeRun run = new FeeRun(units, month);
        run.charge(rates(tariffs, month, month.lengthOfMonth(), proration));
        if (proration == Proration.BY_DAYS) {
            run.split(tariffs);
        }
        return run.size > 0
                ? Outcome.accepted(run)
                : Outcome.refused(
                        Ruling.of(
                                RuleCheck.of(BillingRule.TARIFF_IN_FORCE, false, "period", month)));
    }

    private static MonthRate[] rates(
            TariffSchedule tariffs, YearMonth month, int days, Proration proration) {
        MonthRate[] rates = new MonthRate[BillableUnits.USES.size()];
        for (int code = 0; code < rates.length; code++) {
            rates[code] =
                    tariffs.rate(BillableUnits.USES.get(code), month, days, proration)
                            .orElse(MonthRate.none(month.lengthOfMonth()));
        }
        return rates;
    }

    private void charge(MonthRate[] rates) {
        long sum = 0;
        int charged = 0;
        for (int place = 0; place < fen.length; place++) {
            long whole = rates[units.useCode(place)].fen(units.squareDecimetres(place));
            fen[place] = whole;
            sum = Math.addExact(sum, whole);
            charged += whole > 0 ? 1 : 0;
        }
        total = sum;
        size = charged;
    }

    /** Divides the month of a home handed over within it, after which it may have two lines. */
    private void split(TariffSchedule tariffs) {
        MonthRate[][] until = new MonthRate[LENGTHS][];
        for (int place = 0; place < fen.length; place++) {
            int since = units.ownersSince(place);
            if (since > first && since <= last && fen[place] > 0) {
                int days = since - first;
                if (until[days] == null) {
                    until[days] = rates(tariffs, month, days, Proration.BY_DAYS);
                }
                long part = until[days][units.useCode(place)].fen(units.squareDecimetres(place));
                developers.put(place, part);
                size += part > 0 && part < fen[place] ? 1 : 0;
            }
        }
    }

    private boolean isDevelopers(int place) {
        return units.ownersSince(place) > first;
    }

    /**
     * The month.
     *
     * @return for example {@code 2025-01}
     */
    public YearMonth month() {
        return month;
    }

    /**
     * How many lines it has, each of which becomes a bill.
     *
     * @return at least 1
     */
    public int size() {
        return size;
    }

    /**
     * The sum of all lines.
     *
     * @return above zero
     */
    public Money total() {
        return Money.ofFen(total);
    }

    /**
     * The units that are charged nothing, so that none is forgotten in silence.
     *
     * @return in the order of the roster: those without a price, and those whose price is nothing
     */
    public List<UnitId> uncharged() {
        List<UnitId> without = new ArrayList<>();
        for (int place = 0; place < fen.length; place++) {
            if (fen[place] == 0) {
                without.add(units.unit(place).id());
            }
        }
        return List.copyOf(without);
    }

    /**
     * The bills.
     *
     * @param prefix begins every number, for example {@code B202501-} for {@code B202501-0000001};
     *     1 to 41 letters, digits or hyphens
     * @param due the day on which they fall due
     * @return a view in the order of the lines; each bill is made when it is asked for
     * @throws IllegalArgumentException if the prefix has another form
     */
    public List<Bill> bills(String prefix, LocalDate due) {
        SourceDocument.number(prefix + "0".repeat(DIGITS));
        int[] places = new int[size];
        boolean[] ofDeveloper = new boolean[size];
        int line = 0;
        for (int place = 0; place < fen.length; place++) {
            long part = developers.getOrDefault(place, isDevelopers(place) ? fen[place] : 0L);
            if (part > 0) {
                places[line] = place;
                ofDeveloper[line++] = true;
            }
            if (part < fen[place]) {
                places[line++] = place;
            }
        }
        return new AbstractList<>() {
            @Override
            public Bill get(int at) {
                return bill(prefix, at + 1, places[at], ofDeveloper[at], due);
            }

            @Override
            public int size() {
                return places.length;
            }
        };
    }

    private Bill bill(String prefix, int number, int place, boolean ofDeveloper, LocalDate due) {
        String digits = Integer.toString(number);
        long part = developers.getOrDefault(place, ofDeveloper ? fen[place] : 0L);
        return new Bill(
                prefix + "0".repeat(DIGITS - digits.length()) + digits,
                units.unit(place).id(),
                ofDeveloper ? Payer.DEVELOPER : Payer.OWNERS,
                month,
                due,
                Money.ofFen(ofDeveloper ? part : fen[place] - part));
    }

    /** For example {@code 2025-01, 300 bills}. */
    @Override
    public String toString() {
        return month + ", " + size + " bills";
    }
}
