package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.UnitUse;
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

/**
 * The property fees of all units for one month (批量出账): what each payer owes, to the fen.
 *
 * <p>Example: {@code FeeRun.of(units, tariffs, YearMonth.of(2025, 1), Proration.BY_DAYS)}. Each
 * amount is what {@link TariffSchedule#charge(io.github.xinyi.governance.community.Unit, YearMonth,
 * Proration)} quotes; a month with two payers is two lines that sum to it. A charge of nothing makes
 * no line. Source: Civil Code art. 944 para. 1, Property Management Regulation art. 41. Immutable.
 *
 * @since 0.1.0
 */
public final class FeeRun {

    private static final int DIGITS = 7;

    private final BillableUnits units;
    private final YearMonth month;
    private final int[] places;
    private final boolean[] developers;
    private final long[] fen;
    private int size;

    private FeeRun(BillableUnits units, YearMonth month, int capacity) {
        this.units = units;
        this.month = month;
        this.places = new int[capacity];
        this.developers = new boolean[capacity];
        this.fen = new long[capacity];
    }

    /**
     * Charges a month.
     *
     * @param units the units of that month
     * @param tariffs the prices
     * @param month the month
     * @param proration what counts where price or payer change within it
     * @return the run; refused with {@link BillingRule#TARIFF_IN_FORCE} if no unit is charged
     * @throws ArithmeticException if a charge is beyond {@code long}
     */
    public static Outcome<FeeRun> of(
            BillableUnits units, TariffSchedule tariffs, YearMonth month, Proration proration) {
        MonthRate[] rates = new MonthRate[UnitUse.values().length];
        for (UnitUse use : UnitUse.values()) {
            rates[use.ordinal()] =
                    tariffs.rate(use, month, month.lengthOfMonth(), proration)
                            .orElse(MonthRate.none(month.lengthOfMonth()));
        }
        FeeRun run = new FeeRun(units, month, units.size() + splits(units, month, proration));
        run.charge(rates, tariffs, proration);
        return run.size > 0
                ? Outcome.accepted(run)
                : Outcome.refused(
                        Ruling.of(
                                RuleCheck.of(
                                        BillingRule.TARIFF_IN_FORCE,
                                        false,
                                        "period",
                                        month)));
    }

    private static int splits(BillableUnits units, YearMonth month, Proration proration) {
        if (proration == Proration.WHOLE_MONTHS) {
            return 0;
        }
        int first = Math.toIntExact(month.atDay(1).toEpochDay());
        int last = Math.toIntExact(month.atEndOfMonth().toEpochDay());
        int splits = 0;
        for (int place = 0; place < units.size(); place++) {
            int since = units.ownersSince(place);
            splits += since > first && since <= last ? 1 : 0;
        }
        return splits;
    }

    private void charge(MonthRate[] rates, TariffSchedule tariffs, Proration proration) {
        int first = Math.toIntExact(month.atDay(1).toEpochDay());
        int last = Math.toIntExact(month.atEndOfMonth().toEpochDay());
        boolean byDays = proration == Proration.BY_DAYS;
        for (int place = 0; place < units.size(); place++) {
            long whole = rates[units.useCode(place)].fen(units.squareDecimetres(place));
            int since = units.ownersSince(place);
            if (since <= first) {
                add(place, false, whole);
            } else if (!byDays || since > last) {
                add(place, true, whole);
            } else {
                long developers = untilDelivery(tariffs, place, since - first);
                add(place, true, developers);
                add(place, false, whole - developers);
            }
        }
    }

    private long untilDelivery(TariffSchedule tariffs, int place, int days) {
        return tariffs.rate(units.use(place), month, days, Proration.BY_DAYS)
                .map(rate -> rate.fen(units.squareDecimetres(place)))
                .orElse(0L);
    }

    private void add(int place, boolean developer, long amount) {
        if (amount > 0) {
            places[size] = place;
            developers[size] = developer;
            fen[size++] = amount;
        }
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
     * The amount of a line.
     *
     * @param line 0 to less than {@link #size}
     * @return in fen, above 0
     */
    public long amountMinor(int line) {
        return fen[line];
    }

    /**
     * The sum of all lines.
     *
     * @return in yuan
     * @throws ArithmeticException if it is beyond {@code long}
     */
    public Money total() {
        long sum = 0;
        for (int line = 0; line < size; line++) {
            sum = Math.addExact(sum, fen[line]);
        }
        return Money.ofFen(sum);
    }

    /**
     * The units that no price was found for, so that none is forgotten in silence.
     *
     * @return in the order of the roster; those of a price of nothing are among them
     */
    public List<UnitId> uncharged() {
        List<UnitId> without = new ArrayList<>();
        int line = 0;
        for (int place = 0; place < units.size(); place++) {
            int before = line;
            while (line < size && places[line] == place) {
                line++;
            }
            if (line == before) {
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
        return new AbstractList<>() {
            @Override
            public Bill get(int line) {
                String number = Integer.toString(line + 1);
                return new Bill(
                        prefix + "0".repeat(DIGITS - number.length()) + number,
                        units.unit(places[line]).id(),
                        developers[line] ? Payer.DEVELOPER : Payer.OWNERS,
                        month,
                        due,
                        Money.ofFen(fen[line]));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** For example {@code 2025-01, 300 bills}. */
    @Override
    public String toString() {
        return month + ", " + size + " bills";
    }
}
