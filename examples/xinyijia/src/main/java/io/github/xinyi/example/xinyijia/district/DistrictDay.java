package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;

/** What was exported with a day alone is taken as recorded at its end. */
final class DistrictDay {

    private DistrictDay() {}

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Meeting.ZONE).toInstant();
    }
}
