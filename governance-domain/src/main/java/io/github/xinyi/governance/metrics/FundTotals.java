package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.region.RegionTree;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Source;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures of all communities of a region summed by currency and name, for example {@code CNY
 * feesReceived=98000000} of 90 communities, with the 3 that gave none. Immutable.
 *
 * @param node the region
 * @param day the day
 * @param amountsMinor by currency and name, in minor units
 * @param given the communities whose figures are in the sums
 * @param without the communities that gave none for the day; they are not taken for zero
 * @since 0.1.0
 */
public record FundTotals(
        RegionId node,
        LocalDate day,
        SortedMap<String, SortedMap<String, Long>> amountsMinor,
        SortedSet<CommunityId> given,
        SortedSet<CommunityId> without) {

    /** Where figures and formula come from; what an amount means is the word of accounting. */
    public static final Source SOURCE =
            new Source("各小区会计报送的资金数据，按币种和名称相加", Standing.INTERPRETATION);

    /** Copies the figures. */
    public FundTotals {
        SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
        amountsMinor.forEach(
                (currency, own) ->
                        copy.put(currency, Collections.unmodifiableSortedMap(new TreeMap<>(own))));
        amountsMinor = Collections.unmodifiableSortedMap(copy);
        given = Collections.unmodifiableSortedSet(new TreeSet<>(given));
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
    }

    /**
     * Sums the figures of a region.
     *
     * @param tree what lies where
     * @param node a node of it
     * @param day the day
     * @param store what accounting handed in
     * @return the sums over the communities at or below the node on the day, each once
     * @throws IllegalArgumentException if the tree has no such node
     */
    public static FundTotals of(
            RegionTree tree, RegionId node, LocalDate day, FundFigureStore store) {
        SortedMap<String, SortedMap<String, Long>> sums = new TreeMap<>();
        SortedSet<CommunityId> given = new TreeSet<>();
        SortedSet<CommunityId> without = new TreeSet<>();
        for (CommunityId community : tree.communities(node, day)) {
            store.on(community, day)
                    .ifPresentOrElse(
                            figures -> {
                                given.add(community);
                                SortedMap<String, Long> own =
                                        sums.computeIfAbsent(
                                                figures.currency(), c -> new TreeMap<>());
                                figures.amountsMinor()
                                        .forEach((name, a) -> own.merge(name, a, Math::addExact));
                            },
                            () -> without.add(community));
        }
        return new FundTotals(node, day, sums, given, without);
    }

    /**
     * How the sums come about, as every measurement says it; the sentence of it is the formula.
     *
     * @return {@link Verdict#MET} with the number of communities in the sums and of those without,
     *     and the source; {@link Verdict#UNDETERMINED} where no community gave figures
     */
    public Finding finding() {
        return new RuleCheck(
                FundRule.TOTALS,
                given.isEmpty() ? Verdict.UNDETERMINED : Verdict.MET,
                Evidence.of("node", node)
                        .and("day", day)
                        .and("given", given.size())
                        .and("without", without.size())
                        .and("source", SOURCE.document())
                        .and("standing", SOURCE.standing())
                        .toMap());
    }
}
