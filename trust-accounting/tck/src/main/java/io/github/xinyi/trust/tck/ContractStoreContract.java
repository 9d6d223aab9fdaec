package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of contract terms must keep.
 *
 * @since 0.1.0
 */
public abstract class ContractStoreContract {

    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final CommunityId NEIGHBOUR = CommunityId.of("S002");

    private ContractStore store = new InMemoryContractStore();

    /** For subclasses. */
    protected ContractStoreContract() {}

    /**
     * The store to be judged.
     *
     * @return a new store without contracts, safe for 8 threads
     */
    protected abstract ContractStore createStore();

    /**
     * The same terms in a store that has nothing left in memory.
     *
     * @param store what {@link #createStore} returned
     * @return for a durable store a new one over the same data; by default the store itself
     */
    protected ContractStore reopen(ContractStore store) {
        return store;
    }

    /**
     * Terms with two sample keys, one of them revoked to the nanosecond, and one without an end.
     *
     * @param community whose money
     * @param id the contract's number
     * @return the terms
     */
    public static ContractTerms terms(CommunityId community, String id) {
        return terms(community, id, Ratio.of(8, 100));
    }

    private static ContractTerms terms(CommunityId community, String id, Ratio ratio) {
        Instant revoked = Instant.parse("2025-06-01T00:00:00.123456789Z");
        return new ContractTerms(
                id,
                community,
                PersonId.of("firm"),
                ratio,
                RemunerationBase.FEES_RECEIVED,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                7,
                5,
                new KeyRegister(
                        List.of(
                                TestKeys.OWNERS_KEY,
                                TestKeys.FIRM_KEY,
                                TestKeys.credential("K-OLD", TestKeys.CHAIR, KeySide.OWNER_BODY)
                                        .revokedAt(revoked))));
    }

    @BeforeEach
    void openStore() {
        store = createStore();
    }

    @Test
    void required_D1_termsAndKeysComeBackAsAgreed() {
        ContractTerms terms = terms(COMMUNITY, "HT-2025-01");
        assertThat(store.find(COMMUNITY, "HT-2025-01")).isEmpty();

        store.save(terms);

        assertThat(store.find(COMMUNITY, "HT-2025-01")).contains(terms);
        store = reopen(store);
        assertThat(store.find(COMMUNITY, "HT-2025-01")).contains(terms);
    }

    @Test
    void required_L5_theSameTermsAgainChangeNothing() {
        store.save(terms(COMMUNITY, "HT-1"));

        store.save(terms(COMMUNITY, "HT-1"));

        assertThat(store.find(COMMUNITY, "HT-1")).contains(terms(COMMUNITY, "HT-1"));
    }

    @Test
    void required_L2_otherTermsNeverReplaceThoseKept() {
        ContractTerms agreed = terms(COMMUNITY, "HT-1");
        store.save(agreed);

        assertThatThrownBy(() -> store.save(terms(COMMUNITY, "HT-1", Ratio.of(9, 100))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.find(COMMUNITY, "HT-1")).contains(agreed);
    }

    @Test
    void required_F8_twoCommunitiesNeverMix() {
        ContractTerms mine = terms(COMMUNITY, "HT-1");
        ContractTerms theirs = terms(NEIGHBOUR, "HT-1", Ratio.of(9, 100));

        store.save(mine);
        store.save(theirs);

        assertThat(store.find(COMMUNITY, "HT-1")).contains(mine);
        assertThat(store.find(NEIGHBOUR, "HT-1")).contains(theirs);
        assertThat(store.find(COMMUNITY, "HT-2")).isEmpty();
    }

    @Test
    void required_L2_oneOfConcurrentTermsIsKept() {
        AtomicInteger refused = new AtomicInteger();

        Together.run(
                8,
                thread -> {
                    try {
                        store.save(terms(COMMUNITY, "HT-1", Ratio.of(thread + 1, 100)));
                    } catch (IllegalStateException other) {
                        refused.incrementAndGet();
                    }
                    return thread;
                });

        assertThat(refused).hasValue(7);
        assertThat(store.find(COMMUNITY, "HT-1")).isPresent();
    }
}
