package io.github.xinyi.trust.account;

import java.util.regex.Pattern;

/**
 * The code of an account: its fund class, then its place, for example {@code
 * service.expense.SF-01}.
 *
 * @param value letters, digits and hyphens in parts joined by dots, at most 64 characters
 * @since 0.1.0
 */
public record AccountCode(String value) implements Comparable<AccountCode> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /** Refuses text of another form. */
    public AccountCode {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account code: " + value);
        }
    }

    /**
     * Wraps a code.
     *
     * @param value for example {@code service.cash}
     * @return the code
     */
    public static AccountCode of(String value) {
        return new AccountCode(value);
    }

    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
