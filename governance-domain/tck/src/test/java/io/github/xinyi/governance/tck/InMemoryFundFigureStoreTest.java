package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryFundFigureStoreTest extends FundFigureStoreContract {

    @Override
    protected FundFigureStore emptyStore() {
        return new InMemoryFundFigureStore();
    }

    /** Keeps one set of figures a community, whatever the day, and lets the last one win. */
    private static final class OneForEach extends FundFigureStoreContract {
        @Override
        protected FundFigureStore emptyStore() {
            Map<CommunityId, FundFigures> kept = new HashMap<>();
            return new FundFigureStore() {
                @Override
                public Outcome<FundFigures> handIn(FundFigures figures) {
                    kept.put(figures.community(), figures);
                    return Outcome.accepted(figures);
                }

                @Override
                public Optional<FundFigures> on(CommunityId community, LocalDate day) {
                    return Optional.ofNullable(kept.get(community));
                }
            };
        }
    }

    @Test
    void aStoreThatOverwritesIsCaught() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new OneForEach().required_F02_figuresOfADayAreFinal());
    }

    @Test
    void aStoreThatForgetsTheDayIsCaught() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new OneForEach().required_F03_daysAndCommunitiesNeverMix());
    }
}
