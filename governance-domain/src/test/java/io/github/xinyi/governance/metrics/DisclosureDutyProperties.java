package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Accounts in time, counted again day by day from what was published when. */
class DisclosureDutyProperties {

    private static final CommunityId COMMUNITY = CommunityId.of("C001");
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int PERIOD = 10;
    private static final int PERIODS = 5;

    @Property(tries = 500)
    void accountsInTimeEqualARecountDayByDay(
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 70) Integer> published,
            @ForAll @IntRange(min = 1, max = 25) int within,
            @ForAll @IntRange(min = 0, max = 80) int today) {
        List<DisclosureDuty> duties = new ArrayList<>();
        Set<RecordId> due = new HashSet<>();
        Set<RecordId> inTime = new HashSet<>();
        for (int period = 1; period <= PERIODS; period++) {
            int end = period * PERIOD;
            duties.add(
                    DisclosureDuty.ofAccounts(
                            COMMUNITY,
                            START.plusDays(end),
                            within,
                            published.stream().map(START::plusDays).toList()));
            RecordId id = new RecordId(COMMUNITY, "ACCOUNTS-" + START.plusDays(end));
            if (end + within <= today) {
                due.add(id);
                for (int day = end + 1; day <= end + within; day++) {
                    if (published.contains(day)) {
                        inTime.add(id);
                    }
                }
            }
        }

        Measurement measured = CaseMeasures.disclosureOnTime(START.plusDays(today), duties);

        assertThat(measured.denominator()).isEqualTo(due);
        assertThat(measured.numerator()).isEqualTo(inTime);
    }

    @Example
    void accountsAreDueOneToThreeHundredAndSixtySixDaysAfterTheirPeriod() {
        for (int good : List.of(1, DisclosureDuty.MAX_DAYS)) {
            assertThat(DisclosureDuty.ofAccounts(COMMUNITY, START, good, List.of()).dueOn())
                    .isEqualTo(START.plusDays(good));
        }
        for (int bad : List.of(0, DisclosureDuty.MAX_DAYS + 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DisclosureDuty.ofAccounts(COMMUNITY, START, bad, List.of()));
        }
    }
}
