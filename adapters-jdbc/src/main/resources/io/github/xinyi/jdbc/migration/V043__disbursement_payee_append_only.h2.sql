-- The name that an order names stays.

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_payee_append_only
    BEFORE UPDATE, DELETE ON ${prefix}disbursement_payee FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
