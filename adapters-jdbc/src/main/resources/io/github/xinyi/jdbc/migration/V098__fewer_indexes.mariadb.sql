-- What V097 has taken the place of.

DROP INDEX IF EXISTS ${prefix}posting_turnover ON ${prefix}posting;

DROP INDEX IF EXISTS ${prefix}posting_effective ON ${prefix}posting;
