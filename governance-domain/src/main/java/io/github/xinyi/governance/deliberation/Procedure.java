package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosureEnded;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionAnswered;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionRaised;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDeclined;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        /** The owners did not adopt the motion. */
        REJECTED,
        /** All stages are taken and all displays have ended. */
        COMPLETED
    }

    /** The most objections of one procedure. */
    public static final int MAX_OBJECTIONS = 500;

    private record Objection(String stage, boolean answered) {}

    private final ProcedureOpened opened;
    private final Instant last;
    private final Map<String, Instant> taken;
    private final Map<String, Instant> displayed;
    private final Map<String, Objection> objections;
    private final boolean declined;

    private Procedure(
            ProcedureOpened opened,
            Instant last,
            Map<String, Instant> taken,
            Map<String, Instant> displayed,
            Map<String, Objection> objections,
            boolean declined) {
        this.opened = opened;
        this.last = last;
        this.taken = taken;
        this.displayed = displayed;
        this.objections = objections;
        this.declined = declined;
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
     * @return the event
     */
    public static ProcedureOpened open(ProcedurePattern pattern, Opening opening) {
        return opening.with(pattern, pattern.stages(opening.motion().matter()), List.of());
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
        RuleCheck finding =
                RuleCheck.of(
                        ProcedureRule.URGENT_MATTER,
                        matter == Matter.MAINTENANCE_FUND_USE,
                        "item",
                        matter.item());
        return finding.isMet()
                ? Outcome.accepted(opening.with(pattern, pattern.urgentStages(), List.of(repair)))
                : Outcome.refused(Ruling.of(finding));
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
        Procedure state =
                new Procedure(opened, opened.occurredAt(), Map.of(), Map.of(), Map.of(), false);
        for (ProcedureEvent event : history.subList(1, history.size())) {
            state = state.after(event);
        }
        return state;
    }

    /**
     * The state after one more event.
     *
     * @param event what one of the commands answered
     * @return the next state
     * @throws IllegalArgumentException if none of the commands could have made it
     */
    public Procedure after(ProcedureEvent event) {
        Ruling ruling = new Ruling(findings(event));
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("no command made " + event + ": " + ruling);
        }
        Map<String, Instant> nowTaken = new LinkedHashMap<>(taken);
        Map<String, Instant> nowDisplayed = new LinkedHashMap<>(displayed);
        Map<String, Objection> nowObjections = new LinkedHashMap<>(objections);
        boolean nowDeclined = false;
        if (event instanceof StageTaken e) {
            nowTaken.put(e.stage(), e.occurredAt());
        } else if (event instanceof OwnersResolved e) {
            nowTaken.put(e.stage(), e.adoptedAt());
        } else if (event instanceof OwnersDeclined) {
            nowDeclined = true;
        } else if (event instanceof DisclosurePosted e) {
            nowTaken.put(e.stage(), e.occurredAt());
            nowDisplayed.put(e.stage(), e.occurredAt());
        } else if (event instanceof DisclosureEnded e) {
            nowDisplayed.remove(e.stage());
        } else if (event instanceof ObjectionRaised e) {
            nowObjections.put(e.objection(), new Objection(e.stage(), false));
        } else if (event instanceof ObjectionAnswered e) {
            nowObjections.computeIfPresent(
                    e.objection(), (id, objection) -> new Objection(objection.stage(), true));
        } else {
            throw new IllegalArgumentException("a procedure is opened once: " + event);
        }
        return new Procedure(
                opened, event.occurredAt(), nowTaken, nowDisplayed, nowObjections, nowDeclined);
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
        Ruling ruling = new Ruling(findings(event));
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private List<Finding> findings(ProcedureEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(RuleCheck.of(ProcedureRule.UNDER_WAY, status() == Status.UNDER_WAY, of(id())));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.TIME,
                        !event.occurredAt().isBefore(last),
                        "at",
                        event.occurredAt(),
                        "last",
                        last));
        if (event instanceof StageTaken e) {
            stageTaken(e, findings);
        } else if (event instanceof OwnersResolved e) {
            vote(e.stage(), e.adoptedAt(), e.occurredAt(), findings);
            motion(e.community(), e.motion(), true, findings);
        } else if (event instanceof OwnersDeclined e) {
            vote(e.stage(), e.closedAt(), e.occurredAt(), findings);
            motion(e.community(), e.motion(), e.result().isDeclined(), findings);
        } else if (event instanceof DisclosurePosted e) {
            stage(e.stage(), findings, Kind.DISCLOSURE)
                    .ifPresent(stage -> findings.add(actor(stage, e.actor())));
        } else if (event instanceof DisclosureEnded e) {
            disclosureEnded(e, findings);
        } else if (event instanceof ObjectionRaised e) {
            findings.add(onDisplay(e.stage()));
            findings.add(
                    RuleCheck.of(
                            ProcedureRule.OBJECTION_NEW,
                            !objections.containsKey(e.objection()),
                            "objection",
                            e.objection()));
            findings.add(
                    RuleCheck.of(
                            ProcedureRule.OBJECTIONS,
                            objections.size() < MAX_OBJECTIONS,
                            "limit",
                            MAX_OBJECTIONS));
        } else if (event instanceof ObjectionAnswered e) {
            Objection objection = objections.get(e.objection());
            findings.add(
                    RuleCheck.of(
                            ProcedureRule.OBJECTION_OPEN,
                            objection != null && !objection.answered(),
                            "objection",
                            e.objection()));
        } else {
            throw new IllegalArgumentException("a procedure is opened once: " + event);
        }
        return findings;
    }

    private static Object[] of(ProcedureId id) {
        return new Object[] {"procedure", id};
    }

    /** Whether it is the next stage, and of a kind that is taken in this way. */
    private Optional<Stage> stage(String id, List<Finding> findings, Kind... kinds) {
        String next = next().map(Stage::id).orElse("");
        findings.add(RuleCheck.of(ProcedureRule.NEXT, id.equals(next), "stage", id, "next", next));
        Optional<Stage> stage = opened.stages().stream().filter(s -> s.id().equals(id)).findFirst();
        stage.ifPresent(
                s ->
                        findings.add(
                                RuleCheck.of(
                                        ProcedureRule.KIND,
                                        List.of(kinds).contains(s.kind()),
                                        "stage",
                                        id,
                                        "kind",
                                        s.kind())));
        return stage;
    }

    private void stageTaken(StageTaken event, List<Finding> findings) {
        StageReport report = event.report();
        Optional<Stage> named =
                stage(event.stage(), findings, Kind.PAPERS, Kind.BODY, Kind.EXECUTION);
        if (named.isEmpty()) {
            return;
        }
        Stage stage = named.get();
        findings.add(actor(stage, report.actor()));
        List<Paper.Kind> missing = new ArrayList<>(stage.papers());
        report.papers().forEach(paper -> missing.remove(paper.kind()));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.PAPERS,
                        missing.isEmpty(),
                        "stage",
                        stage.id(),
                        "missing",
                        missing.stream().map(Paper.Kind::label).collect(Collectors.joining("、"))));
        findings.add(leastDays(stage, dayBefore(stage), event.occurredAt()));
        if (stage.kind() == Kind.BODY) {
            count(stage, report.count(), findings);
        } else if (stage.kind() == Kind.EXECUTION) {
            findings.add(
                    RuleCheck.of(
                            ProcedureRule.DISPLAYS_ENDED,
                            displayed.isEmpty(),
                            "stages",
                            String.join(",", displayed.keySet())));
        }
    }

    private static RuleCheck actor(Stage stage, String actor) {
        return RuleCheck.of(
                ProcedureRule.ACTOR,
                stage.actors().contains(actor),
                "stage",
                stage.id(),
                "actor",
                actor,
                "actors",
                String.join("、", stage.actors()));
    }

    private static void count(Stage stage, BodyCount count, List<Finding> findings) {
        long base = stage.base() == Stage.Base.DUE ? count.due() : count.present();
        findings.add(
                RuleCheck.of(
                        ProcedureRule.ATTENDANCE,
                        count.present() > 0
                                && stage.attendance()
                                        .threshold()
                                        .isMetBy(count.present(), count.due()),
                        "stage",
                        stage.id(),
                        "present",
                        count.present(),
                        "due",
                        count.due(),
                        "threshold",
                        stage.attendance()));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.CONSENT,
                        stage.consent().threshold().isMetBy(count.consenting(), base),
                        "stage",
                        stage.id(),
                        "consenting",
                        count.consenting(),
                        "base",
                        base,
                        "threshold",
                        stage.consent()));
    }

    private void vote(String id, Instant closedAt, Instant at, List<Finding> findings) {
        stage(id, findings, Kind.OWNERS_VOTE)
                .ifPresent(
                        stage -> {
                            LocalDate before = dayBefore(stage);
                            findings.add(leastDays(stage, before, closedAt));
                            findings.add(
                                    RuleCheck.of(
                                            ProcedureRule.VOTE_TIME,
                                            !closedAt.isAfter(at)
                                                    && !closedAt.isBefore(momentBefore(stage)),
                                            "closed",
                                            closedAt,
                                            "before",
                                            momentBefore(stage),
                                            "at",
                                            at));
                        });
    }

    private void motion(CommunityId where, Motion motion, boolean fits, List<Finding> findings) {
        findings.add(
                RuleCheck.of(
                        ProcedureRule.MOTION,
                        fits && where.equals(community()) && motion.equals(opened.motion()),
                        "community",
                        where,
                        "motion",
                        motion.id(),
                        "item",
                        motion.matter().item(),
                        "expected",
                        opened.motion().id()));
    }

    private RuleCheck onDisplay(String stage) {
        return RuleCheck.of(ProcedureRule.ON_DISPLAY, displayed.containsKey(stage), "stage", stage);
    }

    private void disclosureEnded(DisclosureEnded event, List<Finding> findings) {
        findings.add(onDisplay(event.stage()));
        Optional.ofNullable(displayed.get(event.stage()))
                .ifPresent(
                        posted ->
                                opened.stages().stream()
                                        .filter(stage -> stage.id().equals(event.stage()))
                                        .map(s -> leastDays(s, day(posted), event.occurredAt()))
                                        .forEach(findings::add));
        String open =
                objections.entrySet().stream()
                        .filter(
                                e ->
                                        e.getValue().stage().equals(event.stage())
                                                && !e.getValue().answered())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(","));
        findings.add(RuleCheck.of(ProcedureRule.ANSWERED, open.isEmpty(), "objections", open));
    }

    /** Days are counted from the day after (Civil Code art. 201 para. 1). */
    private static RuleCheck leastDays(Stage stage, LocalDate from, Instant to) {
        return RuleCheck.of(
                ProcedureRule.LEAST_DAYS,
                !day(to).isBefore(from.plusDays(stage.leastDays())),
                "stage",
                stage.id(),
                "from",
                from,
                "to",
                day(to),
                "days",
                stage.leastDays());
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    private LocalDate dayBefore(Stage stage) {
        return day(momentBefore(stage));
    }

    /** When the stage before was taken, or the procedure opened, as far as that is known. */
    private Instant momentBefore(Stage stage) {
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
                && declined == that.declined;
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
