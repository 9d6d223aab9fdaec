package io.github.xinyi.trust.export;

import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementNote;
import java.util.ArrayList;
import java.util.List;

/** A statement as tables: its lines, the records behind each line, and what it is about. */
final class StatementTable {

    private StatementTable() {}

    static Table lines(Statement statement) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (StatementLine line : statement.lines()) {
            rows.add(
                    List.of(
                            Table.Cell.of(line.code()),
                            Table.Cell.of(line.nameZh()),
                            Table.Cell.of(line.nameEn()),
                            Table.Cell.of(line.amount()),
                            Table.Cell.of(Integer.toString(line.figure().parts().size())),
                            Table.Cell.of(
                                    line.relation() == StatementLine.Relation.SUM
                                            ? "合计 sum"
                                            : "计算 computed")));
        }
        return new Table(
                statement.kind().nameZh(),
                List.of("代码 code", "项目", "item", "金额（元） amount", "记录数 records", "关系 relation"),
                rows);
    }

    static Table records(Statement statement) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (StatementLine line : statement.lines()) {
            for (Figure.Part part : line.figure().parts()) {
                rows.add(
                        List.of(
                                Table.Cell.of(line.code()),
                                Table.Cell.of(Long.toString(part.index())),
                                Table.Cell.of(part.record()),
                                Table.Cell.of(part.amount())));
            }
        }
        return new Table("穿透", List.of("代码 code", "序号 index", "记录 record", "金额（元） amount"), rows);
    }

    static Table about(Statement statement) {
        List<List<Table.Cell>> rows = new ArrayList<>();
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
        return new Table("口径", List.of("代码 code", "项目", "item", "值 value"), rows);
    }

    private static List<Table.Cell> row(String... cells) {
        return List.of(cells).stream().map(Table.Cell::of).toList();
    }
}
