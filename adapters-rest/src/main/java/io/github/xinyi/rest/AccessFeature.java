package io.github.xinyi.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Puts a gate before each of our resource methods, and leaves the host's alone. Thread-safe.
 *
 * <p>A method that does not say which operation it is lets nobody pass.
 */
final class AccessFeature implements DynamicFeature {

    private final AccessFilter.Watch watch;
    private final BodyLimit limit;

    AccessFeature(AccessFilter.Watch watch, BodyLimit limit) {
        this.watch = watch;
        this.limit = limit;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = resource.getResourceClass();
        if (!type.getPackage().equals(AccessFeature.class.getPackage())) {
            return;
        }
        Performs performs = resource.getResourceMethod().getAnnotation(Performs.class);
        context.register(
                performs == null ? new Wall() : new AccessFilter(performs.value(), watch),
                Priorities.AUTHORIZATION);
        context.register(limit, Priorities.ENTITY_CODER);
    }

    /** Lets nobody pass. */
    private static final class Wall implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.abortWith(Refusals.of(request).missing());
        }
    }
}
