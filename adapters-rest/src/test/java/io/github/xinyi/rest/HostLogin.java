package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;

/** A host's login: whoever says the word in {@code X-Test-Caller} is that caller. */
final class HostLogin implements ContainerRequestFilter {

    static final String HEADER = "X-Test-Caller";

    private final Map<String, Caller> known;

    HostLogin(Map<String, Caller> known) {
        this.known = Map.copyOf(known);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String word = request.getHeaderString(HEADER);
        if (word != null) {
            Principal principal = known.containsKey(word) ? known.get(word) : () -> word;
            request.setSecurityContext(new LoggedIn(principal));
        }
    }

    private record LoggedIn(Principal principal) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "test";
        }
    }
}
