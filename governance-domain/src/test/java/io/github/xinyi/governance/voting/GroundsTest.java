package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Provision;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ballot that does not count is told with what it was held against. */
class GroundsTest {

    private static final LocalDate FROM = LocalDate.of(2024, 12, 1);
    private static final Citation WEIFANG =
            new Citation(
                    new Instrument("WF", "潍坊市物业管理条例", "Weifang Regulation", "2022"),
                    new Provision(32, 1, 0),
                    new EffectivePeriod(LocalDate.of(2022, 1, 1), LocalDate.MAX),
                    Standing.TEXT_READ);
    private static final List<Unit> UNITS =
            List.of(
                    Samples.home(1, 100, "P1"),
                    Samples.home(2, 100, "P2"),
                    Samples.home(3, 100, "P3"));

    @ParameterizedTest(name = "received {0} seconds after the opening: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-1     | came at 2024-12-16T00:59:59Z, before the voting opened at"
                        + " 2024-12-16T01:00:00Z",
                "896401 | came at 2024-12-26T10:00:01Z, after the voting closed at"
                        + " 2024-12-26T10:00:00Z"
            })
    void aBallotOutOfTimeIsToldWithBothMoments(long second, String told) {
        String text = told(Bylaws.none(), Samples.ballot("V1", 1, "P1", second, Choice.FOR));

        assertThat(text).startsWith("✘ Ballot V1 for U001 " + told + " [");
    }

    @Test
    void anAuthorityThatIsNoneIsToldWithItsDays() {
        LocalDate last = LocalDate.of(2024, 12, 15);
        MotionResult result =
                motion(
                        Bylaws.none(),
                        List.of(new Withdrawal(person("P2"), person("X1"), Samples.OPENS)),
                        proxy("V1", 1, "P1", FROM, last),
                        proxy("V2", 2, "P2", FROM, FROM.plusDays(30)));

        assertThat(told(result.setAside(), Language.EN))
                .contains(
                        "V1 for U001: the proxy's authority is good from 2024-12-01 to 2024-12-15"
                                + " and not on 2024-12-16",
                        "V2 for U002: at 2024-12-16T01:00:00Z the owner had taken the proxy's"
                                + " authority back");
        assertThat(told(result.setAside(), Language.ZH_CN))
                .contains(
                        "授权委托书有效期为2024-12-01至2024-12-15，不含收票之日2024-12-16",
                        "已于2024-12-16T01:00:00Z取消委托");
    }

    /** The defect: neither the limit nor the rule that sets it was told. */
    @Test
    void oneProxyForTooManyIsToldWithTheLimitAndTheClauseThatSetsIt() {
        Bylaws one =
                new Bylaws(
                        CountPolicy.statutory(),
                        HeadPolicy.statutory(),
                        List.of(),
                        new TreeSet<>(),
                        List.of(new ProxyLimit(3, WEIFANG), new ProxyLimit(1, WEIFANG)),
                        List.of());

        MotionResult result =
                motion(
                        one,
                        List.of(),
                        proxy("V1", 1, "P1", FROM, FROM.plusDays(30)),
                        proxy("V2", 2, "P2", FROM, FROM.plusDays(30)));

        assertThat(told(result.byRules().orElseThrow().setAside(), Language.EN))
                .isEqualTo(
                        "✘ Ballot V2 for U002: the proxy already votes for as many owners as is"
                            + " allowed, which is 1 [Weifang Regulation art. 32 para. 1; Property"
                            + " Management Regulation art. 12 para. 2 (our reading of the law)]");
    }

    @Test
    void aRepeatIsToldWithTheBallotThatStands() {
        MotionResult result =
                motion(
                        Bylaws.none(),
                        List.of(),
                        Samples.ballot("V1", 1, "P1", 0, Choice.AGAINST),
                        Samples.ballot("V2", 1, "P1", 10, Choice.FOR),
                        Samples.ballot("V3", 1, "P1", 20, Choice.AGAINST),
                        proxy("V4", 1, "P1", FROM, FROM.plusDays(30)));

        assertThat(told(result.setAside(), Language.EN))
                .contains(
                        "V2 for U001 differs from V1, which stands",
                        "V3 for U001 says the same as V1, which stands",
                        "V4 for U001 by proxy gives way to the owner's own V1");
        assertThat(told(result.setAside(), Language.ZH_CN))
                .contains(
                        "表决票V2（U001）与表决票V1不同，以V1为准",
                        "表决票V3（U001）与计入的表决票V1相同",
                        "表决票V4（U001）：业主本人已表决（表决票V1），代理人所投不计");
    }

    /** The defect: the earlier ballot was said to stand where the rules let the later one stand. */
    @Test
    void whereTheLastBallotWinsTheEarlierOneIsNotSaidToStand() {
        Bylaws last =
                Bylaws.none()
                        .with(
                                CountPolicy.statutory()
                                        .withRepeated(
                                                CountPolicy.RepeatedBallots.LAST_BEFORE_CLOSE_WINS))
                        .with(
                                new AdoptedClause(
                                        CountTopic.REPEATED_BALLOTS,
                                        "议事规则第20条",
                                        LocalDate.of(2023, 5, 1),
                                        MeetingId.of("2023-OM-01"),
                                        Samples.M1));

        List<SetAside> own =
                motion(
                                last,
                                List.of(),
                                Samples.ballot("V1", 1, "P1", 0, Choice.AGAINST),
                                Samples.ballot("V2", 1, "P1", 10, Choice.FOR))
                        .byRules()
                        .orElseThrow()
                        .setAside();

        assertThat(told(own, Language.EN))
                .startsWith("✘ Ballot V1 for U001 differs from V2, which stands")
                .doesNotContain("earlier");
        assertThat(told(own, Language.ZH_CN))
                .startsWith("✘ 表决票V1（U001）与表决票V2不同，以V2为准")
                .doesNotContain("先收到");
    }

    /** No person is named in what a set-aside ballot is told with. */
    @Test
    void noPersonIsNamed() {
        MotionResult result =
                motion(
                        Bylaws.none(),
                        List.of(new Withdrawal(person("P2"), person("X1"), Samples.OPENS)),
                        proxy("V1", 1, "P1", FROM, FROM),
                        proxy("V2", 2, "P2", FROM, FROM.plusDays(30)),
                        Samples.ballot("V3", 3, "P2", 5, Choice.FOR));

        assertThat(result.setAside())
                .hasSize(3)
                .flatExtracting(aside -> aside.ruling().findings())
                .flatExtracting(finding -> finding.evidence().values())
                .doesNotContain("P1", "P2", "P3", "X1");
    }

    private static String told(Bylaws bylaws, Ballot... ballots) {
        return told(motion(bylaws, List.of(), ballots).setAside(), Language.EN);
    }

    private static String told(List<SetAside> aside, Language language) {
        return aside.stream()
                .map(one -> RuleTexts.governance(language).render(one.ruling()))
                .collect(Collectors.joining("\n"));
    }

    private static MotionResult motion(
            Bylaws bylaws, List<Withdrawal> withdrawals, Ballot... ballots) {
        return Answers.accepted(
                        Tally.count(
                                Samples.meeting(Matter.MANAGER_APPOINTMENT),
                                Samples.roster(UNITS),
                                new BallotBox(
                                        List.of(ballots), withdrawals, List.of(), new TreeSet<>()),
                                bylaws,
                                Samples.COUNTED))
                .motion(Samples.M1);
    }

    private static Ballot proxy(
            String id, int unit, String principal, LocalDate from, LocalDate through) {
        return new Ballot(
                BallotId.of(id),
                Samples.unitId(unit),
                person("X1"),
                Channel.ONLINE,
                Samples.OPENS.plusSeconds(60 + unit),
                Signature.SIGNED,
                new Mandate.Proxy(person(principal), from, through, new TreeMap<>()),
                new TreeMap<>(Map.of(Samples.M1, Set.of(Choice.FOR))));
    }

    private static PersonId person(String id) {
        return PersonId.of(id);
    }
}
