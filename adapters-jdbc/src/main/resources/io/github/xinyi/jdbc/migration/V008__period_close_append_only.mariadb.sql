-- The end of a period is never taken back.

CREATE TRIGGER IF NOT EXISTS ${prefix}period_close_no_update
    BEFORE UPDATE ON ${prefix}period_close FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}period_close refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}period_close_no_delete
    BEFORE DELETE ON ${prefix}period_close FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}period_close refused: it is append-only';
