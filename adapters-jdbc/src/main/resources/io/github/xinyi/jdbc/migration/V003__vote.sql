-- What the owners decide by: frozen rosters, meetings, ballots as they came in, and results.

CREATE TABLE IF NOT EXISTS ${prefix}roster (
    community VARCHAR(64) NOT NULL,
    record_date DATE NOT NULL,
    developer VARCHAR(64) NOT NULL,
    digest CHAR(64) NOT NULL,
    PRIMARY KEY (community, record_date)
);

CREATE INDEX IF NOT EXISTS ${prefix}roster_digest ON ${prefix}roster (community, digest);

CREATE TABLE IF NOT EXISTS ${prefix}roster_unit (
    community VARCHAR(64) NOT NULL,
    record_date DATE NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    building VARCHAR(64) NOT NULL,
    unit_use VARCHAR(16) NOT NULL,
    status VARCHAR(32) NOT NULL,
    title VARCHAR(16) NOT NULL,
    PRIMARY KEY (community, record_date, unit_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}roster_area (
    community VARCHAR(64) NOT NULL,
    record_date DATE NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    evidence VARCHAR(16) NOT NULL,
    area BIGINT NOT NULL, -- in 0.01 square metres
    PRIMARY KEY (community, record_date, unit_id, evidence)
);

CREATE TABLE IF NOT EXISTS ${prefix}roster_owner (
    community VARCHAR(64) NOT NULL,
    record_date DATE NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    person_id VARCHAR(64) NOT NULL,
    share_numerator BIGINT NOT NULL, -- 0 in joint ownership, which has no shares
    share_denominator BIGINT NOT NULL,
    PRIMARY KEY (community, record_date, unit_id, person_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}roster_underwriting (
    community VARCHAR(64) NOT NULL,
    record_date DATE NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    person_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (community, record_date, unit_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}roster_guardianship (
    community VARCHAR(64) NOT NULL,
    record_date DATE NOT NULL,
    ward VARCHAR(64) NOT NULL,
    guardian VARCHAR(64) NOT NULL,
    start_day BIGINT NOT NULL, -- days since 1970-01-01: an open end is beyond any DATE
    end_day BIGINT NOT NULL,
    PRIMARY KEY (community, record_date, ward, guardian, start_day, end_day)
);

CREATE TABLE IF NOT EXISTS ${prefix}roster_deceased (
    community VARCHAR(64) NOT NULL,
    record_date DATE NOT NULL,
    person_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (community, record_date, person_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}meeting (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    roster_date DATE NOT NULL,
    notice_date DATE NOT NULL,
    opens_second BIGINT NOT NULL,
    opens_nano INTEGER NOT NULL,
    closes_second BIGINT NOT NULL,
    closes_nano INTEGER NOT NULL,
    PRIMARY KEY (community, meeting_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}motion (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    line_number INTEGER NOT NULL,
    motion_id VARCHAR(64) NOT NULL,
    matter VARCHAR(32) NOT NULL,
    title VARCHAR(200) NOT NULL,
    PRIMARY KEY (community, meeting_id, line_number)
);

CREATE TABLE IF NOT EXISTS ${prefix}motion_document (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    motion_id VARCHAR(64) NOT NULL,
    line_number INTEGER NOT NULL,
    sha256 CHAR(64) NOT NULL,
    PRIMARY KEY (community, meeting_id, motion_id, line_number)
);

CREATE TABLE IF NOT EXISTS ${prefix}ballot (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    ballot_id VARCHAR(64) NOT NULL,
    unit_id VARCHAR(64) NOT NULL,
    voter VARCHAR(64) NOT NULL,
    channel VARCHAR(16) NOT NULL,
    received_second BIGINT NOT NULL,
    received_nano INTEGER NOT NULL,
    signature VARCHAR(16) NOT NULL,
    mandate VARCHAR(16) NOT NULL,
    mandate_person VARCHAR(64) NOT NULL, -- principal, ward or carrier, else the voter
    PRIMARY KEY (community, meeting_id, ballot_id)
);

-- The written authority of a ballot handed in by a proxy.
CREATE TABLE IF NOT EXISTS ${prefix}ballot_authority (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    ballot_id VARCHAR(64) NOT NULL,
    valid_from DATE NOT NULL,
    valid_through DATE NOT NULL,
    PRIMARY KEY (community, meeting_id, ballot_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}ballot_opinion (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    ballot_id VARCHAR(64) NOT NULL,
    motion_id VARCHAR(64) NOT NULL,
    choice VARCHAR(16) NOT NULL,
    PRIMARY KEY (community, meeting_id, ballot_id, motion_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}ballot_choice (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    ballot_id VARCHAR(64) NOT NULL,
    motion_id VARCHAR(64) NOT NULL,
    choice VARCHAR(16) NOT NULL,
    PRIMARY KEY (community, meeting_id, ballot_id, motion_id, choice)
);

CREATE TABLE IF NOT EXISTS ${prefix}meeting_result (
    community VARCHAR(64) NOT NULL,
    meeting_id VARCHAR(64) NOT NULL,
    canonical_text ${text} NOT NULL,
    PRIMARY KEY (community, meeting_id)
);
