package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.money.Money;
import java.util.List;
import java.util.function.Function;

/**
 * What the bank and the book do not both show (未达账项), with everything that might explain it; a
 * person decides.
 *
 * @since 0.1.0
 */
public sealed interface BankDifference {

    /** What kind of difference it is. */
    enum Kind {
        /** The bank has a line, and no entry could be it. */
        LINE_WITHOUT_ENTRY,
        /** The bank has a line, and several entries or sums could be it. */
        LINE_AMBIGUOUS,
        /** An entry stands on the line, and its amount is another. */
        AMOUNT_DIFFERS,
        /** The bank took a fee. */
        BANK_FEE,
        /** The bank paid interest. */
        INTEREST,
        /** The bank took a receipt or payment back. */
        RETURNED,
        /** The book has an entry, and no line could be it. */
        ENTRY_WITHOUT_LINE,
        /** The book has an entry, and several lines could be it. */
        ENTRY_AMBIGUOUS
    }

    /**
     * What kind of difference it is.
     *
     * @return for example {@link Kind#BANK_FEE}
     */
    Kind kind();

    /**
     * By how much the side that has it has more.
     *
     * @return in above zero, out below
     */
    Money amount();

    /**
     * A line of the bank.
     *
     * @param kind what kind of difference
     * @param line the line
     * @param candidates entries that might be it, alone or as part of a sum, by name
     */
    record OfLine(Kind kind, BankLine line, List<EntryId> candidates) implements BankDifference {
        /** Copies the candidates. */
        public OfLine {
            candidates = List.copyOf(candidates);
        }

        @Override
        public Money amount() {
            return line.amount();
        }

        @Override
        public <R> R fold(Function<OfLine, R> ofLine, Function<OfEntry, R> ofEntry) {
            return ofLine.apply(this);
        }
    }

    /**
     * An entry of the book.
     *
     * @param kind what kind of difference
     * @param entry the entry
     * @param candidates the bank's numbers of lines that might be it, alone or as part of a sum
     */
    record OfEntry(Kind kind, BookMovement entry, List<String> candidates)
            implements BankDifference {
        /** Copies the candidates. */
        public OfEntry {
            candidates = List.copyOf(candidates);
        }

        @Override
        public Money amount() {
            return entry.amount();
        }

        @Override
        public <R> R fold(Function<OfLine, R> ofLine, Function<OfEntry, R> ofEntry) {
            return ofEntry.apply(this);
        }
    }

    /**
     * One answer for each case.
     *
     * @param ofLine for a line of the bank
     * @param ofEntry for an entry of the book
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<OfLine, R> ofLine, Function<OfEntry, R> ofEntry);
}
