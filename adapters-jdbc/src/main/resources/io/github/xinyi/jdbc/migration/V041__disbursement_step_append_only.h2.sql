-- A step that was taken stays, and so does the row of the gate.

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_step_append_only
    BEFORE UPDATE, DELETE ON ${prefix}disbursement_step FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}disbursement_gate_append_only
    BEFORE UPDATE, DELETE ON ${prefix}disbursement_gate FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
