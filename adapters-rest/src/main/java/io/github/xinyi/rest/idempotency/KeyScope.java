package io.github.xinyi.rest.idempotency;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.util.regex.Pattern;

/**
 * An {@code Idempotency-Key} and whose it is: keys of two callers, or of one caller in two
 * communities, have nothing to do with each other.
 *
 * @param community where the command is given
 * @param caller who gives it
 * @param key 8 to 64 letters, digits or {@code ._:-}, for example a UUID
 * @since 0.1.0
 */
public record KeyScope(CommunityId community, PersonId caller, String key) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    /** Refuses a key of another form. */
    public KeyScope {
        if (!isKey(key)) {
            throw new IllegalArgumentException("not an idempotency key: " + key);
        }
    }

    /**
     * Whether a text has the form of a key.
     *
     * @param text what the caller sent
     * @return true for 8 to 64 letters, digits or {@code ._:-}
     */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
