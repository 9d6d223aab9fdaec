package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all motions of one count have in common.
 *
 * @param local what the region asks beyond the nation's law
 * @param notices what every ruling says of the region's profile
 */
record CountTerms(
        Meeting meeting,
        RosterDigest roster,
        RuleSet rules,
        Instant countedAt,
        LocalTerms local,
        List<? extends Finding> notices) {

    /** The same by the nation's law alone. */
    CountTerms nationally() {
        return new CountTerms(meeting, roster, rules, countedAt, LocalTerms.none(), notices);
    }

    /** Whether a ballot may still come in, as one may up to the last moment of the voting. */
    boolean isOpen() {
        return !countedAt.isAfter(meeting.closesAt());
    }

    Judgement judge(MotionCount count, Matter matter) {
        Judgement closed = judgeAsClosed(count, matter);
        return isOpen() ? closed.whileOpen() : closed;
    }

    /** What the figures would come to if the voting had closed with them. */
    Judgement judgeAsClosed(MotionCount count, Matter matter) {
        Finding notice =
                new VotingFinding.NoticeDays(meeting.noticeDate(), meeting.openingDate(), rules);
        return Judgement.of(count, matter, rules, notice)
                .under(local, VotingDays.of(meeting), count, matter, rules)
                .on(openedOn());
    }

    /** A judgement with what is contested, what is read into the law, and the region's notices. */
    Ruling ruling(Judgement judgement, List<? extends Finding> contested, Matter matter) {
        return new Ruling(
                Stream.of(
                                judgement.ruling().findings(),
                                contested,
                                List.of(new VotingFinding.Readings(rules, matter)),
                                notices)
                        .flatMap(List::stream)
                        .<Finding>map(finding -> VotingFinding.OnDay.of(finding, openedOn()))
                        .toList());
    }

    private LocalDate openedOn() {
        return meeting.openingDate();
    }
}
