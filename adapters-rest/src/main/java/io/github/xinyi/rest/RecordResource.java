package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.RecordPage;
import io.github.xinyi.rest.disclosure.RecordDisclosure;
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
 * The records of the log and their proofs. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/records")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordResource {

    private final RecordDisclosure records;

    RecordResource(RecordDisclosure records) {
        this.records = records;
    }

    /**
     * Records, the newest first.
     *
     * @param community its id
     * @param filter {@code all} or {@code open}
     * @param cursor that the page before gave
     * @param limit 1 to 200
     * @param headers of the request
     * @param request the request
     * @return a page
     */
    @GET
    @Performs(Operation.LIST_RECORDS)
    public Response list(
            @PathParam("community") String community,
            @QueryParam("filter") @Nullable String filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> records.list(community, filter, cursor, limit, language),
                        NextPage.linked(RecordPage::next, "filter", filter, "limit", limit));
    }

    /**
     * One record.
     *
     * @param community its id
     * @param index its place in the log
     * @param headers of the request
     * @param request the request
     * @return the record
     */
    @GET
    @Performs(Operation.READ_RECORD)
    @Path("{index}")
    public Response one(
            @PathParam("community") String community,
            @PathParam("index") String index,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(language -> records.one(community, index, language));
    }

    /**
     * What proves offline that a record stands in the log.
     *
     * @param community its id
     * @param index its place in the log
     * @param size the size that the checkpoint signs, the latest if absent
     * @param headers of the request
     * @param request the request
     * @return the proof
     */
    @GET
    @Performs(Operation.PROVE_RECORD)
    @Path("{index}/proof")
    public Response proof(
            @PathParam("community") String community,
            @PathParam("index") String index,
            @QueryParam("size") @Nullable String size,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(language -> records.proof(community, index, size, language));
    }
}
