package io.github.xinyi.trust.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void readsEveryKindOfValue() {
        Object value =
                JsonText.read(
                        " {\"a\" : [1, -2.5e3, true, false, null, \"x\\n\\u4fe1\\/\" ], \"b\":{},"
                                + " \"a2\":[]} ");

        assertThat(value)
                .isEqualTo(
                        Map.of(
                                "a",
                                List.of(
                                        new BigDecimal("1"),
                                        new BigDecimal("-2.5e3"),
                                        true,
                                        false,
                                        JsonText.NULL,
                                        "x\n信/"),
                                "b",
                                Map.of(),
                                "a2",
                                List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "}", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}",
                "01", "1.", ".5", "+1", "1e", "nul", "truefalse", "\"", "\"\\x\"", "\"\\u12g4\"",
                "\"\\u12\"", "\"a\nb\"", "1 2", "[1] x", "'a'", "NaN"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.read(text));
    }

    @Test
    void readsAsDeepAs32AndNoDeeper() {
        assertThat(JsonText.read("[".repeat(32) + "]".repeat(32))).isInstanceOf(List.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonText.read("[".repeat(33) + "]".repeat(33)));
    }

    @Property(tries = 500)
    void anyTextComesBack(@ForAll String text, @ForAll long number) {
        Map<String, Object> document = Map.of("text", text, "numbers", List.of(number));

        assertThat(JsonText.read(JsonText.write(document)))
                .isEqualTo(Map.of("text", text, "numbers", List.of(BigDecimal.valueOf(number))));
    }
}
