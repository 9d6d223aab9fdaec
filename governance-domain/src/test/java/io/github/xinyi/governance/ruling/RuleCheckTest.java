package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.FloorArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RuleCheckTest {

    private static final Rule RULE = new CitedRule(new RuleCode("test.rule"), List.of());

    @Test
    void keepsTheFiguresInTheirOrderAsTheirText() {
        RuleCheck check =
                RuleCheck.of(
                        RULE,
                        true,
                        "until",
                        LocalDate.of(2025, 3, 1),
                        "area",
                        FloorArea.ofSquareDecimetres(6_050),
                        "count",
                        7,
                        "account",
                        "service.cash");

        assertThat(check.evidence())
                .containsExactly(
                        Map.entry("until", "2025-03-01"),
                        Map.entry("area", FloorArea.ofSquareDecimetres(6_050).toString()),
                        Map.entry("count", "7"),
                        Map.entry("account", "service.cash"));
        assertThat(check.evidence().toString())
                .isEqualTo("{until=2025-03-01, area=60.50, count=7, account=service.cash}");
    }

    /** The defect: where nothing came before, people read of the year minus 999999999. */
    @Test
    void writesADashForADayOrMomentThatIsNone() {
        RuleCheck check =
                RuleCheck.of(
                        RULE,
                        true,
                        "first",
                        LocalDate.MIN,
                        "last",
                        LocalDate.MAX,
                        "after",
                        Instant.MIN,
                        "before",
                        Instant.MAX,
                        "day",
                        LocalDate.MIN.plusDays(1),
                        "moment",
                        Instant.EPOCH);

        assertThat(check.evidence())
                .isEqualTo(
                        Evidence.of("first", LocalDate.MIN)
                                .and("last", LocalDate.MAX)
                                .and("after", Instant.MIN)
                                .and("before", Instant.MAX)
                                .and("day", LocalDate.MIN.plusDays(1))
                                .and("moment", Instant.EPOCH)
                                .toMap())
                .containsExactly(
                        Map.entry("first", "-"),
                        Map.entry("last", "-"),
                        Map.entry("after", "-"),
                        Map.entry("before", "-"),
                        Map.entry("day", "-999999999-01-02"),
                        Map.entry("moment", "1970-01-01T00:00:00Z"));
    }

    @Test
    void tellsOfAFigureThatChangesLaterWhatItWas() {
        List<String> names = new ArrayList<>(List.of("one"));
        StringBuilder text = new StringBuilder("then");
        RuleCheck check = RuleCheck.of(RULE, false, "names", names, "text", text);

        names.add("two");
        text.append(" and now");

        assertThat(check.evidence())
                .containsExactly(Map.entry("names", "[one]"), Map.entry("text", "then"));
    }

    @Test
    void writesAFigureOnlyWhenSomebodyReadsIt() {
        AtomicInteger written = new AtomicInteger();
        record Figure(AtomicInteger written) implements Comparable<Figure> {
            @Override
            public int compareTo(Figure other) {
                return 0;
            }

            @Override
            public String toString() {
                return "written " + written.incrementAndGet();
            }
        }

        RuleCheck check = RuleCheck.of(RULE, true, "figure", new Figure(written));

        assertThat(written).hasValue(0);
        assertThat(check.evidence().get("figure")).isEqualTo("written 1");
    }

    @Test
    void isEqualToOneWhoseFiguresWereGivenAsText() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("count", "7");
        RuleCheck given = new RuleCheck(RULE, Verdict.MET, text);
        RuleCheck made = RuleCheck.of(RULE, true, "count", 7);
        text.put("more", "8");

        assertThat(made).isEqualTo(given).hasSameHashCodeAs(given);
        assertThat(given).isEqualTo(made).hasToString(made.toString());
        assertThat(new RuleCheck(RULE, Verdict.PENDING, made.evidence()).evidence())
                .isEqualTo(given.evidence());
    }

    @Test
    void refusesANameWithoutAFigureAndChangesByTheReader() {
        RuleCheck check = RuleCheck.of(RULE, true, "count", 7);

        assertThatIllegalArgumentException().isThrownBy(() -> RuleCheck.of(RULE, true, "count"));
        assertThatThrownBy(() -> check.evidence().put("count", "8"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> check.evidence().entrySet().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
