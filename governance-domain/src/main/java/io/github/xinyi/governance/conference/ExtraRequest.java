package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.conference.ConferenceEvent.ExtraRequested;
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * An extra conference that a party asked for, for example 小区党支部 on 1 July, to be held by 8 July
 * where the table gives 7 days. One that nobody holds stays open and becomes overdue.
 *
 * @param asked what was recorded
 * @param heldBy the last day for it, by the table in force when it was recorded
 * @since 0.1.0
 */
public record ExtraRequest(ExtraRequested asked, LocalDate heldBy) {

    /** What became of a request. */
    public enum Progress {
        /** Not held, and its last day has not passed. */
        OPEN,
        /** Not held by its last day. */
        OVERDUE,
        /** Held by its last day. */
        HELD,
        /** Held after its last day. */
        HELD_LATE
    }

    /**
     * What everybody may see of it; the reason is free text and stays out.
     *
     * @param by the party
     * @param askedOn the day
     * @param heldBy the last day for it
     * @param progress what became of it
     */
    public record PublicRequest(Party by, LocalDate askedOn, LocalDate heldBy, Progress progress) {}

    /** The conference that was held for it. */
    Optional<Sitting> answer(Collection<Sitting> sittings) {
        return sittings.stream().filter(Sitting::isHeld).filter(this::isFor).findFirst();
    }

    private boolean isFor(Sitting sitting) {
        return sitting.called().kind() == Kind.EXTRA
                && sitting.called().requestedBy().equals(asked.by())
                && sitting.called().requestedOn().equals(asked.askedOn());
    }

    Progress progress(Collection<Sitting> sittings, LocalDate day) {
        return answer(sittings)
                .map(held -> held.called().heldOn().isAfter(heldBy))
                .map(late -> late ? Progress.HELD_LATE : Progress.HELD)
                .orElse(day.isAfter(heldBy) ? Progress.OVERDUE : Progress.OPEN);
    }

    PublicRequest publicView(Collection<Sitting> sittings, LocalDate day) {
        return new PublicRequest(asked.by(), asked.askedOn(), heldBy, progress(sittings, day));
    }
}
