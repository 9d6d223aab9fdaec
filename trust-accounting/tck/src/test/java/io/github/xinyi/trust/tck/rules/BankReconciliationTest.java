package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankDifference;
import io.github.xinyi.trust.reconciliation.BankDifference.Kind;
import io.github.xinyi.trust.reconciliation.BankLine;
import io.github.xinyi.trust.reconciliation.BankLineKind;
import io.github.xinyi.trust.reconciliation.BankMatch;
import io.github.xinyi.trust.reconciliation.BankProposal;
import io.github.xinyi.trust.reconciliation.BankReconciliation;
import io.github.xinyi.trust.reconciliation.BankStatement;
import io.github.xinyi.trust.reconciliation.MatchRule;
import io.github.xinyi.trust.reconciliation.MatchRule.Window;
import io.github.xinyi.trust.reconciliation.MatchStatus;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards F3 and T5: bank and book, line by line, and nothing guessed. */
class BankReconciliationTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long OPENING = 1_000_000;

    private final Village village = new Village(Ratio.of(8, 100));
    private final List<BankLine> lines = new ArrayList<>();

    @BeforeEach
    void begin() {
        village.post(SampleBook.opening("opening", OPENING));
    }

    private void bank(String reference, LocalDate day, long fen) {
        bank(reference, day, fen, "", BankLineKind.PAYMENT);
    }

    private void bank(String reference, LocalDate day, long fen, String text, BankLineKind kind) {
        long before =
                lines.isEmpty() ? OPENING : lines.get(lines.size() - 1).balanceAfter().minor();
        lines.add(
                new BankLine(
                        reference,
                        day.atTime(9, 0).atZone(ZONE).toInstant(),
                        Money.ofFen(fen),
                        Money.ofFen(before + fen),
                        "",
                        text,
                        kind));
    }

    private void receive(String number, LocalDate day, long fen, String reference) {
        village.post(
                new FeeReceipt(
                                number,
                                Village.unit(1),
                                SourceDocument.bankLine(reference),
                                day,
                                Money.ofFen(fen))
                        .entry(SampleBook.salt(number)));
    }

    private BankReconciliation reconcile(MatchRule... rules) {
        return reconcile(OPENING, rules);
    }

    private BankReconciliation reconcile(long opening, MatchRule... rules) {
        Money closing =
                lines.isEmpty() ? Money.ofFen(opening) : lines.get(lines.size() - 1).balanceAfter();
        BankStatement statement =
                accept(BankStatement.of("A", Money.ofFen(opening), closing, lines));
        return village.book.read(
                reader ->
                        BankReconciliation.of(
                                reader,
                                List.of(ChartOfAccounts.SERVICE_CASH, ChartOfAccounts.PUBLIC_CASH),
                                statement,
                                LocalDate.of(2025, 12, 31),
                                ZONE,
                                rules.length == 0 ? MatchRule.standard() : List.of(rules)));
    }

    private static List<Kind> kinds(BankReconciliation reconciliation) {
        return reconciliation.differences().stream().map(BankDifference::kind).toList();
    }

    private static List<String> candidates(BankReconciliation reconciliation, int place) {
        return reconciliation
                .differences()
                .get(place)
                .fold(
                        line -> line.candidates().stream().map(EntryId::value).toList(),
                        BankDifference.OfEntry::candidates);
    }

    @Test
    void matchesByTheBanksNumberAndPublishesTheStatus() {
        receive("R1", DAY, 20_000, "YHR1");
        accept(village.authoriseAndPay(village.lights("E1", 12_345)));
        bank("YHR1", DAY, 20_000);
        bank("BK-E1", DAY, -12_345);

        BankReconciliation all = reconcile();

        assertThat(all.matches())
                .extracting(BankMatch::rule, m -> m.entries().get(0).entry().value())
                .containsExactly(tuple("reference", "receipt/R1"), tuple("reference", "pay/E1"));
        assertThat(all.published().status()).isEqualTo(MatchStatus.MATCHED);
        assertThat(all.published().explained()).isEqualTo(Ratio.of(1, 1));
        assertThat(all.published().bank()).isEqualTo(Money.ofFen(1_007_655));
        assertThat(all.published().book()).isEqualTo(all.published().bank());
    }

    @Test
    void matchesOneLineWithAllEntriesThatStandOnIt() {
        receive("R1", DAY, 12_000, "BATCH");
        receive("R2", DAY, 8_000, "BATCH");
        bank("BATCH", DAY, 20_000);

        BankReconciliation all = reconcile();

        assertThat(all.status()).isEqualTo(MatchStatus.MATCHED);
        assertThat(all.matches().get(0).entries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void leavesALineWhoseEntriesAreOneFenOff(long off) {
        receive("R1", DAY, 12_000, "BATCH");
        receive("R2", DAY, 8_000 + off, "BATCH");
        bank("BATCH", DAY, 20_000);

        BankReconciliation one = reconcile();

        assertThat(kinds(one))
                .containsExactly(Kind.AMOUNT_DIFFERS, Kind.ENTRY_AMBIGUOUS, Kind.ENTRY_AMBIGUOUS);
        assertThat(candidates(one, 0)).containsExactly("receipt/R1", "receipt/R2");
        assertThat(candidates(one, 1)).containsExactly("BATCH");
        assertThat(one.status()).isEqualTo(MatchStatus.DIFFERENCES);
        assertThat(one.explained()).isEqualTo(Ratio.of(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "3, true", "4, false"})
    void matchesByAmountWithinTheWindowOnly(int days, boolean matched) {
        receive("R1", DAY, 20_000, "unknown");
        bank("X1", DAY.plusDays(days), 20_000);

        BankReconciliation one = reconcile();

        assertThat(one.status() == MatchStatus.MATCHED).isEqualTo(matched);
        if (!matched) {
            assertThat(kinds(one))
                    .containsExactly(Kind.LINE_WITHOUT_ENTRY, Kind.ENTRY_WITHOUT_LINE);
        }
    }

    @Test
    void neverChoosesBetweenTwoEntriesOfOneAmount() {
        receive("R1", DAY, 20_000, "u1");
        receive("R2", DAY, 20_000, "u2");
        bank("X1", DAY, 20_000);

        BankReconciliation one = reconcile();

        assertThat(one.matches()).isEmpty();
        assertThat(kinds(one))
                .containsExactly(Kind.LINE_AMBIGUOUS, Kind.ENTRY_AMBIGUOUS, Kind.ENTRY_AMBIGUOUS);
        assertThat(candidates(one, 0)).containsExactly("receipt/R1", "receipt/R2");
    }

    @Test
    void matchesByAKeyInTheTextBeforeTheAmount() {
        receive("R1", DAY, 20_000, "u1");
        receive("R2", DAY, 20_000, "u2");
        bank("X1", DAY, 20_000, "物业费 R2", BankLineKind.PAYMENT);
        bank("X2", DAY, 20_000, "物业费 R1 R3", BankLineKind.PAYMENT);
        bank("X3", DAY, 1, "R1", BankLineKind.PAYMENT);

        BankReconciliation one =
                reconcile(
                        new MatchRule.ByText(
                                "number", Pattern.compile("(R[0-9]+)"), new Window(0, 0)));

        assertThat(one.matches())
                .extracting(
                        m -> m.lines().get(0).reference(), m -> m.entries().get(0).entry().value())
                .containsExactlyInAnyOrder(tuple("X1", "receipt/R2"), tuple("X2", "receipt/R1"));
        assertThat(kinds(one)).containsExactly(Kind.LINE_WITHOUT_ENTRY);
        assertThat(one.explained()).isEqualTo(Ratio.of(40_000, 40_001));
    }

    @Test
    void matchesASumThatIsTheOnlyOneInEitherDirection() {
        receive("R1", DAY, 12_000, "u1");
        receive("R2", DAY, 8_001, "u2");
        receive("R3", DAY, 50_000, "u3");
        bank("X1", DAY, 20_001);
        bank("X2", DAY, 30_000);
        bank("X3", DAY.plusDays(1), 20_000);

        BankReconciliation all = reconcile();

        assertThat(all.status()).isEqualTo(MatchStatus.MATCHED);
        assertThat(all.matches()).hasSize(2).allMatch(m -> m.rule().equals("sum"));
    }

    @Test
    void leavesASumThatCanBeMadeInTwoWays() {
        receive("R1", DAY, 12_000, "u1");
        receive("R2", DAY, 8_000, "u2");
        receive("R3", DAY, 8_000, "u3");
        bank("X1", DAY, 20_000);

        BankReconciliation one = reconcile();

        assertThat(one.matches()).isEmpty();
        assertThat(kinds(one)).first().isEqualTo(Kind.LINE_AMBIGUOUS);
        assertThat(candidates(one, 0)).containsExactly("receipt/R1", "receipt/R2", "receipt/R3");
    }

    @Test
    void proposesWhatTheBankDidByItself() {
        receive("R1", DAY, 20_000, "YHR1");
        receive("R2", DAY, 7_777, "YHR2");
        bank("YHR1", DAY, 20_000);
        bank("YHR2", DAY, 7_777);
        bank("F1", DAY.plusDays(1), -500, "手续费", BankLineKind.BANK_FEE);
        bank("I1", DAY.plusDays(1), 33, "结息", BankLineKind.INTEREST);
        bank("Z1", DAY.plusDays(2), -20_000, "退票", BankLineKind.RETURNED);
        bank("Z2", DAY.plusDays(2), -20_001, "退票", BankLineKind.RETURNED);

        BankReconciliation one = reconcile();

        assertThat(kinds(one))
                .containsExactly(Kind.BANK_FEE, Kind.INTEREST, Kind.RETURNED, Kind.RETURNED);
        assertThat(one.proposals())
                .containsExactly(
                        new BankProposal.Fee(lines.get(2)),
                        new BankProposal.Interest(lines.get(3)),
                        new BankProposal.Returned(lines.get(4), List.of(EntryId.of("receipt/R1"))),
                        new BankProposal.Returned(lines.get(5), List.of()));
        assertThat(one.bookBalance().minus(one.bankBalance()))
                .isEqualTo(Money.ofFen(500 - 33 + 20_000 + 20_001));
    }

    @Test
    void whatTheBankDidIsRecordedOnItsEvidenceAndThenMatches() {
        receive("R1", DAY, 20_000, "YHR1");
        bank("YHR1", DAY, 20_000);
        bank("F1", DAY, -500, "手续费", BankLineKind.BANK_FEE);
        bank("Z1", DAY, -20_000, "退票", BankLineKind.RETURNED);
        List<BankProposal> proposals = reconcile().proposals();
        Set<AccountCode> cash = Set.of(ChartOfAccounts.SERVICE_CASH, ChartOfAccounts.PUBLIC_CASH);
        Hash statement = Hash.of(new byte[32]);

        record(
                new BankDebit.Fee(
                        proposals.get(0).evidence("joint", cash, statement, ZONE),
                        ChartOfAccounts.SERVICE_CASH,
                        SampleBook.CLEANING,
                        DAY,
                        SampleBook.salt("F1")));
        EntryId receipt =
                proposals
                        .get(1)
                        .<Optional<EntryId>>fold(
                                fee -> Optional.empty(),
                                interest -> Optional.empty(),
                                BankProposal.Returned::receipt)
                        .orElseThrow();
        record(
                new BankDebit.ReturnedItem(
                        proposals.get(1).evidence("joint", cash, statement, ZONE),
                        receipt,
                        DAY,
                        SampleBook.salt("Z1")));

        assertThat(reconcile().status()).isEqualTo(MatchStatus.MATCHED);
        assertThat(reconcile().proposals()).isEmpty();
    }

    private void record(BankDebit debit) {
        accept(village.book.recordBankDebit(debit, Village.AT, (reader, same) -> List.of()));
    }

    @Test
    void namesNoReceiptWhereSeveralCouldBeItOrMoneyCameIn() {
        BankLine out = new BankLine("Z", Village.AT, Money.ofFen(-1), Money.ofFen(0));
        BankLine in = new BankLine("Z", Village.AT, Money.ofFen(1), Money.ofFen(0));
        EntryId one = EntryId.of("a");

        assertThat(new BankProposal.Returned(out, List.of(one)).receipt()).contains(one);
        assertThat(new BankProposal.Returned(out, List.of()).receipt()).isEmpty();
        assertThat(new BankProposal.Returned(out, List.of(one, EntryId.of("b"))).receipt())
                .isEmpty();
        assertThat(new BankProposal.Returned(in, List.of(one)).receipt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 1", "31, 1", "32, 0"})
    void looksForTheOriginalThirtyOneDaysBack(int days, int found) {
        receive("R1", DAY, 20_000, "YHR1");
        bank("YHR1", DAY, 20_000);
        bank("Z1", DAY.plusDays(days), -20_000, "退票", BankLineKind.RETURNED);

        assertThat(reconcile().proposals())
                .containsExactly(
                        new BankProposal.Returned(
                                lines.get(1),
                                found == 1 ? List.of(EntryId.of("receipt/R1")) : List.of()));
    }

    @Test
    void setsAnEntryAndItsReversalAsideWhereNoLineShowsThem() {
        village.post(SampleBook.parking("wrong", 5_000));
        var wrong = village.book.read(r -> r.entry(EntryId.of("wrong")).orElseThrow().entry());
        village.force(
                EntryDraft.reversalOf(wrong, EntryId.of("right"), DAY, SampleBook.salt("right")));

        BankReconciliation all = reconcile();

        assertThat(all.status()).isEqualTo(MatchStatus.MATCHED);
        assertThat(all.cancelled())
                .extracting(m -> m.entry().value())
                .containsExactly("wrong", "right");
        assertThat(all.explained()).isEqualTo(Ratio.of(1, 1));
    }

    @Test
    void aReceiptRecordedTwiceAndTakenBackIsOneLineOfTheBank() {
        receive("R1", DAY, 20_000, "YHR1");
        receive("R2", DAY, 20_000, "YHR1");
        bank("YHR1", DAY, 20_000);
        assertThat(reconcile().status()).isEqualTo(MatchStatus.DIFFERENCES);

        accept(
                village.book.correctReceipt(
                        new ReceiptCorrection.RecordedTwice(
                                SampleBook.bankLine("YHR1", 20_000),
                                EntryId.of("receipt/R1"),
                                EntryId.of("receipt/R2"),
                                DAY,
                                SampleBook.salt("twice")),
                        Village.AT,
                        (reader, same) -> List.of()));

        BankReconciliation all = reconcile();
        assertThat(all.status()).isEqualTo(MatchStatus.MATCHED);
        assertThat(all.matchedLines()).isEqualTo(1);
        assertThat(all.unmatchedLines()).isZero();
        assertThat(all.matches().get(0).entries()).hasSize(3);
    }

    @Test
    void countsTheLinesOfTheBankThatAreMatchedAndThoseThatAreNot() {
        receive("R1", DAY, 20_000, "YHR1");
        receive("R2", DAY, 30_000, "elsewhere");
        bank("YHR1", DAY, 20_000);
        bank("STRAY", DAY, 1);

        BankReconciliation one = reconcile();

        assertThat(one.matchedLines()).isEqualTo(1);
        assertThat(one.unmatchedLines()).isEqualTo(1);
        assertThat(kinds(one)).containsExactly(Kind.LINE_WITHOUT_ENTRY, Kind.ENTRY_WITHOUT_LINE);
    }

    @Test
    void leavesOutEntriesAfterTheLastDay() {
        receive("R1", LocalDate.of(2025, 12, 31), 10, "u1");
        receive("R2", LocalDate.of(2026, 1, 1), 10, "u2");

        assertThat(reconcile().differences())
                .extracting(d -> d.fold(l -> "", e -> e.entry().entry().value()))
                .containsExactly("receipt/R1");
    }

    @Test
    void tellsADifferenceOfTheOpeningBalances() {
        BankReconciliation one = reconcile(OPENING - 1);

        assertThat(one.differences()).isEmpty();
        assertThat(one.opening()).isEqualTo(Money.ofFen(1));
        assertThat(one.status()).isEqualTo(MatchStatus.DIFFERENCES);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void cannotBeMadeOneFenOff(long off) {
        Money nothing = Money.ofFen(0);

        assertThatThrownBy(
                        () ->
                                new BankReconciliation(
                                        DAY,
                                        nothing,
                                        Money.ofFen(off),
                                        nothing,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "5, true", "6, false"})
    void sumsHaveTwoToFiveParts(int parts, boolean allowed) {
        if (allowed) {
            assertThat(new MatchRule.BySum("s", new Window(0, 0), parts).maxParts())
                    .isEqualTo(parts);
        } else {
            assertThatThrownBy(() -> new MatchRule.BySum("s", new Window(0, 0), parts))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, false", "0, -1, false", "31, 31, true", "32, 0, false", "0, 32, false"})
    void windowsHaveUpToThirtyOneDays(int before, int after, boolean allowed) {
        if (allowed) {
            assertThat(new Window(before, after).daysAfter()).isEqualTo(after);
        } else {
            assertThatThrownBy(() -> new Window(before, after))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
