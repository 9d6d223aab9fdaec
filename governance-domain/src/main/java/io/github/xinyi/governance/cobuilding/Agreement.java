package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementEnded;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementRenewed;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.AgreementSigned;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.Duty;
import io.github.xinyi.governance.cobuilding.CobuildingEvent.DutyPerformed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A co-building agreement with its whole course, for example of two parties from 2025-01-01,
 * renewed once until before 2027-01-01.
 *
 * @param signed how it began
 * @param events renewals, performances and the end, in order
 * @since 0.1.0
 */
public record Agreement(AgreementSigned signed, List<CobuildingEvent> events) {

    /** The greatest number of parties. */
    public static final int MAX_PARTIES = 20;

    /** The greatest number of duties. */
    public static final int MAX_DUTIES = 100;

    /** The greatest number of renewals; performing a duty and ending it are never in their way. */
    public static final int MAX_RENEWALS = 100;

    /** Copies the events. */
    public Agreement {
        events = List.copyOf(events);
    }

    /**
     * The end as it stands now.
     *
     * @return the first day no longer in force
     */
    public LocalDate endExclusive() {
        LocalDate end = signed.endExclusive();
        for (CobuildingEvent event : events) {
            if (event instanceof AgreementRenewed renewed) {
                end = renewed.endExclusive();
            }
            if (event instanceof AgreementEnded ended) {
                end = ended.endedOn();
            }
        }
        return end;
    }

    /**
     * Whether it holds on a day.
     *
     * @param day the day asked about
     * @return true from the start on and before the end
     */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(signed.startInclusive()) && day.isBefore(endExclusive());
    }

    /**
     * The duties that should have been performed.
     *
     * @param day the day asked about
     * @return those due before that day and not performed, in their order
     */
    public List<Duty> overdue(LocalDate day) {
        return IntStream.rangeClosed(1, signed.duties().size())
                .filter(number -> !isPerformed(number))
                .mapToObj(number -> signed.duties().get(number - 1))
                .filter(duty -> duty.dueOn().isBefore(day))
                .toList();
    }

    boolean isPerformed(int number) {
        return events.stream()
                .anyMatch(event -> event instanceof DutyPerformed p && p.duty() == number);
    }

    long performed() {
        return events.stream().filter(DutyPerformed.class::isInstance).count();
    }

    int renewals() {
        return (int) events.stream().filter(AgreementRenewed.class::isInstance).count();
    }

    Instant lastAt() {
        return events.isEmpty() ? signed.occurredAt() : events.get(events.size() - 1).occurredAt();
    }

    boolean isEnded() {
        return events.stream().anyMatch(AgreementEnded.class::isInstance);
    }

    Agreement plus(CobuildingEvent event) {
        List<CobuildingEvent> longer = new ArrayList<>(events);
        longer.add(event);
        return new Agreement(signed, longer);
    }
}
