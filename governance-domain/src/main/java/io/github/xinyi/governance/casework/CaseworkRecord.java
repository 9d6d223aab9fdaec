package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.BodyDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseEscalated;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
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
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a case stands by its events, for example at {@link Stage#IMPLEMENTATION} with 118 of 120
 * units asked; what can be done next is {@link Casework}. Immutable once anybody else sees it.
 *
 * @since 0.1.0
 */
public abstract sealed class CaseworkRecord permits Casework {

    private final List<CaseworkEvent> history = new ArrayList<>();
    private final CaseOpened opening;
    private final Set<String> consulted = new LinkedHashSet<>();
    private final Set<String> disclosed = new LinkedHashSet<>();
    private final SortedSet<Matter> matters = new TreeSet<>();
    private final SortedSet<Matter> undecided = new TreeSet<>();
    private final SortedMap<Matter, MatterVote> decisions = new TreeMap<>();
    private final Set<MatterVote> revoked = new LinkedHashSet<>();
    private final SortedMap<Matter, ProcedureId> procedures = new TreeMap<>();
    private final SortedSet<Matter> boundByPlan = new TreeSet<>();
    private final List<CasePlan> plans = new ArrayList<>();
    private final List<LocalStep> steps = new ArrayList<>();
    private final Map<String, PaymentReference> payments = new LinkedHashMap<>();
    private final Map<String, PaymentReturn> returns = new LinkedHashMap<>();
    private final SortedMap<CaseId, Instant> openDisputes = new TreeMap<>();
    private final SortedMap<CaseId, Ending> endedDisputes = new TreeMap<>();
    private SortedMap<PersonId, ResultRated> ratings = new TreeMap<>();
    private Set<UnitId> rated = Set.of();
    private Survey survey;
    private RecordNames names;
    private Ratio done = Ratio.of(0, 1);
    private Stage stage = Stage.OPINIONS;
    private Instant planDrawnAt;
    private Instant last;
    private Instant stageSince;

    CaseworkRecord(CaseOpened opening) {
        this.history.add(opening);
        this.opening = opening;
        this.survey = Survey.of(opening.units());
        this.names = RecordNames.NONE.with(opening);
        this.matters.addAll(opening.matters());
        this.undecided.addAll(opening.matters());
        this.planDrawnAt = opening.occurredAt();
        this.last = opening.occurredAt();
        this.stageSince = opening.occurredAt();
    }

    CaseworkRecord(CaseworkRecord other) {
        this.opening = other.opening;
        this.history.addAll(other.history);
        this.survey = other.survey;
        this.names = other.names;
        this.consulted.addAll(other.consulted);
        this.disclosed.addAll(other.disclosed);
        this.matters.addAll(other.matters);
        this.undecided.addAll(other.undecided);
        this.decisions.putAll(other.decisions);
        this.revoked.addAll(other.revoked);
        this.procedures.putAll(other.procedures);
        this.boundByPlan.addAll(other.boundByPlan);
        this.plans.addAll(other.plans);
        this.steps.addAll(other.steps);
        this.payments.putAll(other.payments);
        this.returns.putAll(other.returns);
        this.openDisputes.putAll(other.openDisputes);
        this.endedDisputes.putAll(other.endedDisputes);
        this.ratings = other.ratings;
        this.rated = other.rated;
        this.done = other.done;
        this.stage = other.stage;
        this.planDrawnAt = other.planDrawnAt;
        this.last = other.last;
        this.stageSince = other.stageSince;
    }

    /** Only while nobody else sees this case, with an event that was judged. */
    void add(CaseworkEvent event) {
        history.add(event);
        names = names.with(event);
        apply(event);
    }

    private void apply(CaseworkEvent event) {
        if (event instanceof SquadFormed formed) {
            survey = survey.with(formed);
        } else if (event instanceof UnitVisited visited) {
            survey = survey.with(List.of(visited));
        } else if (event instanceof UnitsVisited round) {
            survey = survey.with(round.visits());
        } else if (event instanceof ItemsConsulted consultation) {
            consulted.addAll(consultation.items());
        } else if (event instanceof ItemDisclosed disclosure) {
            disclosed.add(disclosure.item());
        } else if (event instanceof MatterDeclared declared) {
            matters.add(declared.matter());
            undecided.add(declared.matter());
        } else if (event instanceof PlanDrawn drawn) {
            plans.add(drawn.plan());
            planDrawnAt = drawn.occurredAt();
            boundByPlan.clear();
        } else if (event instanceof UnitsConcerned more) {
            survey = survey.with(more);
        } else if (event instanceof LocalStepTaken taken) {
            steps.add(taken.step());
        } else if (!applyDecision(event)) {
            applyLater(event);
        }
        Stage next = stageAfter(event);
        stageSince = next == stage ? stageSince : event.occurredAt();
        stage = next;
        last = event.occurredAt();
    }

    private boolean applyDecision(CaseworkEvent event) {
        if (event instanceof OwnersDecided decided) {
            decided(decided.matter(), new MatterVote(decided.meeting(), decided.motion()));
        } else if (event instanceof ProcedureDecided decided) {
            decided(decided.matter(), new MatterVote(decided.meeting(), decided.motion()));
        } else if (event instanceof ProcedureFollowed followed) {
            procedures.put(followed.matter(), followed.procedure());
            boundByPlan.add(followed.matter());
        } else if (event instanceof OwnersDecisionRevoked revocation) {
            revoke(new MatterVote(revocation.meeting(), revocation.motion()));
        } else {
            return false;
        }
        return true;
    }

    private void decided(Matter matter, MatterVote vote) {
        undecided.remove(matter);
        decisions.put(matter, vote);
    }

    /** The matter is undecided again; what was done is reported and rated anew. */
    private void revoke(MatterVote vote) {
        revoked.add(vote);
        decisions.entrySet().stream()
                .filter(decision -> decision.getValue().equals(vote))
                .forEach(decision -> undecided.add(decision.getKey()));
        decisions.values().removeIf(vote::equals);
        doAnew();
    }

    private void doAnew() {
        steps.removeIf(
                step -> Set.of(CaseworkSteps.WORK, CaseworkSteps.CLOSE).contains(step.before()));
        done = Ratio.of(0, 1);
        ratings = new TreeMap<>();
        rated = Set.of();
    }

    /** Copies the ratings only here, so that no other event of a large case pays for them. */
    private void rate(List<ResultRated> more) {
        SortedMap<PersonId, ResultRated> all = new TreeMap<>(ratings);
        Set<UnitId> units = new HashSet<>(rated);
        for (ResultRated one : more) {
            all.put(one.rater(), one);
            units.addAll(one.units());
        }
        ratings = all;
        rated = units;
    }

    /** What happens from the decision on, and disputes. */
    private void applyLater(CaseworkEvent event) {
        if (event instanceof WorkProgressed progress) {
            done = progress.done();
        } else if (event instanceof SpendingNamed named) {
            payments.put(named.payment().disbursement(), named.payment());
        } else if (event instanceof SpendingReturned back) {
            returns.put(back.returned().reference(), back.returned());
        } else if (event instanceof DisputeRaised raised) {
            openDisputes.put(raised.dispute(), raised.occurredAt());
            endedDisputes.remove(raised.dispute());
        } else if (event instanceof DisputeEnded ended) {
            openDisputes.remove(ended.dispute());
            endedDisputes.put(ended.dispute(), ended.ending());
        } else if (event instanceof ResultRated one) {
            rate(List.of(one));
        } else if (event instanceof ResultsRated many) {
            rate(many.each());
        } else if (event instanceof CaseReopened) {
            doAnew();
        }
    }

    private Stage stageAfter(CaseworkEvent event) {
        if (event instanceof OpinionsCollected) {
            return Stage.CONSULTATION;
        }
        if (event instanceof OwnersDeclined) {
            return Stage.REJECTED;
        }
        if (event instanceof OwnersDecisionRevoked) {
            return Stage.DECISION;
        }
        if (event instanceof BodyDecided
                || event instanceof OwnersDecided
                || event instanceof ProcedureDecided) {
            return undecided.isEmpty() ? Stage.IMPLEMENTATION : Stage.DECISION;
        }
        if (event instanceof WorkFinished) {
            return Stage.EVALUATION;
        }
        if (event instanceof CaseEscalated) {
            return Stage.ESCALATED;
        }
        if (event instanceof CaseReopened) {
            return Stage.IMPLEMENTATION;
        }
        return event instanceof CaseClosed ? Stage.CLOSED : stage;
    }

    /**
     * Where the case is.
     *
     * @return the community
     */
    public CommunityId community() {
        return opening.community();
    }

    /**
     * Its name.
     *
     * @return once within its community
     */
    public CaseId id() {
        return opening.caseId();
    }

    /**
     * How far it is.
     *
     * @return the stage
     */
    public Stage stage() {
        return stage;
    }

    /**
     * By when the stage should end, as the place asks it of the visits and of the ratings.
     *
     * @return the last day in China; empty where none is set
     */
    public Optional<LocalDate> dueOn() {
        return opening.terms().steps().lastDay(stage, day(stageSince));
    }

    /**
     * Whether the stage should have ended before.
     *
     * @param today the day asked about
     * @return true from the day after the last day on, while the stage goes on
     */
    public boolean isLate(LocalDate today) {
        return dueOn().filter(today::isAfter).isPresent();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    /**
     * The owners' matters that no resolution has decided yet.
     *
     * @return empty where there are none, or none is left
     */
    public SortedSet<Matter> undecided() {
        return Collections.unmodifiableSortedSet(undecided);
    }

    /**
     * The owners' matters that were declared, decided ones too.
     *
     * @return at least those that the kind of the case entails
     */
    public SortedSet<Matter> matters() {
        return Collections.unmodifiableSortedSet(matters);
    }

    /**
     * The procedures through which owners' matters of the case go.
     *
     * @return each by its matter, the last that it followed; a matter without one is decided by any
     *     resolution on the plan
     */
    public SortedMap<Matter, ProcedureId> procedures() {
        return Collections.unmodifiableSortedMap(procedures);
    }

    /**
     * The units concerned.
     *
     * @return all that were named so far
     */
    public SortedSet<UnitId> units() {
        return survey.units();
    }

    /**
     * The units concerned in one figure, for example to compare two lists of a large community.
     *
     * @return the SHA-256 of their names in their order, each with a line feed, in 64 hexadecimal
     *     digits; the same in however many events they were named
     */
    public String unitsDigest() {
        StringBuilder names = new StringBuilder();
        units().forEach(unit -> names.append(unit.value()).append('\n'));
        return CasePlan.sha256(names.toString());
    }

    /**
     * Whose opinion was asked for.
     *
     * @return the units concerned, each once, by what its visits came to
     */
    public ContactCoverage contact() {
        return survey.contact();
    }

    /**
     * What one squad has done of it.
     *
     * @param squad its name
     * @return the units it visits; empty if there is no such squad
     */
    public Optional<ContactCoverage> contactOf(SquadId squad) {
        return survey.contactOf(squad);
    }

    /**
     * The squads that visit.
     *
     * @return by name
     */
    public Set<SquadId> squads() {
        return survey.squads();
    }

    /**
     * What the case is to do and may cost.
     *
     * @return the last plan drawn up; empty before the first
     */
    public Optional<CasePlan> plan() {
        return plans.stream().reduce((earlier, later) -> later);
    }

    /**
     * What was consulted on.
     *
     * @return the items in the order of consultation
     */
    public Set<String> consultedItems() {
        return Collections.unmodifiableSet(consulted);
    }

    /**
     * What of it was disclosed.
     *
     * @return the items in the order of disclosure
     */
    public Set<String> disclosedItems() {
        return Collections.unmodifiableSet(disclosed);
    }

    /**
     * The payments made for the case.
     *
     * @return the references, in the order named
     */
    public Collection<PaymentReference> payments() {
        return Collections.unmodifiableCollection(payments.values());
    }

    /**
     * What came back of them.
     *
     * @return the references, in the order named
     */
    public Collection<PaymentReturn> returns() {
        return Collections.unmodifiableCollection(returns.values());
    }

    /**
     * What all payments come to, without what came back.
     *
     * @return in fen, from 0; never more than the budget
     */
    public long spentFen() {
        long paid = payments.values().stream().mapToLong(PaymentReference::amountFen).sum();
        return paid - returns.values().stream().mapToLong(PaymentReturn::amountFen).sum();
    }

    /**
     * The disputes that have not ended.
     *
     * @return their cases in the grid
     */
    public SortedSet<CaseId> openDisputes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(openDisputes.keySet()));
    }

    /**
     * The disputes that have ended and were not raised again.
     *
     * @return how each ended
     */
    public SortedMap<CaseId, Ending> endedDisputes() {
        return Collections.unmodifiableSortedMap(endedDisputes);
    }

    /**
     * What persons said of the result since the work was last finished.
     *
     * @return one rating each; not for the public
     */
    public SortedMap<PersonId, ResultRated> ratings() {
        return Collections.unmodifiableSortedMap(ratings);
    }

    /**
     * The units for which somebody has rated.
     *
     * @return each once, however many of its owners rated
     */
    public SortedSet<UnitId> ratedUnits() {
        return new TreeSet<>(rated);
    }

    /**
     * Everything that happened.
     *
     * @return the events, the opening first
     */
    public List<CaseworkEvent> history() {
        return Collections.unmodifiableList(history);
    }

    /**
     * What everybody may follow, like a parcel's way: no persons, no units, no notes.
     *
     * @return a line for each event that concerns the public, the earliest first
     */
    public List<TimelineEntry> timeline() {
        return TimelineEntry.of(history);
    }

    /**
     * The steps of the place that were taken, those before the work only since it began anew.
     *
     * @return in the order taken
     */
    public List<LocalStep> localSteps() {
        return List.copyOf(steps);
    }

    boolean standsOn(MatterVote vote) {
        return decisions.containsValue(vote);
    }

    /** The procedures by which that vote decided matters of the case. */
    List<ProcedureId> proceduresOf(MatterVote vote) {
        return decisions.entrySet().stream()
                .filter(decision -> decision.getValue().equals(vote))
                .flatMap(d -> Optional.ofNullable(procedures.get(d.getKey())).stream())
                .toList();
    }

    /** Whether a procedure is followed since the last plan was drawn up. */
    boolean isBound(Matter matter) {
        return boundByPlan.contains(matter);
    }

    boolean isRevoked(MatterVote vote) {
        return revoked.contains(vote);
    }

    CaseworkTerms terms() {
        return opening.terms();
    }

    CaseOpened opening() {
        return opening;
    }

    /** From when on the owners can decide: the last plan, or before the first the opening. */
    Instant planDrawnAt() {
        return planDrawnAt;
    }

    Instant last() {
        return last;
    }

    Ratio done() {
        return done;
    }

    Optional<SquadFormed> squadOf(UnitId unit) {
        return survey.squadOf(unit);
    }

    boolean isRated(UnitId unit) {
        return rated.contains(unit);
    }

    int ratedCount() {
        return rated.size();
    }

    RecordNames names() {
        return names;
    }

    boolean hasPaid(String disbursement) {
        return payments.containsKey(disbursement);
    }

    boolean hasReturn(String reference) {
        return returns.containsKey(reference);
    }

    /** What a payment still stands for; 0 for one that was not named. */
    long keptFen(String disbursement) {
        long paid =
                Optional.ofNullable(payments.get(disbursement))
                        .map(PaymentReference::amountFen)
                        .orElse(0L);
        return paid
                - returns.values().stream()
                        .filter(back -> back.disbursement().equals(disbursement))
                        .mapToLong(PaymentReturn::amountFen)
                        .sum();
    }

    /** When an open dispute was last raised. */
    Optional<Instant> raisedAt(CaseId dispute) {
        return Optional.ofNullable(openDisputes.get(dispute));
    }
}
