package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.disclosure.PublicRecord;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guards T5. */
class PublicLedgerTest {

    private final Village village = new Village(Ratio.of(8, 100));

    private PublicLedger publicLedger() {
        return upTo(PublicLedger.empty(), AT);
    }

    private PublicLedger upTo(PublicLedger ledger, Instant until) {
        return village.book.read(reader -> ledger.upTo(reader, until));
    }

    private Outcome<Optional<HouseholdBatch>> batch() {
        return village.book.publishBatch(EntryKind.FEE_RECEIPT, 5, AT, DAY);
    }

    private void receive(int units) {
        for (int i = 1; i <= units; i++) {
            village.receive("R" + i, i, DAY, 1_000L * i + i);
        }
    }

    @Test
    void countsAnOpenEntryAtOnce() {
        village.post(SampleBook.opening("opening", 1_000_000));

        assertThat(publicLedger().balances()).isEqualTo(village.balances());
        assertThat(publicLedger().waiting()).isZero();
    }

    @Test
    void movesNoFigureForAHouseholdBeforeItsBatch() {
        village.post(SampleBook.opening("opening", 1_000_000));
        PublicLedger before = publicLedger();

        receive(6);

        PublicLedger after = publicLedger();
        assertThat(after.balances()).isEqualTo(before.balances());
        assertThat(after.flows()).isEqualTo(before.flows());
        assertThat(after.batches()).isEmpty();
        assertThat(after.waiting()).isEqualTo(6);
        assertThat(after.size()).isEqualTo(7);
    }

    @Test
    void refusesABatchOfFourUnitsAndStillShowsNothing() {
        receive(4);

        assertRefused(batch(), LedgerRule.BATCH_LARGE_ENOUGH, LedgerRule.BATCH_LARGE_ENOUGH);

        assertThat(publicLedger().balances()).isEmpty();
        assertThat(publicLedger().waiting()).isEqualTo(4);
    }

    @Test
    void refusesABatchOfManyReceiptsOfFourUnits() {
        receive(4);
        village.receive("again", 4, DAY, 77);

        assertRefused(batch(), LedgerRule.BATCH_LARGE_ENOUGH, LedgerRule.BATCH_LARGE_ENOUGH);
    }

    @Test
    void publishesABatchOfFiveUnitsWhoseSumsAreThePrivateOnes() {
        village.post(SampleBook.opening("opening", 1_000_000));
        receive(5);

        HouseholdBatch published = accept(batch()).orElseThrow();

        assertThat(published.unitCount()).isEqualTo(5);
        assertThat(published.entryCount()).isEqualTo(5);
        assertThat(publicLedger().balances()).isEqualTo(village.balances());
        assertThat(publicLedger().waiting()).isZero();
        assertThat(publicLedger().batches()).containsExactly(published);
        assertThat(
                        publicLedger().balances().stream()
                                .filter(b -> b.account().equals(ChartOfAccounts.SERVICE_CASH))
                                .map(b -> b.net().minor()))
                .containsExactly(1_015_015L);
    }

    @Test
    void publishesNothingWhereNothingWaits() {
        receive(5);
        accept(batch());

        assertThat(accept(batch())).isEmpty();
    }

    @Test
    void startsAnewAfterABatchSoThatFourMoreUnitsWaitAgain() {
        receive(5);
        accept(batch());
        PublicLedger before = publicLedger();
        for (int i = 1; i <= 4; i++) {
            village.receive("S" + i, i, DAY, 5_000);
        }

        assertRefused(batch(), LedgerRule.BATCH_LARGE_ENOUGH, LedgerRule.BATCH_LARGE_ENOUGH);
        assertThat(publicLedger().balances()).isEqualTo(before.balances());
        village.receive("S5", 5, DAY, 5_000);
        accept(batch());
        assertThat(publicLedger().balances()).isEqualTo(village.balances());
    }

    @Test
    void showsOfAHouseholdsEntryNeitherUnitNorAmount() {
        village.receive("R1", 1, DAY, 87_654_321);

        PublicRecord shown =
                village.book
                        .<List<PublicRecord>>read(
                                reader ->
                                        reader.records(0, 1).stream()
                                                .map(PublicRecord::of)
                                                .toList())
                        .get(0);

        assertThat(shown).isInstanceOf(PublicRecord.Household.class);
        assertThat(shown.toString()).doesNotContain("7-2-101", "876543.21", "87654321", "YHR1");
    }

    @Test
    void givesTheSameLedgerStepByStepAndAtOnce() {
        PublicLedger steps = PublicLedger.empty();
        village.post(SampleBook.opening("opening", 1_000_000));
        steps = upTo(steps, AT);
        receive(5);
        steps = upTo(steps, AT);
        accept(batch());
        steps = upTo(steps, AT);

        assertThat(steps.flows()).isEqualTo(publicLedger().flows());
        assertThat(steps.size()).isEqualTo(publicLedger().size()).isEqualTo(7);
        assertThat(steps.waiting()).isEqualTo(publicLedger().waiting());
    }

    @Test
    void leavesOutWhatWasRecordedAfterTheMoment() {
        village.post(SampleBook.opening("opening", 1_000_000));
        accept(village.book.post(SampleBook.parking("parking", 5), AT.plusMillis(1)));

        assertThat(upTo(PublicLedger.empty(), AT.minusMillis(1)).size()).isZero();
        assertThat(upTo(PublicLedger.empty(), AT.minusMillis(1)).asOf()).isEmpty();
        assertThat(upTo(PublicLedger.empty(), AT).size()).isEqualTo(1);
        assertThat(upTo(PublicLedger.empty(), AT.plusMillis(1)).size()).isEqualTo(2);
        assertThat(upTo(PublicLedger.empty(), AT.plusMillis(1)).asOf()).contains(AT.plusMillis(1));
    }

    @Test
    void refusesRecordsWithAGap() {
        receive(2);
        List<PublicRecord> second =
                village.book.read(
                        reader -> reader.records(1, 1).stream().map(PublicRecord::of).toList());

        assertThatThrownBy(() -> PublicLedger.empty().plus(second))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToPublishABatchForFewerThanFiveUnitsWhoeverAsks() {
        receive(5);

        assertThatThrownBy(() -> village.book.publishBatch(EntryKind.FEE_RECEIPT, 4, AT, DAY))
                .isInstanceOf(IllegalArgumentException.class);
        accept(village.book.publishBatch(EntryKind.FEE_RECEIPT, 5, AT, DAY));
    }
}
