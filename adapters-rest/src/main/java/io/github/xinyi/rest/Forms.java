package io.github.xinyi.rest;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;

/** The media types in which one thing is told, of which the caller takes one. */
final class Forms {

    private Forms() {}

    /**
     * The type that the caller likes best; the first one if he takes any.
     *
     * @throws NotAcceptableException if he takes none
     */
    static String chosen(Request request, String... types) {
        MediaType[] offered =
                Arrays.stream(types).map(MediaType::valueOf).toArray(MediaType[]::new);
        Variant chosen = request.selectVariant(Variant.mediaTypes(offered).build());
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return chosen.getMediaType().toString();
    }

    /** A file under a name of letters, digits, hyphens and dots. */
    static ResponseBuilder file(byte[] bytes, String type, String name) {
        return Response.ok(bytes)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
    }
}
