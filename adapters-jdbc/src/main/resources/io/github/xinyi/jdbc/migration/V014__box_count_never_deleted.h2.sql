-- A count goes on, and is never taken back.

CREATE TRIGGER IF NOT EXISTS ${prefix}box_count_append_only
    BEFORE DELETE ON ${prefix}box_count FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
