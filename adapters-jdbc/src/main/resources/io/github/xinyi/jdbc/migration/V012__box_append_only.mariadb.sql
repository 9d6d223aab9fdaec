-- What came in and the rules of a count stand for ever.

CREATE TRIGGER IF NOT EXISTS ${prefix}withdrawal_no_update
    BEFORE UPDATE ON ${prefix}withdrawal FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}withdrawal refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}withdrawal_no_delete
    BEFORE DELETE ON ${prefix}withdrawal FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}withdrawal refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}delivery_no_update
    BEFORE UPDATE ON ${prefix}delivery FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}delivery refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}delivery_no_delete
    BEFORE DELETE ON ${prefix}delivery FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}delivery refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}paper_request_no_update
    BEFORE UPDATE ON ${prefix}paper_request FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}paper_request refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}paper_request_no_delete
    BEFORE DELETE ON ${prefix}paper_request FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}paper_request refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_bylaws_no_update
    BEFORE UPDATE ON ${prefix}meeting_bylaws FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}meeting_bylaws refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}meeting_bylaws_no_delete
    BEFORE DELETE ON ${prefix}meeting_bylaws FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}meeting_bylaws refused: it is append-only';
