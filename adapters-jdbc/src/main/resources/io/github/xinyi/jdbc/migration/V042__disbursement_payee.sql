-- The name of the payee that an order names and both keys sign. A disbursement without a row here is
-- signed in the form from before: what payee_name of its own row shows, nobody signed.

CREATE TABLE IF NOT EXISTS ${prefix}disbursement_payee (
    community VARCHAR(64) NOT NULL,
    order_id VARCHAR(48) NOT NULL,
    payee_name VARCHAR(100) NOT NULL,
    PRIMARY KEY (community, order_id)
);
