package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Counts the answers of one operation, those that its gate gave too. Thread-safe. */
final class MeterFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String BEGUN = "io.github.xinyi.rest.begun";

    private final Operation operation;
    private final Meter meter;

    MeterFilter(Operation operation, Meter meter) {
        this.operation = operation;
        this.meter = meter;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGUN, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object begun = request.getProperty(BEGUN);
        long nanoseconds = begun instanceof Long from ? System.nanoTime() - from : 0;
        meter.count(operation, response.getStatus(), nanoseconds);
    }
}
