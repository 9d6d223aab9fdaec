package io.github.xinyi.governance.casework;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The forms of texts that everybody reads. */
final class PublicText {

    /**
     * A mobile number or an identity number of the mainland, in one piece or in its usual groups,
     * and not part of a longer number.
     */
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile(
                    "(?<![0-9])"
                            + "(1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
                            + "|[0-9]{6}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9x])"
                            + "(?![0-9])");

    private PublicText() {}

    static boolean isName(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    static boolean showsPersonalNumber(String text) {
        return PERSONAL_NUMBER.matcher(plain(text)).find();
    }

    /** As a reader takes it: one width, small letters, and no characters that nobody sees. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
