package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.checkin.CheckInEvent.ServiceTimeRecorded;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a register everybody may see as a month ends: no group that is too small. */
final class CheckInPublication {

    private final CheckInRegister register;

    CheckInPublication(CheckInRegister register) {
        this.register = register;
    }

    PublicCheckIns of(YearMonth month, int smallestGroup) {
        LocalDate day = month.atEndOfMonth();
        SortedMap<CommunityId, Integer> byCommunity = new TreeMap<>();
        register.membersOn(day).values().forEach(where -> byCommunity.merge(where, 1, Integer::sum));
        SortedMap<ServiceKind, Integer> byKind = new TreeMap<>();
        register.items().values().stream()
                .filter(item -> item.isSolvedOn(day))
                .forEach(item -> byKind.merge(item.registered().kind(), 1, Integer::sum));
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
