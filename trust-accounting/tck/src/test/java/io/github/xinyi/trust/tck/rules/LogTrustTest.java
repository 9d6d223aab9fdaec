package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.disclosure.CheckpointComparison;
import io.github.xinyi.trust.disclosure.CheckpointComparison.Result;
import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.CosignatureVerifier;
import io.github.xinyi.trust.disclosure.CosigningWitness;
import io.github.xinyi.trust.disclosure.LogKeys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.TransparencyLog;
import io.github.xinyi.trust.disclosure.Witness;
import io.github.xinyi.trust.disclosure.WitnessQuorum;
import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.tck.InMemoryCheckpointStore;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards T3: change of keys, witnesses, and what a reader finds who kept a checkpoint. */
class LogTrustTest {

    private static final String NAME = "xinyi.example/book/liuyuan";

    private final Village village = new Village(Ratio.of(8, 100));
    private final NoteSigner first = Signers.of(NAME, "log/liuyuan");
    private final NoteSigner second = Signers.of(NAME, "log/liuyuan/2");
    private final TransparencyLog log = log(village.books, first);
    private final LogKeys keys = LogKeys.of(log.verifierKey());

    private static TransparencyLog log(BookStore books, NoteSigner signer) {
        return new TransparencyLog(ID, books, new InMemoryCheckpointStore(), signer);
    }

    private void receive(int from, int to) {
        for (int i = from; i <= to; i++) {
            village.receive("R" + i, 1, DAY, i);
        }
    }

    private static SignedNote note(PublishedCheckpoint checkpoint) {
        return SignedNote.parse(checkpoint.note());
    }

    private SignedNote published(TransparencyLog by, int second) {
        return note(by.publish(AT.plusSeconds(second)));
    }

    /** A log of the same name and key whose second record is another. */
    private static Village rewritten(int size) {
        Village other = new Village(Ratio.of(8, 100));
        for (int i = 1; i <= size; i++) {
            other.receive("R" + i, 1, DAY, i == 2 ? 77 : i);
        }
        return other;
    }

    private SignedNote signed(NoteSigner by, SignedNote like, String... lines) {
        CheckpointText text = CheckpointText.parse(like.text());
        return by.sign(new CheckpointText(text.origin(), text.head(), List.of(lines)).toText());
    }

    // Keys.

    @Test
    void aReaderFollowsTheLogToItsNextKey() {
        receive(1, 3);
        SignedNote before = published(log, 0);
        TransparencyLog next = log.handOver(second, AT.plusSeconds(1));
        SignedNote handOver = lastOf(log);
        receive(4, 5);
        SignedNote after = published(next, 2);

        assertThat(keys.check(after)).isEqualTo(LogKeys.Result.KEY_NOT_FOUND);
        assertThat(keys.checkHandOver(handOver)).isEqualTo(LogKeys.Result.VALID);
        LogKeys both = keys.follow(handOver);
        assertThat(both.current().toVerifierKey()).isEqualTo(next.verifierKey());
        assertThat(both.check(before)).isEqualTo(LogKeys.Result.VALID);
        assertThat(both.check(handOver)).isEqualTo(LogKeys.Result.VALID);
        assertThat(both.check(after)).isEqualTo(LogKeys.Result.VALID);
        assertThat(both.checkHandOver(after)).isEqualTo(LogKeys.Result.NO_HAND_OVER);
    }

    private static SignedNote lastOf(TransparencyLog of) {
        return note(of.latest().orElseThrow());
    }

    @Test
    void aKeyThatHandedOverSignsNothingMore() {
        receive(1, 3);
        published(log, 0);
        log.handOver(second, AT.plusSeconds(1));
        LogKeys both = keys.follow(lastOf(log));
        SignedNote handOver = lastOf(log);

        assertThatIllegalStateException().isThrownBy(() -> log.publish(AT.plusSeconds(2)));
        SignedNote later = signed(first, handOver, "time 2025-03-01T02:00:02.000Z");
        assertThat(both.check(later)).isEqualTo(LogKeys.Result.KEY_RETIRED);
        SignedNote timeless = signed(first, handOver);
        assertThat(both.check(timeless)).isEqualTo(LogKeys.Result.KEY_RETIRED);
        SignedNote inTime = signed(first, handOver, "time 2025-03-01T02:00:01.000Z");
        assertThat(both.check(inTime)).isEqualTo(LogKeys.Result.VALID);
        receive(4, 4);
        SignedNote larger =
                first.sign(
                        new CheckpointText(
                                        NAME,
                                        village.head(),
                                        List.of("time 2025-03-01T02:00:01.000Z"))
                                .toText());
        assertThat(both.check(larger)).isEqualTo(LogKeys.Result.KEY_RETIRED);
    }

    @Test
    void nobodyTakesOverALogByHimself() {
        receive(1, 3);
        SignedNote note = published(log, 0);
        String next = "next-key " + second.verifier().toVerifierKey();
        String time = "time 2025-03-01T02:00:01.000Z";

        SignedNote bySuccessorAlone = signed(second, note, time, next);
        assertThat(keys.checkHandOver(bySuccessorAlone)).isEqualTo(LogKeys.Result.KEY_NOT_FOUND);
        SignedNote unproven = signed(first, note, time, next);
        assertThat(keys.checkHandOver(unproven)).isEqualTo(LogKeys.Result.SUCCESSOR_NOT_SIGNED);
        assertThatIllegalArgumentException().isThrownBy(() -> keys.follow(unproven));
        SignedNote toItself =
                signed(first, note, time, "next-key " + first.verifier().toVerifierKey());
        assertThat(keys.checkHandOver(toItself)).isEqualTo(LogKeys.Result.SUCCESSOR_NOT_SIGNED);
        NoteSigner stranger = Signers.of("xinyi.example/book/other", "log/other");
        SignedNote toAnother =
                stranger.cosign(
                        signed(
                                first,
                                note,
                                time,
                                "next-key " + stranger.verifier().toVerifierKey()));
        assertThat(keys.checkHandOver(toAnother)).isEqualTo(LogKeys.Result.SUCCESSOR_NOT_SIGNED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.handOver(stranger, AT.plusSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.handOver(first, AT.plusSeconds(1)));
    }

    @Test
    void aSignatureThatIsNotOfTheNamedKeyIsRefused() {
        receive(1, 3);
        SignedNote note = published(log, 0);
        SignedNote changed = SignedNote.parse(note.toText().replace("\n3\n", "\n4\n"));

        assertThat(keys.check(changed)).isEqualTo(LogKeys.Result.SIGNATURE_INVALID);
        assertThat(keys.checkHandOver(changed)).isEqualTo(LogKeys.Result.SIGNATURE_INVALID);
        LogKeys others = LogKeys.of(Signers.of("xinyi.example/b", "b").verifier());
        assertThat(others.check(note)).isEqualTo(LogKeys.Result.ORIGIN_MISMATCH);
        assertThat(others.checkHandOver(note)).isEqualTo(LogKeys.Result.ORIGIN_MISMATCH);
    }

    // Witnesses.

    private CosigningWitness witness(String name) {
        return new CosigningWitness(Signers.witness(name), () -> AT.plusSeconds(30)).watching(keys);
    }

    @Test
    void witnessesCosignEveryCheckpointOfALogThatGrows() {
        CosigningWitness street = witness("witness.example/street");
        CosigningWitness auditor = witness("witness.example/auditor");
        TransparencyLog witnessed = log.withWitnesses(List.of(street, auditor));
        WitnessQuorum both =
                new WitnessQuorum(
                        2,
                        List.of(
                                Signers.witness("witness.example/street").verifier(),
                                Signers.witness("witness.example/auditor").verifier()));
        for (int size = 1; size <= 9; size += 2) {
            receive(size, size + 1);

            SignedNote note = published(witnessed, size);

            assertThat(keys.check(note)).isEqualTo(LogKeys.Result.VALID);
            assertThat(both.isMet(note)).isTrue();
            assertThat(both.known().get(0).cosignedAt(note)).contains(AT.plusSeconds(30));
            assertThat(street.sizeSeen(NAME)).isEqualTo(size + 1L);
        }
        published(witnessed, 10);
    }

    @Test
    void aQuorumCountsEachWitnessOnceAndNobodyElse() {
        receive(1, 2);
        SignedNote street = published(log.withWitnesses(List.of(witness("w/street"))), 0);
        CosignatureVerifier streetKey = Signers.witness("w/street").verifier();
        CosignatureVerifier auditorKey = Signers.witness("w/auditor").verifier();

        assertThat(new WitnessQuorum(1, List.of(streetKey, auditorKey)).isMet(street)).isTrue();
        assertThat(new WitnessQuorum(2, List.of(streetKey, auditorKey)).isMet(street)).isFalse();
        assertThat(new WitnessQuorum(0, List.of()).isMet(street)).isTrue();
        SignedNote twice = street.withSignature(street.signatures().get(1));
        assertThat(new WitnessQuorum(2, List.of(streetKey, auditorKey)).isMet(twice)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WitnessQuorum(2, List.of(streetKey)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WitnessQuorum(-1, List.of(streetKey)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WitnessQuorum(1, List.of(streetKey, streetKey)));
    }

    @Test
    void aWitnessDeclinesWhatDoesNotContinueWhatItSaw() {
        receive(1, 4);
        CosigningWitness street = witness("w/street");
        published(log.withWitnesses(List.of(street)), 0);

        SignedNote same = published(log(rewritten(4).books, first), 1);
        assertDeclined(
                street, same, new ConsistencyProof(4, 4, List.of()), Witness.Reason.CONTRADICTS);
        TransparencyLog longer = log(rewritten(6).books, first);
        SignedNote six = published(longer, 1);
        assertDeclined(
                street, six, longer.consistency(4, 6).orElseThrow(), Witness.Reason.PROOF_INVALID);
        assertDeclined(
                street, six, new ConsistencyProof(0, 6, List.of()), Witness.Reason.OTHER_SIZE);
        SignedNote three = published(log(rewritten(3).books, first), 1);
        assertDeclined(
                street, three, new ConsistencyProof(4, 3, List.of()), Witness.Reason.SMALLER);
        SignedNote byAnother = published(log(village.books, second), 1);
        assertDeclined(
                street,
                byAnother,
                new ConsistencyProof(4, 4, List.of()),
                Witness.Reason.NOT_SIGNED_BY_LOG);
        SignedNote unknown = published(log(village.books, Signers.of("xinyi.example/x", "x")), 1);
        assertDeclined(
                street, unknown, new ConsistencyProof(0, 4, List.of()), Witness.Reason.LOG_UNKNOWN);
        assertThat(street.sizeSeen(NAME)).isEqualTo(4);
    }

    private static void assertDeclined(
            Witness witness, SignedNote note, ConsistencyProof proof, Witness.Reason reason) {
        assertThat(witness.cosign(note, proof)).isEqualTo(new Witness.Answer.Declined(reason));
    }

    @Test
    void aCheckpointIsPublishedWithoutAWitnessThatDeclines() {
        receive(1, 2);
        Witness asleep =
                new Witness() {
                    @Override
                    public long sizeSeen(String origin) {
                        return 0;
                    }

                    @Override
                    public Answer cosign(SignedNote checkpoint, ConsistencyProof proof) {
                        return new Answer.Declined(Reason.UNREACHABLE);
                    }
                };

        SignedNote note = published(log.withWitnesses(List.of(asleep, witness("w/street"))), 0);

        assertThat(note.signatures())
                .extracting(SignedNote.Signature::name)
                .containsExactly(NAME, "w/street");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.withWitnesses(Collections.nCopies(9, asleep)));
        assertThat(log.withWitnesses(Collections.nCopies(8, asleep))).isNotNull();
    }

    @Test
    void aWitnessThatRestartsGoesOnFromWhatItKept() {
        receive(1, 4);
        CosigningWitness street = witness("w/street");
        published(log.withWitnesses(List.of(street)), 0);
        SignedNote kept = street.lastOf(NAME).orElseThrow();

        CosigningWitness restarted = witness("w/street").remembering(kept);

        assertThat(restarted.sizeSeen(NAME)).isEqualTo(4);
        SignedNote same = published(log(rewritten(4).books, first), 1);
        assertDeclined(
                restarted, same, new ConsistencyProof(4, 4, List.of()), Witness.Reason.CONTRADICTS);
        assertThatIllegalArgumentException().isThrownBy(() -> witness("w/other").remembering(kept));
    }

    @Test
    void aWitnessFollowsAChangeOfKeys() {
        receive(1, 2);
        CosigningWitness street = witness("w/street");
        TransparencyLog witnessed = log.withWitnesses(List.of(street));
        published(witnessed, 0);
        TransparencyLog next = witnessed.handOver(second, AT.plusSeconds(1));
        receive(3, 4);

        SignedNote note = published(next, 2);

        assertThat(Signers.witness("w/street").verifier().verify(note).isValid()).isTrue();
    }

    // What a reader finds who kept a checkpoint.

    @Test
    void aContradictionOfAKeptCheckpointIsFound() {
        receive(1, 4);
        CheckpointComparison comparison = new CheckpointComparison(keys);
        SignedNote kept = published(log, 0);
        SignedNote other = published(log(rewritten(4).books, first), 1);

        assertThat(comparison.compare(kept, kept)).isEqualTo(Result.SAME);
        assertThat(comparison.compare(kept, other)).isEqualTo(Result.CONTRADICTS);
        assertThat(comparison.compare(other, kept)).isEqualTo(Result.CONTRADICTS);
        assertThat(Result.CONTRADICTS.isEvidence()).isTrue();
        assertThat(log.contains(kept)).isTrue();
        assertThat(log.contains(other)).isFalse();
    }

    @Test
    void aLargerCheckpointNeedsAProofThatItBeginsWithTheKeptOne() {
        receive(1, 4);
        CheckpointComparison comparison = new CheckpointComparison(keys);
        SignedNote kept = published(log, 0);
        receive(5, 7);
        SignedNote seven = published(log, 1);
        TransparencyLog forged = log(rewritten(7).books, first);
        SignedNote other = published(forged, 1);

        assertThat(comparison.compare(kept, seven)).isEqualTo(Result.PROOF_NEEDED);
        assertThat(comparison.compare(kept, seven, log.consistency(4, 7).orElseThrow()))
                .isEqualTo(Result.CONSISTENT);
        assertThat(comparison.compare(seven, kept, log.consistency(4, 7).orElseThrow()))
                .isEqualTo(Result.CONSISTENT);
        assertThat(comparison.compare(kept, other, forged.consistency(4, 7).orElseThrow()))
                .isEqualTo(Result.PROOF_INVALID);
        assertThat(comparison.compare(kept, seven, log.consistency(3, 7).orElseThrow()))
                .isEqualTo(Result.PROOF_INVALID);
        assertThat(Result.PROOF_INVALID.isEvidence()).isFalse();
        assertThat(forged.contains(kept)).isFalse();
        assertThat(log.contains(kept)).isTrue();
    }

    @Test
    void aLogThatLaterShowsFewerRecordsHasGoneBack() {
        receive(1, 4);
        SignedNote kept = published(log, 5);
        SignedNote three = published(log(rewritten(3).books, first), 6);
        SignedNote threeBefore = published(log(rewritten(3).books, first), 4);
        CheckpointComparison comparison = new CheckpointComparison(keys);

        assertThat(comparison.compare(kept, three)).isEqualTo(Result.SHRANK);
        assertThat(comparison.compare(kept, threeBefore)).isEqualTo(Result.PROOF_NEEDED);
    }

    @Test
    void onlyCheckpointsOfTheLogAreCompared() {
        receive(1, 4);
        SignedNote kept = published(log, 0);
        SignedNote unsigned = signed(second, kept, "time 2025-03-01T02:00:00.000Z");
        SignedNote sm3 = signed(first, kept, "digest SM3");
        SignedNote elsewhere = published(log(village.books, Signers.of("xinyi.example/x", "x")), 0);
        CheckpointComparison comparison = new CheckpointComparison(keys);

        assertThat(comparison.compare(kept, unsigned)).isEqualTo(Result.NOT_SIGNED);
        assertThat(comparison.compare(unsigned, kept)).isEqualTo(Result.NOT_SIGNED);
        assertThat(comparison.compare(kept, sm3)).isEqualTo(Result.OTHER_LOG);
        assertThat(comparison.compare(elsewhere, kept)).isEqualTo(Result.OTHER_LOG);
    }
}
