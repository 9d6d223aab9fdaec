package io.github.xinyi.governance.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What does not fit a box is refused by its size alone, and what just fits is taken. */
class BoxSizeTest {

    private static final Instant AT = Instant.parse("2024-12-16T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 12, 16);
    private static final UnitId UNIT = UnitId.of("1-101");
    private static final PersonId OWNER = PersonId.of("P1");

    /** Says how many it has and breaks when anybody copies or walks it. */
    private static final class Sized<T> extends AbstractList<T> {

        @Override
        public T get(int index) {
            throw new AssertionError("walked through before its size was looked at");
        }

        @Override
        public Object[] toArray() {
            throw new AssertionError("copied before its size was looked at");
        }

        @Override
        public int size() {
            return BallotBox.MAX_ENTRIES + 1;
        }
    }

    /** The same of units. */
    private static final class SizedUnits extends TreeSet<UnitId> {

        private static final long serialVersionUID = 1L;

        @Override
        public int size() {
            return BallotBox.MAX_ENTRIES + 1;
        }

        @Override
        public boolean addAll(Collection<? extends UnitId> units) {
            throw new AssertionError("copied before its size was looked at");
        }
    }

    @Test
    void refusesOneMoreOfAnythingBeforeItIsCopied() {
        TreeSet<UnitId> none = new TreeSet<>();

        refuses("1000000 ballots, got 1000001", () -> BallotBox.of(new Sized<>()));
        refuses(
                "1000000 ballots, got 1000001",
                () -> new BallotBox(new Sized<>(), List.of(), List.of(), none));
        refuses(
                "1000000 withdrawals, got 1000001",
                () -> new BallotBox(List.of(), new Sized<>(), List.of(), none));
        refuses(
                "1000000 deliveries, got 1000001",
                () -> new BallotBox(List.of(), List.of(), new Sized<>(), none));
        refuses(
                "1000000 units that asked for paper, got 1000001",
                () -> new BallotBox(List.of(), List.of(), List.of(), new SizedUnits()));
    }

    private static void refuses(String message, Runnable box) {
        assertThatIllegalArgumentException().isThrownBy(box::run).withMessageContaining(message);
    }

    @Test
    void takesAsManyAsItSays() {
        List<Ballot> most = Collections.nCopies(BallotBox.MAX_ENTRIES, ballot(1));

        assertThat(BallotBox.of(most).ballots()).hasSize(BallotBox.MAX_ENTRIES);
    }

    @Test
    void aBallotAnswersFiftyMotionsAndNotOneMore() {
        assertThat(ballot(Ballot.MAX_ANSWERS).choices()).hasSize(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ballot(Ballot.MAX_ANSWERS + 1))
                .withMessageContaining("too many motions: 51");
    }

    @Test
    void anAuthorityStatesAsManyOpinionsAndNotOneMore() {
        assertThat(authority(DAY, Mandate.MAX_OPINIONS).opinions()).hasSize(Mandate.MAX_OPINIONS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> authority(DAY, Mandate.MAX_OPINIONS + 1))
                .withMessageContaining("too many opinions");
    }

    @Test
    void anAuthorityIsGoodForADayAtLeast() {
        assertThat(authority(DAY, 0).validThrough()).isEqualTo(DAY);
        assertThatIllegalArgumentException().isThrownBy(() -> authority(DAY.minusDays(1), 0));
    }

    private static Ballot ballot(int answers) {
        SortedMap<MotionId, Set<Choice>> choices = new TreeMap<>();
        IntStream.range(0, answers)
                .forEach(i -> choices.put(MotionId.of("M" + i), Set.of(Choice.FOR)));
        return new Ballot(
                BallotId.of("V1"), UNIT, OWNER, Channel.ONLINE, AT, Signature.SIGNED, choices);
    }

    private static Mandate.Proxy authority(LocalDate through, int opinions) {
        SortedMap<MotionId, Choice> stated = new TreeMap<>();
        IntStream.range(0, opinions).forEach(i -> stated.put(MotionId.of("M" + i), Choice.FOR));
        return new Mandate.Proxy(OWNER, DAY, through, stated);
    }
}
