package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * An owners' meeting as it was called.
 *
 * @param id its number
 * @param rosterDate the record date
 * @param noticeDate the day of notice
 * @param opensAt when voting opens
 * @param closesAt when it closes
 * @param motions the motions in the order announced
 * @param counted whether its result is stored
 * @since 0.1.0
 */
public record MeetingState(
        String id,
        String rosterDate,
        String noticeDate,
        String opensAt,
        String closesAt,
        List<Motion> motions,
        boolean counted)
        implements Answer {

    /** Copies the list. */
    public MeetingState {
        motions = List.copyOf(motions);
    }

    /**
     * One motion.
     *
     * @param id its number
     * @param matter the item of Civil Code art. 278 para. 1
     * @param title as announced
     * @param documents the SHA-256 of each paper voted on
     */
    public record Motion(String id, int matter, String title, List<String> documents) {

        /** Copies the list. */
        public Motion {
            documents = List.copyOf(documents);
        }
    }
}
