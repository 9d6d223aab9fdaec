package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.committee.Presence;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.metrics.BodyMeasures;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RollUp;
import io.github.xinyi.governance.region.Placement;
import io.github.xinyi.governance.region.RegionNode;
import io.github.xinyi.governance.region.RegionNode.Level;
import io.github.xinyi.governance.region.RegionTree;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which communities there are and in which town each lies, from 小区编号, 小区, 镇街, 划入日期 and 划出日期: a row
 * for each town that a community has lain in, and none for the time after it merged into another.
 * The towns lie in the district, and the district in its province.
 *
 * <p>No other table says how many communities the district has: one that no body was entered for is
 * listed here all the same.
 */
final class Communities {

    /** The name of the table. */
    static final String FILE = "communities.csv";

    private static final RegionId PROVINCE = RegionId.of("GANSU");
    private static final RegionId DISTRICT = RegionId.of("HONGGU");
    private static final EffectivePeriod ALWAYS = EffectivePeriod.from(LocalDate.MIN);
    private static final Column<RegionId> COMMUNITY = Column.identifier("小区编号", RegionId::of);
    private static final Column<RegionId> TOWN = Column.identifier("镇街", RegionId::of);
    private static final Column<LocalDate> FROM = Column.date("划入日期");
    private static final Column<Optional<LocalDate>> TO = Column.date("划出日期").optional();

    private final RegionTree tree;
    private final Set<RegionId> listed;

    private Communities(RegionTree tree, Set<RegionId> listed) {
        this.tree = tree;
        this.listed = Set.copyOf(listed);
    }

    static Outcome<Communities> read(SheetFile file) {
        Places places = new Places();
        return Sheet.read(file, List.of(COMMUNITY, Column.ignored("小区"), TOWN, FROM, TO))
                .then(sheet -> sheet.rows(places::take))
                .then(rows -> places.tree())
                .then(tree -> Outcome.accepted(new Communities(tree, places.byNode.keySet())));
    }

    /** Whether the table has the community, be it on a day long past. */
    boolean isListed(CommunityId community) {
        return listed.contains(RegionId.of(community.value()));
    }

    /** In which town a community lies on a day; in none before it came and after it merged. */
    Optional<RegionId> town(CommunityId community, LocalDate day) {
        return isListed(community)
                ? tree.parent(RegionId.of(community.value()), day)
                : Optional.empty();
    }

    /** The bodies of every community that lies in the district on the day, and of no other. */
    Coverage coverage(LocalDate day, Collection<GoverningBody> bodies) {
        List<Presence> presences = bodies.stream().map(body -> Presence.of(body, day)).toList();
        return BodyMeasures.in(
                day, tree, DISTRICT, presences, EnumSet.allOf(GoverningBody.Kind.class));
    }

    /** A figure of the district at each node. */
    RollUp byTown(Measurement figure) {
        return RollUp.of(tree, figure);
    }

    /** What the rows have said so far. */
    private static final class Places {

        private final Map<RegionId, Level> levels =
                new TreeMap<>(Map.of(PROVINCE, Level.PROVINCE, DISTRICT, Level.DISTRICT));
        private final Map<RegionId, Set<Placement>> byNode = new HashMap<>();

        RegionId take(Row row) {
            LocalDate from = row.get(FROM);
            LocalDate to = row.get(TO).orElse(LocalDate.MAX);
            know(row, TOWN, Level.STREET);
            know(row, COMMUNITY, Level.COMMUNITY);
            if (from.isBefore(to)) {
                lie(row, new EffectivePeriod(from, to));
            } else {
                row.refuse(TO, SheetRule.CONFLICT, from.toString());
            }
            return row.get(COMMUNITY);
        }

        /** One name is not a town and a community, nor the district. */
        private void know(Row row, Column<RegionId> column, Level level) {
            Level earlier = levels.putIfAbsent(row.get(column), level);
            if (earlier != null && earlier != level) {
                row.refuse(column, SheetRule.CONFLICT, earlier.name());
            }
        }

        /** A row that repeats another says nothing new; no community lies twice on one day. */
        private void lie(Row row, EffectivePeriod period) {
            Placement place = new Placement(row.get(COMMUNITY), row.get(TOWN), period);
            Set<Placement> own = byNode.computeIfAbsent(place.node(), node -> new HashSet<>());
            if (own.contains(place)) {
                return;
            }
            own.stream()
                    .filter(earlier -> overlap(earlier.period(), period))
                    .map(earlier -> earlier.parent() + " " + earlier.period().startInclusive())
                    .min(String::compareTo)
                    .ifPresent(earlier -> row.refuse(FROM, SheetRule.CONFLICT, earlier));
            own.add(place);
        }

        private static boolean overlap(EffectivePeriod one, EffectivePeriod other) {
            return one.startInclusive().isBefore(other.endExclusive())
                    && other.startInclusive().isBefore(one.endExclusive());
        }

        Outcome<RegionTree> tree() {
            List<RegionNode> nodes = new ArrayList<>();
            List<Placement> placements = new ArrayList<>();
            placements.add(new Placement(DISTRICT, PROVINCE, ALWAYS));
            levels.forEach(
                    (id, level) -> {
                        nodes.add(new RegionNode(id, level));
                        if (level == Level.STREET) {
                            placements.add(new Placement(id, DISTRICT, ALWAYS));
                        }
                    });
            byNode.values().forEach(placements::addAll);
            return RegionTree.of(nodes, placements);
        }
    }
}
