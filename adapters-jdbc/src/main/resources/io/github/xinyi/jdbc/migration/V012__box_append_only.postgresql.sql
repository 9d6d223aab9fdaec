-- What came in and the rules of a count stand for ever.

DROP TRIGGER IF EXISTS ${prefix}withdrawal_append_only ON ${prefix}withdrawal;
CREATE TRIGGER ${prefix}withdrawal_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}withdrawal FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}delivery_append_only ON ${prefix}delivery;
CREATE TRIGGER ${prefix}delivery_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}delivery FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}paper_request_append_only ON ${prefix}paper_request;
CREATE TRIGGER ${prefix}paper_request_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}paper_request FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}meeting_bylaws_append_only ON ${prefix}meeting_bylaws;
CREATE TRIGGER ${prefix}meeting_bylaws_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}meeting_bylaws FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
