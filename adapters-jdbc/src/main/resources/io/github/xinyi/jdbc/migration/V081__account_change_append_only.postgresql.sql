-- What a log says of an account stays.

DROP TRIGGER IF EXISTS ${prefix}account_change_append_only ON ${prefix}account_change;
CREATE TRIGGER ${prefix}account_change_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}account_change FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
