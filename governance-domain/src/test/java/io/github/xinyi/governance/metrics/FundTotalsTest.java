package io.github.xinyi.governance.metrics;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.region.Placement;
import io.github.xinyi.governance.region.RegionNode;
import io.github.xinyi.governance.region.RegionNode.Level;
import io.github.xinyi.governance.region.RegionTree;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sums of funds over a region; what nobody handed in is named and never taken for zero. */
class FundTotalsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final RegionId TOP = RegionId.of("top");
    private static final RegionId EAST = RegionId.of("east");
    private static final RegionId WEST = RegionId.of("west");

    /** Communities c0 to c3 in the east and west in turn; c3 moves from west to east on the day. */
    private static RegionTree tree() {
        List<RegionNode> nodes = new ArrayList<>();
        nodes.add(new RegionNode(TOP, Level.PROVINCE));
        nodes.add(new RegionNode(EAST, Level.STREET));
        nodes.add(new RegionNode(WEST, Level.STREET));
        EffectivePeriod always = EffectivePeriod.from(DAY.minusYears(5));
        List<Placement> places = new ArrayList<>();
        places.add(new Placement(EAST, TOP, always));
        places.add(new Placement(WEST, TOP, always));
        for (int i = 0; i < 4; i++) {
            RegionId node = RegionId.of("c" + i);
            nodes.add(new RegionNode(node, Level.COMMUNITY));
            if (i < 3) {
                places.add(new Placement(node, i % 2 == 0 ? EAST : WEST, always));
            } else {
                places.add(new Placement(node, WEST, new EffectivePeriod(DAY.minusYears(5), DAY)));
                places.add(new Placement(node, EAST, EffectivePeriod.from(DAY)));
            }
        }
        return accepted(RegionTree.of(nodes, places));
    }

    @Property(tries = 200)
    void aNodeIsTheSumOfItsCommunitiesEachOnce(
            @ForAll @Size(4) List<@LongRange(min = -9, max = 9) Long> amounts,
            @ForAll @IntRange(min = 0, max = 15) int given) {
        Kept kept = new Kept();
        for (int i = 0; i < 4; i++) {
            if ((given >> i) % 2 == 1) {
                kept.handIn(figures(i, DAY, "CNY", Map.of("balance", amounts.get(i))));
            }
        }

        FundTotals east = FundTotals.of(tree(), EAST, DAY, kept);
        FundTotals west = FundTotals.of(tree(), WEST, DAY, kept);
        FundTotals all = FundTotals.of(tree(), TOP, DAY, kept);

        assertThat(sum(east)).isEqualTo(recount(amounts, given, 0, 2, 3));
        assertThat(sum(west)).isEqualTo(recount(amounts, given, 1));
        assertThat(sum(all)).isEqualTo(sum(east) + sum(west));
        assertThat(all.given()).hasSize(Integer.bitCount(given));
        assertThat(all.without()).hasSize(4 - Integer.bitCount(given));
        assertThat(Collections.disjoint(all.given(), all.without())).isTrue();
    }

    private static long recount(List<Long> amounts, int given, int... communities) {
        long sum = 0;
        for (int i : communities) {
            sum += (given >> i) % 2 == 1 ? amounts.get(i) : 0;
        }
        return sum;
    }

    private static long sum(FundTotals totals) {
        return totals.amountsMinor()
                .getOrDefault("CNY", new TreeMap<>())
                .getOrDefault("balance", 0L);
    }

    @Test
    void aCommunityThatMovedCountsWhereItWasOnTheDay() {
        Kept kept = new Kept();
        kept.handIn(figures(3, DAY, "CNY", Map.of("balance", 7L)));
        kept.handIn(figures(3, DAY.minusDays(1), "CNY", Map.of("balance", 5L)));

        assertThat(sum(FundTotals.of(tree(), EAST, DAY, kept))).isEqualTo(7);
        assertThat(sum(FundTotals.of(tree(), WEST, DAY.minusDays(1), kept))).isEqualTo(5);
        assertThat(FundTotals.of(tree(), WEST, DAY, kept).given()).isEmpty();
        assertThat(FundTotals.of(tree(), WEST, DAY, kept).without())
                .containsExactly(CommunityId.of("c1"));
    }

    @Test
    void currenciesAndNamesNeverMix() {
        Kept kept = new Kept();
        kept.handIn(figures(0, DAY, "CNY", Map.of("balance", 7L, "fees", 1L)));
        kept.handIn(figures(1, DAY, "HKD", Map.of("balance", 5L)));
        kept.handIn(figures(2, DAY, "CNY", Map.of("balance", -9L)));

        FundTotals totals = FundTotals.of(tree(), TOP, DAY, kept);

        assertThat(totals.node()).isEqualTo(TOP);
        assertThat(totals.day()).isEqualTo(DAY);
        assertThat(totals.amountsMinor())
                .isEqualTo(
                        Map.of(
                                "CNY", Map.of("balance", -2L, "fees", 1L),
                                "HKD", Map.of("balance", 5L)));
    }

    @Test
    void saysItsFormulaAndSource() {
        Kept kept = new Kept();
        assertThat(FundTotals.of(tree(), TOP, DAY, kept).finding().verdict())
                .isEqualTo(Verdict.UNDETERMINED);
        kept.handIn(figures(0, DAY, "CNY", Map.of("balance", 7L)));

        Finding finding = FundTotals.of(tree(), TOP, DAY, kept).finding();

        assertThat(finding.rule()).isEqualTo(FundRule.TOTALS.code());
        assertThat(finding.verdict()).isEqualTo(Verdict.MET);
        assertThat(finding.evidence())
                .containsEntry("given", "1")
                .containsEntry("without", "3")
                .containsEntry("source", FundTotals.SOURCE.document());
        assertThat(RuleTexts.governance(Language.EN).render(finding))
                .contains("Funds of top on 2025-12-31", "the sum of the figures handed in")
                .contains("of 1 communities; 3 gave none", FundTotals.SOURCE.document());
    }

    @Test
    void figuresStayWithinTheirBounds() {
        long most = FundFigures.MAX_AMOUNT;

        assertThat(figures(0, DAY, "CNY", Map.of("a", most, "b", -most)).amountsMinor()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(0, DAY, "CNY", Map.of("a", most + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(0, DAY, "CNY", Map.of("a", -most - 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(0, DAY, "cny", Map.of("a", 1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(0, DAY, "CNY", Map.of("", 1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(0, DAY, "CNY", Map.of("a b", 1L)));
        assertThat(figures(0, DAY, "CNY", Map.of("余".repeat(64), 1L)).amountsMinor()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(0, DAY, "CNY", Map.of("余".repeat(65), 1L)));
        assertThat(figures(0, DAY, "CNY", many(100)).amountsMinor()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> figures(0, DAY, "CNY", many(101)));
    }

    @Test
    void figuresAndSumsCannotBeChangedFromOutside() {
        SortedMap<String, Long> amounts = new TreeMap<>(Map.of("a", 1L));
        FundFigures figures = new FundFigures(CommunityId.of("c0"), DAY, "CNY", amounts);
        amounts.put("a", 2L);

        assertThat(figures.amountsMinor()).containsEntry("a", 1L).isUnmodifiable();
        Kept kept = new Kept();
        kept.handIn(figures);
        FundTotals totals = FundTotals.of(tree(), TOP, DAY, kept);
        assertThat(totals.amountsMinor()).isUnmodifiable();
        assertThat(totals.amountsMinor().get("CNY")).isUnmodifiable();
    }

    private static Map<String, Long> many(int figures) {
        Map<String, Long> many = new HashMap<>();
        for (int i = 0; i < figures; i++) {
            many.put("f" + i, 1L);
        }
        return many;
    }

    private static FundFigures figures(
            int community, LocalDate day, String currency, Map<String, Long> amounts) {
        return new FundFigures(
                CommunityId.of("c" + community), day, currency, new TreeMap<>(amounts));
    }

    /** Keeps the last figures of a day, which is all that sums need. */
    private static final class Kept implements FundFigureStore {

        private final Map<List<Object>, FundFigures> figures = new HashMap<>();

        @Override
        public Outcome<FundFigures> handIn(FundFigures handed) {
            figures.put(List.of(handed.community(), handed.day()), handed);
            return Outcome.accepted(handed);
        }

        @Override
        public Optional<FundFigures> on(CommunityId community, LocalDate day) {
            return Optional.ofNullable(figures.get(List.of(community, day)));
        }
    }

    @Test
    void theFiguresOfADayStandOnce() {
        FundFigures first = figures(1, DAY, "CNY", Map.of("fee", 100L));
        FundFigures same = figures(1, DAY, "CNY", Map.of("fee", 100L));
        FundFigures other = figures(1, DAY, "CNY", Map.of("fee", 101L));

        assertThat(same.against(first)).isEqualTo(Outcome.accepted(same));
        assertThat(Answers.refused(other.against(first)).notMet())
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.rule().value())
                                        .isEqualTo("metrics.figures-once"));
    }
}
