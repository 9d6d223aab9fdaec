package io.github.xinyi.governance.sheet;

import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.Map;

/**
 * One fault of a table at its place, for example file {@code units.csv}, line 7, field 专有部分面积,
 * value {@code ８９.３７}, expected {@code 89.37}.
 *
 * @param kind what is wrong
 * @param file the name of the file
 * @param line the line on which the row begins, 1 for the header, 0 for the file as a whole
 * @param field the header of the column; empty for the row as a whole
 * @param value the text found, cut to 40 characters, without control characters; empty where it
 *     would not help
 * @param expected what would have been accepted; a word, figure or form, never a sentence; cut to
 *     200 characters
 * @since 0.1.0
 */
public record SheetFault(
        SheetRule kind, String file, int line, String field, String value, String expected)
        implements SheetFinding {

    /** Makes the texts short and safe to show. */
    public SheetFault {
        if (line < 0) {
            throw new IllegalArgumentException("line is negative: " + line);
        }
        file = Cells.shorten(file);
        field = Cells.shorten(field);
        value = Cells.shorten(value);
        expected = Cells.shorten(expected, Cells.EXPECTED_LENGTH);
    }

    @Override
    public RuleCode rule() {
        return kind.code();
    }

    @Override
    public Verdict verdict() {
        return Verdict.NOT_MET;
    }

    @Override
    public Map<String, String> evidence() {
        return Evidence.of("file", file)
                .and("line", line)
                .and("field", field)
                .and("value", value)
                .and("expected", expected)
                .toMap();
    }
}
