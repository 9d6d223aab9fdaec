package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.disclosure.MalformedNoteException.Rule;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern VKEY =
            Pattern.compile("(?<name>[^+]*)\\+(?<id>[0-9a-f]{8})\\+(?<key>.*)", Pattern.DOTALL);

    private final String name;
    private final byte[] raw;
    private final PublicKey key;
    private final int keyId;

    private NoteVerifier(String name, byte[] raw) {
        this.name = SignedNote.requireKeyName(name);
        this.raw = raw;
        this.keyId = keyId(name, raw);
        try {
            this.key = Ed25519Keys.fromRaw(raw);
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException(Rule.PUBLIC_KEY, String.valueOf(e.getMessage()));
        }
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
        return new NoteVerifier(name, publicKey.clone());
    }

    /**
     * The verifier of a published verifier key: name, key id in hexadecimal, and Base 64.
     *
     * @throws MalformedNoteException if the text is none, or its key id is not that of the key
     */
    public static NoteVerifier parse(String vkey) {
        Matcher parts = VKEY.matcher(vkey);
        if (!parts.matches()) {
            throw new MalformedNoteException(Rule.VKEY_FORMAT, "\"" + vkey + "\"");
        }
        byte[] typed = SignedNote.base64(parts.group("key"), Rule.VKEY_FORMAT);
        if (typed.length == 0 || typed[0] != ED25519) {
            throw new MalformedNoteException(Rule.VKEY_ALGORITHM, "not of type 0x01");
        }
        NoteVerifier verifier =
                new NoteVerifier(parts.group("name"), Arrays.copyOfRange(typed, 1, typed.length));
        String keyId = HexFormat.of().toHexDigits(verifier.keyId);
        if (!keyId.equals(parts.group("id"))) {
            throw new MalformedNoteException(
                    Rule.VKEY_KEY_ID, parts.group("id") + ", but the key has " + keyId);
        }
        return verifier;
    }

    /** The name of the key. */
    public String name() {
        return name;
    }

    /** The key id, as the unsigned 32 bits of a big-endian number. */
    public int keyId() {
        return keyId;
    }

    /** The text to publish, so that others can verify. */
    public String toVerifierKey() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return String.join(
                "+",
                name,
                HexFormat.of().toHexDigits(keyId),
                Base64.getEncoder().encodeToString(typed));
    }

    /** Whether this key signed the text of the note. */
    public Result verify(SignedNote note) {
        List<SignedNote.Signature> mine =
                note.signatures().stream()
                        .filter(line -> line.name().equals(name) && line.keyId() == keyId)
                        .toList();
        if (mine.isEmpty()) {
            return Result.KEY_NOT_FOUND;
        }
        byte[] text = SignedNote.utf8(note.text());
        boolean allSigned = mine.stream().allMatch(line -> signed(text, line.toByteArray()));
        return allSigned ? Result.VALID : Result.SIGNATURE_INVALID;
    }

    private boolean signed(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            // The JDK throws for bytes that are no signature at all; to us both are a no.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform has Ed25519", e);
        }
    }

    /** The first four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
    static int keyId(String name, byte[] raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(SignedNote.utf8(name));
            digest.update((byte) '\n');
            digest.update(ED25519);
            return ByteBuffer.wrap(digest.digest(raw)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
