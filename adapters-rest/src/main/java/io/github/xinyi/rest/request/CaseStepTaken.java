package io.github.xinyi.rest.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * A step of a case, taken by who calls.
 *
 * @param step which
 * @param person whom it is about: who receives, is offered or is sent to work
 * @param visitors who went along on a visit; who calls is always one
 * @param text the note, the reason or the grade that the step has
 * @param value the photo's SHA-256 of work done, the route of an escalation, or the answer at a
 *     follow-up
 * @since 0.1.0
 */
public record CaseStepTaken(
        @NotNull Step step,
        @Size(max = 64) String person,
        @Size(max = 100) List<String> visitors,
        @Size(max = 4000) String text,
        @Size(max = 64) String value)
        implements CommandBody {

    /** The steps. */
    public enum Step {
        /** None was named. */
        NONE,
        /** Reported to {@code person}, under the grade {@code text}. */
        REPORT,
        /** Offered to {@code person} because of {@code text}. */
        OFFER,
        /** An offer declined because of {@code text}. */
        DECLINE,
        /** Taken in hand. */
        ACCEPT,
        /** Who reported was answered. */
        ANSWER,
        /** Visited; {@code text} is what was found. */
        VISIT,
        /** {@code person} was sent to work. */
        DISPATCH,
        /** The work is done; {@code value} is the hash of the photo. */
        FINISH,
        /** Sent the way {@code value} because of {@code text}. */
        ESCALATE,
        /** Those concerned were asked; {@code value} is their answer, {@code text} the note. */
        FOLLOW_UP,
        /** Reviewed; {@code text} is what was found. */
        REVIEW,
        /** Closed. */
        CLOSE,
        /** Opened again because of {@code text}. */
        REOPEN
    }

    /** What is left out is empty. */
    public CaseStepTaken {
        step = Objects.requireNonNullElse(step, Step.NONE);
        person = Objects.requireNonNullElse(person, "");
        visitors = visitors == null ? List.of() : List.copyOf(visitors);
        text = Objects.requireNonNullElse(text, "");
        value = Objects.requireNonNullElse(value, "");
    }

    /** The step alone: what was said is not to be printed. */
    @Override
    public String toString() {
        return step.toString();
    }
}
