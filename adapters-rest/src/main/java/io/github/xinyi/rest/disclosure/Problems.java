package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.rest.answer.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a request has no other answer, in one language (RFC 9457). Thread-safe.
 *
 * @since 0.1.0
 */
public final class Problems {

    private static final String TYPE = "tag:xinyi.github.io,2026:problem/";

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        return problem("bad-request", 400, null, findings(ruling.findings()));
    }

    /**
     * A body or a header is not as it must be.
     *
     * @param findings what is wrong with it
     * @return status 400
     */
    public Problem malformed(List<Finding> findings) {
        return problem("bad-request", 400, null, findings(findings));
    }

    /**
     * Rules are in the way of a command.
     *
     * @param findings all that were asked, those that were met too
     * @return status 422
     */
    public Problem byRule(List<Finding> findings) {
        return problem("refused-by-rule", 422, null, findings(findings));
    }

    /**
     * The command is about a version that is no longer the latest.
     *
     * @param findings what a store said of it, if it was asked
     * @return status 412
     */
    public Problem stale(List<Finding> findings) {
        return problem("stale-version", 412, null, findings(findings));
    }

    /**
     * The command does not say about which version it is.
     *
     * @return status 428
     */
    public Problem unconditional() {
        return problem("version-required", 428, null, List.of());
    }

    /**
     * The key of the command was used for another one.
     *
     * @return status 422
     */
    public Problem keyReused() {
        return problem("key-reused", 422, null, List.of());
    }

    /**
     * The same command is being carried out at this moment.
     *
     * @return status 409
     */
    public Problem keyRunning() {
        return problem("command-running", 409, null, List.of());
    }

    private List<Problem.Finding> findings(List<Finding> findings) {
        return findings.stream()
                .map(
                        finding ->
                                new Problem.Finding(
                                        finding.rule().value(),
                                        finding.verdict().name(),
                                        texts.render(finding)))
                .toList();
    }

    /**
     * Too many ask at once.
     *
     * @param correlation the id of the request, for example a UUID
     * @return status 503
     */
    public Problem busy(String correlation) {
        return problem("busy", 503, instance(correlation), List.of());
    }

    /**
     * The server is at fault, and its log says how.
     *
     * @param correlation the id of the request, for example a UUID
     * @return status 500
     */
    public Problem failed(String correlation) {
        return problem("server-error", 500, instance(correlation), List.of());
    }

    private static String instance(String correlation) {
        return UUID.matcher(correlation).matches()
                ? "urn:uuid:" + correlation
                : "tag:xinyi.github.io,2026:request/" + correlation;
    }

    /**
     * The caller may not do this here.
     *
     * @return status 403
     */
    public Problem denied() {
        return problem("denied", 403, null, List.of());
    }

    /**
     * The caller has called too often.
     *
     * @return status 429
     */
    public Problem tooMany() {
        return problem("too-many-requests", 429, null, List.of());
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
            case 403 -> denied();
            case 404 -> missing();
            case 405 -> problem("method-not-allowed", status, null, List.of());
            case 406 -> problem("not-acceptable", status, null, List.of());
            case 413 -> problem("too-large", status, null, List.of());
            case 415 -> problem("unsupported-type", status, null, List.of());
            case 429 -> tooMany();
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
