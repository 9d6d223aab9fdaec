package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.Stage;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.grid.DutyDue;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.talk.Talk;
import io.github.xinyi.governance.talk.TalkEvent;
import io.github.xinyi.governance.talk.TalkStep;
import io.github.xinyi.governance.talk.TalkTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories are the same in three places; only their tables differ. */
class LocalitiesTest {

    private static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    new EffectivePeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());

    static Stream<Locality> localities() {
        return Stream.of(Locality.honggu(), Locality.sampleCity(), Locality.sampleDistrict());
    }

    private final Notebook notebook = new Notebook();

    private BarkingDog dogIn(Locality locality) {
        return new BarkingDog(Stores.inMemory(), notebook.teller(), locality);
    }

    private InsulationRepair repairIn(Locality locality) {
        InsulationRepair story =
                new InsulationRepair(Stores.inMemory(), notebook.teller(), locality);
        story.chapters().forEach(Runnable::run);
        return story;
    }

    private TrustPilot pilotIn(Locality locality) {
        TrustPilot story = new TrustPilot(Stores.inMemory(), notebook.teller(), locality);
        story.chapters().forEach(Runnable::run);
        return story;
    }

    @ParameterizedTest
    @MethodSource("localities")
    void theDogIsSettledByTheLimitsOfThePlace(Locality locality) {
        BarkingDog story = dogIn(locality);

        List<SlaGrade> grades = locality.limits().grades();
        SlaGrade hardest = grades.get(grades.size() - 1);
        story.chapters().get(0).run();
        assertThat(story.dog().due(Teller.at("2025-11-05T15:00"), Teller.WEEKENDS))
                .isNotEmpty()
                .extracting(DutyDue::source)
                .containsOnly(hardest.source());
        story.chapters().stream().skip(1).forEach(Runnable::run);

        assertThat(story.dog().stage()).isEqualTo(GridCase.Stage.CLOSED);
        boolean post = hardest.steps().local().all().stream().anyMatch(LocalStep::hasPost);
        assertThat(notebook.text().contains("for whoever has the post")).isEqualTo(post);
    }

    @ParameterizedTest
    @MethodSource("localities")
    void theLawnIsTalkedOverByTheTermsOfThePlace(Locality locality) {
        BarkingDog story = dogIn(locality);
        TalkTerms terms = locality.talks();

        story.chapters().forEach(Runnable::run);

        Talk talk = story.courtyard().state();
        assertThat(talk.terms()).isEqualTo(terms);
        assertThat(talk.status()).isEqualTo(Talk.Status.SETTLED);
        List<TalkEvent> history = story.courtyard().history();
        boolean reviewed = terms.required().contains(TalkStep.REVIEW);
        int rounds = reviewed ? 2 : 1;
        assertThat(count(history, TalkEvent.SupporterJoined.class)).isEqualTo(terms.supporters());
        assertThat(count(history, TalkEvent.IssueDiscussed.class)).isEqualTo(rounds);
        assertThat(count(history, TalkEvent.ResultPublished.class))
                .isEqualTo(terms.required().contains(TalkStep.PUBLICATION) ? rounds : 0);
        assertThat(count(history, TalkEvent.ResultReviewed.class)).isEqualTo(reviewed ? 2 : 0);
        for (LocalStep step : terms.local().all()) {
            assertThat(history)
                    .filteredOn(TalkEvent.LocalStepTaken.class::isInstance)
                    .extracting(event -> ((TalkEvent.LocalStepTaken) event).step())
                    .filteredOn(step::equals)
                    .hasSize(rounds);
        }
        boolean post = terms.local().all().stream().anyMatch(LocalStep::hasPost);
        assertThat(notebook.text())
                .contains("later and within " + terms.mostDays() + " days")
                .satisfies(
                        told ->
                                assertThat(told.contains("in the courtyard that is left to a post"))
                                        .isEqualTo(post));
    }

    private static long count(List<TalkEvent> history, Class<? extends TalkEvent> kind) {
        return history.stream().filter(kind::isInstance).count();
    }

    @ParameterizedTest
    @MethodSource("localities")
    void theWallIsRepairedByTheProcedureAndTheSharesOfThePlace(Locality locality) {
        InsulationRepair story = repairIn(locality);

        assertThat(story.repair().state().stage()).isEqualTo(Stage.CLOSED);
        assertThat(story.repair().state().procedures().values())
                .containsExactly(story.decision().state().id());
        Procedure procedure = story.decision().state();
        assertThat(procedure.caseId()).contains(story.repair().state().id());
        assertThat(procedure.status()).isEqualTo(Procedure.Status.COMPLETED);
        assertThat(procedure.stages())
                .isEqualTo(locality.procedure().stages(InsulationRepair.ON_PLAN.matter()));
        assertThat(procedure.late(LocalDate.of(2025, 12, 31), CALENDAR)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("localities")
    void thePilotIsGuidedAndTalkedOverByThoseWhomThePlaceNames(Locality locality) {
        TrustPilot story = pilotIn(locality);

        assertThat(story.guides().state().pattern()).isEqualTo(locality.team());
        assertThat(story.guides().state().composition(LocalDate.of(2024, 12, 31)).notMet())
                .isEmpty();
        assertThat(story.conferences().state().sittings().values())
                .hasSize(3)
                .allSatisfy(
                        sitting -> {
                            assertThat(sitting.stage()).isEqualTo(Sitting.Stage.MINUTED);
                            assertThat(locality.conference().parties())
                                    .containsAll(sitting.attendance().keySet());
                        });
        assertThat(story.conferences().state().openItems()).isEmpty();
        assertThat(story.money().published().head().size()).isEqualTo(148);
    }

    /** What each place made of the stories, read out of what they have recorded. */
    private Map<String, Object> told(Locality locality) {
        Map<String, Object> told = new TreeMap<>();
        InsulationRepair repair = repairIn(locality);
        Procedure procedure = repair.decision().state();
        told.put("steps", procedure.publicView().stages());
        told.put("days", procedure.publicView().taken());
        told.put(
                "gates of bodies",
                procedure.stages().stream()
                        .map(s -> s.id() + s.attendance() + s.consent() + s.leastDays())
                        .toList());
        TrustPilot pilot = pilotIn(locality);
        told.put(
                "parties",
                pilot.conferences().state().sittings().values().stream()
                        .map(sitting -> sitting.attendance().keySet())
                        .toList());
        told.put(
                "days of conferences",
                pilot.conferences().state().sittings().values().stream()
                        .map(
                                sitting ->
                                        sitting.called().heldOn().toString()
                                                + sitting.attendance().size())
                        .toList());
        told.put(
                "slots",
                pilot.guides().state().on(LocalDate.of(2024, 12, 31)).stream()
                        .map(assignment -> assignment.seat().slot())
                        .toList());
        BarkingDog dog = dogIn(locality);
        dog.chapters().get(0).run();
        told.put(
                "deadlines",
                dog.dog().due(Teller.at("2025-11-05T15:00"), Teller.WEEKENDS).stream()
                        .map(DutyDue::dueAt)
                        .toList());
        dog.chapters().stream().skip(1).forEach(Runnable::run);
        told.put(
                "steps of talks",
                dog.courtyard().history().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .toList());
        return told;
    }

    @Test
    void noTwoPlacesTellTheSameStoryThoughTheCodeIsTheSame() {
        List<Map<String, Object>> all = new ArrayList<>();
        localities().map(this::told).forEach(all::add);

        for (String what : all.get(0).keySet()) {
            assertThat(all.stream().map(told -> told.get(what)).distinct())
                    .as(what)
                    .hasSize(all.size());
        }
    }
}
