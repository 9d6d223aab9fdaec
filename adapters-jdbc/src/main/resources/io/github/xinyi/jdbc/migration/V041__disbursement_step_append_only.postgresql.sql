-- A step that was taken stays, and so does the row of the gate.

DROP TRIGGER IF EXISTS ${prefix}disbursement_step_append_only ON ${prefix}disbursement_step;
CREATE TRIGGER ${prefix}disbursement_step_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}disbursement_step FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}disbursement_gate_append_only ON ${prefix}disbursement_gate;
CREATE TRIGGER ${prefix}disbursement_gate_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}disbursement_gate FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
