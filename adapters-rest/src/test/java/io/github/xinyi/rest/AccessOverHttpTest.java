package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Access;
import io.github.xinyi.rest.access.AccessPolicy;
import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Denial;
import io.github.xinyi.rest.access.DenialSink;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.access.RateLimit;
import io.github.xinyi.rest.access.Role;
import io.github.xinyi.rest.access.RoleModel;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who passes, who is told why not, and who is told nothing. */
class AccessOverHttpTest {

    private static final String BASE = "/api/communities/liuyuan";
    private static final Instant NOW = Instant.parse("2025-04-01T00:00:00Z");
    private static final CommunityId ELSEWHERE = CommunityId.of("elsewhere");

    @SuppressWarnings("NullAway.Init")
    private static CommunityDirectory directory;

    private final List<Denial> denials = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void publish() {
        directory = CommunityDirectory.of(List.of(new SampleVillage().published(Optional.empty())));
    }

    private XinyiRest.Builder rest(AccessPolicy policy) {
        return XinyiRest.builder(directory)
                .policy(policy)
                .denials(denials::add)
                .clock(() -> NOW)
                .correlations(() -> "made-up-1");
    }

    private static RunningServer serve(XinyiRest.Builder rest) {
        return new RunningServer(
                rest.build(),
                Map.of(
                        "owner",
                        Caller.of(PersonId.of("P1"), Map.of(SampleVillage.ID, Set.of(Role.OWNER))),
                        "stranger",
                        Caller.of(PersonId.of("P2"), Map.of(ELSEWHERE, Set.of(Role.OWNER)))));
    }

    private static RoleModel closed(Operation operation) {
        RoleModel model = RoleModel.shipped();
        for (Role role : Role.values()) {
            model = model.with(operation, role, Access.DENIED);
        }
        return model;
    }

    private static HttpResponse<String> get(RunningServer server, String path, String caller) {
        return server.get(path, HostLogin.HEADER, caller);
    }

    @Test
    void tellsWhoMayNotThatHeMayNotAndWritesItDown() {
        try (RunningServer server = serve(rest(closed(Operation.READ_BUDGET)))) {
            HttpResponse<String> response =
                    server.get(
                            BASE + "/budget",
                            HostLogin.HEADER,
                            "owner",
                            "X-Correlation-Id",
                            "my-case-77");

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(response.headers().firstValue("X-Correlation-Id")).contains("my-case-77");
            assertThat(json(response).at("/title").asText()).isEqualTo("没有权限");
            assertThat(denials)
                    .containsExactly(
                            new Denial(NOW, "my-case-77", "P1", Operation.READ_BUDGET, "liuyuan"));
        }
    }

    @Test
    void readsWhatIsNotClosed() {
        try (RunningServer server = serve(rest(closed(Operation.READ_BUDGET)))) {
            assertThat(get(server, BASE + "/flows", "owner").statusCode()).isEqualTo(200);
            assertThat(server.get(BASE + "/flows").statusCode()).isEqualTo(200);
            assertThat(denials).isEmpty();
        }
    }

    @Test
    void doesNotTellWhoDoesNotBelongThatThereIsACommunityClosedToHim() {
        RoleModel members = RoleModel.shipped();
        for (Operation operation : Operation.values()) {
            if (operation.isOfCommunity()) {
                members = members.with(operation, Role.PUBLIC, Access.DENIED);
            }
        }
        try (RunningServer server = serve(rest(members))) {
            HttpResponse<String> hidden = get(server, BASE + "/overview", "stranger");
            HttpResponse<String> unknown = get(server, "/api/communities/no/overview", "stranger");

            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(unknown.body());
            assertThat(hidden.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
            assertThat(server.get("/api/communities", HostLogin.HEADER, "stranger").body())
                    .doesNotContain("liuyuan");
            assertThat(get(server, "/api/communities", "owner").body()).contains("liuyuan");
            assertThat(get(server, BASE + "/overview", "owner").statusCode()).isEqualTo(200);
            assertThat(denials).extracting(Denial::community).contains("liuyuan", "no");
        }
    }

    @Test
    void aPrincipalThatIsNoCallerHasTheRightsOfThePublicAlone() {
        RoleModel owners =
                RoleModel.shipped().with(Operation.READ_BUDGET, Role.PUBLIC, Access.DENIED);
        try (RunningServer server = serve(rest(owners))) {
            assertThat(get(server, BASE + "/budget", "admin").statusCode()).isEqualTo(403);
            assertThat(get(server, BASE + "/budget", "owner").statusCode()).isEqualTo(200);
            assertThat(denials).extracting(Denial::caller).containsExactly("");
        }
    }

    @Test
    void letsNobodyPassWhereADenialCanNotBeWrittenDown() {
        DenialSink broken =
                denial -> {
                    throw new IllegalStateException("the audit is down");
                };
        try (RunningServer server = serve(rest(closed(Operation.READ_BUDGET)).denials(broken))) {
            HttpResponse<String> response = server.get(BASE + "/budget");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("audit");
            assertThat(json(response).at("/instance").asText())
                    .isEqualTo("tag:xinyi.github.io,2026:request/made-up-1");
        }
    }

    @Test
    void tellsHowLongToWaitInWholeSecondsRoundedUp() {
        RateLimit limit =
                (caller, operation, at) ->
                        caller.getName().equals("P1") ? Duration.ofMillis(1_001) : Duration.ZERO;
        try (RunningServer server = serve(rest(RoleModel.shipped()).rateLimit(limit))) {
            HttpResponse<String> response = get(server, BASE + "/budget", "owner");

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).contains("2");
            assertThat(json(response).at("/type").asText()).endsWith("/too-many-requests");
            assertThat(get(server, BASE + "/budget", "stranger").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void echoesTheIdOfARequestOnlyWhereItHasTheForm() {
        try (RunningServer server = serve(rest(RoleModel.shipped()))) {
            assertThat(correlation(server.get(BASE + "/budget", "X-Correlation-Id", "7d8e-90ab")))
                    .contains("7d8e-90ab");
            assertThat(correlation(server.get(BASE + "/budget", "X-Correlation-Id", "short")))
                    .contains("made-up-1");
            assertThat(
                            correlation(
                                    server.get(
                                            BASE + "/budget", "X-Correlation-Id", "a b c d e f g")))
                    .contains("made-up-1");
            assertThat(correlation(server.get(BASE + "/budget"))).contains("made-up-1");
            assertThat(correlation(server.get("/elsewhere"))).isEmpty();
        }
    }

    private static Optional<String> correlation(HttpResponse<String> response) {
        return response.headers().firstValue("X-Correlation-Id");
    }
}
