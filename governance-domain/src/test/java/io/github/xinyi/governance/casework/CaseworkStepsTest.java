package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.DIGEST;
import static io.github.xinyi.governance.casework.Village.PLAN;
import static io.github.xinyi.governance.casework.Village.accepted;
import static io.github.xinyi.governance.casework.Village.adopted;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.step.LocalSteps;
import io.github.xinyi.governance.team.Posts;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps that a place asks of a case of many homes, who decides, and by when. */
class CaseworkStepsTest {

    private static CaseworkSteps steps(CaseworkStep... required) {
        return new CaseworkSteps(
                new TreeSet<>(Arrays.asList(required)), new TreeSet<>(), List.of(), 0, 0);
    }

    private static CaseworkSteps throughProcedure(Matter... matters) {
        return new CaseworkSteps(
                new TreeSet<>(), new TreeSet<>(Arrays.asList(matters)), List.of(), 0, 0);
    }

    private static Casework collected(CaseworkSteps steps, Matter... matters) {
        CaseOpened opened =
                new CaseOpened(
                        Village.COMMUNITY,
                        Village.START,
                        CaseId.of("C-1"),
                        "外墙保温板维修",
                        CaseKind.REPAIR,
                        new TreeSet<>(Arrays.asList(matters)),
                        Village.OFFICER,
                        new TreeSet<>(units(1, 10)),
                        new CaseworkTerms(
                                Ratio.of(0, 1),
                                Ratio.of(0, 1),
                                2,
                                steps,
                                "某街道方案",
                                CaseworkTerms.Reading.UNVERIFIED));
        Casework state = Casework.from(List.of(accepted(Casework.open(opened))));
        return next(state, state.collectOpinions(at(2)));
    }

    private static Casework planned(Casework collected) {
        return next(collected, collected.draw(PLAN, at(4)));
    }

    private static Casework consulted(CaseworkSteps steps, Matter... matters) {
        Casework state = collected(steps, matters);
        return next(state, state.consult(List.of("I1", "I2"), DIGEST, at(3)));
    }

    @Test
    void consultationMayBeLeftOutOnlyWhereThePlaceDoesNotAskForIt() {
        Casework free = collected(steps());
        Casework asked = collected(steps(CaseworkStep.CONSULTATION));

        assertThat(planned(free).decideBy("业主委员会", DIGEST, PLAN.document(), at(5)).isAccepted())
                .isTrue();
        assertThat(refused(asked.draw(PLAN, at(4)))).containsExactly("consulted-first");
    }

    @Test
    void whatWasConsultedOnIsDisclosedBeforeTheDecisionWhereThePlaceAsksForIt() {
        Casework none = planned(consulted(steps(CaseworkStep.DISCLOSURE_BEFORE_DECISION)));
        Casework one = next(none, none.disclose("I1", "公告栏", at(4)));
        Casework both = next(one, one.disclose("I2", "公告栏", at(4)));
        Casework free = planned(consulted(steps(CaseworkStep.DISCLOSURE_BEFORE_CLOSE)));

        for (Casework open : List.of(none, one)) {
            assertThat(refused(open.decideBy("业主委员会", DIGEST, PLAN.document(), at(5))))
                    .containsExactly("disclosed-first");
        }
        for (Casework good : List.of(both, free)) {
            assertThat(good.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)).isAccepted())
                    .isTrue();
        }
    }

    @Test
    void whatWasConsultedOnIsDisclosedBeforeTheCloseWhereThePlaceAsksForIt() {
        Casework decided = planned(consulted(steps(CaseworkStep.DISCLOSURE_BEFORE_CLOSE)));
        Casework working = next(decided, decided.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)));
        Casework whole = next(working, working.progress("完成", Ratio.of(1, 1), List.of(), at(6)));
        Casework done = next(whole, whole.finishWork(at(7)));
        Casework one = next(done, done.disclose("I1", "公告栏", at(7)));
        Casework both = next(one, one.disclose("I2", "公告栏", at(7)));

        assertThat(refused(one.close(at(8)))).containsExactly("disclosed-first");
        assertThat(next(both, both.close(at(8))).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aBareResolutionDecidesOnlyWhatThePlaceAsksNoProcedureFor() {
        Matter fund = Matter.MAINTENANCE_FUND_USE;
        Casework free = planned(consulted(throughProcedure(Matter.REBUILDING), fund));
        Casework asked = planned(consulted(throughProcedure(fund), fund));

        assertThat(free.decideBy(adopted(Village.VOTE), at(6)).isAccepted()).isTrue();
        Ruling ruling =
                asked.decideBy(adopted(Village.VOTE), at(6))
                        .fold(
                                event -> {
                                    throw new AssertionError(event);
                                },
                                refusal -> refusal);
        assertThat(ruling.notMet()).extracting(Finding::rule).hasSize(1);
        Finding needed = ruling.notMet().get(0);
        assertThat(needed.rule()).isEqualTo(CaseworkRule.PROCEDURE_NEEDED.code());
        assertThat(needed.evidence())
                .containsEntry("matter", "MAINTENANCE_FUND_USE")
                .containsEntry("source", "某街道方案")
                .containsEntry("standing", "UNVERIFIED");
    }

    @Test
    void theShippedTermsAskAProcedureForMoneyAndBuildings() {
        assertThat(CaseworkTerms.shipped().steps().throughProcedure())
                .extracting(Matter::item)
                .containsExactly(5, 6, 7, 8, 9);
    }

    static Casework ofPlace(String... local) {
        return collected(
                new CaseworkSteps(
                        new TreeSet<>(),
                        new TreeSet<>(),
                        List.of(),
                        0,
                        0,
                        new LocalSteps(Stream.of(local).map(LocalStep::parse).toList())));
    }

    static Casework taken(Casework state, String step, int week) {
        return next(state, state.take(LocalStep.parse(step), Village.OFFICER, DIGEST, at(week)));
    }

    @Test
    void aStepOfThePlacesOwnIsTakenInItsTurnBeforeItsGate() {
        Casework state = ofPlace("方案前:造价审核", "方案前:专家论证", "实施前:安全交底");

        assertThat(refused(state.draw(PLAN, at(4)))).containsExactly("local-steps-taken");
        for (String wrong : List.of("方案前:专家论证", "实施前:安全交底", "方案前:别的", "开工前:安全交底")) {
            assertThat(refused(state.take(LocalStep.parse(wrong), Village.OFFICER, DIGEST, at(4))))
                    .containsExactly("local-step");
        }
        Casework audited = taken(taken(state, "方案前:造价审核", 4), "方案前:专家论证", 4);
        Casework drawn = planned(audited);
        Casework working = next(drawn, drawn.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)));
        assertThat(refused(working.progress("开工", Ratio.of(1, 2), List.of(), at(6))))
                .containsExactly("local-steps-taken");
        Casework briefed = taken(working, "实施前:安全交底", 6);
        Casework begun = next(briefed, briefed.progress("开工", Ratio.of(1, 2), List.of(), at(6)));

        assertThat(begun.timeline())
                .extracting(TimelineEntry::step, TimelineEntry::text)
                .contains(
                        tuple(TimelineEntry.Step.LOCAL_STEP, "造价审核"),
                        tuple(TimelineEntry.Step.LOCAL_STEP, "安全交底"));
        assertThat(begun.timeline().toString()).doesNotContain(Village.OFFICER.value());
        assertThat(Casework.from(begun.history()).localSteps()).isEqualTo(begun.localSteps());
    }

    @Test
    void whatIsDoneAnewTakesTheStepsOfThePlaceAnewAndKeepsThoseOfThePlan() {
        Casework drawn = planned(taken(ofPlace("方案前:造价审核", "实施前:安全交底", "结案前:验收"), "方案前:造价审核", 4));
        Casework decided = next(drawn, drawn.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)));
        Casework briefed = taken(decided, "实施前:安全交底", 6);
        Casework whole = next(briefed, briefed.progress("完成", Ratio.of(1, 1), List.of(), at(6)));
        Casework done = next(whole, whole.finishWork(at(7)));
        assertThat(refused(done.close(at(8)))).containsExactly("local-steps-taken");
        Casework accepted = taken(done, "结案前:验收", 8);
        Casework closed = next(accepted, accepted.close(at(8)));
        Casework again = next(closed, closed.reopen("又渗水", at(9)));

        assertThat(again.localSteps()).containsExactly(LocalStep.parse("方案前:造价审核"));
        assertThat(refused(again.progress("返工", Ratio.of(1, 2), List.of(), at(9))))
                .containsExactly("local-steps-taken");
    }

    @Test
    void refusesAStepBeforeNoGateOfACase() {
        assertThatThrownBy(() -> ofPlace("立案前:会商"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gate");
    }

    @Test
    void decidesByABodyThatThePlaceNames() {
        CaseworkSteps named =
                new CaseworkSteps(new TreeSet<>(), new TreeSet<>(), List.of("业主委员会"), 0, 0);
        Casework state = planned(collected(named));

        assertThat(refused(state.decideBy("四方联席会议", DIGEST, PLAN.document(), at(5))))
                .containsExactly("body-named");
        assertThat(state.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)).isAccepted()).isTrue();
    }

    @Test
    void theVisitsAndTheRatingsHaveTheDaysOfThePlace() {
        CaseworkSteps timed = new CaseworkSteps(new TreeSet<>(), new TreeSet<>(), List.of(), 30, 7);
        Casework collected = collected(timed);
        Casework opened = Casework.from(collected.history().subList(0, 1));
        LocalDate last = LocalDate.of(2025, 3, 31);

        assertThat(opened.dueOn()).contains(last);
        assertThat(opened.isLate(last)).isFalse();
        assertThat(opened.isLate(last.plusDays(1))).isTrue();
        assertThat(collected.dueOn()).isEmpty();
        Casework decided = planned(collected);
        Casework working = next(decided, decided.decideBy("业主委员会", DIGEST, PLAN.document(), at(5)));
        Casework whole = next(working, working.progress("完成", Ratio.of(1, 1), List.of(), at(6)));
        Casework done = next(whole, whole.finishWork(at(7)));
        assertThat(done.dueOn()).contains(LocalDate.of(2025, 4, 26));
        Casework disclosed = next(done, done.raiseDispute(CaseId.of("D-1"), at(8)));
        assertThat(disclosed.dueOn()).isEqualTo(done.dueOn());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1", "0, 0, 0", "366, 366, 0", "367, 0, 1", "0, -1, 1", "0, 367, 1"})
    void hasDaysOfAYearAtMost(int survey, int rating, int faults) {
        Set<Matter> none = Set.of();
        if (faults == 0) {
            assertThat(
                            new CaseworkSteps(
                                            new TreeSet<>(),
                                            new TreeSet<>(none),
                                            List.of(),
                                            survey,
                                            rating)
                                    .surveyDays())
                    .isEqualTo(survey);
        } else {
            assertThatThrownBy(
                            () ->
                                    new CaseworkSteps(
                                            new TreeSet<>(),
                                            new TreeSet<>(none),
                                            List.of(),
                                            survey,
                                            rating))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTextOfVersionOneIsReadWithTheUsualSteps() {
        EventCodec codec = EventCodec.of(CaseworkEvent.class).with(CaseworkChanges.all());
        CaseworkEvent now = Village.opened().history().get(0);
        String text = codec.encode(now);
        String old =
                text.replace("CaseOpened/4", "CaseOpened/1")
                        .replaceAll("steps=\\{.*?;ratingDays=1:0;local=\\{all=\\[];};};", "");

        assertThat(old).doesNotContain("ratingDays");
        assertThat(accepted(codec.decode(old))).isEqualTo(now);
    }

    /** Whatever a place asks, a case that goes on ends closed, and no gate of it is skipped. */
    @Property(tries = 200)
    void aCaseOfAnyPlaceEndsAndSkipsNoStepThatItAsks(@ForAll Random random) {
        TreeSet<CaseworkStep> required = new TreeSet<>();
        for (CaseworkStep step : CaseworkStep.values()) {
            if (random.nextBoolean()) {
                required.add(step);
            }
        }
        List<LocalStep> local =
                Stream.of("协商前:发通知", "方案前:造价审核", "方案前:专家论证", "实施前:安全交底:物业", "结案前:验收:业主")
                        .filter(step -> random.nextBoolean())
                        .map(LocalStep::parse)
                        .toList();
        CaseworkSteps steps =
                new CaseworkSteps(
                        required, new TreeSet<>(), List.of("业主委员会"), 0, 0, new LocalSteps(local));
        Casework state = collected(steps);
        for (int i = 0; i < 2_000 && state.stage() != Stage.CLOSED; i++) {
            Casework now = state;
            state = any(now, random).fold(now::after, ruling -> now);
        }

        assertThat(state.stage()).isIn(Stage.CLOSED, Stage.ESCALATED);
        assertThat(Casework.from(state.history())).isEqualTo(state);
        assertNoGateWasSkipped(state.history(), required);
        assertNoLocalStepWasSkipped(state.history(), local);
    }

    /** Recounted from the records alone; the case is not reopened here. */
    private static void assertNoLocalStepWasSkipped(
            List<CaseworkEvent> history, List<LocalStep> local) {
        List<LocalStep> taken = new ArrayList<>();
        for (CaseworkEvent event : history) {
            if (event instanceof CaseworkEvent.LocalStepTaken one) {
                taken.add(one.step());
            } else if (event instanceof CaseworkEvent.ItemsConsulted) {
                assertThat(before("协商", taken)).isEqualTo(before("协商", local));
            } else if (event instanceof CaseworkEvent.PlanDrawn) {
                assertThat(before("方案", taken)).isEqualTo(before("方案", local));
            } else if (event instanceof CaseworkEvent.WorkProgressed) {
                assertThat(before("实施", taken)).isEqualTo(before("实施", local));
            } else if (event instanceof CaseworkEvent.CaseClosed) {
                assertThat(before("结案", taken)).isEqualTo(before("结案", local));
            }
        }
        assertThat(taken).doesNotHaveDuplicates();
    }

    private static List<LocalStep> before(String gate, List<LocalStep> steps) {
        return steps.stream().filter(step -> step.before().equals(gate)).toList();
    }

    private static final Team TEAM =
            Posts.of(
                    Village.COMMUNITY,
                    LocalDate.of(2025, 3, 1),
                    new TreeMap<>(Map.of("物业", PersonId.of("P5"), "业主", PersonId.of("P6"))));

    /** Mostly as it should be. */
    private static Outcome<CaseworkEvent> take(Casework c, LocalStep step, Random random) {
        PersonId holder = PersonId.of(step.post().equals("物业") ? "P5" : "P6");
        return step.hasPost() && random.nextInt(4) > 0
                ? c.take(step, holder, TEAM, DIGEST, at(5))
                : c.take(step, Village.OFFICER, DIGEST, at(5));
    }

    @Test
    void aStepLeftToAPostIsTakenByWhoDoesItsWorkThatDay() {
        LocalStep audit = LocalStep.parse("方案前:审核:物业");
        LocalStep talk = LocalStep.parse("方案前:论证");
        Casework state = ofPlace(audit.toString(), talk.toString());
        PersonId holder = PersonId.of("P5");
        Team elsewhere = Posts.of(CommunityId.of("v2"), LocalDate.of(2025, 3, 1), "物业", holder);
        LocalDate day = at(4).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        Team tomorrow = Posts.of(Village.COMMUNITY, day.plusDays(1), "物业", holder);

        assertThat(refused(state.take(audit, holder, DIGEST, at(4))))
                .containsExactly("local-step-post");
        assertThat(refused(state.take(audit, Village.OFFICER, TEAM, DIGEST, at(4))))
                .containsExactly("local-step-post");
        for (Team wrong : List.of(elsewhere, tomorrow)) {
            assertThat(refused(state.take(audit, holder, wrong, DIGEST, at(4))))
                    .containsExactly("local-step-post");
        }
        Casework audited = next(state, state.take(audit, holder, TEAM, DIGEST, at(4)));
        assertThat(refused(audited.take(talk, holder, TEAM, DIGEST, at(4))))
                .containsExactly("local-step-post");

        assertThat(Casework.from(audited.history())).isEqualTo(audited);
        assertThat(state.comparePosts(List.of())).isEmpty();
        assertThat(audited.comparePosts(List.of(TEAM)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.MET);
        for (List<Team> teams : List.of(List.<Team>of(), List.of(elsewhere), List.of(tomorrow))) {
            assertThat(audited.comparePosts(teams))
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.NOT_MET);
        }
    }

    private static Outcome<CaseworkEvent> any(Casework c, Random random) {
        List<LocalStep> local = c.terms().steps().local().all();
        return switch (random.nextInt(11)) {
            case 9, 10 ->
                    local.isEmpty()
                            ? c.draw(PLAN, at(5))
                            : take(c, local.get(random.nextInt(local.size())), random);
            case 0 -> c.consult(List.of("I" + c.history().size()), DIGEST, at(5));
            case 1 -> c.draw(PLAN, at(5));
            case 2 ->
                    c.decideBy(
                            random.nextBoolean() ? "业主委员会" : "别会", DIGEST, PLAN.document(), at(5));
            case 3 -> c.progress("完成", Ratio.of(1, 1), List.of(), at(5));
            case 4 -> c.finishWork(at(5));
            case 5 -> c.close(at(5));
            default ->
                    c.disclose(
                            c.consultedItems().stream()
                                    .filter(item -> !c.disclosedItems().contains(item))
                                    .findFirst()
                                    .orElse("-"),
                            "公告栏",
                            at(5));
        };
    }

    private static void assertNoGateWasSkipped(
            List<CaseworkEvent> history, Set<CaseworkStep> required) {
        int consulted = 0;
        int disclosed = 0;
        for (CaseworkEvent event : history) {
            if (event instanceof CaseworkEvent.ItemsConsulted items) {
                consulted += items.items().size();
            } else if (event instanceof CaseworkEvent.ItemDisclosed) {
                disclosed++;
            } else if (event instanceof CaseworkEvent.BodyDecided decided) {
                assertThat(decided.body()).isEqualTo("业主委员会");
                assertThat(consulted > 0 || !required.contains(CaseworkStep.CONSULTATION)).isTrue();
                assertThat(
                                consulted == disclosed
                                        || !required.contains(
                                                CaseworkStep.DISCLOSURE_BEFORE_DECISION))
                        .isTrue();
            } else if (event instanceof CaseworkEvent.CaseClosed) {
                assertThat(
                                consulted == disclosed
                                        || !required.contains(CaseworkStep.DISCLOSURE_BEFORE_CLOSE))
                        .isTrue();
            }
        }
    }
}
