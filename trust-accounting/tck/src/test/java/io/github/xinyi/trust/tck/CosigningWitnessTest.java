package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.disclosure.CosignatureVerifier;
import io.github.xinyi.trust.disclosure.Cosigner;
import io.github.xinyi.trust.disclosure.CosigningWitness;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.LogKeys;
import io.github.xinyi.trust.disclosure.Witness;
import java.security.KeyPair;
import java.util.List;

class CosigningWitnessTest extends WitnessContract {

    private static final KeyPair PAIR = TestKeys.pair("witness.example/street");
    static final Cosigner COSIGNER =
            Cosigner.of(
                    "witness.example/street",
                    PAIR.getPrivate(),
                    Ed25519Keys.toRaw(PAIR.getPublic()));

    @Override
    protected Witness createWitness(List<LogKeys> logs) {
        CosigningWitness witness = new CosigningWitness(COSIGNER, () -> SampleBook.MOMENT);
        logs.forEach(witness::watching);
        return witness;
    }

    @Override
    protected CosignatureVerifier verifier() {
        return COSIGNER.verifier();
    }
}
