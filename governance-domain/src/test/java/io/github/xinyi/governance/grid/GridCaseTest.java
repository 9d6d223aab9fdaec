package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.AT;
import static io.github.xinyi.governance.grid.Steps.COMPLEX;
import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.OFFICER;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.STATION;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.grid.Steps.agreed;
import static io.github.xinyi.governance.grid.Steps.assigned;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.Claim.Claimant;
import io.github.xinyi.governance.grid.Claim.Remedy;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamPattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridCaseTest {

    private static final CaseCategory DOG = CaseCategory.ANIMALS;
    private static final CaseCategory LAMP = CaseCategory.REPAIR;

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
        assertThat(refusal(reported(DOG).report(DESK, COMPLEX, AT))).containsExactly("case.stage");
        assertThat(refusal(reported(DOG).visit(Set.of(DESK), "走访", AT)))
                .containsExactly("case.stage");
        assertThat(refusal(assigned(DOG).mediate(Dispute.proposed(1), AT)))
                .containsExactly("case.stage");
        assertThat(refusal(visited(DOG).conclude(Dispute.agreed(1), AT)))
                .containsExactly("case.stage", "case.round");
        assertThat(refusal(visited(DOG).followUp(DESK, Answer.CONTENT, "回访", AT)))
                .containsExactly("case.stage");
        assertThat(refusal(agreed().close(DESK, AT))).containsExactly("case.stage");
        assertThat(refusal(agreed().close(OFFICER, AT)))
                .containsExactly("case.stage", "case.holder");
    }

    @Test
    void anAgreementEntersTheCaseOnlyWhereTheMediationHasOneByMediationLaw17() {
        GridCase open = inMediation();

        assertThat(refusal(open.conclude(Dispute.consented(1), AT)))
                .containsExactly("case.mediation-outcome");
        assertThat(refusal(open.conclude(Dispute.met(1), AT)))
                .containsExactly("case.mediation-outcome");
        assertThat(refusal(open.conclude(Dispute.agreed(2), AT))).containsExactly("case.round");
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
                .containsExactly("case.mediation-outcome");
        assertThat(refusal(visited(DOG).mediate(other, AT)))
                .containsExactly("case.mediation-outcome");
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

        assertThat(refusal(closed.close(DESK, AT))).containsExactly("case.stage");
        assertThat(refusal(agreed().reopen(Dispute.MOTHER, "催", AT))).containsExactly("case.stage");
        assertThat(reopened.openings()).isEqualTo(2);
        assertThat(reopened.holder()).isEqualTo(DESK);
        assertThat(reopened.rounds()).isEqualTo(1);
        List<CaseEvent> before = accepted(closed.recordFor(DESK));
        assertThat(accepted(reopened.recordFor(DESK))).startsWith(before.toArray(CaseEvent[]::new));
        GridCase again = then(reopened, c -> c.accept(DESK, AT));
        assertThat(refusal(again.close(DESK, AT))).containsExactly("case.stage");
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
        while (accepted(full.recordFor(DESK)).size() < GridCase.MAX_EVENTS) {
            full = then(full, c -> c.answer(DESK, AT));
        }

        assertThat(many.openings()).isEqualTo(GridCase.MAX_OPENINGS);
        assertThat(refusal(many.reopen(Dispute.MOTHER, "再来", AT))).containsExactly("case.openings");
        assertThat(refusal(full.answer(DESK, AT))).containsExactly("case.length");
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
        SlaGrade emergency = SlaProfile.usual().grade("紧急").orElseThrow();
        GridCase urgent = then(found(LAMP), c -> c.report(DESK, emergency, AT));

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
        SlaGrade limits = SlaProfile.usual().grade(grade).orElseThrow();
        GridCase reported = then(found(DOG), c -> c.report(DESK, limits, AT));
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
        SlaGrade simple = SlaProfile.usual().grade("简单").orElseThrow();

        assertThat(extended.due(AT, CALENDAR).get(1).dueAt())
                .isEqualTo(Instant.parse("2025-12-17T16:00:00Z"));
        assertThat(refusal(extended.extend(DESK, "再延", CALENDAR, AT)))
                .containsExactly("case.extension");
        assertThat(refusal(assigned(DOG).extend(DESK, "", CALENDAR, AT)))
                .containsExactly("case.text");
        assertThat(assigned(DOG).extend(DESK, "外出", CALENDAR, lastMoment).isAccepted()).isTrue();
        assertThat(refusal(assigned(DOG).extend(DESK, "外出", CALENDAR, lastMoment.plusSeconds(1))))
                .containsExactly("case.extension");
        GridCase once = then(found(DOG), c -> c.report(DESK, simple, AT));
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
        assertThat(open.publicView()).isEqualTo(new PublicCase(DOG, "3号楼", Stage.MEDIATION));
    }

    @Test
    void ownersBodiesMayDemandByCivilCode286AndOwnersBy287() {
        assertThat(claim(DOG, Claimant.OWNERS_COMMITTEE, Remedy.CEASE)).isEqualTo(Verdict.MET);
        assertThat(claim(CaseCategory.NOISE, Claimant.OWNERS_ASSEMBLY, Remedy.COMPENSATE))
                .isEqualTo(Verdict.MET);
        assertThat(claim(DOG, Claimant.PROPERTY_MANAGEMENT_COMMITTEE, Remedy.CEASE))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(claim(CaseCategory.OTHER_DISPUTE, Claimant.OWNERS_COMMITTEE, Remedy.CEASE))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(claim(DOG, Claimant.AFFECTED_OWNER, Remedy.CEASE)).isEqualTo(Verdict.MET);
        assertThat(
                        new Claim(DOG, Claimant.AFFECTED_OWNER, Remedy.CEASE)
                                .ruling()
                                .findings()
                                .get(0)
                                .basis())
                .containsExactly(Statutes.CIVIL_CODE.at(287));
        assertThat(
                        new Claim(DOG, Claimant.OWNERS_ASSEMBLY, Remedy.REPORT_TO_AUTHORITY)
                                .ruling()
                                .findings()
                                .get(0)
                                .basis())
                .containsExactly(Statutes.CIVIL_CODE.at(286, 3));
        assertThatThrownBy(() -> new Claim(LAMP, Claimant.AFFECTED_OWNER, Remedy.CEASE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shipsLimitsAsReadingsAndNamesEveryFaultOfATable() {
        String header = "等级,答复小时,办结工作日,回访天数,可延期次数,延期工作日,来源,依据\n";
        SheetFile bad =
                SheetFile.utf8(
                        "sla.csv",
                        (header + "急,0,366,3,1,0,甲,解读\n缓,24,3,3,1,0,甲,解读\n缓,24,3,3,0,0,,无\n")
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
        assertThat(refusal(SlaProfile.read(none))).containsExactly("case.grades");
    }

    private static Verdict claim(CaseCategory category, Claimant claimant, Remedy remedy) {
        return new Claim(category, claimant, remedy).ruling().verdict();
    }

    private static Duration late(GridCase state, Duration after) {
        return state.due(AT.plus(after), CALENDAR).get(0).late();
    }
}
