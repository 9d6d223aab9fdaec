package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.util.List;

/**
 * What one household has on an account of the whole community, for example its part of the deposits
 * held; it reads the whole log, and so is for the few outflows to households.
 *
 * @param account the account
 * @param unit whose household
 * @since 0.1.0
 */
public record HouseholdAccount(AccountCode account, UnitId unit) {

    private static final int PAGE = 1_000;

    /**
     * What the community owes the household on the account.
     *
     * @param book the book as it stands
     * @return credits less debits of the household's entries; below zero where it owes
     */
    public Money owed(BookReader book) {
        Balance balance = Balance.zero(account);
        long next = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            for (Posting posting : postings(page)) {
                balance = balance.plus(posting);
            }
            next += page.size();
            page = book.records(next, PAGE);
        }
        return balance.net().negated();
    }

    private List<Posting> postings(List<LogRecord> page) {
        return page.stream()
                .flatMap(record -> record.asEntry().stream())
                .map(record -> record.entry().draft())
                .filter(this::isTheirs)
                .flatMap(draft -> draft.postings().stream())
                .filter(posting -> posting.account().equals(account))
                .toList();
    }

    private boolean isTheirs(EntryDraft draft) {
        return draft.visibility().equals(Visibility.household(unit));
    }
}
