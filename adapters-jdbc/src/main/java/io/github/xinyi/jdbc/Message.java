package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that change rows, gathered to go to the server in one message and back. Used by one
 * thread.
 */
final class Message {

    private final List<String> texts = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<Target.Parameter> parameters = new ArrayList<>();

    /** Gathers what one statement is run with, which is to change one row each time. */
    Target target(String text) {
        return new Gathering(text);
    }

    /** Gathers a statement that is to change so many rows. */
    void add(String text, List<Target.Parameter> given, int changed) {
        texts.add(text);
        parameters.addAll(given);
        rows.add(changed);
    }

    /**
     * Sends everything.
     *
     * @throws SQLException also if one of the statements did not change as many rows as it was to
     */
    void send(Connection connection) throws SQLException {
        if (texts.isEmpty()) {
            return;
        }
        try (PreparedStatement all = connection.prepareStatement(String.join("; ", texts))) {
            int index = 0;
            for (Target.Parameter parameter : parameters) {
                parameter.set(all, ++index);
            }
            all.execute();
            for (int changed : rows) {
                Target.require(changed, all.getUpdateCount());
                all.getMoreResults();
            }
        }
    }

    private final class Gathering implements Target {
        private final String text;
        private final List<Parameter> set = new ArrayList<>();

        Gathering(String text) {
            this.text = text;
        }

        @Override
        public void set(int index, Parameter parameter) {
            set.add(parameter);
        }

        @Override
        public void add() {
            Message.this.add(text, set, 1);
            set.clear();
        }

        /** They go with the message. */
        @Override
        public void changeOneEach() {}

        @Override
        public void changeOne() {
            add();
        }

        @Override
        public int change() {
            throw new UnsupportedOperationException("not in a message: " + text);
        }

        @Override
        public ResultSet results() {
            throw new UnsupportedOperationException("not in a message: " + text);
        }

        @Override
        public ResultSet nextResults() {
            throw new UnsupportedOperationException("not in a message: " + text);
        }
    }
}
