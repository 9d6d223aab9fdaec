-- What V097 has taken the place of.

DROP INDEX IF EXISTS ${prefix}posting_turnover;

DROP INDEX IF EXISTS ${prefix}posting_effective;
