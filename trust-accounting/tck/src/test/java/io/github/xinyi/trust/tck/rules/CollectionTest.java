package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Fees.START;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.collection.Ageing;
import io.github.xinyi.trust.collection.Arrears;
import io.github.xinyi.trust.collection.CollectionRule;
import io.github.xinyi.trust.collection.CollectionSummary;
import io.github.xinyi.trust.collection.Reminders;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ages, rates and what of them may be published (PIPL art. 25). */
class CollectionTest {

    private static final Ageing AGEING = new Ageing(List.of(30, 90));
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final YearMonth APRIL = YearMonth.from(START);

    private static Charge.Position position(int unit, LocalDate due, long fen, long paid) {
        return position(unit, Charge.Kind.METERED_FEE, due, fen, paid, 0);
    }

    private static Charge.Position position(
            int unit, Charge.Kind kind, LocalDate due, long fen, long paid, long forgiven) {
        return new Charge.Position(
                Village.ID,
                FeeAccount.ofOwners(Village.unit(unit)),
                new Charge("B" + unit + "-" + due, kind, due.withDayOfMonth(1), due, fen),
                paid,
                forgiven);
    }

    /** So many units that owe 1.00 each, so many days past the due day. */
    private static Stream<Charge.Position> late(int first, int units, int days) {
        return IntStream.range(first, first + units)
                .mapToObj(unit -> position(unit, TODAY.minusDays(days), 100, 0));
    }

    private static Arrears arrears(Stream<Charge.Position> positions) {
        return Arrears.of(positions.toList(), AGEING, TODAY);
    }

    private static List<String> shown(Arrears.Published view) {
        return view.buckets().stream()
                .map(b -> b.firstDay() + ": " + b.units() + " " + b.amount())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, 1", "30, 1", "31, 31", "90, 31", "91, 91", "3000, 91"})
    void aBillAgesFromTheDayAfterItsDueDay(int days, String bucket) {
        List<Arrears.Bucket> owing =
                arrears(late(1, 1, days)).buckets().stream().filter(b -> b.units() > 0).toList();

        assertThat(owing.stream().map(b -> "" + b.firstDay()))
                .isEqualTo(bucket.isEmpty() ? List.of() : List.of(bucket));
    }

    @Test
    void agesWhatIsOpenAndNothingElse() {
        Arrears arrears =
                arrears(
                        Stream.of(
                                position(1, TODAY.minusDays(5), 1_000, 400),
                                position(1, TODAY.minusDays(6), 1_000, 0),
                                position(2, TODAY.minusDays(5), 1_000, 1_000),
                                position(3, TODAY.minusDays(50), 70, 0)));

        assertThat(arrears.buckets())
                .containsExactly(
                        new Arrears.Bucket(1, 1, Money.ofFen(1_600)),
                        new Arrears.Bucket(31, 1, Money.ofFen(70)),
                        new Arrears.Bucket(91, 0, Money.ofFen(0)));
        assertThat(arrears.total()).isEqualTo(Money.ofFen(1_670));
    }

    @Test
    void publishesAgesOfEnoughUnitsAndJoinsThoseOfTooFew() {
        assertThat(shown(accept(arrears(Stream.concat(late(1, 5, 10), late(6, 5, 40))).publish(5))))
                .containsExactly("1: 5 5.00", "31: 5 5.00");
        assertThat(shown(accept(arrears(Stream.concat(late(1, 5, 10), late(6, 4, 40))).publish(5))))
                .containsExactly("1: 9 9.00");
        assertThat(shown(accept(arrears(Stream.concat(late(1, 4, 10), late(5, 4, 40))).publish(5))))
                .containsExactly("1: 8 8.00");
        assertThat(shown(accept(arrears(Stream.empty()).publish(5)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "5, true", "6, true"})
    void publishesNothingOfFewerUnitsThanK(int units, boolean published) {
        var outcome = arrears(late(1, units, 10)).publish(5);

        assertThat(outcome.isAccepted()).isEqualTo(published);
        if (!published) {
            assertRefused(outcome, CollectionRule.ENOUGH_UNITS);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "4, false", "5, true", "6, true"})
    void aSecondViewTellsNoChangeOfFewerUnitsThanK(int changed, boolean published) {
        Arrears before = arrears(late(1, 12, 10));
        Arrears after = arrears(late(1, 12 - changed, 10));

        var outcome = after.publishAfter(before, accept(before.publish(5)), 5);

        assertThat(outcome.isAccepted()).isEqualTo(published);
        if (!published) {
            assertRefused(outcome, CollectionRule.ENOUGH_CHANGES);
        }
    }

    /** Otherwise the second age of the second view would tell the one unit of 31 to 90 days. */
    @Test
    void agesShownTogetherStayTogether() {
        Arrears before =
                arrears(
                        Stream.concat(
                                late(1, 10, 10), Stream.concat(late(11, 1, 40), late(12, 9, 99))));
        Arrears after =
                arrears(
                        Stream.concat(
                                late(1, 4, 10), Stream.concat(late(11, 1, 40), late(12, 9, 99))));

        assertThat(shown(accept(before.publish(5)))).containsExactly("1: 10 10.00", "31: 10 10.00");
        assertThat(shown(accept(after.publish(5)))).containsExactly("1: 5 5.00", "91: 9 9.00");
        assertThat(shown(accept(after.publishAfter(before, accept(before.publish(5)), 5))))
                .containsExactly("1: 14 14.00");
    }

    @Property
    void noPublishedAgeIsOfFewerUnitsThanKAndAllSumToTheTotal(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 120) Integer> days,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 120) Integer> later,
            @ForAll @IntRange(min = 5, max = 8) int k) {
        Arrears first = arrears(positions(days));
        Arrears second = arrears(positions(later));

        first.publish(k)
                .fold(
                        view -> {
                            assertView(view, first, k);
                            second.publishAfter(first, view, k)
                                    .fold(
                                            next -> {
                                                assertView(next, second, k);
                                                return true;
                                            },
                                            ruling -> false);
                            return true;
                        },
                        ruling -> false);
    }

    private static Stream<Charge.Position> positions(List<Integer> days) {
        return IntStream.range(0, days.size())
                .mapToObj(i -> position(i, TODAY.minusDays(days.get(i)), 100L + i, 0));
    }

    private static void assertView(Arrears.Published view, Arrears arrears, int k) {
        assertThat(view.buckets()).allSatisfy(b -> assertThat(b.units()).isGreaterThanOrEqualTo(k));
        assertThat(
                        view.buckets().stream()
                                .map(Arrears.Bucket::amount)
                                .reduce(Money.ofFen(0), Money::plus))
                .isEqualTo(arrears.total());
    }

    @Test
    void refusesAKBelowFiveAndAViewThatIsNotTheOneBefore() {
        Arrears arrears = arrears(late(1, 6, 10));
        Arrears other = Arrears.of(List.of(), new Ageing(List.of(30)), TODAY);
        Arrears tomorrow = Arrears.of(List.of(), AGEING, TODAY.plusDays(1));

        assertThatThrownBy(() -> arrears.publish(4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(arrears.publish(5).isAccepted()).isTrue();
        assertThatThrownBy(() -> arrears.publishAfter(other, accept(other.publish(5)), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arrears.publishAfter(arrears, accept(tomorrow.publish(5)), 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "30 30", "30 29", "36501", "1 2 3 4 5 6 7 8 9 10 11 12 13"})
    void refusesAgesThatDoNotGrow(String days) {
        List<Integer> bounds =
                Stream.of(days.split(" ")).filter(d -> !d.isEmpty()).map(Integer::valueOf).toList();

        assertThatThrownBy(() -> new Ageing(bounds)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAgesAtTheirBounds() {
        assertThat(new Ageing(List.of(1, 36_500)).lastDays()).hasSize(2);
        assertThat(new Ageing(IntStream.rangeClosed(1, 12).boxed().toList()).lastDays())
                .hasSize(12);
    }

    @Test
    void theRateIsPaidOverBilledOfTheBillsListed() {
        CollectionSummary summary =
                CollectionSummary.of(
                        List.of(
                                position(2, START, 100, 100),
                                position(1, START, 300, 100),
                                position(3, Charge.Kind.METERED_FEE, START, 300, 100, 200),
                                position(1, Charge.Kind.LATE_CHARGE, START, 900, 0, 0),
                                position(1, START.minusDays(1), 900, 0),
                                position(1, START.plusMonths(1), 900, 0)),
                        APRIL,
                        APRIL);

        assertThat(summary.bills())
                .extracting(p -> p.charge().number())
                .containsExactly("B1-2025-04-01", "B2-2025-04-01", "B3-2025-04-01");
        assertThat(summary.billed()).isEqualTo(Money.ofFen(700));
        assertThat(summary.paid()).isEqualTo(Money.ofFen(300));
        assertThat(summary.writtenOff()).isEqualTo(Money.ofFen(200));
        assertThat(summary.open()).isEqualTo(Money.ofFen(200));
        assertThat(summary.collectionRate()).isEqualTo(Ratio.of(3, 7));
    }

    @Test
    void thereIsNoRateOfNothing() {
        assertThatThrownBy(() -> CollectionSummary.of(List.of(), APRIL, APRIL).collectionRate())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CollectionSummary.of(List.of(), APRIL, APRIL.minusMonths(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, 0, true", "5, 5, true", "4, 5, false", "5, 4, false", "9, 1, false"})
    void publishesNoFigureOfFewerUnitsThanK(int paid, int owing, boolean published) {
        var outcome = summary(paid, owing).publish(5);

        assertThat(outcome.isAccepted()).isEqualTo(published);
        if (!published) {
            assertRefused(outcome, CollectionRule.ENOUGH_UNITS);
        }
    }

    @Test
    void whatIsPublishedHasNeitherBillsNorUnits() {
        CollectionSummary.Published view = accept(summary(6, 5).publish(5));

        assertThat(view)
                .isEqualTo(
                        new CollectionSummary.Published(
                                APRIL,
                                APRIL,
                                11,
                                Money.ofFen(1_100),
                                Money.ofFen(600),
                                Money.ofFen(0),
                                Money.ofFen(500)));
        assertThat(view.toString()).doesNotContain("7-2-").doesNotContain("B1");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "4, false", "5, true", "6, true"})
    void aSecondSummaryTellsNoChangeOfFewerUnitsThanK(int more, boolean published) {
        CollectionSummary before = summary(6, 12);
        CollectionSummary after = summary(6 + more, 12 - more);

        var outcome = after.publishAfter(before, 5);

        assertThat(outcome.isAccepted()).isEqualTo(published);
        if (!published) {
            assertRefused(outcome, CollectionRule.ENOUGH_CHANGES, CollectionRule.ENOUGH_CHANGES);
        }
        assertThatThrownBy(
                        () ->
                                CollectionSummary.of(List.of(), APRIL, APRIL.plusMonths(1))
                                        .publishAfter(before, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> before.publish(4)).isInstanceOf(IllegalArgumentException.class);
    }

    /** So many units that paid 1.00, and so many more that owe it. */
    private static CollectionSummary summary(int paid, int owing) {
        List<Charge.Position> positions = new ArrayList<>();
        for (int unit = 0; unit < paid + owing; unit++) {
            positions.add(position(unit, START, 100, unit < paid ? 100 : 0));
        }
        return CollectionSummary.of(positions, APRIL, APRIL);
    }

    /** Civil Code art. 944 para. 2. */
    @ParameterizedTest
    @CsvSource({"29, false", "30, false", "31, true"})
    void aSuitIsOpenAfterAReminderAndAReasonableTime(int days, boolean open) {
        LocalDate reminded = START.plusDays(1);
        var ruling =
                new Reminders(position(1, START, 100, 99), List.of(reminded))
                        .suit(30, reminded.plusDays(days));

        assertThat(ruling.notMet().isEmpty()).isEqualTo(open);
    }

    @Test
    void aSuitIsNotOpenWithoutAReminderAfterTheDueDayOrForWhatIsPaid() {
        assertThat(
                        new Reminders(position(1, START, 100, 99), List.of(START))
                                .suit(30, TODAY)
                                .refuses(CollectionRule.REMINDED.code()))
                .isTrue();
        assertThat(
                        new Reminders(position(1, START, 100, 100), List.of(START.plusDays(1)))
                                .suit(30, TODAY)
                                .refuses(CollectionRule.OVERDUE.code()))
                .isTrue();
        assertThat(
                        new Reminders(position(1, TODAY, 100, 0), List.of(START))
                                .suit(30, TODAY)
                                .refuses(CollectionRule.OVERDUE.code()))
                .isTrue();
        for (int days : new int[] {0, 366}) {
            assertThatThrownBy(
                            () ->
                                    new Reminders(position(1, START, 100, 0), List.of())
                                            .suit(days, TODAY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
