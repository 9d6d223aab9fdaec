package io.github.xinyi.governance.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseworkTermsTest {

    private static final String HEADER = "入户覆盖率,评价参与率,每人评价户数上限,必经环节,须走程序事项,决策主体,征集天数,评价天数,来源,依据\n";

    @Test
    void shipsTheTermsOfTheArticleAsAReading() {
        assertThat(CaseworkTerms.shipped().contact()).isEqualTo(Ratio.of(1, 1));
        assertThat(CaseworkTerms.shipped().unitsPerRater()).isEqualTo(2);
        assertThat(CaseworkTerms.shipped().reading())
                .isEqualTo(CaseworkTerms.Reading.INTERPRETATION);
    }

    @Test
    void readsTheTermsOfALocality() {
        assertThat(CaseworkTerms.read(table("2/3,0/1,1,协商,,,0,0,某街道方案,原文\n")).isAccepted())
                .isTrue();
        assertThat(CaseworkTerms.read(table("1/1,1/1,500,协商,,,0,0,某街道方案,未核对\n")).isAccepted())
                .isTrue();
    }

    @Test
    void namesEveryFaultOfATable() {
        assertThat(faults("101/100,half,2,协商,,,0,0,,说说\n"))
                .containsExactly("sheet.range", "sheet.fraction", "sheet.required", "sheet.label");
        assertThat(faults("1/1,1/2,0,协商,,,0,0,甲,解读\n")).containsExactly("sheet.range");
        assertThat(faults("1/1,1/2,501,协商,,,0,0,甲,解读\n")).containsExactly("sheet.range");
        assertThat(faults("")).containsExactly("casework.terms-once");
        assertThat(faults("1/1,1/2,2,协商,,,0,0,甲,解读\n1/1,1/2,2,协商,,,0,0,乙,解读\n"))
                .containsExactly("casework.terms-once");
    }

    @Test
    void namesEveryFaultOfTheSteps() {
        assertThat(faults("1/1,1/2,2,协商;协商,5;5,甲;甲,0,0,某街道,解读\n"))
                .containsExactly("sheet.list-repeat", "sheet.list-repeat", "sheet.list-repeat");
        assertThat(faults("1/1,1/2,2,表决,10,\u2003,-1,367,某街道,解读\n")).hasSize(5);
        assertThat(faults("1/1,1/2,2,,,,0,366,某街道,解读\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 0", "11, 1"})
    void namesTenBodiesAtMost(int bodies, int faults) {
        String names =
                IntStream.range(0, bodies).mapToObj(i -> "会" + i).collect(Collectors.joining(";"));

        assertThat(faults("1/1,1/2,2,协商,," + names + ",0,0,某街道,解读\n")).hasSize(faults);
    }

    /** The defect: the table and the terms judged a source by two rules, and the terms threw. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u2003", "甲\u0085乙"})
    void refusesASourceThatNobodyCanRead(String source) {
        assertThat(faults("1/1,1/2,2,协商,,,0,0," + source + ",解读\n")).containsExactly("sheet.range");
    }

    @ParameterizedTest
    @CsvSource({"199, 0", "200, 0", "201, 1"})
    void takesASourceOfTwoHundredCharacters(int length, int faults) {
        assertThat(faults("1/1,1/2,2,协商,,,0,0," + "甲".repeat(length) + ",解读\n")).hasSize(faults);
    }

    private static List<String> faults(String rows) {
        return CaseworkTerms.read(table(rows))
                .fold(
                        terms -> List.of(),
                        ruling ->
                                ruling.notMet().stream()
                                        .map(Finding::rule)
                                        .map(Object::toString)
                                        .toList());
    }

    private static SheetFile table(String rows) {
        return SheetFile.utf8("terms.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }
}
