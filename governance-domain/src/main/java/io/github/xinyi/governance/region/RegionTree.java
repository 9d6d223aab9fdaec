package io.github.xinyi.governance.region;

import static io.github.xinyi.governance.region.RegionNode.Level.COMMUNITY;
import static io.github.xinyi.governance.region.RegionNode.Level.PROVINCE;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lies where on which day, for example 93 communities below the district HONGGU on 2024-12-31.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class RegionTree {

    /** The greatest number of nodes, and of placements: more than the communities of the nation. */
    public static final int MAX_SIZE = 500_000;

    private static final int MAX_CIRCLES = 100;

    private final SortedMap<RegionId, RegionNode> nodes;
    private final Map<RegionId, List<Placement>> byNode;

    private RegionTree(
            SortedMap<RegionId, RegionNode> nodes, Map<RegionId, List<Placement>> byNode) {
        this.nodes = nodes;
        this.byNode = byNode;
    }

    /**
     * A tree of nodes and their places.
     *
     * @param nodes every node
     * @param placements where each lies, at any time
     * @return refused with every node that is there twice, unknown, without a parent, below two on
     *     one day, below a lower level or below itself
     */
    public static Outcome<RegionTree> of(
            Collection<RegionNode> nodes, Collection<Placement> placements) {
        if (nodes.size() > MAX_SIZE || placements.size() > MAX_SIZE) {
            return Outcome.refused(
                    Ruling.of(RuleCheck.of(RegionRule.TOO_MANY, false, "limit", MAX_SIZE)));
        }
        List<Finding> found = new ArrayList<>();
        SortedMap<RegionId, RegionNode> known = known(nodes, found);
        Map<RegionId, List<Placement>> byNode = new HashMap<>();
        for (Placement place : placements) {
            if (known.containsKey(place.node()) && known.containsKey(place.parent())) {
                byNode.computeIfAbsent(place.node(), n -> new ArrayList<>()).add(place);
            } else {
                found.add(
                        RuleCheck.of(
                                RegionRule.NODE_UNKNOWN,
                                false,
                                "node",
                                place.node(),
                                "parent",
                                place.parent()));
            }
        }
        byNode.values().forEach(own -> own.sort(Comparator.comparing(RegionTree::start)));
        RegionTree tree = new RegionTree(known, byNode);
        known.values().forEach(node -> tree.examine(node, found));
        return found.isEmpty() ? Outcome.accepted(tree) : Outcome.refused(new Ruling(found));
    }

    private static SortedMap<RegionId, RegionNode> known(
            Collection<RegionNode> nodes, List<Finding> found) {
        SortedMap<RegionId, RegionNode> known = new TreeMap<>();
        SortedMap<RegionId, Integer> times = new TreeMap<>();
        for (RegionNode node : nodes) {
            known.putIfAbsent(node.id(), node);
            times.merge(node.id(), 1, Integer::sum);
        }
        times.forEach(
                (id, count) -> {
                    if (count > 1) {
                        found.add(
                                RuleCheck.of(
                                        RegionRule.NODE_REPEATED,
                                        false,
                                        "node",
                                        id,
                                        "times",
                                        count));
                    }
                });
        return known;
    }

    private void examine(RegionNode node, List<Finding> found) {
        List<Placement> own = placesOf(node.id());
        if (own.isEmpty() && node.level() != PROVINCE) {
            found.add(RuleCheck.of(RegionRule.NODE_ORPHANED, false, "node", node.id()));
        }
        LocalDate end = LocalDate.MIN;
        RegionId holder = node.id();
        for (Placement place : own) {
            if (start(place).isBefore(end)) {
                found.add(
                        RuleCheck.of(
                                RegionRule.TWO_PARENTS,
                                false,
                                "node",
                                node.id(),
                                "first",
                                holder,
                                "second",
                                place.parent(),
                                "day",
                                start(place)));
            }
            if (place.period().endExclusive().isAfter(end)) {
                end = place.period().endExclusive();
                holder = place.parent();
            }
            if (level(place.parent()).compareTo(node.level()) >= 0) {
                found.add(
                        RuleCheck.of(
                                RegionRule.LEVEL_ORDER,
                                false,
                                "node",
                                node.id(),
                                "parent",
                                place.parent()));
                seekCircle(place, found);
            }
        }
    }

    /** A circle needs a step that does not rise, and begins with the last of its placements. */
    private void seekCircle(Placement step, List<Finding> found) {
        if (found.stream().filter(f -> f.rule().equals(RegionRule.CIRCLE.code())).count()
                >= MAX_CIRCLES) {
            return;
        }
        byNode.values().stream()
                .flatMap(List::stream)
                .map(RegionTree::start)
                .filter(step.period()::contains)
                .distinct()
                .sorted()
                .filter(day -> rises(step.parent(), step.node(), day))
                .findFirst()
                .ifPresent(
                        day ->
                                found.add(
                                        RuleCheck.of(
                                                RegionRule.CIRCLE,
                                                false,
                                                "node",
                                                step.node(),
                                                "day",
                                                day)));
    }

    /** Whether one comes from a node to another by going up, with every parent of the day. */
    private boolean rises(RegionId from, RegionId to, LocalDate day) {
        Set<RegionId> seen = new HashSet<>();
        Deque<RegionId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            RegionId node = open.pop();
            if (node.equals(to)) {
                return true;
            }
            if (seen.add(node)) {
                placesOf(node).stream()
                        .filter(place -> place.period().contains(day))
                        .forEach(place -> open.push(place.parent()));
            }
        }
        return false;
    }

    private RegionNode.Level level(RegionId id) {
        return Objects.requireNonNull(nodes.get(id)).level();
    }

    private List<Placement> placesOf(RegionId node) {
        return byNode.getOrDefault(node, List.of());
    }

    private static LocalDate start(Placement place) {
        return place.period().startInclusive();
    }

    /**
     * Every node.
     *
     * @return by identifier, unmodifiable
     */
    public Collection<RegionNode> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    /**
     * Where a node lies on a day.
     *
     * @param node a node of the tree
     * @param day the day
     * @return empty for a province, and on a day on which it lies nowhere
     * @throws IllegalArgumentException if the tree has no such node
     */
    public Optional<RegionId> parent(RegionId node, LocalDate day) {
        require(node);
        return placesOf(node).stream()
                .filter(place -> place.period().contains(day))
                .map(Placement::parent)
                .findFirst();
    }

    /**
     * The way up from a node on a day, for example community, town, district, city, province.
     *
     * @param node a node of the tree, the first of the way
     * @param day the day
     * @return at least the node itself
     * @throws IllegalArgumentException if the tree has no such node
     */
    public List<RegionId> path(RegionId node, LocalDate day) {
        List<RegionId> path = new ArrayList<>(List.of(node));
        for (var next = parent(node, day); next.isPresent(); next = parent(next.get(), day)) {
            path.add(next.get());
        }
        return List.copyOf(path);
    }

    /**
     * The communities at or below a node on a day.
     *
     * @param node a node of the tree
     * @param day the day
     * @return each once, sorted; only those that lie there on that day
     * @throws IllegalArgumentException if the tree has no such node
     */
    public SortedSet<CommunityId> communities(RegionId node, LocalDate day) {
        require(node);
        Map<RegionId, List<RegionId>> below = new HashMap<>();
        byNode.values().stream()
                .flatMap(List::stream)
                .filter(place -> place.period().contains(day))
                .forEach(
                        place ->
                                below.computeIfAbsent(place.parent(), p -> new ArrayList<>())
                                        .add(place.node()));
        SortedSet<CommunityId> communities = new TreeSet<>();
        Deque<RegionId> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            RegionId next = open.pop();
            if (level(next) == COMMUNITY) {
                communities.add(CommunityId.of(next.value()));
            }
            below.getOrDefault(next, List.of()).forEach(open::push);
        }
        return Collections.unmodifiableSortedSet(communities);
    }

    private void require(RegionId node) {
        if (!nodes.containsKey(node)) {
            throw new IllegalArgumentException("not in the tree: " + node);
        }
    }
}
