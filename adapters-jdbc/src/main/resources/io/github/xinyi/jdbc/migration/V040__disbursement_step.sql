-- What became of disbursements outside the book, and the row on which the requests of a community
-- wait for each other, so that two at once do not hold the same money.

CREATE TABLE IF NOT EXISTS ${prefix}disbursement_step (
    community VARCHAR(64) NOT NULL,
    order_id VARCHAR(48) NOT NULL,
    line_number INTEGER NOT NULL,
    status VARCHAR(16) NOT NULL,
    at_second BIGINT NOT NULL,
    at_nano INTEGER NOT NULL,
    paper_type VARCHAR(32) NOT NULL,
    paper_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (community, order_id, line_number)
);

CREATE TABLE IF NOT EXISTS ${prefix}disbursement_gate (
    community VARCHAR(64) NOT NULL,
    PRIMARY KEY (community)
);
