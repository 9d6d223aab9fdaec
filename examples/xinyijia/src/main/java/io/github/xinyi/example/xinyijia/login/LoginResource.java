package io.github.xinyi.example.xinyijia.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logging in and out. Thread-safe. */
@Path("/session")
public final class LoginResource {

    private static final int MOST_BYTES = 4_096;
    private static final Logger LOG = LoggerFactory.getLogger(LoginResource.class);

    private final AccountStore accounts;
    private final Sessions sessions;
    private final Lockout lockout;
    private final Clock clock;

    /** Stands in for a name that nobody has, so that it takes as long to refuse. */
    private final String nobody = Passwords.hash("nobody has this one".toCharArray());

    /**
     * Logging in.
     *
     * @param accounts who may
     * @param sessions who has
     * @param clock of sessions and locks
     */
    public LoginResource(AccountStore accounts, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.lockout = new Lockout();
        this.clock = clock;
    }

    /**
     * Who is logged in.
     *
     * @param request the request
     * @return name, roles and token, or nothing
     */
    @GET
    @Needs(Permission.USE_SESSION)
    public Response who(@Context ContainerRequestContext request) {
        return Answers.personal(view(Gate.session(request))).build();
    }

    /**
     * Logs in. A session that was there ends; the new one has another cookie.
     *
     * @param request the request
     * @param body {@code {"name": "…", "password": "…"}}
     * @return who is logged in; 401 if name or password is wrong, 429 while the name is locked
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.USE_SESSION)
    public Response login(@Context ContainerRequestContext request, InputStream body) {
        JsonNode json = Answers.read(body, MOST_BYTES);
        String name = Answers.text(json, "name", 64);
        char[] password = Answers.text(json, "password", Passwords.MAX_LENGTH).toCharArray();
        String language = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        Instant now = clock.instant();
        Duration locked = lockout.left(name, now);
        if (!locked.isZero()) {
            return Answers.problem(429, "locked", language)
                    .header(HttpHeaders.RETRY_AFTER, locked.toSeconds() + 1)
                    .build();
        }
        Optional<Account> account = accounts.find(name);
        boolean right =
                Passwords.matches(password, account.map(Account::passwordHash).orElse(nobody));
        Arrays.fill(password, '\0');
        if (account.isEmpty() || !right) {
            lockout.failed(name, now);
            LOG.warn("a wrong name or password");
            return Answers.problem(401, "wrong-password", language).build();
        }
        lockout.succeeded(name);
        end(request);
        String token = sessions.begin(account.get(), now);
        return Answers.personal(view(sessions.find(token, now)))
                .cookie(cookie(token, request, (int) Sessions.LONGEST.toSeconds()))
                .build();
    }

    /**
     * Logs out.
     *
     * @param request the request
     * @return nobody is logged in
     */
    @DELETE
    @Needs(Permission.USE_SESSION)
    public Response logout(@Context ContainerRequestContext request) {
        end(request);
        return Answers.personal(view(Optional.empty())).cookie(cookie("", request, 0)).build();
    }

    private void end(ContainerRequestContext request) {
        Cookie there = request.getCookies().get(Gate.COOKIE);
        if (there != null) {
            sessions.end(there.getValue());
        }
    }

    /** The page is plain HTTP on this machine; before others it stands behind a TLS server. */
    private static NewCookie cookie(String token, ContainerRequestContext request, int seconds) {
        @Nullable String outside = request.getHeaderString("X-Forwarded-Proto");
        return new NewCookie.Builder(Gate.COOKIE)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure("https".equals(outside))
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }

    private static ObjectNode view(Optional<Session> session) {
        ObjectNode view = Answers.object().put("loggedIn", session.isPresent());
        session.ifPresent(
                open -> {
                    Account account = open.account();
                    view.put("name", account.name())
                            .put("community", account.community().value())
                            .put("unit", account.unit())
                            .put("csrf", open.csrf());
                    account.roles().stream()
                            .sorted()
                            .map(Role::name)
                            .forEach(view.putArray("roles")::add);
                });
        return view;
    }
}
