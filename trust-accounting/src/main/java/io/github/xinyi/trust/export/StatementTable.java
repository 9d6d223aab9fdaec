package io.github.xinyi.trust.export;

import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementNote;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement as tables: its lines, the records behind each line, and what it is about.
 *
 * @param name what the table is called
 * @param header its columns
 * @param rows as many cells each as the header has columns
 */
record StatementTable(String name, List<String> header, List<List<Cell>> rows) {

    /** A text, or an amount of so many fen. */
    record Cell(String text, boolean isAmount, long fen) {

        static Cell of(String text) {
            return new Cell(text, false, 0);
        }

        static Cell of(Money amount) {
            return new Cell(amount.toString(), true, amount.minor());
        }
    }

    static StatementTable lines(Statement statement) {
        List<List<Cell>> rows = new ArrayList<>();
        for (StatementLine line : statement.lines()) {
            rows.add(
                    List.of(
                            Cell.of(line.code()),
                            Cell.of(line.nameZh()),
                            Cell.of(line.nameEn()),
                            Cell.of(line.amount()),
                            Cell.of(Integer.toString(line.figure().parts().size())),
                            Cell.of(
                                    line.relation() == StatementLine.Relation.SUM
                                            ? "合计 sum"
                                            : "计算 computed")));
        }
        return new StatementTable(
                statement.kind().nameZh(),
                List.of("代码 code", "项目", "item", "金额（元） amount", "记录数 records", "关系 relation"),
                rows);
    }

    static StatementTable records(Statement statement) {
        List<List<Cell>> rows = new ArrayList<>();
        for (StatementLine line : statement.lines()) {
            for (Figure.Part part : line.figure().parts()) {
                rows.add(
                        List.of(
                                Cell.of(line.code()),
                                Cell.of(Long.toString(part.index())),
                                Cell.of(part.record()),
                                Cell.of(part.amount())));
            }
        }
        return new StatementTable(
                "穿透", List.of("代码 code", "序号 index", "记录 record", "金额（元） amount"), rows);
    }

    static StatementTable about(Statement statement) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("statement", "报表", "statement", statement.kind().nameEn()));
        rows.add(row("community", "小区", "community", statement.basis().community().value()));
        rows.add(row("from", "起", "from", statement.basis().fromInclusive().toString()));
        rows.add(row("to", "止", "to", statement.basis().toInclusive().toString()));
        rows.add(
                row(
                        "log-size",
                        "已知记录数",
                        "records known",
                        Long.toString(statement.basis().logSize())));
        rows.add(row("view", "范围", "view", statement.basis().view().name()));
        for (StatementNote note : statement.notes()) {
            rows.add(row(note.code(), note.nameZh(), note.nameEn(), note.value()));
        }
        return new StatementTable("口径", List.of("代码 code", "项目", "item", "值 value"), rows);
    }

    private static List<Cell> row(String... cells) {
        return List.of(cells).stream().map(Cell::of).toList();
    }
}
