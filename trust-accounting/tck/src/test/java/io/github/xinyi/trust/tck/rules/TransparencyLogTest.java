package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.EntryProof;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.NoteVerifier;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.NodeAddress;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.KeyPair;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards T1 to T3. */
class TransparencyLogTest {

    private static final KeyPair KEY = TestKeys.pair("log/liuyuan");
    private static final String NAME = "xinyi.example/book/liuyuan";

    private final Village village = new Village(Ratio.of(8, 100));
    private final InMemoryCheckpointStore checkpoints = new InMemoryCheckpointStore();
    private final TransparencyLog log = log(village.books);

    private TransparencyLog log(BookStore books) {
        return new TransparencyLog(
                ID,
                books,
                checkpoints,
                NoteSigner.of(NAME, KEY.getPrivate(), Ed25519Keys.toRaw(KEY.getPublic())));
    }

    private void receive(int from, int to) {
        for (int i = from; i <= to; i++) {
            village.receive("R" + i, 1, DAY, i);
        }
    }

    @Test
    void signsTheHeadOfTheLogWithItsTime() {
        receive(1, 5);

        PublishedCheckpoint checkpoint = log.publish(AT.plusMillis(7));

        SignedNote note = SignedNote.parse(checkpoint.note());
        CheckpointText text = CheckpointText.parse(note.text());
        assertThat(NoteVerifier.parse(log.verifierKey()).verify(note).isValid()).isTrue();
        assertThat(text.origin()).isEqualTo(NAME);
        assertThat(text.head()).isEqualTo(village.head());
        assertThat(text.extensions()).containsExactly("time 2025-03-01T02:00:00.007Z");
        assertThat(checkpoints.latest(ID)).contains(checkpoint);
    }

    @Test
    void failsTheNoteIfItsSizeWasChanged() {
        receive(1, 5);
        String note = log.publish(AT).note();

        String forged = note.replace("\n5\n", "\n6\n");

        assertThat(forged).isNotEqualTo(note);
        assertThat(NoteVerifier.parse(log.verifierKey()).verify(SignedNote.parse(forged)).isValid())
                .isFalse();
    }

    @Test
    void extendsTheLastCheckpointAtEverySize() {
        receive(1, 1);
        PublishedCheckpoint last = log.publish(AT);
        for (int size = 2; size <= 17; size++) {
            receive(size, size);
            PublishedCheckpoint next = log.publish(AT.plusSeconds(size));

            assertThat(
                            MerkleVerifier.verifyConsistency(
                                    log.consistency(last.head().size(), size).orElseThrow(),
                                    last.head(),
                                    next.head()))
                    .isEqualTo(ProofCheck.VALID);
            last = next;
        }
    }

    @Test
    void provesEveryRecordAgainstTheEarliestCheckpointThatCoversIt() {
        receive(1, 5);
        PublishedCheckpoint five = log.publish(AT);
        receive(6, 8);
        PublishedCheckpoint eight = log.publish(AT.plusSeconds(1));

        for (int index = 0; index < 8; index++) {
            EntryProof proof = log.prove(index).orElseThrow();
            assertThat(proof.checkpoint()).isEqualTo(index < 5 ? five : eight);
            assertThat(proof.record().index()).isEqualTo(index);
            assertThat(check(proof, proof.checkpoint().head())).isEqualTo(ProofCheck.VALID);
            EntryProof late = log.prove(index, eight).orElseThrow();
            assertThat(check(late, eight.head())).isEqualTo(ProofCheck.VALID);
        }
        assertThat(log.prove(5).orElseThrow().checkpoint()).isEqualTo(eight);
    }

    private static ProofCheck check(EntryProof proof, TreeHead head) {
        return MerkleVerifier.verifyInclusion(proof.record().leaf(), proof.path(), head);
    }

    @Test
    void doesNotProveARecordByTheLeafOfAnother() {
        receive(1, 5);
        PublishedCheckpoint five = log.publish(AT);
        Hash other = log.prove(1).orElseThrow().record().leaf();

        assertThat(
                        MerkleVerifier.verifyInclusion(
                                other, log.prove(2).orElseThrow().path(), five.head()))
                .isEqualTo(ProofCheck.ROOT_MISMATCH);
    }

    @Test
    void provesNothingThatNoCheckpointCovers() {
        receive(1, 5);
        assertThat(log.prove(0)).isEmpty();
        PublishedCheckpoint five = log.publish(AT);
        receive(6, 6);

        assertThat(log.prove(4)).isPresent();
        assertThat(log.prove(5)).isEmpty();
        assertThat(log.prove(5, five)).isEmpty();
        assertThat(log.prove(-1, five)).isEmpty();
        assertThat(log.consistency(0, 6)).isEmpty();
        assertThat(log.consistency(6, 5)).isEmpty();
        assertThat(log.consistency(5, 7)).isEmpty();
        assertThat(log.consistency(6, 6)).isPresent();
    }

    @Test
    void publishesNothingOfAnEmptyLog() {
        assertThatThrownBy(() -> log.publish(AT)).isInstanceOf(IllegalStateException.class);
        assertThat(checkpoints.latest(ID)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void refusesATimeThatIsNotLaterThanTheLast(long millis) {
        receive(1, 1);
        PublishedCheckpoint first = log.publish(AT);
        receive(2, 2);
        Instant again = AT.plusMillis(millis);

        assertThatThrownBy(() -> log.publish(again)).isInstanceOf(IllegalStateException.class);
        assertThat(checkpoints.latest(ID)).contains(first);
        assertThat(log.publish(AT.plusMillis(1)).head().size()).isEqualTo(2);
    }

    @Test
    void throwsIfANodeWasChangedSinceTheFirstCheckpoint() {
        receive(1, 4);
        PublishedCheckpoint first = log.publish(AT);
        receive(5, 8);
        TransparencyLog tampered = log(new ChangedNode(village.books, new NodeAddress(2, 1)));

        assertThatThrownBy(() -> tampered.publish(AT.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not what was signed");
        assertThat(checkpoints.latest(ID)).contains(first);
    }

    @Test
    void throwsIfTheLogIsShorterThanWhatWasSigned() {
        receive(1, 4);
        log.publish(AT);
        Village emptied = new Village(Ratio.of(8, 100));
        emptied.receive("R1", 1, DAY, 1);

        assertThatThrownBy(() -> log(emptied.books).publish(AT.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8})
    void throwsIfAnotherLogOfTheSameOrGreaterSizeIsShown(int size) {
        receive(1, 4);
        log.publish(AT);
        Village rewritten = new Village(Ratio.of(8, 100));
        for (int i = 1; i <= size; i++) {
            rewritten.receive("R" + i, 1, DAY, i == 2 ? 3 : i);
        }

        assertThatThrownBy(() -> log(rewritten.books).publish(AT.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not what was signed");
    }

    @Test
    void signsTheSameHeadAgainAtALaterTime() {
        receive(1, 4);
        PublishedCheckpoint first = log.publish(AT);

        assertThat(log.publish(AT.plusSeconds(1)).head()).isEqualTo(first.head());
        village.post(SampleBook.opening("opening", 1));
        assertThat(log.publish(AT.plusSeconds(2)).head().size()).isEqualTo(5);
    }

    /** A store in which one node of the tree was changed by other hands. */
    private record ChangedNode(BookStore target, NodeAddress changed) implements BookStore {

        @Override
        public <T> T write(CommunityId book, Function<BookSession, T> work) {
            return target.write(book, work);
        }

        @Override
        public <T> T read(CommunityId book, Function<BookReader, T> work) {
            return target.read(book, reader -> work.apply(lying(reader)));
        }

        private BookReader lying(BookReader reader) {
            return (BookReader)
                    Proxy.newProxyInstance(
                            BookReader.class.getClassLoader(),
                            new Class<?>[] {BookReader.class},
                            (proxy, method, args) -> {
                                if (args != null && changed.equals(args[0])) {
                                    return Hash.of(new byte[Hash.BYTES]);
                                }
                                try {
                                    return method.invoke(reader, args);
                                } catch (InvocationTargetException e) {
                                    throw e.getTargetException();
                                }
                            });
        }
    }
}
