package io.github.xinyi.governance.published;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.voting.Matter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices read from a table with the columns 事项, 通知日期, 表决日期, 比例基数 and, once for 面积 and once for 人数,
 * 总数, 参与, 同意, 反对 and 弃权, for example 参与面积.
 *
 * <p>Example row: {@code 4,,2022,参与,124799.30,93449.08,65.99%,,,1152,905,65.08%,,}. 事项 is the item
 * of Civil Code art. 278 para. 1; 通知日期 is when all owners were told and 表决日期 when the voting
 * opened, each a day, a month, a year or empty; 比例基数 is 参与, 全体 or 未注明 and says of what percentages
 * of the answers are parts (those of 参与 are always of the total). A cell is empty, a count, a
 * percentage, or several of these divided by {@code ;} where a notice prints a figure more than
 * once.
 *
 * @since 0.1.0
 */
public final class AnnouncementSheet {

    private static final Column<Long> MATTER = Column.wholeNumber("事项", 1, 9);
    private static final Column<Optional<String>> NOTIFIED = Column.text("通知日期").optional();
    private static final Column<Optional<String>> OPENING = Column.text("表决日期").optional();
    private static final Column<Base> BASE =
            Column.label(
                    "比例基数",
                    Map.of("参与", Base.PARTICIPATING, "全体", Base.TOTAL, "未注明", Base.UNSTATED));
    private static final Cells AREA = new Cells("面积", "0.00");
    private static final Cells HEADS = new Cells("人数", "0");

    /** The five columns of one measure. */
    private record Cells(
            String measure,
            String form,
            Column<Optional<String>> total,
            Column<Optional<String>> participating,
            Column<Optional<String>> inFavour,
            Column<Optional<String>> against,
            Column<Optional<String>> abstaining) {

        Cells(String measure, String form) {
            this(
                    measure,
                    form,
                    Column.text("总" + measure).optional(),
                    Column.text("参与" + measure).optional(),
                    Column.text("同意" + measure).optional(),
                    Column.text("反对" + measure).optional(),
                    Column.text("弃权" + measure).optional());
        }

        MeasuredFigures read(Row row, Base base) {
            return new MeasuredFigures(
                    figure(row, total, Optional.empty()),
                    figure(row, participating, Optional.of(Base.TOTAL)),
                    figure(row, inFavour, Optional.of(base)),
                    figure(row, against, Optional.of(base)),
                    figure(row, abstaining, Optional.of(base)));
        }

        private Figure figure(Row row, Column<Optional<String>> column, Optional<Base> base) {
            try {
                Figure figure = Figure.ABSENT;
                for (String part :
                        row.get(column).map(t -> t.split(";", -1)).orElse(new String[0])) {
                    figure = figure.and(statement(part, base));
                }
                return figure;
            } catch (IllegalArgumentException | ArithmeticException e) {
                row.refuse(column, SheetRule.NUMBER, form + base.map(b -> " / 0.00%").orElse(""));
                return Figure.ABSENT;
            }
        }

        private Figure statement(String text, Optional<Base> base) {
            if (text.endsWith("%") && base.isPresent()) {
                return Figure.of(text, base.get());
            }
            if (measure.equals("面积")) {
                return Figure.of(FloorArea.parse(text));
            }
            if (!text.matches("[0-9]{1,18}")) {
                throw new NumberFormatException("not a number of owners: " + text);
            }
            return new Figure(List.of(Long.parseLong(text)), List.of());
        }
    }

    private AnnouncementSheet() {}

    /**
     * Reads notices.
     *
     * @param file the table
     * @return one announcement a row in the order of the file; refused with every fault
     */
    public static Outcome<List<Announcement>> read(SheetFile file) {
        List<Column<?>> columns =
                List.of(
                        MATTER,
                        NOTIFIED,
                        OPENING,
                        BASE,
                        AREA.total(),
                        AREA.participating(),
                        AREA.inFavour(),
                        AREA.against(),
                        AREA.abstaining(),
                        HEADS.total(),
                        HEADS.participating(),
                        HEADS.inFavour(),
                        HEADS.against(),
                        HEADS.abstaining());
        return Sheet.read(file, columns).then(sheet -> sheet.rows(AnnouncementSheet::announcement));
    }

    private static Announcement announcement(Row row) {
        Base base = row.get(BASE);
        return new Announcement(
                Matter.ofItem(row.get(MATTER).intValue()),
                days(row, NOTIFIED),
                days(row, OPENING),
                AREA.read(row, base),
                HEADS.read(row, base));
    }

    private static Days days(Row row, Column<Optional<String>> column) {
        try {
            return row.get(column).map(Days::parse).orElse(Days.UNTOLD);
        } catch (IllegalArgumentException e) {
            row.refuse(column, SheetRule.DATE, "YYYY / YYYY-MM / YYYY-MM-DD");
            return Days.UNTOLD;
        }
    }
}
