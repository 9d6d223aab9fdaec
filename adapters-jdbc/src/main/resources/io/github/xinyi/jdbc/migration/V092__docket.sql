-- The docket of a community: each record beside the book in the order in which it was kept, with the
-- hash of its rows; and its head, which is locked to enter one more.

CREATE TABLE IF NOT EXISTS ${prefix}docket (
    community VARCHAR(64) NOT NULL,
    docket_size BIGINT NOT NULL,
    frontier ${bytes} NOT NULL,
    PRIMARY KEY (community)
);

-- The locator has four bytes for each column of the record's rows, to tell which of them changed.
CREATE TABLE IF NOT EXISTS ${prefix}docket_item (
    community VARCHAR(64) NOT NULL,
    docket_index BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    record_key VARCHAR(400) NOT NULL,
    locator ${bytes} NOT NULL,
    content ${hash} NOT NULL,
    leaf ${hash} NOT NULL,
    PRIMARY KEY (community, docket_index)
);

CREATE INDEX IF NOT EXISTS ${prefix}docket_record
    ON ${prefix}docket_item (community, kind, record_key, docket_index);
