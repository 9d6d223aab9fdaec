package io.github.xinyi.governance.event;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.regex.Pattern;

/**
 * The name of the events of one thing, for example {@code anheyuan/procedure/2025-P-01}.
 *
 * @param community whose thing it is
 * @param kind what it is: a lower-case letter, then at most 31 lower-case letters or hyphens
 * @param id once within its community and kind: 1 to 64 letters, digits or {@code -_.:/#*}
 * @since 0.1.0
 */
public record StreamName(CommunityId community, String kind, String id) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}_.:/#*-]{1,64}");
    private static final int MAX_ID_LENGTH = 64;

    /** Checks both names. */
    public StreamName {
        requireKind(kind);
        requireId("StreamName", id);
    }

    static void requireKind(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("a kind is " + KIND + ", but was " + kind);
        }
    }

    static void requireId(String type, String id) {
        if (id.length() > MAX_ID_LENGTH || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(type + " is " + ID + ", but was " + id);
        }
    }

    /** For example {@code anheyuan/procedure/2025-P-01}. */
    @Override
    public String toString() {
        return community + "/" + kind + "/" + id;
    }
}
