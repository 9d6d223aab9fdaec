package io.github.xinyi.trust.disclosure;

import java.util.List;

/**
 * Checks signed notes with one known Ed25519 key (C2SP signed-note).
 *
 * <p>For example made from the published {@code xinyi.example/book/1+3678d24b+AdgX...}. Signatures
 * by other keys are ignored, as the specification asks; a wrong one by this key spoils the note.
 * Bad keys throw {@link MalformedNoteException}. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class NoteVerifier {
    static final byte ED25519 = 0x01;

    private final NoteKey key;

    private NoteVerifier(NoteKey key) {
        this.key = key;
    }

    /** What a check of a note found; the names are those of the published test vectors. */
    public enum Result {
        /** This key signed the text. */
        VALID,
        /** No signature line has the name and the id of this key. */
        KEY_NOT_FOUND,
        /** A line has the name and the id of this key, but this key did not sign the text. */
        SIGNATURE_INVALID;

        /** Whether the text may be believed as far as the key is. */
        public boolean isValid() {
            return this == VALID;
        }
    }

    /**
     * The verifier of this key name and these 32 bytes of a public key.
     *
     * @throws MalformedNoteException if either is refused
     */
    public static NoteVerifier of(String name, byte[] publicKey) {
        return new NoteVerifier(NoteKey.of(name, ED25519, publicKey));
    }

    /**
     * The verifier of a published verifier key: name, key id in hexadecimal, and Base 64.
     *
     * @throws MalformedNoteException if the text is none, or its key id is not that of the key
     */
    public static NoteVerifier parse(String vkey) {
        return new NoteVerifier(NoteKey.parse(vkey, ED25519));
    }

    /** The name of the key. */
    public String name() {
        return key.name();
    }

    /** The key id, as the unsigned 32 bits of a big-endian number. */
    public int keyId() {
        return key.id();
    }

    /** The text to publish, so that others can verify. */
    public String toVerifierKey() {
        return key.toVerifierKey();
    }

    /** Whether this key signed the text of the note. */
    public Result verify(SignedNote note) {
        List<SignedNote.Signature> mine = key.linesOf(note);
        if (mine.isEmpty()) {
            return Result.KEY_NOT_FOUND;
        }
        byte[] text = SignedNote.utf8(note.text());
        boolean allSigned = mine.stream().allMatch(line -> key.signed(text, line.toByteArray()));
        return allSigned ? Result.VALID : Result.SIGNATURE_INVALID;
    }
}
