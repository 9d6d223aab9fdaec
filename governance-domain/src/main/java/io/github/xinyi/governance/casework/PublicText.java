package io.github.xinyi.governance.casework;

/** The form of texts that everybody reads. */
final class PublicText {

    private PublicText() {}

    static boolean isName(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }
}
