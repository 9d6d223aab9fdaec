package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.ErasureRequest;
import io.github.xinyi.trust.disclosure.EntryProof;
import io.github.xinyi.trust.disclosure.FeedPage;
import io.github.xinyi.trust.disclosure.FollowedLog;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.export.BeancountJournal;
import io.github.xinyi.trust.export.PlainTextJournal;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.proof.EntryProofCheck;
import io.github.xinyi.trust.proof.EntryProofFile;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guards T4a: what is proved and shown of a text that was erased, and of its erasure. */
class ErasedProofTest {

    private static final CommunityId ID = CommunityId.of("S010");
    private static final String NAME = "xinyi.example/book/s010";
    private static final UnitId UNIT = UnitId.of("u3");
    private static final int OPEN = 0;
    private static final int HOUSEHOLD = 3;
    private static final int ERASURE = 7;
    private static final String TEXT = "退还张三 13800000000";

    private final InMemoryBookStore books = new InMemoryBookStore();
    private final Book book = new Book(ID, SampleBook.chart(), books);
    private final TransparencyLog log =
            new TransparencyLog(
                    ID, books, new InMemoryCheckpointStore(), Signers.of(NAME, "log/s010"));

    /** 0 open, 1 to 5 households, 6 batch; 7 and 8 erase the texts of 0 and 3. */
    @BeforeEach
    void fill() {
        accept(book.post(SampleBook.opening("o1", 100).narrative(TEXT), SampleBook.MOMENT));
        for (int i = 1; i <= 5; i++) {
            accept(
                    book.post(
                            SampleBook.bill("b" + i, "u" + i, 10 + i).narrative(TEXT),
                            SampleBook.MOMENT));
        }
        accept(book.publishBatch(EntryKind.BILL, 5, SampleBook.MOMENT, SampleBook.DAY));
        log.publish(SampleBook.MOMENT);
    }

    private void eraseBoth() {
        for (String id : List.of("o1", "b3")) {
            accept(
                    book.erase(
                            new ErasureRequest(
                                    EntryId.of(id),
                                    ErasureGround.PURPOSE_ENDED,
                                    PersonId.of("director-7"),
                                    SampleBook.DAY,
                                    SampleBook.salt("x" + id)),
                            SampleBook.MOMENT,
                            SampleBook.DAY.plusDays(1)));
        }
    }

    private EntryProof proof(int index) {
        return log.prove(index).orElseThrow();
    }

    private Entry entry(int index) {
        return book.read(reader -> reader.records(index, 1).get(0).asEntry().orElseThrow().entry());
    }

    private EntryProofCheck check(String file) {
        return EntryProofCheck.of(file, log.verifierKey(), NAME);
    }

    @Test
    void everyFileGivenBeforeTheErasureVerifiesOn() {
        String open = EntryProofFile.of(proof(OPEN));
        String opened = EntryProofFile.opened(proof(HOUSEHOLD), entry(HOUSEHOLD));

        eraseBoth();
        log.publish(SampleBook.MOMENT.plusSeconds(1));

        assertThat(check(open).isProven()).isTrue();
        assertThat(check(opened).isProven()).isTrue();
    }

    @Test
    void theFileOfAnErasedEntryHasNoTextAndVerifies() {
        eraseBoth();
        log.publish(SampleBook.MOMENT.plusSeconds(1));

        String open = EntryProofFile.of(proof(OPEN));
        String own = EntryProofFile.opened(proof(HOUSEHOLD), entry(HOUSEHOLD));

        assertThat(check(open).isProven()).as("%s", check(open).steps()).isTrue();
        assertThat(check(own).isProven()).as("%s", check(own).steps()).isTrue();
        assertThat(open + own)
                .contains("narrativeCommitment")
                .doesNotContain(TEXT)
                .doesNotContain("narrativeSalt");
        assertThat(own).isEqualTo(EntryProofFile.of(proof(HOUSEHOLD)));
        assertThat(check(open.replace("\"amountMinor\":100", "\"amountMinor\":101")).isProven())
                .isFalse();
    }

    @Test
    void theErasureIsProvenByItsFileAndNamesNobody() {
        eraseBoth();
        log.publish(SampleBook.MOMENT.plusSeconds(1));

        String file = EntryProofFile.of(proof(ERASURE));

        assertThat(check(file).isProven()).as("%s", check(file).steps()).isTrue();
        assertThat(file)
                .contains("\"sourceId\":\"0/narrative/PURPOSE_ENDED\"", "\"kind\":\"ERASURE\"")
                .doesNotContain("director-7")
                .doesNotContain(TEXT);
        assertThat(check(file.replace("0/narrative", "1/narrative")).isProven()).isFalse();
        assertThat(check(file.replace("PURPOSE_ENDED", "OTHER_LAW")).isProven()).isFalse();
    }

    @Test
    void anOwnerFollowsALogWithErasures() {
        eraseBoth();
        log.publish(SampleBook.MOMENT.plusSeconds(1));

        FeedPage page =
                book.read(reader -> FeedPage.of(reader, UNIT, 0, 100, MerkleDigest.SHA_256));
        FollowedLog followed = FollowedLog.from(ID, UNIT, MerkleDigest.SHA_256).plus(page);

        assertThat(page.records()).hasSize(9);
        assertThat(page.own()).as("nothing opens it any more").isEmpty();
        assertThat(followed.matches(SignedNote.parse(log.latest().orElseThrow().note()))).isTrue();
        assertThatThrownBy(
                        () ->
                                FollowedLog.from(ID, UNIT, MerkleDigest.SHA_256)
                                        .plus(
                                                new FeedPage(
                                                        page.records(), List.of(entry(HOUSEHOLD)))))
                .as("an entry that is shown as opened and is not")
                .isInstanceOf(FollowedLog.BrokenFeedException.class);
    }

    @Test
    void exportsShowThatATextIsAway() {
        String before = plainText();
        assertThat(before).contains("13800000000");

        eraseBoth();

        assertThat(plainText())
                .isEqualTo(before.replace(TEXT, "(text erased)"))
                .contains("(text erased)")
                .doesNotContain("13800000000");
        assertThat(beancount()).contains("(text erased)").doesNotContain("13800000000");
    }

    private String plainText() {
        return book.read(
                reader -> {
                    StringBuilder out = new StringBuilder();
                    new PlainTextJournal(book.chart()).write(reader, out);
                    return out.toString();
                });
    }

    private String beancount() {
        return book.read(
                reader -> {
                    StringBuilder out = new StringBuilder();
                    new BeancountJournal(book.chart()).write(reader, out);
                    return out.toString();
                });
    }
}
