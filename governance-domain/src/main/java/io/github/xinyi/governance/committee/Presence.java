package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import java.time.LocalDate;

/**
 * How a body stands on a day, for example in office, or out of office because its term has ended.
 *
 * @param community whose owners
 * @param kind which kind of body
 * @param state how it stands
 * @since 0.1.0
 */
public record Presence(CommunityId community, Kind kind, State state) {

    /** How a body can stand; of several bodies out of office the first in this order is named. */
    public enum State {
        /** In office. */
        IN_OFFICE,
        /** In its term, but with fewer members than the law asks for. */
        BELOW_MINIMUM,
        /** Its term is not known; nothing is guessed. */
        TERM_UNKNOWN,
        /** Its term has ended. */
        TERM_ENDED,
        /** Dissolved, or its powers have passed to the next body. */
        DISSOLVED,
        /** Its election did not come about. */
        NOT_ELECTED,
        /** Its term has not begun. */
        TERM_NOT_BEGUN
    }

    /**
     * How a body of which only the term is known stands on a day.
     *
     * @param body the body
     * @param day the day
     * @return in office, ended or not begun
     */
    public static Presence of(GoverningBody body, LocalDate day) {
        State state =
                body.term().contains(day)
                        ? State.IN_OFFICE
                        : day.isBefore(body.term().startInclusive())
                                ? State.TERM_NOT_BEGUN
                                : State.TERM_ENDED;
        return new Presence(body.community(), body.kind(), state);
    }
}
