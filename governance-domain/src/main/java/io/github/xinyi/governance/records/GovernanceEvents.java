package io.github.xinyi.governance.records;

import io.github.xinyi.governance.committee.CommitteeChanges;
import io.github.xinyi.governance.conference.ConferenceChanges;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.grid.CaseChanges;
import io.github.xinyi.governance.talk.TalkChanges;
import java.util.Arrays;
import java.util.List;

/**
 * The events of this module, for example {@code JdbcStores.on(source).events(
 * GovernanceEvents.codec())}.
 *
 * <p>A host that keeps events of its own as well makes its codec of {@link #roots()} and its roots.
 *
 * @since 0.1.0
 */
public final class GovernanceEvents {

    private static final EventCodec CODEC =
            EventCodec.of(array())
                    .with(CaseChanges.all())
                    .with(CommitteeChanges.all())
                    .with(ConferenceChanges.all())
                    .with(TalkChanges.all());

    private GovernanceEvents() {}

    /**
     * A codec that knows every event of this module, and reads what any earlier version wrote.
     *
     * @return always the same one
     */
    public static EventCodec codec() {
        return CODEC;
    }

    /**
     * The sealed roots of the events, one for each {@link RecordKind}.
     *
     * @return in the order of the kinds
     */
    public static List<Class<? extends DomainEvent>> roots() {
        return List.of(array());
    }

    @SuppressWarnings("unchecked") // An array of a generic type cannot be made otherwise.
    private static Class<? extends DomainEvent>[] array() {
        return Arrays.stream(RecordKind.values()).map(RecordKind::root).toArray(Class[]::new);
    }
}
