package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.tck.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentStoresTest {

    private static final CommunityId NEIGHBOUR = CommunityId.of("S002");

    private final TestDatabase database = TestDatabase.inMemory();

    @BeforeEach
    void migrate() {
        database.stores().migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTermsOnceAndReadsThemBack() {
        ContractStore contracts = database.stores().contracts();
        contracts.save(Samples.terms("HT-1", 8));
        contracts.save(Samples.terms("HT-1", 8));
        contracts.save(Samples.terms("HT-2", 9));

        assertThat(contracts.find(Samples.COMMUNITY, "HT-1")).contains(Samples.terms("HT-1", 8));
        assertThat(contracts.find(NEIGHBOUR, "HT-1")).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> contracts.save(Samples.terms("HT-1", 9)))
                .withMessageContaining("HT-1");
        assertThat(contracts.find(Samples.COMMUNITY, "HT-1")).contains(Samples.terms("HT-1", 8));
    }

    @Test
    void keepsABudgetOnceAYearWithItsLinesInOrder() {
        BudgetStore budgets = database.stores().budgets();
        budgets.save(Samples.budget(2025, 100));
        budgets.save(Samples.budget(2025, 100));
        budgets.save(Samples.budget(2026, 200));

        assertThat(budgets.find(Samples.COMMUNITY, 2025)).contains(Samples.budget(2025, 100));
        assertThat(budgets.find(Samples.COMMUNITY, 2024)).isEmpty();
        assertThat(budgets.find(NEIGHBOUR, 2025)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> budgets.save(Samples.budget(2025, 101)))
                .withMessageContaining("2025");
    }

    @Test
    void keepsADisbursementToTheNanosecond() {
        DisbursementStore store = database.stores().disbursements();
        Disbursement requested = Samples.disbursement("E1", Samples.NOW);

        assertThat(store.insert(requested)).isTrue();

        assertThat(store.insert(Samples.disbursement("E1", Samples.NOW.plusNanos(1)))).isFalse();
        assertThat(store.find(Samples.COMMUNITY, "E1")).contains(requested);
        assertThat(store.find(NEIGHBOUR, "E1")).isEmpty();
    }

    @Test
    void advancesOnlyWhatIsAsExpected() {
        DisbursementStore store = database.stores().disbursements();
        Disbursement requested = Samples.disbursement("E1", Samples.NOW);
        Disbursement once = Samples.approved(requested);
        Disbursement twice = twice(once, 0);
        Disbursement paid = new Disbursement(requested.request(), twice.approvals(), Status.PAID);

        assertThat(store.advance(requested, once)).as("not there yet").isFalse();
        store.insert(requested);
        assertThat(store.advance(once, twice)).isFalse();
        assertThat(store.advance(requested, once)).isTrue();
        assertThat(store.advance(requested, once)).isFalse();
        assertThat(store.advance(once, twice)).isTrue();
        assertThat(store.advance(twice, paid)).isTrue();

        assertThat(store.find(Samples.COMMUNITY, "E1")).contains(paid);
    }

    @Test
    void refusesToAdvanceToAnotherRequestOrToFewerKeys() {
        DisbursementStore store = database.stores().disbursements();
        Disbursement requested = Samples.disbursement("E1", Samples.NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> store.advance(requested, Samples.disbursement("E2", Samples.NOW)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.advance(Samples.approved(requested), requested));
    }

    @Test
    void exactlyOneOfManyAdvancesAtOnce() throws Exception {
        DisbursementStore store = database.stores().disbursements();
        Disbursement requested = Samples.disbursement("E1", Samples.NOW);
        Disbursement once = Samples.approved(requested);
        store.insert(requested);
        store.advance(requested, once);

        List<Boolean> answers = atOnce(8, i -> store.advance(once, twice(once, i)));

        assertThat(answers).containsOnlyOnce(true);
        assertThat(store.find(Samples.COMMUNITY, "E1")).map(d -> d.approvals().size()).contains(2);
    }

    @Test
    void exactlyOneOfManyIsInsertedAtOnce() throws Exception {
        DisbursementStore store = database.stores().disbursements();

        List<Boolean> answers =
                atOnce(8, i -> store.insert(Samples.disbursement("E1", Samples.NOW.plusNanos(i))));

        assertThat(answers).containsOnlyOnce(true);
    }

    @Test
    void listsByTimeThenIdInPages() {
        DisbursementStore store = database.stores().disbursements();
        Disbursement third = Samples.disbursement("E1", Samples.NOW.plusNanos(2));
        Disbursement first = Samples.disbursement("E9", Samples.NOW);
        Disbursement second = Samples.disbursement("E2", Samples.NOW.plusNanos(1));
        Disbursement alsoSecond = Samples.disbursement("E3", Samples.NOW.plusNanos(1));
        List.of(third, alsoSecond, first, second).forEach(store::insert);
        store.advance(second, Samples.approved(second));

        assertThat(store.list(Samples.COMMUNITY, 0, 10))
                .containsExactly(first, Samples.approved(second), alsoSecond, third);
        assertThat(store.list(Samples.COMMUNITY, 1, 2))
                .containsExactly(Samples.approved(second), alsoSecond);
        assertThat(store.list(Samples.COMMUNITY, 4, 2)).isEmpty();
        assertThat(store.list(NEIGHBOUR, 0, 10)).isEmpty();
    }

    /** The second key, handed in at a moment of its own. */
    private static Disbursement twice(Disbursement once, int nanos) {
        List<Approval> approvals = new ArrayList<>(once.approvals());
        approvals.add(
                TestKeys.approval(
                        TestKeys.OWNERS_KEY.id(),
                        once.request().order(),
                        Samples.NOW.plusNanos(nanos)));
        return new Disbursement(once.request(), approvals, Status.AUTHORISED);
    }

    /** Something done by one of several threads. */
    @FunctionalInterface
    private interface Attempt {
        boolean by(int thread);
    }

    private static List<Boolean> atOnce(int threads, Attempt attempt) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                calls.add(() -> attempt.by(number));
            }
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
