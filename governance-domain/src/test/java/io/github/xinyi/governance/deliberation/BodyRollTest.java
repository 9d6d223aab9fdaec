package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.CLERK;
import static io.github.xinyi.governance.deliberation.Procedures.DIGEST;
import static io.github.xinyi.governance.deliberation.Procedures.ROOF;
import static io.github.xinyi.governance.deliberation.Procedures.accepted;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.opened;
import static io.github.xinyi.governance.deliberation.Procedures.refusals;
import static io.github.xinyi.governance.deliberation.Procedures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.PersonId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A count that is made of persons, and the digest that binds a step to them. */
class BodyRollTest {

    private static final String SALT = "0123456789abcdef".repeat(2);
    private static final Paper MINUTES = new Paper(Paper.Kind.MINUTES, DIGEST);

    private static Set<PersonId> members(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> PersonId.of("M" + i))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BodyRoll roll(int due, int present, int consenting) {
        return BodyRoll.of(members(1, due), members(1, present), members(1, consenting), SALT)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    @Test
    void aStageIsTakenByTheRollThatItsCountAndItsListOfThosePresentComeFrom() {
        Procedure procedure = until(opened(PatternSheet.fiveDeliberations(), ROOF), "discussion");
        Stage stage = procedure.next().orElseThrow();
        BodyRoll enough = roll(5, 4, 3);

        assertThat(
                        refusals(
                                procedure.take(
                                        stage.id(),
                                        roll(5, 4, 2)
                                                .report(
                                                        stage.actors().get(0),
                                                        List.of(MINUTES),
                                                        CLERK),
                                        day(20))))
                .containsExactly("consent");
        StageReport report = enough.report(stage.actors().get(0), List.of(MINUTES), CLERK);
        ProcedureEvent taken = accepted(procedure.take(stage.id(), report, day(20)));

        StageReport recorded = ((ProcedureEvent.StageTaken) taken).report();
        assertThat(recorded.count()).isEqualTo(new BodyCount(5, 4, 3));
        assertThat(enough.isBehind(recorded)).isTrue();
        assertThat(taken.toString()).doesNotContain("M1", "M5", SALT);
    }

    @Test
    void namesEverybodyWhoIsOnTheWrongList() {
        assertThat(refusals(BodyRoll.of(members(1, 3), members(2, 5), members(1, 2), SALT)))
                .containsExactly("roll-present", "roll-consenting");
        assertThat(
                        Procedures.ruling(
                                        BodyRoll.of(
                                                members(1, 3), members(2, 5), members(1, 2), SALT))
                                .notMet())
                .extracting(finding -> finding.evidence().get("persons"))
                .containsExactly("[M4, M5]", "[M1]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new BodyRoll(
                                        new TreeSet<>(members(1, 3)),
                                        new TreeSet<>(members(1, 4)),
                                        new TreeSet<>(),
                                        SALT));
    }

    @ParameterizedTest
    @CsvSource({"10000, true", "10001, false"})
    void hasTenThousandMembersAtMost(int members, boolean good) {
        assertThat(refusals(BodyRoll.of(members(1, members), members(1, 1), members(1, 1), SALT)))
                .isEqualTo(good ? List.of() : List.of("roll-size"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789ABCDEF0123456789abcdef", "0123456789abcdef"})
    void hasASaltOf128Bits(String salt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BodyRoll.of(members(1, 1), Set.of(), Set.of(), salt));
    }

    /** Computed without the library: {@code printf ... | sha256sum}. */
    @Test
    void itsDigestCanBeComputedByAnybodyWhoHasTheRoll() {
        assertThat(roll(2, 2, 1).digest())
                .isEqualTo("7442315162d6d9b2dc46cc8e528fbae6fe4a41a2ec783777072e9a1d56397d96");
    }

    /** Whoever is moved from one list to another, or replaced, is another roll. */
    @Property(tries = 200)
    void noOtherRollIsBehindTheReport(
            @ForAll @IntRange(min = 3, max = 12) int due,
            @ForAll @IntRange(min = 0, max = 4) int change) {
        BodyRoll roll = roll(due, due - 1, due - 2);
        StageReport report = roll.report("业主委员会", List.of(MINUTES), CLERK);
        Set<PersonId> all = members(1, due);
        Set<PersonId> came = members(1, due - 1);
        BodyRoll other =
                switch (change) {
                    case 0 -> roll(due, due - 1, due - 1);
                    case 1 -> roll(due, due, due - 2);
                    case 2 -> roll(due + 1, due - 1, due - 2);
                    case 3 ->
                            new BodyRoll(
                                    new TreeSet<>(all),
                                    new TreeSet<>(came),
                                    new TreeSet<>(members(2, due - 1)),
                                    SALT);
                    default ->
                            new BodyRoll(
                                    new TreeSet<>(all),
                                    new TreeSet<>(came),
                                    new TreeSet<>(members(1, due - 2)),
                                    "f".repeat(32));
                };

        assertThat(roll.isBehind(report)).isTrue();
        assertThat(other.isBehind(report)).isFalse();
    }
}
