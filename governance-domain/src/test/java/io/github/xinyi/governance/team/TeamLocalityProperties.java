package io.github.xinyi.governance.team;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A locality's team is a table; any valid one is manned, and any faulty one refused in full. */
class TeamLocalityProperties {

    private static final String HEADER = "岗位,最少,最多,兼任小区上限,资格,类别,互斥岗位,独立性,来源,依据\n";
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LEFT = LocalDate.of(2025, 6, 1);
    private static final LocalDate REPLACED = LocalDate.of(2025, 7, 1);
    private static final EffectivePeriod YEAR =
            new EffectivePeriod(FIRST, LocalDate.of(2026, 1, 1));
    private static final PersonId FIRM = PersonId.of("FIRM");

    /** One row each, with one fault each. */
    private static final List<String> FAULTS =
            List.of(
                    "坏一,3,2,,,,,不限,丙,解读",
                    "坏二,0,1,,,法律;财务,,不限,丙,解读",
                    "坏三,0,,,,,无此岗位,不限,丙,解读",
                    "坏四,-1,,,,,,不限,丙,解读",
                    "坏五,0,,,,,,可以,丙,解读",
                    "坏六,0,,,,,,不限,丙,听说",
                    "坏七,0,,,甲;甲,,,不限,丙,解读",
                    "坏八,0,,201,,,,不限,丙,解读",
                    "岗0,0,,,,,,不限,丙,解读");

    @Property(tries = 150)
    void everyLocalityIsMannedLosesSomebodyAndIsMannedAgain(@ForAll Random random) {
        TeamPattern drawn = accepted(TeamPattern.read("某市", table(rows(random))));
        for (TeamPattern pattern :
                List.of(
                        drawn,
                        TeamPattern.onePlusThreePlusN(),
                        TeamPattern.onePlusFourPlusX(),
                        TeamPattern.onePlusFourOfQuanzhou(),
                        TeamPattern.disputeTeam())) {
            List<TeamEvent> history = new ArrayList<>();
            Team full = manned(pattern, history);
            assertThat(full.composition(FIRST).notMet()).isEmpty();
            assertThat(full.gaps(YEAR)).isEmpty();

            Slot slot =
                    pattern.slots().stream()
                            .filter(s -> s.seats().least() > 0)
                            .findFirst()
                            .orElse(pattern.slots().get(0));
            PersonId leaver = PersonId.of(slot.id() + "-0");
            Team left =
                    next(
                            full,
                            full.end(leaver, slot.id(), LEFT, Reason.RESIGNED, Instant.EPOCH),
                            history);
            Team again =
                    next(
                            left,
                            left.assign(assignment(slot, 0, "替", REPLACED), Instant.EPOCH),
                            history);

            assertThat(again.gaps(YEAR))
                    .extracting(Gap::days)
                    .allMatch(days -> days.equals(new EffectivePeriod(LEFT, REPLACED)));
            assertThat(again.composition(REPLACED).notMet()).isEmpty();
            assertThat(Team.from(history)).isEqualTo(again);
            assertFirmIsKeptOut(left);
        }
    }

    @Property(tries = 200)
    void everyPlantedFaultIsOneReason(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 511) int planted) {
        List<String> rows = new ArrayList<>(rows(random));
        for (int i = 0; i < FAULTS.size(); i++) {
            if ((planted & (1 << i)) != 0) {
                rows.add(FAULTS.get(i));
            }
        }

        assertThat(refusal(TeamPattern.read("某市", table(rows)))).hasSize(Integer.bitCount(planted));
    }

    private static void assertFirmIsKeptOut(Team team) {
        for (Slot slot : team.pattern().slots()) {
            Assignment employed = assignment(slot, 0, "司", REPLACED, FIRM);
            boolean asked = slot.admission().independence() != Admission.Independence.NOT_ASKED;
            List<String> reasons =
                    team.assign(employed, Instant.EPOCH)
                            .fold(
                                    event -> List.of(),
                                    r -> r.notMet().stream().map(f -> f.rule().value()).toList());
            assertThat(reasons.contains("team.independent")).isEqualTo(asked);
        }
    }

    private static Team manned(TeamPattern pattern, List<TeamEvent> history) {
        history.add(
                accepted(
                        Team.form(
                                CommunityId.of("C"),
                                TeamId.of("T"),
                                pattern,
                                List.of(
                                        new ServiceContract(
                                                "HT-1", FIRM, EffectivePeriod.from(FIRST))),
                                Instant.EPOCH)));
        Team team = Team.from(history);
        for (Slot slot : pattern.slots()) {
            int people = Math.max(slot.seats().least(), slot.admission().kinds().size());
            for (int i = 0; i < Math.max(1, people); i++) {
                team =
                        next(
                                team,
                                team.assign(assignment(slot, i, "", FIRST), Instant.EPOCH),
                                history);
            }
        }
        return team;
    }

    private static Team next(Team team, Outcome<TeamEvent> outcome, List<TeamEvent> history) {
        history.add(accepted(outcome));
        return team.after(accepted(outcome));
    }

    private static Assignment assignment(
            Slot slot, int number, String suffix, LocalDate from, PersonId... employers) {
        List<String> kinds = List.copyOf(slot.admission().kinds());
        List<String> qualities = slot.admission().qualities().stream().limit(1).toList();
        return new Assignment(
                new Seat(slot.id(), kinds.isEmpty() ? "" : kinds.get(number % kinds.size())),
                new Candidate(
                        PersonId.of(slot.id() + "-" + number + suffix),
                        new TreeSet<>(qualities),
                        new TreeSet<>(Arrays.asList(employers)),
                        new TreeSet<>()),
                Capacity.PART_TIME,
                EffectivePeriod.from(from));
    }

    /** A valid table: bounds, kinds, exclusions among its own slots. */
    private static List<String> rows(Random random) {
        int slots = 1 + random.nextInt(6);
        return Stream.iterate(0, i -> i < slots, i -> i + 1)
                .map(
                        i -> {
                            int kinds = random.nextInt(3);
                            int least = random.nextInt(4);
                            int most = Math.max(1, Math.max(kinds, least)) + random.nextInt(3);
                            return String.join(
                                    ",",
                                    "岗" + i,
                                    "" + least,
                                    random.nextInt(3) == 0 ? "" : "" + most,
                                    random.nextBoolean() ? "" : "" + (1 + random.nextInt(5)),
                                    random.nextBoolean() ? "" : "资甲;资乙",
                                    List.of("", "法律", "法律;财务").get(kinds),
                                    i == 0 || random.nextBoolean() ? "" : "岗" + (i - 1),
                                    random.nextBoolean() ? "独立于物业企业" : "不限",
                                    "某市办法",
                                    random.nextBoolean() ? "未核对" : "解读");
                        })
                .toList();
    }

    private static SheetFile table(List<String> rows) {
        String text = HEADER + String.join("\n", rows);
        return SheetFile.utf8("pattern.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
