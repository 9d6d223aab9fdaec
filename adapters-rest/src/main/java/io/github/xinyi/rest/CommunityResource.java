package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.CommunityList;
import io.github.xinyi.rest.disclosure.Communities;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * The published communities. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities")
public final class CommunityResource {

    private final Communities communities;
    private final Gate gate;

    CommunityResource(Communities communities, Gate gate) {
        this.communities = communities;
        this.gate = gate;
    }

    /**
     * All communities that the caller may know of.
     *
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @param security of the request
     * @param headers of the request
     * @param request the request
     * @return id and name of each
     */
    @GET
    @Performs(Operation.LIST_COMMUNITIES)
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context Request request) {
        Caller caller = Call.of(security).caller();
        return new Exchange(headers, request)
                .answer(
                        language -> communities.list(id -> gate.isKnown(caller, id), cursor, limit),
                        NextPage.linked(CommunityList::next, "limit", limit));
    }
}
