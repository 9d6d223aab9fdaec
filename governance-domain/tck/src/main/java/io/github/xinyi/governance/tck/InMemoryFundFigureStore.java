package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Figures kept in memory, for tests and for hosts that compute them at each start. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryFundFigureStore implements FundFigureStore {

    private final Map<List<Object>, FundFigures> kept = new ConcurrentHashMap<>();

    /** An empty store. */
    public InMemoryFundFigureStore() {}

    @Override
    public Outcome<FundFigures> handIn(FundFigures figures) {
        FundFigures there = kept.putIfAbsent(List.of(figures.community(), figures.day()), figures);
        return there == null ? Outcome.accepted(figures) : figures.against(there);
    }

    @Override
    public Optional<FundFigures> on(CommunityId community, LocalDate day) {
        return Optional.ofNullable(kept.get(List.of(community, day)));
    }
}
