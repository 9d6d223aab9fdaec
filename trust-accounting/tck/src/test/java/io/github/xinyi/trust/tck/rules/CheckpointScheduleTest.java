package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.disclosure.BalanceProof;
import io.github.xinyi.trust.disclosure.CheckpointSchedule;
import io.github.xinyi.trust.disclosure.CheckpointSchedule.Gap;
import io.github.xinyi.trust.disclosure.CheckpointSchedule.Occasion;
import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.LogKeys;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.disclosure.SealedBalances;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.InclusionProof;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards T3: checkpoints on a schedule and at the close of a period, with sealed balances. */
class CheckpointScheduleTest {

    private static final CommunityId ID = CommunityId.of("S004");
    private static final Instant AT = SampleBook.MOMENT;
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);
    private static final CheckpointSchedule DAILY = new CheckpointSchedule(Duration.ofHours(24));

    private final InMemoryBookStore books = new InMemoryBookStore();
    private final InMemoryCheckpointStore checkpoints = new InMemoryCheckpointStore();
    private final Book book = new Book(ID, SampleBook.chart(), books);
    private final TransparencyLog log =
            new TransparencyLog(
                    ID, books, checkpoints, Signers.of("xinyi.example/book/s004", "log/s004"));
    private final LogKeys keys = LogKeys.of(log.verifierKey());

    private Occasion occasion(Instant at) {
        return log.publishIfDue(DAILY, at).orElseThrow().occasion();
    }

    private void open(String id, long fen) {
        accept(book.post(SampleBook.opening(id, fen), AT));
    }

    private void close(LocalDate through) {
        accept(book.close(through, AT, through.plusDays(1)));
    }

    @Test
    void publishesWhenTheDayIsOverAndNotAMillisecondBefore() {
        assertThat(log.publishIfDue(DAILY, AT)).isEmpty();
        open("o1", 100);

        assertThat(occasion(AT)).isEqualTo(Occasion.FIRST);
        assertThat(log.publishIfDue(DAILY, AT.plus(Duration.ofHours(24)).minusMillis(1))).isEmpty();
        assertThat(occasion(AT.plus(Duration.ofHours(24)))).isEqualTo(Occasion.INTERVAL);
        assertThat(log.publishIfDue(DAILY, AT.plus(Duration.ofHours(24)).plusMillis(1))).isEmpty();
        assertThat(occasion(AT.plus(Duration.ofDays(2)).plusMillis(1)))
                .isEqualTo(Occasion.INTERVAL);
    }

    @Test
    void publishesAtOnceWhenAPeriodIsClosed() {
        open("o1", 100);
        assertThat(occasion(AT)).isEqualTo(Occasion.FIRST);
        close(MARCH);

        assertThat(occasion(AT.plusMillis(1))).isEqualTo(Occasion.PERIOD_CLOSED);
        assertThat(log.publishIfDue(DAILY, AT.plusMillis(2))).isEmpty();
    }

    @Test
    void takesAScheduleFromOneMinuteTo31Days() {
        assertThat(new CheckpointSchedule(Duration.ofMinutes(1)).every()).isNotNull();
        assertThat(new CheckpointSchedule(Duration.ofDays(31)).every()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckpointSchedule(Duration.ofMinutes(1).minusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckpointSchedule(Duration.ofDays(31).plusNanos(1)));
    }

    @Test
    void tellsWhereCheckpointsCameTooLate() {
        open("o1", 100);
        log.publish(AT);
        log.publish(AT.plus(Duration.ofHours(24)));
        log.publish(AT.plus(Duration.ofHours(49)));
        Instant now = AT.plus(Duration.ofHours(73));

        List<Gap> late = DAILY.late(checkpoints.list(ID, 0, 10), now);

        assertThat(late)
                .containsExactly(
                        new Gap(
                                AT.plus(Duration.ofHours(24)),
                                AT.plus(Duration.ofDays(2)),
                                AT.plus(Duration.ofHours(49))));
        assertThat(DAILY.late(checkpoints.list(ID, 0, 10), now.plusMillis(1))).hasSize(2);
        assertThat(DAILY.late(List.of(), now)).isEmpty();
    }

    private SignedNote sealMarch() {
        open("o1", 10_000);
        accept(book.post(SampleBook.parking("p1", 777), AT));
        for (int i = 1; i <= 5; i++) {
            accept(book.post(SampleBook.feeReceipt("r" + i, "u" + i, 100), AT));
        }
        close(MARCH);
        accept(
                book.post(
                        SampleBook.draft("late", EntryKind.OPENING, MARCH.plusDays(1))
                                .postings(
                                        Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(5)),
                                        Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(5))),
                        AT));
        return SignedNote.parse(log.publish(AT).note());
    }

    private BalanceProof proof(AccountCode account) {
        return log.proveBalance(MARCH, account).orElseThrow();
    }

    @Test
    void provesTheClosingBalanceOfANamedAccount() {
        SignedNote note = sealMarch();

        BalanceProof cash = proof(ChartOfAccounts.SERVICE_CASH);

        assertThat(cash.check(keys)).isEqualTo(BalanceProof.Result.VALID);
        assertThat(cash.balance().net()).isEqualTo(Money.ofFen(10_000));
        assertThat(SignedNote.parse(cash.note())).isEqualTo(note);
        assertThat(proof(SampleBook.PARKING).check(keys)).isEqualTo(BalanceProof.Result.VALID);
        assertThat(log.proveBalance(MARCH, ChartOfAccounts.FEES_RECEIVABLE))
                .as("no household's entry is in it before its batch")
                .isEmpty();
        assertThat(log.proveBalance(MARCH.plusMonths(1), SampleBook.PARKING)).isEmpty();
    }

    @Test
    void anybodyComputesTheSealAgainFromThePublicRecords() {
        SignedNote note = sealMarch();
        PublicLedger ledger =
                book.read(reader -> PublicLedger.empty().upTo(reader, AT.plusSeconds(9)));

        SealedBalances again = SealedBalances.of(ID, MARCH, ledger, MerkleDigest.SHA_256);

        assertThat(CheckpointText.parse(note.text()).extensions()).contains(again.line());
        assertThat(again.line()).startsWith("balances 2025-03-31 4 ");
    }

    @Test
    void aSealStaysTheSameWhateverIsRecordedLater() {
        sealMarch();
        BalanceProof before = proof(ChartOfAccounts.SERVICE_CASH);
        accept(book.publishBatch(EntryKind.FEE_RECEIPT, 5, AT.plusSeconds(1), MARCH.plusDays(1)));
        log.publish(AT.plusSeconds(2));

        assertThat(proof(ChartOfAccounts.SERVICE_CASH)).isEqualTo(before);
    }

    @Test
    void noOtherBalanceIsProven() {
        sealMarch();
        BalanceProof cash = proof(ChartOfAccounts.SERVICE_CASH);
        Balance more =
                new Balance(
                        cash.balance().account(),
                        cash.balance().debits().plus(Money.ofFen(1)),
                        cash.balance().credits());

        assertThat(with(cash, more, cash.through(), cash.path()))
                .isEqualTo(BalanceProof.Result.PATH_INVALID);
        assertThat(with(cash, cash.balance(), cash.through().plusMonths(1), cash.path()))
                .isEqualTo(BalanceProof.Result.NOT_SEALED);
        InclusionProof longer = new InclusionProof(cash.path().index(), 5, cash.path().path());
        assertThat(with(cash, cash.balance(), cash.through(), longer))
                .isEqualTo(BalanceProof.Result.NOT_SEALED);
        InclusionProof moved = new InclusionProof(0, cash.path().size(), cash.path().path());
        assertThat(with(cash, cash.balance(), cash.through(), moved))
                .isEqualTo(BalanceProof.Result.PATH_INVALID);
        BalanceProof elsewhere =
                new BalanceProof(
                        CommunityId.of("S005"),
                        cash.through(),
                        cash.balance(),
                        cash.path(),
                        cash.note());
        assertThat(elsewhere.check(keys)).isEqualTo(BalanceProof.Result.PATH_INVALID);
        assertThat(cash.check(LogKeys.of(Signers.of("xinyi.example/x", "x").verifier())))
                .isEqualTo(BalanceProof.Result.NOT_SIGNED);
    }

    private BalanceProof.Result with(
            BalanceProof proof, Balance balance, LocalDate through, InclusionProof path) {
        return new BalanceProof(ID, through, balance, path, proof.note()).check(keys);
    }
}
