-- What was entered stands for ever, and a docket only grows.

DROP TRIGGER IF EXISTS ${prefix}docket_item_append_only ON ${prefix}docket_item;
CREATE TRIGGER ${prefix}docket_item_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}docket_item FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}docket_append_only ON ${prefix}docket;
CREATE TRIGGER ${prefix}docket_append_only
    BEFORE DELETE OR TRUNCATE ON ${prefix}docket FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
