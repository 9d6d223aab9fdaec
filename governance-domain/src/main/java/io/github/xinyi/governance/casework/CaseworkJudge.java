package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.BodyDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseEscalated;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.LocalStepTaken;
import io.github.xinyi.governance.casework.CaseworkEvent.MatterDeclared;
import io.github.xinyi.governance.casework.CaseworkEvent.OpinionsCollected;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDeclined;
import io.github.xinyi.governance.casework.CaseworkEvent.PlanDrawn;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureFollowed;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultRated;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultsRated;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingNamed;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingReturned;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkFinished;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every rule on an event of a case, before it is recorded and when it is read again. */
final class CaseworkJudge {

    private static final Ratio WHOLE = Ratio.of(1, 1);

    /** All stages of a case that has not ended. */
    private static final Set<Stage> RUNNING = EnumSet.range(Stage.OPINIONS, Stage.EVALUATION);

    /** In which stages each event can happen; a case is opened once. */
    static final Map<Class<? extends CaseworkEvent>, Set<Stage>> STAGES =
            Map.ofEntries(
                    Map.entry(CaseOpened.class, EnumSet.noneOf(Stage.class)),
                    Map.entry(SquadFormed.class, EnumSet.of(Stage.OPINIONS)),
                    Map.entry(UnitVisited.class, EnumSet.of(Stage.OPINIONS)),
                    Map.entry(UnitsVisited.class, EnumSet.of(Stage.OPINIONS)),
                    Map.entry(OpinionsCollected.class, EnumSet.of(Stage.OPINIONS)),
                    Map.entry(MatterDeclared.class, EnumSet.range(Stage.OPINIONS, Stage.DECISION)),
                    Map.entry(ItemsConsulted.class, EnumSet.of(Stage.CONSULTATION)),
                    Map.entry(ItemDisclosed.class, RUNNING),
                    Map.entry(LocalStepTaken.class, RUNNING),
                    Map.entry(PlanDrawn.class, EnumSet.of(Stage.CONSULTATION, Stage.DECISION)),
                    Map.entry(OwnersDecided.class, EnumSet.of(Stage.CONSULTATION, Stage.DECISION)),
                    Map.entry(OwnersDeclined.class, EnumSet.of(Stage.CONSULTATION, Stage.DECISION)),
                    Map.entry(UnitsConcerned.class, EnumSet.of(Stage.OPINIONS)),
                    Map.entry(
                            ProcedureFollowed.class, EnumSet.range(Stage.OPINIONS, Stage.DECISION)),
                    Map.entry(
                            ProcedureDecided.class, EnumSet.of(Stage.CONSULTATION, Stage.DECISION)),
                    Map.entry(
                            OwnersDecisionRevoked.class,
                            EnumSet.range(Stage.DECISION, Stage.CLOSED)),
                    Map.entry(BodyDecided.class, EnumSet.of(Stage.CONSULTATION)),
                    Map.entry(WorkProgressed.class, EnumSet.of(Stage.IMPLEMENTATION)),
                    Map.entry(WorkFinished.class, EnumSet.of(Stage.IMPLEMENTATION)),
                    Map.entry(
                            SpendingNamed.class,
                            EnumSet.of(Stage.IMPLEMENTATION, Stage.EVALUATION)),
                    Map.entry(
                            SpendingReturned.class,
                            EnumSet.complementOf(EnumSet.of(Stage.OPINIONS, Stage.CONSULTATION))),
                    Map.entry(DisputeRaised.class, RUNNING),
                    Map.entry(DisputeEnded.class, RUNNING),
                    Map.entry(ResultRated.class, EnumSet.of(Stage.EVALUATION)),
                    Map.entry(ResultsRated.class, EnumSet.of(Stage.EVALUATION)),
                    Map.entry(CaseClosed.class, EnumSet.of(Stage.EVALUATION)),
                    Map.entry(CaseEscalated.class, RUNNING),
                    Map.entry(CaseReopened.class, EnumSet.of(Stage.CLOSED)));

    private final CaseworkRecord state;

    CaseworkJudge(CaseworkRecord state) {
        this.state = state;
    }

    static List<Finding> opening(CaseOpened opened) {
        return opening(opened, RecordNames.NONE.with(opened));
    }

    /** As {@link #read}. */
    static List<Finding> readOpening(CaseOpened opened) {
        return opening(opened, RecordNames.NONE);
    }

    private static List<Finding> opening(CaseOpened opened, RecordNames names) {
        List<Finding> found = new ArrayList<>(CaseworkForms.of(opened, names));
        int units = opened.units().size();
        found.add(
                CaseworkRule.UNITS_CONCERNED.check(
                        units >= 1 && units <= Casework.MAX_UNITS_AT_ONCE,
                        "units",
                        units,
                        "limit",
                        Casework.MAX_UNITS_AT_ONCE));
        SortedSet<Matter> entailed = opened.kind().entailed();
        found.add(
                CaseworkRule.MATTERS_OF_KIND.check(
                        opened.matters().containsAll(entailed),
                        "kind",
                        opened.kind(),
                        "entailed",
                        entailed,
                        "declared",
                        opened.matters()));
        return found;
    }

    List<Finding> judge(CaseworkEvent event) {
        return judge(event, state.names());
    }

    /**
     * What is kept may name somebody of the record in public, as it was written before that was a
     * rule; the timeline leaves such a text out.
     */
    List<Finding> read(CaseworkEvent event) {
        return judge(event, RecordNames.NONE);
    }

    private List<Finding> judge(CaseworkEvent event, RecordNames names) {
        List<Finding> found = new ArrayList<>();
        found.add(timeOrder(event.occurredAt()));
        found.add(
                CaseworkRule.OF_COMMUNITY.check(
                        event.community().equals(state.community()),
                        "community",
                        event.community()));
        Set<Stage> needed = STAGES.getOrDefault(event.getClass(), Set.of());
        found.add(
                CaseworkRule.STAGE.check(
                        needed.contains(state.stage()), "stage", state.stage(), "needed", needed));
        found.add(
                CaseworkRule.LIMIT.check(
                        ends(event) || state.history().size() < Casework.MAX_EVENTS,
                        "events",
                        state.history().size(),
                        "limit",
                        Casework.MAX_EVENTS));
        found.addAll(CaseworkForms.of(event, names));
        found.addAll(new SurveyJudge(state).judge(event));
        found.addAll(deciding(event));
        found.addAll(working(event));
        found.addAll(settling(event));
        found.addAll(new LocalStepJudge(state).judge(event));
        return found;
    }

    /** What is said of a dispute of which no records show the end. */
    List<Finding> unproven(CaseId dispute, Instant at) {
        return List.of(
                timeOrder(at),
                disputeState(dispute, true),
                CaseworkRule.DISPUTE_PROVEN.check(
                        false, "dispute", dispute, "concluded", "-", "since", since(dispute)));
    }

    Finding timeOrder(Instant at) {
        return CaseworkRule.TIME_ORDER.check(
                !at.isBefore(state.last()), "last", state.last(), "at", at);
    }

    private static boolean ends(CaseworkEvent event) {
        return event instanceof CaseClosed
                || event instanceof CaseEscalated
                || event instanceof OwnersDecisionRevoked
                || event instanceof OwnersDeclined;
    }

    /** The plan and who decides on it. */
    private List<Finding> deciding(CaseworkEvent event) {
        if (event instanceof MatterDeclared declared) {
            return List.of(
                    CaseworkRule.MATTER_NEW.check(
                            !state.matters().contains(declared.matter()),
                            "matter",
                            declared.matter()));
        }
        if (event instanceof PlanDrawn drawn) {
            return plan(drawn.plan());
        }
        if (event instanceof OwnersDecided decided) {
            return owners(decided);
        }
        if (event instanceof OwnersDeclined declined) {
            return declining(declined);
        }
        if (event instanceof ProcedureDecided decided) {
            return throughProcedure(decided);
        }
        if (event instanceof ProcedureFollowed followed) {
            List<Finding> found = new ArrayList<>(new OwnersJudge(state).following(followed));
            found.add(awaited(followed.matter()));
            return found;
        }
        if (event instanceof OwnersDecisionRevoked revoked) {
            return List.of(new OwnersJudge(state).revoked(revoked));
        }
        if (event instanceof BodyDecided decided) {
            return List.of(
                    consultedFirst(),
                    planDecided(List.of(decided.plan())),
                    CaseworkRule.OWNERS_DECIDE.check(
                            state.matters().isEmpty(),
                            "body",
                            decided.body(),
                            "matters",
                            state.matters()),
                    CaseworkRule.BODY_NAMED.check(
                            state.terms().steps().lets(decided.body()),
                            "body",
                            decided.body(),
                            "bodies",
                            state.terms().steps().bodies(),
                            "source",
                            state.terms().source(),
                            "standing",
                            state.terms().reading()),
                    disclosedFirst(CaseworkStep.DISCLOSURE_BEFORE_DECISION));
        }
        return List.of();
    }

    private List<Finding> plan(CasePlan plan) {
        SortedSet<Matter> missing = new TreeSet<>(plan.funding().entailed());
        missing.removeAll(state.matters());
        return List.of(
                consultedFirst(),
                CaseworkRule.PLAN_OF_CASE.check(
                        plan.community().equals(state.community())
                                && plan.caseId().equals(state.id()),
                        "plan",
                        plan.caseId(),
                        "case",
                        state.id()),
                CaseworkRule.PLAN_OPEN.check(
                        state.undecided().equals(state.matters()),
                        "decided",
                        state.matters().size() - state.undecided().size()),
                CaseworkRule.MATTERS_OF_FUNDING.check(
                        missing.isEmpty(), "funding", plan.funding(), "missing", missing));
    }

    private List<Finding> owners(OwnersDecided decided) {
        return List.of(
                consultedFirst(),
                awaited(decided.matter()),
                planDecided(decided.papers()),
                votedOnPlan(
                        decided,
                        decided.meeting() + " " + decided.motion(),
                        decided.matter(),
                        decided.adoptedAt()),
                new OwnersJudge(state).stands(new MatterVote(decided.meeting(), decided.motion())),
                new OwnersJudge(state).withoutProcedure(decided.matter()),
                new OwnersJudge(state).procedureNeeded(decided.matter()),
                disclosedFirst(CaseworkStep.DISCLOSURE_BEFORE_DECISION));
    }

    private List<Finding> throughProcedure(ProcedureDecided decided) {
        OwnersJudge owners = new OwnersJudge(state);
        return List.of(
                consultedFirst(),
                awaited(decided.matter()),
                planDecided(decided.papers()),
                votedOnPlan(
                        decided,
                        decided.meeting() + " " + decided.motion(),
                        decided.matter(),
                        decided.adoptedAt()),
                owners.stands(new MatterVote(decided.meeting(), decided.motion())),
                owners.byProcedure(decided),
                owners.shown(decided),
                disclosedFirst(CaseworkStep.DISCLOSURE_BEFORE_DECISION));
    }

    private List<Finding> declining(OwnersDeclined declined) {
        return List.of(
                consultedFirst(),
                awaited(declined.matter()),
                planDecided(declined.papers()),
                votedOnPlan(
                        declined,
                        declined.meeting() + " " + declined.motion(),
                        declined.matter(),
                        declined.closedAt()),
                CaseworkRule.VOTE_FAILED.check(
                        declined.result().isDeclined(),
                        "motion",
                        declined.motion(),
                        "result",
                        declined.result()));
    }

    /** A vote that closed before the plan was drawn up preceded survey or consultation, or both. */
    private Finding votedOnPlan(CaseworkEvent noted, String vote, Matter matter, Instant closed) {
        return CaseworkRule.RESOLUTION_OF_CASE.check(
                !closed.isBefore(state.planDrawnAt()) && !closed.isAfter(noted.occurredAt()),
                "resolution",
                vote,
                "matter",
                matter,
                "adopted",
                closed,
                "since",
                state.planDrawnAt());
    }

    private Finding consultedFirst() {
        return CaseworkRule.CONSULTED_FIRST.check(
                !state.consultedItems().isEmpty()
                        || !state.terms().steps().asks(CaseworkStep.CONSULTATION),
                "case",
                state.id());
    }

    private Finding disclosedFirst(CaseworkStep step) {
        int open = state.consultedItems().size() - state.disclosedItems().size();
        return CaseworkRule.DISCLOSED_FIRST.check(
                open == 0 || !state.terms().steps().asks(step),
                "step",
                step,
                "open",
                open,
                "source",
                state.terms().source(),
                "standing",
                state.terms().reading());
    }

    private Finding awaited(Matter matter) {
        return CaseworkRule.MATTER_AWAITED.check(
                state.undecided().contains(matter), "matter", matter, "awaited", state.undecided());
    }

    private Finding planDecided(List<Motion.Document> papers) {
        String document = state.plan().map(plan -> plan.document().sha256()).orElse("-");
        return CaseworkRule.PLAN_DECIDED.check(
                papers.stream().anyMatch(paper -> paper.sha256().equals(document)),
                "plan",
                document,
                "papers",
                papers.size());
    }

    /** Work and what it costs. */
    private List<Finding> working(CaseworkEvent event) {
        if (event instanceof WorkProgressed progress) {
            return List.of(
                    CaseworkRule.PROGRESS_GROWS.check(
                            progress.done().compareTo(state.done()) >= 0
                                    && progress.done().compareTo(WHOLE) <= 0,
                            "before",
                            state.done(),
                            "now",
                            progress.done()));
        }
        if (event instanceof WorkFinished) {
            return List.of(
                    CaseworkRule.WORK_DONE.check(state.done().equals(WHOLE), "done", state.done()));
        }
        if (event instanceof SpendingReturned back) {
            return returned(back.returned());
        }
        return event instanceof SpendingNamed named ? payment(named.payment()) : List.of();
    }

    private List<Finding> returned(PaymentReturn back) {
        long kept = state.keptFen(back.disbursement());
        return List.of(
                CaseworkRule.SPENDING_KNOWN.check(
                        state.hasPaid(back.disbursement()), "disbursement", back.disbursement()),
                CaseworkRule.RETURN_ONCE.check(
                        !state.hasReturn(back.reference()), "reference", back.reference()),
                CaseworkRule.RETURN_WITHIN_SPENDING.check(
                        back.amountFen() <= kept,
                        "disbursement",
                        back.disbursement(),
                        "amount",
                        back.amountFen(),
                        "kept",
                        kept));
    }

    private List<Finding> payment(PaymentReference payment) {
        long budget = state.plan().map(CasePlan::budgetFen).orElse(0L);
        return List.of(
                CaseworkRule.SPENDING_ONCE.check(
                        !state.hasPaid(payment.disbursement()),
                        "disbursement",
                        payment.disbursement()),
                CaseworkRule.SPENDING_WITHIN_BUDGET.check(
                        payment.amountFen() <= budget - state.spentFen(),
                        "amount",
                        payment.amountFen(),
                        "spent",
                        state.spentFen(),
                        "budget",
                        budget));
    }

    /** Disputes and evaluation. */
    private List<Finding> settling(CaseworkEvent event) {
        if (event instanceof DisputeRaised raised) {
            return List.of(disputeState(raised.dispute(), false));
        }
        if (event instanceof DisputeEnded ended) {
            return List.of(disputeState(ended.dispute(), true), proven(ended));
        }
        if (event instanceof ResultRated rated) {
            return rating(rated, Set.of(), Set.of());
        }
        if (event instanceof ResultsRated many) {
            return ratings(many);
        }
        if (event instanceof CaseClosed) {
            return List.of(
                    coverage(
                            CaseworkRule.EVALUATION_COVERAGE,
                            state.ratedCount(),
                            state.terms().evaluation()),
                    CaseworkRule.DISPUTES_ENDED.check(
                            state.openDisputes().isEmpty(), "open", state.openDisputes()),
                    disclosedFirst(CaseworkStep.DISCLOSURE_BEFORE_CLOSE));
        }
        return List.of();
    }

    private Finding disputeState(CaseId dispute, boolean open) {
        return CaseworkRule.DISPUTE_STATE.check(
                state.raisedAt(dispute).isPresent() == open, "dispute", dispute);
    }

    private Finding proven(DisputeEnded ended) {
        Instant concluded = ended.proof().concludedAt();
        boolean since =
                state.raisedAt(ended.dispute())
                        .filter(raised -> !concluded.isBefore(raised))
                        .isPresent();
        return CaseworkRule.DISPUTE_PROVEN.check(
                since && !concluded.isAfter(ended.occurredAt()),
                "dispute",
                ended.dispute(),
                "concluded",
                concluded,
                "since",
                since(ended.dispute()));
    }

    private String since(CaseId dispute) {
        return state.raisedAt(dispute).map(Instant::toString).orElse("-");
    }

    private List<Finding> ratings(ResultsRated many) {
        List<Finding> found = new ArrayList<>();
        found.add(
                SurveyJudge.atOnce(
                        many.ratings().stream().flatMap(r -> r.units().stream()).toList()));
        Set<UnitId> units = new HashSet<>();
        Set<PersonId> raters = new HashSet<>();
        for (ResultRated rated : many.each()) {
            found.addAll(rating(rated, units, raters));
            units.addAll(rated.units());
            raters.add(rated.rater());
        }
        return found;
    }

    /** Beside those of the same record that come before it. */
    private List<Finding> rating(ResultRated rated, Set<UnitId> units, Set<PersonId> raters) {
        List<Finding> found = new ArrayList<>();
        for (UnitId unit : rated.units()) {
            found.add(new SurveyJudge(state).unitOfCase(unit));
            found.add(
                    CaseworkRule.UNIT_RATED_ONCE.check(
                            !state.isRated(unit) && !units.contains(unit), "unit", unit));
        }
        found.add(
                CaseworkRule.RATER_UNITS.check(
                        rated.units().size() <= state.terms().unitsPerRater(),
                        "units",
                        rated.units().size(),
                        "limit",
                        state.terms().unitsPerRater(),
                        "source",
                        state.terms().source(),
                        "standing",
                        state.terms().reading()));
        found.add(
                CaseworkRule.RATING.check(
                        rated.rating() >= 1
                                && rated.rating() <= 5
                                && !rated.units().isEmpty()
                                && !state.ratings().containsKey(rated.rater())
                                && !raters.contains(rated.rater()),
                        "units",
                        rated.units().size(),
                        "rating",
                        rated.rating()));
        return found;
    }

    Finding coverage(CaseworkRule rule, long reached, Ratio needed) {
        Threshold threshold = new Threshold.AtLeast(needed);
        int units = state.units().size();
        return rule.check(
                threshold.isMetBy(reached, units),
                "reached",
                reached,
                "units",
                units,
                "threshold",
                threshold,
                "source",
                state.terms().source(),
                "standing",
                state.terms().reading());
    }
}
