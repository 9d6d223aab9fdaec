package io.github.xinyi.governance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file, reading it answers. */
class SheetProperties {

    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of).unique();
    private static final Column<String> NOTE = Column.text("备注");
    private static final List<Column<?>> COLUMNS =
            List.of(
                    UNIT,
                    NOTE,
                    Column.area("面积"),
                    Column.amountMinor("金额").optional(),
                    Column.date("日期").list(),
                    Column.instant("时间").optional(),
                    Column.label("签名", Map.of("是", true, "否", false)));
    private static final String HEADER = "房号,备注,面积,金额,日期,时间,签名\n";

    @Property(tries = 1_000)
    void arbitraryBytesAreAnswered(@ForAll byte[] bytes) {
        assertAnswered(SheetFile.utf8("fuzz", bytes));
        assertAnswered(SheetFile.in("fuzz", bytes, Charset.forName("GB18030")));
    }

    @Property(tries = 2_000)
    void arbitraryRowsBelowAGoodHeaderAreAnswered(@ForAll("rows") String rows) {
        assertAnswered(SheetFile.utf8("fuzz", (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 500)
    void quotedTextComesBackAsItWas(@ForAll("texts") List<String> notes) {
        StringBuilder file = new StringBuilder("备注,房号\n");
        for (int i = 0; i < notes.size(); i++) {
            String quoted = "\"" + notes.get(i).replace("\"", "\"\"") + "\"";
            file.append(quoted).append(',').append(i).append(i % 2 == 0 ? "\n" : "\r\n");
        }

        Outcome<List<String>> read =
                Sheet.read(
                                SheetFile.utf8(
                                        "t", file.toString().getBytes(StandardCharsets.UTF_8)),
                                List.of(UNIT, NOTE))
                        .then(sheet -> sheet.rows(row -> row.get(NOTE)));

        assertThat(read).isEqualTo(Outcome.accepted(notes));
    }

    @Provide
    Arbitrary<String> rows() {
        return Arbitraries.of(
                        ",",
                        ",",
                        ",",
                        "\n",
                        "\r\n",
                        "\"",
                        "1",
                        "A",
                        "２",
                        ";",
                        "；",
                        "是",
                        "89.42",
                        "-",
                        ".",
                        "2024-02-30",
                        "2024-12-17T15:28:06+08:00",
                        " ",
                        "\u0000",
                        "\u202E",
                        "𠮷")
                .list()
                .ofMaxSize(60)
                .map(parts -> parts.stream().collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("ab,;\"\r\n房 ")
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .ofMaxSize(8);
    }

    private static void assertAnswered(SheetFile file) {
        Outcome<List<Integer>> outcome =
                Sheet.read(file, COLUMNS).then(sheet -> sheet.rows(Row::line));

        List<Finding> findings =
                outcome.<List<Finding>>fold(rows -> List.of(), ruling -> ruling.findings());
        assertThat(findings).allMatch(SheetFault.class::isInstance);
        assertThat(findings).allMatch(f -> f.evidence().getOrDefault("value", "").length() <= 80);
    }
}
