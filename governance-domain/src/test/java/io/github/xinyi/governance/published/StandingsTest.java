package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ruling on a published notice says of the sources of its rules. */
class StandingsTest {

    /** Of a notice that tells no day. */
    @Test
    void everyRuleThatIsAReadingSaysSoInTheRulingThatUsesIt() {
        Ruling ruling =
                PublishedVerdict.of(
                                new Announcement(
                                        Matter.ofItem(4),
                                        Days.UNTOLD,
                                        Days.UNTOLD,
                                        MeasuredFigures.of(
                                                area(30_000), area(25_000), area(20_000)),
                                        MeasuredFigures.of(heads(300), heads(200), heads(140))))
                        .ruling();

        assertThat(Marks.told(List.of(ruling), code -> code.startsWith("published.")))
                .containsAll(Marks.marked(PublishedRule.values()))
                .contains("published.opening-day", "published.notice-days", "published.readings");
        assertThat(Marks.marked(PublishedRule.values())).hasSize(3);
    }

    private static Figure area(long squareMetres) {
        return Figure.of(FloorArea.ofSquareDecimetres(100 * squareMetres));
    }

    private static Figure heads(long heads) {
        return Figure.of(HeadCount.of(heads));
    }
}
