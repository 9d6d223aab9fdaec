package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.disclosure.FeedPage;
import io.github.xinyi.trust.disclosure.FollowedLog;
import io.github.xinyi.trust.disclosure.FollowedLog.BrokenFeedException;
import io.github.xinyi.trust.disclosure.FollowedLog.Fault;
import io.github.xinyi.trust.disclosure.PublicRecord;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards T1 and T5: what one owner is given of the log, and what he can check himself. */
class FollowedLogTest {

    private static final CommunityId ID = CommunityId.of("S006");
    private static final UnitId MINE = UnitId.of("u3");

    private final InMemoryBookStore books = new InMemoryBookStore();
    private final Book book = new Book(ID, SampleBook.chart(), books);
    private final TransparencyLog log =
            new TransparencyLog(
                    ID,
                    books,
                    new InMemoryCheckpointStore(),
                    Signers.of("xinyi.example/book/s006", "log/s006"));
    private final FollowedLog unread = FollowedLog.from(ID, MINE, MerkleDigest.SHA_256);

    /** Records of every sort: 0 open, 1 to 5 bills, 6 mine again, 7 batch, 8 account, 9 close. */
    private SignedNote fill() {
        accept(book.post(SampleBook.opening("o1", 100), SampleBook.MOMENT));
        for (int i = 1; i <= 5; i++) {
            accept(book.post(SampleBook.bill("b" + i, "u" + i, 10 + i), SampleBook.MOMENT));
        }
        accept(book.post(SampleBook.bill("b6", "u3", 9), SampleBook.MOMENT));
        accept(book.publishBatch(EntryKind.BILL, 5, SampleBook.MOMENT, SampleBook.DAY));
        accept(
                book.openAccount(
                        new Account(
                                AccountCode.of("service.expense.SF-77"),
                                "绿化",
                                "Greening",
                                FundClass.SERVICE_FUND,
                                AccountType.EXPENSE),
                        SampleBook.DAY,
                        SampleBook.MOMENT));
        LocalDate end = LocalDate.of(2025, 3, 31);
        accept(book.close(end, SampleBook.MOMENT, end.plusDays(1)));
        return SignedNote.parse(log.publish(SampleBook.MOMENT).note());
    }

    private FeedPage page(long from, int limit) {
        return book.read(reader -> FeedPage.of(reader, MINE, from, limit, MerkleDigest.SHA_256));
    }

    private static Fault fault(FollowedLog log, FeedPage page, long index) {
        BrokenFeedException broken =
                catchThrowableOfType(BrokenFeedException.class, () -> log.plus(page));
        assertThat(broken.index()).isEqualTo(index);
        return broken.fault();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 10, 1_000})
    void aReaderWhoFollowsEveryPageHasTheRootOfTheCheckpoint(int limit) {
        SignedNote note = fill();
        FollowedLog read = unread;
        while (read.size() < 10) {
            assertThat(read.matches(note)).isFalse();
            read = read.plus(page(read.size(), limit));
        }

        assertThat(read.matches(note)).isTrue();
        assertThat(page(read.size(), limit).records()).isEmpty();
    }

    @Test
    void anOwnerOpensHisOwnEntriesAndNoOthers() {
        fill();

        FeedPage all = page(0, 10);

        assertThat(all.own()).extracting(Entry::index).containsExactly(3L, 6L);
        assertThat(all.records().stream().filter(r -> r instanceof PublicRecord.Household))
                .hasSize(6);
        assertThat(unread.plus(all).size()).isEqualTo(10);
    }

    @Test
    void aPageThatLeavesOutRepeatsOrReordersARecordIsRefused() {
        fill();
        FeedPage all = page(0, 10);
        for (int i = 0; i < 9; i++) {
            List<PublicRecord> without = new ArrayList<>(all.records());
            without.remove(i);
            assertThat(fault(unread, new FeedPage(without, List.of()), i)).isEqualTo(Fault.GAP);
            List<PublicRecord> swapped = new ArrayList<>(all.records());
            Collections.swap(swapped, i, i + 1);
            assertThat(fault(unread, new FeedPage(swapped, List.of()), i)).isEqualTo(Fault.GAP);
        }
        assertThat(fault(unread, page(1, 2), 0)).isEqualTo(Fault.GAP);
        FollowedLog three = unread.plus(page(0, 3));
        assertThat(fault(three, page(0, 3), 3)).isEqualTo(Fault.GAP);
    }

    @Test
    void aRecordThatIsNotWhatItsLeafSaysIsRefused() {
        fill();
        List<PublicRecord> records = new ArrayList<>(page(0, 10).records());
        PublicRecord.Household shown = (PublicRecord.Household) records.get(2);
        records.set(
                2,
                new PublicRecord.Household(
                        2,
                        shown.kind(),
                        shown.effectiveDate().plusDays(1),
                        shown.recordedAt(),
                        shown.commitment(),
                        shown.leaf()));
        assertThat(fault(unread, new FeedPage(records, List.of()), 2))
                .isEqualTo(Fault.LEAF_MISMATCH);
        List<PublicRecord> open = new ArrayList<>(page(0, 10).records());
        PublicRecord.Open first = (PublicRecord.Open) open.get(0);
        open.set(0, new PublicRecord.Open(first.entry(), Hash.of(new byte[Hash.BYTES])));
        assertThat(fault(unread, new FeedPage(open, List.of()), 0)).isEqualTo(Fault.LEAF_MISMATCH);
    }

    @Test
    void anOwnEntryThatIsNotTheOneCommittedToIsRefused() {
        fill();
        FeedPage all = page(0, 10);
        Entry mine = all.own().get(0);
        Entry dearer =
                new Entry(
                        mine.book(),
                        mine.index(),
                        mine.recordedAt(),
                        mine.draft()
                                .postings(
                                        mine.draft().postings().stream()
                                                .map(
                                                        p ->
                                                                new Posting(
                                                                        p.account(),
                                                                        p.side(),
                                                                        p.amount()
                                                                                .plus(
                                                                                        Money.ofFen(
                                                                                                1))))
                                                .toList()));
        assertThat(fault(unread, new FeedPage(all.records(), List.of(dearer)), 3))
                .isEqualTo(Fault.OWN_NOT_COMMITTED);
        FeedPage ofAnother =
                book.read(
                        reader ->
                                FeedPage.of(reader, UnitId.of("u2"), 0, 10, MerkleDigest.SHA_256));
        assertThat(fault(unread, new FeedPage(all.records(), ofAnother.own()), 2))
                .isEqualTo(Fault.OWN_OF_ANOTHER);
        assertThat(fault(unread, new FeedPage(page(0, 3).records(), List.of(mine)), 3))
                .isEqualTo(Fault.OWN_NOT_IN_PAGE);
    }

    @Test
    void aPageHasFromOneToAThousandRecords() {
        fill();

        assertThat(page(0, 1).records()).hasSize(1);
        assertThat(page(0, 1_000).records()).hasSize(10);
        assertThatIllegalArgumentException().isThrownBy(() -> page(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> page(0, 1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> page(-1, 1));
    }
}
