package io.github.xinyi.jdbc;

/** The sweep on PostgreSQL. */
class PostgresqlTamperSweepTest extends TamperSweep {

    PostgresqlTamperSweepTest() {
        super(Server.POSTGRESQL);
    }
}
