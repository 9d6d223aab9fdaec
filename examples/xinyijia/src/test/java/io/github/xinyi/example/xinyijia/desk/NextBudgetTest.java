package io.github.xinyi.example.xinyijia.desk;

import static io.github.xinyi.example.xinyijia.desk.Founding.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.answer.BudgetExecuted;
import io.github.xinyi.rest.answer.BudgetState;
import io.github.xinyi.rest.desk.BudgetDesk;
import io.github.xinyi.rest.desk.Command;
import io.github.xinyi.rest.desk.CommandReply;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.idempotency.KeyScope;
import io.github.xinyi.rest.request.BudgetAdoptedBy;
import io.github.xinyi.rest.request.BudgetDrafted;
import io.github.xinyi.rest.request.PolicyOfBudget;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.journal.Salt;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next budget of the small community, over restarts of its server. */
class NextBudgetTest {

    private static final Instant START = Instant.parse("2026-03-10T02:00:00Z");
    private static final int NEXT = 2027;

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:next-budget;DB_CLOSE_DELAY=-1", "sa", "");

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private NoteSigner signer;

    @BeforeEach
    void makeKey() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        signer = NoteSigner.of("test", pair.getPrivate(), Ed25519Keys.toRaw(pair.getPublic()));
    }

    @AfterEach
    void close() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        database.dispose();
    }

    private DeskCommunity startedAt(Instant at) {
        return DeskCommunity.open(
                JdbcStores.on(database).migrate(),
                folder,
                entry -> Salt.of(new byte[32]),
                signer,
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private static BudgetDesk desk(DeskCommunity community) {
        return new BudgetDesk(id -> Optional.of(community.libraryDesk()), community.clock());
    }

    private static CommandReply<BudgetState> adopt(DeskCommunity community, List<String> table) {
        NextBudget next = community.nextBudget();
        OwnersDecision decision = next.decision();
        BudgetPolicy policy = next.policy();
        PolicyOfBudget decided =
                new PolicyOfBudget(
                        policy.delegation().name(),
                        policy.bodyTier().toString(),
                        policy.contingencyMinor(),
                        policy.emergencyDays(),
                        policy.surplus().name(),
                        policy.deficit().name());
        return desk(community)
                .adopt(
                        new Command(
                                new KeyScope(COMMUNITY, PersonId.of("owner-1-102"), "key-00000001"),
                                Gate.Passage.OPEN,
                                "0".repeat(64),
                                community.clock().instant()),
                        new BudgetAdoptedBy(
                                decision.provenance().name(),
                                decision.reference(),
                                new BudgetDrafted(next.year(), "budget.csv", table, decided)));
    }

    private static Optional<BudgetExecuted> execution(DeskCommunity community) {
        return desk(community)
                .execution(COMMUNITY.value(), Integer.toString(NEXT))
                .fold(
                        found -> Optional.of(found.body().get()),
                        new Reply.Cases<>(
                                Optional::empty, ruling -> Optional.empty(), Optional::empty));
    }

    @Test
    void isOpenOnceTheCommitteeHasAdoptedWhatTheOwnersDecided() {
        DeskCommunity community = startedAt(START);
        assertThat(execution(community)).isEmpty();

        CommandReply<BudgetState> adopted = adopt(community, community.nextBudget().table());

        assertThat(
                        adopted.<Optional<BudgetState.State>>fold(
                                done -> Optional.of(done.body().state()),
                                declined -> Optional.empty()))
                .contains(BudgetState.State.ADOPTED);
        assertThat(execution(community).orElseThrow().lines())
                .extracting(BudgetExecuted.Line::code)
                .containsExactly("SF-01", "SF-02", "SF-03", "SF-04");
    }

    @Test
    void isRefusedWithWhatTheOwnersDidNotDecide() {
        DeskCommunity community = startedAt(START);
        List<String> altered =
                community.nextBudget().table().stream()
                        .map(row -> row.replace("24000.00", "24000.01"))
                        .toList();

        CommandReply<BudgetState> refused = adopt(community, altered);

        assertThat(
                        refused.<List<String>>fold(
                                done -> List.of(),
                                declined ->
                                        declined.findings().stream()
                                                .map(Finding::rule)
                                                .map(Object::toString)
                                                .toList()))
                .anyMatch(rule -> rule.contains("budget.resolution-on-lines"));
        assertThat(execution(community)).isEmpty();
    }

    @Test
    void staysOpenOverARestartInAnotherYear() {
        DeskCommunity before = startedAt(START);
        OwnersDecision decision = before.nextBudget().decision();
        adopt(before, before.nextBudget().table());

        DeskCommunity after = startedAt(START.plus(Duration.ofDays(320)));

        assertThat(after.nextBudget().decision()).isEqualTo(decision);
        assertThat(execution(after).orElseThrow().lines()).hasSize(4);
    }
}
