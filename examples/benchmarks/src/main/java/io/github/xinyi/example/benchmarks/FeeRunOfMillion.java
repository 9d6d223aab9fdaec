package io.github.xinyi.example.benchmarks;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.trust.billing.BillableUnits;
import io.github.xinyi.trust.billing.FeeRun;
import io.github.xinyi.trust.billing.Proration;
import io.github.xinyi.trust.billing.Tariff;
import io.github.xinyi.trust.billing.TariffSchedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * P15: a fee run of a million units, with two uses, a price that changes within the month and homes
 * that are handed over in it, against one pass that multiplies plain areas by one price and rounds.
 *
 * <p>The roster is frozen outside of what is measured, as of P14; each run charges a month anew and
 * adds it up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "-Xmx6g")
public class FeeRunOfMillion {

    private static final int UNITS = 1_000_000;
    private static final YearMonth MONTH = YearMonth.of(2025, 1);
    private static final long PRICE = 18_500;

    private final long[] areas = new long[UNITS];
    private final BillableUnits billable;
    private final TariffSchedule tariffs =
            new TariffSchedule(
                    List.of(
                            tariff(UnitUse.RESIDENTIAL, "1.85", MONTH.atDay(1)),
                            tariff(UnitUse.RESIDENTIAL, "1.98", MONTH.atDay(16)),
                            tariff(UnitUse.COMMERCIAL, "3.5", MONTH.atDay(1))));

    /** Freezes the roster, outside of what is measured. */
    public FeeRunOfMillion() {
        SplittableRandom random = new SplittableRandom(15);
        List<Unit> units = new ArrayList<>(UNITS);
        Map<UnitId, LocalDate> delivered = new HashMap<>();
        for (int i = 0; i < UNITS; i++) {
            UnitId id = UnitId.of("U" + i);
            areas[i] = random.nextLong(4_000, 20_000);
            units.add(
                    new Unit(
                            id,
                            "B" + i / 200,
                            i % 10 == 0 ? UnitUse.COMMERCIAL : UnitUse.RESIDENTIAL,
                            FloorArea.ofSquareDecimetres(areas[i]),
                            AreaEvidence.REGISTRY,
                            DeliveryStatus.SOLD_DELIVERED,
                            new TreeSet<>(List.of(PersonId.of("P" + i)))));
            if (i % 1_000 == 0) {
                delivered.put(id, MONTH.atDay(11));
            }
        }
        Roster roster =
                Roster.of(CommunityId.of("big"), MONTH.atDay(1), PersonId.of("D1"), units)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        billable = BillableUnits.of(roster, delivered);
    }

    private static Tariff tariff(UnitUse use, String yuan, LocalDate from) {
        return new Tariff(use, Tariff.Basis.PER_SQUARE_METRE, new BigDecimal(yuan), from);
    }

    /**
     * Ours: every unit charged for the month, by its use, price, days and payer, and added up.
     *
     * @return the total in fen
     */
    @Benchmark
    public long feeRun() {
        return FeeRun.of(billable, tariffs, MONTH, Proration.BY_DAYS)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .total()
                .minor();
    }

    /**
     * The limit: one price times each area, rounded half-up into an array, and added up.
     *
     * @return the total in fen
     */
    @Benchmark
    public long multiplyAndRound() {
        long[] fen = new long[UNITS];
        long sum = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            fen[unit] = (areas[unit] * PRICE + 5_000) / 10_000;
            sum += fen[unit];
        }
        return sum + fen[UNITS / 2];
    }
}
