package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** That owners who vote for a paper vote for nothing else: two papers never share a digest. */
class PaperDigestProperties {

    private static final KeyRegister REGISTER = TestKeys.register();

    /** Few values of each part, so that equal papers and near ones are frequent. */
    @Provide
    Arbitrary<ContractTerms> terms() {
        Arbitrary<String> texts = Arbitraries.of("A", "AB", "B", "BA");
        return Combinators.combine(
                        texts,
                        texts,
                        texts,
                        Arbitraries.of(Ratio.of(1, 100), Ratio.of(2, 100), Ratio.of(1, 10)),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(5, 6),
                        Arbitraries.of(
                                REGISTER,
                                new KeyRegister(List.of(TestKeys.FIRM_KEY)),
                                new KeyRegister(List.of(TestKeys.OWNERS_KEY, TestKeys.FIRM_KEY))))
                .as(
                        (id, community, trustee, ratio, day, number, keys) ->
                                new ContractTerms(
                                        id,
                                        CommunityId.of(community),
                                        PersonId.of(trustee),
                                        ratio,
                                        RemunerationBase.FEES_RECEIVED,
                                        Village.FIRST_DAY.plusDays(day),
                                        Village.LAST_DAY.minusDays(day),
                                        number,
                                        11 - number + day,
                                        keys));
    }

    @Provide
    Arbitrary<DraftBudget> budgets() {
        Arbitrary<BudgetLine> lines =
                Combinators.combine(
                                Arbitraries.of("保洁", "保", "洁"),
                                Arbitraries.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME),
                                Arbitraries.longs().between(0, 2))
                        .as((name, fund, fen) -> new BudgetLine("A", name, fund, Money.ofFen(fen)));
        return Combinators.combine(
                        Arbitraries.of("A", "AB"),
                        Arbitraries.integers().between(2025, 2026),
                        lines.list().ofMinSize(1).ofMaxSize(3))
                .as(
                        (community, year, drawn) ->
                                new DraftBudget(
                                        CommunityId.of(community), year, withDistinctCodes(drawn)));
    }

    private static List<BudgetLine> withDistinctCodes(List<BudgetLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(
                        i ->
                                new BudgetLine(
                                        "A".repeat(i + 1),
                                        lines.get(i).name(),
                                        lines.get(i).fundClass(),
                                        lines.get(i).amount()))
                .toList();
    }

    @Property(tries = 2_000)
    void termsShareADigestOnlyIfTheyAreEqual(
            @ForAll("terms") ContractTerms one, @ForAll("terms") ContractTerms other) {
        assertThat(one.document().equals(other.document())).isEqualTo(one.equals(other));
    }

    @Property(tries = 2_000)
    void budgetsShareADigestOnlyIfTheyAreEqual(
            @ForAll("budgets") DraftBudget one, @ForAll("budgets") DraftBudget other) {
        assertThat(one.document().equals(other.document())).isEqualTo(one.equals(other));
    }

    @Test
    void aCharacterThatMovesFromOnePartToTheNextIsAnotherPaper() {
        assertThat(named("AB", "C", "D").document())
                .isNotEqualTo(named("A", "BC", "D").document())
                .isNotEqualTo(named("AB", "CD", "D").document());
    }

    @Test
    void theOrderOfLinesIsPartOfABudget() {
        List<BudgetLine> lines = Village.draftBudget().lines();

        assertThat(
                        new DraftBudget(Village.ID, 2025, List.of(lines.get(1), lines.get(0)))
                                .document())
                .isNotEqualTo(Village.draftBudget().document());
    }

    @Test
    void theDigestsAreThoseThatWereVotedOnBefore() {
        ContractTerms terms =
                new ContractTerms(
                        "HT-2025-01",
                        CommunityId.of("S001"),
                        PersonId.of("firm"),
                        Ratio.of(8, 100),
                        RemunerationBase.FEES_RECEIVED,
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        7,
                        5,
                        new KeyRegister(List.of()));
        DraftBudget budget =
                new DraftBudget(
                        CommunityId.of("S001"),
                        2025,
                        List.of(
                                new BudgetLine(
                                        "SF-03",
                                        "保洁",
                                        FundClass.SERVICE_FUND,
                                        Money.ofFen(16_800_000))));

        assertThat(terms.document())
                .hasToString("8e575b9be975b7d274cc317847f7d84a609528ff029e34a3de4bf847b1252c8c");
        assertThat(budget.document())
                .hasToString("9658a5c77ac7fa72127aba3a36af75923968d442bbcac11603252b5bd072c245");
    }

    private static ContractTerms named(String id, String community, String trustee) {
        ContractTerms terms = Village.terms(Ratio.of(8, 100), REGISTER);
        return new ContractTerms(
                id,
                CommunityId.of(community),
                PersonId.of(trustee),
                terms.ratio(),
                terms.base(),
                terms.startInclusive(),
                terms.endInclusive(),
                terms.approvalValidDays(),
                terms.batchMinUnits(),
                terms.keys());
    }
}
