package io.github.xinyi.rest;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.Problem;
import io.github.xinyi.rest.disclosure.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The responses of one request that are problems (RFC 9457). Not thread-safe. */
final class Refusals {

    static final String PROBLEM_JSON = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Language language;
    private final String correlation;

    private Refusals(@Nullable String acceptLanguage, @Nullable String correlation) {
        this.language = Languages.preferred(acceptLanguage);
        this.correlation = String.valueOf(correlation);
    }

    static Refusals of(HttpHeaders headers) {
        return new Refusals(
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                headers.getHeaderString(Correlation.HEADER));
    }

    static Refusals of(ContainerRequestContext request) {
        return new Refusals(
                request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                request.getHeaderString(Correlation.HEADER));
    }

    Language language() {
        return language;
    }

    String correlation() {
        return correlation;
    }

    Problems problems() {
        return Problems.in(language);
    }

    Response missing() {
        return response(problems().missing()).build();
    }

    Response denied() {
        return response(problems().denied()).build();
    }

    /** Waits are told in whole seconds, never less than is to be waited. */
    Response tooMany(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return response(problems().tooMany()).header(HttpHeaders.RETRY_AFTER, seconds).build();
    }

    /** The same command is being carried out: its answer is there in a moment. */
    Response running() {
        return response(problems().keyRunning()).header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    Response busy() {
        LOG.warn("request {} refused: too many look back at once", correlation);
        return response(problems().busy(correlation)).header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    Response failed(RuntimeException cause) {
        LOG.error("request {} failed", correlation, cause);
        return response(problems().failed(correlation)).build();
    }

    ResponseBuilder response(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, tag(language))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
    }

    static String tag(Language language) {
        return language.suffix().replace('_', '-');
    }
}
