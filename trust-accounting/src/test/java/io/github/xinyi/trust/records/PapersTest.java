package io.github.xinyi.trust.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractPaper;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.FundPlan;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.keys.CredentialId;
import io.github.xinyi.trust.keys.KeyChangeOrder;
import io.github.xinyi.trust.keys.KeyRegister;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.LateChargeClause;
import io.github.xinyi.trust.receivable.WriteOffList;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import io.github.xinyi.trust.trusteeship.IncomeClause;
import io.github.xinyi.trust.trusteeship.RemunerationClauses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What owners vote on and key-holders sign is known by its digest: a paper that was decided once
 * must have the same digest for ever. Those of payments stand in {@code OutflowOrderTest}.
 */
class PapersTest {

    private static final CommunityId HERE = CommunityId.of("S001");
    private static final String CONTRACT = "HT-2025-01";
    private static final PersonId FIRM = PersonId.of("firm");
    private static final String PUBLIC_KEY =
            "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    /** A line of the file is never edited, only added. */
    @Test
    void everyPaperHasTheDigestThatItAlwaysHad() throws IOException {
        List<String> digests =
                Stream.of(contracts(), budgets(), policies(), funds(), keys())
                        .flatMap(papers -> papers)
                        .toList();

        assertThat(digests).isEqualTo(kept());
    }

    private static Stream<String> contracts() {
        var terms =
                new ContractTerms(
                        CONTRACT,
                        HERE,
                        FIRM,
                        Ratio.of(8, 100),
                        RemunerationBase.FEES_RECEIVED,
                        FIRST,
                        LAST,
                        7,
                        5,
                        new KeyRegister(List.of()));
        var clauses =
                new ContractClauses(
                        HERE,
                        CONTRACT,
                        "小区物业服务",
                        List.of(
                                party("owners-meeting", ContractClauses.Role.SETTLOR),
                                party("firm", ContractClauses.Role.TRUSTEE),
                                party("all-owners", ContractClauses.Role.BENEFICIARIES),
                                party("P0007", ContractClauses.Role.SUPERVISOR)),
                        60,
                        90,
                        30);
        return Stream.of(
                "contract-terms " + terms.document(),
                "contract-clauses " + clauses.document(),
                paper(
                        "contract-ratio",
                        new ContractPaper.RatioAmendment(
                                HERE,
                                CONTRACT,
                                Ratio.of(9, 100),
                                RemunerationBase.FEES_RECEIVED,
                                LocalDate.of(2026, 1, 1))),
                paper("contract-renewal", new ContractPaper.Renewal(HERE, CONTRACT, LAST)),
                paper("contract-dismissal", new ContractPaper.Dismissal(HERE, CONTRACT)),
                paper(
                        "contract-succession",
                        new ContractPaper.Succession(HERE, CONTRACT, PersonId.of("firm-2"))));
    }

    private static ContractClauses.Party party(String person, ContractClauses.Role role) {
        return new ContractClauses.Party(PersonId.of(person), role);
    }

    private static String paper(String name, ContractPaper paper) {
        return name + " " + paper.document();
    }

    private static Stream<String> budgets() {
        var line = new BudgetLine("SF-03", "保洁", FundClass.SERVICE_FUND, Money.ofFen(16_800_000));
        return Stream.of(
                "budget " + new DraftBudget(HERE, 2025, List.of(line)).document(),
                "budget-policy " + BudgetPolicy.usual(HERE, 2025, 500_000).document(),
                "budget-overrun "
                        + new BudgetPaper.Overrun(HERE, 2025, "CB-1", "SF-03", 50_000, "水管爆裂")
                                .document(),
                "budget-transfer "
                        + new BudgetPaper.Transfer(HERE, 2025, "TJ-1", "SF-03", "SF-04", 50_000)
                                .document());
    }

    private static Stream<String> policies() {
        var policy =
                new DisbursementPolicy(
                        HERE,
                        CONTRACT,
                        List.of(new ApprovalLimit(ApprovalLimit.Scope.PAYEE, 2_000_000, 30)),
                        List.of(
                                new DisbursementPolicy.Relation(
                                        PersonId.of("P0007"), PersonId.of("firm-3"))),
                        List.of(
                                new IncomeClause(
                                        FIRST,
                                        6,
                                        15,
                                        Ratio.of(4, 5),
                                        List.of(
                                                new IncomeClause.Floor(
                                                        IncomeClause.Reach.AT_LEAST,
                                                        Ratio.of(1, 2))))));
        var clauses =
                new RemunerationClauses(
                        HERE,
                        CONTRACT,
                        RemunerationClauses.Rounding.PERIOD_HALF_UP,
                        List.of(new RemunerationClauses.Step(Ratio.of(4, 5), 200_000)),
                        RemunerationClauses.Release.WHEN_MET);
        var late = new LateChargeClause(HERE, CONTRACT, Ratio.of(1, 2000), 30, Ratio.of(3, 10));
        var given =
                new WriteOffList(
                        HERE,
                        "HX-1",
                        List.of(
                                new WriteOffList.Line(
                                        FeeAccount.ofOwners(UnitId.of("1-101")), "B1", 12_345)));
        return Stream.of(
                "disbursement-policy " + policy.document(),
                "remuneration-clauses " + clauses.document(),
                "late-charge " + late.document(),
                "write-off " + given.document());
    }

    private static Stream<String> funds() {
        return Stream.of(
                        new FundUse.Transfer(TransferEdge.PUBLIC_TO_MAINTENANCE),
                        new FundUse.Forfeiture(UnitId.of("1-101")),
                        new FundUse.Distribution(FundClass.PUBLIC_INCOME, FIRST))
                .map(use -> new FundPlan(HERE, "P-1", use, Money.ofFen(30_000)))
                .map(plan -> "fund-plan " + plan.document());
    }

    private static Stream<String> keys() {
        var voucher =
                new Voucher(
                        "FP-1",
                        Voucher.Kind.INVOICE,
                        FIRST,
                        Money.ofFen(12_000),
                        Hash.fromHex("5a".repeat(32)));
        var change =
                new KeyChangeOrder(
                        HERE,
                        "MY-1",
                        CONTRACT,
                        List.of(new CredentialId("K-O1")),
                        List.of(
                                new KeyChangeOrder.Enrolment(
                                        new CredentialId("K-O2"),
                                        PersonId.of("P0008"),
                                        KeySide.OWNER_BODY,
                                        PUBLIC_KEY,
                                        Instant.parse("2025-06-01T00:00:00Z"),
                                        Instant.parse("2028-06-01T00:00:00Z"))),
                        PersonId.of("P0007"),
                        Instant.parse("2025-06-02T00:00:00Z"));
        return Stream.of("voucher " + voucher.digest(), "key-change " + change.digest());
    }

    private static List<String> kept() throws IOException {
        try (InputStream in = PapersTest.class.getResourceAsStream("papers-v1.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
