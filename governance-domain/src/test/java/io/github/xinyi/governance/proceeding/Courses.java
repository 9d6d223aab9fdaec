package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ConveningOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.CorrectionOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionsFiled;
import io.github.xinyi.governance.proceeding.ProceedingEvent.MinutesSigned;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ObjectionReceived;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.proceeding.ProceedingEvent.OfficeConvened;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ResultPublished;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingClosed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingExtended;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingOpened;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Events of one meeting, by the number of days since it was proposed. */
final class Courses {

    static final CommunityId COMMUNITY = CommunityId.of("c1");
    static final MeetingId MEETING = MeetingId.of("2024-OM-01");
    static final MotionId M1 = MotionId.of("M1");
    static final MotionId M2 = MotionId.of("M2");
    static final MotionId ELSE = MotionId.of("M9");
    static final String DIGEST = "0123456789abcdef".repeat(4);
    static final LocalDate DAY_0 = LocalDate.of(2024, 12, 1);

    private Courses() {}

    static ProceedingTerms terms(String region) {
        return ProceedingTerms.under(Profiles.of(region));
    }

    /** The morning of a day. */
    static Instant at(long day) {
        return Instant.parse("2024-12-01T01:00:00Z").plusSeconds(86_400 * day);
    }

    static LocalDate on(long day) {
        return DAY_0.plusDays(day);
    }

    static Proposed proposed(Trigger trigger, long heads, long area) {
        return new Proposed(
                COMMUNITY,
                MEETING,
                at(0),
                trigger,
                HeadCount.of(heads),
                HeadCount.of(1_000),
                FloorArea.ofSquareDecimetres(area),
                FloorArea.ofSquareDecimetres(100_000));
    }

    static ConveningOrdered ordered(long day, long due) {
        return new ConveningOrdered(COMMUNITY, MEETING, at(day), on(due));
    }

    static OfficeConvened convened(long day) {
        return new OfficeConvened(COMMUNITY, MEETING, at(day));
    }

    static NoticeGiven notice(long day, long opens, long closes, long latest) {
        return notice(day, opens, closes, latest, Neighbourhood.RESIDENTS_COMMITTEE_TOLD);
    }

    static NoticeGiven notice(
            long day, long opens, long closes, long latest, Neighbourhood neighbourhood) {
        return new NoticeGiven(
                COMMUNITY,
                MEETING,
                at(day),
                on(day),
                at(opens),
                at(closes),
                at(latest),
                neighbourhood,
                List.of(
                        new Motion(M1, Matter.COMMITTEE_ELECTION, "选举业主委员会"),
                        new Motion(M2, Matter.MANAGER_APPOINTMENT, "选聘物业服务企业")));
    }

    static Postponed postponed(long day, long opens, long closes) {
        return new Postponed(COMMUNITY, MEETING, at(day), at(opens), at(closes));
    }

    static VotingOpened opened(long day) {
        return new VotingOpened(COMMUNITY, MEETING, at(day));
    }

    static VotingExtended extended(long day, long closes) {
        return new VotingExtended(COMMUNITY, MEETING, at(day), at(closes));
    }

    static VotingClosed closed(long day) {
        return new VotingClosed(COMMUNITY, MEETING, at(day));
    }

    static TallyRecorded tallied(long day, Result one, Result two, TopicResult... more) {
        List<TopicResult> results = new ArrayList<>();
        results.add(new TopicResult(M1, one));
        results.add(new TopicResult(M2, two));
        results.addAll(List.of(more));
        return new TallyRecorded(COMMUNITY, MEETING, at(day), DIGEST, results);
    }

    static ResultPublished published(long day) {
        return new ResultPublished(COMMUNITY, MEETING, at(day), on(day));
    }

    static ObjectionReceived objection(long day) {
        return new ObjectionReceived(
                COMMUNITY, MEETING, at(day), on(day), PersonId.of("P1"), "未收到表决票");
    }

    static MinutesSigned minutes(long day, String... signers) {
        TreeSet<PersonId> people = new TreeSet<>();
        for (String signer : signers) {
            people.add(PersonId.of(signer));
        }
        return new MinutesSigned(COMMUNITY, MEETING, at(day), DIGEST, people);
    }

    static DecisionsFiled filed(long day, Office office) {
        return new DecisionsFiled(COMMUNITY, MEETING, at(day), on(day), office);
    }

    static CorrectionOrdered corrected(long day, MotionId motion) {
        return new CorrectionOrdered(COMMUNITY, MEETING, at(day), motion, on(day + 30), "街办令1号");
    }

    static DecisionRevoked revoked(long day, MotionId motion, Revoker by) {
        return new DecisionRevoked(COMMUNITY, MEETING, at(day), motion, on(day), by, "民初1号");
    }

    /** A meeting of which M1 passed and M2 did not, put up on day 28. */
    static List<ProceedingEvent> whole() {
        return List.of(
                proposed(Trigger.OWNERS_PROPOSAL, 200, 0),
                notice(1, 16, 26, 26),
                opened(16),
                closed(26),
                tallied(27, Result.PASSED, Result.REJECTED),
                published(28));
    }

    static Proceeding upTo(int events) {
        return Proceeding.from(whole().subList(0, events));
    }
}
