package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.Reconciliation;
import io.github.xinyi.trust.tck.SampleBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

    private final Village village = new Village(Ratio.of(8, 100));
    private final BankLine first = line("YHR1", 20_000, 20_000);
    private final BankLine second = line("YHR2", 30_000, 50_000);
    private final BankLine paid = line("BK-E1", -12_345, 37_655);

    @BeforeEach
    void receiveTwiceAndPayOnce() {
        village.receive("R1", 1, DAY, 20_000);
        village.receive("R2", 2, DAY, 30_000);
        accept(village.authoriseAndPay(village.lights("E1", 12_345)));
    }

    private static BankLine line(String reference, long fen, long balance) {
        return new BankLine(reference, AT, Money.ofFen(fen), Money.ofFen(balance));
    }

    private Reconciliation reconcile(List<BankLine> lines) {
        return village.book.read(
                reader ->
                        Reconciliation.of(
                                reader,
                                List.of(ChartOfAccounts.SERVICE_CASH, ChartOfAccounts.PUBLIC_CASH),
                                lines));
    }

    @Test
    void matchesEveryLineWithItsEntry() {
        Reconciliation all = reconcile(List.of(first, second, paid));

        assertThat(all)
                .isEqualTo(
                        new Reconciliation(
                                3, List.of(), List.of(), Money.ofFen(37_655), Money.ofFen(37_655)));
        assertThat(all.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {29_999, 30_001, -30_000})
    void leavesALineOfAnotherAmountAndItsEntryUnmatched(long fen) {
        BankLine wrong = line("YHR2", fen, 50_000);

        Reconciliation one = reconcile(List.of(first, wrong, paid));

        assertThat(one.matchedLines()).isEqualTo(2);
        assertThat(one.unmatchedLines()).containsExactly(wrong);
        assertThat(one.unmatchedEntries()).containsExactly(EntryId.of("receipt/R2"));
        assertThat(one.isComplete()).isFalse();
    }

    @Test
    void namesAnEntryWhoseLineTheStatementDoesNotHave() {
        Reconciliation one = reconcile(List.of(first, paid));

        assertThat(one.matchedLines()).isEqualTo(2);
        assertThat(one.unmatchedLines()).isEmpty();
        assertThat(one.unmatchedEntries()).containsExactly(EntryId.of("receipt/R2"));
        assertThat(one.isComplete()).isFalse();
    }

    @Test
    void namesALineThatNoEntryStandsOn() {
        BankLine stray = line("YH-STRAY", 1, 37_656);

        Reconciliation one = reconcile(List.of(first, second, paid, stray));

        assertThat(one.matchedLines()).isEqualTo(3);
        assertThat(one.unmatchedLines()).containsExactly(stray);
        assertThat(one.unmatchedEntries()).isEmpty();
        assertThat(one.isComplete()).isFalse();
    }

    @Test
    void matchesOneOfTwoEntriesOnOneLine() {
        village.post(
                new FeeReceipt(
                                "R9",
                                Village.unit(3),
                                SourceDocument.bankLine("YHR1"),
                                DAY,
                                Money.ofFen(20_000))
                        .entry(SampleBook.salt("R9")));

        Reconciliation one = reconcile(List.of(first, second, paid));

        assertThat(one.matchedLines()).isEqualTo(3);
        assertThat(one.unmatchedEntries()).containsExactly(EntryId.of("receipt/R9"));
        assertThat(one.isComplete()).isFalse();
    }

    @Test
    void isNotCompleteWhileTheBalancesDifferByOneFen() {
        for (long off : List.of(-1L, 0L, 1L)) {
            List<BankLine> lines = new ArrayList<>(List.of(first, second));
            lines.add(line("BK-E1", -12_345, 37_655 + off));

            assertThat(reconcile(lines).isComplete()).isEqualTo(off == 0);
        }
    }

    @Test
    void isNotCompleteIfTheBankBookedALineTwice() {
        BankLine again = line("YHR2", 30_000, 80_000);
        BankLine afterwards = line("BK-E1", -12_345, 67_655);

        assertThatThrownBy(() -> reconcile(List.of(first, second, again, afterwards)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(again.reference());
    }
}
