package io.github.xinyi.governance.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.law.DeadlineCount;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularMeetingsTest {

    private static final LocalDate SINCE = LocalDate.of(2024, 3, 1);
    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);

    @ParameterizedTest(name = "{0}: held on {1}")
    @CsvSource({
        "BEIJING,2025-02-28,MET,BJ art. 35 para. 2",
        "BEIJING,2025-03-01,MET,BJ art. 35 para. 2",
        "BEIJING,2025-03-02,NOT_MET,BJ art. 35 para. 2",
        "SHANDONG,2025-03-01,MET,SD art. 28 para. 1",
        "SHANDONG,2025-03-02,NOT_MET,SD art. 28 para. 1",
        "NINGBO,2025-03-01,MET,NB art. 24 para. 1",
        "NINGBO,2025-03-02,NOT_MET,NB art. 24 para. 1"
    })
    void isHeldWithinAYearByBeijing35Shandong28AndNingbo24(
            String region, LocalDate held, Verdict verdict, String source) {
        Finding first = duties(Profiles.of(region), LATER, held).get(0);

        assertThat(first.rule()).isEqualTo(ProceedingRule.REGULAR_HELD.code());
        assertThat(first.verdict()).isEqualTo(verdict);
        assertThat(first.basis()).extracting(Object::toString).containsExactly(source);
        assertThat(first.basis())
                .as("that the year runs from the last meeting is our reading")
                .allMatch(c -> c.standing() == Standing.INTERPRETATION);
    }

    @ParameterizedTest(name = "on {0} the next is {1}")
    @CsvSource({"2026-01-14,PENDING", "2026-01-15,PENDING", "2026-01-16,NOT_MET"})
    void theNextIsDueAYearAfterTheLast(LocalDate today, Verdict next) {
        List<Finding> duties =
                duties(Profiles.of("BEIJING"), today, LocalDate.of(2025, 1, 15)).stream()
                        .filter(f -> f.rule().equals(ProceedingRule.REGULAR_HELD.code()))
                        .toList();

        assertThat(duties).extracting(Finding::verdict).containsExactly(Verdict.MET, next);
        assertThat(RuleTexts.governance(Language.ZH_CN).render(duties.get(1)))
                .contains("业主大会定期会议应当不迟于2026-01-15召开");
    }

    @Test
    void aMeetingThatIsStillToComeIsNotHeld() {
        assertThat(
                        duties(
                                        Profiles.of("SHANDONG"),
                                        LocalDate.of(2025, 3, 2),
                                        LocalDate.of(2025, 3, 3))
                                .get(0)
                                .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void asksForNoneWhereOnlyTheRulesOfProcedureSayWhen() {
        assertThat(duties(RegionProfile.national(), LATER)).isEmpty();
        assertThat(duties(Profiles.of("SHANGHAI"), LATER)).isEmpty();
    }

    @Test
    void showsTheNoticesOfTheProfile() {
        assertThat(Profiles.notices(duties(Profiles.of("BEIJING"), LATER))).isEqualTo(1);
    }

    @Test
    void boundsItsMeetingsAndTakesNoneBeforeTheFirst() {
        Set<LocalDate> most =
                IntStream.rangeClosed(1, RegularMeetings.MAX_MEETINGS)
                        .mapToObj(SINCE::plusDays)
                        .collect(Collectors.toSet());

        assertThat(new RegularMeetings(SINCE, new TreeSet<>(most)).heldOn())
                .hasSize(RegularMeetings.MAX_MEETINGS);
        most.add(SINCE.plusYears(9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularMeetings(SINCE, new TreeSet<>(most)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegularMeetings(SINCE, new TreeSet<>(Set.of(SINCE))));
    }

    private static List<Finding> duties(RegionProfile profile, LocalDate today, LocalDate... held) {
        return new RegularMeetings(SINCE, new TreeSet<>(Stream.of(held).toList()))
                .duties(profile, today, DeadlineCount.plain());
    }
}
