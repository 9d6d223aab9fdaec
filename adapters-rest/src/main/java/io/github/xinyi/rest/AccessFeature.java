package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * Puts a gate and a meter before each of our resource methods, and leaves the host's alone.
 * Thread-safe.
 *
 * <p>A method that does not say which operation it is lets nobody pass.
 */
final class AccessFeature implements DynamicFeature {

    /** Before everything else, the host's authentication too. */
    private static final int METER = 100;

    /** Whose entity tag is to be given back in {@code If-Match}, where a weak one never matches. */
    private static final Set<Operation> VERSIONED =
            EnumSet.of(Operation.READ_CASE_RECORD, Operation.READ_CASE);

    private final AccessFilter.Watch watch;
    private final BodyLimit limit;
    private final BodyLimit ofStatements;
    private final Meter meter;

    AccessFeature(AccessFilter.Watch watch, BodyLimit limit, BodyLimit ofStatements, Meter meter) {
        this.watch = watch;
        this.limit = limit;
        this.ofStatements = ofStatements;
        this.meter = meter;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = resource.getResourceClass();
        if (!type.getPackage().equals(AccessFeature.class.getPackage())) {
            return;
        }
        Performs performs = resource.getResourceMethod().getAnnotation(Performs.class);
        if (performs == null) {
            context.register(new Wall(), Priorities.AUTHORIZATION);
            return;
        }
        Operation operation = performs.value();
        context.register(new MeterFilter(operation, meter), METER);
        context.register(new AccessFilter(operation, watch), Priorities.AUTHORIZATION);
        context.register(
                operation == Operation.COMPARE_BANK ? ofStatements : limit,
                Priorities.ENTITY_CODER);
        if (resource.getResourceMethod().isAnnotationPresent(GET.class)
                && !VERSIONED.contains(operation)) {
            context.register(new Gzip(), Priorities.ENTITY_CODER);
        }
    }

    /** Lets nobody pass. */
    private static final class Wall implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.abortWith(Refusals.of(request).missing());
        }
    }
}
