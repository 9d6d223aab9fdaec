package io.github.xinyi.example.xinyijia.login;

import io.github.xinyi.governance.identity.CommunityId;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every operation of this server: who asks, and whether that is allowed there.
 *
 * <p>A method of ours without {@link Needs} keeps the server from starting. Who is not logged in is
 * answered 401; a member of another community 404, as if there were no such place; whoever lacks
 * the role 403. What changes something must come from this very page (the Origin, and a token that
 * no other site can read). Every denial is logged with account and operation, and no secret. The
 * library's operations are asked for under the same conditions, by the roles of the account.
 * Thread-safe.
 */
public final class Gate implements DynamicFeature {

    /** The cookie of a session. */
    public static final String COOKIE = "xinyi-session";

    /** The header that repeats {@link Session#csrf}. */
    public static final String CSRF = "X-CSRF-Token";

    private static final String OURS = "io.github.xinyi.example.";
    private static final String LIBRARY = "io.github.xinyi.rest.";
    private static final String FOREIGN = "foreign-request";
    private static final String SESSION = Gate.class.getName() + ".session";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Sessions sessions;
    private final Clock clock;

    /**
     * A gate.
     *
     * @param sessions who is logged in
     * @param clock tells when a session is over
     */
    public Gate(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param request that has come through the gate
     * @return empty if nobody is logged in
     */
    public static Optional<Session> session(ContainerRequestContext request) {
        return Optional.ofNullable((Session) request.getProperty(SESSION));
    }

    /**
     * Who asks, where the gate lets nobody through who is not logged in.
     *
     * @param request that has come through the gate
     * @return the session
     */
    public static Session mustBeSession(ContainerRequestContext request) {
        return session(request).orElseThrow(() -> new IllegalStateException("no session"));
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass().getName().startsWith(OURS)) {
            Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
            if (needs == null) {
                throw new IllegalStateException(
                        resource.getResourceMethod() + " says not what it needs");
            }
            ContainerRequestFilter guard = request -> guard(request, needs.value());
            context.register(guard, ContainerRequestFilter.class);
        } else if (resource.getResourceClass().getName().startsWith(LIBRARY)) {
            ContainerRequestFilter identify = this::identify;
            context.register(
                    identify, Map.of(ContainerRequestFilter.class, Priorities.AUTHENTICATION));
        }
    }

    /** The library decides itself who may do what; here it learns who asks. */
    private void identify(ContainerRequestContext request) {
        Optional<Session> session = find(request);
        session.ifPresent(
                found ->
                        request.setSecurityContext(
                                new SessionContext(
                                        found.account(), request.getSecurityContext().isSecure())));
        if (isForeign(request, session)) {
            deny(request, session, 403, FOREIGN);
        }
    }

    private Optional<Session> find(ContainerRequestContext request) {
        Optional<Session> session =
                Optional.ofNullable(request.getCookies().get(COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(token -> sessions.find(token, clock.instant()));
        session.ifPresent(found -> request.setProperty(SESSION, found));
        return session;
    }

    private static boolean isForeign(ContainerRequestContext request, Optional<Session> session) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        boolean isToken =
                session.map(s -> same(s.csrf(), request.getHeaderString(CSRF))).orElse(true);
        return !isToken || !isFromHere(request);
    }

    private void guard(ContainerRequestContext request, Permission needed) {
        Optional<Session> session = find(request);
        if (isForeign(request, session)) {
            deny(request, session, 403, FOREIGN);
            return;
        }
        if (RoleModel.grants(Role.PUBLIC, needed)) {
            return;
        }
        CommunityId community =
                CommunityId.of(request.getUriInfo().getPathParameters().getFirst("community"));
        if (session.isEmpty()) {
            deny(request, session, 401, "not-logged-in");
        } else if (!session.get().account().community().equals(community)) {
            deny(request, session, 404, "not-found");
        } else if (!session.get().may(needed, community)) {
            deny(request, session, 403, "not-allowed");
        }
    }

    private static void deny(
            ContainerRequestContext request, Optional<Session> session, int status, String why) {
        LOG.warn(
                "denied {} {} to {}: {}",
                request.getMethod(),
                request.getUriInfo().getPath(),
                session.map(s -> s.account().name()).orElse("nobody"),
                why);
        Response problem =
                Answers.problem(status, why, request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .build();
        request.abortWith(problem);
    }

    private static boolean same(String token, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    /** A browser names the site that a request comes from; other programs name none. */
    private static boolean isFromHere(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        String host = request.getHeaderString(HttpHeaders.HOST);
        return origin == null || (host != null && host.equals(authority(origin)));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
