package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Disbursements in memory, gone with the process. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryDisbursementStore implements DisbursementStore {

    private static final Comparator<Disbursement> BY_TIME_AND_ID =
            Comparator.comparing((Disbursement d) -> d.request().requestedAt())
                    .reversed()
                    .thenComparing(Disbursement::id);

    private record Key(CommunityId community, String id) {
        static Key of(Disbursement disbursement) {
            return new Key(disbursement.request().order().community(), disbursement.id());
        }
    }

    private final ConcurrentMap<Key, Disbursement> kept = new ConcurrentHashMap<>();

    /** A store without disbursements. */
    public InMemoryDisbursementStore() {}

    @Override
    public boolean insert(Disbursement disbursement) {
        synchronized (kept) {
            return kept.putIfAbsent(Key.of(disbursement), disbursement) == null;
        }
    }

    @Override
    public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
        Set<String> seen = open.stream().map(Disbursement::id).collect(Collectors.toSet());
        PaymentRequest request = disbursement.request();
        synchronized (kept) {
            boolean isAlone =
                    open(request.order().community(), request.requestedAt()).stream()
                            .map(Disbursement::id)
                            .allMatch(seen::contains);
            return isAlone && kept.putIfAbsent(Key.of(disbursement), disbursement) == null;
        }
    }

    @Override
    public List<Disbursement> open(CommunityId community, Instant at) {
        return kept.values().stream()
                .filter(d -> d.request().order().community().equals(community))
                .filter(d -> d.isOpenAt(at))
                .sorted(Comparator.comparing(Disbursement::id))
                .toList();
    }

    /**
     * Replaces a disbursement by its next state.
     *
     * @throws IllegalArgumentException if the request differs
     */
    @Override
    public boolean advance(Disbursement expected, Disbursement next) {
        if (!expected.request().equals(next.request())) {
            throw new IllegalArgumentException("another request under the id " + next.id());
        }
        return kept.replace(Key.of(expected), expected, next);
    }

    @Override
    public Optional<Disbursement> find(CommunityId community, String id) {
        return Optional.ofNullable(kept.get(new Key(community, id)));
    }

    @Override
    public List<Disbursement> list(CommunityId community, int offset, int limit) {
        return kept.values().stream()
                .filter(d -> d.request().order().community().equals(community))
                .sorted(BY_TIME_AND_ID)
                .skip(offset)
                .limit(limit)
                .toList();
    }
}
