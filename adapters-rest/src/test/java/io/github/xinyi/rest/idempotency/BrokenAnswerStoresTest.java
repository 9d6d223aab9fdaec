package io.github.xinyi.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A contract that a broken store keeps is worth nothing: so it is given broken ones. */
class BrokenAnswerStoresTest {

    /** The contract as a store has it, each check on a store of its own. */
    private static List<String> failures(Supplier<IdempotencyStore> stores) {
        return Arrays.stream(IdempotencyStoreContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(check -> fails(check, stores))
                .map(Method::getName)
                .toList();
    }

    private static boolean fails(Method check, Supplier<IdempotencyStore> stores) {
        IdempotencyStoreContract contract =
                new IdempotencyStoreContract() {
                    @Override
                    protected IdempotencyStore store() {
                        return stores.get();
                    }
                };
        check.setAccessible(true);
        try {
            check.invoke(contract);
            return false;
        } catch (InvocationTargetException e) {
            return true;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A right store, for the broken ones to stand on. */
    private static class Sound implements IdempotencyStore {

        private final IdempotencyStore whole;

        Sound(Duration age) {
            this.whole = IdempotencyStore.inMemory(100, age);
        }

        Sound() {
            this(IdempotencyStoreContract.KEPT_FOR);
        }

        @Override
        public Claim claim(KeyScope scope, String fingerprint, Instant at) {
            return whole.claim(scope, fingerprint, at);
        }

        @Override
        public void keep(KeyScope scope, KeptAnswer answer) {
            whole.keep(scope, answer);
        }

        @Override
        public void release(KeyScope scope) {
            whole.release(scope);
        }
    }

    /** Knows keys by a part of what they are. */
    private abstract static class MixesUp extends Sound {

        abstract KeyScope seen(KeyScope scope);

        @Override
        public Claim claim(KeyScope scope, String fingerprint, Instant at) {
            return super.claim(seen(scope), fingerprint, at);
        }

        @Override
        public void keep(KeyScope scope, KeptAnswer answer) {
            super.keep(seen(scope), answer);
        }

        @Override
        public void release(KeyScope scope) {
            super.release(seen(scope));
        }
    }

    @Test
    void aSoundStoreKeepsAllOfIt() {
        assertThat(failures(Sound::new)).isEmpty();
    }

    @Test
    void catchesAStoreThatTakesAnotherCommandForTheSame() {
        assertThat(
                        failures(
                                () ->
                                        new Sound() {
                                            @Override
                                            public Claim claim(
                                                    KeyScope scope, String any, Instant at) {
                                                return super.claim(scope, "f".repeat(64), at);
                                            }
                                        }))
                .containsExactly("refusesAKeyForAnotherCommandBeforeAndAfterItsAnswer");
    }

    @Test
    void catchesAStoreThatMixesUpCallers() {
        assertThat(
                        failures(
                                () ->
                                        new MixesUp() {
                                            @Override
                                            KeyScope seen(KeyScope scope) {
                                                return new KeyScope(
                                                        scope.community(),
                                                        PersonId.of("anybody"),
                                                        scope.key());
                                            }
                                        }))
                .containsExactly("keysOfOtherCallersAndCommunitiesHaveNothingToDoWithIt");
    }

    @Test
    void catchesAStoreThatMixesUpCommunities() {
        assertThat(
                        failures(
                                () ->
                                        new MixesUp() {
                                            @Override
                                            KeyScope seen(KeyScope scope) {
                                                return new KeyScope(
                                                        CommunityId.of("any"),
                                                        scope.caller(),
                                                        scope.key());
                                            }
                                        }))
                .containsExactly("keysOfOtherCallersAndCommunitiesHaveNothingToDoWithIt");
    }

    @Test
    void catchesAStoreThatLosesAPartOfAnAnswer() {
        assertThat(
                        failures(
                                () ->
                                        new Sound() {
                                            @Override
                                            public void keep(KeyScope scope, KeptAnswer answer) {
                                                super.keep(scope, withoutLocation(answer));
                                            }
                                        }))
                .contains("answersTheSameCommandAsTheFirstTime");
    }

    private static KeptAnswer withoutLocation(KeptAnswer answer) {
        return new KeptAnswer(
                answer.status(),
                answer.mediaType(),
                answer.language(),
                "",
                answer.version(),
                answer.body());
    }

    @Test
    void catchesAStoreThatLetsACommandBeCarriedOutTwice() {
        assertThat(
                        failures(
                                () ->
                                        new Sound() {
                                            @Override
                                            public Claim claim(
                                                    KeyScope scope, String print, Instant at) {
                                                Claim claim = super.claim(scope, print, at);
                                                return claim.equals(new Claim.Running())
                                                        ? new Claim.Fresh()
                                                        : claim;
                                            }
                                        }))
                .contains(
                        "saysOfACommandThatIsBeingCarriedOutThatItIs",
                        "ofManyClaimsAtOnceOneIsNew");
    }

    @Test
    void catchesAStoreThatNeverReleasesAKey() {
        assertThat(
                        failures(
                                () ->
                                        new Sound() {
                                            @Override
                                            public void release(KeyScope scope) {}
                                        }))
                .containsExactly("aReleasedKeyIsNewAgainForAnyCommand");
    }

    /** Each release makes the key another one. */
    private static final class ReleasesAnswers extends MixesUp {

        private final Map<KeyScope, Integer> released = new ConcurrentHashMap<>();

        @Override
        KeyScope seen(KeyScope scope) {
            int times = released.getOrDefault(scope, 0);
            return new KeyScope(
                    scope.community(),
                    scope.caller(),
                    times == 0 ? scope.key() : scope.key() + times);
        }

        @Override
        public void release(KeyScope scope) {
            released.merge(scope, 1, Integer::sum);
        }
    }

    @Test
    void catchesAStoreThatReleasesAKeptAnswer() {
        assertThat(failures(ReleasesAnswers::new)).containsExactly("aKeptAnswerIsNotReleased");
    }

    @Test
    void catchesAStoreThatKeepsWhatNobodyClaimed() {
        assertThat(
                        failures(
                                () ->
                                        new Sound() {
                                            @Override
                                            public void keep(KeyScope scope, KeptAnswer answer) {
                                                claim(
                                                        scope,
                                                        "a".repeat(64),
                                                        IdempotencyStoreContract.NOW);
                                                release(scope);
                                            }
                                        }))
                .contains("keepsNoAnswerOfAKeyThatNobodyClaimedOrThatHasOne");
    }

    @Test
    void catchesAStoreThatForgetsAMillisecondEarlyOrLate() {
        for (int millis : List.of(-1, 1)) {
            Duration age = IdempotencyStoreContract.KEPT_FOR.plusMillis(millis);

            assertThat(failures(() -> new Sound(age)))
                    .as(age.toString())
                    .containsExactly("keepsAnAnswerToTheMillisecondAndNoLonger");
        }
    }

    @Test
    void catchesAStoreThatHoldsAnAbandonedKeyForEver() {
        assertThat(
                        failures(
                                () ->
                                        new Sound() {
                                            @Override
                                            public Claim claim(
                                                    KeyScope scope, String print, Instant at) {
                                                return super.claim(
                                                        scope, print, IdempotencyStoreContract.NOW);
                                            }
                                        }))
                .contains("aClaimThatWasAbandonedIsNewAgain");
    }
}
