-- A count goes on, and is never taken back.

CREATE TRIGGER IF NOT EXISTS ${prefix}box_count_no_delete
    BEFORE DELETE ON ${prefix}box_count FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}box_count refused: it is append-only';
