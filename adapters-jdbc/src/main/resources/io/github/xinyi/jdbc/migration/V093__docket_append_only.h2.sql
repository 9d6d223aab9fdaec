-- H2: what was entered stands for ever, and a docket only grows.

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_item_append_only
    BEFORE UPDATE, DELETE ON ${prefix}docket_item FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_append_only
    BEFORE DELETE ON ${prefix}docket FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
