package io.github.xinyi.trust.disclosure;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks the cosignatures of one witness (C2SP tlog-cosignature, Ed25519, version 1).
 *
 * <p>For example made from {@code witness.example/street+8f2c11d0+BHK...}, a verifier key of type
 * 0x04. Bad keys throw {@link MalformedNoteException}. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class CosignatureVerifier {

    /** The signature type of a cosignature with its time. */
    static final byte TIMESTAMPED_ED25519 = 0x04;

    private static final int BYTES = Long.BYTES + 64;

    private final NoteKey key;

    private CosignatureVerifier(NoteKey key) {
        this.key = key;
    }

    /**
     * The verifier of this key name and these 32 bytes of a public key.
     *
     * @throws MalformedNoteException if either is refused
     */
    public static CosignatureVerifier of(String name, byte[] publicKey) {
        return new CosignatureVerifier(NoteKey.of(name, TIMESTAMPED_ED25519, publicKey));
    }

    /**
     * The verifier of a published verifier key of type 0x04.
     *
     * @throws MalformedNoteException if the text is none
     */
    public static CosignatureVerifier parse(String vkey) {
        return new CosignatureVerifier(NoteKey.parse(vkey, TIMESTAMPED_ED25519));
    }

    /** The name of the witness. */
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

    /** Whether this witness cosigned the note. */
    public NoteVerifier.Result verify(SignedNote note) {
        List<SignedNote.Signature> mine = key.linesOf(note);
        if (mine.isEmpty()) {
            return NoteVerifier.Result.KEY_NOT_FOUND;
        }
        return mine.stream().allMatch(line -> signed(note.text(), line))
                ? NoteVerifier.Result.VALID
                : NoteVerifier.Result.SIGNATURE_INVALID;
    }

    /**
     * When this witness cosigned the note, by its own clock.
     *
     * @return the latest moment, empty unless {@link #verify} is valid
     */
    public Optional<Instant> cosignedAt(SignedNote note) {
        if (!verify(note).isValid()) {
            return Optional.empty();
        }
        return key.linesOf(note).stream()
                .map(line -> Instant.ofEpochSecond(time(line.toByteArray())))
                .max(Instant::compareTo);
    }

    private boolean signed(String text, SignedNote.Signature line) {
        byte[] timed = line.toByteArray();
        if (timed.length != BYTES || time(timed) < 0) {
            return false;
        }
        byte[] signature = new byte[BYTES - Long.BYTES];
        ByteBuffer.wrap(timed).position(Long.BYTES).get(signature);
        return key.signed(Cosigner.message(text, time(timed)), signature);
    }

    private static long time(byte[] timed) {
        return ByteBuffer.wrap(timed).getLong();
    }
}
