package io.github.xinyi.governance.formation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.formation.FormationEvent.Applicant;
import io.github.xinyi.governance.formation.FormationEvent.FirstMeetingHeld;
import io.github.xinyi.governance.formation.FormationEvent.GroupFormed;
import io.github.xinyi.governance.formation.FormationEvent.MeetingApplied;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.FirstMeeting.Delivery;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the rulings on the way to the first meeting say of the sources of their rules. */
class StandingsTest {

    private static final CommunityId COMMUNITY = CommunityId.of("anheyuan");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");

    /** Every {@link FormationRule} stands on a clause, which in Honggu is handed down unread. */
    @Test
    void everyRuleUnderARegionWithoutTextsSaysThatItsSourceIsUnverified() {
        List<Ruling> rulings = rulings("HONGGU");

        assertThat(Marks.marked(FormationRule.values())).isEmpty();
        assertThat(Marks.unverified(rulings, code -> code.startsWith("formation.")))
                .isEqualTo(Marks.told(rulings, code -> code.startsWith("formation.")))
                .containsExactly(
                        "formation.contents",
                        "formation.figures-stated",
                        "formation.group-formed",
                        "formation.group-head",
                        "formation.group-odd",
                        "formation.group-owners",
                        "formation.meeting-held");
        assertThat(Marks.unverified(rulings("BEIJING"), code -> code.startsWith("formation.")))
                .isEmpty();
    }

    private static List<Ruling> rulings(String region) {
        FormationClauses clauses = FormationClauses.under(Profiles.of(region));
        FormationClauses read = FormationClauses.under(Profiles.of("SHANDONG"));
        MeetingApplied application = applied();
        Formation applied = Formation.from(COMMUNITY, List.of(application), day -> read);
        Formation formed =
                applied.after(
                        applied.formGroup(group(7), read)
                                .orElseThrow(r -> new IllegalStateException(r.toString())),
                        read);
        List<Ruling> rulings = new ArrayList<>();
        rulings.add(new Ruling(FormationFindings.ofApplication(application, clauses)));
        rulings.add(new Ruling(FormationFindings.ofGroup(group(6), clauses)));
        rulings.add(
                Ruling.of(
                        FormationFindings.ofMeeting(
                                new FirstMeetingHeld(COMMUNITY, DAY.plusDays(20), AT),
                                Optional.of(DAY),
                                clauses)));
        rulings.add(new Ruling(formed.duties(clauses, DAY.plusDays(400))));
        return rulings;
    }

    private static MeetingApplied applied() {
        return new MeetingApplied(
                COMMUNITY,
                Applicant.OWNERS,
                HeadCount.of(100),
                FloorArea.parse("2500"),
                new Delivery(
                        FloorArea.parse("5000.01"),
                        FloorArea.parse("10000"),
                        HeadCount.of(200),
                        HeadCount.of(400),
                        DAY),
                DAY,
                AT);
    }

    private static GroupFormed group(int size) {
        List<Member> members =
                IntStream.range(0, size)
                        .mapToObj(
                                n ->
                                        new Member(
                                                PersonId.of("P" + n),
                                                n == 0 ? Side.STREET_OFFICE : Side.OWNERS))
                        .toList();
        return new GroupFormed(COMMUNITY, members, PersonId.of("P0"), DAY.plusDays(10), AT);
    }
}
