package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.AT;
import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.appointment;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.broken;
import static io.github.xinyi.governance.committee.Bodies.elect;
import static io.github.xinyi.governance.committee.Bodies.form;
import static io.github.xinyi.governance.committee.Bodies.mixed;
import static io.github.xinyi.governance.committee.Bodies.owner;
import static io.github.xinyi.governance.committee.Bodies.owners;
import static io.github.xinyi.governance.committee.Bodies.paper;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.refusal;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.resolution;
import static io.github.xinyi.governance.committee.Bodies.sent;
import static io.github.xinyi.governance.committee.Bodies.slate;
import static io.github.xinyi.governance.committee.Bodies.voted;
import static io.github.xinyi.governance.committee.Bodies.words;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.OWNERS_COMMITTEE;
import static io.github.xinyi.governance.committee.GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.Founding.Application;
import io.github.xinyi.governance.committee.Founding.Appointment;
import io.github.xinyi.governance.committee.Founding.Size;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FoundingTest {

    private static final CommitteeClauses NATIONAL = CommitteeClauses.national(OWNERS_COMMITTEE);
    private static final CommitteeClauses QINGYUAN =
            CommitteeClauses.national(PROPERTY_MANAGEMENT_COMMITTEE).under(Profiles.of("QINGYUAN"));

    @ParameterizedTest(name = "Guidance Rules art. 31: {0} seats")
    @CsvSource({
        "3,min-members",
        "4,min-members odd",
        "5,",
        "6,odd",
        "7,",
        "11,",
        "12,max-members odd"
    })
    void takesFiveToElevenSeatsInOddNumber(int seats, String broken) {
        assertThat(refusedBy(elect(NATIONAL, slate(seats)))).isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "Beijing art. 39, Hangzhou art. 27: {0} households")
    @CsvSource({"99,", "100,", "101,min-members"})
    void takesThreeSeatsUpToAHundredHouseholds(int households, String broken) {
        Size size = new Size(households, FloorArea.parse("60000"));

        assertThat(three(size, LocalLaw.beijing())).isEqualTo(words(broken));
        assertThat(three(size, LocalLaw.hangzhou())).isEqualTo(words(broken));
        assertThat(three(size, NATIONAL)).isEqualTo(words("min-members"));
    }

    @ParameterizedTest(name = "Shanghai art. 20: {0} m²")
    @CsvSource({"9999.99,", "10000,", "10000.01,min-members"})
    void takesThreeSeatsUpToTenThousandSquareMetres(String area, String broken) {
        Size size = new Size(500, FloorArea.parse(area));

        assertThat(three(size, LocalLaw.shanghai())).isEqualTo(words(broken));
    }

    private static Set<String> three(Size size, CommitteeClauses clauses) {
        return refusedBy(
                new Founding(COMMUNITY, size, clauses)
                        .elect(List.of(voted(paper(slate(3), TERM))), slate(3), TERM, AT));
    }

    @ParameterizedTest(name = "Hangzhou art. 27: {1} of {0} elected")
    @CsvSource({"9,4,min-members elected-share", "9,5,", "11,5,elected-share", "11,6,", "7,5,"})
    void takesAPartialElectionOfMoreThanHalfAndTheMinimum(int agreed, int elected, String broken) {
        Slate slate = new Slate(agreed, owners(1, elected), List.of());

        assertThat(refusedBy(elect(LocalLaw.hangzhou(), slate))).isEqualTo(words(broken));
    }

    @ParameterizedTest(
            name = "Guidance Rules art. 32, Beijing art. 41, Hangzhou art. 33: until {1}")
    @CsvSource({
        "2024-03-01,2027-02-28,,term-min",
        "2024-03-01,2027-03-01,,",
        "2024-03-01,2029-02-28,,",
        "2024-03-01,2029-03-01,,",
        "2024-03-01,2029-03-02,term-max,term-max",
        "2024-02-29,2029-02-27,,",
        "2024-02-29,2029-02-28,,",
        "2024-02-29,2029-03-01,term-max,term-max",
        "2023-02-28,2028-02-28,,",
        "2023-02-28,2028-02-29,term-max,term-max",
        "2024-02-29,2027-02-27,,term-min",
        "2024-02-29,2027-02-28,,"
    })
    void boundsTheTermAlsoAtLeapDays(
            LocalDate start, LocalDate end, String national, String hangzhou) {
        EffectivePeriod term = new EffectivePeriod(start, end);

        assertThat(withTerm(term, NATIONAL)).isEqualTo(words(national));
        assertThat(withTerm(term, LocalLaw.hangzhou())).isEqualTo(words(hangzhou));
    }

    private static Set<String> withTerm(EffectivePeriod term, CommitteeClauses clauses) {
        return refusedBy(
                new Founding(COMMUNITY, LARGE, clauses)
                        .elect(
                                List.of(voted(paper(slate(5), term), term.startInclusive())),
                                slate(5),
                                term,
                                at(term.startInclusive())));
    }

    @Test
    void needsAnElectionByTheOwnersOfThisCommunityUnderCivilCode278() {
        SeatPaper paper = paper(slate(5), TERM);
        Motion.Document document = paper.document();
        CommunityId other = CommunityId.of("elsewhere");

        assertThat(electing(paper, resolution(Matter.MANAGER_APPOINTMENT, document)))
                .containsExactly("elected-by-owners");
        assertThat(electing(paper, resolution(other, Matter.COMMITTEE_ELECTION, document)))
                .containsExactly("elected-by-owners");
        assertThat(electing(paper, resolution(Matter.COMMITTEE_ELECTION)))
                .as("a motion on something else")
                .containsExactly("seat-paper");
        assertThat(electing(paper, resolution(Matter.COMMITTEE_ELECTION, document))).isEmpty();
    }

    private static Set<String> electing(SeatPaper paper, Resolution resolution) {
        return refusedBy(
                new Founding(COMMUNITY, LARGE, NATIONAL)
                        .elect(List.of(paper.voted(resolution)), slate(5), TERM, AT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Bar.class,
            names = {
                "INTEREST_IN_FIRM",
                "DISHONEST_DEBTOR",
                "FORBIDDEN_USE",
                "RESIDENCE_TOO_SHORT"
            })
    void barsUnderBeijing39WhatTheNationalTextsDoNotBar(Bar bar) {
        Slate slate =
                new Slate(
                        5,
                        List.of(owner(1, bar), owner(2), owner(3), owner(4), owner(5)),
                        List.of());

        assertThat(refusedBy(elect(LocalLaw.beijing(), slate))).containsExactly("eligible");
        assertThat(refusedBy(elect(NATIONAL, slate))).isEmpty();
    }

    @Test
    void barsEverywhereWhoIsNoOwnerOrHasNoCapacity() {
        Slate slate =
                new Slate(
                        5,
                        owners(1, 5),
                        List.of(owner(6, Bar.NOT_AN_OWNER), owner(7, Bar.NO_FULL_CAPACITY)));

        List<Finding> barred = elect(NATIONAL, slate).fold(event -> List.of(), Ruling::notMet);

        assertThat(barred)
                .extracting(finding -> finding.evidence().get("bar"))
                .containsExactly("NOT_AN_OWNER", "NO_FULL_CAPACITY");
    }

    @Test
    void takesNominationsAsBeijing40ListsThem() {
        Candidacy byOffice =
                new Candidacy(
                        new Member(person(1), Side.OWNERS),
                        Nominator.STREET_OFFICE,
                        new TreeSet<>());
        Slate slate =
                new Slate(5, List.of(byOffice, owner(2), owner(3), owner(4), owner(5)), List.of());

        assertThat(refusedBy(elect(LocalLaw.beijing(), slate))).containsExactly("nomination");
        assertThat(refusedBy(elect(NATIONAL, slate))).isEmpty();
    }

    @ParameterizedTest(name = "Beijing art. 39: {0} alternates for 5 seats")
    @CsvSource({"4,", "5,", "6,alternates"})
    void takesAtMostAsManyAlternatesAsSeats(int alternates, String broken) {
        Slate slate = new Slate(5, owners(1, 5), owners(6, alternates));

        assertThat(refusedBy(elect(LocalLaw.beijing(), slate))).isEqualTo(words(broken));
    }

    @Test
    void givesNobodyTwoSeats() {
        Slate slate = new Slate(5, owners(1, 5), List.of(owner(5)));

        assertThat(refusedBy(elect(NATIONAL, slate)))
                .containsExactly("one-seat-each", "seat-paper");
    }

    @ParameterizedTest(name = "Beijing art. 54: {1} owners of {0}")
    @CsvSource({
        "5,3,min-members",
        "6,3,min-members odd",
        "7,3,owner-seats",
        "7,4,",
        "9,4,owner-seats",
        "9,5,",
        "8,4,odd"
    })
    void formsSevenMembersInOddNumberHalfOfThemOwners(int seats, int owners, String broken) {
        assertThat(refusedBy(form(LocalLaw.beijingManagement(), mixed(seats, owners))))
                .isEqualTo(words(broken));
        assertThat(
                        refusedBy(
                                form(
                                        CommitteeClauses.national(PROPERTY_MANAGEMENT_COMMITTEE),
                                        mixed(seats, owners))))
                .isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "Taizhou art. 31: {1} owners of {0}")
    @CsvSource({
        "9,6,min-members",
        "11,6,owner-seats",
        "11,7,",
        "11,8,",
        "13,7,owner-seats",
        "13,8,",
        "15,8,owner-seats",
        "15,9,",
        "17,11,max-members"
    })
    void asksForSixtyPerCentOfOwnersInTaizhou(int seats, int owners, String broken) {
        assertThat(refusedBy(form(LocalLaw.taizhouManagement(), mixed(seats, owners))))
                .isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "Ningbo art. 82, Qingyuan art. 27: {0} members")
    @CsvSource({"3,2,min-members,min-members", "5,3,,", "15,8,,", "17,9,,max-members"})
    void takesFiveMembersInNingboAndQingyuan(
            int seats, int owners, String ningbo, String qingyuan) {
        Slate slate = mixed(seats, owners);

        assertThat(refusedBy(form(LocalLaw.ningboManagement(), slate))).isEqualTo(words(ningbo));
        assertThat(refusedBy(form(LocalLaw.qingyuanManagement(), slate)))
                .isEqualTo(words(qingyuan));
    }

    @ParameterizedTest(name = "Hangzhou art. 39: shown for {0} days")
    @CsvSource({"6,list-shown,list-shown", "7,,list-shown", "14,,list-shown", "15,,"})
    void showsTheListOfMembersBeforehand(int days, String hangzhou, String qingyuan) {
        assertThat(shown(days, LocalLaw.hangzhouManagement(), Side.STREET_OFFICE))
                .isEqualTo(words(hangzhou));
        assertThat(shown(days, LocalLaw.qingyuanManagement(), Side.RESIDENTS_COMMITTEE))
                .isEqualTo(words(qingyuan));
    }

    private static Set<String> shown(int days, CommitteeClauses clauses, Side chair) {
        return refusedBy(
                new Founding(COMMUNITY, LARGE, clauses)
                        .form(
                                appointment(Ground.NO_CONDITIONS, days),
                                mixed(7, 4, chair),
                                new EffectivePeriod(START, START.plusYears(2)),
                                AT));
    }

    @Test
    void putsTheSideIntoTheChairThatTheLocalLawNames() {
        assertThat(refusedBy(form(LocalLaw.hangzhouManagement(), mixed(7, 4))))
                .containsExactly("chair-side");
        assertThat(refusedBy(form(LocalLaw.beijingManagement(), mixed(7, 4, Side.STREET_OFFICE))))
                .containsExactly("chair-side");
    }

    @ParameterizedTest(name = "Beijing art. 53, Hangzhou art. 38, Ningbo art. 82: {0}")
    @CsvSource({
        "NO_CONDITIONS,,,",
        "REAL_DIFFICULTY,,ground,",
        "NO_COMMITTEE_ELECTED,,,",
        "TERM_ENDING,ground,,ground",
        "VACANCIES,ground,,ground",
        "UNMANAGED_AREA,ground,,ground",
        "INACTIVE,ground,ground,"
    })
    void formsOnlyOnTheGroundsThatTheLocalLawKnows(
            Ground ground, String beijing, String hangzhou, String ningbo) {
        assertThat(onGround(ground, LocalLaw.beijingManagement(), Side.RESIDENTS_COMMITTEE))
                .isEqualTo(words(beijing));
        assertThat(onGround(ground, LocalLaw.hangzhouManagement(), Side.STREET_OFFICE))
                .isEqualTo(words(hangzhou));
        assertThat(onGround(ground, LocalLaw.ningboManagement(), Side.RESIDENTS_COMMITTEE))
                .isEqualTo(words(ningbo));
    }

    private static Set<String> onGround(Ground ground, CommitteeClauses clauses, Side chair) {
        return refusedBy(
                new Founding(COMMUNITY, LARGE, clauses)
                        .form(
                                appointment(ground, 15),
                                mixed(7, 4, chair),
                                new EffectivePeriod(START, START.plusYears(2)),
                                AT));
    }

    @ParameterizedTest(name = "Beijing art. 58, Hangzhou art. 41: until {0}")
    @CsvSource({
        "2026-03-01,,",
        "2026-03-02,,term-max",
        "2027-03-01,,term-max",
        "2027-03-02,term-max,term-max"
    })
    void boundsTheTermOfAManagementCommittee(LocalDate end, String beijing, String hangzhou) {
        EffectivePeriod term = new EffectivePeriod(START, end);

        assertThat(
                        refusedBy(
                                new Founding(COMMUNITY, LARGE, LocalLaw.beijingManagement())
                                        .form(
                                                appointment(Ground.NO_CONDITIONS, 7),
                                                mixed(7, 4),
                                                term,
                                                AT)))
                .isEqualTo(words(beijing));
        assertThat(
                        refusedBy(
                                new Founding(COMMUNITY, LARGE, LocalLaw.hangzhouManagement())
                                        .form(
                                                appointment(Ground.NO_CONDITIONS, 7),
                                                mixed(7, 4, Side.STREET_OFFICE),
                                                term,
                                                AT)))
                .isEqualTo(words(hangzhou));
    }

    @Test
    void namesEveryRuleInTheWayAtOnce() {
        Slate slate = new Slate(12, List.of(owner(1), owner(1, Bar.NOT_AN_OWNER)), owners(3, 13));
        EffectivePeriod term = new EffectivePeriod(START, START.plusYears(6));

        Set<String> broken =
                new Founding(COMMUNITY, LARGE, NATIONAL)
                        .elect(
                                List.of(paper(slate, term).voted(resolution(Matter.REBUILDING))),
                                slate,
                                term,
                                AT)
                        .fold(event -> Set.of(), ruling -> broken(ruling));

        assertThat(broken)
                .containsExactlyInAnyOrder(
                        "elected-by-owners",
                        "seat-paper",
                        "odd",
                        "min-members",
                        "max-members",
                        "one-seat-each",
                        "term-max",
                        "alternates",
                        "elected-share",
                        "eligible");
    }

    @Test
    void boundsTheNumberOfSeats() {
        assertThat(new Slate(Founding.MAX_SEATS, owners(1, 50), owners(51, 50)).seats())
                .hasSize(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slate(Founding.MAX_SEATS + 1, owners(1, 5), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slate(5, owners(1, 6), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slate(5, owners(1, 5), owners(6, 51)));
    }

    @Test
    void takesNoClausesOfTheOtherKind() {
        assertThatIllegalArgumentException().isThrownBy(() -> form(NATIONAL, mixed(7, 4)));
    }

    @Test
    void seatsOfOtherSidesNeedNoOwnership() {
        Candidacy user =
                new Candidacy(
                        new Member(person(7), Side.USERS),
                        Nominator.STREET_OFFICE,
                        new TreeSet<>(Set.of(Bar.NOT_AN_OWNER)));
        List<Candidacy> seats =
                List.of(
                        sent(1, Side.RESIDENTS_COMMITTEE),
                        owner(2),
                        owner(3),
                        owner(4),
                        owner(5),
                        sent(6, Side.USERS),
                        user);

        assertThat(refusedBy(form(LocalLaw.beijingManagement(), new Slate(7, seats, List.of()))))
                .isEmpty();
    }

    @ParameterizedTest(name = "Qingyuan art. 26: {0} of 500 owners apply")
    @CsvSource({"49,application", "50,", "51,"})
    void formsOnTheApplicationOfATenthOfTheOwnersInQingyuan(long owners, String broken) {
        assertThat(refusedBy(applied(new Application(START.minusMonths(1), owners, 500))))
                .isEqualTo(words(broken));
    }

    @Test
    void asksForAnApplicationOnlyWhereTheLawDoes() {
        Outcome<CommitteeEvent> none =
                new Founding(COMMUNITY, LARGE, QINGYUAN)
                        .form(appointment(Ground.NO_CONDITIONS, 15), mixed(7, 4), TERM, AT);

        assertThat(refusedBy(none)).containsExactly("application");
        assertThat(refusedBy(form(LocalLaw.beijingManagement(), mixed(7, 4)))).isEmpty();
        assertThat(refusedBy(applied(new Application(START.plusDays(1), 50, 500))))
                .containsExactly("date-order");
        assertThatIllegalArgumentException().isThrownBy(() -> new Application(START, 501, 500));
        assertThat(new Application(START, 500, 500).owners()).isEqualTo(500);
    }

    @Test
    void aShareOfSeatsThatIsMissedIsToldWithTheClauseThatSetsIt() {
        Finding owners =
                refusal(form(LocalLaw.beijingManagement(), mixed(7, 3)), CommitteeRule.OWNER_SEATS);
        Finding elected =
                refusal(
                        elect(LocalLaw.hangzhou(), new Slate(11, owners(1, 5), List.of())),
                        CommitteeRule.ELECTED_SHARE);

        assertThat(owners.basis()).containsExactly(LocalLaw.beijing(54));
        assertThat(owners.evidence()).containsEntry("part", "3").containsEntry("whole", "7");
        assertThat(elected.basis()).containsExactly(LocalLaw.hangzhou(27));
        assertThat(elected.evidence()).containsEntry("part", "5").containsEntry("whole", "11");
    }

    @Test
    void aTermTooShortIsToldWithTheClauseThatSetsIt() {
        EffectivePeriod term = new EffectivePeriod(START, START.plusYears(3).minusDays(1));

        Finding tooShort =
                refusal(
                        new Founding(COMMUNITY, LARGE, LocalLaw.hangzhou())
                                .elect(List.of(voted(paper(slate(5), term))), slate(5), term, AT),
                        CommitteeRule.TERM_MIN);

        assertThat(tooShort.basis()).containsExactly(LocalLaw.hangzhou(33));
        assertThat(tooShort.evidence())
                .containsEntry("end", "2027-02-28")
                .containsEntry("years", "3");
    }

    @Test
    void aFormationTooSoonOrOnAnotherGroundIsToldWithTheClause() {
        Outcome<CommitteeEvent> refused =
                new Founding(COMMUNITY, LARGE, LocalLaw.hangzhouManagement())
                        .form(
                                appointment(Ground.REAL_DIFFICULTY, 6),
                                mixed(7, 4, Side.STREET_OFFICE),
                                new EffectivePeriod(START, START.plusYears(2)),
                                AT);

        Finding shown = refusal(refused, CommitteeRule.LIST_SHOWN);
        Finding ground = refusal(refused, CommitteeRule.GROUND);

        assertThat(shown.basis()).containsExactly(LocalLaw.hangzhou(39));
        assertThat(shown.evidence()).containsEntry("value", "6").containsEntry("limit", "7");
        assertThat(ground.basis()).as("no clause names it").isEmpty();
        assertThat(ground.evidence()).containsEntry("option", "REAL_DIFFICULTY");
    }

    @ParameterizedTest(name = "Qingyuan art. 26: applied for {0} days before 2024-03-01")
    @CsvSource({"181,MET", "182,MET", "183,NOT_MET"})
    void formsWithinSixMonthsOfTheApplicationInQingyuan(int days, Verdict verdict) {
        Application application = new Application(START.minusDays(days), 50, 500);
        Committee committee = Committee.from(List.of(Bodies.value(applied(application))), QINGYUAN);

        assertThat(START.minusDays(182)).isEqualTo(LocalDate.of(2023, 9, 1));
        assertThat(committee.duties(QINGYUAN, START).findings())
                .filteredOn(finding -> finding.rule().equals(CommitteeRule.FORMED.code()))
                .extracting(Finding::verdict)
                .containsExactly(verdict);
    }

    private static Outcome<CommitteeEvent> applied(Application application) {
        return new Founding(COMMUNITY, LARGE, QINGYUAN)
                .form(
                        new Appointment(
                                Ground.NO_CONDITIONS,
                                person(1),
                                List.of(person(2)),
                                START.minusDays(15),
                                List.of(application)),
                        mixed(7, 4),
                        TERM,
                        AT);
    }

    @Test
    void seatsOwnersOnlyInTheirCommitteeByRegulation16() {
        Slate slate =
                new Slate(
                        5,
                        List.of(owner(1), owner(2), owner(3), owner(4), sent(5, Side.USERS)),
                        List.of());

        assertThat(refusedBy(elect(NATIONAL, slate))).containsExactly("eligible");
    }

    @Test
    void formsABodyWithoutAlternates() {
        Slate slate = new Slate(7, mixed(7, 4).seats(), List.of(sent(20, Side.USERS)));

        assertThat(refusedBy(form(LocalLaw.beijingManagement(), slate)))
                .containsExactly("alternates");
    }

    @Test
    void isShownBeforeItIsFormedAndNotAfterTheRecord() {
        assertThat(shown(-1, LocalLaw.beijingManagement(), Side.RESIDENTS_COMMITTEE))
                .containsExactly("date-order");
    }

    @Test
    void boundsWhatABodyIsFoundedOn() {
        FloorArea area = FloorArea.parse("60000");

        assertThat(new Size(1, area).households()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Size(0, area));
        assertThat(new Application(START, 0, 500).owners()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Application(START, -1, 500));
        assertThat(slate(1).agreedSeats()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slate(0, owners(1, 1), List.of()));
        assertThat(slate(Founding.MAX_SEATS).seats()).hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> slate(Founding.MAX_SEATS + 1));
    }

    @Test
    void takesTheClausesOfItsKindOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elect(LocalLaw.beijingManagement(), slate(7)))
                .withMessageContaining("PROPERTY_MANAGEMENT_COMMITTEE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form(LocalLaw.beijing(), mixed(7, 4)))
                .withMessageContaining("OWNERS_COMMITTEE");
    }

    @Test
    void takesAHundredPapersOfAllMotionsTogether() {
        Motion.Document[] twenty =
                IntStream.range(0, Motion.MAX_DOCUMENTS)
                        .mapToObj(n -> new Motion.Document("%064x".formatted(n)))
                        .toArray(Motion.Document[]::new);

        assertThat(electingWith(twenty, twenty, twenty, twenty, twenty))
                .as("none of them the paper of the seats")
                .containsExactly("seat-paper");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                electingWith(
                                        twenty,
                                        twenty,
                                        twenty,
                                        twenty,
                                        twenty,
                                        Arrays.copyOf(twenty, 1)))
                .withMessageContaining("101 papers");
    }

    private static Set<String> electingWith(Motion.Document[]... papers) {
        SeatPaper paper = paper(slate(5), TERM);
        return refusedBy(
                new Founding(COMMUNITY, LARGE, NATIONAL)
                        .elect(
                                Arrays.stream(papers)
                                        .map(
                                                documents ->
                                                        paper.voted(
                                                                resolution(
                                                                        Matter.COMMITTEE_ELECTION,
                                                                        documents)))
                                        .toList(),
                                slate(5),
                                TERM,
                                AT));
    }

    @Test
    void tooFewMembersAreToldWithTheClauseThatSetsTheNumber() {
        Finding few = refusal(elect(LocalLaw.beijing(), slate(3)), CommitteeRule.MIN_MEMBERS);

        assertThat(few.basis()).containsExactly(LocalLaw.beijing(39));
        assertThat(few.evidence()).containsEntry("value", "3").containsEntry("limit", "5");
    }

    /** What bars an owner stands among what is not met; what bars nobody is shown beside it. */
    @ParameterizedTest(name = "{0} for {1}: barred {2}, shown only {3}")
    @CsvSource({
        "INTEREST_IN_FIRM,OWNERS,true,false",
        "INTEREST_IN_FIRM,USERS,false,true",
        "ARREARS,OWNERS,false,true",
        "NOT_AN_OWNER,OWNERS,true,false",
        "NOT_AN_OWNER,USERS,false,true",
        "NO_FULL_CAPACITY,OWNERS,true,false",
        "NO_FULL_CAPACITY,USERS,true,false"
    })
    void showsABarThatTheLawDoesNotListAndBarsNobodyByIt(
            Bar bar, Side side, boolean barred, boolean shown) {
        CommitteeClauses clauses =
                LocalLaw.beijingManagement().with(Bar.INTEREST_IN_FIRM, LocalLaw.beijing(39));
        Candidacy candidate =
                new Candidacy(
                        new Member(person(1), side), Nominator.SELF, new TreeSet<>(Set.of(bar)));
        Findings findings = new Findings(clauses);

        FoundingRules.eligibility(findings, clauses, candidate);

        assertThat(bars(findings, Verdict.NOT_MET))
                .isEqualTo(barred ? Set.of(bar.name()) : Set.of());
        assertThat(bars(findings, Verdict.NOT_APPLICABLE))
                .isEqualTo(shown ? Set.of(bar.name()) : Set.of());
    }

    private static Set<String> bars(Findings findings, Verdict verdict) {
        return findings.ruling().findings().stream()
                .filter(finding -> finding.rule().equals(CommitteeRule.ELIGIBLE.code()))
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.evidence().get("bar"))
                .collect(Collectors.toSet());
    }
}
