package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys, credentials and one order to sign; the pair of a name lives as long as the test run. */
final class Signers {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");
    static final Instant EXPIRES = Instant.parse("2025-03-08T02:00:00Z");
    static final Credential STEWARD = credential("K-FIRM-1", "steward", KeySide.TRUSTEE);
    static final Credential DEPUTY = credential("K-FIRM-2", "deputy", KeySide.TRUSTEE);
    static final Credential CHAIR = credential("K-OWN-1", "chair", KeySide.OWNER_BODY);
    static final Credential CHAIRS_SPARE = credential("K-OWN-2", "chair", KeySide.OWNER_BODY);
    static final OutflowOrder ORDER =
            new OutflowOrder(
                    CommunityId.of("S001"),
                    "E0001",
                    OutflowKind.PAYMENT,
                    PersonId.of("cleaner"),
                    Money.ofFen(12_345),
                    "三月保洁",
                    "SF-01",
                    List.of(Hash.fromHex("01".repeat(32)), Hash.fromHex("02".repeat(32))),
                    PersonId.of("steward"),
                    "HT-2025-01",
                    EXPIRES);

    private Signers() {}

    private static final class Pairs {
        static final Map<String, KeyPair> BY_NAME = new ConcurrentHashMap<>();
    }

    static Credential credential(String id, String holder, KeySide side) {
        return Credential.of(
                new CredentialId(id), PersonId.of(holder), side, pair(id).getPublic(), START);
    }

    static KeyPair pair(String name) {
        return Pairs.BY_NAME.computeIfAbsent(
                name,
                n -> {
                    try {
                        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    static Approval approval(Credential credential, OutflowOrder order, Instant at) {
        return approval(credential.id(), credential.id().value(), order, at);
    }

    /** An approval that claims one credential and is signed with the pair of a name. */
    static Approval approval(CredentialId claimed, String signer, OutflowOrder order, Instant at) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair(signer).getPrivate());
            ed25519.update(order.digest().toByteArray());
            return Approval.of(claimed, ed25519.sign(), at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
