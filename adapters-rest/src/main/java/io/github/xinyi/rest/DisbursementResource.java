package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.PaymentDesk;
import io.github.xinyi.rest.disclosure.DisbursementDisclosure;
import io.github.xinyi.rest.request.ApprovalGiven;
import io.github.xinyi.rest.request.PaymentAsked;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
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

    private final PaymentDesk desk;
    private final Writes writes;

    DisbursementResource(DisbursementDisclosure disbursements, PaymentDesk desk, Writes writes) {
        this.disbursements = disbursements;
        this.desk = desk;
        this.writes = writes;
    }

    /**
     * Asks for a payment in the caller's name.
     *
     * @param community its id
     * @param asked what for
     * @param security of the request
     * @param headers of the request
     * @param uri of the request
     * @return the payment with the digest that both keys sign
     */
    @POST
    @Performs(Operation.REQUEST_DISBURSEMENT)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(
            @PathParam("community") String community,
            @Nullable PaymentAsked asked,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return writes.of(community, security, headers, uri)
                .write(
                        asked,
                        "disbursements/{id}",
                        (body, command, language) -> desk.request(command, body));
    }

    /**
     * Gives the caller's key to a payment.
     *
     * @param community its id
     * @param id the payment's number
     * @param given the key, its signature over the order's digest, and the second factor
     * @param security of the request
     * @param headers of the request
     * @param uri of the request
     * @return the payment with the key
     */
    @POST
    @Path("{id}/approvals")
    @Performs(Operation.APPROVE_DISBURSEMENT)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(
            @PathParam("community") String community,
            @PathParam("id") String id,
            @Nullable ApprovalGiven given,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return writes.of(community, security, headers, uri)
                .write(given, "", (body, command, language) -> desk.approve(command, id, body));
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
