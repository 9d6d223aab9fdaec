package io.github.xinyi.governance.team;

import static io.github.xinyi.governance.ruling.Answers.accepted;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Teams in which each post has one holder, from a day on. */
public final class Posts {

    private static final String HEADER = "岗位,最少,最多,兼任小区上限,资格,类别,互斥岗位,独立性,来源,依据\n";

    private Posts() {}

    public static Team of(CommunityId community, LocalDate from, String slot, PersonId holder) {
        return of(community, from, new TreeMap<>(Map.of(slot, holder)));
    }

    public static Team of(
            CommunityId community, LocalDate from, SortedMap<String, PersonId> holders) {
        return of(community, "T-1", from, holders);
    }

    public static Team of(
            CommunityId community, String id, LocalDate from, SortedMap<String, PersonId> holders) {
        Instant at = from.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        Team team =
                Team.from(
                        List.of(
                                accepted(
                                        Team.form(
                                                community,
                                                TeamId.of(id),
                                                pattern(holders),
                                                List.of(),
                                                at))));
        for (String slot : holders.keySet()) {
            Candidate holder =
                    new Candidate(
                            holders.getOrDefault(slot, PersonId.of("P-NONE")),
                            new TreeSet<>(),
                            new TreeSet<>(),
                            new TreeSet<>());
            team =
                    team.after(
                            accepted(
                                    team.assign(
                                            new Assignment(
                                                    Seat.in(slot),
                                                    holder,
                                                    Assignment.Capacity.PART_TIME,
                                                    EffectivePeriod.from(from)),
                                            at)));
        }
        return team;
    }

    private static TeamPattern pattern(SortedMap<String, PersonId> holders) {
        StringBuilder table = new StringBuilder(HEADER);
        holders.keySet().forEach(slot -> table.append(slot).append(",0,,,,,,不限,某市,解读\n"));
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        return accepted(TeamPattern.read("某地", SheetFile.utf8("team.csv", bytes)));
    }
}
