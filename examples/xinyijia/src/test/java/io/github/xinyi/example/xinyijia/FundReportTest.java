package io.github.xinyi.example.xinyijia;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.example.xinyijia.SampleServer.Running;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.metrics.FundTotals;
import io.github.xinyi.governance.region.Placement;
import io.github.xinyi.governance.region.RegionNode;
import io.github.xinyi.governance.region.RegionTree;
import io.github.xinyi.governance.tck.InMemoryFundFigureStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What accounting hands in to the district is what its book says and owners can prove. */
@ExtendWith(SampleServer.class)
class FundReportTest {

    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "service-fund.cash, SERVICE_FUND",
        "public-income.cash, PUBLIC_INCOME",
        "deposits.cash, DEPOSITS",
        "maintenance-fund.cash, MAINTENANCE_FUND"
    })
    void cashOfTheLastDayIsWhatTheOtherProgramComputed(String name, String fund, Running running) {
        Community community = running.server().community();
        JsonNode expected = community.files().json("expected.json");

        FundFigures kept = kept(community, YEAR_END);

        assertThat(kept.amountsMinor())
                .containsEntry(name, expected.at("/closingFen/byFund/" + fund).asLong());
    }

    @Test
    void everyMonthEndWasHandedInAndStandsInTheDatabase(Running running) {
        Community community = running.server().community();
        FundFigureStore store = community.stores().fundFigures();

        assertThat(running.said()).contains("Funds of 12 month ends are handed in");
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2025, month, 1).plusMonths(1).minusDays(1);
            assertThat(store.on(id(community), day)).isPresent();
            assertThat(store.on(id(community), day.minusDays(1))).isEmpty();
        }
    }

    @Test
    void fundsMoveFromMonthToMonthByWhatTheBookReceivedAndSpent(Running running) {
        Community community = running.server().community();

        for (int month = 2; month <= 12; month++) {
            Map<String, Long> before =
                    kept(community, LocalDate.of(2025, month, 1).minusDays(1)).amountsMinor();
            Map<String, Long> after =
                    kept(community, LocalDate.of(2025, month, 1).plusMonths(1).minusDays(1))
                            .amountsMinor();
            for (String fund : List.of("service-fund", "public-income", "deposits")) {
                assertThat(net(after, fund) - net(before, fund))
                        .as(fund + " " + month)
                        .isEqualTo(
                                amount(after, fund + ".income")
                                        - amount(before, fund + ".income")
                                        - amount(after, fund + ".expense")
                                        + amount(before, fund + ".expense"));
            }
        }
    }

    @Test
    void handingInAgainChangesNothingAndOtherFiguresAreRefused(Running running) {
        Community community = running.server().community();
        FundFigureStore store = community.stores().fundFigures();
        FundFigures kept = kept(community, YEAR_END);
        TreeMap<String, Long> oneFenOff = new TreeMap<>(kept.amountsMinor());
        oneFenOff.merge("service-fund.cash", 1L, Long::sum);

        assertThat(community.fundReport().handIn(store)).hasSize(12).contains(kept);
        assertThat(store.handIn(new FundFigures(id(community), YEAR_END, "CNY", oneFenOff)))
                .satisfies(outcome -> assertThat(outcome.isAccepted()).isFalse());
        assertThat(kept(community, YEAR_END)).isEqualTo(kept);
    }

    @Test
    void aBookThatSaysOtherwiseThanItOnceHandedInStopsTheReport(Running running) {
        Community community = running.server().community();
        FundFigureStore other = new InMemoryFundFigureStore();
        other.handIn(new FundFigures(id(community), YEAR_END, "CNY", new TreeMap<>()));

        assertThatThrownBy(() -> community.fundReport().handIn(other))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2025-12-31");
    }

    @Test
    void theDistrictSumsWhatWasHandedInAndNamesWhoGaveNone(Running running) {
        Community community = running.server().community();
        RegionId district = RegionId.of("district");
        RegionId home = RegionId.of(id(community).value());
        RegionId silent = RegionId.of("silent");
        EffectivePeriod year = EffectivePeriod.from(LocalDate.of(2025, 1, 1));
        RegionTree tree =
                Refused.orThrow(
                        RegionTree.of(
                                List.of(
                                        new RegionNode(district, RegionNode.Level.PROVINCE),
                                        new RegionNode(home, RegionNode.Level.COMMUNITY),
                                        new RegionNode(silent, RegionNode.Level.COMMUNITY)),
                                List.of(
                                        new Placement(home, district, year),
                                        new Placement(silent, district, year))));

        FundTotals totals =
                FundTotals.of(tree, district, YEAR_END, community.stores().fundFigures());

        assertThat(totals.amountsMinor())
                .containsExactly(Map.entry("CNY", kept(community, YEAR_END).amountsMinor()));
        assertThat(totals.given()).containsExactly(id(community));
        assertThat(totals.without()).containsExactly(CommunityId.of("silent"));
    }

    private static long amount(Map<String, Long> figures, String name) {
        return requireNonNull(figures.get(name), name);
    }

    private static long net(Map<String, Long> figures, String fund) {
        return amount(figures, fund + ".cash")
                + amount(figures, fund + ".receivable")
                - amount(figures, fund + ".payable");
    }

    private static FundFigures kept(Community community, LocalDate day) {
        return community.stores().fundFigures().on(id(community), day).orElseThrow();
    }

    private static CommunityId id(Community community) {
        return community.office().community().id();
    }
}
