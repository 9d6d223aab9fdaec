-- H2: what came in and the rules of a count stand for ever.

CREATE TRIGGER IF NOT EXISTS ${prefix}withdrawal_append_only
    BEFORE UPDATE, DELETE ON ${prefix}withdrawal FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}delivery_append_only
    BEFORE UPDATE, DELETE ON ${prefix}delivery FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}paper_request_append_only
    BEFORE UPDATE, DELETE ON ${prefix}paper_request FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_bylaws_append_only
    BEFORE UPDATE, DELETE ON ${prefix}meeting_bylaws FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
