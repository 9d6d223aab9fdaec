package io.github.xinyi.trust.statement;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.journal.EntryKind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was billed, received and is outstanding of property fees (物业费收缴汇总), in sums only, for
 * example billed 1,389,993.00, received 1,279,393.25, outstanding 110,599.75.
 *
 * <p>It cannot be made if opening, billed, received, refunded and corrected do not give what is
 * outstanding. What single units owe is in {@link #owed()} of the internal view and in no line.
 * Source: Civil Code art. 943 and Personal Information Protection Law art. 6; the form is an
 * interpretation.
 *
 * @param basis which days, from which knowledge, for whom
 * @param opening what was outstanding before the period
 * @param months billed, received and refunded by the month of the effective date; in the public
 *     view, of the day of the batch
 * @param corrected what other entries added to the fees outstanding
 * @param closing what is outstanding at the end; below zero where more was paid ahead than is owed
 * @param owed what each unit owes at the end, none of it zero; below zero where it paid ahead;
 *     empty in the public view
 * @since 0.1.0
 */
public record CollectionStatement(
        StatementBasis basis,
        Figure opening,
        SortedMap<YearMonth, Month> months,
        Figure corrected,
        Figure closing,
        SortedMap<UnitId, Figure> owed)
        implements Statement {

    /** How many units must stand on either side of a count before it is public, by default. */
    public static final int MIN_UNITS = 5;

    private static final Set<EntryKind> COUNTED =
            EnumSet.of(EntryKind.BILL, EntryKind.FEE_RECEIPT, EntryKind.REFUND);

    /**
     * One month.
     *
     * @param billed fees that fell due, less bills taken back
     * @param received fees received, less receipts taken back
     * @param refunded fees given back
     */
    public record Month(Figure billed, Figure received, Figure refunded) {

        private static final Month NOTHING = new Month(Figure.none(), Figure.none(), Figure.none());

        private Month plus(Month other) {
            return new Month(
                    billed.plus(other.billed),
                    received.plus(other.received),
                    refunded.plus(other.refunded));
        }
    }

    /**
     * How many units owe, told only where nobody can be told apart.
     *
     * @param units how many units have ever been billed
     * @param behind how many of them owe at the end
     */
    public record Count(int units, int behind) {}

    /** Copies the maps and asserts the identity. */
    public CollectionStatement {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        owed = Collections.unmodifiableSortedMap(new TreeMap<>(owed));
        Month all = months.values().stream().reduce(Month.NOTHING, Month::plus);
        Figure there =
                opening.plus(all.billed).minus(all.received).plus(all.refunded).plus(corrected);
        if (!there.amount().equals(closing.amount())) {
            throw new IllegalStateException(there.amount() + " is not " + closing.amount());
        }
    }

    /**
     * The summary of an extract.
     *
     * @param extract what the book shows
     * @return the summary
     */
    public static CollectionStatement of(LedgerExtract extract) {
        Map<YearMonth, List<Movement>> byMonth = new HashMap<>();
        List<Figure.Part> corrections = new ArrayList<>();
        Map<UnitId, List<Figure.Part>> byUnit = new HashMap<>();
        for (Movement movement : extract.movements(ChartOfAccounts.FEES_RECEIVABLE)) {
            movement.unit()
                    .ifPresent(
                            unit ->
                                    byUnit.computeIfAbsent(unit, u -> new ArrayList<>())
                                            .add(movement.part()));
            if (movement.day().isBefore(extract.basis().fromInclusive())) {
                continue;
            }
            if (COUNTED.contains(movement.kind())) {
                byMonth.computeIfAbsent(YearMonth.from(movement.day()), m -> new ArrayList<>())
                        .add(movement);
            } else {
                corrections.add(movement.part());
            }
        }
        SortedMap<YearMonth, Month> months = new TreeMap<>();
        byMonth.forEach((month, moved) -> months.put(month, month(moved)));
        SortedMap<UnitId, Figure> owed = new TreeMap<>();
        byUnit.forEach(
                (unit, parts) -> {
                    Figure left = Figure.of(parts);
                    if (left.amount().minor() != 0) {
                        owed.put(unit, left);
                    }
                });
        return new CollectionStatement(
                extract.basis(),
                extract.opening(ChartOfAccounts.FEES_RECEIVABLE),
                months,
                Figure.of(corrections),
                extract.closing(ChartOfAccounts.FEES_RECEIVABLE),
                owed);
    }

    private static Month month(List<Movement> moved) {
        return new Month(
                of(moved, EntryKind.BILL),
                of(moved, EntryKind.FEE_RECEIPT).negated(),
                of(moved, EntryKind.REFUND));
    }

    private static Figure of(List<Movement> moved, EntryKind kind) {
        return Figure.of(moved.stream().filter(m -> m.kind() == kind).map(Movement::part).toList());
    }

    private Month whole() {
        return months.values().stream().reduce(Month.NOTHING, Month::plus);
    }

    /**
     * What fell due in the period.
     *
     * @return over all months
     */
    public Figure billed() {
        return whole().billed();
    }

    /**
     * What was received in the period.
     *
     * @return over all months
     */
    public Figure received() {
        return whole().received();
    }

    /**
     * What was given back in the period.
     *
     * @return over all months
     */
    public Figure refunded() {
        return whole().refunded();
    }

    /**
     * Received over billed (实收应收比), for example {@code 53/120}: received less refunded of the
     * period over what was billed in it, exact. Receipts for earlier bills and of credit count too,
     * so that it may be above one; what is paid of the bills of some months is their collection
     * rate (收缴率), of the collection summary. Source: an interpretation.
     *
     * @return empty where nothing was billed, or more was given back than received
     */
    public Optional<Ratio> receivedOverBilled() {
        long billed = billed().amount().minor();
        long received = received().minus(refunded()).amount().minor();
        return billed > 0 && received >= 0
                ? Optional.of(Ratio.of(received, billed))
                : Optional.empty();
    }

    /**
     * How many units owe, if at least so many do and so many do not.
     *
     * @param units how many units the community bills
     * @param least at least so many on either side, at least 2
     * @return empty where a count could point at somebody, and in the public view, which has no
     *     units
     */
    public Optional<Count> count(int units, int least) {
        if (least < 2) {
            throw new IllegalArgumentException("a group of " + least + " hides nobody");
        }
        int behind = (int) owed.values().stream().filter(f -> f.amount().isPositive()).count();
        boolean hidden = behind >= least && units - behind >= least;
        return hidden && basis.view() == StatementView.INTERNAL
                ? Optional.of(new Count(units, behind))
                : Optional.empty();
    }

    @Override
    public StatementKind kind() {
        return StatementKind.COLLECTION;
    }

    @Override
    public List<StatementLine> lines() {
        List<StatementLine> lines = new ArrayList<>();
        lines.add(StatementLine.sum("opening", "期初未收", "Outstanding before", opening));
        months.forEach((name, month) -> lines.addAll(lines(name + ".", name + " ", month)));
        lines.addAll(lines("", "", whole()));
        lines.add(StatementLine.sum("corrected", "更正", "Corrected", corrected));
        lines.add(StatementLine.sum("closing", "期末未收", "Outstanding", closing));
        return lines;
    }

    private static List<StatementLine> lines(String code, String name, Month month) {
        return Stream.of(
                        StatementLine.sum(
                                code + "billed", name + "应收", name + "Billed", month.billed()),
                        StatementLine.sum(
                                code + "received",
                                name + "实收",
                                name + "Received",
                                month.received()),
                        StatementLine.sum(
                                code + "refunded",
                                name + "退费",
                                name + "Refunded",
                                month.refunded()))
                .toList();
    }

    @Override
    public List<StatementNote> notes() {
        return receivedOverBilled().stream()
                .map(
                        r ->
                                new StatementNote(
                                        "received-over-billed",
                                        "实收应收比",
                                        "Received over billed",
                                        r.toString()))
                .toList();
    }
}
