package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DutiesProperties {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(Kind.OWNERS_COMMITTEE);
    private static final Committee BODY = Bodies.elected(NATIONAL, 7);

    /** Civil Code art. 203: rest days only ever give time, and no period ends on one of them. */
    @Property(tries = 300)
    void restDaysOnlyGiveTime(@ForAll @IntRange(min = 25, max = 60) int days, @ForAll long seed) {
        LocalDate day = START.plusDays(days);
        Committee filed = BODY;
        for (FilingOffice office : FilingOffice.values()) {
            filed = Bodies.after(filed, filed.acting(NATIONAL).file(office, day, at(day)));
        }
        HolidayCalendar calendar = calendar(new Random(seed));

        List<Finding> plain = filed.duties(NATIONAL, day).findings();
        List<Finding> byCalendar = filed.duties(NATIONAL, day, calendar).findings();

        assertThat(byCalendar).extracting(Finding::rule).isEqualTo(rules(plain));
        for (int i = 0; i < plain.size(); i++) {
            if (plain.get(i).verdict() != Verdict.NOT_MET) {
                assertThat(byCalendar.get(i).verdict()).isEqualTo(plain.get(i).verdict());
            }
            if ("LOOKED_AT".equals(byCalendar.get(i).evidence().get("rest"))) {
                LocalDate last = LocalDate.parse(byCalendar.get(i).evidence().get("deadline"));
                assertThat(calendar.isRestDay(last)).isFalse();
            }
        }
    }

    private static List<RuleCode> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static HolidayCalendar calendar(Random random) {
        NavigableSet<LocalDate> holidays = new TreeSet<>();
        START.datesUntil(START.plusDays(90))
                .filter(day -> random.nextInt(3) == 0)
                .forEach(holidays::add);
        return new HolidayCalendar(
                new EffectivePeriod(START, START.plusYears(10)), holidays, new TreeSet<>());
    }
}
