package io.github.xinyi.rest;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.BillList;
import io.github.xinyi.rest.desk.BillDesk;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.Tables;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/**
 * Bills and receipts of households. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
@Path("/api/communities/{community}")
@Produces(MediaType.APPLICATION_JSON)
public final class BillResource {

    private static final Spread<BillList> BILLS = Spread.of("bills", Tables::bills).inNoCache();

    private final BillDesk bills;
    private final Gate gate;

    BillResource(BillDesk bills, Gate gate) {
        this.bills = bills;
        this.gate = gate;
    }

    /**
     * The caller's own bills.
     *
     * @param community its id
     * @param security of the request
     * @param headers of the request
     * @param request the request
     * @return an account for each unit of his; none for who owns none
     */
    @GET
    @Path("bills")
    @Performs(Operation.READ_OWN_BILLS)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response own(
            @PathParam("community") String community,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context Request request) {
        Call call = Call.of(security);
        return new Exchange(headers, request)
                .answer(
                        language ->
                                call.caller()
                                        .person()
                                        .map(person -> own(community, person))
                                        .orElseGet(() -> nobody(call, community)),
                        BILLS);
    }

    private Reply<BillList> own(String community, PersonId person) {
        return bills.own(community, person);
    }

    private Reply<BillList> nobody(Call call, String community) {
        gate.deniedOthersThing(call.caller(), call.operation(), call.correlation(), community);
        return Reply.missing();
    }

    /**
     * The bills of one unit, for who keeps the accounts.
     *
     * @param community its id
     * @param unit the unit
     * @param security of the request
     * @param headers of the request
     * @param request the request
     * @return its accounts
     */
    @GET
    @Path("units/{unit}/bills")
    @Performs(Operation.READ_UNIT_BILLS)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response ofUnit(
            @PathParam("community") String community,
            @PathParam("unit") String unit,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context Request request) {
        Call call = Call.of(security);
        return new Exchange(headers, request)
                .answer(
                        language ->
                                call.passage() == Gate.Passage.OPEN
                                        ? bills.ofUnit(community, unit)
                                        : nobody(call, community),
                        BILLS);
    }
}
