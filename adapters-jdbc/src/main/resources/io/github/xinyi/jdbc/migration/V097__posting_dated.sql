-- One index in place of two for what is asked by date: the sums of an account up to a day, and its
-- turnover of one kind between two days. Every posting is written to one index less; a turnover
-- reads the account's postings of other kinds between its days besides.

CREATE INDEX IF NOT EXISTS ${prefix}posting_dated
    ON ${prefix}posting (community, account, effective_date, kind, log_index, side, amount);
