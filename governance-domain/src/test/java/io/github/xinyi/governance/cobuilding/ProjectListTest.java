package io.github.xinyi.governance.cobuilding;

import static io.github.xinyi.governance.cobuilding.Lists.BRANCH;
import static io.github.xinyi.governance.cobuilding.Lists.DISTRICT;
import static io.github.xinyi.governance.cobuilding.Lists.HERE;
import static io.github.xinyi.governance.cobuilding.Lists.MARCH_1;
import static io.github.xinyi.governance.cobuilding.Lists.PAPER;
import static io.github.xinyi.governance.cobuilding.Lists.TEXT;
import static io.github.xinyi.governance.cobuilding.Lists.YEAR_END;
import static io.github.xinyi.governance.cobuilding.Lists.agreement;
import static io.github.xinyi.governance.cobuilding.Lists.at;
import static io.github.xinyi.governance.cobuilding.Lists.match;
import static io.github.xinyi.governance.cobuilding.Lists.need;
import static io.github.xinyi.governance.cobuilding.Lists.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementSigned;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedAgreed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedCompleted;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedDropped;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedMatched;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.ResourceWithdrawn;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.WorkStarted;
import io.github.xinyi.governance.cobuilding.Need.Stage;
import io.github.xinyi.governance.conference.PaperDigest;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.AgreementId;
import io.github.xinyi.governance.identity.ListingId;
import io.github.xinyi.governance.identity.OrganizationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of projects (项目清单): what an agreement covers, on its way to the evidence. */
class ProjectListTest {

    private static final Wording REASON = new Wording("场地另有用途");
    private static final PaperDigest EVIDENCE = new PaperDigest("e".repeat(64));

    private static ListingId id(String need) {
        return ListingId.of(need);
    }

    private static NeedAgreed agreed(String need, LocalDate day) {
        return new NeedAgreed(DISTRICT, id(need), AgreementId.of("A1"), at(day));
    }

    private static WorkStarted started(String need) {
        return new WorkStarted(DISTRICT, id(need), at(MARCH_1));
    }

    private static NeedCompleted completed(String need) {
        return new NeedCompleted(DISTRICT, id(need), EVIDENCE, at(MARCH_1));
    }

    private static NeedDropped dropped(String need) {
        return new NeedDropped(DISTRICT, id(need), REASON, at(MARCH_1));
    }

    /** Two needs that have claimed a resource of 20 places, and the agreement for both. */
    private static Lists matched() {
        return new Lists()
                .then(agreement("A1"))
                .then(resource("R1", 20, HERE, "养老"))
                .then(need("N2", 8, "养老"))
                .then(need("N1", 12, "养老"))
                .then(match("N1", "R1"))
                .then(match("N2", "R1"));
    }

    private static List<String> projects(Lists lists) {
        return lists.state().projects().stream()
                .map(need -> need.listed().listing() + " " + need.stage())
                .toList();
    }

    @Test
    void listsWhatAnAgreementCoversInTheOrderOfIdentifiers() {
        Lists lists = matched().then(need("N3", 1, "养老"));
        assertThat(projects(lists)).as("listed and matched alone").isEmpty();

        lists.then(agreed("N2", MARCH_1));
        assertThat(projects(lists)).containsExactly("N2 AGREED");
        lists.then(agreed("N1", MARCH_1)).then(started("N1"));

        assertThat(projects(lists)).containsExactly("N1 IN_PROGRESS", "N2 AGREED");
        assertThatThrownBy(() -> lists.state().projects().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsWhatIsDoneWithItsWholeCourseAndItsEvidence() {
        Lists lists =
                matched().then(agreed("N1", MARCH_1)).then(started("N1")).then(completed("N1"));

        assertThat(projects(lists)).containsExactly("N1 DONE");
        Need done = lists.state().projects().get(0);
        assertThat(done.steps())
                .extracting(Object::getClass)
                .isEqualTo(
                        List.of(
                                NeedMatched.class,
                                NeedAgreed.class,
                                WorkStarted.class,
                                NeedCompleted.class));
        assertThat(done.steps().get(3)).isEqualTo(completed("N1"));
        assertThat(done.resource()).contains(id("R1"));
        assertThat(lists.state().free(id("R1"))).as("what was given is not given back").isZero();
    }

    @Test
    void whatIsDroppedLeavesTheListWithItsReasonAndFreesWhatItClaimed() {
        Lists agreed = matched().then(agreed("N1", MARCH_1)).then(dropped("N1"));
        Lists begun = matched().then(agreed("N1", MARCH_1)).then(started("N1")).then(dropped("N1"));

        for (Lists lists : List.of(agreed, begun)) {
            assertThat(projects(lists)).isEmpty();
            assertThat(lists.state().free(id("R1"))).isEqualTo(12);
            assertThat(lists.state().needs())
                    .extractingByKey(id("N1"))
                    .satisfies(
                            need -> {
                                assertThat(need.stage()).isEqualTo(Stage.DROPPED);
                                assertThat(need.steps().get(need.steps().size() - 1))
                                        .isEqualTo(dropped("N1"));
                            });
            assertThat(lists.against(started("N1"))).containsExactly(CobuildingRule.STAGE);
            assertThat(lists.against(agreed("N1", MARCH_1))).containsExactly(CobuildingRule.STAGE);
        }
    }

    @Test
    void nothingComesOnTheListByAnAgreementThatDoesNotCoverIt() {
        AgreementSigned others =
                new AgreementSigned(
                        DISTRICT,
                        AgreementId.of("A2"),
                        new TreeSet<>(List.of(BRANCH, OrganizationId.of("ORG-X"))),
                        List.of(),
                        MARCH_1,
                        YEAR_END,
                        at(MARCH_1));
        Lists lists = matched().then(others).then(need("N3", 1, "养老"));
        NeedAgreed byOthers = new NeedAgreed(DISTRICT, id("N1"), AgreementId.of("A2"), at(MARCH_1));
        NeedAgreed unknown = new NeedAgreed(DISTRICT, id("N1"), AgreementId.of("A9"), at(MARCH_1));
        NeedAgreed elsewhere = new NeedAgreed(HERE, id("N1"), AgreementId.of("A1"), at(MARCH_1));

        assertThat(lists.against(byOthers)).containsExactly(CobuildingRule.PROVIDER);
        assertThat(lists.against(unknown)).containsExactly(CobuildingRule.KNOWN);
        assertThat(lists.against(elsewhere)).containsExactly(CobuildingRule.DISTRICT);
        assertThat(lists.against(agreed("N1", YEAR_END))).containsExactly(CobuildingRule.IN_FORCE);
        assertThat(lists.against(agreed("N1", YEAR_END.minusDays(1)))).isEmpty();
        assertThat(lists.against(agreed("N3", MARCH_1)))
                .containsExactly(CobuildingRule.STAGE, CobuildingRule.PROVIDER);
        assertThat(lists.against(agreed("N9", MARCH_1))).containsExactly(CobuildingRule.KNOWN);
        assertThat(projects(lists)).isEmpty();
    }

    @Test
    void everyStepOutOfTurnIsRefusedAndChangesNoProject() {
        Lists agreed = matched().then(agreed("N1", MARCH_1));
        assertThat(agreed.against(agreed("N1", MARCH_1))).containsExactly(CobuildingRule.STAGE);
        assertThat(agreed.against(completed("N1"))).containsExactly(CobuildingRule.STAGE);
        assertThat(agreed.against(match("N1", "R1")))
                .containsExactly(CobuildingRule.STAGE, CobuildingRule.CAPACITY);
        assertThat(agreed.against(need("N1", 1, "养老"))).containsExactly(CobuildingRule.NEW);
        assertThat(projects(agreed)).containsExactly("N1 AGREED");

        Lists begun = agreed.then(started("N1"));
        assertThat(begun.against(started("N1"))).containsExactly(CobuildingRule.STAGE);
        Lists done = begun.then(completed("N1"));
        for (CobuildingEvent late :
                List.of(agreed("N1", MARCH_1), started("N1"), completed("N1"), dropped("N1"))) {
            assertThat(done.against(late)).containsExactly(CobuildingRule.STAGE);
            assertThatThrownBy(() -> done.state().after(late))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(projects(done)).containsExactly("N1 DONE");
    }

    @Test
    void whatAProjectStandsOnIsWithdrawnOnceItIsDoneAndTheProjectStays() {
        ResourceWithdrawn gone = new ResourceWithdrawn(DISTRICT, id("R1"), TEXT, at(MARCH_1));
        Lists lists = matched().then(agreed("N1", MARCH_1)).then(dropped("N2"));

        assertThat(lists.against(gone)).containsExactly(CobuildingRule.UNCLAIMED);
        lists.then(started("N1"));
        assertThat(lists.against(gone)).containsExactly(CobuildingRule.UNCLAIMED);
        lists.then(completed("N1")).then(gone);

        assertThat(projects(lists)).containsExactly("N1 DONE");
        assertThat(lists.state().free(id("R1"))).isZero();
    }

    /** Personal Information Protection Law art. 25: the reason and the evidence stay inside. */
    @Test
    void everybodySeesHowFarAProjectIsAndNothingThatPeopleWrote() {
        Lists lists =
                matched()
                        .then(agreed("N1", MARCH_1))
                        .then(agreed("N2", MARCH_1))
                        .then(started("N1"))
                        .then(completed("N1"))
                        .then(dropped("N2"));

        PublicLists view = lists.state().publicView(MARCH_1);

        assertThat(view.wishes())
                .extracting(wish -> wish.need() + " " + wish.stage() + " " + wish.claimed())
                .containsExactly("N1 DONE [R1]", "N2 DROPPED [R1]");
        assertThat(view.toString())
                .doesNotContain(REASON.value(), EVIDENCE.value(), PAPER.value(), TEXT.value());
    }

    @Test
    void aHistoryThatIsReadAgainGivesTheSameProjects() {
        Lists lists =
                matched()
                        .then(agreed("N1", MARCH_1))
                        .then(started("N1"))
                        .then(agreed("N2", MARCH_1))
                        .then(completed("N1"));
        List<CobuildingEvent> history = lists.history();

        assertThat(Cobuilding.from(DISTRICT, history).projects())
                .isEqualTo(lists.state().projects())
                .hasSize(2);
        List<CobuildingEvent> early = new ArrayList<>(history);
        early.removeIf(NeedAgreed.class::isInstance);
        assertThatThrownBy(() -> Cobuilding.from(DISTRICT, early))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STAGE");
    }
}
