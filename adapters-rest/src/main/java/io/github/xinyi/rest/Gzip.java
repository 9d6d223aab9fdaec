package io.github.xinyi.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is read as JSON or text with gzip to whoever accepts it; its entity tag is weak then,
 * since the bytes are others. What the host has encoded already is left as it is. Thread-safe.
 */
final class Gzip implements ContainerResponseFilter, WriterInterceptor {

    private static final String ACCEPTED = "io.github.xinyi.rest.gzip";
    private static final int OK = 200;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (response.getStatus() == OK
                && response.hasEntity()
                && isText(response.getMediaType())
                && accepts(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            request.setProperty(ACCEPTED, true);
            EntityTag tag = response.getEntityTag();
            if (tag != null) {
                response.getHeaders()
                        .putSingle(HttpHeaders.ETAG, new EntityTag(tag.getValue(), true));
            }
        }
    }

    /** A feed is not: each of its events goes out at once. */
    private static boolean isText(@Nullable MediaType type) {
        return type != null
                && (AnswerWriter.isJson(type)
                        || (type.getType().equals("text")
                                && !type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE)));
    }

    /** Whether gzip is named and not with a weight of nothing. */
    static boolean accepts(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(
                                coding ->
                                        coding.equals("gzip")
                                                || (coding.startsWith("gzip;")
                                                        && !coding.matches("gzip; *q=0(\\.0*)?")));
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        boolean encodedByHost = context.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING);
        if (context.getProperty(ACCEPTED) == null || encodedByHost) {
            context.proceed();
            return;
        }
        context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        context.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        OutputStream plain = context.getOutputStream();
        GZIPOutputStream packed = new GZIPOutputStream(plain);
        context.setOutputStream(packed);
        try {
            context.proceed();
        } finally {
            packed.finish();
            context.setOutputStream(plain);
        }
    }
}
