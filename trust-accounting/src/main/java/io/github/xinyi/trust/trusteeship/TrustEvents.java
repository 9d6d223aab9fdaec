package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.trust.budget.BudgetEvent;
import io.github.xinyi.trust.contract.ContractEvent;
import io.github.xinyi.trust.keys.KeysChanged;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events of both modules, for example {@code
 * JdbcStores.on(source).events(TrustEvents.codec())}.
 *
 * <p>A host that keeps the courses of a trust uses this codec for all its events, since a
 * community's events stand in one log. Events of its own are added by {@link #roots()}.
 *
 * @since 0.1.0
 */
public final class TrustEvents {

    private static final EventCodec CODEC = EventCodec.of(array());

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
                                RemunerationEvent.class))
                .toArray(Class[]::new);
    }
}
