package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.election.ElectionCall;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.proceeding.ProceedingEvent.CommentsDisplayed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ConveningOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionsFiled;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Form;
import io.github.xinyi.governance.proceeding.ProceedingEvent.MinutesSigned;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.proceeding.ProceedingEvent.OfficeConvened;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ResultPublished;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingExtended;
import io.github.xinyi.governance.proceeding.Term.Kind;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
     * Begins a meeting.
     *
     * @param proposed who asks for it
     * @param basis what the share is counted of
     * @param terms the terms of the place, among them the share that suffices
     * @return the event; refused with every gate in its way
     */
    public static Outcome<ProceedingEvent> begin(
            Proposed proposed, ProposalBasis basis, ProceedingTerms terms) {
        boolean byOwners = proposed.trigger() == Trigger.OWNERS_PROPOSAL;
        List<Finding> findings = new ArrayList<>();
        findings.add(checkHeads(proposed, terms.proposal(), byOwners));
        findings.add(
                checkArea(
                        proposed,
                        terms.proposal().value(),
                        byOwners && basis == ProposalBasis.HEADS_AND_AREA));
        return outcome(proposed, findings, terms);
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
        findings.addAll(termsOf(event, terms));
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
        TallyRecorded event = recorded(tally, elections, at);
        List<Finding> findings = new ArrayList<>(gates(event));
        findings.add(counted(event, true));
        findings.addAll(CountGates.ofCount(this, tally, elections));
        return outcome(event, findings, terms);
    }

    private TallyRecorded recorded(TallyResult tally, List<ElectionResult> elections, Instant at) {
        Set<MotionId> byNames =
                elections.stream().map(one -> one.motion().id()).collect(Collectors.toSet());
        Meeting counted = tally.meeting();
        return new TallyRecorded(
                community(),
                meeting(),
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
                elections.stream().map(TopicElection::of).toList());
    }

    private static Finding counted(TallyRecorded event, boolean counted) {
        return RuleCheck.of(ProceedingRule.COUNTED, counted, "tally", event.tallySha256());
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
        String digest = TextDigest.of(tally.canonicalText());
        List<Finding> findings =
                List.of(
                        RuleCheck.of(
                                ProceedingRule.COUNT_AS_RECORDED,
                                tallySha256().filter(digest::equals).isPresent(),
                                "recorded",
                                tallySha256().orElse("-"),
                                "shown",
                                digest),
                        checkBinds(motion));
        Optional<Resolution> adopted =
                tally.motions().stream()
                        .filter(result -> result.motion().id().equals(motion))
                        .findFirst()
                        .flatMap(MotionResult::resolution);
        Ruling ruling = new Ruling(findings);
        return adopted.isPresent() && ruling.notMet().isEmpty()
                ? Outcome.accepted(adopted.get())
                : Outcome.refused(ruling);
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
        return all(DecisionRevoked.class).anyMatch(event -> event.motion().equals(motion))
                ? Standing.REVOKED
                : Standing.BINDING;
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
        List<Finding> findings = new ArrayList<>();
        last(ConveningOrdered.class).ifPresent(order -> findings.add(convening(order, today)));
        Optional<LocalDate> counted = last(TallyRecorded.class).map(tally -> dayOf(tally));
        if (counted.isPresent()) {
            terms.term(Kind.PUBLICATION)
                    .ifPresent(term -> findings.add(publication(counted.get(), today, term)));
            if (hasElected()) {
                terms.term(Kind.FILING)
                        .ifPresent(term -> findings.addAll(filing(counted.get(), today, term)));
            }
        }
        terms.term(Kind.DISPLAY).map(term -> display(today, term)).ifPresent(findings::addAll);
        Optional<MinutesSigned> minutes = last(MinutesSigned.class);
        findings.add(
                new RuleCheck(
                        ProceedingRule.MINUTES_SIGNED,
                        minutes.isPresent() ? Verdict.MET : Verdict.PENDING,
                        Map.of("signers", minutes.map(m -> "" + m.signers().size()).orElse("0"))));
        findings.addAll(terms.notices());
        return new Ruling(findings);
    }

    private Finding convening(ConveningOrdered order, LocalDate today) {
        LocalDate called = all(NoticeGiven.class).findFirst().map(this::dayOf).orElse(today);
        boolean inTime = !called.isAfter(order.dueOn());
        Verdict open = stage == Stage.PROPOSED ? Verdict.PENDING : Verdict.MET;
        return new RuleCheck(
                ProceedingRule.CONVENED_BY,
                inTime ? open : Verdict.NOT_MET,
                Map.of("due", order.dueOn().toString()));
    }

    private Finding publication(LocalDate counted, LocalDate today, Term term) {
        Optional<LocalDate> done = last(ResultPublished.class).map(ResultPublished::publishedOn);
        return within(ProceedingRule.PUBLISHED_WITHIN, counted, done, today, term);
    }

    /** Owed where owners came together or voted electronically, once the result is put up. */
    private List<Finding> display(LocalDate today, Term term) {
        boolean owed =
                last(NoticeGiven.class)
                        .filter(notice -> !notice.forms().equals(Set.of(Form.WRITTEN)))
                        .isPresent();
        Optional<Finding> shown =
                last(CommentsDisplayed.class)
                        .map(
                                up ->
                                        TermFinding.atLeast(
                                                ProceedingRule.COMMENTS_DISPLAYED,
                                                up.startOn(),
                                                up.endOn(),
                                                term));
        return last(ResultPublished.class).stream()
                .map(ResultPublished::publishedOn)
                .map(
                        since ->
                                shown.orElseGet(
                                        () ->
                                                TermFinding.notYet(
                                                        ProceedingRule.COMMENTS_DISPLAYED,
                                                        since,
                                                        today,
                                                        term)))
                .filter(finding -> owed)
                .toList();
    }

    private List<Finding> filing(LocalDate counted, LocalDate today, Term term) {
        return Arrays.stream(Office.values())
                .map(
                        office ->
                                within(
                                        ProceedingRule.FILED_WITHIN,
                                        counted,
                                        all(DecisionsFiled.class)
                                                .filter(filed -> filed.office() == office)
                                                .map(DecisionsFiled::filedOn)
                                                .findFirst(),
                                        today,
                                        term))
                .toList();
    }

    private static Finding within(
            ProceedingRule rule,
            LocalDate from,
            Optional<LocalDate> done,
            LocalDate today,
            Term term) {
        TermFinding finding = TermFinding.atMost(rule, from, done.orElse(today), term);
        return done.isPresent() ? finding : finding.whileOpen();
    }

    private boolean hasElected() {
        return agenda().stream()
                .anyMatch(
                        motion ->
                                motion.matter() == Matter.COMMITTEE_ELECTION
                                        && resultOf(motion.id()) == Result.PASSED);
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
        findings.add(timeOrder(!event.occurredAt().isBefore(before), before, event.occurredAt()));
        findings.addAll(event.gates(this));
        return findings;
    }

    private static Finding timeOrder(boolean met, Object earlier, Object later) {
        return RuleCheck.of(ProceedingRule.TIME_ORDER, met, "earlier", earlier, "later", later);
    }

    private static Finding checkHeads(Proposed proposed, Clause<Threshold> share, boolean applies) {
        return proposal(
                ProceedingRule.PROPOSAL_HEADS.under(share.basis()),
                applies,
                share.value().isMetBy(proposed.heads().value(), proposed.allHeads().value()),
                Evidence.of("proposing", proposed.heads())
                        .and("total", proposed.allHeads())
                        .and("threshold", share.value()));
    }

    private static Finding checkArea(Proposed proposed, Threshold share, boolean applies) {
        return proposal(
                ProceedingRule.PROPOSAL_AREA,
                applies,
                share.isMetBy(
                        proposed.area().squareDecimetres(), proposed.allArea().squareDecimetres()),
                Evidence.of("proposing", proposed.area())
                        .and("total", proposed.allArea())
                        .and("threshold", share));
    }

    private static Finding proposal(Rule rule, boolean applies, boolean met, Evidence figures) {
        Verdict verdict = met ? Verdict.MET : Verdict.NOT_MET;
        return new RuleCheck(rule, applies ? verdict : Verdict.NOT_APPLICABLE, figures.toMap());
    }

    Finding checkCommitteeFailed(Instant now) {
        Optional<LocalDate> due = last(ConveningOrdered.class).map(ConveningOrdered::dueOn);
        return RuleCheck.of(
                ProceedingRule.CONVENER_FAILED,
                due.filter(day -> day(now).isAfter(day)).isPresent(),
                "due",
                due.map(Objects::toString).orElse("-"),
                "now",
                day(now));
    }

    List<Finding> checkNotice(NoticeGiven notice) {
        List<Finding> findings = new ArrayList<>();
        findings.add(checkDay(notice.notifiedOn(), notice.occurredAt()));
        findings.add(checkNotBackdated(notice));
        findings.add(
                timeOrder(
                        !notice.rosterDate().isAfter(day(notice.opensAt())),
                        notice.rosterDate(),
                        day(notice.opensAt())));
        if (stage == Stage.NOTIFIED) {
            findings.add(checkBeforeOpening(notice.occurredAt(), notice.opensAt()));
        }
        findings.add(
                RuleCheck.of(
                        ProceedingRule.RESIDENTS_COMMITTEE,
                        notice.neighbourhood() != Neighbourhood.RESIDENTS_COMMITTEE_NOT_TOLD,
                        "told",
                        notice.neighbourhood()));
        return findings;
    }

    /** Nobody is told before there is a proposal; a change is told on the day it is recorded. */
    private Finding checkNotBackdated(NoticeGiven notice) {
        Instant since =
                last(NoticeGiven.class)
                        .map(earlier -> notice.occurredAt())
                        .orElseGet(() -> history.get(0).occurredAt());
        return timeOrder(
                !notice.notifiedOn().isBefore(day(since)), notice.notifiedOn(), day(since));
    }

    /** A day that is recorded afterwards is not in the future, and no earlier than the count. */
    Finding checkDay(LocalDate on, Instant recorded) {
        LocalDate earliest =
                last(TallyRecorded.class).map(tally -> dayOf(tally)).orElse(LocalDate.MIN);
        boolean met = !on.isAfter(day(recorded)) && !on.isBefore(earliest);
        return timeOrder(met, on, day(recorded));
    }

    /** Nothing can be said of a result before it is put up. */
    Finding checkAfterPublication(LocalDate on) {
        LocalDate published =
                last(ResultPublished.class)
                        .map(ResultPublished::publishedOn)
                        .orElse(LocalDate.MIN);
        return timeOrder(!on.isBefore(published), published, on);
    }

    Finding checkBeforeOpening(Instant now, Instant opening) {
        Instant announced = opensAt().orElse(Instant.MIN);
        return RuleCheck.of(
                ProceedingRule.POSTPONED_BEFORE_OPENING,
                now.isBefore(announced) && !opening.isBefore(announced),
                "now",
                now,
                "announced",
                shown(announced),
                "opening",
                shown(opening));
    }

    Finding checkOpening(Instant now) {
        Instant opening = opensAt().orElse(Instant.MAX);
        return RuleCheck.of(
                ProceedingRule.OPENING_TIME,
                !now.isBefore(opening) && now.isBefore(closesAt().orElse(Instant.MIN)),
                "now",
                now,
                "opening",
                shown(opening));
    }

    Finding checkExtension(Instant now, Instant closing) {
        Instant announced = closesAt().orElse(Instant.MIN);
        Instant latest =
                latest(Postponed::closesAt, NoticeGiven::latestCloseAt).orElse(Instant.MIN);
        return RuleCheck.of(
                ProceedingRule.EXTENDED_AS_ANNOUNCED,
                !now.isAfter(announced) && closing.isAfter(announced) && !closing.isAfter(latest),
                "announced",
                shown(announced),
                "closing",
                closing,
                "latest",
                shown(latest));
    }

    Finding checkClosing(Instant now) {
        Instant closing = closesAt().orElse(Instant.MAX);
        return RuleCheck.of(
                ProceedingRule.CLOSING_TIME,
                !now.isBefore(closing),
                "now",
                now,
                "closing",
                shown(closing));
    }

    Finding checkBinds(MotionId motion) {
        return RuleCheck.of(
                ProceedingRule.DECISION_BINDS,
                standing(motion) == Standing.BINDING,
                "motion",
                motion,
                "standing",
                standing(motion));
    }

    private List<Finding> termsOf(ProceedingEvent event, ProceedingTerms terms) {
        return switch (event.step()) {
            case ORDER -> orderTerms((ConveningOrdered) event, terms);
            case NOTIFY -> noticeTerms((NoticeGiven) event, terms);
            case POSTPONE -> postponementTerms((Postponed) event, terms);
            case EXTEND -> extensionTerms((VotingExtended) event, terms);
            case TALLY -> List.of(counted((TallyRecorded) event, false));
            case PROPOSE,
                            CONVENE,
                            OPEN,
                            CLOSE,
                            PUBLISH,
                            OBJECT,
                            DISPLAY,
                            SIGN,
                            FILE,
                            CORRECT,
                            REVOKE ->
                    List.of();
        };
    }

    private List<Finding> orderTerms(ConveningOrdered order, ProceedingTerms terms) {
        return terms.term(Kind.CONVENING).stream()
                .<Finding>map(
                        term ->
                                TermFinding.atMost(
                                        ProceedingRule.CONVENED_BY,
                                        dayOf(order),
                                        order.dueOn(),
                                        term))
                .toList();
    }

    private List<Finding> noticeTerms(NoticeGiven notice, ProceedingTerms terms) {
        List<Finding> findings =
                new ArrayList<>(noticeDays(notice.notifiedOn(), notice.opensAt(), terms));
        findings.addAll(votingTerms(notice.opensAt(), notice.closesAt(), terms));
        return findings;
    }

    private List<Finding> noticeDays(LocalDate notified, Instant opening, ProceedingTerms terms) {
        Kind kind = trigger().isRegular() ? Kind.REGULAR_NOTICE : Kind.EXTRAORDINARY_NOTICE;
        return terms.term(kind).stream()
                .<Finding>map(
                        term ->
                                TermFinding.atLeast(
                                        ProceedingRule.NOTICE_DAYS, notified, day(opening), term))
                .toList();
    }

    private List<Finding> postponementTerms(Postponed postponed, ProceedingTerms terms) {
        return votingTerms(postponed.opensAt(), postponed.closesAt(), terms);
    }

    private List<Finding> extensionTerms(VotingExtended extended, ProceedingTerms terms) {
        return opensAt()
                .map(opening -> votingTerms(opening, extended.closesAt(), terms))
                .orElse(List.of());
    }

    private static List<Finding> votingTerms(
            Instant opening, Instant closing, ProceedingTerms terms) {
        List<Finding> findings = new ArrayList<>();
        terms.term(Kind.VOTING_AT_LEAST)
                .ifPresent(
                        term ->
                                findings.add(
                                        TermFinding.atLeast(
                                                ProceedingRule.VOTING_NOT_SHORTER,
                                                day(opening),
                                                day(closing),
                                                term)));
        terms.term(Kind.VOTING_AT_MOST)
                .ifPresent(
                        term ->
                                findings.add(
                                        TermFinding.atMost(
                                                ProceedingRule.VOTING_NOT_LONGER,
                                                day(opening),
                                                day(closing),
                                                term)));
        return findings;
    }

    private <E extends ProceedingEvent> Stream<E> all(Class<E> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <E extends ProceedingEvent> Optional<E> last(Class<E> kind) {
        return all(kind).reduce((earlier, later) -> later);
    }

    /** What the last postponement or, if a notice came after it, that notice says. */
    private Optional<Instant> latest(
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

    /** A moment that nobody announced yet is a dash. */
    private static Object shown(Instant moment) {
        return moment.equals(Instant.MIN) || moment.equals(Instant.MAX) ? "-" : moment;
    }

    private LocalDate dayOf(ProceedingEvent event) {
        return day(event.occurredAt());
    }

    private static LocalDate day(Instant moment) {
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
