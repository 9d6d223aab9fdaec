package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.disclosure.RecordDisclosure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/**
 * The public log as it grows, as server-sent events. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/feed")
public final class FeedResource {

    private final RecordDisclosure records;
    private final Feeds feeds;

    FeedResource(RecordDisclosure records, Feeds feeds) {
        this.records = records;
        this.feeds = feeds;
    }

    /**
     * Records from a place on, and those that come.
     *
     * @param community its id
     * @param lastEventId the last id that was seen, as a reader sends it that comes again
     * @param after the same, for a first request; without either only what comes is told
     * @param headers of the request
     * @param request the request
     * @return the stream
     */
    @GET
    @Performs(Operation.FOLLOW_RECORDS)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response follow(
            @PathParam("community") String community,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @QueryParam("after") @Nullable String after,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language ->
                                records.follow(
                                        community,
                                        lastEventId == null ? after : lastEventId,
                                        language),
                        following ->
                                Response.ok(
                                        (StreamingOutput)
                                                out ->
                                                        feeds.write(
                                                                following.first(),
                                                                following.from(),
                                                                out),
                                        MediaType.SERVER_SENT_EVENTS),
                        "no-store");
    }
}
