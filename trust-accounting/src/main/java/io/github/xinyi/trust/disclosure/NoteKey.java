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

/** A named Ed25519 public key of one signature type, as C2SP signed-note has them. */
final class NoteKey {

    private static final Pattern VKEY =
            Pattern.compile("(?<name>[^+]*)\\+(?<id>[0-9a-f]{8})\\+(?<key>.*)", Pattern.DOTALL);

    private final String name;
    private final byte type;
    private final byte[] raw;
    private final PublicKey key;
    private final int id;

    private NoteKey(String name, byte type, byte[] raw) {
        this.name = SignedNote.requireKeyName(name);
        this.type = type;
        this.raw = raw;
        this.id = id(name, type, raw);
        try {
            this.key = Ed25519Keys.fromRaw(raw);
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException(Rule.PUBLIC_KEY, String.valueOf(e.getMessage()));
        }
    }

    static NoteKey of(String name, byte type, byte[] publicKey) {
        return new NoteKey(name, type, publicKey.clone());
    }

    static NoteKey parse(String vkey, byte type) {
        Matcher parts = VKEY.matcher(vkey);
        if (!parts.matches()) {
            throw new MalformedNoteException(Rule.VKEY_FORMAT, "\"" + vkey + "\"");
        }
        byte[] typed = SignedNote.base64(parts.group("key"), Rule.VKEY_FORMAT);
        if (typed.length == 0 || typed[0] != type) {
            throw new MalformedNoteException(
                    Rule.VKEY_ALGORITHM, "not of type 0x" + HexFormat.of().toHexDigits(type));
        }
        NoteKey key =
                new NoteKey(parts.group("name"), type, Arrays.copyOfRange(typed, 1, typed.length));
        String id = HexFormat.of().toHexDigits(key.id);
        if (!id.equals(parts.group("id"))) {
            throw new MalformedNoteException(
                    Rule.VKEY_KEY_ID, parts.group("id") + ", but the key has " + id);
        }
        return key;
    }

    String name() {
        return name;
    }

    int id() {
        return id;
    }

    String toVerifierKey() {
        byte[] typed = new byte[1 + raw.length];
        typed[0] = type;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return String.join(
                "+",
                name,
                HexFormat.of().toHexDigits(id),
                Base64.getEncoder().encodeToString(typed));
    }

    /** The lines with this name and id. */
    List<SignedNote.Signature> linesOf(SignedNote note) {
        return note.signatures().stream()
                .filter(line -> line.name().equals(name) && line.keyId() == id)
                .toList();
    }

    boolean signed(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            // The JDK throws for bytes that are no signature at all; to us both are a no.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 platform has Ed25519", e);
        }
    }

    /** The first four bytes of SHA-256(name || 0x0A || type || public key). */
    private static int id(String name, byte type, byte[] raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(SignedNote.utf8(name));
            digest.update((byte) '\n');
            digest.update(type);
            return ByteBuffer.wrap(digest.digest(raw)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
