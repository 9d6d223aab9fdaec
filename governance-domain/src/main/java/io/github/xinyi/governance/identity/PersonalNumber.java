package io.github.xinyi.governance.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Numbers by which anybody finds a person, so that no public view shows them: a mobile number, a
 * landline number with its area code, or an identity number of the mainland, for example {@code 138
 * 0000 0000} or {@code (0931) 876-5432}, with or without {@code +86}, in one piece or in its usual
 * groups, and not part of a longer number.
 *
 * <p>A landline number is seen by its area code: 010 and 02x before eight digits, 03xx to 09xx
 * before seven or eight, of which the first is 2 to 8. Where these digits are a date or a year with
 * a number behind it, as in {@code 021-20250512} or {@code 0931-2025-0512}, they are taken for
 * that. A landline number without its area code, a passport number and a name are not found: in a
 * text they look like any other number or word.
 *
 * <p>Source: Personal Information Protection Law art. 25, a reading; the forms are ours.
 *
 * @since 0.1.0
 */
public final class PersonalNumber {

    /** What stands between the groups of a number, or nothing. */
    private static final String GAP = "[ .\u2010\u2013\u2014-]";

    private static final String MOBILE =
            "((00)?86" + GAP + "?)?1[3-9][0-9]" + GAP + "?[0-9]{4}" + GAP + "?[0-9]{4}";

    private static final String IDENTITY = "[0-9]{6}" + GAP + "?[0-9]{8}" + GAP + "?[0-9]{3}[0-9x]";

    /** A date, or a year with a number of its own behind a dash. */
    private static final String DATE =
            "20[0-9]{2}([.\u2010\u2013\u2014-]|(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9]))";

    private static final String EIGHT_DIGITS = "(?!" + DATE + ")[2-8][0-9]{3}" + GAP + "?[0-9]{4}";

    private static final String SEVEN_OR_EIGHT_DIGITS =
            ("(?!" + DATE + ")[2-8]([0-9]{2}" + GAP + "?[0-9]{4}")
                    + ("|[0-9]{3}" + GAP + "?[0-9]{3,4})");

    /** From abroad without the leading 0, or with it all the same. */
    private static final String BEFORE_AREA_CODE =
            "((([+]|00)86" + GAP + "?|86" + GAP + ")[(]?0?[)]?|[(]?0)";

    private static final String LANDLINE =
            ("(?<![0-9]" + GAP + ")" + BEFORE_AREA_CODE)
                    + ("((10|2[0-9])[)]?" + GAP + "?" + EIGHT_DIGITS)
                    + ("|[3-9][0-9]{2}[)]?" + GAP + "?" + SEVEN_OR_EIGHT_DIGITS + ")");

    private static final Pattern FORMS =
            Pattern.compile(
                    "(?<![0-9])(" + MOBILE + "|" + IDENTITY + "|" + LANDLINE + ")(?![0-9])");

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
