package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BallotSheetTest {

    private static final String HEADER = "票号,房号,表决人编号,渠道,收到时间,签名,M1\n";
    private static final Meeting MEETING = Samples.meeting(Matter.MANAGER_APPOINTMENT);
    private static final Roster ROSTER =
            Samples.roster(List.of(Samples.home(1, 9_000, "P1"), Samples.home(2, 9_000, "P2")));

    @Test
    void readsBallotsThatWillNotCountTooAsTheyCameIn() {
        Outcome<List<Ballot>> outcome =
                BallotSheet.read(
                        file(
                                """
                                V1,U001,P1,线上,2024-12-16T09:00:01+08:00,是,同意
                                V2,U002,P2,纸质,2024-12-16T09:00:02+08:00,否,同意;反对
                                V3,U002,P9,现场,2024-12-16T09:00:03+08:00,是,
                                """),
                        MEETING,
                        ROSTER);

        assertThat(outcome)
                .isEqualTo(
                        Outcome.accepted(
                                List.of(
                                        Samples.ballot("V1", 1, "P1", 1, Choice.FOR),
                                        Samples.ballot(
                                                "V2",
                                                2,
                                                "P2",
                                                Channel.PAPER,
                                                2,
                                                Signature.MISSING,
                                                Choice.FOR,
                                                Choice.AGAINST),
                                        Samples.ballot(
                                                "V3",
                                                2,
                                                "P9",
                                                Channel.ON_SITE,
                                                3,
                                                Signature.SIGNED))));
    }

    @Test
    void namesBallotsTwiceUnknownUnitsAndUnknownAnswersAtOnce() {
        SheetFile file =
                file(
                        """
                        V1,U001,P1,线上,2024-12-16T09:00:01+08:00,是,赞成
                        V1,U009,P1,邮寄,2024-12-16,是,同意
                        """);

        assertThat(text(BallotSheet.read(file, MEETING, ROSTER)))
                .isEqualTo(
                        """
                        ✘ ballots.csv, line 2, M1: "赞成" is not one of 反对/同意/弃权
                        ✘ ballots.csv, line 3, 票号: "V1" stands on line 2 already
                        ✘ ballots.csv, line 3, 房号: "U009" is not found in c1 2024-11-30
                        ✘ ballots.csv, line 3, 渠道: "邮寄" is not one of 代理/现场/纸质/线上
                        ✘ ballots.csv, line 3, 收到时间: "2024-12-16" is not a time of the form \
                        YYYY-MM-DDThh:mm:ss+08:00\
                        """);
    }

    @Test
    void leavesUnknownUnitsToTheTallyWithoutARoster() {
        Outcome<List<Ballot>> outcome =
                BallotSheet.read(file("V1,U009,P1,线上,2024-12-16T09:00:01+08:00,是,同意\n"), MEETING);

        assertThat(outcome.isAccepted()).isTrue();
    }

    @Test
    void readsByWhatRightEveryBallotWasHandedIn() {
        Outcome<List<Ballot>> outcome =
                BallotSheet.read(
                        mandates(
                                """
                                V1,U001,X1,代理,2024-12-16T09:00:01+08:00,是,反对,P1,2024-12-01,2024-12-31,M1=反对,,
                                V2,U001,X1,线上,2024-12-16T09:00:02+08:00,是,同意,P1,2024-12-16,2024-12-16,,,
                                V3,U002,G1,纸质,2024-12-16T09:00:03+08:00,是,同意,,,,,P2,
                                V4,U002,P2,纸质,2024-12-16T09:00:04+08:00,是,同意,,,,,,C1
                                V5,U002,P2,现场,2024-12-16T09:00:05+08:00,是,同意,,,,,,
                                """),
                        MEETING,
                        ROSTER);

        PersonId principal = PersonId.of("P1");
        assertThat(outcome.orElseThrow(r -> new IllegalStateException(r.toString())))
                .extracting(Ballot::channel, Ballot::mandate)
                .containsExactly(
                        tuple(
                                Channel.PAPER,
                                new Mandate.Proxy(
                                        principal,
                                        LocalDate.of(2024, 12, 1),
                                        LocalDate.of(2024, 12, 31),
                                        new TreeMap<>(Map.of(Samples.M1, Choice.AGAINST)))),
                        tuple(
                                Channel.ONLINE,
                                new Mandate.Proxy(
                                        principal,
                                        LocalDate.of(2024, 12, 16),
                                        LocalDate.of(2024, 12, 16),
                                        new TreeMap<>())),
                        tuple(Channel.PAPER, new Mandate.Guardian(PersonId.of("P2"))),
                        tuple(Channel.PAPER, new Mandate.Carried(PersonId.of("C1"))),
                        tuple(Channel.ON_SITE, new Mandate.Own()));
    }

    @Test
    void countsTheBallotOfAProxyAsItIsRead() {
        List<Ballot> ballots =
                BallotSheet.read(
                                mandates(
                                        """
                                        V1,U001,X1,代理,2024-12-16T09:00:01+08:00,是,同意,P1,2024-12-01,2024-12-31,M1=反对,,
                                        V2,U002,X1,代理,2024-12-16T09:00:02+08:00,是,同意,P2,2024-12-01,2024-12-31,M1=同意,,
                                        """),
                                MEETING,
                                ROSTER)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        MotionResult result =
                Tally.of(MEETING, ROSTER, ballots, Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Samples.M1);

        assertThat(result.setAside()).hasSize(1);
        assertThat(result.setAside().get(0).reasons())
                .containsExactly(SetAside.Reason.AGAINST_OPINION);
        assertThat(result.count().inFavour().heads().value()).isEqualTo(1);
    }

    @Test
    void namesEveryFaultOfAnAuthorityByRowAndColumn() {
        SheetFile file =
                mandates(
                        """
                        V1,U001,X1,代理,2024-12-16T09:00:01+08:00,是,同意,,,,,,
                        V2,U001,X1,纸质,2024-12-16T09:00:01+08:00,是,同意,,,2024-12-31,M1=同意,,
                        V3,U001,P1,纸质,2024-12-16T09:00:01+08:00,是,同意,P1,2024-12-31,2024-12-30,M1=同意;M1=反对,,
                        V4,U001,X1,纸质,2024-12-16T09:00:01+08:00,是,同意,P1,2024-12-31,2024-12-31,M2=同意,,
                        V5,U001,X1,纸质,2024-12-16T09:00:01+08:00,是,同意,P1,2024-12-31,2024-12-31,,P2,C1
                        """);

        assertThat(text(BallotSheet.read(file, MEETING, ROSTER)))
                .isEqualTo(
                        """
                        ✘ ballots.csv, line 2, 委托人编号: the cell is empty
                        ✘ ballots.csv, line 2, 委托起始日: the cell is empty
                        ✘ ballots.csv, line 2, 委托截止日: the cell is empty
                        ✘ ballots.csv, line 3, 委托人编号: the cell is empty
                        ✘ ballots.csv, line 3, 委托起始日: the cell is empty
                        ✘ ballots.csv, line 4, 委托人编号: "P1" contradicts 表决人编号
                        ✘ ballots.csv, line 4, 委托意见: "M1=同意;M1=反对" names the same twice
                        ✘ ballots.csv, line 4, 委托截止日: "2024-12-30" is outside ≥2024-12-31
                        ✘ ballots.csv, line 5, 委托意见: "M2=同意" is not one of M1=反对/M1=同意/M1=弃权
                        ✘ ballots.csv, line 6, 被监护人编号: "P2" contradicts 委托人编号
                        ✘ ballots.csv, line 6, 代交人编号: "C1" contradicts 委托人编号\
                        """);
    }

    @Test
    void refusesAColumnForAMotionThatWasNotAnnounced() {
        byte[] bytes = "票号,房号,表决人编号,渠道,收到时间,签名,M1,M2\n".getBytes(StandardCharsets.UTF_8);

        assertThat(text(BallotSheet.read(SheetFile.utf8("ballots.csv", bytes), MEETING)))
                .isEqualTo("✘ ballots.csv: column M2 is not known here");
    }

    private static SheetFile mandates(String rows) {
        String header = HEADER.strip() + ",委托人编号,委托起始日,委托截止日,委托意见,被监护人编号,代交人编号\n";
        return SheetFile.utf8("ballots.csv", (header + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static SheetFile file(String rows) {
        return SheetFile.utf8("ballots.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Outcome<List<Ballot>> outcome) {
        return outcome.fold(
                List::toString, ruling -> RuleTexts.governance(Language.EN).render(ruling));
    }
}
