package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.keys.OutflowOrder;
import java.util.Optional;

/**
 * What an outflow under a plan is charged to: the plan, or of a distribution one unit's part of it
 * (分户), for example {@code FP-2025-1/7-2-101}.
 *
 * <p>It is the text of the order that both keys sign, at most {@code OutflowOrder.MAX_BUDGET_LINE}
 * characters: beside the longest id of a plan a unit's has at most 39, or the plan is not shared
 * ({@link AdoptedPlan#sharedAmong}). Source: the form is an interpretation.
 *
 * @param plan the id of the plan
 * @param part the id of the unit; empty where the plan itself is charged
 * @since 0.1.0
 */
public record PlanCharge(String plan, String part) {

    private static final char BETWEEN = '/';

    /**
     * One unit's part of a distribution.
     *
     * @param plan the adopted plan
     * @param unit the unit
     * @return the charge, for example {@code FP-2025-1/7-2-101}
     */
    public static PlanCharge of(AdoptedPlan plan, UnitId unit) {
        return new PlanCharge(plan.content().id(), unit.value());
    }

    /**
     * Reads the text that was signed.
     *
     * @param text a plan's id, and after a stroke the id of a unit
     * @return the charge; an id that no plan has is found out where plans are known
     */
    public static PlanCharge parse(String text) {
        int stroke = text.indexOf(BETWEEN);
        return stroke < 0
                ? new PlanCharge(text, "")
                : new PlanCharge(text.substring(0, stroke), text.substring(stroke + 1));
    }

    /**
     * The unit whose part is charged.
     *
     * @return empty where none is named, or what is named can be no unit
     */
    public Optional<UnitId> unit() {
        try {
            return part.isEmpty() ? Optional.empty() : Optional.of(UnitId.of(part));
        } catch (IllegalArgumentException notAUnit) {
            return Optional.empty();
        }
    }

    /** Whether an order may be charged to it. */
    boolean isShortEnough() {
        return toString().length() <= OutflowOrder.MAX_BUDGET_LINE;
    }

    /** The text that is signed, for example {@code FP-2025-1/7-2-101}. */
    @Override
    public String toString() {
        return part.isEmpty() ? plan : plan + BETWEEN + part;
    }
}
