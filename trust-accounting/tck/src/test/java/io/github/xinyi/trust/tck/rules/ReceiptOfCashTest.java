package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees received are the base of remuneration: exactly as much cash as the households owe less. */
class ReceiptOfCashTest {

    private static final long OWED_LESS = 100;

    /** The rest has to stand somewhere, and no receipt may stand on income. */
    private static final List<RuleCode> NO_RECEIPT =
            List.of(LedgerRule.RECEIPT_OF_CASH.code(), LedgerRule.ACCOUNTS_OF_KIND.code());

    private final SampleBook sample =
            new SampleBook(CommunityId.of("S001"), new InMemoryBookStore());

    @ParameterizedTest
    @CsvSource({"99, false", "100, true", "101, false"})
    void aFenLessOrMoreCashThanFeesIsNoReceipt(long cash, boolean isTaken) {
        List<RuleCode> refusals = post(receipt(cash));

        assertThat(refusals).isEqualTo(isTaken ? List.of() : NO_RECEIPT);
    }

    @Test
    void whatBringsNoCashIsNoReceipt() {
        assertThat(post(receipt(0))).isEqualTo(NO_RECEIPT);
    }

    @Test
    void anotherKindOfEntryMayLeaveCashOut() {
        EntryDraft bill =
                SampleBook.draft("b", EntryKind.BILL, SampleBook.DAY)
                        .postings(
                                Posting.debit(
                                        ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(OWED_LESS)),
                                Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(OWED_LESS)));

        assertThat(post(bill)).isEmpty();
    }

    /** Fees paid off by so much cash, with the rest taken from income or added to it. */
    private static EntryDraft receipt(long cash) {
        List<Posting> postings = new ArrayList<>();
        if (cash > 0) {
            postings.add(Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(cash)));
        }
        postings.add(Posting.credit(ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(OWED_LESS)));
        long rest = OWED_LESS - cash;
        if (rest > 0) {
            postings.add(Posting.debit(ChartOfAccounts.FEE_INCOME, Money.ofFen(rest)));
        } else if (rest < 0) {
            postings.add(Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(-rest)));
        }
        return SampleBook.draft("r", EntryKind.FEE_RECEIPT, SampleBook.DAY)
                .postings(postings.toArray(Posting[]::new));
    }

    private List<RuleCode> post(EntryDraft draft) {
        return sample.post(draft)
                .fold(
                        taken -> List.of(),
                        ruling -> ruling.notMet().stream().map(Finding::rule).toList());
    }
}
