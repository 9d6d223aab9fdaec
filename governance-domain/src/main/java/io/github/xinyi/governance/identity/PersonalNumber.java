package io.github.xinyi.governance.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Numbers by which anybody finds a person, so that no public view shows them: a mobile number or an
 * identity number of the mainland, for example {@code 138 0000 0000}, with or without {@code +86},
 * in one piece or in its usual groups, and not part of a longer number.
 *
 * <p>Source: Personal Information Protection Law art. 25, a reading; the forms are ours. A landline
 * number, a passport number and a name are not found.
 *
 * @since 0.1.0
 */
public final class PersonalNumber {

    private static final Pattern FORMS =
            Pattern.compile(
                    "(?<![0-9])"
                            + "(((00)?86[ .\u2010-]?)?"
                            + "1[3-9][0-9][ .\u2010-]?[0-9]{4}[ .\u2010-]?[0-9]{4}"
                            + "|[0-9]{6}[ .\u2010-]?[0-9]{8}[ .\u2010-]?[0-9]{3}[0-9x])"
                            + "(?![0-9])");

    private PersonalNumber() {}

    /**
     * Whether somebody who reads a text finds such a number in it.
     *
     * @param text of any length, in any width of its characters
     * @return true for {@code 电话13800000000}
     */
    public static boolean isShownIn(String text) {
        return FORMS.matcher(asRead(text)).find();
    }

    /**
     * A text as a reader takes it: one width, small letters, the digits 0 to 9 for those of any
     * script, and no characters that nobody sees.
     *
     * @param text for example {@code Ｕ１}
     * @return for example {@code u1}
     */
    public static String asRead(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
