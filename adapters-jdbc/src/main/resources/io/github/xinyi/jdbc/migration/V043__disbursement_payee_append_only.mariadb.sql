-- The name that an order names stays.

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_payee_no_update
    BEFORE UPDATE ON ${prefix}disbursement_payee FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}disbursement_payee refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_payee_no_delete
    BEFORE DELETE ON ${prefix}disbursement_payee FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}disbursement_payee refused: it is append-only';
