package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Callers;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.access.RateLimit;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;

/** Stands before one operation: counts the call and lets it pass the gate or not. Thread-safe. */
final class AccessFilter implements ContainerRequestFilter {

    /**
     * What every gate asks.
     *
     * @param callers who a principal is
     * @param limit how often somebody may call
     * @param gate who may pass
     * @param clock the time of calls
     */
    record Watch(Callers callers, RateLimit limit, Gate gate, InstantSource clock) {}

    private final Operation operation;
    private final Watch watch;

    AccessFilter(Operation operation, Watch watch) {
        this.operation = operation;
        this.watch = watch;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Refusals refusals = Refusals.of(request);
        try {
            Caller caller = caller(request);
            Duration wait = watch.limit().waitFor(caller, operation, watch.clock().instant());
            if (wait.isNegative() || wait.isZero()) {
                pass(request, refusals, caller);
            } else {
                request.abortWith(refusals.tooMany(wait));
            }
        } catch (RuntimeException e) {
            // A port of the host failed: the caller is not let through, and gets a problem with an
            // id and no stack trace; the log gets the rest under the same id.
            request.abortWith(refusals.failed(e));
        }
    }

    private Caller caller(ContainerRequestContext request) {
        Principal principal = request.getSecurityContext().getUserPrincipal();
        return principal == null ? Caller.anonymous() : watch.callers().of(principal);
    }

    private void pass(ContainerRequestContext request, Refusals refusals, Caller caller) {
        Gate.Passage passage = passage(request, caller, refusals.correlation());
        switch (passage) {
            case OPEN, OWN ->
                    request.setSecurityContext(
                            new Call(caller, operation, passage, refusals.correlation())
                                    .within(request.getSecurityContext()));
            case SHUT -> request.abortWith(refusals.denied());
            case HIDDEN -> request.abortWith(refusals.missing());
        }
    }

    private Gate.Passage passage(
            ContainerRequestContext request, Caller caller, String correlation) {
        if (!operation.isOfCommunity()) {
            return watch.gate().pass(caller, operation, correlation);
        }
        String community = request.getUriInfo().getPathParameters().getFirst("community");
        return watch.gate().pass(caller, operation, correlation, community);
    }
}
