package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A prepared statement, given its parameters from the left, then run as often as wanted. */
final class Query {

    private final PreparedStatement statement;
    private int parameter;
    private int batched;

    Query(PreparedStatement statement) {
        this.statement = statement;
    }

    Query with(String value) throws SQLException {
        statement.setString(++parameter, value);
        return this;
    }

    Query with(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return with(value.get());
        }
        statement.setNull(++parameter, Types.VARCHAR);
        return this;
    }

    Query with(long value) throws SQLException {
        statement.setLong(++parameter, value);
        return this;
    }

    Query with(byte[] value) throws SQLException {
        statement.setBytes(++parameter, value);
        return this;
    }

    Query with(LocalDate value) throws SQLException {
        statement.setObject(++parameter, value);
        return this;
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
        statement.addBatch();
        batched++;
    }

    /**
     * Runs what was added, which may be nothing.
     *
     * @throws SQLException also if any of it did not touch exactly one row
     */
    void runBatch() throws SQLException {
        if (batched == 0) {
            return;
        }
        batched = 0;
        for (int count : statement.executeBatch()) {
            requireOne(count);
        }
    }

    /**
     * Inserts or updates.
     *
     * @throws SQLException also if it did not touch exactly one row
     */
    void runOnce() throws SQLException {
        parameter = 0;
        requireOne(statement.executeUpdate());
    }

    /**
     * Changes or deletes any number of rows.
     *
     * @return how many
     */
    int run() throws SQLException {
        parameter = 0;
        return statement.executeUpdate();
    }

    /** A count other than one is what is left of a race that this transaction has lost. */
    private static void requireOne(int count) throws SQLException {
        if (count != 1 && count != PreparedStatement.SUCCESS_NO_INFO) {
            throw new SQLTransactionRollbackException("somebody else wrote the same rows", "40001");
        }
    }

    <T> List<T> list(Row.Mapping<T> mapping) throws SQLException {
        parameter = 0;
        try (ResultSet results = statement.executeQuery()) {
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
        try (ResultSet results = statement.executeQuery()) {
            return results.next() ? Optional.of(new Row(results).map(mapping)) : Optional.empty();
        }
    }

    boolean hasRow() throws SQLException {
        return first(row -> true).isPresent();
    }
}
