package io.github.xinyi.governance.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in for a meeting, as it is kept. */
class BallotTest {

    private static final Instant AT = Instant.parse("2024-12-16T01:00:00.000001Z");
    private static final MotionId M1 = MotionId.of("M1");
    private static final UnitId UNIT = UnitId.of("1-101");
    private static final PersonId OWNER = PersonId.of("P1");
    private static final PersonId VOTER = PersonId.of("X1");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 65})
    void aColumnKeepsTheAnswerOfEveryUnitApart(int units) {
        Random random = new Random(units);
        int[] expected = new int[units];
        AnswerColumn.Builder builder = AnswerColumn.builder(units);

        for (int i = 0; i < 3 * units; i++) {
            int unit = random.nextInt(units);
            Choice choice = List.of(Choice.values()).get(random.nextInt(3));
            builder.answer(unit, choice);
            expected[unit] = choice.code();
        }

        AnswerColumn column = builder.build();
        assertThat(column.units()).isEqualTo(units);
        for (int unit = 0; unit < units; unit++) {
            assertThat(column.answer(unit)).isEqualTo(expected[unit]);
        }
    }

    @Test
    void aBuiltColumnDoesNotChangeWithItsBuilder() {
        AnswerColumn.Builder builder = AnswerColumn.builder(1).answer(0, Choice.FOR);

        AnswerColumn column = builder.build();
        builder.answer(0, Choice.AGAINST);

        assertThat(column.answer(0)).isEqualTo(Choice.FOR.code());
    }

    @Test
    void momentsAreNoFinerThanAMicrosecond() {
        Instant finer = AT.plusNanos(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ballot("V1", finer, Channel.PAPER, new Mandate.Own()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Withdrawal(OWNER, VOTER, finer));
        assertThatCode(() -> new Withdrawal(OWNER, VOTER, AT)).doesNotThrowAnyException();
    }

    @Test
    void aMotionWithNothingTickedIsAsOneLeftOut() {
        Ballot blank =
                new Ballot(
                        BallotId.of("V1"),
                        UNIT,
                        VOTER,
                        Channel.PAPER,
                        AT,
                        Signature.SIGNED,
                        new TreeMap<>(Map.of(M1, Set.of())));

        assertThat(blank.choices()).isEmpty();
        assertThat(blank.choicesOn(M1)).isEmpty();
    }

    @Test
    void tellsWhoseWillItIsAndWhetherAnAuthorityIsNeeded() {
        Mandate proxy = proxy(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 1));

        assertThat(
                        Stream.of(
                                        new Mandate.Own(),
                                        proxy,
                                        new Mandate.Guardian(OWNER),
                                        new Mandate.Carried(OWNER))
                                .map(m -> ballot("V1", AT, Channel.PAPER, m))
                                .map(b -> b.owner() + " " + b.mandate().isByProxy()))
                .containsExactly("X1 false", "P1 true", "P1 false", "X1 false");
    }

    @Test
    void anAuthorityHasADay() {
        LocalDate day = LocalDate.of(2024, 12, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> proxy(day, day.minusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "200, true", "201, false"})
    void aDeliveryHasAUsableProof(int length, boolean usable) {
        if (usable) {
            assertThat(new Delivery(UNIT, Channel.PAPER, "签".repeat(length)).proof())
                    .hasSize(length);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Delivery(UNIT, Channel.PAPER, "签".repeat(length)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delivery(UNIT, Channel.PAPER, "a\tb"));
    }

    @Test
    void ordersByMomentThenChannelThenIdentifier() {
        List<Ballot> inOrder =
                List.of(
                        ballot("c", AT, Channel.ON_SITE, new Mandate.Own()),
                        ballot("b", AT.plusNanos(1_000), Channel.PAPER, new Mandate.Own()),
                        ballot("a", AT.plusNanos(1_000), Channel.ONLINE, new Mandate.Own()),
                        ballot("b", AT.plusNanos(1_000), Channel.ONLINE, new Mandate.Own()));
        List<Withdrawal> taken =
                List.of(
                        new Withdrawal(VOTER, VOTER, AT),
                        new Withdrawal(OWNER, OWNER, AT.plusNanos(1_000)),
                        new Withdrawal(OWNER, VOTER, AT.plusNanos(1_000)),
                        new Withdrawal(VOTER, OWNER, AT.plusNanos(1_000)));
        List<Delivery> brought =
                List.of(
                        new Delivery(UNIT, Channel.PAPER, "2"),
                        new Delivery(UNIT, Channel.ONLINE, "1"),
                        new Delivery(UNIT, Channel.ONLINE, "2"),
                        new Delivery(UnitId.of("1-102"), Channel.PAPER, "1"));

        assertThat(inOrder).isSortedAccordingTo(Ballot.ORDER_OF_RECEIPT);
        assertThat(taken).isSortedAccordingTo(Withdrawal.ORDER_OF_RECEIPT);
        assertThat(brought).isSortedAccordingTo(Delivery.ORDER);
    }

    @Test
    void whoAskedForPaperIsReachedByPaperAlone() {
        UnitId other = UnitId.of("1-102");
        UnitId third = UnitId.of("1-103");
        BallotBox box =
                new BallotBox(
                        List.of(),
                        List.of(),
                        List.of(
                                new Delivery(UNIT, Channel.ONLINE, "短信"),
                                new Delivery(other, Channel.PAPER, "签收"),
                                new Delivery(third, Channel.ONLINE, "短信")),
                        new TreeSet<>(Set.of(UNIT, other)));

        assertThat(box.reached()).containsExactly(other, third);
    }

    @Test
    void aBoxAtAMomentIsWithoutWhatCameLater() {
        Ballot first = ballot("V1", AT, Channel.PAPER, new Mandate.Own());
        Ballot later = ballot("V2", AT.plusNanos(1_000), Channel.PAPER, new Mandate.Own());
        Withdrawal taken = new Withdrawal(OWNER, VOTER, AT);
        Withdrawal takenLater = new Withdrawal(OWNER, VOTER, AT.plusNanos(1_000));
        List<Delivery> brought = List.of(new Delivery(UNIT, Channel.PAPER, "签收"));
        TreeSet<UnitId> paper = new TreeSet<>(Set.of(UNIT));
        BallotBox box =
                new BallotBox(List.of(first, later), List.of(taken, takenLater), brought, paper);

        assertThat(box.until(AT))
                .isEqualTo(new BallotBox(List.of(first), List.of(taken), brought, paper));
        assertThat(box.until(AT.plusNanos(1_000))).isEqualTo(box);
    }

    private static Mandate proxy(LocalDate from, LocalDate through) {
        return new Mandate.Proxy(OWNER, from, through, new TreeMap<>());
    }

    private static Ballot ballot(String id, Instant at, Channel channel, Mandate mandate) {
        return new Ballot(
                BallotId.of(id),
                UNIT,
                VOTER,
                channel,
                at,
                Signature.SIGNED,
                mandate,
                new TreeMap<>(Map.of(M1, Set.of(Choice.FOR))));
    }
}
