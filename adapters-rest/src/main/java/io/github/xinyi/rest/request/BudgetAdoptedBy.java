package io.github.xinyi.rest.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * What the owners adopted a budget by, for example {@code COUNTED} {@code 2025-OM-02 M1}.
 *
 * @param provenance {@code COUNTED} here from the ballots, or {@code EXTERNAL}
 * @param reference the decision's name in the community
 * @param budget the table and the policy that were decided, as they were drafted
 * @since 0.1.0
 */
public record BudgetAdoptedBy(
        @NotBlank @Size(max = 16) String provenance,
        @NotBlank @Size(max = BudgetAdoptedBy.MAX_REFERENCE) String reference,
        @NotNull @Valid BudgetDrafted budget)
        implements CommandBody {

    /** The longest name of a decision, in characters. */
    public static final int MAX_REFERENCE = 128;

    /** What is left out is empty. */
    public BudgetAdoptedBy {
        provenance = Objects.requireNonNullElse(provenance, "");
        reference = Objects.requireNonNullElse(reference, "");
        budget = Objects.requireNonNullElse(budget, BudgetDrafted.NONE);
    }
}
