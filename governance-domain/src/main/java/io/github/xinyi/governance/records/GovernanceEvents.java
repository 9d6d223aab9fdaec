package io.github.xinyi.governance.records;

import io.github.xinyi.governance.casework.CaseworkChanges;
import io.github.xinyi.governance.committee.CommitteeChanges;
import io.github.xinyi.governance.conference.ConferenceChanges;
import io.github.xinyi.governance.deliberation.ProcedureChanges;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventChange;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.grid.CaseChanges;
import io.github.xinyi.governance.proceeding.ProceedingChanges;
import io.github.xinyi.governance.talk.TalkChanges;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events of this module, for example {@code JdbcStores.on(source).events(
 * GovernanceEvents.codec())}.
 *
 * <p>A host that keeps events of its own as well makes its codec of {@link #roots()} and its roots,
 * with {@link #changes()}, without which it does not read what earlier versions wrote.
 *
 * @since 0.1.0
 */
public final class GovernanceEvents {

    private static final EventCodec CODEC = EventCodec.of(array()).with(changes());

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

    /**
     * How events of this module that earlier versions wrote are read.
     *
     * @return every change, in the order of its package
     */
    public static EventChange[] changes() {
        return Stream.of(
                        CaseChanges.all(),
                        CaseworkChanges.all(),
                        CommitteeChanges.all(),
                        ConferenceChanges.all(),
                        ProceedingChanges.all(),
                        ProcedureChanges.all(),
                        TalkChanges.all())
                .flatMap(Stream::of)
                .toArray(EventChange[]::new);
    }

    @SuppressWarnings("unchecked") // An array of a generic type cannot be made otherwise.
    private static Class<? extends DomainEvent>[] array() {
        return Arrays.stream(RecordKind.values()).map(RecordKind::root).toArray(Class[]::new);
    }
}
