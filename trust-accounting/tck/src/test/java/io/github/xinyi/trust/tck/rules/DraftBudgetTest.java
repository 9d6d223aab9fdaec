package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.BudgetSheet;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards Civil Code art. 278 para. 1 item 9 and art. 280. */
class DraftBudgetTest {

    private static final DraftBudget DRAFT = Village.draftBudget();

    private static BudgetLine line(String code, FundClass fundClass, long fen) {
        return new BudgetLine(code, "保洁", fundClass, Money.ofFen(fen));
    }

    @Test
    void becomesABudgetThatCanBeSpentByTheOwnersResolution() {
        Resolution resolution =
                Village.resolution(Village.ID, Matter.OTHER_MAJOR_MATTER, DRAFT.document());

        AdoptedBudget budget = accept(DRAFT.adopt(resolution));

        assertThat(budget.content()).isEqualTo(DRAFT);
        assertThat(budget.decision()).isEqualTo(OwnersDecision.of(resolution));
        assertThat(budget.line("SF-03")).contains(Village.LIGHTS);
        assertThat(budget.line("SF-04")).isEmpty();
        assertThat(budget.accounts())
                .extracting(account -> account.code().value())
                .containsExactly("service.expense.SF-03", "public.expense.PI-03");
    }

    @Test
    void refusesAResolutionOfAnotherCommunity() {
        assertRefused(
                DRAFT.adopt(
                        Village.resolution(
                                Village.OTHER, Matter.OTHER_MAJOR_MATTER, DRAFT.document())),
                BudgetRule.RESOLUTION_OF_COMMUNITY);
    }

    @ParameterizedTest
    @EnumSource(value = Matter.class, names = "OTHER_MAJOR_MATTER", mode = EnumSource.Mode.EXCLUDE)
    void refusesAResolutionOnAnyOtherMatter(Matter matter) {
        assertRefused(
                DRAFT.adopt(Village.resolution(Village.ID, matter, DRAFT.document())),
                BudgetRule.RESOLUTION_ON_BUDGET);
    }

    @Test
    void namesEveryReasonAtOnce() {
        assertRefused(
                DRAFT.adopt(Village.resolution(Village.OTHER, Matter.MANAGER_APPOINTMENT)),
                BudgetRule.RESOLUTION_OF_COMMUNITY,
                BudgetRule.RESOLUTION_ON_BUDGET,
                BudgetRule.RESOLUTION_ON_LINES);
    }

    @Test
    void refusesTwoLinesOfOneCodeAndNoLines() {
        BudgetLine other = line(Village.LIGHTS.code(), FundClass.PUBLIC_INCOME, 1);

        assertThatThrownBy(() -> new DraftBudget(Village.ID, 2025, List.of(Village.LIGHTS, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Village.LIGHTS.code());
        assertThatThrownBy(() -> new DraftBudget(Village.ID, 2025, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesALineOfNothingAndRefusesOneOfLessThanNothing() {
        assertThat(line("SF-1", FundClass.SERVICE_FUND, 0).expenseAccount())
                .isEqualTo(AccountCode.of("service.expense.SF-1"));
        assertThatThrownBy(() -> line("SF-1", FundClass.SERVICE_FUND, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = FundClass.class,
            names = {"MAINTENANCE_FUND", "DEPOSITS", "REMUNERATION"})
    void refusesALineOfMoneyThatNoBudgetSpends(FundClass fundClass) {
        assertThatThrownBy(() -> line("X-1", fundClass, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesACodeOfSixteenCharactersAndRefusesSeventeen() {
        assertThat(line("A".repeat(16), FundClass.SERVICE_FUND, 1).code()).hasSize(16);
        assertThatThrownBy(() -> line("A".repeat(17), FundClass.SERVICE_FUND, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome<DraftBudget> read(String... rows) {
        String table = "科目编号,科目,资金类别,预算金额\n" + String.join("\n", rows);
        return BudgetSheet.read(
                SheetFile.utf8("budget.csv", table.getBytes(StandardCharsets.UTF_8)),
                Village.ID,
                2025);
    }

    @Test
    void isReadFromATableWithALineAtLeast() {
        DraftBudget read =
                accept(read("SF-03,照明,SERVICE_FUND,10000.00", "PI-03,绿化,PUBLIC_INCOME,3000.00"));

        assertThat(read).isEqualTo(DRAFT);
        assertRefused(read(), BudgetRule.LINE_GIVEN);
        assertThat(read("SF-03,照明,SERVICE_FUND,1.00", "SF-03,照明,SERVICE_FUND,1.00").isAccepted())
                .isFalse();
        assertThat(read("SF-03,照明,DEPOSITS,1.00").isAccepted()).isFalse();
    }
}
