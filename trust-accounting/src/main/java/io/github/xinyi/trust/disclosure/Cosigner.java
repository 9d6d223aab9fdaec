package io.github.xinyi.trust.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;

/**
 * Signs checkpoints of others as a witness does (C2SP tlog-cosignature, Ed25519, version 1).
 *
 * <p>For example {@code Cosigner.of("witness.example/street", key, raw).cosign(note, at)}. A
 * cosignature says that the witness knows no larger checkpoint of that log and none that
 * contradicts it: {@link CosigningWitness} asks that before it signs. A key that signs notes must
 * not cosign, nor one key under two names. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class Cosigner {

    private final CosignatureVerifier verifier;
    private final PrivateKey key;

    private Cosigner(CosignatureVerifier verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /**
     * The cosigner of this key name with a private key and the 32 bytes of its public key.
     *
     * @throws MalformedNoteException if the name or the public key is refused
     * @throws IllegalArgumentException if the two keys are no pair
     */
    public static Cosigner of(String name, PrivateKey key, byte[] publicKey) {
        Cosigner cosigner = new Cosigner(CosignatureVerifier.of(name, publicKey), key);
        SignedNote probe = SignedNote.of("pair\n", cosigner.cosign("pair\n", Instant.EPOCH));
        if (!cosigner.verifier.verify(probe).isValid()) {
            throw new IllegalArgumentException("the private key is not that of the public key");
        }
        return cosigner;
    }

    /** The verifier of the cosignatures that are made here. */
    public CosignatureVerifier verifier() {
        return verifier;
    }

    /**
     * The cosignature of a note.
     *
     * @param note a checkpoint that the caller has checked
     * @param at when, from 1970 on, cut to the second
     * @return the line to add to the note
     * @throws IllegalArgumentException if the time is before 1970
     */
    public SignedNote.Signature cosign(SignedNote note, Instant at) {
        return cosign(note.text(), at);
    }

    private SignedNote.Signature cosign(String text, Instant at) {
        long time = at.getEpochSecond();
        if (time < 0) {
            throw new IllegalArgumentException("no cosignature is of " + at);
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message(text, time));
            byte[] signature = ed25519.sign();
            return SignedNote.Signature.of(
                    verifier.name(),
                    verifier.keyId(),
                    ByteBuffer.allocate(Long.BYTES + signature.length)
                            .putLong(time)
                            .put(signature)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key cannot sign", e);
        }
    }

    /** What is signed: two lines of its own before the text of the note. */
    static byte[] message(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
