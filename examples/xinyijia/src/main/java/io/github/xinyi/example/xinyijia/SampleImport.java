package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterSheet;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.BallotSheet;
import io.github.xinyi.trust.billing.BillRun;
import io.github.xinyi.trust.billing.BillSheet;
import io.github.xinyi.trust.billing.FeeReceiptSheet;
import io.github.xinyi.trust.billing.TariffSheet;
import io.github.xinyi.trust.budget.BudgetSheet;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.fund.OpeningSheet;
import io.github.xinyi.trust.fund.PublicIncomeSheet;
import io.github.xinyi.trust.reconciliation.BankSheet;
import io.github.xinyi.trust.reconciliation.BankStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that the files say, read and checked as a whole before a word of it is stored: one bad
 * cell in the last file, and nothing is imported.
 */
record SampleImport(
        Roster roster,
        List<Ballot> ballots,
        List<KeyHolderSheet.KeyHolder> keyHolders,
        DraftBudget budget,
        List<OpeningBalance> openings,
        BillRun bills,
        List<FeeReceiptSheet.Received> receipts,
        List<PublicIncomeSheet.Received> publicIncome,
        List<Spending> expenses,
        List<Spending> draws,
        BankStatement statement) {

    static Outcome<SampleImport> read(SampleCommunity community, SampleFiles files) {
        return RosterSheet.read(
                        files.sheet("units.csv"),
                        community.id(),
                        community.rosterDate(),
                        community.developer())
                .then(roster -> read(community, files, roster));
    }

    private static Outcome<SampleImport> read(
            SampleCommunity community, SampleFiles files, Roster roster) {
        Gathered gathered = new Gathered();
        List<Ballot> ballots =
                gathered.of(BallotSheet.read(files.sheet("ballots.csv"), community.meeting()));
        List<KeyHolderSheet.KeyHolder> keyHolders =
                gathered.of(KeyHolderSheet.read(files.sheet("keyholders.csv")));
        List<DraftBudget> budget =
                gathered.one(
                        BudgetSheet.read(
                                files.sheet("budget.csv"), community.id(), SampleCommunity.YEAR));
        List<OpeningBalance> openings = gathered.of(OpeningSheet.read(files.sheet("opening.csv")));
        List<BillRun> bills = gathered.one(bills(files, roster));
        List<FeeReceiptSheet.Received> receipts =
                gathered.of(
                        FeeReceiptSheet.read(
                                files.sheet("receipts.csv"), roster, SampleCommunity.ZONE));
        List<PublicIncomeSheet.Received> income =
                gathered.of(
                        PublicIncomeSheet.read(
                                files.sheet("public_income.csv"), roster, SampleCommunity.ZONE));
        List<Spending> expenses =
                budget.isEmpty() ? List.of() : gathered.of(expenses(files, budget.get(0)));
        List<Spending> draws =
                gathered.of(
                        Spending.draws(files.sheet("remuneration.csv"), community.trusteeName()));
        List<BankStatement> statement = gathered.one(statement(files));
        return gathered.outcome(
                () ->
                        new SampleImport(
                                roster,
                                ballots,
                                keyHolders,
                                budget.get(0),
                                openings,
                                bills.get(0),
                                receipts,
                                income,
                                expenses,
                                draws,
                                statement.get(0)));
    }

    /** What the bank says of the joint account in the sample's year. */
    static Outcome<BankStatement> statement(SampleFiles files) {
        return BankSheet.read(files.sheet("bank.csv"), "joint");
    }

    private static Outcome<BillRun> bills(SampleFiles files, Roster roster) {
        return TariffSheet.read(files.sheet("tariffs.csv"))
                .then(
                        tariffs ->
                                BillSheet.read(files.sheet("bills.csv"), roster)
                                        .then(bills -> BillRun.check(bills, roster, tariffs)));
    }

    private static Outcome<List<Spending>> expenses(SampleFiles files, DraftBudget budget) {
        return VoucherSheet.read(files.sheet("vouchers.csv"), files.archive("vouchers.zip"))
                .then(
                        vouchers -> {
                            Map<String, Voucher> byNumber =
                                    vouchers.stream()
                                            .collect(Collectors.toMap(Voucher::number, v -> v));
                            return Spending.expenses(files.sheet("expenses.csv"), byNumber, budget);
                        });
    }
}
