-- Accounts opened and closed in a book: each is a record of its log.

CREATE TABLE IF NOT EXISTS ${prefix}account_change (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL, -- milliseconds of the epoch
    account VARCHAR(64) NOT NULL,
    name_zh VARCHAR(100) NOT NULL,
    name_en VARCHAR(100) NOT NULL,
    fund_class VARCHAR(32) NOT NULL,
    account_type VARCHAR(32) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    from_date DATE NOT NULL,
    leaf ${hash} NOT NULL,
    PRIMARY KEY (community, log_index)
);
