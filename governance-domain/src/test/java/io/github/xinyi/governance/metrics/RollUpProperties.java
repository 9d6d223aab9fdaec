package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Presence;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.region.Placement;
import io.github.xinyi.governance.region.RegionNode;
import io.github.xinyi.governance.region.RegionNode.Level;
import io.github.xinyi.governance.region.RegionTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * What a node, or a group of communities, measures is what a plain recount of its records gives.
 */
class RollUpProperties {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final RegionId TOP = RegionId.of("top");

    /** Six communities in two streets; the last one moves from the first to the second street. */
    private static RegionTree tree() {
        List<RegionNode> nodes = new ArrayList<>(List.of(new RegionNode(TOP, Level.PROVINCE)));
        List<Placement> placements = new ArrayList<>();
        for (int street = 0; street < 2; street++) {
            nodes.add(new RegionNode(street(street), Level.STREET));
            placements.add(
                    new Placement(street(street), TOP, EffectivePeriod.from(DAY.minusYears(9))));
        }
        for (int i = 0; i < 6; i++) {
            RegionId node = RegionId.of("c" + i);
            nodes.add(new RegionNode(node, Level.COMMUNITY));
            if (i < 5) {
                placements.add(
                        new Placement(
                                node, street(i % 2), EffectivePeriod.from(DAY.minusYears(9))));
            } else {
                placements.add(
                        new Placement(
                                node, street(0), new EffectivePeriod(DAY.minusYears(9), DAY)));
                placements.add(new Placement(node, street(1), EffectivePeriod.from(DAY)));
            }
        }
        return RegionTree.of(nodes, placements)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static RegionId street(int number) {
        return RegionId.of("street" + number);
    }

    /** How many bodies a street has is counted of the communities that lie in it on the day. */
    @Property(tries = 100)
    void theBodiesOfARegionAreThoseOfItsCommunitiesByName(@ForAll Random random) {
        List<Presence> presences = new ArrayList<>();
        Set<Integer> inOffice = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            boolean office = random.nextBoolean();
            if (office) {
                inOffice.add(i);
            }
            presences.add(
                    new Presence(
                            CommunityId.of("c" + i),
                            Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                            office ? Presence.State.IN_OFFICE : Presence.State.TERM_ENDED));
        }
        for (LocalDate day : List.of(DAY.minusDays(1), DAY)) {
            for (RegionId node : List.of(TOP, street(0), street(1))) {
                Coverage coverage =
                        BodyMeasures.in(day, tree(), node, presences, EnumSet.allOf(Kind.class));
                Set<CommunityId> expected = new HashSet<>();
                int all = 0;
                for (int i = 0; i < 6; i++) {
                    if (lies(i, node, day)) {
                        all++;
                        if (inOffice.contains(i)) {
                            expected.add(CommunityId.of("c" + i));
                        }
                    }
                }

                assertThat(coverage.communities()).isEqualTo(all);
                assertThat(coverage.covered().keySet()).isEqualTo(expected);
                assertThat(BodyMeasures.coverage(coverage).numerator()).hasSize(expected.size());
            }
        }
    }

    @Property(tries = 200)
    void everyNodeEqualsARecountOfItsCommunities(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 17) Integer> drawn) {
        for (LocalDate day : List.of(DAY.minusDays(1), DAY)) {
            RollUp rolled = RollUp.of(tree(), measurement(day, drawn));
            for (RegionId node : List.of(TOP, street(0), street(1))) {
                Set<Integer> records = new HashSet<>();
                for (int record : drawn) {
                    if (lies(record % 6, node, day)) {
                        records.add(record);
                    }
                }
                long counted = records.stream().filter(record -> record % 2 == 0).count();

                assertThat(rolled.at(node).denominator()).hasSize(records.size());
                assertThat(rolled.at(node).numerator()).hasSize((int) counted);
            }
        }
    }

    /** A random tree: each community lies in a street, and may move once; streets may move too. */
    @Property(tries = 200)
    void anyNodeIsTheSumOfTheNodesBelowItAndNoRecordCountsTwice(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 63) Integer> communities,
            @ForAll @Size(4) List<@IntRange(min = 0, max = 3) Integer> streets,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 99) Integer> drawn,
            @ForAll @IntRange(min = -2, max = 2) int days) {
        LocalDate day = DAY.plusDays(days);
        RegionTree tree = random(communities, streets);
        Measurement measured = measurement(day, drawn, communities.size());

        RollUp rolled = RollUp.of(tree, measured);

        for (RegionNode node : tree.nodes()) {
            List<RecordId> below = new ArrayList<>();
            for (RegionNode child : tree.nodes()) {
                if (tree.parent(child.id(), day).filter(node.id()::equals).isPresent()) {
                    below.addAll(rolled.at(child.id()).numerator());
                }
            }
            if (node.level() != Level.COMMUNITY) {
                assertThat(below).doesNotHaveDuplicates();
                assertThat(rolled.at(node.id()).numerator())
                        .containsExactlyInAnyOrderElementsOf(below);
            }
        }
        assertThat(rolled.at(TOP).records()).isEqualTo(measured.records());
        assertThat(rolled.unplaced()).isEmpty();
    }

    private static RegionTree random(List<Integer> communities, List<Integer> streets) {
        List<RegionNode> nodes = new ArrayList<>(List.of(new RegionNode(TOP, Level.PROVINCE)));
        List<Placement> places = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            nodes.add(new RegionNode(RegionId.of("district" + i), Level.DISTRICT));
            places.add(
                    new Placement(
                            RegionId.of("district" + i),
                            TOP,
                            EffectivePeriod.from(DAY.minusYears(9))));
        }
        for (int i = 0; i < streets.size(); i++) {
            nodes.add(new RegionNode(street(i), Level.STREET));
            place(places, street(i), "district", streets.get(i) / 2, streets.get(i) % 2);
        }
        for (int i = 0; i < communities.size(); i++) {
            RegionId node = RegionId.of("c" + i);
            nodes.add(new RegionNode(node, Level.COMMUNITY));
            place(places, node, "street", communities.get(i) / 16, communities.get(i) % 4);
        }
        return RegionTree.of(nodes, places)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** In one place before the day, in another from the day on. */
    private static void place(
            List<Placement> places, RegionId node, String parent, int before, int after) {
        places.add(
                new Placement(
                        node,
                        RegionId.of(parent + before),
                        new EffectivePeriod(DAY.minusYears(9), DAY)));
        places.add(new Placement(node, RegionId.of(parent + after), EffectivePeriod.from(DAY)));
    }

    @Example
    void whatLiesNowhereOnTheDayIsNamedAndCountsAtNoUpperNode() {
        Measurement measured = measurement(DAY, List.of(0, 2, 4, 6), 8);

        RollUp rolled = RollUp.of(tree(), measured);
        RollUp early = RollUp.of(tree(), measurement(DAY.minusYears(10), List.of(0), 8));

        assertThat(rolled.unplaced()).containsExactly(CommunityId.of("c6"));
        assertThat(rolled.at(TOP).numerator()).hasSize(3);
        assertThat(early.unplaced()).containsExactly(CommunityId.of("c0"));
        assertThat(early.at(RegionId.of("c0")).numerator()).hasSize(1);
        assertThat(early.at(TOP).records()).isEmpty();
        assertThat(rolled.byNode()).isUnmodifiable().hasSize(9);
        assertThatNullPointerException()
                .isThrownBy(() -> rolled.at(RegionId.of("nowhere")))
                .withMessage("nowhere");
    }

    @Property(tries = 200)
    void aComparisonLosesAndGainsExactlyWhatDiffers(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 17) Integer> then,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 17) Integer> now) {
        Set<CommunityId> pilots = Set.of(CommunityId.of("c0"), CommunityId.of("c1"));
        Comparison compared =
                Comparison.of(measurement(DAY.minusDays(1), then), measurement(DAY, now), pilots)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        Map<Boolean, Set<String>> gained = new HashMap<>();
        for (boolean pilot : new boolean[] {true, false}) {
            Set<String> ids = new HashSet<>();
            for (int record : now) {
                boolean known = then.stream().anyMatch(r -> r % 6 == record % 6);
                if (record % 2 == 0 && record % 6 < 2 == pilot && known && !then.contains(record)) {
                    ids.add("r" + record);
                }
            }
            gained.put(pilot, ids);
        }

        assertThat(compared.pilots().gained().stream().map(RecordId::id))
                .containsExactlyInAnyOrderElementsOf(gained.get(true));
        assertThat(compared.others().gained().stream().map(RecordId::id))
                .containsExactlyInAnyOrderElementsOf(gained.get(false));
    }

    private static boolean lies(int community, RegionId node, LocalDate day) {
        if (node.equals(TOP)) {
            return true;
        }
        int street = community < 5 ? community % 2 : day.isBefore(DAY) ? 0 : 1;
        return node.equals(street(street));
    }

    private static Measurement measurement(LocalDate day, List<Integer> records) {
        return measurement(day, records, 6);
    }

    private static Measurement measurement(LocalDate day, List<Integer> records, int communities) {
        return Measurement.of(
                Metric.MATTERS,
                day,
                records.stream()
                        .map(
                                record ->
                                        Reading.of(
                                                CommunityId.of("c" + record % communities),
                                                "r" + record,
                                                record % 2 == 0 ? Count.COUNTED : Count.OPEN))
                        .toList());
    }

    @Example
    void placesACommunityRightBelowTheTopAndNoRecordOfAStreet() {
        RegionId low = RegionId.of("c9");
        RegionTree tree =
                RegionTree.of(
                                List.of(
                                        new RegionNode(TOP, Level.PROVINCE),
                                        new RegionNode(street(0), Level.STREET),
                                        new RegionNode(low, Level.COMMUNITY)),
                                List.of(
                                        new Placement(street(0), TOP, EffectivePeriod.from(DAY)),
                                        new Placement(low, TOP, EffectivePeriod.from(DAY))))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        SortedMap<RecordId, Count> records = new TreeMap<>();
        records.put(new RecordId(CommunityId.of("c9"), "body"), Count.COUNTED);
        records.put(new RecordId(CommunityId.of("street0"), "body"), Count.COUNTED);

        RollUp rolled =
                RollUp.of(
                        tree,
                        new Measurement(
                                Metric.COVERAGE,
                                Measurement.WHOLE,
                                DAY,
                                Metric.COVERAGE.source(),
                                records));

        assertThat(rolled.unplaced()).containsExactly(CommunityId.of("street0"));
        assertThat(rolled.at(TOP).records()).hasSize(1);
        assertThat(rolled.at(street(0)).records()).isEmpty();
    }
}
