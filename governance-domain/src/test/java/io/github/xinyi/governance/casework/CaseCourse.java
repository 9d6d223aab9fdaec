package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.COMMUNITY;
import static io.github.xinyi.governance.casework.Village.DIGEST;
import static io.github.xinyi.governance.casework.Village.MOTION;
import static io.github.xinyi.governance.casework.Village.OFFICER;
import static io.github.xinyi.governance.casework.Village.START;
import static io.github.xinyi.governance.casework.Village.VISITOR;
import static io.github.xinyi.governance.casework.Village.accepted;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.Rating;
import io.github.xinyi.governance.deliberation.BodyCount;
import io.github.xinyi.governance.deliberation.Paper;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.deliberation.StageReport;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.step.LocalSteps;
import io.github.xinyi.governance.team.Posts;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.TallyResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A case on the terms of a random place, at whatever random commands have brought it to, with the
 * procedures that its matters go through; and from there the ways to each of its ends.
 */
final class CaseCourse {

    private static final Matter FUND = Matter.MAINTENANCE_FUND_USE;
    private static final Matter OTHER = Matter.OTHER_MAJOR_MATTER;
    private static final CasePlan COSTLY =
            new CasePlan(
                    COMMUNITY,
                    CaseId.of("C-1"),
                    new Motion.Document("1e".repeat(32)),
                    Funding.MAINTENANCE_FUND,
                    50_000);
    private static final List<CasePlan> PLANS = List.of(Village.PLAN, Village.PLAN, COSTLY);
    private static final PersonId HOUSE = PersonId.of("P7");
    private static final Team TEAM = Posts.of(COMMUNITY, LocalDate.of(2025, 1, 1), "楼栋长", HOUSE);
    private static final List<LocalStep> LOCAL =
            Stream.of("协商前:通知", "方案前:审核:楼栋长", "方案前:论证", "实施前:交底", "结案前:验收:楼栋长")
                    .map(LocalStep::parse)
                    .toList();
    private static final Procedure.Display DISPLAY = new Procedure.Display("公告栏", DIGEST);

    /** A procedure never changes, so that the same one is gone through once. */
    private static final Map<List<Object>, Procedure> PROCEDURES = new ConcurrentHashMap<>();

    private final Random random;
    private final Map<Matter, Procedure> procedures = new TreeMap<>();
    private Casework state;
    private Instant now;

    private CaseCourse(Random random, Casework opened) {
        this.random = random;
        this.state = opened;
        this.now = START;
    }

    private CaseCourse(CaseCourse other) {
        this.random = other.random;
        this.state = other.state;
        this.now = other.now;
        this.procedures.putAll(other.procedures);
    }

    /**
     * After 0 to 80 attempts, of which half are what a usual course would do next; it stops where
     * only a court lets it close.
     */
    static CaseCourse of(Random random) {
        CaseCourse course = new CaseCourse(random, opened(random));
        for (int i = random.nextInt(81); i > 0; i--) {
            course.attempt();
            if (course.isStuck()) {
                break;
            }
        }
        return course;
    }

    private static Casework opened(Random random) {
        TreeSet<Matter> matters = new TreeSet<>();
        if (random.nextInt(3) > 0) {
            matters.add(FUND);
        }
        if (random.nextBoolean()) {
            matters.add(OTHER);
        }
        CaseOpened opened =
                new CaseOpened(
                        COMMUNITY,
                        START,
                        CaseId.of("C-1"),
                        "外墙保温板维修",
                        CaseKind.REPAIR,
                        matters,
                        OFFICER,
                        new TreeSet<>(units(1, 6)),
                        terms(random));
        return Casework.from(List.of(accepted(Casework.open(opened))));
    }

    private static CaseworkTerms terms(Random random) {
        CaseworkSteps steps =
                new CaseworkSteps(
                        new TreeSet<>(some(List.of(CaseworkStep.values()), random)),
                        new TreeSet<>(random.nextInt(3) == 0 ? Set.of(FUND) : Set.of()),
                        random.nextBoolean() ? List.of("业主委员会") : List.of(),
                        0,
                        0,
                        new LocalSteps(some(LOCAL, random)));
        return new CaseworkTerms(
                Ratio.of(random.nextInt(7), 6),
                Ratio.of(random.nextInt(7), 6),
                1 + random.nextInt(3),
                steps,
                "街道方案",
                CaseworkTerms.Reading.UNVERIFIED);
    }

    private static <T> List<T> some(List<T> all, Random random) {
        return all.stream().filter(one -> random.nextInt(3) == 0).toList();
    }

    Casework state() {
        return state;
    }

    /** Some hours later, mostly on the same or the next day, one thing is tried. */
    private void attempt() {
        now = now.plus(Duration.ofHours(random.nextInt(40)));
        if (random.nextBoolean()) {
            towardsClosing().ifPresent(this::note);
        } else {
            note(any());
        }
    }

    /** What was tried; whether anything came of it. */
    boolean note(Outcome<CaseworkEvent> outcome) {
        if (outcome instanceof Outcome.Accepted<CaseworkEvent> accepted) {
            state = state.after(accepted.value());
            noteInProcedures(accepted.value());
        }
        return outcome.isAccepted();
    }

    /** The procedure that stood on a decision hears of its revocation too. */
    private void noteInProcedures(CaseworkEvent event) {
        if (event instanceof OwnersDecisionRevoked revoked) {
            DecisionRevoked record = revocation(revoked.meeting());
            procedures.replaceAll(
                    (matter, own) -> own.revoke(record, now).fold(own::after, ruling -> own));
        }
    }

    /** Whatever happens from here on happens to a case of its own. */
    CaseCourse copy() {
        return new CaseCourse(this);
    }

    /** The week that runs; what belongs to it happens at its beginning. */
    private int week() {
        return (int) Math.floorDiv(Duration.between(START, now).toDays(), 7L);
    }

    private static LocalDate firstDay(int week) {
        return LocalDate.of(2025, 3, 2).plusWeeks(week);
    }

    /** A vote of the week, counted at its end, on the plan as it stands or on another one. */
    private static TallyResult vote(int week, Matter matter, int inFavour, CasePlan plan) {
        return Village.vote(
                MeetingId.of("OM-" + (week + 100) + "-" + matter.item()),
                COMMUNITY.value(),
                matter,
                inFavour,
                firstDay(week),
                plan.document());
    }

    private CasePlan plan() {
        return state.plan().orElse(Village.PLAN);
    }

    /** Opened at the beginning of a week, for this case, on a matter and a plan. */
    private static Procedure procedure(int week, Matter matter, CasePlan plan) {
        return PROCEDURES.computeIfAbsent(
                List.of(week, matter, plan),
                key -> {
                    String id = "P-" + (week + 100) + "-" + matter.item() + "-" + plan.budgetFen();
                    Motion motion = new Motion(MOTION, matter, "维修", List.of(plan.document()));
                    Procedure opened =
                            Procedure.from(
                                    List.of(
                                            accepted(
                                                    Procedure.open(
                                                            PatternSheet.fiveDeliberations(),
                                                            new Procedure.Opening(
                                                                    ProcedureId.of(id),
                                                                    COMMUNITY,
                                                                    motion,
                                                                    at(week))))));
                    return opened.after(accepted(opened.link(CaseId.of("C-1"), at(week))));
                });
    }

    /** As it stands after the vote of a week and the display of what was decided. */
    private static Procedure shown(Procedure from, int week, CasePlan plan) {
        return PROCEDURES.computeIfAbsent(
                List.of(from, week, plan),
                key -> {
                    Procedure state = prepared(from, week);
                    TallyResult vote = vote(week, state.motion().matter(), 10, plan);
                    Instant closes = vote.meeting().closesAt();
                    state =
                            state.after(
                                    accepted(
                                            state.resolve(
                                                    state.next().orElseThrow().id(),
                                                    vote.motion(MOTION).resolution().orElseThrow(),
                                                    closes)));
                    var shown = state.next().orElseThrow();
                    String actor = shown.actors().get(0);
                    state = state.after(accepted(state.post(shown.id(), actor, DISPLAY, closes)));
                    Instant down = closes.plus(Duration.ofDays(shown.leastDays()));
                    return state.after(accepted(state.takeDown(shown.id(), down)));
                });
    }

    private static Procedure declined(Procedure from, int week, CasePlan plan) {
        Procedure state = prepared(from, week);
        TallyResult vote = vote(week, state.motion().matter(), 3, plan);
        return state.after(
                accepted(
                        state.decline(
                                state.next().orElseThrow().id(), vote, vote.meeting().closesAt())));
    }

    /** Every stage before the vote, on the first day of the week. */
    private static Procedure prepared(Procedure from, int week) {
        Procedure state = from;
        for (var next = state.next().orElseThrow();
                next.kind() != Kind.OWNERS_VOTE;
                next = state.next().orElseThrow()) {
            boolean body = next.kind() == Kind.BODY;
            StageReport report =
                    new StageReport(
                            next.actors().get(0),
                            next.papers().stream().map(kind -> new Paper(kind, DIGEST)).toList(),
                            body ? new BodyCount(3, 3, 3) : BodyCount.NONE,
                            OFFICER);
            state = state.after(accepted(state.take(next.id(), report, at(week))));
        }
        return state;
    }

    private DecisionRevoked revocation(MeetingId meeting) {
        return new DecisionRevoked(COMMUNITY, meeting, now, MOTION, today(), Revoker.COURT, "民初1号");
    }

    /** The command that brings it nearer to its close; none from an end, or where no vote can. */
    Optional<Outcome<CaseworkEvent>> towardsClosing() {
        return switch (state.stage()) {
            case OPINIONS -> Optional.of(askNext());
            case CONSULTATION, DECISION -> prepareNext().or(this::decideNext);
            case IMPLEMENTATION -> Optional.of(workNext());
            case EVALUATION -> Optional.of(rateNext());
            case CLOSED, REJECTED, ESCALATED -> Optional.empty();
        };
    }

    private Outcome<CaseworkEvent> askNext() {
        TreeSet<UnitId> strangers = new TreeSet<>(state.units());
        strangers.removeIf(unit -> state.squadOf(unit).isPresent());
        if (!strangers.isEmpty()) {
            SquadId next = SquadId.of("round-" + state.squads().size());
            return state.formSquad(next, Set.of(VISITOR), strangers, now);
        }
        return state.collectOpinions(now).isAccepted()
                ? state.collectOpinions(now)
                : state.visit(unreached(), VISITOR, ContactResult.UNDECIDED, "", now);
    }

    private UnitId unreached() {
        Set<UnitId> reached = state.contact().reached();
        return state.units().stream().filter(u -> !reached.contains(u)).findFirst().orElseThrow();
    }

    /** What comes before anybody decides. */
    private Optional<Outcome<CaseworkEvent>> prepareNext() {
        boolean consulted = !state.consultedItems().isEmpty();
        if (state.stage() == Stage.CONSULTATION && !consulted) {
            return Optional.of(
                    local(CaseworkSteps.CONSULTATION)
                            .orElseGet(() -> state.consult(List.of("I1"), DIGEST, now)));
        }
        Optional<String> hidden = hidden();
        if (hidden.isPresent()) {
            return Optional.of(state.disclose(hidden.get(), "公告栏", now));
        }
        return state.plan().isPresent() ? Optional.empty() : Optional.of(draw());
    }

    private Outcome<CaseworkEvent> draw() {
        CasePlan next =
                state.plan()
                        .filter(COSTLY::equals)
                        .filter(plan -> state.matters().contains(FUND))
                        .orElse(Village.PLAN);
        return local(CaseworkSteps.PLAN).orElseGet(() -> state.draw(next, now));
    }

    private Optional<String> hidden() {
        return state.consultedItems().stream()
                .filter(item -> !state.disclosedItems().contains(item))
                .findFirst();
    }

    private Optional<Outcome<CaseworkEvent>> local(String gate) {
        return state.terms().steps().local().missing(gate, state.localSteps()).stream()
                .findFirst()
                .map(this::take);
    }

    private Outcome<CaseworkEvent> take(LocalStep step) {
        return step.hasPost()
                ? state.take(step, HOUSE, TEAM, DIGEST, now)
                : state.take(step, OFFICER, DIGEST, now);
    }

    /**
     * A body where it may, else the owners in a vote of the week that comes, through a procedure if
     * one is followed or asked for. Where that procedure can no longer adopt the plan, a plan is
     * drawn up again and another procedure followed; where the owners have decided a part on the
     * plan, a court has to revoke that before.
     */
    private Optional<Outcome<CaseworkEvent>> decideNext() {
        if (state.matters().isEmpty()) {
            return Optional.of(state.decideBy("业主委员会", DIGEST, plan().document(), now));
        }
        if (isStuck()) {
            return Optional.of(state.revoke(revocation(standing()), now));
        }
        Matter matter =
                state.undecided().stream()
                        .filter(m -> followed(m).filter(p -> !canAdopt(p)).isPresent())
                        .findFirst()
                        .orElse(state.undecided().first());
        return Optional.of(
                followed(matter)
                        .map(own -> canAdopt(own) ? decideBy(own) : leave(matter))
                        .orElseGet(
                                () ->
                                        isThroughProcedure(matter)
                                                ? follow(procedure(week(), matter, plan()))
                                                : decideInAWeek(matter)));
    }

    private Optional<Procedure> followed(Matter matter) {
        return Optional.ofNullable(procedures.get(matter));
    }

    private boolean isThroughProcedure(Matter matter) {
        return state.terms().steps().throughProcedure().contains(matter);
    }

    private Outcome<CaseworkEvent> leave(Matter matter) {
        Procedure another = procedure(week(), matter, plan());
        return state.follow(another, now).isAccepted() ? follow(another) : draw();
    }

    private Outcome<CaseworkEvent> decideInAWeek(Matter matter) {
        int week = week() + 1;
        now = at(week + 1);
        return state.decideBy(
                vote(week, matter, 10, plan()).motion(MOTION).resolution().orElseThrow(), now);
    }

    /** By the decision that was shown already, or by the vote of the week that comes. */
    private Outcome<CaseworkEvent> decideBy(Procedure followed) {
        Procedure shown = followed;
        if (followed.decision().isEmpty()) {
            int week = week() + 1;
            shown = shown(followed, week, plan());
            now = at(week + 3);
        }
        procedures.put(followed.motion().matter(), shown);
        return state.decideBy(shown, now);
    }

    private boolean canAdopt(Procedure followed) {
        return followed.status() != Procedure.Status.REJECTED
                && followed.motion().documents().contains(plan().document())
                && followed.decision()
                        .filter(decision -> decision.adoptedAt().isBefore(state.planDrawnAt()))
                        .isEmpty();
    }

    /** Whether the owners decided a part, and another part goes through what will not decide it. */
    boolean isStuck() {
        return !state.undecided().equals(state.matters())
                && state.undecided().stream()
                        .filter(state::isBound)
                        .flatMap(matter -> followed(matter).stream())
                        .anyMatch(own -> !canAdopt(own));
    }

    private Outcome<CaseworkEvent> follow(Procedure procedure) {
        Outcome<CaseworkEvent> outcome = state.follow(procedure, now);
        if (outcome.isAccepted()) {
            procedures.put(procedure.motion().matter(), procedure);
        }
        return outcome;
    }

    private Outcome<CaseworkEvent> workNext() {
        if (state.done().equals(Ratio.of(1, 1))) {
            return state.finishWork(now);
        }
        return local(CaseworkSteps.WORK)
                .orElseGet(() -> state.progress("完成", Ratio.of(1, 1), List.of(), now));
    }

    private Outcome<CaseworkEvent> rateNext() {
        if (!state.openDisputes().isEmpty()) {
            return state.endDispute(Quarrel.agreed(state.openDisputes().first(), now), now);
        }
        Optional<String> hidden = hidden();
        if (hidden.isPresent()) {
            return state.disclose(hidden.get(), "公告栏", now);
        }
        Optional<Outcome<CaseworkEvent>> step = local(CaseworkSteps.CLOSE);
        Outcome<CaseworkEvent> closed = state.close(now);
        if (step.isPresent() || closed.isAccepted()) {
            return step.orElse(closed);
        }
        UnitId next =
                state.units().stream().filter(u -> !state.isRated(u)).findFirst().orElseThrow();
        return state.rate(PersonId.of("R-" + next), Set.of(next), stars(next), now);
    }

    private static int stars(UnitId unit) {
        return 1 + Math.floorMod(unit.value().hashCode(), 5);
    }

    /** Anything at all, but more often what has to do with the stage. */
    Outcome<CaseworkEvent> any() {
        CaseId dispute = CaseId.of("D-" + random.nextInt(2));
        UnitId unit = unit(1 + random.nextInt(8));
        String item = "I" + random.nextInt(4);
        return switch (anyCommand()) {
            case 0 -> state.concern(units(7, 6 + 1 + random.nextInt(2)), now);
            case 1 ->
                    state.formSquad(
                            SquadId.of("squad-" + random.nextInt(4)),
                            Set.of(VISITOR),
                            units(1 + random.nextInt(3), 1 + random.nextInt(8)),
                            now);
            case 2, 3 -> state.visit(unit, VISITOR, contact(), "在家", now);
            case 4 -> state.visit(VISITOR, doors(), now);
            case 5 -> state.collectOpinions(now);
            case 6 -> take(LOCAL.get(random.nextInt(LOCAL.size())));
            case 7 -> state.consult(List.of(item), DIGEST, now);
            case 8 -> state.disclose(item, "公告栏", now);
            case 9 -> state.declare(random.nextBoolean() ? FUND : OTHER, OFFICER, now);
            case 10 -> state.draw(PLANS.get(random.nextInt(PLANS.size())), now);
            case 11 -> anyDecision();
            case 12 -> follow(anyProcedure());
            case 13 -> anyProcedureDecision();
            case 14, 15 -> state.revoke(revocation(anyMeeting()), now);
            case 16 -> state.decideBy("四方联席会议", DIGEST, plan().document(), now);
            case 17 -> random.nextInt(3) == 0 ? declineInAWeek() : declined();
            case 18 -> state.progress("施工", Ratio.of(random.nextInt(9), 8), List.of(), now);
            case 19 -> pay();
            case 20 -> random.nextBoolean() ? state.finishWork(now) : state.close(now);
            case 21, 22 -> state.raiseDispute(dispute, now);
            case 23 ->
                    state.openDisputes().isEmpty()
                            ? state.raiseDispute(dispute, now)
                            : end(state.openDisputes().first());
            case 24 -> state.rate(ratings(), now);
            case 25 ->
                    random.nextInt(6) == 0
                            ? state.escalate("街道办事处", "无法推进", now)
                            : state.rate(rater(), Set.of(unit), 1 + random.nextInt(5), now);
            default -> state.reopen("渗水", now);
        };
    }

    private int anyCommand() {
        boolean usual = random.nextInt(3) > 0;
        return switch (state.stage()) {
            case CONSULTATION, DECISION -> usual ? 7 + random.nextInt(11) : random.nextInt(27);
            case EVALUATION -> usual ? 21 + random.nextInt(5) : random.nextInt(27);
            default -> random.nextInt(27);
        };
    }

    /** Pays something, or takes back some of what was paid before, perhaps more than that. */
    private Outcome<CaseworkEvent> pay() {
        long fen = 1 + 9_000L * random.nextInt(9);
        if (random.nextInt(3) == 0 && !state.payments().isEmpty()) {
            String paid = state.payments().iterator().next().disbursement();
            return state.returnSpending(new PaymentReturn("B" + random.nextInt(9), paid, fen), now);
        }
        return state.nameSpending(Village.payment("E" + random.nextInt(9), fen), now);
    }

    private ContactResult contact() {
        List<ContactResult> results = List.of(ContactResult.values());
        return results.get(random.nextInt(results.size()));
    }

    private SortedMap<UnitId, ContactResult> doors() {
        SortedMap<UnitId, ContactResult> doors = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            doors.put(unit(1 + random.nextInt(6)), contact());
        }
        return doors;
    }

    private PersonId rater() {
        return PersonId.of("R" + random.nextInt(6));
    }

    private List<Rating> ratings() {
        List<Rating> ratings = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int first = 1 + random.nextInt(6);
            ratings.add(
                    new Rating(
                            rater(),
                            new TreeSet<>(units(first, first + random.nextInt(2))),
                            1 + random.nextInt(5)));
        }
        return ratings;
    }

    private Outcome<CaseworkEvent> end(CaseId dispute) {
        List<CaseEvent> grid =
                random.nextInt(3) > 0
                        ? Quarrel.handedOn(dispute, now)
                        : Quarrel.settled(dispute, now);
        return random.nextInt(3) > 0
                ? state.endDispute(grid, now)
                : state.endDispute(Quarrel.agreed(dispute, now), now);
    }

    /** By a vote of the week that comes, or by one that is over, perhaps before the plan. */
    private Outcome<CaseworkEvent> anyDecision() {
        if (random.nextBoolean() && !state.undecided().isEmpty()) {
            return decideInAWeek(state.undecided().first());
        }
        TallyResult vote =
                vote(
                        week() - 1 - random.nextInt(2),
                        state.undecided().isEmpty() ? FUND : state.undecided().first(),
                        10,
                        random.nextInt(4) == 0 ? COSTLY : plan());
        return state.decideBy(vote.motion(MOTION).resolution().orElseThrow(), now);
    }

    /** Opened this week, or so long ago that it has voted, or was declined. */
    private Procedure anyProcedure() {
        CasePlan plan = random.nextInt(4) == 0 ? COSTLY : plan();
        boolean other = random.nextInt(3) == 0 || state.undecided().contains(OTHER);
        Matter matter = other ? OTHER : FUND;
        int week = week();
        return switch (random.nextInt(4)) {
            case 0 -> shown(procedure(week - 4, matter, plan), week - 4, plan);
            case 1 -> declined(procedure(week - 3, matter, plan), week - 3, plan);
            default -> procedure(week, matter, plan);
        };
    }

    /** Of the procedure that is followed, if it goes so far, or of another. */
    private Outcome<CaseworkEvent> anyProcedureDecision() {
        Optional<Procedure> followed =
                procedures.values().stream()
                        .filter(this::canAdopt)
                        .filter(p -> state.undecided().contains(p.motion().matter()))
                        .findFirst();
        return followed.isPresent() && state.plan().isPresent()
                ? decideBy(followed.get())
                : state.decideBy(anyProcedure(), now);
    }

    private MeetingId anyMeeting() {
        List<MeetingId> known = decidedBy();
        return known.isEmpty() || random.nextInt(4) == 0
                ? MeetingId.of("OM-1")
                : known.get(random.nextInt(known.size()));
    }

    /** The meetings on whose decisions it goes on, or went on before they were revoked. */
    private List<MeetingId> decidedBy() {
        return state.history().stream()
                .flatMap(
                        event ->
                                event instanceof CaseworkEvent.OwnersDecided one
                                        ? Stream.of(one.meeting())
                                        : event instanceof CaseworkEvent.ProcedureDecided other
                                                ? Stream.of(other.meeting())
                                                : Stream.empty())
                .toList();
    }

    private MeetingId standing() {
        return decidedBy().stream()
                .filter(meeting -> state.standsOn(new MatterVote(meeting, MOTION)))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<CaseworkEvent> decline(int week) {
        Matter matter = state.undecided().isEmpty() ? FUND : state.undecided().first();
        return state.decline(vote(week, matter, 3, plan()).motion(MOTION), now);
    }

    /** Goes on until the case is closed, or nothing goes on. */
    Stage closed() {
        for (int i = 0; i < 60; i++) {
            Optional<Outcome<CaseworkEvent>> next = towardsClosing();
            if (next.isEmpty()) {
                break;
            }
            note(Outcome.accepted(accepted(next.get())));
        }
        return state.stage();
    }

    /** Hands it on at once. */
    Stage escalated() {
        note(Outcome.accepted(accepted(state.escalate("街道办事处", "无法推进", now))));
        return state.stage();
    }

    /**
     * Goes to the owners and is not adopted: with a matter that is declared if there is none, and
     * from where work has begun once a court has revoked what they decided before.
     */
    Stage rejected() {
        for (int i = 0; i < 60 && state.stage() != Stage.REJECTED; i++) {
            note(Outcome.accepted(accepted(towardsRejection())));
        }
        return state.stage();
    }

    private Outcome<CaseworkEvent> towardsRejection() {
        if (state.stage() == Stage.IMPLEMENTATION || state.stage() == Stage.EVALUATION) {
            return state.revoke(revocation(standing()), now);
        }
        if (state.stage() == Stage.OPINIONS) {
            return askNext();
        }
        if (state.matters().isEmpty()) {
            return state.declare(FUND, OFFICER, now);
        }
        Optional<Outcome<CaseworkEvent>> first = prepareNext();
        if (first.isPresent()) {
            return first.get();
        }
        return declineInAWeek();
    }

    private Outcome<CaseworkEvent> declineInAWeek() {
        int week = week() + 1;
        now = at(week + 1);
        return decline(week);
    }

    /** The last vote of the owners came to nothing. */
    Outcome<CaseworkEvent> declined() {
        return decline(week() - 1);
    }

    /** The day it has come to, in China. */
    LocalDate today() {
        return now.atZone(Meeting.ZONE).toLocalDate();
    }

    /** Whether the owners ever have a word in it from here on. */
    boolean isTheOwners() {
        return state.stage().compareTo(Stage.IMPLEMENTATION) < 0 || !state.matters().isEmpty();
    }
}
