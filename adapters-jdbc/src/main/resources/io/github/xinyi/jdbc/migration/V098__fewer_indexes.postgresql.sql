-- What V097 has taken the place of.

DROP INDEX IF EXISTS ${prefix}posting_turnover;

DROP INDEX IF EXISTS ${prefix}posting_effective;

-- Most entries reverse nothing and need no place in this key. And while a table has no statistics,
-- a key that begins with the community looks as good for any entry as the key of its name: a plan
-- made then reads the whole book.
ALTER TABLE ${prefix}entry DROP CONSTRAINT IF EXISTS ${prefix}entry_reversed_once;

CREATE UNIQUE INDEX IF NOT EXISTS ${prefix}entry_reversed_once
    ON ${prefix}entry (community, reverses) WHERE reverses IS NOT NULL;

-- Rows that every group changes: their next version finds room on the same page, and no index has
-- to hear of it.
ALTER TABLE ${prefix}book SET (fillfactor = 50);

ALTER TABLE ${prefix}balance SET (fillfactor = 50);
