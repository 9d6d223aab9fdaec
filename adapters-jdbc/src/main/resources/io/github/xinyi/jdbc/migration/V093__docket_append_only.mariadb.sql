-- What was entered stands for ever, and a docket only grows.

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_item_no_update
    BEFORE UPDATE ON ${prefix}docket_item FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}docket_item refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_item_no_delete
    BEFORE DELETE ON ${prefix}docket_item FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}docket_item refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}docket_no_delete
    BEFORE DELETE ON ${prefix}docket FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}docket refused: it is append-only';
