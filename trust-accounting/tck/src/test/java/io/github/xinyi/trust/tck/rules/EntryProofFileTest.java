package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.disclosure.CosigningWitness;
import io.github.xinyi.trust.disclosure.EntryProof;
import io.github.xinyi.trust.disclosure.LogKeys;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.proof.EntryProofCheck;
import io.github.xinyi.trust.proof.EntryProofFile;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.LocalDate;
import java.util.List;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards T2 and T5: what an owner keeps as his receipt. */
class EntryProofFileTest {

    private static final CommunityId ID = CommunityId.of("S009");
    private static final String NAME = "xinyi.example/book/s009";
    private static final int RECORDS = 11;

    private final InMemoryBookStore books = new InMemoryBookStore();
    private final Book book = new Book(ID, SampleBook.chart(), books);
    private final TransparencyLog log =
            new TransparencyLog(
                    ID, books, new InMemoryCheckpointStore(), Signers.of(NAME, "log/s009"));

    /** 0 open, 1 to 5 households, 6 batch, 7 account, 8 reversal, 9 large and strange, 10 close. */
    private static void fill(Book book) {
        accept(book.post(SampleBook.opening("o1", 100), SampleBook.MOMENT));
        for (int i = 1; i <= 5; i++) {
            accept(book.post(SampleBook.bill("b" + i, "u" + i, 10 + i), SampleBook.MOMENT));
        }
        accept(book.publishBatch(EntryKind.BILL, 5, SampleBook.MOMENT, SampleBook.DAY));
        accept(
                book.openAccount(
                        new Account(
                                AccountCode.of("service.expense.SF-77"),
                                "绿化",
                                "Greening \"new\"",
                                FundClass.SERVICE_FUND,
                                AccountType.EXPENSE),
                        SampleBook.DAY,
                        SampleBook.MOMENT));
        Entry first =
                book.<Entry>read(reader -> reader.entry(EntryId.of("b1")).orElseThrow().entry());
        accept(
                book.post(
                        EntryDraft.reversalOf(
                                first, EntryId.of("r1"), SampleBook.DAY, SampleBook.salt("r1")),
                        SampleBook.MOMENT));
        accept(
                book.post(
                        SampleBook.opening("o2", (1L << 53) + 7)
                                .narrative("\"quoted\" \\ \t \u0001 \ud83c\udfe0 信義"),
                        SampleBook.MOMENT));
        LocalDate end = LocalDate.of(2025, 3, 31);
        accept(book.close(end, SampleBook.MOMENT, end.plusDays(1)));
    }

    private EntryProof proof(int index) {
        return log.prove(index).orElseThrow();
    }

    private Entry own(int index) {
        return book.read(reader -> reader.records(index, 1).get(0).asEntry().orElseThrow().entry());
    }

    private EntryProofCheck check(String file) {
        return EntryProofCheck.of(file, log.verifierKey(), NAME);
    }

    @Test
    void everyRecordIsProvenByItsFile() {
        fill(book);
        log.publish(SampleBook.MOMENT);

        for (int index = 0; index < RECORDS; index++) {
            EntryProofCheck check = check(EntryProofFile.of(proof(index)));
            assertThat(check.isProven()).as("%d: %s", index, check.steps()).isTrue();
        }
    }

    @Test
    void aHouseholdOpensItsOwnEntryAndTheClosedFileHoldsNothingOfIt() {
        fill(book);
        log.publish(SampleBook.MOMENT);

        String closed = EntryProofFile.of(proof(2));
        String opened = EntryProofFile.opened(proof(2), own(2));

        assertThat(check(opened).isProven()).isTrue();
        assertThat(opened).contains("\"unit\":\"u2\"").contains("\"amountMinor\":12");
        assertThat(closed)
                .contains("commitment")
                .doesNotContain("u2")
                .doesNotContain("amountMinor")
                .doesNotContain(own(2).draft().salt().toHex());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryProofFile.opened(proof(2), own(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryProofFile.opened(proof(0), own(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 9})
    void noFileWithAnotherAmountTextPlaceOrHashIsProven(int index) {
        fill(book);
        log.publish(SampleBook.MOMENT);
        String file =
                index == 2
                        ? EntryProofFile.opened(proof(index), own(index))
                        : EntryProofFile.of(proof(index));
        for (String[] change :
                new String[][] {
                    {"\"amountMinor\":", "\"amountMinor\":1"},
                    {"\"narrative\":\"", "\"narrative\":\"x"},
                    {"\"index\":" + index, "\"index\":" + (index + 1)},
                    {"\"path\":[\"", "\"path\":[\"0"},
                    {"\"book\":\"S009\"", "\"book\":\"S008\""},
                    {"\"recordedAt\":\"2025", "\"recordedAt\":\"2024"},
                    {"\"size\":" + RECORDS, "\"size\":" + (RECORDS + 1)},
                    {"\\u000a" + RECORDS, "\\u000a" + (RECORDS + 1)},
                    {"{\"format\"", "{{\"format\""}
                }) {
            String changed = file.replace(change[0], change[1]);
            assertThat(changed).as(change[0]).isNotEqualTo(file);
            assertThat(check(changed).isProven()).as(change[0]).isFalse();
        }
        assertThat(EntryProofCheck.of(file, log.verifierKey(), "elsewhere").isProven()).isFalse();
        assertThat(EntryProofCheck.of(file, log.verifierKey(), "").isProven()).isTrue();
        String other = Signers.of(NAME, "other").verifier().toVerifierKey();
        assertThat(EntryProofCheck.of(file, other, NAME).isProven()).isFalse();
    }

    @Test
    void whatIsNoFileIsRefusedStepByStep() {
        for (String file : List.of("", "{}", "[]", "null", "7", "{\"entry\":3,\"proof\":[]}")) {
            EntryProofCheck check = check(file);
            assertThat(check.steps()).hasSize(6);
            assertThat(check.isProven()).isFalse();
        }
        assertThat(EntryProofCheck.of("{}", "no key", NAME).steps().get(0).reason())
                .isEqualTo("VKEY_FORMAT");
    }

    @Test
    void aCosignedCheckpointProvesAsWell() {
        fill(book);
        CosigningWitness street =
                new CosigningWitness(Signers.witness("w/street"), () -> SampleBook.MOMENT)
                        .watching(LogKeys.of(log.verifierKey()));
        log.withWitnesses(List.of(street)).publish(SampleBook.MOMENT);

        assertThat(check(EntryProofFile.of(proof(4))).isProven()).isTrue();
    }

    @Test
    void aFileOfALogUnderSm3IsProvenUnderSm3Alone() {
        MerkleDigest sm3 = MerkleDigest.of("SM3", SM3.Digest::new);
        InMemoryBookStore other = new InMemoryBookStore();
        Book under = new Book(ID, SampleBook.chart(), other, sm3);
        fill(under);
        TransparencyLog sm3Log =
                new TransparencyLog(
                                ID,
                                other,
                                new InMemoryCheckpointStore(),
                                Signers.of(NAME, "log/s009"))
                        .withDigest(sm3);
        sm3Log.publish(SampleBook.MOMENT);

        for (int index = 0; index < RECORDS; index++) {
            String file = EntryProofFile.of(sm3Log.prove(index).orElseThrow());
            assertThat(EntryProofCheck.of(file, sm3Log.verifierKey(), NAME, sm3).isProven())
                    .isTrue();
            assertThat(check(file).steps())
                    .contains(new EntryProofCheck.Step("checkpoint", false, "DIGEST_UNKNOWN"));
        }
    }

    @Test
    void anErasedTextLeavesTheProof() {
        fill(book);
        log.publish(SampleBook.MOMENT);
        String file = EntryProofFile.of(proof(0));
        String commitment =
                Leaf.commitment(
                                own(0).draft().narrative(),
                                own(0).draft().salt(),
                                MerkleDigest.SHA_256)
                        .toHex();
        String erased =
                file.replaceAll("\"narrative\":\"[^\"]*\",", "")
                        .replaceAll(
                                "\"narrativeSalt\":\"[0-9a-f]{64}\"",
                                "\"narrativeCommitment\":\"" + commitment + "\"");

        assertThat(erased).doesNotContain("narrativeSalt");
        assertThat(check(erased).isProven()).isTrue();
        assertThat(
                        check(
                                        erased.replace(
                                                commitment,
                                                commitment.replace('0', '1').replace('2', '3')))
                                .isProven())
                .isFalse();
    }
}
