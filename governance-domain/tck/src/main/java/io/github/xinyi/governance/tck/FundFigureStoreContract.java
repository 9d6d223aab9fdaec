package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.metrics.FundRule;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What a store of figures that accounting hands in must keep; subclass it and give your store.
 *
 * @since 0.1.0
 */
public abstract class FundFigureStoreContract {

    private static final CommunityId ONE = CommunityId.of("c1");
    private static final CommunityId OTHER = CommunityId.of("c2");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    /** For subclasses. */
    protected FundFigureStoreContract() {}

    /**
     * A store without figures.
     *
     * @return a new one for each call
     */
    protected abstract FundFigureStore emptyStore();

    /** F01: what was handed in comes back, names, signs and currency. */
    @Test
    public final void required_F01_figuresComeBackAsHandedIn() {
        FundFigureStore store = emptyStore();
        FundFigures figures =
                figures(ONE, DAY, Map.of("余额", 123_456L, "shortfall", -1L, "nothing", 0L));

        assertThat(store.handIn(figures)).isEqualTo(Outcome.accepted(figures));
        assertThat(store.on(ONE, DAY)).contains(figures);
    }

    /** F02: the same figures again change nothing; other figures of the day are refused. */
    @Test
    public final void required_F02_figuresOfADayAreFinal() {
        FundFigureStore store = emptyStore();
        FundFigures first = figures(ONE, DAY, Map.of("余额", 1L));
        store.handIn(first);

        assertThat(store.handIn(first)).isEqualTo(Outcome.accepted(first));
        assertThat(isRefused(store.handIn(figures(ONE, DAY, Map.of("余额", 2L))))).isTrue();
        assertThat(store.on(ONE, DAY)).contains(first);
        assertThat(store.handIn(first).isAccepted()).isTrue();
    }

    /** F03: days and communities never mix, and a day without figures has none. */
    @Test
    public final void required_F03_daysAndCommunitiesNeverMix() {
        FundFigureStore store = emptyStore();
        FundFigures first = figures(ONE, DAY, Map.of("余额", 1L));
        FundFigures later = figures(ONE, DAY.plusDays(1), Map.of("余额", 2L));
        FundFigures elsewhere = figures(OTHER, DAY.plusDays(1), Map.of("余额", 3L));
        store.handIn(first);
        store.handIn(later);
        store.handIn(elsewhere);

        assertThat(store.on(OTHER, DAY)).isEmpty();
        assertThat(store.on(ONE, DAY.minusDays(1))).isEmpty();
        assertThat(store.on(ONE, DAY.plusDays(2))).isEmpty();
        assertThat(store.on(ONE, DAY)).contains(first);
        assertThat(store.on(ONE, DAY.plusDays(1))).contains(later);
        assertThat(store.on(OTHER, DAY.plusDays(1))).contains(elsewhere);
    }

    /** F04: one figure more, one less or another currency is not the same again. */
    @Test
    public final void required_F04_everyPartOfTheFiguresCounts() {
        FundFigureStore store = emptyStore();
        FundFigures first = figures(ONE, DAY, Map.of("a", 1L, "b", 2L));
        store.handIn(first);

        List<FundFigures> others =
                List.of(
                        figures(ONE, DAY, Map.of("a", 1L)),
                        figures(ONE, DAY, Map.of("a", 1L, "b", 2L, "c", 0L)),
                        figures(ONE, DAY, Map.of("a", 1L, "c", 2L)),
                        figures(ONE, DAY, Map.of("a", 1L, "b", -2L)),
                        new FundFigures(ONE, DAY, "HKD", first.amountsMinor()));
        for (FundFigures other : others) {
            assertThat(isRefused(store.handIn(other))).as(other.toString()).isTrue();
        }
        assertThat(store.on(ONE, DAY)).contains(first);
    }

    /** F05: the greatest and the least amount, the longest names and the most figures come back. */
    @Test
    public final void required_F05_figuresAtTheirLimitsComeBack() {
        FundFigureStore store = emptyStore();
        // A letter beyond the first plane takes two characters in Java, and four bytes in UTF-8.
        String rare = "\uD840\uDC00".repeat(FundFigures.MAX_NAME);
        Map<String, Long> amounts = new TreeMap<>();
        amounts.put("余".repeat(FundFigures.MAX_NAME), FundFigures.MAX_AMOUNT);
        amounts.put(rare, -FundFigures.MAX_AMOUNT);
        for (int i = amounts.size(); i < FundFigures.MAX_FIGURES; i++) {
            amounts.put("figure." + i, (long) i);
        }
        FundFigures figures = figures(ONE, DAY, amounts);

        assertThat(store.handIn(figures)).isEqualTo(Outcome.accepted(figures));
        assertThat(store.on(ONE, DAY)).contains(figures);
    }

    /** F06: names and communities that differ in case alone are two. */
    @Test
    public final void required_F06_upperAndLowerCaseDiffer() {
        FundFigureStore store = emptyStore();
        FundFigures lower = figures(ONE, DAY, Map.of("fees", 1L, "Fees", 2L, "FEES", 3L));
        FundFigures upper = figures(CommunityId.of("C1"), DAY, Map.of("fees", 4L));
        store.handIn(lower);
        store.handIn(upper);

        assertThat(store.on(ONE, DAY)).contains(lower);
        assertThat(store.on(CommunityId.of("C1"), DAY)).contains(upper);
    }

    /** F07: a set without a single figure was handed in all the same, and is as final. */
    @Test
    public final void required_F07_noFiguresAreNotNone() {
        FundFigureStore store = emptyStore();
        FundFigures nothing = figures(ONE, DAY, Map.of());
        store.handIn(nothing);

        assertThat(store.on(ONE, DAY)).contains(nothing);
        assertThat(isRefused(store.handIn(figures(ONE, DAY, Map.of("余额", 0L))))).isTrue();
    }

    /** F08: of many sets handed in at once, exactly one is taken in, and that one stands. */
    @Test
    public final void required_F08_ofManyAtOnceExactlyOneStands() {
        FundFigureStore store = emptyStore();
        List<Callable<Outcome<FundFigures>>> offers = new ArrayList<>();
        for (long i = 1; i <= 8; i++) {
            FundFigures offer = figures(ONE, DAY, Map.of("余额", i, "fees", 2 * i));
            offers.add(() -> store.handIn(offer));
        }

        List<Outcome<FundFigures>> outcomes = Specimens.atOnce(offers);

        assertThat(outcomes.stream().filter(FundFigureStoreContract::isRefused)).hasSize(7);
        assertThat(outcomes).contains(Outcome.accepted(store.on(ONE, DAY).orElseThrow()));
    }

    private static boolean isRefused(Outcome<FundFigures> outcome) {
        return outcome.fold(
                accepted -> false, ruling -> ruling.refuses(FundRule.FIGURES_ONCE.code()));
    }

    private static FundFigures figures(
            CommunityId community, LocalDate day, Map<String, Long> amounts) {
        return new FundFigures(community, day, "CNY", new TreeMap<>(amounts));
    }
}
