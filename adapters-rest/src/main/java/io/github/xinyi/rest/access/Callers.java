package io.github.xinyi.rest.access;

import java.security.Principal;

/**
 * Tells who a principal is: you implement this, since the host authenticates. Thread-safe.
 *
 * <p>It is asked on every request of somebody whom the host has authenticated; a request without a
 * principal is of {@link Caller#anonymous} and is not asked about.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Callers {

    /**
     * The caller that a principal is.
     *
     * @param principal what the request's security context has
     * @return the caller; {@link Caller#anonymous} for one that is not known here
     */
    Caller of(Principal principal);

    /**
     * For a host whose principals are {@link Caller}s already.
     *
     * @return the caller itself; any other principal is anonymous, and so has the least rights
     */
    static Callers principals() {
        return principal -> principal instanceof Caller caller ? caller : Caller.anonymous();
    }
}
