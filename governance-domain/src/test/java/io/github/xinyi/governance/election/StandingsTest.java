package io.github.xinyi.governance.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What rulings on an election say of the sources of their rules, on any day. */
class StandingsTest {

    @Test
    void everyRuleThatIsAReadingSaysSoInTheRulingThatUsesIt() {
        List<Ruling> rulings = rulings(Papers.meeting(2024, 12), "NATIONAL");
        NavigableSet<String> expected = new TreeSet<>(Marks.marked(ElectionRule.values()));
        // Their sources are those of the law that is laid under them, as a reading of it.
        expected.addAll(
                List.of(
                        "election.candidate-area",
                        "election.candidate-heads",
                        "election.local-candidate-area",
                        "election.local-candidate-heads",
                        "election.ranking"));
        assertThat(Marks.marked(ElectionRule.values()))
                .containsExactly(
                        "election.half-of-agreed",
                        "election.legal-minimum",
                        "election.seats-uncontested",
                        "election.vote-not-a-candidate",
                        "election.vote-too-many-names");

        assertThat(Marks.told(rulings, code -> code.startsWith("election."))).containsAll(expected);
        assertThat(
                        Marks.told(
                                rulings(Papers.meeting(2024, 12), "HONGGU"),
                                code -> code.startsWith("election.")))
                .containsAll(expected)
                .contains(
                        "election.minimum-of-law",
                        "election.seats-least",
                        "election.seats-most",
                        "election.seats-parity");
    }

    /** The defect: an election of 2019 cited the Civil Code as read, and told no day. */
    @Test
    void noTextThatWasNotInForceOnTheDayIsCitedAsRead() {
        Meeting meeting = Papers.meeting(2019, 12);
        LocalDate opening = meeting.openingDate();

        assertThat(counted(meeting, "NATIONAL"))
                .flatExtracting(Ruling::findings)
                .isNotEmpty()
                .flatExtracting(finding -> finding.basis())
                .isNotEmpty()
                .allMatch(
                        source ->
                                source.inForce().contains(opening)
                                        || source.standing() == Standing.UNVERIFIED);
    }

    private static List<Ruling> rulings(Meeting meeting, String region) {
        List<Ruling> rulings = new ArrayList<>(counted(meeting, region));
        rulings.add(
                Answers.refused(
                        ElectionCall.under(
                                Profiles.of(region),
                                500,
                                FloorArea.parse("60000"),
                                new Seats(4, 3, 0, 0),
                                Papers.people("A"),
                                Ranking.HEADS_THEN_AREA)));
        return rulings;
    }

    /** An election by two papers that are good and two that are not, with a higher local share. */
    private static List<Ruling> counted(Meeting meeting, String region) {
        List<Unit> units = List.of(Papers.home(0, 100, "P0"), Papers.home(1, 100, "P1"));
        Bylaws bylaws =
                Bylaws.none()
                        .under(Profiles.of(region))
                        .with(
                                Bylaws.none()
                                        .under(Profiles.with("guarantee.ordinary,≥2/3"))
                                        .local());
        ElectionResult result =
                Answers.accepted(
                        Election.count(
                                meeting,
                                Papers.M1,
                                Papers.call(new Seats(1, 1, 0, 0), "A"),
                                Papers.roster(meeting, units),
                                List.of(
                                        Papers.paper(meeting, 0, "P0", 0, "A"),
                                        Papers.paper(meeting, 1, "P1", 1, "A", "X"),
                                        Papers.paper(meeting, 1, "P1", 2, "A")),
                                bylaws,
                                meeting.closesAt().plusSeconds(1)));
        List<Ruling> rulings = new ArrayList<>();
        rulings.add(result.judgement().ruling());
        result.judgement().candidates().forEach(one -> rulings.add(one.ruling()));
        result.spoiled().forEach(paper -> rulings.add(paper.ruling()));
        return rulings;
    }
}
