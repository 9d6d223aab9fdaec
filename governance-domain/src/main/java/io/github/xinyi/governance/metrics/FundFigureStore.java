package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Keeps the figures that accounting hands in; you implement this, and {@code
 * FundFigureStoreContract} of the contract tests says when it is right.
 *
 * <p>Nothing kept is ever changed. Implementations are safe for use by several threads. Every
 * method throws {@link io.github.xinyi.governance.store.StoreException} when the store cannot
 * answer.
 *
 * @since 0.1.0
 */
public interface FundFigureStore {

    /**
     * Takes figures in; the same figures again change nothing and are accepted.
     *
     * @param figures of one community at the end of one day
     * @return the figures; refused with {@link FundRule#FIGURES_ONCE} if others stand for that
     *     community and day
     */
    Outcome<FundFigures> handIn(FundFigures figures);

    /**
     * The figures of a community on a day.
     *
     * @param community whose funds
     * @param day exactly this day; figures of another day never stand in
     * @return empty if none were handed in
     */
    Optional<FundFigures> on(CommunityId community, LocalDate day);
}
