-- H2: what a log says of an erasure stays; an entry changes in one way, which its trigger knows.

CREATE TRIGGER IF NOT EXISTS ${prefix}erasure_append_only
    BEFORE UPDATE, DELETE ON ${prefix}erasure FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

DROP TRIGGER IF EXISTS ${prefix}entry_append_only;

CREATE TRIGGER IF NOT EXISTS ${prefix}entry_append_only
    BEFORE UPDATE, DELETE ON ${prefix}entry FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.ErasedOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_adoption_append_only
    BEFORE UPDATE, DELETE ON ${prefix}docket_adoption FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
