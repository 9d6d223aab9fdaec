package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.region.RegionNode;
import io.github.xinyi.governance.region.RegionTree;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One measurement laid over the regions of its day, for example coverage 93/93 of a district as 40
 * of 40 and 53 of 53 of its streets. Immutable.
 *
 * <p>A record counts at its community and at each node above it, once, where the community lay on
 * the day.
 *
 * @since 0.1.0
 */
public final class RollUp {

    private final SortedMap<RegionId, Measurement> byNode;
    private final SortedSet<CommunityId> unplaced;

    private RollUp(SortedMap<RegionId, Measurement> byNode, SortedSet<CommunityId> unplaced) {
        this.byNode = Collections.unmodifiableSortedMap(byNode);
        this.unplaced = Collections.unmodifiableSortedSet(unplaced);
    }

    /**
     * Rolls a measurement up.
     *
     * @param tree what lies where
     * @param measurement the measurement of all communities
     * @return its part at every node of the tree
     */
    public static RollUp of(RegionTree tree, Measurement measurement) {
        Set<RegionId> known =
                tree.nodes().stream()
                        .filter(node -> node.level() == RegionNode.Level.COMMUNITY)
                        .map(RegionNode::id)
                        .collect(Collectors.toSet());
        Map<CommunityId, List<RegionId>> paths = new HashMap<>();
        Map<RegionId, SortedMap<RecordId, Count>> parts = new HashMap<>();
        SortedSet<CommunityId> unplaced = new TreeSet<>();
        measurement
                .records()
                .forEach(
                        (id, count) -> {
                            List<RegionId> path =
                                    paths.computeIfAbsent(
                                            id.community(), c -> path(tree, known, measurement, c));
                            if (path.size() < 2) {
                                unplaced.add(id.community());
                            }
                            path.forEach(
                                    node ->
                                            parts.computeIfAbsent(node, n -> new TreeMap<>())
                                                    .put(id, count));
                        });
        SortedMap<RegionId, Measurement> byNode = new TreeMap<>();
        for (RegionNode node : tree.nodes()) {
            byNode.put(
                    node.id(),
                    new Measurement(
                            measurement.metric(),
                            measurement.subject(),
                            measurement.day(),
                            measurement.source(),
                            parts.getOrDefault(node.id(), new TreeMap<>())));
        }
        return new RollUp(byNode, unplaced);
    }

    private static List<RegionId> path(
            RegionTree tree, Set<RegionId> known, Measurement measurement, CommunityId community) {
        RegionId node = RegionId.of(community.value());
        return known.contains(node) ? tree.path(node, measurement.day()) : List.of();
    }

    /**
     * The part of every node.
     *
     * @return by node, unmodifiable; nodes without a record too, undetermined
     */
    public SortedMap<RegionId, Measurement> byNode() {
        return byNode;
    }

    /**
     * The part of one node.
     *
     * @param node a node of the tree
     * @return the measurement over the communities at or below it on the day
     * @throws NullPointerException if the tree has no such node
     */
    public Measurement at(RegionId node) {
        return Objects.requireNonNull(byNode.get(node), node.value());
    }

    /**
     * The communities of which there are records, but which lie below no node on the day.
     *
     * @return sorted; their records count at no upper node
     */
    public SortedSet<CommunityId> unplaced() {
        return unplaced;
    }
}
