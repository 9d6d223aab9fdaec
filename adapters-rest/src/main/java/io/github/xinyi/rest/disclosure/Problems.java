package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.rest.answer.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request has no other answer, in one language (RFC 9457). Thread-safe.
 *
 * @since 0.1.0
 */
public final class Problems {

    private static final String TYPE = "tag:xinyi.github.io,2026:problem/";

    private final Texts texts;

    private Problems(Texts texts) {
        this.texts = texts;
    }

    /**
     * The problems in a language.
     *
     * @param language of title, detail and findings
     * @return the problems
     */
    public static Problems in(Language language) {
        return new Problems(Texts.in(language));
    }

    /**
     * There is no such thing, or the caller may not see it.
     *
     * @return status 404
     */
    public Problem missing() {
        return problem("not-found", 404, null, List.of());
    }

    /**
     * The request is not as it must be.
     *
     * @param ruling every rule in the way
     * @return status 400
     */
    public Problem refused(Ruling ruling) {
        return problem(
                "bad-request",
                400,
                null,
                ruling.notMet().stream()
                        .map(
                                finding ->
                                        new Problem.Finding(
                                                finding.rule().value(), texts.render(finding)))
                        .toList());
    }

    /**
     * Too many ask at once.
     *
     * @param correlation names the case, for example a UUID
     * @return status 503
     */
    public Problem busy(String correlation) {
        return problem("busy", 503, "urn:uuid:" + correlation, List.of());
    }

    /**
     * The server is at fault, and its log says how.
     *
     * @param correlation names the case, for example a UUID
     * @return status 500
     */
    public Problem failed(String correlation) {
        return problem("server-error", 500, "urn:uuid:" + correlation, List.of());
    }

    /**
     * What the web framework refuses before anybody is asked.
     *
     * @param status 400 to 599
     * @return a problem of that status
     */
    public Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> problem("bad-request", status, null, List.of());
            case 404 -> missing();
            case 405 -> problem("method-not-allowed", status, null, List.of());
            case 406 -> problem("not-acceptable", status, null, List.of());
            default -> problem(status < 500 ? "refused" : "unavailable", status, null, List.of());
        };
    }

    private Problem problem(
            String code, int status, @Nullable String instance, List<Problem.Finding> findings) {
        return new Problem(
                TYPE + code,
                texts.label("problem." + code + ".title"),
                status,
                texts.label("problem." + code + ".detail"),
                instance,
                findings);
    }
}
