package io.github.xinyi.governance.sheet;

/** What can be said of the text of a cell without knowing its type. */
final class Cells {

    static final int SHOWN_LENGTH = 40;
    static final int EXPECTED_LENGTH = 200;

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private Cells() {}

    /** At most 40 code points, with control, format and unpaired characters made visible. */
    static String shorten(String text) {
        return shorten(text, SHOWN_LENGTH);
    }

    static String shorten(String text, int limit) {
        StringBuilder shown = new StringBuilder();
        int length = 0;
        for (int at = 0; at < text.length(); ) {
            if (length == limit - 1 && text.codePointCount(at, text.length()) > 1) {
                return shown.append('…').toString();
            }
            int c = text.codePointAt(at);
            shown.appendCodePoint(isSafe(c) ? c : 0xFFFD);
            at += Character.charCount(c);
            length++;
        }
        return shown.toString();
    }

    static boolean hasFullWidth(String text) {
        return text.chars().anyMatch(Cells::isFullWidth);
    }

    static String toHalfWidth(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            half.append(
                    !isFullWidth(c)
                            ? c
                            : c == IDEOGRAPHIC_SPACE ? ' ' : (char) (c - FULL_WIDTH_OFFSET));
        }
        return half.toString();
    }

    private static boolean isFullWidth(int c) {
        return (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) || c == IDEOGRAPHIC_SPACE;
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
