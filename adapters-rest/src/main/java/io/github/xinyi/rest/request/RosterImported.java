package io.github.xinyi.rest.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * A roster of owners as a table, to be frozen for its record date.
 *
 * @param recordDate the day on which it stood so, ISO 8601
 * @param developer who votes for what is unsold or not handed over
 * @param file the name that every fault carries, for example {@code units.csv}
 * @param lines the table as comma-separated values, the header first and no cell over two lines
 * @since 0.1.0
 */
public record RosterImported(
        @NotBlank String recordDate,
        @NotBlank @Size(max = 64) String developer,
        @NotBlank @Size(max = 40) String file,
        @NotEmpty @Size(max = 200_001) List<String> lines)
        implements CommandBody {

    /** What is left out is empty. */
    public RosterImported {
        recordDate = Objects.requireNonNullElse(recordDate, "");
        developer = Objects.requireNonNullElse(developer, "");
        file = Objects.requireNonNullElse(file, "");
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Day and number of lines alone: who owns what is not to be printed. */
    @Override
    public String toString() {
        return "roster of " + recordDate + ", " + lines.size() + " lines";
    }
}
