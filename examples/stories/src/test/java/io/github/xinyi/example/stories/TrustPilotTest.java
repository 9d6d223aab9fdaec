package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.Comparison;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.FundStatement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trust pilot, chapter by chapter. */
class TrustPilotTest {

    private final Stores stores = Stores.inMemory();
    private final Notebook notebook = new Notebook();
    private final TrustPilot story = new TrustPilot(stores, notebook.teller());

    private void tell(int chapters) {
        story.chapters().subList(0, chapters).forEach(Runnable::run);
    }

    private void tellAll() {
        tell(story.chapters().size());
    }

    @Test
    void fifteenOfTwentyFourHomesAreNoQuorumByCivilCode278() {
        tell(1);

        assertThat(story.votes().results(PilotVotes.FIRST))
                .extracting(MotionResult::result)
                .containsOnly(MotionResult.Result.NO_QUORUM);
    }

    @Test
    void theGuidanceTeamHasOneLeaderThreeAdvisersAndTwoVolunteers() {
        tell(2);

        LocalDate day = LocalDate.of(2024, 9, 2);
        assertThat(story.guides().state().serving(day)).hasSize(6);
        assertThat(story.guides().state().vacancies(day)).isEmpty();
        assertThat(story.guides().state().composition(day).notMet()).isEmpty();
        assertThat(notebook.text())
                .contains("firm-engineer in slot 专业顾问 does not work for the serving firm")
                .contains("Slot 联系指导员: up to 1 of 1 seats are held");
    }

    @Test
    void tasksComeBackUntilTheyAreClosedAndNoConferenceDecidesForTheOwners() {
        tell(3);
        assertThat(story.conferences().state().openItems()).hasSize(2);

        story.chapters().get(3).run();
        assertThat(story.conferences().state().openItems())
                .singleElement()
                .satisfies(item -> assertThat(item.deadline()).isEqualTo("2024-12-05"));

        story.chapters().get(4).run();
        assertThat(story.conferences().state().openItems()).isEmpty();
        assertThat(story.conferences().state().sittings().values())
                .hasSize(3)
                .allSatisfy(
                        sitting -> {
                            assertThat(sitting.stage()).isEqualTo(Sitting.Stage.MINUTED);
                            assertThat(sitting.digests())
                                    .allSatisfy(d -> assertThat(sitting.unsigned(d)).isEmpty());
                        });
        assertThat(story.conferences().state().frequency(LocalDate.of(2025, 1, 10)).notMet())
                .isEmpty();
        assertThat(notebook.text())
                .contains("Agenda item 2 belongs to item 4 of what the owners decide together")
                .contains("Task A1 of 物业服务企业, due on 2024-11-05");
    }

    @Test
    void theOwnersAdoptContractAndBudgetOnTheirVeryPapers() {
        tell(6);

        assertThat(story.votes().results(PilotVotes.SECOND))
                .extracting(MotionResult::result)
                .containsOnly(MotionResult.Result.PASSED);
        assertThat(story.votes().onContract().motion().documents())
                .doesNotContainAnyElementsOf(story.votes().onBudget().motion().documents());
        assertThat(story.money().office().contract().terms().ratio()).isEqualTo(Ratio.of(8, 100));
        assertThat(notebook.text()).contains("The resolution decides MANAGER_APPOINTMENT");
    }

    @Test
    void theFirstQuarterIsInTheBookToTheLastFen() {
        tell(9);

        TrustOffice office = story.money().office();
        FundStatement fund = office.statement(FundClass.SERVICE_FUND);
        assertThat(fund.opening()).isEqualTo(Money.ofFen(1_000_000));
        assertThat(fund.income()).isEqualTo(Money.ofFen(3 * 24 * 30_000));
        assertThat(fund.receivable()).isEqualTo(Money.ofFen((4 + 2) * 30_000));
        assertThat(fund.expense()).isEqualTo(Money.ofFen(240_000 + 158_400));
        assertThat(fund.cash()).isEqualTo(Money.ofFen(1_000_000 + 66 * 30_000 - 240_000 - 158_400));
        assertThat(office.statement(FundClass.REMUNERATION).net()).isEqualTo(Money.ofFen(0));
        assertThat(office.book().read(b -> b.balance(ChartOfAccounts.REMUNERATION_COST)).net())
                .isEqualTo(Money.ofFen(158_400));
        assertThat(notebook.text()).contains("Ratio 2/25 of 19,800.00 received; asked 0.01");
    }

    @Test
    void everyRecordOfTheBookIsProvedUnderThePublishedCheckpoint() {
        tell(9);

        PublishedCheckpoint published = story.money().published();
        assertThat(published.head().size()).isEqualTo(148);
        assertThat(story.money().log().prove(0)).isPresent();
        assertThat(story.money().log().prove(147)).isPresent();
        assertThat(story.money().log().prove(148)).isEmpty();
    }

    @Test
    void thePilotsAreComparedWithTheOthersBeforeAndAfter() {
        tellAll();

        Comparison accounts = story.figures().accounts();
        assertThat(accounts.pilots().before().share()).contains(Ratio.of(7, 20));
        assertThat(accounts.pilots().after().share()).contains(Ratio.of(9, 10));
        assertThat(accounts.pilots().change().orElseThrow()).hasToString("UP 11/20");
        assertThat(accounts.others().before().share()).contains(Ratio.of(1, 4));
        assertThat(accounts.others().after().share()).contains(Ratio.of(1, 3));
        assertThat(accounts.others().change().orElseThrow()).hasToString("UP 1/12");
        assertThat(accounts.pilots().after().missing().firstKey().community())
                .isEqualTo(CommunityId.of("pilot-5"));
        assertThat(story.figures().participation(PilotFigures.BEFORE, PilotVotes.FIRST).share())
                .contains(Ratio.of(15, 24));
        assertThat(story.figures().participation(PilotFigures.AFTER, PilotVotes.SECOND).share())
                .contains(Ratio.of(20, 24));
        assertThat(story.figures().completeTeams().share()).contains(Ratio.of(1, 1));
    }

    @Test
    void everybodyReadsConferencesBookAndFiguresAndNobodyAHousehold() {
        tellAll();

        List<String> views = story.publicViews();
        assertThat(views)
                .contains("72 x BILL of a household, as a commitment")
                .contains("66 x FEE_RECEIPT of a household, as a commitment");
        PersonalReferences.assertNoneIn(views, stores, TrustPilot.HOMES);
        assertThat(notebook.text()).contains(views);
    }
}
