package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.DisbursementPage;
import io.github.xinyi.rest.desk.PaymentDesk;
import io.github.xinyi.rest.disclosure.DisbursementDisclosure;
import io.github.xinyi.rest.disclosure.Tables;
import io.github.xinyi.rest.request.ApprovalGiven;
import io.github.xinyi.rest.request.PaymentAsked;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The payments of a community. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
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
     * @param in the community and what the request brings
     * @param asked what for
     * @return the payment with the digest that both keys sign
     */
    @POST
    @Performs(Operation.REQUEST_DISBURSEMENT)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(@BeanParam InCommunity in, @Nullable PaymentAsked asked) {
        return writes.of(in)
                .write(
                        asked,
                        "disbursements/{id}",
                        (body, command, language) -> desk.request(command, body));
    }

    /**
     * Gives the caller's key to a payment.
     *
     * @param in the community and what the request brings
     * @param id the payment's number
     * @param given the key, its signature over the order's digest, and the second factor
     * @return the payment with the key
     */
    @POST
    @Path("{id}/approvals")
    @Performs(Operation.APPROVE_DISBURSEMENT)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(
            @BeanParam InCommunity in, @PathParam("id") String id, @Nullable ApprovalGiven given) {
        return writes.of(in)
                .write(given, "", (body, command, language) -> desk.approve(command, id, body));
    }

    /**
     * Payments, the latest request first.
     *
     * @param in the community and what the request brings
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @return a page
     */
    @GET
    @Performs(Operation.LIST_DISBURSEMENTS)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response list(
            @BeanParam InCommunity in,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return in.exchange()
                .answer(
                        language -> disbursements.list(in.community(), cursor, limit),
                        Spread.of("disbursements", Tables::disbursements)
                                .with(NextPage.linked(DisbursementPage::next, "limit", limit)));
    }

    /**
     * One payment with everything that it stands on.
     *
     * @param in the community and what the request brings
     * @param id the payment's number
     * @return the payment
     */
    @GET
    @Performs(Operation.READ_DISBURSEMENT)
    @Path("{id}")
    public Response one(@BeanParam InCommunity in, @PathParam("id") String id) {
        return in.exchange()
                .answer(
                        language ->
                                disbursements.one(
                                        in.community(),
                                        id,
                                        file ->
                                                in.uri()
                                                        .getBaseUriBuilder()
                                                        .path(CommonHeaders.ROOT)
                                                        .path("{community}/vouchers/{file}")
                                                        .build(in.community(), file.toHex())
                                                        .getRawPath()));
    }
}
