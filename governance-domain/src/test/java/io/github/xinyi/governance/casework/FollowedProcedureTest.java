package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.COMMUNITY;
import static io.github.xinyi.governance.casework.Village.DIGEST;
import static io.github.xinyi.governance.casework.Village.MEETING;
import static io.github.xinyi.governance.casework.Village.PLAN;
import static io.github.xinyi.governance.casework.Village.VOTE;
import static io.github.xinyi.governance.casework.Village.accepted;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.consulted;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.opened;
import static io.github.xinyi.governance.casework.Village.payment;
import static io.github.xinyi.governance.casework.Village.planned;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureDecided;
import io.github.xinyi.governance.deliberation.BodyCount;
import io.github.xinyi.governance.deliberation.Paper;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.deliberation.StageReport;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.JointAppend;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.RatingFloor;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.team.Source;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A case, the procedure in which the owners decide it, and a decision that is revoked. */
class FollowedProcedureTest {

    private static final CaseId CASE = CaseId.of("C-1");
    private static final Resolution ADOPTED = Village.adopted(VOTE);
    private static final Casework PLANNED = planned(Matter.MAINTENANCE_FUND_USE);
    private static final Procedure LINKED = linked("P-1");
    private static final Procedure DECIDED = decided(LINKED);
    private static final Procedure SHOWN = shown(DECIDED);

    private static Procedure procedure(String id) {
        Instant opened = Instant.parse("2025-03-20T01:00:00Z");
        return Procedure.from(
                List.of(
                        accepted(
                                Procedure.open(
                                        PatternSheet.fiveDeliberations(),
                                        new Procedure.Opening(
                                                ProcedureId.of(id),
                                                COMMUNITY,
                                                ADOPTED.motion(),
                                                opened)))));
    }

    static Procedure linked(String id) {
        Procedure opened = procedure(id);
        return opened.after(accepted(opened.link(CASE, Instant.parse("2025-03-20T02:00:00Z"))));
    }

    /** Taken as it should be until the vote, and the vote itself. */
    private static Procedure decided(Procedure start) {
        Procedure state = start;
        Instant prepared = Instant.parse("2025-03-25T01:00:00Z");
        while (state.next().orElseThrow().kind() != Kind.OWNERS_VOTE) {
            var stage = state.next().orElseThrow();
            BodyCount count = stage.kind() == Kind.BODY ? new BodyCount(3, 3, 3) : BodyCount.NONE;
            List<Paper> papers =
                    stage.papers().stream().map(kind -> new Paper(kind, DIGEST)).toList();
            StageReport report =
                    new StageReport(stage.actors().get(0), papers, count, Village.OFFICER);
            state = state.after(accepted(state.take(stage.id(), report, prepared)));
        }
        return state.after(accepted(state.resolve("resolution", ADOPTED, ADOPTED.adoptedAt())));
    }

    private static Procedure shown(Procedure decided) {
        Instant posted = Instant.parse("2025-04-04T01:00:00Z");
        Procedure.Display display = new Procedure.Display("公告栏", DIGEST);
        Procedure hanging =
                decided.after(
                        accepted(decided.post("decision-disclosure", "业主委员会", display, posted)));
        assertThat(hanging.decisionShownAt()).isEmpty();
        return hanging.after(
                accepted(
                        hanging.takeDown(
                                "decision-disclosure", Instant.parse("2025-04-11T01:00:00Z"))));
    }

    static DecisionRevoked revocation(MeetingId meeting, Instant at) {
        return new DecisionRevoked(
                COMMUNITY,
                meeting,
                at,
                MotionId.of("M1"),
                LocalDate.of(2025, 4, 20),
                Revoker.COURT,
                "民初1号");
    }

    @Test
    void beginsWhenTheProcedureItFollowsHasShownTheDecisionToTheEnd() {
        Procedure linked = linked("P-1");
        Casework following = next(PLANNED, PLANNED.follow(linked, at(4)));
        assertThat(following.procedures())
                .containsEntry(Matter.MAINTENANCE_FUND_USE, ProcedureId.of("P-1"));
        assertThat(linked.caseId()).contains(following.id());

        Procedure decided = decided(linked);
        assertThat(refused(following.decideBy(linked, at(6)))).containsExactly("decision-shown");
        assertThat(refused(following.decideBy(decided, at(6)))).containsExactly("decision-shown");
        assertThat(refused(following.decideBy(ADOPTED, at(6))))
                .containsExactly("procedure-followed");
        Casework begun = next(following, following.decideBy(shown(decided), at(6)));

        assertThat(begun.stage()).isEqualTo(Stage.IMPLEMENTATION);
        assertThat(refused(begun.progress("施工", Ratio.of(1, 2), List.of(), at(6)))).isEmpty();
        assertThat(Casework.from(begun.history())).isEqualTo(begun);
    }

    @Test
    void followsOneProcedureThatNamesThisVeryCase() {
        assertThat(refused(PLANNED.follow(procedure("P-1"), at(4))))
                .containsExactly("procedure-of-case");
        Procedure other = procedure("P-2");
        Procedure ofAnother =
                other.after(
                        accepted(
                                other.link(
                                        CaseId.of("C-9"), Instant.parse("2025-03-20T02:00:00Z"))));
        assertThat(refused(PLANNED.follow(ofAnother, at(4)))).containsExactly("procedure-of-case");
        Casework following = next(PLANNED, PLANNED.follow(linked("P-1"), at(4)));
        assertThat(refused(following.follow(linked("P-2"), at(4))))
                .containsExactly("procedure-followed");
        assertThat(refused(following.decideBy(shown(decided(linked("P-2"))), at(6))))
                .containsExactly("procedure-followed");
        assertThat(refused(planned().follow(linked("P-1"), at(4))))
                .containsExactly("matter-awaited");
    }

    /** The defect: a vote before the last plan left a case no other end than to be handed on. */
    @Test
    void leavesAProcedureForAnotherOnceAPlanWasDrawnUpSince() {
        Casework following = next(PLANNED, PLANNED.follow(SHOWN, at(6)));
        assertThat(refused(following.follow(linked("P-2"), at(6))))
                .containsExactly("procedure-followed");

        Casework drawn = next(following, following.draw(PLAN, at(7)));
        assertThat(refused(drawn.decideBy(SHOWN, at(7)))).containsExactly("resolution-of-case");
        Casework another = next(drawn, drawn.follow(linked("P-2"), at(7)));

        assertThat(another.procedures())
                .containsEntry(Matter.MAINTENANCE_FUND_USE, ProcedureId.of("P-2"));
        assertThat(refused(another.decideBy(SHOWN, at(7))))
                .containsExactly("resolution-of-case", "procedure-followed");
        assertThat(refused(another.follow(linked("P-3"), at(7))))
                .containsExactly("procedure-followed");
        assertThat(Casework.from(another.history())).isEqualTo(another);
    }

    @Test
    void readsNoDecisionOfAProcedureThatWasNotShownFirst() {
        Casework following = next(PLANNED, PLANNED.follow(linked("P-1"), at(4)));
        for (Instant shownAt : List.of(ADOPTED.adoptedAt().minusSeconds(1), at(7))) {
            ProcedureDecided forged =
                    new ProcedureDecided(
                            COMMUNITY,
                            at(6),
                            Matter.MAINTENANCE_FUND_USE,
                            ProcedureId.of("P-1"),
                            MEETING,
                            MotionId.of("M1"),
                            List.of(PLAN.document()),
                            ADOPTED.adoptedAt(),
                            shownAt);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> following.after(forged))
                    .withMessageContaining("DECISION_SHOWN");
        }
    }

    /** Civil Code art. 280 para. 2. */
    @Test
    void reportsNoWorkAndNamesNoPaymentOnADecisionThatWasRevoked() {
        Casework begun = next(PLANNED, PLANNED.decideBy(ADOPTED, at(6)));
        Casework half = next(begun, begun.progress("施工", Ratio.of(1, 2), List.of(), at(7)));

        Casework revoked = next(half, half.revoke(revocation(MEETING, at(8)), at(8)));

        assertThat(revoked.stage()).isEqualTo(Stage.DECISION);
        assertThat(revoked.undecided()).containsExactly(Matter.MAINTENANCE_FUND_USE);
        assertThat(refused(revoked.progress("施工", Ratio.of(1, 1), List.of(), at(9))))
                .containsExactly("stage");
        assertThat(refused(revoked.nameSpending(payment("D-1", 1), at(9))))
                .containsExactly("stage");
        assertThat(refused(revoked.decideBy(ADOPTED, at(9)))).containsExactly("decision-stands");
        assertThat(revoked.timeline().get(revoked.timeline().size() - 1).step())
                .isEqualTo(TimelineEntry.Step.DECISION_REVOKED);
        assertThat(Casework.from(revoked.history())).isEqualTo(revoked);
    }

    /** The defect: a host that passed it to the case and not to the procedure went on there. */
    @Test
    void aRevocationIsNotedInTheProcedureAndItsCaseByOneCall() {
        Casework following = next(PLANNED, PLANNED.follow(LINKED, at(4)));
        Casework begun = next(following, following.decideBy(SHOWN, at(6)));
        DecisionRevoked revoked = revocation(MEETING, at(7));

        Revocation both = accepted(Revocation.of(revoked, List.of(SHOWN), List.of(begun), at(8)));

        Procedure procedure = SHOWN.after(both.procedures().get(0));
        Casework state = begun.after(both.cases().get(0));
        assertThat(procedure.status()).isEqualTo(Procedure.Status.REVOKED);
        assertThat(state.stage()).isEqualTo(Stage.DECISION);
        Revocation again =
                accepted(Revocation.of(revoked, List.of(procedure), List.of(begun), at(8)));
        assertThat(again.procedures()).isEmpty();
        assertThat(again.cases()).isEqualTo(both.cases());
        assertThat(accepted(Revocation.of(revoked, List.of(procedure), List.of(state), at(8))))
                .isEqualTo(new Revocation(List.of(), List.of()));
    }

    /** The defect: a host that stopped between two appends left one of them without it. */
    @Test
    void aRevocationIsOneAppendToTheProcedureAndItsCase() {
        Casework following = next(PLANNED, PLANNED.follow(LINKED, at(4)));
        Casework begun = next(following, following.decideBy(SHOWN, at(6)));
        Revocation both =
                accepted(
                        Revocation.of(
                                revocation(MEETING, at(7)), List.of(SHOWN), List.of(begun), at(8)));
        CommandId command = CommandId.of("court-1");
        StreamName procedure = RecordKind.PROCEDURE.stream(COMMUNITY, SHOWN.id().value());
        StreamName casework = RecordKind.CASEWORK.stream(COMMUNITY, begun.id().value());

        JointAppend joint =
                new JointAppend(
                        List.of(
                                new Append(procedure, command, 9, List.copyOf(both.procedures())),
                                new Append(casework, command, 7, List.copyOf(both.cases()))));

        assertThat(accepted(joint.to(stream -> stream.equals(procedure) ? 9 : 7))).isEqualTo(joint);
        assertThat(refused(joint.to(stream -> stream.equals(procedure) ? 9 : 8)))
                .as("the case has gone on meanwhile: nothing is added to the procedure either")
                .containsExactly("event.stale-version");
    }

    @Test
    void aRevocationIsNotedInNeitherWhereOneIsNotGivenOrRefuses() {
        Casework following = next(PLANNED, PLANNED.follow(LINKED, at(4)));
        Casework begun = next(following, following.decideBy(SHOWN, at(6)));
        DecisionRevoked revoked = revocation(MEETING, at(7));

        assertThat(refused(Revocation.of(revoked, List.of(SHOWN), List.of(), at(8))))
                .containsExactly("revocation-whole");
        assertThat(refused(Revocation.of(revoked, List.of(), List.of(begun), at(8))))
                .containsExactly("revocation-whole");
        assertThat(refused(Revocation.of(revoked, List.of(SHOWN), List.of(begun), at(6))))
                .containsExactly("deliberation.decision-revoked", "decision-revoked");
        assertThat(
                        accepted(
                                        Revocation.of(
                                                revocation(MeetingId.of("OM-9"), at(7)),
                                                List.of(SHOWN),
                                                List.of(begun),
                                                at(8)))
                                .cases())
                .isEmpty();
    }

    @Test
    void aRevocationReachesACaseThatFollowsNoProcedure() {
        Casework begun = next(PLANNED, PLANNED.decideBy(ADOPTED, at(6)));

        Revocation alone =
                accepted(
                        Revocation.of(
                                revocation(MEETING, at(7)), List.of(), List.of(begun), at(8)));

        assertThat(begun.after(alone.cases().get(0)).stage()).isEqualTo(Stage.DECISION);
    }

    /** The defect: who rated again was counted twice, and the work of before as if it stood. */
    @Test
    void ratingsOnADecisionThatWasRevokedCountNoMore() {
        RatingFloor four = new RatingFloor(4, new Source("街道方案", Standing.UNVERIFIED));
        LocalDate day = LocalDate.of(2025, 12, 31);
        Casework begun = next(PLANNED, PLANNED.decideBy(ADOPTED, at(6)));
        Casework whole = next(begun, begun.progress("完成", Ratio.of(1, 1), List.of(), at(7)));
        Casework rated = Village.rated(next(whole, whole.finishWork(at(7))), 5);
        Casework revoked = next(rated, rated.revoke(revocation(MEETING, at(9)), at(9)));

        assertThat(CaseMeasures.satisfaction(day, four, List.of(), List.of(rated)).numerator())
                .hasSize(5);
        assertThat(CaseMeasures.satisfaction(day, four, List.of(), List.of(revoked)).records())
                .isEmpty();
    }

    @Test
    void goesOnWhenTheOwnersHaveDecidedAnewInAClosedCaseToo() {
        Casework begun = next(PLANNED, PLANNED.decideBy(ADOPTED, at(6)));
        Casework whole = next(begun, begun.progress("完成", Ratio.of(1, 1), List.of(), at(7)));
        Casework rated = Village.rated(next(whole, whole.finishWork(at(7))), 5);
        Casework closed = next(rated, rated.close(at(8)));

        Casework revoked = next(closed, closed.revoke(revocation(MEETING, at(9)), at(9)));

        assertThat(revoked.stage()).isEqualTo(Stage.DECISION);
        assertThat(revoked.ratings()).isEmpty();
        assertThat(refused(closed.revoke(revocation(MeetingId.of("OM-9"), at(9)), at(9))))
                .containsExactly("decision-revoked");
        assertThat(refused(closed.revoke(revocation(MEETING, at(10)), at(9))))
                .containsExactly("decision-revoked");
        assertThat(refused(revoked.revoke(revocation(MEETING, at(9)), at(9))))
                .containsExactly("decision-revoked");
    }

    /** 1,152 owners, as in the Shanghai community of the reports. */
    @Test
    void holdsTheUnitsOfALargeCommunityInSeveralEventsWithOneDigest() {
        Casework once = concerned(opened(), 11, 400, 400);
        Casework often = concerned(opened(), 11, 400, 97);

        assertThat(once.units()).hasSize(400);
        assertThat(often.unitsDigest()).isEqualTo(once.unitsDigest()).matches("[0-9a-f]{64}");
        assertThat(concerned(opened(), 11, 401, 97).unitsDigest()).isNotEqualTo(once.unitsDigest());
        Casework large = concerned(opened(), 11, 1_152, 500);
        assertThat(large.contact()).hasToString("0/1152");
        assertThat(ContactCoverage.of(large.history()).units()).hasSize(1_152);
        assertThat(Casework.from(large.history())).isEqualTo(large);
        assertThat(
                        refused(
                                large.visit(
                                        unit(1_153),
                                        Village.VISITOR,
                                        ContactResult.AGREES,
                                        "",
                                        at(1))))
                .contains("unit-of-case");
    }

    @Test
    void namesNoUnitTwiceAndNoMoreThanOneEventOrACaseHolds() {
        Casework opened = opened();
        assertThat(refused(opened.concern(units(10, 11), at(1)))).containsExactly("unit-new");
        assertThat(refused(opened.concern(Set.of(), at(1)))).containsExactly("units-concerned");
        assertThat(refused(opened.concern(units(11, 509), at(1)))).isEmpty();
        assertThat(refused(opened.concern(units(11, 510), at(1)))).isEmpty();
        assertThat(refused(opened.concern(units(11, 511), at(1))))
                .containsExactly("units-concerned");
        assertThat(refused(consulted().concern(units(11, 12), at(5)))).containsExactly("stage");

        List<CaseworkEvent> history = new ArrayList<>(opened.history());
        for (int from = 11; from <= 99_999; from += 500) {
            Set<UnitId> more = units(from, Math.min(from + 499, 99_999));
            history.add(new CaseworkEvent.UnitsConcerned(COMMUNITY, at(1), new TreeSet<>(more)));
        }
        Casework nearly = Casework.from(history);
        assertThat(nearly.units()).hasSize(Casework.MAX_UNITS - 1);
        assertThat(refused(nearly.concern(units(100_000, 100_000), at(1)))).isEmpty();
        assertThat(refused(nearly.concern(units(100_000, 100_001), at(1))))
                .containsExactly("units-concerned");
    }

    private static Casework concerned(Casework start, int from, int to, int step) {
        Casework state = start;
        for (int first = from; first <= to; first += step) {
            Set<UnitId> more = units(first, Math.min(first + step - 1, to));
            state = next(state, state.concern(more, at(1)));
        }
        return state;
    }

    /** Read from the record alone, whatever people try in whatever order. */
    @Property(tries = 300)
    void noWorkAndNoPaymentStandsOnADecisionThatWasNotShownOrWasRevoked(
            @ForAll @Size(max = 25) List<@IntRange(max = 6) Integer> tries) {
        List<Procedure> procedures = List.of(LINKED, DECIDED, SHOWN);
        Casework state = PLANNED;
        int reached = 0;
        int week = 7;
        for (int choice : tries) {
            Instant now = at(week++);
            Procedure procedure = procedures.get(reached);
            Outcome<CaseworkEvent> outcome =
                    switch (choice) {
                        case 0 -> state.follow(procedure, now);
                        case 1, 2 -> state.decideBy(procedure, now);
                        case 3 -> state.progress("施工", Ratio.of(1, 2), List.of(), now);
                        case 4 -> state.nameSpending(payment("D-" + week, 1), now);
                        case 5 -> state.revoke(revocation(MEETING, now), now);
                        default -> state.decideBy(ADOPTED, now);
                    };
            if (choice == 2) {
                reached = Math.min(reached + 1, 2);
            }
            Casework before = state;
            state = outcome.fold(before::after, ruling -> before);
        }

        assertThat(Casework.from(state.history())).isEqualTo(state);
        boolean decided = false;
        boolean followed = false;
        for (CaseworkEvent event : state.history()) {
            if (event instanceof CaseworkEvent.ProcedureFollowed) {
                followed = true;
            } else if (event instanceof ProcedureDecided through) {
                assertThat(followed).isTrue();
                assertThat(through.shownAt()).isEqualTo(SHOWN.decisionShownAt().orElseThrow());
                decided = true;
            } else if (event instanceof CaseworkEvent.OwnersDecided) {
                assertThat(followed).isFalse();
                decided = true;
            } else if (event instanceof CaseworkEvent.OwnersDecisionRevoked) {
                decided = false;
            } else if (event instanceof CaseworkEvent.WorkProgressed
                    || event instanceof CaseworkEvent.SpendingNamed) {
                assertThat(decided).isTrue();
            }
        }
    }

    @Test
    void namesTheSourceOfTheTermsThatItJudgesBy() {
        List<Finding> few =
                opened().collectOpinions(at(3))
                        .fold(e -> List.of(), ruling -> List.copyOf(ruling.notMet()));

        assertThat(few)
                .filteredOn(f -> f.rule().value().equals("casework.contact-coverage"))
                .first()
                .satisfies(
                        finding ->
                                assertThat(finding.evidence())
                                        .containsEntry("source", "街道方案")
                                        .containsEntry("standing", "UNVERIFIED"));
    }
}
