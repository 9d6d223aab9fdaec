-- What is to be passed on to others, written with what it tells of. The sequence is that of the log
-- of the book, or of the events of the community. Operational: nothing is proved by these rows.

CREATE TABLE IF NOT EXISTS ${prefix}outbox (
    community VARCHAR(64) NOT NULL,
    stream VARCHAR(16) NOT NULL,
    sequence_number BIGINT NOT NULL,
    body ${text} NOT NULL,
    state VARCHAR(16) NOT NULL,
    attempts INTEGER NOT NULL,
    due_at BIGINT NOT NULL, -- milliseconds of the epoch: not tried again before
    sent_at BIGINT, -- milliseconds of the epoch
    failure VARCHAR(200) NOT NULL,
    PRIMARY KEY (community, stream, sequence_number)
);

CREATE INDEX IF NOT EXISTS ${prefix}outbox_state
    ON ${prefix}outbox (state, community, stream, sequence_number);
