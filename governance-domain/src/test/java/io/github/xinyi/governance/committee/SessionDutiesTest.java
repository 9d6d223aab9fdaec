package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.SESSION;
import static io.github.xinyi.governance.committee.Bodies.SESSION_DAY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.call;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.formed;
import static io.github.xinyi.governance.committee.Bodies.held;
import static io.github.xinyi.governance.committee.Bodies.ownAffairs;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.value;
import static io.github.xinyi.governance.committee.Bodies.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a body owes about its sessions: the call that members demand, the display afterwards. */
class SessionDutiesTest {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
    private static final CommitteeClauses QINGYUAN = management("QINGYUAN");
    private static final CommitteeClauses BEIJING = management("BEIJING");
    private static final LocalDate POSTED = SESSION_DAY.plusDays(1);
    private static final LocalDate LATER = SESSION_DAY.plusMonths(2);

    private static CommitteeClauses management(String region) {
        return CommitteeClauses.national(GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE)
                .under(Profiles.of(region));
    }

    /** Formed under our reading of the nation's law, whose regions ask for more. */
    private static Committee met() {
        CommitteeClauses clauses =
                CommitteeClauses.national(GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE);
        return held(formed(clauses, 7, 4), clauses, persons(7));
    }

    private static Committee shown(CommitteeClauses clauses, LocalDate last) {
        Committee body = met();
        return after(body, body.acting(clauses).publish(SESSION, POSTED, last, at(last)));
    }

    private static Committee shown(CommitteeClauses clauses, int workingDays) {
        Committee body = met();
        return after(body, body.acting(clauses).publish(SESSION, POSTED, workingDays, at(LATER)));
    }

    @ParameterizedTest(name = "Qingyuan art. 31 para. 2: on display for {0} days after the posting")
    @CsvSource({"9,NOT_MET", "10,MET", "11,MET"})
    void displaysWhatItDecidedForTenDaysInQingyuan(int days, Verdict verdict) {
        Ruling duties = shown(QINGYUAN, POSTED.plusDays(days)).duties(QINGYUAN, LATER);

        assertThat(of(duties, "displayed-days"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(verdict);
                            assertThat(finding.basis())
                                    .extracting(source -> source + " " + source.standing())
                                    .containsExactly(
                                            "QY art. 31 para. 2 TEXT_READ",
                                            "CC art. 201 para. 1 INTERPRETATION");
                            assertThat(finding.evidence())
                                    .containsEntry("value", Integer.toString(days))
                                    .containsEntry("limit", "10");
                        });
        assertThat(of(duties, "displayed")).isEmpty();
    }

    @ParameterizedTest(name = "{0} working days are at least as many days")
    @CsvSource({"9,UNDETERMINED", "10,MET", "11,MET"})
    void accusesNobodyOverDaysThatTheRecordDoesNotTell(int workingDays, Verdict verdict) {
        assertThat(of(shown(QINGYUAN, workingDays).duties(QINGYUAN, LATER), "displayed-days"))
                .extracting(Finding::verdict)
                .containsExactly(verdict);
    }

    /** Posted on Tuesday 2024-05-21: the tenth working day after it is Tuesday 2024-06-04. */
    @ParameterizedTest(name = "Beijing art. 57 para. 3: taken down after {0}")
    @CsvSource({
        "2024-06-03,NOT_MET,NOT_MET",
        "2024-06-04,MET,NOT_MET",
        "2024-06-05,MET,MET",
    })
    void countsWorkingDaysByTheCalendarInBeijing(
            LocalDate last, Verdict ordinary, Verdict withHoliday) {
        Committee body = shown(BEIJING, last);

        assertThat(displayed(body.duties(BEIJING, LATER, year(2024)))).containsExactly(ordinary);
        assertThat(displayed(body.duties(BEIJING, LATER, year(2024, "2024-05-27"))))
                .containsExactly(withHoliday);
        assertThat(displayed(body.duties(BEIJING, LATER)))
                .as("no calendar")
                .containsExactly(Verdict.UNDETERMINED);
        assertThat(displayed(body.duties(BEIJING, LATER, year(2023))))
                .as("a calendar of another year")
                .containsExactly(Verdict.UNDETERMINED);
        assertThat(of(body.duties(BEIJING, LATER), "displayed-days")).isEmpty();
        assertThat(of(body.duties(BEIJING, LATER, year(2024)), "displayed").get(0).evidence())
                .containsEntry("calendar", year(2024).edition());
        assertThat(of(body.duties(BEIJING, LATER), "displayed").get(0).evidence())
                .containsEntry("calendar", "-");
    }

    @Test
    void namesNoCalendarOfDaysThatAHostCounted() {
        Ruling duties = shown(BEIJING, 10).duties(BEIJING, LATER, year(2024));

        assertThat(of(duties, "displayed").get(0).evidence())
                .containsEntry("value", "10")
                .containsEntry("calendar", "-");
    }

    private static List<Verdict> displayed(Ruling duties) {
        return of(duties, "displayed").stream().map(Finding::verdict).toList();
    }

    private static HolidayCalendar year(int year, String... holidays) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String day : holidays) {
            days.add(LocalDate.parse(day));
        }
        return new HolidayCalendar(
                new EffectivePeriod(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)),
                days,
                new TreeSet<>());
    }

    @Test
    void takesNoDisplayThatEndsBeforeItBeginsOrAfterItsRecord() {
        Committee body = met();
        Acting acting = body.acting(QINGYUAN);

        assertThat(refusedBy(acting.publish(SESSION, POSTED, POSTED.minusDays(1), at(LATER))))
                .containsExactly("date-order");
        assertThat(refusedBy(acting.publish(SESSION, POSTED, LATER.plusDays(1), at(LATER))))
                .containsExactly("date-order");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SessionPublished(
                                        body.community(),
                                        SESSION,
                                        POSTED,
                                        0,
                                        List.of(POSTED, LATER),
                                        at(LATER)));
    }

    @ParameterizedTest(name = "Guidance Rules art. 37: a session demanded by {0} of seven")
    @CsvSource({"2,called", "3,", "4,"})
    void isDemandedByAThirdOfTheMembers(int members, @Nullable String broken) {
        Outcome<CommitteeEvent> demand =
                elected(NATIONAL, 7)
                        .acting(NATIONAL)
                        .demand(persons(members), START.plusDays(3), at(START.plusDays(3)));

        assertThat(refusedBy(demand)).isEqualTo(words(broken));
    }

    @Test
    void isDemandedByMembersInOfficeOnly() {
        Acting acting = elected(NATIONAL, 7).acting(NATIONAL);

        assertThat(refusedBy(acting.demand(Set.of(Bodies.person(99)), START, at(START))))
                .containsExactly("called", "member");
        Set<PersonId> twoAndAStranger =
                Set.of(Bodies.person(1), Bodies.person(2), Bodies.person(99));
        assertThat(
                        Bodies.refusal(
                                        acting.demand(twoAndAStranger, START, at(START)),
                                        CommitteeRule.CALLED)
                                .evidence())
                .containsEntry("part", "2");
        assertThat(refusedBy(acting.demand(persons(3), START.plusDays(1), at(START))))
                .contains("date-order");
        assertThat(refusedBy(acting.demand(persons(3), START.minusDays(1), at(START))))
                .contains("date-order", "in-office");
    }

    @ParameterizedTest(name = "Guidance Rules art. 37: called {0} days after the demand")
    @CsvSource({"0,MET", "6,MET", "7,MET", "8,NOT_MET"})
    void callsWithinSevenDaysTheSessionThatMembersDemand(int days, Verdict verdict) {
        LocalDate calledOn = SESSION_DAY.minusDays(7);
        LocalDate demandedOn = calledOn.minusDays(days);
        Committee body = elected(NATIONAL, 7);
        Committee demanded =
                after(body, body.acting(NATIONAL).demand(persons(3), demandedOn, at(demandedOn)));
        Committee called =
                after(
                        demanded,
                        demanded.acting(NATIONAL)
                                .call(call(persons(7), ownAffairs()), List.of(), at(calledOn)));

        assertThat(verdicts(called, calledOn)).containsExactly(verdict);
        assertThat(verdicts(demanded, demandedOn.plusDays(7))).containsExactly(Verdict.PENDING);
        assertThat(verdicts(demanded, demandedOn.plusDays(8))).containsExactly(Verdict.NOT_MET);
        assertThat(verdicts(body, LATER)).isEmpty();
        assertThat(GovernanceEvents.codec().decode(stored(demandedOn)))
                .isEqualTo(
                        Outcome.accepted(
                                value(
                                        body.acting(NATIONAL)
                                                .demand(persons(3), demandedOn, at(demandedOn)))));
    }

    @Test
    void aSessionCalledBeforeTheDemandDoesNotAnswerIt() {
        LocalDate calledOn = SESSION_DAY.minusDays(7);
        LocalDate demandedOn = calledOn.plusDays(1);
        Committee body = elected(NATIONAL, 7);
        Committee called =
                after(
                        body,
                        body.acting(NATIONAL)
                                .call(call(persons(7), ownAffairs()), List.of(), at(calledOn)));
        Committee demanded =
                after(
                        called,
                        called.acting(NATIONAL).demand(persons(3), demandedOn, at(demandedOn)));

        assertThat(verdicts(demanded, demandedOn.plusDays(8))).containsExactly(Verdict.NOT_MET);
    }

    private static String stored(LocalDate demandedOn) {
        return GovernanceEvents.codec()
                .encode(
                        value(
                                elected(NATIONAL, 7)
                                        .acting(NATIONAL)
                                        .demand(persons(3), demandedOn, at(demandedOn))));
    }

    private static List<Verdict> verdicts(Committee body, LocalDate day) {
        return of(body.duties(NATIONAL, day), "call-due").stream().map(Finding::verdict).toList();
    }

    @ParameterizedTest
    @EnumSource
    void readsAsSentences(Language language) {
        Ruling duties = shown(QINGYUAN, POSTED.plusDays(9)).duties(QINGYUAN, LATER);
        Ruling open = shown(BEIJING, POSTED.plusDays(9)).duties(BEIJING, LATER);
        RuleTexts texts = RuleTexts.governance(language);

        assertThat(texts.render(duties)).doesNotContain("{", "committee.displayed");
        assertThat(texts.render(open)).doesNotContain("{", "committee.displayed");
    }

    private static List<Finding> of(Ruling ruling, String rule) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().value().equals("committee." + rule))
                .toList();
    }
}
