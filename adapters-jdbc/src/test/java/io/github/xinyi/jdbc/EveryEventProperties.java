package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.trust.records.TrustEvents;
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

    /** The courses of contracts, budgets, keys and remuneration, and the receivables. */
    @Property(tries = 9)
    void ofATrustComesBackAsItWasKept(@ForAll long seed, @ForAll Server server) {
        RandomEvents random = new RandomEvents(seed);
        TestDatabase database = server.database();
        try {
            EventStore store = database.stores().migrate().events(TrustEvents.codec());
            List<Class<? extends DomainEvent>> roots =
                    TrustEvents.roots().stream()
                            .filter(root -> !GovernanceEvents.roots().contains(root))
                            .toList();
            assertThat(roots).hasSizeGreaterThan(4);
            for (Class<? extends DomainEvent> root : roots) {
                for (Class<?> type : RandomEvents.records(root).toList()) {
                    DomainEvent event = random.event(type);
                    String name = type.getName().replaceAll("^.*\\.", "").replace('$', '-');
                    StreamName stream = new StreamName(event.community(), "trust", name);
                    store.append(new Append(stream, CommandId.of(name), 0, List.of(event)));

                    assertThat(store.history(stream, DomainEvent.class)).containsExactly(event);
                }
            }
        } finally {
            database.close();
        }
    }
}
