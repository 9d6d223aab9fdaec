package io.github.xinyi.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The link to the page that follows (RFC 8288), relative to the page itself. */
final class NextPage {

    private NextPage() {}

    /**
     * Adds the link, if there is a page to follow.
     *
     * @param kept names and values in turn of the parameters that stay; a null value is left out
     */
    static ResponseBuilder link(
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
