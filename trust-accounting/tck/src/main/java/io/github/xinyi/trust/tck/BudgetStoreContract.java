package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.money.Money;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of budgets must keep.
 *
 * @since 0.1.0
 */
public abstract class BudgetStoreContract {

    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final CommunityId NEIGHBOUR = CommunityId.of("S002");

    private BudgetStore store = new InMemoryBudgetStore();

    /** For subclasses. */
    protected BudgetStoreContract() {}

    /**
     * The store to be judged.
     *
     * @return a new store without budgets, safe for 8 threads
     */
    protected abstract BudgetStore createStore();

    /**
     * The same budgets in a store that has nothing left in memory.
     *
     * @param store what {@link #createStore} returned
     * @return for a durable store a new one over the same data; by default the store itself
     */
    protected BudgetStore reopen(BudgetStore store) {
        return store;
    }

    /**
     * A budget of three lines, one of nothing and one of the greatest amount, not in the order of
     * their codes.
     *
     * @param community whose money
     * @param year the year
     * @param cleaningFen what may be spent on cleaning
     * @return the draft
     */
    public static DraftBudget budget(CommunityId community, int year, long cleaningFen) {
        return new DraftBudget(
                community,
                year,
                List.of(
                        new BudgetLine(
                                "SF-03", "保洁 𠮷", FundClass.SERVICE_FUND, Money.ofFen(cleaningFen)),
                        new BudgetLine("SF-01", "绿化", FundClass.SERVICE_FUND, Money.ofFen(0)),
                        new BudgetLine(
                                "PI-01",
                                "道闸维护",
                                FundClass.PUBLIC_INCOME,
                                Money.ofFen(Long.MAX_VALUE))));
    }

    @BeforeEach
    void openStore() {
        store = createStore();
    }

    @Test
    void required_F9_linesComeBackAsDraftedAndInTheirOrder() {
        DraftBudget budget = budget(COMMUNITY, 2025, 16_800_000);
        assertThat(store.find(COMMUNITY, 2025)).isEmpty();

        store.save(budget);

        assertThat(store.find(COMMUNITY, 2025)).contains(budget);
        store = reopen(store);
        assertThat(store.find(COMMUNITY, 2025)).contains(budget);
    }

    @Test
    void required_L5_theSameBudgetAgainChangesNothing() {
        store.save(budget(COMMUNITY, 2025, 1));

        store.save(budget(COMMUNITY, 2025, 1));

        assertThat(store.find(COMMUNITY, 2025)).contains(budget(COMMUNITY, 2025, 1));
    }

    @Test
    void required_L2_anotherBudgetNeverReplacesTheOneKept() {
        store.save(budget(COMMUNITY, 2025, 1));

        assertThatThrownBy(() -> store.save(budget(COMMUNITY, 2025, 2)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.find(COMMUNITY, 2025)).contains(budget(COMMUNITY, 2025, 1));
    }

    @Test
    void required_F8_communitiesAndYearsNeverMix() {
        store.save(budget(COMMUNITY, 2025, 1));
        store.save(budget(COMMUNITY, 2026, 2));
        store.save(budget(NEIGHBOUR, 2025, 3));

        assertThat(store.find(COMMUNITY, 2025)).contains(budget(COMMUNITY, 2025, 1));
        assertThat(store.find(COMMUNITY, 2026)).contains(budget(COMMUNITY, 2026, 2));
        assertThat(store.find(NEIGHBOUR, 2025)).contains(budget(NEIGHBOUR, 2025, 3));
        assertThat(store.find(NEIGHBOUR, 2026)).isEmpty();
    }

    @Test
    void required_L2_oneOfConcurrentBudgetsIsKept() {
        AtomicInteger refused = new AtomicInteger();

        Together.run(
                8,
                thread -> {
                    try {
                        store.save(budget(COMMUNITY, 2025, thread));
                    } catch (IllegalStateException other) {
                        refused.incrementAndGet();
                    }
                    return thread;
                });

        assertThat(refused).hasValue(7);
        assertThat(store.find(COMMUNITY, 2025)).isPresent();
    }
}
