package io.github.xinyi.rest;

import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.disclosure.Reply;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.function.Function;

/** One request and its response: language, entity tag, problems. Not thread-safe. */
final class Exchange {

    /** What may change is asked for again each time, and mostly found unchanged. */
    static final String REVALIDATE = "no-cache";

    /** What is of one household, or names persons, stays in no cache. */
    static final String PRIVATE = "no-store";

    private static final int BAD_REQUEST = 400;

    private final HttpHeaders headers;
    private final Request request;
    private final Refusals refusals;

    Exchange(HttpHeaders headers, Request request) {
        this.headers = headers;
        this.request = request;
        this.refusals = Refusals.of(headers);
    }

    /** The language of texts. */
    Language language() {
        return refusals.language();
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
        return answer(handler, response, cacheControl, MediaType.APPLICATION_JSON);
    }

    /** Answers with the body as JSON or as tables, whichever the caller likes best. */
    <T> Response answer(Function<Language, Reply<T>> handler, Spread<T> spread) {
        String form = Forms.ofTable(headers, request);
        return answer(
                handler,
                body -> spread.written(body, form, language()),
                spread.cacheControl(),
                form);
    }

    private <T> Response answer(
            Function<Language, Reply<T>> handler,
            Function<T, ResponseBuilder> response,
            String cacheControl,
            String form) {
        try {
            return handler.apply(refusals.language())
                    .fold(
                            found -> found(found, response, cacheControl, form),
                            new Reply.Cases<>(
                                    refusals::missing,
                                    ruling ->
                                            refusals.response(refusals.problems().refused(ruling))
                                                    .build(),
                                    refusals::busy));
        } catch (RuntimeException e) {
            // Whatever fails below, the public gets a problem with an id and no stack trace; the
            // log gets the rest under the same id.
            return refusals.failed(e);
        }
    }

    private <T> Response found(
            Reply.Found<T> found,
            Function<T, ResponseBuilder> response,
            String cacheControl,
            String form) {
        ResponseBuilder answer;
        if (found.version().isKnown()) {
            EntityTag tag = new EntityTag(found.version().in(form).value());
            ResponseBuilder unchanged;
            try {
                unchanged = request.evaluatePreconditions(tag);
            } catch (ProcessingException e) {
                // Jersey's word for an entity tag of the caller that is none.
                return refusals.response(refusals.problems().ofStatus(BAD_REQUEST)).build();
            }
            answer = (unchanged == null ? response.apply(found.body().get()) : unchanged).tag(tag);
        } else {
            answer = response.apply(found.body().get());
        }
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, Refusals.tag(refusals.language()))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .build();
    }
}
