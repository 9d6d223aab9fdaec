-- What a log says of an account stays.

CREATE TRIGGER IF NOT EXISTS ${prefix}account_change_no_update
    BEFORE UPDATE ON ${prefix}account_change FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}account_change refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}account_change_no_delete
    BEFORE DELETE ON ${prefix}account_change FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}account_change refused: it is append-only';
