-- What has happened, in one order for each community; the row of a community is locked to add.

CREATE TABLE IF NOT EXISTS ${prefix}event_log (
    community VARCHAR(64) NOT NULL,
    PRIMARY KEY (community)
);

CREATE TABLE IF NOT EXISTS ${prefix}event (
    community VARCHAR(64) NOT NULL,
    log_sequence BIGINT NOT NULL,
    stream_kind VARCHAR(32) NOT NULL,
    stream_id VARCHAR(64) NOT NULL,
    stream_version BIGINT NOT NULL,
    command_id VARCHAR(64) NOT NULL,
    body ${text} NOT NULL,
    PRIMARY KEY (community, log_sequence)
);

CREATE UNIQUE INDEX IF NOT EXISTS ${prefix}event_version
    ON ${prefix}event (community, stream_kind, stream_id, stream_version);

CREATE INDEX IF NOT EXISTS ${prefix}event_command ON ${prefix}event (community, command_id);
