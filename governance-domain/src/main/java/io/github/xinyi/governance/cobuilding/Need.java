package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedAgreed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedCompleted;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedDropped;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedListed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.NeedMatched;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.WorkStarted;
import io.github.xinyi.governance.identity.ListingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the list of needs with its whole course, for example listed, matched with R03,
 * agreed, in progress, done.
 *
 * @param listed how it began
 * @param steps what followed, in order
 * @since 0.1.0
 */
public record Need(NeedListed listed, List<CobuildingEvent> steps) {

    /** How far a need has come; from every stage before the last two it can be dropped. */
    public enum Stage {
        /** On the list. */
        LISTED,
        /** It has claimed its quantity of a resource. */
        MATCHED,
        /** An agreement with the provider covers it. */
        AGREED,
        /** The work goes on. */
        IN_PROGRESS,
        /** Met, with evidence. */
        DONE,
        /** Given up, with the reason. */
        DROPPED;

        /**
         * Whether nothing more can happen.
         *
         * @return true for the last two
         */
        public boolean isFinal() {
            return this == DONE || this == DROPPED;
        }
    }

    /** Copies the steps. */
    public Need {
        steps = List.copyOf(steps);
    }

    /**
     * How far it has come.
     *
     * @return the stage
     */
    public Stage stage() {
        Stage stage = Stage.LISTED;
        for (CobuildingEvent step : steps) {
            if (step instanceof NeedMatched) {
                stage = Stage.MATCHED;
            } else if (step instanceof NeedAgreed) {
                stage = Stage.AGREED;
            } else if (step instanceof WorkStarted) {
                stage = Stage.IN_PROGRESS;
            } else if (step instanceof NeedCompleted) {
                stage = Stage.DONE;
            } else if (step instanceof NeedDropped) {
                stage = Stage.DROPPED;
            } else {
                throw new IllegalStateException("not a step of a need: " + step.getClass());
            }
        }
        return stage;
    }

    /**
     * The resource it claimed, also after it was dropped.
     *
     * @return empty while it was never matched
     */
    public Optional<ListingId> resource() {
        return steps.stream()
                .filter(NeedMatched.class::isInstance)
                .map(step -> ((NeedMatched) step).resource())
                .findFirst();
    }

    Instant lastAt() {
        return steps.isEmpty() ? listed.occurredAt() : steps.get(steps.size() - 1).occurredAt();
    }

    Need plus(CobuildingEvent step) {
        List<CobuildingEvent> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Need(listed, longer);
    }
}
