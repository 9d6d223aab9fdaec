package io.github.xinyi.rest.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * How far and by whom a budget may be exceeded, as the owners decide it with the budget.
 *
 * @param delegation {@code PERMITTED} or {@code FORBIDDEN}
 * @param bodyTier what the owners' body may add to a line, for example {@code 5/100}
 * @param contingencyMinor in fen
 * @param emergencyDays within how many days an emergency is confirmed, 1 to 30
 * @param surplus for example {@code CARRY_FORWARD}
 * @param deficit for example {@code CARRY_FORWARD}
 * @since 0.1.0
 */
public record PolicyOfBudget(
        @NotBlank @Size(max = 64) String delegation,
        @NotBlank @Size(max = 40) String bodyTier,
        @PositiveOrZero long contingencyMinor,
        @Positive int emergencyDays,
        @NotBlank @Size(max = 64) String surplus,
        @NotBlank @Size(max = 64) String deficit) {

    static final PolicyOfBudget NONE = new PolicyOfBudget("", "", 0, 0, "", "");

    /** What is left out is empty. */
    public PolicyOfBudget {
        delegation = Objects.requireNonNullElse(delegation, "");
        bodyTier = Objects.requireNonNullElse(bodyTier, "");
        surplus = Objects.requireNonNullElse(surplus, "");
        deficit = Objects.requireNonNullElse(deficit, "");
    }
}
