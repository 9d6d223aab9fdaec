package io.github.xinyi.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/**
 * What every request about a community brings beside its own parameters and its body; made by the
 * framework for each request. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class InCommunity {

    private final String community;
    private final SecurityContext security;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Request request;

    /**
     * What a request brings.
     *
     * @param community its id
     * @param security who calls
     * @param headers of the request
     * @param uri of the request
     * @param request the request
     */
    public InCommunity(
            @PathParam("community") String community,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context Request request) {
        this.community = community;
        this.security = security;
        this.headers = headers;
        this.uri = uri;
        this.request = request;
    }

    String community() {
        return community;
    }

    HttpHeaders headers() {
        return headers;
    }

    UriInfo uri() {
        return uri;
    }

    Call call() {
        return Call.of(security);
    }

    Exchange exchange() {
        return new Exchange(headers, request);
    }
}
