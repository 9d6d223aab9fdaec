package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.example.xinyijia.SampleServer.Running;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.bankfile.CsvBankFormat;
import io.github.xinyi.trust.bankfile.CsvBankFormat.Amounts;
import io.github.xinyi.trust.bankfile.LineClass;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankLineKind;
import io.github.xinyi.trust.reconciliation.BankMatch;
import io.github.xinyi.trust.reconciliation.BankReconciliation;
import io.github.xinyi.trust.reconciliation.BankStatement;
import io.github.xinyi.trust.reconciliation.MatchRule;
import io.github.xinyi.trust.reconciliation.MatchStatus;
import io.github.xinyi.trust.statement.AnnualReport;
import io.github.xinyi.trust.statement.BalanceSheet;
import io.github.xinyi.trust.statement.CollectionStatement;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.IncomeAndExpense;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.PublicIncomeStatement;
import io.github.xinyi.trust.statement.RemunerationStatement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementRule;
import io.github.xinyi.trust.statement.StatementView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The statements of the sample's year against those that sample/totals.py made of the raw files.
 */
@ExtendWith(SampleServer.class)
class SampleStatementsTest {

    private static final LocalDate YEAR_END = LocalDate.of(SampleCommunity.YEAR, 12, 31);
    private static final Map<String, PublicIncome.Source> SOURCES =
            Map.of(
                    "广告", PublicIncome.Source.ADVERTISING,
                    "临时停车", PublicIncome.Source.PARKING,
                    "场地", PublicIncome.Source.VENUE,
                    "利息", PublicIncome.Source.INTEREST);

    private static LedgerExtract extract(Community community, YearMonth from, YearMonth to) {
        var book = community.office().book();
        return book.read(
                reader ->
                        LedgerExtract.of(
                                book.chart(),
                                reader,
                                new StatementBasis(
                                        book.id(),
                                        from.atDay(1),
                                        to.atEndOfMonth(),
                                        reader.frontier().size(),
                                        StatementView.INTERNAL)));
    }

    private static LedgerExtract year(Community community) {
        return extract(
                community,
                YearMonth.of(SampleCommunity.YEAR, 1),
                YearMonth.of(SampleCommunity.YEAR, 12));
    }

    private static JsonNode expected(Community community) {
        return community.files().json("expected.json").path("statements");
    }

    private static List<Long> longs(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asLong).toList();
    }

    private static List<Long> fen(Figure... figures) {
        return Stream.of(figures).map(f -> f.amount().minor()).toList();
    }

    @Test
    void statesEveryMonthAsTheRawFilesDo(Running running) {
        Community community = running.server().community();
        int figures = 0;
        for (int m = 1; m <= 12; m++) {
            YearMonth month = YearMonth.of(SampleCommunity.YEAR, m);
            JsonNode there = expected(community).path("months").path(month.toString());
            LedgerExtract extract = extract(community, month, month);

            figures += incomeAndExpense(there, IncomeAndExpense.of(extract));
            figures += balanceSheet(there, BalanceSheet.of(extract));
            CollectionStatement fees = CollectionStatement.of(extract);
            assertThat(fen(fees.billed(), fees.received(), fees.closing()))
                    .isEqualTo(longs(there.path("collection")));
            figures += 3 + publicIncome(there, PublicIncomeStatement.of(extract));
            figures += remuneration(community, there, extract);
        }
        assertThat(figures).isGreaterThan(500);
    }

    private static int incomeAndExpense(JsonNode there, IncomeAndExpense statement) {
        for (FundClass fund : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            IncomeAndExpense.Section section = statement.section(fund);
            assertThat(fen(section.totalIncome(), section.totalExpense(), section.surplus()))
                    .isEqualTo(longs(there.path("incomeAndExpense").path(fund.name())));
        }
        return 6;
    }

    private static int balanceSheet(JsonNode there, BalanceSheet sheet) {
        for (FundClass fund : FundClass.values()) {
            BalanceSheet.Section section = sheet.section(fund);
            assertThat(
                            fen(
                                    section.cash(),
                                    section.assets(),
                                    section.liabilities(),
                                    section.fundBalance(),
                                    section.earlierSurplus(),
                                    section.surplus()))
                    .as(fund + " " + sheet.basis())
                    .isEqualTo(longs(there.path("balanceSheet").path(fund.name())));
        }
        return 30;
    }

    private static int publicIncome(JsonNode there, PublicIncomeStatement statement) {
        JsonNode sources = there.path("publicIncome");
        sources.fieldNames()
                .forEachRemaining(
                        name ->
                                assertThat(statement.sources())
                                        .filteredOn(
                                                l ->
                                                        l.code()
                                                                .endsWith(
                                                                        Objects.requireNonNull(
                                                                                        SOURCES.get(
                                                                                                name))
                                                                                .account()
                                                                                .value()))
                                        .extracting(l -> l.amount().minor())
                                        .containsExactly(sources.path(name).asLong()));
        assertThat(statement.sources()).hasSize(sources.size());
        return sources.size();
    }

    private static int remuneration(Community community, JsonNode there, LedgerExtract extract) {
        var life = community.office().trusteeship().life();
        RemunerationStatement statement = RemunerationStatement.of(extract, life, Money.ofFen(0));
        assertThat(
                        List.of(
                                statement.shares().get(0).base().amount().minor(),
                                statement.entitled().map(Money::minor).orElse(-1L),
                                statement.drawn().amount().minor(),
                                statement.drawnInTerm().amount().minor()))
                .isEqualTo(longs(there.path("remuneration")));
        return 4;
    }

    @Test
    void statesTheYearAsTheRawFilesDo(Running running) {
        Community community = running.server().community();
        JsonNode there = expected(community);
        LedgerExtract extract = year(community);
        CollectionStatement fees = CollectionStatement.of(extract);

        for (FundClass fund : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            AccountCode cash = AccountCode.of(fund.prefix() + ".cash");
            for (EntryKind kind : List.of(EntryKind.PAYMENT, EntryKind.REMUNERATION_DRAW)) {
                assertThat(-extract.moved(cash, List.of(kind)).amount().minor())
                        .isEqualTo(there.path("outflows").path(fund + "." + kind).asLong());
            }
        }
        assertThat(fees.receivedOverBilled().map(Ratio::toString))
                .contains(there.path("receivedOverBilled").asText());
        assertThat(fees.owed()).hasSize(there.path("owing").asInt());
        assertThat(fees.count(664, CollectionStatement.MIN_UNITS))
                .hasValueSatisfying(
                        count -> assertThat(count.behind()).isEqualTo(there.path("owing").asInt()));
    }

    @Test
    void readsTheBanksTableAsDataAndMatchesEveryLine(Running running) throws IOException {
        Community community = running.server().community();
        JsonNode there = expected(community).path("bank");
        BankStatement statement = statement(community);

        BankReconciliation all =
                community
                        .office()
                        .book()
                        .read(
                                book ->
                                        BankReconciliation.of(
                                                book,
                                                SelfCheck.JOINT_ACCOUNT,
                                                statement,
                                                YEAR_END,
                                                SampleCommunity.ZONE,
                                                MatchRule.standard()));

        assertThat(statement.lines()).hasSize(there.path("lines").asInt());
        assertThat(sum(statement, 1)).isEqualTo(there.path("in").asLong());
        assertThat(sum(statement, -1)).isEqualTo(-there.path("out").asLong());
        assertThat(all.published().status()).isEqualTo(MatchStatus.MATCHED);
        assertThat(all.explained()).isEqualTo(Ratio.of(1, 1));
        assertThat(all.matches())
                .hasSameSizeAs(statement.lines())
                .extracting(BankMatch::rule)
                .containsOnly("reference");
    }

    private static long sum(BankStatement statement, int sign) {
        return statement.lines().stream()
                .mapToLong(line -> line.amount().minor())
                .filter(fen -> Long.signum(fen) == sign)
                .sum();
    }

    /** The opening line has no amount, and so stands before the header of what is read. */
    private static BankStatement statement(Community community) throws IOException {
        List<String> lines =
                new String(community.files().bytes("bank.csv"), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        String table =
                String.join(
                        "\n",
                        IntStream.range(0, lines.size())
                                .filter(i -> i != 1)
                                .mapToObj(lines::get)
                                .toList());
        CsvBankFormat format =
                new CsvBankFormat(
                        StandardCharsets.UTF_8,
                        0,
                        "流水号",
                        List.of("交易时间"),
                        "uuuu-MM-dd'T'HH:mm:ss'+08:00'",
                        SampleCommunity.ZONE,
                        new Amounts.TwoColumns("收入", "支出"),
                        "余额",
                        "对方户名",
                        List.of("摘要"),
                        List.of(),
                        CsvBankFormat.Order.OLDEST_FIRST,
                        LineClass.common());
        BankStatement statement =
                Refused.orThrow(
                        format.read("bank.csv", table.getBytes(StandardCharsets.UTF_8), "joint"));
        assertThat(statement.lines()).anyMatch(line -> line.kind() == BankLineKind.INTEREST);
        return statement;
    }

    @Test
    void reportsNoYearThatIsNotClosed(Running running) {
        Community community = running.server().community();
        var life = community.office().trusteeship().life();

        Outcome<AnnualReport> report =
                AnnualReport.of(
                        extract(
                                community,
                                YearMonth.of(SampleCommunity.YEAR, 2),
                                YearMonth.of(SampleCommunity.YEAR + 1, 1)),
                        community.office().budget(),
                        life,
                        Money.ofFen(0));

        assertThat(
                        report.<Boolean>fold(
                                made -> false,
                                ruling -> ruling.refuses(StatementRule.PERIOD_CLOSED.code())))
                .isTrue();
    }

    /** Trust Law art. 33: what the trustee reports of the closed year. */
    @Test
    void reportsTheClosedYearAsTheRawFilesDo(Running running) {
        Community community = running.server().community();
        JsonNode there = expected(community);
        JsonNode totals = community.files().json("expected.json");

        AnnualReport report = community.year().report(StatementView.INTERNAL);

        for (FundClass fund : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            IncomeAndExpense.Section section = report.incomeAndExpense().section(fund);
            for (int place = 0; place < 3; place++) {
                assertThat(
                                fen(
                                                section.totalIncome(),
                                                section.totalExpense(),
                                                section.surplus())
                                        .get(place))
                        .as(fund + " " + place)
                        .isEqualTo(sumOfMonths(there, "incomeAndExpense", fund, place));
            }
            BalanceSheet.Section end = report.balanceSheet().section(fund);
            List<Long> december =
                    longs(
                            there.path("months")
                                    .path(SampleCommunity.YEAR + "-12")
                                    .path("balanceSheet")
                                    .path(fund.name()));
            assertThat(fen(end.cash(), end.assets(), end.liabilities()))
                    .isEqualTo(december.subList(0, 3));
            assertThat(line(report, "outflow." + fund + "." + EntryKind.PAYMENT))
                    .isEqualTo(there.path("outflows").path(fund + ".PAYMENT").asLong());
        }
        assertThat(line(report, "outflow.SERVICE_FUND.REMUNERATION_DRAW"))
                .isEqualTo(there.path("outflows").path("SERVICE_FUND.REMUNERATION_DRAW").asLong());
        assertThat(report.remuneration().drawn().amount().minor()).isEqualTo(10_235_146);
        assertThat(report.collection().closing().amount().minor())
                .isEqualTo(totals.at("/yearEnd/outstandingFen").asLong());
        JsonNode byLine = totals.at("/expensesFen/byLine");
        assertThat(byLine.size()).isPositive();
        byLine.fieldNames()
                .forEachRemaining(
                        code ->
                                assertThat(line(report, "execution." + code + ".spent"))
                                        .as(code)
                                        .isEqualTo(byLine.path(code).asLong()));
    }

    private static long sumOfMonths(JsonNode there, String statement, FundClass fund, int place) {
        return StreamSupport.stream(there.path("months").spliterator(), false)
                .mapToLong(month -> month.path(statement).path(fund.name()).path(place).asLong())
                .sum();
    }

    private static long line(AnnualReport report, String code) {
        return report.lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + code))
                .amount()
                .minor();
    }
}
