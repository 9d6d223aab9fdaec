-- H2: figures that were handed in stand for ever.

CREATE TRIGGER IF NOT EXISTS ${prefix}fund_day_append_only
    BEFORE UPDATE, DELETE ON ${prefix}fund_day FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';

CREATE TRIGGER IF NOT EXISTS ${prefix}fund_figure_append_only
    BEFORE UPDATE, DELETE ON ${prefix}fund_figure FOR EACH ROW
    CALL 'io.github.xinyi.jdbc.AppendOnlyTrigger';
