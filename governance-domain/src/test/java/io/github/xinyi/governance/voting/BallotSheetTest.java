package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                        ✘ ballots.csv, line 3, 渠道: "邮寄" is not one of 现场/纸质/线上
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
    void refusesAColumnForAMotionThatWasNotAnnounced() {
        byte[] bytes = "票号,房号,表决人编号,渠道,收到时间,签名,M1,M2\n".getBytes(StandardCharsets.UTF_8);

        assertThat(text(BallotSheet.read(SheetFile.utf8("ballots.csv", bytes), MEETING)))
                .isEqualTo("✘ ballots.csv: column M2 is not known here");
    }

    private static SheetFile file(String rows) {
        return SheetFile.utf8("ballots.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Outcome<List<Ballot>> outcome) {
        return outcome.fold(
                List::toString, ruling -> RuleTexts.governance(Language.EN).render(ruling));
    }
}
