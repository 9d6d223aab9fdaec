-- How many entries of a kind came into the box of a meeting, from everybody (an empty sender) and
-- from one sender: counted on, so that an addition costs the same however full the box is.

CREATE TABLE IF NOT EXISTS ${prefix}box_count (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    entry_kind VARCHAR(16) NOT NULL,
    sender VARCHAR(64) NOT NULL,
    entries BIGINT NOT NULL,
    PRIMARY KEY (community, meeting_id, entry_kind, sender)
);

CREATE INDEX IF NOT EXISTS ${prefix}ballot_sender
    ON ${prefix}ballot (community, meeting_id, voter, unit_id);
