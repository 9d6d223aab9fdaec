package io.github.xinyi.governance.sheet;

import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.Map;

/**
 * Something skipped in a table that changes nothing: the byte order mark that spreadsheet programs
 * put before UTF-8.
 *
 * @param file the name of the file
 * @since 0.1.0
 */
public record SheetNotice(String file) implements SheetFinding {

    /** The code of the notice: {@code sheet.byte-order-mark}. */
    public static final RuleCode BYTE_ORDER_MARK = new RuleCode("sheet.byte-order-mark");

    @Override
    public RuleCode rule() {
        return BYTE_ORDER_MARK;
    }

    @Override
    public Verdict verdict() {
        return Verdict.MET;
    }

    @Override
    public Map<String, String> evidence() {
        return Evidence.of("file", file).toMap();
    }
}
