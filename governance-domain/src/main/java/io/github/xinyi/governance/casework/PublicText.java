package io.github.xinyi.governance.casework;

import java.util.regex.Pattern;

/** The forms of texts that everybody reads. */
final class PublicText {

    /** A mobile number or an identity number of the mainland, not part of a longer number. */
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(?<![0-9])(1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])(?![0-9])");

    private PublicText() {}

    static boolean isName(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    static boolean showsPersonalNumber(String text) {
        return PERSONAL_NUMBER.matcher(text).find();
    }
}
