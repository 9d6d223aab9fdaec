/**
 * Whether a store keeps what the trust accounting promises: subclass a contract, name your store.
 *
 * <p>Start at {@code io.github.xinyi.trust.tck.BookStoreContract}; the in-memory stores beside it
 * pass, and serve as fast stores for your own tests.
 */
module io.github.xinyi.trust.tck {
    requires transitive io.github.xinyi.trust;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires static org.jspecify;

    exports io.github.xinyi.trust.tck;
}
