package io.github.xinyi.trust.keys;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One person's signature over the digest of one order.
 *
 * @since 0.1.0
 */
public final class Approval {

    private final CredentialId credential;
    private final byte[] signature;
    private final Instant signedAt;

    private Approval(CredentialId credential, byte[] signature, Instant signedAt) {
        this.credential = credential;
        this.signature = signature;
        this.signedAt = signedAt;
    }

    /**
     * An approval as its signer hands it in.
     *
     * @param credential the key used
     * @param signature an Ed25519 signature over {@link OutflowOrder#digest()}
     * @param signedAt when it was handed in
     * @return the approval, not yet checked
     */
    public static Approval of(CredentialId credential, byte[] signature, Instant signedAt) {
        return new Approval(credential, signature.clone(), signedAt);
    }

    /**
     * The key used.
     *
     * @return its name
     */
    public CredentialId credential() {
        return credential;
    }

    /**
     * When it was handed in.
     *
     * @return the moment
     */
    public Instant signedAt() {
        return signedAt;
    }

    /**
     * The signature.
     *
     * @return a copy of its bytes
     */
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Approval that
                && credential.equals(that.credential)
                && signedAt.equals(that.signedAt)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    /** For example {@code K-S001-1 2025-03-01T02:00:00Z 5a1f…}. */
    @Override
    public String toString() {
        return credential + " " + signedAt + " " + HexFormat.of().formatHex(signature);
    }
}
