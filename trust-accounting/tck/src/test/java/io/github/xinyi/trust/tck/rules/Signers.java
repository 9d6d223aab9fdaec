package io.github.xinyi.trust.tck.rules;

import io.github.xinyi.trust.disclosure.Cosigner;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.tck.TestKeys;
import java.security.KeyPair;

/** Signers of checkpoints with the keys of a seed. */
final class Signers {

    private Signers() {}

    static NoteSigner of(String name, String seed) {
        KeyPair pair = TestKeys.pair(seed);
        return NoteSigner.of(name, pair.getPrivate(), Ed25519Keys.toRaw(pair.getPublic()));
    }

    static Cosigner witness(String name) {
        KeyPair pair = TestKeys.pair(name);
        return Cosigner.of(name, pair.getPrivate(), Ed25519Keys.toRaw(pair.getPublic()));
    }
}
