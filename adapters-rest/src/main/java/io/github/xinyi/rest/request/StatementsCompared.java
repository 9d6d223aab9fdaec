package io.github.xinyi.rest.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * Statements of the bank to be compared with the book, for example those of January and February.
 *
 * @param account the host's short name of the account, for example {@code joint}
 * @param through entries of a later day are left out, ISO 8601
 * @param files from the opening of the book on, the earliest first, without gap
 * @since 0.1.0
 */
public record StatementsCompared(
        @NotBlank @Size(max = 48) String account,
        @NotBlank String through,
        @NotEmpty @Size(max = StatementsCompared.MAX_FILES) List<@Valid File> files)
        implements CommandBody {

    /** The most files of one request. */
    public static final int MAX_FILES = 120;

    /** The most lines of one file. */
    public static final int MAX_LINES = 50_000;

    /** How a file is written. */
    public enum Form {
        /** A table, in the columns that the host knows of this bank. */
        TABLE,
        /** ISO 20022, camt.053.001.02 or camt.053.001.08. */
        CAMT_053,
        /** Not said, which is refused. */
        NONE
    }

    /** What is left out is empty. */
    public StatementsCompared {
        account = Objects.requireNonNullElse(account, "");
        through = Objects.requireNonNullElse(through, "");
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** Account, day and number of files alone: lines may name persons. */
    @Override
    public String toString() {
        return account + " through " + through + ", " + files.size() + " files";
    }

    /**
     * One file.
     *
     * @param name the name that every fault carries, for example {@code 2025-01.csv}
     * @param form {@code TABLE} or {@code CAMT_053}
     * @param lines its lines, each of at most 20,000 characters; a file of XML may be broken
     *     wherever white space says nothing, and what it declares of its encoding is passed over
     */
    public record File(
            @NotBlank @Size(max = 40) String name,
            @NotNull Form form,
            @NotEmpty @Size(max = StatementsCompared.MAX_LINES) List<String> lines) {

        /** What is left out is empty. */
        public File {
            name = Objects.requireNonNullElse(name, "");
            form = Objects.requireNonNullElse(form, Form.NONE);
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        /** Name and number of lines alone: lines may name persons. */
        @Override
        public String toString() {
            return name + ", " + lines.size() + " lines";
        }
    }
}
