package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.EntryProof;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.PublicRecord;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.SampleBook;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.Test;

/** Guards T2 for a book whose log is hashed with SM3. */
class BookUnderSm3Test {

    private static final CommunityId ID = CommunityId.of("S003");
    private static final MerkleDigest SM3_DIGEST = MerkleDigest.of("SM3", SM3.Digest::new);

    private final InMemoryBookStore books = new InMemoryBookStore();
    private final Book book = new Book(ID, SampleBook.chart(), books, SM3_DIGEST);
    private final NoteSigner signer = Signers.of("xinyi.example/book/sm3", "log/sm3");
    private final TransparencyLog log =
            new TransparencyLog(ID, books, new InMemoryCheckpointStore(), signer)
                    .withDigest(SM3_DIGEST);

    private void post(int from, int to) {
        for (int i = from; i <= to; i++) {
            accept(book.post(SampleBook.bill("b" + i, "u" + i, i), SampleBook.MOMENT));
            accept(book.post(SampleBook.opening("o" + i, i), SampleBook.MOMENT));
        }
    }

    @Test
    void provesEveryRecordUnderSm3() {
        post(1, 3);
        PublishedCheckpoint six = log.publish(SampleBook.MOMENT);
        post(4, 7);
        PublishedCheckpoint fourteen = log.publish(SampleBook.MOMENT.plusSeconds(1));

        for (int index = 0; index < 14; index++) {
            EntryProof proof = log.prove(index, fourteen).orElseThrow();
            Hash leaf = proof.record().leaf();
            assertThat(check(leaf, proof, fourteen.head())).isEqualTo(ProofCheck.VALID);
            assertThat(MerkleVerifier.verifyInclusion(leaf, proof.path(), fourteen.head()))
                    .isEqualTo(ProofCheck.ROOT_MISMATCH);
        }
        assertThat(
                        MerkleVerifier.verifyConsistency(
                                log.consistency(6, 14).orElseThrow(),
                                six.head(),
                                fourteen.head(),
                                SM3_DIGEST))
                .isEqualTo(ProofCheck.VALID);
    }

    private static ProofCheck check(Hash leaf, EntryProof proof, TreeHead head) {
        return MerkleVerifier.verifyInclusion(leaf, proof.path(), head, SM3_DIGEST);
    }

    @Test
    void namesItsDigestInTheCheckpointAndInEveryLeaf() {
        post(1, 1);

        SignedNote note = SignedNote.parse(log.publish(SampleBook.MOMENT).note());

        assertThat(CheckpointText.parse(note.text()).extensions())
                .containsExactly("time 2025-03-01T02:00:00.123Z", "digest SM3");
        assertThat(CheckpointText.parse(note.text()).digestName()).isEqualTo("SM3");
        assertThat(
                        book.<Boolean>read(
                                reader ->
                                        reader.records(0, 2).stream()
                                                .allMatch(
                                                        record ->
                                                                record.leaf()
                                                                        .equals(
                                                                                Leaf.hashOf(
                                                                                        record,
                                                                                        SM3_DIGEST)))))
                .isTrue();
    }

    @Test
    void commitsToAHouseholdsEntryUnderSm3() {
        post(1, 1);
        log.publish(SampleBook.MOMENT);

        Hash shown =
                log.prove(0)
                        .orElseThrow()
                        .record()
                        .fold(
                                o -> o.leaf(),
                                PublicRecord.Household::commitment,
                                b -> b.leaf(),
                                c -> c.leaf(),
                                a -> a.leaf(),
                                x -> x.leaf());

        assertThat(shown)
                .isEqualTo(Leaf.commitment(SampleBook.bill("b1", "u1", 1), SM3_DIGEST))
                .isNotEqualTo(Hash.of(Leaf.commitment(SampleBook.bill("b1", "u1", 1))));
    }

    @Test
    void takesNoRecordUnderAnotherDigestThanThatOfItsLog() {
        post(1, 2);
        Book other = new Book(ID, SampleBook.chart(), books);

        assertThatIllegalStateException()
                .isThrownBy(() -> other.post(SampleBook.opening("x", 1), SampleBook.MOMENT))
                .withMessageContaining("SHA-256");

        Book again = new Book(ID, SampleBook.chart(), books, SM3_DIGEST);
        accept(again.post(SampleBook.opening("x", 1), SampleBook.MOMENT));
        assertThat(again.<Long>read(reader -> reader.frontier().size())).isEqualTo(5);
    }

    @Test
    void publishesNothingOfALogReadUnderAnotherDigest() {
        post(1, 2);
        TransparencyLog other = log.withDigest(MerkleDigest.SHA_256);
        assertThatIllegalStateException().isThrownBy(() -> other.publish(SampleBook.MOMENT));
        log.publish(SampleBook.MOMENT);
        post(3, 3);

        assertThatIllegalStateException()
                .isThrownBy(() -> other.publish(SampleBook.MOMENT.plusSeconds(1)))
                .withMessageContaining("hashed with SM3");
    }
}
