package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.disclosure.ContractDisclosure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The contract under which a community's money is kept. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/contract")
@Produces(MediaType.APPLICATION_JSON)
public final class ContractResource {

    private final ContractDisclosure contracts;

    ContractResource(ContractDisclosure contracts) {
        this.contracts = contracts;
    }

    /**
     * The contract in force.
     *
     * @param community its id
     * @param headers of the request
     * @param request the request
     * @return its terms
     */
    @GET
    @Performs(Operation.READ_CONTRACT)
    public Response read(
            @PathParam("community") String community,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request).answer(language -> contracts.read(community));
    }
}
