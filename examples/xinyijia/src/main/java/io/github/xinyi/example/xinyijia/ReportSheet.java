package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.rest.published.ServiceReport;
import io.github.xinyi.trust.journal.SourceDocument;
import java.time.Instant;
import java.util.List;

/** What people reported (报事报修), from 报事单号, 报事时间, 楼栋, 类别 and 描述; no person is named. */
final class ReportSheet {

    private static final Column<String> NUMBER =
            Column.identifier("报事单号", SourceDocument::number).unique();
    private static final Column<Instant> AT = Column.instant("报事时间");
    private static final Column<String> BUILDING = Column.text("楼栋");
    private static final Column<String> CATEGORY = Column.text("类别");
    private static final Column<String> DESCRIPTION = Column.text("描述");

    private ReportSheet() {}

    static Outcome<List<ServiceReport>> read(SheetFile file) {
        return Sheet.read(file, List.of(NUMBER, AT, BUILDING, CATEGORY, DESCRIPTION))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new ServiceReport(
                                                        row.get(NUMBER),
                                                        row.get(AT),
                                                        row.get(BUILDING),
                                                        row.get(CATEGORY),
                                                        row.get(DESCRIPTION))));
    }
}
