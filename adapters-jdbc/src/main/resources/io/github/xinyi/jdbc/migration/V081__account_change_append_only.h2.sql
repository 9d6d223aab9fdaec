-- H2: what a log says of an account stays.

CREATE TRIGGER IF NOT EXISTS ${prefix}account_change_append_only
    BEFORE UPDATE, DELETE ON ${prefix}account_change FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
