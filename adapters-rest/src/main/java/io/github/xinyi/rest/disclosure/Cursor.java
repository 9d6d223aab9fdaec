package io.github.xinyi.rest.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: how far down its last entry stood, and a mark of that entry, by
 * which it is found again when others have come before it. Callers give back its text and look for
 * nothing in it.
 *
 * @param position at least 1
 * @param mark of the last entry, 16 hexadecimal digits; empty where the position is enough
 */
record Cursor(long position, String mark) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17})-([0-9a-f]{16})?");
    private static final int MAX_LENGTH = 64;
    private static final int MARK_LENGTH = 16;

    /** After the entry of a key that stands so far down. */
    static Cursor after(long position, String key) {
        return new Cursor(position, mark(key));
    }

    /** A digest, so that a cursor tells of an entry nothing that the page does not. */
    private static String mark(String key) {
        return Version.of("cursor", key).value().substring(0, MARK_LENGTH);
    }

    /** Reads a text that a page gave; empty for any other. */
    static Optional<Cursor> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            Matcher parts = TEXT.matcher(new String(bytes, StandardCharsets.US_ASCII));
            return parts.matches()
                    ? Optional.of(read(Long.parseLong(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // No Base64: no page gave it.
            return Optional.empty();
        }
    }

    private static Cursor read(long position, @Nullable String mark) {
        return new Cursor(position, mark == null ? "" : mark);
    }

    boolean isAfter(String key) {
        return mark.equals(mark(key));
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position + "-" + mark).getBytes(StandardCharsets.US_ASCII));
    }
}
