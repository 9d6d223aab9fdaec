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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

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

    private static Casework opened(CaseworkTerms terms) {
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
                                                new TreeSet<>(),
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
