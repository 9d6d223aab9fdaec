package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.Stage;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.talk.Talk;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The same three stories in places that are nothing but tables drawn at random. */
class RandomPlacesProperties {

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theDogIsSettledInAnyPlace(@ForAll Random random) {
        Locality place = new RandomPlace(random).read();
        Stores stores = Stores.inMemory();
        String disputes = oneOf(place.teams(), random).id();
        BarkingDog story = new BarkingDog(stores, new Notebook().teller(), place, disputes);

        story.chapters().forEach(Runnable::run);

        assertThat(story.dog().stage()).isEqualTo(GridCase.Stage.CLOSED);
        assertThat(story.courtyard().state().status()).isEqualTo(Talk.Status.SETTLED);
        assertThat(story.courtyard().state().terms()).isEqualTo(place.talks());
        List<LocalStep> asked = story.hardest().steps().local().all();
        List<LocalStep> taken =
                story.history().stream()
                        .filter(CaseEvent.LocalStepTaken.class::isInstance)
                        .map(event -> ((CaseEvent.LocalStepTaken) event).step())
                        .toList();
        assertThat(story.history())
                .filteredOn(CaseEvent.LocalStepTaken.class::isInstance)
                .map(CaseEvent.LocalStepTaken.class::cast)
                .allMatch(one -> one.team().isEmpty() != one.step().hasPost());
        assertThat(story.dog().compareTeams(story.teams()))
                .hasSize(1)
                .allMatch(finding -> finding.verdict() == Verdict.MET);
        assertThat(story.dog().comparePosts(story.teams()))
                .hasSize((int) taken.stream().filter(LocalStep::hasPost).count())
                .allMatch(finding -> finding.verdict() == Verdict.MET);
        for (LocalStep step : asked) {
            long times = step.before().equals("派工") ? 0 : 2;
            assertThat(taken.stream().filter(step::equals))
                    .as(step.toString())
                    .hasSize((int) times);
        }
    }

    private static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theWallIsRepairedInAnyPlace(@ForAll Random random) {
        Locality place = new RandomPlace(random).read();
        InsulationRepair story =
                new InsulationRepair(Stores.inMemory(), new Notebook().teller(), place);

        story.chapters().forEach(Runnable::run);

        Procedure procedure = story.decision().state();
        assertThat(procedure.status()).isEqualTo(Procedure.Status.COMPLETED);
        assertThat(procedure.stages())
                .isEqualTo(place.procedure().stages(InsulationRepair.ON_PLAN.matter()));
        assertThat(story.repair().state().stage()).isEqualTo(Stage.CLOSED);
        assertThat(story.repair().state().localSteps())
                .hasSameElementsAs(place.casework().steps().local().all());
        assertThat(story.noise().dispute().stage()).isEqualTo(GridCase.Stage.CLOSED);
        assertThat(story.repair().state().endedDisputes())
                .containsExactly(Map.entry(RepairNoise.DISPUTE.id(), Ending.AGREEMENT));
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void thePilotIsGuidedAndTalkedOverInAnyPlace(@ForAll Random random) {
        Locality place = new RandomPlace(random).read();
        TrustPilot story =
                new TrustPilot(
                        Stores.inMemory(),
                        new Notebook().teller(),
                        place,
                        oneOf(place.teams(), random).id(),
                        oneOf(place.conferences(), random).title());

        story.chapters().forEach(Runnable::run);

        assertThat(story.guides().state().composition(LocalDate.of(2024, 12, 31)).notMet())
                .isEmpty();
        assertThat(story.conferences().state().sittings().values())
                .hasSize(3)
                .allSatisfy(s -> assertThat(s.stage()).isEqualTo(Sitting.Stage.MINUTED));
        assertThat(story.conferences().state().openItems()).isEmpty();
    }
}
