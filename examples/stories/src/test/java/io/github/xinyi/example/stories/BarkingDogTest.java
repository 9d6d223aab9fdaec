package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.metrics.Count;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The barking dog, chapter by chapter. */
class BarkingDogTest {

    private static final LocalDate CLOSED = LocalDate.of(2025, 11, 10);
    private static final LocalDate BROKEN = LocalDate.of(2025, 11, 26);
    private static final LocalDate SETTLED = LocalDate.of(2025, 12, 1);

    private final Stores stores = Stores.inMemory();
    private final Notebook notebook = new Notebook();
    private final BarkingDog story = new BarkingDog(stores, notebook.teller());

    private void tell(int chapters) {
        story.chapters().subList(0, chapters).forEach(Runnable::run);
    }

    private void tellAll() {
        tell(story.chapters().size());
    }

    @Test
    void whoHearsOfItFirstKeepsItInHand() {
        tell(1);

        assertThat(story.dog().stage()).isEqualTo(Stage.ASSIGNED);
        assertThat(story.dog().holder()).isEqualTo(Dispute.OFFICER);
    }

    @Test
    void aTeamWithoutEnforcementIsNotSentAndNobodyTalksBeforeBothConsent() {
        tell(2);

        assertThat(story.dog().stage()).isEqualTo(Stage.MEDIATION);
        assertThat(notebook.text())
                .contains("Slot 执法人员: 0 people")
                .contains("consent is missing from [dog-owner, neighbour]");
    }

    @Test
    void theAgreementIsWrittenSignedByThreeAndInEffectOnTheDay() {
        tell(3);

        Mediation signed = story.talks(1);
        assertThat(signed.stage()).isEqualTo(Mediation.Stage.AGREED);
        assertThat(signed.effectiveOn()).contains(LocalDate.of(2025, 11, 7));
        assertThat(signed.duties()).hasSize(2);
        assertThat(story.dog().stage()).isEqualTo(Stage.AGREED);
    }

    @Test
    void closesAfterTheFirstPromiseIsKeptAndBothWereAsked() {
        tell(4);

        assertThat(story.dog().stage()).isEqualTo(Stage.CLOSED);
        assertThat(story.settlement(CLOSED).share()).contains(Ratio.of(1, 1));
    }

    @Test
    void aBrokenPromiseOpensTheCaseAgainAndItIsSettledNoLonger() {
        tell(5);

        assertThat(story.dog().stage()).isEqualTo(Stage.REPORTED);
        assertThat(story.dog().openings()).isEqualTo(2);
        assertThat(story.dog().holder()).isEqualTo(Dispute.OFFICER);
        assertThat(story.settlement(BROKEN).share()).contains(Ratio.of(0, 1));
        assertThat(story.settlement(BROKEN).missing()).containsValue(Count.REOPENED);
        assertThat(story.settlement(CLOSED).share()).contains(Ratio.of(1, 1));
    }

    @Test
    void endsClosedWithItsWholeHistory() {
        tellAll();

        GridCase dog = story.dog();
        assertThat(dog.stage()).isEqualTo(Stage.CLOSED);
        assertThat(dog.openings()).isEqualTo(2);
        assertThat(dog.rounds()).isEqualTo(2);
        assertThat(story.talks(2).due(SETTLED)).isEmpty();
        assertThat(story.settlement(SETTLED).share()).contains(Ratio.of(1, 1));
        assertThat(Outcomes.accepted(dog.recordFor(BarkingDog.NEIGHBOUR))).hasSize(19);
        assertThat(dog.recordFor(PersonId.of("stranger")).isAccepted()).isFalse();
    }

    @Test
    void everybodyReadsWhatItIsAboutAndNobodyWhoItIsAbout() {
        tellAll();

        List<String> views = story.publicViews();
        assertThat(views)
                .startsWith("About animals kept against the rules; the parties agreed")
                .containsSubsequence(
                        "2025-11-10 The case was closed",
                        "2025-11-26 The case was received",
                        "2025-12-01 The case was closed")
                .contains("Mediation 2 led to an agreement on 2025-11-28")
                .noneMatch(line -> line.matches(".*[A-Z_]{3,}.*"));
        PersonalReferences.assertNoneIn(views, stores, BarkingDog.COMMUNITY, List.of());
        assertThat(notebook.text()).contains(views);
    }
}
