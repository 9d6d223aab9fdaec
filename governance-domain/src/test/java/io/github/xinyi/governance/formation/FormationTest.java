package io.github.xinyi.governance.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.formation.FormationEvent.Applicant;
import io.github.xinyi.governance.formation.FormationEvent.GroupFormed;
import io.github.xinyi.governance.formation.FormationEvent.GroupPublished;
import io.github.xinyi.governance.formation.FormationEvent.MeetingApplied;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.FirstMeeting.Delivery;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormationTest {

    private static final CommunityId COMMUNITY = CommunityId.of("anheyuan");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");

    private static final FormationClauses NATIONAL = in("NATIONAL");
    private static final FormationClauses BEIJING = in("BEIJING");
    private static final FormationClauses SHANDONG = in("SHANDONG");

    private static FormationClauses in(String region) {
        return FormationClauses.under(Profiles.of(region));
    }

    /** Of 10,000 m² and 400 owners. */
    private static Delivery delivery(String area, long owners, LocalDate since) {
        return new Delivery(
                FloorArea.parse(area),
                FloorArea.parse("10000"),
                HeadCount.of(owners),
                HeadCount.of(400),
                since);
    }

    @ParameterizedTest(name = "BJ art. 30: {0} of 10,000 m² delivered")
    @CsvSource({"4999.99,false", "5000,true", "5000.01,true"})
    void takesAnApplicationOnlyWhereAFirstMeetingIsDue(String area, boolean taken) {
        Outcome<FormationEvent> outcome =
                Formation.of(COMMUNITY)
                        .apply(
                                applied(Applicant.OWNERS, 400, "10000", delivery(area, 100, DAY)),
                                BEIJING);

        assertThat(outcome.isAccepted()).isEqualTo(taken);
        assertThat(refusedBy(outcome))
                .isEqualTo(taken ? Set.of() : Set.of(new RuleCode("proceeding.first-due")));
    }

    @ParameterizedTest(name = "BJ art. 30: {0} of 400 owners with {1} of 10,000 m²")
    @CsvSource({
        "19,499.99,false",
        "20,1,true",
        "21,1,true",
        "1,500,true",
        "1,500.01,true",
        "0,0,false",
        "400,1,true",
        "401,1,false"
    })
    void takesAnApplicationOfFivePerCent(long owners, String area, boolean taken) {
        assertThat(refusedBy(apply(Applicant.OWNERS, owners, area)))
                .isEqualTo(taken ? Set.of() : Set.of(FormationRule.APPLICATION.code()));
        assertThat(refusedBy(apply(Applicant.DEVELOPER, 0, "0"))).isEmpty();
    }

    private static Outcome<FormationEvent> apply(Applicant applicant, long owners, String area) {
        return Formation.of(COMMUNITY).apply(applied(applicant, owners, area), BEIJING);
    }

    private static MeetingApplied applied(Applicant applicant, long owners, String area) {
        return applied(applicant, owners, area, delivery("5000.01", 200, DAY));
    }

    private static MeetingApplied applied(
            Applicant applicant, long owners, String area, Delivery delivery) {
        return new MeetingApplied(
                COMMUNITY,
                applicant,
                HeadCount.of(owners),
                FloorArea.parse(area),
                delivery,
                DAY,
                AT);
    }

    @ParameterizedTest(name = "GR art. 10, SD art. 21: {1} owners of {0}")
    @CsvSource({
        "7,3,GROUP_OWNERS,GROUP_OWNERS",
        "7,4,,",
        "6,3,GROUP_ODD,GROUP_ODD GROUP_SIZE",
        "5,3,,GROUP_SIZE",
        "9,5,,",
        "9,4,GROUP_OWNERS,GROUP_OWNERS"
    })
    void formsAGroupWithHalfOfItOwners(int size, int owners, String national, String shandong) {
        assertThat(
                        refusedBy(
                                applied()
                                        .formGroup(
                                                group(size, owners, Side.STREET_OFFICE), NATIONAL)))
                .isEqualTo(rules(national));
        assertThat(
                        refusedBy(
                                applied()
                                        .formGroup(
                                                group(size, owners, Side.STREET_OFFICE), SHANDONG)))
                .isEqualTo(rules(shandong));
    }

    @Test
    void leadsTheGroupFromTheSideThatTheLawNames() {
        assertThat(refusedBy(applied().formGroup(group(7, 4, Side.STREET_OFFICE), BEIJING)))
                .as("BJ art. 31")
                .containsExactly(FormationRule.GROUP_HEAD.code());
        assertThat(refusedBy(applied().formGroup(group(7, 4, Side.RESIDENTS_COMMITTEE), BEIJING)))
                .isEmpty();
    }

    @Test
    void boundsTheGroup() {
        assertThat(group(50, 25, Side.STREET_OFFICE).members()).hasSize(Formation.MAX_GROUP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> applied().formGroup(group(51, 30, Side.STREET_OFFICE), NATIONAL));
    }

    @ParameterizedTest(name = "TZ art. 14: {0} members")
    @CsvSource({"3,GROUP_SIZE", "5,", "15,", "17,GROUP_MOST"})
    void formsAGroupOfFiveToFifteenInTaizhou(int size, String broken) {
        assertThat(
                        refusedBy(
                                applied()
                                        .formGroup(
                                                group(size, size - 1, Side.STREET_OFFICE),
                                                in("TAIZHOU"))))
                .isEqualTo(rules(broken));
    }

    /** Art. 22 para. 2: the property management committee prepares the meeting. */
    @ParameterizedTest(name = "HZ arts. 22, 39: {0} members, {1} owners, led by the {2}")
    @CsvSource({
        "5,3,STREET_OFFICE,GROUP_SIZE",
        "6,3,STREET_OFFICE,GROUP_SIZE GROUP_ODD",
        "7,3,STREET_OFFICE,GROUP_OWNERS",
        "7,4,STREET_OFFICE,",
        "7,4,RESIDENTS_COMMITTEE,GROUP_HEAD",
        "11,6,STREET_OFFICE,",
        "13,7,STREET_OFFICE,GROUP_MOST"
    })
    void aManagementCommitteePreparesTheFirstMeetingInHangzhou(
            int size, int owners, Side head, String broken) {
        FormationClauses hangzhou = in("HANGZHOU");

        assertThat(refusedBy(applied().formGroup(group(size, owners, head), hangzhou)))
                .isEqualTo(rules(broken));
        assertThat(findings(applied().formGroup(group(13, 7, Side.DEVELOPER), hangzhou)))
                .filteredOn(f -> f.rule().value().startsWith("formation.group-"))
                .flatExtracting(Finding::basis)
                .isNotEmpty()
                .allMatch(s -> s.standing() == Standing.INTERPRETATION)
                .allMatch(s -> s.provision().article() == 39);
    }

    @Test
    void letsTheOfficeChooseTheHeadInNingbo() {
        assertThat(refusedBy(applied().formGroup(group(7, 4, Side.DEVELOPER), in("NINGBO"))))
                .as("NB art. 20 para. 1")
                .isEmpty();
        assertThat(refusedBy(applied().formGroup(group(7, 4, Side.DEVELOPER), in("SHANGHAI"))))
                .as("SH art. 15 para. 2")
                .containsExactly(FormationRule.GROUP_HEAD.code());
    }

    @Test
    void canNotUseHongguInSilence() {
        FormationClauses honggu = in("HONGGU");
        Formation applied = applied();
        List<List<Finding>> rulings =
                List.of(
                        findings(
                                Formation.of(COMMUNITY)
                                        .apply(
                                                applied(
                                                        Applicant.OWNERS,
                                                        400,
                                                        "10000",
                                                        delivery("5000", 200, DAY)),
                                                honggu)),
                        findings(applied.formGroup(group(6, 4, Side.STREET_OFFICE), honggu)),
                        findings(applied.publishGroup(DAY, honggu, AT)),
                        findings(applied.publishContents(DAY, honggu, AT)),
                        findings(applied.hold(DAY, honggu, AT)),
                        applied.duties(honggu, DAY));

        assertThat(rulings).extracting(Profiles::notices).containsOnly(3L);
        assertThat(Profiles.notices(applied.duties(NATIONAL, DAY))).isZero();
        assertThat(Formation.of(COMMUNITY).duties(honggu, DAY)).isEmpty();
    }

    private static List<Finding> findings(Outcome<FormationEvent> outcome) {
        return outcome.fold(event -> List.of(), Ruling::findings);
    }

    private static Formation applied() {
        return Formation.from(
                COMMUNITY, List.of(applied(Applicant.OWNERS, 100, "2500")), day -> SHANDONG);
    }

    private static GroupFormed group(int size, int owners, Side head) {
        List<Member> members =
                IntStream.range(0, size)
                        .mapToObj(
                                n ->
                                        new Member(
                                                PersonId.of("P" + n),
                                                n == 0
                                                        ? head
                                                        : n <= owners
                                                                ? Side.OWNERS
                                                                : Side.DEVELOPER))
                        .toList();
        return new GroupFormed(COMMUNITY, members, PersonId.of("P0"), DAY.plusDays(10), AT);
    }

    @ParameterizedTest(name = "{0}: shown for {2} days")
    @CsvSource({
        "GR art. 12,NATIONAL,14,CONTENTS",
        "GR art. 12,NATIONAL,15,",
        "GR art. 12,NATIONAL,16,",
        "BJ art. 32,BEIJING,14,CONTENTS",
        "BJ art. 32,BEIJING,15,",
        "BJ art. 32,BEIJING,16,",
        "HZ art. 22,HANGZHOU,14,CONTENTS",
        "HZ art. 22,HANGZHOU,15,",
        "HZ art. 22,HANGZHOU,16,",
        "SD art. 22,SHANDONG,14,CONTENTS",
        "SD art. 22,SHANDONG,15,",
        "SD art. 22,SHANDONG,16,",
        "SH art. 16,SHANGHAI,14,CONTENTS",
        "SH art. 16,SHANGHAI,15,",
        "SH art. 16,SHANGHAI,16,"
    })
    void showsTheContentsForFifteenDays(String article, String region, int days, String broken) {
        FormationClauses law = in(region);
        LocalDate shown = DAY.plusDays(20);
        Formation formation = formed();
        formation = after(formation, formation.publishContents(shown, law, AT));

        assertThat(refusedBy(formation.hold(shown.plusDays(days), law, AT)))
                .as(article)
                .isEqualTo(rules(broken));
    }

    private static Formation formed() {
        return after(applied(), applied().formGroup(group(7, 4, Side.STREET_OFFICE), SHANDONG));
    }

    @ParameterizedTest(name = "SD arts. 21 and 22: list after {0} days, meeting after {1}")
    @CsvSource({"9,89,MET,MET", "10,90,MET,MET", "11,91,NOT_MET,NOT_MET"})
    void tellsWhatCameLate(int list, int meeting, Verdict published, Verdict held) {
        LocalDate start = DAY.plusDays(10);
        Formation formation = formed();
        formation = after(formation, formation.publishGroup(start.plusDays(list), SHANDONG, AT));
        formation = after(formation, formation.publishContents(start.plusDays(12), SHANDONG, AT));
        formation = after(formation, formation.hold(start.plusDays(meeting), SHANDONG, AT));

        assertThat(formation.duties(SHANDONG, start.plusDays(200)))
                .extracting(Finding::rule, Finding::verdict)
                .containsExactly(
                        tuple(FormationRule.GROUP_FORMED.code(), Verdict.MET),
                        tuple(FormationRule.GROUP_PUBLISHED.code(), published),
                        tuple(FormationRule.MEETING_HELD.code(), held),
                        tuple(FormationRule.FIGURES_STATED.code(), Verdict.NOT_APPLICABLE));
        assertThat(Formation.from(COMMUNITY, formation.steps(), day -> SHANDONG))
                .isEqualTo(formation);
    }

    @ParameterizedTest(name = "{0}: list after {2} days, meeting after {3}")
    @CsvSource({
        "NB arts. 20 and 22,NINGBO,2,89,MET,MET",
        "NB arts. 20 and 22,NINGBO,3,90,MET,MET",
        "NB arts. 20 and 22,NINGBO,4,91,NOT_MET,NOT_MET",
        "SH arts. 15 and 16,SHANGHAI,6,89,MET,MET",
        "SH arts. 15 and 16,SHANGHAI,7,90,MET,MET",
        "SH arts. 15 and 16,SHANGHAI,8,91,NOT_MET,NOT_MET"
    })
    void tellsWhatCameLateByTheTextOfThePlace(
            String articles,
            String region,
            int list,
            int meeting,
            Verdict published,
            Verdict held) {
        FormationClauses law = in(region);
        LocalDate start = DAY.plusDays(10);
        Formation formation = formed();
        formation = after(formation, formation.publishGroup(start.plusDays(list), law, AT));
        formation = after(formation, formation.publishContents(start.plusDays(12), law, AT));
        formation = after(formation, formation.hold(start.plusDays(meeting), law, AT));

        assertThat(formation.duties(law, start.plusDays(200)))
                .as(articles)
                .extracting(Finding::rule, Finding::verdict)
                .contains(
                        tuple(FormationRule.GROUP_PUBLISHED.code(), published),
                        tuple(FormationRule.MEETING_HELD.code(), held));
    }

    @ParameterizedTest(name = "{0}: no group after {2} days: {3}")
    @CsvSource({
        "GR art. 9,NATIONAL,59,PENDING",
        "GR art. 9,NATIONAL,60,PENDING",
        "GR art. 9,NATIONAL,61,NOT_MET",
        "SH art. 15,SHANGHAI,59,PENDING",
        "SH art. 15,SHANGHAI,60,PENDING",
        "SH art. 15,SHANGHAI,61,NOT_MET"
    })
    void aGroupIsFormedWithinTheDaysOfThePlace(
            String article, String region, int days, Verdict verdict) {
        assertThat(applied().duties(in(region), DAY.plusDays(days)))
                .as(article)
                .extracting(Finding::rule, Finding::verdict)
                .contains(tuple(FormationRule.GROUP_FORMED.code(), verdict));
    }

    @ParameterizedTest(name = "{0}: the meeting is held {2} days after the group: {3}")
    @CsvSource({
        "GR art. 15,NATIONAL,89,MET",
        "GR art. 15,NATIONAL,90,MET",
        "GR art. 15,NATIONAL,91,NOT_MET",
        "BJ art. 32 para. 4,BEIJING,59,MET",
        "BJ art. 32 para. 4,BEIJING,60,MET",
        "BJ art. 32 para. 4,BEIJING,61,NOT_MET"
    })
    void theFirstMeetingIsHeldWithinTheDaysOfThePlace(
            String article, String region, int days, Verdict verdict) {
        FormationClauses law = in(region);
        LocalDate start = DAY.plusDays(10);
        Formation formation = formed();
        formation = after(formation, formation.publishContents(start.plusDays(12), law, AT));
        formation = after(formation, formation.hold(start.plusDays(days), law, AT));

        assertThat(formation.duties(law, start.plusDays(200)))
                .as(article)
                .extracting(Finding::rule, Finding::verdict)
                .contains(tuple(FormationRule.MEETING_HELD.code(), verdict));
    }

    @ParameterizedTest(name = "SD art. 21: no group after {0} days")
    @CsvSource({"59,PENDING", "60,PENDING", "61,NOT_MET"})
    void tellsWhatIsStillOpen(int days, Verdict verdict) {
        assertThat(applied().duties(SHANDONG, DAY.plusDays(days)))
                .extracting(Finding::rule, Finding::verdict)
                .containsExactly(
                        tuple(FormationRule.GROUP_FORMED.code(), verdict),
                        tuple(FormationRule.FIGURES_STATED.code(), Verdict.NOT_APPLICABLE));
        assertThat(Formation.of(COMMUNITY).duties(SHANDONG, DAY)).isEmpty();
    }

    @ParameterizedTest(name = "sixty days end on 2024-04-30, a rest day like the next; {0}")
    @CsvSource({
        "2024-04-30,PENDING,PENDING",
        "2024-05-01,NOT_MET,PENDING",
        "2024-05-02,NOT_MET,PENDING",
        "2024-05-03,NOT_MET,NOT_MET"
    })
    void countsToTheDayAfterTheRestByCivilCode203(LocalDate day, Verdict plain, Verdict known) {
        HolidayCalendar calendar =
                new HolidayCalendar(
                        new EffectivePeriod(DAY, DAY.plusYears(1)),
                        new TreeSet<>(
                                Set.of(
                                        LocalDate.parse("2024-04-30"),
                                        LocalDate.parse("2024-05-01"))),
                        new TreeSet<>());

        Finding byPlainDays = applied().duties(SHANDONG, day).get(0);
        Finding byCalendar = applied().duties(SHANDONG, day, calendar).get(0);

        assertThat(byPlainDays.verdict()).isEqualTo(plain);
        assertThat(byPlainDays.evidence()).containsEntry("rest", "NOT_APPLIED");
        assertThat(byCalendar.verdict()).isEqualTo(known);
        assertThat(byCalendar.evidence())
                .containsEntry("deadline", "2024-05-02")
                .containsEntry("rest", "LOOKED_AT");
        assertThat(byCalendar.basis()).contains(Statutes.CIVIL_CODE.at(203, 1));
    }

    @Test
    void takesTheStepsInTheirOrderEachOnce() {
        Formation fresh = Formation.of(COMMUNITY);
        GroupPublished published = new GroupPublished(COMMUNITY, DAY.plusDays(10), AT);

        assertThat(refusedBy(fresh.publishGroup(DAY, NATIONAL, AT)))
                .containsExactly(FormationRule.STAGE.code());
        assertThat(refusedBy(fresh.hold(DAY, NATIONAL, AT)))
                .containsExactlyInAnyOrder(
                        FormationRule.CONTENTS.code(), FormationRule.STAGE.code());
        assertThat(refusedBy(formed().formGroup(group(7, 4, Side.STREET_OFFICE), SHANDONG)))
                .containsExactly(FormationRule.STAGE.code());
        assertThatIllegalArgumentException().isThrownBy(() -> fresh.after(published, NATIONAL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formed().after(published, NATIONAL).after(published, NATIONAL));
    }

    @ParameterizedTest(name = "{0}: list on day {1}, recorded on day {2}")
    @CsvSource({"9,20,TIME_ORDER", "10,20,", "20,20,", "21,20,TIME_ORDER"})
    void datesNoStepBeforeTheOneItFollowsOrAfterItsRecording(int day, int recorded, String broken) {
        Formation formed = recordedEarly();
        Instant at = AT.minusSeconds(86_400L * (365 - recorded));

        assertThat(refusedBy(formed.publishGroup(DAY.plusDays(day), SHANDONG, at)))
                .isEqualTo(rules(broken));
        assertThat(refusedBy(formed.publishContents(DAY.plusDays(day), SHANDONG, at)))
                .isEqualTo(rules(broken));
    }

    /** Applied for on day 0 and formed on day 10, each recorded on its day. */
    private static Formation recordedEarly() {
        Instant start = AT.minusSeconds(86_400L * 365);
        MeetingApplied applied = applied(Applicant.OWNERS, 100, "2500");
        GroupFormed group = group(7, 4, Side.STREET_OFFICE);
        return Formation.from(
                COMMUNITY,
                List.of(
                        new MeetingApplied(
                                COMMUNITY,
                                applied.applicant(),
                                applied.owners(),
                                applied.area(),
                                applied.delivery(),
                                DAY,
                                start),
                        new GroupFormed(
                                COMMUNITY,
                                group.members(),
                                group.head(),
                                group.formedOn(),
                                start.plusSeconds(86_400L * 10))),
                day -> SHANDONG);
    }

    @Test
    void recordsNothingBeforeWhatWasRecordedEarlier() {
        Formation formed = recordedEarly();
        Instant earlier = AT.minusSeconds(86_400L * 355 + 1);
        LocalDate on = DAY.plusDays(10);

        assertThat(refusedBy(formed.publishGroup(on, SHANDONG, earlier)))
                .containsExactly(FormationRule.TIME_ORDER.code());
        assertThat(refusedBy(formed.publishGroup(on, SHANDONG, earlier.plusSeconds(1)))).isEmpty();
    }

    /** The defect: a history was read back without asking what its commands were asked. */
    @Test
    void judgesWhatIsReadAsItJudgesCommands() {
        MeetingApplied enough = applied(Applicant.OWNERS, 100, "2500");
        List<List<FormationEvent>> broken =
                List.of(
                        List.of(applied(Applicant.OWNERS, 0, "0")),
                        List.of(enough, group(6, 3, Side.STREET_OFFICE)),
                        List.of(enough, group(7, 3, Side.STREET_OFFICE)),
                        List.of(applied(Applicant.OWNERS, 100, "2500", delivery("100", 1, DAY))));
        for (List<FormationEvent> history : broken) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Formation.from(COMMUNITY, history, day -> SHANDONG));
        }
        assertThat(Formation.from(COMMUNITY, List.of(enough), day -> SHANDONG).steps()).hasSize(1);
    }

    private static Formation after(Formation formation, Outcome<FormationEvent> outcome) {
        return formation.after(
                outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString())),
                SHANDONG);
    }

    private static Set<RuleCode> refusedBy(Outcome<FormationEvent> outcome) {
        return outcome.<Stream<Finding>>fold(
                        event -> Stream.of(), ruling -> ruling.notMet().stream())
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    /** The rules of a cell; none for an empty one. */
    private static Set<RuleCode> rules(@Nullable String cell) {
        return cell == null
                ? Set.of()
                : Stream.of(cell.split(" "))
                        .map(word -> FormationRule.valueOf(word).code())
                        .collect(Collectors.toSet());
    }

    @Test
    void anApplicationOfTooFewIsToldWithTheClausesOnBothShares() {
        Finding few =
                findings(apply(Applicant.OWNERS, 19, "499.99")).stream()
                        .filter(finding -> finding.rule().equals(FormationRule.APPLICATION.code()))
                        .findFirst()
                        .orElseThrow();

        assertThat(few.basis()).extracting(Citation::toString).containsExactly("BJ art. 30");
        assertThat(few.evidence())
                .containsEntry("owners", "19/400")
                .containsEntry("area", "499.99/10000.00");
    }

    @Test
    void isNotLedByTheSideOfAnotherMember() {
        List<Member> members =
                IntStream.range(0, 7)
                        .mapToObj(
                                n ->
                                        new Member(
                                                PersonId.of("P" + n),
                                                n == 0
                                                        ? Side.DEVELOPER
                                                        : n == 1
                                                                ? Side.RESIDENTS_COMMITTEE
                                                                : Side.OWNERS))
                        .toList();

        assertThat(refusedBy(applied().formGroup(led(members, 0), BEIJING)))
                .as("BJ art. 31")
                .containsExactly(FormationRule.GROUP_HEAD.code());
        assertThat(refusedBy(applied().formGroup(led(members, 1), BEIJING))).isEmpty();
    }

    private static GroupFormed led(List<Member> members, int head) {
        return new GroupFormed(COMMUNITY, members, PersonId.of("P" + head), DAY.plusDays(10), AT);
    }

    @ParameterizedTest(name = "BJ art. 31: thirty days of review and thirty to form it, {0} passed")
    @CsvSource({"59,PENDING", "60,PENDING", "61,NOT_MET"})
    void countsTheDaysOfTheReviewBeforeThoseOfTheOffice(int days, Verdict verdict) {
        Finding due = applied().duties(BEIJING, DAY.plusDays(days)).get(0);

        assertThat(due.rule()).isEqualTo(FormationRule.GROUP_FORMED.code());
        assertThat(due.verdict()).isEqualTo(verdict);
        assertThat(due.basis())
                .extracting(Citation::toString)
                .startsWith("BJ art. 31 para. 1", "BJ art. 31 para. 2");
    }

    @Test
    void isAnotherWayAfterEachStep() {
        assertThat(applied()).isEqualTo(applied()).isNotEqualTo(Formation.of(COMMUNITY));
        assertThat(formed()).isNotEqualTo(applied());
        assertThat(Formation.of(COMMUNITY)).isNotEqualTo(Formation.of(CommunityId.of("elsewhere")));
    }
}
