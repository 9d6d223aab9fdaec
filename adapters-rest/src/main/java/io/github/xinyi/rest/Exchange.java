package io.github.xinyi.rest;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.Problem;
import io.github.xinyi.rest.disclosure.Problems;
import io.github.xinyi.rest.disclosure.Reply;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its response: language, entity tag, problems. Not thread-safe. */
final class Exchange {

    /** What may change is asked for again each time, and mostly found unchanged. */
    static final String REVALIDATE = "no-cache";

    static final String PROBLEM_JSON = "application/problem+json";

    private static final int BAD_REQUEST = 400;

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Request request;
    private final Language language;

    Exchange(HttpHeaders headers, Request request) {
        this.request = request;
        this.language = Languages.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Answers with the body as it is. */
    <T> Response answer(Function<Language, Reply<T>> handler) {
        return answer(handler, Response::ok);
    }

    /** Answers with what is made of the body. */
    <T> Response answer(
            Function<Language, Reply<T>> handler, Function<T, ResponseBuilder> response) {
        return answer(handler, response, REVALIDATE);
    }

    /** Answers with what is made of the body, to be kept as long as this says. */
    <T> Response answer(
            Function<Language, Reply<T>> handler,
            Function<T, ResponseBuilder> response,
            String cacheControl) {
        try {
            return handler.apply(language)
                    .fold(
                            found -> found(found, response, cacheControl),
                            new Reply.Cases<>(
                                    () -> problem(Problems.in(language).missing()).build(),
                                    ruling ->
                                            problem(Problems.in(language).refused(ruling)).build(),
                                    this::busy));
        } catch (RuntimeException e) {
            // Whatever fails below, the public gets a problem with an id and no stack trace; the
            // log
            // gets the rest under the same id.
            return failed(e);
        }
    }

    private <T> Response found(
            Reply.Found<T> found, Function<T, ResponseBuilder> response, String cacheControl) {
        ResponseBuilder answer;
        if (found.version().isKnown()) {
            EntityTag tag = new EntityTag(found.version().value());
            ResponseBuilder unchanged;
            try {
                unchanged = request.evaluatePreconditions(tag);
            } catch (ProcessingException e) {
                // Jersey's word for an entity tag of the caller that is none.
                return problem(Problems.in(language).ofStatus(BAD_REQUEST)).build();
            }
            answer = (unchanged == null ? response.apply(found.body().get()) : unchanged).tag(tag);
        } else {
            answer = response.apply(found.body().get());
        }
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, tag(language))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .build();
    }

    private static String tag(Language language) {
        return language.suffix().replace('_', '-');
    }

    private ResponseBuilder problem(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, tag(language))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
    }

    private Response busy() {
        String correlation = UUID.randomUUID().toString();
        LOG.warn("request {} refused: too many look back at once", correlation);
        return problem(Problems.in(language).busy(correlation))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    private Response failed(RuntimeException cause) {
        String correlation = UUID.randomUUID().toString();
        LOG.error("request {} failed", correlation, cause);
        return problem(Problems.in(language).failed(correlation)).build();
    }
}
