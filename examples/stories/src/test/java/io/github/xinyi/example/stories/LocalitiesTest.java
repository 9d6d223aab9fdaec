package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.Stage;
import io.github.xinyi.governance.grid.DutyDue;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.locality.Locality;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories are the same in three places; only their tables differ. */
class LocalitiesTest {

    static Stream<Locality> localities() {
        return Stream.of(Locality.honggu(), Locality.sampleCity(), Locality.sampleDistrict());
    }

    @ParameterizedTest
    @MethodSource("localities")
    void theDogIsSettledByTheLimitsOfThePlace(Locality locality) {
        BarkingDog story = new BarkingDog(Stores.inMemory(), new Notebook().teller(), locality);

        List<SlaGrade> grades = locality.limits().grades();
        SlaGrade hardest = grades.get(grades.size() - 1);
        story.chapters().get(0).run();
        assertThat(story.dog().due(Teller.at("2025-11-05T15:00"), Teller.WEEKENDS))
                .isNotEmpty()
                .extracting(DutyDue::source)
                .containsOnly(hardest.source());
        story.chapters().stream().skip(1).forEach(Runnable::run);

        assertThat(story.dog().stage()).isEqualTo(GridCase.Stage.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("localities")
    void theWallIsRepairedByTheSharesOfThePlace(Locality locality) {
        InsulationRepair story =
                new InsulationRepair(Stores.inMemory(), new Notebook().teller(), locality);

        story.chapters().forEach(Runnable::run);

        assertThat(story.repair().state().stage()).isEqualTo(Stage.CLOSED);
        assertThat(story.repair().state().procedures().values())
                .containsExactly(story.decision().state().id());
        assertThat(story.decision().state().caseId()).contains(story.repair().state().id());
    }
}
