package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.InclusionProof;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.TreeHead;
import java.time.LocalDate;

/**
 * What proves to anybody, offline, the public closing balance of one account at the end of a
 * period.
 *
 * <p>For example the balance of {@code service.cash} through 2025-01-31, its path to the root of
 * the {@link SealedBalances}, and the note whose extension line has that root. It proves what the
 * log sealed; that the seal is the fold of the records, whoever reads the log computes.
 *
 * @param book whose
 * @param through the last day of the closed period
 * @param balance debits and credits of the account up to that day
 * @param path from its leaf to the root of the sealed balances
 * @param note the signed checkpoint
 * @since 0.1.0
 */
public record BalanceProof(
        CommunityId book, LocalDate through, Balance balance, InclusionProof path, String note) {

    /** How a proof was found. */
    public enum Result {
        /** The log sealed this balance. */
        VALID,
        /** The checkpoint is not signed by the log. */
        NOT_SIGNED,
        /** The checkpoint seals no balances through this day, or the log has another digest. */
        NOT_SEALED,
        /** The path does not lead from the balance to the sealed root. */
        PATH_INVALID;

        /** Whether the proof holds. */
        public boolean isValid() {
            return this == VALID;
        }
    }

    /**
     * Checks the proof in a log of SHA-256.
     *
     * @param keys those of the log of this book
     * @return the first reason against it, or {@link Result#VALID}
     * @throws MalformedNoteException if the note is no checkpoint
     */
    public Result check(LogKeys keys) {
        return check(keys, MerkleDigest.SHA_256);
    }

    /**
     * Checks the proof.
     *
     * @param keys those of the log of this book
     * @param digest that of the log
     * @return the first reason against it, or {@link Result#VALID}
     * @throws MalformedNoteException if the note is no checkpoint
     */
    public Result check(LogKeys keys, MerkleDigest digest) {
        SignedNote signed = SignedNote.parse(note);
        if (!keys.check(signed).isValid()) {
            return Result.NOT_SIGNED;
        }
        CheckpointText text = CheckpointText.parse(signed.text());
        String start = through + " " + path.size() + " ";
        return text.extension("balances")
                .filter(rest -> text.digestName().equals(digest.name()))
                .filter(rest -> rest.startsWith(start))
                .map(rest -> check(rest.substring(start.length()), digest))
                .orElse(Result.NOT_SEALED);
    }

    private Result check(String sealedRoot, MerkleDigest digest) {
        try {
            TreeHead sealed = new TreeHead(path.size(), Hash.fromBase64(sealedRoot));
            Hash leaf = SealedBalances.leaf(book, through, balance, digest);
            return MerkleVerifier.verifyInclusion(leaf, path, sealed, digest).isValid()
                    ? Result.VALID
                    : Result.PATH_INVALID;
        } catch (IllegalArgumentException e) {
            return Result.NOT_SEALED;
        }
    }
}
