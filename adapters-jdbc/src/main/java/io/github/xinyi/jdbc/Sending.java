package io.github.xinyi.jdbc;

import java.util.Optional;

/** How many statements go to a database in one message. */
enum Sending {
    /** Several, where the database takes that. */
    TOGETHER,

    /** One: something on the way reads each to find the server that it is for. */
    APART;

    /** What begins a transaction of our own, where it can go with its first statement. */
    Optional<String> beginning(Dialect dialect) {
        return this == TOGETHER ? dialect.beginning() : Optional.empty();
    }

    boolean takesSeveral(Dialect dialect) {
        return this == TOGETHER && dialect.takesSeveral();
    }

    /** Not where the community of a row is to be read on the way. */
    boolean takesArrays(Dialect dialect) {
        return this == TOGETHER && dialect.takesArrays();
    }
}
