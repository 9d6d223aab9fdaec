package io.github.xinyi.trust.bankfile;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.BankStatement;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a bank writes its statements as tables, as data, so that a new bank needs no code: columns,
 * charset, form of the date, sign of the amounts and order of the lines.
 *
 * <p>Example: GB18030, two lines before the header, {@code 交易日期} as {@code uuuuMMdd}, money out
 * under {@code 借方发生额} and in under {@code 贷方发生额}, newest line first. Every column of the table must
 * be named here, those that are not wanted among {@code ignored}. Amounts may have thousands
 * separated by commas, at most eleven digits before the point and two after it.
 *
 * @param charset for example GB18030; never guessed
 * @param linesBeforeHeader how many lines stand before the header
 * @param reference the column of the bank's number
 * @param moment the columns of day and time, one or two, put together with a space
 * @param pattern their form, as of {@link DateTimeFormatter}, for example {@code uuuuMMdd
 *     HH:mm:ss}; without a time the day's first moment counts
 * @param zone where the bank's clock is
 * @param amounts where the amount stands, and its sign
 * @param balance the column of the balance after the line
 * @param party the column of who paid or was paid; empty if none is read
 * @param texts the columns of text, put together with a space
 * @param ignored the columns that are not read
 * @param order in which order the lines come
 * @param classes how fees, interest and returned items are recognised by their text
 * @since 0.1.0
 */
public record CsvBankFormat(
        Charset charset,
        int linesBeforeHeader,
        String reference,
        List<String> moment,
        String pattern,
        ZoneId zone,
        Amounts amounts,
        String balance,
        String party,
        List<String> texts,
        List<String> ignored,
        Order order,
        List<LineClass> classes) {

    private static final int MOST_LINES_BEFORE = 100;
    private static final int LAST_YEAR = 9_999;

    /** In which order a bank writes its lines. */
    public enum Order {
        /** From the earliest to the latest. */
        OLDEST_FIRST,
        /** From the latest to the earliest. */
        NEWEST_FIRST
    }

    /** Where an amount stands, and which sign is money coming in. */
    public sealed interface Amounts {

        /**
         * The columns it uses.
         *
         * @return their headers
         */
        List<String> columns();

        /**
         * One answer for each case.
         *
         * @param twoColumns for two columns
         * @param signed for a sign
         * @param indicated for a word
         * @param <R> the answer's type
         * @return the answer
         */
        <R> R fold(
                Function<TwoColumns, R> twoColumns,
                Function<Signed, R> signed,
                Function<Indicated, R> indicated);

        /**
         * Money in and money out in columns of their own; the other one is empty or zero.
         *
         * @param in the column of money coming in
         * @param out the column of money going out
         */
        record TwoColumns(String in, String out) implements Amounts {
            @Override
            public <R> R fold(
                    Function<TwoColumns, R> twoColumns,
                    Function<Signed, R> signed,
                    Function<Indicated, R> indicated) {
                return twoColumns.apply(this);
            }

            @Override
            public List<String> columns() {
                return List.of(in, out);
            }
        }

        /**
         * One column with a sign.
         *
         * @param amount the column
         * @param positive what an amount above zero is
         */
        record Signed(String amount, LineClass.Direction positive) implements Amounts {
            /** Refuses a sign that says nothing. */
            public Signed {
                if (positive == LineClass.Direction.EITHER) {
                    throw new IllegalArgumentException("a sign has one meaning");
                }
            }

            @Override
            public <R> R fold(
                    Function<TwoColumns, R> twoColumns,
                    Function<Signed, R> signed,
                    Function<Indicated, R> indicated) {
                return signed.apply(this);
            }

            @Override
            public List<String> columns() {
                return List.of(amount);
            }
        }

        /**
         * One column without a sign, and one that tells the direction.
         *
         * @param amount the column of the amount
         * @param direction the column of the direction
         * @param in the word for money coming in, for example 贷
         * @param out the word for money going out, for example 借
         */
        record Indicated(String amount, String direction, String in, String out)
                implements Amounts {
            @Override
            public <R> R fold(
                    Function<TwoColumns, R> twoColumns,
                    Function<Signed, R> signed,
                    Function<Indicated, R> indicated) {
                return indicated.apply(this);
            }

            @Override
            public List<String> columns() {
                return List.of(amount, direction);
            }
        }
    }

    /** Copies the lists; refuses columns named twice and a form that no date can have. */
    public CsvBankFormat {
        moment = List.copyOf(moment);
        texts = List.copyOf(texts);
        ignored = List.copyOf(ignored);
        classes = List.copyOf(classes);
        List<String> names = names(reference, moment, amounts, balance, party, texts, ignored);
        if (names.stream().distinct().count() != names.size()
                || moment.isEmpty()
                || linesBeforeHeader < 0
                || linesBeforeHeader > MOST_LINES_BEFORE) {
            throw new IllegalArgumentException("not a table of a bank: " + names);
        }
        if (formatter(pattern).toString().isEmpty()) {
            throw new IllegalArgumentException("no form of a date: " + pattern);
        }
    }

    private static List<String> names(
            String reference,
            List<String> moment,
            Amounts amounts,
            String balance,
            String party,
            List<String> texts,
            List<String> ignored) {
        return Stream.of(
                        Stream.of(reference, balance),
                        moment.stream(),
                        amounts.columns().stream(),
                        party.isEmpty() ? Stream.<String>empty() : Stream.of(party),
                        texts.stream(),
                        ignored.stream())
                .flatMap(names -> names)
                .toList();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads a statement.
     *
     * @param name shown with every fault
     * @param file its bytes
     * @param account the bank's number of the account, which the table does not tell
     * @return the statement, whose opening balance is that before the first line; refused with
     *     every fault of every cell, or every balance that does not follow
     */
    public Outcome<BankStatement> read(String name, byte[] file, String account) {
        Map<String, Column<Optional<String>>> cells = new LinkedHashMap<>();
        for (String column : names(reference, moment, amounts, balance, party, texts, List.of())) {
            cells.put(column, Column.text(column).optional());
        }
        List<Column<?>> columns = new ArrayList<>(cells.values());
        ignored.forEach(column -> columns.add(Column.ignored(column)));
        byte[] table = Arrays.copyOfRange(file, headerAt(file), file.length);
        return Sheet.read(SheetFile.in(name, table, charset), columns)
                .then(sheet -> sheet.rows(row -> new Cells(row, cells).line()))
                .then(lines -> statement(account, lines));
    }

    private Outcome<BankStatement> statement(String account, List<BankLine> read) {
        List<BankLine> lines = new ArrayList<>(read);
        if (order == Order.NEWEST_FIRST) {
            Collections.reverse(lines);
        }
        if (lines.isEmpty()) {
            Money nothing = Money.ofFen(0);
            return BankStatement.of(account, nothing, nothing, List.of());
        }
        Money opening = lines.get(0).balanceAfter().minus(lines.get(0).amount());
        Money closing = lines.get(lines.size() - 1).balanceAfter();
        return BankStatement.of(account, opening, closing, lines);
    }

    /** Where the header begins: a line feed is no part of a longer character in these charsets. */
    private int headerAt(byte[] file) {
        int at = 0;
        for (int line = 0; line < linesBeforeHeader; line++) {
            while (at < file.length && file[at] != '\n') {
                at++;
            }
            at = Math.min(file.length, at + 1);
        }
        return at;
    }

    /** The cells of one row, read as the format says. */
    private final class Cells {

        private final Row row;
        private final Map<String, Column<Optional<String>>> columns;

        Cells(Row row, Map<String, Column<Optional<String>>> columns) {
            this.row = row;
            this.columns = columns;
        }

        BankLine line() {
            long fen = amount();
            String text = joined(texts);
            return new BankLine(
                    reference(),
                    at(),
                    Money.ofFen(fen),
                    Money.ofFen(minor(balance, true)),
                    party.isEmpty() ? "" : text(party),
                    text,
                    LineClass.of(classes, fen, "", text));
        }

        private String text(String column) {
            return row.get(column(column)).orElse("").strip();
        }

        private Column<Optional<String>> column(String name) {
            return Objects.requireNonNull(columns.get(name), name);
        }

        private String joined(List<String> names) {
            return names.stream()
                    .map(this::text)
                    .filter(t -> !t.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private String reference() {
            String value = text(reference);
            if (!value.matches("[\\x21-\\x7E]{1,64}")) {
                refuse(reference, SheetRule.IDENTIFIER, "");
            }
            return value;
        }

        private Instant at() {
            String written = joined(moment);
            try {
                TemporalAccessor read =
                        formatter(pattern).parseBest(written, LocalDateTime::from, LocalDate::from);
                LocalDateTime time =
                        read instanceof LocalDate day
                                ? day.atStartOfDay()
                                : LocalDateTime.from(read);
                if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
                    throw new DateTimeException("no year of four digits: " + time.getYear());
                }
                return time.atZone(zone).toInstant();
            } catch (DateTimeException e) {
                refuse(moment.get(0), SheetRule.DATE, pattern);
                return Instant.EPOCH;
            }
        }

        private long amount() {
            long fen = amounts.fold(this::inOrOut, this::signed, this::indicated);
            if (fen == 0) {
                refuse(amounts.columns().get(0), SheetRule.REQUIRED, "");
            }
            return fen;
        }

        private long inOrOut(Amounts.TwoColumns two) {
            long in = minor(two.in(), false);
            long out = minor(two.out(), false);
            if (in != 0 && out != 0) {
                refuse(two.in(), SheetRule.CONFLICT, two.in() + " / " + two.out());
            }
            return in - out;
        }

        private long signed(Amounts.Signed signed) {
            long written = minor(signed.amount(), true);
            return signed.positive() == LineClass.Direction.IN ? written : -written;
        }

        private long indicated(Amounts.Indicated indicated) {
            long written = minor(indicated.amount(), false);
            String word = text(indicated.direction());
            if (!word.equals(indicated.in()) && !word.equals(indicated.out())) {
                refuse(
                        indicated.direction(),
                        SheetRule.LABEL,
                        indicated.in() + " / " + indicated.out());
            }
            return word.equals(indicated.out()) ? -written : written;
        }

        /** Nothing where the cell is empty, if it may be. */
        private long minor(String column, boolean signed) {
            String written = text(column);
            if (written.isEmpty() && !signed) {
                return 0;
            }
            String form = "[0-9]{1,11}|[0-9]{1,3}(,[0-9]{3}){1,3}";
            if (!written.matches((signed ? "[+-]?" : "") + "(" + form + ")(\\.[0-9]{1,2})?")) {
                refuse(column, SheetRule.AMOUNT, "0.00");
                return 0;
            }
            return new BigDecimal(written.replace(",", "")).movePointRight(2).longValueExact();
        }

        private void refuse(String column, SheetRule rule, String expected) {
            row.refuse(column(column), rule, expected);
        }
    }
}
