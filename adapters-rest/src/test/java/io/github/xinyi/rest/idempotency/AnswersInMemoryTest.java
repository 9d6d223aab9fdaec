package io.github.xinyi.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The store in memory keeps the contract, and no more than it may. */
class AnswersInMemoryTest extends IdempotencyStoreContract {

    private static final String COMMAND = "c".repeat(64);
    private static final KeptAnswer ANSWER = new KeptAnswer(200, "text/plain", "en", "", "", "");

    @Override
    protected IdempotencyStore store() {
        return IdempotencyStore.inMemory(100, KEPT_FOR);
    }

    @Test
    void forgetsTheOldestAnswerBeyondItsLimitAndNoCommandUnderWay() {
        IdempotencyStore two = IdempotencyStore.inMemory(2, KEPT_FOR);
        two.claim(scope("here", "P1", "under-way"), COMMAND, NOW);
        two.claim(scope("here", "P1", "answered-1"), COMMAND, NOW);
        two.keep(scope("here", "P1", "answered-1"), ANSWER);

        two.claim(scope("here", "P1", "answered-2"), COMMAND, NOW);

        assertThat(two.claim(scope("here", "P1", "under-way"), COMMAND, NOW))
                .isEqualTo(new Claim.Running());
        assertThatIllegalStateException()
                .isThrownBy(() -> two.claim(scope("here", "P1", "answered-1"), COMMAND, NOW));
    }

    @Test
    void refusesLimitsThatKeepNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdempotencyStore.inMemory(0, KEPT_FOR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdempotencyStore.inMemory(1, Duration.ZERO));
    }
}
