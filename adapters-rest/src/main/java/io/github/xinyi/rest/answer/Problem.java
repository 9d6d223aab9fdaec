package io.github.xinyi.rest.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request has no other answer (RFC 9457).
 *
 * @param type a tag URI that names the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail this case in words
 * @param instance names this very case in the server's log, absent unless the server is at fault
 * @param findings the rules in the way, if rules are
 * @since 0.1.0
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        List<Finding> findings)
        implements Answer {

    /** Copies the findings. */
    public Problem {
        findings = List.copyOf(findings);
    }

    /**
     * What a rule says of the request.
     *
     * @param rule its code
     * @param verdict {@code NOT_MET} where it is in the way, {@code MET} where it is not, {@code
     *     PENDING}, {@code UNDETERMINED} or {@code NOT_APPLICABLE}
     * @param text with figures
     */
    public record Finding(String rule, String verdict, String text) {}
}
