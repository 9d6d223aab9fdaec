package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.TeamPage;
import io.github.xinyi.rest.answer.TeamRoll;
import io.github.xinyi.rest.desk.TeamDesk;
import io.github.xinyi.rest.disclosure.Tables;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The teams of a community, such as 1+3+N. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
@Path("/api/communities/{community}/teams")
@Produces({MediaType.APPLICATION_JSON, Forms.CSV, Forms.XLSX, MediaType.TEXT_PLAIN})
public final class TeamResource {

    private final TeamDesk teams;

    TeamResource(TeamDesk teams) {
        this.teams = teams;
    }

    /**
     * Teams by the slots of their patterns, and whom they lack from today on for a year.
     *
     * @param in the community and what the request brings
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @return a page, without a person
     */
    @GET
    @Performs(Operation.LIST_TEAMS)
    public Response teams(
            @BeanParam InCommunity in,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return in.exchange()
                .answer(
                        language -> teams.teams(in.community(), cursor, limit),
                        Spread.of("teams", Tables::teams)
                                .with(NextPage.linked(TeamPage::next, "limit", limit)));
    }

    /**
     * Who sits in the teams today, for those who lead them.
     *
     * @param in the community and what the request brings
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @return a page, which stays in no cache
     */
    @GET
    @Path("roll")
    @Performs(Operation.READ_TEAM_ROLL)
    public Response roll(
            @BeanParam InCommunity in,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return in.exchange()
                .answer(
                        language -> teams.roll(in.community(), cursor, limit),
                        Spread.of("team-roll", Tables::teamRoll)
                                .with(NextPage.linked(TeamRoll::next, "limit", limit))
                                .inNoCache());
    }
}
