package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.deliberation.ProcedureEvent.CaseLinked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosureEnded;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionAnswered;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionRaised;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDeclined;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionPublished;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionReported;
import io.github.xinyi.governance.deliberation.ProcedureEvent.StageTaken;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.proceeding.Proceeding;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.TallyResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One motion on its way through the stages of a pattern, for example the repair of a roof through
 * 五议两公开. Stages are taken in their order, each with its proof; what comes too late is recorded and
 * {@link #late} for all to see.
 *
 * <p>The state is the fold of its events. A command answers with the event to append, or with every
 * rule in its way, and changes nothing. The owners' vote is taken by a {@link Resolution} of this
 * community on this very motion (Civil Code art. 278), which only a tally that passed can make.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Procedure {

    /** How far a procedure is. */
    public enum Status {
        /** A stage or the end of a display is still to come. */
        UNDER_WAY,
        /**
         * The owners did not adopt the motion; after an urgent repair, see {@link #openDuties} and
         * {@link #consequence}.
         */
        REJECTED,
        /**
         * The owners' decision was revoked: what followed from it stands still until they decide
         * anew.
         */
        REVOKED,
        /** All stages are taken and all displays have ended. */
        COMPLETED
    }

    /** The most objections of one procedure. */
    public static final int MAX_OBJECTIONS = 500;

    /**
     * How often the owners decide at most; after that many decisions were revoked the procedure can
     * end by their declining alone, and another one is opened for the same matter.
     */
    public static final int MAX_DECISIONS = 100;

    private final ProcedureState state;

    private Procedure(ProcedureState state) {
        this.state = state;
    }

    /**
     * What a procedure is opened for.
     *
     * @param procedure its identifier, new in the community
     * @param community where
     * @param motion what the owners will be asked
     * @param at when
     */
    public record Opening(ProcedureId procedure, CommunityId community, Motion motion, Instant at) {

        private ProcedureOpened with(
                ProcedurePattern pattern, List<Stage> stages, List<UrgentRepair> urgent) {
            return new ProcedureOpened(
                    community,
                    at,
                    procedure,
                    pattern.id(),
                    stages,
                    motion,
                    urgent,
                    urgent.isEmpty() ? List.of() : pattern.madeUp());
        }
    }

    /**
     * Opens a procedure.
     *
     * @param pattern the local practice
     * @param opening what for
     * @return the event; refused if its moment could not be kept
     */
    public static Outcome<ProcedureOpened> open(ProcedurePattern pattern, Opening opening) {
        return answer(
                opening.with(pattern, pattern.stages(opening.motion().matter()), List.of()),
                Ruling.of(ProcedureFindings.moment(opening.at())));
    }

    /**
     * Opens a procedure in which the repair comes right after the first stage, and all other stages
     * later (Civil Code art. 281 para. 2).
     *
     * @param pattern the local practice
     * @param opening what for
     * @param repair why it cannot wait
     * @return the event; refused unless the motion is to use the maintenance fund
     */
    public static Outcome<ProcedureOpened> openUrgently(
            ProcedurePattern pattern, Opening opening, UrgentRepair repair) {
        Matter matter = opening.motion().matter();
        Ruling ruling =
                Ruling.of(
                        RuleCheck.of(
                                ProcedureRule.URGENT_MATTER,
                                matter == Matter.MAINTENANCE_FUND_USE,
                                "item",
                                matter.item()),
                        ProcedureFindings.moment(opening.at()));
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(opening.with(pattern, pattern.urgentStages(), List.of(repair)))
                : Outcome.refused(ruling);
    }

    /**
     * The state after its events.
     *
     * @param history all of them, in order
     * @return the procedure
     * @throws IllegalArgumentException if no commands could have made them
     */
    public static Procedure from(List<? extends ProcedureEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof ProcedureOpened opened)) {
            throw new IllegalArgumentException("a procedure begins by being opened");
        }
        require(opened, Ruling.of(ProcedureFindings.moment(opened.occurredAt())));
        Procedure state = new Procedure(ProcedureState.opened(opened));
        for (ProcedureEvent event : history.subList(1, history.size())) {
            state = state.after(event);
        }
        return state;
    }

    private static void require(ProcedureEvent event, Ruling ruling) {
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("no command made " + event + ": " + ruling.notMet());
        }
    }

    /**
     * The state after one more event.
     *
     * @param event what one of the commands answered
     * @return the next state
     * @throws IllegalArgumentException if none of the commands could have made it
     */
    public Procedure after(ProcedureEvent event) {
        require(event, new ProcedureFindings(this).of(event));
        return new Procedure(state.after(event));
    }

    /**
     * Takes a stage of papers, of a body, or of execution.
     *
     * @param stage which one
     * @param report what is handed in
     * @param at when it was taken
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> take(String stage, StageReport report, Instant at) {
        return decide(new StageTaken(community(), at, id(), stage, report));
    }

    /**
     * Takes the stage of the vote.
     *
     * @param stage which one
     * @param resolution what the owners adopted
     * @param at when it is recorded
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> resolve(String stage, Resolution resolution, Instant at) {
        return decide(
                new OwnersResolved(
                        resolution.community(),
                        at,
                        id(),
                        stage,
                        resolution.meeting(),
                        resolution.roster(),
                        resolution.motion(),
                        resolution.opensAt(),
                        resolution.adoptedAt()));
    }

    /**
     * Takes the stage of the vote by what the meeting itself has on record.
     *
     * @param stage which one
     * @param meeting the meeting, from its proposal to what became of its decisions
     * @param tally the count that it recorded, or the same made again
     * @param at when it is recorded
     * @return the event; refused with all reasons, among them a decision revoked since
     */
    public Outcome<ProcedureEvent> resolve(
            String stage, Proceeding meeting, TallyResult tally, Instant at) {
        return meeting.resolution(motion().id(), tally)
                .then(resolution -> resolve(stage, resolution, at));
    }

    /**
     * Notes that the owners' decision was revoked. What followed from it has no ground any more:
     * the procedure goes back to the stage of the vote, and on by another decision alone.
     *
     * @param revoked what the meeting has on record
     * @param at when it is noted
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> revoke(DecisionRevoked revoked, Instant at) {
        return decide(
                new OwnersDecisionRevoked(
                        revoked.community(),
                        at,
                        id(),
                        revoked.meeting(),
                        revoked.motion(),
                        revoked.occurredAt(),
                        revoked.revokedOn(),
                        revoked.by()));
    }

    /**
     * Names the case that the procedure serves, before the owners vote.
     *
     * @param caseId of this community
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> link(CaseId caseId, Instant at) {
        return decide(new CaseLinked(community(), at, id(), caseId));
    }

    /**
     * Ends the procedure because the owners did not adopt the motion.
     *
     * @param stage the stage of the vote
     * @param tally the count of their meeting
     * @param at when it is recorded
     * @return the event; refused with all reasons, among them that the motion did pass
     * @throws IllegalArgumentException if the meeting had no motion of that identifier
     */
    public Outcome<ProcedureEvent> decline(String stage, TallyResult tally, Instant at) {
        MotionResult result = tally.motion(motion().id());
        return decide(
                new OwnersDeclined(
                        tally.meeting().community(),
                        at,
                        id(),
                        stage,
                        tally.meeting().id(),
                        result.motion(),
                        result.result(),
                        tally.meeting().opensAt(),
                        tally.meeting().closesAt()));
    }

    /**
     * Puts something on display.
     *
     * @param stage which disclosure
     * @param actor the body that does it
     * @param display where, and what
     * @param at when it was put up
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> post(String stage, String actor, Display display, Instant at) {
        return decide(
                new DisclosurePosted(
                        community(), at, id(), stage, actor, display.place(), display.digest()));
    }

    /**
     * Ends a display.
     *
     * @param stage which disclosure
     * @param at when it was taken down
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> takeDown(String stage, Instant at) {
        return decide(new DisclosureEnded(community(), at, id(), stage));
    }

    /**
     * Records an objection to what is on display.
     *
     * @param stage which disclosure
     * @param remark the objection: its identifier, who and what
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> object(String stage, Remark remark, Instant at) {
        return decide(
                new ObjectionRaised(
                        community(),
                        at,
                        id(),
                        stage,
                        remark.objection(),
                        remark.by(),
                        remark.text()));
    }

    /**
     * Answers an objection.
     *
     * @param remark the answer: to which objection, who and what
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> answer(Remark remark, Instant at) {
        return decide(
                new ObjectionAnswered(
                        community(), at, id(), remark.objection(), remark.by(), remark.text()));
    }

    /**
     * Reports to the owners on a repair that they declined after it had been carried out: what was
     * done, what it cost, and that they did not adopt it.
     *
     * @param digest the SHA-256 of the report
     * @param reporter who reports
     * @param at when
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> reportRejection(String digest, PersonId reporter, Instant at) {
        return decide(new RejectionReported(community(), at, id(), digest, reporter));
    }

    /**
     * Publishes that the owners declined a repair that had been carried out.
     *
     * @param display where, and what
     * @param at when it was put up
     * @return the event; refused with all reasons
     */
    public Outcome<ProcedureEvent> publishRejection(Display display, Instant at) {
        return decide(
                new RejectionPublished(community(), at, id(), display.place(), display.digest()));
    }

    /**
     * Where and what is shown.
     *
     * @param place where people see it
     * @param digest the SHA-256 of what is shown
     */
    public record Display(String place, String digest) {}

    /**
     * An objection, or the answer to it.
     *
     * @param objection the identifier of the objection
     * @param by who says it
     * @param text what
     */
    public record Remark(String objection, PersonId by, String text) {}

    private Outcome<ProcedureEvent> decide(ProcedureEvent event) {
        return answer(event, new ProcedureFindings(this).of(event));
    }

    private static <T> Outcome<T> answer(T event, Ruling ruling) {
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    LocalDate dayBefore(Stage stage) {
        return day(momentBefore(stage));
    }

    /** When the stage before was taken, or the procedure opened, as far as that is known. */
    Instant momentBefore(Stage stage) {
        int at = stages().indexOf(stage);
        return at == 0
                ? state.opened().occurredAt()
                : state.taken().getOrDefault(stages().get(at - 1).id(), state.last());
    }

    /**
     * Its identifier.
     *
     * @return once within the community
     */
    public ProcedureId id() {
        return state.opened().procedure();
    }

    /**
     * Where it runs.
     *
     * @return the community
     */
    public CommunityId community() {
        return state.opened().community();
    }

    /**
     * What the owners are asked.
     *
     * @return the motion as opened
     */
    public Motion motion() {
        return state.opened().motion();
    }

    /**
     * How far it is.
     *
     * @return its status
     */
    public Status status() {
        if (state.isDeclined()) {
            return Status.REJECTED;
        }
        if (state.course().isRevoked()) {
            return Status.REVOKED;
        }
        return next().isEmpty() && state.displayed().isEmpty()
                ? Status.COMPLETED
                : Status.UNDER_WAY;
    }

    /**
     * What the owners adopted.
     *
     * @return the decision as recorded; empty before it and after it was revoked
     */
    public Optional<OwnersResolved> decision() {
        return state.course().standing();
    }

    /**
     * The case that it serves.
     *
     * @return empty where none was named
     */
    public Optional<CaseId> caseId() {
        return state.course().cases().stream().findFirst();
    }

    /**
     * Since when the decision has been shown for as long as it must: every display between the vote
     * and the execution has ended, and after an urgent repair every display that follows the vote.
     *
     * @return the end of the last of them; empty while one is still to come or hangs, or no
     *     decision stands
     */
    public Optional<Instant> decisionShownAt() {
        List<Instant> ends = new ArrayList<>();
        List<Stage> due =
                stages().stream()
                        .dropWhile(stage -> stage.kind() != Kind.OWNERS_VOTE)
                        .takeWhile(stage -> stage.kind() != Kind.EXECUTION)
                        .filter(stage -> stage.kind() == Kind.DISCLOSURE)
                        .toList();
        due.forEach(
                stage ->
                        Optional.ofNullable(state.course().takenDown().get(stage.id()))
                                .ifPresent(ends::add));
        return decision().isPresent() && ends.size() == due.size()
                ? ends.stream().max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /**
     * What the law leaves open where the owners declined a repair that had already been carried
     * out: it lets the repair come first (Civil Code art. 281 para. 2) and does not say who bears
     * its cost if they then do not adopt it.
     *
     * @return {@link Verdict#UNDETERMINED} for a {@link Status#REJECTED} urgent repair; else
     *     nothing
     */
    public Optional<Finding> consequence() {
        return state.dayOfRepair()
                .filter(day -> state.isDeclined())
                .map(
                        day ->
                                new RuleCheck(
                                        ProcedureRule.COST_OF_DECLINED_REPAIR,
                                        Verdict.UNDETERMINED,
                                        Map.of(
                                                "procedure",
                                                id().value(),
                                                "repaired",
                                                day.toString())));
    }

    /**
     * What an urgent repair went before and how far it has been made up: each stage that its
     * pattern has before it. While one is open, the procedure is not {@link Status#COMPLETED}.
     *
     * @param today the day asked about; a past one is asked of the events up to it
     * @param calendar the rest days
     * @return in the order in which the stages are taken; none before the repair; up to the vote
     *     where the owners declined, as {@link #openDuties} takes the place of what follows
     */
    public List<CompletionDuty> completions(LocalDate today, HolidayCalendar calendar) {
        LocalDate since = state.dayOfRepair().orElse(LocalDate.MAX);
        List<CompletionDuty> duties = new ArrayList<>();
        for (Stage stage : since.isAfter(today) ? List.<Stage>of() : madeUp()) {
            since = stage.kind() == Kind.OWNERS_VOTE ? state.voteOwedSince(since) : since;
            duties.add(CompletionDuty.of(stage, since, state.dayDone(stage), today, calendar));
        }
        return List.copyOf(duties);
    }

    /** What is made up from the repair on. */
    private List<Stage> madeUp() {
        List<String> all = state.dayOfRepair().isPresent() ? state.opened().madeUp() : List.of();
        long untilVote = stages().stream().takeWhile(s -> s.kind() != Kind.OWNERS_VOTE).count();
        return stages().stream()
                .limit(state.isDeclined() ? untilVote + 1 : stages().size())
                .filter(stage -> all.contains(stage.id()))
                .toList();
    }

    /**
     * What is still owed to the owners after they declined a repair already carried out.
     *
     * @return both duties from then on, each until it is done; else none
     */
    public List<RejectionDuty> openDuties() {
        return state.duties();
    }

    boolean isDeclinedAfterRepair() {
        return state.isDeclined() && state.dayOfRepair().isPresent();
    }

    VoteCourse course() {
        return state.course();
    }

    Instant last() {
        return state.last();
    }

    Map<String, Instant> displayed() {
        return state.displayed();
    }

    Map<String, ProcedureState.Objection> objections() {
        return state.objections();
    }

    boolean isOpen(String objection) {
        ProcedureState.Objection known = state.objections().get(objection);
        return known != null && !known.answered();
    }

    /**
     * What everybody may see: no person and no text that people wrote.
     *
     * @return how far it is, with the days of its stages and the number of objections
     */
    public PublicProcedure publicView() {
        SortedMap<String, LocalDate> days = new TreeMap<>();
        state.taken().forEach((stage, moment) -> days.put(stage, day(moment)));
        int answered =
                (int)
                        state.objections().values().stream()
                                .filter(ProcedureState.Objection::answered)
                                .count();
        return new PublicProcedure(
                motion().matter(),
                status(),
                stages().stream().map(Stage::id).toList(),
                days,
                new TreeMap<>(onDisplay()),
                state.objections().size(),
                answered,
                madeUp().stream()
                        .filter(stage -> state.dayDone(stage).equals(LocalDate.MAX))
                        .map(Stage::id)
                        .toList(),
                state.duties());
    }

    /**
     * The stages in the order in which this procedure takes them.
     *
     * @return as they were when it was opened
     */
    public List<Stage> stages() {
        return state.opened().stages();
    }

    /**
     * The stage to be taken next.
     *
     * @return empty when all are taken or the owners declined
     */
    public Optional<Stage> next() {
        return state.isDeclined()
                ? Optional.empty()
                : stages().stream()
                        .filter(stage -> !state.taken().containsKey(stage.id()))
                        .findFirst();
    }

    /**
     * Until when a stage is in time.
     *
     * @param stage one of {@link #stages}
     * @param calendar the rest days
     * @return empty if it has no such day, or the stage before it is not taken yet
     * @throws IllegalArgumentException if it is none of them
     */
    public Optional<Deadline> deadline(Stage stage, HolidayCalendar calendar) {
        int at = stages().indexOf(stage);
        if (at < 0) {
            throw new IllegalArgumentException("not a stage of " + id() + ": " + stage.id());
        }
        boolean known = at == 0 || state.taken().containsKey(stages().get(at - 1).id());
        return stage.withinDays() > 0 && known
                ? Optional.of(
                        Deadline.after(
                                dayBefore(stage), stage.withinDays(), Deadline.Unit.DAYS, calendar))
                : Optional.empty();
    }

    /**
     * The stages that are late.
     *
     * @param today the day asked about
     * @param calendar the rest days
     * @return those taken after their {@link #deadline}, and the next one if today is after it
     */
    public List<Stage> late(LocalDate today, HolidayCalendar calendar) {
        return stages().stream()
                .filter(
                        stage ->
                                state.taken().containsKey(stage.id())
                                        || next().equals(Optional.of(stage)))
                .filter(
                        stage ->
                                deadline(stage, calendar)
                                        .filter(due -> due.isOverOn(dayTaken(stage, today)))
                                        .isPresent())
                .toList();
    }

    private LocalDate dayTaken(Stage stage, LocalDate today) {
        Instant moment = state.taken().get(stage.id());
        return moment == null ? today : day(moment);
    }

    /**
     * The disclosures that are on display.
     *
     * @return the days from which they hang, by the identifier of the stage, in order
     */
    public Map<String, LocalDate> onDisplay() {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        state.displayed().forEach((stage, moment) -> days.put(stage, day(moment)));
        return Collections.unmodifiableMap(days);
    }

    /**
     * Whether the repair came first (Civil Code art. 281 para. 2).
     *
     * @return true for an urgent repair
     */
    public boolean isUrgent() {
        return !state.opened().urgent().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Procedure that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.opened().hashCode() * 31 + state.last().hashCode();
    }

    /** For example {@code anheyuan 2025-P-01 UNDER_WAY discussion}. */
    @Override
    public String toString() {
        return community() + " " + id() + " " + status() + next().map(s -> " " + s.id()).orElse("");
    }
}
