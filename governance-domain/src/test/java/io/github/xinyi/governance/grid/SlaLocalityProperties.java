package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.AT;
import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.Posts;
import io.github.xinyi.governance.team.Team;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The limits of a locality are a table; any valid one carries a case, any faulty one is refused.
 */
class SlaLocalityProperties {

    private static final String[] COLUMNS = {"答复小时", "办结工作日", "回访天数", "可延期次数", "延期工作日", "回访次数"};
    private static final int[] LEAST = {1, 2, 3, 0, 1, 0};
    private static final int[] MOST = {48, 20, 9, 2, 10, 3};
    private static final List<String> STEPS =
            List.of(
                    "调解前走访",
                    "派工前走访",
                    "结案前审核",
                    "调解前:到场:楼栋长",
                    "派工前:工程核价",
                    "结案前:法律顾问审查",
                    "结案前:签认:网格长");

    private static final Team TEAM =
            Posts.of(
                    Dispute.COMMUNITY,
                    Dispute.DAY,
                    new TreeMap<>(
                            Map.of("楼栋长", PersonId.of("P-HOUSE"), "网格长", PersonId.of("P-LEAD"))));

    /** By who has the post, if the place leaves it to one. */
    private static Outcome<? extends CaseEvent> take(GridCase c, LocalStep step, Instant at) {
        return switch (step.post()) {
            case "楼栋长" -> c.take(step, PersonId.of("P-HOUSE"), TEAM, "已办理", at);
            case "网格长" -> c.take(step, PersonId.of("P-LEAD"), TEAM, "已办理", at);
            default -> c.take(step, DESK, "已办理", at);
        };
    }

    @Property(tries = 200)
    void aCaseRunsToItsEndUnderTheLimitsOfAnyLocality(@ForAll Random random) {
        GridCase closed = run(random);

        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(GridCase.from(closed.history())).isEqualTo(closed);
        assertNoGateWasSkipped(closed.history(), closed.steps());
        assertThat(closed.comparePosts(List.of(TEAM)))
                .allMatch(finding -> finding.verdict() == Verdict.MET);
    }

    /** Of what the property above has to say, nothing is said of nothing. */
    @Test
    void theCasesPassEveryGateOfAPlaceWithStepsBeforeIt() {
        Map<String, Class<? extends CaseEvent>> gates =
                Map.of(
                        CaseSteps.MEDIATION, MediationOpened.class,
                        CaseSteps.WORK, WorkDispatched.class,
                        CaseSteps.CLOSE, CaseClosed.class);
        List<GridCase> closed =
                IntStream.range(0, 100).mapToObj(seed -> run(new Random(seed))).toList();

        gates.forEach(
                (gate, event) ->
                        assertThat(closed)
                                .as(gate)
                                .filteredOn(c -> !local(c.steps(), gate).isEmpty())
                                .filteredOn(c -> c.history().stream().anyMatch(event::isInstance))
                                .isNotEmpty());
        assertThat(closed)
                .anyMatch(c -> c.agreement().isPresent())
                .anyMatch(c -> c.rounds() > 1)
                .anyMatch(c -> !c.comparePosts(List.of(TEAM)).isEmpty());
    }

    private static GridCase run(Random random) {
        SlaProfile profile = accepted(SlaProfile.read(table(valid(random))));
        SlaGrade grade = profile.grades().get(random.nextInt(profile.grades().size()));
        CaseCategory category = random.nextBoolean() ? CaseCategory.ANIMALS : CaseCategory.REPAIR;
        GridCase state =
                Steps.then(Steps.found(category), c -> c.report(DESK, profile, grade.id(), AT));

        assertThat(state.due(AT, CALENDAR).get(0).dueAt())
                .isEqualTo(AT.plusSeconds(grade.limits().respondHours() * 3_600L));
        for (int i = 0; i <= grade.extensions().most(); i++) {
            boolean allowed = i < grade.extensions().most();
            Outcome<? extends CaseEvent> moved = state.extend(DESK, "外出", CALENDAR, AT);
            assertThat(moved.isAccepted()).isEqualTo(allowed);
            if (allowed) {
                Instant before = state.due(AT, CALENDAR).get(1).dueAt();
                state = state.after(accepted(moved));
                assertThat(state.due(AT, CALENDAR).get(1).dueAt()).isAfter(before);
            }
        }
        assertThat(state.steps()).isEqualTo(grade.steps());
        return closed(state, random);
    }

    /** Recounted from the records alone, without the judge. */
    private static void assertNoGateWasSkipped(List<CaseEvent> history, CaseSteps steps) {
        boolean visited = false;
        boolean reviewed = false;
        int asked = 0;
        List<LocalStep> before = new ArrayList<>();
        List<LocalStep> last = new ArrayList<>();
        for (CaseEvent event : history) {
            if (event instanceof CaseEvent.CaseReopened) {
                visited = false;
                before.clear();
            } else if (event instanceof CaseEvent.LocalStepTaken taken) {
                (taken.step().before().equals("结案") ? last : before).add(taken.step());
            } else if (event instanceof CaseEvent.VisitMade) {
                visited = true;
            } else if (event instanceof WorkDispatched) {
                assertThat(visited || !steps.asks(CaseStep.VISIT_BEFORE_WORK)).isTrue();
                assertThat(before).containsExactlyElementsOf(local(steps, "派工"));
            } else if (event instanceof MediationOpened) {
                assertThat(visited || !steps.asks(CaseStep.VISIT_BEFORE_MEDIATION)).isTrue();
                assertThat(before).containsExactlyElementsOf(local(steps, "调解"));
            } else if (event instanceof CaseEvent.WorkDone
                    || event instanceof AgreementReached
                    || event instanceof CaseEvent.CaseEscalated) {
                asked = 0;
                reviewed = false;
                last.clear();
            } else if (event instanceof CaseEvent.FollowedUp) {
                asked++;
                reviewed = false;
                last.clear();
            } else if (event instanceof CaseEvent.CaseReviewed) {
                reviewed = true;
            } else if (event instanceof CaseClosed) {
                assertThat(asked).isGreaterThanOrEqualTo(steps.followUps());
                assertThat(reviewed).isEqualTo(steps.asks(CaseStep.REVIEW_BEFORE_CLOSE));
                assertThat(last).containsExactlyElementsOf(local(steps, "结案"));
            }
        }
    }

    private static List<LocalStep> local(CaseSteps steps, String gate) {
        return steps.local().all().stream().filter(s -> s.before().equals(gate)).toList();
    }

    /** Whatever comes in between, the holder brings it to its end. */
    private static GridCase closed(GridCase reported, Random random) {
        GridCase state = reported;
        for (int i = 0; i < 20; i++) {
            GridCase before = state;
            state = stray(state, random).fold(before::after, ruling -> before);
        }
        for (int i = 0; i < 60 && state.stage() != Stage.CLOSED; i++) {
            GridCase before = state;
            state = early(state).fold(before::after, ruling -> before);
            if (state.stage() != Stage.CLOSED) {
                state = state.after(accepted(next(state, random)));
            }
        }
        return state;
    }

    /** Before every step somebody tries to close it. */
    private static Outcome<? extends CaseEvent> early(GridCase c) {
        Instant at = c.at(c.history().size() - 1);
        return c.isDiscontent()
                ? c.closeOver(DESK, "已告知", Set.of(Way.SUIT), at)
                : c.close(DESK, at);
    }

    private static Outcome<? extends CaseEvent> stray(GridCase c, Random random) {
        Instant at = c.at(c.history().size() - 1);
        return switch (random.nextInt(13)) {
            case 9 -> c.mediate(Dispute.proposed(c.rounds() + 1), at);
            case 10 -> c.conclude(Dispute.agreed(Math.max(1, c.rounds())), at);
            case 11 -> c.conclude(Dispute.refused(Math.max(1, c.rounds())), at);
            case 0 -> c.accept(DESK, at);
            case 1 -> c.answer(DESK, at);
            case 2 -> c.visit(Set.of(DESK), "走访", at);
            case 3 -> c.dispatch(WORKER, at);
            case 4 -> c.finish(WORKER, PHOTO, at);
            case 5 -> c.followUp(DESK, Answer.NOT_CONTENT, "回访", at);
            case 6 -> c.takeUpAgain(DESK, "未办好", at);
            case 7 ->
                    c.take(
                            LocalStep.parse(STEPS.get(3 + random.nextInt(4))),
                            random.nextInt(4) == 0 ? WORKER : DESK,
                            "已办理",
                            at);
            case 8 -> take(c, LocalStep.parse(STEPS.get(3 + random.nextInt(4))), at);
            default -> c.remind(WORKER, DutyDue.Kind.SETTLE, CALENDAR, at);
        };
    }

    private static Outcome<? extends CaseEvent> next(GridCase c, Random random) {
        Instant at = c.at(c.history().size() - 1);
        List<Answer> answers = List.of(Answer.values());
        Answer answer = answers.get(random.nextInt(answers.size()));
        return switch (c.stage()) {
            case REPORTED -> c.accept(DESK, at);
            case ASSIGNED, VISITED -> inHand(c, random, at);
            case AT_WORK -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", at);
            case MEDIATION ->
                    c.conclude(
                            random.nextInt(3) == 0
                                    ? Dispute.refused(c.rounds())
                                    : Dispute.agreed(c.rounds()),
                            at);
            case AGREED, DONE, ESCALATED, FOLLOWED_UP -> {
                if (c.stage() == Stage.AGREED && !c.isPerformanceChecked()) {
                    yield c.checkPerformance(Dispute.agreed(c.rounds()), DESK, at);
                }
                if (!c.isFollowedUp()) {
                    yield c.followUp(DESK, answer, "回访", at);
                }
                if (c.steps().asks(CaseStep.REVIEW_BEFORE_CLOSE) && !c.isReviewed()) {
                    yield c.review(WORKER, "已审核", at);
                }
                List<LocalStep> missing =
                        c.steps()
                                .local()
                                .missing(CaseSteps.CLOSE, c.localStepsTaken(CaseSteps.CLOSE));
                if (!missing.isEmpty()) {
                    yield take(c, missing.get(0), at);
                }
                yield c.isDiscontent()
                        ? c.closeOver(DESK, "已告知", Set.of(Way.SUIT), at)
                        : c.close(DESK, at);
            }
            case FOUND, BROKEN, CLOSED -> throw new IllegalStateException(c.toString());
        };
    }

    /** Now and then it is handed on; else what is asked before mediation or work, and that. */
    private static Outcome<? extends CaseEvent> inHand(GridCase c, Random random, Instant at) {
        boolean dispute = c.found().category().isDispute();
        String gate = dispute ? CaseSteps.MEDIATION : CaseSteps.WORK;
        List<LocalStep> missing = c.steps().local().missing(gate, c.localStepsTaken(gate));
        if (random.nextInt(6) == 0) {
            return c.escalate(Route.ADMINISTRATIVE, DESK, "移送", at);
        }
        if (c.stage() == Stage.ASSIGNED) {
            return c.visit(Set.of(DESK), "走访", at);
        }
        if (!missing.isEmpty()) {
            return take(c, missing.get(0), at);
        }
        return dispute ? c.mediate(Dispute.proposed(c.rounds() + 1), at) : c.dispatch(WORKER, at);
    }

    /** Each figure of a grade outside its bounds, each bound turned round, is one reason. */
    @Property(tries = 300)
    void everyPlantedFaultIsOneReason(
            @ForAll @IntRange(max = 4095) int planted, @ForAll boolean below) {
        int[] grade = MOST.clone();
        int turned = 0;
        int[] least = LEAST.clone();
        int outside = 0;
        for (int i = 0; i < COLUMNS.length; i++) {
            boolean bound = (planted & (1 << (i + COLUMNS.length))) != 0;
            boolean figure = (planted & (1 << i)) != 0;
            least[i] = bound ? MOST[i] + 1 : least[i];
            turned += bound ? 1 : 0;
            int wrong = below && LEAST[i] > 1 ? LEAST[i] - 1 : MOST[i] + 1;
            grade[i] = figure ? wrong : MOST[i];
            outside += figure || bound ? 1 : 0;
        }

        List<String> refused =
                SlaProfile.read(table(List.of(row("甲级", grade), row("下限", least), row("上限", MOST))))
                        .fold(done -> List.of(), ruling -> rules(ruling.notMet()));

        assertThat(refused).filteredOn("case.grade-bounds"::equals).hasSize(turned);
        assertThat(refused).filteredOn("case.grade-within"::equals).hasSize(outside);
        assertThat(refused).hasSize(turned + outside);
    }

    private static List<String> rules(List<? extends Finding> findings) {
        return findings.stream().map(finding -> finding.rule().value()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "0, 48, 0",
        "0, 49, 1",
        "1, 1, 1",
        "1, 2, 0",
        "1, 20, 0",
        "1, 21, 1",
        "2, 2, 1",
        "2, 3, 0",
        "2, 9, 0",
        "2, 10, 1",
        "3, 0, 0",
        "3, 2, 0",
        "3, 3, 1",
        "4, 1, 0",
        "4, 10, 0",
        "4, 11, 1",
        "5, 0, 0",
        "5, 3, 0",
        "5, 4, 1"
    })
    void aFigureIsWithinTheBoundsOfItsTable(int column, int figure, int faults) {
        int[] grade = MOST.clone();
        grade[column] = figure;
        List<String> rows = List.of(row("甲级", grade), row("下限", LEAST), row("上限", MOST));

        List<String> refused =
                SlaProfile.read(table(rows))
                        .fold(done -> List.of(), ruling -> rules(ruling.notMet()));

        assertThat(refused).hasSize(faults);
    }

    @Test
    void aTableNamesBothBoundsAndEachGradeOnce() {
        String good = row("甲级", MOST);
        SlaGrade least = SlaProfile.usual().least();
        SlaGrade most = SlaProfile.usual().most();
        SlaGrade grade = SlaProfile.usual().grades().get(0);

        assertThat(refusal(SlaProfile.read(table(List.of(good, row("下限", LEAST))))))
                .containsExactly("case.grade-bound-row");
        assertThat(refusal(SlaProfile.of(List.of(grade, grade, least), least, most)))
                .containsExactly("case.grade-once", "case.grade-once");
        assertThat(refusal(SlaProfile.of(List.of(), most, least)))
                .startsWith("case.grades")
                .filteredOn("case.grade-bounds"::equals)
                .hasSize(COLUMNS.length);
        assertThatThrownBy(() -> new SlaProfile(List.of(), least, most))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GRADES");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "32, 0", "33, 1"})
    void aTableHasThirtyTwoGradesAtMost(int grades, int faults) {
        List<String> rows = new ArrayList<>(List.of(row("下限", LEAST), row("上限", MOST)));
        IntStream.rangeClosed(1, grades).mapToObj(i -> row("级" + i, MOST)).forEach(rows::add);

        List<String> refused =
                SlaProfile.read(table(rows))
                        .fold(done -> List.of(), ruling -> rules(ruling.notMet()));

        assertThat(refused).hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 调解前走访, 0",
        "调解前走访, '', 调解前走访, 0",
        "调解前走访, 调解前走访, 调解前走访;派工前走访, 0",
        "'', 调解前走访, 调解前走访, 1",
        "调解前走访;结案前审核, '', 调解前走访, 1",
        "结案前审核, 调解前走访, 调解前走访;派工前走访, 1",
        "结案前:街道会商, '', 结案前:街道会商;调解前:到场, 0",
        "结案前:街道会商, 结案前:街道会商, 结案前:街道会商, 0",
        "'', 结案前:街道会商, 结案前:街道会商, 1",
        "结案前:街道会商, '', 调解前:街道会商, 1",
        "结案前:签认:网格长, '', 结案前:签认:网格长, 0",
        "结案前:签认, '', 结案前:签认:网格长, 1",
        "结案前:签认:楼栋长, '', 结案前:签认:网格长, 1",
        "结案前:签认:楼栋长, 结案前:签认:网格长, 结案前:签认:楼栋长;结案前:签认:网格长, 1"
    })
    void aGradeAsksNoFewerStepsThanItsTableAsksAtLeastAndNoneBeyondItsMost(
            String steps, String least, String most, int faults) {
        List<String> rows =
                List.of(
                        row("甲级", MOST, List.of(steps)),
                        row("下限", LEAST, List.of(least)),
                        row("上限", MOST, List.of(most)));

        List<String> refused =
                SlaProfile.read(table(rows))
                        .fold(done -> List.of(), ruling -> rules(ruling.notMet()));

        assertThat(refused).hasSize(faults).allMatch("case.steps-within"::equals);
    }

    @Test
    void aTableNamesEveryFaultOfItsSteps() {
        List<String> rows =
                List.of(
                        row("甲级", MOST, List.of("调解前走访", "调解前走访")),
                        row("乙级", MOST, List.of("拜访")),
                        row("丙级", MOST, List.of("立案前:街道会商")),
                        row("丁级", MOST, List.of("结案前街道会商")),
                        row("戊级", MOST, List.of("结案前:街道会商", "结案前:街道会商")),
                        row("下限", LEAST),
                        row("上限", MOST));

        assertThat(refusal(SlaProfile.read(table(rows))))
                .containsExactlyInAnyOrder(
                        "sheet.list-repeat",
                        "sheet.label",
                        "sheet.label",
                        "sheet.label",
                        "sheet.list-repeat");
    }

    private static List<String> valid(Random random) {
        int[] least = new int[COLUMNS.length];
        int[] most = new int[COLUMNS.length];
        int[] room = {200, 60, 30, 4, 20, 3};
        for (int i = 0; i < COLUMNS.length; i++) {
            least[i] = (i == 3 || i == 5 ? 0 : 1) + random.nextInt(3);
            most[i] = least[i] + random.nextInt(room[i]);
        }
        List<String> mostSteps = some(STEPS, random);
        List<String> leastSteps = some(mostSteps, random);
        List<String> rows = new ArrayList<>();
        for (int number = 1; number <= 1 + random.nextInt(5); number++) {
            int[] grade = new int[COLUMNS.length];
            for (int i = 0; i < COLUMNS.length; i++) {
                grade[i] = least[i] + random.nextInt(most[i] - least[i] + 1);
            }
            List<String> steps = new ArrayList<>(some(mostSteps, random));
            leastSteps.stream().filter(step -> !steps.contains(step)).forEach(steps::add);
            rows.add(row("第" + number + "级", grade, steps));
        }
        rows.add(random.nextInt(rows.size() + 1), row("下限", least, leastSteps));
        rows.add(random.nextInt(rows.size() + 1), row("上限", most, mostSteps));
        return rows;
    }

    private static List<String> some(List<String> all, Random random) {
        return all.stream().filter(one -> random.nextBoolean()).toList();
    }

    private static String row(String id, int[] figures) {
        return row(id, figures, List.of());
    }

    private static String row(String id, int[] figures, List<String> steps) {
        StringBuilder row = new StringBuilder(id);
        for (int figure : figures) {
            row.append(',').append(figure);
        }
        return row.append("," + String.join(";", steps) + ",某市办法,解读").toString();
    }

    private static SheetFile table(List<String> rows) {
        String text =
                "等级,"
                        + String.join(",", COLUMNS)
                        + ",必经环节,来源,依据\n"
                        + String.join("\n", rows)
                        + "\n";
        return SheetFile.utf8("sla.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
