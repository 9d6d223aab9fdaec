-- What payments stand on. Moments that the domain does not round are kept as seconds of the epoch
-- and nanoseconds, since some of them are the greatest moment there is.

CREATE TABLE IF NOT EXISTS ${prefix}contract (
    community VARCHAR(64) NOT NULL,
    contract_id VARCHAR(64) NOT NULL,
    trustee VARCHAR(64) NOT NULL,
    ratio_numerator BIGINT NOT NULL,
    ratio_denominator BIGINT NOT NULL,
    base VARCHAR(32) NOT NULL,
    start_date DATE NOT NULL,
    end_date DATE NOT NULL,
    approval_valid_days INTEGER NOT NULL,
    batch_min_units INTEGER NOT NULL,
    PRIMARY KEY (community, contract_id)
);

CREATE TABLE IF NOT EXISTS ${prefix}contract_key (
    community VARCHAR(64) NOT NULL,
    contract_id VARCHAR(64) NOT NULL,
    line_number INTEGER NOT NULL,
    credential_id VARCHAR(64) NOT NULL,
    holder VARCHAR(64) NOT NULL,
    side VARCHAR(16) NOT NULL,
    public_key VARCHAR(256) NOT NULL,
    valid_from_second BIGINT NOT NULL,
    valid_from_nano INTEGER NOT NULL,
    valid_until_second BIGINT NOT NULL,
    valid_until_nano INTEGER NOT NULL,
    PRIMARY KEY (community, contract_id, line_number)
);

CREATE TABLE IF NOT EXISTS ${prefix}budget (
    community VARCHAR(64) NOT NULL,
    budget_year INTEGER NOT NULL,
    PRIMARY KEY (community, budget_year)
);

CREATE TABLE IF NOT EXISTS ${prefix}budget_line (
    community VARCHAR(64) NOT NULL,
    budget_year INTEGER NOT NULL,
    line_number INTEGER NOT NULL,
    line_code VARCHAR(16) NOT NULL,
    line_name VARCHAR(100) NOT NULL,
    fund_class VARCHAR(32) NOT NULL,
    amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    PRIMARY KEY (community, budget_year, line_number)
);

-- Status and number of approvals are the columns of this table that change; the approvals below
-- that number were given by then.
CREATE TABLE IF NOT EXISTS ${prefix}disbursement (
    community VARCHAR(64) NOT NULL,
    order_id VARCHAR(48) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    payee VARCHAR(64) NOT NULL,
    amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    purpose VARCHAR(200) NOT NULL,
    budget_line VARCHAR(64) NOT NULL,
    initiator VARCHAR(64) NOT NULL,
    policy VARCHAR(64) NOT NULL,
    expires_second BIGINT NOT NULL,
    expires_nano INTEGER NOT NULL,
    payee_name VARCHAR(100) NOT NULL,
    report VARCHAR(64) NOT NULL,
    requested_second BIGINT NOT NULL,
    requested_nano INTEGER NOT NULL,
    status VARCHAR(16) NOT NULL,
    approvals INTEGER NOT NULL,
    PRIMARY KEY (community, order_id)
);

CREATE INDEX IF NOT EXISTS ${prefix}disbursement_by_time
    ON ${prefix}disbursement (community, requested_second, requested_nano, order_id);

CREATE TABLE IF NOT EXISTS ${prefix}voucher (
    community VARCHAR(64) NOT NULL,
    order_id VARCHAR(48) NOT NULL,
    line_number INTEGER NOT NULL,
    voucher_number VARCHAR(64) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    voucher_date DATE NOT NULL,
    amount BIGINT NOT NULL,
    currency CHAR(3) NOT NULL,
    sha256 ${hash} NOT NULL,
    PRIMARY KEY (community, order_id, line_number)
);

CREATE TABLE IF NOT EXISTS ${prefix}approval (
    community VARCHAR(64) NOT NULL,
    order_id VARCHAR(48) NOT NULL,
    line_number INTEGER NOT NULL,
    credential_id VARCHAR(64) NOT NULL,
    signature ${bytes} NOT NULL,
    signed_second BIGINT NOT NULL,
    signed_nano INTEGER NOT NULL,
    PRIMARY KEY (community, order_id, line_number)
);
