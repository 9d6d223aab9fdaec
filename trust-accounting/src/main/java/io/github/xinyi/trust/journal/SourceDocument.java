package io.github.xinyi.trust.journal;

/**
 * The paper an entry stands on (原始单据), for example a bank line {@code BK202501030007}.
 *
 * @param type what kind of paper, for example {@code bank-line}, at most 32 characters
 * @param id its number, at most 64 characters
 * @since 0.1.0
 */
public record SourceDocument(String type, String id) {

    /** The type of a line of a bank statement. */
    public static final String BANK_LINE = "bank-line";

    /**
     * A line of a bank statement.
     *
     * @param reference the bank's number
     * @return the document
     */
    public static SourceDocument bankLine(String reference) {
        return new SourceDocument(BANK_LINE, reference);
    }

    /**
     * Another entry of the same book, for example the receipt that an entry corrects.
     *
     * @param id the entry
     * @return the document
     */
    public static SourceDocument entry(EntryId id) {
        return new SourceDocument("entry", id.value());
    }

    /**
     * Checks the number that a paper carries.
     *
     * @param number for example {@code B2025010001}
     * @return the same
     * @throws IllegalArgumentException if it is not 1 to 48 letters, digits or hyphens
     */
    public static String number(String number) {
        if (!number.matches("[A-Za-z0-9-]{1,48}")) {
            throw new IllegalArgumentException("not the number of a paper: " + number);
        }
        return number;
    }

    /** Refuses an empty or over-long name. */
    public SourceDocument {
        if (type.isEmpty() || type.length() > 32 || id.isEmpty() || id.length() > 64) {
            throw new IllegalArgumentException("not a source document: " + type + " " + id);
        }
    }
}
