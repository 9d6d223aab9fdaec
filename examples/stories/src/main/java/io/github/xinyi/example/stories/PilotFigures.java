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
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The five pilots and three others before and after: how many of their quarterly accounts were
 * disclosed in time, and how many homes took part in a vote. Every share lists its records.
 */
final class PilotFigures {

    static final LocalDate BEFORE = LocalDate.of(2024, 11, 30);
    static final LocalDate AFTER = LocalDate.of(2025, 6, 30);

    private static final int PILOTS = 5;
    private static final int OTHERS = 3;
    private static final LocalDate NEVER = LocalDate.MAX;
    private static final List<LocalDate> DUE_BEFORE =
            List.of(
                    LocalDate.of(2024, 1, 15),
                    LocalDate.of(2024, 4, 15),
                    LocalDate.of(2024, 7, 15),
                    LocalDate.of(2024, 10, 15));
    private static final List<LocalDate> DUE_AFTER =
            List.of(LocalDate.of(2025, 1, 15), LocalDate.of(2025, 4, 15));

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
        return communities("pilot-", PILOTS);
    }

    private static Set<CommunityId> communities(String name, int count) {
        Set<CommunityId> communities = new TreeSet<>();
        for (int number = 1; number <= count; number++) {
            communities.add(CommunityId.of(name + number));
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
        List<DisclosureDuty> before = new ArrayList<>();
        List<DisclosureDuty> after = new ArrayList<>();
        for (CommunityId pilot : pilots()) {
            boolean diligent = pilot.value().compareTo("pilot-2") <= 0;
            before.addAll(duties(pilot, DUE_BEFORE, diligent ? 2 : 1));
            after.addAll(duties(pilot, DUE_AFTER, pilot.value().equals("pilot-5") ? 1 : 2));
        }
        for (CommunityId other : communities("other-", OTHERS)) {
            before.addAll(duties(other, DUE_BEFORE, 1));
            after.addAll(duties(other, DUE_AFTER, other.value().equals("other-3") ? 0 : 1));
        }
        return Outcomes.accepted(
                Comparison.of(
                        CaseMeasures.disclosureOnTime(BEFORE, before),
                        CaseMeasures.disclosureOnTime(AFTER, after),
                        pilots()));
    }

    /**
     * The duties of a community, of which it meets the first ones in time and the next one late.
     * What the pilot of this story discloses last is the checkpoint of its book.
     */
    private List<DisclosureDuty> duties(CommunityId community, List<LocalDate> due, int inTime) {
        List<DisclosureDuty> duties = new ArrayList<>();
        for (LocalDate day : due) {
            int number = duties.size();
            LocalDate done =
                    number < inTime
                            ? day.minusDays(1)
                            : number == inTime ? day.plusDays(20) : NEVER;
            boolean ofTheBook = community.equals(HOMES.community()) && day.getYear() == 2025;
            duties.add(
                    new DisclosureDuty(
                            community,
                            "ACCOUNTS-" + day,
                            day,
                            ofTheBook && number == 1
                                    ? Teller.dayOf(money.published().publishedAt())
                                    : done));
        }
        return duties;
    }

    /** The homes that voted, of those entitled to. */
    Measurement participation(LocalDate day, MeetingId meeting) {
        return MeetingMeasures.participation(day, List.of(votes.papers(meeting)));
    }

    /** The guidance teams that are complete. */
    Measurement completeTeams() {
        return BodyMeasures.completeTeams(AFTER, List.of(guides.state()), Map.of());
    }

    /** What everybody may read of the figures. */
    List<String> publicView() {
        Comparison accounts = accounts();
        List<String> lines = new ArrayList<>();
        for (Measurement share :
                List.of(
                        completeTeams(),
                        accounts.pilots().before(),
                        accounts.pilots().after(),
                        accounts.others().before(),
                        accounts.others().after())) {
            lines.add(Outcomes.words(share));
        }
        return lines;
    }
}
