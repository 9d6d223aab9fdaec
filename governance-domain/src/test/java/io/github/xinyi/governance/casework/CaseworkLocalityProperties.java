package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.OFFICER;
import static io.github.xinyi.governance.casework.Village.accepted;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a locality asks of a case is a row of a table; a case goes on exactly where it is met. */
class CaseworkLocalityProperties {

    private static final int UNITS = 10;

    @Property(tries = 300)
    void aCaseGoesOnFromTheShareOnThatItsLocalityAsks(@ForAll Random random) {
        Ratio contact = Ratio.of(random.nextInt(13), 12);
        Ratio evaluation = Ratio.of(random.nextInt(8), 7);
        int perRater = 1 + random.nextInt(4);
        CaseworkTerms terms = accepted(CaseworkTerms.read(table(contact, evaluation, perRater)));

        Casework state =
                next(
                        opened(terms),
                        opened(terms)
                                .formSquad(
                                        Village.SQUAD,
                                        Set.of(Village.VISITOR),
                                        units(1, UNITS),
                                        at(1)));
        int reached = 0;
        while (!isMet(reached, contact)) {
            assertThat(refused(state.collectOpinions(at(2)))).containsExactly("contact-coverage");
            state =
                    next(
                            state,
                            state.visit(
                                    unit(++reached),
                                    Village.VISITOR,
                                    ContactResult.AGREES,
                                    "",
                                    at(2)));
        }
        state = next(state, state.collectOpinions(at(3)));
        state = next(state, state.consult(List.of("I1"), Village.DIGEST, at(4)));
        state = next(state, state.draw(Village.PLAN, at(4)));
        state =
                next(
                        state,
                        state.decideBy("业主委员会", Village.DIGEST, Village.PLAN.document(), at(5)));
        state = next(state, state.progress("完成", Ratio.of(1, 1), List.of(), at(6)));
        state = next(state, state.finishWork(at(7)));

        int rated = 0;
        for (int rater = 1; !isMet(rated, evaluation); rater++) {
            assertThat(refused(state.close(at(8)))).containsExactly("evaluation-coverage");
            int last = Math.min(UNITS, rated + perRater);
            assertThat(refused(state.rate(PersonId.of("X"), units(1, perRater + 1), 4, at(8))))
                    .isNotEmpty();
            state =
                    next(
                            state,
                            state.rate(PersonId.of("R" + rater), units(rated + 1, last), 4, at(8)));
            rated = last;
        }
        Casework closed = next(state, state.close(at(9)));

        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(Casework.from(closed.history())).isEqualTo(closed);
    }

    /** 须走程序事项, 征集天数 and 评价天数: told from the drawn cells alone. */
    @Property(tries = 200)
    void aMatterGoesThroughAProcedureAndAStageIsLateExactlyWhereItsLocalitySaysSo(
            @ForAll Random random) {
        judge(random, new TreeMap<>());
    }

    private static void judge(Random random, Map<String, Integer> reached) {
        List<Integer> items = new ArrayList<>();
        for (int item = 1; item <= 9; item++) {
            if (random.nextInt(3) == 0) {
                items.add(item);
            }
        }
        int surveyDays = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(366);
        int ratingDays = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(366);
        Matter matter = Matter.ofItem(1 + random.nextInt(9));
        String cells =
                "0/1,0/1,1,协商,%s,,%d,%d,某街道方案,解读"
                        .formatted(
                                items.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(";")),
                                surveyDays,
                                ratingDays);
        CaseworkTerms terms = accepted(CaseworkTerms.read(table(cells)));

        Casework state = opened(terms, matter);
        assertDue(state, surveyDays, 0);
        state = next(state, state.collectOpinions(at(3)));
        assertThat(state.dueOn()).isEmpty();
        state = next(state, state.consult(List.of("I1"), Village.DIGEST, at(4)));
        state = next(state, state.draw(Village.PLAN, at(4)));
        Resolution adopted =
                Village.vote(Village.COMMUNITY.value(), matter, UNITS).resolution().orElseThrow();
        boolean needed = items.contains(matter.item());
        assertThat(refused(state.decideBy(adopted, at(6))))
                .isEqualTo(needed ? List.of("procedure-needed") : List.of());
        reached.merge(needed ? "through a procedure" : "outside", 1, Integer::sum);
        if (!needed) {
            state = next(state, state.decideBy(adopted, at(6)));
            state = next(state, state.progress("完成", Ratio.of(1, 1), List.of(), at(6)));
            assertThat(state.dueOn()).isEmpty();
            state = next(state, state.finishWork(at(7)));
            assertDue(state, ratingDays, 7);
            reached.merge(ratingDays > 0 ? "days to rate" : "no day to rate", 1, Integer::sum);
        }
        reached.merge(surveyDays > 0 ? "days to ask" : "no day to ask", 1, Integer::sum);
    }

    /** The last day is in time, and the next one is late; without days nothing ever is. */
    private static void assertDue(Casework state, int days, int week) {
        LocalDate last = LocalDate.of(2025, 3, 1).plusWeeks(week).plusDays(days);
        assertThat(state.dueOn()).isEqualTo(Optional.of(last).filter(due -> days > 0));
        assertThat(state.isLate(last)).isFalse();
        assertThat(state.isLate(last.plusDays(1))).isEqualTo(days > 0);
    }

    /** 决策主体: what is not the owners' is decided by those whom the place names, or by any. */
    @Property(tries = 100)
    void aBodyDecidesWhereItsLocalityNamesItOrNone(
            @ForAll @Size(max = 4) Set<@IntRange(min = 1, max = 4) Integer> named,
            @ForAll @IntRange(min = 1, max = 4) int deciding) {
        String bodies = named.stream().map(i -> "机构" + i).collect(Collectors.joining(";"));
        CaseworkTerms terms =
                accepted(CaseworkTerms.read(table("0/1,0/1,1,协商,," + bodies + ",0,0,某街道方案,解读")));
        Casework state = opened(terms);
        state = next(state, state.collectOpinions(at(3)));
        state = next(state, state.consult(List.of("I1"), Village.DIGEST, at(4)));
        state = next(state, state.draw(Village.PLAN, at(4)));

        Motion.Document plan = Village.PLAN.document();
        assertThat(refused(state.decideBy("机构" + deciding, Village.DIGEST, plan, at(5))))
                .isEqualTo(
                        named.isEmpty() || named.contains(deciding)
                                ? List.of()
                                : List.of("body-named"));
    }

    @Property(tries = 1)
    void theTermsDrawnReachMattersAndDaysOfBothKinds() {
        Map<String, Integer> reached = new TreeMap<>();
        for (int seed = 0; seed < 60; seed++) {
            judge(new Random(seed), reached);
        }

        assertThat(
                        List.of(
                                "through a procedure",
                                "outside",
                                "days to ask",
                                "no day to ask",
                                "days to rate",
                                "no day to rate"))
                .allMatch(one -> reached.getOrDefault(one, 0) > 5, reached.toString());
    }

    /** Exact, and without the ratio of the library. */
    private static boolean isMet(int units, Ratio share) {
        String text = share.toString();
        int slash = text.indexOf('/');
        long numerator = Long.parseLong(slash < 0 ? text : text.substring(0, slash));
        long denominator = slash < 0 ? 1 : Long.parseLong(text.substring(slash + 1));
        return units * denominator >= numerator * UNITS;
    }

    @Property(tries = 100)
    void everyPlantedFaultIsOneReason(@ForAll @IntRange(min = 1, max = 31) int planted) {
        boolean[] plants = new boolean[5];
        for (int i = 0; i < plants.length; i++) {
            plants[i] = (planted & (1 << i)) != 0;
        }
        String row =
                String.join(
                        ",",
                        plants[0] ? "13/12" : "12/12",
                        plants[1] ? "半数" : "1/2",
                        plants[2] ? "0" : "1",
                        "协商,,,0,0",
                        plants[3] ? "长".repeat(201) : "某街道方案",
                        plants[4] ? "听说" : "解读");

        assertThat(refused(CaseworkTerms.read(table(row)))).hasSize(Integer.bitCount(planted));
    }

    private static Casework opened(CaseworkTerms terms, Matter... matters) {
        return Casework.from(
                List.of(
                        accepted(
                                Casework.open(
                                        new CaseOpened(
                                                Village.COMMUNITY,
                                                Village.START,
                                                CaseId.of("C-1"),
                                                "外墙保温板维修",
                                                CaseKind.REPAIR,
                                                new TreeSet<>(Arrays.asList(matters)),
                                                OFFICER,
                                                new TreeSet<>(units(1, UNITS)),
                                                terms)))));
    }

    private static SheetFile table(Ratio contact, Ratio evaluation, int perRater) {
        return table(contact + "," + evaluation + "," + perRater + ",协商,,,0,0,某街道方案,解读");
    }

    private static SheetFile table(String row) {
        String text = "入户覆盖率,评价参与率,每人评价户数上限,必经环节,须走程序事项,决策主体,征集天数,评价天数,来源,依据\n" + row + "\n";
        return SheetFile.utf8("terms.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
