package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stores of handed-in figures that lose one thing each; every one is caught by name. */
class BrokenFundFigureStoresTest {

    private static final String F01 = "required_F01_figuresComeBackAsHandedIn";
    private static final String F02 = "required_F02_figuresOfADayAreFinal";
    private static final String F03 = "required_F03_daysAndCommunitiesNeverMix";
    private static final String F04 = "required_F04_everyPartOfTheFiguresCounts";
    private static final String F05 = "required_F05_figuresAtTheirLimitsComeBack";
    private static final String F06 = "required_F06_upperAndLowerCaseDiffer";
    private static final String F07 = "required_F07_noFiguresAreNotNone";
    private static final String F08 = "required_F08_ofManyAtOnceExactlyOneStands";

    @Test
    void theStoreOfWhichTheOthersAreBrokenHoldsItself() {
        assertThat(failures(Keeps::new)).isEmpty();
    }

    @Test
    void catchesAStoreThatLetsTheLastFiguresWin() {
        assertThat(failures(LastWins::new)).containsExactlyInAnyOrder(F02, F04, F07, F08);
    }

    @Test
    void catchesAStoreThatKeepsOneDayForEachCommunity() {
        assertThat(failures(() -> new Keeps(figures -> List.of(figures.community()), kept -> kept)))
                .containsExactly(F03);
    }

    @Test
    void catchesAStoreThatMixesCommunities() {
        assertThat(failures(() -> new Keeps(figures -> List.of(figures.day()), kept -> kept)))
                .containsExactlyInAnyOrder(F03, F06);
    }

    @Test
    void catchesAStoreThatDropsZeros() {
        assertThat(failuresOfAmounts(amounts -> without(amounts, 0))).containsExactly(F01);
    }

    @Test
    void catchesAStoreThatDropsSigns() {
        assertThat(failuresOfAmounts(BrokenFundFigureStoresTest::unsigned))
                .containsExactlyInAnyOrder(F01, F05);
    }

    @Test
    void catchesAStoreThatFoldsTheCaseOfNames() {
        assertThat(failuresOfAmounts(amounts -> named(amounts, n -> n.toLowerCase(Locale.ROOT))))
                .containsExactly(F06);
    }

    @Test
    void catchesAStoreThatCutsNamesAtSixtyFourCharacters() {
        assertThat(
                        failuresOfAmounts(
                                amounts ->
                                        named(
                                                amounts,
                                                n -> n.substring(0, Math.min(64, n.length())))))
                .containsExactly(F05);
    }

    @Test
    void catchesAStoreThatTakesEveryAmountForYuan() {
        assertThat(
                        failures(
                                () ->
                                        new Keeps(
                                                BrokenFundFigureStoresTest::key,
                                                kept ->
                                                        new FundFigures(
                                                                kept.community(),
                                                                kept.day(),
                                                                "CNY",
                                                                kept.amountsMinor()))))
                .containsExactly(F04);
    }

    @Test
    void catchesAStoreThatTakesAnEmptySetForNone() {
        assertThat(failures(ForgetsEmptySets::new)).containsExactly(F07);
    }

    @Test
    void catchesAStoreThatRefusesRepeats() {
        assertThat(failures(RefusesRepeats::new)).containsExactly(F02);
    }

    @Test
    void catchesAStoreThatLooksAndThenWrites() {
        FundFigureStoreContract contract = contractOf(LooksThenWrites::new);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(contract::required_F08_ofManyAtOnceExactlyOneStands);
    }

    private static List<Object> key(FundFigures figures) {
        return List.of(figures.community(), figures.day());
    }

    private static SortedMap<String, Long> without(Map<String, Long> amounts, long amount) {
        SortedMap<String, Long> rest = new TreeMap<>(amounts);
        rest.values().removeIf(a -> a == amount);
        return rest;
    }

    private static SortedMap<String, Long> unsigned(Map<String, Long> amounts) {
        SortedMap<String, Long> changed = new TreeMap<>(amounts);
        changed.replaceAll((name, amount) -> Math.abs(amount));
        return changed;
    }

    private static SortedMap<String, Long> named(
            Map<String, Long> amounts, UnaryOperator<String> change) {
        SortedMap<String, Long> changed = new TreeMap<>();
        amounts.forEach((name, amount) -> changed.put(change.apply(name), amount));
        return changed;
    }

    private static List<String> failuresOfAmounts(
            Function<Map<String, Long>, SortedMap<String, Long>> loss) {
        return failures(
                () ->
                        new ReadsLess(
                                kept ->
                                        new FundFigures(
                                                kept.community(),
                                                kept.day(),
                                                kept.currency(),
                                                loss.apply(kept.amountsMinor()))));
    }

    private static List<String> failures(Supplier<FundFigureStore> store) {
        return BrokenStoresTest.failures(FundFigureStoreContract.class, contractOf(store));
    }

    private static FundFigureStoreContract contractOf(Supplier<FundFigureStore> store) {
        return new FundFigureStoreContract() {
            @Override
            protected FundFigureStore emptyStore() {
                return store.get();
            }
        };
    }

    /** Keeps figures by a key, after a change; right with the right key and no change. */
    private static class Keeps implements FundFigureStore {
        final Map<List<Object>, FundFigures> kept = new HashMap<>();
        private final Function<FundFigures, List<Object>> key;
        private final UnaryOperator<FundFigures> change;

        Keeps() {
            this(BrokenFundFigureStoresTest::key, kept -> kept);
        }

        Keeps(Function<FundFigures, List<Object>> key, UnaryOperator<FundFigures> change) {
            this.key = key;
            this.change = change;
        }

        @Override
        public synchronized Outcome<FundFigures> handIn(FundFigures figures) {
            FundFigures changed = change.apply(figures);
            FundFigures there = kept.putIfAbsent(key.apply(changed), changed);
            return there == null ? Outcome.accepted(figures) : changed.against(there);
        }

        @Override
        public synchronized Optional<FundFigures> on(CommunityId community, LocalDate day) {
            FundFigures asked = new FundFigures(community, day, "CNY", new TreeMap<>());
            return Optional.ofNullable(kept.get(key.apply(asked)));
        }
    }

    private static final class ReadsLess extends Keeps {
        private final UnaryOperator<FundFigures> loss;

        ReadsLess(UnaryOperator<FundFigures> loss) {
            this.loss = loss;
        }

        @Override
        public synchronized Optional<FundFigures> on(CommunityId community, LocalDate day) {
            return super.on(community, day).map(loss);
        }
    }

    private static final class LastWins extends Keeps {
        @Override
        public synchronized Outcome<FundFigures> handIn(FundFigures figures) {
            kept.put(key(figures), figures);
            return Outcome.accepted(figures);
        }
    }

    private static final class ForgetsEmptySets extends Keeps {
        @Override
        public synchronized Outcome<FundFigures> handIn(FundFigures figures) {
            return figures.amountsMinor().isEmpty()
                    ? Outcome.accepted(figures)
                    : super.handIn(figures);
        }
    }

    private static final class RefusesRepeats extends Keeps {
        @Override
        public synchronized Outcome<FundFigures> handIn(FundFigures figures) {
            FundFigures nothing =
                    new FundFigures(figures.community(), figures.day(), "XXX", new TreeMap<>());
            return kept.containsKey(key(figures))
                    ? figures.against(nothing)
                    : super.handIn(figures);
        }
    }

    /**
     * Looks, and writes afterwards, as a select followed by an insert does: here all eight threads
     * of the check have looked before the first of them writes.
     */
    private static final class LooksThenWrites implements FundFigureStore {
        private final Keeps keeps = new Keeps();
        private final CyclicBarrier looked = new CyclicBarrier(8);

        @Override
        public Outcome<FundFigures> handIn(FundFigures figures) {
            Optional<FundFigures> there = keeps.on(figures.community(), figures.day());
            if (there.isPresent()) {
                return figures.against(there.get());
            }
            try {
                looked.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            synchronized (keeps) {
                keeps.kept.put(key(figures), figures);
            }
            return Outcome.accepted(figures);
        }

        @Override
        public Optional<FundFigures> on(CommunityId community, LocalDate day) {
            return keeps.on(community, day);
        }
    }
}
