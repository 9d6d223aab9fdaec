-- A count goes on, and is never taken back.

DROP TRIGGER IF EXISTS ${prefix}box_count_append_only ON ${prefix}box_count;
CREATE TRIGGER ${prefix}box_count_append_only
    BEFORE DELETE OR TRUNCATE ON ${prefix}box_count FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
