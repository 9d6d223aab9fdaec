package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.metrics.FundRule;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
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
    protected void required_F01_figuresComeBackAsHandedIn() {
        FundFigureStore store = emptyStore();
        FundFigures figures = figures(ONE, DAY, Map.of("余额", 123_456L, "shortfall", -1L));

        assertThat(store.handIn(figures)).isEqualTo(Outcome.accepted(figures));
        assertThat(store.on(ONE, DAY)).contains(figures);
    }

    /** F02: the same figures again change nothing; other figures of the day are refused. */
    @Test
    protected void required_F02_figuresOfADayAreFinal() {
        FundFigureStore store = emptyStore();
        FundFigures first = figures(ONE, DAY, Map.of("余额", 1L));
        store.handIn(first);

        assertThat(store.handIn(first).isAccepted()).isTrue();
        Outcome<FundFigures> other = store.handIn(figures(ONE, DAY, Map.of("余额", 2L)));
        boolean named =
                other.fold(
                        accepted -> false, ruling -> ruling.refuses(FundRule.FIGURES_ONCE.code()));
        assertThat(named).isTrue();
        assertThat(store.on(ONE, DAY)).contains(first);
    }

    /** F03: days and communities never mix, and a day without figures has none. */
    @Test
    protected void required_F03_daysAndCommunitiesNeverMix() {
        FundFigureStore store = emptyStore();
        store.handIn(figures(ONE, DAY, Map.of("余额", 1L)));
        FundFigures later = figures(ONE, DAY.plusDays(1), Map.of("余额", 2L));
        store.handIn(later);

        assertThat(store.on(OTHER, DAY)).isEmpty();
        assertThat(store.on(ONE, DAY.minusDays(1))).isEmpty();
        assertThat(store.on(ONE, DAY.plusDays(1))).contains(later);
    }

    private static FundFigures figures(
            CommunityId community, LocalDate day, Map<String, Long> amounts) {
        return new FundFigures(community, day, "CNY", new TreeMap<>(amounts));
    }
}
