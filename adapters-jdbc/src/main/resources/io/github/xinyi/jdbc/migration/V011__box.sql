-- What came in for a meeting beside its ballots, and the rules its result was counted by.

CREATE TABLE IF NOT EXISTS ${prefix}withdrawal (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    principal VARCHAR(64) NOT NULL,
    proxy VARCHAR(64) NOT NULL,
    at_second BIGINT NOT NULL,
    at_nano INTEGER NOT NULL,
    PRIMARY KEY (community, meeting_id, principal, proxy, at_second, at_nano)
);

CREATE TABLE IF NOT EXISTS ${prefix}delivery (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    channel VARCHAR(16) NOT NULL,
    proof VARCHAR(200) NOT NULL,
    PRIMARY KEY (community, meeting_id, unit_id, channel, proof)
);

CREATE TABLE IF NOT EXISTS ${prefix}paper_request (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (community, meeting_id, unit_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}meeting_bylaws (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    canonical_text ${text} NOT NULL,
    PRIMARY KEY (community, meeting_id)
);
