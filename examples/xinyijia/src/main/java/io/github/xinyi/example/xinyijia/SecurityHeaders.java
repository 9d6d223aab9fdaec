package io.github.xinyi.example.xinyijia;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every answer of the server tells the browser to refuse: foreign or inline script, to be
 * framed, to guess types, to tell other sites where the reader came from. A header that a resource
 * has set itself, such as the narrower policy of a voucher, stays. Thread-safe.
 */
final class SecurityHeaders implements ContainerResponseFilter {

    private static final String POLICY =
            "default-src 'none'; connect-src 'self'; img-src 'self'; style-src 'self';"
                    + " script-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy", POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        HEADERS.forEach((name, value) -> headers.computeIfAbsent(name, unset -> single(value)));
    }

    private static List<Object> single(String value) {
        List<Object> values = new ArrayList<>();
        values.add(value);
        return values;
    }
}
