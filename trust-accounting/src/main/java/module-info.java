/**
 * How the owners' money is kept: a provable ledger from which nothing is paid without two keys.
 *
 * <p>Pure rules: no framework, no clock, no random, no database. Start at {@code
 * io.github.xinyi.trust.book.Book}.
 */
@SuppressWarnings("module")
module io.github.xinyi.trust {
    requires transitive io.github.xinyi.governance;
    requires java.xml;
    requires static org.jspecify;

    exports io.github.xinyi.trust.account;
    exports io.github.xinyi.trust.bankfile;
    exports io.github.xinyi.trust.billing;
    exports io.github.xinyi.trust.book;
    exports io.github.xinyi.trust.budget;
    exports io.github.xinyi.trust.canonical;
    exports io.github.xinyi.trust.collection;
    exports io.github.xinyi.trust.contract;
    exports io.github.xinyi.trust.disbursement;
    exports io.github.xinyi.trust.disclosure;
    exports io.github.xinyi.trust.export;
    exports io.github.xinyi.trust.formula;
    exports io.github.xinyi.trust.fund;
    exports io.github.xinyi.trust.journal;
    exports io.github.xinyi.trust.keys;
    exports io.github.xinyi.trust.merkle;
    exports io.github.xinyi.trust.money;
    exports io.github.xinyi.trust.proof;
    exports io.github.xinyi.trust.publication;
    exports io.github.xinyi.trust.receivable;
    exports io.github.xinyi.trust.reconciliation;
    exports io.github.xinyi.trust.records;
    exports io.github.xinyi.trust.remuneration;
    exports io.github.xinyi.trust.statement;
    exports io.github.xinyi.trust.trusteeship;
    exports io.github.xinyi.trust.warrant to
            io.github.xinyi.trust.tck;
}
