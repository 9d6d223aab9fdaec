package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Presence;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.region.RegionTree;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Team;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metrics of bodies and teams, for example that 93 of 93 communities have a body in office.
 *
 * @since 0.1.0
 */
public final class BodyMeasures {

    private BodyMeasures() {}

    /**
     * The bodies of a region: how many communities have one is not told by anybody but counted of
     * those that lie in it, for example the 93 of a district, each by its name.
     *
     * @param day the day
     * @param tree what lies where
     * @param region a node of the tree
     * @param presences how each body known stands on the day; those of communities elsewhere are
     *     left out
     * @param counted the kinds that count, at least one
     * @return the coverage of the communities at or below the region on the day
     * @throws IllegalArgumentException if none lies there
     */
    public static Coverage in(
            LocalDate day,
            RegionTree tree,
            RegionId region,
            Collection<Presence> presences,
            Set<Kind> counted) {
        Set<CommunityId> communities = tree.communities(region, day);
        List<Presence> own =
                presences.stream().filter(body -> communities.contains(body.community())).toList();
        return Coverage.of(day, communities, own, counted);
    }

    /**
     * The communities with a body in office.
     *
     * @param coverage as computed for a day from the bodies known
     * @return one record a community; a community without one is named with the reason, an unknown
     *     term among them
     */
    public static Measurement coverage(Coverage coverage) {
        List<Reading> readings = new ArrayList<>();
        coverage.covered().keySet().forEach(c -> readings.add(Reading.of(c, c, Count.COUNTED)));
        return Measurement.of(Metric.COVERAGE, coverage.date(), gaps(coverage, readings));
    }

    /**
     * The communities that count under one kind of body.
     *
     * @param coverage as computed for a day from the bodies known
     * @param kind the kind
     * @return one record a community; the measurements of both kinds add up to the coverage
     */
    public static Measurement ofKind(Coverage coverage, Kind kind) {
        Metric metric =
                switch (kind) {
                    case OWNERS_COMMITTEE -> Metric.OWNERS_COMMITTEES;
                    case PROPERTY_MANAGEMENT_COMMITTEE -> Metric.MANAGEMENT_COMMITTEES;
                };
        List<Reading> readings = new ArrayList<>();
        coverage.covered()
                .forEach(
                        (community, own) ->
                                readings.add(
                                        Reading.of(
                                                community,
                                                community,
                                                own == kind ? Count.COUNTED : Count.OTHER_KIND)));
        return Measurement.of(metric, coverage.date(), gaps(coverage, readings));
    }

    private static List<Reading> gaps(Coverage coverage, List<Reading> readings) {
        coverage.uncovered()
                .forEach(
                        (community, gap) ->
                                readings.add(
                                        Reading.of(community, community, count(gap.reason()))));
        return readings;
    }

    private static Count count(Coverage.Gap.Reason reason) {
        return switch (reason) {
            case NO_BODY -> Count.NO_BODY;
            case TERM_ENDED -> Count.TERM_ENDED;
            case TERM_NOT_BEGUN -> Count.TERM_NOT_BEGUN;
            case BELOW_MINIMUM -> Count.BELOW_MINIMUM;
            case TERM_UNKNOWN -> Count.TERM_UNKNOWN;
            case DISSOLVED -> Count.DISSOLVED;
            case NOT_ELECTED -> Count.NOT_ELECTED;
            case KIND_NOT_COUNTED -> Count.KIND_NOT_COUNTED;
            case OWNERS_TOGETHER -> Count.OWNERS_TOGETHER;
        };
    }

    /**
     * The teams that are filled as their pattern asks, for example 5 pilots of 1+3+N.
     *
     * @param day the day
     * @param teams each once
     * @param servingFirms by community, the firms that serve it on the day, none in an empty entry;
     *     without an entry the contracts of the team alone say so
     * @return one record a team; where neither names a firm, {@link Count#FIRM_NOT_KNOWN}
     */
    public static Measurement completeTeams(
            LocalDate day, Collection<Team> teams, Map<CommunityId, Set<PersonId>> servingFirms) {
        return Measurement.of(
                Metric.COMPLETE_TEAMS,
                day,
                teams.stream()
                        .map(
                                team ->
                                        Reading.of(
                                                team.community(),
                                                team.id(),
                                                count(composition(team, day, servingFirms))))
                        .toList());
    }

    private static Ruling composition(
            Team team, LocalDate day, Map<CommunityId, Set<PersonId>> servingFirms) {
        Set<PersonId> firms = servingFirms.get(team.community());
        return firms == null ? team.composition(day) : team.composition(day, firms);
    }

    private static Count count(Ruling composition) {
        if (!composition.notMet().isEmpty()) {
            return Count.INCOMPLETE;
        }
        return composition.findings().stream().anyMatch(f -> f.verdict() == Verdict.UNDETERMINED)
                ? Count.FIRM_NOT_KNOWN
                : Count.COUNTED;
    }
}
