package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.election.ElectionCall;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.OfficeConvened;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingExtended;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.TallyResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The course of one owners' meeting (业主大会会议), from the proposal to what comes after the decision,
 * for example {@code 2024-OM-01}, open, 2 topics.
 *
 * <p>A fold of its events. {@link #admit} says whether the next one may happen, and names every
 * gate in its way; nothing is skipped. Terms that run after a fact, such as the days until the
 * result is put up, never keep the fact from being recorded: they are in {@link #duties}. Source:
 * Property Management Regulation arts. 13, 14, 16, 19. Immutable.
 *
 * @since 0.1.0
 */
public final class Proceeding {

    /** The greatest number of events of one meeting. */
    public static final int MAX_EVENTS = 10_000;

    /** The longest free text, in characters. */
    public static final int MAX_TEXT_LENGTH = 2_000;

    /** How far the meeting has come. */
    public enum Stage {
        /** Asked for. */
        PROPOSED,
        /** All owners are told; the agenda is locked. */
        NOTIFIED,
        /** Ballots come in. */
        OPEN,
        /** Ballots are frozen. */
        CLOSED,
        /** Counted. */
        TALLIED,
        /** The result is put up. */
        PUBLISHED
    }

    /** Who calls the meeting. */
    public enum Convener {
        /** The owners' committee. */
        COMMITTEE,
        /** The preparatory group of a first meeting. */
        PREPARATORY_GROUP,
        /** The street office or township government, as the committee did not. */
        STREET_OFFICE
    }

    /** Whether a topic is decided and binds. */
    public enum Standing {
        /** Not announced, so that nothing can be decided of it. */
        NOT_ANNOUNCED,
        /** Not counted yet, or left to a run-off. */
        UNDECIDED,
        /** Counted, and not passed. */
        NOT_ADOPTED,
        /** Passed; binds all owners until it is revoked (Civil Code art. 280 para. 1). */
        BINDING,
        /** Revoked by a court or an office. */
        REVOKED
    }

    private final List<ProceedingEvent> history;
    private final Stage stage;

    private Proceeding(List<ProceedingEvent> history, Stage stage) {
        this.history = history;
        this.stage = stage;
    }

    /**
     * Begins a meeting; of a proposal by the owners on figures as somebody states them, which the
     * ruling says: see {@link #begin(ProposalByNames, Roster, ProposalBasis, ProceedingTerms)}.
     *
     * @param proposed who asks for it; figures that claim to be counted are refused
     * @param basis what the share is counted of
     * @param terms the terms of the place, among them the share that suffices
     * @return the event; refused with every gate in its way
     */
    public static Outcome<ProceedingEvent> begin(
            Proposed proposed, ProposalBasis basis, ProceedingTerms terms) {
        List<Finding> findings =
                new ArrayList<>(ProposalGates.of(proposed, basis, terms.proposal()));
        findings.addAll(ProposalGates.figures(proposed, false));
        return outcome(proposed, findings, terms);
    }

    /**
     * Begins a meeting that owners propose by name, on figures counted over a roster.
     *
     * @param proposal the names
     * @param roster the roster of their community, of no day after the proposal
     * @param basis what the share is counted of
     * @param terms the terms of the place, among them the share that suffices
     * @return the event with the exact figures and the digest of the roster; refused with every
     *     gate in its way, and with the names that are left out
     */
    public static Outcome<ProceedingEvent> begin(
            ProposalByNames proposal, Roster roster, ProposalBasis basis, ProceedingTerms terms) {
        ProposalByNames.Counted counted = proposal.countedOver(roster);
        List<Finding> findings =
                new ArrayList<>(ProposalGates.of(counted.proposed(), basis, terms.proposal()));
        findings.addAll(ProposalGates.figures(counted.proposed(), true));
        findings.addAll(counted.findings());
        return outcome(counted.proposed(), findings, terms);
    }

    /**
     * What is said of the proposal with which the meeting began, accepted as it is.
     *
     * @param basis what the share is counted of
     * @param terms the terms of the place, among them the share that suffices
     * @return the shares reached, and whether the figures were counted by names or stated
     */
    public Ruling proposal(ProposalBasis basis, ProceedingTerms terms) {
        Proposed proposed = last(Proposed.class).orElseThrow();
        List<Finding> findings =
                new ArrayList<>(ProposalGates.of(proposed, basis, terms.proposal()));
        findings.addAll(ProposalGates.figures(proposed, true));
        findings.addAll(terms.notices());
        return new Ruling(findings);
    }

    /**
     * The state after all events.
     *
     * @param history the events of one meeting, the oldest first
     * @return the state
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static Proceeding from(List<? extends ProceedingEvent> history) {
        if (history.isEmpty()
                || history.size() > MAX_EVENTS
                || !(history.get(0) instanceof Proposed)) {
            throw new IllegalArgumentException("no meeting has a history like that");
        }
        Proposed first = (Proposed) history.get(0);
        require(first, List.of());
        Proceeding state = new Proceeding(List.of(first), Stage.PROPOSED);
        for (ProceedingEvent event : history.subList(1, history.size())) {
            state = state.after(event);
        }
        return state;
    }

    /**
     * The state after all events, in which every count is one whose result is stored.
     *
     * @param history the events of one meeting, the oldest first
     * @param results the canonical text of the result of a meeting, as a {@code MeetingStore} keeps
     *     it; empty where none is stored
     * @return the state
     * @throws IllegalArgumentException if no commands could have made that history, or if a count
     *     was recorded whose text is not the one stored, as when either is of an earlier version:
     *     see {@link #from(List, Function, Function)}
     */
    public static Proceeding from(
            List<? extends ProceedingEvent> history,
            Function<MeetingId, Optional<String>> results) {
        return from(history, results, meeting -> Optional.empty());
    }

    /**
     * The state after all events, in which every count is one whose result is stored, be it in the
     * text of another version than the one recorded: a result that was stored as {@code
     * xinyi-tally-5} stays so, and its count is recorded by the text of today.
     *
     * @param history the events of one meeting, the oldest first
     * @param results the canonical text of the result of a meeting, as a {@code MeetingStore} keeps
     *     it; empty where none is stored
     * @param recounted the ballots of a meeting counted again; asked only where the text stored is
     *     not the one recorded, and then it must tell both
     * @return the state
     * @throws IllegalArgumentException if no commands could have made that history, or if a count
     *     was recorded that is not the one stored
     */
    public static Proceeding from(
            List<? extends ProceedingEvent> history,
            Function<MeetingId, Optional<String>> results,
            Function<MeetingId, Optional<TallyResult>> recounted) {
        for (ProceedingEvent event : history) {
            if (event instanceof TallyRecorded recorded
                    && results.apply(recorded.meeting())
                            .filter(stored -> isOneCount(stored, recorded, recounted))
                            .isEmpty()) {
                throw new IllegalArgumentException(
                        "not the stored result of "
                                + recorded.meeting()
                                + ": "
                                + recorded.tallySha256());
            }
        }
        return from(history);
    }

    private static boolean isOneCount(
            String stored,
            TallyRecorded recorded,
            Function<MeetingId, Optional<TallyResult>> recounted) {
        return TextDigest.of(stored).equals(recorded.tallySha256())
                || recounted
                        .apply(recorded.meeting())
                        .filter(tally -> tally.isToldBy(stored))
                        .filter(tally -> tally.isKnownBy(recorded.tallySha256()))
                        .isPresent();
    }

    /**
     * The state after one more event.
     *
     * @param event of the same meeting
     * @return the next state
     * @throws IllegalArgumentException if the event could not have happened now
     */
    public Proceeding after(ProceedingEvent event) {
        requireSameMeeting(event);
        require(event, gates(event));
        List<ProceedingEvent> longer = new ArrayList<>(history);
        longer.add(event);
        if (longer.size() > MAX_EVENTS) {
            throw new IllegalArgumentException("more than " + MAX_EVENTS + " events");
        }
        return new Proceeding(List.copyOf(longer), event.step().after(stage));
    }

    /**
     * Whether the next step may be taken; for a count see {@link #recordCount(TallyResult, Instant,
     * ProceedingTerms)}.
     *
     * @param event what would be recorded; a count made by hand is refused
     * @param terms the terms of the place
     * @return the event; refused with every gate, those that are met too, and the notices of the
     *     profile behind the terms
     * @throws IllegalArgumentException if the event is of another meeting
     */
    public Outcome<ProceedingEvent> admit(ProceedingEvent event, ProceedingTerms terms) {
        requireSameMeeting(event);
        List<Finding> findings = new ArrayList<>(gates(event));
        findings.addAll(TermGates.of(this, event, terms));
        return outcome(event, findings, terms);
    }

    /**
     * Records the count of a meeting whose topics were all answered with yes and no.
     *
     * @param tally the count
     * @param at when it is recorded, to the microsecond
     * @param terms the terms of the place
     * @return as {@link #recordCount(TallyResult, List, Instant, ProceedingTerms)}
     */
    public Outcome<ProceedingEvent> recordCount(
            TallyResult tally, Instant at, ProceedingTerms terms) {
        return recordCount(tally, List.of(), at, terms);
    }

    /**
     * Records the count of this very meeting, once its voting has closed; there is no other way to
     * results.
     *
     * @param tally the count of all its ballots
     * @param elections the count of the papers of each topic on which owners named persons; the
     *     tally has no answers on these
     * @param at when it is recorded, to the microsecond
     * @param terms the terms of the place
     * @return the event; refused with every respect in which the count is not of the meeting as
     *     called, and every other gate
     * @throws IllegalArgumentException if the elections have more candidates together than {@link
     *     ElectionCall#MAX_CANDIDATES}
     */
    public Outcome<ProceedingEvent> recordCount(
            TallyResult tally, List<ElectionResult> elections, Instant at, ProceedingTerms terms) {
        TallyRecorded event = TallyRecorded.of(this, tally, elections, at);
        List<Finding> findings = new ArrayList<>(gates(event));
        findings.add(CountGates.counted(event, true));
        findings.addAll(CountGates.ofCount(this, tally, elections));
        return outcome(event, findings, terms);
    }

    /**
     * The resolution that this meeting has adopted on a topic; counting the ballots again yields
     * the tally.
     *
     * @param motion the topic
     * @param tally the tally that was recorded, or the same count made again
     * @return the resolution; refused if the tally is not the one recorded, or the topic did not
     *     pass by answers, or was revoked
     */
    public Outcome<Resolution> resolution(MotionId motion, TallyResult tally) {
        Optional<Resolution> adopted =
                tally.motions().stream()
                        .filter(result -> result.motion().id().equals(motion))
                        .findFirst()
                        .flatMap(MotionResult::resolution);
        Ruling ruling =
                Ruling.of(
                        CountGates.asRecorded(this, tally),
                        CountGates.byAnswers(motion, election(motion).isEmpty()),
                        new CourseGates(this).binds(motion));
        return adopted.isPresent() && ruling.notMet().isEmpty()
                ? Outcome.accepted(adopted.get())
                : Outcome.refused(ruling);
    }

    /**
     * The election by names that this meeting has held on a topic, for whoever seats those elected;
     * counting the papers again yields it.
     *
     * @param motion the topic
     * @param counted the election that was recorded, or the same count made again
     * @return the election; refused if it is not the one recorded, if it elected nobody, or if it
     *     was revoked. One that leaves seats to a run-off has elected the others
     */
    public Outcome<ElectionResult> elected(MotionId motion, ElectionResult counted) {
        Ruling ruling =
                Ruling.of(
                        CountGates.asRecorded(election(motion), counted),
                        CountGates.elects(motion, counted, isRevoked(motion)));
        return ruling.notMet().isEmpty() ? Outcome.accepted(counted) : Outcome.refused(ruling);
    }

    private boolean isRevoked(MotionId motion) {
        return all(DecisionRevoked.class).anyMatch(event -> event.motion().equals(motion));
    }

    private static Outcome<ProceedingEvent> outcome(
            ProceedingEvent event, List<Finding> findings, ProceedingTerms terms) {
        findings.addAll(terms.notices());
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private static void require(ProceedingEvent event, List<Finding> gates) {
        if (!event.occurredAt().equals(event.occurredAt().truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("finer than a microsecond: " + event.occurredAt());
        }
        List<Finding> broken =
                gates.stream().filter(gate -> gate.verdict() == Verdict.NOT_MET).toList();
        if (!broken.isEmpty()) {
            throw new IllegalArgumentException(event.step() + ": " + broken);
        }
    }

    private void requireSameMeeting(ProceedingEvent event) {
        if (!event.meeting().equals(meeting()) || !event.community().equals(community())) {
            throw new IllegalArgumentException("not of " + meeting() + ": " + event.meeting());
        }
    }

    /**
     * Whose owners meet.
     *
     * @return the community
     */
    public CommunityId community() {
        return history.get(0).community();
    }

    /**
     * Which meeting.
     *
     * @return once within the community
     */
    public MeetingId meeting() {
        return history.get(0).meeting();
    }

    /**
     * How far it has come.
     *
     * @return the stage
     */
    public Stage stage() {
        return stage;
    }

    /**
     * Why it is called.
     *
     * @return the trigger
     */
    public Trigger trigger() {
        return last(Proposed.class).orElseThrow().trigger();
    }

    /**
     * Who calls it.
     *
     * @return the committee, unless it is the first meeting or the office took over
     */
    public Convener convener() {
        if (last(OfficeConvened.class).isPresent()) {
            return Convener.STREET_OFFICE;
        }
        return trigger() == Trigger.FIRST_MEETING ? Convener.PREPARATORY_GROUP : Convener.COMMITTEE;
    }

    /**
     * The topics that can be voted on, locked by the last notice.
     *
     * @return in the order announced; empty before the notice
     */
    public List<Motion> agenda() {
        return last(NoticeGiven.class).map(NoticeGiven::agenda).orElse(List.of());
    }

    /**
     * When voting opens, as the last notice or postponement says.
     *
     * @return empty before the notice
     */
    public Optional<Instant> opensAt() {
        return latest(Postponed::opensAt, NoticeGiven::opensAt);
    }

    /**
     * When voting closes, as the last notice, postponement or extension says.
     *
     * @return empty before the notice
     */
    public Optional<Instant> closesAt() {
        return last(VotingExtended.class)
                .map(VotingExtended::closesAt)
                .or(() -> latest(Postponed::closesAt, NoticeGiven::closesAt));
    }

    /**
     * The meeting as the last notice, postponement and extension call it, for the {@link
     * io.github.xinyi.governance.voting.Tally} to count.
     *
     * @return empty before the notice
     */
    public Optional<Meeting> meetingAsCalled() {
        return last(NoticeGiven.class)
                .map(
                        notice ->
                                new Meeting(
                                        meeting(),
                                        community(),
                                        notice.rosterDate(),
                                        notice.notifiedOn(),
                                        opensAt().orElseThrow(),
                                        closesAt().orElseThrow(),
                                        notice.agenda()));
    }

    /**
     * The digest of the tally that was recorded.
     *
     * @return empty before the count
     */
    public Optional<String> tallySha256() {
        return last(TallyRecorded.class).map(TallyRecorded::tallySha256);
    }

    /**
     * The election by names that was recorded on a topic.
     *
     * @param motion the topic
     * @return empty before the count, and where the topic was answered with yes and no
     */
    public Optional<TopicElection> election(MotionId motion) {
        return last(TallyRecorded.class).stream()
                .flatMap(tally -> tally.elections().stream())
                .filter(election -> election.motion().equals(motion))
                .findFirst();
    }

    /**
     * Whether a topic is decided and binds.
     *
     * @param motion the topic, announced or not
     * @return its standing
     */
    public Standing standing(MotionId motion) {
        if (agenda().stream().noneMatch(announced -> announced.id().equals(motion))) {
            return Standing.NOT_ANNOUNCED;
        }
        Result result = resultOf(motion);
        if (result == Result.PENDING) {
            return Standing.UNDECIDED;
        }
        if (result != Result.PASSED) {
            return Standing.NOT_ADOPTED;
        }
        return isRevoked(motion) ? Standing.REVOKED : Standing.BINDING;
    }

    /**
     * What a topic came to.
     *
     * @param motion the topic
     * @return {@link Result#INVALID_PROCEDURE} if it was not announced, {@link Result#PENDING}
     *     before the count and while an election is left to a run-off; an election passed if there
     *     is a committee
     */
    public Result resultOf(MotionId motion) {
        if (agenda().stream().noneMatch(announced -> announced.id().equals(motion))) {
            return Result.INVALID_PROCEDURE;
        }
        return last(TallyRecorded.class).stream()
                .flatMap(tally -> tally.results().stream())
                .filter(result -> result.motion().equals(motion))
                .map(TopicResult::result)
                .findFirst()
                .or(() -> election(motion).map(TopicElection::result))
                .orElse(Result.PENDING);
    }

    /**
     * What is owed after the facts: calling the meeting by the day ordered, putting up the result
     * and what owners said of it, signed minutes, filing an elected committee with both offices.
     *
     * @param today the day asked about
     * @param terms the terms of the place
     * @return met, not met, pending while there is time, not applicable where nothing is owed; then
     *     the notices of the profile behind the terms
     */
    public Ruling duties(LocalDate today, ProceedingTerms terms) {
        return new CourseDuties(this, today, terms).ruling();
    }

    private List<Finding> gates(ProceedingEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        ProceedingRule.STAGE,
                        event.step().canFollow(stage),
                        "stage",
                        stage,
                        "step",
                        event.step()));
        Instant before = history.get(history.size() - 1).occurredAt();
        findings.add(
                CourseGates.timeOrder(
                        !event.occurredAt().isBefore(before), before, event.occurredAt()));
        findings.addAll(event.gates(this));
        return findings;
    }

    <E extends ProceedingEvent> Stream<E> all(Class<E> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast);
    }

    <E extends ProceedingEvent> Optional<E> last(Class<E> kind) {
        return all(kind).reduce((earlier, later) -> later);
    }

    /** What the last postponement or, if a notice came after it, that notice says. */
    Optional<Instant> latest(
            Function<Postponed, Instant> postponed, Function<NoticeGiven, Instant> noticed) {
        Optional<NoticeGiven> notice = last(NoticeGiven.class);
        int since = notice.map(history::lastIndexOf).orElse(0);
        return history.subList(since, history.size()).stream()
                .filter(Postponed.class::isInstance)
                .map(Postponed.class::cast)
                .reduce((earlier, later) -> later)
                .map(postponed)
                .or(() -> notice.map(noticed));
    }

    static LocalDate dayOf(ProceedingEvent event) {
        return day(event.occurredAt());
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Proceeding that && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code 2024-OM-01 OPEN}. */
    @Override
    public String toString() {
        return meeting() + " " + stage;
    }
}
