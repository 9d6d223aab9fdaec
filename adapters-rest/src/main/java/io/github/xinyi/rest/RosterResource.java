package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.RosterDesk;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.Tables;
import io.github.xinyi.rest.request.RosterImported;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Rosters of owners: frozen, told in sums, and to each owner his own units. Made by {@link
 * XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
@Path("/api/communities/{community}/rosters")
@Produces(MediaType.APPLICATION_JSON)
public final class RosterResource {

    private final RosterDesk rosters;
    private final Writes writes;
    private final Gate gate;

    RosterResource(RosterDesk rosters, Writes writes, Gate gate) {
        this.rosters = rosters;
        this.writes = writes;
        this.gate = gate;
    }

    /**
     * Freezes a roster from a table; a table with any fault is refused with every fault, each with
     * its line and column.
     *
     * @param in the community and what the request brings
     * @param imported the table
     * @return the roster in sums
     */
    @POST
    @Performs(Operation.IMPORT_ROSTER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response freeze(@BeanParam InCommunity in, @Nullable RosterImported imported) {
        return writes.of(in)
                .write(
                        imported,
                        "rosters/{id}",
                        (body, command, language) -> rosters.freeze(command, body));
    }

    /**
     * A roster in sums.
     *
     * @param in the community and what the request brings
     * @param day its record date
     * @return what votes are counted against
     */
    @GET
    @Path("{day}")
    @Performs(Operation.READ_ROSTER)
    public Response read(@BeanParam InCommunity in, @PathParam("day") String day) {
        return in.exchange().answer(language -> rosters.summary(in.community(), day));
    }

    /**
     * How the caller's own units stand in a roster.
     *
     * @param in the community and what the request brings
     * @param day its record date
     * @return the units that he owns or votes for; none for who has none
     */
    @GET
    @Path("{day}/own")
    @Performs(Operation.READ_OWN_UNITS)
    @Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
    public Response own(@BeanParam InCommunity in, @PathParam("day") String day) {
        Call call = in.call();
        return in.exchange()
                .answer(
                        language ->
                                call.caller()
                                        .person()
                                        .map(person -> rosters.own(in.community(), day, person))
                                        .orElseGet(
                                                () -> {
                                                    gate.deniedOthersThing(
                                                            call.caller(),
                                                            call.operation(),
                                                            call.correlation(),
                                                            in.community());
                                                    return Reply.missing();
                                                }),
                        Spread.of("own-units", Tables::ownUnits).inNoCache());
    }
}
