package io.github.xinyi.trust.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes are closed, and their order is a promise. */
class LedgerRuleTest {

    @Test
    void theOrderOfPrecedenceIsThis() {
        assertThat(Stream.of(LedgerRule.values()).map(rule -> rule.code().value()))
                .containsExactly(
                        "ledger.same-id-other-content",
                        "ledger.posting-count",
                        "ledger.narrative-length",
                        "ledger.amount-positive",
                        "ledger.account-known",
                        "ledger.account-open",
                        "ledger.currency-of-book",
                        "ledger.class-balanced",
                        "ledger.dues-paired",
                        "ledger.period-open",
                        "ledger.close-ends-month",
                        "ledger.close-forward",
                        "ledger.close-over",
                        "ledger.dues-settled",
                        "ledger.dues-not-overpaid",
                        "ledger.account-new",
                        "ledger.accounts-bounded",
                        "ledger.account-zero",
                        "ledger.account-quiet",
                        "ledger.account-of-costs",
                        "ledger.import-marked",
                        "ledger.import-before-live",
                        "ledger.import-forward",
                        "ledger.import-of-period",
                        "ledger.import-past",
                        "ledger.opening-dues",
                        "ledger.amount-in-range",
                        "ledger.funds-sufficient",
                        "ledger.outflow-under-two-keys",
                        "ledger.receipt-of-cash",
                        "ledger.keys-for-this-payment",
                        "ledger.refund-within-owed",
                        "ledger.reversed-entry-known",
                        "ledger.reversed-once",
                        "ledger.reversal-opposite",
                        "ledger.cost-taken-back",
                        "ledger.return-shown-by-bank",
                        "ledger.bank-debit-shown",
                        "ledger.bank-line-direction",
                        "ledger.bank-line-fits",
                        "ledger.bank-line-before-entry",
                        "ledger.bank-fee-is-cost",
                        "ledger.receipt-stands",
                        "ledger.receipt-with-its-unit",
                        "ledger.recorded-twice",
                        "ledger.reallocation-linked",
                        "ledger.reallocation-moves",
                        "ledger.batch-large-enough",
                        "ledger.erased-entry-known",
                        "ledger.erased-text-there",
                        "ledger.erasure-after-keeping",
                        "ledger.along-edge",
                        "ledger.accounts-of-kind",
                        "ledger.made-by-its-rule");
    }

    @Test
    void findingsStandInThatOrderWhateverFoundThemFirst() {
        List<Finding> all = new ArrayList<>();
        for (LedgerRule rule : LedgerRule.values()) {
            all.add(RuleCheck.of(rule, false));
        }
        List<Finding> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);

        assertThat(LedgerRule.inOrder(reversed)).isEqualTo(all);
    }

    @Test
    void findingsOfOneRuleKeepTheirOrder() {
        Finding first = RuleCheck.of(LedgerRule.ACCOUNT_KNOWN, false, "account", "a.b");
        Finding second = RuleCheck.of(LedgerRule.ACCOUNT_KNOWN, false, "account", "a.a");
        Finding before = RuleCheck.of(LedgerRule.POSTING_COUNT, true);

        assertThat(LedgerRule.inOrder(List.of(first, second, before)))
                .containsExactly(before, first, second);
    }
}
