package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedRecallTest {

    /** The Property Law is the first to say what a vote needs; nothing is told of a day before. */
    @ParameterizedTest(name = "a vote against that opened on {0}: {1}")
    @CsvSource({
        "2007-09-30,INVALID_PROCEDURE",
        "2007-10-01,REJECTED",
        "2020-12-31,REJECTED",
        "2021-01-01,REJECTED"
    })
    void comesToNothingBeforeThereWasALawOnVotes(LocalDate opened, Result result) {
        SeatPaper paper = SeatPaper.recalling(Bodies.COMMUNITY, Bodies.TERM, Set.of(person(7)));
        RejectedRecall kept =
                RejectedRecall.of(paper, Bodies.vote(START, Choice.AGAINST, paper.document()));

        RejectedRecall then =
                new RejectedRecall(
                        kept.community(),
                        kept.meeting(),
                        kept.motion(),
                        paper,
                        kept.count(),
                        opened.minusDays(30),
                        opened,
                        opened.plusDays(2),
                        kept.local());

        assertThat(kept.result()).isEqualTo(Result.REJECTED);
        assertThat(then.result()).isEqualTo(result);
    }
}
