package io.github.xinyi.trust.records;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.trust.budget.BudgetEvent;
import io.github.xinyi.trust.contract.ContractEvent;
import io.github.xinyi.trust.keys.KeysChanged;
import io.github.xinyi.trust.receivable.LineReceived;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.trusteeship.DisbursementPolicyEvent;
import io.github.xinyi.trust.trusteeship.RemunerationEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events of both modules, for example {@code
 * JdbcStores.on(source).events(TrustEvents.codec())}.
 *
 * <p>A host that keeps the courses or the receivables of a trust uses this codec for all its
 * events, since a community's events stand in one log. A host with events of its own makes a codec
 * of {@link #roots()}, its own roots and {@link GovernanceEvents#changes()}.
 *
 * @since 0.1.0
 */
public final class TrustEvents {

    private static final EventCodec CODEC = EventCodec.of(array()).with(GovernanceEvents.changes());

    private TrustEvents() {}

    /**
     * A codec that knows every event of the two modules.
     *
     * @return always the same one
     */
    public static EventCodec codec() {
        return CODEC;
    }

    /**
     * The sealed roots of the events, those of governance first.
     *
     * @return in a fixed order
     */
    public static List<Class<? extends DomainEvent>> roots() {
        return List.of(array());
    }

    @SuppressWarnings("unchecked") // An array of a generic type cannot be made otherwise.
    private static Class<? extends DomainEvent>[] array() {
        return Stream.concat(
                        GovernanceEvents.roots().stream(),
                        Stream.of(
                                ContractEvent.class,
                                BudgetEvent.class,
                                KeysChanged.class,
                                RemunerationEvent.class,
                                DisbursementPolicyEvent.class,
                                ReceivableEvent.class,
                                LineReceived.class))
                .toArray(Class[]::new);
    }
}
