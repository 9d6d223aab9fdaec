package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prepared statement, given its parameters from the left, then run as often as wanted. */
final class Query {

    private final Target target;
    private int parameter;

    Query(Target target) {
        this.target = target;
    }

    private Query set(Target.Parameter value) throws SQLException {
        target.set(++parameter, value);
        return this;
    }

    private Query set(Cell.Kind kind, @Nullable Object value) throws SQLException {
        return set(new Cell(kind, value));
    }

    Query with(String value) throws SQLException {
        return set(Cell.Kind.TEXT, value);
    }

    Query with(Optional<String> value) throws SQLException {
        return set(Cell.Kind.TEXT, value.orElse(null));
    }

    Query with(long value) throws SQLException {
        return set(Cell.Kind.NUMBER, value);
    }

    Query with(byte[] value) throws SQLException {
        return set(Cell.Kind.BYTES, value);
    }

    Query with(LocalDate value) throws SQLException {
        return set(Cell.Kind.DAY, value);
    }

    /** Many texts as one parameter. */
    Query withAll(List<String> values) throws SQLException {
        return set(Cell.array(Cell.Kind.TEXT, values));
    }

    /** In two columns, exactly. */
    Query with(Instant value) throws SQLException {
        return with(value.getEpochSecond()).with(value.getNano());
    }

    Query with(Enum<?> value) throws SQLException {
        return with(value.name());
    }

    Query with(Hash value) throws SQLException {
        return with(value.toByteArray());
    }

    Query withHash(Optional<Hash> value) throws SQLException {
        return set(Cell.Kind.BYTES, value.map(Hash::toByteArray).orElse(null));
    }

    Query with(CommunityId value) throws SQLException {
        return with(value.value());
    }

    Query with(AccountCode value) throws SQLException {
        return with(value.value());
    }

    /** In two columns: the amount in minor units, and the currency. */
    Query with(Money value) throws SQLException {
        return with(value.minor()).with(value.currency().getCurrencyCode());
    }

    /** Keeps these parameters for {@link #runBatch}. */
    void addBatch() throws SQLException {
        parameter = 0;
        target.add();
    }

    /**
     * Runs what was added, which may be nothing.
     *
     * @throws SQLException also if any of it did not touch exactly one row
     */
    void runBatch() throws SQLException {
        target.changeOneEach();
    }

    /**
     * Inserts or updates.
     *
     * @throws SQLException also if it did not touch exactly one row
     */
    void runOnce() throws SQLException {
        parameter = 0;
        target.changeOne();
    }

    /**
     * Changes or deletes any number of rows.
     *
     * @return how many
     */
    int run() throws SQLException {
        parameter = 0;
        return target.change();
    }

    <T> List<T> list(Row.Mapping<T> mapping) throws SQLException {
        parameter = 0;
        return all(target.results(), mapping);
    }

    /** The rows of the second statement of a text that has two, once the first was read. */
    <T> List<T> nextList(Row.Mapping<T> mapping) throws SQLException {
        return all(target.nextResults(), mapping);
    }

    private static <T> List<T> all(ResultSet rows, Row.Mapping<T> mapping) throws SQLException {
        try (ResultSet results = rows) {
            Row row = new Row(results);
            List<T> all = new ArrayList<>();
            while (results.next()) {
                all.add(row.map(mapping));
            }
            return all;
        }
    }

    <T> Optional<T> first(Row.Mapping<T> mapping) throws SQLException {
        parameter = 0;
        try (ResultSet results = target.results()) {
            return results.next() ? Optional.of(new Row(results).map(mapping)) : Optional.empty();
        }
    }

    boolean hasRow() throws SQLException {
        return first(row -> true).isPresent();
    }
}
