package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.disclosure.DisbursementDisclosure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * The payments of a community. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/disbursements")
@Produces(MediaType.APPLICATION_JSON)
public final class DisbursementResource {

    private final DisbursementDisclosure disbursements;

    DisbursementResource(DisbursementDisclosure disbursements) {
        this.disbursements = disbursements;
    }

    /**
     * Payments by the time of their request.
     *
     * @param community its id
     * @param offset how many to pass over
     * @param limit 1 to 200
     * @param headers of the request
     * @param request the request
     * @return a page
     */
    @GET
    @Performs(Operation.LIST_DISBURSEMENTS)
    public Response list(
            @PathParam("community") String community,
            @QueryParam("offset") @Nullable String offset,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> disbursements.list(community, offset, limit),
                        page ->
                                NextPage.link(
                                        Response.ok(page), "offset", page.next(), "limit", limit));
    }

    /**
     * One payment with everything that it stands on.
     *
     * @param community its id
     * @param id the payment's number
     * @param uri of the request; files are linked by their path, whatever the host is called
     * @param headers of the request
     * @param request the request
     * @return the payment
     */
    @GET
    @Performs(Operation.READ_DISBURSEMENT)
    @Path("{id}")
    public Response one(
            @PathParam("community") String community,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language ->
                                disbursements.one(
                                        community,
                                        id,
                                        file ->
                                                uri.getBaseUriBuilder()
                                                        .path(CommonHeaders.ROOT)
                                                        .path("{community}/vouchers/{file}")
                                                        .build(community, file.toHex())
                                                        .getRawPath()));
    }
}
