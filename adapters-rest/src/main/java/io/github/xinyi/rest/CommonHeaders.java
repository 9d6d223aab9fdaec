package io.github.xinyi.rest;

import io.github.xinyi.rest.answer.Problem;
import io.github.xinyi.rest.disclosure.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What every response under our path has; what the framework refuses there becomes a problem. Other
 * paths of the host are left alone. Thread-safe.
 */
final class CommonHeaders implements ContainerResponseFilter {

    /** The path of every resource of a community. */
    static final String ROOT = "api/communities";

    /** The path of what those ask who run the host. */
    private static final String SERVICE = "api/service";

    private static final int FIRST_ERROR = 400;

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isOurs(request.getUriInfo().getPath())) {
            return;
        }
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        String correlation = request.getHeaderString(Correlation.HEADER);
        if (correlation != null) {
            response.getHeaders().putSingle(Correlation.HEADER, correlation);
        }
        if (response.getStatus() >= FIRST_ERROR && !isProblem(response)) {
            String languages = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
            response.setEntity(
                    Problems.in(Languages.preferred(languages)).ofStatus(response.getStatus()),
                    new Annotation[0],
                    PROBLEM);
        }
    }

    /** A problem, or one that was kept as text. */
    private static boolean isProblem(ContainerResponseContext response) {
        return response.getEntity() instanceof Problem
                || PROBLEM.isCompatible(
                        Objects.requireNonNullElse(
                                response.getMediaType(), MediaType.TEXT_PLAIN_TYPE));
    }

    static boolean isOurs(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return Stream.of(ROOT, SERVICE)
                .anyMatch(root -> relative.equals(root) || relative.startsWith(root + "/"));
    }
}
