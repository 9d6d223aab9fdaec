package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.trust.export.Table;
import io.github.xinyi.trust.export.Table.Cell;
import io.github.xinyi.trust.export.TableCsv;
import io.github.xinyi.trust.export.TableText;
import io.github.xinyi.trust.export.TableXlsx;
import io.github.xinyi.trust.money.Money;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any table in the formats that programs and people read. */
class TableExportTest {

    private static final Table PAYMENTS =
            new Table(
                    "支出",
                    List.of("收款方", "amount"),
                    List.of(
                            List.of(Cell.of("缆索厂"), Cell.of(Money.ofFen(123_456))),
                            List.of(Cell.of("ACME"), Cell.of(Money.ofFen(-5)))));

    private static Table of(String text) {
        return new Table("t", List.of("a"), List.of(List.of(Cell.of(text))));
    }

    private static String csv(Table table) {
        StringBuilder out = new StringBuilder();
        TableCsv.write(table, out);
        return out.toString();
    }

    private static String text(Table... tables) {
        StringBuilder out = new StringBuilder();
        TableText.write(List.of(tables), out);
        return out.toString();
    }

    @Test
    void aCsvHasItsHeaderAndPlainAmounts() {
        assertThat(csv(PAYMENTS)).isEqualTo("收款方,amount\r\n缆索厂,1234.56\r\nACME,-0.05\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a"})
    void noTextOfACsvRunsAsAFormula(String text) {
        assertThat(csv(of(text)).substring("a\r\n".length()).replaceFirst("^\"", ""))
                .startsWith("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a;b", "a\tb", "a;=1+1", "a\"b", "a\nb"})
    void noTextOfACsvEndsItsCellInAnyProgram(String text) {
        assertThat(csv(of(text))).isEqualTo("a\r\n\"" + text.replace("\"", "\"\"") + "\"\r\n");
    }

    @Test
    void plainTextCountsAChineseCharacterAsTwoLetters() {
        assertThat(text(PAYMENTS)).isEqualTo("支出\n\n收款方  amount\n缆索厂  1234.56\nACME      -0.05\n");
    }

    @Test
    void noCellOfPlainTextMakesALineOfItsOwn() {
        assertThat(text(of("a\r\nb\u2028c\u001bd"))).isEqualTo("t\n\na\na  b c d\n");
    }

    @Test
    void tablesOfPlainTextStandOneBelowTheOther() {
        assertThat(text(of("x"), of("y"))).isEqualTo("t\n\na\nx\n\nt\n\na\ny\n");
    }

    @Test
    void refusesARowOfAnotherLengthAndAWorkbookWithoutASheet() {
        assertThatThrownBy(() -> new Table("t", List.of("a", "b"), List.of(List.of(Cell.of("x")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Table("t", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TableXlsx.write(List.of(), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
