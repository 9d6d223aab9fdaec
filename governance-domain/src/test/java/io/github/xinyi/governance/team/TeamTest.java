package io.github.xinyi.governance.team;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static io.github.xinyi.governance.ruling.Answers.refused;
import static io.github.xinyi.governance.ruling.Answers.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTest {

    private static final CommunityId COMMUNITY = CommunityId.of("XIYUAN");
    private static final Instant AT = Instant.parse("2025-10-30T01:00:00Z");
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 1);
    private static final PersonId FIRM = PersonId.of("FIRM");
    private static final ServiceContract CONTRACT =
            contract("HT-1", NOVEMBER.minusYears(1), LocalDate.MAX);
    private static final Seat INSTRUCTOR = Seat.in("联系指导员");
    private static final Seat LAW = new Seat("专业顾问", "法律");
    private static final Seat FINANCE = new Seat("专业顾问", "财务");
    private static final Seat ENGINEERING = new Seat("专业顾问", "工程");

    private final Team empty = team("T1", TeamPattern.onePlusThreePlusN());

    @Test
    void composesOneInstructorAndThreeAdvisersOfThreeKinds() {
        Team full = full();

        assertThat(full.composition(NOVEMBER).notMet()).isEmpty();
        assertThat(full.vacancies(NOVEMBER)).isEmpty();
        assertThat(full.serving(NOVEMBER)).hasSize(4);
    }

    @Test
    void namesEverySlotThatIsNotFilledOnADay() {
        Team two = with(with(empty, seat("P1", LAW)), seat("P2", LAW));

        assertThat(two.vacancies(NOVEMBER))
                .containsExactly(
                        new Vacancy(two.id(), "联系指导员", 1, new TreeSet<>()),
                        new Vacancy(two.id(), "专业顾问", 1, new TreeSet<>(Set.of("工程", "财务"))));
        assertThat(rules(two.composition(NOVEMBER)))
                .containsExactly("team.slot-filled", "team.slot-filled", "team.kinds-filled");
        assertThat(two.composition(NOVEMBER).findings().get(0).evidence())
                .containsEntry("standing", "INTERPRETATION");
    }

    @Test
    void threeAdvisersOfTwoKindsLeaveOneKindOpen() {
        Team three = with(with(with(empty, seat("P1", LAW)), seat("P2", LAW)), seat("P3", FINANCE));

        assertThat(three.vacancies(NOVEMBER).get(1))
                .isEqualTo(new Vacancy(three.id(), "专业顾问", 0, new TreeSet<>(Set.of("工程"))));
    }

    @Test
    void refusesAFourthAdviserAndASecondInstructor() {
        assertThat(refusal(full().assign(seat("P9", LAW), AT))).containsExactly("team.seat-free");
        assertThat(refusal(full().assign(instructor("P9"), AT))).containsExactly("team.seat-free");
    }

    @Test
    void takesTheNextInstructorFromTheDayOnWhichTheSeatIsFree() {
        Team ended =
                full().after(
                                accepted(
                                        full().end(
                                                        PersonId.of("P1"),
                                                        "联系指导员",
                                                        DECEMBER,
                                                        Reason.TRANSFERRED,
                                                        AT)));

        assertThat(refusal(ended.assign(instructor("P9", DECEMBER.minusDays(1)), AT)))
                .containsExactly("team.seat-free");
        assertThat(ended.assign(instructor("P9", DECEMBER), AT).isAccepted()).isTrue();
        assertThat(ended.vacancies(DECEMBER)).hasSize(1);
        assertThat(ended.vacancies(DECEMBER.minusDays(1))).isEmpty();
    }

    @Test
    void seesASeatThatIsTakenLaterInTheTerm() {
        Team later = with(empty, instructor("P1", DECEMBER));

        assertThat(refusal(later.assign(instructor("P2", NOVEMBER), AT)))
                .containsExactly("team.seat-free");
    }

    @Test
    void refusesAnAdviserWhomTheServingFirmEmploys() {
        Assignment adviser = assignment(candidate("P9", Set.of(), Set.of(FIRM), 0), LAW);

        assertThat(refusal(empty.assign(adviser, AT))).containsExactly("team.independent");
        assertThat(
                        team("T1", TeamPattern.onePlusThreePlusN(), List.of())
                                .assign(adviser, AT)
                                .isAccepted())
                .isTrue();
    }

    @Test
    void findsAnAdviserWhoseEmployerBecomesTheServingFirm() {
        Team none = team("T1", TeamPattern.onePlusThreePlusN(), List.of());
        Team team = with(none, assignment(candidate("P9", Set.of(), Set.of(FIRM), 0), LAW));
        Team served =
                team.after(
                        accepted(
                                team.recordContract(
                                        contract("HT-2", DECEMBER, LocalDate.MAX), AT)));

        assertThat(rules(served.composition(DECEMBER.minusDays(1))))
                .doesNotContain("team.independent");
        assertThat(rules(served.composition(DECEMBER))).contains("team.independent");
        assertThat(rules(team.composition(DECEMBER, Set.of(FIRM)))).contains("team.independent");
        assertThat(rules(team.composition(DECEMBER))).doesNotContain("team.independent");
    }

    @Test
    void whoeverServesUnknownLeavesIndependenceOpen() {
        Team none = team("T1", TeamPattern.onePlusThreePlusN(), List.of());
        Team seated =
                with(
                        with(none, instructor("P1")),
                        assignment(candidate("P9", Set.of(), Set.of(FIRM), 0), LAW));

        assertThat(undetermined(seated.composition(NOVEMBER)))
                .containsExactly("team.independent", "team.independent");
        assertThat(undetermined(seated.composition(NOVEMBER, Set.of()))).isEmpty();
        assertThat(rules(seated.composition(NOVEMBER, Set.of())))
                .doesNotContain("team.independent");
    }

    private static List<String> undetermined(Ruling ruling) {
        return ruling.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.UNDETERMINED)
                .map(finding -> finding.rule().value())
                .toList();
    }

    @Test
    void theServingFirmIsTheOneOfAContractThatOverlapsTheTerm() {
        ServiceContract until = contract("HT-1", NOVEMBER.minusYears(1), DECEMBER);
        Team team = team("T1", TeamPattern.onePlusThreePlusN(), List.of(until));
        Assignment adviser = assignment(candidate("P9", Set.of(), Set.of(FIRM), 0), LAW);

        assertThat(team.servingFirms(DECEMBER.minusDays(1))).containsExactly(FIRM);
        assertThat(team.servingFirms(DECEMBER)).isEmpty();
        assertThat(refusal(team.assign(term(adviser, DECEMBER.minusDays(1), LocalDate.MAX), AT)))
                .containsExactly("team.independent");
        assertThat(team.assign(term(adviser, DECEMBER, LocalDate.MAX), AT).isAccepted()).isTrue();

        Team shorter =
                team.after(
                        accepted(
                                team.recordContract(
                                        contract("HT-1", NOVEMBER.minusYears(1), NOVEMBER), AT)));

        assertThat(shorter.contracts()).hasSize(1);
        assertThat(shorter.assign(term(adviser, NOVEMBER, DECEMBER), AT).isAccepted()).isTrue();
    }

    @Test
    void knowsAsManyContractsAsItsLimitAndEachReferenceOnce() {
        List<ServiceContract> most =
                IntStream.range(0, Team.MAX_CONTRACTS)
                        .mapToObj(i -> contract("HT-" + i, NOVEMBER, DECEMBER))
                        .toList();
        Team full = team("T1", TeamPattern.disputeTeam(), most);

        assertThat(refusal(full.recordContract(contract("HT-x", NOVEMBER, DECEMBER), AT)))
                .containsExactly("team.contracts");
        assertThat(full.recordContract(contract("HT-0", NOVEMBER, DECEMBER), AT).isAccepted())
                .isTrue();
        for (List<ServiceContract> wrong :
                List.of(
                        List.of(most.get(0), most.get(0)),
                        Stream.concat(most.stream(), Stream.of(contract("y", NOVEMBER, DECEMBER)))
                                .toList())) {
            assertThat(refusal(form("T1", TeamPattern.disputeTeam(), wrong, AT)))
                    .containsExactly("team.contracts");
        }
        for (String reference : List.of("", " ", "长".repeat(65), "a\u0000", "\ud800")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contract(reference, NOVEMBER, DECEMBER));
        }
        assertThat(contract("长".repeat(64), NOVEMBER, DECEMBER).reference()).hasSize(64);
    }

    @Test
    void namesEveryRuleThatRefusesAnAssignment() {
        Team team = with(with(with(empty, seat("P1", LAW)), seat("P2", LAW)), seat("P3", LAW));
        Assignment bad =
                assignment(candidate("P1", Set.of(), Set.of(FIRM), 0), new Seat("专业顾问", "风水"));

        assertThat(refusal(team.assign(bad, AT)))
                .containsExactly(
                        "team.kind-known", "team.independent", "team.not-twice", "team.seat-free");
        assertThat(refusal(team.assign(seat("P1", Seat.in("顾问")), AT)))
                .containsExactly("team.slot-known");
    }

    @Test
    void refusesOnePersonInTwoSlotsThatExcludeEachOther() {
        Team team = with(empty, instructor("P1"));
        Candidate both = candidate("P1", Set.of("退休党员"), Set.of(), 0);

        assertThat(refusal(team.assign(assignment(both, LAW), AT)))
                .containsExactly("team.slots-exclusive");
        assertThat(refusal(team.assign(assignment(both, Seat.in("志愿者")), AT)))
                .containsExactly("team.slots-exclusive");
    }

    @Test
    void refusesAnInstructorWithoutTheRank() {
        assertThat(refusal(empty.assign(seat("P1", INSTRUCTOR), AT)))
                .containsExactly("team.eligible");
    }

    @Test
    void letsAnInstructorServeManyCommunitiesUnlessTheTableSetsALimit() {
        Set<String> rank = Set.of("镇街副职班子成员");
        Assignment fifth = assignment(candidate("P1", rank, Set.of(), 4), INSTRUCTOR);
        Assignment sixth = assignment(candidate("P1", rank, Set.of(), 5), INSTRUCTOR);
        Team limited =
                team("T1", accepted(TeamPattern.read("甲", table("联系指导员,1,1,5,,,,不限,甲办法,未核对"))));

        assertThat(empty.assign(sixth, AT).isAccepted()).isTrue();
        assertThat(limited.assign(fifth, AT).isAccepted()).isTrue();
        assertThat(refusal(limited.assign(sixth, AT))).containsExactly("team.communities");
    }

    @Test
    void putsAReserveInTheSeatOfAnAbsentMember() {
        Assignment reserve = reserve("P8", LAW, NOVEMBER, DECEMBER);
        Team team = with(full(), reserve);
        Assignment standIn = term(seat("P8", LAW), NOVEMBER.plusDays(5), NOVEMBER.plusDays(9));
        PersonId holder = PersonId.of("P2");

        Team placed = team.after(accepted(team.substitute(standIn, holder, AT)));

        assertThat(placed.serving(NOVEMBER.plusDays(4))).contains(holder);
        assertThat(placed.serving(NOVEMBER.plusDays(5)))
                .contains(PersonId.of("P8"))
                .doesNotContain(holder)
                .hasSize(4);
        assertThat(placed.composition(NOVEMBER.plusDays(5)).notMet()).isEmpty();
        assertThat(refusal(placed.substitute(standIn, holder, AT)))
                .containsExactly("team.one-substitute");
        assertThat(refusal(full().substitute(standIn, PersonId.of("P7"), AT)))
                .containsExactly("team.holder-in-office", "team.substitute-in-reserve");
        assertThat(
                        refusal(
                                team.substitute(
                                        term(standIn, NOVEMBER, DECEMBER.plusDays(1)), holder, AT)))
                .containsExactly("team.substitute-in-reserve");
    }

    @Test
    void endsASubstitutionWithTheTermOfTheHolder() {
        Team team = with(full(), reserve("P8", LAW, NOVEMBER, DECEMBER));
        PersonId holder = PersonId.of("P2");
        Assignment standIn = term(seat("P8", LAW), NOVEMBER.plusDays(5), NOVEMBER.plusDays(9));
        Team placed = team.after(accepted(team.substitute(standIn, holder, AT)));

        Team ended =
                placed.after(
                        accepted(
                                placed.end(
                                        holder,
                                        "专业顾问",
                                        NOVEMBER.plusDays(7),
                                        Reason.RESIGNED,
                                        AT)));

        assertThat(ended.serving(NOVEMBER.plusDays(6))).contains(PersonId.of("P8"));
        assertThat(ended.serving(NOVEMBER.plusDays(7))).doesNotContain(PersonId.of("P8"));
        assertThat(ended.vacancies(NOVEMBER.plusDays(7))).hasSize(1);
    }

    /** Who stands in from the 5th to the 8th day, where holder or reserve leaves on a day. */
    @ParameterizedTest
    @CsvSource({
        "P2, 4, ''",
        "P2, 5, ''",
        "P2, 6, 5",
        "P2, 8, 5 6 7",
        "P2, 9, 5 6 7 8",
        "P2, 10, 5 6 7 8",
        "P8, 5, ''",
        "P8, 6, 5",
        "P8, 7, 5 6",
        "P8, 8, 5 6 7",
        "P8, 9, 5 6 7 8",
        "P3, 7, 5 6 7 8"
    })
    void aStandInServesUntilHolderOrReserveLeaves(String leaver, int day, String served) {
        Team team = with(full(), reserve("P8", LAW, NOVEMBER, DECEMBER));
        Assignment standIn = term(seat("P8", LAW), NOVEMBER.plusDays(5), NOVEMBER.plusDays(9));
        Team placed = team.after(accepted(team.substitute(standIn, PersonId.of("P2"), AT)));

        Team ended =
                placed.after(
                        accepted(
                                placed.end(
                                        PersonId.of(leaver),
                                        "专业顾问",
                                        NOVEMBER.plusDays(day),
                                        Reason.RESIGNED,
                                        AT)));

        List<String> days =
                IntStream.range(0, 12)
                        .filter(
                                i ->
                                        ended.serving(NOVEMBER.plusDays(i))
                                                .contains(PersonId.of("P8")))
                        .mapToObj(Integer::toString)
                        .toList();
        assertThat(String.join(" ", days)).isEqualTo(served);
    }

    @Test
    void endsOnlyWhatRunsBeforeAndAfterTheDay() {
        Team team = with(empty, term(seat("P1", LAW), NOVEMBER, DECEMBER));
        PersonId person = PersonId.of("P1");

        for (LocalDate day : List.of(NOVEMBER, DECEMBER)) {
            assertThat(refusal(team.end(person, "专业顾问", day, Reason.RECALLED, AT)))
                    .containsExactly("team.assignment-running");
        }
        for (LocalDate day : List.of(NOVEMBER.plusDays(1), DECEMBER.minusDays(1))) {
            assertThat(team.end(person, "专业顾问", day, Reason.RECALLED, AT).isAccepted()).isTrue();
        }
    }

    @Test
    void keepsAtMostAThousandAssignments() {
        Team team = empty;
        for (int i = 0; i < Team.MAX_ASSIGNMENTS - 1; i++) {
            LocalDate day = NOVEMBER.plusDays(i);
            team = with(team, term(instructor("P1"), day, day.plusDays(1)));
        }
        LocalDate last = NOVEMBER.plusYears(10);
        Assignment next = term(instructor("P1"), last, last.plusDays(1));
        Team full = with(team, next);

        assertThat(refusal(full.assign(term(next, NOVEMBER.plusYears(11), LocalDate.MAX), AT)))
                .containsExactly("team.assignments");
    }

    @Test
    void refusesAHistoryThatNoCommandMade() {
        TeamEvent formed =
                accepted(form("T1", TeamPattern.onePlusThreePlusN(), List.of(CONTRACT), AT));
        Map<TeamEvent, String> wrong =
                Map.of(
                        formed,
                        "once",
                        accepted(form("T2", TeamPattern.disputeTeam(), List.of(), AT)),
                        "once",
                        assigned("T2", seat("P1", LAW), AT),
                        "checked=TEAM,",
                        assigned("T1", seat("P1", INSTRUCTOR), AT),
                        "checked=ELIGIBLE,",
                        assigned("T1", seat("P1", LAW), AT.minusNanos(1_000)),
                        "checked=TIME,",
                        assigned("T1", seat("P1", LAW), AT.plusNanos(1)),
                        "checked=MOMENT,",
                        new TeamEvent.SubstituteAssigned(
                                COMMUNITY, TeamId.of("T1"), seat("P1", LAW), PersonId.of("P2"), AT),
                        "checked=HOLDER_IN_OFFICE,",
                        new TeamEvent.HouseholdsCounted(
                                COMMUNITY, TeamId.of("T1"), -1, NOVEMBER, AT),
                        "checked=HOUSEHOLD_COUNT,",
                        new TeamEvent.AssignmentEnded(
                                COMMUNITY,
                                TeamId.of("T1"),
                                PersonId.of("P1"),
                                "专业顾问",
                                NOVEMBER,
                                Reason.RECALLED,
                                AT),
                        "checked=ASSIGNMENT_RUNNING,");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Team.from(List.of()))
                .withMessageContaining("begins");
        wrong.forEach(
                (event, why) ->
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> Team.from(List.of(formed, event)))
                                .withMessageContaining(why));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Team.from(
                                        List.of(
                                                new TeamEvent.TeamFormed(
                                                        COMMUNITY,
                                                        TeamId.of("T1"),
                                                        TeamPattern.disputeTeam(),
                                                        List.of(CONTRACT, CONTRACT),
                                                        AT))))
                .withMessageContaining("checked=CONTRACTS,");
    }

    private static TeamEvent assigned(String team, Assignment assignment, Instant at) {
        return new TeamEvent.MemberAssigned(COMMUNITY, TeamId.of(team), assignment, at);
    }

    @Test
    void refusesAMomentThatCouldNotBeKept() {
        assertThat(refusal(empty.assign(seat("P1", LAW), AT.plusNanos(999))))
                .containsExactly("team.moment");
        assertThat(empty.assign(seat("P1", LAW), AT.plusNanos(1_000)).isAccepted()).isTrue();
        assertThat(refusal(form("T1", TeamPattern.disputeTeam(), List.of(), AT.plusNanos(1))))
                .containsExactly("team.moment");
        assertThat(refusal(empty.countHouseholds(1, NOVEMBER, AT.minusNanos(1_000))))
                .containsExactly("team.time");
    }

    @Test
    void aReserveStandsInAndIsNoLongerInReserve() {
        Team team = with(full(), reserve("P8", LAW, NOVEMBER, DECEMBER));

        assertThat(
                        refusal(
                                team.substitute(
                                        reserve("P8", LAW, NOVEMBER, DECEMBER),
                                        PersonId.of("P2"),
                                        AT)))
                .containsExactly("team.capacity");
    }

    /** The kinds, qualities and sources of the largest table that can be read. */
    @Test
    void theLargestPatternFitsIntoOneEvent() {
        List<Slot> slots =
                IntStream.range(0, TeamPattern.MAX_SLOTS)
                        .mapToObj(
                                i ->
                                        new Slot(
                                                word(i),
                                                new Seats(0, Seats.UNBOUNDED, 0),
                                                new Admission(
                                                        words(100),
                                                        words(200),
                                                        words(0),
                                                        Admission.Independence.FROM_SERVING_FIRM),
                                                new Source(
                                                        "长".repeat(200), Standing.INTERPRETATION)))
                        .toList();
        List<ServiceContract> most =
                IntStream.range(0, Team.MAX_CONTRACTS)
                        .mapToObj(i -> contract("%064d".formatted(i), NOVEMBER, DECEMBER))
                        .toList();
        TeamEvent.TeamFormed largest = accepted(form("T1", new TeamPattern("大", slots), most, AT));
        EventCodec codec = EventCodec.of(TeamEvent.class);

        assertThat(codec.decode(codec.encode(largest)))
                .isEqualTo(Outcome.accepted((DomainEvent) largest));
    }

    private static SortedSet<String> words(int from) {
        return IntStream.range(from, from + Admission.MAX_WORDS)
                .mapToObj(TeamTest::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(int i) {
        return "岗" + "%031d".formatted(i);
    }

    @Test
    void takesRetiredAndDualRegisteredMembersAsVolunteersAndNobodyElse() {
        for (String quality : List.of("退休党员", "双报到党员")) {
            Candidate volunteer = candidate("P5", Set.of(quality), Set.of(FIRM), 0);
            assertThat(empty.assign(assignment(volunteer, Seat.in("志愿者")), AT).isAccepted())
                    .isTrue();
        }
        assertThat(refusal(empty.assign(seat("P5", Seat.in("志愿者")), AT)))
                .containsExactly("team.eligible");
    }

    @Test
    void namesEveryGapWithItsFirstDayAndTheDayAfter() {
        Team team =
                with(
                        with(
                                full(),
                                term(
                                        assignment(
                                                candidate("P6", Set.of("退休党员"), Set.of(), 0),
                                                Seat.in("志愿者")),
                                        NOVEMBER,
                                        DECEMBER)),
                        reserve("P8", LAW, NOVEMBER, DECEMBER));
        Team left =
                team.after(
                        accepted(
                                team.end(
                                        PersonId.of("P2"),
                                        "专业顾问",
                                        NOVEMBER.plusDays(10),
                                        Reason.RESIGNED,
                                        AT)));
        Team filled = with(left, term(seat("P9", LAW), NOVEMBER.plusDays(20), LocalDate.MAX));
        Vacancy law = new Vacancy(filled.id(), "专业顾问", 1, new TreeSet<>(Set.of("法律")));
        Vacancy all = new Vacancy(filled.id(), "专业顾问", 3, new TreeSet<>(Set.of("法律", "财务", "工程")));
        Vacancy instructor = new Vacancy(filled.id(), "联系指导员", 1, new TreeSet<>());

        assertThat(filled.gaps(new EffectivePeriod(NOVEMBER.minusDays(5), DECEMBER)))
                .containsExactly(
                        new Gap(instructor, new EffectivePeriod(NOVEMBER.minusDays(5), NOVEMBER)),
                        new Gap(all, new EffectivePeriod(NOVEMBER.minusDays(5), NOVEMBER)),
                        new Gap(
                                law,
                                new EffectivePeriod(NOVEMBER.plusDays(10), NOVEMBER.plusDays(20))));
        assertThat(filled.gaps(new EffectivePeriod(NOVEMBER.plusDays(12), NOVEMBER.plusDays(13))))
                .containsExactly(
                        new Gap(
                                law,
                                new EffectivePeriod(NOVEMBER.plusDays(12), NOVEMBER.plusDays(13))));
        assertThat(filled.gaps(new EffectivePeriod(NOVEMBER.plusDays(20), DECEMBER.plusDays(9))))
                .isEmpty();
    }

    @Test
    void shipsOnePlusFourPlusXAsAReading() {
        TeamPattern grid = TeamPattern.onePlusFourPlusX();

        assertThat(grid.slots()).hasSize(6);
        assertThat(grid.slots())
                .extracting(s -> s.source().standing())
                .containsOnly(Standing.INTERPRETATION);
        assertThat(grid.slots().get(0).seats()).isEqualTo(new Seats(1, 1, 0));
        assertThat(grid.slots().subList(1, 5)).allMatch(s -> s.seats().least() == 1);
        assertThat(grid.slots().get(5).seats()).isEqualTo(new Seats(0, Seats.UNBOUNDED, 0));
    }

    @Test
    void namesEveryFaultOfATable() {
        Ruling ruling =
                refused(
                        TeamPattern.read(
                                "乙",
                                table(
                                        "甲,3,2,,,,,不限,丙,解读",
                                        "乙,0,1,,,法律;财务,,不限,丙,解读",
                                        "丙,0,,,,,丁;乙,不限,丙,解读",
                                        "丙,0,,,,,,可以,丙,听说")));

        assertThat(rules(ruling))
                .containsExactly(
                        SheetRule.CONFLICT.code().value(),
                        SheetRule.CONFLICT.code().value(),
                        SheetRule.REFERENCE.code().value(),
                        SheetRule.DUPLICATE.code().value(),
                        SheetRule.LABEL.code().value(),
                        SheetRule.LABEL.code().value());
    }

    @Test
    void boundsTheRowsOfAPattern() {
        String[] rows = new String[TeamPattern.MAX_SLOTS + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "岗" + i + ",0,,,,,,不限,丙,解读";
        }

        assertThat(
                        TeamPattern.read(
                                        "甲",
                                        table(
                                                List.of(rows)
                                                        .subList(1, rows.length)
                                                        .toArray(String[]::new)))
                                .isAccepted())
                .isTrue();
        assertThat(rules(refused(TeamPattern.read("甲", table(rows)))))
                .containsExactly("team.pattern-size");
        assertThat(rules(refused(TeamPattern.read("甲", table()))))
                .containsExactly("team.pattern-size");
    }

    /** The name of a table is data of the caller as its rows are. */
    @Test
    void refusesANameThatIsNoneBesideEveryFaultOfTheTable() {
        SheetFile good = table("甲,0,,,,,,不限,丙,解读");
        SheetFile bad = table("甲,3,2,,,,,不限,丙,解读", "乙,0,,,,,,可以,丙,解读");

        assertThat(TeamPattern.read("队".repeat(32), good).isAccepted()).isTrue();
        for (String id : List.of("", " ", "队\n", "队\ud800", "队".repeat(33))) {
            assertThat(rules(refused(TeamPattern.read(id, good))))
                    .containsExactly("team.pattern-id");
            assertThat(rules(refused(TeamPattern.read(id, bad))))
                    .containsExactly("team.pattern-id", "sheet.conflict", "sheet.label");
        }
    }

    @Test
    void rosterListsOfficersVacanciesAndWhoIsFullTimeTwice() {
        Team one = with(grid("G1"), fullTime("P1"));
        Team two =
                with(
                        with(grid("G2"), fullTime("P1")),
                        reserve("P2", Seat.in("网格长"), NOVEMBER, DECEMBER));
        GridRoster roster = GridRoster.of(List.of(one, two));

        assertThat(roster.officers(NOVEMBER, Capacity.FULL_TIME))
                .containsExactly(PersonId.of("P1"));
        assertThat(roster.officers(NOVEMBER, Capacity.RESERVE)).containsExactly(PersonId.of("P2"));
        assertThat(roster.officers(NOVEMBER, Capacity.PART_TIME)).isEmpty();
        assertThat(roster.vacancies(NOVEMBER)).hasSize(8);
        assertThat(rules(roster.composition(NOVEMBER))).hasSize(9).endsWith("team.full-time-once");
        assertThat(rules(GridRoster.of(List.of(one)).composition(NOVEMBER)))
                .doesNotContain("team.full-time-once");
    }

    @Test
    void seesWhoIsFullTimeTwiceByStandingIn() {
        Team one = with(grid("G1"), fullTime("P1"));
        Team held = with(grid("G2"), fullTime("P2"));
        Seat seat = held.on(NOVEMBER).get(0).seat();
        Team two = with(held, reserve("P1", seat, NOVEMBER, DECEMBER));
        Assignment reserved =
                two.on(NOVEMBER).stream()
                        .filter(a -> a.capacity() == Capacity.RESERVE)
                        .findFirst()
                        .orElseThrow();
        Assignment standIn =
                new Assignment(
                        seat,
                        reserved.candidate(),
                        Capacity.FULL_TIME,
                        new EffectivePeriod(NOVEMBER, NOVEMBER.plusDays(5)));
        Team stood = two.after(accepted(two.substitute(standIn, PersonId.of("P2"), AT)));

        GridRoster roster = GridRoster.of(List.of(stood));
        LocalDate after = NOVEMBER.plusDays(5);
        assertThat(roster.officers(NOVEMBER, Capacity.FULL_TIME))
                .containsExactly(PersonId.of("P1"), PersonId.of("P2"));
        assertThat(roster.officers(NOVEMBER, Capacity.RESERVE)).isEmpty();
        assertThat(roster.officers(after.minusDays(1), Capacity.RESERVE)).isEmpty();
        assertThat(roster.officers(after, Capacity.FULL_TIME)).containsExactly(PersonId.of("P2"));
        assertThat(roster.officers(after, Capacity.RESERVE)).containsExactly(PersonId.of("P1"));
        assertThat(rules(GridRoster.of(List.of(one, two)).composition(NOVEMBER)))
                .doesNotContain("team.full-time-once");
        assertThat(rules(GridRoster.of(List.of(one, stood)).composition(NOVEMBER)))
                .endsWith("team.full-time-once");
        assertThat(rules(GridRoster.of(List.of(one, stood)).composition(NOVEMBER.plusDays(5))))
                .doesNotContain("team.full-time-once");
    }

    @Test
    void warnsOutsideThreeHundredToFiveHundredHouseholdsAndRefusesNothing() {
        HouseholdBounds usual = HouseholdBounds.usual();

        for (int households : new int[] {0, 299, 300, 500, 501, Team.MAX_HOUSEHOLDS}) {
            Team cell = grid("G1");
            Team counted = cell.after(accepted(cell.countHouseholds(households, NOVEMBER, AT)));
            GridRoster roster = GridRoster.of(List.of(counted));

            assertThat(roster.warnings(usual))
                    .hasSize(households < 300 || households > 500 ? 1 : 0);
            assertThat(roster.composition(NOVEMBER).findings())
                    .noneMatch(f -> f.rule().equals(TeamRule.HOUSEHOLDS_USUAL.code()));
        }
        assertThat(refusal(empty.countHouseholds(-1, NOVEMBER, AT)))
                .containsExactly("team.household-count");
        assertThat(refusal(empty.countHouseholds(Team.MAX_HOUSEHOLDS + 1, NOVEMBER, AT)))
                .containsExactly("team.household-count");
    }

    /** The defect: counts and contracts could fill the stream of a team. */
    @Test
    void takesTwoThousandCountsAndAsManyContracts() {
        Team team = empty;
        for (int i = 1; i < Team.MAX_CHANGES; i++) {
            team = team.after(accepted(team.countHouseholds(i, NOVEMBER, AT)));
            team = team.after(accepted(team.recordContract(CONTRACT, AT)));
        }

        team = team.after(accepted(team.countHouseholds(7, NOVEMBER, AT)));
        assertThat(refusal(team.countHouseholds(8, NOVEMBER, AT))).containsExactly("team.changes");
        team = team.after(accepted(team.recordContract(CONTRACT, AT)));
        assertThat(refusal(team.recordContract(CONTRACT, AT))).containsExactly("team.changes");

        assertThat(team.households()).isEqualTo(7);
        assertThat(team.assign(instructor("P1"), AT).isAccepted()).isTrue();
        assertThat(1 + Team.MAX_ASSIGNMENTS + 4 * Team.MAX_CHANGES + Team.MAX_EMPLOYMENTS)
                .as("its forming, its assignments, its changes and its declarations")
                .isLessThan(EventStore.MAX_STREAM_LENGTH);
    }

    private Team full() {
        return with(
                with(with(with(empty, instructor("P1")), seat("P2", LAW)), seat("P3", FINANCE)),
                seat("P4", ENGINEERING));
    }

    private static Team grid(String id) {
        return team(id, TeamPattern.onePlusFourPlusX());
    }

    private static Team team(String id, TeamPattern pattern) {
        return team(id, pattern, List.of(CONTRACT));
    }

    private static Team team(String id, TeamPattern pattern, List<ServiceContract> contracts) {
        return Team.from(List.of(accepted(form(id, pattern, contracts, AT))));
    }

    private static Outcome<TeamEvent.TeamFormed> form(
            String id, TeamPattern pattern, List<ServiceContract> contracts, Instant at) {
        return Team.form(COMMUNITY, TeamId.of(id), pattern, contracts, at);
    }

    private static ServiceContract contract(String reference, LocalDate from, LocalDate until) {
        return new ServiceContract(reference, FIRM, new EffectivePeriod(from, until));
    }

    private static Team with(Team team, Assignment assignment) {
        return team.after(accepted(team.assign(assignment, AT)));
    }

    private static Assignment instructor(String person) {
        return instructor(person, NOVEMBER);
    }

    private static Assignment instructor(String person, LocalDate from) {
        return term(
                assignment(candidate(person, Set.of("镇街副职班子成员"), Set.of(), 0), INSTRUCTOR),
                from,
                LocalDate.MAX);
    }

    private static Assignment fullTime(String person) {
        return new Assignment(
                Seat.in("网格长"),
                candidate(person, Set.of(), Set.of(), 0),
                Capacity.FULL_TIME,
                EffectivePeriod.from(NOVEMBER));
    }

    private static Assignment reserve(String person, Seat seat, LocalDate from, LocalDate until) {
        return new Assignment(
                seat,
                candidate(person, Set.of(), Set.of(), 0),
                Capacity.RESERVE,
                new EffectivePeriod(from, until));
    }

    private static Assignment seat(String person, Seat seat) {
        return assignment(candidate(person, Set.of(), Set.of(), 0), seat);
    }

    private static Assignment assignment(Candidate candidate, Seat seat) {
        return new Assignment(seat, candidate, Capacity.PART_TIME, EffectivePeriod.from(NOVEMBER));
    }

    private static Assignment term(Assignment a, LocalDate from, LocalDate until) {
        return new Assignment(
                a.seat(), a.candidate(), a.capacity(), new EffectivePeriod(from, until));
    }

    private static Candidate candidate(
            String person, Set<String> qualities, Set<PersonId> employers, int elsewhere) {
        TreeSet<CommunityId> communities = new TreeSet<>();
        for (int i = 0; i < elsewhere; i++) {
            communities.add(CommunityId.of("C" + i));
        }
        return new Candidate(
                PersonId.of(person),
                new TreeSet<>(qualities),
                new TreeSet<>(employers),
                communities);
    }

    private static SheetFile table(String... rows) {
        return SheetFile.utf8(
                "pattern.csv",
                ("岗位,最少,最多,兼任小区上限,资格,类别,互斥岗位,独立性,来源,依据\n" + String.join("\n", rows))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void boundsWhatACandidateDeclares() {
        Set<PersonId> employers =
                IntStream.range(0, Candidate.MAX_EMPLOYERS)
                        .mapToObj(i -> PersonId.of("F" + i))
                        .collect(Collectors.toSet());
        Set<PersonId> more =
                Stream.concat(employers.stream(), Stream.of(FIRM)).collect(Collectors.toSet());

        Candidate most = candidate("P1", Set.of(), employers, Candidate.MAX_COMMUNITIES);

        assertThat(most.employers()).hasSize(8);
        assertThat(most.servesElsewhere()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> candidate("P1", Set.of(), more, 0))
                .withMessageContaining("P1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> candidate("P1", Set.of(), Set.of(), Candidate.MAX_COMMUNITIES + 1));
    }

    @Test
    void boundsTheHouseholdsOfACell() {
        Source source = HouseholdBounds.usual().source();

        assertThat(new HouseholdBounds(0, Team.MAX_HOUSEHOLDS, source).least()).isZero();
        assertThat(new HouseholdBounds(300, 300, source).most()).isEqualTo(300);
        for (int[] wrong : new int[][] {{-1, 5}, {301, 300}, {0, Team.MAX_HOUSEHOLDS + 1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HouseholdBounds(wrong[0], wrong[1], source));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'300,300,甲,解读', ''",
        "'301,300,甲,解读', sheet.conflict",
        "'300,500,甲,解读\n300,500,甲,解读', sheet.conflict"
    })
    void readsOneRowOfHouseholdsWhoseLeastIsNotAboveItsMost(String rows, String broken) {
        SheetFile file =
                SheetFile.utf8(
                        "households.csv",
                        ("最少户数,最多户数,来源,依据\n" + rows).getBytes(StandardCharsets.UTF_8));

        String found =
                HouseholdBounds.read(file)
                        .fold(bounds -> "", ruling -> String.join(" ", rules(ruling)));

        assertThat(found).isEqualTo(broken);
    }

    @Test
    void aWarningNamesTheCellAndItsHouseholds() {
        Team cell = grid("G1");
        Team counted = cell.after(accepted(cell.countHouseholds(299, NOVEMBER, AT)));

        assertThat(GridRoster.of(List.of(counted)).warnings(HouseholdBounds.usual()))
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.rule()).isEqualTo(TeamRule.HOUSEHOLDS_USUAL.code());
                            assertThat(warning.evidence()).containsValue("299");
                        });
    }

    /** The defect: a cell that nobody had counted was told as one of 0 households. */
    @Test
    void aCellThatNobodyCountedIsOfNoKnownSize() {
        Team cell = grid("G1");
        Team counted = cell.after(accepted(cell.countHouseholds(0, NOVEMBER, AT)));
        HouseholdBounds any =
                new HouseholdBounds(0, Team.MAX_HOUSEHOLDS, HouseholdBounds.usual().source());

        for (HouseholdBounds bounds : List.of(HouseholdBounds.usual(), any)) {
            RuleCheck open = bounds.judge(cell);

            assertThat(open.verdict()).isEqualTo(Verdict.UNDETERMINED);
            assertThat(open.evidence()).containsEntry("households", "NOT_COUNTED");
            assertThat(GridRoster.of(List.of(cell)).warnings(bounds)).containsExactly(open);
            assertThat(RuleTexts.governance(Language.EN).render(open))
                    .startsWith("? Households of cell G1: not counted yet; ");
            assertThat(RuleTexts.governance(Language.ZH_CN).render(open))
                    .startsWith("? 网格G1户数：尚未清点；");
        }
        assertThat(HouseholdBounds.usual().judge(counted).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(RuleTexts.governance(Language.EN).render(HouseholdBounds.usual().judge(counted)))
                .startsWith("✘ Households of cell G1: 0; 300 to 500 are usual");
        assertThat(any.judge(counted).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aRosterHasAThousandCellsAtMost() {
        List<Team> most =
                IntStream.range(0, GridRoster.MAX_CELLS).mapToObj(i -> grid("G" + i)).toList();
        List<Team> more = Stream.concat(most.stream(), Stream.of(grid("G-x"))).toList();

        assertThat(GridRoster.of(most).vacancies(NOVEMBER)).hasSize(5 * GridRoster.MAX_CELLS);
        assertThatIllegalArgumentException().isThrownBy(() -> GridRoster.of(more));
        assertThatIllegalArgumentException().isThrownBy(() -> GridRoster.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GridRoster.of(List.of(most.get(0), most.get(0))));
    }

    @Test
    void takesAQualityThatTheSlotAsksForAndNoOther() {
        Candidate retired = candidate("P1", Set.of("退休党员"), Set.of(), 0);

        assertThat(refusal(empty.assign(assignment(retired, INSTRUCTOR), AT)))
                .containsExactly("team.eligible");
        assertThat(empty.assign(assignment(retired, Seat.in("志愿者")), AT).isAccepted()).isTrue();
    }

    @Test
    void countsTheCommunitiesThatThePersonServesAndNobodyElses() {
        Team elsewhere =
                Team.from(
                        List.of(
                                accepted(
                                        Team.form(
                                                CommunityId.of("DONGYUAN"),
                                                TeamId.of("T9"),
                                                TeamPattern.onePlusThreePlusN(),
                                                List.of(),
                                                AT))));
        Team served = with(elsewhere, instructor("P1"));

        assertThat(servesElsewhere(instructor("P1"), served))
                .containsExactly(CommunityId.of("DONGYUAN"));
        assertThat(servesElsewhere(instructor("P2"), served)).isEmpty();
        assertThat(servesElsewhere(seat("P1", LAW), served)).as("in another slot").isEmpty();
    }

    private Set<CommunityId> servesElsewhere(Assignment assignment, Team other) {
        TeamEvent assigned = accepted(empty.assign(assignment, List.of(other), AT));
        return ((TeamEvent.MemberAssigned) assigned).assignment().candidate().servesElsewhere();
    }

    @Test
    void refusesAPatternThatExcludesASlotItDoesNotHave() {
        List<Slot> slots = TeamPattern.onePlusThreePlusN().slots();
        List<Slot> one = slots.stream().filter(s -> !s.id().equals("志愿者")).toList();

        assertThat(new TeamPattern("甲", slots).slots()).hasSize(3);
        assertThat(one.stream().flatMap(s -> s.admission().exclusiveWith().stream()))
                .contains("志愿者");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TeamPattern("甲", one))
                .withMessageContaining("unknown");
    }

    @Test
    void takesNoNameAndNoSourceThatCannotBeRead() {
        for (String wrong : List.of("", " ", "甲\n", "\ud800", "长".repeat(201))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TeamPattern(wrong, empty.pattern().slots()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Source(wrong, Standing.INTERPRETATION));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> candidate("P1", Set.of(wrong), Set.of(), 0));
        }
        assertThat(new Source("长".repeat(200), Standing.INTERPRETATION).document()).hasSize(200);
        assertThat(
                        rules(
                                refused(
                                        TeamPattern.read(
                                                "甲",
                                                table(
                                                        "甲岗,1,1,,,,,不限,"
                                                                + "长".repeat(201)
                                                                + ",解读")))))
                .containsExactly(SheetRule.RANGE.code().value());
    }

    @Test
    void twoTeamsAreOneOnlyWithOneHistory() {
        assertThat(full()).isEqualTo(full()).isNotEqualTo(empty).hasSameHashCodeAs(full());
        assertThat(empty).isNotEqualTo(team("T2", TeamPattern.onePlusThreePlusN()));
        assertThat(with(full(), reserve("P8", LAW, NOVEMBER, DECEMBER))).isNotEqualTo(full());
    }
}
