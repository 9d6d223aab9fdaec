package io.github.xinyi.rest.idempotency;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the answers of commands by their keys: you implement this, shared by all processes of a
 * host. Thread-safe; of several claims of one key at once exactly one is {@link Claim.Fresh}.
 *
 * <p>It need not stand in the transaction of the command: commands are named by the host's own ids
 * too, and one that was carried out without its answer being kept finds itself done when it is sent
 * again.
 *
 * @since 0.1.0
 */
public interface IdempotencyStore {

    /**
     * After so long a claim that was neither kept nor released is abandoned, since a process has
     * ended in the middle: the key may be claimed again.
     */
    Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    /**
     * Claims a key for a command.
     *
     * @param scope the key and whose it is
     * @param fingerprint what is the same for the same command alone, 64 hexadecimal digits
     * @param at the moment of the call
     * @return whether to carry it out
     */
    Claim claim(KeyScope scope, String fingerprint, Instant at);

    /**
     * Keeps the answer of a claimed command.
     *
     * @param scope a key claimed and neither kept nor released
     * @param answer what everybody is answered who sends it again
     * @throws IllegalStateException if the key is not claimed
     */
    void keep(KeyScope scope, KeptAnswer answer);

    /**
     * Gives a claimed key up, since the command came to no answer; it may be claimed again.
     *
     * @param scope the key; one that is not claimed, or whose answer is kept, stays as it is
     */
    void release(KeyScope scope);

    /**
     * A store in the memory of this process, for a host of one process.
     *
     * @param most how many keys at most, at least 1; beyond it the oldest with an answer is
     *     forgotten, and if none has one, the claim fails
     * @param age how long an answer is kept, counted from its claim
     * @return a new store
     */
    static IdempotencyStore inMemory(int most, Duration age) {
        return new AnswersInMemory(most, age);
    }
}
