/**
 * Contract tests for stores of the governance domain: subclass {@code RosterStoreContract} and
 * {@code MeetingStoreContract} beside your store and give each a fresh one.
 */
module io.github.xinyi.governance.tck {
    requires transitive io.github.xinyi.governance;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires static org.jspecify;

    exports io.github.xinyi.governance.tck;
}
