package io.github.xinyi.governance.proceeding;

import static io.github.xinyi.governance.proceeding.Courses.at;
import static io.github.xinyi.governance.proceeding.Courses.notice;
import static io.github.xinyi.governance.proceeding.Courses.on;
import static io.github.xinyi.governance.proceeding.Courses.proposed;
import static io.github.xinyi.governance.proceeding.Courses.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.proceeding.Proceeding.Convener;
import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import io.github.xinyi.governance.proceeding.Proceeding.Standing;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Form;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingOpened;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionRule;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProceedingTest {

    private static final ProceedingTerms NATIONAL = Courses.terms("NATIONAL");
    private static final ProceedingTerms HANGZHOU = Courses.terms("HANGZHOU");

    @ParameterizedTest
    @CsvSource({"199,false", "200,true", "201,true"})
    void aFifthOfTheOwnersSufficesByPropertyManagementRegulation13(long heads, boolean accepted) {
        Outcome<?> begun =
                Proceeding.begin(
                        proposed(Trigger.OWNERS_PROPOSAL, heads, 0), ProposalBasis.HEADS, NATIONAL);

        assertThat(refusals(begun)).isEqualTo(unless(accepted, ProceedingRule.PROPOSAL_HEADS));
    }

    @ParameterizedTest
    @CsvSource({"19999,false", "20000,true", "20001,true"})
    void aFifthOfTheAreaIsAskedToWhereTheRulesSaySoByGuidanceRules21(long area, boolean accepted) {
        Outcome<?> begun =
                Proceeding.begin(
                        proposed(Trigger.OWNERS_PROPOSAL, 200, area),
                        ProposalBasis.HEADS_AND_AREA,
                        NATIONAL);

        assertThat(refusals(begun)).isEqualTo(unless(accepted, ProceedingRule.PROPOSAL_AREA));
    }

    @Test
    void noShareIsAskedWhereTheRulesOfProcedureCallTheMeeting() {
        assertThat(
                        Proceeding.begin(
                                        proposed(Trigger.REGULAR, 0, 0),
                                        ProposalBasis.HEADS_AND_AREA,
                                        NATIONAL)
                                .isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NATIONAL,14,false", "NATIONAL,15,true", "NATIONAL,16,true",
        "HANGZHOU,14,false", "HANGZHOU,15,true", "HANGZHOU,16,true",
        "BEIJING,14,false", "BEIJING,15,true", "BEIJING,16,true"
    })
    void anExtraordinaryMeetingIsAnnouncedFifteenDaysBeforeByPropertyManagementRegulation14(
            String place, long days, boolean accepted) {
        assertThat(
                        upTo(1).admit(
                                        notice(1, 1 + days, 11 + days, 11 + days),
                                        Courses.terms(place))
                                .isAccepted())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"14,false", "15,true", "16,true"})
    void aRegularMeetingInHangzhouIsAnnouncedFifteenDaysBeforeByHangzhou19(
            long days, boolean accepted) {
        Proceeding regular = Proceeding.from(List.of(proposed(Trigger.REGULAR, 0, 0)));

        assertThat(regular.admit(notice(1, 1 + days, 11 + days, 11 + days), HANGZHOU).isAccepted())
                .isEqualTo(accepted);
    }

    @ParameterizedTest(name = "{0}: {1} days before: {2}")
    @CsvSource({
        "REGULAR,19,false",
        "REGULAR,20,true",
        "REGULAR,21,true",
        "FIRST_MEETING,19,false",
        "FIRST_MEETING,20,true",
        "OWNERS_PROPOSAL,15,true",
        "EMERGENCY,15,true",
        "EMERGENCY,14,false"
    })
    void aLongerNoticeOfRegularMeetingsIsNotAskedOfAnExtraordinaryOne(
            Trigger trigger, long days, boolean accepted) {
        ProceedingTerms terms = ProceedingTerms.under(Profiles.with("notice.regular-days,20"));
        Proceeding called = Proceeding.from(List.of(proposed(trigger, 200, 0)));

        assertThat(called.admit(notice(1, 1 + days, 11 + days, 11 + days), terms).isAccepted())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"4,false", "5,true", "6,true"})
    void votingLastsFiveDaysAtLeastByHangzhou20(long days, boolean accepted) {
        Outcome<ProceedingEvent> outcome =
                upTo(1).admit(notice(1, 20, 20 + days, 20 + days), HANGZHOU);

        assertThat(refusals(outcome))
                .isEqualTo(unless(accepted, ProceedingRule.VOTING_NOT_SHORTER));
    }

    @ParameterizedTest
    @CsvSource({"59,true", "60,true", "61,false"})
    void votingLastsSixtyDaysAtMostByHangzhou20(long days, boolean accepted) {
        Outcome<ProceedingEvent> outcome =
                upTo(1).admit(notice(1, 20, 20 + days, 20 + days), HANGZHOU);

        assertThat(refusals(outcome)).isEqualTo(unless(accepted, ProceedingRule.VOTING_NOT_LONGER));
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENTS_COMMITTEE_TOLD,true",
        "NOT_RESIDENTIAL,true",
        "RESIDENTS_COMMITTEE_NOT_TOLD,false"
    })
    void theResidentsCommitteeIsToldToByPropertyManagementRegulation14(
            Neighbourhood neighbourhood, boolean accepted) {
        assertThat(refusals(upTo(1).admit(notice(1, 16, 26, 26, neighbourhood), NATIONAL)))
                .isEqualTo(unless(accepted, ProceedingRule.RESIDENTS_COMMITTEE));
    }

    @Test
    void namesEveryGateThatIsInTheWay() {
        Outcome<ProceedingEvent> outcome =
                upTo(3).admit(
                                notice(1, 10, 12, 12, Neighbourhood.RESIDENTS_COMMITTEE_NOT_TOLD),
                                NATIONAL);

        assertThat(refusals(outcome))
                .isEqualTo(
                        "proceeding.stage proceeding.time-order proceeding.residents-committee"
                                + " proceeding.notice-days");
    }

    @Test
    void aChangedAgendaNeedsANewNoticeWithItsDays() {
        Proceeding told = upTo(2);

        assertThat(refusals(told.admit(notice(5, 16, 26, 26), NATIONAL)))
                .isEqualTo("proceeding.notice-days");
        assertThat(told.admit(notice(5, 20, 26, 26), NATIONAL).isAccepted()).isTrue();
        assertThat(refusals(told.admit(notice(16, 31, 41, 41), NATIONAL)))
                .isEqualTo("proceeding.postponed-before-opening");
    }

    @ParameterizedTest
    @CsvSource({"15,false", "16,true", "25,true", "26,false"})
    void opensWhenAnnouncedAndBeforeTheClose(long day, boolean accepted) {
        assertThat(refusals(upTo(2).admit(Courses.opened(day), NATIONAL)))
                .isEqualTo(unless(accepted, ProceedingRule.OPENING_TIME));
    }

    @ParameterizedTest
    @CsvSource({"25,false", "26,true", "27,true"})
    void closesNotBeforeTheEndAnnounced(long day, boolean accepted) {
        assertThat(refusals(upTo(3).admit(Courses.closed(day), NATIONAL)))
                .isEqualTo(unless(accepted, ProceedingRule.CLOSING_TIME));
    }

    @ParameterizedTest
    @CsvSource({"26,30,true", "27,30,false", "26,31,false", "20,26,false", "20,27,true"})
    void isExtendedBeforeTheCloseAndOnlyAsTheNoticeForesaw(
            long day, long closes, boolean accepted) {
        Proceeding open = upTo(1).after(notice(1, 16, 26, 30)).after(Courses.opened(16));

        assertThat(refusals(open.admit(Courses.extended(day, closes), NATIONAL)))
                .isEqualTo(unless(accepted, ProceedingRule.EXTENDED_AS_ANNOUNCED));
    }

    @Test
    void aLateQuorumIsReachedByExtensionAndTheCloseMoves() {
        Proceeding open = upTo(1).after(notice(1, 16, 26, 30)).after(Courses.opened(16));
        Proceeding extended = open.after(Courses.extended(26, 30));

        assertThat(extended.closesAt()).contains(at(30));
        assertThat(extended.admit(Courses.closed(29), NATIONAL).isAccepted()).isFalse();
        assertThat(extended.admit(Courses.closed(30), NATIONAL).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"15,20,true", "16,20,false", "10,15,false"})
    void isPutOffBeforeItOpensAndToLater(long day, long opens, boolean accepted) {
        assertThat(upTo(2).admit(Courses.postponed(day, opens, 40), NATIONAL).isAccepted())
                .isEqualTo(accepted);
    }

    @Test
    void aNewNoticeReplacesAPostponement() {
        Proceeding putOff = upTo(2).after(Courses.postponed(2, 20, 30));

        assertThat(putOff.opensAt()).contains(at(20));
        assertThat(putOff.after(notice(3, 25, 35, 35)).opensAt()).contains(at(25));
    }

    @ParameterizedTest
    @CsvSource({"30,false", "31,true"})
    void theOfficeStepsInOnlyAfterTheDayThatItGaveByBeijing36(long day, boolean accepted) {
        Proceeding ordered = upTo(1).after(Courses.ordered(0, 30));

        assertThat(refusals(ordered.admit(Courses.convened(day), NATIONAL)))
                .isEqualTo(unless(accepted, ProceedingRule.CONVENER_FAILED));
        assertThat(ordered.convener()).isEqualTo(Convener.COMMITTEE);
        assertThat(ordered.after(Courses.convened(31)).convener())
                .isEqualTo(Convener.STREET_OFFICE);
        assertThat(refusals(upTo(1).admit(Courses.convened(day), NATIONAL)))
                .isEqualTo(ProceedingRule.CONVENER_FAILED.code().value());
    }

    @ParameterizedTest
    @CsvSource({
        "BEIJING,BJ,36,0,STREET_OFFICE",
        "SHANGHAI,SH,25,3,STREET_OFFICE_ON_REQUEST",
        "HANGZHOU,HZ,80,1,GUIDED_OWNERS"
    })
    void tellsWhoCallsInsteadByTheArticleOfThePlace(
            String region, String instrument, int article, int paragraph, String by) {
        ProceedingTerms terms = Courses.terms(region);
        Proceeding ordered = upTo(1).after(Courses.ordered(0, 30));

        Ruling early = ruling(ordered.admit(Courses.convened(30), terms));
        RuleCheck instead = (RuleCheck) only(early, ProceedingRule.CALLED_INSTEAD);
        Finding owed = only(ordered.duties(on(5), terms), ProceedingRule.CONVENED_BY);

        assertThat(instead.evidence()).containsEntry("by", by);
        for (Finding finding : List.of(instead, owed)) {
            assertThat(finding.basis())
                    .extracting(c -> c.instrument().id(), Citation::provision)
                    .containsExactly(tuple(instrument, Provision.of(article, paragraph)));
        }
        assertThat(ruling(ordered.admit(Courses.convened(30), NATIONAL)).findings())
                .extracting(Finding::rule)
                .doesNotContain(ProceedingRule.CALLED_INSTEAD.code());
    }

    @ParameterizedTest
    @CsvSource({"29,true", "30,true", "31,false"})
    void theOfficeGivesAtMostThirtyDaysByHangzhou80(long due, boolean accepted) {
        assertThat(upTo(1).admit(Courses.ordered(0, due), HANGZHOU).isAccepted())
                .isEqualTo(accepted);
    }

    @Test
    void aDecisionBindsUntilItIsRevokedByCivilCode280() {
        Proceeding published = upTo(6);

        assertThat(upTo(4).standing(Courses.M1)).isEqualTo(Standing.UNDECIDED);
        assertThat(published.standing(Courses.M1)).isEqualTo(Standing.BINDING);
        assertThat(published.standing(Courses.M2)).isEqualTo(Standing.NOT_ADOPTED);
        Proceeding corrected = published.after(Courses.corrected(40, Courses.M1));
        assertThat(corrected.standing(Courses.M1)).isEqualTo(Standing.BINDING);
        for (Revoker by : Revoker.values()) {
            Proceeding revoked = corrected.after(Courses.revoked(80, Courses.M1, by));
            assertThat(revoked.standing(Courses.M1)).isEqualTo(Standing.REVOKED);
            assertThat(refusals(revoked.admit(Courses.revoked(81, Courses.M1, by), NATIONAL)))
                    .isEqualTo("proceeding.decision-binds");
        }
        assertThat(
                        refusals(
                                published.admit(
                                        Courses.revoked(80, Courses.M2, Revoker.COURT), NATIONAL)))
                .isEqualTo("proceeding.decision-binds");
    }

    @ParameterizedTest
    @CsvSource({"28,MET", "29,MET", "30,NOT_MET"})
    void theResultIsPutUpWithinThreeDaysOfTheCloseByBeijing37(long day, Verdict expected) {
        Proceeding counted = upTo(5);
        Ruling open = counted.duties(on(day), Courses.terms("BEIJING"));
        Ruling done =
                counted.after(Courses.published(day)).duties(on(99), Courses.terms("BEIJING"));

        assertThat(verdict(done, ProceedingRule.PUBLISHED_WITHIN)).isEqualTo(expected);
        assertThat(verdict(open, ProceedingRule.PUBLISHED_WITHIN))
                .isEqualTo(expected == Verdict.MET ? Verdict.PENDING : expected);
    }

    @ParameterizedTest
    @CsvSource({"55,MET", "56,MET", "57,NOT_MET"})
    void anElectedCommitteeIsFiledWithBothOfficesByPropertyManagementRegulation16(
            long day, Verdict expected) {
        Proceeding one = upTo(6).after(Courses.filed(day, Office.STREET_OFFICE));
        Proceeding both = one.after(Courses.filed(day, Office.HOUSING_AUTHORITY));

        assertThat(verdicts(both.duties(on(99), NATIONAL), ProceedingRule.FILED_WITHIN))
                .containsExactly(expected, expected);
        assertThat(verdicts(one.duties(on(56), NATIONAL), ProceedingRule.FILED_WITHIN))
                .containsExactly(Verdict.PENDING, expected);
    }

    @Test
    void nothingIsFiledWhereNoCommitteeWasElected() {
        Proceeding counted = upTo(4).after(Courses.tallied(27, Result.REJECTED, Result.PASSED));

        assertThat(verdicts(counted.duties(on(99), NATIONAL), ProceedingRule.FILED_WITHIN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5,PENDING", "30,PENDING", "31,NOT_MET"})
    void theCommitteeCallsByTheDayOrderedByHangzhou80(long day, Verdict expected) {
        Proceeding ordered = upTo(1).after(Courses.ordered(0, 30));

        assertThat(verdict(ordered.duties(on(day), NATIONAL), ProceedingRule.CONVENED_BY))
                .isEqualTo(expected);
        Proceeding called = ordered.after(notice(3, 20, 30, 30));
        assertThat(verdict(called.duties(on(day), NATIONAL), ProceedingRule.CONVENED_BY))
                .isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @CsvSource({"43,NOT_MET", "44,MET", "45,MET"})
    void whatOwnersSaidOfTheResultStaysUpForFifteenDaysByQingyuan17(long end, Verdict expected) {
        ProceedingTerms qingyuan = Courses.terms("QINGYUAN");
        Proceeding published = upTo(6);
        Proceeding shown = published.after(Courses.displayed(50, 29, end));

        assertThat(verdict(published.duties(on(60), qingyuan), ProceedingRule.COMMENTS_DISPLAYED))
                .isEqualTo(Verdict.PENDING);
        assertThat(verdict(shown.duties(on(60), qingyuan), ProceedingRule.COMMENTS_DISPLAYED))
                .isEqualTo(expected);
        assertThat(verdicts(shown.duties(on(60), NATIONAL), ProceedingRule.COMMENTS_DISPLAYED))
                .isEmpty();
        assertThat(verdicts(upTo(5).duties(on(60), qingyuan), ProceedingRule.COMMENTS_DISPLAYED))
                .isEmpty();
    }

    @Test
    void aVoteOnPaperAloneOwesNoDisplayByQingyuan17() {
        NoticeGiven notice = notice(1, 16, 26, 26);
        NoticeGiven onPaper =
                new NoticeGiven(
                        notice.community(),
                        notice.meeting(),
                        notice.occurredAt(),
                        notice.notifiedOn(),
                        notice.rosterDate(),
                        notice.opensAt(),
                        notice.closesAt(),
                        notice.latestCloseAt(),
                        notice.neighbourhood(),
                        new TreeSet<>(Set.of(Form.WRITTEN)),
                        notice.agenda());
        List<ProceedingEvent> events = new ArrayList<>(Courses.whole());
        events.set(1, onPaper);

        assertThat(
                        verdicts(
                                Proceeding.from(events).duties(on(60), Courses.terms("QINGYUAN")),
                                ProceedingRule.COMMENTS_DISPLAYED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"27,40,50,false", "28,40,50,true", "28,50,50,true", "28,51,50,false"})
    void nothingIsShownBeforeTheResultNorAfterItsRecording(
            long start, long end, long recorded, boolean accepted) {
        assertThat(upTo(6).admit(Courses.displayed(recorded, start, end), NATIONAL).isAccepted())
                .isEqualTo(accepted);
    }

    /** The defect: the days for which comments are shown were taken as a limit for objecting. */
    @Test
    void noObjectionComesTooLateToBeRecorded() {
        assertThat(upTo(6).admit(Courses.objection(400), Courses.terms("QINGYUAN")).isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"32,MET", "33,MET", "34,NOT_MET"})
    void theResultIsPutBeforeTheOwnersWithinSevenDaysByQingyuan17(long day, Verdict expected) {
        Ruling done =
                upTo(5).after(Courses.published(day)).duties(on(99), Courses.terms("QINGYUAN"));

        assertThat(verdict(done, ProceedingRule.PUBLISHED_WITHIN)).isEqualTo(expected);
    }

    /** That what is put up for comment is published, and how days are counted, is our reading. */
    @ParameterizedTest
    @CsvSource({"PUBLICATION,7", "DISPLAY,15"})
    void theDaysOfQingyuan17AreOurReadingOfIt(Term.Kind kind, int days) {
        Term term = Courses.terms("QINGYUAN").term(kind).orElseThrow();

        assertThat(term.days()).isEqualTo(days);
        assertThat(term.basis())
                .extracting(Citation::standing)
                .containsOnly(io.github.xinyi.governance.law.Standing.INTERPRETATION);
        assertThat(Courses.terms("NATIONAL").term(kind)).isEmpty();
    }

    @Test
    void minutesNeedASignerByPropertyManagementRegulation14() {
        assertThat(refusals(upTo(5).admit(Courses.minutes(28), NATIONAL)))
                .isEqualTo("proceeding.minutes-signed");
        Proceeding signed = upTo(5).after(Courses.minutes(28, "P1", "P2"));
        Ruling duties = signed.duties(on(30), NATIONAL);
        assertThat(verdict(duties, ProceedingRule.MINUTES_SIGNED)).isEqualTo(Verdict.MET);
        assertThat(duties.findings())
                .filteredOn(f -> f.rule().equals(ProceedingRule.MINUTES_SIGNED.code()))
                .allMatch(f -> "2".equals(f.evidence().get("signers")));
        assertThat(verdict(upTo(5).duties(on(30), NATIONAL), ProceedingRule.MINUTES_SIGNED))
                .isEqualTo(Verdict.PENDING);
    }

    @Test
    void refusesHistoriesThatNoCommandsCouldHaveMade() {
        List<ProceedingEvent> whole = Courses.whole();

        assertThat(Proceeding.from(whole).stage()).isEqualTo(Stage.PUBLISHED);
        assertThatThrownBy(() -> Proceeding.from(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        for (int i = 0; i < whole.size() - 1; i++) {
            List<ProceedingEvent> gap = new ArrayList<>(whole);
            gap.remove(i);
            assertThatThrownBy(() -> Proceeding.from(gap))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void boundsTheSignersOfMinutes() {
        String[] most = IntStream.range(0, 100).mapToObj(n -> "S" + n).toArray(String[]::new);
        String[] tooMany = Arrays.copyOf(most, 101);
        tooMany[100] = "S100";

        assertThat(Courses.minutes(30, most).signers()).hasSize(100);
        assertThatThrownBy(() -> Courses.minutes(30, tooMany))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsEventsAndTexts() {
        assertThatThrownBy(
                        () ->
                                Proceeding.from(
                                        Collections.nCopies(
                                                Proceeding.MAX_EVENTS + 1,
                                                proposed(Trigger.REGULAR, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Term(
                                        Term.Kind.FILING,
                                        Term.MAX_DAYS + 1,
                                        NATIONAL.term(Term.Kind.FILING).orElseThrow().basis()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Courses.notice(1, 16, 16, 26))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                upTo(2).after(
                                                new VotingOpened(
                                                        Courses.COMMUNITY,
                                                        Courses.MEETING,
                                                        at(16).plusNanos(1))))
                .hasMessageContaining("microsecond");
        assertThatThrownBy(() -> Courses.notice(1, 16, 26, 25))
                .isInstanceOf(IllegalArgumentException.class);
        NoticeGiven notice = notice(1, 16, 26, 27);
        for (Instant close : List.of(notice.closesAt().plusNanos(1), notice.opensAt())) {
            assertThatThrownBy(
                            () ->
                                    new NoticeGiven(
                                            notice.community(),
                                            notice.meeting(),
                                            notice.occurredAt(),
                                            notice.notifiedOn(),
                                            notice.rosterDate(),
                                            notice.opensAt(),
                                            close,
                                            notice.latestCloseAt(),
                                            notice.neighbourhood(),
                                            notice.forms(),
                                            notice.agenda()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(
                            () ->
                                    new Postponed(
                                            notice.community(),
                                            notice.meeting(),
                                            notice.occurredAt(),
                                            notice.opensAt(),
                                            close))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATIONAL", "BEIJING", "HANGZHOU", "QINGYUAN", "SHANDONG", "SHANGHAI"})
    void everyPlaceHasTheNationalTermsWhereItHasNoneOfItsOwn(String place) {
        ProceedingTerms terms = Courses.terms(place);

        assertThat(terms.term(Term.Kind.REGULAR_NOTICE).orElseThrow().days()).isEqualTo(15);
        assertThat(terms.term(Term.Kind.FILING).orElseThrow().days()).isEqualTo(30);
    }

    @Test
    void keepsFifteenDaysWhereHangzhou19AsksForSevenAndSaysSoInTheRefusal() {
        Outcome<ProceedingEvent> outcome = upTo(1).admit(notice(1, 9, 19, 19), HANGZHOU);

        assertThat(refusals(outcome)).isEqualTo("proceeding.notice-days");
        assertThat(ruling(outcome).findings())
                .anyMatch(f -> f.rule().equals(RegionRule.LOCAL_BELOW_NATION.code()));
    }

    @Test
    void canNotUseHongguInSilence() {
        ProceedingTerms honggu = Courses.terms("HONGGU");
        Outcome<?> begun =
                Proceeding.begin(
                        proposed(Trigger.OWNERS_PROPOSAL, 199, 0), ProposalBasis.HEADS, honggu);
        Outcome<?> noticed = upTo(1).admit(notice(1, 15, 25, 25), honggu);

        for (Outcome<?> outcome : List.of(begun, noticed)) {
            assertThat(Profiles.notices(ruling(outcome).findings())).isEqualTo(3);
            assertThat(ruling(outcome).notMet()).hasSize(1);
            assertThat(ruling(outcome).notMet().get(0).basis())
                    .extracting(Citation::standing)
                    .containsOnly(io.github.xinyi.governance.law.Standing.UNVERIFIED);
        }
        assertThat(Profiles.notices(upTo(5).duties(on(30), honggu).findings())).isEqualTo(3);
        assertThat(Profiles.notices(upTo(5).duties(on(30), NATIONAL).findings())).isZero();
    }

    private static Ruling ruling(Outcome<?> outcome) {
        return outcome.fold(
                accepted -> {
                    throw new AssertionError(accepted);
                },
                refused -> refused);
    }

    @ParameterizedTest
    @CsvSource({"99,false", "100,true", "101,true"})
    void takesTheShareOfARegionThatAsksForLessThanAFifth(long heads, boolean accepted) {
        ProceedingTerms terms = ProceedingTerms.under(Profiles.with("notice.proposal-heads,≥1/10"));
        Proposed proposed = proposed(Trigger.OWNERS_PROPOSAL, heads, 0);

        assertThat(Proceeding.begin(proposed, ProposalBasis.HEADS, terms).isAccepted())
                .isEqualTo(accepted);
        assertThat(Proceeding.from(List.of(proposed)).stage()).isEqualTo(Stage.PROPOSED);
    }

    @Test
    void takesEveryTermThatAProfileCanHold() {
        ProceedingTerms terms =
                ProceedingTerms.under(Profiles.with("notice.voting-most-days," + Term.MAX_DAYS));

        assertThat(upTo(1).admit(notice(1, 16, 26, 26), terms).isAccepted()).isTrue();
    }

    @Test
    void everyFindingReadsAsASentence() {
        Ruling ruling =
                upTo(1).admit(notice(1, 2, 3, 3), HANGZHOU)
                        .fold(e -> upTo(6).duties(on(1), NATIONAL), r -> r);

        for (Language language : Language.values()) {
            assertThat(RuleTexts.governance(language).render(ruling)).doesNotContain("proceeding.");
        }
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling)).contains("杭州市物业管理条例");
    }

    @Test
    void noNoticeIsDatedBeforeTheProposalAndNoChangeBeforeItsRecording() {
        Proceeding told = upTo(1).after(notice(1, 31, 41, 41));

        assertThat(upTo(1).admit(dated(notice(1, 20, 30, 30), 0), NATIONAL).isAccepted()).isTrue();
        assertThat(refusals(upTo(1).admit(dated(notice(1, 20, 30, 30), -1), NATIONAL)))
                .contains("proceeding.time-order");
        assertThat(told.admit(dated(notice(15, 31, 41, 41), 15), NATIONAL).isAccepted()).isTrue();
        assertThat(refusals(told.admit(dated(notice(15, 31, 41, 41), 14), NATIONAL)))
                .contains("proceeding.time-order");
    }

    @ParameterizedTest
    @CsvSource({"15,true", "16,true", "17,false"})
    void theRosterIsOfNoDayAfterTheOpening(long day, boolean accepted) {
        NoticeGiven notice = notice(1, 16, 26, 26);
        NoticeGiven of =
                new NoticeGiven(
                        notice.community(),
                        notice.meeting(),
                        notice.occurredAt(),
                        notice.notifiedOn(),
                        on(day),
                        notice.opensAt(),
                        notice.closesAt(),
                        notice.latestCloseAt(),
                        notice.neighbourhood(),
                        notice.forms(),
                        notice.agenda());

        assertThat(upTo(1).admit(of, NATIONAL).isAccepted()).isEqualTo(accepted);
    }

    private static NoticeGiven dated(NoticeGiven notice, long day) {
        return new NoticeGiven(
                notice.community(),
                notice.meeting(),
                notice.occurredAt(),
                on(day),
                notice.rosterDate(),
                notice.opensAt(),
                notice.closesAt(),
                notice.latestCloseAt(),
                notice.neighbourhood(),
                notice.forms(),
                notice.agenda());
    }

    private static String refusals(Outcome<?> outcome) {
        return outcome.fold(
                accepted -> "",
                ruling ->
                        ruling.notMet().stream()
                                .map(finding -> finding.rule().value())
                                .reduce((a, b) -> a + " " + b)
                                .orElseThrow());
    }

    private static String unless(boolean accepted, ProceedingRule rule) {
        return accepted ? "" : rule.code().value();
    }

    private static Finding only(Ruling ruling, ProceedingRule rule) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .reduce(
                        (one, other) -> {
                            throw new AssertionError(one + " and " + other);
                        })
                .orElseThrow();
    }

    private static Verdict verdict(Ruling ruling, ProceedingRule rule) {
        return verdicts(ruling, rule).get(0);
    }

    private static List<Verdict> verdicts(Ruling ruling, ProceedingRule... rules) {
        return Stream.of(ruling)
                .flatMap(r -> r.findings().stream())
                .filter(f -> Arrays.stream(rules).anyMatch(r -> f.rule().equals(r.code())))
                .map(Finding::verdict)
                .toList();
    }
}
