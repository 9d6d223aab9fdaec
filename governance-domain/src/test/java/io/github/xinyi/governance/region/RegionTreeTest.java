package io.github.xinyi.governance.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.region.RegionNode.Level;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegionTreeTest {

    private static final LocalDate OLD = LocalDate.parse("2020-01-01");
    private static final LocalDate MOVE = LocalDate.parse("2024-07-01");
    private static final List<RegionNode> NODES =
            List.of(
                    node("GANSU", Level.PROVINCE),
                    node("LANZHOU", Level.CITY),
                    node("HONGGU", Level.DISTRICT),
                    node("haishiwan", Level.STREET),
                    node("hualong", Level.STREET),
                    node("xiyuan", Level.COMMUNITY),
                    node("hengfu", Level.COMMUNITY));
    private static final List<Placement> PLACES =
            List.of(
                    from("LANZHOU", "GANSU"),
                    from("HONGGU", "LANZHOU"),
                    from("haishiwan", "HONGGU"),
                    from("hualong", "HONGGU"),
                    from("xiyuan", "haishiwan"),
                    place("hengfu", "haishiwan", OLD, MOVE),
                    place("hengfu", "hualong", MOVE, LocalDate.MAX));

    private static RegionNode node(String id, Level level) {
        return new RegionNode(RegionId.of(id), level);
    }

    private static Placement from(String node, String parent) {
        return place(node, parent, OLD, LocalDate.MAX);
    }

    private static Placement place(String node, String parent, LocalDate start, LocalDate end) {
        return new Placement(
                RegionId.of(node), RegionId.of(parent), new EffectivePeriod(start, end));
    }

    private static RegionTree tree() {
        return RegionTree.of(NODES, PLACES)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static List<String> faults(List<RegionNode> nodes, List<Placement> places) {
        Outcome<RegionTree> outcome = RegionTree.of(nodes, places);
        return outcome.fold(
                tree -> List.of(),
                ruling ->
                        ruling.findings().stream()
                                .map(Finding::rule)
                                .map(code -> code.value().substring("region.".length()))
                                .toList());
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    @Test
    void rollsCommunitiesUpByTheirPlaceOnTheDay() {
        RegionTree tree = tree();

        assertThat(tree.communities(RegionId.of("haishiwan"), MOVE.minusDays(1)))
                .containsExactly(CommunityId.of("hengfu"), CommunityId.of("xiyuan"));
        assertThat(tree.communities(RegionId.of("haishiwan"), MOVE))
                .containsExactly(CommunityId.of("xiyuan"));
        assertThat(tree.communities(RegionId.of("GANSU"), MOVE)).hasSize(2);
        assertThat(tree.communities(RegionId.of("GANSU"), OLD.minusDays(1))).isEmpty();
        assertThat(tree.communities(RegionId.of("xiyuan"), MOVE))
                .containsExactly(CommunityId.of("xiyuan"));
        assertThat(tree.path(RegionId.of("hengfu"), MOVE))
                .extracting(RegionId::value)
                .containsExactly("hengfu", "hualong", "HONGGU", "LANZHOU", "GANSU");
        assertThat(tree.nodes()).hasSize(7);
        assertThatThrownBy(() -> tree.parent(RegionId.of("elsewhere"), MOVE))
                .hasMessageContaining("elsewhere");
    }

    @Test
    void namesEveryFaultAtOnce() {
        List<RegionNode> nodes = new ArrayList<>(NODES);
        nodes.add(node("xiyuan", Level.COMMUNITY));
        nodes.add(node("alone", Level.COMMUNITY));
        List<Placement> places = new ArrayList<>(PLACES);
        places.add(place("hengfu", "haishiwan", MOVE, MOVE.plusDays(1)));
        places.add(from("nowhere", "HONGGU"));
        places.add(from("GANSU", "xiyuan"));

        assertThat(faults(nodes, places))
                .containsExactlyInAnyOrder(
                        "node-repeated",
                        "node-unknown",
                        "node-orphaned",
                        "two-parents",
                        "level-order",
                        "circle");
    }

    @Test
    void takesTwoParentsInTurnAndRefusesOneDayOfBoth() {
        List<Placement> first =
                List.of(from("LANZHOU", "GANSU"), place("HONGGU", "LANZHOU", OLD, MOVE));
        List<RegionNode> nodes = NODES.subList(0, 3);

        assertThat(faults(nodes, and(first, place("HONGGU", "GANSU", MOVE, LocalDate.MAX))))
                .isEmpty();
        assertThat(
                        faults(
                                nodes,
                                and(
                                        first,
                                        place(
                                                "HONGGU",
                                                "GANSU",
                                                MOVE.minusDays(1),
                                                LocalDate.MAX))))
                .containsExactly("two-parents");
    }

    @Test
    void seesACircleOnlyWhereItsPlacementsMeetOnADay() {
        List<RegionNode> nodes = List.of(node("a", Level.STREET), node("b", Level.STREET));

        assertThat(
                        faults(
                                nodes,
                                List.of(
                                        place("a", "b", OLD, MOVE),
                                        place("b", "a", MOVE.minusDays(1), LocalDate.MAX))))
                .contains("circle");
        assertThat(
                        faults(
                                nodes,
                                List.of(
                                        place("a", "b", OLD, MOVE),
                                        place("b", "a", MOVE, LocalDate.MAX))))
                .containsOnly("level-order");
    }

    @Test
    void boundsItsSize() {
        List<Placement> most = Collections.nCopies(RegionTree.MAX_SIZE, from("nowhere", "nowhere"));

        assertThat(faults(List.of(), most)).hasSize(RegionTree.MAX_SIZE);
        assertThat(faults(List.of(), and(most, from("nowhere", "nowhere"))))
                .containsExactly("too-many");
    }
}
