package io.github.xinyi.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of answers must do: extend it and give a new store for each test. */
abstract class IdempotencyStoreContract {

    protected static final Instant NOW = Instant.parse("2025-04-01T00:00:00Z");
    protected static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final String COMMAND = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);
    private static final KeptAnswer ANSWER =
            new KeptAnswer(201, "application/json", "zh-CN", "/there", "1", "{\"名\":1}");

    private final IdempotencyStore store = store();

    /** A store without keys that keeps answers for {@link #KEPT_FOR}. */
    protected abstract IdempotencyStore store();

    static KeyScope scope(String community, String caller, String key) {
        return new KeyScope(CommunityId.of(community), PersonId.of(caller), key);
    }

    private static final KeyScope SCOPE = scope("here", "P1", "key-00001");

    private Claim claim(KeyScope scope, String command) {
        return store.claim(scope, command, NOW);
    }

    @Test
    void answersTheSameCommandAsTheFirstTime() {
        assertThat(claim(SCOPE, COMMAND)).isEqualTo(new Claim.Fresh());
        store.keep(SCOPE, ANSWER);

        assertThat(claim(SCOPE, COMMAND)).isEqualTo(new Claim.Known(ANSWER));
    }

    @Test
    void refusesAKeyForAnotherCommandBeforeAndAfterItsAnswer() {
        claim(SCOPE, COMMAND);
        assertThat(claim(SCOPE, OTHER)).isEqualTo(new Claim.Reused());
        store.keep(SCOPE, ANSWER);

        assertThat(claim(SCOPE, OTHER)).isEqualTo(new Claim.Reused());
        assertThat(claim(SCOPE, COMMAND)).isEqualTo(new Claim.Known(ANSWER));
    }

    @Test
    void saysOfACommandThatIsBeingCarriedOutThatItIs() {
        claim(SCOPE, COMMAND);

        assertThat(claim(SCOPE, COMMAND)).isEqualTo(new Claim.Running());
    }

    @Test
    void aReleasedKeyIsNewAgainForAnyCommand() {
        claim(SCOPE, COMMAND);
        store.release(SCOPE);

        assertThat(claim(SCOPE, OTHER)).isEqualTo(new Claim.Fresh());
    }

    @Test
    void aKeptAnswerIsNotReleased() {
        claim(SCOPE, COMMAND);
        store.keep(SCOPE, ANSWER);
        store.release(SCOPE);

        assertThat(claim(SCOPE, COMMAND)).isEqualTo(new Claim.Known(ANSWER));
    }

    @Test
    void keysOfOtherCallersAndCommunitiesHaveNothingToDoWithIt() {
        claim(SCOPE, COMMAND);

        assertThat(claim(scope("here", "P2", "key-00001"), OTHER)).isEqualTo(new Claim.Fresh());
        assertThat(claim(scope("there", "P1", "key-00001"), OTHER)).isEqualTo(new Claim.Fresh());
        assertThat(claim(scope("here", "P1", "key-00002"), OTHER)).isEqualTo(new Claim.Fresh());
    }

    @Test
    void keepsNoAnswerOfAKeyThatNobodyClaimedOrThatHasOne() {
        assertThatIllegalStateException().isThrownBy(() -> store.keep(SCOPE, ANSWER));
        claim(SCOPE, COMMAND);
        store.keep(SCOPE, ANSWER);

        assertThatIllegalStateException().isThrownBy(() -> store.keep(SCOPE, ANSWER));
    }

    @Test
    void keepsAnAnswerToTheMillisecondAndNoLonger() {
        claim(SCOPE, COMMAND);
        store.keep(SCOPE, ANSWER);

        assertThat(store.claim(SCOPE, COMMAND, NOW.plus(KEPT_FOR).minusMillis(1)))
                .isEqualTo(new Claim.Known(ANSWER));
        assertThat(store.claim(SCOPE, COMMAND, NOW.plus(KEPT_FOR))).isEqualTo(new Claim.Fresh());
    }

    @Test
    void aClaimThatWasAbandonedIsNewAgain() {
        claim(SCOPE, COMMAND);
        Instant abandoned = NOW.plus(IdempotencyStore.ABANDONED_AFTER);

        assertThat(store.claim(SCOPE, COMMAND, abandoned.minusMillis(1)))
                .isEqualTo(new Claim.Running());
        assertThat(store.claim(SCOPE, COMMAND, abandoned)).isEqualTo(new Claim.Fresh());
    }

    @Test
    void ofManyClaimsAtOnceOneIsNew() {
        List<Claim> claims =
                IntStream.range(0, 50)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> claim(SCOPE, COMMAND)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(claims).filteredOn(new Claim.Fresh()::equals).hasSize(1);
        assertThat(claims).filteredOn(new Claim.Running()::equals).hasSize(49);
    }
}
