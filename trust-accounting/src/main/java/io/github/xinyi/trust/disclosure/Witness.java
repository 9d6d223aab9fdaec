package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.merkle.ConsistencyProof;
import java.util.function.Function;

/**
 * Somebody outside who co-signs checkpoints of a log that never goes back (见证人): a neighbouring
 * community, a street office, an auditor. You implement this for one that is asked over the network
 * (C2SP tlog-witness); {@link CosigningWitness} is one in this process.
 *
 * @since 0.1.0
 */
public interface Witness {

    /**
     * How far the witness knows a log.
     *
     * @param origin the name of the log
     * @return the size of the last checkpoint it cosigned, 0 if there was none
     */
    long sizeSeen(String origin);

    /**
     * Asks for a cosignature.
     *
     * @param checkpoint signed by the log
     * @param proof that the log's tree of {@link #sizeSeen} begins the new one; with old size 0 and
     *     no path for a log that the witness has not seen
     * @return the cosignature, or why there is none; a witness that cannot be reached declines
     */
    Answer cosign(SignedNote checkpoint, ConsistencyProof proof);

    /** Why a witness does not cosign. */
    enum Reason {
        /** It could not be asked. */
        UNREACHABLE,
        /** It does not witness this log. */
        LOG_UNKNOWN,
        /** No key of the log signed the checkpoint in its time. */
        NOT_SIGNED_BY_LOG,
        /** The proof starts from another size than the witness has seen, or ends at another. */
        OTHER_SIZE,
        /** The checkpoint is smaller than one that the witness has seen. */
        SMALLER,
        /** The checkpoint contradicts the one that the witness has seen. */
        CONTRADICTS,
        /** The proof does not verify. */
        PROOF_INVALID
    }

    /** What a witness answers. */
    sealed interface Answer {

        /**
         * It cosigned.
         *
         * @param signature the line to add to the checkpoint
         */
        record Cosigned(SignedNote.Signature signature) implements Answer {
            @Override
            public <R> R fold(Function<SignedNote.Signature, R> cosigned, Function<Reason, R> no) {
                return cosigned.apply(signature);
            }
        }

        /**
         * It did not.
         *
         * @param reason why
         */
        record Declined(Reason reason) implements Answer {
            @Override
            public <R> R fold(Function<SignedNote.Signature, R> cosigned, Function<Reason, R> no) {
                return no.apply(reason);
            }
        }

        /**
         * One answer for each case.
         *
         * @param cosigned for a cosignature
         * @param no for a refusal
         * @param <R> the answer's type
         * @return the answer
         */
        <R> R fold(Function<SignedNote.Signature, R> cosigned, Function<Reason, R> no);
    }
}
