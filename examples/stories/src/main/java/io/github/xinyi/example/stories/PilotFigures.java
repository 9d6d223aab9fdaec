package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.TrustPilot.HOMES;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.metrics.BodyMeasures;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Comparison;
import io.github.xinyi.governance.metrics.DisclosureDuty;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.MeetingMeasures;
import io.github.xinyi.governance.metrics.PublicMeasurement;
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The five pilots and three others before and after: how many of their quarterly accounts were
 * disclosed in time, and how many homes took part in a vote. Every share lists its records.
 */
final class PilotFigures {

    static final LocalDate BEFORE = LocalDate.of(2024, 11, 30);
    static final LocalDate AFTER = LocalDate.of(2025, 6, 30);

    private static final int PILOTS = 5;
    private static final int WITHIN_DAYS = 15;
    private static final List<LocalDate> QUARTERS_BEFORE =
            List.of(
                    LocalDate.of(2023, 12, 31),
                    LocalDate.of(2024, 3, 31),
                    LocalDate.of(2024, 6, 30),
                    LocalDate.of(2024, 9, 30));
    private static final List<LocalDate> QUARTERS_AFTER =
            List.of(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 3, 31));

    /** On which days accounts hung on the notice board of each community, as its office noted. */
    private static final String NOTICE_BOARDS =
            """
            pilot-1 2024-01-14 2024-04-14 2024-08-04 2025-01-14
            pilot-2 2024-01-14 2024-04-14 2024-08-04 2025-01-14 2025-04-14
            pilot-3 2024-01-14 2024-05-05 2025-01-14 2025-04-14
            pilot-4 2024-01-14 2024-05-05 2025-01-14 2025-04-14
            pilot-5 2024-01-14 2024-05-05 2025-01-14 2025-05-05
            other-1 2024-01-14 2024-05-05 2025-01-14 2025-05-05
            other-2 2024-01-14 2024-05-05 2025-01-14 2025-05-05
            other-3 2024-01-14 2024-05-05 2025-02-04
            """;

    private final LocalTeam guides;
    private final PilotVotes votes;
    private final PilotMoney money;
    private final Teller teller;

    PilotFigures(LocalTeam guides, PilotVotes votes, PilotMoney money, Teller teller) {
        this.guides = guides;
        this.votes = votes;
        this.money = money;
        this.teller = teller;
    }

    static Set<CommunityId> pilots() {
        Set<CommunityId> communities = new TreeSet<>();
        for (int number = 1; number <= PILOTS; number++) {
            communities.add(CommunityId.of("pilot-" + number));
        }
        return communities;
    }

    /** Says what changed where; it does not say why. */
    void compare() {
        teller.chapter("6. Before and after");
        Comparison accounts = accounts();
        teller.says(
                AFTER.atStartOfDay(Meeting.ZONE).toInstant(),
                "accounts in time: pilots %s, others %s"
                        .formatted(
                                accounts.pilots().change().orElseThrow(),
                                accounts.others().change().orElseThrow()));
        teller.says(
                AFTER.atStartOfDay(Meeting.ZONE).toInstant(),
                "homes that voted in the pilot: %s, then %s"
                        .formatted(
                                participation(BEFORE, PilotVotes.FIRST).share().orElseThrow(),
                                participation(AFTER, PilotVotes.SECOND).share().orElseThrow()));
    }

    /** The quarterly accounts that were disclosed in time, of those due. */
    Comparison accounts() {
        return Outcomes.accepted(
                Comparison.of(
                        CaseMeasures.disclosureOnTime(BEFORE, duties(QUARTERS_BEFORE)),
                        CaseMeasures.disclosureOnTime(AFTER, duties(QUARTERS_AFTER)),
                        pilots()));
    }

    /** What each community owes for the quarters, kept by what it published. */
    private List<DisclosureDuty> duties(List<LocalDate> quarters) {
        List<DisclosureDuty> duties = new ArrayList<>();
        published()
                .forEach(
                        (community, days) ->
                                quarters.forEach(
                                        end ->
                                                duties.add(
                                                        DisclosureDuty.ofAccounts(
                                                                community,
                                                                end,
                                                                WITHIN_DAYS,
                                                                days))));
        return duties;
    }

    /** The notice boards, and the checkpoints of the book that the pilot of this story keeps. */
    private Map<CommunityId, List<LocalDate>> published() {
        Map<CommunityId, List<LocalDate>> published = new TreeMap<>();
        for (String line : NOTICE_BOARDS.lines().toList()) {
            String[] words = line.split(" ");
            List<LocalDate> days = new ArrayList<>();
            for (String day : List.of(words).subList(1, words.length)) {
                days.add(LocalDate.parse(day));
            }
            published.put(CommunityId.of(words[0]), days);
        }
        published.computeIfPresent(
                HOMES.community(),
                (community, days) ->
                        Stream.concat(days.stream(), money.publishedOn().stream()).toList());
        return published;
    }

    /** The homes that voted, of those entitled to. */
    Measurement participation(LocalDate day, MeetingId meeting) {
        return MeetingMeasures.participation(day, List.of(votes.papers(meeting)));
    }

    /** The guidance teams that are complete. */
    Measurement completeTeams() {
        return BodyMeasures.completeTeams(AFTER, List.of(guides.state()), Map.of());
    }

    /** What everybody may read of the figures: no record, and nothing about a few. */
    List<String> publicView() {
        Comparison accounts = accounts();
        return PublicMeasurement.view(
                        List.of(
                                completeTeams(),
                                accounts.pilots().before(),
                                accounts.pilots().after(),
                                accounts.others().before(),
                                accounts.others().after(),
                                participation(BEFORE, PilotVotes.FIRST),
                                participation(AFTER, PilotVotes.SECOND)))
                .stream()
                .map(Outcomes::words)
                .toList();
    }
}
