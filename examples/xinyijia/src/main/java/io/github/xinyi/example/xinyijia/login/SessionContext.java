package io.github.xinyi.example.xinyijia.login;

import io.github.xinyi.rest.access.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the library's operations who is logged in: the roles hold in the own community alone. */
final class SessionContext implements SecurityContext {

    private final Caller caller;
    private final boolean secure;

    SessionContext(Account account, boolean secure) {
        this.caller = caller(account);
        this.secure = secure;
    }

    static Caller caller(Account account) {
        return Caller.of(
                account.person(),
                Map.of(
                        account.community(),
                        account.roles().stream()
                                .map(Role::name)
                                .map(io.github.xinyi.rest.access.Role::valueOf)
                                .collect(Collectors.toSet())));
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    /** The library's own gate decides, by community. */
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "cookie";
    }
}
