package io.github.xinyi.governance.sheet;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A column of a table: its header and how its cells are read, for example {@code
 * Column.identifier("房号", UnitId::of).unique()}.
 *
 * <p>Full-width characters (全角) in a number, date, time or identifier are refused with the
 * half-width form shown, never converted. Immutable and thread-safe.
 *
 * @param <T> what a cell yields
 * @since 0.1.0
 */
public final class Column<T> {

    /** Reads one cell or says what is wrong with it. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(String cell) throws CellException;
    }

    private final String header;
    private final Reader<T> reader;
    private final boolean keyed;
    private final boolean needed;

    private Column(String header, Reader<T> reader, boolean keyed) {
        this(header, reader, keyed, true);
    }

    private Column(String header, Reader<T> reader, boolean keyed, boolean needed) {
        this.header = header;
        this.reader = reader;
        this.keyed = keyed;
        this.needed = needed;
    }

    /**
     * Text that must not be empty, at most {@link Sheet#MAX_CELL_LENGTH} characters.
     *
     * @param header for example {@code 楼栋}
     * @return the column
     */
    public static Column<String> text(String header) {
        return new Column<>(header, Column::required, false);
    }

    /**
     * A column that must be there and is not read, as names are: its cells are dropped unread.
     *
     * @param header for example {@code 业主}
     * @return the column; every cell yields the empty text
     */
    public static Column<String> ignored(String header) {
        return new Column<>(header, cell -> "", false);
    }

    /**
     * An identifier.
     *
     * @param header for example {@code 房号}
     * @param type makes it, and throws {@link IllegalArgumentException} where it refuses the text
     * @param <T> the identifier's type
     * @return the column
     */
    public static <T> Column<T> identifier(String header, Function<String, T> type) {
        return halfWidth(
                header,
                cell -> {
                    try {
                        return type.apply(cell);
                    } catch (IllegalArgumentException e) {
                        throw new CellException(
                                SheetRule.IDENTIFIER, "1-64 × [letter digit -_.:/#*]", e);
                    }
                });
    }

    /**
     * An area in square metres with at most two decimals.
     *
     * @param header for example {@code 专有部分面积}
     * @return the column
     */
    public static Column<FloorArea> area(String header) {
        return halfWidth(
                header,
                cell -> {
                    try {
                        return FloorArea.parse(cell);
                    } catch (NumberFormatException | ArithmeticException e) {
                        throw new CellException(SheetRule.AREA, "0.00", e);
                    }
                });
    }

    /**
     * An amount in yuan with at most two decimals and not below zero, read as minor units.
     *
     * @param header for example {@code 金额}
     * @return the column; {@code 12.3} yields 1230 fen
     */
    public static Column<Long> amountMinor(String header) {
        return halfWidth(
                header,
                cell -> {
                    long minor = minorUnits(cell);
                    if (minor < 0) {
                        throw new CellException(SheetRule.AMOUNT_NEGATIVE, "≥0.00");
                    }
                    return minor;
                });
    }

    /**
     * An amount in yuan with at most two decimals that may be below zero, read as minor units.
     *
     * @param header for example {@code 余额}
     * @return the column; {@code -12.30} yields -1230 fen
     */
    public static Column<Long> signedAmountMinor(String header) {
        return halfWidth(header, Column::minorUnits);
    }

    /**
     * A whole number within its range.
     *
     * @param header for example {@code 份数}
     * @param least the smallest number accepted
     * @param greatest the largest number accepted
     * @return the column
     */
    public static Column<Long> wholeNumber(String header, long least, long greatest) {
        return halfWidth(
                header,
                cell -> {
                    if (!cell.matches("-?[0-9]{1,18}")) {
                        throw new CellException(SheetRule.NUMBER, "0");
                    }
                    long number = Long.parseLong(cell);
                    if (number < least || number > greatest) {
                        throw new CellException(SheetRule.RANGE, least + ".." + greatest);
                    }
                    return number;
                });
    }

    /**
     * A fraction of whole numbers.
     *
     * @param header for example {@code 份额}
     * @return the column; {@code 1/3} is read, {@code 33%} is refused
     */
    public static Column<Ratio> ratio(String header) {
        return halfWidth(
                header,
                cell -> {
                    try {
                        return Ratio.parse(cell);
                    } catch (IllegalArgumentException e) {
                        throw new CellException(SheetRule.FRACTION, "n/d", e);
                    }
                });
    }

    /**
     * A date of the calendar.
     *
     * @param header for example {@code 成立日期}
     * @return the column; {@code 2024-02-30} and {@code 2024/2/3} are refused
     */
    public static Column<LocalDate> date(String header) {
        return temporal(
                header, "\\d{4}-\\d{2}-\\d{2}", SheetRule.DATE, "YYYY-MM-DD", LocalDate::parse);
    }

    /**
     * A moment with its offset, to the microsecond at most.
     *
     * @param header for example {@code 收到时间}
     * @return the column; a time without an offset is refused
     */
    public static Column<Instant> instant(String header) {
        return temporal(
                header,
                "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?(Z|[+-]\\d{2}:\\d{2})",
                SheetRule.TIME,
                "YYYY-MM-DDThh:mm:ss+08:00",
                cell -> OffsetDateTime.parse(cell).toInstant());
    }

    /**
     * One of a list of words.
     *
     * @param header for example {@code 用途}
     * @param labels the meaning of every word accepted, for example {@code 住宅=RESIDENTIAL}
     * @param <T> the type of the meanings
     * @return the column
     */
    public static <T> Column<T> label(String header, Map<String, T> labels) {
        Map<String, T> meanings = Map.copyOf(labels);
        String expected =
                meanings.keySet().stream().sorted().reduce((a, b) -> a + "/" + b).orElse("");
        return new Column<>(
                header,
                cell -> {
                    T meaning = meanings.get(required(cell));
                    if (meaning == null) {
                        throw new CellException(SheetRule.LABEL, expected);
                    }
                    return meaning;
                },
                false);
    }

    /**
     * The same column where a cell may be empty.
     *
     * @return a column that yields nothing for an empty cell
     */
    public Column<Optional<T>> optional() {
        return new Column<>(
                header,
                cell -> cell.isEmpty() ? Optional.empty() : Optional.of(reader.read(cell)),
                keyed);
    }

    /**
     * The same column where a table may do without it, as if all its cells were empty.
     *
     * @return the last step for a column that is {@link #optional} or a {@link #list}
     */
    public Column<T> absentable() {
        return new Column<>(header, reader, keyed, false);
    }

    /**
     * A column of lists of what this column reads, divided by {@code ;}.
     *
     * @return a column that yields an empty list for an empty cell
     */
    public Column<List<T>> list() {
        return new Column<>(header, this::readList, keyed);
    }

    /**
     * The same column where no cell may repeat an earlier one; empty optional cells may.
     *
     * @return a column that keeps its values apart by {@code equals}
     */
    public Column<T> unique() {
        return new Column<>(header, reader, true);
    }

    /**
     * The same column with one more condition on what a cell yields.
     *
     * @param condition true for what is accepted
     * @param rule what is wrong otherwise, for example {@link SheetRule#REFERENCE}
     * @param expected what would have been accepted; a word or figure, empty if there is none
     * @return the stricter column
     */
    public Column<T> where(Predicate<? super T> condition, SheetRule rule, String expected) {
        return new Column<>(
                header,
                cell -> {
                    T value = reader.read(cell);
                    if (!condition.test(value)) {
                        throw new CellException(rule, expected);
                    }
                    return value;
                },
                keyed);
    }

    /**
     * The text above the column.
     *
     * @return for example {@code 房号}
     */
    public String header() {
        return header;
    }

    boolean isNeeded() {
        return needed;
    }

    boolean isUnique() {
        return keyed;
    }

    T read(String cell) throws CellException {
        return reader.read(cell);
    }

    private List<T> readList(String cell) throws CellException {
        if (cell.indexOf('；') >= 0) {
            throw new CellException(SheetRule.FULL_WIDTH, Cells.toHalfWidth(cell));
        }
        List<T> values = new ArrayList<>();
        if (!cell.isEmpty()) {
            for (String part : cell.split(";", -1)) {
                values.add(reader.read(part));
            }
        }
        return List.copyOf(values);
    }

    private static <T> Column<T> halfWidth(String header, Reader<T> reader) {
        return new Column<>(
                header,
                cell -> {
                    if (Cells.hasFullWidth(required(cell))) {
                        throw new CellException(SheetRule.FULL_WIDTH, Cells.toHalfWidth(cell));
                    }
                    return reader.read(cell);
                },
                false);
    }

    private static String required(String cell) throws CellException {
        if (cell.isEmpty()) {
            throw new CellException(SheetRule.REQUIRED, "");
        }
        return cell;
    }

    private static <T> Column<T> temporal(
            String header, String form, SheetRule rule, String shown, Function<String, T> parse) {
        return halfWidth(
                header,
                cell -> {
                    if (!cell.matches(form)) {
                        throw new CellException(rule, shown);
                    }
                    try {
                        return parse.apply(cell);
                    } catch (DateTimeException e) {
                        throw new CellException(rule, shown, e);
                    }
                });
    }

    private static long minorUnits(String cell) throws CellException {
        if (!cell.matches("-?[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            throw new CellException(SheetRule.AMOUNT, "0.00");
        }
        return new BigDecimal(cell).movePointRight(2).longValueExact();
    }

    @Override
    public String toString() {
        return header;
    }
}
