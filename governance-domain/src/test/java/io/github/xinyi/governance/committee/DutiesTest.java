package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.CALLED_AT;
import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.ITEM;
import static io.github.xinyi.governance.committee.Bodies.SESSION;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.formed;
import static io.github.xinyi.governance.committee.Bodies.held;
import static io.github.xinyi.governance.committee.Bodies.leaving;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.Receiver;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DutiesTest {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
    private static final CommitteeClauses BEIJING = LocalLaw.beijing();
    private static final CommitteeClauses HANGZHOU = LocalLaw.hangzhou();
    private static final CommitteeClauses MANAGEMENT = LocalLaw.beijingManagement();
    private static final Citation REST = Statutes.CIVIL_CODE.at(203, 1);

    @ParameterizedTest(name = "PMR art. 16 para. 1: filed after {0} days")
    @CsvSource({"29,MET,0", "30,MET,0", "31,NOT_MET,1", "40,NOT_MET,10"})
    void filesWithBothOfficesWithinThirtyDays(int days, Verdict verdict, String late) {
        LocalDate day = START.plusDays(days);
        Committee committee = elected(NATIONAL, 7);
        for (FilingOffice office : FilingOffice.values()) {
            committee = after(committee, committee.acting(NATIONAL).file(office, day, at(day)));
        }

        List<Finding> filed = of(committee.duties(NATIONAL, day), "filed");

        assertThat(filed).hasSize(2).allMatch(finding -> finding.verdict() == verdict);
        assertThat(filed).allMatch(finding -> late.equals(finding.evidence().get("late")));
    }

    @ParameterizedTest(name = "thirty days end on Sunday 2024-03-31; filed on {0}")
    @CsvSource({
        "2024-03-31,MET,MET,MET",
        "2024-04-01,NOT_MET,MET,MET",
        "2024-04-02,NOT_MET,NOT_MET,UNDETERMINED",
        "2024-04-30,NOT_MET,NOT_MET,UNDETERMINED",
        "2024-05-01,NOT_MET,NOT_MET,NOT_MET"
    })
    void filesOnTheDayAfterTheRestByCivilCode203(
            LocalDate day, Verdict plain, Verdict known, Verdict unknown) {
        Committee committee = elected(NATIONAL, 7);
        for (FilingOffice office : FilingOffice.values()) {
            committee = after(committee, committee.acting(NATIONAL).file(office, day, at(day)));
        }

        Finding byPlainDays = of(committee.duties(NATIONAL, day), "filed").get(0);
        Finding byCalendar = of(committee.duties(NATIONAL, day, resting(2024)), "filed").get(0);
        Finding byAnother = of(committee.duties(NATIONAL, day, resting(2023)), "filed").get(0);

        assertThat(byPlainDays.verdict()).isEqualTo(plain);
        assertThat(byPlainDays.evidence())
                .containsEntry("deadline", "2024-03-31")
                .containsEntry("rest", "NOT_APPLIED")
                .containsEntry("calendar", "-");
        assertThat(byPlainDays.basis()).doesNotContain(REST, REST.asInterpretation());
        assertThat(byCalendar.verdict()).isEqualTo(known);
        assertThat(byCalendar.evidence())
                .containsEntry("deadline", "2024-04-01")
                .containsEntry("rest", "LOOKED_AT")
                .containsEntry("calendar", resting(2024).edition());
        assertThat(byCalendar.basis()).contains(REST.asInterpretation());
        assertThat(byAnother.verdict()).isEqualTo(unknown);
        assertThat(byAnother.evidence())
                .containsEntry("rest", "UNKNOWN")
                .containsEntry("calendar", resting(2023).edition());
    }

    /** A year with these rest days besides its weekends. */
    private static HolidayCalendar resting(int year, String... days) {
        return new HolidayCalendar(
                new EffectivePeriod(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)),
                Stream.of(days)
                        .map(LocalDate::parse)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>());
    }

    @Test
    void countsMonthsToTheDayAfterTheRestAndLeavesWhatIsDueBeforeTheEnd() {
        Committee used = sealed();
        LocalDate last = LocalDate.parse("2024-11-20");
        HolidayCalendar wednesday = resting(2024, "2024-11-20");
        HolidayCalendar tuesday = resting(2026, "2026-12-01");
        LocalDate end = LocalDate.parse("2026-12-02");

        assertThat(of(used.duties(HANGZHOU, last.plusDays(1)), "seals-published"))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_MET);
        assertThat(of(used.duties(HANGZHOU, last.plusDays(1), wednesday), "seals-published"))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.PENDING);
        assertThat(of(used.duties(HANGZHOU, last.plusDays(2), wednesday), "seals-published"))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_MET);
        assertThat(of(used.duties(HANGZHOU, end, tuesday), "end-reported"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MET);
                            assertThat(finding.evidence())
                                    .containsEntry("deadline", "2026-12-01")
                                    .containsEntry("rest", "NOT_MOVED");
                        });
    }

    @Test
    void isElectedThoughNotFiledAndFiledInOnePlaceIsNotEnough() {
        Committee committee = elected(NATIONAL, 7);
        Committee half =
                after(
                        committee,
                        committee
                                .acting(NATIONAL)
                                .file(
                                        FilingOffice.STREET_OFFICE,
                                        START.plusDays(5),
                                        at(START.plusDays(5))));
        LocalDate late = START.plusDays(31);

        assertThat(verdicts(committee, NATIONAL, START.plusDays(30), "filed"))
                .containsExactly(Verdict.PENDING, Verdict.PENDING);
        assertThat(verdicts(half, NATIONAL, late, "filed"))
                .containsExactlyInAnyOrder(Verdict.MET, Verdict.NOT_MET);
        assertThat(half.isInOffice(late)).isTrue();
        assertThat(half.presence(late).state()).isEqualTo(Presence.State.IN_OFFICE);
    }

    @Test
    void filesWithTheStreetOfficeOnlyUnderBeijing43() {
        assertThat(of(elected(BEIJING, 7).duties(BEIJING, START), "filed"))
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.basis()).containsExactly(LocalLaw.beijing(43)));
    }

    @ParameterizedTest(name = "Beijing art. 55: filed after {0} days")
    @CsvSource({"29,MET", "30,MET", "31,NOT_MET"})
    void filesAManagementCommitteeWhereThereIsAnOwnersMeeting(int days, Verdict verdict) {
        CommitteeClauses beijing =
                CommitteeClauses.national(GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE)
                        .under(Profiles.of("BEIJING"));
        Committee committee = onGround(beijing, Option.Ground.NO_COMMITTEE_ELECTED);
        LocalDate day = START.plusDays(days);
        Committee filed =
                after(
                        committee,
                        committee.acting(beijing).file(FilingOffice.STREET_OFFICE, day, at(day)));

        assertThat(verdicts(filed, beijing, day, "filed")).containsExactly(verdict);
        assertThat(verdicts(onGround(beijing, Option.Ground.NO_CONDITIONS), beijing, day, "filed"))
                .as("no owners' meeting, nothing to file")
                .isEmpty();
    }

    private static Committee onGround(CommitteeClauses clauses, Option.Ground ground) {
        CommitteeEvent formed =
                Bodies.value(
                        new Founding(Bodies.COMMUNITY, Bodies.LARGE, clauses)
                                .form(
                                        Bodies.appointment(ground, 15),
                                        Bodies.mixed(7, 4),
                                        TERM,
                                        Bodies.AT));
        return Committee.from(List.of(formed), clauses);
    }

    @ParameterizedTest(name = "Beijing art. 50: change filed after {0} days")
    @CsvSource({"29,MET", "30,MET", "31,NOT_MET"})
    void filesChangesWithinThirtyDays(int days, Verdict verdict) {
        Committee committee = leaving(elected(BEIJING, 7), BEIJING, 7);
        LocalDate day = START.plusMonths(1).plusDays(days);
        Committee filed =
                after(
                        committee,
                        committee.acting(BEIJING).file(FilingOffice.STREET_OFFICE, day, at(day)));

        assertThat(verdicts(filed, BEIJING, day, "change-filed")).containsExactly(verdict);
    }

    @ParameterizedTest(name = "Beijing art. 42: officers chosen after {0} days")
    @CsvSource({"6,MET", "7,MET", "8,NOT_MET"})
    void choosesOfficersWithinSevenDays(int days, Verdict verdict) {
        Committee committee = elected(BEIJING, 7);
        LocalDate day = START.plusDays(days);
        Committee chosen =
                after(
                        committee,
                        committee
                                .acting(BEIJING)
                                .chooseOfficers(person(1), List.of(), day, at(day)));

        assertThat(verdicts(chosen, BEIJING, day, "officers-chosen")).containsExactly(verdict);
        assertThat(verdicts(committee, BEIJING, START.plusDays(7), "officers-chosen"))
                .containsExactly(Verdict.PENDING);
    }

    @ParameterizedTest(name = "Beijing art. 57: published after {0} days, shown for {1}")
    @CsvSource({"2,10,MET,MET", "3,11,MET,MET", "4,10,NOT_MET,MET", "3,9,MET,NOT_MET"})
    void publishesASessionInThreeDaysForTenWorkingDays(
            int days, int shown, Verdict published, Verdict displayed) {
        Committee committee = held(formed(MANAGEMENT, 7, 4), MANAGEMENT, persons(7));
        Committee told =
                after(
                        committee,
                        committee
                                .acting(MANAGEMENT)
                                .publish(
                                        SESSION,
                                        SESSION_DAY.plusDays(days),
                                        shown,
                                        at(SESSION_DAY.plusDays(days).plusDays(30))));
        LocalDate later = SESSION_DAY.plusMonths(1);

        assertThat(verdicts(told, MANAGEMENT, later, "published")).containsExactly(published);
        assertThat(verdicts(told, MANAGEMENT, later, "displayed")).containsExactly(displayed);
        assertThat(verdicts(committee, MANAGEMENT, SESSION_DAY.plusDays(3), "published"))
                .containsExactly(Verdict.PENDING);
    }

    @ParameterizedTest(name = "{0}: a session is published {2} days after: {3}")
    @CsvSource({
        "BJ art. 45 para. 4,BEIJING,2,MET",
        "BJ art. 45 para. 4,BEIJING,3,MET",
        "BJ art. 45 para. 4,BEIJING,4,NOT_MET",
        "HZ art. 29 para. 2,HANGZHOU,2,MET",
        "HZ art. 29 para. 2,HANGZHOU,3,MET",
        "HZ art. 29 para. 2,HANGZHOU,4,NOT_MET",
        "SD art. 32 para. 4,SHANDONG,2,MET",
        "SD art. 32 para. 4,SHANDONG,3,MET",
        "SD art. 32 para. 4,SHANDONG,4,NOT_MET",
        "NB art. 33 para. 3,NINGBO,2,MET",
        "NB art. 33 para. 3,NINGBO,3,MET",
        "NB art. 33 para. 3,NINGBO,4,NOT_MET",
        "SH art. 26 para. 3,SHANGHAI,2,MET",
        "SH art. 26 para. 3,SHANGHAI,3,MET",
        "SH art. 26 para. 3,SHANGHAI,4,NOT_MET"
    })
    void publishesASessionInThreeDaysByTheTextOfThePlace(
            String article, String region, int days, Verdict verdict) {
        CommitteeClauses law = in(region);
        LocalDate day = SESSION_DAY.plusDays(days);
        Committee body = held(elected(law, 7), law, persons(7));
        LocalDate later = day.plusDays(10);
        Committee told = after(body, body.acting(law).publish(SESSION, day, 10, at(later)));

        judged(told.duties(law, later), "published", verdict, article);
    }

    @ParameterizedTest(name = "Guidance Rules art. 47, Hangzhou 33, Beijing 49: {0}")
    @CsvSource({
        "2026-08-31,MET,MET",
        "2026-09-01,MET,MET",
        "2026-09-02,MET,NOT_MET",
        "2026-12-01,MET,NOT_MET",
        "2026-12-02,NOT_MET,NOT_MET"
    })
    void reportsTheEndOfTheTermMonthsBefore(LocalDate day, Verdict hangzhou, Verdict beijing) {
        assertThat(reported(HANGZHOU, day)).containsExactly(hangzhou);
        assertThat(reported(NATIONAL, day)).containsExactly(hangzhou);
        assertThat(reported(BEIJING, day)).containsExactly(beijing);
    }

    private static List<Verdict> reported(CommitteeClauses clauses, LocalDate day) {
        return verdicts(reporting(clauses, day), clauses, day, "end-reported");
    }

    private static Committee reporting(CommitteeClauses clauses, LocalDate day) {
        Committee committee = elected(clauses, 7);
        return after(committee, committee.acting(clauses).reportTermEnd(day, at(day)));
    }

    @ParameterizedTest(name = "{0}: the term ends on 2027-03-01, reported on {2}: {3}")
    @CsvSource({
        "GR art. 47,NATIONAL,2026-11-30,MET",
        "GR art. 47,NATIONAL,2026-12-01,MET",
        "GR art. 47,NATIONAL,2026-12-02,NOT_MET",
        "BJ art. 49 para. 1,BEIJING,2026-08-31,MET",
        "BJ art. 49 para. 1,BEIJING,2026-09-01,MET",
        "BJ art. 49 para. 1,BEIJING,2026-09-02,NOT_MET",
        "HZ art. 33,HANGZHOU,2026-11-30,MET",
        "HZ art. 33,HANGZHOU,2026-12-01,MET",
        "HZ art. 33,HANGZHOU,2026-12-02,NOT_MET",
        "SH art. 28 para. 1,SHANGHAI,2026-09-30,MET",
        "SH art. 28 para. 1,SHANGHAI,2026-10-01,MET",
        "SH art. 28 para. 1,SHANGHAI,2026-10-02,NOT_MET",
        "TZ art. 27 para. 2,TAIZHOU,2026-12-31,MET",
        "TZ art. 27 para. 2,TAIZHOU,2027-01-01,MET",
        "TZ art. 27 para. 2,TAIZHOU,2027-01-02,NOT_MET"
    })
    void reportsTheEndOfTheTermByTheTextOfThePlace(
            String article, String region, LocalDate day, Verdict verdict) {
        CommitteeClauses law = in(region);

        judged(reporting(law, day).duties(law, day), "end-reported", verdict, article);
    }

    @ParameterizedTest(name = "Shandong art. 33: elected {0} days before the end")
    @CsvSource({"91,MET", "90,MET", "89,NOT_MET"})
    void electsTheNextBodyNinetyDaysBefore(int days, Verdict verdict) {
        CommitteeClauses shandong = LocalLaw.shandong();
        Committee committee = elected(shandong, 7);
        LocalDate day = TERM.endExclusive().minusDays(days);

        Committee next = Bodies.followed(committee, shandong, day, day);

        assertThat(verdicts(next, shandong, day, "next-elected")).containsExactly(verdict);
    }

    @ParameterizedTest(name = "{0}: elected {2} days before the end: {3}")
    @CsvSource({
        "SD art. 33 para. 1,SHANDONG,91,MET",
        "SD art. 33 para. 1,SHANDONG,90,MET",
        "SD art. 33 para. 1,SHANDONG,89,NOT_MET",
        "NB art. 36 para. 1,NINGBO,61,MET",
        "NB art. 36 para. 1,NINGBO,60,MET",
        "NB art. 36 para. 1,NINGBO,59,NOT_MET"
    })
    void electsTheNextBodyByTheTextOfThePlace(
            String article, String region, int days, Verdict verdict) {
        CommitteeClauses law = in(region);
        LocalDate day = TERM.endExclusive().minusDays(days);
        Committee next = Bodies.followed(elected(law, 7), law, day, day);

        judged(next.duties(law, day), "next-elected", verdict, article);
    }

    @ParameterizedTest(name = "Guidance Rules art. 45, Hangzhou art. 34: after {0} days")
    @CsvSource({"3,MET,MET", "4,NOT_MET,MET", "7,NOT_MET,MET", "8,NOT_MET,NOT_MET"})
    void handsOverWhatALeavingMemberKept(int days, Verdict national, Verdict hangzhou) {
        LocalDate day = START.plusMonths(1).plusDays(days);

        assertThat(handedOver(NATIONAL, day)).containsExactly(national);
        assertThat(handedOver(HANGZHOU, day)).containsExactly(hangzhou);
    }

    private static List<Verdict> handedOver(CommitteeClauses clauses, LocalDate day) {
        Committee committee = leaving(elected(clauses, 7), clauses, 7);
        assertThat(Bodies.refusedBy(committee.acting(clauses).handOverOf(person(1), day, at(day))))
                .containsExactly("leaver");
        return verdicts(leaverHandsOver(clauses, day), clauses, day, "leaver-handed-over");
    }

    private static Committee leaverHandsOver(CommitteeClauses clauses, LocalDate day) {
        Committee committee = leaving(elected(clauses, 7), clauses, 7);
        return after(committee, committee.acting(clauses).handOverOf(person(7), day, at(day)));
    }

    @ParameterizedTest(name = "{0}: a member hands over {2} days after leaving: {3}")
    @CsvSource({
        "GR art. 45,NATIONAL,2,MET",
        "GR art. 45,NATIONAL,3,MET",
        "GR art. 45,NATIONAL,4,NOT_MET",
        "HZ art. 34 para. 2,HANGZHOU,6,MET",
        "HZ art. 34 para. 2,HANGZHOU,7,MET",
        "HZ art. 34 para. 2,HANGZHOU,8,NOT_MET",
        "SH art. 30,SHANGHAI,9,MET",
        "SH art. 30,SHANGHAI,10,MET",
        "SH art. 30,SHANGHAI,11,NOT_MET",
        "TZ art. 28 para. 2,TAIZHOU,2,MET",
        "TZ art. 28 para. 2,TAIZHOU,3,MET",
        "TZ art. 28 para. 2,TAIZHOU,4,NOT_MET"
    })
    void handsOverWhatALeavingMemberKeptByTheTextOfThePlace(
            String article, String region, int days, Verdict verdict) {
        CommitteeClauses law = in(region);
        LocalDate day = START.plusMonths(1).plusDays(days);

        judged(leaverHandsOver(law, day).duties(law, day), "leaver-handed-over", verdict, article);
    }

    @ParameterizedTest(name = "Hangzhou art. 34: {0} days after the end of the term")
    @CsvSource({"9,MET", "10,MET", "11,NOT_MET"})
    void handsOverPapersSealsAndAccountsAtTheEnd(int days, Verdict verdict) {
        LocalDate day = TERM.endExclusive().plusDays(days);
        Committee committee = elected(HANGZHOU, 7);
        EnumSet<Estate> first = EnumSet.of(Estate.PAPERS, Estate.SEALS, Estate.ACCOUNTS);
        LocalDate end = TERM.endExclusive();
        Committee half = after(committee, handingOver(committee, first, end));
        Committee all = after(half, handingOver(half, EnumSet.complementOf(first), day));

        assertThat(verdicts(all, HANGZHOU, day, "handed-over")).containsExactly(verdict);
        assertThat(verdicts(half, HANGZHOU, TERM.endExclusive(), "handed-over"))
                .containsExactly(Verdict.PENDING);
        assertThat(verdicts(half, HANGZHOU, TERM.endExclusive().minusDays(1), "handed-over"))
                .isEmpty();
    }

    private static Outcome<CommitteeEvent> handingOver(
            Committee committee, EnumSet<Estate> estate, LocalDate day) {
        return handingOver(committee, HANGZHOU, estate, day);
    }

    private static Outcome<CommitteeEvent> handingOver(
            Committee committee, CommitteeClauses clauses, EnumSet<Estate> estate, LocalDate day) {
        return committee
                .acting(clauses)
                .handOver(estate, Receiver.RESIDENTS_COMMITTEE, day, at(day));
    }

    @ParameterizedTest(name = "{0}: a body hands over {2} days after its term: {3}")
    @CsvSource({
        "HZ art. 34 para. 1,HANGZHOU,9,MET",
        "HZ art. 34 para. 1,HANGZHOU,10,MET",
        "HZ art. 34 para. 1,HANGZHOU,11,NOT_MET",
        "TZ art. 28 para. 1,TAIZHOU,9,MET",
        "TZ art. 28 para. 1,TAIZHOU,10,MET",
        "TZ art. 28 para. 1,TAIZHOU,11,NOT_MET"
    })
    void handsOverAtTheEndByTheTextOfThePlace(
            String article, String region, int days, Verdict verdict) {
        CommitteeClauses law = in(region);
        LocalDate day = TERM.endExclusive().plusDays(days);
        Committee body = elected(law, 7);
        Committee empty = after(body, handingOver(body, law, EnumSet.allOf(Estate.class), day));

        judged(empty.duties(law, day), "handed-over", verdict, article);
    }

    @ParameterizedTest(name = "Beijing art. 59: dissolved {0} days after the filing")
    @CsvSource({"29,MET", "30,MET", "31,NOT_MET"})
    void dissolvesAManagementCommitteeWithinThirtyDays(int days, Verdict verdict) {
        Committee committee = formed(MANAGEMENT, 7, 4);
        LocalDate filed = START.plusYears(1);
        LocalDate day = filed.plusDays(days);
        Committee followed = Bodies.followed(committee, MANAGEMENT, filed.minusDays(20), filed);
        Committee emptied = Bodies.emptied(followed, MANAGEMENT, filed.plusDays(1));
        Committee dissolved = after(emptied, dissolving(emptied, day));

        assertThat(verdicts(followed, MANAGEMENT, filed.plusDays(30), "dissolved"))
                .containsExactly(Verdict.PENDING);
        assertThat(verdicts(dissolved, MANAGEMENT, day, "dissolved")).containsExactly(verdict);
        assertThat(Bodies.refusedBy(dissolving(dissolved, day))).containsExactly("in-office");
    }

    private static Outcome<CommitteeEvent> dissolving(Committee committee, LocalDate day) {
        return committee
                .acting(MANAGEMENT)
                .dissolve(Dissolution.OWNERS_COMMITTEE_FILED, day, at(day));
    }

    @Test
    void losesItsPowersOnTheFilingOrWhereLocalLawSaysOnTheElectionOfTheOwnersCommittee() {
        LocalDate electedOn = START.plusYears(1);
        LocalDate filedOn = electedOn.plusDays(20);

        assertThat(lastDay(MANAGEMENT, electedOn, filedOn)).isEqualTo(filedOn.minusDays(1));
        for (CommitteeClauses clauses :
                List.of(LocalLaw.qingyuanManagement(), LocalLaw.weifangManagement())) {
            assertThat(lastDay(clauses, electedOn, filedOn))
                    .as("Qingyuan art. 28, Weifang art. 44")
                    .isEqualTo(electedOn.minusDays(1));
        }
    }

    private static LocalDate lastDay(
            CommitteeClauses clauses, LocalDate electedOn, LocalDate filedOn) {
        Committee committee = formed(clauses, 7, 4);
        Committee followed = Bodies.followed(committee, clauses, electedOn, filedOn);
        return START.datesUntil(filedOn.plusDays(5))
                .filter(followed::isInOffice)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    @ParameterizedTest(name = "Hangzhou art. 30: published {0}")
    @CsvSource({"2024-11-19,MET", "2024-11-20,MET", "2024-11-21,NOT_MET"})
    void publishesTheUseOfTheSealsEveryHalfYear(LocalDate day, Verdict verdict) {
        Committee committee = sealed();
        Committee published =
                after(committee, committee.acting(HANGZHOU).publishSealUse(day, at(day)));

        assertThat(verdicts(published, HANGZHOU, day, "seals-published")).containsExactly(verdict);
        assertThat(of(published.duties(BEIJING, day), "seals-published")).isEmpty();
    }

    private static Committee sealed() {
        Committee committee = held(elected(HANGZHOU, 7), HANGZHOU, persons(7));
        Committee adopted =
                after(
                        committee,
                        committee.acting(HANGZHOU).adopt(SESSION, ITEM, persons(7), HELD_AT));
        SealUse use = new SealUse(Seal.COMMITTEE, SESSION, ITEM, new TreeSet<>(persons(4)));
        return after(adopted, adopted.acting(HANGZHOU).useSeal(use, SESSION_DAY, at(SESSION_DAY)));
    }

    @ParameterizedTest(name = "Beijing art. 48: {0} of 7 left")
    @CsvSource({"3,NOT_MET,NOT_MET", "4,MET,NOT_MET", "5,MET,MET"})
    void tellsWhenTooFewAreLeft(int left, Verdict remaining, Verdict minimum) {
        int[] leavers = IntStream.rangeClosed(left + 1, 7).toArray();
        Committee committee = leaving(elected(BEIJING, 7), BEIJING, leavers);

        assertThat(verdicts(committee, BEIJING, SESSION_DAY, "remaining"))
                .containsExactly(remaining);
        assertThat(verdicts(committee, BEIJING, SESSION_DAY, "min-members"))
                .containsExactly(minimum);
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceTakesAllItsFigures(Language language) {
        Committee committee =
                leaving(held(elected(HANGZHOU, 7), HANGZHOU, persons(7)), HANGZHOU, 7);
        CommitteeClauses all =
                HANGZHOU.with(LegalNumber.OFFICERS_DAYS, 7, LocalLaw.beijing(42))
                        .with(LegalNumber.CHANGE_FILING_DAYS, 30, LocalLaw.beijing(50))
                        .with(LegalNumber.PUBLISH_DAYS, 3, LocalLaw.beijing(45))
                        .with(LegalNumber.ELECTION_DAYS, 90, LocalLaw.beijing(49))
                        .with(LegalShare.OWNER_QUORUM, LocalLaw.HALF, LocalLaw.beijing(57))
                        .with(LegalShare.ABSENCE, LocalLaw.HALF, LocalLaw.beijing(46));
        Acting acting = committee.acting(all);
        Set<PersonId> strangers = Set.of(person(30));
        List<Ruling> rulings =
                Stream.of(
                                acting.adopt(SESSION, ITEM, strangers, HELD_AT),
                                acting.call(
                                        Bodies.call(strangers, Bodies.ownAffairs()),
                                        List.of(),
                                        CALLED_AT),
                                acting.hold(SESSION, strangers, strangers, HELD_AT),
                                acting.leave(
                                        person(1), Option.Departure.CANNOT_SERVE, START, at(START)),
                                acting.suspend(person(1), START, at(START)),
                                acting.proposeRecall(
                                        person(1), new Acting.Proposal(Set.of(), 0, 5), HELD_AT),
                                acting.seatAlternate(
                                        Bodies.owner(1),
                                        TERM.endExclusive(),
                                        at(TERM.endExclusive())),
                                acting.useSeal(
                                        new SealUse(
                                                Seal.COMMITTEE,
                                                SESSION,
                                                ITEM,
                                                new TreeSet<>(strangers)),
                                        START,
                                        at(START)),
                                Bodies.elect(
                                        HANGZHOU,
                                        new Founding.Slate(
                                                12,
                                                List.of(Bodies.owner(1, Option.Bar.NOT_AN_OWNER)),
                                                List.of())),
                                Bodies.form(LocalLaw.taizhouManagement(), Bodies.mixed(7, 2)))
                        .flatMap(
                                outcome ->
                                        outcome.<Stream<Ruling>>fold(
                                                event -> Stream.of(), Stream::of))
                        .toList();

        assertThat(rulings).hasSize(10);
        assertThat(
                        Stream.concat(
                                rulings.stream(),
                                Stream.of(committee.duties(all, TERM.endExclusive()))))
                .allSatisfy(
                        ruling ->
                                assertThat(RuleTexts.governance(language).render(ruling))
                                        .doesNotContain("{", "committee."));
    }

    private static CommitteeClauses in(String region) {
        return NATIONAL.under(Profiles.of(region));
    }

    private static void judged(Ruling duties, String rule, Verdict verdict, String article) {
        assertThat(of(duties, rule))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(verdict);
                            assertThat(finding.basis())
                                    .extracting(Citation::toString)
                                    .containsExactly(article);
                        });
    }

    private static List<Finding> of(Ruling ruling, String rule) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().value().equals("committee." + rule))
                .toList();
    }

    private static List<Verdict> verdicts(
            Committee committee, CommitteeClauses clauses, LocalDate day, String rule) {
        return of(committee.duties(clauses, day), rule).stream().map(Finding::verdict).toList();
    }
}
