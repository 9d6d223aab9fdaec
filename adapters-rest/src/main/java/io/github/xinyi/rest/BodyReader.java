package io.github.xinyi.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.rest.disclosure.Problems;
import io.github.xinyi.rest.disclosure.RequestRule;
import io.github.xinyi.rest.request.CommandBody;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads our bodies from JSON in UTF-8, and leaves every other type to the host. Thread-safe. */
final class BodyReader implements MessageBodyReader<CommandBody> {

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return CommandBody.class.isAssignableFrom(type) && AnswerWriter.isJson(mediaType);
    }

    @Override
    public CommandBody readFrom(
            Class<CommandBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> httpHeaders,
            InputStream entityStream)
            throws IOException {
        String languages = httpHeaders.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            CommandBody body = Json.BODIES.forType(type).readValue(entityStream);
            if (body != null) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw malformed(languages, e.getLocation());
        }
        throw malformed(languages, JsonLocation.NA);
    }

    /** Where it is, and nothing of what was sent. */
    static BadRequestException malformed(@Nullable String languages, @Nullable JsonLocation where) {
        Finding finding =
                RuleCheck.of(
                        RequestRule.BODY,
                        false,
                        "line",
                        Math.max(1, where == null ? 1 : where.getLineNr()),
                        "column",
                        Math.max(1, where == null ? 1 : where.getColumnNr()));
        return new BadRequestException(
                Response.status(Response.Status.BAD_REQUEST)
                        .type(Refusals.PROBLEM_JSON)
                        .entity(
                                Problems.in(Languages.preferred(languages))
                                        .malformed(List.of(finding)))
                        .build());
    }
}
