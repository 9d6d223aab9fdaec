package io.github.xinyi.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The link to the page that follows (RFC 8288), relative to the page itself. */
final class NextPage {

    private NextPage() {}

    /**
     * How a page is answered: as it is, with the link if there is a page to follow.
     *
     * @param next the cursor that a page gives, null if it is the last
     * @param kept names and values in turn of the parameters that stay; a null value is left out
     */
    static <P> Function<P, ResponseBuilder> linked(
            Function<P, @Nullable String> next, @Nullable String... kept) {
        return page -> link(Response.ok(page), next.apply(page), kept);
    }

    private static ResponseBuilder link(
            ResponseBuilder response, @Nullable String next, @Nullable String... kept) {
        if (next == null) {
            return response;
        }
        StringBuilder query = new StringBuilder("?cursor=").append(next);
        for (int i = 0; i < kept.length; i += 2) {
            String value = kept[i + 1];
            if (value != null) {
                query.append('&')
                        .append(kept[i])
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return response.header(HttpHeaders.LINK, "<" + query + ">; rel=\"next\"");
    }
}
