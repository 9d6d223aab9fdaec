package io.github.xinyi.rest.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in memory, in the order in which their keys were claimed. Thread-safe. */
final class AnswersInMemory implements IdempotencyStore {

    private final int most;
    private final Duration age;
    private final Map<KeyScope, Entry> entries = new LinkedHashMap<>();

    private record Entry(String fingerprint, Instant claimedAt, @Nullable KeptAnswer answer) {}

    AnswersInMemory(int most, Duration age) {
        if (most < 1 || age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("keys: " + most + ", kept for " + age);
        }
        this.most = most;
        this.age = age;
    }

    @Override
    public synchronized Claim claim(KeyScope scope, String fingerprint, Instant at) {
        forget(at);
        Entry there = entries.get(scope);
        if (there == null) {
            makeRoom();
            entries.put(scope, new Entry(fingerprint, at, null));
            return new Claim.Fresh();
        }
        if (!there.fingerprint().equals(fingerprint)) {
            return new Claim.Reused();
        }
        KeptAnswer answer = there.answer();
        return answer == null ? new Claim.Running() : new Claim.Known(answer);
    }

    @Override
    public synchronized void keep(KeyScope scope, KeptAnswer answer) {
        Entry there = entries.get(scope);
        if (there == null || there.answer() != null) {
            throw new IllegalStateException("not claimed: " + scope.key());
        }
        entries.put(scope, new Entry(there.fingerprint(), there.claimedAt(), answer));
    }

    @Override
    public synchronized void release(KeyScope scope) {
        Entry there = entries.get(scope);
        if (there != null && there.answer() == null) {
            entries.remove(scope);
        }
    }

    private void forget(Instant now) {
        entries.values()
                .removeIf(
                        entry ->
                                !now.isBefore(
                                        entry.claimedAt()
                                                .plus(
                                                        entry.answer() == null
                                                                ? ABANDONED_AFTER
                                                                : age)));
    }

    private void makeRoom() {
        if (entries.size() < most) {
            return;
        }
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            if (oldest.next().answer() != null) {
                oldest.remove();
                return;
            }
        }
        throw new IllegalStateException("too many commands at once: " + most);
    }
}
