package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosureEnded;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionAnswered;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionRaised;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDeclined;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionPublished;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionReported;
import io.github.xinyi.governance.deliberation.ProcedureEvent.StageTaken;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
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
import java.util.Collections;
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
        /** All stages are taken and all displays have ended. */
        COMPLETED
    }

    /** The most objections of one procedure. */
    public static final int MAX_OBJECTIONS = 500;

    record Objection(String stage, boolean answered) {}

    private final ProcedureOpened opened;
    private final Instant last;
    private final Map<String, Instant> taken;
    private final Map<String, Instant> displayed;
    private final Map<String, Objection> objections;
    private final boolean declined;
    private final List<RejectionDuty> duties;

    private Procedure(
            ProcedureOpened opened,
            Instant last,
            Map<String, Instant> taken,
            Map<String, Instant> displayed,
            Map<String, Objection> objections,
            boolean declined,
            List<RejectionDuty> duties) {
        this.opened = opened;
        this.last = last;
        this.taken = taken;
        this.displayed = displayed;
        this.objections = objections;
        this.declined = declined;
        this.duties = List.copyOf(duties);
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
                    community, at, procedure, pattern.id(), stages, motion, urgent);
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
        Procedure state =
                new Procedure(
                        opened,
                        opened.occurredAt(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        false,
                        List.of());
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
        Instant at = event.occurredAt();
        if (event instanceof StageTaken e) {
            return taking(e.stage(), at, at);
        } else if (event instanceof OwnersResolved e) {
            return taking(e.stage(), e.adoptedAt(), at);
        } else if (event instanceof OwnersDeclined) {
            return with(at, displayed, objections, true, dutiesOfRejection());
        } else if (event instanceof DisclosurePosted e) {
            return taking(e.stage(), at, at)
                    .with(at, plus(displayed, e.stage(), at), objections, false, duties);
        } else if (event instanceof DisclosureEnded e) {
            Map<String, Instant> hanging = new LinkedHashMap<>(displayed);
            hanging.remove(e.stage());
            return with(at, hanging, objections, false, duties);
        } else if (event instanceof ObjectionRaised e) {
            return with(
                    at,
                    displayed,
                    plus(objections, e.objection(), new Objection(e.stage(), false)),
                    false,
                    duties);
        } else if (event instanceof ObjectionAnswered e) {
            Map<String, Objection> answered = new LinkedHashMap<>(objections);
            answered.computeIfPresent(e.objection(), (id, o) -> new Objection(o.stage(), true));
            return with(at, displayed, answered, false, duties);
        } else if (event instanceof RejectionReported) {
            return with(at, displayed, objections, true, without(RejectionDuty.REPORT_TO_OWNERS));
        } else if (event instanceof RejectionPublished) {
            return with(at, displayed, objections, true, without(RejectionDuty.PUBLICATION));
        }
        throw new IllegalArgumentException("a procedure is opened once: " + event);
    }

    private Procedure taking(String stage, Instant takenAt, Instant recordedAt) {
        return new Procedure(
                opened,
                recordedAt,
                plus(taken, stage, takenAt),
                displayed,
                objections,
                false,
                duties);
    }

    private Procedure with(
            Instant at,
            Map<String, Instant> nowDisplayed,
            Map<String, Objection> nowObjections,
            boolean nowDeclined,
            List<RejectionDuty> nowDuties) {
        return new Procedure(
                opened, at, taken, nowDisplayed, nowObjections, nowDeclined, nowDuties);
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        Map<String, T> longer = new LinkedHashMap<>(map);
        longer.put(key, value);
        return longer;
    }

    private List<RejectionDuty> dutiesOfRejection() {
        return dayOfRepair().isPresent() ? List.of(RejectionDuty.values()) : List.of();
    }

    private List<RejectionDuty> without(RejectionDuty done) {
        return duties.stream().filter(duty -> duty != done).toList();
    }

    /** When it was carried out, which before the vote is an urgent repair. */
    private Optional<LocalDate> dayOfRepair() {
        return opened.stages().stream()
                .filter(stage -> stage.kind() == Kind.EXECUTION)
                .flatMap(stage -> Optional.ofNullable(taken.get(stage.id())).stream())
                .map(Procedure::day)
                .findFirst();
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
     * Ends the procedure because the owners did not adopt the motion.
     *
     * @param stage the stage of the vote
     * @param tally the count of their meeting
     * @param at when it is recorded
     * @return the event; refused with all reasons, among them that the motion did pass
     * @throws IllegalArgumentException if the meeting had no motion of that identifier
     */
    public Outcome<ProcedureEvent> decline(String stage, TallyResult tally, Instant at) {
        MotionResult result = tally.motion(opened.motion().id());
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
        int at = opened.stages().indexOf(stage);
        return at == 0
                ? opened.occurredAt()
                : taken.getOrDefault(opened.stages().get(at - 1).id(), last);
    }

    /**
     * Its identifier.
     *
     * @return once within the community
     */
    public ProcedureId id() {
        return opened.procedure();
    }

    /**
     * Where it runs.
     *
     * @return the community
     */
    public CommunityId community() {
        return opened.community();
    }

    /**
     * What the owners are asked.
     *
     * @return the motion as opened
     */
    public Motion motion() {
        return opened.motion();
    }

    /**
     * How far it is.
     *
     * @return its status
     */
    public Status status() {
        if (declined) {
            return Status.REJECTED;
        }
        return next().isEmpty() && displayed.isEmpty() ? Status.COMPLETED : Status.UNDER_WAY;
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
        return dayOfRepair()
                .filter(day -> declined)
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
     * What is still owed to the owners after they declined a repair already carried out.
     *
     * @return both duties from then on, each until it is done; else none
     */
    public List<RejectionDuty> openDuties() {
        return duties;
    }

    boolean isDeclinedAfterRepair() {
        return declined && dayOfRepair().isPresent();
    }

    Instant last() {
        return last;
    }

    Map<String, Instant> displayed() {
        return displayed;
    }

    Map<String, Objection> objections() {
        return objections;
    }

    boolean isOpen(String objection) {
        Objection known = objections.get(objection);
        return known != null && !known.answered();
    }

    /**
     * What everybody may see: no person and no text that people wrote.
     *
     * @return how far it is, with the days of its stages and the number of objections
     */
    public PublicProcedure publicView() {
        SortedMap<String, LocalDate> days = new TreeMap<>();
        taken.forEach((stage, moment) -> days.put(stage, day(moment)));
        int answered = (int) objections.values().stream().filter(Objection::answered).count();
        return new PublicProcedure(
                opened.motion().matter(),
                status(),
                stages().stream().map(Stage::id).toList(),
                days,
                new TreeMap<>(onDisplay()),
                objections.size(),
                answered,
                duties);
    }

    /**
     * The stages in the order in which this procedure takes them.
     *
     * @return as they were when it was opened
     */
    public List<Stage> stages() {
        return opened.stages();
    }

    /**
     * The stage to be taken next.
     *
     * @return empty when all are taken or the owners declined
     */
    public Optional<Stage> next() {
        return declined
                ? Optional.empty()
                : opened.stages().stream()
                        .filter(stage -> !taken.containsKey(stage.id()))
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
        int at = opened.stages().indexOf(stage);
        if (at < 0) {
            throw new IllegalArgumentException("not a stage of " + id() + ": " + stage.id());
        }
        boolean known = at == 0 || taken.containsKey(opened.stages().get(at - 1).id());
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
        return opened.stages().stream()
                .filter(stage -> taken.containsKey(stage.id()) || next().equals(Optional.of(stage)))
                .filter(
                        stage ->
                                deadline(stage, calendar)
                                        .filter(due -> due.isOverOn(dayTaken(stage, today)))
                                        .isPresent())
                .toList();
    }

    private LocalDate dayTaken(Stage stage, LocalDate today) {
        Instant moment = taken.get(stage.id());
        return moment == null ? today : day(moment);
    }

    /**
     * The disclosures that are on display.
     *
     * @return the days from which they hang, by the identifier of the stage, in order
     */
    public Map<String, LocalDate> onDisplay() {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        displayed.forEach((stage, moment) -> days.put(stage, day(moment)));
        return Collections.unmodifiableMap(days);
    }

    /**
     * Whether the repair came first (Civil Code art. 281 para. 2).
     *
     * @return true for an urgent repair
     */
    public boolean isUrgent() {
        return !opened.urgent().isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Procedure that
                && opened.equals(that.opened)
                && last.equals(that.last)
                && taken.equals(that.taken)
                && displayed.equals(that.displayed)
                && objections.equals(that.objections)
                && declined == that.declined
                && duties.equals(that.duties);
    }

    @Override
    public int hashCode() {
        return opened.hashCode() * 31 + last.hashCode();
    }

    /** For example {@code anheyuan 2025-P-01 UNDER_WAY discussion}. */
    @Override
    public String toString() {
        return community() + " " + id() + " " + status() + next().map(s -> " " + s.id()).orElse("");
    }
}
