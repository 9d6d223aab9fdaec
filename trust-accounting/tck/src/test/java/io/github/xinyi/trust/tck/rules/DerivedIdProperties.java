package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ID;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.AdoptedPlan;
import io.github.xinyi.trust.fund.Deposit;
import io.github.xinyi.trust.fund.FundPlan;
import io.github.xinyi.trust.fund.FundRule;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.fund.PlanCharge;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ids that are made of others fit the columns that keep them, or are refused before a store is
 * asked, by a rule or an argument that names the limit.
 */
class DerivedIdProperties {

    private static final Salt SALT = SampleBook.salt("salt");
    private static final LocalDate RECORD_DATE = LocalDate.of(2024, 11, 30);

    private static AdoptedPlan plan(int length) {
        FundPlan plan =
                new FundPlan(
                        ID,
                        "P".repeat(length),
                        new FundUse.Distribution(FundClass.PUBLIC_INCOME, RECORD_DATE),
                        Money.ofFen(100));
        return accept(
                plan.adopt(
                        Village.resolution(
                                ID, Matter.OTHER_MAJOR_MATTER, List.of(plan.document()))));
    }

    private static Roster roster(UnitId unit) {
        return accept(
                Roster.of(
                        ID,
                        RECORD_DATE,
                        PersonId.of("builder"),
                        List.of(
                                Village.home(
                                        unit, FloorArea.parse("60.00"), PersonId.of("owner")))));
    }

    @Property(tries = 60)
    void aSurplusIsSharedWhereEveryChargeIsShortEnough(
            @ForAll @IntRange(min = 1, max = 24) int planLength,
            @ForAll @IntRange(min = 62, max = 66) int chargeLength) {
        int unitLength = Math.min(64, chargeLength - planLength - 1);
        AdoptedPlan plan = plan(planLength);
        UnitId unit = UnitId.of("7".repeat(unitLength));
        int length = PlanCharge.of(plan, unit).toString().length();

        Outcome<AdoptedPlan> shared = plan.sharedAmong(roster(unit));

        assertThat(length).isEqualTo(planLength + 1 + unitLength);
        if (length <= OutflowOrder.MAX_BUDGET_LINE) {
            assertThat(accept(shared).part(unit)).isPresent();
        } else {
            assertRefused(shared, FundRule.CHARGE_LENGTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65, 66})
    void whatIsChargedIsRefusedAboveSixtyFourCharacters(int length) {
        Village village = new Village(Ratio.of(8, 100));
        village.post(SampleBook.opening("opening", 1_000));
        PaymentRequest request =
                village.request(
                        "E1",
                        OutflowKind.HAND_OVER,
                        PersonId.of("payee"),
                        1,
                        "7".repeat(length),
                        List.of());

        Outcome<?> asked = village.disbursements.request(request);

        if (length <= OutflowOrder.MAX_BUDGET_LINE) {
            assertRefused(asked, DisbursementRule.CLASS_NAMED);
        } else {
            assertRefused(asked, DisbursementRule.CLASS_NAMED, DisbursementRule.CHARGE_LENGTH);
        }
    }

    /** The defect: a promise could have a name under which it was never paid, nor told why. */
    @ParameterizedTest
    @ValueSource(ints = {58, 59, 60})
    void aPromiseWithALongNameIsPaidOrRefusedByARule(int length) {
        Village village = new Village(Ratio.of(8, 100));
        village.post(SampleBook.opening("opening", 1_000));
        String promise = "Y".repeat(length);
        Outcome<?> promised =
                village.execute(
                        (year, book) ->
                                year.commit(
                                        promise,
                                        Village.LIGHTS.code(),
                                        Money.ofFen(100),
                                        Money.ofFen(0),
                                        year.notBeforeLast(AT)));
        String charge = Village.LIGHTS.code() + "/" + promise;

        assertThat(promised.isAccepted()).isTrue();
        Outcome<?> paid =
                village.authoriseAndPay(
                        village.request(
                                "E1",
                                OutflowKind.PAYMENT,
                                Village.ELECTRICIAN,
                                100,
                                charge,
                                List.of(Village.voucher("P-1", Voucher.Kind.INVOICE, 100))));
        if (charge.length() <= OutflowOrder.MAX_BUDGET_LINE) {
            accept(paid);
            assertThat(village.trusteeship.year(2025).orElseThrow().isPromised(promise)).isFalse();
        } else {
            assertRefused(paid, DisbursementRule.CHARGE_LENGTH);
        }
    }

    /** The defect: it was paid, and then a promise could not be kept under such a number. */
    @ParameterizedTest
    @ValueSource(strings = {"E²", "Ⅳ-1", "E1"})
    void aPromiseIsKeptWhateverTheNumberOfTheOrder(String number) {
        Village village = new Village(Ratio.of(8, 100));
        village.post(SampleBook.opening("opening", 1_000));
        accept(
                village.execute(
                        (year, book) ->
                                year.commit(
                                        "YD-1",
                                        Village.LIGHTS.code(),
                                        Money.ofFen(100),
                                        Money.ofFen(0),
                                        year.notBeforeLast(AT))));

        accept(
                village.authoriseAndPay(
                        village.request(
                                number,
                                OutflowKind.PAYMENT,
                                Village.ELECTRICIAN,
                                100,
                                Village.LIGHTS.code() + "/YD-1",
                                List.of(Village.voucher("P-1", Voucher.Kind.INVOICE, 100)))));

        assertThat(village.trusteeship.year(2025).orElseThrow().isPromised("YD-1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {47, 48, 49})
    void anOrderHasANumberThatItsEntryCanBear(int length) {
        String number = "E".repeat(length);
        Village village = new Village(Ratio.of(8, 100));

        if (length <= 48) {
            OutflowOrder order = village.lights(number, 1).order();
            assertThat(Book.paymentId(order).value()).isEqualTo("pay/" + number);
            assertThat(Book.orderPaidBy(Book.paymentId(order))).contains(number);
        } else {
            assertThatThrownBy(() -> village.lights(number, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1", "pay", "pay-E1", "Pay/E1", "repay/E1", "returned/pay/E1"})
    void noOtherEntryIsThatOfAnOrder(String id) {
        assertThat(Book.orderPaidBy(EntryId.of(id))).isEmpty();
    }

    /** The defect: what came back from the firm could not be recorded under a long number. */
    @ParameterizedTest
    @ValueSource(ints = {55, 56, 57, 64})
    void aRepaymentIsNamedByTheBanksNumberHoweverLong(int length) {
        Village village = new Village(Ratio.of(8, 100));

        Outcome<?> repaid =
                new TrusteeDebt(village.trusteeship)
                        .repay(
                                2025,
                                FundClass.SERVICE_FUND,
                                Money.ofFen(1),
                                SourceDocument.bankLine("B".repeat(length)),
                                AT,
                                DAY,
                                SampleBook.salt("repaid"));

        assertRefused(repaid, TrusteeshipRule.REPAID_WITHIN_DEBT);
    }

    @Property(tries = 40)
    void aPaperWithTooLongANumberIsRefusedBeforeAStoreIsAsked(
            @ForAll @IntRange(min = 50, max = 66) int length) {
        SourceDocument line = SourceDocument.bankLine("BK1");
        Money seven = Money.ofFen(7);

        entered(
                length,
                59,
                n -> new Bill(n, Village.unit(1), YearMonth.from(DAY), DAY, seven).entry(SALT));
        entered(length, 56, n -> new FeeReceipt(n, Village.unit(1), line, DAY, seven).entry(SALT));
        entered(length, 56, n -> new Deposit(n, Village.unit(1), line, DAY, seven).entry(SALT));
        entered(
                length,
                57,
                n ->
                        new PublicIncome(
                                        n,
                                        PublicIncome.Source.VENUE,
                                        Visibility.open(),
                                        line,
                                        DAY,
                                        seven,
                                        "场地")
                                .entry(SALT));
    }

    private static void entered(int length, int most, Function<String, EntryDraft> entry) {
        String number = "7".repeat(length);
        if (length <= most) {
            assertThat(entry.apply(number).id().value()).endsWith(number).hasSizeLessThan(65);
        } else {
            assertThatThrownBy(() -> entry.apply(number))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
