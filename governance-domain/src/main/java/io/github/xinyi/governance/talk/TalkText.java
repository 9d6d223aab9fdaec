package io.github.xinyi.governance.talk;

/** The one check that every text of a talk passes. */
final class TalkText {

    private TalkText() {}

    static void require(String text) {
        if (text.isBlank()
                || text.length() > TalkEvent.MAX_TEXT_LENGTH
                || text.codePoints().anyMatch(TalkText::cannotBeKept)) {
            throw new IllegalArgumentException(
                    "a text needs 1 to "
                            + TalkEvent.MAX_TEXT_LENGTH
                            + " characters, got "
                            + text.length());
        }
    }

    /** U+0000, and half of a pair. */
    private static boolean cannotBeKept(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
