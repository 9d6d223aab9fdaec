package io.github.xinyi.trust.export;

import io.github.xinyi.trust.money.Money;
import java.util.List;
import java.util.Objects;

/**
 * A table to be written for programs and people, for example "年度预算" with the columns 代码 and 金额.
 *
 * @param name what the table is called, for a workbook at most 31 characters
 * @param header its columns, at least one
 * @param rows as many cells each as the header has columns
 * @since 0.1.0
 */
public record Table(String name, List<String> header, List<List<Cell>> rows) {

    /** Copies header and rows, and refuses a row of another length than the header's. */
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = header.size();
        if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException(name + " has rows of other than " + columns);
        }
    }

    /** A text, or an amount of money, for example {@code 缆索厂} or 12.34. Immutable. */
    public static final class Cell {

        private final String text;
        private final boolean isAmount;
        private final long fen;

        private Cell(String text, boolean isAmount, long fen) {
            this.text = text;
            this.isAmount = isAmount;
            this.fen = fen;
        }

        /**
         * A text.
         *
         * @param text as people wrote it; no writer lets it run as a formula
         * @return the cell
         */
        public static Cell of(String text) {
            return new Cell(text, false, 0);
        }

        /**
         * An amount.
         *
         * @param amount shown in yuan
         * @return the cell
         */
        public static Cell of(Money amount) {
            return new Cell(amount.toString(), true, amount.minor());
        }

        /**
         * What is read in the cell.
         *
         * @return the text, or the amount in yuan such as {@code -12.34}
         */
        public String text() {
            return text;
        }

        /**
         * Whether it is an amount.
         *
         * @return false for a text
         */
        public boolean isAmount() {
            return isAmount;
        }

        long fen() {
            return fen;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cell that
                    && text.equals(that.text)
                    && isAmount == that.isAmount
                    && fen == that.fen;
        }

        @Override
        public int hashCode() {
            return Objects.hash(text, isAmount, fen);
        }

        /** What is read in the cell. */
        @Override
        public String toString() {
            return text;
        }
    }
}
