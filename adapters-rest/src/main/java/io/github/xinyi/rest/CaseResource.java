package io.github.xinyi.rest;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.desk.CaseDesk;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.request.CaseFoundIn;
import io.github.xinyi.rest.request.CaseStepTaken;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
     * @param in the community and what the request brings
     * @param found the case
     * @return the case; its entity tag is its version
     */
    @POST
    @Performs(Operation.FIND_CASE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response find(@BeanParam InCommunity in, @Nullable CaseFoundIn found) {
        return writes.of(in)
                .write(found, "cases/{id}", (body, command, language) -> cases.find(command, body));
    }

    /**
     * Takes the next step of a case.
     *
     * @param in the community and what the request brings
     * @param caseId the case's number
     * @param taken the step
     * @return the case afterwards; its entity tag is its version
     */
    @POST
    @Path("{case}/steps")
    @Performs(Operation.TAKE_STEP)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response step(
            @BeanParam InCommunity in,
            @PathParam("case") String caseId,
            @Nullable CaseStepTaken taken) {
        Writes.Writing writing = writes.of(in);
        return writing.write(
                taken,
                "",
                (body, command, language) -> cases.step(command, caseId, writing.version(), body));
    }

    /**
     * What other owners see of a case.
     *
     * @param in the community and what the request brings
     * @param caseId the case's number
     * @return the timeline, without text, person, unit, building and identifier
     */
    @GET
    @Path("{case}")
    @Performs(Operation.READ_CASE)
    public Response timeline(@BeanParam InCommunity in, @PathParam("case") String caseId) {
        return in.exchange().answer(language -> cases.timeline(in.community(), caseId));
    }

    /**
     * The full record of a case, for who reported it and who works on it.
     *
     * @param in the community and what the request brings
     * @param caseId the case's number
     * @return every event; not found for everybody else
     */
    @GET
    @Path("{case}/record")
    @Performs(Operation.READ_CASE_RECORD)
    public Response record(@BeanParam InCommunity in, @PathParam("case") String caseId) {
        Call call = in.call();
        return in.exchange()
                .answer(
                        language -> {
                            Optional<PersonId> viewer = call.caller().person();
                            if (viewer.isPresent()
                                    && cases.isAdmitted(in.community(), caseId, viewer.get())) {
                                return cases.records(in.community(), caseId);
                            }
                            if (cases.exists(in.community(), caseId)) {
                                gate.deniedOthersThing(
                                        call.caller(),
                                        call.operation(),
                                        call.correlation(),
                                        in.community());
                            }
                            return Reply.missing();
                        },
                        Response::ok,
                        Exchange.PRIVATE);
    }
}
