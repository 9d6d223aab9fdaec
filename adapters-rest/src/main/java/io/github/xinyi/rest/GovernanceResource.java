package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.ConferencePage;
import io.github.xinyi.rest.answer.ProcedurePage;
import io.github.xinyi.rest.desk.GovernanceDesk;
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
 * How a community is governed, as everybody may see it: committees, procedures, conferences. Made
 * by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
@Path("/api/communities/{community}")
@Produces(MediaType.APPLICATION_JSON)
public final class GovernanceResource {

    private final GovernanceDesk governance;

    GovernanceResource(GovernanceDesk governance) {
        this.governance = governance;
    }

    /**
     * The bodies that act for the owners.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return each with its seats and how it stands today
     */
    @GET
    @Path("committees")
    @Performs(Operation.LIST_COMMITTEES)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response committees(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> governance.committees(community),
                        Spread.of("committees", Tables::committees));
    }

    /**
     * Procedures by the order in which they were opened, each with the days of its stages.
     *
     * @param community its id
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @param headers of the request
     * @param request the request
     * @return a page
     */
    @GET
    @Path("procedures")
    @Performs(Operation.LIST_PROCEDURES)
    public Response procedures(
            @PathParam("community") String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> governance.procedures(community, cursor, limit),
                        NextPage.linked(ProcedurePage::next, "limit", limit));
    }

    /**
     * Conferences by day.
     *
     * @param community its id
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @param headers of the request
     * @param request the request
     * @return a page
     */
    @GET
    @Path("conferences")
    @Performs(Operation.LIST_CONFERENCES)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response conferences(
            @PathParam("community") String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> governance.conferences(community, cursor, limit),
                        Spread.of("conferences", Tables::conferences)
                                .with(NextPage.linked(ConferencePage::next, "limit", limit)));
    }
}
