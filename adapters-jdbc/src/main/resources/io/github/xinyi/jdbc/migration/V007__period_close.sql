-- The ends of periods: each is a record of the book's log, and no entry takes effect on its day or
-- before any more.

CREATE TABLE IF NOT EXISTS ${prefix}period_close (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL, -- milliseconds of the epoch
    through_date DATE NOT NULL,
    leaf ${hash} NOT NULL,
    PRIMARY KEY (community, log_index)
);

-- A balance by effective date is read from one index, whatever the kind of entry.
CREATE INDEX IF NOT EXISTS ${prefix}posting_effective
    ON ${prefix}posting (community, account, effective_date, log_index, side, amount);
