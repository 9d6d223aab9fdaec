package io.github.xinyi.governance.proceeding;

import static io.github.xinyi.governance.proceeding.Courses.at;
import static io.github.xinyi.governance.proceeding.Courses.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.proceeding.FirstMeeting.FirstMeetingRule;
import io.github.xinyi.governance.proceeding.OwnersTogether.TogetherRule;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the rulings on the course of a meeting say of the sources of their rules. */
class StandingsTest {

    private static final ProceedingTerms NATIONAL = Courses.terms("NATIONAL");

    @Test
    void everyRuleThatIsUnverifiedOrAReadingSaysSoInTheRulingThatUsesIt() {
        NavigableSet<String> marked =
                new TreeSet<>(
                        Marks.marked(
                                Stream.<Rule[]>of(
                                                ProceedingRule.values(),
                                                FirstMeetingRule.values(),
                                                TogetherRule.values())
                                        .flatMap(Stream::of)
                                        .toArray(Rule[]::new)));
        List<Ruling> rulings = new ArrayList<>(ofProposals());
        rulings.addAll(ofCourse());
        rulings.addAll(ofCounts());
        rulings.add(FirstMeeting.founding(FirstMeetingTest.first()));
        rulings.add(TogetherRulings.of(2, 1));

        assertThat(marked).hasSizeGreaterThan(25);
        assertThat(Marks.told(rulings, marked::contains)).isEqualTo(marked);
    }

    private static List<Ruling> ofProposals() {
        ProposalByNames names =
                new ProposalByNames(
                        Courses.MEETING,
                        at(0),
                        new TreeSet<>(Set.of(UnitId.of("U999"))),
                        new TreeSet<>());
        return List.of(
                Answers.refused(
                        Proceeding.begin(
                                Courses.proposed(Trigger.OWNERS_PROPOSAL, 199, 1),
                                ProposalBasis.HEADS_AND_AREA,
                                NATIONAL)),
                Answers.refused(
                        Proceeding.begin(
                                names,
                                Rosters.roster(
                                        Parties.of(PersonId.of("D1")),
                                        List.of(Rosters.home(1, 100, "P1"))),
                                ProposalBasis.HEADS,
                                NATIONAL)));
    }

    /** Each step at a time that is too early or too late. */
    private static List<Ruling> ofCourse() {
        return List.of(
                Answers.refused(upTo(1).admit(Courses.convened(1), NATIONAL)),
                Answers.refused(upTo(1).admit(Courses.notice(5, 16, 26, 26), NATIONAL)),
                Answers.refused(upTo(2).admit(Courses.postponed(17, 16, 26), NATIONAL)),
                Answers.refused(upTo(2).admit(Courses.opened(15), NATIONAL)),
                Answers.refused(upTo(3).admit(Courses.extended(17, 30), NATIONAL)),
                Answers.refused(upTo(3).admit(Courses.closed(25), NATIONAL)));
    }

    /** A count that is made by hand, and one that is recorded before the close. */
    private static List<Ruling> ofCounts() {
        Proceeding closed = upTo(4);
        Meeting meeting = closed.meetingAsCalled().orElseThrow();
        ElectionResult election =
                Courses.elected(meeting, Courses.M1, new Seats(3, 2, 0, 0), "A", "B", "C");
        return List.of(
                Answers.refused(
                        closed.admit(
                                Courses.tallied(27, Result.PASSED, Result.REJECTED), NATIONAL)),
                Answers.refused(
                        closed.recordCount(
                                Courses.unanswered(meeting), List.of(election), at(25), NATIONAL)));
    }
}
