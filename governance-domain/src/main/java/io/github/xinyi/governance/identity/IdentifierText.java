package io.github.xinyi.governance.identity;

import java.util.Locale;

/** The one check that every identifier passes: 1 to 64 letters, digits or {@code -_.:/#*}. */
final class IdentifierText {

    static final int MAX_LENGTH = 64;

    private IdentifierText() {}

    static String require(String type, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    type + " needs 1 to " + MAX_LENGTH + " characters, got " + value.length());
        }
        value.codePoints()
                .filter(c -> !Character.isLetterOrDigit(c) && "-_.:/#*".indexOf(c) < 0)
                .findFirst()
                .ifPresent(
                        c -> {
                            throw new IllegalArgumentException(
                                    String.format(
                                            Locale.ROOT, "%s has the character U+%04X", type, c));
                        });
        return value;
    }
}
