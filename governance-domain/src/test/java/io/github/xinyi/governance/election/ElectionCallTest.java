package io.github.xinyi.governance.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No election is put to owners but over seats that the law of the place allows. */
class ElectionCallTest {

    private static Outcome<ElectionCall> under(
            String region, int households, String area, Seats seats) {
        return ElectionCall.under(
                Profiles.of(region),
                households,
                FloorArea.parse(area),
                seats,
                Papers.people("A", "B"),
                Ranking.HEADS_THEN_AREA);
    }

    private static Set<String> refusedBy(Outcome<ElectionCall> outcome) {
        return outcome.fold(
                call -> Set.of(),
                ruling ->
                        ruling.notMet().stream()
                                .map(finding -> finding.rule().value().replace("election.", ""))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> words(@Nullable String cell) {
        return cell == null ? Set.of() : Set.of(cell.split(" "));
    }

    @ParameterizedTest(name = "HZ 27, BJ 39: {0}, {1} households: {2} seats, at least {3}")
    @CsvSource({
        "HANGZHOU,500,4,4,minimum-of-law seats-least seats-parity",
        "HANGZHOU,500,3,3,minimum-of-law seats-least",
        "HANGZHOU,500,5,4,minimum-of-law",
        "HANGZHOU,500,5,5,",
        "HANGZHOU,500,7,6,minimum-of-law",
        "HANGZHOU,500,6,5,seats-parity",
        "HANGZHOU,500,11,5,",
        "HANGZHOU,500,12,5,seats-most seats-parity",
        "HANGZHOU,500,13,5,seats-most",
        "HANGZHOU,99,3,3,",
        "HANGZHOU,100,3,3,",
        "HANGZHOU,101,3,3,minimum-of-law seats-least",
        "HANGZHOU,100,5,5,minimum-of-law",
        "BEIJING,500,5,5,",
        "NATIONAL,50,3,3,minimum-of-law seats-least"
    })
    void takesTheMinimumOfTheLawAndNoOther(
            String region, int households, int agreed, int minimum, String broken) {
        assertThat(refusedBy(under(region, households, "60000", new Seats(agreed, minimum, 0, 0))))
                .isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "SH 20 para. 1: {0} m²")
    @CsvSource({"9999.99,", "10000,", "10000.01,minimum-of-law seats-least"})
    void takesThreeInACommunityThatIsSmallByAreaByShanghai20(String area, String broken) {
        assertThat(refusedBy(under("SHANGHAI", 500, area, new Seats(3, 3, 0, 0))))
                .isEqualTo(words(broken));
    }

    @Test
    void isKnownByItsContent() {
        Seats seats = new Seats(5, 5, 0, 0);
        ElectionCall call =
                under("NATIONAL", 500, "60000", seats)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(call)
                .isEqualTo(Papers.call(seats, "A", "B"))
                .hasSameHashCodeAs(Papers.call(seats, "A", "B"))
                .isNotEqualTo(Papers.call(seats, "A"))
                .isNotEqualTo(Papers.byArea(seats, "A", "B"))
                .isNotEqualTo(Papers.call(new Seats(7, 5, 0, 0), "A", "B"))
                .hasToString("5 seats, [A, B]");
        assertThatIllegalArgumentException().isThrownBy(() -> under("NATIONAL", 0, "1", seats));
    }

    @Test
    void readsAsSentences() {
        Outcome<ElectionCall> refused = under("HANGZHOU", 500, "1", new Seats(12, 4, 0, 0));

        for (Language language : Language.values()) {
            String text = refused.fold(call -> "", RuleTexts.governance(language)::render);
            assertThat(text).isNotEmpty().doesNotContain("{", "election.");
        }
    }
}
