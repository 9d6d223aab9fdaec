package io.github.xinyi.governance.sheet;

import java.io.Serial;

/** What is wrong with a cell, on its way from a column to the sheet that knows the place. */
final class CellException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final SheetRule rule;
    private final String expected;

    CellException(SheetRule rule, String expected) {
        super(rule.code().value());
        this.rule = rule;
        this.expected = expected;
    }

    CellException(SheetRule rule, String expected, Throwable cause) {
        super(rule.code().value(), cause);
        this.rule = rule;
        this.expected = expected;
    }

    SheetRule rule() {
        return rule;
    }

    String expected() {
        return expected;
    }
}
