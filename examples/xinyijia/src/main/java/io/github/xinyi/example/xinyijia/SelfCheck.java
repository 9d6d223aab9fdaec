package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.SetAside;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.reconciliation.BankReconciliation;
import io.github.xinyi.trust.reconciliation.BankStatement;
import io.github.xinyi.trust.reconciliation.MatchRule;
import io.github.xinyi.trust.reconciliation.MatchStatus;
import io.github.xinyi.trust.statement.FundStatement;
import io.github.xinyi.trust.statement.TrialBalance;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares the book and the verdicts with totals that another program computed from the raw files
 * alone, before this one was written (sample/totals.py).
 */
final class SelfCheck {

    /** The accounts whose cash is the joint bank account. */
    static final List<AccountCode> JOINT_ACCOUNT =
            List.of(
                    ChartOfAccounts.SERVICE_CASH,
                    ChartOfAccounts.PUBLIC_CASH,
                    ChartOfAccounts.DEPOSITS_CASH);

    private static final Map<String, SetAside.Reason> REASONS =
            Map.of(
                    "NOT_AN_OWNER", SetAside.Reason.NOT_AN_OWNER,
                    "NOT_SIGNED", SetAside.Reason.UNSIGNED,
                    "PARKING_UNIT", SetAside.Reason.PARKING_UNIT,
                    "TOO_EARLY", SetAside.Reason.EARLY,
                    "TOO_LATE", SetAside.Reason.LATE,
                    "UNKNOWN_UNIT", SetAside.Reason.UNKNOWN_UNIT);
    private static final Map<String, PublicIncome.Source> SOURCES =
            Map.of(
                    "广告", PublicIncome.Source.ADVERTISING,
                    "临时停车", PublicIncome.Source.PARKING,
                    "场地", PublicIncome.Source.VENUE,
                    "利息", PublicIncome.Source.INTEREST);

    private final JsonNode expected;
    private final List<Figure> figures = new ArrayList<>();

    /** One figure, computed twice. */
    record Figure(String name, String expected, String actual) {
        boolean agrees() {
            return expected.equals(actual);
        }
    }

    SelfCheck(JsonNode expected) {
        this.expected = expected;
    }

    List<Figure> figures(Decisions decisions, TrustOffice office, BankStatement statement) {
        decisions(decisions);
        office.book().read(book -> money(book, office, statement));
        return List.copyOf(figures);
    }

    private void decisions(Decisions decisions) {
        same(
                "roster, units",
                expected.at("/roster/unitsCounted"),
                decisions.roster().votingUnits().size());
        same(
                "roster, heads",
                expected.at("/roster/heads"),
                decisions.roster().votingHeads().value());
        same(
                "roster, area in 0.01 m²",
                expected.at("/roster/areaHundredths"),
                decisions.roster().votingArea().squareDecimetres());
        for (MotionResult motion : decisions.result().motions()) {
            JsonNode there = expected.path("motions").path(motion.motion().id().value());
            MotionCount count = motion.count();
            String name = motion.motion().id().value();
            same(name + ", result", there.path("outcome"), motion.result());
            same(
                    name + ", area taking part",
                    there.path("participatingAreaHundredths"),
                    count.participating().area().squareDecimetres());
            same(
                    name + ", heads taking part",
                    there.path("participatingHeads"),
                    count.participating().heads().value());
            same(
                    name + ", area in favour",
                    there.path("yesAreaHundredths"),
                    count.inFavour().area().squareDecimetres());
            same(
                    name + ", heads in favour",
                    there.path("yesHeads"),
                    count.inFavour().heads().value());
        }
        List<SetAside> aside = decisions.result().motions().get(0).setAside();
        REASONS.forEach(
                (name, reason) ->
                        same(
                                "ballots set aside, " + reason,
                                expected.at("/ballots/invalidByReason/" + name),
                                aside.stream().filter(s -> s.reasons().contains(reason)).count()));
    }

    private boolean money(BookReader book, TrustOffice office, BankStatement statement) {
        LocalDate first = LocalDate.of(SampleCommunity.YEAR, 1, 1);
        LocalDate last = LocalDate.of(SampleCommunity.YEAR, 12, 31);
        for (int month = 1; month <= 12; month++) {
            YearMonth period = YearMonth.of(SampleCommunity.YEAR, month);
            same(
                    "billed, " + period,
                    expected.at("/billedFen/byMonth/" + period),
                    net(book, ChartOfAccounts.FEES_RECEIVABLE, EntryKind.BILL, period));
            same(
                    "fees received, " + period,
                    expected.at("/feesReceivedFen/byMonth/" + period),
                    -net(book, ChartOfAccounts.FEES_RECEIVABLE, EntryKind.FEE_RECEIPT, period));
            same(
                    "remuneration drawn, " + period,
                    expected.at("/remunerationFen/byMonth/" + period),
                    net(
                            book,
                            ChartOfAccounts.REMUNERATION_PAYABLE,
                            EntryKind.REMUNERATION_DRAW,
                            period));
        }
        same(
                "fees outstanding",
                expected.at("/yearEnd/outstandingFen"),
                book.balance(ChartOfAccounts.FEES_RECEIVABLE).net().minor());
        SOURCES.forEach(
                (name, source) ->
                        same(
                                "public income, " + source,
                                expected.at("/publicIncomeFen/byCategory/" + name),
                                -book.balance(source.account()).net().minor()));
        for (BudgetLine line : office.budget().content().lines()) {
            same(
                    "spent, " + line.code(),
                    expected.at("/expensesFen/byLine/" + line.code()),
                    book.turnover(line.expenseAccount(), EntryKind.PAYMENT, first, last)
                            .net()
                            .minor());
        }
        TrialBalance trial = TrialBalance.of(office.book().chart(), book.balances());
        for (FundClass fund : FundClass.values()) {
            if (fund != FundClass.REMUNERATION) {
                same(
                        "closing cash, " + fund,
                        expected.at("/closingFen/byFund/" + fund),
                        FundStatement.of(trial, fund).cash().minor());
            }
        }
        BankReconciliation bank = reconcile(book, statement);
        same("bank balance", expected.at("/closingFen/bankBalance"), bank.bookBalance().minor());
        same("bank lines matched", expected.at("/rows/bank.csv"), bank.matchedLines() + 1);
        return bank.status() == MatchStatus.MATCHED;
    }

    /** The joint account at the end of the year, line by line. */
    static BankReconciliation reconcile(BookReader book, BankStatement statement) {
        return BankReconciliation.of(
                book,
                JOINT_ACCOUNT,
                statement,
                LocalDate.of(SampleCommunity.YEAR, 12, 31),
                SampleCommunity.ZONE,
                MatchRule.standard());
    }

    private static long net(
            BookReader book, AccountCode account, EntryKind kind, YearMonth period) {
        Balance moved = book.turnover(account, kind, period.atDay(1), period.atEndOfMonth());
        return moved.net().minor();
    }

    private void same(String name, JsonNode expected, Object actual) {
        figures.add(new Figure(name, expected.asText("missing"), actual.toString()));
    }
}
