package io.github.xinyi.governance.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rest days that the State Council announced for a time, given by the caller and never built
 * in, for example 2024 with 2024-10-01 to 2024-10-07 as holidays and 2024-09-29 as a working day.
 *
 * <p>Saturday and Sunday are rest days unless they are make-up working days (调休上班日).
 *
 * @param known the days for which the announcement is at hand
 * @param holidays statutory holidays (法定节假日) and the days shifted to them, at most {@link
 *     #MAX_DAYS}
 * @param workingWeekends Saturdays and Sundays that are worked, at most {@link #MAX_DAYS}
 * @since 0.1.0
 */
public record HolidayCalendar(
        EffectivePeriod known,
        SortedSet<LocalDate> holidays,
        SortedSet<LocalDate> workingWeekends) {

    /** The greatest number of days in either set, enough for a century. */
    public static final int MAX_DAYS = 4_000;

    /** How many digits of its digest an edition tells. */
    public static final int EDITION_DIGITS = 12;

    /** Copies the days; refuses too many, days outside the known time, and contradictions. */
    public HolidayCalendar {
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
        workingWeekends = Collections.unmodifiableSortedSet(new TreeSet<>(workingWeekends));
        if (holidays.size() > MAX_DAYS || workingWeekends.size() > MAX_DAYS) {
            throw new IllegalArgumentException("more than " + MAX_DAYS + " days");
        }
        for (LocalDate day : holidays) {
            require(known.contains(day) && !workingWeekends.contains(day), day);
        }
        for (LocalDate day : workingWeekends) {
            require(known.contains(day) && isWeekend(day), day);
        }
    }

    /**
     * Whether nobody need act on the day.
     *
     * @param day within {@link #known} for an answer that stands
     * @return true for a holiday, and for a Saturday or Sunday that is not worked
     */
    public boolean isRestDay(LocalDate day) {
        return holidays.contains(day) || (isWeekend(day) && !workingWeekends.contains(day));
    }

    /**
     * Which announcement of rest days this is, so that a ruling can be made again by the same one.
     *
     * @return the days for which it is known and the first {@value #EDITION_DIGITS} hexadecimal
     *     digits of the SHA-256 over these days, holidays and working weekends, for example {@code
     *     2024-01-01..2025-01-01#9f2c61d0a4b7}
     */
    public String edition() {
        LocalDate end = known.endExclusive();
        String days = known.startInclusive() + ".." + (end.equals(LocalDate.MAX) ? "" : end);
        String text = days + "/" + holidays + "/" + workingWeekends;
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return days + "#" + HexFormat.of().formatHex(digest).substring(0, EDITION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static void require(boolean sound, LocalDate day) {
        if (!sound) {
            throw new IllegalArgumentException("not a day of this calendar: " + day);
        }
    }
}
