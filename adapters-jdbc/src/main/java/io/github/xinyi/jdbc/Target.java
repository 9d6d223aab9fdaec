package io.github.xinyi.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/** Where the parameters of a query go, and what runs it. */
interface Target {

    /** A parameter, to be set at some place. */
    @FunctionalInterface
    interface Parameter {
        void set(PreparedStatement statement, int index) throws SQLException;
    }

    /** Sets a parameter, counted from 1. */
    void set(int index, Parameter parameter) throws SQLException;

    /** Keeps the parameters set, to change one row with {@link #changeOneEach}. */
    void add() throws SQLException;

    /** Changes one row with each of the parameters added. */
    void changeOneEach() throws SQLException;

    /** Changes one row. */
    void changeOne() throws SQLException;

    /** Changes any number of rows. */
    int change() throws SQLException;

    ResultSet results() throws SQLException;

    /** Those of the next statement of the text that has any. */
    ResultSet nextResults() throws SQLException;

    /** A count other than one is what is left of a race that this transaction has lost. */
    static void requireOne(int count) throws SQLException {
        if (count != PreparedStatement.SUCCESS_NO_INFO) {
            require(1, count);
        }
    }

    /** The same for a statement that was to change so many rows. */
    static void require(int rows, int count) throws SQLException {
        if (count != rows) {
            throw new SQLTransactionRollbackException("somebody else wrote the same rows", "40001");
        }
    }

    /** A statement of its own, at once. */
    final class Prepared implements Target {
        private final PreparedStatement statement;
        private int added;

        Prepared(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public void set(int index, Parameter parameter) throws SQLException {
            parameter.set(statement, index);
        }

        @Override
        public void add() throws SQLException {
            statement.addBatch();
            added++;
        }

        @Override
        public void changeOneEach() throws SQLException {
            if (added == 0) {
                return;
            }
            added = 0;
            for (int count : statement.executeBatch()) {
                requireOne(count);
            }
        }

        @Override
        public void changeOne() throws SQLException {
            requireOne(change());
        }

        @Override
        public int change() throws SQLException {
            return statement.executeUpdate();
        }

        /** Those of the first statement that has any, if the text has several. */
        @Override
        public ResultSet results() throws SQLException {
            return first(statement.execute());
        }

        @Override
        public ResultSet nextResults() throws SQLException {
            return first(statement.getMoreResults());
        }

        private ResultSet first(boolean isThere) throws SQLException {
            boolean there = isThere;
            while (!there) {
                there = statement.getMoreResults();
                if (!there && statement.getUpdateCount() == -1) {
                    throw new SQLException("a query without results");
                }
            }
            return statement.getResultSet();
        }
    }
}
