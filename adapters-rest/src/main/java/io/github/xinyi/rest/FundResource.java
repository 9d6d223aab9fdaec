package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.DecisionList;
import io.github.xinyi.rest.disclosure.DecisionDisclosure;
import io.github.xinyi.rest.disclosure.FundDisclosure;
import io.github.xinyi.rest.disclosure.Tables;
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
import org.jspecify.annotations.Nullable;

/**
 * The figures of a community and its owners' decisions. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
@Path("/api/communities/{community}")
@Produces(MediaType.APPLICATION_JSON)
public final class FundResource {

    private final FundDisclosure funds;
    private final DecisionDisclosure decisions;

    FundResource(FundDisclosure funds, DecisionDisclosure decisions) {
        this.funds = funds;
        this.decisions = decisions;
    }

    /**
     * What the community has, owes and is checked by.
     *
     * @param community its id
     * @param at a moment of RFC 3339, now if absent
     * @param headers of the request
     * @param request the request
     * @return the overview
     */
    @GET
    @Performs(Operation.READ_OVERVIEW)
    @Path("overview")
    public Response overview(
            @PathParam("community") String community,
            @QueryParam("at") @Nullable String at,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(language -> funds.overview(community, at, language));
    }

    /**
     * Budget against actual.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return the execution of the year's budget
     */
    @GET
    @Performs(Operation.READ_BUDGET)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    @Path("budget")
    public Response budget(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> funds.budget(community, language),
                        Spread.of("budget", Tables::budget));
    }

    /**
     * Income and expense by month and account; comma-separated values have the months alone.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return the flows
     */
    @GET
    @Performs(Operation.READ_FLOWS)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    @Path("flows")
    public Response flows(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> funds.flows(community, language),
                        Spread.of("flows", Tables::flows));
    }

    /**
     * Property fees billed and received.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return the collection
     */
    @GET
    @Performs(Operation.READ_COLLECTION)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    @Path("collection")
    public Response collection(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> funds.collection(community, language),
                        Spread.of("collection", Tables::collection));
    }

    /**
     * What the owners decided.
     *
     * @param community its id
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @param headers of the request
     * @param request the request
     * @return the results of motions, by meeting
     */
    @GET
    @Performs(Operation.LIST_DECISIONS)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    @Path("decisions")
    public Response decisions(
            @PathParam("community") String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> decisions.list(community, cursor, limit, language),
                        Spread.of("decisions", Tables::decisions)
                                .with(NextPage.linked(DecisionList::next, "limit", limit)));
    }
}
