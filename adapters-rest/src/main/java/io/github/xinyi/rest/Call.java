package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.access.Operation;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * A call that has passed the gate; resources find it as the principal of their security context.
 *
 * @param caller who calls
 * @param operation what for
 * @param passage how far he may
 * @param correlation the id of the request
 */
record Call(Caller caller, Operation operation, Gate.Passage passage, String correlation)
        implements Principal {

    /** The call of a request; there is always one behind the gate. */
    static Call of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Call call) {
            return call;
        }
        throw new IllegalStateException("a resource was reached beside its gate");
    }

    @Override
    public String getName() {
        return caller.getName();
    }

    /** The host's security context with this call as its principal. */
    SecurityContext within(SecurityContext host) {
        Call call = this;
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return call;
            }

            @Override
            public boolean isUserInRole(String role) {
                return host.isUserInRole(role);
            }

            @Override
            public boolean isSecure() {
                return host.isSecure();
            }

            @Override
            public String getAuthenticationScheme() {
                return host.getAuthenticationScheme();
            }
        };
    }
}
