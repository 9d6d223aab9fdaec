package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * A statement of a month or a year, as everybody may see it.
 *
 * @param statement what it is asked for by, for example {@code balance-sheet}
 * @param name in the language of the answer
 * @param fromInclusive the first day of the period
 * @param toInclusive the last day of the period
 * @param logSize how many records of the log were known
 * @param currency of all amounts
 * @param lines in the order in which they are read
 * @param notes what is no amount of money
 * @since 0.1.0
 */
public record StatementLines(
        String statement,
        String name,
        String fromInclusive,
        String toInclusive,
        long logSize,
        String currency,
        List<Line> lines,
        List<Note> notes)
        implements Answer {

    /** Copies the lists. */
    public StatementLines {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /**
     * One line.
     *
     * @param code unique in the statement
     * @param name in the language of the answer
     * @param amountMinor the number
     * @param recordCount how many records stand behind it; the workbook lists them
     * @param relation how the number comes from them
     */
    public record Line(
            String code, String name, long amountMinor, int recordCount, String relation) {}

    /**
     * One fact.
     *
     * @param code unique in the statement
     * @param name in the language of the answer
     * @param value a whole number, an exact fraction or a date
     */
    public record Note(String code, String name, String value) {}
}
