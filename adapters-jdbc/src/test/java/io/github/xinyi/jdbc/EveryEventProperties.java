package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.records.RecordKind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every event that the domain has, kept on a real database and read again. */
class EveryEventProperties {

    @Property(tries = 9)
    void comesBackAsItWasKept(@ForAll long seed, @ForAll Server server) {
        RandomEvents random = new RandomEvents(seed);
        TestDatabase database = server.database();
        try {
            EventStore store = database.stores().migrate().events(GovernanceEvents.codec());
            for (RecordKind kind : RecordKind.values()) {
                for (Class<?> type : RandomEvents.records(kind.root()).toList()) {
                    DomainEvent event = random.event(type);
                    StreamName stream = kind.stream(event.community(), type.getSimpleName());
                    CommandId command = CommandId.of(kind + "-" + type.getSimpleName());
                    store.append(new Append(stream, command, 0, List.of(event)));

                    assertThat(store.history(stream, DomainEvent.class)).containsExactly(event);
                }
            }
        } finally {
            database.close();
        }
    }
}
