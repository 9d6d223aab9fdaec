package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.MeetingDesk;
import io.github.xinyi.rest.request.BallotCast;
import io.github.xinyi.rest.request.MeetingCalled;
import io.github.xinyi.rest.request.ResultAsked;
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
     * @param in the community and what the request brings
     * @param called the meeting
     * @return the meeting
     */
    @POST
    @Performs(Operation.CALL_MEETING)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response call(@BeanParam InCommunity in, @Nullable MeetingCalled called) {
        return writes.of(in)
                .write(
                        called,
                        "meetings/{id}",
                        (body, command, language) -> meetings.call(command, body));
    }

    /**
     * A meeting as it was called.
     *
     * @param in the community and what the request brings
     * @param meeting its number
     * @return the meeting
     */
    @GET
    @Path("{meeting}")
    @Performs(Operation.READ_MEETING)
    public Response read(@BeanParam InCommunity in, @PathParam("meeting") String meeting) {
        return in.exchange().answer(language -> meetings.read(in.community(), meeting));
    }

    /**
     * Adds a ballot as it came in.
     *
     * @param in the community and what the request brings
     * @param meeting the meeting's number
     * @param cast the ballot
     * @return that it came in
     */
    @POST
    @Path("{meeting}/ballots")
    @Performs(Operation.ADD_BALLOT)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @BeanParam InCommunity in,
            @PathParam("meeting") String meeting,
            @Nullable BallotCast cast) {
        return writes.of(in)
                .write(cast, "", (body, command, language) -> meetings.add(command, meeting, body));
    }

    /**
     * Counts a meeting that has closed, and stores the result for ever.
     *
     * @param in the community and what the request brings
     * @param meeting the meeting's number
     * @param asked nothing more to say
     * @return the verdict on every motion
     */
    @POST
    @Path("{meeting}/result")
    @Performs(Operation.COUNT_MEETING)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response count(
            @BeanParam InCommunity in,
            @PathParam("meeting") String meeting,
            @Nullable ResultAsked asked) {
        return writes.of(in)
                .write(
                        asked,
                        "meetings/{id}/result",
                        (body, command, language) -> meetings.count(command, meeting, language));
    }

    /**
     * What a meeting came to.
     *
     * @param in the community and what the request brings
     * @param meeting its number
     * @return the verdict on every motion
     */
    @GET
    @Path("{meeting}/result")
    @Performs(Operation.READ_RESULT)
    public Response result(@BeanParam InCommunity in, @PathParam("meeting") String meeting) {
        return in.exchange().answer(language -> meetings.result(in.community(), meeting, language));
    }
}
