package io.github.xinyi.governance.team;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.SheetRule;
import java.util.Map;

/**
 * Where a row of a pattern comes from, for example {@code 红古区“1+3+N”联系指导机制}, a reading.
 *
 * @param document what defines it, 1 to {@link #MAX_LENGTH} characters
 * @param standing how far it can be relied on
 * @since 0.1.0
 */
public record Source(String document, Standing standing) {

    /** The longest name of a document, in characters. */
    public static final int MAX_LENGTH = 200;

    /** The column 来源: the document. */
    public static final Column<String> DOCUMENT =
            Column.text("来源").where(Source::isDocument, SheetRule.RANGE, "1.." + MAX_LENGTH);

    /** The column 依据: 已读原文, 未核对 or 解读. */
    public static final Column<Standing> STANDING =
            Column.label(
                    "依据",
                    Map.of(
                            "已读原文", Standing.TEXT_READ,
                            "未核对", Standing.UNVERIFIED,
                            "解读", Standing.INTERPRETATION));

    /** Refuses a source without a name. */
    public Source {
        if (!isDocument(document)) {
            throw new IllegalArgumentException(
                    "a source has 1 to " + MAX_LENGTH + " characters, got " + document.length());
        }
    }

    /**
     * The source of a row of a table that has both columns.
     *
     * @param row the row
     * @return its source
     */
    public static Source from(Row row) {
        return new Source(row.get(DOCUMENT), row.get(STANDING));
    }

    static boolean isDocument(String text) {
        return Slot.isText(text, MAX_LENGTH);
    }
}
