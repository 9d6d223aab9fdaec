package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.merkle.TreeHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys with which a log has signed, one after the other: the first is known from outside, each
 * later one by a checkpoint in which the key before it hands over (密钥更换).
 *
 * <p>A hand-over has the line {@code next-key} with the C2SP verifier key of the successor, and is
 * signed by both. From there on the older key signs nothing more: what it signed before stays
 * valid, what it signs later is {@link Result#KEY_RETIRED}. A key that was lost cannot hand over;
 * its successor must be made known as the first one was. Example: {@code LogKeys.of(vkey)
 * .follow(handOver).check(note)}. Immutable.
 *
 * @since 0.1.0
 */
public final class LogKeys {

    /** The word of the line that names the successor. */
    static final String NEXT_KEY = "next-key";

    /** What a check of a checkpoint found. */
    public enum Result {
        /** A key of the log signed it in its time. */
        VALID,
        /** It is the checkpoint of another log. */
        ORIGIN_MISMATCH,
        /** No key of the log signed it. */
        KEY_NOT_FOUND,
        /** A line has the name and the id of a key of the log, which did not sign it. */
        SIGNATURE_INVALID,
        /** Only a key that had handed over before signed it. */
        KEY_RETIRED,
        /** It names no successor. */
        NO_HAND_OVER,
        /** It names a successor that did not sign it, or that is no new key of this log. */
        SUCCESSOR_NOT_SIGNED;

        /** Whether the checkpoint may be believed as far as the log's keys are. */
        public boolean isValid() {
            return this == VALID;
        }
    }

    /** A key, and the last checkpoint that it signed alone or with its successor. */
    private record Retired(NoteVerifier key, TreeHead lastHead, Instant lastTime) {}

    private final List<Retired> retired;
    private final NoteVerifier current;

    private LogKeys(List<Retired> retired, NoteVerifier current) {
        this.retired = List.copyOf(retired);
        this.current = current;
    }

    /**
     * The keys of a log of which one is known.
     *
     * @param vkey a C2SP verifier key; its name is the log's origin
     * @return that key alone
     * @throws MalformedNoteException if the text is no verifier key
     */
    public static LogKeys of(String vkey) {
        return of(NoteVerifier.parse(vkey));
    }

    /**
     * The keys of a log of which one is known.
     *
     * @param key its name is the log's origin
     * @return that key alone
     */
    public static LogKeys of(NoteVerifier key) {
        return new LogKeys(List.of(), key);
    }

    /**
     * The name of the log.
     *
     * @return for example {@code xinyi.example/book/1}
     */
    public String origin() {
        return current.name();
    }

    /**
     * The key that signs now.
     *
     * @return the last successor
     */
    public NoteVerifier current() {
        return current;
    }

    /**
     * Whether a key of the log signed a checkpoint in its time.
     *
     * @param note the checkpoint
     * @return the first reason against it, or {@link Result#VALID}
     * @throws MalformedNoteException if the note is no checkpoint
     */
    public Result check(SignedNote note) {
        CheckpointText text = CheckpointText.parse(note.text());
        if (!text.origin().equals(origin())) {
            return Result.ORIGIN_MISMATCH;
        }
        Result byCurrent = of(current.verify(note));
        if (byCurrent != Result.KEY_NOT_FOUND) {
            return byCurrent;
        }
        for (Retired old : retired) {
            Result byOld = of(old.key().verify(note));
            if (byOld != Result.KEY_NOT_FOUND) {
                return byOld.isValid() && !isInTime(old, text) ? Result.KEY_RETIRED : byOld;
            }
        }
        return Result.KEY_NOT_FOUND;
    }

    private static boolean isInTime(Retired key, CheckpointText text) {
        boolean later = text.time().filter(time -> time.isAfter(key.lastTime())).isPresent();
        return !later && text.time().isPresent() && text.head().size() <= key.lastHead().size();
    }

    private static Result of(NoteVerifier.Result result) {
        return switch (result) {
            case VALID -> Result.VALID;
            case KEY_NOT_FOUND -> Result.KEY_NOT_FOUND;
            case SIGNATURE_INVALID -> Result.SIGNATURE_INVALID;
        };
    }

    /**
     * Whether a checkpoint hands over from the key that signs now.
     *
     * @param note the checkpoint
     * @return the first reason against it, or {@link Result#VALID}
     * @throws MalformedNoteException if the note is no checkpoint, or names what is no key
     */
    public Result checkHandOver(SignedNote note) {
        CheckpointText text = CheckpointText.parse(note.text());
        if (!text.origin().equals(origin())) {
            return Result.ORIGIN_MISMATCH;
        }
        Result signed = of(current.verify(note));
        if (!signed.isValid()) {
            return signed;
        }
        Optional<NoteVerifier> next = successor(text);
        if (next.isEmpty() || text.time().isEmpty()) {
            return Result.NO_HAND_OVER;
        }
        boolean sound = next.filter(key -> isNew(key) && key.verify(note).isValid()).isPresent();
        return sound ? Result.VALID : Result.SUCCESSOR_NOT_SIGNED;
    }

    private boolean isNew(NoteVerifier key) {
        return key.name().equals(origin())
                && key.keyId() != current.keyId()
                && retired.stream().noneMatch(old -> old.key().keyId() == key.keyId());
    }

    /** The successor that a checkpoint names. */
    static Optional<NoteVerifier> successor(CheckpointText text) {
        return text.extension(NEXT_KEY).map(NoteVerifier::parse);
    }

    /**
     * The keys after a hand-over.
     *
     * @param note a checkpoint for which {@link #checkHandOver} is {@link Result#VALID}
     * @return these keys and the successor
     * @throws IllegalArgumentException if it is not
     */
    public LogKeys follow(SignedNote note) {
        Result result = checkHandOver(note);
        CheckpointText text = CheckpointText.parse(note.text());
        NoteVerifier next =
                successor(text)
                        .filter(key -> result.isValid())
                        .orElseThrow(() -> new IllegalArgumentException("no hand-over: " + result));
        List<Retired> more = new ArrayList<>(retired);
        more.add(new Retired(current, text.head(), text.time().orElse(Instant.MIN)));
        return new LogKeys(more, next);
    }
}
