package io.github.xinyi.rest.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * A dispute or a request for service, as it was brought to the grid.
 *
 * @param id once in the community, for example {@code C-2025-0042}
 * @param category for example {@code ANIMALS}
 * @param building where, shown to everybody; never a unit or a person
 * @param units the units concerned, never public
 * @param reporter who complained; left out it is who calls
 * @param text what was said, up to 4,000 characters
 * @since 0.1.0
 */
public record CaseFoundIn(
        @NotBlank @Size(max = 64) String id,
        @NotBlank String category,
        @NotBlank @Size(max = 64) String building,
        @Size(max = 100) List<String> units,
        @Size(max = 64) String reporter,
        @NotBlank @Size(max = 4000) String text)
        implements CommandBody {

    /** What is left out is empty. */
    public CaseFoundIn {
        id = Objects.requireNonNullElse(id, "");
        category = Objects.requireNonNullElse(category, "");
        building = Objects.requireNonNullElse(building, "");
        units = units == null ? List.of() : List.copyOf(units);
        reporter = Objects.requireNonNullElse(reporter, "");
        text = Objects.requireNonNullElse(text, "");
    }

    /** The case's number alone: what was said is not to be printed. */
    @Override
    public String toString() {
        return "case " + id;
    }
}
