package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.disclosure.MalformedNoteException.Rule;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A text with the signatures under it, none of them checked yet (C2SP signed-note).
 *
 * <p>For example a text of three lines, a blank line, and {@code — xinyi.example/book/1 NnugSz...}.
 * The text must be ignored until {@link NoteVerifier#verify} accepts it. A note has at most 65,536
 * bytes of UTF-8 and 1 to 16 signatures; anything else throws {@link MalformedNoteException}.
 *
 * @param text what is signed, its final newline included
 * @param signatures in the order of their lines
 * @since 0.1.0
 */
public record SignedNote(String text, List<Signature> signatures) {
    /** The greatest length of a note, in bytes of UTF-8. */
    public static final int MAX_BYTES = 65_536;

    /** The greatest number of signatures; the specification asks for no fewer than this. */
    public static final int MAX_SIGNATURES = 16;

    private static final String LINE_START = "\u2014 ";
    private static final Pattern SPACE_OR_PLUS = Pattern.compile("[\\p{IsWhite_Space}+]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f&&[^\\n]]");

    public SignedNote {
        Objects.requireNonNull(text, "text");
        signatures = List.copyOf(signatures);
        requireText(text);
        if (signatures.isEmpty()) {
            throw new MalformedNoteException(Rule.NOTE_NO_SIGNATURE, "no signature line");
        }
        if (signatures.size() > MAX_SIGNATURES) {
            throw new MalformedNoteException(
                    Rule.NOTE_TOO_MANY_SIGNATURES, signatures.size() + " signature lines");
        }
        requireSize(utf8(render(text, signatures)).length);
    }

    /**
     * Reads a note from its bytes.
     *
     * @throws MalformedNoteException if they are no signed note
     */
    public static SignedNote parse(byte[] note) {
        requireSize(note.length);
        try {
            return parse(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString());
        } catch (CharacterCodingException e) {
            throw new MalformedNoteException(Rule.NOTE_NOT_UTF8, "bytes that are no UTF-8");
        }
    }

    /**
     * Reads a note from its characters.
     *
     * @throws MalformedNoteException if they are no signed note
     */
    public static SignedNote parse(String note) {
        requireSize(note.length());
        requireSize(utf8(note).length);
        requireText(note);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new MalformedNoteException(Rule.NOTE_NO_BLANK_LINE, "no blank line");
        }
        List<String> lines = note.substring(blank + 2).lines().toList();
        if (lines.size() > MAX_SIGNATURES) {
            throw new MalformedNoteException(
                    Rule.NOTE_TOO_MANY_SIGNATURES, lines.size() + " signature lines");
        }
        return new SignedNote(
                note.substring(0, blank + 1), lines.stream().map(Signature::parse).toList());
    }

    /** A note with one signature. */
    static SignedNote of(String text, Signature signature) {
        return new SignedNote(text, List.of(signature));
    }

    /** The note with one more signature at its end. */
    public SignedNote withSignature(Signature signature) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** The whole note, as it is published. */
    public String toText() {
        return render(text, signatures);
    }

    /** The whole note in UTF-8. */
    public byte[] toByteArray() {
        return utf8(toText());
    }

    private static String render(String text, List<Signature> signatures) {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.toText()).append('\n'));
        return note.toString();
    }

    private static void requireSize(int bytes) {
        if (bytes > MAX_BYTES) {
            throw new MalformedNoteException(
                    Rule.NOTE_TOO_LARGE, "more than " + MAX_BYTES + " bytes: " + bytes);
        }
    }

    /** The rules that the note as a whole and its text share. */
    static void requireText(String text) {
        if (CONTROL.matcher(text).find()) {
            throw new MalformedNoteException(Rule.NOTE_CONTROL_CHARACTER, "a control character");
        }
        if (!text.endsWith("\n")) {
            throw new MalformedNoteException(Rule.NOTE_NO_FINAL_NEWLINE, "no newline at the end");
        }
    }

    static String requireKeyName(String name) {
        boolean bad =
                name.isEmpty()
                        || SPACE_OR_PLUS.matcher(name).find()
                        || CONTROL.matcher(name).find();
        if (bad) {
            throw new MalformedNoteException(Rule.KEY_NAME, "key name \"" + name + "\"");
        }
        utf8(name);
        return name;
    }

    static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new MalformedNoteException(Rule.NOTE_NOT_UTF8, "an unpaired surrogate");
        }
    }

    /** Decodes the one canonical spelling of Base 64: padded, and without stray bits. */
    static byte[] base64(String text, Rule rule) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException(rule, "no Base 64: \"" + text + "\"");
        }
        throw new MalformedNoteException(rule, "Base 64 is not canonical: \"" + text + "\"");
    }

    /**
     * One signature line: who signed, with which key, and the bytes of the signature.
     *
     * <p>For example name {@code xinyi.example/book/1}, key id {@code 3678d24b} and 64 bytes of
     * Ed25519. The key id is short and only finds the key; it proves nothing.
     */
    public static final class Signature {
        private static final int KEY_ID_BYTES = 4;

        private final String name;
        private final int keyId;
        private final byte[] bytes;

        private Signature(String name, int keyId, byte[] bytes) {
            this.name = requireKeyName(name);
            this.keyId = keyId;
            this.bytes = bytes;
        }

        /**
         * A signature from its parts; the bytes are copied.
         *
         * @throws MalformedNoteException if the name is no key name, or there is no byte
         */
        public static Signature of(String name, int keyId, byte[] bytes) {
            if (bytes.length == 0) {
                throw new MalformedNoteException(Rule.SIGNATURE_ENCODING, "an empty signature");
            }
            return new Signature(name, keyId, bytes.clone());
        }

        private static Signature parse(String line) {
            int space = line.lastIndexOf(' ');
            if (!line.startsWith(LINE_START) || space < LINE_START.length()) {
                throw new MalformedNoteException(Rule.SIGNATURE_LINE, "\"" + line + "\"");
            }
            byte[] decoded = base64(line.substring(space + 1), Rule.SIGNATURE_ENCODING);
            if (decoded.length <= KEY_ID_BYTES) {
                throw new MalformedNoteException(
                        Rule.SIGNATURE_ENCODING, "only " + decoded.length + " bytes");
            }
            return new Signature(
                    line.substring(LINE_START.length(), space),
                    ByteBuffer.wrap(decoded).getInt(),
                    Arrays.copyOfRange(decoded, KEY_ID_BYTES, decoded.length));
        }

        /** The name of the key. */
        public String name() {
            return name;
        }

        /** The key id, as the unsigned 32 bits of a big-endian number. */
        public int keyId() {
            return keyId;
        }

        /** The signature without the key id, as a copy. */
        public byte[] toByteArray() {
            return bytes.clone();
        }

        /** The line without its newline. */
        public String toText() {
            byte[] decoded =
                    ByteBuffer.allocate(KEY_ID_BYTES + bytes.length)
                            .putInt(keyId)
                            .put(bytes)
                            .array();
            return LINE_START + name + ' ' + Base64.getEncoder().encodeToString(decoded);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Signature that
                    && name.equals(that.name)
                    && keyId == that.keyId
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, keyId, Arrays.hashCode(bytes));
        }

        @Override
        public String toString() {
            return name + '+' + HexFormat.of().toHexDigits(keyId);
        }
    }
}
