package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.voting.Samples.M1;
import static io.github.xinyi.governance.voting.Samples.ballot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final Motion.Document PAPER = new Motion.Document("0a".repeat(32));
    private static final Motion.Document OTHER = new Motion.Document("0b".repeat(32));

    @Test
    void decidesThePapersOfItsMotionAndNoOthers() {
        Resolution resolution = resolution("2024-OM-01", PAPER, 3);

        assertThat(resolution.decides(PAPER)).isTrue();
        assertThat(resolution.decides(OTHER)).isFalse();
        assertThat(resolution.opensAt()).isEqualTo(Samples.OPENS);
        assertThat(resolution.adoptedAt()).isEqualTo(Samples.CLOSES);
        assertThat(resolution.count().inFavour().heads().value()).isEqualTo(3);
        assertThat(resolution.matter()).isEqualTo(Matter.REBUILDING);
        assertThat(resolution.community()).isEqualTo(Samples.COMMUNITY);
        assertThat(resolution.meeting()).isEqualTo(MeetingId.of("2024-OM-01"));
        assertThat(resolution.roster()).isEqualTo(roster().digest());
        assertThat(resolution).hasToString("c1 2024-OM-01 M1");
    }

    @Test
    void isTheSameOnlyWithTheSameMeetingMotionAndCount() {
        Resolution one = resolution("2024-OM-01", PAPER, 3);

        assertThat(resolution("2024-OM-01", PAPER, 3)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(resolution("2024-OM-02", PAPER, 3))
                .isNotEqualTo(one)
                .doesNotHaveSameHashCodeAs(one);
        assertThat(resolution("2024-OM-01", OTHER, 3)).isNotEqualTo(one);
        assertThat(resolution("2024-OM-01", PAPER, 4)).isNotEqualTo(one);
    }

    @Test
    void onlyACountThatHasEndedWithoutAPassIsDeclined() {
        assertThat(MotionResult.Result.values())
                .filteredOn(MotionResult.Result::isDeclined)
                .containsExactlyInAnyOrder(
                        MotionResult.Result.NO_QUORUM, MotionResult.Result.REJECTED);
    }

    @Test
    void theBusinessOfOwnersIsThatWithAMatter() {
        assertThat(Business.ofOwners())
                .isNotEmpty()
                .allMatch(business -> business.matter().isPresent());
        assertThat(Business.values())
                .filteredOn(business -> !Business.ofOwners().contains(business))
                .isNotEmpty()
                .allMatch(business -> business.matter().isEmpty());
    }

    @Test
    void findsTheMotionsOfAMeetingAndNoOthers() {
        Meeting meeting = meeting("2024-OM-01", PAPER);

        assertThat(meeting.motion(M1)).contains(meeting.motions().get(0));
        assertThat(meeting.motion(MotionId.of("M9"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Meeting.requireMicroseconds(Samples.OPENS.plusNanos(1)));
    }

    @Test
    void aCounterForgetsTheMotionBefore() {
        Electorate electorate = roster().electorate(HeadPolicy.statutory());
        MotionCount.Counter counter = MotionCount.counter(electorate);
        AnswerColumn yes = column(electorate, Choice.FOR);
        AnswerColumn no = column(electorate, Choice.AGAINST);
        AnswerColumn none = AnswerColumn.builder(electorate.units()).build();

        MotionCount first = counter.count(yes);
        counter.count(no);

        assertThat(counter.count(yes)).isEqualTo(first);
        assertThat(counter.count(none).participating()).isEqualTo(MotionCount.Votes.NONE);
        assertThat(counter.count(no)).isEqualTo(MotionCount.counter(electorate).count(no));
    }

    private static AnswerColumn column(Electorate electorate, Choice choice) {
        AnswerColumn.Builder column = AnswerColumn.builder(electorate.units());
        for (int unit = 0; unit < electorate.units(); unit++) {
            column.answer(unit, choice);
        }
        return column.build();
    }

    private static Roster roster() {
        return Samples.roster(
                List.of(
                        Samples.home(1, 10_000, "P1"),
                        Samples.home(2, 10_000, "P2"),
                        Samples.home(3, 10_000, "P3"),
                        Samples.home(4, 10_000, "P4"),
                        Samples.home(5, 100, "P4")));
    }

    private static Meeting meeting(String id, Motion.Document paper) {
        Meeting plain = Samples.meeting(Matter.REBUILDING);
        return new Meeting(
                MeetingId.of(id),
                plain.community(),
                plain.rosterDate(),
                plain.noticeDate(),
                plain.opensAt(),
                plain.closesAt(),
                List.of(new Motion(M1, Matter.REBUILDING, "重建", List.of(paper))));
    }

    /** Everybody of the first so many units is in favour, which passes with three of four. */
    private static Resolution resolution(String id, Motion.Document paper, int inFavour) {
        List<Ballot> ballots =
                IntStream.rangeClosed(1, inFavour)
                        .mapToObj(i -> ballot(i, "P" + i, i, Choice.FOR))
                        .toList();
        return Tally.of(meeting(id, paper), roster(), ballots, Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(M1)
                .resolution()
                .orElseThrow();
    }
}
