package io.github.xinyi.governance.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.formation.FormationClauses.Condition;
import io.github.xinyi.governance.formation.FormationClauses.Days;
import io.github.xinyi.governance.formation.FormationClauses.Group;
import io.github.xinyi.governance.formation.FormationEvent.Applicant;
import io.github.xinyi.governance.formation.FormationEvent.GroupFormed;
import io.github.xinyi.governance.formation.FormationEvent.GroupPublished;
import io.github.xinyi.governance.formation.FormationEvent.MeetingApplied;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormationTest {

    private static final CommunityId COMMUNITY = CommunityId.of("anheyuan");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Instant AT = Instant.parse("2024-03-01T02:00:00Z");

    private static final FormationClauses NATIONAL = FormationClauses.national();

    private static final FormationClauses BEIJING =
            new FormationClauses(
                    List.of(new Condition(share(1, 2), FormationClauses.ANY, 0, law("BJ", 30))),
                    share(5, 100),
                    law("BJ", 30),
                    new Group(1, share(1, 2), Side.RESIDENTS_COMMITTEE, law("BJ", 31)),
                    new Days(60, 7, 15, 60, law("BJ", 32)));

    private static final FormationClauses HANGZHOU =
            with(
                    new Condition(share(60, 100), FormationClauses.ANY, 0, law("HZ", 22)),
                    new Condition(share(30, 100), FormationClauses.ANY, 2, law("HZ", 22)));

    private static final FormationClauses SHANDONG =
            new FormationClauses(
                    List.of(
                            new Condition(share(1, 2), FormationClauses.ANY, 0, law("SD", 20)),
                            new Condition(FormationClauses.ANY, share(1, 2), 0, law("SD", 20)),
                            new Condition(FormationClauses.ANY, share(1, 4), 2, law("SD", 20))),
                    FormationClauses.ANY,
                    law("SD", 21),
                    new Group(7, share(1, 2), Side.STREET_OFFICE, law("SD", 21)),
                    new Days(60, 10, 15, 90, law("SD", 22)));

    private static FormationClauses with(Condition... conditions) {
        return new FormationClauses(
                List.of(conditions),
                FormationClauses.ANY,
                NATIONAL.applicantsSource(),
                NATIONAL.group(),
                NATIONAL.days());
    }

    private static Threshold share(long part, long whole) {
        return new AtLeast(Ratio.of(part, whole));
    }

    private static Citation law(String id, int article) {
        return new Citation(
                new Instrument(id, id, id, "2024"),
                Provision.of(article),
                EffectivePeriod.from(LocalDate.of(2020, 5, 1)),
                Standing.TEXT_READ);
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

    @ParameterizedTest(name = "GR art. 8, BJ art. 30, HZ art. 22: {0} of 10,000 m² since {1}")
    @CsvSource({
        "4999.99,2024-02-01,false,false,false",
        "5000,2024-02-01,false,true,false",
        "5000.01,2024-02-01,true,true,false",
        "5999.99,2024-02-01,true,true,false",
        "6000,2024-02-01,true,true,true",
        "2999.99,2022-03-01,false,false,false",
        "3000,2022-03-01,false,false,true",
        "3000,2022-02-28,false,false,true",
        "3000,2022-03-02,false,false,false"
    })
    void opensTheWayByAreaAndTime(
            String area, LocalDate since, boolean national, boolean beijing, boolean hangzhou) {
        Delivery delivery = delivery(area, 100, since);

        assertThat(open(delivery, NATIONAL)).isEqualTo(national);
        assertThat(open(delivery, BEIJING)).isEqualTo(beijing);
        assertThat(open(delivery, HANGZHOU)).isEqualTo(hangzhou);
    }

    @ParameterizedTest(name = "SD art. 20: {0} of 400 owners since {1}")
    @CsvSource({
        "199,2024-02-01,false",
        "200,2024-02-01,true",
        "99,2022-03-01,false",
        "100,2022-03-01,true",
        "100,2022-03-02,false"
    })
    void opensTheWayByHeadsInShandong(long owners, LocalDate since, boolean open) {
        assertThat(open(delivery("100", owners, since), SHANDONG)).isEqualTo(open);
    }

    private static boolean open(Delivery delivery, FormationClauses clauses) {
        return Formation.conditions(delivery, DAY, clauses).verdict() == Verdict.MET;
    }

    @ParameterizedTest(name = "BJ art. 30: {0} of 400 owners with {1} of 10,000 m²")
    @CsvSource({"19,499.99,false", "20,1,true", "1,500,true", "0,0,false"})
    void takesAnApplicationOfFivePerCent(long owners, String area, boolean taken) {
        assertThat(apply(Applicant.OWNERS, owners, area)).isEqualTo(taken);
        assertThat(apply(Applicant.DEVELOPER, 0, "0")).isTrue();
    }

    private static boolean apply(Applicant applicant, long owners, String area) {
        return Formation.of(COMMUNITY)
                .apply(delivery("5000", 200, DAY), applied(applicant, owners, area), BEIJING)
                .isAccepted();
    }

    private static MeetingApplied applied(Applicant applicant, long owners, String area) {
        return new MeetingApplied(
                COMMUNITY, applicant, HeadCount.of(owners), FloorArea.parse(area), DAY, AT);
    }

    @ParameterizedTest(name = "GR art. 10, SD art. 21: {1} owners of {0}")
    @CsvSource({
        "7,3,group-owners,group-owners",
        "7,4,,",
        "6,3,group-odd,group-odd group-size",
        "5,3,,group-size",
        "9,5,,",
        "9,4,group-owners,group-owners"
    })
    void formsAGroupWithHalfOfItOwners(int size, int owners, String national, String shandong) {
        assertThat(
                        refusedBy(
                                applied()
                                        .formGroup(
                                                group(size, owners, Side.STREET_OFFICE), NATIONAL)))
                .isEqualTo(words(national));
        assertThat(
                        refusedBy(
                                applied()
                                        .formGroup(
                                                group(size, owners, Side.STREET_OFFICE), SHANDONG)))
                .isEqualTo(words(shandong));
    }

    @Test
    void leadsTheGroupFromTheSideThatTheLawNames() {
        assertThat(refusedBy(applied().formGroup(group(7, 4, Side.STREET_OFFICE), BEIJING)))
                .as("BJ art. 31")
                .containsExactly("group-head");
        assertThat(refusedBy(applied().formGroup(group(7, 4, Side.RESIDENTS_COMMITTEE), BEIJING)))
                .isEmpty();
    }

    @Test
    void boundsTheGroup() {
        assertThat(group(50, 25, Side.STREET_OFFICE).members()).hasSize(Formation.MAX_GROUP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> applied().formGroup(group(51, 30, Side.STREET_OFFICE), NATIONAL));
        assertThatIllegalArgumentException().isThrownBy(FormationTest::with);
        Condition condition = NATIONAL.conditions().get(0);
        assertThat(with(Collections.nCopies(10, condition).toArray(Condition[]::new)).conditions())
                .hasSize(FormationClauses.MAX_CONDITIONS);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> with(Collections.nCopies(11, condition).toArray(Condition[]::new)));
    }

    private static Formation applied() {
        return Formation.from(COMMUNITY, List.of(applied(Applicant.OWNERS, 100, "2500")));
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

    @ParameterizedTest(name = "GR art. 12, BJ art. 32, SD art. 22: shown for {0} days")
    @CsvSource({"14,contents", "15,", "16,"})
    void showsTheContentsForFifteenDays(int days, String broken) {
        LocalDate shown = DAY.plusDays(20);
        Formation formation = formed();
        formation = after(formation, formation.publishContents(shown, SHANDONG, AT));

        assertThat(refusedBy(formation.hold(shown.plusDays(days), SHANDONG, AT)))
                .isEqualTo(words(broken));
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
                .extracting(Finding::verdict)
                .containsExactly(Verdict.MET, published, held);
        assertThat(Formation.from(COMMUNITY, formation.steps())).isEqualTo(formation);
    }

    @ParameterizedTest(name = "GR art. 9, SD art. 21: no group after {0} days")
    @CsvSource({"60,PENDING", "61,NOT_MET"})
    void tellsWhatIsStillOpen(int days, Verdict verdict) {
        assertThat(applied().duties(SHANDONG, DAY.plusDays(days)))
                .extracting(Finding::verdict)
                .containsExactly(verdict);
        assertThat(Formation.of(COMMUNITY).duties(SHANDONG, DAY)).isEmpty();
    }

    @Test
    void takesTheStepsInTheirOrderEachOnce() {
        Formation fresh = Formation.of(COMMUNITY);
        GroupPublished published = new GroupPublished(COMMUNITY, DAY, AT);

        assertThat(refusedBy(fresh.publishGroup(DAY, NATIONAL, AT))).containsExactly("stage");
        assertThat(refusedBy(fresh.hold(DAY, NATIONAL, AT)))
                .containsExactlyInAnyOrder("contents", "stage");
        assertThat(refusedBy(formed().formGroup(group(7, 4, Side.STREET_OFFICE), SHANDONG)))
                .containsExactly("stage");
        assertThatIllegalArgumentException().isThrownBy(() -> fresh.after(published));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> formed().after(published).after(published));
    }

    @Test
    void refusesADeliveryAboveTheWhole() {
        assertThat(delivery("10000", 400, DAY).owners()).isEqualTo(HeadCount.of(400));
        assertThatIllegalArgumentException().isThrownBy(() -> delivery("10000.01", 400, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> delivery("10000", 401, DAY));
    }

    private static Formation after(Formation formation, Outcome<FormationEvent> outcome) {
        return formation.after(
                outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString())));
    }

    private static Set<String> refusedBy(Outcome<FormationEvent> outcome) {
        return outcome.<Stream<Finding>>fold(
                        event -> Stream.of(), ruling -> ruling.notMet().stream())
                .map(finding -> finding.rule().value().replace("formation.", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String cell) {
        return cell == null ? Set.of() : Set.of(cell.split(" "));
    }
}
