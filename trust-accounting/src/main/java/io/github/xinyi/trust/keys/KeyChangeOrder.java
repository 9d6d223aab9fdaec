package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What both keys sign to change who may sign: at most one key revoked and at most one enrolled;
 * both together are a substitution (更换密钥).
 *
 * @param community whose money
 * @param id the change's own number, once in the register's history; it is also the nonce
 * @param contract under which the keys are held
 * @param revoked the key that may no longer sign; none or one
 * @param enrolled the key that may sign from then on; none or one
 * @param initiator who asks for it
 * @param expiresAt the first moment at which it can no longer be carried out
 * @since 0.1.0
 */
public record KeyChangeOrder(
        CommunityId community,
        String id,
        String contract,
        List<CredentialId> revoked,
        List<Enrolment> enrolled,
        PersonId initiator,
        Instant expiresAt) {

    /** The longest validity of a key that is enrolled: five years, an interpretation. */
    public static final Duration MAX_VALIDITY = Duration.ofDays(1_827);

    /**
     * A key to be enrolled; unlike those of a contract it always has an end.
     *
     * @param id its name
     * @param holder whose it is
     * @param side for which side it signs
     * @param publicKey the Ed25519 key, X.509 encoded, in Base64
     * @param validFrom the first moment at which it may sign
     * @param validUntil the first moment at which it may no longer, at most {@link #MAX_VALIDITY}
     *     later
     */
    public record Enrolment(
            CredentialId id,
            PersonId holder,
            KeySide side,
            String publicKey,
            Instant validFrom,
            Instant validUntil) {

        /** Refuses what is no credential, and one that would be valid too long. */
        public Enrolment {
            Credential credential =
                    new Credential(id, holder, side, publicKey, validFrom, validUntil);
            if (validUntil.isAfter(validFrom.plus(MAX_VALIDITY))) {
                throw new IllegalArgumentException(
                        "credential " + credential.id() + " is valid too long: " + validUntil);
            }
        }

        /**
         * The credential that the register will have.
         *
         * @return the same key
         */
        public Credential credential() {
            return new Credential(id, holder, side, publicKey, validFrom, validUntil);
        }
    }

    /** Copies the lists and refuses a change of nothing, or of two things of one kind. */
    public KeyChangeOrder {
        revoked = List.copyOf(revoked);
        enrolled = List.copyOf(enrolled);
        if (!id.matches("[\\p{L}\\p{N}._-]{1,48}")) {
            throw new IllegalArgumentException("not an id of a change: " + id);
        }
        if (revoked.size() > 1 || enrolled.size() > 1 || revoked.size() + enrolled.size() == 0) {
            throw new IllegalArgumentException("a change revokes one key, enrols one, or both");
        }
    }

    /**
     * What is signed: the SHA-256 over all components, each with its length, under the domain
     * {@code xinyi/key-change/v1}.
     *
     * @return 32 bytes
     */
    public Hash digest() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/key-change/v1")
                        .text(community.value())
                        .text(id)
                        .text(contract)
                        .u32(revoked.size());
        revoked.forEach(key -> bytes.text(key.value()));
        bytes.u32(enrolled.size());
        for (Enrolment key : enrolled) {
            bytes.text(key.id().value())
                    .text(key.holder().value())
                    .text(key.side().name())
                    .text(key.publicKey())
                    .text(key.validFrom().toString())
                    .text(key.validUntil().toString());
        }
        return Hash.of(bytes.text(initiator.value()).text(expiresAt.toString()).sha256());
    }
}
