package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.BookFault.Kind;
import io.github.xinyi.jdbc.ColumnClasses.ColumnClass;
import io.github.xinyi.jdbc.RawTable.Values;
import io.github.xinyi.trust.merkle.TreeHead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Somebody who may drop triggers changes any column of any table, one at a time: each change of a
 * column that is authenticated or derived is found, and the place that is named is the place.
 *
 * <p>On H2 in the first and the last row of each table; on the servers one change in {@value
 * #STRIDE} of these. With {@code -Dxinyi.tamperEverywhere=true} in every row, on every server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperSweep {

    private static final boolean EVERYWHERE = Boolean.getBoolean("xinyi.tamperEverywhere");
    private static final int STRIDE = 12;
    private static final Set<String> HEADS = Set.of("book", "docket");

    /** Columns of an erasure that vouch for the entry it names, and are missed there. */
    private static final Set<String> OF_THE_ENTRY =
            Set.of(
                    "community",
                    "entry_index",
                    "salt",
                    "text_commitment",
                    "entry_commitment",
                    "remains");

    private static final Set<String> AFTER_ALL = Set.of("balance", "box_count");

    private final TestDatabase database;
    private final ColumnClasses classes = ColumnClasses.read();
    private final Map<String, List<Values>> before = new LinkedHashMap<>();
    private final Map<String, List<Long>> items = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> reached = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private OutsideHeads headsBefore = OutsideHeads.none();
    private OutsideHeads headsNow = OutsideHeads.none();
    private final int stride;
    private int asked;
    private int tried;

    TamperSweep(Server server) {
        this.database = server.disarmedDatabase();
        this.stride = EVERYWHERE || server == Server.H2 ? 1 : STRIDE;
    }

    @BeforeAll
    void fill() throws SQLException {
        TamperSample sample = TamperSample.first(database.stores());
        Samples.adoptOne(database);
        headsBefore = heads();
        inTransaction(
                connection -> {
                    for (String table : classes.tables()) {
                        before.put(table, table(connection, table).rows());
                    }
                });
        sample.more();
        inTransaction(
                connection -> {
                    for (Values item : table(connection, "docket_item").rows()) {
                        items.computeIfAbsent(
                                        item.at("kind") + " " + item.at("record_key"),
                                        k -> new ArrayList<>())
                                .add((Long) Objects.requireNonNull(item.at("docket_index")));
                    }
                });
        headsNow = heads();
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @BeforeEach
    void forget() {
        wrong.clear();
        asked = 0;
        tried = 0;
        refused.clear();
        reached.clear();
    }

    @AfterAll
    void close() {
        database.close();
    }

    private OutsideHeads heads() {
        return new OutsideHeads(
                List.of(Samples.head(database.stores())),
                List.of(database.stores().docketHead(Samples.COMMUNITY)));
    }

    /** What is done to a database by hand, in a transaction that is rolled back. */
    @FunctionalInterface
    private interface Tampering {
        void on(Connection connection) throws SQLException;
    }

    private void inTransaction(Tampering tampering) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                tampering.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static RawTable table(Connection connection, String table) throws SQLException {
        return new RawTable(connection, Schema.DEFAULT_PREFIX + table);
    }

    @Test
    void everyColumnOfEveryTableHasAClass() throws SQLException {
        Set<String> there = new TreeSet<>();
        for (String column : database.columns()) {
            String name = column.substring(0, column.indexOf(' ')).toLowerCase(Locale.ROOT);
            if (name.startsWith(Schema.DEFAULT_PREFIX)) {
                there.add(name.substring(Schema.DEFAULT_PREFIX.length()));
            }
        }

        assertThat(classes.columns()).isEqualTo(there);
    }

    @Test
    void everyTableHasRowsToTamperWith() {
        for (String table : classes.tables()) {
            assertThat(before.get(table)).as(table).isNotEmpty();
        }
    }

    @Test
    void findsEveryChangedCell() throws SQLException {
        eachTable(
                (table, rows) -> {
                    for (String column : table.columns()) {
                        for (Values row : chosen(rows)) {
                            update(table, row, column, table.another(column, row.at(column)));
                            if (row.at(column) != null && isOptional(table, column)) {
                                update(table, row, column, null);
                            }
                        }
                    }
                });

        report(400);
        Set<String> columns = new TreeSet<>(classes.columns());
        columns.removeIf(column -> column.startsWith("migration."));
        assertReached(columns);
    }

    private boolean isOptional(RawTable table, String column) {
        return classes.isOptional(bare(table), column);
    }

    private void update(RawTable table, Values row, String column, @Nullable Object value)
            throws SQLException {
        tamper(
                "update " + table.name() + "." + column + " of " + row,
                table,
                column,
                List.of(row, row.with(column, value)),
                t -> t.set(row, column, value));
    }

    @Test
    void findsEveryDeletedRow() throws SQLException {
        eachTable(
                (table, rows) -> {
                    for (Values row : chosen(rows)) {
                        tamper(
                                "delete " + table.name() + " " + row,
                                table,
                                null,
                                List.of(row),
                                t -> t.delete(row));
                    }
                });

        report(60);
        assertReached(classes.tables());
    }

    @Test
    void findsEveryInsertedRow() throws SQLException {
        eachTable(
                (table, rows) -> {
                    for (Values row : chosen(rows)) {
                        Values copy = table.copy(row);
                        tamper(
                                "insert " + table.name() + " " + copy,
                                table,
                                null,
                                List.of(copy),
                                t -> t.insert(copy));
                    }
                });

        report(60);
        assertReached(classes.tables());
    }

    @Test
    void findsEveryPairOfSwappedCells() throws SQLException {
        eachTable(
                (table, rows) -> {
                    for (String column : table.columns()) {
                        swap(table, rows, column);
                    }
                });

        report(150);
    }

    private void swap(RawTable table, List<Values> rows, String column) throws SQLException {
        Values one = rows.get(0);
        for (int i = rows.size() - 1; i > 0; i--) {
            Values other = rows.get(i);
            Object mine = one.at(column);
            Object its = other.at(column);
            Values oneAfter = one.with(column, its);
            Values otherAfter = other.with(column, mine);
            boolean isSwap =
                    !RawTable.equal(mine, its)
                            && !Set.of(one.toString(), other.toString())
                                    .equals(Set.of(oneAfter.toString(), otherAfter.toString()));
            if (isSwap) {
                // By way of a third value, since each of the two may stand only once.
                Object third =
                        mine == null ? null : table.another(column, table.another(column, mine));
                boolean tookPlace =
                        tamper(
                                "swap "
                                        + table.name()
                                        + "."
                                        + column
                                        + " of "
                                        + one
                                        + " / "
                                        + other,
                                table,
                                column,
                                List.of(one, other, oneAfter, otherAfter),
                                t -> {
                                    t.set(one, column, third);
                                    t.set(other, column, mine);
                                    t.set(one.with(column, third), column, its);
                                });
                if (tookPlace && !EVERYWHERE) {
                    return;
                }
            }
        }
    }

    @Test
    void findsATableThatIsCutShort() throws SQLException {
        eachTable(
                (table, rows) -> {
                    Values last = rows.get(rows.size() - 1);
                    String place = table.key().get(Math.min(1, table.key().size() - 1));
                    List<Values> tail =
                            rows.stream()
                                    .filter(row -> RawTable.equal(row.at(place), last.at(place)))
                                    .toList();
                    tamper(
                            "cut " + table.name() + " before " + last,
                            table,
                            null,
                            tail,
                            t -> {
                                for (Values row : tail) {
                                    t.delete(row);
                                }
                            });
                });

        report(30);
        assertReached(classes.tables());
    }

    @Test
    void findsATableThatIsPutBackToWhatItWas() throws SQLException {
        Set<String> same = new TreeSet<>();
        eachTable(
                (table, rows) -> {
                    Map<String, Values> changed = new HashMap<>();
                    List<Values> then = before.getOrDefault(bare(table), List.of());
                    rows.forEach(row -> changed.put(row.toString(), row));
                    Set<String> kept = new HashSet<>(changed.keySet());
                    for (Values row : then) {
                        if (kept.contains(row.toString())) {
                            changed.remove(row.toString());
                        } else {
                            changed.put(row.toString(), row);
                        }
                    }
                    if (changed.isEmpty()) {
                        same.add(bare(table));
                        return;
                    }
                    tamper(
                            "put back " + table.name(),
                            table,
                            null,
                            List.copyOf(changed.values()),
                            t -> {
                                t.clear();
                                for (Values row : then) {
                                    t.insert(row);
                                }
                            });
                });

        assertThat(same).isEqualTo(Set.of("disbursement_gate", "docket_adoption", "event_log"));
        report(30);
    }

    /** Every table together: consistent in itself, and found by nothing that the database holds. */
    @Test
    void onlyHeadsKeptOutsideTellThatAllTablesTogetherWerePutBack() throws SQLException {
        inTransaction(
                connection -> {
                    for (String name : classes.tables()) {
                        RawTable table = table(connection, name);
                        table.clear();
                        for (Values row : before.getOrDefault(name, List.of())) {
                            table.insert(row);
                        }
                    }
                    JdbcStores stores = JdbcStores.joining(connection);

                    assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
                    assertThat(stores.verify(Samples.COMMUNITY, headsBefore)).isEmpty();
                    assertOutside(stores, new OutsideHeads(headsNow.book(), List.of()));
                    assertOutside(stores, new OutsideHeads(List.of(), headsNow.docket()));
                });
        assertThat(database.stores().verify(Samples.COMMUNITY, headsNow)).isEmpty();
        assertThat(database.stores().verify(Samples.COMMUNITY, headsBefore)).isEmpty();
    }

    private void assertOutside(JdbcStores stores, OutsideHeads outside) {
        long size =
                outside.book().isEmpty() ? sizes(headsBefore.docket()) : sizes(headsBefore.book());

        assertThat(stores.verify(Samples.COMMUNITY, outside))
                .hasValueSatisfying(
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Kind.OUTSIDE);
                            assertThat(fault.index()).isEqualTo(size);
                        });
    }

    private static long sizes(List<TreeHead> heads) {
        return heads.get(0).size();
    }

    /** Another history from the start, made by our own stores. */
    @Test
    void onlyHeadsKeptOutsideTellThatTheHistoryIsAnother() throws SQLException {
        inTransaction(
                connection -> {
                    for (String name : classes.tables()) {
                        table(connection, name).clear();
                    }
                    JdbcStores stores = JdbcStores.joining(connection);
                    Samples.fill(stores);
                    stores.contracts().save(Samples.terms("HT-1", 9));
                    for (int year = 2001; year < 2080; year++) {
                        stores.budgets().save(Samples.budget(year, 1));
                    }

                    assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
                    for (OutsideHeads part :
                            List.of(
                                    new OutsideHeads(headsBefore.book(), List.of()),
                                    new OutsideHeads(List.of(), headsBefore.docket()))) {
                        assertThat(stores.verify(Samples.COMMUNITY, part))
                                .map(BookFault::kind)
                                .contains(Kind.OUTSIDE);
                    }
                });
    }

    /** Rows of a table, and the table. */
    @FunctionalInterface
    private interface Each {
        void table(RawTable table, List<Values> rows) throws SQLException;
    }

    private void eachTable(Each each) throws SQLException {
        for (String name : classes.tables()) {
            List<Values> rows = new ArrayList<>();
            List<RawTable> tables = new ArrayList<>();
            inTransaction(
                    connection -> {
                        RawTable table = table(connection, name);
                        tables.add(table);
                        rows.addAll(table.rows());
                    });
            each.table(tables.get(0), List.copyOf(rows));
        }
    }

    private static List<Values> chosen(List<Values> rows) {
        return EVERYWHERE || rows.size() == 1
                ? rows
                : List.of(rows.get(0), rows.get(rows.size() - 1));
    }

    private static String bare(RawTable table) {
        return table.name().substring(Schema.DEFAULT_PREFIX.length());
    }

    /** One change by hand. */
    @FunctionalInterface
    private interface Change {
        void on(RawTable table) throws SQLException;
    }

    /**
     * Makes a change, looks what is found, and takes it back.
     *
     * @param column the column, null if whole rows are changed
     * @param involved the rows as they were and as they are now
     * @return false if the database refused
     */
    private boolean tamper(
            String what,
            RawTable table,
            @Nullable String column,
            List<Values> involved,
            Change change)
            throws SQLException {
        boolean[] made = {true};
        if (asked++ % stride != 0) {
            return true;
        }
        inTransaction(
                connection -> {
                    try {
                        change.on(table(connection, bare(table)));
                    } catch (SQLException e) {
                        refused.add(what);
                        made[0] = false;
                        return;
                    }
                    tried++;
                    reached.add(bare(table) + (column == null ? "" : "." + column));
                    Optional<BookFault> fault = verify(connection, involved);
                    objection(table, column, involved, fault)
                            .ifPresent(
                                    objection ->
                                            wrong.add(
                                                    objection + " AFTER " + what + " GOT "
                                                            + fault));
                });
        return made[0];
    }

    /** Also the community to which a row was moved. */
    private static Optional<BookFault> verify(Connection connection, List<Values> involved) {
        JdbcStores stores = JdbcStores.joining(connection);
        Set<CommunityId> communities = new LinkedHashSet<>(Set.of(Samples.COMMUNITY));
        for (Values row : involved) {
            communities.add(CommunityId.of(Values.text(row.at("community"))));
        }
        return communities.stream().map(stores::verify).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> objection(
            RawTable table,
            @Nullable String column,
            List<Values> involved,
            Optional<BookFault> found) {
        String name = bare(table);
        boolean isOperational =
                column == null
                        ? classes.isOperational(name)
                        : classes.of(name, column) == ColumnClass.OPERATIONAL;
        if (isOperational || found.isEmpty()) {
            return isOperational == found.isEmpty() ? Optional.empty() : Optional.of("not found");
        }
        BookFault fault = found.get();
        boolean isWholeRow = column == null || table.key().contains(column);
        boolean isColumnNamed =
                isWholeRow
                        ? fault.columns().stream().anyMatch(c -> c.startsWith(table.name() + "."))
                        : fault.columns().contains(table.name() + "." + column);
        if (!isColumnNamed) {
            return Optional.of("another column");
        }
        boolean isPublished = name.equals("checkpoint") && fault.log() == BookFault.Log.BOOK;
        if (HEADS.contains(name) || isPublished) {
            return Optional.empty();
        }
        long place = place(name, column, involved);
        return fault.index() == place ? Optional.empty() : Optional.of("not at " + place);
    }

    /** Where a change is to be found: the first place of the rows that it concerns. */
    private long place(String table, @Nullable String column, List<Values> involved) {
        long book = sizes(headsNow.book());
        long docket = sizes(headsNow.docket());
        if (AFTER_ALL.contains(table)) {
            return table.equals("balance") ? book : docket;
        }
        if (table.equals("erasure") && (column == null || OF_THE_ENTRY.contains(column))) {
            return involved.stream()
                    .flatMap(row -> Stream.of(row.at("log_index"), row.at("entry_index")))
                    .mapToLong(at -> Math.min((Long) Objects.requireNonNull(at), book))
                    .min()
                    .orElseThrow();
        }
        String index = table.equals("docket_item") ? "docket_index" : "log_index";
        long size = table.equals("docket_item") ? docket : book;
        if (classes.of(table).contains(index)) {
            return involved.stream()
                    .mapToLong(row -> (Long) Objects.requireNonNull(row.at(index)))
                    .map(at -> Math.min(at, size))
                    .min()
                    .orElseThrow();
        }
        return involved.stream()
                .flatMapToLong(row -> entered(table, column, row))
                .min()
                .orElse(docket);
    }

    private LongStream entered(String table, @Nullable String column, Values row) {
        LongStream.Builder places = LongStream.builder();
        for (DocketKind kind : DocketKind.values()) {
            for (DocketKind.Part part : kind.parts()) {
                boolean isOfIt =
                        part.table().equals(table)
                                && (column == null
                                        || column.equals("community")
                                        || part.columns().contains(column));
                if (isOfIt) {
                    List<String> key =
                            kind.keyColumns().stream()
                                    .map(name -> Values.text(row.at(name)))
                                    .toList();
                    List<Long> at = items.get(kind + " " + kind.text(key));
                    if (at != null) {
                        places.add(at.get(at.size() - 1));
                    }
                }
            }
        }
        return places.build();
    }

    private void report(int least) {
        assertThat(wrong).as("%d tried, %d refused", tried, refused.size()).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(least / stride);
    }

    /** Nothing was left out because the database refused it, or because there was no row for it. */
    private void assertReached(Set<String> all) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(reached);
        assertThat(stride > 1 ? Set.of() : left).as("refused %s", refused).isEmpty();
    }
}
