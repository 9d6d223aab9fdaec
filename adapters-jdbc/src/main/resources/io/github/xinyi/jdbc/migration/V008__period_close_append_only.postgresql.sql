-- The end of a period is never taken back.

DROP TRIGGER IF EXISTS ${prefix}period_close_append_only ON ${prefix}period_close;
CREATE TRIGGER ${prefix}period_close_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}period_close FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
