package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row, read column by column from the left. */
final class Row {

    /** Makes a value of a row; a value that the domain refuses is an error of the data. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(Row row) throws SQLException;
    }

    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    <T> T map(Mapping<T> mapping) throws SQLException {
        column = 0;
        try {
            return mapping.of(this);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new WrongRowException(
                    "a row that nothing of ours wrote: " + e.getMessage(), read(), e);
        }
    }

    /** The columns that were read, the last one first: it is mostly the one that was refused. */
    private List<String> read() throws SQLException {
        ResultSetMetaData names = results.getMetaData();
        List<String> read = new ArrayList<>();
        for (int number = column; number > 0; number--) {
            String name = names.getTableName(number) + "." + names.getColumnName(number);
            read.add(name.toLowerCase(Locale.ROOT));
        }
        return read;
    }

    String text() throws SQLException {
        return present(results.getString(++column));
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(results.getString(++column));
    }

    /** Any cell as bytes, the same on every database; one of nothing differs from an empty one. */
    byte[] cell() throws SQLException {
        CanonicalBytes cell = CanonicalBytes.part();
        column++;
        switch (results.getMetaData().getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = results.getBytes(column);
                return bytes == null ? new byte[0] : cell.bytes(bytes).toByteArray();
            }
            case Types.DATE -> {
                LocalDate date = results.getObject(column, LocalDate.class);
                return date == null ? new byte[0] : cell.text(date.toString()).toByteArray();
            }
            default -> {
                String text = results.getString(column);
                return text == null ? new byte[0] : cell.text(text).toByteArray();
            }
        }
    }

    /** Passes over columns that say nothing in this row. */
    void skip(int columns) {
        column += columns;
    }

    long number() throws SQLException {
        return results.getLong(++column);
    }

    int smallNumber() throws SQLException {
        return results.getInt(++column);
    }

    byte[] bytes() throws SQLException {
        return present(results.getBytes(++column));
    }

    LocalDate date() throws SQLException {
        return present(results.getObject(++column, LocalDate.class));
    }

    /** A moment kept in milliseconds. */
    Instant millis() throws SQLException {
        return Instant.ofEpochMilli(number());
    }

    /** A moment kept in two columns. */
    Instant instant() throws SQLException {
        return Instant.ofEpochSecond(number(), number());
    }

    <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    Hash hash() throws SQLException {
        return Hash.of(bytes());
    }

    Optional<Hash> optionalHash() throws SQLException {
        return Optional.ofNullable(results.getBytes(++column)).map(Hash::of);
    }

    AccountCode account() throws SQLException {
        return AccountCode.of(text());
    }

    /** An amount and its currency, in two columns. */
    Money money() throws SQLException {
        return Money.ofMinor(number(), Currency.getInstance(text()));
    }

    CommunityId community() throws SQLException {
        return CommunityId.of(text());
    }

    private <T> T present(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new WrongRowException("column " + column + " is empty", read());
        }
        return value;
    }
}
