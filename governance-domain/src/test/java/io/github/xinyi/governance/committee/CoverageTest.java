package io.github.xinyi.governance.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.Coverage.Gap;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final LocalDate DATE = LocalDate.of(2024, 12, 31);
    private static final List<CommunityId> DISTRICT =
            IntStream.rangeClosed(1, 93)
                    .mapToObj(i -> CommunityId.of("C%03d".formatted(i)))
                    .toList();

    @Test
    void coversTheDistrictOfTheArticle() {
        Coverage coverage = Coverage.on(DATE, DISTRICT, bodies(DATE.plusDays(1)));

        assertThat(coverage.count(Kind.OWNERS_COMMITTEE)).isEqualTo(11);
        assertThat(coverage.count(Kind.PROPERTY_MANAGEMENT_COMMITTEE)).isEqualTo(82);
        assertThat(coverage.ratio()).isEqualTo(Ratio.of(1, 1));
        assertThat(coverage).hasToString("93/93 on 2024-12-31");
    }

    @Test
    void countsATermOutOnTheDayItEnds() {
        Coverage coverage = Coverage.on(DATE, DISTRICT, bodies(DATE));

        assertThat(coverage.ratio()).isEqualTo(Ratio.of(92, 93));
        assertThat(coverage.uncovered()).containsOnlyKeys(DISTRICT.get(0));
        assertThat(coverage.uncovered().values())
                .extracting(Gap::reason)
                .containsExactly(Gap.Reason.TERM_ENDED);
    }

    @Test
    void saysWhyACommunityIsNotCovered() {
        List<CommunityId> two = DISTRICT.subList(0, 2);
        GoverningBody next =
                new GoverningBody(
                        two.get(0), Kind.OWNERS_COMMITTEE, EffectivePeriod.from(DATE.plusDays(1)));

        Coverage coverage = Coverage.on(DATE, two, List.of(next));

        assertThat(coverage.uncovered().get(two.get(0)))
                .isEqualTo(new Gap(Gap.Reason.TERM_NOT_BEGUN, List.of(next)));
        assertThat(coverage.uncovered().get(two.get(1)))
                .isEqualTo(new Gap(Gap.Reason.NO_BODY, List.of()));
        assertThat(coverage.ratio()).isEqualTo(Ratio.of(0, 2));
    }

    @Test
    void countsACommunityWithBothKindsOnceUnderItsOwnersCommittee() {
        CommunityId one = DISTRICT.get(0);
        EffectivePeriod term = EffectivePeriod.from(DATE);

        Coverage coverage =
                Coverage.on(
                        DATE,
                        List.of(one, one),
                        List.of(
                                new GoverningBody(one, Kind.PROPERTY_MANAGEMENT_COMMITTEE, term),
                                new GoverningBody(one, Kind.OWNERS_COMMITTEE, term)));

        assertThat(coverage.covered()).containsEntry(one, Kind.OWNERS_COMMITTEE).hasSize(1);
    }

    @Test
    void refusesABodyOfACommunityThatIsNotListed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coverage.on(DATE, DISTRICT.subList(1, 93), bodies(DATE)))
                .withMessageContaining("C001");
    }

    /** Eleven owners' committees and 82 of the other kind; the first one's term ends on the day. */
    private static List<GoverningBody> bodies(LocalDate firstEnd) {
        List<GoverningBody> bodies = new ArrayList<>();
        for (CommunityId community : DISTRICT) {
            LocalDate end = bodies.isEmpty() ? firstEnd : LocalDate.of(2026, 1, 1);
            bodies.add(
                    new GoverningBody(
                            community,
                            bodies.size() < 11
                                    ? Kind.OWNERS_COMMITTEE
                                    : Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                            new EffectivePeriod(LocalDate.of(2023, 1, 1), end)));
        }
        return bodies;
    }
}
