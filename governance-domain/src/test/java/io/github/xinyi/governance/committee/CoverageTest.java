package io.github.xinyi.governance.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.Coverage.Gap;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.proceeding.TogetherRulings;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void coversTheDistrictFromTheBodiesThemselves() {
        Coverage coverage = Coverage.of(DATE, DISTRICT, presences(), EnumSet.allOf(Kind.class));

        assertThat(coverage.ratio()).isEqualTo(Ratio.of(1, 1));
        assertThat(coverage.count(Kind.OWNERS_COMMITTEE)).isEqualTo(11);
        assertThat(coverage.count(Kind.PROPERTY_MANAGEMENT_COMMITTEE)).isEqualTo(82);
        assertThat(coverage.presences().values())
                .flatExtracting(own -> own)
                .containsExactlyInAnyOrderElementsOf(presences());
        assertThat(coverage.presences().values())
                .allSatisfy(
                        own ->
                                assertThatExceptionOfType(UnsupportedOperationException.class)
                                        .isThrownBy(own::clear));
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW_MINIMUM,BELOW_MINIMUM",
        "TERM_UNKNOWN,TERM_UNKNOWN",
        "TERM_ENDED,TERM_ENDED",
        "DISSOLVED,DISSOLVED",
        "NOT_ELECTED,NOT_ELECTED",
        "TERM_NOT_BEGUN,TERM_NOT_BEGUN"
    })
    void leavesOutABodyThatDoesNotStandAndSaysWhy(Presence.State state, Gap.Reason reason) {
        List<Presence> presences = new ArrayList<>(presences());
        Presence first = presences.remove(0);
        presences.add(new Presence(first.community(), first.kind(), state));

        Coverage coverage = Coverage.of(DATE, DISTRICT, presences, EnumSet.allOf(Kind.class));

        assertThat(coverage.ratio()).isEqualTo(Ratio.of(92, 93));
        assertThat(coverage.uncovered())
                .containsExactly(Map.entry(first.community(), new Gap(reason, List.of())));
        assertThat(coverage.presences()).hasSize(93);
    }

    @Test
    void namesTheReasonNearestToOfficeAndCountsNoKindThatIsLeftOut() {
        CommunityId one = DISTRICT.get(0);
        List<Presence> two =
                List.of(
                        new Presence(one, Kind.OWNERS_COMMITTEE, Presence.State.NOT_ELECTED),
                        new Presence(
                                one,
                                Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                                Presence.State.BELOW_MINIMUM));
        List<Presence> other =
                List.of(
                        new Presence(
                                one, Kind.PROPERTY_MANAGEMENT_COMMITTEE, Presence.State.IN_OFFICE));

        assertThat(reasons(one, two)).containsExactly(Gap.Reason.BELOW_MINIMUM);
        assertThat(reasons(one, other)).containsExactly(Gap.Reason.KIND_NOT_COUNTED);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Coverage.of(DATE, List.of(one), other, EnumSet.noneOf(Kind.class)));
    }

    private static List<Gap.Reason> reasons(CommunityId community, List<Presence> presences) {
        return Coverage.of(DATE, List.of(community), presences, EnumSet.of(Kind.OWNERS_COMMITTEE))
                .uncovered()
                .values()
                .stream()
                .map(Gap::reason)
                .toList();
    }

    @ParameterizedTest(name = "Beijing art. 39: {0} of 7 left")
    @CsvSource({"4,BELOW_MINIMUM", "5,IN_OFFICE", "6,IN_OFFICE"})
    void countsABodyOutBelowItsLeastNumber(int left, Presence.State state) {
        CommitteeClauses beijing = LocalLaw.beijing();
        int[] leavers = IntStream.rangeClosed(left + 1, 7).toArray();

        Committee body = Bodies.leaving(Bodies.elected(beijing, 7), beijing, leavers);

        assertThat(body.presence(Bodies.SESSION_DAY).state()).isEqualTo(state);
    }

    @Test
    void followsABodyFromBeforeItsTermToItsEnd() {
        CommitteeClauses clauses = LocalLaw.beijingManagement();
        Committee body = Bodies.formed(clauses, 7, 4);
        LocalDate filed = Bodies.START.plusYears(1);
        Committee followed = Bodies.followed(body, clauses, filed, filed);
        LocalDate end = body.body().term().endExclusive();

        assertThat(body.presence(Bodies.START.minusDays(1)).state())
                .isEqualTo(Presence.State.TERM_NOT_BEGUN);
        assertThat(body.presence(Bodies.START).state()).isEqualTo(Presence.State.IN_OFFICE);
        assertThat(body.presence(end.minusDays(1)).state()).isEqualTo(Presence.State.IN_OFFICE);
        assertThat(body.presence(end).state()).isEqualTo(Presence.State.TERM_ENDED);
        assertThat(followed.presence(filed.minusDays(1)).state())
                .isEqualTo(Presence.State.IN_OFFICE);
        assertThat(followed.presence(filed).state()).isEqualTo(Presence.State.DISSOLVED);
    }

    private static List<Presence> presences() {
        return bodies(DATE.plusDays(1)).stream().map(body -> Presence.of(body, DATE)).toList();
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

    @Test
    void ownersWhoActTogetherByPropertyManagementRegulation10CountAsNoBodyAndMissNone() {
        CommunityId shop = CommunityId.of("SHOP");
        List<CommunityId> listed = new ArrayList<>(DISTRICT);
        listed.add(shop);

        Coverage coverage =
                Coverage.on(DATE, listed, bodies(DATE.plusDays(1)))
                        .withOwnersTogether(Map.of(shop, TogetherRulings.of(1, 0)));
        Gap gap = Objects.requireNonNull(coverage.uncovered().get(shop));

        assertThat(gap).isEqualTo(new Gap(Gap.Reason.OWNERS_TOGETHER, List.of()));
        assertThat(gap.reason().basis())
                .extracting(source -> source + " " + source.standing())
                .containsExactly("PMR art. 10 INTERPRETATION");
        assertThat(coverage.covered()).doesNotContainKey(shop).hasSize(93);
        assertThat(coverage.ratio()).isEqualTo(Ratio.of(93, 94));
        assertThat(Coverage.on(DATE, DISTRICT, bodies(DATE.plusDays(1))).ratio())
                .isEqualTo(Ratio.of(1, 1));
    }

    @ParameterizedTest(name = "a body that is {0}: {1}")
    @CsvSource({
        "IN_OFFICE,",
        "BELOW_MINIMUM,BELOW_MINIMUM",
        "TERM_UNKNOWN,TERM_UNKNOWN",
        "TERM_ENDED,TERM_ENDED",
        "DISSOLVED,DISSOLVED",
        "NOT_ELECTED,NOT_ELECTED",
        "TERM_NOT_BEGUN,TERM_NOT_BEGUN"
    })
    void ownersActTogetherOnlyWhereNoBodyIsKnown(
            Presence.State state, Gap.@Nullable Reason reason) {
        CommunityId one = DISTRICT.get(0);
        Coverage coverage =
                Coverage.of(
                                DATE,
                                List.of(one),
                                List.of(new Presence(one, Kind.OWNERS_COMMITTEE, state)),
                                EnumSet.of(Kind.OWNERS_COMMITTEE))
                        .withOwnersTogether(Map.of(one, TogetherRulings.of(1, 0)));

        assertThat(coverage.uncovered().values().stream().map(Gap::reason).toList())
                .isEqualTo(reason == null ? List.of() : List.of(reason));
        assertThat(coverage.withOwnersTogether(Map.of(one, TogetherRulings.of(1, 0))).uncovered())
                .isEqualTo(coverage.uncovered());
    }

    @Test
    void namesABodyInOfficeThatIsNotCountedEvenIfOwnersAreSaidToActTogether() {
        CommunityId one = DISTRICT.get(0);
        Presence body =
                new Presence(one, Kind.PROPERTY_MANAGEMENT_COMMITTEE, Presence.State.IN_OFFICE);

        Coverage coverage =
                Coverage.of(DATE, List.of(one), List.of(body), EnumSet.of(Kind.OWNERS_COMMITTEE))
                        .withOwnersTogether(Map.of(one, TogetherRulings.of(1, 0)));

        assertThat(coverage.uncovered().get(one))
                .isEqualTo(new Gap(Gap.Reason.KIND_NOT_COUNTED, List.of()));
    }

    @Test
    void refusesOwnersOfACommunityThatIsNotListed() {
        Coverage coverage = Coverage.on(DATE, DISTRICT, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                coverage.withOwnersTogether(
                                        Map.of(CommunityId.of("SHOP"), TogetherRulings.of(1, 0))))
                .withMessageContaining("SHOP");
    }

    /** One owner of one, two of two where nobody says how many are few, one of two. */
    @ParameterizedTest(name = "{1} of {0} owners agreed: {2}")
    @CsvSource({"1, 0, MET", "2, 2, UNDETERMINED", "2, 1, NOT_MET"})
    void takesNobodysWordThatOwnersActTogether(int owners, int agreeing, Verdict verdict) {
        CommunityId one = DISTRICT.get(0);
        CommunityId two = DISTRICT.get(1);
        Coverage coverage = Coverage.on(DATE, DISTRICT, List.of());
        Ruling ruling = TogetherRulings.of(owners, agreeing);
        Map<CommunityId, Ruling> rulings = Map.of(one, TogetherRulings.of(1, 0), two, ruling);

        assertThat(ruling.verdict()).isEqualTo(verdict);
        if (verdict == Verdict.MET) {
            assertThat(coverage.withOwnersTogether(rulings).uncovered())
                    .containsEntry(two, new Gap(Gap.Reason.OWNERS_TOGETHER, List.of()));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> coverage.withOwnersTogether(rulings))
                    .withMessageContaining("[C002]");
        }
    }

    /** Met, but without the finding on whether all agree, as a ruling on something else is. */
    @Test
    void takesNoRulingThatDidNotAskWhetherAllAgree() {
        CommunityId one = DISTRICT.get(0);
        Coverage coverage = Coverage.on(DATE, DISTRICT, List.of());
        Ruling other =
                new Ruling(
                        TogetherRulings.of(1, 0).findings().stream()
                                .filter(finding -> finding.verdict() == Verdict.MET)
                                .toList());

        assertThat(other.verdict()).isEqualTo(Verdict.MET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coverage.withOwnersTogether(Map.of(one, other)))
                .withMessageContaining("[C001]");
    }

    @Test
    void tellsTheDayItIsOf() {
        assertThat(Coverage.on(DATE, DISTRICT, List.of()).date()).isEqualTo(DATE);
    }
}
