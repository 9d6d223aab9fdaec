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
import io.github.xinyi.governance.casework.CaseworkEvent.MatterDeclared;
import io.github.xinyi.governance.casework.CaseworkEvent.OpinionsCollected;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDeclined;
import io.github.xinyi.governance.casework.CaseworkEvent.PlanDrawn;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureFollowed;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultRated;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingNamed;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkFinished;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
 * One case through all its stages, as its events have made it, for example the repair of an
 * insulated wall: visits by squads, consultation, the owners' decision, work in public, disputes,
 * evaluation.
 *
 * <p>A command changes nothing: it answers with the event to record, or with every rule in the way.
 * A case that touches one of the nine matters is decided by a {@link Resolution} for each, and by
 * nothing else. Immutable. Source: Civil Code art. 278 para. 1; the stages are our reading of the
 * article.
 *
 * @since 0.1.0
 */
public final class Casework {

    /**
     * The greatest number of units of a case. Each visit is a record, and a case has at most {@link
     * #MAX_EVENTS}: where a locality asks that every unit be met, some 6,000 are the practical end.
     */
    public static final int MAX_UNITS = 100_000;

    /** The greatest number of units that one event names, so that a store can keep it. */
    public static final int MAX_UNITS_AT_ONCE = 500;

    /** The most members of a squad. */
    public static final int MAX_SQUAD = 20;

    /** The most photos of one report. */
    public static final int MAX_PHOTOS = 20;

    /** The longest text of a component, in characters. */
    public static final int MAX_TEXT = 500;

    /** The fewest units behind a figure that everybody sees. */
    public static final int MIN_SHOWN = 5;

    /** The most events of a case; only what ends it is recorded beyond them. */
    public static final int MAX_EVENTS = 9_900;

    private final List<CaseworkEvent> history = new ArrayList<>();
    private final CaseOpened opening;
    private final Map<SquadId, SquadFormed> squads = new TreeMap<>();
    private final Map<UnitId, SquadFormed> squadOf = new HashMap<>();
    private final SortedMap<UnitId, UnitVisited> visits = new TreeMap<>();
    private final Set<String> consulted = new LinkedHashSet<>();
    private final Set<String> disclosed = new LinkedHashSet<>();
    private final SortedSet<Matter> matters = new TreeSet<>();
    private final SortedSet<Matter> undecided = new TreeSet<>();
    private final SortedMap<Matter, MatterVote> decisions = new TreeMap<>();
    private final Set<MatterVote> revoked = new LinkedHashSet<>();
    private final SortedMap<Matter, ProcedureId> procedures = new TreeMap<>();
    private final List<CasePlan> plans = new ArrayList<>();
    private final Map<String, PaymentReference> payments = new LinkedHashMap<>();
    private final SortedMap<CaseId, Instant> openDisputes = new TreeMap<>();
    private final SortedMap<CaseId, Ending> endedDisputes = new TreeMap<>();
    private final SortedMap<PersonId, ResultRated> ratings = new TreeMap<>();
    private SortedSet<UnitId> units;
    private Ratio done = Ratio.of(0, 1);
    private Stage stage = Stage.OPINIONS;
    private Instant planDrawnAt;
    private Instant last;

    private Casework(CaseOpened opening) {
        this.history.add(opening);
        this.opening = opening;
        this.units = opening.units();
        this.matters.addAll(opening.matters());
        this.undecided.addAll(opening.matters());
        this.planDrawnAt = opening.occurredAt();
        this.last = opening.occurredAt();
    }

    private Casework(Casework other) {
        this.opening = other.opening;
        this.history.addAll(other.history);
        this.squads.putAll(other.squads);
        this.squadOf.putAll(other.squadOf);
        this.visits.putAll(other.visits);
        this.consulted.addAll(other.consulted);
        this.disclosed.addAll(other.disclosed);
        this.matters.addAll(other.matters);
        this.undecided.addAll(other.undecided);
        this.decisions.putAll(other.decisions);
        this.revoked.addAll(other.revoked);
        this.procedures.putAll(other.procedures);
        this.units = other.units;
        this.plans.addAll(other.plans);
        this.payments.putAll(other.payments);
        this.openDisputes.putAll(other.openDisputes);
        this.endedDisputes.putAll(other.endedDisputes);
        this.ratings.putAll(other.ratings);
        this.done = other.done;
        this.stage = other.stage;
        this.planDrawnAt = other.planDrawnAt;
        this.last = other.last;
    }

    /**
     * Opens a case.
     *
     * @param opened its name, title, kind, matters as declared, units, and the terms of the
     *     locality
     * @return the event, or every rule in the way
     * @throws IllegalArgumentException if the title is blank or longer than {@link #MAX_TEXT}
     */
    public static Outcome<CaseworkEvent> open(CaseOpened opened) {
        requireText(opened.title());
        return answer(opened, CaseworkJudge.opening(opened));
    }

    /**
     * The case that a history has made; every event is judged again, by the terms under which the
     * case was opened.
     *
     * @param history its events, the opening first
     * @return the case
     * @throws IllegalArgumentException if no commands could have made this history
     */
    public static Casework from(List<CaseworkEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof CaseOpened opened)) {
            throw new IllegalArgumentException("a case begins with its opening");
        }
        requireMet(opened, CaseworkJudge.opening(opened));
        Casework state = new Casework(opened);
        for (CaseworkEvent event : history.subList(1, history.size())) {
            state.append(event);
        }
        return state;
    }

    /**
     * The case after one more event.
     *
     * @param event what a command of this case has answered
     * @return the later case
     * @throws IllegalArgumentException if no command of this case records it
     */
    public Casework after(CaseworkEvent event) {
        Casework later = new Casework(this);
        later.append(event);
        return later;
    }

    /** Only while nobody else sees this case. */
    private void append(CaseworkEvent event) {
        requireMet(event, new CaseworkJudge(this).judge(event));
        history.add(event);
        apply(event);
    }

    private static void requireMet(CaseworkEvent event, List<Finding> findings) {
        Ruling ruling = new Ruling(findings);
        if (ruling.verdict() != Verdict.MET) {
            throw new IllegalArgumentException("no command records " + event + ": " + ruling);
        }
    }

    private void apply(CaseworkEvent event) {
        if (event instanceof SquadFormed formed) {
            squads.put(formed.squad(), formed);
            formed.units().forEach(unit -> squadOf.put(unit, formed));
        } else if (event instanceof UnitVisited visited) {
            ContactCoverage.add(visits, visited);
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
        } else if (event instanceof UnitsConcerned more) {
            SortedSet<UnitId> all = new TreeSet<>(units);
            all.addAll(more.units());
            units = Collections.unmodifiableSortedSet(all);
        } else if (!applyDecision(event)) {
            applyLater(event);
        }
        stage = stageAfter(event);
        last = event.occurredAt();
    }

    private boolean applyDecision(CaseworkEvent event) {
        if (event instanceof OwnersDecided decided) {
            decided(decided.matter(), new MatterVote(decided.meeting(), decided.motion()));
        } else if (event instanceof ProcedureDecided decided) {
            decided(decided.matter(), new MatterVote(decided.meeting(), decided.motion()));
        } else if (event instanceof ProcedureFollowed followed) {
            procedures.put(followed.matter(), followed.procedure());
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
        done = Ratio.of(0, 1);
        ratings.clear();
    }

    /** What happens from the decision on, and disputes. */
    private void applyLater(CaseworkEvent event) {
        if (event instanceof WorkProgressed progress) {
            done = progress.done();
        } else if (event instanceof SpendingNamed named) {
            payments.put(named.payment().disbursement(), named.payment());
        } else if (event instanceof DisputeRaised raised) {
            openDisputes.put(raised.dispute(), raised.occurredAt());
            endedDisputes.remove(raised.dispute());
        } else if (event instanceof DisputeEnded ended) {
            openDisputes.remove(ended.dispute());
            endedDisputes.put(ended.dispute(), ended.ending());
        } else if (event instanceof ResultRated rated) {
            ratings.put(rated.rater(), rated);
        } else if (event instanceof CaseReopened) {
            done = Ratio.of(0, 1);
            ratings.clear();
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
     * @return each by its matter; a matter without one is decided by any resolution on the plan
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
        return Collections.unmodifiableSortedSet(units);
    }

    /**
     * The units concerned in one figure, for example to compare two lists of a large community.
     *
     * @return the SHA-256 of their names in their order, each with a line feed, in 64 hexadecimal
     *     digits; the same in however many events they were named
     */
    public String unitsDigest() {
        StringBuilder names = new StringBuilder();
        units.forEach(unit -> names.append(unit.value()).append('\n'));
        return CasePlan.sha256(names.toString());
    }

    /**
     * Whose opinion was asked for.
     *
     * @return the units concerned, each once, by what its visits came to
     */
    public ContactCoverage contact() {
        return new ContactCoverage(units, visits.values());
    }

    /**
     * What one squad has done of it.
     *
     * @param squad its name
     * @return the units it visits; empty if there is no such squad
     */
    public Optional<ContactCoverage> contactOf(SquadId squad) {
        return Optional.ofNullable(squads.get(squad))
                .map(
                        formed ->
                                new ContactCoverage(
                                        formed.units(),
                                        visits.values().stream()
                                                .filter(v -> formed.units().contains(v.unit()))
                                                .toList()));
    }

    /**
     * The squads that visit.
     *
     * @return by name
     */
    public Set<SquadId> squads() {
        return Collections.unmodifiableSet(squads.keySet());
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
     * What all payments come to.
     *
     * @return in fen; never more than the budget
     */
    public long spentFen() {
        return payments.values().stream().mapToLong(PaymentReference::amountFen).sum();
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
        SortedSet<UnitId> units = new TreeSet<>();
        ratings.values().forEach(rated -> units.addAll(rated.units()));
        return units;
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
     * Names further units concerned, while opinions are collected.
     *
     * @param more 1 to {@link #MAX_UNITS_AT_ONCE}, none of them named before
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> concern(Set<UnitId> more, Instant at) {
        return decide(new UnitsConcerned(community(), at, new TreeSet<>(more)));
    }

    /**
     * Forms a squad.
     *
     * @param squad its name
     * @param members 1 to {@link #MAX_SQUAD}
     * @param units whom it visits, at least one
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> formSquad(
            SquadId squad, Set<PersonId> members, Set<UnitId> units, Instant at) {
        return decide(
                new SquadFormed(
                        community(), at, squad, new TreeSet<>(members), new TreeSet<>(units)));
    }

    /**
     * Records a visit; a unit counts once, by the last visit that met somebody.
     *
     * @param unit the unit
     * @param visitor a member of the unit's squad
     * @param result what it came to
     * @param note what was said, at most {@link #MAX_TEXT} characters; never shown to the public
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> visit(
            UnitId unit, PersonId visitor, ContactResult result, String note, Instant at) {
        if (note.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a note of " + note.length() + " characters");
        }
        return decide(new UnitVisited(community(), at, unit, visitor, result, note));
    }

    /**
     * Ends the collection of opinions.
     *
     * @param at when
     * @return the event; refused until enough units were asked
     */
    public Outcome<CaseworkEvent> collectOpinions(Instant at) {
        return decide(new OpinionsCollected(community(), at));
    }

    /**
     * Records a consultation.
     *
     * @param items the names of what was consulted on, 1 to 100, each new, each at most 64
     *     characters
     * @param minutesDigest SHA-256 of the minutes, 64 hexadecimal digits
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> consult(List<String> items, String minutesDigest, Instant at) {
        requireDigest(minutesDigest);
        return decide(new ItemsConsulted(community(), at, List.copyOf(items), minutesDigest));
    }

    /**
     * Discloses what was consulted on, at any later stage too.
     *
     * @param item the item
     * @param place where it can be read, 1 to {@link #MAX_TEXT} characters
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> disclose(String item, String place, Instant at) {
        requireText(place);
        return decide(new ItemDisclosed(community(), at, item, place));
    }

    /**
     * Adds a matter that only the owners decide; none is ever taken back.
     *
     * @param matter which of the nine
     * @param declaredBy who declares it and answers for it
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> declare(Matter matter, PersonId declaredBy, Instant at) {
        return decide(new MatterDeclared(community(), at, matter, declaredBy));
    }

    /**
     * Draws up the plan that is to be decided on, or another one instead.
     *
     * @param drawn the plan of this case
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> draw(CasePlan drawn, Instant at) {
        return decide(new PlanDrawn(community(), at, drawn));
    }

    /**
     * Notes that the owners adopted a matter of the case.
     *
     * @param resolution what they adopted; {@link CasePlan#document} of the plan must be among the
     *     papers that it decides
     * @param at when it is noted, not before its adoption
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> decideBy(Resolution resolution, Instant at) {
        return decide(
                new OwnersDecided(
                        resolution.community(),
                        at,
                        resolution.matter(),
                        resolution.meeting(),
                        resolution.motion().id(),
                        resolution.motion().documents(),
                        resolution.adoptedAt()));
    }

    /**
     * Lets a matter of the case go through a procedure, which alone decides it from then on.
     *
     * @param procedure one that serves this case, on a matter that is still undecided
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> follow(Procedure procedure, Instant at) {
        return procedure
                .caseId()
                .map(
                        served ->
                                decide(
                                        new ProcedureFollowed(
                                                procedure.community(),
                                                at,
                                                procedure.motion().matter(),
                                                procedure.id(),
                                                served)))
                .orElseGet(() -> Outcome.refused(new Ruling(owners().unlinked(procedure, at))));
    }

    /**
     * Notes that the owners adopted a matter of the case in its procedure.
     *
     * @param procedure the one followed; its decision stands, and has been shown to the end
     * @param at when it is noted
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> decideBy(Procedure procedure, Instant at) {
        return procedure
                .decision()
                .flatMap(
                        decision ->
                                procedure
                                        .decisionShownAt()
                                        .map(shown -> decided(procedure, decision, shown, at)))
                .map(this::decide)
                .orElseGet(() -> Outcome.refused(new Ruling(owners().notShown(procedure, at))));
    }

    private static CaseworkEvent decided(
            Procedure procedure, OwnersResolved decision, Instant shown, Instant at) {
        return new ProcedureDecided(
                procedure.community(),
                at,
                decision.motion().matter(),
                procedure.id(),
                decision.meeting(),
                decision.motion().id(),
                decision.motion().documents(),
                decision.adoptedAt(),
                shown);
    }

    /**
     * Notes that a decision of the owners was revoked. Its matter is undecided again: no work is
     * reported and no payment named until the owners have decided anew, in a closed case too.
     *
     * @param revocation what the meeting has on record
     * @param at when it is noted
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> revoke(DecisionRevoked revocation, Instant at) {
        return decide(
                new OwnersDecisionRevoked(
                        revocation.community(),
                        at,
                        revocation.meeting(),
                        revocation.motion(),
                        revocation.occurredAt(),
                        revocation.revokedOn(),
                        revocation.by()));
    }

    /**
     * Notes what a body decided; refused where the case touches an owners' matter.
     *
     * @param body who decided, 1 to 64 characters
     * @param minutesDigest SHA-256 of the minutes, 64 hexadecimal digits
     * @param decided the plan that it decided on, by {@link CasePlan#document}
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> decideBy(
            String body, String minutesDigest, Motion.Document decided, Instant at) {
        requireDigest(minutesDigest);
        requireName(body);
        return decide(new BodyDecided(community(), at, body, minutesDigest, decided));
    }

    /**
     * Notes that the owners did not adopt a matter of the case, which ends it.
     *
     * @param result the result of the vote: rejected, or no quorum, on the plan of this case,
     *     closed since it was drawn up
     * @param at when it is noted
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> decline(MotionResult result, Instant at) {
        return decide(
                new OwnersDeclined(
                        result.meeting().community(),
                        at,
                        result.motion().matter(),
                        result.meeting().id(),
                        result.motion().id(),
                        result.motion().documents(),
                        result.result(),
                        result.meeting().closesAt()));
    }

    /**
     * Reports work, for everybody to see.
     *
     * @param report what was done, 1 to {@link #MAX_TEXT} characters, no personal data
     * @param share how much is done in all, never less than before
     * @param photos SHA-256 of each photo, at most {@link #MAX_PHOTOS}
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> progress(
            String report, Ratio share, List<String> photos, Instant at) {
        requireText(report);
        photos.forEach(Casework::requireDigest);
        return decide(new WorkProgressed(community(), at, report, share, List.copyOf(photos)));
    }

    /**
     * Names a payment made for the case.
     *
     * @param payment the disbursement, by reference to the accounts
     * @param at when
     * @return the event, or every rule in the way; refused beyond the budget that was decided
     */
    public Outcome<CaseworkEvent> nameSpending(PaymentReference payment, Instant at) {
        return decide(new SpendingNamed(community(), at, payment));
    }

    /**
     * Ends the work.
     *
     * @param at when
     * @return the event; refused until all of it is reported as done
     */
    public Outcome<CaseworkEvent> finishWork(Instant at) {
        return decide(new WorkFinished(community(), at));
    }

    /**
     * Raises a dispute, or raises an ended one again.
     *
     * @param dispute its case in the grid
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> raiseDispute(CaseId dispute, Instant at) {
        return decide(new DisputeRaised(community(), at, dispute));
    }

    /**
     * Ends a dispute by a mediation agreement.
     *
     * @param mediation a round whose agreement is in effect and not broken, of a dispute that is
     *     open here
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> endDispute(Mediation mediation, Instant at) {
        return EndingProof.of(mediation, at)
                .map(ended -> endDispute(mediation.community(), mediation.caseId(), ended, at))
                .orElseGet(() -> unproven(mediation.caseId(), at));
    }

    /**
     * Ends a dispute as its case in the grid did: with an agreement, or handed on.
     *
     * @param grid the whole history of that case, at least its first event
     * @param at when
     * @return the event, or every rule in the way
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public Outcome<CaseworkEvent> endDispute(List<CaseEvent> grid, Instant at) {
        CaseEvent first = grid.get(0);
        return EndingProof.of(grid)
                .map(ended -> endDispute(first.community(), first.caseId(), ended, at))
                .orElseGet(() -> unproven(first.caseId(), at));
    }

    private Outcome<CaseworkEvent> endDispute(
            CommunityId where, CaseId dispute, EndingProof.Ended ended, Instant at) {
        return decide(new DisputeEnded(where, at, dispute, ended.ending(), ended.proof()));
    }

    private Outcome<CaseworkEvent> unproven(CaseId dispute, Instant at) {
        return Outcome.refused(new Ruling(new CaseworkJudge(this).unproven(dispute, at)));
    }

    /**
     * Records what a person says of the result; the first rating stands. That the person speaks for
     * the units is for the caller to know.
     *
     * @param rater who, by reference
     * @param units for which units concerned, at least one
     * @param rating 1 to 5
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> rate(PersonId rater, Set<UnitId> units, int rating, Instant at) {
        return decide(new ResultRated(community(), at, rater, new TreeSet<>(units), rating));
    }

    /**
     * Hands the case on, because it can not go on here; possible at every stage until it has ended.
     *
     * @param body to whom, 1 to 64 characters, for everybody to read
     * @param reason why, 1 to {@link #MAX_TEXT} characters; never shown to the public
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> escalate(String body, String reason, Instant at) {
        requireName(body);
        requireText(reason);
        return decide(new CaseEscalated(community(), at, body, reason));
    }

    /**
     * Closes the case.
     *
     * @param at when
     * @return the event; refused while too few have rated or a dispute is open
     */
    public Outcome<CaseworkEvent> close(Instant at) {
        return decide(new CaseClosed(community(), at));
    }

    /**
     * Opens a closed case again, because work is left to do under the plan decided; what was done
     * and rated stays in the history, and is reported and rated anew.
     *
     * @param reason why, 1 to {@link #MAX_TEXT} characters; never shown to the public
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> reopen(String reason, Instant at) {
        requireText(reason);
        return decide(new CaseReopened(community(), at, reason));
    }

    private OwnersJudge owners() {
        return new OwnersJudge(this);
    }

    boolean standsOn(MatterVote vote) {
        return decisions.containsValue(vote);
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
        return Optional.ofNullable(squadOf.get(unit));
    }

    boolean hasPaid(String disbursement) {
        return payments.containsKey(disbursement);
    }

    /** When an open dispute was last raised. */
    Optional<Instant> raisedAt(CaseId dispute) {
        return Optional.ofNullable(openDisputes.get(dispute));
    }

    private Outcome<CaseworkEvent> decide(CaseworkEvent event) {
        return answer(event, new CaseworkJudge(this).judge(event));
    }

    private static Outcome<CaseworkEvent> answer(CaseworkEvent event, List<Finding> findings) {
        Ruling ruling = new Ruling(findings);
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private static void requireText(String text) {
        if (!PublicText.isName(text, MAX_TEXT)) {
            throw new IllegalArgumentException("no usable text: " + text.length() + " characters");
        }
    }

    private static void requireName(String body) {
        if (!PublicText.isName(body, 64)) {
            throw new IllegalArgumentException("no name of a body: " + body);
        }
    }

    private static void requireDigest(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256 in hexadecimal: " + digest);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Casework that && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code anheyuan C-2024-0007 IMPLEMENTATION}. */
    @Override
    public String toString() {
        return community() + " " + id() + " " + stage;
    }
}
