package io.github.xinyi.governance.sheet;

import io.github.xinyi.governance.ruling.RuleCode;

/**
 * What can be wrong with a table, a row or a cell, for example {@link #FULL_WIDTH}.
 *
 * @since 0.1.0
 */
public enum SheetRule {
    /** The file has more bytes than {@link Sheet#MAX_BYTES}. */
    SIZE("size"),
    /** The bytes are not text in the charset named. */
    ENCODING("encoding"),
    /** The bytes are not UTF-8 but would be text in GB18030. */
    ENCODING_LOOKS_GB18030("encoding-gb18030"),
    /** There is no header line. */
    EMPTY("empty"),
    /** A quote does not close, or stands where none may. */
    QUOTE("quote"),
    /** A column that is needed is not there. */
    HEADER_MISSING("header-missing"),
    /** A column stands there twice. */
    HEADER_DUPLICATE("header-duplicate"),
    /** A column is not known here. */
    HEADER_UNKNOWN("header-unknown"),
    /** A row has more or fewer cells than the header. */
    COLUMN_COUNT("column-count"),
    /** There are more rows than {@link Sheet#MAX_ROWS}. */
    ROW_COUNT("row-count"),
    /** A cell is longer than {@link Sheet#MAX_CELL_LENGTH}. */
    CELL_LENGTH("cell-length"),
    /** A number, date or identifier is written in full-width characters (全角). */
    FULL_WIDTH("full-width"),
    /** A cell is empty where something is needed. */
    REQUIRED("required"),
    /** Not an identifier. */
    IDENTIFIER("identifier"),
    /** Not an area in square metres with at most two decimals. */
    AREA("area"),
    /** Not an amount in yuan with at most two decimals. */
    AMOUNT("amount"),
    /** An amount below zero where none may be. */
    AMOUNT_NEGATIVE("amount-negative"),
    /** Not a whole number. */
    NUMBER("number"),
    /** Not a fraction such as {@code 1/3}. */
    FRACTION("fraction"),
    /** A text that a spreadsheet program would run as a formula. */
    FORMULA("formula"),
    /** A figure outside its range. */
    RANGE("range"),
    /** Not a date such as {@code 2024-11-30}. */
    DATE("date"),
    /** Not a time with an offset such as {@code 2024-12-17T15:28:06+08:00}. */
    TIME("time"),
    /** A word that is not on the list. */
    LABEL("label"),
    /** A key that an earlier row has; expected is the line of that row. */
    DUPLICATE("duplicate"),
    /** A list that names the same twice. */
    LIST_REPEAT("list-repeat"),
    /** A reference to something unknown; expected is where it was looked for. */
    REFERENCE("reference"),
    /** A cell that contradicts another fact. */
    CONFLICT("conflict"),
    /** There are more faults than are listed. */
    MORE_FAULTS("more-faults");

    private final RuleCode code;

    SheetRule(String name) {
        this.code = new RuleCode("sheet." + name);
    }

    /**
     * The stable name under which its text is found.
     *
     * @return for example {@code sheet.full-width}
     */
    public RuleCode code() {
        return code;
    }
}
