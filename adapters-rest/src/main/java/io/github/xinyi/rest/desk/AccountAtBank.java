package io.github.xinyi.rest.desk;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.bankfile.CsvBankFormat;
import io.github.xinyi.trust.reconciliation.MatchRule;
import java.util.List;
import java.util.Set;

/**
 * A bank account whose statements are compared with the book.
 *
 * @param number the bank's number of the account
 * @param cash the cash accounts that share it, at least one
 * @param tables how the bank writes its tables; its zone and its words for fees, interest and
 *     returned items hold for statements of ISO 20022 too
 * @param rules the ways of matching, in their order, for example {@link MatchRule#standard}
 * @since 0.1.0
 */
public record AccountAtBank(
        String number, Set<AccountCode> cash, CsvBankFormat tables, List<MatchRule> rules) {

    /** Copies the sets and refuses an account without a number or cash. */
    public AccountAtBank {
        cash = Set.copyOf(cash);
        rules = List.copyOf(rules);
        if (number.isBlank() || cash.isEmpty()) {
            throw new IllegalArgumentException("an account at a bank has a number and cash");
        }
    }

    /** The cash accounts; never the number. */
    @Override
    public String toString() {
        return "account at a bank of " + cash;
    }
}
