package io.github.xinyi.rest.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * An owners' meeting as it was called.
 *
 * @param id once in the community, for example {@code 2025-OM-01}
 * @param rosterDate the record date of the roster, ISO 8601
 * @param noticeDate the day on which all owners were told
 * @param opensAt the first moment at which a ballot counts, RFC 3339
 * @param closesAt the last one
 * @param motions 1 to 50
 * @since 0.1.0
 */
public record MeetingCalled(
        @NotBlank @Size(max = 64) String id,
        @NotBlank String rosterDate,
        @NotBlank String noticeDate,
        @NotBlank String opensAt,
        @NotBlank String closesAt,
        @NotEmpty @Size(max = 50) List<@Valid Question> motions)
        implements CommandBody {

    /** What is left out is empty. */
    public MeetingCalled {
        id = Objects.requireNonNullElse(id, "");
        rosterDate = Objects.requireNonNullElse(rosterDate, "");
        noticeDate = Objects.requireNonNullElse(noticeDate, "");
        opensAt = Objects.requireNonNullElse(opensAt, "");
        closesAt = Objects.requireNonNullElse(closesAt, "");
        motions = motions == null ? List.of() : List.copyOf(motions);
    }

    /**
     * One question.
     *
     * @param id once in its meeting, for example {@code M1}
     * @param matter for example {@code MANAGER_APPOINTMENT}
     * @param title as announced
     * @param documents the SHA-256 of each paper voted on
     * @param trust what it decides under the trust model, for example {@code ANNUAL_BUDGET}; empty
     *     if nothing
     */
    public record Question(
            @NotBlank @Size(max = 64) String id,
            @NotBlank String matter,
            @NotBlank @Size(max = 200) String title,
            @Size(max = 20) List<String> documents,
            String trust) {

        /** What is left out is empty. */
        public Question {
            id = Objects.requireNonNullElse(id, "");
            matter = Objects.requireNonNullElse(matter, "");
            title = Objects.requireNonNullElse(title, "");
            documents = documents == null ? List.of() : List.copyOf(documents);
            trust = Objects.requireNonNullElse(trust, "");
        }
    }
}
