package io.github.xinyi.governance.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.checkin.CheckInEvent.MemberCheckedIn;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberMoved;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberWithdrawn;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemCompleted;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemRegistered;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemReopened;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceTimeRecorded;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamDissolved;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
import io.github.xinyi.governance.checkin.CheckInEvent.UnitCheckedIn;
import io.github.xinyi.governance.checkin.CheckInEvent.UnitWithdrawn;
import io.github.xinyi.governance.checkin.CheckInEvent.VolunteerJoined;
import io.github.xinyi.governance.checkin.CheckInEvent.VolunteerLeft;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.OrganizationId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Words;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInRegisterTest {

    private static final CommunityId DISTRICT = CommunityId.of("D1");
    private static final CommunityId C1 = CommunityId.of("C1");
    private static final CommunityId C2 = CommunityId.of("C2");
    private static final LocalDate JUNE_1 = LocalDate.of(2025, 6, 1);
    private static final YearMonth JUNE = YearMonth.of(2025, 6);
    private static final Instant JULY_1 = Instant.parse("2025-06-30T16:00:00Z");
    private static final Instant LATER = moment(JUNE_1.plusYears(1), 0, 0);
    private static final PersonId ANNA = PersonId.of("PM1");
    private static final VolunteerTeamId Q1 = VolunteerTeamId.of("Q1");
    private static final VolunteerTeamId Q2 = VolunteerTeamId.of("Q2");
    private static final ServiceItemId F1 = ServiceItemId.of("F1");
    private static final ServiceItemId F2 = ServiceItemId.of("F2");
    private static final ServiceKind PIPES = new ServiceKind("管道问题");
    private static final Wording TEXT = new Wording("三单元张三家水管");

    @Test
    void nobodyChecksInTwiceOrAtTwoCommunities() {
        CheckInRegister register = CheckInRegister.from(DISTRICT, List.of(in(ANNA, C1, JUNE_1)));

        assertThat(against(register, in(ANNA, C1, JUNE_1.plusDays(1))))
                .containsExactly(CheckInRule.ONE_PLACE);
        assertThat(against(register, in(ANNA, C2, JUNE_1.plusDays(1))))
                .containsExactly(CheckInRule.ONE_PLACE);
        assertThat(register.membersOn(JUNE_1.minusDays(1))).isEmpty();
        assertThat(register.membersOn(JUNE_1)).containsOnlyKeys(ANNA);
    }

    @Test
    void whoeverMovesCountsOnceOnEveryDay() {
        LocalDate moved = JUNE_1.plusDays(10);
        CheckInRegister register =
                CheckInRegister.from(
                        DISTRICT,
                        List.of(
                                in(ANNA, C1, JUNE_1),
                                new MemberMoved(DISTRICT, C2, ANNA, moved, LATER)));

        assertThat(register.membersOn(moved.minusDays(1))).containsEntry(ANNA, C1).hasSize(1);
        assertThat(register.membersOn(moved)).containsEntry(ANNA, C2).hasSize(1);
        assertThat(against(register, new MemberMoved(DISTRICT, C2, ANNA, moved.plusDays(1), LATER)))
                .containsExactly(CheckInRule.MOVES);
        assertThat(against(register, new MemberMoved(DISTRICT, C1, ANNA, moved, LATER)))
                .containsExactly(CheckInRule.AFTER_START);
        assertThat(
                        against(
                                register,
                                new MemberMoved(DISTRICT, C1, PersonId.of("PM2"), moved, LATER)))
                .containsExactly(CheckInRule.MOVES);
    }

    @Test
    void whoeverWithdrewMayCheckInAgainFromThatDayOn() {
        LocalDate out = JUNE_1.plusDays(5);
        CheckInRegister register = CheckInRegister.from(DISTRICT, List.of(in(ANNA, C1, JUNE_1)));

        assertThat(against(register, new MemberWithdrawn(DISTRICT, C2, ANNA, out, LATER)))
                .containsExactly(CheckInRule.CHECKED_IN);
        assertThat(against(register, new MemberWithdrawn(DISTRICT, C1, ANNA, JUNE_1, LATER)))
                .containsExactly(CheckInRule.AFTER_START);
        register = register.after(new MemberWithdrawn(DISTRICT, C1, ANNA, out, LATER));
        assertThat(register.membersOn(out)).isEmpty();
        assertThat(against(register, in(ANNA, C2, out.minusDays(1))))
                .containsExactly(CheckInRule.ONE_PLACE);
        assertThat(against(register, in(ANNA, C2, out))).isEmpty();
    }

    @Test
    void unitsCheckInLikeMembers() {
        OrganizationId unit = OrganizationId.of("ORG1");
        UnitCheckedIn in = new UnitCheckedIn(DISTRICT, C1, unit, JUNE_1, LATER);
        CheckInRegister register = CheckInRegister.from(DISTRICT, List.of(in));

        assertThat(against(register, in)).containsExactly(CheckInRule.ONE_PLACE);
        register = register.after(new UnitWithdrawn(DISTRICT, C1, unit, JUNE_1.plusDays(1), LATER));
        assertThat(register.unitsOn(JUNE_1)).containsEntry(unit, C1);
        assertThat(register.unitsOn(JUNE_1.plusDays(1))).isEmpty();
    }

    @Test
    void nothingIsRecordedAheadOfItsDay() {
        Instant today = moment(JUNE_1, 23, 59);

        assertThat(
                        against(
                                CheckInRegister.from(DISTRICT, List.of()),
                                new MemberCheckedIn(DISTRICT, C1, ANNA, JUNE_1.plusDays(1), today)))
                .containsExactly(CheckInRule.DAY);
        assertThat(
                        against(
                                CheckInRegister.from(DISTRICT, List.of()),
                                new MemberCheckedIn(DISTRICT, C1, ANNA, JUNE_1, today)))
                .isEmpty();
    }

    @Test
    void aTeamHasItsVolunteersByTheDayAndIsDissolvedOnce() {
        CheckInRegister register = working();
        LocalDate left = JUNE_1.plusDays(3);

        assertThat(against(register, new VolunteerJoined(DISTRICT, C1, Q1, ANNA, left, LATER)))
                .containsExactly(CheckInRule.JOINS_ONCE);
        register = register.after(new VolunteerLeft(DISTRICT, C1, Q1, ANNA, left, LATER));
        assertThat(volunteers(register, left.minusDays(1))).containsExactly(ANNA);
        assertThat(volunteers(register, left)).isEmpty();
        assertThat(against(register, new VolunteerLeft(DISTRICT, C1, Q1, ANNA, left, LATER)))
                .containsExactly(CheckInRule.BELONGS);

        TeamDissolved gone = new TeamDissolved(DISTRICT, C1, Q1, JUNE_1.plusDays(9), LATER);
        register = register.after(gone);
        assertThat(register.teamsOn(JUNE_1.plusDays(8))).hasSize(2);
        assertThat(register.teamsOn(JUNE_1.plusDays(9))).hasSize(1);
        assertThat(
                        against(
                                register,
                                new TeamDissolved(DISTRICT, C1, Q1, JUNE_1.plusDays(5), LATER)))
                .containsExactly(CheckInRule.ONGOING);
    }

    @Test
    void nothingIsRecordedOfATeamOrItemThatIsNotKnown() {
        VolunteerTeamId noTeam = VolunteerTeamId.of("Q9");
        ServiceItemId noItem = ServiceItemId.of("F9");

        for (CheckInEvent unknown :
                List.of(
                        new VolunteerJoined(DISTRICT, C1, noTeam, ANNA, JUNE_1, LATER),
                        new TeamDissolved(DISTRICT, C1, noTeam, JUNE_1, LATER),
                        new ServiceItemRegistered(
                                DISTRICT, C1, noItem, PIPES, TEXT, noTeam, JUNE_1, LATER),
                        new ServiceItemCompleted(DISTRICT, C1, noItem, JUNE_1, LATER))) {
            assertThat(against(working(), unknown))
                    .as(unknown.toString())
                    .containsExactly(CheckInRule.KNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false", "8, false", "9, true", "10, true"})
    void aTeamIsJoinedOnTheDaysOnWhichItExists(int day, boolean refused) {
        CheckInRegister register =
                working().after(new TeamDissolved(DISTRICT, C1, Q1, JUNE_1.plusDays(9), LATER));
        PersonId bert = PersonId.of("PM2");
        VolunteerJoined joined =
                new VolunteerJoined(DISTRICT, C1, Q1, bert, JUNE_1.plusDays(day), LATER);

        assertThat(against(register, joined))
                .isEqualTo(refused ? Set.of(CheckInRule.TEAM_EXISTS) : Set.of());
    }

    @Test
    void anItemSolvedReopenedAndSolvedAgainCountsOnce() {
        CheckInRegister register = working();
        LocalDate again = JUNE_1.plusDays(4);

        assertThat(
                        against(
                                register,
                                new ServiceItemReopened(DISTRICT, C1, F1, TEXT, JUNE_1, LATER)))
                .containsExactly(CheckInRule.SOLVED);
        register =
                register.after(
                        new ServiceItemCompleted(DISTRICT, C1, F1, JUNE_1.plusDays(2), LATER));
        assertThat(against(register, new ServiceItemCompleted(DISTRICT, C1, F1, again, LATER)))
                .containsExactly(CheckInRule.OPEN);
        assertThat(
                        against(
                                register,
                                new ServiceItemReopened(DISTRICT, C2, F1, TEXT, JUNE_1, LATER)))
                .containsExactly(CheckInRule.COMMUNITY, CheckInRule.ITEM_ORDER);
        register =
                register.after(
                        new ServiceItemReopened(DISTRICT, C1, F1, TEXT, JUNE_1.plusDays(3), LATER));
        assertThat(register.solved(PIPES, JUNE_1.plusDays(2))).hasSize(1);
        assertThat(register.solved(PIPES, JUNE_1.plusDays(3))).isEmpty();
        register = register.after(new ServiceItemCompleted(DISTRICT, C1, F1, again, LATER));
        assertThat(register.solved(PIPES, again)).hasSize(1);
    }

    @Test
    void nobodyWorksInTwoTeamsAtOneTime() {
        CheckInRegister register = working().after(work(Q1, F1, 9, 0, 10, 30));

        assertThat(register.minutes(ANNA)).isEqualTo(90);
        assertThat(register.minutes(Q1)).isEqualTo(90);
        assertThat(against(register, work(Q2, F2, 10, 29, 11, 0)))
                .containsExactly(CheckInRule.NO_OVERLAP);
        assertThat(against(register, work(Q2, F2, 8, 0, 9, 1)))
                .containsExactly(CheckInRule.NO_OVERLAP);
        assertThat(against(register, work(Q2, F2, 8, 0, 11, 0)))
                .containsExactly(CheckInRule.NO_OVERLAP);
        assertThat(against(register, work(Q2, F2, 9, 30, 9, 40)))
                .containsExactly(CheckInRule.NO_OVERLAP);
        assertThat(against(register, work(Q2, F2, 10, 30, 11, 0))).isEmpty();
        assertThat(against(register, work(Q2, F2, 8, 0, 9, 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "1440, false", "1441, true"})
    void timeIsOneMinuteToADay(long minutes, boolean refused) {
        Instant start = moment(JUNE_1.plusDays(1), 0, 0);
        ServiceTimeRecorded time =
                new ServiceTimeRecorded(
                        DISTRICT, C1, Q1, ANNA, F1, start, start.plusSeconds(minutes * 60), LATER);

        assertThat(against(working(), time).contains(CheckInRule.MINUTES)).isEqualTo(refused);
    }

    @Test
    void timeIsWholeMinutesThatHavePassedOfAVolunteerOfTheTeamOnItsItem() {
        Instant start = moment(JUNE_1.plusDays(1), 9, 0);
        ServiceTimeRecorded odd =
                new ServiceTimeRecorded(
                        DISTRICT, C1, Q1, ANNA, F1, start, start.plusSeconds(90), LATER);
        ServiceTimeRecorded ahead =
                new ServiceTimeRecorded(
                        DISTRICT,
                        C1,
                        Q1,
                        ANNA,
                        F1,
                        start,
                        start.plusSeconds(120),
                        start.plusSeconds(60));
        ServiceTimeRecorded stranger =
                new ServiceTimeRecorded(
                        DISTRICT,
                        C2,
                        Q1,
                        PersonId.of("X"),
                        F2,
                        start,
                        start.plusSeconds(60),
                        LATER);

        assertThat(against(working(), odd)).containsExactly(CheckInRule.MINUTES);
        assertThat(against(working(), ahead)).containsExactly(CheckInRule.MINUTES);
        assertThat(against(working(), stranger))
                .containsExactly(
                        CheckInRule.BELONGS, CheckInRule.COMMUNITY, CheckInRule.ITEM_OF_TEAM);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true", "6, true"})
    void noViewShowsAGroupOfFewerThanFive(int smallest, boolean accepted) {
        assertThat(working().publicView(JUNE, smallest, JULY_1).isAccepted()).isEqualTo(accepted);
    }

    @Test
    void noViewShowsAMonthThatIsNotOver() {
        Instant before = JULY_1.minusMillis(1);

        assertThat(working().publicView(JUNE, 5, JULY_1).isAccepted()).isTrue();
        assertThat(codes(working().publicView(JUNE, 4, before)))
                .containsExactly("checkin.smallest-group", "checkin.month-over");
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 600", "6, 720"})
    void theTimeOfAMonthIsShownFromFiveWhoWorkedOn(int workers, long minutes) {
        CheckInRegister register = team(workers, 6);

        assertThat(register.minutes(Q1)).isEqualTo(120L * workers + 60);
        assertThat(register.minutes(Q1, JUNE)).isEqualTo(120L * workers);
        assertThat(register.minutes(Q1, JUNE.minusMonths(1))).isEqualTo(60);
        assertThat(view(register, 5).shownTeams())
                .containsExactly(new PublicCheckIns.TeamFigures(Q1, 6, minutes));
    }

    /** In June so many worked two hours each, on the last day of May one an hour till midnight. */
    private static CheckInRegister team(int workers, int volunteers) {
        LocalDate may31 = JUNE_1.minusDays(1);
        List<CheckInEvent> history = new ArrayList<>();
        history.add(new TeamFounded(DISTRICT, C1, Q1, TEXT, may31, LATER));
        history.add(new ServiceItemRegistered(DISTRICT, C1, F1, PIPES, TEXT, Q1, may31, LATER));
        for (int i = 0; i < volunteers; i++) {
            history.add(new VolunteerJoined(DISTRICT, C1, Q1, PersonId.of("V" + i), may31, LATER));
        }
        history.add(time("V0", moment(may31, 23, 0), 3_600));
        for (int i = 0; i < workers; i++) {
            history.add(time("V" + i, moment(JUNE_1, 0, 0), 7_200));
        }
        return CheckInRegister.from(DISTRICT, history);
    }

    private static ServiceTimeRecorded time(String volunteer, Instant from, long seconds) {
        return new ServiceTimeRecorded(
                DISTRICT,
                C1,
                Q1,
                PersonId.of(volunteer),
                F1,
                from,
                from.plusSeconds(seconds),
                LATER);
    }

    @Test
    void nothingIsAcceptedThatNoStoreKeeps() {
        CheckInEvent fine = new MemberCheckedIn(DISTRICT, C1, ANNA, JUNE_1, LATER.plusNanos(1_000));
        CheckInEvent finer = new MemberCheckedIn(DISTRICT, C1, ANNA, JUNE_1, LATER.plusNanos(1));
        CheckInRegister empty = CheckInRegister.from(DISTRICT, List.of());

        assertThat(empty.propose(fine).isAccepted()).isTrue();
        assertThat(codes(empty.propose(finer))).containsExactly("event.storable");
        assertThatIllegalArgumentException().isThrownBy(() -> empty.after(finer));
    }

    @Test
    void anEventOfAnotherDistrictIsRefusedAndNotReplayed() {
        CheckInEvent foreign = new MemberCheckedIn(CommunityId.of("D2"), C1, ANNA, JUNE_1, LATER);
        CheckInRegister empty = CheckInRegister.from(DISTRICT, List.of());

        assertThat(against(empty, foreign)).containsExactly(CheckInRule.DISTRICT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckInRegister.from(DISTRICT, List.of(foreign)));
    }

    @Test
    void aRegisterHasNoMoreEventsThanAStreamOfAStoreKeeps() {
        List<CheckInEvent> history = new ArrayList<>();
        for (int i = 0; i < CheckInRegister.MAX_EVENTS; i++) {
            history.add(in(PersonId.of("PM-" + i), C1, JUNE_1));
        }
        CheckInRegister full = CheckInRegister.from(DISTRICT, history);
        CheckInRegister almost =
                CheckInRegister.from(DISTRICT, history.subList(0, history.size() - 1));

        assertThat(CheckInRegister.MAX_EVENTS).isEqualTo(EventStore.MAX_STREAM_LENGTH);
        assertThat(against(almost, in(ANNA, C1, JUNE_1))).isEmpty();
        assertThat(against(full, in(ANNA, C1, JUNE_1))).containsExactly(CheckInRule.LIMIT);
        assertThatIllegalArgumentException().isThrownBy(() -> full.after(in(ANNA, C1, JUNE_1)));
    }

    @Test
    void anItemCanAlwaysBeSolvedHoweverOftenItWasReopened() {
        CheckInRegister register = working();
        ServiceItemCompleted done = new ServiceItemCompleted(DISTRICT, C1, F1, JUNE_1, LATER);
        ServiceItemReopened again = new ServiceItemReopened(DISTRICT, C1, F1, TEXT, JUNE_1, LATER);
        for (int i = 0; i < 49; i++) {
            register = register.after(done).after(again);
        }
        CheckInRegister solved = register.after(done);

        assertThat(solved.items().values())
                .extracting(item -> item.turns().size())
                .containsExactly(ServiceItem.MAX_TURNS - 1, 0);
        assertThat(against(solved, again)).containsExactly(CheckInRule.LIMIT);
    }

    @Test
    void aFullTeamTakesBackWhoeverLeftItAndNobodyElse() {
        List<CheckInEvent> history = new ArrayList<>();
        history.add(new TeamFounded(DISTRICT, C1, Q1, TEXT, JUNE_1, LATER));
        for (int i = 0; i < VolunteerTeam.MAX_VOLUNTEERS; i++) {
            history.add(new VolunteerJoined(DISTRICT, C1, Q1, PersonId.of("V" + i), JUNE_1, LATER));
        }
        LocalDate next = JUNE_1.plusDays(1);
        history.add(new VolunteerLeft(DISTRICT, C1, Q1, PersonId.of("V0"), next, LATER));
        CheckInRegister full = CheckInRegister.from(DISTRICT, history);

        assertThat(
                        against(
                                full,
                                new VolunteerJoined(
                                        DISTRICT, C1, Q1, PersonId.of("V0"), next, LATER)))
                .isEmpty();
        assertThat(against(full, new VolunteerJoined(DISTRICT, C1, Q1, ANNA, next, LATER)))
                .containsExactly(CheckInRule.LIMIT);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.fold(
                accepted -> List.of(),
                ruling ->
                        Words.told(ruling).notMet().stream()
                                .map(Finding::rule)
                                .map(Object::toString)
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1", "6, 1"})
    void aTeamIsShownFromFiveVolunteersOn(int volunteers, int shown) {
        List<CheckInEvent> history = new ArrayList<>();
        history.add(new TeamFounded(DISTRICT, C1, Q1, TEXT, JUNE_1, LATER));
        for (int i = 0; i < volunteers; i++) {
            history.add(new VolunteerJoined(DISTRICT, C1, Q1, PersonId.of("V" + i), JUNE_1, LATER));
        }

        PublicCheckIns view = view(CheckInRegister.from(DISTRICT, history), 5);

        assertThat(view.teams()).isEqualTo(1);
        assertThat(view.shownTeams()).hasSize(shown);
    }

    @Test
    void aHiddenCommunityCannotBeFoundBySubtraction() {
        List<CheckInEvent> history = new ArrayList<>();
        int[] sizes = {3, 6, 9, 20};
        for (int c = 0; c < sizes.length; c++) {
            for (int i = 0; i < sizes[c]; i++) {
                history.add(in(PersonId.of("P" + c + "-" + i), CommunityId.of("C" + c), JUNE_1));
            }
        }

        PublicCheckIns view = view(CheckInRegister.from(DISTRICT, history), 5);

        assertThat(view.members()).isEqualTo(38);
        assertThat(view.membersByCommunity())
                .containsOnlyKeys(CommunityId.of("C2"), CommunityId.of("C3"));
    }

    @Test
    void thePublicViewNamesNoPersonAndQuotesNoText() {
        assertThat(view(working(), 5).toString()).doesNotContain("PM1", "张三", "Wording");
    }

    @Test
    void aKindOfServiceIsOneWordOfTwentyCharacters() {
        assertThat(new ServiceKind("一".repeat(20)).value()).hasSize(20);
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceKind("一".repeat(21)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceKind(""));
    }

    private static CheckInRegister working() {
        return CheckInRegister.from(
                DISTRICT,
                List.of(
                        in(ANNA, C1, JUNE_1),
                        new TeamFounded(DISTRICT, C1, Q1, TEXT, JUNE_1, LATER),
                        new TeamFounded(DISTRICT, C1, Q2, TEXT, JUNE_1, LATER),
                        new VolunteerJoined(DISTRICT, C1, Q1, ANNA, JUNE_1, LATER),
                        new VolunteerJoined(DISTRICT, C1, Q2, ANNA, JUNE_1, LATER),
                        new ServiceItemRegistered(DISTRICT, C1, F1, PIPES, TEXT, Q1, JUNE_1, LATER),
                        new ServiceItemRegistered(
                                DISTRICT, C1, F2, PIPES, TEXT, Q2, JUNE_1, LATER)));
    }

    private static MemberCheckedIn in(PersonId member, CommunityId community, LocalDate day) {
        return new MemberCheckedIn(DISTRICT, community, member, day, LATER);
    }

    private static ServiceTimeRecorded work(
            VolunteerTeamId team, ServiceItemId item, int hour, int minute, int toHour, int to) {
        LocalDate day = JUNE_1.plusDays(1);
        return new ServiceTimeRecorded(
                DISTRICT,
                C1,
                team,
                ANNA,
                item,
                moment(day, hour, minute),
                moment(day, toHour, to),
                LATER);
    }

    /**
     * Personal Information Protection Law art. 25: ten or twelve digits are no number of anybody.
     */
    @ParameterizedTest
    @CsvSource({
        "1380000000, true",
        "13800000000, false",
        "8613800000000, false",
        "138000000000, true",
        "水管13800000000, false",
        "水管057187654321, false",
        "水管20240512, true",
        "62010119800101123, true",
        "620101198001011234, false",
        "6201011980010112345, true"
    })
    void noKindOfServiceShowsATelephoneOrIdentityNumber(String kind, boolean isTaken) {
        CheckInRegister founded =
                CheckInRegister.from(
                        DISTRICT, List.of(new TeamFounded(DISTRICT, C1, Q1, TEXT, JUNE_1, LATER)));
        ServiceItemRegistered item =
                new ServiceItemRegistered(
                        DISTRICT, C1, F1, new ServiceKind(kind), TEXT, Q1, JUNE_1, LATER);

        assertThat(against(founded, item))
                .isEqualTo(isTaken ? Set.of() : Set.of(CheckInRule.PUBLIC_KIND));
        CheckInRegister kept =
                founded.after(item)
                        .after(new ServiceItemCompleted(DISTRICT, C1, F1, JUNE_1, LATER));
        assertThat(view(kept, 5).toString().contains(kind)).isEqualTo(isTaken);
        assertThat(view(kept, 5).solvedByKind().values()).containsExactly(1);
    }

    private static Set<PersonId> volunteers(CheckInRegister register, LocalDate day) {
        return register.teamsOn(day).get(0).volunteersOn(day);
    }

    private static PublicCheckIns view(CheckInRegister register, int smallest) {
        return register.publicView(JUNE, smallest, JULY_1)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    static Set<CheckInRule> against(CheckInRegister register, CheckInEvent event) {
        Outcome<CheckInEvent> outcome = register.propose(event);
        Ruling ruling = outcome.fold(a -> Ruling.of(CheckInRule.NEW.check(true)), r -> r);
        return Arrays.stream(CheckInRule.values())
                .filter(rule -> ruling.refuses(rule.code()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Instant moment(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(Meeting.ZONE).toInstant();
    }
}
