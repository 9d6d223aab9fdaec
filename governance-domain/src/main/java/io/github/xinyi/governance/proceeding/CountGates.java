package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.election.CandidateResult;
import io.github.xinyi.governance.election.ElectionJudgement;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.ElectionTerms;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Judgement;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.VotingDays;
import io.github.xinyi.governance.voting.VotingFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether a count is one of the meeting as it was called: what the recorded event can tell by
 * itself, on a command and on replay alike, and what only the count at hand can tell.
 */
final class CountGates {

    private final Optional<Meeting> called;
    private final List<Finding> findings = new ArrayList<>();

    private CountGates(Optional<Meeting> called) {
        this.called = called;
    }

    /** What a recorded count must be by the dates, topics and figures that it carries. */
    static List<Finding> ofRecord(Proceeding before, TallyRecorded recorded) {
        CountGates gates = new CountGates(before.meetingAsCalled());
        gates.same("rosterDate", Meeting::rosterDate, recorded.rosterDate());
        gates.same("noticeDate", Meeting::noticeDate, recorded.noticeDate());
        gates.same("opensAt", Meeting::opensAt, recorded.opensAt());
        gates.same("closesAt", Meeting::closesAt, recorded.closesAt());
        gates.checkTopics(recorded);
        gates.checkMatters(recorded);
        gates.checkTotals(recorded);
        gates.checkResults(recorded);
        return gates.findings;
    }

    /** What only the count itself can tell: whose meeting, which papers, which roster. */
    static List<Finding> ofCount(
            Proceeding before, TallyResult tally, List<ElectionResult> elections) {
        CountGates gates = new CountGates(before.meetingAsCalled());
        Stream.concat(Stream.of(tally.meeting()), elections.stream().map(ElectionResult::meeting))
                .forEach(gates::checkMeeting);
        gates.checkRosters(tally.roster(), elections);
        gates.checkTerms(tally.bylaws().local(), elections);
        elections.forEach(election -> gates.checkEitherNamesOrAnswers(tally, election));
        return gates.findings;
    }

    /** Results come from a count of ballots. */
    static Finding counted(TallyRecorded event, boolean counted) {
        return RuleCheck.of(ProceedingRule.COUNTED, counted, "tally", event.tallySha256());
    }

    /** The tally at hand is the one recorded, be it in the text of an earlier version. */
    static Finding asRecorded(Proceeding of, TallyResult tally) {
        return RuleCheck.of(
                ProceedingRule.COUNT_AS_RECORDED,
                of.tallySha256().filter(tally::isKnownBy).isPresent(),
                "recorded",
                of.tallySha256().orElse("-"),
                "shown",
                TextDigest.of(tally.canonicalText()));
    }

    /** The election at hand is the one recorded. */
    static Finding asRecorded(Optional<TopicElection> recorded, ElectionResult counted) {
        Optional<String> digest = recorded.map(TopicElection::electionSha256);
        return RuleCheck.of(
                ProceedingRule.COUNT_AS_RECORDED,
                digest.filter(counted::isKnownBy).isPresent(),
                "recorded",
                digest.orElse("-"),
                "shown",
                counted.sha256());
    }

    /** Somebody has a seat by the election, and nobody revoked it. */
    static Finding elects(MotionId motion, ElectionResult counted, boolean revoked) {
        int seats = counted.judgement().in(CandidateResult.Place.ELECTED).size();
        return RuleCheck.of(
                ProceedingRule.PERSONS_ELECTED,
                seats > 0 && !revoked,
                "motion",
                motion,
                "elected",
                revoked ? 0 : seats);
    }

    /** A resolution is adopted by answers; who was elected by names stands in the election. */
    static Finding byAnswers(MotionId motion, boolean byAnswers) {
        return RuleCheck.of(
                ProceedingRule.COUNT_BY_NAMES_OR_ANSWERS,
                byAnswers,
                "motion",
                motion,
                "answers",
                0);
    }

    private void same(String part, Function<Meeting, Object> ofMeeting, Object counted) {
        Optional<Object> announced = called.map(ofMeeting);
        findings.add(
                RuleCheck.of(
                        ProceedingRule.COUNT_OF_MEETING,
                        announced.filter(counted::equals).isPresent(),
                        "part",
                        part,
                        "called",
                        announced.map(Objects::toString).orElse("-"),
                        "counted",
                        counted));
    }

    private void checkMeeting(Meeting counted) {
        same("community", Meeting::community, counted.community());
        same("meeting", Meeting::id, counted.id());
        same("rosterDate", Meeting::rosterDate, counted.rosterDate());
        same("noticeDate", Meeting::noticeDate, counted.noticeDate());
        same("opensAt", Meeting::opensAt, counted.opensAt());
        same("closesAt", Meeting::closesAt, counted.closesAt());
        List<Motion> announced = called.map(Meeting::motions).orElse(List.of());
        List<MotionId> differing =
                Stream.concat(announced.stream(), counted.motions().stream())
                        .filter(
                                motion ->
                                        !announced.contains(motion)
                                                || !counted.motions().contains(motion))
                        .map(Motion::id)
                        .distinct()
                        .toList();
        findings.add(
                RuleCheck.of(
                        ProceedingRule.COUNT_OF_AGENDA,
                        announced.equals(counted.motions()),
                        "differing",
                        differing.isEmpty() ? "-" : differing));
    }

    private void checkRosters(RosterDigest roster, List<ElectionResult> elections) {
        findings.add(
                RuleCheck.of(
                        ProceedingRule.COUNT_BY_ONE_ROSTER,
                        elections.stream().allMatch(one -> one.roster().equals(roster)),
                        "roster",
                        roster));
    }

    /** A region asks the same of every vote of a meeting. */
    private void checkTerms(LocalTerms local, List<ElectionResult> elections) {
        List<MotionId> differing =
                elections.stream()
                        .filter(one -> !one.terms().local().equals(local))
                        .map(one -> one.motion().id())
                        .toList();
        findings.add(
                RuleCheck.of(
                        ProceedingRule.COUNT_BY_ONE_LAW,
                        differing.isEmpty(),
                        "differing",
                        differing.isEmpty() ? "-" : differing));
    }

    /** Owners answer a topic with yes and no, or they name persons; never both. */
    private void checkEitherNamesOrAnswers(TallyResult tally, ElectionResult election) {
        long answers =
                tally.motions().stream()
                        .filter(result -> result.motion().id().equals(election.motion().id()))
                        .mapToLong(result -> result.count().participating().heads().value())
                        .sum();
        findings.add(
                RuleCheck.of(
                        ProceedingRule.COUNT_BY_NAMES_OR_ANSWERS,
                        answers == 0,
                        "motion",
                        election.motion().id(),
                        "answers",
                        answers));
    }

    private static List<MotionId> topics(TallyRecorded recorded) {
        return Stream.concat(
                        recorded.results().stream().map(TopicResult::motion),
                        recorded.elections().stream().map(TopicElection::motion))
                .toList();
    }

    private void checkTopics(TallyRecorded recorded) {
        List<MotionId> announced =
                called.map(Meeting::motions).orElse(List.of()).stream().map(Motion::id).toList();
        List<MotionId> counted = topics(recorded);
        boolean open =
                recorded.results().stream().anyMatch(r -> r.result() == Result.PENDING)
                        || recorded.elections().stream()
                                .anyMatch(e -> e.validity() == ElectionJudgement.Validity.PENDING);
        long missing = announced.stream().filter(id -> !counted.contains(id)).count();
        long twice = counted.size() - counted.stream().distinct().count();
        long unannounced = counted.stream().filter(id -> !announced.contains(id)).count();
        findings.add(
                RuleCheck.of(
                        ProceedingRule.TOPICS_DECIDED,
                        missing == 0 && twice == 0 && !open,
                        "missing",
                        missing,
                        "twice",
                        twice));
        findings.add(
                RuleCheck.of(
                        ProceedingRule.UNANNOUNCED_VOID,
                        unannounced == 0,
                        "unannounced",
                        unannounced));
    }

    private void checkMatters(TallyRecorded recorded) {
        recorded.results().forEach(topic -> checkMatter(topic.motion(), topic.matter()));
        recorded.elections()
                .forEach(topic -> checkMatter(topic.motion(), Matter.COMMITTEE_ELECTION));
    }

    private void checkMatter(MotionId topic, Matter counted) {
        Optional<Matter> announced =
                called.flatMap(meeting -> meeting.motion(topic)).map(Motion::matter);
        findings.add(
                RuleCheck.of(
                        ProceedingRule.COUNT_OF_MATTER,
                        announced.filter(counted::equals).isPresent(),
                        "motion",
                        topic,
                        "announced",
                        announced.map(Objects::toString).orElse("-"),
                        "counted",
                        counted));
    }

    /** One roster has one area and one number of owners, whatever the topic. */
    private void checkTotals(TallyRecorded recorded) {
        List<Votes> totals =
                Stream.concat(
                                recorded.results().stream().map(topic -> topic.count().total()),
                                recorded.elections().stream().map(topic -> topic.count().total()))
                        .distinct()
                        .toList();
        findings.add(
                RuleCheck.of(
                        ProceedingRule.COUNT_TOTALS,
                        totals.size() == 1,
                        "totals",
                        totals.stream()
                                .map(total -> total.area() + " m², " + total.heads())
                                .toList()));
    }

    private void checkResults(TallyRecorded recorded) {
        Optional<RuleSet> rules =
                RuleSet.on(recorded.days().openedOn())
                        .fold(Optional::of, ruling -> Optional.empty());
        for (TopicResult topic : recorded.results()) {
            follows(topic.motion(), topic.result(), rules.map(set -> result(topic, set, recorded)));
        }
        for (TopicElection topic : recorded.elections()) {
            follows(
                    topic.motion(),
                    topic.validity(),
                    rules.map(set -> validity(topic, set, recorded.days())));
        }
    }

    /** What the figures come to by the law and by the local terms that were recorded with them. */
    private static MotionResult.Result result(
            TopicResult topic, RuleSet rules, TallyRecorded recorded) {
        VotingDays days = recorded.days();
        return Judgement.of(
                        topic.count(),
                        topic.matter(),
                        rules,
                        new VotingFinding.NoticeDays(days.notifiedOn(), days.openedOn(), rules))
                .under(recorded.local().terms(), days, topic.count(), topic.matter(), rules)
                .result();
    }

    private static ElectionJudgement.Validity validity(
            TopicElection topic, RuleSet rules, VotingDays days) {
        ElectionTerms terms = new ElectionTerms(rules, days, topic.local().terms(), List.of());
        return ElectionJudgement.of(topic.count(), terms).validity();
    }

    private void follows(MotionId topic, Object stated, Optional<?> derived) {
        findings.add(
                RuleCheck.of(
                        ProceedingRule.RESULT_FOLLOWS,
                        derived.filter(stated::equals).isPresent(),
                        "motion",
                        topic,
                        "stated",
                        stated,
                        "derived",
                        derived.map(Objects::toString).orElse("-")));
    }
}
