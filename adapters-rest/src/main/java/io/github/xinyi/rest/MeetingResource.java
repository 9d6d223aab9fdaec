package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.MeetingDesk;
import io.github.xinyi.rest.request.BallotCast;
import io.github.xinyi.rest.request.MeetingCalled;
import io.github.xinyi.rest.request.ResultAsked;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * Owners' meetings: called, voted in and counted. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/meetings")
@Produces(MediaType.APPLICATION_JSON)
public final class MeetingResource {

    private final MeetingDesk meetings;
    private final Writes writes;

    MeetingResource(MeetingDesk meetings, Writes writes) {
        this.meetings = meetings;
        this.writes = writes;
    }

    /**
     * Records a meeting as it was called.
     *
     * @param community its id
     * @param called the meeting
     * @param security of the request
     * @param headers of the request
     * @param uri of the request
     * @return the meeting
     */
    @POST
    @Performs(Operation.CALL_MEETING)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response call(
            @PathParam("community") String community,
            @Nullable MeetingCalled called,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return writes.of(community, security, headers, uri)
                .write(
                        called,
                        "meetings/{id}",
                        (body, command, language) -> meetings.call(command, body));
    }

    /**
     * A meeting as it was called.
     *
     * @param community its id
     * @param meeting its number
     * @param headers of the request
     * @param request the request
     * @return the meeting
     */
    @GET
    @Path("{meeting}")
    @Performs(Operation.READ_MEETING)
    public Response read(
            @PathParam("community") String community,
            @PathParam("meeting") String meeting,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request).answer(language -> meetings.read(community, meeting));
    }

    /**
     * Adds a ballot as it came in.
     *
     * @param community its id
     * @param meeting the meeting's number
     * @param cast the ballot
     * @param security of the request
     * @param headers of the request
     * @param uri of the request
     * @return that it came in
     */
    @POST
    @Path("{meeting}/ballots")
    @Performs(Operation.ADD_BALLOT)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @PathParam("community") String community,
            @PathParam("meeting") String meeting,
            @Nullable BallotCast cast,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return writes.of(community, security, headers, uri)
                .write(cast, "", (body, command, language) -> meetings.add(command, meeting, body));
    }

    /**
     * Counts a meeting that has closed, and stores the result for ever.
     *
     * @param community its id
     * @param meeting the meeting's number
     * @param asked nothing more to say
     * @param security of the request
     * @param headers of the request
     * @param uri of the request
     * @return the verdict on every motion
     */
    @POST
    @Path("{meeting}/result")
    @Performs(Operation.COUNT_MEETING)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response count(
            @PathParam("community") String community,
            @PathParam("meeting") String meeting,
            @Nullable ResultAsked asked,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return writes.of(community, security, headers, uri)
                .write(
                        asked,
                        "meetings/{id}/result",
                        (body, command, language) -> meetings.count(command, meeting, language));
    }

    /**
     * What a meeting came to.
     *
     * @param community its id
     * @param meeting its number
     * @param headers of the request
     * @param request the request
     * @return the verdict on every motion
     */
    @GET
    @Path("{meeting}/result")
    @Performs(Operation.READ_RESULT)
    public Response result(
            @PathParam("community") String community,
            @PathParam("meeting") String meeting,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(language -> meetings.result(community, meeting, language));
    }
}
