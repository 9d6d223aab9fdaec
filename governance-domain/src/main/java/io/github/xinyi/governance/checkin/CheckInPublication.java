package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.checkin.CheckInEvent.ServiceTimeRecorded;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.measure.Differencing;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of a register everybody may see as a month ends: no group that is too small. */
final class CheckInPublication {

    private final CheckInRegister register;

    CheckInPublication(CheckInRegister register) {
        this.register = register;
    }

    /** The view, or every rule in the way. */
    Outcome<PublicCheckIns> view(
            YearMonth month, int smallestGroup, SortedSet<YearMonth> shown, Instant at) {
        List<Finding> found = new ArrayList<>();
        found.add(
                CheckInRule.SMALLEST_GROUP.check(
                        smallestGroup >= PublicCheckIns.LEAST_GROUP,
                        "group",
                        smallestGroup,
                        "least",
                        PublicCheckIns.LEAST_GROUP));
        found.add(
                CheckInRule.MONTH_OVER.check(
                        CheckInRegister.day(at).isAfter(month.atEndOfMonth()),
                        "month",
                        month,
                        "day",
                        CheckInRegister.day(at)));
        boolean apart = true;
        for (YearMonth before : shown) {
            boolean enough = isApart(month, before, smallestGroup);
            found.add(apart(enough, month, before, smallestGroup));
            apart &= enough;
        }
        if (apart && !shown.isEmpty()) {
            found.add(
                    apart(
                            addsUpToEnough(month, shown, smallestGroup),
                            month,
                            shown,
                            smallestGroup));
        }
        Ruling ruling = new Ruling(found);
        return ruling.verdict() == Verdict.MET
                ? Outcome.accepted(of(month, smallestGroup))
                : Outcome.refused(ruling);
    }

    private static Finding apart(boolean enough, YearMonth month, Object shown, int smallestGroup) {
        return CheckInRule.MONTHS_APART.check(
                enough, "month", month, "shown", shown, "least", smallestGroup);
    }

    private PublicCheckIns of(YearMonth month, int smallestGroup) {
        LocalDate day = month.atEndOfMonth();
        SortedMap<CommunityId, Integer> byCommunity = new TreeMap<>();
        register.membersOn(day)
                .values()
                .forEach(where -> byCommunity.merge(where, 1, Integer::sum));
        SortedMap<ServiceKind, Integer> byKind = new TreeMap<>();
        register.items().values().stream()
                .filter(item -> item.isSolvedOn(day))
                .map(item -> item.registered().kind())
                .forEach(
                        kind ->
                                byKind.merge(
                                        kind.isPublic() ? kind : ServiceKind.HIDDEN,
                                        1,
                                        Integer::sum));
        int all = register.membersOn(day).size();
        List<VolunteerTeam> existing = register.teamsOn(day);
        return new PublicCheckIns(
                month,
                smallestGroup,
                all < smallestGroup ? 0 : all,
                shown(byCommunity, smallestGroup),
                register.unitsOn(day).size(),
                existing.size(),
                existing.stream()
                        .filter(team -> team.volunteersOn(day).size() >= smallestGroup)
                        .map(team -> figures(team, month, smallestGroup))
                        .toList(),
                byKind);
    }

    /** Whether each group that is seen in one of two months has changed by nobody or by enough. */
    private boolean isApart(YearMonth month, YearMonth before, int smallest) {
        Map<CommunityId, Set<PersonId>> now = members(month);
        Map<CommunityId, Set<PersonId>> then = members(before);
        Set<CommunityId> seen = new TreeSet<>(seen(now, smallest));
        seen.addAll(seen(then, smallest));
        boolean apart = isEnough(hidden(then, seen), hidden(now, seen), smallest);
        for (CommunityId community : seen) {
            apart &=
                    isEnough(
                            then.getOrDefault(community, Set.of()),
                            now.getOrDefault(community, Set.of()),
                            smallest);
        }
        Map<VolunteerTeamId, Set<PersonId>> nowIn = volunteers(month, smallest);
        Map<VolunteerTeamId, Set<PersonId>> thenIn = volunteers(before, smallest);
        for (VolunteerTeamId team : nowIn.keySet()) {
            apart &=
                    !thenIn.containsKey(team)
                            || isEnough(
                                    thenIn.getOrDefault(team, Set.of()),
                                    nowIn.getOrDefault(team, Set.of()),
                                    smallest);
        }
        return apart;
    }

    /** Whether no sum or difference of numbers of any of the months is about fewer. */
    private boolean addsUpToEnough(YearMonth month, SortedSet<YearMonth> shown, int smallest) {
        SortedSet<YearMonth> together = new TreeSet<>(shown);
        together.add(month);
        return !Differencing.tellsOfAFew(groups(together, smallest), smallest);
    }

    /** Whose number is shown in any of these months: communities, all together, and teams. */
    private List<Set<PersonId>> groups(SortedSet<YearMonth> months, int smallest) {
        List<Set<PersonId>> groups = new ArrayList<>();
        for (YearMonth month : months) {
            Map<CommunityId, Set<PersonId>> members = members(month);
            seen(members, smallest).forEach(c -> groups.add(members.getOrDefault(c, Set.of())));
            Set<PersonId> all = new TreeSet<>();
            members.values().forEach(all::addAll);
            if (all.size() >= smallest) {
                groups.add(all);
            }
            groups.addAll(volunteers(month, smallest).values());
        }
        return groups;
    }

    private Map<CommunityId, Set<PersonId>> members(YearMonth month) {
        Map<CommunityId, Set<PersonId>> members = new TreeMap<>();
        register.membersOn(month.atEndOfMonth())
                .forEach(
                        (member, where) ->
                                members.computeIfAbsent(where, c -> new TreeSet<>()).add(member));
        return members;
    }

    private static Set<CommunityId> seen(Map<CommunityId, Set<PersonId>> members, int smallest) {
        SortedMap<CommunityId, Integer> sizes = new TreeMap<>();
        members.forEach((community, own) -> sizes.put(community, own.size()));
        return shown(sizes, smallest).keySet();
    }

    private static Set<PersonId> hidden(
            Map<CommunityId, Set<PersonId>> members, Set<CommunityId> seen) {
        Set<PersonId> hidden = new TreeSet<>();
        members.forEach(
                (community, own) -> {
                    if (!seen.contains(community)) {
                        hidden.addAll(own);
                    }
                });
        return hidden;
    }

    private Map<VolunteerTeamId, Set<PersonId>> volunteers(YearMonth month, int smallest) {
        LocalDate day = month.atEndOfMonth();
        Map<VolunteerTeamId, Set<PersonId>> volunteers = new TreeMap<>();
        for (VolunteerTeam team : register.teamsOn(day)) {
            if (team.volunteersOn(day).size() >= smallest) {
                volunteers.put(team.founded().team(), team.volunteersOn(day));
            }
        }
        return volunteers;
    }

    /** Those who came, and those who went, are each nobody or enough. */
    private static boolean isEnough(Set<PersonId> then, Set<PersonId> now, int smallest) {
        Set<PersonId> came = new TreeSet<>(now);
        came.removeAll(then);
        Set<PersonId> went = new TreeSet<>(then);
        went.removeAll(now);
        return (came.isEmpty() || came.size() >= smallest)
                && (went.isEmpty() || went.size() >= smallest);
    }

    private PublicCheckIns.TeamFigures figures(
            VolunteerTeam team, YearMonth month, int smallestGroup) {
        VolunteerTeamId id = team.founded().team();
        List<ServiceTimeRecorded> worked = register.timesOf(id, month);
        long persons = worked.stream().map(ServiceTimeRecorded::volunteer).distinct().count();
        return new PublicCheckIns.TeamFigures(
                id,
                team.volunteersOn(month.atEndOfMonth()).size(),
                persons < smallestGroup
                        ? 0
                        : worked.stream().mapToLong(CheckInRegister::minutes).sum());
    }

    /** Hides the smallest groups until what is hidden is nobody, or a group large enough itself. */
    private static SortedMap<CommunityId, Integer> shown(
            SortedMap<CommunityId, Integer> groups, int smallest) {
        SortedMap<CommunityId, Integer> shown = new TreeMap<>(groups);
        List<Map.Entry<CommunityId, Integer>> bySize = new ArrayList<>(groups.entrySet());
        bySize.sort(Map.Entry.comparingByValue());
        int hidden = 0;
        for (Map.Entry<CommunityId, Integer> group : bySize) {
            if (group.getValue() < smallest || (hidden > 0 && hidden < smallest)) {
                hidden += group.getValue();
                shown.remove(group.getKey());
            }
        }
        return shown;
    }
}
