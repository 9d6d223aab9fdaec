package io.github.xinyi.rest;

import io.github.xinyi.rest.disclosure.Communities;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The published communities. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities")
public final class CommunityResource {

    private final Communities communities;

    CommunityResource(Communities communities) {
        this.communities = communities;
    }

    /**
     * All communities.
     *
     * @param headers of the request
     * @param request the request
     * @return id and name of each
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context HttpHeaders headers, @Context Request request) {
        return new Exchange(headers, request).answer(language -> communities.list());
    }
}
