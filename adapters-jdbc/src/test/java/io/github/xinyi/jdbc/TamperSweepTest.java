package io.github.xinyi.jdbc;

/** The sweep on H2. */
class TamperSweepTest extends TamperSweep {

    TamperSweepTest() {
        super(Server.H2);
    }
}
