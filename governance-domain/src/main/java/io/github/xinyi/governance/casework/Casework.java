package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.BodyDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.OpinionsCollected;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDeclined;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultRated;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingNamed;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkFinished;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** The greatest number of units of a case, so that its opening fits into one stored event. */
    public static final int MAX_UNITS = 500;

    /** The most members of a squad. */
    public static final int MAX_SQUAD = 20;

    /** The longest text of a component, in characters. */
    public static final int MAX_TEXT = 500;

    /** The fewest units behind a figure that everybody sees. */
    public static final int MIN_SHOWN = 5;

    private static final Ratio WHOLE = Ratio.of(1, 1);

    /** All stages of a case that has not ended. */
    private static final List<Stage> RUNNING =
            List.of(
                    Stage.OPINIONS,
                    Stage.CONSULTATION,
                    Stage.DECISION,
                    Stage.IMPLEMENTATION,
                    Stage.EVALUATION);

    private final CaseworkTerms terms;
    private final List<CaseworkEvent> history;
    private final CaseOpened opening;
    private final Map<SquadId, SquadFormed> squads = new TreeMap<>();
    private final Map<UnitId, SquadFormed> squadOf = new HashMap<>();
    private final SortedMap<UnitId, UnitVisited> visits = new TreeMap<>();
    private final Set<String> consulted = new LinkedHashSet<>();
    private final Set<String> disclosed = new LinkedHashSet<>();
    private final SortedSet<Matter> undecided = new TreeSet<>();
    private final Set<String> spending = new LinkedHashSet<>();
    private final SortedSet<CaseId> openDisputes = new TreeSet<>();
    private final SortedMap<CaseId, Ending> endedDisputes = new TreeMap<>();
    private final SortedMap<UnitId, Integer> ratings = new TreeMap<>();
    private Ratio done = Ratio.of(0, 1);
    private Stage stage = Stage.OPINIONS;
    private Instant last;

    private Casework(CaseworkTerms terms, List<CaseworkEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof CaseOpened opened)) {
            throw new IllegalArgumentException("a case begins with its opening");
        }
        this.terms = terms;
        this.history = List.copyOf(history);
        this.opening = opened;
        this.undecided.addAll(opened.matters());
        this.last = opened.occurredAt();
        for (CaseworkEvent event : history.subList(1, history.size())) {
            Ruling ruling = new Ruling(List.copyOf(judge(event)));
            if (ruling.verdict() != Verdict.MET) {
                throw new IllegalArgumentException(
                        "no command of case " + id() + " records " + event + ": " + ruling);
            }
            apply(event);
        }
    }

    /**
     * Opens a case.
     *
     * @param opened its name, title, matters and units
     * @return the event; refused without units or with more than {@link #MAX_UNITS}
     * @throws IllegalArgumentException if the title is blank or longer than {@link #MAX_TEXT}
     */
    public static Outcome<CaseworkEvent> open(CaseOpened opened) {
        requireText(opened.title());
        int units = opened.units().size();
        return units >= 1 && units <= MAX_UNITS
                ? Outcome.accepted(opened)
                : CaseworkRule.UNITS_CONCERNED.refused("units", units, "limit", MAX_UNITS);
    }

    /**
     * The case that a history has made; every event is judged again.
     *
     * @param terms what the locality asked when the case was opened
     * @param history its events, the opening first
     * @return the case
     * @throws IllegalArgumentException if no commands could have made this history
     */
    public static Casework from(CaseworkTerms terms, List<CaseworkEvent> history) {
        return new Casework(terms, history);
    }

    /**
     * The case after one more event.
     *
     * @param event what a command of this case has answered
     * @return the later case
     * @throws IllegalArgumentException if no command of this case records it
     */
    public Casework after(CaseworkEvent event) {
        List<CaseworkEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new Casework(terms, longer);
    }

    private void apply(CaseworkEvent event) {
        if (event instanceof SquadFormed formed) {
            squads.put(formed.squad(), formed);
            formed.units().forEach(unit -> squadOf.put(unit, formed));
        } else if (event instanceof UnitVisited visited) {
            UnitVisited before = visits.get(visited.unit());
            if (before == null || !before.result().isReached() || visited.result().isReached()) {
                visits.put(visited.unit(), visited);
            }
        } else if (event instanceof ItemsConsulted consultation) {
            consulted.addAll(consultation.items());
        } else if (event instanceof ItemDisclosed disclosure) {
            disclosed.add(disclosure.item());
        } else if (event instanceof OwnersDecided decided) {
            undecided.remove(decided.matter());
        } else if (event instanceof WorkProgressed progress) {
            done = progress.done();
        } else if (event instanceof SpendingNamed named) {
            spending.add(named.disbursement());
        } else if (event instanceof DisputeRaised raised) {
            openDisputes.add(raised.dispute());
            endedDisputes.remove(raised.dispute());
        } else if (event instanceof DisputeEnded ended) {
            openDisputes.remove(ended.dispute());
            endedDisputes.put(ended.dispute(), ended.ending());
        } else if (event instanceof ResultRated rated) {
            ratings.put(rated.unit(), rated.rating());
        }
        stage = stageAfter(event);
        last = event.occurredAt();
    }

    private Stage stageAfter(CaseworkEvent event) {
        if (event instanceof OpinionsCollected) {
            return Stage.CONSULTATION;
        }
        if (event instanceof OwnersDeclined) {
            return Stage.REJECTED;
        }
        if (event instanceof BodyDecided || event instanceof OwnersDecided) {
            return undecided.isEmpty() ? Stage.IMPLEMENTATION : Stage.DECISION;
        }
        if (event instanceof WorkFinished) {
            return Stage.EVALUATION;
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
     * Whose opinion was asked for.
     *
     * @return the units concerned, by what their last visit came to
     */
    public ContactCoverage contact() {
        return new ContactCoverage(opening.units(), visits.values());
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
     * @return their numbers in the accounts, in the order named
     */
    public Set<String> spending() {
        return Collections.unmodifiableSet(spending);
    }

    /**
     * The disputes that have not ended.
     *
     * @return their cases in the grid
     */
    public SortedSet<CaseId> openDisputes() {
        return Collections.unmodifiableSortedSet(openDisputes);
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
     * What the units said of the result.
     *
     * @return 1 to 5 each; not for the public
     */
    public SortedMap<UnitId, Integer> ratings() {
        return Collections.unmodifiableSortedMap(ratings);
    }

    /**
     * Everything that happened.
     *
     * @return the events, the opening first
     */
    public List<CaseworkEvent> history() {
        return history;
    }

    /**
     * What everybody may follow, like a parcel's way: no persons, no units, no notes.
     *
     * @return a line for each event that concerns the public, the earliest first
     */
    public List<TimelineEntry> timeline() {
        return TimelineEntry.of(history, opening.units().size());
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
     * Records a visit; a later one of the same unit counts instead of it.
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
     * Notes that the owners adopted a matter of the case.
     *
     * @param resolution what they adopted
     * @param at when it is noted, not before its adoption
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> decideBy(Resolution resolution, Instant at) {
        return decide(
                new OwnersDecided(
                        community(),
                        at,
                        resolution.matter(),
                        resolution.meeting(),
                        resolution.motion().id()),
                CaseworkRule.RESOLUTION_OF_CASE.check(
                        resolution.community().equals(community())
                                && !resolution.adoptedAt().isBefore(opening.occurredAt())
                                && !resolution.adoptedAt().isAfter(at),
                        "resolution",
                        resolution,
                        "matter",
                        resolution.matter()));
    }

    /**
     * Notes what a body decided; refused where the case touches an owners' matter.
     *
     * @param body who decided, 1 to 64 characters
     * @param minutesDigest SHA-256 of the minutes, 64 hexadecimal digits
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> decideBy(String body, String minutesDigest, Instant at) {
        requireDigest(minutesDigest);
        if (!isName(body, 64)) {
            throw new IllegalArgumentException("no name of a body: " + body);
        }
        return decide(new BodyDecided(community(), at, body, minutesDigest));
    }

    /**
     * Notes that the owners did not adopt a matter of the case, which ends it.
     *
     * @param result the result of the vote: rejected, or no quorum
     * @param declined the event to record, which names meeting, motion and matter
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> decline(MotionResult result, OwnersDeclined declined) {
        return decide(
                declined,
                CaseworkRule.VOTE_FAILED.check(
                        result.result().isDeclined()
                                && declined.motion().equals(result.motion().id())
                                && declined.matter() == result.motion().matter(),
                        "motion",
                        declined.motion(),
                        "result",
                        result.result()));
    }

    /**
     * Reports work, for everybody to see.
     *
     * @param report what was done, 1 to {@link #MAX_TEXT} characters, no personal data
     * @param share how much is done in all, never less than before
     * @param photos SHA-256 of each photo, at most 20
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> progress(
            String report, Ratio share, List<String> photos, Instant at) {
        requireText(report);
        photos.forEach(Casework::requireDigest);
        if (photos.size() > 20) {
            throw new IllegalArgumentException("photos: " + photos.size());
        }
        return decide(new WorkProgressed(community(), at, report, share, List.copyOf(photos)));
    }

    /**
     * Names a payment made for the case; its amount stands in the accounts.
     *
     * @param disbursement its number there, 1 to 64 characters
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> nameSpending(String disbursement, Instant at) {
        if (!isName(disbursement, 64)) {
            throw new IllegalArgumentException("no number of a payment: " + disbursement);
        }
        return decide(new SpendingNamed(community(), at, disbursement));
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
     * Ends a dispute.
     *
     * @param dispute its case in the grid
     * @param ending how
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> endDispute(CaseId dispute, Ending ending, Instant at) {
        return decide(new DisputeEnded(community(), at, dispute, ending));
    }

    /**
     * Records what a unit says of the result.
     *
     * @param unit a unit concerned, once
     * @param rating 1 to 5
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> rate(UnitId unit, int rating, Instant at) {
        return decide(new ResultRated(community(), at, unit, rating));
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

    private RuleCheck coverage(CaseworkRule rule, long reached, Ratio needed) {
        Threshold threshold = new Threshold.AtLeast(needed);
        int units = opening.units().size();
        return rule.check(
                threshold.isMetBy(reached, units),
                "reached",
                reached,
                "units",
                units,
                "threshold",
                threshold);
    }

    private RuleCheck unitOfCase(UnitId unit) {
        return CaseworkRule.UNIT_OF_CASE.check(opening.units().contains(unit), "unit", unit);
    }

    /** Every rule on an event, before it is recorded and when it is read again. */
    private List<RuleCheck> judge(CaseworkEvent event) {
        List<RuleCheck> checks = new ArrayList<>();
        checks.add(
                CaseworkRule.TIME_ORDER.check(
                        !event.occurredAt().isBefore(last),
                        "last",
                        last,
                        "at",
                        event.occurredAt()));
        checks.add(
                CaseworkRule.OF_COMMUNITY.check(
                        event.community().equals(community()), "community", event.community()));
        List<Stage> needed = stagesFor(event);
        checks.add(
                CaseworkRule.STAGE.check(needed.contains(stage), "stage", stage, "needed", needed));
        if (event instanceof SquadFormed formed) {
            squad(formed, checks);
        } else if (event instanceof UnitVisited visited) {
            SquadFormed squad = squadOf.get(visited.unit());
            checks.add(unitOfCase(visited.unit()));
            checks.add(
                    CaseworkRule.VISITOR_OF_SQUAD.check(
                            squad != null && squad.members().contains(visited.visitor()),
                            "unit",
                            visited.unit()));
        } else if (event instanceof OpinionsCollected) {
            int reached = contact().reached().size();
            checks.add(coverage(CaseworkRule.CONTACT_COVERAGE, reached, terms.contact()));
        } else if (event instanceof ItemsConsulted consultation) {
            checks.add(items(consultation.items()));
        } else if (event instanceof ItemDisclosed disclosure) {
            String item = disclosure.item();
            checks.add(
                    CaseworkRule.ITEM_CONSULTED.check(
                            consulted.contains(item) && !disclosed.contains(item), "item", item));
        } else {
            decisionOrWork(event, checks);
        }
        return checks;
    }

    private void decisionOrWork(CaseworkEvent event, List<RuleCheck> checks) {
        if (event instanceof OwnersDecided decided) {
            checks.add(consultedFirst());
            checks.add(awaited(decided.matter()));
        } else if (event instanceof OwnersDeclined declined) {
            checks.add(consultedFirst());
            checks.add(awaited(declined.matter()));
        } else if (event instanceof BodyDecided decided) {
            checks.add(consultedFirst());
            checks.add(
                    CaseworkRule.OWNERS_DECIDE.check(
                            opening.matters().isEmpty(),
                            "body",
                            decided.body(),
                            "matters",
                            opening.matters()));
        } else if (event instanceof WorkProgressed progress) {
            checks.add(
                    CaseworkRule.PROGRESS_GROWS.check(
                            progress.done().compareTo(done) >= 0
                                    && progress.done().compareTo(WHOLE) <= 0,
                            "before",
                            done,
                            "now",
                            progress.done()));
        } else if (event instanceof SpendingNamed named) {
            checks.add(
                    CaseworkRule.SPENDING_ONCE.check(
                            !spending.contains(named.disbursement()),
                            "disbursement",
                            named.disbursement()));
        } else if (event instanceof WorkFinished) {
            checks.add(CaseworkRule.WORK_DONE.check(done.equals(WHOLE), "done", done));
        } else {
            disputeOrEvaluation(event, checks);
        }
    }

    private void disputeOrEvaluation(CaseworkEvent event, List<RuleCheck> checks) {
        if (event instanceof DisputeRaised raised) {
            boolean fresh = !openDisputes.contains(raised.dispute());
            checks.add(CaseworkRule.DISPUTE_STATE.check(fresh, "dispute", raised.dispute()));
        } else if (event instanceof DisputeEnded ended) {
            boolean open = openDisputes.contains(ended.dispute());
            checks.add(CaseworkRule.DISPUTE_STATE.check(open, "dispute", ended.dispute()));
        } else if (event instanceof ResultRated rated) {
            checks.add(unitOfCase(rated.unit()));
            checks.add(
                    CaseworkRule.RATING.check(
                            rated.rating() >= 1
                                    && rated.rating() <= 5
                                    && !ratings.containsKey(rated.unit()),
                            "unit",
                            rated.unit(),
                            "rating",
                            rated.rating()));
        } else if (event instanceof CaseClosed) {
            checks.add(
                    coverage(CaseworkRule.EVALUATION_COVERAGE, ratings.size(), terms.evaluation()));
            checks.add(
                    CaseworkRule.DISPUTES_ENDED.check(
                            openDisputes.isEmpty(), "open", openDisputes));
        }
    }

    /** In which stages an event can happen; a case is opened once. */
    private static List<Stage> stagesFor(CaseworkEvent event) {
        if (event instanceof SquadFormed
                || event instanceof UnitVisited
                || event instanceof OpinionsCollected) {
            return List.of(Stage.OPINIONS);
        }
        if (event instanceof ItemsConsulted) {
            return List.of(Stage.CONSULTATION);
        }
        if (event instanceof OwnersDecided
                || event instanceof OwnersDeclined
                || event instanceof BodyDecided) {
            return List.of(Stage.CONSULTATION, Stage.DECISION);
        }
        if (event instanceof WorkProgressed || event instanceof WorkFinished) {
            return List.of(Stage.IMPLEMENTATION);
        }
        if (event instanceof SpendingNamed) {
            return List.of(Stage.IMPLEMENTATION, Stage.EVALUATION);
        }
        if (event instanceof ResultRated || event instanceof CaseClosed) {
            return List.of(Stage.EVALUATION);
        }
        return event instanceof CaseOpened ? List.of() : RUNNING;
    }

    private void squad(SquadFormed formed, List<RuleCheck> checks) {
        checks.add(
                CaseworkRule.SQUAD_FORM.check(
                        !squads.containsKey(formed.squad())
                                && !formed.members().isEmpty()
                                && formed.members().size() <= MAX_SQUAD
                                && !formed.units().isEmpty(),
                        "squad",
                        formed.squad(),
                        "members",
                        formed.members().size(),
                        "units",
                        formed.units().size()));
        for (UnitId unit : formed.units()) {
            checks.add(unitOfCase(unit));
            checks.add(
                    CaseworkRule.UNIT_OF_ONE_SQUAD.check(!squadOf.containsKey(unit), "unit", unit));
        }
    }

    private RuleCheck items(List<String> items) {
        boolean fresh =
                !items.isEmpty()
                        && items.size() <= 100
                        && Set.copyOf(items).size() == items.size()
                        && items.stream().allMatch(i -> isName(i, 64) && !consulted.contains(i));
        return CaseworkRule.ITEM_NEW.check(fresh, "items", items.size());
    }

    private RuleCheck consultedFirst() {
        return CaseworkRule.CONSULTED_FIRST.check(!consulted.isEmpty(), "case", id());
    }

    private RuleCheck awaited(Matter matter) {
        return CaseworkRule.MATTER_AWAITED.check(
                undecided.contains(matter), "matter", matter, "awaited", undecided);
    }

    private Outcome<CaseworkEvent> decide(CaseworkEvent event, RuleCheck... further) {
        List<RuleCheck> checks = judge(event);
        checks.addAll(List.of(further));
        Ruling ruling = new Ruling(List.copyOf(checks));
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private static void requireText(String text) {
        if (!isName(text, MAX_TEXT)) {
            throw new IllegalArgumentException("no usable text: " + text.length() + " characters");
        }
    }

    private static boolean isName(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void requireDigest(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256 in hexadecimal: " + digest);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Casework that
                && terms.equals(that.terms)
                && history.equals(that.history);
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
