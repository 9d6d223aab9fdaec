package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SubsetSumTest {

    /** Around the edges of a word of 64 sums. */
    private static final long[] AREAS = {1, 5, 63, 64, 65, 100, 128, 130};

    @Test
    void findsEverySumOfThreeAreasAndNoOther() {
        for (long one : AREAS) {
            for (long other : AREAS) {
                for (long third : AREAS) {
                    long[] areas = {one, other, third};
                    for (long sum = 1; sum <= one + other + third + 1; sum++) {
                        assertThat(SubsetSum.reaches(areas, sum, sum))
                                .as("%s of %s", sum, Arrays.toString(areas))
                                .isEqualTo(isSum(areas, sum));
                    }
                }
            }
        }
    }

    @Test
    void takesASumAtEitherEndOfTheRange() {
        assertThat(SubsetSum.reaches(new long[] {3, 6}, 8, 9)).isTrue();
        assertThat(SubsetSum.reaches(new long[] {3, 6}, 9, 10)).isTrue();
        assertThat(SubsetSum.reaches(new long[] {3, 6}, 7, 8)).isFalse();
        assertThat(SubsetSum.reaches(new long[] {6, 6}, 7, 8)).isFalse();
        assertThat(SubsetSum.reaches(new long[] {10}, 10, 10)).isTrue();
        assertThat(SubsetSum.reaches(new long[0], 1, 5)).isFalse();
    }

    /** Read as an int it would be 5. */
    @Test
    void takesNoAreaThatIsLargerThanTheRange() {
        assertThat(SubsetSum.reaches(new long[] {(1L << 32) + 5}, 5, 5)).isFalse();
    }

    /** Even areas never make an odd sum, unless the search has given up. */
    @Test
    void searchesUpToItsLimitAndRulesNothingOutBeyondIt() {
        long[] even = LongStream.generate(() -> SubsetSum.MAX_SUM / 2 + 1).limit(3).toArray();
        long[] many = LongStream.generate(() -> 1_000_000).limit(100).toArray();
        int tooMany = Math.toIntExact(SubsetSum.MAX_STEPS / (1_000_000 / Long.SIZE) + 1);
        long[] tooManyAreas = new long[tooMany];
        Arrays.fill(tooManyAreas, 999_998);

        assertThat(SubsetSum.reaches(many, 50_000_001, 50_000_001)).isFalse();
        assertThat(SubsetSum.reaches(even, SubsetSum.MAX_SUM, SubsetSum.MAX_SUM)).isFalse();
        assertThat(SubsetSum.reaches(even, SubsetSum.MAX_SUM + 2, SubsetSum.MAX_SUM + 2)).isTrue();
        assertThat(SubsetSum.reaches(tooManyAreas, 1_000_001, 1_000_001)).isTrue();
    }

    private static boolean isSum(long[] areas, long wanted) {
        for (int chosen = 0; chosen < 1 << areas.length; chosen++) {
            long sum = 0;
            for (int i = 0; i < areas.length; i++) {
                sum += (chosen >> i & 1) == 1 ? areas[i] : 0;
            }
            if (sum == wanted) {
                return true;
            }
        }
        return false;
    }
}
