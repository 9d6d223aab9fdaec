-- The name that an order names stays.

DROP TRIGGER IF EXISTS ${prefix}disbursement_payee_append_only ON ${prefix}disbursement_payee;
CREATE TRIGGER ${prefix}disbursement_payee_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}disbursement_payee FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
