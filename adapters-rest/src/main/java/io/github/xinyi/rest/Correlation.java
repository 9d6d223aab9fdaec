package io.github.xinyi.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request under our path an id, by which its log lines and its answer are found: the
 * one that it brings, if it has the form, else a new one. Thread-safe.
 */
@PreMatching
final class Correlation implements ContainerRequestFilter {

    /** The header of request and response. */
    static final String HEADER = "X-Correlation-Id";

    /** Nothing in it can break a line of a log or a header. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final Supplier<String> ids;

    Correlation(Supplier<String> ids) {
        this.ids = ids;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (CommonHeaders.isOurs(request.getUriInfo().getPath())
                && !isId(request.getHeaderString(HEADER))) {
            request.getHeaders().put(HEADER, List.of(ids.get()));
        }
    }

    private static boolean isId(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }
}
