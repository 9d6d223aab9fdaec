package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.ErasureRequest;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That a text is erased with its salt, by a record of its own and in no other way: T4. */
abstract class ErasureChecks extends AccountChecks {

    private static final PersonId DIRECTOR = PersonId.of("P-7");
    private static final Salt SALT = SampleBook.salt("erasure");

    /** A filled book with a text in an open entry and one in a household's. */
    private void fillWithTexts() {
        fill();
        assertAccepted(sample.post(withText(SampleBook.parking("t1", 5), "张三的车位")));
        assertAccepted(sample.post(withText(SampleBook.bill("t2", "u9", 7), "李四")));
    }

    private static EntryDraft withText(EntryDraft draft, String text) {
        return draft.narrative(text);
    }

    private Outcome<Erasure> erase(String entry) {
        return sample.book().erase(request(entry), SampleBook.MOMENT, SampleBook.DAY.plusDays(1));
    }

    private static ErasureRequest request(String entry) {
        return new ErasureRequest(
                EntryId.of(entry), ErasureGround.CONSENT_WITHDRAWN, DIRECTOR, SampleBook.DAY, SALT);
    }

    private LogRecord.OfEntry there(String entry) {
        return entry(EntryId.of(entry)).orElseThrow();
    }

    private void assertErased(String entry, Erasure erasure, LogRecord.OfEntry before) {
        LogRecord.OfEntry there = there(entry);
        EntryDraft draft = there.entry().draft();
        assertThat(draft.narrative()).as("text").isEmpty();
        assertThat(draft.erased()).as("what is left").contains(erasure.left());
        assertThatThrownBy(draft::salt).as("salt").isInstanceOf(IllegalStateException.class);
        assertThat(draft)
                .as("all but the text")
                .isEqualTo(before.entry().draft().withoutText(erasure.left()));
        assertThat(there.leaf()).as("leaf").isEqualTo(before.leaf());
        assertThat(there.balancesAfter()).isEqualTo(before.balancesAfter());
        assertThat(page(there.entry().index(), 1)).as("as a record").containsExactly(there);
    }

    @Test
    void required_T4_anErasureIsARecordAndTakesTextAndSaltAway() {
        fillWithTexts();
        LogRecord.OfEntry before = there("t1");
        long size = size();

        Erasure erasure = assertAccepted(erase("t1"));

        assertThat(erasure.index()).isEqualTo(size);
        assertThat(erasure.entryIndex()).isEqualTo(before.entry().index());
        assertThat(erasure.ground()).isEqualTo(ErasureGround.CONSENT_WITHDRAWN);
        assertThat(erasure.by()).isEqualTo(DIRECTOR);
        assertThat(erasure.day()).isEqualTo(SampleBook.DAY.plusDays(1));
        assertThat(page(size, 10))
                .containsExactly(new LogRecord.OfErasure(erasure, Leaf.hashOf(erasure)));
        assertErased("t1", erasure, before);
        assertLogIsSound();
        store = reopen(store);
        assertErased("t1", erasure, before);
        assertThat(page(size, 10))
                .containsExactly(new LogRecord.OfErasure(erasure, Leaf.hashOf(erasure)));
        assertLogIsSound();
    }

    @Test
    void required_T4_aHouseholdsEntryStaysCommittedOnceItsTextIsErased() {
        fillWithTexts();
        LogRecord.OfEntry before = there("t2");
        Hash commitment = Leaf.commitment(before.entry().draft(), MerkleDigest.SHA_256);

        Erasure erasure = assertAccepted(erase("t2"));

        assertErased("t2", erasure, before);
        EntryDraft draft = there("t2").entry().draft();
        assertThat(draft.erased().flatMap(ErasedText::household)).contains(commitment);
        assertThatObject(Leaf.remains(draft, erasure.salt(), MerkleDigest.SHA_256))
                .isEqualTo(erasure.remains());
        store = reopen(store);
        assertErased("t2", erasure, before);
        assertLogIsSound();
    }

    @Test
    void required_T4_anErasureTouchesNoOtherRecord() {
        fillWithTexts();
        List<LogRecord> before = new ArrayList<>(records());
        List<Balance> balances = balances();
        int index = Math.toIntExact(there("t1").entry().index());

        assertAccepted(erase("t1"));

        List<LogRecord> after = new ArrayList<>(records());
        after.remove(after.size() - 1);
        before.remove(index);
        after.remove(index);
        assertThat(after).isEqualTo(before);
        assertThat(balances()).isEqualTo(balances);
    }

    @Test
    void required_T4_everyErasedTextHasItsRecord() {
        fillWithTexts();
        assertAccepted(erase("t1"));
        assertAccepted(erase("t2"));

        List<LogRecord> records = records();
        long erased = 0;
        for (LogRecord record : records) {
            Optional<ErasedText> left = record.asEntry().flatMap(e -> e.entry().draft().erased());
            if (left.isPresent()) {
                erased++;
                assertThat(records.get(Math.toIntExact(left.get().erasedBy())).asErasure())
                        .as("what erased record %s", record.index())
                        .hasValueSatisfying(
                                there ->
                                        assertThat(there.erasure().entryIndex())
                                                .isEqualTo(record.index()));
            }
        }
        assertThat(erased).isEqualTo(2);
        assertThat(records.stream().flatMap(record -> record.asErasure().stream())).hasSize(2);
    }

    @Test
    void required_T4_erasingAgainAnswersTheFirstErasure() {
        fillWithTexts();
        Erasure first = assertAccepted(erase("t1"));
        BookReading before = reading();
        ErasureRequest other =
                new ErasureRequest(
                        EntryId.of("t1"),
                        ErasureGround.OTHER_LAW,
                        PersonId.of("P-8"),
                        SampleBook.DAY,
                        SampleBook.salt("other"));

        assertThat(assertAccepted(erase("t1"))).isEqualTo(first);
        assertThat(
                        assertAccepted(
                                sample.book()
                                        .erase(
                                                other,
                                                SampleBook.MOMENT,
                                                SampleBook.DAY.plusDays(2))))
                .isEqualTo(first);
        assertThat(reading()).isEqualTo(before);
    }

    @Test
    void required_L5_anErasedEntryIsAcknowledgedAgainByAllButItsText() {
        fillWithTexts();
        assertAccepted(erase("t1"));
        BookReading before = reading();

        Acknowledgement again =
                assertAccepted(sample.post(withText(SampleBook.parking("t1", 5), "张三的车位")));

        assertThat(again.repeated()).isTrue();
        assertThat(again.entry().draft().narrative()).isEmpty();
        assertRefused(sample.post(SampleBook.parking("t1", 6)), LedgerRule.SAME_ID_OTHER_CONTENT);
        assertThat(reading()).isEqualTo(before);
        assertAccepted(erase("t2"));
        Acknowledgement bill =
                assertAccepted(sample.post(withText(SampleBook.bill("t2", "u9", 7), "")));
        assertAccepted(sample.post(reversal(bill, "rt2")));
        assertLogIsSound();
    }

    @Test
    void required_T4_anErasureThatFailedLeavesTheText() {
        fillWithTexts();
        BookReading before = reading();
        LogRecord.OfEntry entry = there("t1");

        assertThatThrownBy(
                        () ->
                                store.write(
                                        COMMUNITY,
                                        session -> {
                                            append(session, entry);
                                            assertThat(
                                                            session.entry(EntryId.of("t1"))
                                                                    .orElseThrow()
                                                                    .entry()
                                                                    .draft()
                                                                    .narrative())
                                                    .as("within the call")
                                                    .isEmpty();
                                            throw new BookRun.Abandoned();
                                        }))
                .isExactlyInstanceOf(BookRun.Abandoned.class);

        assertThat(reading()).isEqualTo(before);
        assertThat(there("t1").entry().draft().narrative()).isEqualTo("张三的车位");
        assertErased("t1", assertAccepted(erase("t1")), entry);
    }

    @Test
    void required_T4_aTextIsErasedInTheCallThatPostedIt() {
        fillWithTexts();
        EntryDraft draft = withText(SampleBook.bill("t3", "u3", 9), "王五");

        Erasure erasure =
                store.write(
                        COMMUNITY,
                        session -> append(session, BookRun.append(session, COMMUNITY, draft)));

        assertThat(there("t3").entry().draft()).isEqualTo(draft.withoutText(erasure.left()));
        assertThat(balance(ChartOfAccounts.FEES_RECEIVABLE).debits()).isGreaterThan(Money.ofFen(8));
        assertLogIsSound();
    }

    @Test
    void required_T4_refusesToEraseWhatIsNotThereOrMustBeKept() {
        fillWithTexts();
        assertAccepted(sample.post(withText(SampleBook.parking("bare", 3), "")));
        BookReading before = reading();

        assertRefused(erase("nothing"), LedgerRule.ERASED_ENTRY_KNOWN);
        assertRefused(erase("bare"), LedgerRule.ERASED_TEXT_THERE);
        assertRefused(
                sample.book().erase(request("t1"), SampleBook.MOMENT, SampleBook.DAY),
                LedgerRule.ERASURE_AFTER_KEEPING);
        assertThat(reading()).isEqualTo(before);
    }

    /** Appends an erasure by hand, as a book does. */
    private static Erasure append(BookSession session, LogRecord.OfEntry entry) {
        long index = session.frontier().size();
        EntryDraft draft = entry.entry().draft();
        Hash text = Leaf.commitment(draft.narrative(), draft.salt(), MerkleDigest.SHA_256);
        ErasedText left =
                draft.visibility()
                        .fold(
                                () -> ErasedText.ofOpen(index, text),
                                unit ->
                                        ErasedText.ofHousehold(
                                                index,
                                                text,
                                                Leaf.commitment(draft, MerkleDigest.SHA_256)));
        Erasure erasure =
                new Erasure(
                        COMMUNITY,
                        index,
                        SampleBook.MOMENT,
                        SampleBook.DAY,
                        entry.entry().index(),
                        ErasureGround.UNLAWFUL_PROCESSING,
                        DIRECTOR,
                        SALT,
                        left,
                        Leaf.remains(draft.withoutText(left), SALT, MerkleDigest.SHA_256));
        Hash leaf = Leaf.hashOf(erasure);
        Frontier.Appended next = session.frontier().append(leaf);
        session.append(
                new BookSession.Appended(
                        new LogRecord.OfErasure(erasure, leaf), next.completed(), next.frontier()));
        return erasure;
    }
}
