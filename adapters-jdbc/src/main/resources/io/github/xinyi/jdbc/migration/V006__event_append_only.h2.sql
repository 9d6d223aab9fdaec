-- H2: the rows of events stand for ever.

CREATE TRIGGER IF NOT EXISTS ${prefix}event_log_append_only
    BEFORE UPDATE, DELETE ON ${prefix}event_log FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}event_append_only
    BEFORE UPDATE, DELETE ON ${prefix}event FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
