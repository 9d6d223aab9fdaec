package io.github.xinyi.governance.sheet;

import java.io.Serial;

/** A quote that does not close or stands where none may, after which no cell can be trusted. */
final class CsvException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final int line;

    CsvException(int line) {
        super("quote on line " + line);
        this.line = line;
    }

    int line() {
        return line;
    }
}
