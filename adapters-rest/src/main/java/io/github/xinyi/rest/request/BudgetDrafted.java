package io.github.xinyi.rest.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * A budget as it is to be put to the owners, for example that of 2026 with 12 lines.
 *
 * @param year the calendar year, 2000 to 9999
 * @param file the name that every fault carries, for example {@code budget.csv}
 * @param lines the table as comma-separated values, the header first and no cell over two lines
 * @param policy how far and by whom it may be exceeded; its digest is told
 * @since 0.1.0
 */
public record BudgetDrafted(
        @Positive int year,
        @NotBlank @Size(max = 40) String file,
        @NotEmpty @Size(max = BudgetDrafted.MAX_LINES) List<String> lines,
        @NotNull @Valid PolicyOfBudget policy)
        implements CommandBody {

    /** The most lines of a table. */
    public static final int MAX_LINES = 1_001;

    static final BudgetDrafted NONE = new BudgetDrafted(0, "", List.of(), PolicyOfBudget.NONE);

    /** What is left out is empty. */
    public BudgetDrafted {
        file = Objects.requireNonNullElse(file, "");
        lines = lines == null ? List.of() : List.copyOf(lines);
        policy = Objects.requireNonNullElse(policy, PolicyOfBudget.NONE);
    }
}
