package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ID;
import static io.github.xinyi.trust.tck.rules.Village.LAST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.plan;
import static io.github.xinyi.trust.tck.rules.Village.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.fund.AdoptedPlan;
import io.github.xinyi.trust.fund.Deposit;
import io.github.xinyi.trust.fund.FundPlan;
import io.github.xinyi.trust.fund.FundRule;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.fund.SurplusShare;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.keys.TwoKeys;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.warrant.Warrant;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards F2 and F3: each kind of outflow by its own rule, and classes mix along edges only. */
class OutflowKindsTest {

    private static final FundUse TO_FUND = new FundUse.Transfer(TransferEdge.PUBLIC_TO_MAINTENANCE);
    private static final FundUse SHARED =
            new FundUse.Distribution(FundClass.PUBLIC_INCOME, LocalDate.of(2024, 11, 30));

    private static Village village(AdoptedPlan... plans) {
        Village village = new Village(Ratio.of(8, 100), List.of(plans), Village.USUAL_PAYMENTS);
        for (FundClass fundClass : FundClass.values()) {
            if (fundClass != FundClass.REMUNERATION) {
                village.post(
                        new OpeningBalance(fundClass, DAY, Money.ofFen(100_000))
                                .entry(SampleBook.salt(fundClass.prefix())));
            }
        }
        return village;
    }

    private static long cash(Village village, FundClass fundClass) {
        return village.net(AccountCode.of(fundClass.prefix() + ".cash")).minor();
    }

    @Test
    void passesPublicIncomeIntoTheMaintenanceFundUpToThePlanAndNotOneFenMore() {
        Village village = village(plan("GY-1", TO_FUND, 50_000));

        accept(
                village.authoriseAndPay(
                        village.outflow("below", OutflowKind.TRANSFER, "GY-1", 49_999)));
        assertRefused(
                village.authoriseAndPay(village.outflow("above", OutflowKind.TRANSFER, "GY-1", 2)),
                FundRule.WITHIN_PLAN);
        accept(village.authoriseAndPay(village.outflow("at", OutflowKind.TRANSFER, "GY-1", 1)));

        assertThat(cash(village, FundClass.PUBLIC_INCOME)).isEqualTo(50_000);
        assertThat(cash(village, FundClass.MAINTENANCE_FUND)).isEqualTo(150_000);
        assertThat(village.net(AccountCode.of("public.passed.GY-1")))
                .isEqualTo(village.net(AccountCode.of("maintenance.passed.GY-1")).negated());
    }

    @ParameterizedTest
    @EnumSource(
            value = TransferEdge.class,
            names = {"DEPOSITS_TO_SERVICE"},
            mode = EnumSource.Mode.EXCLUDE)
    void passesAlongEveryEdge(TransferEdge edge) {
        Village village = village(plan("GY-1", new FundUse.Transfer(edge), 100));

        accept(village.authoriseAndPay(village.outflow("T", OutflowKind.TRANSFER, "GY-1", 100)));

        assertThat(cash(village, edge.from())).isEqualTo(99_900);
        assertThat(cash(village, edge.to())).isEqualTo(100_100);
    }

    @Test
    void passesNothingWithoutAPlanNorUnderOneOfAnotherKind() {
        Village village = village(plan("GY-1", TO_FUND, 50_000), plan("FP-1", SHARED, 50_000));

        assertRefused(
                village.authoriseAndPay(village.outflow("A", OutflowKind.TRANSFER, "GY-2", 1)),
                DisbursementRule.PLAN_ADOPTED);
        assertRefused(
                village.authoriseAndPay(village.outflow("B", OutflowKind.TRANSFER, "FP-1", 1)),
                DisbursementRule.PLAN_ADOPTED);
    }

    @Test
    void theBookRefusesEveryWayBetweenClassesThatIsNoEdge() {
        for (FundClass from : FundClass.values()) {
            for (FundClass to : FundClass.values()) {
                if (from != FundClass.REMUNERATION && to != FundClass.REMUNERATION) {
                    boolean isEdge = TransferEdge.between(from, to).isPresent();
                    assertThat(movesByHand(from, to)).as(from + " to " + to).isEqualTo(isEdge);
                }
            }
        }
    }

    /** Two true keys and an entry made by hand, past every rule but the book's own. */
    private static boolean movesByHand(FundClass from, FundClass to) {
        Village village = village();
        PaymentRequest request = village.outflow("X", OutflowKind.TRANSFER, "GY-1", 7);
        Money seven = Money.ofFen(7);
        EntryDraft draft =
                EntryDraft.of(
                                Book.paymentId(request.order()),
                                EntryKind.TRANSFER,
                                DAY,
                                SourceDocument.bankLine("X"),
                                SampleBook.salt("X"))
                        .postings(
                                Posting.debit(ChartOfAccounts.openingBalance(from), seven),
                                Posting.credit(AccountCode.of(from.prefix() + ".cash"), seven),
                                Posting.debit(AccountCode.of(to.prefix() + ".cash"), seven),
                                Posting.credit(ChartOfAccounts.openingBalance(to), seven));
        EntryDraft fitted =
                from == FundClass.DEPOSITS || to == FundClass.DEPOSITS
                        ? draft.postings(withHeld(draft.postings()))
                        : draft;
        return village.book
                .pay(
                        new Warrant.Payment(TestKeys.open(request.order(), AT)),
                        fitted,
                        AT,
                        BookGuard.none())
                .fold(
                        paid -> true,
                        ruling -> {
                            assertThat(ruling.notMet())
                                    .filteredOn(f -> f.rule().equals(LedgerRule.ALONG_EDGE.code()))
                                    .extracting(f -> ((RuleCheck) f).evidence())
                                    .containsExactly(Map.of("from", from.name(), "to", to.name()));
                            return false;
                        });
    }

    private static List<Posting> withHeld(List<Posting> postings) {
        return postings.stream()
                .map(
                        posting ->
                                posting.account().value().equals("deposits.opening")
                                        ? new Posting(
                                                ChartOfAccounts.DEPOSITS_HELD,
                                                posting.side(),
                                                posting.amount())
                                        : posting)
                .toList();
    }

    @Test
    void adoptsAPlanOnlyByAResolutionOnItsVeryPaper() {
        FundPlan plan = new FundPlan(ID, "GY-1", TO_FUND, Money.ofFen(50_000));
        FundPlan more = new FundPlan(ID, "GY-1", TO_FUND, Money.ofFen(50_001));

        assertRefused(
                plan.adopt(
                        Village.resolution(
                                ID, Matter.OTHER_MAJOR_MATTER, List.of(more.document()))),
                FundRule.RESOLUTION_ON_PLAN);
        assertRefused(
                plan.adopt(
                        Village.resolution(Village.OTHER, Matter.MANAGER_APPOINTMENT, List.of())),
                FundRule.RESOLUTION_OF_COMMUNITY,
                FundRule.RESOLUTION_ON_USE,
                FundRule.RESOLUTION_ON_PLAN);
    }

    @Test
    void givesADepositBackToItsPayerAndNotOneFenOfAnothers() {
        Village village = village();
        deposit(village, "D1", 1, 2_000);
        deposit(village, "D2", 2, 3_000);

        assertRefused(
                village.authoriseAndPay(returned(village, "above", 1, 2_001)),
                DisbursementRule.OWED_TO_HOUSEHOLD,
                LedgerRule.REFUND_WITHIN_OWED);
        accept(village.authoriseAndPay(returned(village, "below", 1, 1_999)));
        accept(village.authoriseAndPay(returned(village, "at", 1, 1)));
        assertRefused(
                village.authoriseAndPay(returned(village, "more", 1, 1)),
                DisbursementRule.OWED_TO_HOUSEHOLD,
                LedgerRule.REFUND_WITHIN_OWED);

        var entry = village.book.find(Book.paymentId(returned(village, "at", 1, 1).order()));
        assertThat(entry.orElseThrow().entry().draft().visibility().isOpen()).isFalse();
        assertThat(cash(village, FundClass.DEPOSITS)).isEqualTo(103_000);
    }

    private static void deposit(Village village, String number, int unit, long fen) {
        village.post(
                new Deposit(
                                number,
                                unit(unit),
                                SourceDocument.bankLine(number),
                                DAY,
                                Money.ofFen(fen))
                        .entry(SampleBook.salt(number)));
    }

    private static PaymentRequest returned(Village village, String id, int unit, long fen) {
        return village.outflow(id, OutflowKind.DEPOSIT_RETURN, unit(unit).value(), fen);
    }

    @Test
    void keepsADepositOnlyOfTheHouseholdNamedAndOnlyOnce() {
        Village village = village(plan("MS-1", new FundUse.Forfeiture(unit(1)), 3_000));
        deposit(village, "D1", 1, 2_000);

        assertRefused(
                village.authoriseAndPay(
                        village.outflow("above", OutflowKind.FORFEITURE, "MS-1", 2_001)),
                FundRule.FORFEITS_WHAT_IS_HELD);
        accept(
                village.authoriseAndPay(
                        village.outflow("at", OutflowKind.FORFEITURE, "MS-1", 2_000)));

        assertThat(cash(village, FundClass.SERVICE_FUND)).isEqualTo(102_000);
        assertRefused(
                village.authoriseAndPay(returned(village, "again", 1, 1)),
                DisbursementRule.OWED_TO_HOUSEHOLD,
                LedgerRule.REFUND_WITHIN_OWED);
    }

    @Test
    void refundsWhatAHouseholdPaidTooMuchAndLowersTheBaseByIt() {
        Village village = village();
        village.post(SampleBook.bill("B1", unit(1).value(), 5_000));
        for (int other = 1; other <= 5; other++) {
            village.receive("R" + other, other, DAY, 7_000);
        }

        assertRefused(
                village.authoriseAndPay(refund(village, "above", 2_001)),
                DisbursementRule.OWED_TO_HOUSEHOLD,
                LedgerRule.REFUND_WITHIN_OWED);
        accept(village.authoriseAndPay(refund(village, "at", 2_000)));
        assertRefused(
                village.authoriseAndPay(refund(village, "more", 1)),
                DisbursementRule.OWED_TO_HOUSEHOLD,
                LedgerRule.REFUND_WITHIN_OWED);

        assertThat(cash(village, FundClass.SERVICE_FUND)).isEqualTo(133_000);
        Money base = village.book.read(reader -> village.remuneration.base(reader, DAY));
        assertThat(base).isEqualTo(Money.ofFen(33_000));
    }

    private static PaymentRequest refund(Village village, String id, long fen) {
        return village.outflow(id, OutflowKind.REFUND, unit(1).value(), fen);
    }

    /** Whoever posts it, two keys and no other rule at hand. */
    @ParameterizedTest
    @CsvSource({"1, 1999, true", "1, 2000, true", "1, 2001, false", "2, 1, false", "0, 1, false"})
    void theBookItselfGivesBackToAHouseholdWhatItIsOwedAndNotOneFenMore(
            int unit, long fen, boolean paid) {
        Village village = village();
        deposit(village, "D1", 1, 2_000);
        OutflowOrder order = returned(village, "E1", 1, fen).order();
        TwoKeyProof proof =
                accept(
                        new TwoKeys(TestKeys.register())
                                .open(
                                        order,
                                        List.of(
                                                TestKeys.approval(
                                                        TestKeys.FIRM_KEY.id(), order, AT),
                                                TestKeys.approval(
                                                        TestKeys.OWNERS_KEY.id(), order, AT)),
                                        AT));
        EntryDraft draft =
                SampleBook.draft(Book.paymentId(order).value(), EntryKind.DEPOSIT_RETURN, DAY)
                        .visibility(
                                unit == 0 ? Visibility.open() : Visibility.household(unit(unit)))
                        .postings(
                                Posting.debit(ChartOfAccounts.DEPOSITS_HELD, Money.ofFen(fen)),
                                Posting.credit(ChartOfAccounts.DEPOSITS_CASH, Money.ofFen(fen)));

        var posted = village.book.pay(new Warrant.Payment(proof), draft, AT, BookGuard.none());

        if (paid) {
            accept(posted);
        } else {
            assertRefused(posted, LedgerRule.REFUND_WITHIN_OWED);
        }
    }

    @Test
    void refusesAHouseholdThatIsNone() {
        assertRefused(
                village().disbursements.request(village().outflow("R", OutflowKind.REFUND, "", 1)),
                DisbursementRule.HOUSEHOLD_NAMED);
    }

    @Test
    void sharesASurplusByAreaSoThatThePartsSumToTheWhole() {
        AdoptedPlan plan = plan("FP-1", SHARED, 10_001);
        Village village = village(plan);

        var shares = accept(plan.shares(Village.roster(ID)));
        for (int number = Village.UNITS; number >= 1; number--) {
            Money part = Objects.requireNonNull(shares.get(unit(number)));
            accept(share(village, number, part.minor()));
        }

        assertThat(shares.values().stream().mapToLong(Money::minor).sum()).isEqualTo(10_001);
        BigInteger exact =
                BigInteger.valueOf(10_001)
                        .multiply(BigInteger.valueOf(6_013))
                        .divide(BigInteger.valueOf(6_013 + 6_050 + 6_110 + 8_999 + 9_000 + 10_000));
        assertThat(Optional.ofNullable(shares.get(unit(1))).orElseThrow().minor())
                .isBetween(exact.longValue(), exact.longValue() + 1);
        assertThat(village.net(AccountCode.of("public.distributed.FP-1")))
                .isEqualTo(Money.ofFen(10_001));
        assertThat(cash(village, FundClass.PUBLIC_INCOME)).isEqualTo(89_999);
        assertRefused(plan.shares(Village.roster(Village.OTHER)), FundRule.SHARED_ON_RECORD_DATE);
        assertRefused(
                plan.sharedAmong(Village.roster(Village.OTHER)), FundRule.SHARED_ON_RECORD_DATE);
    }

    /** Pays one unit of its part, or tries to. */
    private static Outcome<?> share(Village village, int number, long fen) {
        return village.authoriseAndPay(partOf(village, "S" + number + "-" + fen, number, fen));
    }

    /** The defect: two requests for one part could both be sent to the bank. */
    @Test
    void anOpenRequestHoldsThePartThatItAsksFor() {
        AdoptedPlan plan = plan("FP-1", SHARED, 10_001);
        long part = plan.part(unit(2)).orElseThrow().part().minor();
        Village village = village(plan);

        accept(village.disbursements.request(partOf(village, "S1", 2, part - 1)));

        assertRefused(
                village.disbursements.request(partOf(village, "S2", 2, 2)), FundRule.WITHIN_PART);
        accept(village.disbursements.request(partOf(village, "S3", 2, 1)));
        accept(village.disbursements.request(partOf(village, "S4", 3, 1)));
    }

    private static PaymentRequest partOf(Village village, String id, int unit, long fen) {
        return village.outflow(id, OutflowKind.SURPLUS_DISTRIBUTION, "FP-1/" + unit(unit), fen);
    }

    /** The defect: since a part is a household's, the firm could be paid one. */
    @Test
    void paysNoPartOfASurplusToTheFirm() {
        Village village = village(plan("FP-1", SHARED, 10_001));

        assertRefused(
                village.disbursements.request(
                        village.request(
                                "S1",
                                OutflowKind.SURPLUS_DISTRIBUTION,
                                Village.FIRM,
                                1,
                                "FP-1/" + unit(1),
                                List.of())),
                DisbursementRule.PAYEE_NOT_TRUSTEE);
    }

    @Test
    void givesAUnitItsPartOfASurplusAndNotOneFenMoreInHoweverManyPayments() {
        AdoptedPlan plan = plan("FP-1", SHARED, 10_001);
        long part = plan.part(unit(2)).orElseThrow().part().minor();

        assertRefused(share(village(plan), 2, part + 1), FundRule.WITHIN_PART);
        accept(share(village(plan), 2, part));
        Village village = village(plan);
        accept(share(village, 2, part - 1));
        assertRefused(share(village, 2, 2), FundRule.WITHIN_PART);
        accept(share(village, 2, 1));

        assertThat(village.net(AccountCode.of("public.distributed.FP-1")))
                .isEqualTo(Money.ofFen(part));
    }

    @Test
    void sharesNothingThatNoUnitIsNamedForNorUnderAPlanWithoutItsRoster() {
        Village village = village(plan("FP-1", SHARED, 10_001), plan("GY-1", TO_FUND, 100));
        FundPlan content = new FundPlan(ID, "FP-1", SHARED, Money.ofFen(10_001));
        Village unknown =
                village(
                        accept(
                                content.adopt(
                                        Village.resolution(
                                                ID,
                                                Matter.OTHER_MAJOR_MATTER,
                                                List.of(content.document())))));

        for (String charge : List.of("FP-1", "FP-1/", "FP-1/7-2-999", "FP-1/7 2")) {
            assertRefused(
                    village.disbursements.request(
                            village.outflow("S", OutflowKind.SURPLUS_DISTRIBUTION, charge, 1)),
                    FundRule.CHARGED_TO_PART);
        }
        assertRefused(
                village.disbursements.request(
                        village.outflow("T", OutflowKind.TRANSFER, "GY-1/7-2-101", 1)),
                FundRule.CHARGED_TO_PART);
        assertRefused(
                unknown.disbursements.request(
                        unknown.outflow("S", OutflowKind.SURPLUS_DISTRIBUTION, "FP-1/7-2-101", 1)),
                FundRule.SHARED_ON_RECORD_DATE,
                FundRule.CHARGED_TO_PART);
    }

    @Test
    void tellsEachOwnerThePartByAreaAndNobodyThePartOfOneHousehold() {
        AdoptedPlan plan = plan("FP-1", SHARED, 10_001);
        Village village = village(plan);
        for (int number = 1; number <= 4; number++) {
            accept(share(village, number, plan.part(unit(number)).orElseThrow().part().minor()));
        }

        assertThat(publish(village).isAccepted()).isFalse();
        accept(share(village, 5, plan.part(unit(5)).orElseThrow().part().minor()));
        HouseholdBatch batch = accept(publish(village)).orElseThrow();

        assertThat(batch.unitCount()).isEqualTo(5);
        assertThat(batch.totals()).hasSize(2);
        for (int number = 1; number <= 5; number++) {
            SurplusShare part = plan.part(unit(number)).orElseThrow();
            EntryDraft entry =
                    village.book
                            .read(
                                    reader ->
                                            reader.entry(
                                                    EntryId.of(
                                                            "pay/S"
                                                                    + part.unit()
                                                                            .value()
                                                                            .substring(6)
                                                                    + "-"
                                                                    + part.part().minor())))
                            .orElseThrow()
                            .entry()
                            .draft();
            assertThat(part.isByArea()).isTrue();
            assertThat(entry.visibility()).isEqualTo(Visibility.household(unit(number)));
            assertThat(entry.postings())
                    .containsExactly(
                            Posting.debit(AccountCode.of("public.distributed.FP-1"), part.part()),
                            Posting.credit(ChartOfAccounts.PUBLIC_CASH, part.part()));
        }
    }

    private static Outcome<Optional<HouseholdBatch>> publish(Village village) {
        return village.book.publishBatch(EntryKind.SURPLUS_DISTRIBUTION, 5, AT, DAY);
    }

    @Test
    void handsOverTheWholeOfAClassAfterTheEndOnly() {
        Village village = village();
        Instant after = Village.noon(LAST_DAY.plusDays(1)).plusSeconds(1);
        village.authorise(village.outflow("H", OutflowKind.HAND_OVER, "MAINTENANCE_FUND", 100_000));

        assertRefused(village.pay("H"), LifeRule.OPEN_FOR_ACTIVITY, LifeRule.HANDED_OVER_IN_ORDER);
        village.takenOver(LAST_DAY.plusDays(1));
        assertRefused(handOver(village, "early", 100_000), LifeRule.HANDED_OVER_IN_ORDER);
        accept(
                village.disbursements.withdraw(
                        "early", TestKeys.STEWARD, new SourceDocument("letter", "L0"), after));
        accept(
                village.change(
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        LAST_DAY.plusDays(1),
                                        PersonId.of("committee"),
                                        Village.noon(LAST_DAY.plusDays(1)))));
        assertRefused(handOver(village, "less", 99_999), DisbursementRule.WHOLE_OF_CLASS);
        accept(
                village.disbursements.withdraw(
                        "less", TestKeys.STEWARD, new SourceDocument("letter", "L1"), after));
        accept(handOver(village, "whole", 100_000));

        assertThat(cash(village, FundClass.MAINTENANCE_FUND)).isZero();
        assertRefused(
                village.disbursements.request(
                        village.outflow("N", OutflowKind.HAND_OVER, "LOTTERY", 1)),
                DisbursementRule.CLASS_NAMED);
    }

    private static Outcome<?> handOver(Village village, String id, long fen) {
        return village.authoriseAndPayOn(
                LAST_DAY.plusDays(1),
                village.outflow(id, OutflowKind.HAND_OVER, "MAINTENANCE_FUND", fen));
    }
}
