package io.github.xinyi.trust.disclosure;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/**
 * Signs texts as notes with one Ed25519 key (C2SP signed-note).
 *
 * <p>For example {@code NoteSigner.of("xinyi.example/book/1", key, raw).sign(checkpoint.toText())}.
 * A signature costs about 0.6 ms: sign checkpoints, never each entry. A private key that does not
 * belong to the public one throws {@link IllegalArgumentException}. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class NoteSigner {
    private final NoteVerifier verifier;
    private final PrivateKey key;

    private NoteSigner(NoteVerifier verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /**
     * The signer of this key name with a private key and the 32 bytes of its public key.
     *
     * @throws MalformedNoteException if the name or the public key is refused
     * @throws IllegalArgumentException if the two keys are no pair: its notes would never verify
     */
    public static NoteSigner of(String name, PrivateKey key, byte[] publicKey) {
        NoteSigner signer = new NoteSigner(NoteVerifier.of(name, publicKey), key);
        if (!signer.verifier.verify(signer.sign("pair\n")).isValid()) {
            throw new IllegalArgumentException("the private key is not that of the public key");
        }
        return signer;
    }

    /** The verifier of the notes that are signed here. */
    public NoteVerifier verifier() {
        return verifier;
    }

    /**
     * The text as a note with one signature.
     *
     * @throws MalformedNoteException if the text does not end in a newline, has control characters,
     *     or is too long
     */
    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(signature(text)));
    }

    /**
     * The note with a signature of this key after those it has; these are not checked.
     *
     * @throws MalformedNoteException if the note already has 16 signatures
     */
    public SignedNote cosign(SignedNote note) {
        return note.withSignature(signature(note.text()));
    }

    private SignedNote.Signature signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(SignedNote.utf8(text));
            return SignedNote.Signature.of(verifier.name(), verifier.keyId(), ed25519.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key that signs with Ed25519", e);
        }
    }
}
