-- A step that was taken stays, and so does the row of the gate.

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_step_no_update
    BEFORE UPDATE ON ${prefix}disbursement_step FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}disbursement_step refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_step_no_delete
    BEFORE DELETE ON ${prefix}disbursement_step FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}disbursement_step refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_gate_no_update
    BEFORE UPDATE ON ${prefix}disbursement_gate FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}disbursement_gate refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_gate_no_delete
    BEFORE DELETE ON ${prefix}disbursement_gate FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}disbursement_gate refused: it is append-only';
