package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.ownAffairs;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.recalling;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is due about the recall of a member, from the absences to the owners' decision. */
class RecallDutiesTest {

    private static final CommitteeClauses BEIJING =
            CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE)
                    .under(Profiles.of("BEIJING"));
    private static final PersonId ABSENT = person(7);
    private static final LocalDate DAY = START.plusMonths(6);
    private static final SeatPaper PAPER = SeatPaper.recalling(COMMUNITY, TERM, Set.of(ABSENT));

    /** Four sessions, one a month; member 7 missed the first of them. */
    private static Committee missing(int missed) {
        Committee body = elected(BEIJING, 7);
        for (int month = 1; month <= 4; month++) {
            MeetingId session = MeetingId.of("S" + month);
            LocalDate day = START.plusMonths(month);
            LocalDate told = day.minusDays(5);
            Call call = new Call(session, persons(6), List.of(ownAffairs()), told, day);
            body = after(body, body.acting(BEIJING).call(call, List.of(), at(told)));
            Set<PersonId> present = persons(month > missed ? 7 : 6);
            body = after(body, body.acting(BEIJING).hold(session, present, Set.of(), at(day)));
        }
        return body;
    }

    private static Committee proposed(Committee body, LocalDate day) {
        return after(
                body,
                body.acting(BEIJING)
                        .proposeRecall(ABSENT, new Proposal(persons(3), 0, 500), at(day)));
    }

    private static Outcome<CommitteeEvent> rejecting(Committee body, LocalDate day) {
        MotionResult result = Bodies.vote(day, Choice.AGAINST, PAPER.document());
        return body.acting(BEIJING).recordRejection(ABSENT, PAPER, result, at(day));
    }

    private static List<Verdict> verdicts(Committee body, LocalDate day, String rule) {
        return findings(body, day, rule).stream().map(Finding::verdict).toList();
    }

    private static List<Finding> findings(Committee body, LocalDate day, String rule) {
        return body.duties(BEIJING, day).findings().stream()
                .filter(finding -> finding.rule().value().equals("committee." + rule))
                .toList();
    }

    @ParameterizedTest(name = "Beijing art. 46 para. 2: missed {0} of four sessions")
    @CsvSource({"0,0", "1,0", "2,1", "3,1"})
    void owesTheOwnersAProposalToRecallWhoWasAbsent(int missed, int owed) {
        Committee body = missing(missed);

        assertThat(findings(body, DAY, "recall-proposal-due"))
                .hasSize(owed)
                .allSatisfy(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(Verdict.PENDING);
                            assertThat(finding.basis()).asString().contains("BJ art. 46");
                            assertThat(finding.evidence())
                                    .containsEntry("person", "P07")
                                    .containsEntry("proposed", "-");
                        });
        assertThat(verdicts(body, DAY.plusYears(1), "recall-proposal-due"))
                .as("the absences of more than a year ago")
                .isEmpty();
    }

    @Test
    void hasDoneItsPartOnceTheRecallIsProposed() {
        Committee body = missing(2);
        Committee proposed = proposed(body, DAY);

        assertThat(verdicts(proposed, DAY, "recall-proposal-due")).containsExactly(Verdict.MET);
        assertThat(verdicts(proposed, DAY, "recall-decision-due")).containsExactly(Verdict.PENDING);
        assertThat(verdicts(proposed, DAY.minusDays(1), "recall-proposal-due"))
                .containsExactly(Verdict.PENDING);
        assertThat(verdicts(proposed, DAY.minusDays(1), "recall-decision-due")).isEmpty();
        assertThat(verdicts(body, DAY, "recall-decision-due")).isEmpty();
        assertThat(proposed).isNotEqualTo(body);
    }

    @Test
    void owesTheProposalAsLongAsAMemberIsSuspended() {
        Committee body = missing(2);
        Committee suspended = after(body, body.acting(BEIJING).suspend(ABSENT, DAY, at(DAY)));

        assertThat(verdicts(suspended, DAY.plusYears(1), "recall-proposal-due"))
                .containsExactly(Verdict.PENDING);
    }

    @Test
    void isDecidedByTheRecall() {
        Committee body = proposed(missing(2), DAY);
        LocalDate day = DAY.plusDays(30);
        Committee recalled =
                after(body, body.acting(BEIJING).recall(ABSENT, recalling(day, 7), day, at(day)));

        assertThat(verdicts(recalled, day, "recall-decision-due")).containsExactly(Verdict.MET);
        assertThat(verdicts(recalled, day.minusDays(1), "recall-decision-due"))
                .containsExactly(Verdict.PENDING);
        assertThat(verdicts(recalled, day, "recall-proposal-due")).isEmpty();
    }

    @Test
    void isDecidedByTheOwnersWhoRejectTheRecall() {
        Committee body = proposed(missing(2), DAY);
        LocalDate day = DAY.plusDays(30);
        Outcome<CommitteeEvent> rejection = rejecting(body, day);
        Committee rejected = after(body, rejection);

        assertThat(verdicts(rejected, day, "recall-decision-due")).containsExactly(Verdict.MET);
        assertThat(verdicts(rejected, day, "recall-proposal-due"))
                .as("the absences on which the owners have voted")
                .isEmpty();
        assertThat(GovernanceEvents.codec().decode(stored(rejection))).isEqualTo(rejection);
        assertThat(refusedBy(rejecting(rejected, day)))
                .as("nothing is open any more")
                .containsExactly("mandate-unused", "recall-rejected");
    }

    /** The defect: whatever came next, the vote was forgotten. */
    @Test
    void staysDecidedWhateverComesNext() {
        Committee body = proposed(missing(2), DAY);
        LocalDate day = DAY.plusDays(30);
        Committee rejected = after(body, rejecting(body, day));
        Committee later =
                after(
                        rejected,
                        rejected.acting(BEIJING)
                                .proposeRecall(
                                        person(6), new Proposal(persons(3), 0, 500), at(day)));

        assertThat(verdicts(later, day, "recall-decision-due"))
                .containsExactly(Verdict.PENDING, Verdict.MET);
        assertThat(verdicts(later, day, "recall-proposal-due"))
                .as("the absences on which the owners have voted")
                .isEmpty();
    }

    private static String stored(Outcome<CommitteeEvent> outcome) {
        return GovernanceEvents.codec().encode(Bodies.value(outcome));
    }

    @Test
    void recordsNoRejectionOfWhatWasNotProposedOrVotedOnBefore() {
        Committee body = missing(2);
        Committee proposed = proposed(body, DAY);
        Committee suspended =
                after(proposed, proposed.acting(BEIJING).suspend(ABSENT, DAY, at(DAY)));

        assertThat(refusedBy(rejecting(body, DAY))).containsExactly("recall-rejected");
        assertThat(refusedBy(rejecting(proposed, DAY.minusDays(1)))).contains("recall-rejected");
        assertThat(refusedBy(rejecting(suspended, DAY)))
                .as("who is suspended is let act again instead")
                .containsExactly("not-suspended");
    }

    @Test
    void endsTheProposalWhereTheSuspensionIsLifted() {
        Committee proposed = proposed(missing(2), DAY);
        Committee suspended =
                after(proposed, proposed.acting(BEIJING).suspend(ABSENT, DAY, at(DAY)));
        LocalDate day = DAY.plusDays(30);
        MotionResult result = Bodies.vote(day, Choice.AGAINST, PAPER.document());
        Committee lifted =
                after(
                        suspended,
                        suspended
                                .acting(BEIJING)
                                .liftSuspension(ABSENT, PAPER, result, day, at(day)));

        assertThat(verdicts(suspended, day, "recall-decision-due"))
                .containsExactly(Verdict.PENDING);
        assertThat(verdicts(lifted, day, "recall-decision-due")).containsExactly(Verdict.MET);
    }

    @Test
    void keepsTheFirstDayOfAProposalThatIsRepeated() {
        Committee twice = proposed(proposed(missing(2), DAY), DAY.plusDays(5));
        Committee anew =
                proposed(after(twice, rejecting(twice, DAY.plusDays(10))), DAY.plusDays(20));

        assertThat(findings(twice, DAY.plusDays(5), "recall-decision-due"))
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.evidence())
                                        .containsEntry("proposed", DAY.toString()));
        assertThat(verdicts(anew, DAY.plusDays(20), "recall-decision-due"))
                .containsExactly(Verdict.PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void readsAsSentences(Language language) {
        Committee body = proposed(missing(2), DAY);

        assertThat(RuleTexts.governance(language).render(body.duties(BEIJING, DAY)))
                .doesNotContain("{", "committee.recall");
    }

    @Test
    void recordsNoRejectionOfTheRecallOfWhoIsNoMember() {
        SeatPaper stranger = SeatPaper.recalling(COMMUNITY, TERM, Set.of(person(9)));
        MotionResult result = Bodies.vote(DAY, Choice.AGAINST, stranger.document());

        assertThat(
                        refusedBy(
                                missing(2)
                                        .acting(BEIJING)
                                        .recordRejection(person(9), stranger, result, at(DAY))))
                .containsExactly("member", "recall-rejected");
    }
}
