package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.disclosure.DisbursementDisclosure;
import io.github.xinyi.rest.published.VoucherFile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The files of vouchers, found by their hash. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/communities/{community}/vouchers")
public final class VoucherResource {

    /** A file is shown and nothing in it runs, loads or opens. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** The hash in the address is that of the bytes, so a copy never grows old. */
    private static final String KEEP = "public, max-age=86400, immutable";

    private final DisbursementDisclosure disbursements;

    VoucherResource(DisbursementDisclosure disbursements) {
        this.disbursements = disbursements;
    }

    /**
     * The file of a voucher.
     *
     * @param community its id
     * @param sha256 the hash of its bytes
     * @param headers of the request
     * @param request the request
     * @return the file
     */
    @GET
    @Performs(Operation.READ_VOUCHER)
    @Path("{sha256}")
    public Response file(
            @PathParam("community") String community,
            @PathParam("sha256") String sha256,
            @Context HttpHeaders headers,
            @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> disbursements.voucher(community, sha256),
                        VoucherResource::response,
                        KEEP);
    }

    private static Response.ResponseBuilder response(VoucherFile file) {
        return Response.ok(file.toByteArray(), file.format().mediaType())
                .header("Content-Security-Policy", POLICY);
    }
}
