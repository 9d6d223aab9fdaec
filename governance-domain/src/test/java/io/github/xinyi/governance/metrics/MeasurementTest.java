package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.casework.CaseKind;
import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.casework.CaseworkEvent;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.casework.ContactResult;
import io.github.xinyi.governance.casework.EndingProof;
import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.proceeding.TogetherRulings;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final CommunityId C1 = CommunityId.of("c1");

    @Test
    void ninetyTwoOfNinetyThreeCountWhereOneTermHasEnded() {
        Measurement coverage = BodyMeasures.coverage(district(1));

        assertThat(coverage.share()).contains(Ratio.of(92, 93));
        assertThat(coverage.missing().values()).containsExactly(Count.TERM_ENDED);
        assertThat(coverage.missing().firstKey().community()).isEqualTo(CommunityId.of("C92"));
        assertThat(BodyMeasures.coverage(district(0)).share()).contains(Ratio.of(1, 1));
    }

    /** PMR art. 10; whoever does not count such a community in does not list it. */
    @Test
    void ownersWhoActTogetherAreToldApartFromCommunitiesWithoutABody() {
        CommunityId last = CommunityId.of("C92");
        Coverage all = district(1);
        Coverage told =
                Coverage.of(
                                all.date(),
                                all.presences().keySet(),
                                all.presences().entrySet().stream()
                                        .filter(one -> !one.getKey().equals(last))
                                        .flatMap(one -> one.getValue().stream())
                                        .toList(),
                                EnumSet.allOf(GoverningBody.Kind.class))
                        .withOwnersTogether(Map.of(last, TogetherRulings.of(1, 0)));

        Measurement coverage = BodyMeasures.coverage(told);
        Measurement owners = BodyMeasures.ofKind(told, GoverningBody.Kind.OWNERS_COMMITTEE);

        assertThat(coverage.share()).contains(Ratio.of(92, 93));
        assertThat(coverage.missing().values()).containsExactly(Count.OWNERS_TOGETHER);
        assertThat(owners.missing().values()).contains(Count.OWNERS_TOGETHER);
        assertThat(owners.numerator()).hasSize(11);
    }

    @Test
    void elevenAndEightyTwoBodiesCountByKind() {
        Coverage all = district(0);

        Measurement owners = BodyMeasures.ofKind(all, GoverningBody.Kind.OWNERS_COMMITTEE);
        Measurement management =
                BodyMeasures.ofKind(all, GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE);

        assertThat(owners.metric()).isEqualTo(Metric.OWNERS_COMMITTEES);
        assertThat(owners.share()).contains(Ratio.of(11, 93));
        assertThat(management.metric()).isEqualTo(Metric.MANAGEMENT_COMMITTEES);
        assertThat(management.share()).contains(Ratio.of(82, 93));
    }

    @Test
    void aShareOfNothingIsUndeterminedAndNeverAll() {
        Measurement none = CaseMeasures.disclosure(DAY, List.of());

        assertThat(none.share()).isEmpty();
        assertThat(none.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void listsWhatCountsAndWhatDoesNot() {
        Measurement disclosure = CaseMeasures.disclosure(DAY, List.of(repair()));

        assertThat(disclosure.metric()).isEqualTo(Metric.DISCLOSURE);
        assertThat(disclosure.share()).contains(Ratio.of(1, 2));
        assertThat(disclosure.numerator()).hasSize(1);
        assertThat(disclosure.denominator()).hasSize(2).containsAll(disclosure.numerator());
        assertThat(disclosure.missing().values()).containsExactly(Count.NOT_DISCLOSED);
    }

    @Test
    void noDisputeIsSettledWhileTheCaseThatAloneKnowsItIsNotClosed() {
        Casework repair = repair();
        Casework raised = next(repair, repair.raiseDispute(CaseId.of("D1"), at(5)));
        Casework agreed = raised.after(ended(Ending.AGREEMENT));
        Casework escalated = raised.after(ended(Ending.ESCALATION));
        Casework reopened = next(agreed, agreed.raiseDispute(CaseId.of("D1"), at(7)));

        assertThat(settled(agreed)).isEqualTo(Ratio.of(0, 1));
        assertThat(settled(escalated)).isEqualTo(Ratio.of(0, 1));
        assertThat(settled(reopened)).isEqualTo(Ratio.of(0, 1));
    }

    /** The defect: the case that was handed in last decided. */
    @Test
    void aDisputeInTwoCasesCountsAlikeInWhateverOrderTheyAreHandedIn() {
        Casework repair = repair();
        Casework raised = next(repair, repair.raiseDispute(CaseId.of("D1"), at(5)));
        List<Casework> ways =
                List.of(
                        raised.after(ended(Ending.AGREEMENT)),
                        raised.after(ended(Ending.ESCALATION)),
                        repair);

        for (Casework one : ways) {
            for (Casework other : ways) {
                assertThat(CaseMeasures.settlement(DAY, List.of(), List.of(one, other)))
                        .isEqualTo(CaseMeasures.settlement(DAY, List.of(), List.of(other, one)));
            }
        }
        assertThat(CaseMeasures.settlement(DAY, List.of(), ways).missing().values())
                .containsExactly(Count.WITHOUT_AGREEMENT);
    }

    @Test
    void refusesARecordThatCountsTwoWays() {
        Reading counted = Reading.of(C1, "x", Count.COUNTED);

        assertThat(Measurement.of(Metric.MATTERS, DAY, List.of(counted, counted)).numerator())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Measurement.of(
                                        Metric.MATTERS,
                                        DAY,
                                        List.of(counted, Reading.of(C1, "x", Count.OPEN))));
    }

    @Test
    void rendersItsFormulaWithTheFigures() {
        assertThat(RuleTexts.governance(Language.EN).render(BodyMeasures.coverage(district(1))))
                .contains("communities with a body in office / all communities = 92/93");
    }

    private static DisputeEnded ended(Ending ending) {
        EndingProof proof =
                new EndingProof(
                        EndingProof.Form.ENDING_1,
                        EndingProof.Source.GRID,
                        new Motion.Document("0f".repeat(32)),
                        at(6));
        return new DisputeEnded(C1, at(6), CaseId.of("D1"), ending, proof);
    }

    private static Ratio settled(Casework work) {
        return CaseMeasures.settlement(DAY, List.of(), List.of(work)).share().orElseThrow();
    }

    private static Coverage district(int ended) {
        List<CommunityId> communities =
                IntStream.range(0, 93).mapToObj(i -> CommunityId.of("C" + i)).toList();
        List<GoverningBody> bodies = new ArrayList<>();
        for (int i = 0; i < 93; i++) {
            bodies.add(
                    new GoverningBody(
                            communities.get(i),
                            i < 11
                                    ? GoverningBody.Kind.OWNERS_COMMITTEE
                                    : GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                            new EffectivePeriod(
                                    DAY.minusYears(2), i < 93 - ended ? DAY.plusDays(1) : DAY)));
        }
        return Coverage.on(DAY, communities, bodies);
    }

    /** One unit asked, two items consulted on, one of them disclosed. */
    private static Casework repair() {
        UnitId unit = UnitId.of("U1");
        Casework work =
                Casework.from(
                        List.of(
                                new CaseOpened(
                                        C1,
                                        at(0),
                                        CaseId.of("K1"),
                                        "维修",
                                        CaseKind.REPAIR,
                                        new TreeSet<>(),
                                        PersonId.of("P0"),
                                        new TreeSet<>(Set.of(unit)),
                                        CaseworkTerms.shipped())));
        PersonId visitor = PersonId.of("P1");
        work = next(work, work.formSquad(SquadId.of("S1"), Set.of(visitor), Set.of(unit), at(1)));
        work = next(work, work.visit(unit, visitor, ContactResult.AGREES, "", at(2)));
        work = next(work, work.collectOpinions(at(3)));
        work = next(work, work.consult(List.of("I1", "I2"), "0f".repeat(32), at(4)));
        return next(work, work.disclose("I1", "公告栏", at(4)));
    }

    private static Instant at(int hour) {
        return Instant.parse("2025-06-01T00:00:00Z").plusSeconds(hour * 3_600L);
    }

    private static Casework next(Casework before, Outcome<CaseworkEvent> outcome) {
        return before.after(
                outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString())));
    }

    @Test
    void refusesMoreThanAMillionRecordsBeforeItCopiesThem() {
        SortedMap<RecordId, Count> more = sized(Measurement.MAX_RECORDS + 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> measurement(more))
                .withMessageContaining("1000001");
    }

    private static Measurement measurement(SortedMap<RecordId, Count> records) {
        Metric metric = Metric.PARTICIPATION;
        return new Measurement(
                metric, Measurement.WHOLE, LocalDate.of(2025, 6, 30), metric.source(), records);
    }

    /** A map that says it is so large, and holds nothing. */
    private static SortedMap<RecordId, Count> sized(int size) {
        return new TreeMap<>() {
            @Override
            public int size() {
                return size;
            }
        };
    }
}
