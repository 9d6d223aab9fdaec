package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.answer.ServiceState;
import io.github.xinyi.rest.disclosure.Reply;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What those who run the host ask. Made by {@link XinyiRest}; thread-safe.
 *
 * @since 0.1.0
 */
@Path("/api/service")
public final class ServiceResource {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceResource.class);
    private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";

    private final Readiness readiness;
    private final Meter meter;

    ServiceResource(Readiness readiness, Meter meter) {
        this.readiness = readiness;
        this.meter = meter;
    }

    /**
     * Whether the process answers at all.
     *
     * @param headers of the request
     * @param request the request
     * @return {@code UP}
     */
    @GET
    @Path("health")
    @Performs(Operation.READ_HEALTH)
    @Produces(MediaType.APPLICATION_JSON)
    public Response health(@Context HttpHeaders headers, @Context Request request) {
        return new Exchange(headers, request).answer(language -> Reply.of(new ServiceState("UP")));
    }

    /**
     * Whether requests can be answered.
     *
     * @param headers of the request
     * @param request the request
     * @return {@code READY}, or status 503
     */
    @GET
    @Path("readiness")
    @Performs(Operation.READ_READINESS)
    @Produces(MediaType.APPLICATION_JSON)
    public Response readiness(@Context HttpHeaders headers, @Context Request request) {
        if (isReady()) {
            return new Exchange(headers, request)
                    .answer(language -> Reply.of(new ServiceState("READY")));
        }
        Refusals refusals = Refusals.of(headers);
        return refusals.response(
                        refusals.problems()
                                .ofStatus(Response.Status.SERVICE_UNAVAILABLE.getStatusCode()))
                .build();
    }

    private boolean isReady() {
        try {
            return readiness.check() == Readiness.State.READY;
        } catch (RuntimeException e) {
            // What can not even be asked can not answer: that is the answer here, and no fault.
            LOG.warn("readiness could not be asked", e);
            return false;
        }
    }

    /**
     * The counters since the start.
     *
     * @param headers of the request
     * @param request the request
     * @return text in the format of Prometheus
     */
    @GET
    @Path("metrics")
    @Performs(Operation.READ_METRICS)
    @Produces(MediaType.TEXT_PLAIN)
    public Response metrics(@Context HttpHeaders headers, @Context Request request) {
        return new Exchange(headers, request)
                .answer(
                        language -> Reply.of(meter.text()),
                        text -> Response.ok(text, PROMETHEUS),
                        "no-store");
    }
}
