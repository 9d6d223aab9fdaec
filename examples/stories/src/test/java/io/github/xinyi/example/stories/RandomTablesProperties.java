package io.github.xinyi.example.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.deliberation.BodyCount;
import io.github.xinyi.governance.deliberation.Paper;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.Stage;
import io.github.xinyi.governance.deliberation.StageReport;
import io.github.xinyi.governance.deliberation.UrgentRepair;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.locality.Locality;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.Candidate;
import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamEvent;
import io.github.xinyi.governance.team.TeamPattern;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * What the tables of a place drawn at random ask is what is judged, told from the drawn cells
 * alone: days, matters, and posts that exclude each other.
 */
class RandomTablesProperties {

    private static final Homes HOMES = Homes.of("random-1", 1, 2);
    private static final LocalDate OPENED = LocalDate.of(2025, 3, 3);
    private static final HolidayCalendar WEEKENDS =
            new HolidayCalendar(EffectivePeriod.from(OPENED), new TreeSet<>(), new TreeSet<>());

    /** A vote is open for four days, and opens on the day after the stage before. */
    private static final int LEAST_FOR_A_VOTE = 5;

    private static final Procedure.Display DISPLAY =
            new Procedure.Display("公告栏", Scan.of("公告").sha256());
    private static final UrgentRepair REPAIR =
            new UrgentRepair(
                    UrgentRepair.Applicant.OWNERS_COMMITTEE, "电梯坠落", Scan.of("险情").sha256());
    private static final String EARLY = "deliberation.least-days";
    private static final String EXCLUSIVE = "team.slots-exclusive";

    /** A stage of a procedure as its table has it. */
    private record Row(Map<String, String> cells) {

        String id() {
            return cell("环节");
        }

        String kind() {
            return cell("类型");
        }

        int leastDays() {
            return Integer.parseInt(cell("至少天数"));
        }

        int withinDays() {
            return Integer.parseInt(cell("期限天数"));
        }

        int daysToMakeUp() {
            return Integer.parseInt(cell("补办天数"));
        }

        boolean isFor(Matter matter) {
            List<String> items = List.of(cell("适用事项").split(";", -1));
            return cell("适用事项").isEmpty() || items.contains(String.valueOf(matter.item()));
        }

        private String cell(String head) {
            return Objects.requireNonNull(cells.get(head), head);
        }
    }

    /** One procedure gone through day by day; what was judged on the way is counted. */
    private static final class Walk {

        private final Random random;
        private final Map<String, Integer> judged;
        private final OwnersVote votes = new OwnersVote(Stores.inMemory(), HOMES);
        private final Map<String, LocalDate> late = new TreeMap<>();
        private final Map<String, LocalDate> hanging = new TreeMap<>();
        private final List<Row> rows;
        private LocalDate before = OPENED;
        private LocalDate today = OPENED;
        private Procedure state;

        Walk(Random random, Map<String, Integer> judged) {
            RandomPlace drawn = RandomPlace.ofAnyDays(random);
            Locality place = drawn.read();
            Matter matter = any(List.of(Matter.values()), random);
            this.random = random;
            this.judged = judged;
            this.rows = drawn.stages().stream().map(Row::new).filter(r -> r.isFor(matter)).toList();
            this.state =
                    Procedure.from(
                            List.of(
                                    Outcomes.accepted(
                                            Procedure.open(place.procedure(), opening(matter)))));
        }

        void goThrough() {
            assertThat(state.stages()).extracting(Stage::id).isEqualTo(ids(rows));
            for (Row row : rows) {
                if (row.kind().equals("实施") || random.nextBoolean()) {
                    takeDown();
                }
                take(row);
            }
            takeDown();
            assertThat(state.status()).isEqualTo(Procedure.Status.COMPLETED);
            assertThat(state.late(today, WEEKENDS))
                    .extracting(Stage::id)
                    .containsExactlyInAnyOrderElementsOf(late.keySet());
        }

        /** A day too early if nothing newer is in the way, and on its day, or later. */
        private void take(Row row) {
            boolean vote = row.kind().equals("业主表决");
            int asked = row.kind().equals("公开") ? 0 : row.leastDays();
            LocalDate first = before.plusDays(vote ? Math.max(asked, LEAST_FOR_A_VOTE) : asked);
            LocalDate early = before.plusDays(asked - 1);
            if (asked > (vote ? LEAST_FOR_A_VOTE : 0) && !early.isBefore(today)) {
                assertThat(refusals(attempt(row, early))).containsExactly(EARLY);
                count("early " + row.kind());
                count(asked == Stage.MAX_DAYS ? "early after the most days" : "early");
            }
            LocalDate due = dueOn(row);
            Stage stage = state.next().orElseThrow();
            assertThat(state.deadline(stage, WEEKENDS).map(Deadline::lastDay))
                    .isEqualTo(Optional.of(due).filter(day -> row.withinDays() > 0));
            LocalDate day = any(List.of(first, due, due.plusDays(1)), random);
            day = day.isBefore(first) ? first : day;
            day = day.isBefore(today) ? today : day;
            boolean over = row.withinDays() > 0 && day.isAfter(due);
            assertThat(state.late(day, WEEKENDS).contains(stage)).isEqualTo(over);
            state = state.after(Outcomes.accepted(attempt(row, day)));
            count((over ? "late " : row.withinDays() > 0 ? "in time " : "any time ") + row.kind());
            if (row.withinDays() > 0 && day.equals(due)) {
                count("on the last day");
            } else if (over && day.equals(due.plusDays(1))) {
                count("on the day after the last");
            }
            if (over) {
                late.put(row.id(), day);
            }
            if (row.kind().equals("公开")) {
                hanging.put(row.id(), day);
            }
            before = day;
            today = day;
        }

        private LocalDate dueOn(Row row) {
            return workday(before.plusDays(row.withinDays()));
        }

        private void takeDown() {
            for (Row row : rows) {
                LocalDate from = hanging.remove(row.id());
                if (from == null) {
                    continue;
                }
                LocalDate down = from.plusDays(row.leastDays());
                LocalDate early = down.minusDays(1);
                if (row.leastDays() > 0 && !early.isBefore(today)) {
                    assertThat(refusals(state.takeDown(row.id(), evening(early))))
                            .containsExactly(EARLY);
                    count("early down");
                }
                today = down.isBefore(today) ? today : down;
                state = state.after(Outcomes.accepted(state.takeDown(row.id(), evening(today))));
            }
        }

        private Outcome<ProcedureEvent> attempt(Row row, LocalDate day) {
            Stage stage = stage(row.id());
            String actor = stage.actors().get(0);
            return switch (row.kind()) {
                case "业主表决" -> state.resolve(row.id(), resolution(day), evening(day));
                case "公开" -> state.post(row.id(), actor, DISPLAY, evening(day));
                default -> state.take(row.id(), report(stage), evening(day));
            };
        }

        private Stage stage(String id) {
            return state.stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
        }

        private Resolution resolution(LocalDate closes) {
            Meeting meeting =
                    OwnersVote.meeting(
                            HOMES.community(), "OM-" + closes, closes.minusDays(4), state.motion());
            return votes.hold(meeting, HOMES.size(), 0)
                    .motion(state.motion().id())
                    .resolution()
                    .orElseThrow();
        }

        private void count(String what) {
            judged.merge(what, 1, Integer::sum);
        }
    }

    /** A last day that is no working day becomes the next one that is (Civil Code art. 203). */
    private static LocalDate workday(LocalDate day) {
        LocalDate due = day;
        while (due.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            due = due.plusDays(1);
        }
        return due;
    }

    private static Procedure.Opening opening(Matter matter) {
        return new Procedure.Opening(
                ProcedureId.of("P-1"), HOMES.community(), motion(matter), evening(OPENED));
    }

    private static Motion motion(Matter matter) {
        return new Motion(MotionId.of("M1"), matter, "表决事项");
    }

    private static StageReport report(Stage stage) {
        List<Paper> papers =
                stage.papers().stream().map(kind -> Scan.of(kind.label()).as(kind)).toList();
        BodyCount all = new BodyCount(3, 3, 3);
        return new StageReport(
                stage.actors().get(0),
                papers,
                stage.kind() == Stage.Kind.BODY ? all : BodyCount.NONE,
                PersonId.of("clerk"));
    }

    private static Instant evening(LocalDate day) {
        return day.atTime(19, 0).atZone(Meeting.ZONE).toInstant();
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** The rules in the way; nothing if there are none. */
    private static List<String> refusals(Outcome<?> outcome) {
        return outcome.fold(
                done -> List.of(),
                ruling -> ruling.notMet().stream().map(f -> f.rule().value()).toList());
    }

    /** 至少天数 and 期限天数: a day early is refused, and the day after the last is late. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aStepIsTakenOnTheFirstDayThatItsTableLetsItAndLateAfterTheLast(@ForAll Random random) {
        new Walk(random, new HashMap<>()).goThrough();
    }

    /** 适用事项: the path of a matter is its rows, and no other is taken on it. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aStageOutsideTheMatterOfAProcedureIsRefused(@ForAll Random random) {
        outside(random, new HashMap<>());
    }

    private static void outside(Random random, Map<String, Integer> judged) {
        RandomPlace drawn = new RandomPlace(random);
        Locality place = drawn.read();
        List<Row> rows = drawn.stages().stream().map(Row::new).toList();
        for (Matter matter : Matter.values()) {
            Instant at = evening(OPENED.plusYears(9));
            Procedure state =
                    Procedure.from(
                            List.of(
                                    Outcomes.accepted(
                                            Procedure.open(place.procedure(), opening(matter)))));
            List<Row> own = rows.stream().filter(row -> row.isFor(matter)).toList();
            assertThat(state.stages()).extracting(Stage::id).isEqualTo(ids(own));
            assertThat(own).extracting(Row::kind).contains("业主表决", "公开", "实施");
            for (Stage stage : place.procedure().stages()) {
                if (own.stream().noneMatch(row -> row.id().equals(stage.id()))) {
                    String actor = stage.actors().get(0);
                    Outcome<ProcedureEvent> taken =
                            stage.kind() == Stage.Kind.DISCLOSURE
                                    ? state.post(stage.id(), actor, DISPLAY, at)
                                    : state.take(stage.id(), report(stage), at);
                    assertThat(refusals(taken)).containsExactly("deliberation.next");
                    judged.merge("outside " + stage.kind(), 1, Integer::sum);
                }
            }
            judged.merge(own.size() < rows.size() ? "some rows" : "all rows", 1, Integer::sum);
        }
    }

    /** 补办天数: what an urgent repair went before is overdue on the day after its last. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatAnUrgentRepairWentBeforeIsOverdueAfterTheDaysOfItsTable(@ForAll Random random) {
        repair(random, new HashMap<>());
    }

    private static void repair(Random random, Map<String, Integer> judged) {
        RandomPlace drawn = new RandomPlace(random);
        Locality place = drawn.read();
        Procedure state =
                Procedure.from(
                        List.of(
                                Outcomes.accepted(
                                        Procedure.openUrgently(
                                                place.procedure(),
                                                opening(Matter.MAINTENANCE_FUND_USE),
                                                REPAIR))));
        LocalDate today = OPENED;
        for (Stage next : untilRepaired(state.stages())) {
            boolean display = next.kind() == Stage.Kind.DISCLOSURE;
            today = display ? today : today.plusDays(next.leastDays());
            Outcome<ProcedureEvent> taken =
                    display
                            ? state.post(next.id(), next.actors().get(0), DISPLAY, evening(today))
                            : state.take(next.id(), report(next), evening(today));
            state = state.after(Outcomes.accepted(taken));
            if (display) {
                today = today.plusDays(next.leastDays());
                state = state.after(Outcomes.accepted(state.takeDown(next.id(), evening(today))));
            }
        }

        List<Row> putOff = putOff(drawn);
        assertThat(state.completions(today, WEEKENDS))
                .extracting(duty -> duty.stage().id())
                .isEqualTo(ids(putOff));
        for (Row row : putOff) {
            int days = row.daysToMakeUp();
            LocalDate last = workday(today.plusDays(days));
            Verdict open = days > 0 ? Verdict.PENDING : Verdict.UNDETERMINED;
            Verdict over = days > 0 ? Verdict.NOT_MET : Verdict.UNDETERMINED;
            assertThat(verdict(state, row, last)).isEqualTo(open);
            assertThat(verdict(state, row, last.plusDays(1))).isEqualTo(over);
            judged.merge(days > 0 ? "made up by a day" : "made up by no day", 1, Integer::sum);
        }
    }

    private static List<Stage> untilRepaired(List<Stage> stages) {
        int repair = 0;
        while (stages.get(repair).kind() != Stage.Kind.EXECUTION) {
            repair++;
        }
        return stages.subList(0, repair + 1);
    }

    /** All rows before the execution but the first, which comes first unless it is the vote. */
    private static List<Row> putOff(RandomPlace drawn) {
        List<Row> path =
                drawn.stages().stream()
                        .map(Row::new)
                        .filter(row -> row.isFor(Matter.MAINTENANCE_FUND_USE))
                        .takeWhile(row -> !row.kind().equals("实施"))
                        .toList();
        return path.get(0).kind().equals("业主表决") ? path : path.subList(1, path.size());
    }

    private static Verdict verdict(Procedure state, Row row, LocalDate day) {
        return state.completions(day, WEEKENDS).stream()
                .filter(duty -> duty.stage().id().equals(row.id()))
                .findFirst()
                .orElseThrow()
                .finding()
                .verdict();
    }

    /** 互斥岗位, named by either of two posts: one person has only one of them at a time. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void nobodyHasTwoPostsOfWhichOneExcludesTheOther(@ForAll Random random) {
        exclude(random, new HashMap<>());
    }

    private static void exclude(Random random, Map<String, Integer> judged) {
        RandomPlace drawn = new RandomPlace(random);
        Locality place = drawn.read();
        for (int number = 0; number < drawn.teams().size(); number++) {
            TeamPattern pattern = place.teams().get(number);
            Map<String, List<String>> named = new HashMap<>();
            for (Map<String, String> cells : drawn.teams().get(number)) {
                String others = cells.getOrDefault("互斥岗位", "");
                named.put(cells.getOrDefault("岗位", ""), List.of(others.split(";", -1)));
            }
            for (Slot first : pattern.slots()) {
                for (Slot second : pattern.slots()) {
                    if (!first.equals(second)) {
                        boolean there =
                                named.getOrDefault(first.id(), List.of()).contains(second.id());
                        boolean back =
                                named.getOrDefault(second.id(), List.of()).contains(first.id());
                        assertBoth(pattern, first, second, there || back);
                        judged.merge("named " + there + " and " + back, 1, Integer::sum);
                    }
                }
            }
        }
    }

    /** Whoever has the first post from the second day on until before the fourth asks for both. */
    private static void assertBoth(TeamPattern pattern, Slot first, Slot second, boolean excluded) {
        Team team = Team.from(List.of(Outcomes.accepted(formed(pattern))));
        team = team.after(Outcomes.accepted(seat(team, first, 1, 3)));
        Candidate person = candidate(first, second);

        for (int from = 0; from <= 4; from++) {
            for (int until = from + 1; until <= 5; until++) {
                boolean overlaps = from < 3 && until > 1;
                Outcome<TeamEvent> asked =
                        team.assign(
                                new Assignment(
                                        LocalTeam.seat(second, 1),
                                        person,
                                        Capacity.PART_TIME,
                                        days(from, until)),
                                evening(OPENED));
                assertThat(refusals(asked))
                        .as("%s and %s from %d until %d", first.id(), second.id(), from, until)
                        .isEqualTo(excluded && overlaps ? List.of(EXCLUSIVE) : List.of());
            }
        }
    }

    private static Outcome<? extends TeamEvent> formed(TeamPattern pattern) {
        return Team.form(
                CommunityId.of("random-1"),
                TeamId.of("T-1"),
                pattern,
                List.of(LocalTeam.SERVICE),
                evening(OPENED));
    }

    private static Outcome<TeamEvent> seat(Team team, Slot slot, int from, int until) {
        Seat seat = LocalTeam.seat(slot, 1);
        return team.assign(
                new Assignment(seat, candidate(slot, slot), Capacity.PART_TIME, days(from, until)),
                evening(OPENED));
    }

    /** Somebody whom both posts admit. */
    private static Candidate candidate(Slot first, Slot second) {
        TreeSet<String> qualities = new TreeSet<>(first.admission().qualities());
        qualities.addAll(second.admission().qualities());
        return new Candidate(PersonId.of("both"), qualities, new TreeSet<>(), new TreeSet<>());
    }

    private static EffectivePeriod days(int from, int until) {
        return new EffectivePeriod(OPENED.plusDays(from), OPENED.plusDays(until));
    }

    /**
     * Of days, matters and posts that the tables draw, each kind was judged, and more than once.
     */
    @Property(tries = 1)
    void theTablesDrawDaysMattersAndPostsOfEveryKind() {
        Map<String, Integer> judged = new TreeMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            new Walk(random, judged).goThrough();
            outside(random, judged);
            exclude(random, judged);
            repair(random, judged);
        }

        List<String> kinds =
                List.of(
                        "early 材料",
                        "early 议决",
                        "early 业主表决",
                        "early 实施",
                        "early after the most days",
                        "early",
                        "early down",
                        "in time 材料",
                        "in time 议决",
                        "in time 业主表决",
                        "in time 公开",
                        "in time 实施",
                        "late 材料",
                        "late 议决",
                        "late 业主表决",
                        "late 公开",
                        "late 实施",
                        "any time 公开",
                        "on the last day",
                        "on the day after the last",
                        "outside PAPERS",
                        "outside BODY",
                        "outside DISCLOSURE",
                        "made up by a day",
                        "made up by no day",
                        "some rows",
                        "all rows",
                        "named false and false",
                        "named true and false",
                        "named false and true",
                        "named true and true");
        assertThat(kinds).allMatch(kind -> judged.getOrDefault(kind, 0) > 5, judged.toString());
    }
}
