package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What had happened by the end of a day in China. */
final class Moments {

    private Moments() {}

    /** The first moment of the next day. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Meeting.ZONE).toInstant();
    }

    static <E extends DomainEvent> List<E> until(LocalDate day, List<E> history) {
        return history.stream().filter(e -> e.occurredAt().isBefore(endOf(day))).toList();
    }
}
