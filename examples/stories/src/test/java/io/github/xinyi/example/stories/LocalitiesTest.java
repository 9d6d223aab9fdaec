package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.Stage;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.DutyDue;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.talk.Talk;
import io.github.xinyi.governance.talk.TalkEvent;
import io.github.xinyi.governance.talk.TalkStep;
import io.github.xinyi.governance.talk.TalkTerms;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories are the same in three places; only their tables differ. */
class LocalitiesTest {

    private static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    new EffectivePeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());

    /** A place, and whom of its own the stories ask for by their ids. */
    record Told(Locality place, String guides, String sitting, String disputes) {}

    static Stream<Told> places() {
        return Stream.of(
                new Told(Locality.honggu(), "1+3+N", "四方联席会议", "议事队"),
                new Told(Locality.sampleCity(), "街区组", "物业管理联席会议", "调解组"),
                new Told(Locality.sampleDistrict(), "1+4（泉州丰泽）", "片区共商会", "巡回调解组"));
    }

    private final Notebook notebook = new Notebook();

    private BarkingDog dogIn(Told told) {
        return new BarkingDog(Stores.inMemory(), notebook.teller(), told.place(), told.disputes());
    }

    private InsulationRepair repairIn(Told told) {
        InsulationRepair story =
                new InsulationRepair(Stores.inMemory(), notebook.teller(), told.place());
        story.chapters().forEach(Runnable::run);
        return story;
    }

    private TrustPilot pilotIn(Told told) {
        TrustPilot story =
                new TrustPilot(
                        Stores.inMemory(),
                        notebook.teller(),
                        told.place(),
                        told.guides(),
                        told.sitting());
        story.chapters().forEach(Runnable::run);
        return story;
    }

    @ParameterizedTest
    @MethodSource("places")
    void theDogIsSettledByTheLimitsOfThePlace(Told told) {
        BarkingDog story = dogIn(told);

        List<SlaGrade> grades = told.place().limits().grades();
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
    @MethodSource("places")
    void theDogIsVisitedByTheTeamForDisputesOfThePlaceAndNobodyElse(Told told) {
        BarkingDog story = dogIn(told);

        story.chapters().forEach(Runnable::run);

        assertThat(story.history())
                .filteredOn(CaseEvent.TeamCalled.class::isInstance)
                .extracting(event -> ((CaseEvent.TeamCalled) event).pattern())
                .containsExactly(told.disputes());
        assertThat(story.dog().compareTeams(story.teams()))
                .hasSize(1)
                .allMatch(finding -> finding.verdict() == Verdict.MET);
        assertThat(story.dog().comparePosts(story.teams()))
                .allMatch(finding -> finding.verdict() == Verdict.MET);
    }

    /** The lawyer of the city and the 网格长 of the district serve in no other team of theirs. */
    @ParameterizedTest
    @CsvSource({"1, 审查, 法律顾问", "2, 签认, 网格长"})
    void aStepIsTakenByAPostThatTheTeamForDisputesAloneHas(int place, String name, String post) {
        Told told = places().toList().get(place);
        BarkingDog story = dogIn(told);
        assertThat(told.place().teams())
                .filteredOn(team -> team.slot(post).isPresent())
                .extracting(TeamPattern::id)
                .containsExactly(told.disputes());

        story.chapters().forEach(Runnable::run);

        List<CaseEvent.LocalStepTaken> taken =
                story.history().stream()
                        .filter(CaseEvent.LocalStepTaken.class::isInstance)
                        .map(CaseEvent.LocalStepTaken.class::cast)
                        .filter(event -> event.step().name().equals(name))
                        .toList();
        Team called =
                story.teams().stream()
                        .filter(team -> team.pattern().id().equals(told.disputes()))
                        .findFirst()
                        .orElseThrow();
        assertThat(taken)
                .hasSize(2)
                .allMatch(event -> event.step().post().equals(post))
                .allMatch(event -> event.team().equals(List.of(called.id())))
                .allMatch(
                        event -> called.serves(event.by(), post, Teller.dayOf(event.occurredAt())));
    }

    @ParameterizedTest
    @MethodSource("places")
    void theLawnIsTalkedOverByTheTermsOfThePlace(Told told) {
        BarkingDog story = dogIn(told);
        TalkTerms terms = told.place().talks();

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
                        text ->
                                assertThat(text.contains("in the courtyard that is left to a post"))
                                        .isEqualTo(post));
    }

    private static ConferencePattern sitting(Told told) {
        return told.place().conference(told.sitting()).orElseThrow();
    }

    private static long count(List<TalkEvent> history, Class<? extends TalkEvent> kind) {
        return history.stream().filter(kind::isInstance).count();
    }

    @ParameterizedTest
    @MethodSource("places")
    void theWallIsRepairedByTheProcedureAndTheSharesOfThePlace(Told told) {
        InsulationRepair story = repairIn(told);

        assertThat(story.repair().state().stage()).isEqualTo(Stage.CLOSED);
        assertThat(story.repair().state().procedures().values())
                .containsExactly(story.decision().state().id());
        Procedure procedure = story.decision().state();
        assertThat(procedure.caseId()).contains(story.repair().state().id());
        assertThat(procedure.status()).isEqualTo(Procedure.Status.COMPLETED);
        assertThat(procedure.stages())
                .isEqualTo(told.place().procedure().stages(InsulationRepair.ON_PLAN.matter()));
        assertThat(procedure.late(LocalDate.of(2025, 12, 31), CALENDAR)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("places")
    void theNoiseAtTheWallIsSettledByTheStepsAndThePostsOfThePlace(Told told) {
        InsulationRepair story = repairIn(told);

        GridCase noise = story.noise().dispute();
        assertThat(noise.stage()).isEqualTo(GridCase.Stage.CLOSED);
        List<SlaGrade> grades = told.place().limits().grades();
        long leftToPosts =
                grades.get(grades.size() - 1).steps().local().all().stream()
                        .filter(step -> step.hasPost() && !step.before().equals("派工"))
                        .count();
        assertThat(noise.comparePosts(story.teams()))
                .hasSize((int) leftToPosts)
                .allMatch(finding -> finding.verdict() == Verdict.MET);
        assertThat(story.repair().state().endedDisputes())
                .containsExactly(Map.entry(RepairNoise.DISPUTE.id(), Ending.AGREEMENT));
    }

    @ParameterizedTest
    @MethodSource("places")
    void thePilotIsGuidedAndTalkedOverByThoseWhomThePlaceNames(Told told) {
        TrustPilot story = pilotIn(told);

        assertThat(story.guides().state().pattern())
                .isEqualTo(told.place().team(told.guides()).orElseThrow());
        assertThat(story.guides().state().composition(LocalDate.of(2024, 12, 31)).notMet())
                .isEmpty();
        assertThat(story.conferences().state().sittings().values())
                .hasSize(3)
                .allSatisfy(
                        sitting -> {
                            assertThat(sitting.stage()).isEqualTo(Sitting.Stage.MINUTED);
                            assertThat(sitting(told).parties())
                                    .containsAll(sitting.attendance().keySet());
                        });
        assertThat(story.conferences().state().openItems()).isEmpty();
        assertThat(story.money().published().head().size()).isEqualTo(148);
    }

    /** What each place made of the stories, read out of what they have recorded. */
    private Map<String, Object> tales(Told place) {
        Map<String, Object> told = new TreeMap<>();
        InsulationRepair repair = repairIn(place);
        Procedure procedure = repair.decision().state();
        told.put("steps", procedure.publicView().stages());
        told.put("days", procedure.publicView().taken());
        told.put(
                "gates of bodies",
                procedure.stages().stream()
                        .map(s -> s.id() + s.attendance() + s.consent() + s.leastDays())
                        .toList());
        TrustPilot pilot = pilotIn(place);
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
        BarkingDog dog = dogIn(place);
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
        places().map(this::tales).forEach(all::add);

        for (String what : all.get(0).keySet()) {
            assertThat(all.stream().map(told -> told.get(what)).distinct())
                    .as(what)
                    .hasSize(all.size());
        }
    }
}
