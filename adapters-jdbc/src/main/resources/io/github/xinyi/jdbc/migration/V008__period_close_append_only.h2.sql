-- H2: the end of a period is never taken back.

CREATE TRIGGER IF NOT EXISTS ${prefix}period_close_append_only
    BEFORE UPDATE, DELETE ON ${prefix}period_close FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
