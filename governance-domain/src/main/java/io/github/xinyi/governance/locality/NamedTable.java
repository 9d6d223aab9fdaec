package io.github.xinyi.governance.locality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.team.TeamPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of several of its kind, and the id by which its place knows the pattern in it, for
 * example 议事队 of {@code 议事队.csv}.
 */
record NamedTable(String table, String id) {

    static NamedTable of(ConferencePattern conference) {
        return new NamedTable(conference.title(), conference.title());
    }

    static NamedTable of(TeamPattern team) {
        return new NamedTable(team.id(), team.id());
    }

    /** None or too many of them, and every title that two of those that can be read have. */
    static List<Finding> ofConferences(int tables, List<NamedTable> named) {
        return faults(LocalityRule.CONFERENCES, LocalityRule.CONFERENCE_ONCE, tables, named);
    }

    /** None or too many of them, and every id that two of them have. */
    static List<Finding> ofTeams(List<NamedTable> named) {
        return faults(LocalityRule.TEAMS, LocalityRule.TEAM_ONCE, named.size(), named);
    }

    private static List<Finding> faults(
            LocalityRule size, LocalityRule once, int tables, List<NamedTable> named) {
        List<Finding> checks = new ArrayList<>();
        checks.add(
                RuleCheck.of(
                        size,
                        tables >= 1 && tables <= Locality.MAX_PATTERNS,
                        "tables",
                        tables,
                        "most",
                        Locality.MAX_PATTERNS));
        Map<String, List<String>> byId =
                named.stream()
                        .collect(
                                groupingBy(
                                        NamedTable::id,
                                        TreeMap::new,
                                        mapping(NamedTable::table, toList())));
        byId.forEach(
                (id, of) -> checks.add(RuleCheck.of(once, of.size() == 1, "id", id, "tables", of)));
        return new Ruling(checks).notMet();
    }
}
