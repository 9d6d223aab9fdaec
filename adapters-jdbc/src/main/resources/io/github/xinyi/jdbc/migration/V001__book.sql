-- The books: one head row a community, which is locked while the book is written, and what is
-- appended under it. Nothing in entry, posting, batch, batch_total and node ever changes.

CREATE TABLE IF NOT EXISTS ${prefix}book (
    community VARCHAR(64) NOT NULL,
    log_size BIGINT NOT NULL,
    frontier ${bytes} NOT NULL,
    PRIMARY KEY (community)
);

CREATE TABLE IF NOT EXISTS ${prefix}entry (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    entry_id VARCHAR(64) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    unit_id VARCHAR(64),
    effective_date DATE NOT NULL,
    recorded_at BIGINT NOT NULL, -- milliseconds of the epoch
    source_type VARCHAR(32) NOT NULL,
    source_id VARCHAR(64) NOT NULL,
    salt ${hash} NOT NULL,
    narrative VARCHAR(500) NOT NULL,
    reverses VARCHAR(64),
    leaf ${hash} NOT NULL,
    PRIMARY KEY (community, log_index),
    CONSTRAINT ${prefix}entry_once UNIQUE (community, entry_id),
    CONSTRAINT ${prefix}entry_reversed_once UNIQUE (community, reverses)
);

-- Kind and date repeat those of the entry, so that a turnover is read from one index. The totals
-- are those of the account after this posting, so that any past balance is one look-up.
CREATE TABLE IF NOT EXISTS ${prefix}posting (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    line_number SMALLINT NOT NULL,
    account VARCHAR(64) NOT NULL,
    side CHAR(1) NOT NULL,
    amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    debits_after BIGINT NOT NULL,
    credits_after BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    effective_date DATE NOT NULL,
    PRIMARY KEY (community, log_index, line_number),
    CONSTRAINT ${prefix}posting_side CHECK (side IN ('D', 'C')),
    CONSTRAINT ${prefix}posting_amount CHECK (amount > 0)
);

CREATE INDEX IF NOT EXISTS ${prefix}posting_history
    ON ${prefix}posting (community, account, log_index, line_number);

CREATE INDEX IF NOT EXISTS ${prefix}posting_turnover
    ON ${prefix}posting (community, account, kind, effective_date, log_index, side, amount);

-- One row an account, with the index of its last posting.
CREATE TABLE IF NOT EXISTS ${prefix}balance (
    community VARCHAR(64) NOT NULL,
    account VARCHAR(64) NOT NULL,
    debits BIGINT NOT NULL,
    credits BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    log_index BIGINT NOT NULL,
    PRIMARY KEY (community, account)
);

CREATE TABLE IF NOT EXISTS ${prefix}batch (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL, -- milliseconds of the epoch
    effective_date DATE NOT NULL,
    kind VARCHAR(32) NOT NULL,
    from_index BIGINT NOT NULL,
    to_index BIGINT NOT NULL,
    entry_count INTEGER NOT NULL,
    unit_count INTEGER NOT NULL,
    leaf ${hash} NOT NULL,
    PRIMARY KEY (community, log_index)
);

CREATE INDEX IF NOT EXISTS ${prefix}batch_kind ON ${prefix}batch (community, kind, log_index);

CREATE TABLE IF NOT EXISTS ${prefix}batch_total (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    line_number INTEGER NOT NULL,
    account VARCHAR(64) NOT NULL,
    side CHAR(1) NOT NULL,
    amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    PRIMARY KEY (community, log_index, line_number)
);

-- The complete subtrees above the leaves, each under the last of its leaves: the node of level l and
-- index i stands at log_index (i + 1) * 2^l - 1. Level 0 is the leaf of the entry or batch itself.
CREATE TABLE IF NOT EXISTS ${prefix}node (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    node_level SMALLINT NOT NULL,
    hash ${hash} NOT NULL,
    PRIMARY KEY (community, log_index, node_level)
);

CREATE TABLE IF NOT EXISTS ${prefix}checkpoint (
    community VARCHAR(64) NOT NULL,
    checkpoint_number BIGINT NOT NULL,
    log_size BIGINT NOT NULL,
    root ${hash} NOT NULL,
    published_at BIGINT NOT NULL, -- milliseconds of the epoch
    note ${text} NOT NULL,
    PRIMARY KEY (community, checkpoint_number)
);

CREATE INDEX IF NOT EXISTS ${prefix}checkpoint_covering
    ON ${prefix}checkpoint (community, log_size, checkpoint_number);
