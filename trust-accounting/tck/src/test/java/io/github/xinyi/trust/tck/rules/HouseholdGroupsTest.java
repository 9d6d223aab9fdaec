package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.UnitHolders;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.ReceivableEntries;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards T5: who counts as a household, and how a reversal is published. */
class HouseholdGroupsTest {

    private final Book book =
            new Book(
                    CommunityId.of("S008"),
                    SampleBook.chart().with(ReceivableEntries.accounts()),
                    new InMemoryBookStore());

    private Acknowledgement bill(int unit, long fen) {
        return bill(unit, fen, ChartOfAccounts.FEES_RECEIVABLE, ChartOfAccounts.FEE_INCOME);
    }

    private Acknowledgement bill(int unit, long fen, AccountCode debit, AccountCode credit) {
        String id = "b" + unit + "-" + book.<Long>read(reader -> reader.frontier().size());
        return accept(
                book.post(
                        SampleBook.draft(id, EntryKind.BILL, debit, credit, fen)
                                .visibility(Visibility.household(UnitId.of("u" + unit))),
                        SampleBook.MOMENT));
    }

    private Outcome<Optional<HouseholdBatch>> publish(UnitHolders holders) {
        return book.publishBatch(EntryKind.BILL, 5, holders, SampleBook.MOMENT, SampleBook.DAY);
    }

    private void reverse(Acknowledgement there) {
        String id = "r-" + there.entry().id();
        accept(
                book.post(
                        EntryDraft.reversalOf(
                                there.entry(), EntryId.of(id), SampleBook.DAY, SampleBook.salt(id)),
                        SampleBook.MOMENT));
    }

    private static Map<UnitId, Set<PersonId>> owners(String... ofUnits) {
        Map<UnitId, Set<PersonId>> owners = new HashMap<>();
        for (int i = 0; i < ofUnits.length; i++) {
            Set<PersonId> persons = new HashSet<>();
            for (String person : ofUnits[i].split(",", -1)) {
                persons.add(PersonId.of(person));
            }
            owners.put(UnitId.of("u" + (i + 1)), persons);
        }
        return owners;
    }

    @Test
    void fiveShopsOfOneOwnerAreOneHousehold() {
        for (int unit = 1; unit <= 5; unit++) {
            bill(unit, 100L * unit);
        }

        assertRefused(
                publish(UnitHolders.of(owners("zhang", "zhang", "zhang", "zhang", "zhang"))),
                LedgerRule.BATCH_LARGE_ENOUGH,
                LedgerRule.BATCH_LARGE_ENOUGH);
        assertRefused(
                publish(UnitHolders.of(owners("a", "b", "c", "d", "d"))),
                LedgerRule.BATCH_LARGE_ENOUGH,
                LedgerRule.BATCH_LARGE_ENOUGH);
        assertThat(accept(publish(UnitHolders.of(owners("a", "b", "c", "d", "e"))))).isPresent();
    }

    @Test
    void unitsJoinedByOthersAreOneHousehold() {
        UnitHolders holders = UnitHolders.of(owners("a", "b", "a,c", "c,b", "d"));

        assertThat(holders.groupOf(UnitId.of("u1")))
                .isEqualTo(holders.groupOf(UnitId.of("u2")))
                .isEqualTo(holders.groupOf(UnitId.of("u3")))
                .isEqualTo(holders.groupOf(UnitId.of("u4")))
                .isNotEqualTo(holders.groupOf(UnitId.of("u5")));
        assertThat(holders.groupOf(UnitId.of("x1")))
                .as("nobody says whose they are")
                .isEqualTo(holders.groupOf(UnitId.of("x2")));
        assertThat(UnitHolders.eachItsOwn().groupOf(UnitId.of("x1")))
                .isNotEqualTo(UnitHolders.eachItsOwn().groupOf(UnitId.of("x2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitHolders.of(Map.of(UnitId.of("u1"), Set.of())));
    }

    @Test
    void theSumOfSeveralAccountsIsNotThatOfOneHousehold() {
        for (int unit = 1; unit <= 5; unit++) {
            bill(unit, 100L * unit);
            bill(
                    unit + 5,
                    10L * unit,
                    ChartOfAccounts.LATE_CHARGES_RECEIVABLE,
                    ReceivableEntries.LATE_CHARGES);
        }
        bill(11, 7_777, ChartOfAccounts.FEES_RECEIVABLE, ReceivableEntries.LATE_CHARGES);

        assertRefused(publish(UnitHolders.eachItsOwn()), LedgerRule.BATCH_LARGE_ENOUGH);
        for (int unit = 12; unit <= 15; unit++) {
            bill(unit, 5, ChartOfAccounts.FEES_RECEIVABLE, ReceivableEntries.LATE_CHARGES);
        }
        assertThat(accept(publish(UnitHolders.eachItsOwn()))).isPresent();
    }

    /** What nobody's entry crosses is nobody's amount: five beside five others are enough. */
    @Test
    void twoKindsOfChargeOfDifferentHouseholdsArePublishedTogether() {
        for (int unit = 1; unit <= 5; unit++) {
            bill(unit, 100L * unit);
            bill(
                    unit + 5,
                    10L * unit,
                    ChartOfAccounts.LATE_CHARGES_RECEIVABLE,
                    ReceivableEntries.LATE_CHARGES);
        }

        assertThat(accept(publish(UnitHolders.eachItsOwn())).orElseThrow().totals()).hasSize(4);
    }

    @Test
    void aLoneReversalIsPublishedWithTheEntriesBesideIt() {
        Acknowledgement mistaken = bill(1, 900);
        for (int unit = 2; unit <= 5; unit++) {
            bill(unit, 100);
        }
        accept(publish(UnitHolders.eachItsOwn()));
        reverse(mistaken);
        for (int unit = 2; unit <= 5; unit++) {
            bill(unit, 1_000);
        }

        HouseholdBatch batch = accept(publish(UnitHolders.eachItsOwn())).orElseThrow();

        assertThat(batch.totals())
                .isEqualTo(
                        List.of(
                                Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(3_100)),
                                Posting.debit(
                                        ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(3_100))));
        assertThat(batch.entryCount()).isEqualTo(5);
        assertThat(batch.unitCount()).isEqualTo(5);
    }

    @Test
    void aHouseholdWhoseEntriesCancelOutHidesNobody() {
        for (int unit = 1; unit <= 4; unit++) {
            bill(unit, 100);
        }
        reverse(bill(5, 100));

        assertRefused(
                publish(UnitHolders.eachItsOwn()),
                LedgerRule.BATCH_LARGE_ENOUGH,
                LedgerRule.BATCH_LARGE_ENOUGH);
        bill(6, 100);
        assertThat(accept(publish(UnitHolders.eachItsOwn()))).isPresent();
    }
}
