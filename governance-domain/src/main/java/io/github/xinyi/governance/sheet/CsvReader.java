package io.github.xinyi.governance.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divides text into records as RFC 4180 has it; a lone line feed or carriage return ends a line
 * too.
 */
final class CsvReader {

    /** A record and the line on which it begins. */
    record CsvRecord(int line, List<String> cells) {}

    private static final int END = -1;

    private final String text;
    private int at;
    private int line = 1;

    CsvReader(String text) {
        this.text = text;
    }

    /** The next record, or nothing at the end of the text. */
    Optional<CsvRecord> next() throws CsvException {
        if (peek() == END) {
            return Optional.empty();
        }
        int start = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (peek() == ',') {
            at++;
            cells.add(cell());
        }
        endLine();
        return Optional.of(new CsvRecord(start, cells));
    }

    private String cell() throws CsvException {
        return peek() == '"' ? quoted() : plain();
    }

    private String plain() throws CsvException {
        int start = at;
        while (peek() != ',' && !atLineEnd()) {
            if (peek() == '"') {
                throw new CsvException(line);
            }
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws CsvException {
        int opened = line;
        StringBuilder cell = new StringBuilder();
        for (at++; ; at++) {
            int c = peek();
            if (c == END) {
                throw new CsvException(opened);
            }
            if (c == '"') {
                at++;
                if (peek() != '"') {
                    break;
                }
            }
            cell.append((char) c);
            if (c == '\n' || (c == '\r' && !isAt(at + 1, '\n'))) {
                line++;
            }
        }
        if (peek() != ',' && !atLineEnd()) {
            throw new CsvException(line);
        }
        return cell.toString();
    }

    private void endLine() {
        if (peek() == '\r' && isAt(at + 1, '\n')) {
            at++;
        }
        if (peek() != END) {
            at++;
            line++;
        }
    }

    private boolean atLineEnd() {
        return peek() == END || peek() == '\n' || peek() == '\r';
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean isAt(int index, char c) {
        return index < text.length() && text.charAt(index) == c;
    }
}
