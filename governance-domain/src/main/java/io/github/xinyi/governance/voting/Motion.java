package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.identity.MotionId;

/**
 * One question put to the owners (表决事项), for example {@code M1}, item 4, 选聘物业服务企业.
 *
 * @param id once within its meeting
 * @param matter which of the nine matters it is; it decides the consent needed
 * @param title as announced; 1 to {@link #MAX_TITLE_LENGTH} characters, no control characters
 * @since 0.1.0
 */
public record Motion(MotionId id, Matter matter, String title) {

    /** The longest title, in characters. */
    public static final int MAX_TITLE_LENGTH = 200;

    /** Checks the title. */
    public Motion {
        if (title.isBlank()
                || title.length() > MAX_TITLE_LENGTH
                || title.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("motion " + id + " has no usable title");
        }
    }
}
