package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.CheckpointList;
import io.github.xinyi.rest.disclosure.LogDisclosure;
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
 * The signed checkpoints of the log. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}")
public final class LogResource {

    private static final String NOTE = "text/plain;charset=utf-8";

    private final LogDisclosure log;

    LogResource(LogDisclosure log) {
        this.log = log;
    }

    /**
     * The proof that the log of one size is the beginning of another.
     *
     * @param community its id
     * @param from the smaller size
     * @param to the larger size
     * @param headers of the request
     * @param request the request
     * @return the proof
     */
    @GET
    @Performs(Operation.PROVE_CONSISTENCY)
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public Response consistency(
            @PathParam("community") String community,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(language -> log.consistency(community, from, to));
    }

    /**
     * Published checkpoints, the latest first.
     *
     * @param community its id
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @param headers of the request
     * @param request the request
     * @return a page
     */
    @GET
    @Performs(Operation.LIST_CHECKPOINTS)
    @Path("checkpoints")
    @Produces(MediaType.APPLICATION_JSON)
    public Response checkpoints(
            @PathParam("community") String community,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> log.checkpoints(community, cursor, limit),
                        NextPage.linked(CheckpointList::next, "limit", limit));
    }

    /**
     * The latest checkpoint, to be kept by whoever reads it.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return the signed note
     */
    @GET
    @Performs(Operation.READ_CHECKPOINT)
    @Path("checkpoints/latest.txt")
    @Produces(NOTE)
    public Response latest(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(language -> log.latest(community), note -> Response.ok(note, NOTE));
    }
}
