package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.published.Percentage.Base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    /** 33.3334% is at least 33.33335%, of which three are 100.00005%. */
    @ParameterizedTest(name = "{0}, {1} and {2} of those taking part: {3}")
    @CsvSource({
        "33.3334%,33.3334%,33.3333%,true",
        "33.3334%,33.3334%,33.3334%,false",
        "33.3333%,33.3333%,33.3333%,true",
        "33.3333%,33.3333%,33.3332%,false",
        "60%,40%,0%,true",
        "60%,41%,0%,true",
        "60%,41%,1%,false",
        "60.0%,40.1%,0%,true",
        "60.0%,40.2%,0%,false"
    })
    void threeAnswersAreAllOfThoseWhoTakePart(
            String inFavour, String against, String abstaining, boolean possible) {
        MeasuredFigures figures =
                new MeasuredFigures(
                        Figure.ABSENT,
                        Figure.ABSENT,
                        Figure.of(inFavour, Base.PARTICIPATING),
                        Figure.of(against, Base.PARTICIPATING),
                        Figure.of(abstaining, Base.PARTICIPATING));

        assertThat(new Shares(figures).canBeOfOneVote()).isEqualTo(possible);
    }

    @Test
    void aRangeIsPrintedWithItsEndsAndAnOpenEndIsLeftOut() {
        assertThat(Measure.HEADS.text(new Range(5, 4))).isEqualTo("-");
        assertThat(Measure.HEADS.text(new Range(5, 5))).isEqualTo("5");
        assertThat(Measure.HEADS.text(new Range(5, Figure.MAX_COUNT - 1)))
                .isEqualTo("5..99999999999");
        assertThat(Measure.HEADS.text(new Range(5, Figure.MAX_COUNT))).isEqualTo("5..");
        assertThat(Measure.AREA.text(new Range(500, 650))).isEqualTo("5.00..6.50");
    }
}
