package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.TreeHead;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * All stores on one database, in tables under a prefix.
 *
 * <p>Example: {@code JdbcStores stores = JdbcStores.on(dataSource); stores.migrate(); new Book(id,
 * chart, stores.books())}. The data source should pool; each call takes one connection and one
 * transaction; a call of another store within it, as where a payment asks for the keys in force,
 * joins that transaction. With {@link #joining} the stores work inside a transaction of the host
 * instead.
 *
 * <p>Databases: H2 from 2.2 on, PostgreSQL from 13 on, MariaDB from 10.6 on with InnoDB and a
 * strict {@code sql_mode}, MySQL from 8.0.29 on (by the words that it shares with MariaDB; never
 * tried). Where MariaDB keeps a binary log, its format is ROW or MIXED. Nobody who uses the tables
 * needs the right to DROP or TRUNCATE them; MariaDB's triggers do not refuse a TRUNCATE.
 *
 * <p>Each store throws {@link StoreException} when the database fails; its {@link
 * StoreException#reason} says whether to call again. Nothing of the call is kept, unless the
 * connection broke while its transaction was committed, and nobody knows: call again, the same id
 * posts once. A lock is waited for during 10 seconds (on MySQL as long as its {@code
 * innodb_lock_wait_timeout}). What is kept is as durable as the database makes a commit: H2 writes
 * to its file after up to half a second unless its {@code WRITE_DELAY} is 0, and can overlook the
 * last commits of a file whose process was killed unless {@link H2File} is asked first.
 *
 * <p>Immutable, and safe for several threads if the data source is; after {@link #joining} only for
 * the thread that has the connection.
 *
 * @since 0.1.0
 */
public final class JdbcStores {

    private static final Docket BY_SHA_256 = new Docket(community -> MerkleDigest.SHA_256);

    private final Schema schema;
    private final Sending sending;
    private final BiFunction<Schema, Sending, Transactions> transactions;
    private final Transactions shared;
    private final Consumer<Schema> migration;
    private final Outbox outbox;
    private final Docket docket;

    private JdbcStores(
            Schema schema,
            Sending sending,
            BiFunction<Schema, Sending, Transactions> transactions,
            Transactions shared,
            Consumer<Schema> migration,
            Outbox outbox,
            Docket docket) {
        this.schema = schema;
        this.sending = sending;
        this.transactions = transactions;
        this.shared = shared;
        this.migration = migration;
        this.outbox = outbox;
        this.docket = docket;
    }

    private static JdbcStores of(
            Schema schema,
            Sending sending,
            BiFunction<Schema, Sending, Transactions> transactions,
            Consumer<Schema> migration,
            Outbox outbox,
            Docket docket) {
        return new JdbcStores(
                schema,
                sending,
                transactions,
                transactions.apply(schema, sending),
                migration,
                outbox,
                docket);
    }

    /**
     * Stores that take a connection for each call, in tables whose names begin with {@code xy_}.
     *
     * @param source where connections come from; they are handed back as they were
     * @return the stores
     */
    public static JdbcStores on(DataSource source) {
        return of(
                new Schema(Schema.DEFAULT_PREFIX),
                Sending.TOGETHER,
                (schema, sending) -> new OwnTransactions(source, schema, sending),
                schema -> new Migrations(schema).run(source),
                Outbox.NONE,
                BY_SHA_256);
    }

    /**
     * Stores that work inside a transaction which the host has begun, and which the host ends: they
     * neither commit it, nor roll it back, nor close its connection. What a failed call had written
     * is undone to a savepoint.
     *
     * <p>After a {@link StoreException} the host rolls its whole transaction back: some databases
     * have done so already.
     *
     * @param connection not in auto-commit mode, and at READ COMMITTED, or every call throws {@link
     *     IllegalStateException}; a book that was written stays locked until the host ends the
     *     transaction
     * @return the stores, to be used until the transaction ends
     */
    public static JdbcStores joining(Connection connection) {
        return of(
                new Schema(Schema.DEFAULT_PREFIX),
                Sending.TOGETHER,
                (schema, sending) -> new JoinedTransaction(connection, schema, sending),
                schema -> {
                    throw new IllegalStateException(
                            "making tables would commit the transaction that was joined");
                },
                Outbox.NONE,
                BY_SHA_256);
    }

    /**
     * The same on tables under another prefix.
     *
     * @param prefix a lower-case letter, then at most 15 lower-case letters, digits or underscores
     * @return changed stores
     * @throws IllegalArgumentException if it has another form
     */
    public JdbcStores withTablePrefix(String prefix) {
        return of(new Schema(prefix), sending, transactions, migration, outbox, docket);
    }

    /**
     * The same, and each statement goes to the data source by itself and names its community: for
     * one that reads statements to find the server that keeps a community, as ShardingSphere-JDBC
     * does. Tables are made on each server, not through it; {@link #health} and {@link
     * #dropStatements}, too, are asked of each.
     *
     * <p>A lock is waited for as long as the servers say, on PostgreSQL by {@code lock_timeout}.
     *
     * @return changed stores
     */
    public JdbcStores withSeparateStatements() {
        return of(schema, Sending.APART, transactions, migration, outbox, docket);
    }

    /**
     * The same, and what they keep in books and events is also put into the outbox, in the same
     * transaction, to be passed on by {@link #outboxRelay}.
     *
     * @return changed stores
     */
    public JdbcStores withOutbox() {
        return new JdbcStores(
                schema, sending, transactions, shared, migration, Outbox.KEPT, docket);
    }

    /**
     * The same for books that are hashed with other digests than SHA-256: a community's docket is
     * hashed as its book is, and {@link #verify} computes both with it.
     *
     * @param ofBook the digest of each book, the same for ever; SHA-256 for those that were given
     *     none
     * @return changed stores
     */
    public JdbcStores withDigests(Function<CommunityId, MerkleDigest> ofBook) {
        return new JdbcStores(
                schema, sending, transactions, shared, migration, outbox, new Docket(ofBook));
    }

    /**
     * Passes on what stores {@link #withOutbox} have put into the outbox.
     *
     * @param sink where it goes
     * @return the relay
     */
    public OutboxRelay outboxRelay(EventSink sink) {
        return new OutboxRelay(transactions(), sink);
    }

    /**
     * Makes the tables, or brings them up to this version; again, it changes nothing.
     *
     * @return these stores
     * @throws IllegalStateException if the tables were made by scripts that are not those of this
     *     library, or if a transaction was joined
     * @throws StoreException if the database fails; what has run so far may be run again
     */
    public JdbcStores migrate() {
        migration.accept(schema);
        return this;
    }

    /**
     * Looks whether all tables, columns, keys, triggers and scripts are there as this version makes
     * them.
     *
     * @return what is wrong, empty if nothing is
     */
    public List<HealthFinding> health() {
        return transactions()
                .run("JdbcStores.health", sql -> new Health(schema).examine(sql.connection()));
    }

    /**
     * Looks at the same, and at the clock of the database.
     *
     * @param clock the clock by which the host tells the moments that it hands in
     * @return what is wrong, empty if nothing is
     */
    public List<HealthFinding> health(Clock clock) {
        List<HealthFinding> findings = new ArrayList<>(health());
        findings.addAll(
                transactions()
                        .run("JdbcStores.health", sql -> Health.clock(sql.connection(), clock)));
        return List.copyOf(findings);
    }

    /**
     * The statements that take all tables under the prefix away, and nothing else: for a host that
     * has exported what it must keep. Nothing here runs them.
     *
     * @return in the order in which they are run, one statement each
     */
    public List<String> dropStatements() {
        return transactions()
                .run(
                        "JdbcStores.dropStatements",
                        sql -> new Migrations(schema).drops(Dialect.of(sql.connection())));
    }

    /**
     * Reads all that is kept of a community again and computes everything that follows from it: of
     * its book the leaves, nodes, root, running totals, balances, and the roots of its published
     * checkpoints; of all that is kept beside the book the rows of each record, the docket over
     * them, and the counts of boxes.
     *
     * <p>Whoever can write to all tables can also make them agree; only a head that somebody else
     * has kept tells: {@link #verify(CommunityId, OutsideHeads)}. What the outbox holds, and which
     * scripts have run, is not proved by anything.
     *
     * @param book the community of the book
     * @return the first fault, of the book before the docket; empty if there is none
     */
    public Optional<BookFault> verify(CommunityId book) {
        return verify(book, OutsideHeads.none());
    }

    /**
     * The same, and whether both logs still begin with what somebody else has kept of them.
     *
     * @param book the community of the book
     * @param outside heads that were kept where the database's administrator cannot write
     * @return the first fault, of the book before the docket; empty if there is none
     */
    public Optional<BookFault> verify(CommunityId book, OutsideHeads outside) {
        MerkleDigest digest = docket.digest(book);
        Optional<BookFault> ofBook =
                transactions()
                        .run(
                                "JdbcStores.verify",
                                sql ->
                                        new BookExamination(sql, book, digest, outside)
                                                .firstFault());
        return ofBook.isPresent()
                ? ofBook
                : transactions()
                        .run(
                                "JdbcStores.verify",
                                sql ->
                                        new DocketExamination(sql, book, digest, outside)
                                                .firstFault());
    }

    /**
     * Takes the records that were kept before there was a docket into it as they stand, and marks
     * them as adopted on a day: what {@link #verify} reports as not entered. To be called once
     * after the first {@link #migrate()} to tables with a docket, before the stores go on: it
     * vouches for what the records are now, and not for how they became so.
     *
     * @param community whose docket
     * @param day the day of adoption, where the community is
     * @return how many records, and a digest over them, to be kept outside with {@link #docketHead}
     * @throws IllegalStateException if it was done before, if no record is without an item, or if
     *     something was entered already for a payment of which the request was not
     */
    public DocketAdoption adoptIntoDocket(CommunityId community, LocalDate day) {
        return docket.run(
                transactions(),
                "JdbcStores.adoptIntoDocket",
                community,
                sql -> new Adoptions(docket, community).adopt(sql, day));
    }

    /**
     * Whether the docket of a community begins with records that were adopted; what {@link #verify}
     * finds no fault in is vouched for from that day on only.
     *
     * @param community whose docket
     * @return the adoption, empty if there was none
     */
    public Optional<DocketAdoption> docketAdoption(CommunityId community) {
        return transactions()
                .run("JdbcStores.docketAdoption", sql -> Adoptions.find(sql, community));
    }

    /**
     * The head of a community's docket (存证簿), to be kept outside together with a checkpoint of its
     * book.
     *
     * @param community whose docket
     * @return how many records were entered, and the root over them
     */
    public TreeHead docketHead(CommunityId community) {
        return transactions()
                .run(
                        "JdbcStores.docketHead",
                        sql ->
                                HeadsToCompare.head(
                                        Docket.head(sql, community).orElse(Frontier.empty()),
                                        docket.digest(community)));
    }

    /**
     * Keeps books.
     *
     * @return the store
     */
    public BookStore books() {
        return new JdbcBookStore(transactions(), outbox);
    }

    /**
     * Keeps books for many callers at once, with {@link WriterLimits#standard}.
     *
     * @return the writer, of which one is enough; to be closed
     */
    public BookWriter bookWriter() {
        return bookWriter(WriterLimits.standard());
    }

    /**
     * Keeps books for many callers at once.
     *
     * @param limits what it takes on; of books at once not more than there are connections
     * @return the writer, of which one is enough; to be closed
     */
    public BookWriter bookWriter(WriterLimits limits) {
        return new BookWriter(transactions(), outbox, limits);
    }

    /**
     * Keeps published checkpoints.
     *
     * @return the store
     */
    public CheckpointStore checkpoints() {
        return new JdbcCheckpointStore(transactions(), docket);
    }

    /**
     * Keeps the terms of contracts.
     *
     * @return the store
     */
    public ContractStore contracts() {
        return new JdbcContractStore(transactions(), docket);
    }

    /**
     * Keeps budgets.
     *
     * @return the store
     */
    public BudgetStore budgets() {
        return new JdbcBudgetStore(transactions(), docket);
    }

    /**
     * Keeps disbursements.
     *
     * @return the store
     */
    public DisbursementStore disbursements() {
        return new JdbcDisbursementStore(transactions(), docket);
    }

    /**
     * Keeps frozen rosters.
     *
     * @return the store
     */
    public RosterStore rosters() {
        return new JdbcRosterStore(transactions(), docket);
    }

    /**
     * Keeps meetings, ballots and results, with {@link BoxLimits#standard}.
     *
     * @return the store
     */
    public MeetingStore meetings() {
        return meetings(BoxLimits.standard());
    }

    /**
     * Keeps meetings, ballots and results.
     *
     * @param limits what it takes into the box of one meeting
     * @return the store
     */
    public MeetingStore meetings(BoxLimits limits) {
        return new JdbcMeetingStore(transactions(), docket, limits);
    }

    /**
     * Keeps events.
     *
     * @param codec knows every event that is kept, and how those written earlier are read: {@link
     *     GovernanceEvents#codec()}, unless the host keeps events of its own
     * @return the store; what the codec cannot read is a {@link StoreException}
     */
    public EventStore events(EventCodec codec) {
        return new JdbcEventStore(transactions(), docket, outbox, codec);
    }

    /**
     * Keeps figures of funds that accounting hands in.
     *
     * @return the store
     */
    public FundFigureStore fundFigures() {
        return new JdbcFundFigureStore(transactions(), docket);
    }

    /**
     * Whether the same call may succeed if it is made again: the same as {@link
     * StoreException#isRetryable}.
     *
     * @param failure what a store has thrown
     * @return false for failures that will come again
     */
    public static boolean isRetryable(StoreException failure) {
        return failure.isRetryable();
    }

    /** One for all stores, so that a call within a call finds the transaction it is in. */
    private Transactions transactions() {
        return shared;
    }
}
