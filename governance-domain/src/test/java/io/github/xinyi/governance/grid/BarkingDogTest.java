package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.mediation.Dispute.COMMUNITY;
import static io.github.xinyi.governance.mediation.Dispute.DOG_OWNER;
import static io.github.xinyi.governance.mediation.Dispute.MEDIATOR;
import static io.github.xinyi.governance.mediation.Dispute.MOTHER;
import static io.github.xinyi.governance.mediation.Dispute.PARTIES;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static io.github.xinyi.governance.ruling.Answers.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled.Member;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.mediation.AgreementDuty;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationEvent;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.Candidate;
import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.ServiceContract;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A dog barks at noon and at night; the officer of the grid hears of it, and it is settled. */
class BarkingDogTest {

    private static final PersonId OFFICER = PersonId.of("P-OFFICER");
    private static final PersonId ENFORCER = PersonId.of("P-ENFORCER");
    private static final PersonId STEWARD = PersonId.of("P-STEWARD");
    private static final PersonId VOLUNTEER = PersonId.of("P-VOLUNTEER");
    private static final PersonId FIRM = PersonId.of("FIRM");
    private static final Instant FOUND = Dispute.AT;
    private static final LocalDate DAY = Dispute.DAY;

    @Test
    void isMediatedInTheHallAgreedFollowedUpClosedAndReopenedWhenItBarksAgain() {
        // The officer hears of it, reports it and has it in hand.
        GridCase dog = Steps.found(CaseCategory.ANIMALS);
        dog = step(dog, c -> c.report(OFFICER, Steps.USUAL, "复杂", FOUND.plusSeconds(600)));
        dog = step(dog, c -> c.accept(OFFICER, FOUND.plusSeconds(1200)));
        dog = step(dog, c -> c.answer(OFFICER, FOUND.plusSeconds(1800)));

        // A team of enforcement, steward and volunteer goes from door to door.
        Team team = team();
        Instant nextDay = FOUND.plus(Duration.ofDays(1));
        TeamCalled called = accepted(dog.call(team, Set.of(FIRM), nextDay));
        assertThat(called.members())
                .containsExactly(
                        new Member(ENFORCER, "执法人员"),
                        new Member(STEWARD, "物业人员"),
                        new Member(VOLUNTEER, "志愿者"));
        assertThat(refusal(dog.call(team, Set.of(), nextDay.minusSeconds(86_400L * 30))))
                .contains("team.slot-filled");
        dog = dog.after(called);
        dog =
                step(
                        dog,
                        c ->
                                c.visit(
                                        Set.of(OFFICER, ENFORCER, STEWARD, VOLUNTEER),
                                        "已入户",
                                        nextDay));

        // Both consent, meet in the hall and agree in writing.
        Mediation mediation = Dispute.proposed(1);
        Mediation proposed = mediation;
        dog = step(dog, c -> c.mediate(proposed, nextDay));
        Instant inTheHall = FOUND.plus(Duration.ofDays(2));
        LocalDate agreedOn = DAY.plusDays(2);
        Mediation signed = signed(mediation, inTheHall, agreedOn);
        assertThat(signed.effectiveOn()).contains(agreedOn);
        dog = step(dog, c -> c.conclude(signed, inTheHall));
        assertThat(dog.stage()).isEqualTo(Stage.AGREED);
        assertThat(dog.publicView(CALENDAR).result()).isEqualTo(PublicCase.Result.AGREEMENT);

        // The officer looks how it is kept and asks both before the case is closed.
        assertThat(dog.due(inTheHall, CALENDAR))
                .singleElement()
                .extracting(DutyDue::kind)
                .isEqualTo(DutyDue.Kind.FOLLOW_UP);
        Instant asked = inTheHall.plus(Duration.ofDays(3));
        Mediation half = next(signed, m -> m.perform(0, agreedOn.plusDays(1), asked));
        dog = step(dog, c -> c.checkPerformance(half, OFFICER, asked));
        dog = step(dog, c -> c.followUp(OFFICER, Answer.CONTENT, "双方和好", asked));
        dog = step(dog, c -> c.close(OFFICER, asked));

        assertThat(dog.stage()).isEqualTo(Stage.CLOSED);
        assertThat(dog.openings()).isEqualTo(1);
        assertThat(dog.due(asked.plus(Duration.ofDays(365)), CALENDAR)).isEmpty();
        assertThat(refusal(dog.recordFor(STEWARD))).containsExactly("case.viewer");
        assertThat(GridCase.from(accepted(dog.recordFor(MOTHER)))).isEqualTo(dog);

        reopened(dog, half);
    }

    /** The dog is not trained in time and barks again; a second round settles it for good. */
    private static void reopened(GridCase closed, Mediation half) {
        LocalDate barked = DAY.plusDays(21);
        Instant at = Dispute.on(barked);
        Mediation broken = next(half, m -> m.findBroken(1, barked, at));
        assertThat(broken.ways()).containsExactly(Way.SUIT);
        GridCase dog = step(closed, c -> c.reopen(broken, MOTHER, "深夜又吠", at));
        assertThat(refusal(dog.recordFor(ENFORCER))).containsExactly("case.viewer");
        dog = step(dog, c -> c.accept(OFFICER, at));
        dog = step(dog, c -> c.visit(Set.of(OFFICER), "再次走访", at));

        // A first attempt is given up by the owner of the dog, and both are told of other ways.
        Mediation second = Dispute.brokenOff(2);
        dog = step(dog, c -> c.mediate(second, at));
        assertThat(refusal(dog.conclude(second, at))).containsExactly("case.mediation-outcome");
        Mediation told = next(second, m -> m.fail(EnumSet.allOf(Route.class), PARTIES, at));
        dog = step(dog, c -> c.conclude(told, at));

        Mediation third = Dispute.met(3);
        dog = step(dog, c -> c.mediate(third, at));
        Mediation agreed = next(third, m -> m.agreeOrally(training(barked, at)));
        dog = step(dog, c -> c.conclude(agreed, at));
        Instant trained = at.plus(Duration.ofDays(9));
        Mediation kept = next(agreed, m -> m.perform(0, barked.plusDays(9), trained));
        assertThat(kept.due(barked.plusYears(1))).isEmpty();
        dog = step(dog, c -> c.checkPerformance(kept, OFFICER, trained));
        dog = step(dog, c -> c.followUp(OFFICER, Answer.CONTENT, "未再扰民", trained));
        dog = step(dog, c -> c.close(OFFICER, trained));

        assertThat(dog.stage()).isEqualTo(Stage.CLOSED);
        assertThat(dog.openings()).isEqualTo(2);
        assertThat(dog.rounds()).isEqualTo(3);
        assertThat(rules(dog.compare(List.of(broken, told, kept)))).isEmpty();
        List<CaseEvent> record = accepted(dog.recordFor(MOTHER));
        assertThat(record).startsWith(accepted(closed.recordFor(MOTHER)).toArray(CaseEvent[]::new));
        assertThat(GridCase.from(record)).isEqualTo(dog);
    }

    private static OralAgreementReached training(LocalDate day, Instant at) {
        return new OralAgreementReached(
                COMMUNITY,
                Dispute.CASE,
                3,
                List.of(new AgreementDuty(DOG_OWNER, "完成犬只止吠训练", day.plusDays(10))),
                new TreeSet<>(PARTIES),
                "当场达成口头协议",
                day,
                at);
    }

    private static Mediation signed(Mediation proposed, Instant at, LocalDate day) {
        Mediation ready =
                next(next(proposed, m -> m.consent(MOTHER, at)), m -> m.consent(DOG_OWNER, at));
        Mediation named = next(ready, m -> m.name(Set.of(MEDIATOR), Chooser.PARTIES, at));
        Set<PersonId> present = new TreeSet<>(PARTIES);
        present.add(MEDIATOR);
        return Dispute.signed(next(named, m -> m.meet(present, "小区议事厅", "双方陈述、协商", at)), day);
    }

    private static Team team() {
        Team team =
                Team.from(
                        List.of(
                                accepted(
                                        Team.form(
                                                COMMUNITY,
                                                TeamId.of("T-DOG"),
                                                TeamPattern.disputeTeam(),
                                                List.of(
                                                        new ServiceContract(
                                                                "HT-2025-01",
                                                                FIRM,
                                                                EffectivePeriod.from(DAY))),
                                                FOUND))));
        team = seated(team, ENFORCER, "执法人员", Set.of());
        team = seated(team, STEWARD, "物业人员", Set.of(FIRM));
        return seated(team, VOLUNTEER, "志愿者", Set.of());
    }

    private static Team seated(Team team, PersonId person, String slot, Set<PersonId> employers) {
        Candidate candidate =
                new Candidate(
                        person,
                        new TreeSet<>(Set.of(slot)),
                        new TreeSet<>(employers),
                        new TreeSet<>());
        Assignment assignment =
                new Assignment(
                        Seat.in(slot), candidate, Capacity.PART_TIME, EffectivePeriod.from(DAY));
        return team.after(accepted(team.assign(assignment, FOUND)));
    }

    private static GridCase step(
            GridCase state, Function<GridCase, Outcome<? extends CaseEvent>> command) {
        return Steps.then(state, command);
    }

    private static Mediation next(
            Mediation state, Function<Mediation, Outcome<? extends MediationEvent>> command) {
        return state.after(accepted(command.apply(state)));
    }
}
