package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.disclosure.MalformedNoteException.Rule;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.TreeHead;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a checkpoint (檢查點): which log, how many leaves, which root (C2SP tlog-checkpoint).
 *
 * <p>For example the lines {@code xinyi.example/book/1}, {@code 8} and {@code Xcnaeacg...}. The
 * text is what a {@link SignedNote} signs. Further lines are opaque and not advised, since nobody
 * can audit them. The limits of a note apply. Throws {@link MalformedNoteException}.
 *
 * @param origin the name of the log, by custom the name of the key that signs
 * @param head size and root
 * @param extensions the further lines, none of them empty
 * @since 0.1.0
 */
public record CheckpointText(String origin, TreeHead head, List<String> extensions) {
    private static final int FIXED_LINES = 3;
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public CheckpointText {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(head, "head");
        extensions = List.copyOf(extensions);
        requireLine(origin);
        extensions.forEach(CheckpointText::requireLine);
    }

    /** A checkpoint without further lines. */
    public static CheckpointText of(String origin, TreeHead head) {
        return new CheckpointText(origin, head, List.of());
    }

    /**
     * Reads the text of a note, its final newline included.
     *
     * @throws MalformedNoteException if it is no checkpoint
     */
    public static CheckpointText parse(String text) {
        SignedNote.requireText(text);
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < FIXED_LINES) {
            throw new MalformedNoteException(
                    Rule.CHECKPOINT_LINES, "only " + lines.length + " lines");
        }
        for (String line : lines) {
            requireLine(line);
        }
        List<String> extensions = List.of(lines).subList(FIXED_LINES, lines.length);
        return new CheckpointText(lines[0], head(lines[1], lines[2]), extensions);
    }

    /**
     * What a further line says.
     *
     * @param word the line's first word, for example {@code time}
     * @return the rest of the first such line after one space, empty if there is none
     */
    public Optional<String> extension(String word) {
        String start = word + ' ';
        return extensions.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    /**
     * When it was published, as the log says.
     *
     * @return empty without a line {@code time}, or with one that names no moment
     */
    public Optional<Instant> time() {
        return extension("time")
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(Instant.parse(text));
                            } catch (DateTimeParseException e) {
                                return Optional.empty();
                            }
                        });
    }

    /**
     * The digest that the log is hashed with.
     *
     * @return what the line {@code digest} says, SHA-256 without one
     */
    public String digestName() {
        return extension("digest").orElse(MerkleDigest.SHA_256.name());
    }

    /** The text to sign, its final newline included. */
    public String toText() {
        List<String> lines = new ArrayList<>();
        lines.add(origin);
        lines.add(Long.toString(head.size()));
        lines.add(head.root().toBase64());
        lines.addAll(extensions);
        return String.join("\n", lines) + '\n';
    }

    private static TreeHead head(String size, String root) {
        long leaves = size(size);
        try {
            return new TreeHead(leaves, Hash.fromBase64(root));
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException(
                    Rule.CHECKPOINT_ROOT, "size " + size + ", root \"" + root + "\"");
        }
    }

    private static long size(String size) {
        if (SIZE.matcher(size).matches()) {
            try {
                return Long.parseLong(size);
            } catch (NumberFormatException e) {
                // Nineteen digits may exceed a long: refused below like any other bad size.
            }
        }
        throw new MalformedNoteException(Rule.CHECKPOINT_SIZE, "size \"" + size + "\"");
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new MalformedNoteException(Rule.CHECKPOINT_LINES, "line \"" + line + "\"");
        }
        SignedNote.requireText(line + '\n');
    }
}
