-- The rows of events stand for ever.

DROP TRIGGER IF EXISTS ${prefix}event_log_append_only ON ${prefix}event_log;
CREATE TRIGGER ${prefix}event_log_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}event_log FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}event_append_only ON ${prefix}event;
CREATE TRIGGER ${prefix}event_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}event FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
