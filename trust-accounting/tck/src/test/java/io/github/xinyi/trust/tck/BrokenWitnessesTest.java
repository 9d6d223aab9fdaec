package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.CosignatureVerifier;
import io.github.xinyi.trust.disclosure.LogKeys;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.Witness;
import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.TreeHead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Witnesses that are wrong in one way each, and the check that says so. */
class BrokenWitnessesTest {

    static Stream<Arguments> brokenWitnesses() {
        return Stream.of(
                Arguments.of(
                        SeesNothing.class,
                        "required_T3_cosignsTheFirstCheckpointOfALogThatItWitnesses"),
                Arguments.of(
                        SignsOneCheckpointOnly.class,
                        "required_T3_cosignsWhatContinuesWhatItHasSeen"),
                Arguments.of(
                        ReadsNoProof.class, "required_T3_declinesAContradictionOfWhatItHasSeen"),
                Arguments.of(
                        TakesAProofFromAnySize.class,
                        "required_T3_declinesAProofFromAnotherSizeThanItHasSeen"),
                Arguments.of(GoesBack.class, "required_T3_declinesASmallerCheckpoint"),
                Arguments.of(ReadsNoSignature.class, "required_T3_declinesWhatTheLogDidNotSign"),
                Arguments.of(KeepsOneSizeForAllLogs.class, "required_F8_twoLogsNeverMix"));
    }

    @Test
    void aSoundWitnessPasses() {
        assertThat(ContractChecks.failed(Sound.class, 6)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("brokenWitnesses")
    void theContractNamesWhatIsWrong(Class<?> broken, String check) {
        assertThat(ContractChecks.failed(broken, 6)).contains(check);
    }

    /** A witness that is right, with a method for each thing that can be wrong. */
    abstract static class Plain extends WitnessContract implements Witness {

        private final Map<String, TreeHead> seen = new HashMap<>();
        private final Map<String, LogKeys> keys = new HashMap<>();

        @Override
        protected Witness createWitness(List<LogKeys> logs) {
            seen.clear();
            logs.forEach(log -> keys.put(log.origin(), log));
            return this;
        }

        @Override
        protected CosignatureVerifier verifier() {
            return CosigningWitnessTest.COSIGNER.verifier();
        }

        String slot(String origin) {
            return origin;
        }

        boolean isSigned(LogKeys log, SignedNote note) {
            return log.check(note).isValid();
        }

        boolean continues(TreeHead old, TreeHead head, ConsistencyProof proof) {
            return proof.oldSize() == old.size()
                    && MerkleVerifier.verifyConsistency(proof, old, head).isValid();
        }

        void keep(String origin, TreeHead head) {
            seen.put(slot(origin), head);
        }

        Optional<TreeHead> last(String origin) {
            return Optional.ofNullable(seen.get(slot(origin)));
        }

        @Override
        public long sizeSeen(String origin) {
            return last(origin).map(TreeHead::size).orElse(0L);
        }

        @Override
        public Answer cosign(SignedNote note, ConsistencyProof proof) {
            CheckpointText text = CheckpointText.parse(note.text());
            LogKeys log = keys.get(text.origin());
            boolean right =
                    log != null
                            && isSigned(log, note)
                            && last(text.origin())
                                    .map(old -> continues(old, text.head(), proof))
                                    .orElse(proof.oldSize() == 0);
            if (!right) {
                return new Answer.Declined(Reason.PROOF_INVALID);
            }
            keep(text.origin(), text.head());
            return new Answer.Cosigned(
                    CosigningWitnessTest.COSIGNER.cosign(note, SampleBook.MOMENT));
        }
    }

    static class Sound extends Plain {}

    static class SeesNothing extends Plain {
        @Override
        void keep(String origin, TreeHead head) {}
    }

    static class SignsOneCheckpointOnly extends Plain {
        @Override
        boolean continues(TreeHead old, TreeHead head, ConsistencyProof proof) {
            return false;
        }
    }

    static class ReadsNoProof extends Plain {
        @Override
        boolean continues(TreeHead old, TreeHead head, ConsistencyProof proof) {
            return head.size() >= old.size();
        }
    }

    static class TakesAProofFromAnySize extends Plain {
        @Override
        boolean continues(TreeHead old, TreeHead head, ConsistencyProof proof) {
            boolean elsewhere = proof.oldSize() != old.size() && head.size() > old.size();
            return elsewhere || super.continues(old, head, proof);
        }
    }

    static class GoesBack extends Plain {
        @Override
        boolean continues(TreeHead old, TreeHead head, ConsistencyProof proof) {
            return head.size() < old.size() || super.continues(old, head, proof);
        }
    }

    static class ReadsNoSignature extends Plain {
        @Override
        boolean isSigned(LogKeys log, SignedNote note) {
            return true;
        }
    }

    static class KeepsOneSizeForAllLogs extends Plain {
        @Override
        String slot(String origin) {
            return "all";
        }
    }
}
