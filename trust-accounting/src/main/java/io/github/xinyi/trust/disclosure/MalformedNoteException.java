package io.github.xinyi.trust.disclosure;

import java.util.Objects;

/**
 * Thrown when a text is no signed note, no checkpoint or no verifier key, naming the broken rule.
 *
 * <p>For example rule {@link Rule#NOTE_NO_BLANK_LINE} for a text without signatures. A note that is
 * well formed but whose signature is wrong throws nothing: see {@link NoteVerifier#verify}. Source:
 * C2SP signed-note and tlog-checkpoint.
 *
 * @since 0.1.0
 */
public final class MalformedNoteException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The rules of form; the names are the {@code reason} of the published test vectors. */
    public enum Rule {
        /** A note has at most {@link SignedNote#MAX_BYTES} bytes. */
        NOTE_TOO_LARGE,
        /** A note is valid UTF-8. */
        NOTE_NOT_UTF8,
        /** A note has no control character below U+0020 but the newline. */
        NOTE_CONTROL_CHARACTER,
        /** A note and its text end in a newline. */
        NOTE_NO_FINAL_NEWLINE,
        /** The text is parted from the signatures by a blank line. */
        NOTE_NO_BLANK_LINE,
        /** A note has at least one signature line. */
        NOTE_NO_SIGNATURE,
        /** A note has at most {@link SignedNote#MAX_SIGNATURES} signature lines. */
        NOTE_TOO_MANY_SIGNATURES,
        /** A signature line is an em dash, a space, the key name, a space and Base 64. */
        SIGNATURE_LINE,
        /** A signature is canonical Base 64 of a key id and at least one byte more. */
        SIGNATURE_ENCODING,
        /** A key name is not empty and has neither Unicode spaces nor a plus sign. */
        KEY_NAME,
        /** A verifier key is name, plus, eight lower-case hexadecimal digits, plus, Base 64. */
        VKEY_FORMAT,
        /** A verifier key is of type 0x01, Ed25519, or 0x04 for cosignatures. */
        VKEY_ALGORITHM,
        /** The key id of a verifier key is the one computed from its name and public key. */
        VKEY_KEY_ID,
        /** A public key is 32 bytes, canonical, and not one of the points of small order. */
        PUBLIC_KEY,
        /** A checkpoint has at least three lines, none of them empty, each ended by a newline. */
        CHECKPOINT_LINES,
        /** The size is decimal without leading zeros, at most {@link Long#MAX_VALUE}. */
        CHECKPOINT_SIZE,
        /** The root is canonical Base 64 of 32 bytes, and of no leaves for size 0. */
        CHECKPOINT_ROOT,
    }

    private final Rule rule;

    MalformedNoteException(Rule rule, String detail) {
        super(Objects.requireNonNull(rule, "rule") + ": " + detail);
        this.rule = rule;
    }

    /** The rule that was broken first. */
    public Rule rule() {
        return rule;
    }
}
