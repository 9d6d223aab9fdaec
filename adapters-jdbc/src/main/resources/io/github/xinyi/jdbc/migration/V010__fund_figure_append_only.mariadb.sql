-- Figures that were handed in stand for ever.

CREATE TRIGGER IF NOT EXISTS ${prefix}fund_day_no_update
    BEFORE UPDATE ON ${prefix}fund_day FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}fund_day refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}fund_day_no_delete
    BEFORE DELETE ON ${prefix}fund_day FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}fund_day refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}fund_figure_no_update
    BEFORE UPDATE ON ${prefix}fund_figure FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'update of ${prefix}fund_figure refused: it is append-only';

CREATE TRIGGER IF NOT EXISTS ${prefix}fund_figure_no_delete
    BEFORE DELETE ON ${prefix}fund_figure FOR EACH ROW
    SIGNAL SQLSTATE '45000'
    SET MESSAGE_TEXT = 'delete from ${prefix}fund_figure refused: it is append-only';
