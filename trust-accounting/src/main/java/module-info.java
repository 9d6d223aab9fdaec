/**
 * How the owners' money is kept: a provable ledger from which nothing is paid without two keys.
 *
 * <p>Pure rules: no framework, no clock, no random, no database. Start at {@code
 * io.github.xinyi.trust.book.Book}.
 */
module io.github.xinyi.trust {
    requires transitive io.github.xinyi.governance;
    requires static transitive org.jspecify;

    exports io.github.xinyi.trust.account;
    exports io.github.xinyi.trust.book;
    exports io.github.xinyi.trust.canonical;
    exports io.github.xinyi.trust.disclosure;
    exports io.github.xinyi.trust.journal;
    exports io.github.xinyi.trust.keys;
    exports io.github.xinyi.trust.merkle;
    exports io.github.xinyi.trust.money;
}
