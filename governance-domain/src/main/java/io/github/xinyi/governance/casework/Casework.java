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
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
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
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
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
public final class Casework extends CaseworkRecord {

    /**
     * The greatest number of units of a case. A case has at most {@link #MAX_EVENTS} events: beyond
     * some 6,000 units, visits and ratings are recorded several at once.
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

    private Casework(CaseOpened opening) {
        super(opening);
    }

    private Casework(Casework other) {
        super(other);
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
     * case was opened. A public text that names a unit or person of the record is read, as it may
     * have been kept before commands refused it; the timeline leaves it out.
     *
     * @param history its events, the opening first
     * @return the case
     * @throws IllegalArgumentException if no commands could have made this history
     */
    public static Casework from(List<CaseworkEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof CaseOpened opened)) {
            throw new IllegalArgumentException("a case begins with its opening");
        }
        requireMet(opened, CaseworkJudge.readOpening(opened));
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
        requireMet(event, new CaseworkJudge(this).read(event));
        add(event);
    }

    private static void requireMet(CaseworkEvent event, List<Finding> findings) {
        Ruling ruling = new Ruling(findings);
        if (ruling.verdict() != Verdict.MET) {
            throw new IllegalArgumentException("no command records " + event + ": " + ruling);
        }
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
     * Records what one person came back with, for example of one evening.
     *
     * @param visitor a member of the squad of each unit
     * @param doors 1 to {@link #MAX_UNITS_AT_ONCE} units, with what their visits came to
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> visit(
            PersonId visitor, SortedMap<UnitId, ContactResult> doors, Instant at) {
        List<CaseworkEvent.Door> each =
                doors.entrySet().stream()
                        .map(door -> new CaseworkEvent.Door(door.getKey(), door.getValue()))
                        .toList();
        return decide(new UnitsVisited(community(), at, visitor, each));
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
     * Takes a step that the place adds to the way of a case, for example 造价审核 before a plan.
     *
     * @param step the next of its gate in the terms of the case, left to no post
     * @param by who took it
     * @param paperDigest the SHA-256 of the paper that shows it
     * @param at when
     * @return the event, or every rule in the way
     * @throws IllegalArgumentException if the digest is none
     */
    public Outcome<CaseworkEvent> take(
            LocalStep step, PersonId by, String paperDigest, Instant at) {
        requireDigest(paperDigest);
        return decide(new LocalStepTaken(community(), at, step, by, List.of(), paperDigest));
    }

    /**
     * Takes a step that the place leaves to a post, for example 安全交底 by the 物业人员.
     *
     * @param step the next of its gate in the terms of the case
     * @param by who does the work of the post on that day
     * @param team the team of this community in which {@code by} does
     * @param paperDigest the SHA-256 of the paper that shows it
     * @param at when
     * @return the event, or every rule in the way
     * @throws IllegalArgumentException if the digest is none
     */
    public Outcome<CaseworkEvent> take(
            LocalStep step, PersonId by, Team team, String paperDigest, Instant at) {
        requireDigest(paperDigest);
        LocalStepTaken event =
                new LocalStepTaken(community(), at, step, by, List.of(team.id()), paperDigest);
        List<Finding> findings = new ArrayList<>(new CaseworkJudge(this).judge(event));
        if (step.hasPost()) {
            findings.add(new LocalStepJudge(this).seated(event, List.of(team)));
        }
        return answer(event, findings);
    }

    /**
     * Whether each step that was left to a post was taken by who does its work. Events of a case
     * are judged without its teams when they are read; who has both asks here.
     *
     * @param teams those named by the steps, as they stand now
     * @return a finding for each such step, none where no step was left to a post; one whose team
     *     is not given is not met
     */
    public List<Finding> comparePosts(Collection<Team> teams) {
        LocalStepJudge steps = new LocalStepJudge(this);
        return history().stream()
                .filter(LocalStepTaken.class::isInstance)
                .map(LocalStepTaken.class::cast)
                .filter(taken -> taken.step().hasPost())
                .map(taken -> steps.seated(taken, teams))
                .toList();
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
     * Lets a matter of the case go through a procedure, which alone decides it from then on, until
     * a plan is drawn up again: what voted before, or on another plan, can not decide the new one,
     * so that another procedure may be followed then.
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
     * Names what came back of a payment, as it can after the case has ended too; it is spent no
     * longer, and within the budget it can be paid again.
     *
     * @param returned what came back, by reference to the accounts
     * @param at when
     * @return the event, or every rule in the way; refused beyond what the payment still stands for
     */
    public Outcome<CaseworkEvent> returnSpending(PaymentReturn returned, Instant at) {
        return decide(new SpendingReturned(community(), at, returned));
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
     * Records what several persons say of the result, for example on the sheets of one day.
     *
     * @param ratings of 1 to {@link #MAX_UNITS_AT_ONCE} units in all
     * @param at when
     * @return the event, or every rule in the way
     */
    public Outcome<CaseworkEvent> rate(List<CaseworkEvent.Rating> ratings, Instant at) {
        return decide(new ResultsRated(community(), at, ratings));
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
        return other instanceof Casework that && history().equals(that.history());
    }

    @Override
    public int hashCode() {
        return history().hashCode();
    }

    /** For example {@code anheyuan C-2024-0007 IMPLEMENTATION}. */
    @Override
    public String toString() {
        return community() + " " + id() + " " + stage();
    }
}
