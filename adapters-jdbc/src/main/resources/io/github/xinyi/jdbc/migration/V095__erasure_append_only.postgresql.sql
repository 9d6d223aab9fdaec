-- What a log says of an erasure stays; an entry changes in one way: it loses its text and its salt
-- once a record tells of it.

DROP TRIGGER IF EXISTS ${prefix}erasure_append_only ON ${prefix}erasure;
CREATE TRIGGER ${prefix}erasure_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}erasure FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

CREATE OR REPLACE FUNCTION ${prefix}erased_only() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF octet_length(NEW.salt) = 0 AND octet_length(OLD.salt) > 0 AND NEW.narrative = ''
        AND (NEW.community, NEW.log_index, NEW.entry_id, NEW.kind, NEW.unit_id, NEW.effective_date,
            NEW.recorded_at, NEW.source_type, NEW.source_id, NEW.reverses, NEW.leaf)
            IS NOT DISTINCT FROM
            (OLD.community, OLD.log_index, OLD.entry_id, OLD.kind, OLD.unit_id, OLD.effective_date,
            OLD.recorded_at, OLD.source_type, OLD.source_id, OLD.reverses, OLD.leaf)
        AND EXISTS (SELECT 1 FROM ${prefix}erasure x
            WHERE x.community = OLD.community AND x.entry_index = OLD.log_index)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% of % refused: it is append-only', lower(TG_OP), TG_TABLE_NAME
        USING ERRCODE = '45000';
END
$$;

DROP TRIGGER IF EXISTS ${prefix}entry_erased_only ON ${prefix}entry;
CREATE TRIGGER ${prefix}entry_erased_only
    BEFORE UPDATE ON ${prefix}entry FOR EACH ROW
    EXECUTE FUNCTION ${prefix}erased_only();

DROP TRIGGER IF EXISTS ${prefix}entry_append_only ON ${prefix}entry;
CREATE TRIGGER ${prefix}entry_append_only
    BEFORE DELETE OR TRUNCATE ON ${prefix}entry FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}docket_adoption_append_only ON ${prefix}docket_adoption;
CREATE TRIGGER ${prefix}docket_adoption_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}docket_adoption FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
