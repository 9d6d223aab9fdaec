package io.github.xinyi.governance.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.proceeding.RevocationPeriod.Knowledge;
import io.github.xinyi.governance.proceeding.RevocationPeriod.Suit;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevocationPeriodTest {

    /** 1 and 2 January 2026 are holidays, a Thursday and a Friday; the weekend follows. */
    private static final HolidayCalendar KNOWN =
            calendar("2026-12-31", "2025-01-01", "2026-01-01", "2026-01-02");

    private static final LocalDate DECIDED = LocalDate.of(2024, 6, 1);

    private static final HolidayCalendar UNKNOWN = calendar("2020-12-31");

    @ParameterizedTest
    @CsvSource({
        "2024-06-04,2025-06-03,MET", "2024-06-04,2025-06-04,MET", "2024-06-04,2025-06-05,NOT_MET",
        "2024-02-29,2025-02-27,MET", "2024-02-29,2025-02-28,MET", "2024-02-29,2025-03-01,NOT_MET",
        "2024-01-01,2025-01-01,MET", "2024-01-01,2025-01-02,MET", "2024-01-01,2025-01-03,NOT_MET"
    })
    void anOwnerCanSueForOneYearByInterpretation12AndCivilCode201To203(
            LocalDate known, LocalDate filed, Verdict expected) {
        Finding suit = period(known, Knowledge.KNEW).suit(filed, KNOWN);

        assertThat(suit.rule()).isEqualTo(Suit.CODE);
        assertThat(suit.verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-04,2025-06-04", "2025-01-01,2026-01-05"})
    void tellsTheLastDayByInterpretation12AndCivilCode203(LocalDate known, LocalDate last) {
        assertThat(period(known, Knowledge.KNEW).deadline(KNOWN).lastDay()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05,MET", "2026-01-06,NOT_MET"})
    void aLastDayOnAHolidayMovesPastTheRestByCivilCode203(LocalDate filed, Verdict expected) {
        assertThat(period(LocalDate.of(2025, 1, 1), Knowledge.KNEW).suit(filed, KNOWN).verdict())
                .isEqualTo(expected);
    }

    @Test
    void anUnknownCalendarLeavesALateSuitUndeterminedAndATimelyOneNot() {
        RevocationPeriod period = period(LocalDate.of(2024, 6, 4), Knowledge.KNEW);

        assertThat(period.suit(LocalDate.of(2025, 6, 4), UNKNOWN).verdict()).isEqualTo(Verdict.MET);
        assertThat(period.suit(LocalDate.of(2025, 6, 5), UNKNOWN).verdict())
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({"29,UNDETERMINED", "30,UNDETERMINED", "31,NOT_MET"})
    void noUnknownCalendarSavesASuitThatIsALongTimeLate(long daysLate, Verdict expected) {
        RevocationPeriod period = period(LocalDate.of(2024, 6, 4), Knowledge.KNEW);

        assertThat(period.suit(LocalDate.of(2025, 6, 4).plusDays(daysLate), UNKNOWN).verdict())
                .isEqualTo(expected);
    }

    @Test
    void saysThatCountingFromTheDayItWasPutUpIsOurReading() {
        LocalDate day = LocalDate.of(2024, 6, 4);
        Finding known = period(day, Knowledge.KNEW).suit(day, KNOWN);
        Finding putUp = period(day, Knowledge.PUT_UP).suit(day, KNOWN);

        assertThat(known.basis().get(1).standing()).isEqualTo(Standing.TEXT_READ);
        assertThat(putUp.basis().get(1).standing()).isEqualTo(Standing.INTERPRETATION);
        for (Language language : Language.values()) {
            assertThat(RuleTexts.governance(language).render(putUp))
                    .contains("2025-06-04")
                    .doesNotContain("proceeding.");
        }
    }

    @ParameterizedTest(name = "decided 2024-06-01, put up {0}, suit {1}: {2}, counted from {3}")
    @CsvSource({
        "2024-06-05,2024-05-31,NOT_MET,2024-06-01",
        "2024-06-05,2024-06-01,MET,2024-06-01",
        "2024-06-05,2024-06-04,MET,2024-06-01",
        "2024-06-05,2024-06-05,MET,2024-06-05",
        "2026-06-05,2025-05-31,MET,2024-06-01",
        "2026-06-05,2025-06-02,MET,2024-06-01",
        "2026-06-05,2025-06-03,UNDETERMINED,2024-06-01",
        "2026-06-05,2026-06-04,UNDETERMINED,2024-06-01",
        "2026-06-05,2026-06-05,MET,2026-06-05"
    })
    void whoSuesKnowsSoThatAnEarlySuitIsCountedFromTheDecisionByCivilCode280(
            LocalDate putUp, LocalDate filed, Verdict expected, LocalDate start) {
        for (Knowledge knowledge : Knowledge.values()) {
            Finding suit =
                    new RevocationPeriod(PersonId.of("P1"), DECIDED, putUp, knowledge)
                            .suit(filed, KNOWN);

            assertThat(suit.verdict()).isEqualTo(expected);
            assertThat(suit.evidence()).containsEntry("start", start.toString());
        }
    }

    @ParameterizedTest(name = "decided 2021-01-04, known 2025-12-01, suit {0}: {1}")
    @CsvSource({"2026-01-03,MET", "2026-01-05,MET", "2026-01-06,UNDETERMINED"})
    void fiveYearsAfterTheDecisionNothingIsCertainByCivilCode152(
            LocalDate filed, Verdict expected) {
        Finding suit =
                new RevocationPeriod(
                                PersonId.of("P1"),
                                LocalDate.of(2021, 1, 4),
                                LocalDate.of(2025, 12, 1),
                                Knowledge.KNEW)
                        .suit(filed, KNOWN);

        assertThat(suit.verdict()).isEqualTo(expected);
        assertThat(suit.basis().stream().filter(c -> c.provision().article() == 152))
                .hasSize(expected == Verdict.MET ? 0 : 1);
    }

    @Test
    void nobodyKnowsOfADecisionBeforeItIsTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new RevocationPeriod(
                                        PersonId.of("P1"),
                                        DECIDED,
                                        DECIDED.minusDays(1),
                                        Knowledge.KNEW));
    }

    private static RevocationPeriod period(LocalDate known, Knowledge knowledge) {
        return new RevocationPeriod(PersonId.of("P1"), known, known, knowledge);
    }

    @Test
    void namesTheCalendarByWhichItWasCounted() {
        RevocationPeriod period =
                new RevocationPeriod(
                        PersonId.of("P1"),
                        LocalDate.parse("2024-01-10"),
                        LocalDate.parse("2024-01-10"),
                        Knowledge.KNEW);

        assertThat(period.suit(LocalDate.parse("2024-02-01"), KNOWN).evidence())
                .containsEntry("calendar", KNOWN.edition());
        assertThat(period.suit(LocalDate.parse("2024-02-01"), UNKNOWN).evidence())
                .containsEntry("calendar", UNKNOWN.edition());
    }

    private static HolidayCalendar calendar(String last, String... holidays) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Set.of(holidays).forEach(day -> days.add(LocalDate.parse(day)));
        return new HolidayCalendar(
                new EffectivePeriod(LocalDate.of(2020, 1, 1), LocalDate.parse(last).plusDays(1)),
                days,
                new TreeSet<>());
    }
}
