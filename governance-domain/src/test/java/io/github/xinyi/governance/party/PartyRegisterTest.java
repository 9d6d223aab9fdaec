package io.github.xinyi.governance.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.BranchId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.region.ProfileCatalog;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.region.RegionRule;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds of party practice: three full members a branch, seven a committee. */
class PartyRegisterTest {

    private static final CommunityId DISTRICT = CommunityId.of("HONGGU");
    private static final CommunityId XIYUAN = CommunityId.of("xiyuan");
    private static final CommunityId HENGFU = CommunityId.of("hengfu");
    private static final BranchId BRANCH = BranchId.of("branch-1");
    private static final BranchId HOST = BranchId.of("host");
    private static final Instant AT = Instant.parse("2024-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2024-03-01");
    private static final BranchThresholds NUMBERS = BranchThresholds.from(RegionProfile.national());

    private static PartyRegister empty() {
        return PartyRegister.from(DISTRICT, List.of());
    }

    private static PartyRegister with(
            PartyRegister register, CommunityId home, Membership membership, int members) {
        PartyRegister later = register;
        for (int i = 0; i < members; i++) {
            PersonId member = PersonId.of(home + "-" + membership + "-" + i);
            later = done(later, later.placeMember(member, home, membership, DAY, AT));
        }
        return later;
    }

    private static PartyRegister done(PartyRegister register, Outcome<PartyEvent> outcome) {
        return register.after(
                outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString())));
    }

    private static Set<String> broken(Outcome<PartyEvent> outcome) {
        return outcome.fold(event -> Set.of(), PartyRegisterTest::broken);
    }

    private static Set<String> broken(Ruling ruling) {
        return ruling.notMet().stream()
                .map(finding -> finding.rule().value().substring("party.".length()))
                .collect(Collectors.toSet());
    }

    private static SortedSet<CommunityId> both() {
        return new TreeSet<>(Set.of(XIYUAN, HENGFU));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,INSTRUCTOR_SENT",
        "0,3,INSTRUCTOR_SENT",
        "1,0,AFFILIATED",
        "1,1,AFFILIATED",
        "1,2,JOINT",
        "2,0,AFFILIATED",
        "2,1,JOINT",
        "2,3,AFFILIATED",
        "3,0,SEPARATE",
        "4,2,SEPARATE"
    })
    void findsTheStrongestFormThatTheNumbersAllow(int own, int neighbour, BranchForm form) {
        PartyRegister register =
                with(
                        with(empty(), XIYUAN, Membership.FULL, own),
                        HENGFU,
                        Membership.FULL,
                        neighbour);

        assertThat(register.possibleForm(XIYUAN, List.of(HENGFU), NUMBERS, DAY)).isEqualTo(form);
    }

    @Test
    void countsNeitherProbationaryNorReportingMembers() {
        PartyRegister register = with(empty(), XIYUAN, Membership.FULL, 2);
        register = with(register, XIYUAN, Membership.PROBATIONARY, 5);
        register = with(register, XIYUAN, Membership.REPORTING, 5);

        assertThat(register.fullMembers(XIYUAN, DAY)).isEqualTo(2);
        Outcome<PartyEvent> formed = register.formSeparate(BRANCH, XIYUAN, NUMBERS, DAY, AT);
        assertThat(broken(formed)).containsExactly("full-members");
        assertThat(texts(formed, "full-members"))
                .containsExactly(
                        "✘ 党支部branch-1有正式党员2名（不计预备党员和报到党员）；须≥3名 [《中国共产党章程》第30条（原文未核对）]",
                        "✘ Branch branch-1 has 2 full members (neither probationary members nor"
                                + " those who only report in are counted); ≥3 are needed"
                                + " [Constitution of the Communist Party of China art. 30 (text"
                                + " not verified)]");

        PersonId admitted = PersonId.of(XIYUAN + "-PROBATIONARY-0");
        LocalDate later = DAY.plusDays(1);
        PartyRegister grown =
                done(register, register.placeMember(admitted, XIYUAN, Membership.FULL, later, AT));

        assertThat(grown.fullMembers(XIYUAN, DAY)).isEqualTo(2);
        assertThat(grown.formSeparate(BRANCH, XIYUAN, NUMBERS, later, AT).isAccepted()).isTrue();
    }

    /** The defect: that a community is in no form was told without a figure. */
    @Test
    void tellsInHowManyFormsACommunityIsOrganised() {
        PartyRegister register = with(empty(), XIYUAN, Membership.FULL, 3);
        PartyRegister formed =
                done(register, register.formSeparate(BRANCH, XIYUAN, NUMBERS, DAY, AT));

        Ruling without = register.review(XIYUAN, NUMBERS, DAY);
        Ruling with = formed.review(XIYUAN, NUMBERS, DAY);

        assertThat(RuleTexts.governance(Language.ZH_CN).render(without))
                .contains("✘ xiyuan现有组建方式0种；须有1种");
        assertThat(RuleTexts.governance(Language.EN).render(without))
                .contains("✘ xiyuan is organised in 0 forms; 1 is needed");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(with))
                .contains("✔ xiyuan现有组建方式1种；须有1种");
    }

    /** The defect: the first change was told to come after the year minus 999999999. */
    @Test
    void writesADashWhereNoChangeCameBefore() {
        Ruling first = Answers.refused(empty().formSeparate(BRANCH, XIYUAN, NUMBERS, DAY, AT));

        assertThat(RuleTexts.governance(Language.ZH_CN).render(first))
                .contains("✔ xiyuan：自2024-03-01起的变动须晚于上一次变动（-）")
                .doesNotContain("999999999");
        assertThat(RuleTexts.governance(Language.EN).render(first))
                .contains("✔ xiyuan: a change from 2024-03-01 must come after the last one (-)")
                .doesNotContain("999999999");
    }

    @ParameterizedTest(name = "CPC art. 30: {0} full members")
    @CsvSource({"2,false", "3,true", "4,true"})
    void formsASeparateBranchFromThreeFullMembersByPartyConstitution30(
            int members, boolean accepted) {
        PartyRegister register = with(empty(), XIYUAN, Membership.FULL, members);

        Outcome<PartyEvent> outcome = register.formSeparate(BRANCH, XIYUAN, NUMBERS, DAY, AT);

        assertThat(outcome.isAccepted()).isEqualTo(accepted);
        assertThat(broken(outcome)).isEqualTo(accepted ? Set.of() : Set.of("full-members"));
    }

    @ParameterizedTest(name = "CPC-B art. 5, CPC art. 30: {0} and {1} full members")
    @CsvSource({"1,1,full-members", "2,1,''", "2,2,''", "3,1,strongest-form"})
    void formsAJointBranchOfCommunitiesThatReachThreeOnlyTogetherByBranchRegulation5(
            int own, int neighbour, String rule) {
        PartyRegister register =
                with(
                        with(empty(), XIYUAN, Membership.FULL, own),
                        HENGFU,
                        Membership.FULL,
                        neighbour);

        assertThat(broken(register.formJoint(BRANCH, both(), NUMBERS, DAY, AT)))
                .isEqualTo(rule.isEmpty() ? Set.of() : Set.of(rule));
    }

    @Test
    void refusesAJointBranchOfOneCommunityAndOfMoreThanTheLimit() {
        assertThat(
                        broken(
                                empty().formJoint(
                                                BRANCH,
                                                new TreeSet<>(Set.of(XIYUAN)),
                                                NUMBERS,
                                                DAY,
                                                AT)))
                .containsExactlyInAnyOrder("communities", "full-members", "joint-members");
        for (int over : List.of(0, 1)) {
            SortedSet<CommunityId> many =
                    IntStream.range(0, PartyRegister.MAX_COMMUNITIES + over)
                            .mapToObj(i -> CommunityId.of("c" + i))
                            .collect(Collectors.toCollection(TreeSet::new));
            PartyRegister register = empty();
            for (CommunityId home : many) {
                register = with(register, home, Membership.FULL, 1);
            }

            assertThat(register.formJoint(BRANCH, many, NUMBERS, DAY, AT).isAccepted())
                    .isEqualTo(over == 0);
        }
    }

    @Test
    void findsABranchThatFellBelowThreeAndACommunityThatOutgrewItsForm() {
        PartyRegister small =
                with(with(empty(), XIYUAN, Membership.FULL, 2), HENGFU, Membership.FULL, 1);
        PartyRegister joint = done(small, small.formJoint(BRANCH, both(), NUMBERS, DAY, AT));
        LocalDate later = DAY.plusDays(1);

        PartyRegister fallen =
                done(joint, joint.memberLeaves(PersonId.of("hengfu-FULL-0"), later, AT));
        PartyRegister grown =
                done(
                        joint,
                        joint.placeMember(
                                PersonId.of("third"), XIYUAN, Membership.FULL, later, AT));

        assertThat(joint.review(XIYUAN, NUMBERS, later).verdict()).isEqualTo(Verdict.MET);
        assertThat(broken(fallen.review(XIYUAN, NUMBERS, DAY))).isEmpty();
        assertThat(broken(fallen.review(XIYUAN, NUMBERS, later))).containsExactly("full-members");
        assertThat(broken(fallen.review(HENGFU, NUMBERS, later)))
                .containsExactlyInAnyOrder("full-members", "joint-members");
        assertThat(broken(grown.review(XIYUAN, NUMBERS, later))).containsExactly("strongest-form");
        assertThat(broken(grown.review(CommunityId.of("other"), NUMBERS, later)))
                .containsExactly("organised");
    }

    /** The defect: a community without a member was taken into a joint branch. */
    @ParameterizedTest(name = "2, 1 and {0} full members")
    @CsvSource({"0,joint-members", "1,''", "2,''"})
    void takesOnlyCommunitiesWithAMemberOfTheirOwnIntoAJointBranch(int third, String rule) {
        CommunityId other = CommunityId.of("other");
        PartyRegister register =
                with(with(empty(), XIYUAN, Membership.FULL, 2), HENGFU, Membership.FULL, 1);
        register = with(register, other, Membership.REPORTING, 4);
        register = with(register, other, Membership.FULL, third);
        SortedSet<CommunityId> all = both();
        all.add(other);

        Outcome<PartyEvent> formed = register.formJoint(BRANCH, all, NUMBERS, DAY, AT);

        assertThat(broken(formed)).isEqualTo(rule.isEmpty() ? Set.of() : Set.of(rule));
        assertThat(register.possibleForm(other, both(), NUMBERS, DAY))
                .isEqualTo(third == 0 ? BranchForm.INSTRUCTOR_SENT : BranchForm.JOINT);
        if (third == 0) {
            assertThat(texts(formed, "joint-members"))
                    .containsExactly(
                            "✘ other有正式党员0名；联合组建的小区各须≥1名 [《中国共产党支部工作条例（试行）》第5条（原文未核对）]",
                            "✘ other has 0 full members; each community of a joint branch needs ≥1"
                                    + " [Regulation on the Work of Party Branches (trial) art. 5"
                                    + " (text not verified)]");
        }
    }

    /** The defect: what could have joined its neighbour was attached to a branch elsewhere. */
    @ParameterizedTest(name = "{0} full members beside a neighbour with {1}: {2}")
    @CsvSource({
        "1,1,''",
        "1,2,joint-first",
        "2,1,joint-first",
        "2,0,''",
        "1,3,''",
        "0,2,''",
        "3,1,strongest-form"
    })
    void attachesOnlyWhatCanNotJoinItsNeighbours(int own, int neighbour, String rule) {
        PartyRegister register =
                with(
                        with(empty(), XIYUAN, Membership.FULL, own),
                        HENGFU,
                        Membership.FULL,
                        neighbour);

        Outcome<PartyEvent> attached =
                register.affiliate(HOST, XIYUAN, List.of(HENGFU), NUMBERS, DAY, AT);

        assertThat(broken(attached)).isEqualTo(rule.isEmpty() ? Set.of() : Set.of(rule));
        assertThat(broken(register.affiliate(HOST, XIYUAN, List.of(), NUMBERS, DAY, AT)))
                .isEqualTo(own < 3 ? Set.of() : Set.of("strongest-form"));
        if (rule.equals("joint-first")) {
            assertThat(texts(attached, rule))
                    .containsExactly(
                            "✘ xiyuan可与相邻小区联合组建，合计有正式党员3名；挂靠适用于合计<3名的小区"
                                    + " [《中国共产党支部工作条例（试行）》第5条（原文未核对）]",
                            "✘ xiyuan can join neighbours with 3 full members together; attaching"
                                    + " is for <3 [Regulation on the Work of Party Branches (trial)"
                                    + " art. 5 (text not verified)]");
        }
    }

    /** What a refusal says of one rule, in Chinese and in English. */
    private static List<String> texts(Outcome<PartyEvent> outcome, String rule) {
        Finding finding =
                Answers.refused(outcome).notMet().stream()
                        .filter(f -> f.rule().value().equals("party." + rule))
                        .findFirst()
                        .orElseThrow();
        return Stream.of(Language.ZH_CN, Language.EN)
                .map(language -> RuleTexts.governance(language).render(finding))
                .toList();
    }

    @ParameterizedTest(name = "CPC-B art. 20: {0} full members")
    @CsvSource({"6,NOT_APPLICABLE", "7,MET", "8,MET"})
    void aCommitteeIsDueFromSevenFullMembersByBranchRegulation20(int members, Verdict due) {
        PartyRegister register = with(empty(), XIYUAN, Membership.FULL, members);
        PartyRegister formed =
                done(register, register.formSeparate(BRANCH, XIYUAN, NUMBERS, DAY, AT));

        assertThat(formed.review(XIYUAN, NUMBERS, DAY).findings())
                .filteredOn(finding -> finding.rule().equals(PartyRule.COMMITTEE.code()))
                .extracting(Finding::verdict)
                .containsExactly(due);
    }

    @Test
    void affiliatesToABranchElsewhereAndSendsAnInstructorOnlyWhereNoneIs() {
        PartyRegister register =
                with(with(empty(), XIYUAN, Membership.FULL, 3), HENGFU, Membership.FULL, 1);
        register = done(register, register.formSeparate(BRANCH, XIYUAN, NUMBERS, DAY, AT));
        CommunityId none = CommunityId.of("none");
        PersonId instructor = PersonId.of("instructor");

        PartyRegister attached =
                done(register, register.affiliate(HOST, HENGFU, List.of(), NUMBERS, DAY, AT));
        PartyRegister sent =
                done(register, register.sendInstructor(instructor, none, NUMBERS, DAY, AT));

        assertThat(attached.arrangement(HENGFU, DAY).orElseThrow().branch()).contains(HOST);
        assertThat(attached.review(HENGFU, NUMBERS, DAY).verdict()).isEqualTo(Verdict.MET);
        assertThat(attached.served(BRANCH, DAY)).containsExactly(XIYUAN);
        assertThat(sent.arrangement(none, DAY).orElseThrow().branch()).isEmpty();
        assertThat(broken(register.sendInstructor(instructor, HENGFU, NUMBERS, DAY, AT)))
                .containsExactly("strongest-form");
        assertThat(
                        broken(
                                register.affiliate(
                                        BRANCH, XIYUAN, List.of(), NUMBERS, DAY.plusDays(1), AT)))
                .containsExactlyInAnyOrder("strongest-form", "host-elsewhere");
        assertThat(broken(attached.formSeparate(BRANCH, HENGFU, NUMBERS, DAY, AT)))
                .containsExactlyInAnyOrder("date-order", "branch-new", "full-members");
    }

    @Test
    void aMemberWhoMovesCountsInOneCommunityOnEveryDay() {
        PartyRegister register = with(empty(), XIYUAN, Membership.FULL, 1);
        PersonId member = PersonId.of("xiyuan-FULL-0");
        LocalDate move = DAY.plusDays(10);

        PartyRegister moved =
                done(register, register.placeMember(member, HENGFU, Membership.FULL, move, AT));

        assertThat(
                        Stream.of(move.minusDays(1), move)
                                .map(
                                        day ->
                                                moved.fullMembers(XIYUAN, day)
                                                        + ":"
                                                        + moved.fullMembers(HENGFU, day)))
                .containsExactly("1:0", "0:1");
        assertThat(broken(moved.placeMember(member, XIYUAN, Membership.FULL, move, AT)))
                .containsExactly("date-order");
        assertThat(broken(moved.memberLeaves(PersonId.of("unknown"), move, AT)))
                .containsExactly("member-present");
    }

    @Test
    void saysWhatIsUnverifiedInEveryRulingOfAPlaceWithoutTexts() {
        RegionProfile honggu =
                ProfileCatalog.shipped()
                        .on(RegionId.of("HONGGU"), DAY)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        Ruling ruling = empty().review(XIYUAN, BranchThresholds.from(honggu), DAY);

        assertThat(ruling.findings())
                .filteredOn(f -> f.rule().equals(RegionRule.TEXTS_NOT_AT_HAND.code()))
                .hasSize(3);
        assertThat(NUMBERS.separate().basis())
                .allMatch(citation -> citation.standing() == Standing.UNVERIFIED);
    }

    @Test
    void refusesAHistoryThatNoCommandCouldHaveMade() {
        PartyEvent placed =
                new PartyEvent.MemberPlaced(
                        DISTRICT, AT, PersonId.of("m"), XIYUAN, Membership.FULL, DAY);
        PartyEvent elsewhere =
                new PartyEvent.MemberPlaced(
                        XIYUAN, AT, PersonId.of("m"), XIYUAN, Membership.FULL, DAY);
        PartyEvent left = new PartyEvent.MemberLeft(DISTRICT, AT, PersonId.of("m"), DAY);

        for (List<PartyEvent> history :
                List.of(List.of(placed, placed), List.of(elsewhere), List.of(left))) {
            assertThatThrownBy(() -> PartyRegister.from(DISTRICT, history))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void boundsItsMembers() {
        List<PartyEvent> most =
                IntStream.range(0, PartyRegister.MAX_MEMBERS)
                        .<PartyEvent>mapToObj(
                                i ->
                                        new PartyEvent.MemberPlaced(
                                                DISTRICT,
                                                AT,
                                                PersonId.of("m" + i),
                                                XIYUAN,
                                                Membership.FULL,
                                                DAY))
                        .toList();

        PartyRegister full = PartyRegister.from(DISTRICT, most);

        assertThat(full.fullMembers(XIYUAN, DAY)).isEqualTo(PartyRegister.MAX_MEMBERS);
        assertThat(broken(full.placeMember(PersonId.of("more"), XIYUAN, Membership.FULL, DAY, AT)))
                .containsExactly("register-size");
    }
}
