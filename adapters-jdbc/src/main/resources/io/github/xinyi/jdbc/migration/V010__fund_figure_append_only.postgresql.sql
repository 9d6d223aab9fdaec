-- Figures that were handed in stand for ever.

DROP TRIGGER IF EXISTS ${prefix}fund_day_append_only ON ${prefix}fund_day;
CREATE TRIGGER ${prefix}fund_day_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}fund_day FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();

DROP TRIGGER IF EXISTS ${prefix}fund_figure_append_only ON ${prefix}fund_figure;
CREATE TRIGGER ${prefix}fund_figure_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ${prefix}fund_figure FOR EACH STATEMENT
    EXECUTE FUNCTION ${prefix}append_only();
