package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.identity.PersonId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A person's public key for one side of the account, valid for a time.
 *
 * @param id its name
 * @param holder whose it is
 * @param side for which side it signs
 * @param publicKey the Ed25519 key, X.509 encoded, in Base64
 * @param validFrom the first moment at which it may sign
 * @param validUntil the first moment at which it may no longer; a revocation brings it forward
 * @since 0.1.0
 */
public record Credential(
        CredentialId id,
        PersonId holder,
        KeySide side,
        String publicKey,
        Instant validFrom,
        Instant validUntil) {

    /** Refuses a key that is not Ed25519, and an empty period. */
    public Credential {
        decode(publicKey);
        if (!validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("credential " + id + " is never valid");
        }
    }

    /**
     * The credential of a public key.
     *
     * @param id its name
     * @param holder whose it is
     * @param side for which side it signs
     * @param publicKey an Ed25519 key
     * @param validFrom the first moment at which it may sign
     * @return a credential without an end
     */
    public static Credential of(
            CredentialId id,
            PersonId holder,
            KeySide side,
            PublicKey publicKey,
            Instant validFrom) {
        return new Credential(
                id,
                holder,
                side,
                Base64.getEncoder().encodeToString(publicKey.getEncoded()),
                validFrom,
                Instant.MAX);
    }

    /**
     * The same key, no longer valid from a moment on.
     *
     * @param at the moment of revocation
     * @return the changed credential
     */
    public Credential revokedAt(Instant at) {
        return new Credential(id, holder, side, publicKey, validFrom, at);
    }

    /**
     * Whether it may sign at a moment.
     *
     * @param at the moment
     * @return true from its start on and before its end
     */
    public boolean isValidAt(Instant at) {
        return !at.isBefore(validFrom) && at.isBefore(validUntil);
    }

    /** Whether the signature over the bytes is this key's. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(decode(publicKey));
            ed25519.update(message);
            return signature.length == 64 && ed25519.verify(signature);
        } catch (java.security.SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** The key itself, in one form whatever way its text is written. */
    String point() {
        EdECPoint point = ((EdECPublicKey) decode(publicKey)).getPoint();
        return (point.isXOdd() ? "-" : "+") + point.getY();
    }

    private static PublicKey decode(String publicKey) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }
}
