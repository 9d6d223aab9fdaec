package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The last columns of every table here: where the row stands, and how far it can be relied on. */
final class Source {

    private final Column<String> id = Column.text("文件");
    private final Column<String> title = Column.text("名称");
    private final Column<String> titleEn = Column.text("英文名称");
    private final Column<LocalDate> version = Column.date("版本");
    private final Column<Long> article = Column.wholeNumber("条", 1, 9_999);
    private final Column<Long> paragraph = Column.wholeNumber("款", 0, 99);
    private final Column<Standing> standing =
            Column.label(
                    "性质",
                    Map.of(
                            "原文", Standing.TEXT_READ,
                            "未核实", Standing.UNVERIFIED,
                            "解读", Standing.INTERPRETATION));

    /** A table that lies beside this class. */
    static SheetFile builtIn(String name) {
        try (InputStream in = Objects.requireNonNull(Source.class.getResourceAsStream(name))) {
            return SheetFile.utf8(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Column<?>> columnsAfter(Column<?>... first) {
        List<Column<?>> columns = new ArrayList<>(List.of(first));
        columns.addAll(List.of(id, title, titleEn, version, article, paragraph, standing));
        return List.copyOf(columns);
    }

    Citation citation(Row row) {
        LocalDate since = row.get(version);
        return new Citation(
                new Instrument(row.get(id), row.get(title), row.get(titleEn), since.toString()),
                Provision.of(row.get(article).intValue(), row.get(paragraph).intValue()),
                EffectivePeriod.from(since),
                row.get(standing));
    }
}
