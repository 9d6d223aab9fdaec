package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.mediation.Dispute.COMMUNITY;
import static io.github.xinyi.governance.mediation.Dispute.DOG_OWNER;
import static io.github.xinyi.governance.mediation.Dispute.DUTIES;
import static io.github.xinyi.governance.mediation.Dispute.MEDIATOR;
import static io.github.xinyi.governance.mediation.Dispute.MOTHER;
import static io.github.xinyi.governance.mediation.Dispute.PARTIES;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationEvent;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
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
    void isReportedVisitedMediatedInTheHallAgreedFollowedUpAndClosed() {
        // The officer hears of it, reports it and has it in hand.
        GridCase dog = Steps.found(CaseCategory.ANIMALS);
        dog = step(dog, c -> c.report(OFFICER, Steps.COMPLEX, FOUND.plusSeconds(600)));
        dog = step(dog, c -> c.accept(OFFICER, FOUND.plusSeconds(1200)));
        dog = step(dog, c -> c.answer(OFFICER, FOUND.plusSeconds(1800)));

        // A team of enforcement, steward and volunteer goes from door to door.
        Team team = team();
        Instant nextDay = FOUND.plus(Duration.ofDays(1));
        dog = step(dog, c -> c.call(team, Set.of(FIRM), nextDay));
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
        assertThat(dog.publicView())
                .isEqualTo(new PublicCase(CaseCategory.ANIMALS, "3号楼", Stage.AGREED));

        // The promises are kept, and the officer asks both before the case is closed.
        Mediation kept =
                next(
                        next(signed, m -> m.perform(0, agreedOn, inTheHall)),
                        m ->
                                m.perform(
                                        1,
                                        agreedOn.plusDays(9),
                                        inTheHall.plus(Duration.ofDays(9))));
        assertThat(kept.due(agreedOn.plusYears(1))).isEmpty();
        assertThat(dog.due(inTheHall, CALENDAR))
                .singleElement()
                .extracting(DutyDue::kind)
                .isEqualTo(DutyDue.Kind.FOLLOW_UP);
        Instant asked = inTheHall.plus(Duration.ofDays(3));
        dog = step(dog, c -> c.followUp(OFFICER, Answer.CONTENT, "双方和好", asked));
        dog = step(dog, c -> c.close(OFFICER, asked));

        assertThat(dog.stage()).isEqualTo(Stage.CLOSED);
        assertThat(dog.openings()).isEqualTo(1);
        assertThat(dog.due(asked.plus(Duration.ofDays(365)), CALENDAR)).isEmpty();
        assertThat(GridCase.from(accepted(dog.recordFor(MOTHER)))).isEqualTo(dog);
    }

    private static Mediation signed(Mediation proposed, Instant at, LocalDate day) {
        Mediation ready =
                next(next(proposed, m -> m.consent(MOTHER, at)), m -> m.consent(DOG_OWNER, at));
        Mediation named = next(ready, m -> m.name(Set.of(MEDIATOR), Chooser.PARTIES, at));
        Set<PersonId> present = new TreeSet<>(PARTIES);
        present.add(MEDIATOR);
        Mediation met = next(named, m -> m.meet(present, "小区议事厅", "双方陈述、协商", at));
        Mediation draft = next(met, m -> m.draft(DUTIES, at));
        for (PersonId signer : List.of(MOTHER, DOG_OWNER, MEDIATOR)) {
            draft = next(draft, m -> m.sign(signer, day, at));
        }
        return next(draft, m -> m.seal(day, at));
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
