package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.HERE;
import static io.github.xinyi.governance.deliberation.Procedures.ROOF;
import static io.github.xinyi.governance.deliberation.Procedures.accepted;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.opened;
import static io.github.xinyi.governance.deliberation.Procedures.proceed;
import static io.github.xinyi.governance.deliberation.Procedures.refusals;
import static io.github.xinyi.governance.deliberation.Procedures.revocation;
import static io.github.xinyi.governance.deliberation.Procedures.tally;
import static io.github.xinyi.governance.deliberation.Procedures.until;
import static io.github.xinyi.governance.deliberation.Procedures.urgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.deliberation.Procedure.Status;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.StageTaken;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Civil Code art. 280 para. 2: a court revokes a decision, and nothing is carried out on it. */
class RevokedDecisionTest {

    private static final MeetingId FIRST = MeetingId.of("2025-OM-01");
    private static final MeetingId SECOND = MeetingId.of("2025-OM-02");
    private static final Procedure START = opened(PatternSheet.fiveDeliberations(), ROOF);

    private static Procedure revoked(Procedure before, int day) {
        return before.after(
                accepted(before.revoke(revocation(FIRST, ROOF.id(), day(day)), day(day))));
    }

    private static Resolution adopted(MeetingId meeting, int day) {
        return tally(meeting, HERE, ROOF, day(day), Choice.FOR)
                .motion(ROOF.id())
                .resolution()
                .orElseThrow();
    }

    @Test
    void carriesNothingOutOnADecisionThatWasRevoked() {
        Procedure ready = until(START, "execution");
        Stage execution = ready.next().orElseThrow();
        Procedure shown = ready.after(accepted(ready.takeDown("decision-disclosure", day(60))));
        assertThat(refusals(proceed(shown, execution, 61))).isEmpty();

        Procedure revoked = revoked(shown, 61);

        assertThat(revoked.status()).isEqualTo(Status.REVOKED);
        assertThat(revoked.decision()).isEmpty();
        assertThat(revoked.decisionShownAt()).isEmpty();
        assertThat(revoked.next().orElseThrow().kind()).isEqualTo(Stage.Kind.OWNERS_VOTE);
        assertThat(refusals(proceed(revoked, execution, 62))).containsExactly("under-way", "next");
        assertThat(refusals(revoked.link(CaseId.of("C-1"), day(62)))).containsExactly("under-way");
    }

    @Test
    void goesOnByAnotherDecisionAndNotByTheOneRevoked() {
        Procedure revoked = revoked(until(START, "execution"), 61);

        assertThat(refusals(revoked.resolve("resolution", adopted(FIRST, 80), day(80))))
                .containsExactly("decision-stands");
        Procedure again =
                revoked.after(
                        accepted(revoked.resolve("resolution", adopted(SECOND, 80), day(80))));

        assertThat(again.status()).isEqualTo(Status.UNDER_WAY);
        assertThat(again.decision().orElseThrow().meeting()).isEqualTo(SECOND);
        assertThat(again.next().orElseThrow().id()).isEqualTo("decision-disclosure");
    }

    /** The defect: a procedure that was revoked again and again could fill its stream. */
    @Test
    void isDecidedAHundredTimesAtMost() {
        Procedure state = until(START, "resolution");
        for (int i = 1; i < Procedure.MAX_DECISIONS; i++) {
            state = decidedAndRevoked(state, i);
        }
        Procedure last = decidedAndRevoked(state, Procedure.MAX_DECISIONS);

        assertThat(refusals(last.resolve("resolution", adopted(FIRST, 160), day(160))))
                .containsExactlyInAnyOrder("decisions");
        Procedure ended =
                last.after(
                        accepted(
                                last.decline(
                                        "resolution",
                                        tally(SECOND, HERE, ROOF, day(160), Choice.AGAINST),
                                        day(160))));
        assertThat(ended.status()).isEqualTo(Status.REJECTED);
        int eventsOfARound = 2 * ProcedurePattern.MAX_STAGES;
        assertThat(Procedure.MAX_DECISIONS * eventsOfARound + 2 * Procedure.MAX_OBJECTIONS)
                .as("each stage of a decision, displays taken down, and objections")
                .isLessThan(EventStore.MAX_STREAM_LENGTH - 100);
    }

    private static Procedure decidedAndRevoked(Procedure before, int number) {
        MeetingId meeting = MeetingId.of("OM-" + number);
        Instant at = day(150);
        Procedure decided =
                before.after(accepted(before.resolve("resolution", adopted(meeting, 150), at)));
        return decided.after(accepted(decided.revoke(revocation(meeting, ROOF.id(), at), at)));
    }

    @Test
    void revokesTheDecisionOfTheProcedureAloneAndOnce() {
        Procedure before = until(START, "resolution");
        assertThat(refusals(before.revoke(revocation(FIRST, ROOF.id(), day(60)), day(60))))
                .containsExactly("decision-revoked");
        Procedure decided = until(START, "execution");

        assertThat(refusals(decided.revoke(revocation(SECOND, ROOF.id(), day(60)), day(60))))
                .containsExactly("decision-revoked");
        assertThat(refusals(decided.revoke(revocation(FIRST, MotionId.of("M2"), day(60)), day(60))))
                .containsExactly("decision-revoked");
        assertThat(refusals(decided.revoke(revocation(FIRST, ROOF.id(), day(61)), day(60))))
                .containsExactly("decision-revoked");
        Procedure revoked = revoked(decided, 60);
        assertThat(refusals(revoked.revoke(revocation(FIRST, ROOF.id(), day(60)), day(60))))
                .containsExactly("under-way", "decision-revoked");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                revoked.after(
                                        new OwnersDecisionRevoked(
                                                HERE,
                                                day(60),
                                                revoked.id(),
                                                FIRST,
                                                ROOF.id(),
                                                day(60),
                                                Procedure.day(day(60)),
                                                Revoker.OFFICE)));
    }

    @Test
    void opensACompletedProcedureAgainAndKeepsAnUrgentRepair() {
        Procedure last = until(START, "");
        for (String hanging : last.onDisplay().keySet()) {
            last = last.after(accepted(last.takeDown(hanging, day(400))));
        }
        assertThat(last.status()).isEqualTo(Status.COMPLETED);
        assertThat(revoked(last, 400).status()).isEqualTo(Status.REVOKED);

        Procedure repaired = until(urgent(PatternSheet.fiveDeliberations()), "review");
        Procedure revoked = revoked(repaired, 400);
        assertThat(revoked.publicView().taken()).containsKeys("proposal", "execution");
        assertThat(revoked.onDisplay()).isEmpty();
    }

    @Test
    void servesOneCaseNamedBeforeTheVote() {
        Procedure linked = START.after(accepted(START.link(CaseId.of("C-1"), day(1))));

        assertThat(linked.caseId()).contains(CaseId.of("C-1"));
        assertThat(refusals(linked.link(CaseId.of("C-2"), day(2)))).containsExactly("case-once");
        assertThat(refusals(until(START, "execution").link(CaseId.of("C-1"), day(90))))
                .containsExactly("case-once");
    }

    @Test
    void namesSourceAndStandingOfEachStageThatItJudgesBy() {
        Procedure body = until(START, "discussion");
        Stage discussion = body.next().orElseThrow();
        Outcome<ProcedureEvent> few =
                body.take(
                        "discussion",
                        Procedures.report(discussion, new BodyCount(9, 0, 0)),
                        day(90));

        assertThat(Procedures.ruling(few).notMet())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(
                        finding ->
                                assertThat(finding.evidence())
                                        .containsEntry("source", discussion.source())
                                        .containsEntry("standing", "INTERPRETATION"));
        Procedure hanging = until(START, "execution");
        assertThat(
                        Procedures.ruling(hanging.takeDown("decision-disclosure", day(51)))
                                .notMet()
                                .get(0)
                                .evidence())
                .containsEntry("days", "7")
                .containsEntry("source", "天数为本库默认值，可由地方设定");
    }

    /** Whatever was revoked and decided anew: no execution stands on a decision revoked. */
    @Property(tries = 60)
    void replayOfRevocationsIsTheStateAndNoExecutionFollowsARevokedVote(
            @ForAll @Size(max = 40) List<@IntRange(max = 3) Integer> tries) {
        List<ProcedureEvent> history =
                new ArrayList<>(
                        List.of(
                                Procedures.opened(
                                        Procedure.open(
                                                PatternSheet.fiveDeliberations(),
                                                Procedures.opening(ROOF)))));
        Procedure state = Procedure.from(history);
        MeetingId earlier = FIRST;
        int day = 0;
        for (int choice : tries) {
            day += 10;
            Instant at = day(day);
            MeetingId meeting = choice == 3 ? earlier : MeetingId.of("M-" + day);
            String hanging = state.onDisplay().keySet().stream().findFirst().orElse("-");
            MeetingId last =
                    state.decision().map(ProcedureEvent.OwnersResolved::meeting).orElse(FIRST);
            Stage next = state.next().orElse(state.stages().get(0));
            Outcome<ProcedureEvent> outcome =
                    switch (choice) {
                        case 0 -> state.revoke(revocation(last, ROOF.id(), at), at);
                        case 1 -> state.takeDown(hanging, at);
                        default ->
                                next.kind() == Stage.Kind.OWNERS_VOTE
                                        ? state.resolve(next.id(), adopted(meeting, day), at)
                                        : proceed(state, next, day);
                    };
            Procedure before = state;
            outcome.fold(history::add, ruling -> false);
            state = outcome.fold(before::after, ruling -> before);
            earlier = state.decision().map(ProcedureEvent.OwnersResolved::meeting).orElse(earlier);
        }

        assertThat(Procedure.from(history)).isEqualTo(state);
        Set<MeetingId> revoked = new TreeSet<>();
        boolean stands = false;
        for (ProcedureEvent event : history) {
            if (event instanceof ProcedureEvent.OwnersResolved decision) {
                assertThat(revoked).doesNotContain(decision.meeting());
                stands = true;
            } else if (event instanceof OwnersDecisionRevoked revocation) {
                revoked.add(revocation.meeting());
                stands = false;
            } else if (event instanceof ProcedureEvent.DisclosurePosted
                    || (event instanceof StageTaken taken && taken.stage().equals("execution"))) {
                assertThat(stands).isTrue();
            }
        }
        boolean executed = state.publicView().taken().containsKey("execution");
        assertThat(executed && state.decision().isEmpty()).isFalse();
    }
}
