-- Texts of entries that were erased: each is a record of the log. What was erased is an empty
-- narrative and a salt of no bytes in entry; what is left of both stands here.

CREATE TABLE IF NOT EXISTS ${prefix}erasure (
    community VARCHAR(64) NOT NULL,
    log_index BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL, -- milliseconds of the epoch
    erased_on DATE NOT NULL,
    entry_index BIGINT NOT NULL,
    ground VARCHAR(32) NOT NULL,
    ordered_by VARCHAR(64) NOT NULL,
    salt ${hash} NOT NULL,
    text_commitment ${hash} NOT NULL,
    entry_commitment ${hash}, -- of a household's entry
    remains ${hash} NOT NULL,
    leaf ${hash} NOT NULL,
    PRIMARY KEY (community, log_index),
    CONSTRAINT ${prefix}erasure_once UNIQUE (community, entry_index)
);

-- Records that were kept before there was a docket, and were taken into it as they stood: once.
CREATE TABLE IF NOT EXISTS ${prefix}docket_adoption (
    community VARCHAR(64) NOT NULL,
    adopted_on DATE NOT NULL,
    record_count BIGINT NOT NULL,
    digest ${hash} NOT NULL,
    PRIMARY KEY (community, adopted_on)
);
