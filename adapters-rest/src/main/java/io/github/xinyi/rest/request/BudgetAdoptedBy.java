package io.github.xinyi.rest.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * What the owners adopted a draft by, for example {@code COUNTED} {@code 2025-OM-02 M1}.
 *
 * @param provenance {@code COUNTED} here from the ballots, or {@code EXTERNAL}
 * @param reference the decision's name in the community
 * @param policy how far and by whom it may be exceeded, as it was decided with the budget
 * @since 0.1.0
 */
public record BudgetAdoptedBy(
        @NotBlank @Size(max = 16) String provenance,
        @NotBlank @Size(max = 128) String reference,
        @NotNull @Valid PolicyOfBudget policy)
        implements CommandBody {

    /** What is left out is empty. */
    public BudgetAdoptedBy {
        provenance = Objects.requireNonNullElse(provenance, "");
        reference = Objects.requireNonNullElse(reference, "");
        policy = Objects.requireNonNullElse(policy, PolicyOfBudget.NONE);
    }
}
