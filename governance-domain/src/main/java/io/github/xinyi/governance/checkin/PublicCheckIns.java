package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What everybody may see of a month: counts as it ends, and no person (Personal Information
 * Protection Law art. 25), for example 1308 members, 22 teams, 97 items of 管道问题.
 *
 * @param month the month, which is over
 * @param smallestGroup no group of fewer persons is shown, at least {@link #LEAST_GROUP}
 * @param members all members checked in; 0 if they are fewer than the smallest group
 * @param membersByCommunity the communities with enough members; where hidden ones could be found
 *     by subtraction from {@code members}, the next smallest is hidden too
 * @param units all units checked in
 * @param teams all teams
 * @param shownTeams those with enough volunteers, by identifier
 * @param solvedByKind the items solved; kinds that were kept with a telephone or identity number
 *     stand together as {@link ServiceKind#HIDDEN}
 * @since 0.1.0
 */
public record PublicCheckIns(
        YearMonth month,
        int smallestGroup,
        int members,
        SortedMap<CommunityId, Integer> membersByCommunity,
        int units,
        int teams,
        List<TeamFigures> shownTeams,
        SortedMap<ServiceKind, Integer> solvedByKind) {

    /** The smallest group that a view may ever show. */
    public static final int LEAST_GROUP = 5;

    /**
     * The figures of a team.
     *
     * @param team which one
     * @param volunteers how many belong to it as the month ends
     * @param minutes how long they worked in that month together; 0 if fewer than the smallest
     *     group worked
     */
    public record TeamFigures(VolunteerTeamId team, int volunteers, long minutes) {}

    /** Copies the collections. */
    public PublicCheckIns {
        membersByCommunity = Collections.unmodifiableSortedMap(new TreeMap<>(membersByCommunity));
        shownTeams = List.copyOf(shownTeams);
        solvedByKind = Collections.unmodifiableSortedMap(new TreeMap<>(solvedByKind));
    }
}
