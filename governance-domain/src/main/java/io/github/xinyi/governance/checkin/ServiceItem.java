package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A service item with its whole course, for example registered, solved, reopened, solved.
 *
 * @param registered how it began
 * @param turns the days on which it was solved, reopened, solved again, in turn and in order
 * @since 0.1.0
 */
public record ServiceItem(ServiceItemRegistered registered, List<LocalDate> turns) {

    /** The greatest number of turns. */
    public static final int MAX_TURNS = 100;

    /** Copies the turns. */
    public ServiceItem {
        turns = List.copyOf(turns);
    }

    /**
     * Whether it is solved on a day.
     *
     * @param day the day asked about
     * @return false before it was solved, and while it is reopened
     */
    public boolean isSolvedOn(LocalDate day) {
        return turns.stream().filter(turn -> !turn.isAfter(day)).count() % 2 == 1;
    }

    /**
     * Whether it is solved as things stand now.
     *
     * @return true after the last turn was a solution
     */
    public boolean isSolved() {
        return isSolvedOn(LocalDate.MAX);
    }

    LocalDate lastDay() {
        return turns.isEmpty() ? registered.registeredOn() : turns.get(turns.size() - 1);
    }

    ServiceItem turned(LocalDate day) {
        List<LocalDate> longer = new ArrayList<>(turns);
        longer.add(day);
        return new ServiceItem(registered, longer);
    }
}
