package io.github.xinyi.governance.metrics;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.casework.CaseKind;
import io.github.xinyi.governance.casework.CasePlan;
import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.casework.CaseworkEvent;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.casework.ContactResult;
import io.github.xinyi.governance.casework.Funding;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.team.Source;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Door visits, disclosure and satisfaction of cases, on the very days on which they change. */
class CaseworkMeasuresTest {

    private static final CommunityId COMMUNITY = CommunityId.of("C001");
    private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.ofInstant(START, ZoneOffset.UTC);
    private static final PersonId VISITOR = PersonId.of("P1");
    private static final String DIGEST = "0f".repeat(32);
    private static final List<ContactResult> RESULTS =
            List.of(
                    ContactResult.AGREES,
                    ContactResult.OBJECTS,
                    ContactResult.UNDECIDED,
                    ContactResult.ABSENT,
                    ContactResult.DECLINED);
    private static final CaseworkTerms TERMS =
            new CaseworkTerms(
                    Ratio.of(0, 1), Ratio.of(0, 1), 1, "试", CaseworkTerms.Reading.INTERPRETATION);

    private static final CasePlan PLAN =
            new CasePlan(COMMUNITY, CaseId.of("K1"), new Motion.Document(DIGEST), Funding.NONE, 0);

    /** Six units, two to a squad; the third squad is not formed. */
    private static Casework opened() {
        TreeSet<UnitId> units = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            units.add(unit(i));
        }
        Casework work =
                Casework.from(
                        List.of(
                                new CaseOpened(
                                        COMMUNITY,
                                        at(0),
                                        CaseId.of("K1"),
                                        "维修",
                                        CaseKind.REPAIR,
                                        new TreeSet<>(),
                                        VISITOR,
                                        units,
                                        TERMS)));
        for (int squad = 0; squad < 2; squad++) {
            int own = squad;
            work =
                    then(
                            work,
                            w ->
                                    w.formSquad(
                                            SquadId.of("S" + own),
                                            Set.of(VISITOR),
                                            Set.of(unit(2 * own), unit(2 * own + 1)),
                                            at(0)));
        }
        return work;
    }

    @Property(tries = 200)
    void contactAndSquadsEqualARecountOfTheVisits(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 19) Integer> visits,
            @ForAll @IntRange(min = 0, max = 4) int day) {
        Casework work = opened();
        Set<String> reached = new HashSet<>();
        Set<String> squads = new HashSet<>();
        int hour = 0;
        for (int visit : visits) {
            int unit = visit % 4;
            ContactResult result = RESULTS.get(visit / 4);
            hour += 9;
            Instant when = at(hour);
            work = then(work, w -> w.visit(unit(unit), VISITOR, result, "", when));
            if (hour < 24 * (day + 1) - 8) {
                squads.add("K1/S" + unit / 2);
                if (visit / 4 < 3) {
                    reached.add("K1/" + unit(unit));
                }
            }
        }

        Measurement contact = CaseMeasures.contact(FIRST.plusDays(day), List.of(work));
        Measurement formed = CaseMeasures.squads(FIRST.plusDays(day), List.of(work));

        assertThat(contact.metric()).isEqualTo(Metric.CONTACT);
        assertThat(contact.denominator()).hasSize(6);
        assertThat(ids(contact)).isEqualTo(reached);
        assertThat(formed.metric()).isEqualTo(Metric.SQUADS);
        assertThat(formed.denominator()).hasSize(2);
        assertThat(ids(formed)).isEqualTo(squads);
        assertThat(formed.missing().values()).allMatch(Count.NO_VISIT::equals);
    }

    @Property(tries = 200)
    void disclosureEqualsARecountOfTheItemsShown(
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 3) Integer> shown,
            @ForAll @IntRange(min = 0, max = 4) int day) {
        List<String> names = List.of("甲", "乙", "丙", "丁");
        Casework work = then(opened(), w -> w.collectOpinions(at(1)));
        work = then(work, w -> w.consult(names, DIGEST, at(2)));
        Set<String> disclosed = new HashSet<>();
        int hour = 2;
        for (int item : new LinkedHashSet<>(shown)) {
            hour += 20;
            Instant when = at(hour);
            work = then(work, w -> w.disclose(names.get(item), "公告栏", when));
            if (hour < 24 * (day + 1) - 8) {
                disclosed.add("K1/" + names.get(item));
            }
        }

        Measurement measured = CaseMeasures.disclosure(FIRST.plusDays(day), List.of(work));

        assertThat(measured.denominator()).hasSize(4);
        assertThat(ids(measured)).isEqualTo(disclosed);
    }

    @Test
    void aUnitThatWasReachedStaysReachedAsInTheCaseItself() {
        Casework work = opened();
        work = then(work, w -> w.visit(unit(0), VISITOR, ContactResult.OBJECTS, "", at(1)));
        work = then(work, w -> w.visit(unit(0), VISITOR, ContactResult.ABSENT, "", at(2)));

        assertThat(CaseMeasures.contact(FIRST, List.of(work)).numerator())
                .hasSameSizeAs(work.contact().reached())
                .containsExactly(new RecordId(COMMUNITY, "K1/" + unit(0)));
    }

    /** The day in China ends at 16:00 UTC. */
    @ParameterizedTest
    @CsvSource({"15, 1", "16, 0", "17, 0"})
    void whatHappensAtMidnightInChinaBelongsToTheNextDay(int hour, int counted) {
        Casework work = consulted();
        work = then(work, w -> w.disclose("甲", "公告栏", at(hour)));

        assertThat(CaseMeasures.disclosure(FIRST, List.of(work)).numerator()).hasSize(counted);
        assertThat(CaseMeasures.disclosure(FIRST, List.of(work)).denominator()).hasSize(2);
    }

    @Test
    void aCaseOpenedLaterIsNotThereYet() {
        LocalDate before = FIRST.minusDays(1);

        assertThat(CaseMeasures.contact(before, List.of(opened())).records()).isEmpty();
        assertThat(CaseMeasures.squads(before, List.of(opened())).records()).isEmpty();
        assertThat(CaseMeasures.disclosure(before, List.of(consulted())).records()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "4, 1", "5, 1"})
    void aRatingCountsFromTheFloorOn(int rating, int counted) {
        Source plan = new Source("街道方案", Standing.UNVERIFIED);
        Casework work = finished();
        work = then(work, w -> w.rate(VISITOR, Set.of(unit(0)), rating, at(6)));

        Measurement measured =
                CaseMeasures.satisfaction(
                        FIRST, new RatingFloor(4, plan), List.of(), List.of(work));

        assertThat(measured.numerator()).hasSize(counted);
        assertThat(measured.denominator()).hasSize(1);
        assertThat(measured.source()).isEqualTo(plan);
        assertThat(
                        CaseMeasures.satisfaction(
                                        FIRST.minusDays(1),
                                        new RatingFloor(4, plan),
                                        List.of(),
                                        List.of(work))
                                .records())
                .isEmpty();
    }

    @Test
    void aFloorIsOneToFive() {
        Source plan = new Source("街道方案", Standing.UNVERIFIED);

        assertThat(new RatingFloor(1, plan).least()).isEqualTo(1);
        assertThat(new RatingFloor(5, plan).least()).isEqualTo(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingFloor(0, plan));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingFloor(6, plan));
    }

    private static Casework consulted() {
        Casework work = then(opened(), w -> w.collectOpinions(at(1)));
        return then(work, w -> w.consult(List.of("甲", "乙"), DIGEST, at(2)));
    }

    private static Casework finished() {
        Casework work = then(consulted(), w -> w.draw(PLAN, at(3)));
        work = then(work, w -> w.decideBy("物业管理委员会", DIGEST, PLAN.document(), at(3)));
        work = then(work, w -> w.progress("完工", Ratio.of(1, 1), List.of(), at(4)));
        return then(work, w -> w.finishWork(at(5)));
    }

    private static Set<String> ids(Measurement measured) {
        Set<String> ids = new HashSet<>();
        measured.numerator().forEach(record -> ids.add(record.id()));
        return ids;
    }

    private static UnitId unit(int number) {
        return UnitId.of("U" + number);
    }

    private static Instant at(int hour) {
        return START.plusSeconds(hour * 3_600L);
    }

    private static Casework then(
            Casework work, Function<Casework, Outcome<CaseworkEvent>> command) {
        List<CaseworkEvent> longer = new ArrayList<>(work.history());
        longer.add(accepted(command.apply(work)));
        return Casework.from(longer);
    }

    @Test
    void countsManyRatingsOneByOneAndNoneFromBeforeAReopening() {
        Casework rated =
                then(
                        finished(),
                        w ->
                                w.rate(
                                        List.of(
                                                new CaseworkEvent.Rating(
                                                        VISITOR, new TreeSet<>(Set.of(unit(0))), 5),
                                                new CaseworkEvent.Rating(
                                                        PersonId.of("P2"),
                                                        new TreeSet<>(Set.of(unit(1))),
                                                        3)),
                                        at(6)));
        Casework closed = then(rated, w -> w.close(at(7)));
        Casework again = then(closed, w -> w.reopen("渗水", at(8)));

        assertThat(satisfaction(rated).numerator()).hasSize(1);
        assertThat(satisfaction(rated).denominator()).hasSize(2);
        assertThat(satisfaction(closed).records()).isEqualTo(satisfaction(rated).records());
        assertThat(satisfaction(again).records()).isEmpty();
    }

    private static Measurement satisfaction(Casework work) {
        RatingFloor four = new RatingFloor(4, new Source("街道方案", Standing.UNVERIFIED));
        return CaseMeasures.satisfaction(FIRST, four, List.of(), List.of(work));
    }

    @Test
    void aSquadWentToDoorsThatAreWrittenDownTogether() {
        Casework work =
                then(
                        opened(),
                        w ->
                                w.visit(
                                        VISITOR,
                                        new TreeMap<>(
                                                Map.of(
                                                        unit(0),
                                                        ContactResult.AGREES,
                                                        unit(1),
                                                        ContactResult.ABSENT)),
                                        at(1)));

        assertThat(ids(CaseMeasures.squads(FIRST, List.of(work)))).containsExactly("K1/S0");
        assertThat(ids(CaseMeasures.contact(FIRST, List.of(work))))
                .containsExactly("K1/" + unit(0));
    }
}
