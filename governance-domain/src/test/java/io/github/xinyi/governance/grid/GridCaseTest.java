package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.AT;
import static io.github.xinyi.governance.grid.Steps.COMPLEX;
import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.OFFICER;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.STATION;
import static io.github.xinyi.governance.grid.Steps.USUAL;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.grid.Steps.agreed;
import static io.github.xinyi.governance.grid.Steps.assigned;
import static io.github.xinyi.governance.grid.Steps.broken;
import static io.github.xinyi.governance.grid.Steps.closed;
import static io.github.xinyi.governance.grid.Steps.finding;
import static io.github.xinyi.governance.grid.Steps.followedUp;
import static io.github.xinyi.governance.grid.Steps.found;
import static io.github.xinyi.governance.grid.Steps.inMediation;
import static io.github.xinyi.governance.grid.Steps.reported;
import static io.github.xinyi.governance.grid.Steps.then;
import static io.github.xinyi.governance.grid.Steps.visited;
import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static io.github.xinyi.governance.ruling.Answers.refused;
import static io.github.xinyi.governance.ruling.Answers.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.LimitExtended;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.ReminderSent;
import io.github.xinyi.governance.grid.CaseEvent.SupervisionOrdered;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled.Member;
import io.github.xinyi.governance.grid.Claim.Claimant;
import io.github.xinyi.governance.grid.Claim.Ground;
import io.github.xinyi.governance.grid.Claim.Remedy;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.grid.PublicCase.LastDay;
import io.github.xinyi.governance.grid.PublicCase.Progress;
import io.github.xinyi.governance.grid.PublicCase.Result;
import io.github.xinyi.governance.grid.PublicCase.Step;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.Performance;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamPattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridCaseTest {

    private static final CaseCategory DOG = CaseCategory.ANIMALS;
    private static final CaseCategory LAMP = CaseCategory.REPAIR;
    private static final Instant LATER = Dispute.after(3);

    @Test
    void aCaseThatWasNeverMediatedHasNoMediationToCompare() {
        assertThat(Steps.reported(CaseCategory.REPAIR).compare(List.of()).findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_APPLICABLE);
    }

    @Test
    void staysWithWhoReceivedItFirstUntilItIsAcceptedElsewhere() {
        GridCase offered = then(reported(DOG), c -> c.offer(DESK, STATION, "属派出所职责", AT));

        assertThat(offered.holder()).isEqualTo(DESK);
        assertThat(refusal(offered.offer(DESK, WORKER, "再转", AT)))
                .containsExactly("case.no-open-offer");
        assertThat(refusal(offered.accept(WORKER, AT))).containsExactly("case.offered");
        assertThat(refusal(offered.accept(DESK, AT))).containsExactly("case.offered");
        GridCase declined = then(offered, c -> c.decline(STATION, "不属本所管辖", AT));
        assertThat(declined.holder()).isEqualTo(DESK);
        assertThat(refusal(declined.accept(STATION, AT))).containsExactly("case.offered");
        GridCase accepted = then(offered, c -> c.accept(STATION, AT));
        assertThat(accepted.holder()).isEqualTo(STATION);
        assertThat(accepted.stage()).isEqualTo(Stage.ASSIGNED);
        assertThat(refusal(accepted.answer(DESK, AT))).containsExactly("case.holder");
    }

    @Test
    void whoHasACaseCannotDeclineItNorOfferItWithoutAReason() {
        assertThat(refusal(reported(DOG).decline(DESK, "忙", AT))).containsExactly("case.offered");
        assertThat(refusal(reported(DOG).offer(DESK, DESK, " ", AT)))
                .containsExactly("case.offered-elsewhere", "case.text");
        assertThat(refusal(reported(DOG).offer(OFFICER, STATION, "转", AT)))
                .containsExactly("case.holder");
    }

    @Test
    void takesTheStepsInTheirOrderOnly() {
        assertThat(refusal(found(DOG).accept(OFFICER, AT)))
                .containsExactly("case.stage", "case.offered");
        assertThat(refusal(reported(DOG).report(DESK, USUAL, "复杂", AT)))
                .containsExactly("case.stage");
        assertThat(refusal(reported(DOG).visit(Set.of(DESK), "走访", AT)))
                .containsExactly("case.stage");
        assertThat(refusal(assigned(DOG).mediate(Dispute.proposed(1), AT)))
                .containsExactly("case.visited-first");
        assertThat(refusal(visited(DOG).conclude(Dispute.agreed(1), AT)))
                .containsExactly("case.stage", "case.round", "case.same-mediation");
        assertThat(refusal(visited(DOG).followUp(DESK, Answer.CONTENT, "回访", AT)))
                .containsExactly("case.stage");
        assertThat(refusal(agreed().close(DESK, AT)))
                .containsExactly("case.stage", "case.followed-up", "case.performance-checked");
        assertThat(refusal(agreed().close(OFFICER, AT)))
                .containsExactly(
                        "case.stage",
                        "case.holder",
                        "case.followed-up",
                        "case.performance-checked");
    }

    @Test
    void anAgreementEntersTheCaseOnlyWhereTheMediationHasOneByMediationLaw17() {
        GridCase open = inMediation();

        assertThat(refusal(open.conclude(Dispute.consented(1), AT)))
                .containsExactly("case.mediation-outcome");
        assertThat(refusal(open.conclude(Dispute.met(1), AT)))
                .containsExactly("case.mediation-outcome");
        assertThat(refusal(open.conclude(Dispute.agreed(2), AT)))
                .containsExactly("case.round", "case.same-mediation");
        assertThat(then(open, c -> c.conclude(Dispute.agreed(1), AT)).stage())
                .isEqualTo(Stage.AGREED);
    }

    @Test
    void aMediationOfAnotherCaseDecidesNothingHere() {
        MediationProposed proposal =
                new MediationProposed(
                        Dispute.COMMUNITY,
                        CaseId.of("C-2"),
                        1,
                        new TreeSet<>(Dispute.PARTIES),
                        MediationProposed.Origin.OFFERED,
                        AT);
        Mediation other = Mediation.from(List.of(proposal));
        Mediation ended = other.after(accepted(other.refuse(Dispute.MOTHER, AT)));

        assertThat(refusal(inMediation().conclude(ended, AT)))
                .containsExactly("case.mediation-outcome", "case.same-mediation");
        assertThat(refusal(visited(DOG).mediate(other, AT)))
                .containsExactly("case.mediation-outcome");
    }

    @Test
    void aMediationOfTheSameRoundBetweenOtherPeopleDecidesNothingHere() {
        Mediation others = between(Set.of(Dispute.MOTHER, Dispute.NEIGHBOUR), AT);
        Mediation ended = others.after(accepted(others.refuse(Dispute.MOTHER, AT)));
        Mediation later = between(Dispute.PARTIES, AT.plusSeconds(1));
        Mediation again = later.after(accepted(later.refuse(Dispute.MOTHER, AT.plusSeconds(1))));

        assertThat(refusal(inMediation().conclude(ended, AT)))
                .containsExactly("case.same-mediation");
        assertThat(refusal(inMediation().conclude(again, AT.plusSeconds(1))))
                .containsExactly("case.same-mediation");
        assertThat(rules(inMediation().compare(List.of(others))))
                .containsExactly("case.same-mediation");
    }

    @Test
    void recordsNothingOfAMediationBeforeItHappened() {
        Mediation agreed = Dispute.signed(Dispute.met(1), Dispute.DAY.plusDays(2));
        GridCase open = inMediation();

        assertThat(refusal(open.conclude(agreed, Dispute.after(2).minusSeconds(1))))
                .containsExactly("case.mediation-past");
        CaseEvent reached = accepted(open.conclude(agreed, Dispute.after(2)));
        assertThat(open.after(reached).stage()).isEqualTo(Stage.AGREED);
        AgreementReached forged =
                new AgreementReached(
                        Dispute.COMMUNITY,
                        Dispute.CASE,
                        1,
                        Dispute.DAY.plusDays(1),
                        agreed.proposalDigest(),
                        AT);
        assertThatThrownBy(() -> open.after(forged)).hasMessageContaining("MEDIATION_PAST");
    }

    @Test
    void talksGivenUpEnterTheCaseOnceThePartiesAreToldOfOtherWaysByMediationLaw26() {
        Mediation untold = Dispute.brokenOff(1);
        Mediation told =
                untold.after(
                        accepted(untold.fail(EnumSet.allOf(Route.class), Dispute.PARTIES, AT)));

        assertThat(refusal(inMediation().conclude(untold, AT)))
                .containsExactly("case.mediation-outcome");
        GridCase ended = then(inMediation(), c -> c.conclude(told, AT));
        assertThat(ended.stage()).isEqualTo(Stage.VISITED);
        assertThat(rules(ended.compare(List.of(told)))).isEmpty();
        assertThat(rules(ended.compare(List.of(Dispute.agreed(1)))))
                .containsExactly("case.same-mediation");
    }

    @Test
    void comparesWhatTheCaseSaysWithTheMediationsThemselves() {
        assertThat(rules(agreed().compare(List.of(Dispute.agreed(1))))).isEmpty();
        assertThat(rules(broken().compare(List.of(Dispute.broken(1))))).isEmpty();
        assertThat(rules(agreed().compare(List.of(Dispute.refused(1)))))
                .containsExactly("case.same-mediation");
        assertThat(rules(agreed().compare(List.of()))).containsExactly("case.same-mediation");
        Mediation otherTerms = Dispute.signed(Dispute.met(1), Dispute.DAY);
        assertThat(rules(agreed().compare(List.of(otherTerms)))).isEmpty();
        Mediation otherDay = Dispute.signed(Dispute.met(1), Dispute.DAY.plusDays(1));
        assertThat(rules(agreed().compare(List.of(otherDay))))
                .containsExactly("case.same-mediation");
    }

    @Test
    void asksThoseConcernedOnlyAfterLookingHowTheAgreementIsKeptByMediationLaw31() {
        assertThat(refusal(agreed().followUp(DESK, Answer.CONTENT, "回访", AT)))
                .containsExactly("case.performance-checked");
        assertThat(refusal(agreed().checkPerformance(Dispute.agreed(1), OFFICER, AT)))
                .containsExactly("case.holder");
        assertThat(refusal(agreed().checkPerformance(Dispute.agreed(2), DESK, AT)))
                .containsExactly("case.same-agreement");
        GridCase looked = then(agreed(), c -> c.checkPerformance(Dispute.agreed(1), DESK, AT));
        assertThat(looked.stage()).isEqualTo(Stage.AGREED);
        assertThat(looked.followUp(DESK, Answer.CONTENT, "回访", AT).isAccepted()).isTrue();
    }

    @Test
    void aBrokenAgreementBringsTheCaseBackAndNamesTheWaysByMediationLaw32() {
        Instant third = Dispute.after(3);
        GridCase broken = broken();
        PerformanceChecked checked =
                (PerformanceChecked) broken.history().get(broken.history().size() - 1);

        assertThat(broken.stage()).isEqualTo(Stage.BROKEN);
        assertThat(checked.performance()).isEqualTo(Performance.BROKEN);
        assertThat(checked.ways()).containsExactly(Way.SUIT);
        assertThat(refusal(broken.followUp(DESK, Answer.CONTENT, "回访", third)))
                .containsExactly("case.stage");
        assertThat(broken.due(third, CALENDAR))
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.SETTLE);
        // Fifteen working days after Saturday the 8th.
        assertThat(broken.due(third, CALENDAR).get(0).dueAt())
                .isEqualTo(Instant.parse("2025-11-28T16:00:00Z"));
        assertThat(broken.mediate(Dispute.proposed(2), third).isAccepted()).isTrue();
        assertThat(broken.escalate(Route.JUDICIAL, DESK, "违约", third).isAccepted()).isTrue();
        assertThat(broken.visit(Set.of(DESK), "再走访", third).isAccepted()).isTrue();
    }

    @Test
    void anAgreementPerformedLateHoldsAgain() {
        Mediation broken = Dispute.broken(1);
        Mediation mended =
                broken.after(
                        accepted(broken.perform(0, Dispute.DAY.plusDays(4), Dispute.after(4))));
        GridCase again = then(broken(), c -> c.checkPerformance(mended, DESK, Dispute.after(4)));

        assertThat(again.stage()).isEqualTo(Stage.AGREED);
        assertThat(again.followUp(DESK, Answer.CONTENT, "回访", Dispute.after(4)).isAccepted())
                .isTrue();
    }

    @Test
    void anAgreementFoundBrokenAfterTheFollowUpHoldsTheCloseUp() {
        Instant third = Dispute.after(3);
        GridCase asked = followedUp(agreed());
        GridCase kept = then(asked, c -> c.checkPerformance(Dispute.agreed(1), DESK, AT));
        GridCase broken = then(asked, c -> c.checkPerformance(Dispute.broken(1), DESK, third));

        assertThat(kept.stage()).isEqualTo(Stage.FOLLOWED_UP);
        assertThat(broken.stage()).isEqualTo(Stage.BROKEN);
        assertThat(refusal(broken.close(DESK, third)))
                .containsExactly("case.stage", "case.followed-up");
    }

    /** The defect: an older copy said again that it was broken, or mended, and moved the limit. */
    @Test
    void aCheckWithAnOlderCopyOfTheMediationIsRefused() {
        Mediation seen = Dispute.broken(1);
        Mediation mended =
                seen.after(accepted(seen.perform(0, Dispute.DAY.plusDays(4), Dispute.after(4))));
        Instant fifth = Dispute.after(5);
        GridCase held = then(broken(), c -> c.checkPerformance(mended, DESK, Dispute.after(4)));

        assertThat(refusal(broken().checkPerformance(Dispute.agreed(1), DESK, fifth)))
                .containsExactly("case.check-current");
        assertThat(refusal(held.checkPerformance(seen, DESK, fifth)))
                .containsExactly("case.check-current");
        assertThat(held.checkPerformance(mended, DESK, fifth).isAccepted()).isTrue();
        GridCase asked = then(held, c -> c.followUp(DESK, Answer.CONTENT, "双方满意", fifth));
        GridCase closed = then(asked, c -> c.close(DESK, fifth));
        assertThat(refusal(closed.reopen(seen, Dispute.MOTHER, "再吠", fifth)))
                .containsExactly("case.check-current");
    }

    @Test
    void readsNoCheckThatReadFewerRecordsThanAnEarlierOneNorMoreThanThereCanBe() {
        GridCase checked = agreed().after(read(7));

        for (int forged : List.of(6, Mediation.MAX_EVENTS + 1)) {
            assertThatThrownBy(() -> checked.after(read(forged)))
                    .hasMessageContaining("checked=" + CaseRule.CHECK_CURRENT);
        }
        for (int records : List.of(7, 8, Mediation.MAX_EVENTS)) {
            assertThat(checked.after(read(records)).stage()).isEqualTo(Stage.AGREED);
        }
        GridCase old = agreed().after(read(0));
        assertThat(old.after(read(0)).stage()).isEqualTo(Stage.AGREED);
    }

    private static PerformanceChecked read(int records) {
        PerformanceChecked any = checked(Performance.KEPT, Set.of());
        return new PerformanceChecked(
                any.community(),
                any.caseId(),
                any.by(),
                any.agreement(),
                records,
                any.performance(),
                any.ways(),
                any.occurredAt());
    }

    @Test
    void namesTheSourceOfTheLimitsThatADutyAndAnExtensionGoBy() {
        GridCase reported = reported(CaseCategory.ANIMALS);

        assertThat(reported.due(AT, CALENDAR))
                .isNotEmpty()
                .allSatisfy(duty -> assertThat(duty.source()).isEqualTo(reported.grade().source()));
        GridCase once =
                then(assigned(CaseCategory.ANIMALS), c -> c.extend(DESK, "待专家意见", CALENDAR, AT));
        List<Finding> second =
                once.extend(DESK, "再延", CALENDAR, AT)
                        .fold(event -> List.of(), ruling -> List.copyOf(ruling.notMet()));
        assertThat(second.get(0).rule().value()).isEqualTo("case.extension");
        assertThat(second.get(0).evidence())
                .containsEntry("source", reported.grade().source().document())
                .containsEntry("standing", "INTERPRETATION");
    }

    @Test
    void aCaseOverWhichSomebodyIsNotContentIsClosedWithAReasonAndAnotherWayTold() {
        GridCase asked = notContent();

        assertThat(refusal(asked.close(DESK, AT))).containsExactly("case.closed-over");
        assertThat(refusal(asked.closeOver(DESK, " ", Set.of(), AT)))
                .containsExactly("case.text", "case.other-way-told");
        assertThat(refusal(asked.closeOver(STATION, "已无法再办", Set.of(Way.SUIT), AT)))
                .containsExactly("case.holder");
        GridCase closed = then(asked, c -> c.closeOver(DESK, "已无法再办", Set.of(Way.SUIT), AT));
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(GridCase.from(closed.history())).isEqualTo(closed);
        GridCase content = followedUp(agreed());
        assertThat(refusal(content.closeOver(DESK, "已无法再办", Set.of(Way.SUIT), AT)))
                .containsExactly("case.closed-over");
    }

    @Test
    void whoeverWasNotContentAndIsLaterHoldsNoCloseUp() {
        GridCase asked = notContent();
        GridCase broken = then(asked, c -> c.checkPerformance(Dispute.broken(1), DESK, LATER));
        Mediation seen = Dispute.broken(1);
        Mediation mended =
                seen.after(accepted(seen.perform(0, Dispute.DAY.plusDays(4), Dispute.after(4))));
        GridCase held = then(broken, c -> c.checkPerformance(mended, DESK, Dispute.after(4)));
        GridCase content =
                then(held, c -> c.followUp(DESK, Answer.CONTENT, "满意", Dispute.after(4)));

        assertThat(content.close(DESK, Dispute.after(4)).isAccepted()).isTrue();
    }

    @Test
    void aCaseOverWhichSomebodyIsNotContentGoesBackWithLimitsOfItsOwn() {
        GridCase back = then(notContent(), c -> c.takeUpAgain(Dispute.MOTHER, "仍在吠叫", LATER));

        assertThat(back.stage()).isEqualTo(Stage.REPORTED);
        assertThat(back.openings()).isEqualTo(2);
        assertThat(back.holder()).isEqualTo(DESK);
        assertThat(back.due(LATER, CALENDAR).get(0).dueAt())
                .isEqualTo(LATER.plus(Duration.ofHours(24)));
        assertThat(GridCase.from(back.history())).isEqualTo(back);
        assertThat(refusal(followedUp(agreed()).takeUpAgain(Dispute.MOTHER, "仍在吠叫", LATER)))
                .containsExactly("case.discontent");
        assertThat(refusal(agreed().takeUpAgain(Dispute.MOTHER, "仍在吠叫", LATER)))
                .containsExactly("case.stage", "case.discontent");
        assertThat(refusal(notContent().reopen(Dispute.MOTHER, "仍在吠叫", LATER)))
                .containsExactly("case.stage");
    }

    /** What version 1 recorded did not say what a close was over. */
    @Test
    void readsACloseOfVersionOneOverAnyAnswer() {
        EventCodec codec = EventCodec.of(CaseEvent.class).with(CaseChanges.all());
        String now = codec.encode(accepted(followedUp(agreed()).close(DESK, AT)));
        String then =
                now.replace("CaseClosed/2", "CaseClosed/1")
                        .replace("over=7:NOTHING;reason=0:;ways=[];", "");

        CaseEvent read = (CaseEvent) accepted(codec.decode(then));

        assertThat(then).contains("/1").isNotEqualTo(now);
        for (GridCase today : List.of(notContent(), followedUp(agreed()))) {
            List<CaseEvent> old = new ArrayList<>();
            today.history().forEach(event -> old.add(ofVersionOne(codec, event)));
            assertThat(GridCase.from(old).after(read).stage()).isEqualTo(Stage.CLOSED);
            assertThatThrownBy(() -> today.after(read)).hasMessageContaining("CLOSED_OVER");
        }
    }

    private static CaseEvent ofVersionOne(EventCodec codec, CaseEvent event) {
        String text =
                codec.encode(event)
                        .replace("CaseReported/4", "CaseReported/1")
                        .replace("PerformanceChecked/2", "PerformanceChecked/1")
                        .replaceAll(
                                "steps=\\{required=\\[[^]]*];followUps=1:1;local=\\{all=\\[];};};",
                                "")
                        .replaceAll("mediationRecords=[0-9]+:[0-9]+;", "");
        return (CaseEvent) accepted(codec.decode(text));
    }

    private static GridCase notContent() {
        GridCase looked = then(agreed(), c -> c.checkPerformance(Dispute.agreed(1), DESK, AT));
        return then(looked, c -> c.followUp(DESK, Answer.NOT_CONTENT, "仍不满意", AT));
    }

    @Test
    void readsNoCheckThatSendsToCourtWithoutABreachOrHidesTheWays() {
        PerformanceChecked holds = checked(Performance.KEPT, Set.of(Way.SUIT));
        PerformanceChecked hides = checked(Performance.BROKEN, Set.of());
        PerformanceChecked wrong = checked(Performance.VOID, Set.of(Way.MEDIATION));

        for (PerformanceChecked forged : List.of(holds, hides, wrong)) {
            assertThatThrownBy(() -> agreed().after(forged))
                    .hasMessageContaining("checked=" + CaseRule.WAYS_TOLD + ", verdict=NOT_MET");
        }
        assertThat(agreed().after(checked(Performance.KEPT, Set.of())).stage())
                .isEqualTo(Stage.AGREED);
        assertThat(agreed().after(checked(Performance.VOID, Set.of(Way.ENFORCEMENT))).stage())
                .isEqualTo(Stage.BROKEN);
    }

    @Test
    void reopensAClosedCaseForItsBrokenAgreementAndForNoOther() {
        Instant third = Dispute.after(3);
        GridCase closed = closed();

        assertThat(refusal(closed.reopen(Dispute.agreed(1), Dispute.MOTHER, "再吠", third)))
                .containsExactly("case.agreement-failed");
        assertThat(refusal(closed.reopen(Dispute.broken(2), Dispute.MOTHER, "再吠", third)))
                .containsExactly("case.same-agreement");
        CaseReopened reopened =
                accepted(closed.reopen(Dispute.broken(1), Dispute.MOTHER, "再吠", third));
        assertThat(reopened.cause()).isEqualTo(CaseReopened.Cause.AGREEMENT_FAILED);
        assertThat(reopened.ways()).containsExactly(Way.SUIT);
        assertThat(closed.after(reopened).stage()).isEqualTo(Stage.REPORTED);
        GridCase escalated = then(broken(), c -> c.escalate(Route.JUDICIAL, DESK, "违约", third));
        GridCase elsewhere =
                then(
                        then(escalated, c -> c.followUp(DESK, Answer.CONTENT, "已起诉", third)),
                        c -> c.close(DESK, third));
        assertThatThrownBy(() -> elsewhere.after(reopened))
                .hasMessageContaining("AGREEMENT_FAILED");
    }

    @Test
    void aTeamSeesTheCaseOnlyWhileItIsOpenForWhichItWasCalled() {
        GridCase called = assigned(DOG).after(teamOf(Set.of(WORKER)));
        GridCase refused = then(called, c -> c.escalate(Route.JUDICIAL, DESK, "移送", AT));
        GridCase closed = then(followedUp(refused), c -> c.close(DESK, AT));
        GridCase again = then(closed, c -> c.reopen(Dispute.MOTHER, "反复", AT));
        GridCase inHand = then(again, c -> c.accept(DESK, AT));

        assertThat(called.recordFor(WORKER).isAccepted()).isTrue();
        assertThat(refused.recordFor(WORKER).isAccepted()).isTrue();
        assertThat(refusal(closed.recordFor(WORKER))).containsExactly("case.viewer");
        assertThat(refusal(again.recordFor(WORKER))).containsExactly("case.viewer");
        assertThat(refusal(inHand.visit(Set.of(WORKER), "走访", AT)))
                .containsExactly("case.visitors");
        assertThat(inHand.after(teamOf(Set.of(STATION))).recordFor(STATION).isAccepted()).isTrue();
        assertThat(closed.recordFor(DESK).isAccepted()).isTrue();
    }

    @Test
    void aTeamHasAHundredPeopleAtMost() {
        assertThat(assigned(DOG).after(teamOf(persons(GridCase.MAX_TEAM)))).isNotNull();
        assertThatThrownBy(() -> assigned(DOG).after(teamOf(persons(GridCase.MAX_TEAM + 1))))
                .hasMessageContaining("checked=" + CaseRule.TEAM_SIZE + ", verdict=NOT_MET");
        assertThatThrownBy(() -> assigned(DOG).after(teamOf(Set.<PersonId>of())))
                .hasMessageContaining("TEAM_COMPLETE");
        SortedSet<Member> twice =
                new TreeSet<>(Set.of(new Member(WORKER, "志愿者"), new Member(WORKER, "物业人员")));
        assertThatThrownBy(() -> assigned(DOG).after(teamOf(twice)))
                .hasMessageContaining("TEAM_COMPLETE");
        assertThatThrownBy(() -> new Member(WORKER, " ")).hasMessageContaining("slot");
    }

    @Test
    void remindsWhoHasTheCaseOfAnOpenDutyAndSaysSinceWhenItIsLate() {
        Instant late = Dispute.after(2);
        ReminderSent sent =
                accepted(reported(DOG).remind(STATION, DutyDue.Kind.RESPOND, CALENDAR, late));

        assertThat(sent.to()).isEqualTo(DESK);
        assertThat(sent.dueAt()).isEqualTo(AT.plus(Duration.ofHours(24)));
        assertThat(refusal(reported(DOG).remind(DESK, DutyDue.Kind.RESPOND, CALENDAR, late)))
                .containsExactly("case.supervisor-apart");
        assertThat(refusal(reported(DOG).remind(STATION, DutyDue.Kind.FOLLOW_UP, CALENDAR, late)))
                .containsExactly("case.duty-owed");
        GridCase answered = then(reported(DOG), c -> c.answer(DESK, AT));
        assertThat(refusal(answered.remind(STATION, DutyDue.Kind.RESPOND, CALENDAR, late)))
                .containsExactly("case.duty-owed");
        assertThat(accepted(answered.remind(STATION, DutyDue.Kind.SETTLE, CALENDAR, late)).dueAt())
                .isEqualTo(Instant.parse("2025-11-26T16:00:00Z"));
        assertThat(accepted(agreed().remind(STATION, DutyDue.Kind.FOLLOW_UP, CALENDAR, late)))
                .matches(
                        reminder -> reminder.dueAt().equals(Instant.parse("2025-11-10T16:00:00Z")));
    }

    @Test
    void readsNoReminderWhoseMomentNoCalendarCouldGive() {
        GridCase open = reported(DOG);
        Instant settle = Instant.parse("2025-11-20T16:00:00Z");

        assertThat(open.after(reminder(DutyDue.Kind.SETTLE, settle))).isNotNull();
        for (ReminderSent forged :
                List.of(
                        reminder(DutyDue.Kind.SETTLE, settle.minus(Duration.ofDays(1))),
                        reminder(DutyDue.Kind.SETTLE, settle.plusSeconds(1)),
                        reminder(DutyDue.Kind.SETTLE, settle.plus(Duration.ofDays(76))),
                        reminder(DutyDue.Kind.RESPOND, AT.plus(Duration.ofHours(25))))) {
            assertThatThrownBy(() -> open.after(forged)).hasMessageContaining("DUTY_OWED");
        }
        assertThat(open.after(reminder(DutyDue.Kind.SETTLE, settle.plus(Duration.ofDays(75)))))
                .isNotNull();
        Instant followUp = Instant.parse("2025-11-08T16:00:00Z");
        assertThat(agreed().after(reminder(DutyDue.Kind.FOLLOW_UP, followUp))).isNotNull();
        for (int days : new int[] {-1, 61}) {
            ReminderSent forged =
                    reminder(DutyDue.Kind.FOLLOW_UP, followUp.plus(Duration.ofDays(days)));
            assertThatThrownBy(() -> agreed().after(forged)).hasMessageContaining("DUTY_OWED");
        }
    }

    @Test
    void supervisionGivesADayByWhichAnOpenDutyMustBeMet() {
        GridCase watched =
                then(
                        assigned(DOG),
                        c ->
                                c.supervise(
                                        STATION,
                                        DutyDue.Kind.SETTLE,
                                        Dispute.DAY.plusDays(5),
                                        "久拖未决",
                                        AT));

        DutyDue ordered = watched.due(Dispute.after(6), CALENDAR).get(2);
        assertThat(ordered.kind()).isEqualTo(DutyDue.Kind.SUPERVISED);
        assertThat(ordered.owedBy()).isEqualTo(DESK);
        assertThat(ordered.dueAt()).isEqualTo(Instant.parse("2025-11-10T16:00:00Z"));
        assertThat(ordered.isLate()).isTrue();
        assertThat(accepted(watched.remind(STATION, DutyDue.Kind.SUPERVISED, CALENDAR, AT)).dueAt())
                .isEqualTo(ordered.dueAt());
        assertThat(refusal(watched.supervise(STATION, DutyDue.Kind.SETTLE, Dispute.DAY, "再催", AT)))
                .containsExactly("case.supervision");
        assertThat(watched.supervise(STATION, DutyDue.Kind.RESPOND, Dispute.DAY, "速复", AT))
                .matches(Outcome::isAccepted);
        GridCase settled = then(watched, c -> c.escalate(Route.JUDICIAL, DESK, "移送", AT));
        assertThat(settled.due(AT, CALENDAR))
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.RESPOND, DutyDue.Kind.FOLLOW_UP);
    }

    @Test
    void supervisionRunsFromTheDayOfTheOrderForAYearAtMost() {
        GridCase open = assigned(DOG);

        for (int days : new int[] {0, SlaGrade.MAX_DAYS}) {
            assertThat(supervise(open, STATION, DutyDue.Kind.SETTLE, days).isAccepted()).isTrue();
        }
        for (int days : new int[] {-1, SlaGrade.MAX_DAYS + 1}) {
            assertThat(refusal(supervise(open, STATION, DutyDue.Kind.SETTLE, days)))
                    .containsExactly("case.supervision");
        }
        assertThat(refusal(supervise(open, DESK, DutyDue.Kind.SETTLE, 1)))
                .containsExactly("case.supervisor-apart");
        assertThat(refusal(supervise(open, STATION, DutyDue.Kind.FOLLOW_UP, 1)))
                .containsExactly("case.duty-owed");
        assertThat(refusal(supervise(open, STATION, DutyDue.Kind.SUPERVISED, 1)))
                .containsExactly("case.duty-owed");
        assertThat(refusal(open.supervise(STATION, DutyDue.Kind.SETTLE, Dispute.DAY, " ", AT)))
                .containsExactly("case.text");
    }

    @Test
    void anOrderOfSupervisionEndsWithTheDutyForWhichItWasGiven() {
        GridCase watched =
                agreed().after(accepted(supervise(agreed(), STATION, DutyDue.Kind.FOLLOW_UP, 5)));
        GridCase broken =
                then(watched, c -> c.checkPerformance(Dispute.broken(1), DESK, Dispute.after(3)));
        GridCase again =
                then(broken, c -> c.escalate(Route.JUDICIAL, DESK, "违约", Dispute.after(3)));

        assertThat(watched.due(AT, CALENDAR))
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.FOLLOW_UP, DutyDue.Kind.SUPERVISED);
        assertThat(again.due(Dispute.after(3), CALENDAR))
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.FOLLOW_UP);
    }

    @Test
    void aSecondFailedCheckMovesNoLimitAndEndsNoSupervision() {
        GridCase late = then(broken(), c -> c.extend(DESK, "外出", CALENDAR, Dispute.after(4)));
        GridCase watched =
                then(
                        late,
                        c ->
                                c.supervise(
                                        STATION,
                                        DutyDue.Kind.SETTLE,
                                        Dispute.DAY.plusDays(9),
                                        "久拖未决",
                                        Dispute.after(5)));
        GridCase checked =
                then(watched, c -> c.checkPerformance(Dispute.broken(1), DESK, Dispute.after(6)));

        assertThat(checked.stage()).isEqualTo(Stage.BROKEN);
        assertThat(watched.due(Dispute.after(20), CALENDAR))
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.SETTLE, DutyDue.Kind.SUPERVISED);
        assertThat(checked.due(Dispute.after(20), CALENDAR))
                .isEqualTo(watched.due(Dispute.after(20), CALENDAR));
        assertThat(refusal(checked.extend(DESK, "再延", CALENDAR, Dispute.after(6))))
                .containsExactly("case.extension");
    }

    @Test
    void anAgreementThatFailsAgainAfterItHeldGivesALimitOfItsOwn() {
        Mediation broken = Dispute.broken(1);
        Mediation mended =
                broken.after(
                        accepted(broken.perform(0, Dispute.DAY.plusDays(4), Dispute.after(4))));
        Mediation again =
                mended.after(
                        accepted(
                                mended.findBroken(1, Dispute.DAY.plusDays(21), Dispute.after(21))));
        GridCase held = then(broken(), c -> c.checkPerformance(mended, DESK, Dispute.after(4)));
        GridCase failed = then(held, c -> c.checkPerformance(again, DESK, Dispute.after(21)));

        assertThat(failed.due(Dispute.after(21), CALENDAR).get(0).dueAt())
                .isAfter(broken().due(Dispute.after(21), CALENDAR).get(0).dueAt());
    }

    @Test
    void theLimitRunsFromTheReportWhateverHappensAfterwards() {
        Instant limit = Instant.parse("2025-11-26T16:00:00Z");
        GridCase worked = then(reported(DOG), c -> c.accept(DESK, Dispute.after(2)));
        GridCase visited = then(worked, c -> c.visit(Set.of(DESK), "走访", Dispute.after(5)));

        assertThat(worked.due(limit, CALENDAR).get(1).dueAt()).isEqualTo(limit);
        assertThat(visited.due(limit, CALENDAR).get(0).dueAt()).isEqualTo(limit);
        GridCase extended = then(visited, c -> c.extend(DESK, "外出", CALENDAR, Dispute.after(5)));
        assertThat(refusal(extended.extend(DESK, "再延", CALENDAR, Dispute.after(6))))
                .containsExactly("case.extension");
    }

    @Test
    void anOfferEndsWhenItIsTakenUpOrTheCaseIsClosed() {
        GridCase offered = then(assigned(DOG), c -> c.offer(DESK, STATION, "属派出所职责", AT));
        GridCase taken = then(offered, c -> c.accept(STATION, AT));
        GridCase ended = then(offered, c -> c.escalate(Route.JUDICIAL, DESK, "移送", AT));
        GridCase closed = then(followedUp(ended), c -> c.close(DESK, AT));
        GridCase again = then(closed, c -> c.reopen(Dispute.MOTHER, "反复", AT));

        assertThat(taken.offer(STATION, DESK, "退回", AT).isAccepted()).isTrue();
        assertThat(refusal(again.accept(STATION, AT))).containsExactly("case.offered");
        assertThat(again.accept(DESK, AT).isAccepted()).isTrue();
    }

    @Test
    void twoCasesAreOneOnlyWithOneHistory() {
        assertThat(reported(DOG)).isEqualTo(reported(DOG)).isNotEqualTo(assigned(DOG));
        assertThat(reported(DOG)).hasSameHashCodeAs(reported(DOG));
        assertThat(reported(DOG)).hasToString("C-1: REPORTED, opening 1");
    }

    @Test
    void readsNoExtensionOfALimitThatNoCalendarCouldGive() {
        LocalDate earliest = Dispute.DAY.plusDays(15);

        assertThat(assigned(DOG).after(extension(earliest))).isNotNull();
        assertThat(assigned(DOG).after(extension(Dispute.DAY.plusDays(90)))).isNotNull();
        for (LocalDate forged : List.of(earliest.minusDays(1), Dispute.DAY.plusDays(91))) {
            assertThatThrownBy(() -> assigned(DOG).after(extension(forged)))
                    .hasMessageContaining("EXTENSION");
        }
    }

    @Test
    void recordsNothingThatNoStoreCanKeep() {
        assertThat(refusal(reported(DOG).accept(DESK, AT.plusNanos(1))))
                .containsExactly("event.storable");
        assertThat(reported(DOG).accept(DESK, AT.plusNanos(1000)).isAccepted()).isTrue();
        for (String text : List.of("\0", "\uD83D")) {
            assertThat(refusal(GridCase.find(finding(DOG, text))))
                    .containsExactly("event.storable");
            assertThat(refusal(assigned(DOG).visit(Set.of(DESK), text, AT)))
                    .containsExactly("event.storable");
        }
        assertThat(GridCase.find(finding(DOG, "\uD83D\uDC15")).isAccepted()).isTrue();
    }

    @Test
    void boundsTheFiguresOfAGrade() {
        int hours = 24 * SlaGrade.MAX_DAYS;

        assertThat(new SlaGrade.Limits(1, 1, 1)).isNotNull();
        assertThat(new SlaGrade.Limits(hours, SlaGrade.MAX_DAYS, SlaGrade.MAX_DAYS)).isNotNull();
        for (int[] bad :
                new int[][] {
                    {0, 1, 1},
                    {1, 0, 1},
                    {1, 1, 0},
                    {hours + 1, 1, 1},
                    {1, SlaGrade.MAX_DAYS + 1, 1},
                    {1, 1, SlaGrade.MAX_DAYS + 1}
                }) {
            assertThatThrownBy(() -> new SlaGrade.Limits(bad[0], bad[1], bad[2]))
                    .hasMessageContaining("limits");
        }
        assertThat(new SlaGrade.Extensions(0, 0)).isNotNull();
        assertThat(new SlaGrade.Extensions(SlaGrade.MAX_EXTENSIONS, SlaGrade.MAX_DAYS)).isNotNull();
        for (int[] bad :
                new int[][] {
                    {-1, 0}, {0, -1}, {SlaGrade.MAX_EXTENSIONS + 1, 0}, {0, SlaGrade.MAX_DAYS + 1}
                }) {
            assertThatThrownBy(() -> new SlaGrade.Extensions(bad[0], bad[1]))
                    .hasMessageContaining("extensions");
        }
        String longest = "级".repeat(Slot.MAX_WORD_LENGTH);
        assertThat(graded(longest).id()).isEqualTo(longest);
        assertThatThrownBy(() -> graded(longest + "级")).hasMessageContaining("id");
        assertThatThrownBy(() -> graded(" ")).hasMessageContaining("id");
    }

    @Test
    void aCaseIsReportedUnderAGradeOfTheProfileOnly() {
        assertThat(refusal(found(DOG).report(DESK, USUAL, "特慢", AT)))
                .containsExactly("case.grade-known");
        assertThat(refusal(reported(DOG).report(DESK, USUAL, SlaProfile.MOST, AT)))
                .containsExactly("case.grade-known", "case.stage");
    }

    @Test
    void afterARefusalTheCaseIsMediatedAgainOrEscalated() {
        GridCase refused = then(inMediation(), c -> c.conclude(Dispute.refused(1), AT));

        assertThat(refused.stage()).isEqualTo(Stage.VISITED);
        assertThat(refusal(inMediation().escalate(Route.JUDICIAL, DESK, "调解不成", AT)))
                .containsExactly("case.stage");
        assertThat(refusal(refused.mediate(Dispute.proposed(1), AT))).containsExactly("case.round");
        assertThat(then(refused, c -> c.mediate(Dispute.proposed(2), AT)).rounds()).isEqualTo(2);
        assertThat(then(refused, c -> c.escalate(Route.JUDICIAL, DESK, "一方拒绝", AT)).stage())
                .isEqualTo(Stage.ESCALATED);
    }

    @Test
    void closesOnceForEachOpeningAndKeepsTheHistory() {
        GridCase closed = closed();
        GridCase reopened = then(closed, c -> c.reopen(Dispute.MOTHER, "又开始吠叫", AT));

        assertThat(refusal(closed.close(DESK, AT)))
                .containsExactly("case.stage", "case.followed-up");
        assertThat(refusal(agreed().reopen(Dispute.MOTHER, "催", AT))).containsExactly("case.stage");
        assertThat(reopened.openings()).isEqualTo(2);
        assertThat(reopened.holder()).isEqualTo(DESK);
        assertThat(reopened.rounds()).isEqualTo(1);
        List<CaseEvent> before = accepted(closed.recordFor(DESK));
        assertThat(accepted(reopened.recordFor(DESK))).startsWith(before.toArray(CaseEvent[]::new));
        GridCase again = then(reopened, c -> c.accept(DESK, AT));
        assertThat(refusal(again.close(DESK, AT)))
                .containsExactly("case.stage", "case.followed-up");
    }

    @Test
    void ofTwoCommandsOnOneVersionOnlyOneCanFollow() {
        GridCase read = followedUp(agreed());
        CaseEvent first = accepted(read.close(DESK, AT));
        CaseEvent second = accepted(read.close(DESK, AT));
        GridCase offered = then(reported(DOG), c -> c.offer(DESK, STATION, "属派出所职责", AT));
        CaseEvent declined = accepted(offered.decline(STATION, "不属本所管辖", AT));
        CaseEvent taken = accepted(offered.accept(STATION, AT));

        assertThatThrownBy(() -> read.after(first).after(second)).hasMessageContaining("STAGE");
        assertThatThrownBy(() -> offered.after(declined).after(taken))
                .hasMessageContaining("OFFERED");
    }

    @Test
    void boundsTheOpeningsAndTheEvents() {
        GridCase many = closed();
        for (int i = 1; i < GridCase.MAX_OPENINGS; i++) {
            many = then(many, c -> c.reopen(Dispute.MOTHER, "反复", AT));
            many = then(many, c -> c.accept(DESK, AT));
            many = then(many, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "转执法", AT));
            many = then(followedUp(many), c -> c.close(DESK, AT));
        }
        GridCase full = assigned(DOG);
        while (accepted(full.recordFor(DESK)).size() < GridCase.MAX_WORK) {
            full = then(full, c -> c.answer(DESK, AT));
        }

        assertThat(many.openings()).isEqualTo(GridCase.MAX_OPENINGS);
        assertThat(refusal(many.reopen(Dispute.MOTHER, "再来", AT))).containsExactly("case.openings");
        assertThat(refusal(full.answer(DESK, AT))).containsExactly("case.length");
        GridCase ended = then(full, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "转执法", AT));
        GridCase last = then(followedUp(ended), c -> c.close(DESK, AT));
        assertThat(refusal(last.reopen(Dispute.MOTHER, "再来", AT))).containsExactly("case.length");
    }

    @Test
    void boundsTextsAndTime() {
        String longest = "字".repeat(GridCase.MAX_TEXT);

        assertThat(GridCase.find(finding(DOG, longest)).isAccepted()).isTrue();
        assertThat(refusal(GridCase.find(finding(DOG, longest + "字"))))
                .containsExactly("case.text");
        assertThat(refusal(GridCase.find(finding(DOG, " ")))).containsExactly("case.text");
        assertThat(refusal(reported(DOG).accept(DESK, AT.minusNanos(1000))))
                .containsExactly("case.time-order");
        assertThatThrownBy(() -> GridCase.from(List.of())).hasMessageContaining("found");
        assertThatThrownBy(() -> GridCase.from(List.of(finding(DOG, " "))))
                .hasMessageContaining("found");
    }

    @Test
    void owesAnAnswerWithinTwentyFourHoursAndTwoInAnEmergency() {
        GridCase urgent = then(found(LAMP), c -> c.report(DESK, USUAL, "紧急", AT));

        assertThat(late(urgent, Duration.ofHours(2))).isZero();
        assertThat(late(urgent, Duration.ofHours(2).plusNanos(1000)))
                .isEqualTo(Duration.ofNanos(1000));
        assertThat(late(reported(DOG), Duration.ofHours(24))).isZero();
        assertThat(late(reported(DOG), Duration.ofHours(25))).isEqualTo(Duration.ofHours(1));
        GridCase answered = then(reported(DOG), c -> c.answer(DESK, AT));
        assertThat(answered.due(AT, CALENDAR))
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.SETTLE);
    }

    @ParameterizedTest
    @CsvSource({"简单,2025-11-10", "一般,2025-11-14", "复杂,2025-11-26"})
    void owesTheSettlementWithinWorkingDaysAfterTheDayOfReportByCivilCode201(
            String grade, String lastDay) {
        GridCase reported = then(found(DOG), c -> c.report(DESK, USUAL, grade, AT));
        Instant midnight = Instant.parse(lastDay + "T16:00:00Z");

        DutyDue settle = reported.due(midnight, CALENDAR).get(1);

        assertThat(settle.kind()).isEqualTo(DutyDue.Kind.SETTLE);
        assertThat(settle.owedBy()).isEqualTo(DESK);
        assertThat(settle.dueAt()).isEqualTo(midnight);
        assertThat(settle.isLate()).isFalse();
        assertThat(reported.due(midnight.plusNanos(1000), CALENDAR).get(1).isLate()).isTrue();
    }

    @Test
    void extendsOnceWithAReasonWhereTheGradeAllowsItAndInTime() {
        GridCase extended = then(assigned(DOG), c -> c.extend(DESK, "一方外出", CALENDAR, AT));
        Instant lastMoment = Instant.parse("2025-11-26T15:59:59Z");

        assertThat(extended.due(AT, CALENDAR).get(1).dueAt())
                .isEqualTo(Instant.parse("2025-12-17T16:00:00Z"));
        assertThat(refusal(extended.extend(DESK, "再延", CALENDAR, AT)))
                .containsExactly("case.extension");
        assertThat(refusal(assigned(DOG).extend(DESK, "", CALENDAR, AT)))
                .containsExactly("case.text");
        assertThat(assigned(DOG).extend(DESK, "外出", CALENDAR, lastMoment).isAccepted()).isTrue();
        assertThat(refusal(assigned(DOG).extend(DESK, "外出", CALENDAR, lastMoment.plusSeconds(1))))
                .containsExactly("case.extension");
        GridCase once = then(found(DOG), c -> c.report(DESK, USUAL, "简单", AT));
        assertThat(refusal(once.extend(DESK, "外出", CALENDAR, AT)))
                .containsExactly("case.extension");
        assertThat(refusal(found(DOG).extend(OFFICER, "外出", CALENDAR, AT)))
                .containsExactly("case.stage", "case.extension");
    }

    @Test
    void owesTheFollowUpWithinThreeDaysMovedByTheWeekendByCivilCode203() {
        DutyDue due = agreed().due(AT, CALENDAR).get(0);

        // Three days after Wednesday the 5th is a Saturday.
        assertThat(due.kind()).isEqualTo(DutyDue.Kind.FOLLOW_UP);
        assertThat(due.dueAt()).isEqualTo(Instant.parse("2025-11-10T16:00:00Z"));
        assertThat(followedUp(agreed()).due(AT, CALENDAR)).isEmpty();
        assertThat(closed().due(AT.plus(Duration.ofDays(99)), CALENDAR)).isEmpty();
    }

    @Test
    void listsWhoIsLateByHowMuchOverManyCases() {
        Instant moment = AT.plus(Duration.ofDays(30));

        List<DutyDue> due =
                GridCase.due(List.of(agreed(), reported(DOG), closed()), moment, CALENDAR);

        assertThat(due)
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.RESPOND, DutyDue.Kind.FOLLOW_UP, DutyDue.Kind.SETTLE);
        assertThat(due).allMatch(DutyDue::isLate);
        assertThat(due.get(0).late()).isEqualTo(Duration.ofDays(29));
    }

    @Test
    void onlyTheHolderAndTheTeamVisit() {
        assertThat(refusal(assigned(DOG).visit(Set.of(DESK, WORKER), "走访", AT)))
                .containsExactly("case.visitors");
        assertThat(refusal(assigned(DOG).visit(Set.of(), "走访", AT)))
                .containsExactly("case.visitors");
    }

    @Test
    void refusesATeamThatLacksPeopleAndSaysWhich() {
        Team empty =
                Team.from(
                        List.of(
                                accepted(
                                        Team.form(
                                                Dispute.COMMUNITY,
                                                TeamId.of("T"),
                                                TeamPattern.disputeTeam(),
                                                List.of(),
                                                AT))));

        assertThat(refusal(assigned(DOG).call(empty, Set.of(), AT)))
                .containsExactly(
                        "case.team-complete",
                        "team.slot-filled",
                        "team.slot-filled",
                        "team.slot-filled");
    }

    @Test
    void aRepairIsDispatchedDonePaidAndRated() {
        GridCase sent = then(assigned(LAMP), c -> c.dispatch(WORKER, AT));
        GridCase done = then(sent, c -> c.finish(WORKER, PHOTO, AT));
        GridCase paid = then(done, c -> c.link("D-2025-0007", AT));
        GridCase rated = then(paid, c -> c.rate(Dispute.MOTHER, 5, AT));

        assertThat(refusal(sent.finish(STATION, PHOTO.substring(1), AT)))
                .containsExactly("case.worker", "case.photo-digest");
        assertThat(refusal(sent.finish(WORKER, PHOTO + "0", AT)))
                .containsExactly("case.photo-digest");
        assertThat(rated.payments()).containsExactly("D-2025-0007");
        assertThat(refusal(paid.link("D-2025-0007", AT))).containsExactly("case.reference");
        assertThat(paid.link("D".repeat(64), AT).isAccepted()).isTrue();
        assertThat(refusal(paid.link("D".repeat(65), AT))).containsExactly("case.reference");
        for (int stars : new int[] {0, 6}) {
            assertThat(refusal(done.rate(Dispute.MOTHER, stars, AT)))
                    .containsExactly("case.rating");
        }
        assertThat(done.rate(Dispute.MOTHER, 1, AT).isAccepted()).isTrue();
        assertThat(refusal(done.rate(WORKER, 5, AT))).containsExactly("case.rating");
        assertThat(refusal(rated.rate(Dispute.MOTHER, 4, AT))).containsExactly("case.rating");
        assertThat(then(followedUp(rated), c -> c.close(DESK, AT)).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void servicesAreNotMediatedAndDisputesAreNotDispatched() {
        assertThat(refusal(visited(LAMP).mediate(Dispute.proposed(1), AT)))
                .containsExactly("case.kind");
        assertThat(refusal(assigned(DOG).dispatch(WORKER, AT))).containsExactly("case.kind");
    }

    @Test
    void showsTheFullRecordToWhoReportedAndWhoWorksOnItOnly() {
        GridCase open = inMediation();

        assertThat(accepted(open.recordFor(Dispute.MOTHER))).hasSize(5);
        assertThat(open.recordFor(DESK).isAccepted()).isTrue();
        assertThat(refusal(open.recordFor(Dispute.DOG_OWNER))).containsExactly("case.viewer");
    }

    @Test
    void othersSeeProgressDaysAndKindOfResultAlone() {
        LocalDate day = Dispute.DAY;
        PublicCase open = inMediation().publicView(CALENDAR);
        PublicCase closed = closed().publicView(CALENDAR);

        assertThat(open)
                .isEqualTo(
                        new PublicCase(
                                DOG,
                                Progress.IN_MEDIATION,
                                Result.NONE,
                                List.of(
                                        new Step(Progress.RECEIVED, day),
                                        new Step(Progress.IN_HAND, day),
                                        new Step(Progress.IN_MEDIATION, day)),
                                List.of(
                                        new LastDay(
                                                DutyDue.Kind.SETTLE, LocalDate.of(2025, 11, 26)))));
        assertThat(closed.result()).isEqualTo(Result.AGREEMENT);
        assertThat(closed.progress()).isEqualTo(Progress.CLOSED);
        assertThat(closed.steps()).hasSize(5);
        assertThat(closed.deadlines()).isEmpty();
        assertThat(agreed().publicView(CALENDAR).deadlines())
                .containsExactly(new LastDay(DutyDue.Kind.FOLLOW_UP, LocalDate.of(2025, 11, 10)));
        PublicCase broken = broken().publicView(CALENDAR);
        assertThat(broken.progress()).isEqualTo(Progress.IN_HAND);
        assertThat(broken.result()).isEqualTo(Result.NONE);
        assertThat(broken.steps()).last().isEqualTo(new Step(Progress.IN_HAND, day.plusDays(3)));
        GridCase lamp = then(assigned(LAMP), c -> c.dispatch(WORKER, AT));
        assertThat(then(lamp, c -> c.finish(WORKER, PHOTO, AT)).publicView(CALENDAR).result())
                .isEqualTo(Result.WORK_DONE);
        assertThat(
                        then(lamp, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT))
                                .publicView(CALENDAR)
                                .result())
                .isEqualTo(Result.OTHER_WAY);
    }

    @Test
    void ownersBodiesMayDemandByCivilCode286AndOwnersBy287() {
        Finding byBody = claim(DOG, Claimant.OWNERS_COMMITTEE, Remedy.CEASE);
        Finding byOwner = claim(DOG, Claimant.AFFECTED_OWNER, Remedy.CEASE);

        assertThat(byBody.rule()).isEqualTo(Ground.OWNERS_BODY.code());
        assertThat(byBody.verdict()).isEqualTo(Verdict.MET);
        assertThat(byBody.basis()).containsExactly(Statutes.CIVIL_CODE.at(286, 2));
        assertThat(claim(CaseCategory.NOISE, Claimant.OWNERS_ASSEMBLY, Remedy.COMPENSATE).verdict())
                .isEqualTo(Verdict.MET);
        assertThat(byOwner.rule()).isEqualTo(Ground.OWN_RIGHT.code());
        assertThat(byOwner.verdict()).isEqualTo(Verdict.MET);
        assertThat(byOwner.basis()).containsExactly(Statutes.CIVIL_CODE.at(287));
        for (Claimant claimant : Claimant.values()) {
            Finding reported = claim(DOG, claimant, Remedy.REPORT_TO_AUTHORITY);

            assertThat(reported.rule()).isEqualTo(Ground.AUTHORITY.code());
            assertThat(reported.verdict()).isEqualTo(Verdict.MET);
            assertThat(reported.basis()).containsExactly(Statutes.CIVIL_CODE.at(286, 3));
        }
    }

    @Test
    void guessesNothingThatCivilCode286DoesNotName() {
        for (Finding finding :
                List.of(
                        claim(DOG, Claimant.PROPERTY_MANAGEMENT_COMMITTEE, Remedy.CEASE),
                        claim(
                                CaseCategory.OTHER_DISPUTE,
                                Claimant.OWNERS_COMMITTEE,
                                Remedy.CEASE))) {
            assertThat(finding.rule()).isEqualTo(Ground.OWNERS_BODY.code());
            assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        }
        assertThatThrownBy(() -> new Claim(LAMP, Claimant.AFFECTED_OWNER, Remedy.CEASE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shipsLimitsAsReadingsAndNamesEveryFaultOfATable() {
        String header = "等级,答复小时,办结工作日,回访天数,可延期次数,延期工作日,必经环节,回访次数,来源,依据\n";
        SheetFile bad =
                SheetFile.utf8(
                        "sla.csv",
                        (header
                                        + "急,0,366,3,1,0,,1,甲,解读\n"
                                        + "缓,24,3,3,1,0,,1,甲,解读\n"
                                        + "缓,24,3,3,0,0,,1,,无\n")
                                .getBytes(StandardCharsets.UTF_8));
        SheetFile none = SheetFile.utf8("sla.csv", header.getBytes(StandardCharsets.UTF_8));

        assertThat(SlaProfile.usual().grades())
                .hasSize(4)
                .allMatch(g -> g.source().standing() == Standing.INTERPRETATION);
        assertThat(refusal(SlaProfile.read(bad)))
                .containsExactlyInAnyOrder(
                        "sheet.range",
                        "sheet.range",
                        "sheet.conflict",
                        "sheet.duplicate",
                        "sheet.required",
                        "sheet.label");
        assertThat(refusal(SlaProfile.read(none)))
                .containsExactly("case.grades", "case.grade-bound-row", "case.grade-bound-row");
    }

    /** The one finding on a claim. */
    private static Finding claim(CaseCategory category, Claimant claimant, Remedy remedy) {
        List<Finding> findings = new Claim(category, claimant, remedy).ruling().findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Mediation between(Set<PersonId> parties, Instant at) {
        return Mediation.from(
                List.of(
                        new MediationProposed(
                                Dispute.COMMUNITY,
                                Dispute.CASE,
                                1,
                                new TreeSet<>(parties),
                                MediationProposed.Origin.OFFERED,
                                at)));
    }

    private static PerformanceChecked checked(Performance performance, Set<Way> ways) {
        return new PerformanceChecked(
                Dispute.COMMUNITY,
                Dispute.CASE,
                DESK,
                Dispute.agreed(1).agreementDigest().orElseThrow(),
                1,
                performance,
                new TreeSet<>(ways),
                AT);
    }

    private static TeamCalled teamOf(Set<PersonId> members) {
        SortedSet<Member> volunteers = new TreeSet<>();
        members.forEach(person -> volunteers.add(new Member(person, "志愿者")));
        return teamOf(volunteers);
    }

    private static TeamCalled teamOf(SortedSet<Member> members) {
        return new TeamCalled(Dispute.COMMUNITY, Dispute.CASE, TeamId.of("T"), "议事队", members, AT);
    }

    private static Set<PersonId> persons(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PersonId.of("X" + i))
                .collect(Collectors.toSet());
    }

    private static ReminderSent reminder(DutyDue.Kind duty, Instant dueAt) {
        return new ReminderSent(Dispute.COMMUNITY, Dispute.CASE, STATION, DESK, duty, dueAt, AT);
    }

    private static LimitExtended extension(LocalDate lastDay) {
        return new LimitExtended(Dispute.COMMUNITY, Dispute.CASE, DESK, "外出", lastDay, AT);
    }

    private static Outcome<SupervisionOrdered> supervise(
            GridCase state, PersonId by, DutyDue.Kind duty, int days) {
        return state.supervise(by, duty, Dispute.DAY.plusDays(days), "久拖未决", AT);
    }

    private static SlaGrade graded(String id) {
        return new SlaGrade(id, COMPLEX.limits(), COMPLEX.extensions(), COMPLEX.source());
    }

    private static Duration late(GridCase state, Duration after) {
        return state.due(AT.plus(after), CALENDAR).get(0).late();
    }

    @Test
    void theOrderOfSupervisionGivenLastIsTheOneThatCounts() {
        GridCase once = then(assigned(DOG), c -> supervise(c, STATION, DutyDue.Kind.SETTLE, 5));
        GridCase twice = then(once, c -> supervise(c, STATION, DutyDue.Kind.RESPOND, 1));

        assertThat(supervisedBy(once)).containsExactly(Instant.parse("2025-11-10T16:00:00Z"));
        assertThat(supervisedBy(twice)).containsExactly(Instant.parse("2025-11-06T16:00:00Z"));
    }

    /** The defect: an order answered last hid the one before it, and let that be given again. */
    @Test
    void anOrderStandsUntilItsOwnDutyIsMet() {
        GridCase once = then(assigned(DOG), c -> supervise(c, STATION, DutyDue.Kind.SETTLE, 5));
        GridCase twice = then(once, c -> supervise(c, STATION, DutyDue.Kind.RESPOND, 1));
        GridCase answered = then(twice, c -> c.visit(Set.of(DESK), "走访", AT));

        assertThat(supervisedBy(answered)).isEqualTo(supervisedBy(once));
        assertThat(refusal(supervise(answered, STATION, DutyDue.Kind.SETTLE, 9)))
                .containsExactly("case.supervision");
    }

    private static List<Instant> supervisedBy(GridCase state) {
        return state.due(AT, CALENDAR).stream()
                .filter(due -> due.kind() == DutyDue.Kind.SUPERVISED)
                .map(DutyDue::dueAt)
                .toList();
    }

    @Test
    void readsNoReminderOfAnotherDayThanTheOrderGave() {
        GridCase watched = then(assigned(DOG), c -> supervise(c, STATION, DutyDue.Kind.SETTLE, 5));
        Instant ordered = Instant.parse("2025-11-10T16:00:00Z");

        assertThat(watched.after(reminder(DutyDue.Kind.SUPERVISED, ordered))).isNotNull();
        for (Instant forged : List.of(ordered.plusSeconds(1), ordered.minus(Duration.ofDays(1)))) {
            assertThatThrownBy(() -> watched.after(reminder(DutyDue.Kind.SUPERVISED, forged)))
                    .hasMessageContaining("DUTY_OWED");
        }
    }

    @Test
    void anOfferStandsWhateverItsHolderDoesMeanwhile() {
        GridCase offered = then(assigned(DOG), c -> c.offer(DESK, STATION, "属派出所职责", AT));
        GridCase worked = then(offered, c -> c.visit(Set.of(DESK), "走访", AT));

        assertThat(refusal(worked.offer(DESK, WORKER, "再转", AT)))
                .containsExactly("case.no-open-offer");
        assertThat(worked.accept(STATION, AT).isAccepted()).isTrue();
    }

    @Test
    void theTeamIsTheOneCalledLast() {
        GridCase called = assigned(DOG).after(teamOf(Set.of(WORKER)));
        GridCase again = called.after(teamOf(Set.of(STATION)));

        assertThat(again.recordFor(STATION).isAccepted()).isTrue();
        assertThat(refusal(again.recordFor(WORKER))).containsExactly("case.viewer");
    }

    @Test
    void whoWasAskedBeforeTheAgreementFailedIsAskedAnewAfterwards() {
        GridCase asked = followedUp(agreed());
        GridCase kept = then(asked, c -> c.checkPerformance(Dispute.agreed(1), DESK, AT));
        Mediation seen = Dispute.broken(1);
        Mediation mended =
                seen.after(accepted(seen.perform(0, Dispute.DAY.plusDays(4), Dispute.after(4))));
        GridCase broken = then(asked, c -> c.checkPerformance(seen, DESK, LATER));
        GridCase held = then(broken, c -> c.checkPerformance(mended, DESK, Dispute.after(4)));

        assertThat(kept.close(DESK, AT).isAccepted()).as("a check that finds it kept").isTrue();
        assertThat(refusal(held.close(DESK, Dispute.after(4))))
                .containsExactly("case.stage", "case.followed-up");
        assertThat(held.due(Dispute.after(4), CALENDAR))
                .extracting(DutyDue::kind)
                .containsExactly(DutyDue.Kind.FOLLOW_UP);
    }

    @Test
    void theWorkIsDoneByWhoWasSentLast() {
        GridCase first = then(assigned(LAMP), c -> c.dispatch(WORKER, AT));
        GridCase second = then(first, c -> c.dispatch(STATION, AT));

        assertThat(refusal(second.finish(WORKER, PHOTO, AT))).containsExactly("case.worker");
        assertThat(second.finish(STATION, PHOTO, AT).isAccepted()).isTrue();
    }

    @Test
    void takesAMediationOfAsManyPartiesAsAMediationHas() {
        Mediation most = between(persons(Mediation.MAX_PARTIES), AT);

        assertThat(most.parties()).hasSize(50);
        assertThat(visited(DOG).mediate(most, AT).isAccepted()).isTrue();
    }

    @Test
    void boundsThePlaceOfACase() {
        String longest = "楼".repeat(CasePlace.MAX_LENGTH);

        assertThat(place(longest, CasePlace.MAX_UNITS).units()).hasSize(100);
        assertThatThrownBy(() -> place(longest + "楼", 0)).hasMessageContaining("65 characters");
        assertThatThrownBy(() -> place("3号楼", CasePlace.MAX_UNITS + 1))
                .hasMessageContaining("units: 101");
        assertThatThrownBy(() -> place(" ", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CasePlace place(String building, int units) {
        return new CasePlace(
                building,
                IntStream.range(0, units)
                        .mapToObj(i -> UnitId.of("U" + i))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void tellsTheLawBehindWhatIsRefused() {
        Finding outcome = refused(inMediation().conclude(Dispute.met(1), AT)).notMet().get(0);

        assertThat(outcome.rule()).isEqualTo(CaseRule.MEDIATION_OUTCOME.code());
        assertThat(outcome.basis())
                .containsExactly(
                        Statutes.PEOPLES_MEDIATION_LAW.at(17),
                        Statutes.PEOPLES_MEDIATION_LAW.at(26));
        assertThat(Ground.values())
                .extracting(ground -> ground.code().value())
                .containsExactly("claim.owners-body", "claim.own-right", "claim.authority");
    }

    @ParameterizedTest(name = "{0} grades and no row of bounds")
    @CsvSource({"0,false", "1,true", "32,true", "33,false"})
    void aTableHasThirtyTwoGradesAtMost(int grades, boolean taken) {
        String rows =
                IntStream.range(0, grades)
                        .mapToObj(i -> "级" + i + ",24,15,3,0,0,,1,甲,解读\n")
                        .collect(Collectors.joining());
        SheetFile file =
                SheetFile.utf8(
                        "sla.csv",
                        ("等级,答复小时,办结工作日,回访天数,可延期次数,延期工作日,必经环节,回访次数,来源,依据\n" + rows)
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(SlaProfile.read(file)))
                .endsWith("case.grade-bound-row", "case.grade-bound-row")
                .hasSize(taken ? 2 : 3);
    }
}
