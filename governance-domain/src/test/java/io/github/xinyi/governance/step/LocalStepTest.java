package io.github.xinyi.governance.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that a place adds: how they are written, and in which order they are taken. */
class LocalStepTest {

    private enum Known {
        VISIT,
        REVIEW
    }

    private static final StepColumn<Known> COLUMN =
            StepColumn.of(
                    "必经环节", Map.of("走访", Known.VISIT, "审核", Known.REVIEW), List.of("调解", "结案"));

    private record Asked(SortedSet<Known> known, LocalSteps local) {}

    private static Outcome<List<Asked>> read(String cell) {
        byte[] table = ("必经环节\n" + cell + "\n").getBytes(StandardCharsets.UTF_8);
        return Sheet.read(SheetFile.utf8("steps.csv", table), List.of(COLUMN.column()))
                .then(sheet -> sheet.rows(row -> new Asked(COLUMN.known(row), COLUMN.local(row))));
    }

    private static List<String> refusal(String cell) {
        return read(cell)
                .fold(
                        rows -> List.of(),
                        ruling -> ruling.notMet().stream().map(f -> f.rule().value()).toList());
    }

    @Test
    void isWrittenAsGateAndName() {
        LocalStep step = LocalStep.parse("结案前:街道会商");

        assertThat(step).isEqualTo(new LocalStep("结案", "街道会商")).hasToString("结案前:街道会商");
        assertThat(LocalStep.parse("会前前:到场").before()).isEqualTo("会前");
    }

    @Test
    void isLeftToAPostWhereTheTableNamesOne() {
        LocalStep step = LocalStep.parse("结案前:签认:网格长");

        assertThat(step).isEqualTo(new LocalStep("结案", "签认", "网格长")).hasToString("结案前:签认:网格长");
        assertThat(step.hasPost()).isTrue();
        assertThat(step).isNotEqualTo(LocalStep.parse("结案前:签认"));
        assertThat(LocalStep.parse("结案前:签认").hasPost()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "结案前:签认:",
                "结案前::网格长",
                "结案前:签认: ",
                "结案前:签认:网格长:区里",
                "街道会商",
                "结案前街道会商",
                "前:街道会商",
                "结案前:",
                "结案前: ",
                "结案前：街道会商",
                "结案前:甲;乙",
                "结案前:甲,乙"
            })
    void refusesWhatNoTableCouldHold(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LocalStep.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "20, true", "21, false"})
    void hasNamesOfTwentyCharactersAtMost(int length, boolean good) {
        String name = "🏠".repeat(length);
        if (good) {
            assertThat(new LocalStep("结案", name).name()).isEqualTo(name);
            assertThat(new LocalStep(name, "会商").before()).isEqualTo(name);
            assertThat(new LocalStep("结案", "会商", name).post()).isEqualTo(name);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new LocalStep("结案", "会商", name));
            assertThatIllegalArgumentException().isThrownBy(() -> new LocalStep("结案", name));
            assertThatIllegalArgumentException().isThrownBy(() -> new LocalStep(name, "会商"));
        }
    }

    @Test
    void readsKnownStepsAndThoseOfThePlaceOutOfOneCell() {
        List<Asked> rows =
                read("结案前:街道会商;审核;调解前:到场;走访")
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(rows)
                .containsExactly(
                        new Asked(
                                new TreeSet<>(List.of(Known.VISIT, Known.REVIEW)),
                                new LocalSteps(
                                        List.of(
                                                new LocalStep("结案", "街道会商"),
                                                new LocalStep("调解", "到场")))));
        assertThat(rows.get(0).local().areBefore(List.of("调解", "结案"))).isTrue();
        assertThat(rows.get(0).local().areBefore(List.of("结案"))).isFalse();
    }

    @Test
    void aSlipOfThePenMakesNoNewStepAndIsAnsweredWithAllThatWouldBe() {
        for (String slip : List.of("走防", "结案前街道会商", "立案前:街道会商", "结案前：街道会商")) {
            assertThat(refusal(slip)).as(slip).containsExactly("sheet.label");
        }
        assertThat(refusal("走访;走访")).containsExactly("sheet.list-repeat");
        assertThat(read("走防").fold(Object::toString, Object::toString))
                .contains("审核/走访/调解前:…/结案前:…");
    }

    @Test
    void aTableAddsTenStepsAtMost() {
        List<String> words = IntStream.rangeClosed(1, 11).mapToObj(i -> "结案前:环节" + i).toList();

        assertThat(refusal(String.join(";", words.subList(0, 10)) + ";走访;审核")).isEmpty();
        assertThat(refusal(String.join(";", words))).containsExactly("sheet.range");
        List<LocalStep> steps = words.stream().map(LocalStep::parse).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalSteps(steps));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalSteps(List.of(steps.get(0), steps.get(0))));
    }

    /** Whatever is tried in whatever order, each gate opens after its own steps in their order. */
    @Property(tries = 200)
    void everyGateOpensAfterItsStepsInTheOrderOfTheTable(@ForAll Random random) {
        List<LocalStep> all = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(9); i++) {
            all.add(new LocalStep(random.nextBoolean() ? "调解" : "结案", "环节" + i));
        }
        LocalSteps steps = new LocalSteps(all);
        List<LocalStep> taken = new ArrayList<>();
        while (taken.size() < all.size()) {
            List<LocalStep> tried = new ArrayList<>(all);
            Collections.shuffle(tried, random);
            for (LocalStep step : tried) {
                if (steps.isNext(step, taken)) {
                    taken.add(step);
                }
            }
        }

        for (String gate : List.of("调解", "结案")) {
            assertThat(steps.missing(gate, taken)).isEmpty();
            assertThat(taken.stream().filter(s -> s.before().equals(gate)))
                    .containsExactlyElementsOf(
                            all.stream().filter(s -> s.before().equals(gate)).toList());
        }
    }
}
