package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.LineReceipts;
import io.github.xinyi.trust.receivable.LineReceipts.Part;
import io.github.xinyi.trust.receivable.LineReceived;
import io.github.xinyi.trust.receivable.Payment;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.receivable.ReceivableEvent.ReceiptUndone.Reason;
import io.github.xinyi.trust.receivable.ReceivableRule;
import io.github.xinyi.trust.receivable.Receivables;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards F11: one line of the bank pays each fen once, for one payer or for several. */
class LineReceiptsTest {

    private static final SourceDocument LINE = SourceDocument.bankLine("YH1");

    private final VillageEvents events = new VillageEvents();
    private final LineReceipts receipts =
            new LineReceipts(Village.ID, events, Receivables.Papers.none());

    LineReceiptsTest() {
        for (int unit = 1; unit <= Village.UNITS; unit++) {
            keep(
                    "open-" + unit,
                    0,
                    Receivables.open(Village.ID, account(unit), AllocationRule.NAMED_FIRST, AT));
        }
    }

    private static FeeAccount account(int unit) {
        return FeeAccount.ofOwners(Village.unit(unit));
    }

    private void keep(String command, int version, Receivables after) {
        accept(
                events.append(
                        new Append(
                                after.account().stream(Village.ID),
                                CommandId.of(command),
                                version,
                                List.of(after.events().get(version)))));
    }

    private static Part part(int unit, String number, long fen) {
        return part(unit, number, LINE, fen);
    }

    private static Part part(int unit, String number, SourceDocument line, long fen) {
        return new Part(
                account(unit),
                new FeeReceipt(number, Village.unit(unit), line, DAY, Money.ofFen(fen)),
                List.of());
    }

    private Outcome<List<Receivables>> receive(long fen, Part... parts) {
        return receipts.receive(LINE, Money.ofFen(fen), List.of(parts), AT);
    }

    private Receivables read(int unit) {
        return accept(
                Receivables.replay(
                        events.history(account(unit).stream(Village.ID), ReceivableEvent.class),
                        Receivables.Papers.none()));
    }

    private List<LineReceived> claims() {
        return events.history(LineReceived.stream(Village.ID, "YH1"), LineReceived.class);
    }

    @Test
    void aLineServesOnePayerAndNoOther() {
        accept(receive(300, part(1, "R1", 300)));

        assertRefused(receive(300, part(2, "R2", 300)), ReceivableRule.BANK_LINE_ONCE);

        assertThat(read(1).credit()).isEqualTo(Money.ofFen(300));
        assertThat(read(2).events()).hasSize(1);
        assertThat(claims()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void isSharedAmongSeveralPayersToTheFen(long off) {
        Outcome<List<Receivables>> shared =
                receive(300, part(1, "R1", 100), part(2, "R2", 200 + off));

        if (off == 0) {
            assertThat(accept(shared))
                    .extracting(r -> r.credit().minor())
                    .containsExactly(100L, 200L);
        } else {
            assertRefused(shared, ReceivableRule.LINE_SHARED_WHOLE);
            assertThat(read(1).events()).hasSize(1);
            assertThat(claims()).isEmpty();
        }
    }

    @Test
    void refusesAPayerTwiceAndAReceiptOfAnotherLine() {
        assertRefused(
                receive(300, part(1, "R1", 100), part(1, "R2", 200)),
                ReceivableRule.LINE_SHARED_WHOLE);
        assertRefused(
                receive(300, part(1, "R1", SourceDocument.bankLine("YH2"), 300)),
                ReceivableRule.LINE_SHARED_WHOLE);
    }

    @Test
    void isTheSameAgainHoweverOftenItIsRepeated() {
        Part[] parts = {part(1, "R1", 100), part(2, "R2", 200)};
        List<Receivables> first = accept(receive(300, parts));

        List<Receivables> again =
                accept(receipts.receive(LINE, Money.ofFen(300), List.of(parts), AT.plusSeconds(9)));

        assertThat(again).isEqualTo(first);
        assertRefused(
                receive(300, part(1, "R1", 200), part(2, "R2", 100)),
                ReceivableRule.BANK_LINE_ONCE);
    }

    @Test
    void aCallThatWasCutOffAfterTheClaimGoesOn() {
        Part[] parts = {part(1, "R1", 100), part(2, "R2", 200)};
        LineReceived claim =
                new LineReceived(
                        Village.ID,
                        AT,
                        "YH1",
                        300,
                        List.of(
                                new LineReceived.Share(account(1), "R1", 100),
                                new LineReceived.Share(account(2), "R2", 200)));
        accept(
                events.append(
                        new Append(
                                LineReceived.stream(Village.ID, "YH1"),
                                CommandId.of("cut-off"),
                                0,
                                List.of(claim))));

        accept(receive(300, parts));

        assertThat(claims()).containsExactly(claim);
        assertThat(read(2).receipts()).extracting(Payment::number).containsExactly("R2");
    }

    @Test
    void tellsEveryRuleInTheWayOfEveryPartAndRecordsNone() {
        accept(receive(300, part(1, "R1", 300)));

        assertRefused(
                receipts.receive(
                        SourceDocument.bankLine("YH2"),
                        Money.ofFen(300),
                        List.of(
                                part(2, "R9", SourceDocument.bankLine("YH2"), 100),
                                new Part(
                                        account(3),
                                        new FeeReceipt(
                                                "R8",
                                                Village.unit(4),
                                                SourceDocument.bankLine("YH2"),
                                                DAY.plusDays(1),
                                                Money.ofFen(200)),
                                        List.of())),
                        AT),
                ReceivableRule.OF_ACCOUNT,
                ReceivableRule.NOT_AHEAD);
        assertThat(read(2).events()).hasSize(1);
    }

    @Test
    void aLineWhoseReceiptWasAMistakeIsClaimedAnew() {
        accept(receive(300, part(1, "R1", 300)));
        Receivables undone =
                accept(
                        read(1).undo(
                                        "R1",
                                        Reason.MISTAKEN,
                                        new SourceDocument("notice", "N1"),
                                        DAY,
                                        AT));
        keep("undo", 2, undone);

        accept(receive(300, part(2, "R2", 300)));

        assertThat(claims()).hasSize(2);
        assertThat(read(2).credit()).isEqualTo(Money.ofFen(300));
        assertRefused(receive(300, part(3, "R3", 300)), ReceivableRule.BANK_LINE_ONCE);
    }

    @Property(tries = 60)
    void noFenOfALineIsReceivedTwiceAndNoneIsLost(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 1_000_000) Long> fens) {
        Part[] parts =
                IntStream.range(0, fens.size())
                        .mapToObj(i -> part(i + 1, "R" + i, fens.get(i)))
                        .toArray(Part[]::new);
        long whole = fens.stream().mapToLong(Long::longValue).sum();
        LineReceiptsTest there = new LineReceiptsTest();

        accept(there.receive(whole, parts));
        assertRefused(
                there.receive(whole + 1, parts),
                ReceivableRule.LINE_SHARED_WHOLE,
                ReceivableRule.BANK_LINE_ONCE);

        long received =
                IntStream.rangeClosed(1, Village.UNITS)
                        .mapToLong(unit -> there.read(unit).credit().minor())
                        .sum();
        assertThat(received).isEqualTo(whole);
    }

    @Test
    void hasOneToAHundredPayers() {
        LineReceived.Share share = new LineReceived.Share(account(1), "R1", 1);

        for (int payers : List.of(1, LineReceived.MAX_SHARES)) {
            assertThat(line(share, payers).shares()).hasSize(payers);
        }
        for (int payers : List.of(0, LineReceived.MAX_SHARES + 1)) {
            assertThatThrownBy(() -> line(share, payers))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static LineReceived line(LineReceived.Share share, int payers) {
        return new LineReceived(
                Village.ID,
                AT,
                "YH1",
                payers,
                IntStream.range(0, payers).mapToObj(i -> share).toList());
    }

    @Test
    void namesAReceiptThatWasRecordedBesideTheLines() {
        List<FeeAccount> accounts = List.of(account(1), account(2), account(3));
        accept(receive(300, part(1, "R1", 100), part(2, "R2", 200)));
        assertThat(receipts.unclaimed(accounts)).isEmpty();

        beside(3, part(3, "R3", 300));
        beside(1, part(1, "R4", SourceDocument.bankLine("YH9"), 50));

        assertThat(receipts.unclaimed(accounts))
                .containsExactly(
                        new LineReceived.Share(account(1), "R4", 50),
                        new LineReceived.Share(account(3), "R3", 300));
        assertThat(receipts.unclaimed(List.of(account(2)))).isEmpty();
    }

    /** As a host does that does not go through the lines. */
    private void beside(int unit, Part part) {
        Receivables before = read(unit);
        keep(
                "beside-" + part.receipt().number(),
                before.events().size(),
                accept(before.receive(part.receipt(), part.named(), AT)));
    }
}
