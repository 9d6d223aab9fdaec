package io.github.xinyi.rest;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.CaseDesk;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.request.CaseFoundIn;
import io.github.xinyi.rest.request.CaseStepTaken;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cases of the grid: found, led on step by step, followed. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/cases")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseResource {

    private final CaseDesk cases;
    private final Writes writes;
    private final Gate gate;

    CaseResource(CaseDesk cases, Writes writes, Gate gate) {
        this.cases = cases;
        this.writes = writes;
        this.gate = gate;
    }

    /**
     * Takes up a case.
     *
     * @param community its id
     * @param found the case
     * @param security of the request
     * @param headers of the request
     * @param uri of the request
     * @return the case; its entity tag is its version
     */
    @POST
    @Performs(Operation.FIND_CASE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response find(
            @PathParam("community") String community,
            @Nullable CaseFoundIn found,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return writes.of(community, security, headers, uri)
                .write(found, "cases/{id}", (body, command, language) -> cases.find(command, body));
    }

    /**
     * Takes the next step of a case.
     *
     * @param community its id
     * @param caseId the case's number
     * @param taken the step
     * @param security of the request
     * @param headers of the request; {@code If-Match} names the version that was read
     * @param uri of the request
     * @return the case afterwards; its entity tag is its version
     */
    @POST
    @Path("{case}/steps")
    @Performs(Operation.TAKE_STEP)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response step(
            @PathParam("community") String community,
            @PathParam("case") String caseId,
            @Nullable CaseStepTaken taken,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Writes.Writing writing = writes.of(community, security, headers, uri);
        return writing.write(
                taken,
                "",
                (body, command, language) -> cases.step(command, caseId, writing.version(), body));
    }

    /**
     * What other owners see of a case.
     *
     * @param community its id
     * @param caseId the case's number
     * @param headers of the request
     * @param request the request
     * @return the timeline, without text, person, unit, building and identifier
     */
    @GET
    @Path("{case}")
    @Performs(Operation.READ_CASE)
    public Response timeline(
            @PathParam("community") String community,
            @PathParam("case") String caseId,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request).answer(language -> cases.timeline(community, caseId));
    }

    /**
     * The full record of a case, for who reported it and who works on it.
     *
     * @param community its id
     * @param caseId the case's number
     * @param security of the request
     * @param headers of the request
     * @param request the request
     * @return every event; not found for everybody else
     */
    @GET
    @Path("{case}/record")
    @Performs(Operation.READ_CASE_RECORD)
    public Response record(
            @PathParam("community") String community,
            @PathParam("case") String caseId,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @Context Request request) {
        Call call = Call.of(security);
        return new Exchange(headers, request)
                .answer(
                        language -> {
                            Optional<PersonId> viewer = call.caller().person();
                            if (viewer.isPresent()
                                    && cases.isAdmitted(community, caseId, viewer.get())) {
                                return cases.records(community, caseId);
                            }
                            if (cases.exists(community, caseId)) {
                                gate.deniedOthersThing(
                                        call.caller(),
                                        call.operation(),
                                        call.correlation(),
                                        community);
                            }
                            return Reply.missing();
                        },
                        Response::ok,
                        Exchange.PRIVATE);
    }
}
