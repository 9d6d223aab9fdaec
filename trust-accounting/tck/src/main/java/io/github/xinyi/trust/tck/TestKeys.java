package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.keys.TwoKeys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ed25519 keys for tests, the same in every run: the pair of a name is made from the name, so it is
 * no secret and must never guard money.
 *
 * <p>Example: {@code TestKeys.open(order, at)} yields the proof that the firm's steward and the
 * committee's chair signed the order. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TestKeys {

    private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

    /** The firm's key-holder. */
    public static final PersonId STEWARD = PersonId.of("steward");

    /** The owners' key-holder. */
    public static final PersonId CHAIR = PersonId.of("chair");

    /** The credential of the firm's key-holder. */
    public static final Credential FIRM_KEY = credential("K-FIRM-1", STEWARD, KeySide.TRUSTEE);

    /** The credential of the owners' key-holder. */
    public static final Credential OWNERS_KEY = credential("K-OWN-1", CHAIR, KeySide.OWNER_BODY);

    private TestKeys() {}

    /**
     * The register of one steward and one chair.
     *
     * @return two credentials
     */
    public static KeyRegister register() {
        return new KeyRegister(List.of(FIRM_KEY, OWNERS_KEY));
    }

    /**
     * The key pair of a name.
     *
     * @param name for example {@code K-FIRM-1}
     * @return always the same pair
     */
    public static KeyPair pair(String name) {
        return PAIRS.computeIfAbsent(name, TestKeys::generate);
    }

    /**
     * A credential valid from 2025-01-01 on, over the pair of its own name.
     *
     * @param id its name
     * @param holder whose it is
     * @param side for which side it signs
     * @return the credential
     */
    public static Credential credential(String id, PersonId holder, KeySide side) {
        return Credential.of(
                new CredentialId(id),
                holder,
                side,
                pair(id).getPublic(),
                Instant.parse("2025-01-01T00:00:00Z"));
    }

    /**
     * An approval signed with the pair of a credential's name.
     *
     * @param credential whose key signs
     * @param order what is signed
     * @param at when it is handed in
     * @return the approval
     */
    public static Approval approval(CredentialId credential, OutflowOrder order, Instant at) {
        return Approval.of(
                credential, sign(pair(credential.value()), order.digest().toByteArray()), at);
    }

    /**
     * The proof that steward and chair signed an order.
     *
     * @param order what they sign
     * @param at when they sign, and when it is carried out
     * @return the proof
     */
    public static TwoKeyProof open(OutflowOrder order, Instant at) {
        List<Approval> approvals =
                List.of(approval(FIRM_KEY.id(), order, at), approval(OWNERS_KEY.id(), order, at));
        return new TwoKeys(register())
                .open(order, approvals, at)
                .orElseThrow(
                        ruling -> new IllegalStateException("sample keys do not open: " + ruling));
    }

    /**
     * An Ed25519 signature.
     *
     * @param pair whose private key signs
     * @param message what is signed
     * @return 64 bytes
     */
    public static byte[] sign(KeyPair pair, byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static KeyPair generate(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new KnownBytes(name));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Hands out the SHA-256 of a name where a generator asks for chance. */
    private static final class KnownBytes extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        KnownBytes(String name) {
            this.seed = new CanonicalBytes("xinyi/test-key").text(name).sha256();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = seed[i % seed.length];
            }
        }
    }
}
