package io.github.xinyi.governance.event;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Events with every kind of component. */
sealed interface Happening extends DomainEvent {

    EventCodec CODEC = EventCodec.of(Happening.class);

    enum Weather {
        FAIR,
        FOUL
    }

    /** A place in a list, and what was said there. */
    record Remark(int place, String words) {
        public Remark {
            if (place < 0) {
                throw new IllegalArgumentException("place is negative");
            }
        }
    }

    record Noted(CommunityId community, Instant occurredAt, String words) implements Happening {}

    record Measured(
            CommunityId community,
            Instant occurredAt,
            boolean complete,
            int lines,
            long total,
            Weather weather,
            LocalDate day,
            Ratio share,
            FloorArea area,
            HeadCount heads,
            SortedSet<PersonId> people,
            List<Remark> remarks,
            List<List<String>> table)
            implements Happening {
        public Measured {
            people = Collections.unmodifiableSortedSet(new TreeSet<>(people));
            remarks = List.copyOf(remarks);
            table = List.copyOf(table);
        }
    }
}
