-- The rows of events stand for ever.

CREATE TRIGGER IF NOT EXISTS ${prefix}event_log_no_update
    BEFORE UPDATE ON ${prefix}event_log FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}event_log refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}event_log_no_delete
    BEFORE DELETE ON ${prefix}event_log FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}event_log refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}event_no_update
    BEFORE UPDATE ON ${prefix}event FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}event refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}event_no_delete
    BEFORE DELETE ON ${prefix}event FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}event refused: it is append-only';
