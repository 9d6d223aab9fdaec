package io.github.xinyi.trust.budget;

/**
 * What a payment is charged to: a line, or a promise of money of a line, for example {@code SF-03}
 * or {@code SF-03/YD-01}.
 *
 * <p>Both keys sign it as one text, so that a payment uses the promise that was shown to them and
 * no other.
 *
 * @param line the code of the line
 * @param promise the name of the promise; empty where the line itself is charged
 * @since 0.1.0
 */
public record BudgetCharge(String line, String promise) {

    private static final char BETWEEN = '/';

    /**
     * Reads the text that was signed.
     *
     * @param text a line's code, and after a stroke the name of a promise
     * @return the charge; a code that no budget has is found out by the budget
     */
    public static BudgetCharge parse(String text) {
        int stroke = text.indexOf(BETWEEN);
        return stroke < 0
                ? new BudgetCharge(text, "")
                : new BudgetCharge(text.substring(0, stroke), text.substring(stroke + 1));
    }

    /**
     * Whether a promise is used.
     *
     * @return false where the line itself is charged
     */
    public boolean isPromised() {
        return !promise.isEmpty();
    }

    /** The text that is signed, for example {@code SF-03/YD-01}. */
    @Override
    public String toString() {
        return isPromised() ? line + BETWEEN + promise : line;
    }
}
