package io.github.xinyi.governance.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.BoxLimits.Bound;
import io.github.xinyi.governance.ballot.BoxLimits.Passed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoxLimitsTest {

    private static final BoxLimits STANDARD = BoxLimits.standard();

    @Test
    void refusesOneAboveEachLimitAndTakesTheLast() {
        assertThat(passed(19, 19, 19)).isEmpty();
        assertThat(passed(20, 20, 20)).contains(new Passed(Bound.REPEATED, 20));
        assertThat(passed(0, 9_999, 9_999)).isEmpty();
        assertThat(passed(0, 10_000, 10_000)).contains(new Passed(Bound.OF_PERSON, 10_000));
        assertThat(passed(0, 0, 999_999)).isEmpty();
        assertThat(passed(0, 0, 1_000_000)).contains(new Passed(Bound.OF_MEETING, 1_000_000));
    }

    @Test
    void takesInTheSecondHalfOnlyFromThoseWhoHaveSentLittle() {
        assertThat(passed(0, 20, 499_999)).isEmpty();
        assertThat(passed(0, 20, 500_000)).contains(new Passed(Bound.KEPT_FOR_OTHERS, 20));
        assertThat(passed(0, 19, 999_999)).isEmpty();
    }

    /** The defect: a hundred voters with ten thousand ballots each left no room for an owner. */
    @Test
    void aHundredVotersLeaveAnOwnerRoom() {
        Map<Integer, Long> sent = new HashMap<>();
        long inAll = flood(STANDARD, 100, sent);

        assertThat(inAll).isEqualTo(501_000).isLessThan(STANDARD.ofMeeting());
        assertThat(STANDARD.passedBy(List.of(0L, 19L, inAll))).isEmpty();
        assertThat(STANDARD.sendersThatFillIt()).isEqualTo(25_000);
    }

    /** However many send whatever they can, one less than so many leave room for everybody else. */
    @Property(tries = 500)
    void fewerSendersThanThatNeverShutOutAnother(
            @ForAll @IntRange(min = 1, max = 5) int repeated,
            @ForAll @IntRange(min = 0, max = 30) int more,
            @ForAll @IntRange(min = 0, max = 200) int rest,
            @ForAll Random random) {
        BoxLimits limits = new BoxLimits(repeated, repeated + more, repeated + more + rest);
        int senders = limits.sendersThatFillIt() - 1;
        Map<Integer, Long> sent = new HashMap<>();
        long inAll = 0;
        for (int i = 0; i < 2_000 && senders > 0; i++) {
            inAll += send(limits, random.nextInt(senders), inAll, sent);
        }
        inAll = inAll + flood(limits, senders, sent, inAll);

        assertThat(limits.passedBy(List.of(0L, (long) repeated - 1, inAll)))
                .as("%s after %s of %s senders", limits, inAll, senders)
                .isEmpty();
    }

    @Test
    void refusesFiguresThatAreNotThree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.passedBy(List.of(0L, 0L)))
                .withMessageContaining("[0, 0]");
    }

    @Test
    void refusesLimitsThatNoBoxCanKeep() {
        assertThat(new BoxLimits(1, 1, 1).sendersThatFillIt()).isZero();
        assertThat(new BoxLimits(2, 2, 10).sendersThatFillIt()).isEqualTo(3);
        assertThat(new BoxLimits(1, 1, BallotBox.MAX_ENTRIES).ofMeeting())
                .isEqualTo(BallotBox.MAX_ENTRIES);
        for (int[] limits :
                List.of(
                        new int[] {0, 1, 1},
                        new int[] {2, 1, 2},
                        new int[] {1, 2, 1},
                        new int[] {1, 1, BallotBox.MAX_ENTRIES + 1})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BoxLimits(limits[0], limits[1], limits[2]));
        }
    }

    private static Optional<Passed> passed(long repeated, long ofPerson, long ofMeeting) {
        return STANDARD.passedBy(List.of(repeated, ofPerson, ofMeeting));
    }

    private static long flood(BoxLimits limits, int senders, Map<Integer, Long> sent) {
        return flood(limits, senders, sent, 0);
    }

    /** Every sender in turn sends to ever new units until nothing is taken any more. */
    private static long flood(
            BoxLimits limits, int senders, Map<Integer, Long> sent, long already) {
        long inAll = already;
        for (int sender = 0; sender < senders; sender++) {
            while (send(limits, sender, inAll, sent) == 1) {
                inAll++;
            }
        }
        return inAll - already;
    }

    private static int send(BoxLimits limits, int sender, long inAll, Map<Integer, Long> sent) {
        long before = sent.getOrDefault(sender, 0L);
        if (limits.passedBy(List.of(0L, before, inAll)).isPresent()) {
            return 0;
        }
        sent.put(sender, before + 1);
        return 1;
    }
}
