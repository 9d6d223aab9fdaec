package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.election.ElectionCall;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.VotingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What has happened in the course of an owners' meeting; the components are a stored format.
 *
 * @since 0.1.0
 */
public sealed interface ProceedingEvent extends DomainEvent {

    /**
     * Which meeting.
     *
     * @return once within the community
     */
    MeetingId meeting();

    /**
     * Which step of the course it is.
     *
     * @return one kind of event, one step
     */
    Step step();

    /**
     * What this step itself needs, besides its place in the course and the terms of the place.
     *
     * @param before the course so far
     * @return findings, met and not met
     */
    default List<Finding> gates(Proceeding before) {
        return List.of();
    }

    /** Who was to be told besides the owners (PMR art. 14 para. 2). */
    enum Neighbourhood {
        /** The residents' committee (居民委员会) was told at the same time. */
        RESIDENTS_COMMITTEE_TOLD,
        /** It was not told. */
        RESIDENTS_COMMITTEE_NOT_TOLD,
        /** Not a residential area, so that nobody else is told. */
        NOT_RESIDENTIAL
    }

    /**
     * How the owners meet (会议形式); several go together (PMR art. 12 para. 1, QY art. 17 para. 1).
     */
    enum Form {
        /** They come together (集体讨论). */
        DISCUSSION,
        /** They are asked on paper (书面征求意见). */
        WRITTEN,
        /** They vote through a platform (电子投票). */
        ELECTRONIC
    }

    /** An office with which a decision is filed (备案). */
    enum Office {
        /** The housing authority of district or county (房地产行政主管部门). */
        HOUSING_AUTHORITY,
        /** The street office or township government (街道办事处、乡镇人民政府). */
        STREET_OFFICE
    }

    /** Who took a decision back (撤销). */
    enum Revoker {
        /** A people's court, at the suit of an owner (Civil Code art. 280 para. 2). */
        COURT,
        /** The housing authority or the street office (PMR art. 19 para. 2). */
        OFFICE
    }

    /**
     * Somebody asked for the meeting, or the rules of procedure did.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     * @param trigger why
     * @param heads the owners who propose it; 0 where nobody needs to
     * @param allHeads all owners
     * @param area the area of those who propose it
     * @param allArea the area of all
     * @param countedOver the roster over which the names of those who propose it were counted; none
     *     where the figures are as somebody stated them
     */
    record Proposed(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            Trigger trigger,
            HeadCount heads,
            HeadCount allHeads,
            FloorArea area,
            FloorArea allArea,
            List<RosterDigest> countedOver)
            implements ProceedingEvent {

        /** Copies the digest and refuses two. */
        public Proposed {
            countedOver = List.copyOf(countedOver);
            if (countedOver.size() > 1) {
                throw new IllegalArgumentException("counted over rosters: " + countedOver.size());
            }
        }

        /**
         * A proposal whose figures are as somebody stated them.
         *
         * @param community whose owners
         * @param meeting the meeting
         * @param occurredAt when
         * @param trigger why
         * @param heads the owners who propose it; 0 where nobody needs to
         * @param allHeads all owners
         * @param area the area of those who propose it
         * @param allArea the area of all
         */
        public Proposed(
                CommunityId community,
                MeetingId meeting,
                Instant occurredAt,
                Trigger trigger,
                HeadCount heads,
                HeadCount allHeads,
                FloorArea area,
                FloorArea allArea) {
            this(
                    community,
                    meeting,
                    occurredAt,
                    trigger,
                    heads,
                    allHeads,
                    area,
                    allArea,
                    List.of());
        }

        @Override
        public Step step() {
            return Step.PROPOSE;
        }
    }

    /**
     * The street office ordered the committee to call the meeting (责令限期召集).
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     * @param dueOn the last day for the committee
     */
    record ConveningOrdered(
            CommunityId community, MeetingId meeting, Instant occurredAt, LocalDate dueOn)
            implements ProceedingEvent {
        @Override
        public Step step() {
            return Step.ORDER;
        }
    }

    /**
     * The committee let the day pass, and the street office organises the meeting.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     */
    record OfficeConvened(CommunityId community, MeetingId meeting, Instant occurredAt)
            implements ProceedingEvent {
        @Override
        public Step step() {
            return Step.CONVENE;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).committeeFailed(occurredAt));
        }
    }

    /**
     * All owners were told; a later notice before the opening replaces an earlier one.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when it was recorded
     * @param notifiedOn the day of notice
     * @param rosterDate the record date of the roster by which votes are weighed
     * @param opensAt when voting opens
     * @param closesAt when it closes
     * @param latestCloseAt to when it may be extended as the notice says; {@code closesAt} if not
     * @param neighbourhood whether the residents' committee was told
     * @param forms how the owners meet, at least one way
     * @param agenda the topics, in the order announced; nothing else can be voted on
     */
    record NoticeGiven(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            LocalDate notifiedOn,
            LocalDate rosterDate,
            Instant opensAt,
            Instant closesAt,
            Instant latestCloseAt,
            Neighbourhood neighbourhood,
            SortedSet<Form> forms,
            List<Motion> agenda)
            implements ProceedingEvent {

        /** The greatest number of papers of all topics together. */
        public static final int MAX_PAPERS = 400;

        /** Copies the agenda and refuses what no meeting can be. */
        public NoticeGiven {
            agenda = List.copyOf(agenda);
            forms = Collections.unmodifiableSortedSet(new TreeSet<>(forms));
            if (forms.isEmpty()) {
                throw new IllegalArgumentException("no form of meeting");
            }
            requireOrder(opensAt, closesAt);
            requireMicroseconds(latestCloseAt);
            if (latestCloseAt.isBefore(closesAt)) {
                throw new IllegalArgumentException("closes after the latest: " + closesAt);
            }
            if (agenda.isEmpty()
                    || agenda.size() > Meeting.MAX_MOTIONS
                    || agenda.stream().map(Motion::id).distinct().count() != agenda.size()) {
                throw new IllegalArgumentException("no usable agenda: " + agenda.size());
            }
            int papers = agenda.stream().mapToInt(topic -> topic.documents().size()).sum();
            if (papers > MAX_PAPERS) {
                throw new IllegalArgumentException("papers of one meeting: " + papers);
            }
        }

        @Override
        public Step step() {
            return Step.NOTIFY;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return new CourseGates(before).notice(this);
        }
    }

    /**
     * The opening was put off, with the same agenda, before it came.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     * @param opensAt the new opening
     * @param closesAt the new close
     */
    record Postponed(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            Instant opensAt,
            Instant closesAt)
            implements ProceedingEvent {

        /** Refuses a close that is not after the opening, and a moment too fine to be stored. */
        public Postponed {
            requireOrder(opensAt, closesAt);
        }

        @Override
        public Step step() {
            return Step.POSTPONE;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).beforeOpening(occurredAt, opensAt));
        }
    }

    /**
     * The voting opened.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     */
    record VotingOpened(CommunityId community, MeetingId meeting, Instant occurredAt)
            implements ProceedingEvent {
        @Override
        public Step step() {
            return Step.OPEN;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).opening(occurredAt));
        }
    }

    /**
     * The voting was extended before it closed, for example as too few had voted.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     * @param closesAt the new close
     */
    record VotingExtended(
            CommunityId community, MeetingId meeting, Instant occurredAt, Instant closesAt)
            implements ProceedingEvent {

        /** Refuses a moment too fine to be stored. */
        public VotingExtended {
            requireMicroseconds(closesAt);
        }

        @Override
        public Step step() {
            return Step.EXTEND;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).extension(occurredAt, closesAt));
        }
    }

    /**
     * The voting closed, and the ballots are frozen.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     */
    record VotingClosed(CommunityId community, MeetingId meeting, Instant occurredAt)
            implements ProceedingEvent {
        @Override
        public Step step() {
            return Step.CLOSE;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).closing(occurredAt));
        }
    }

    /**
     * The count is done; {@link Proceeding#recordCount} alone makes one. It carries what was
     * counted and every figure, so that whoever reads it can judge it again.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     * @param rosterDate the record date of the roster by which votes were weighed
     * @param roster the digest of that roster
     * @param noticeDate the day of notice by which it was judged
     * @param opensAt the first moment at which a ballot counted
     * @param closesAt the last one
     * @param tallySha256 the SHA-256 of the tally's canonical text, 64 lower-case hexadecimal
     *     digits
     * @param results one for each topic that was answered, 0 to {@link Meeting#MAX_MOTIONS}
     * @param elections one for each topic on which persons were named, with at most {@link
     *     ElectionCall#MAX_CANDIDATES} candidates together; one of either at least
     * @param local what the region asks of the results beyond the nation's law; each election tells
     *     its own
     */
    record TallyRecorded(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            LocalDate rosterDate,
            RosterDigest roster,
            LocalDate noticeDate,
            Instant opensAt,
            Instant closesAt,
            String tallySha256,
            List<TopicResult> results,
            List<TopicElection> elections,
            RecordedTerms local)
            implements ProceedingEvent {

        /** Copies the results and refuses what no count can be. */
        public TallyRecorded {
            results = List.copyOf(results);
            elections = List.copyOf(elections);
            TextDigest.require(tallySha256);
            requireOrder(opensAt, closesAt);
            int topics = results.size() + elections.size();
            int candidates = elections.stream().mapToInt(e -> e.count().supports().size()).sum();
            if (topics < 1
                    || topics > Meeting.MAX_MOTIONS
                    || candidates > ElectionCall.MAX_CANDIDATES) {
                throw new IllegalArgumentException(
                        topics + " topics with " + candidates + " candidates");
            }
        }

        static TallyRecorded of(
                Proceeding before, TallyResult tally, List<ElectionResult> elections, Instant at) {
            Set<MotionId> byNames =
                    elections.stream().map(one -> one.motion().id()).collect(Collectors.toSet());
            Meeting counted = tally.meeting();
            return new TallyRecorded(
                    before.community(),
                    before.meeting(),
                    at,
                    counted.rosterDate(),
                    tally.roster(),
                    counted.noticeDate(),
                    counted.opensAt(),
                    counted.closesAt(),
                    TextDigest.of(tally.canonicalText()),
                    tally.motions().stream()
                            .filter(result -> !byNames.contains(result.motion().id()))
                            .map(TopicResult::of)
                            .toList(),
                    elections.stream().map(TopicElection::of).toList(),
                    RecordedTerms.of(tally.bylaws().local()));
        }

        /** The days by which the count is judged; the law of the opening governs it. */
        VotingDays days() {
            return VotingDays.of(noticeDate, opensAt, closesAt);
        }

        @Override
        public Step step() {
            return Step.TALLY;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return CountGates.ofRecord(before, this);
        }
    }

    /**
     * The result was put up for all owners.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when it was recorded
     * @param publishedOn the day on which it was put up
     */
    record ResultPublished(
            CommunityId community, MeetingId meeting, Instant occurredAt, LocalDate publishedOn)
            implements ProceedingEvent {
        @Override
        public Step step() {
            return Step.PUBLISH;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).dayOf(publishedOn, occurredAt));
        }
    }

    /**
     * An owner objected to the result or commented on it.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when it was recorded
     * @param receivedOn the day on which it came in
     * @param owner who; not for a public view
     * @param text what, 1 to {@link Proceeding#MAX_TEXT_LENGTH} characters; not for a public view
     */
    record ObjectionReceived(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            LocalDate receivedOn,
            PersonId owner,
            String text)
            implements ProceedingEvent {

        /** Checks the text. */
        public ObjectionReceived {
            requireText(text);
        }

        @Override
        public Step step() {
            return Step.OBJECT;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).dayOf(receivedOn, occurredAt));
        }
    }

    /**
     * What owners said of the result was put up (征求意见情况公示).
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when it was recorded
     * @param startOn the first day
     * @param endOn the last day, not before the first
     */
    record CommentsDisplayed(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            LocalDate startOn,
            LocalDate endOn)
            implements ProceedingEvent {

        /** Refuses an end before the start. */
        public CommentsDisplayed {
            if (endOn.isBefore(startOn)) {
                throw new IllegalArgumentException("from " + startOn + " to " + endOn);
            }
        }

        @Override
        public Step step() {
            return Step.DISPLAY;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(
                    new CourseGates(before).afterPublication(startOn),
                    new CourseGates(before).dayOf(endOn, occurredAt));
        }
    }

    /**
     * The minutes were signed (PMR art. 14 para. 3: the committee keeps them).
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when
     * @param minutesSha256 the SHA-256 of the paper, 64 lower-case hexadecimal digits
     * @param signers who signed, at most {@link #MAX_SIGNERS}
     */
    record MinutesSigned(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            String minutesSha256,
            SortedSet<PersonId> signers)
            implements ProceedingEvent {

        /** The most signers of one paper: more than any committee has members. */
        public static final int MAX_SIGNERS = 100;

        /** Copies the signers and checks their number and the digest. */
        public MinutesSigned {
            if (signers.size() > MAX_SIGNERS) {
                throw new IllegalArgumentException(signers.size() + " signers");
            }
            signers = Collections.unmodifiableSortedSet(new TreeSet<>(signers));
            TextDigest.require(minutesSha256);
        }

        @Override
        public Step step() {
            return Step.SIGN;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(
                    RuleCheck.of(
                            ProceedingRule.MINUTES_SIGNED,
                            !signers.isEmpty(),
                            "signers",
                            signers.size()));
        }
    }

    /**
     * The decisions were filed.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when it was recorded
     * @param filedOn the day of filing
     * @param office with which office
     */
    record DecisionsFiled(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            LocalDate filedOn,
            Office office)
            implements ProceedingEvent {
        @Override
        public Step step() {
            return Step.FILE;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).dayOf(filedOn, occurredAt));
        }
    }

    /**
     * An authority ordered a decision to be corrected (责令限期改正); it binds until it is revoked.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when it was recorded
     * @param motion the decision
     * @param dueOn the last day for correction
     * @param reference the number of the order
     */
    record CorrectionOrdered(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            MotionId motion,
            LocalDate dueOn,
            String reference)
            implements ProceedingEvent {

        /** Checks the reference. */
        public CorrectionOrdered {
            requireText(reference);
        }

        @Override
        public Step step() {
            return Step.CORRECT;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(new CourseGates(before).binds(motion));
        }
    }

    /**
     * A decision was revoked and binds no longer.
     *
     * @param community whose owners
     * @param meeting the meeting
     * @param occurredAt when it was recorded
     * @param motion the decision
     * @param revokedOn from which day
     * @param by who revoked it
     * @param reference the number of the judgement or order
     */
    record DecisionRevoked(
            CommunityId community,
            MeetingId meeting,
            Instant occurredAt,
            MotionId motion,
            LocalDate revokedOn,
            Revoker by,
            String reference)
            implements ProceedingEvent {

        /** Checks the reference. */
        public DecisionRevoked {
            requireText(reference);
        }

        @Override
        public Step step() {
            return Step.REVOKE;
        }

        @Override
        public List<Finding> gates(Proceeding before) {
            return List.of(
                    new CourseGates(before).binds(motion),
                    new CourseGates(before).dayOf(revokedOn, occurredAt));
        }
    }

    private static void requireMicroseconds(Instant moment) {
        if (!moment.equals(moment.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("finer than a microsecond: " + moment);
        }
    }

    private static void requireOrder(Instant opensAt, Instant closesAt) {
        requireMicroseconds(opensAt);
        requireMicroseconds(closesAt);
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("opens " + opensAt + ", closes " + closesAt);
        }
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > Proceeding.MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException("text of length " + text.length());
        }
    }
}
