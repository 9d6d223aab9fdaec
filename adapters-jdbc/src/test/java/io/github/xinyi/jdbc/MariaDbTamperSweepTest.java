package io.github.xinyi.jdbc;

/** The sweep on MariaDB. */
class MariaDbTamperSweepTest extends TamperSweep {

    MariaDbTamperSweepTest() {
        super(Server.MARIADB);
    }
}
