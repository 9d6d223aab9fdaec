package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.tck.InMemoryEventStore;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.Allocation;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.receivable.RefundClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many write at once, what is kept replays, and no fen pays twice. */
class ReceivablesOnEventStoresTest {

    private static final CommunityId COMMUNITY = CommunityId.of("anheyuan");
    private static final FeeAccount ACCOUNT = FeeAccount.ofOwners(UnitId.of("3-2-1102"));
    private static final StreamName STREAM = ACCOUNT.stream(COMMUNITY);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00.123456Z");
    private static final EventCodec CODEC = EventCodec.of(ReceivableEvent.class);

    @Test
    void onlyWhatIsOpenIsPaidByEightWritersInMemory() {
        payTogether(new InMemoryEventStore(CODEC));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsOpenIsPaidByEightWritersInADatabase(Server server) {
        TestDatabase database = server.database();
        try {
            payTogether(database.stores().migrate().events(CODEC));
            database.reopen();
            assertWhole(read(database.stores().events(CODEC)));
        } finally {
            database.close();
        }
    }

    /** Eight writers: four receipts of 60.00 and four refunds of 60.00, on a bill of 100.00. */
    private static void payTogether(EventStore store) {
        Receivables opened =
                Receivables.open(COMMUNITY, ACCOUNT, AllocationRule.NAMED_FIRST, AT)
                        .charge(
                                new Bill(
                                        "B1",
                                        ACCOUNT.unit(),
                                        YearMonth.from(DAY),
                                        DAY,
                                        Money.ofFen(10_000)),
                                Charge.Kind.PROPERTY_FEE,
                                AT)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        append(store, "open", 0, List.copyOf(opened.events()));
        long refunds = together(store).stream().filter(kept -> kept).count();

        Receivables after = read(store);
        assertWhole(after);
        assertThat(after.credit()).isEqualTo(Money.ofFen(14_000 - 6_000 * refunds));
    }

    /** Which of four refunds were kept, with four receipts written at the same time. */
    private static List<Boolean> together(EventStore store) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> receipts = new ArrayList<>();
            List<Future<Boolean>> refunds = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int number = i;
                receipts.add(
                        threads.submit(
                                () -> command(store, "R" + number, r -> receive(r, number))));
                refunds.add(
                        threads.submit(
                                () -> command(store, "TF" + number, r -> refund(r, number))));
            }
            assertThat(answers(receipts)).doesNotContain(false);
            return answers(refunds);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Boolean> answers(List<Future<Boolean>> futures) {
        List<Boolean> answers = new ArrayList<>();
        for (Future<Boolean> future : futures) {
            try {
                answers.add(future.get(60, TimeUnit.SECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
        return answers;
    }

    private static void assertWhole(Receivables after) {
        assertThat(after.receipts()).hasSize(4);
        assertThat(after.openTotal()).isEqualTo(Money.ofFen(0));
        assertThat(after.allocations().stream().mapToLong(Allocation::amountMinor).sum())
                .isEqualTo(10_000);
        assertThat(after.owedBack()).isEqualTo(Money.ofFen(0));
    }

    private static Outcome<Receivables> receive(Receivables before, int number) {
        return before.receive(
                new FeeReceipt(
                        "R" + number,
                        ACCOUNT.unit(),
                        SourceDocument.bankLine("YH" + number),
                        DAY,
                        Money.ofFen(6_000)),
                List.of(),
                AT);
    }

    private static Outcome<Receivables> refund(Receivables before, int number) {
        return before.requestRefund(
                "TF" + number, Money.ofFen(6_000), RefundClaim.Reason.OVERPAID, AT);
    }

    /** Reads, judges and appends until nobody came between, or a rule is in the way. */
    private static boolean command(
            EventStore store, String id, Function<Receivables, Outcome<Receivables>> command) {
        while (true) {
            Receivables before = read(store);
            Outcome<Receivables> after = command.apply(before);
            if (!after.isAccepted()) {
                return false;
            }
            List<ReceivableEvent> events =
                    after.fold(Receivables::events, ruling -> List.<ReceivableEvent>of());
            int version = before.events().size();
            if (append(store, id, version, events.subList(version, events.size()))) {
                return true;
            }
        }
    }

    private static boolean append(
            EventStore store, String id, int version, List<ReceivableEvent> events) {
        return store.append(new Append(STREAM, CommandId.of(id), version, List.copyOf(events)))
                .isAccepted();
    }

    private static Receivables read(EventStore store) {
        return Receivables.replay(
                        store.history(STREAM, ReceivableEvent.class), Receivables.Papers.none())
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }
}
