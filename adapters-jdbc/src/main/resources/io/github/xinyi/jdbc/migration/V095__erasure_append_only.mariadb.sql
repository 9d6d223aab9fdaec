-- What a log says of an erasure stays; an entry changes in one way: it loses its text and its salt
-- once a record tells of it.

CREATE TRIGGER IF NOT EXISTS ${prefix}erasure_no_update
    BEFORE UPDATE ON ${prefix}erasure FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}erasure refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}erasure_no_delete
    BEFORE DELETE ON ${prefix}erasure FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}erasure refused: it is append-only';

DROP TRIGGER IF EXISTS ${prefix}entry_no_update;

CREATE TRIGGER IF NOT EXISTS ${prefix}entry_no_update
    BEFORE UPDATE ON ${prefix}entry FOR EACH ROW
    $$IF NOT (LENGTH(NEW.salt) = 0 AND LENGTH(OLD.salt) > 0 AND NEW.narrative = ''
        AND NEW.community <=> OLD.community
        AND NEW.log_index <=> OLD.log_index
        AND NEW.entry_id <=> OLD.entry_id
        AND NEW.kind <=> OLD.kind
        AND NEW.unit_id <=> OLD.unit_id
        AND NEW.effective_date <=> OLD.effective_date
        AND NEW.recorded_at <=> OLD.recorded_at
        AND NEW.source_type <=> OLD.source_type
        AND NEW.source_id <=> OLD.source_id
        AND NEW.reverses <=> OLD.reverses
        AND NEW.leaf <=> OLD.leaf
        AND EXISTS (SELECT 1 FROM ${prefix}erasure x
            WHERE x.community = OLD.community AND x.entry_index = OLD.log_index))
    THEN
        SIGNAL SQLSTATE '45000'
        SET MESSAGE_TEXT = 'update of ${prefix}entry refused: it is append-only';
    END IF$$;

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_adoption_no_update
    BEFORE UPDATE ON ${prefix}docket_adoption FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}docket_adoption refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_adoption_no_delete
    BEFORE DELETE ON ${prefix}docket_adoption FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}docket_adoption refused: it is append-only';
