package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.CaseOffered;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.CaseReviewed;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.LimitExtended;
import io.github.xinyi.governance.grid.CaseEvent.LocalStepTaken;
import io.github.xinyi.governance.grid.CaseEvent.MediationEnded;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.OfferDeclined;
import io.github.xinyi.governance.grid.CaseEvent.PaymentLinked;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.ReminderSent;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.SupervisionOrdered;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.Performance;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A dispute or a request for service from the first word to the closed case (网格事件), for example the
 * dog that barks at night.
 *
 * <p>Commands answer with the event to record and change nothing; a host appends it with the
 * version it read, so that of two commands on one version one is kept. The same rules judge a
 * command and an event that is read again; what a case says of its mediations {@link #compare}
 * judges. At every moment exactly one person has the case in hand. Limits are those of the grade
 * under which it was reported. Days are those of China. Immutable.
 *
 * @since 0.1.0
 */
public final class GridCase extends CaseRecord {

    /** The longest text, in characters. */
    public static final int MAX_TEXT = 4_000;

    /** The greatest number of events of one case. */
    public static final int MAX_EVENTS = 1_010;

    /** Up to how many events a case is worked on; the rest is kept for its end. */
    public static final int MAX_WORK = 990;

    /** The greatest number of people in a team. */
    public static final int MAX_TEAM = 100;

    /** How often a case can be opened, the first time included. */
    public static final int MAX_OPENINGS = 20;

    /** How far a case is. */
    public enum Stage {
        /** Somebody heard of it. */
        FOUND,
        /** Received, and with whoever received it. */
        REPORTED,
        /** Somebody works on it. */
        ASSIGNED,
        /** Those concerned were visited. */
        VISITED,
        /** A round of mediation is open. */
        MEDIATION,
        /** The parties agreed. */
        AGREED,
        /** Their agreement is broken or void. */
        BROKEN,
        /** Somebody was sent to do the work. */
        AT_WORK,
        /** The work is done. */
        DONE,
        /** It went another way. */
        ESCALATED,
        /** Those concerned were asked afterwards. */
        FOLLOWED_UP,
        /** Closed. */
        CLOSED
    }

    private GridCase(List<CaseEvent> history, Stage stage, PersonId holder) {
        super(history, stage, holder);
    }

    /**
     * Opens a case.
     *
     * @param found what was heard
     * @return the first event of its history, or the rule in the way
     */
    public static Outcome<CaseFound> find(CaseFound found) {
        Ruling ruling = Ruling.of(CaseFindings.text(found.text()), CaseJudge.storable(found));
        return ruling.notMet().isEmpty() ? Outcome.accepted(found) : Outcome.refused(ruling);
    }

    /**
     * The case that a history leads to.
     *
     * @param history at least the finding, in order
     * @return the case
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static GridCase from(List<CaseEvent> history) {
        if (history.isEmpty()
                || !(history.get(0) instanceof CaseFound found)
                || !find(found).isAccepted()) {
            throw new IllegalArgumentException("a case begins by being found");
        }
        GridCase state = new GridCase(List.of(found), Stage.FOUND, found.foundBy());
        for (CaseEvent event : history.subList(1, history.size())) {
            state = state.after(event);
        }
        return state;
    }

    /**
     * The case with one more event.
     *
     * @param event what a command of this case gave
     * @return the case afterwards
     * @throws IllegalArgumentException if no command could have given it
     */
    public GridCase after(CaseEvent event) {
        Ruling ruling = new CaseJudge(this).judge(event);
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("cannot follow: " + ruling.notMet());
        }
        List<CaseEvent> longer = new ArrayList<>(history());
        longer.add(event);
        return new GridCase(longer, CaseStages.after(stage(), event), holderAfter(event));
    }

    /**
     * Reports the case; who receives it has it in hand.
     *
     * @param receiver who receives it first
     * @param profile the limits of the place, within their bounds
     * @param grade a grade of the profile, for example {@code 一般}
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseReported> report(
            PersonId receiver, SlaProfile profile, String grade, Instant at) {
        SlaGrade limits = profile.grade(grade).orElse(profile.most());
        CaseReported event = new CaseReported(community(), id(), receiver, limits, at);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        CaseRule.GRADE_KNOWN, profile.grade(grade).isPresent(), "grade", grade));
        findings.addAll(new CaseJudge(this).judge(event).findings());
        return answer(event, new Ruling(findings));
    }

    /**
     * Offers the case to somebody else; it stays where it is until it is accepted.
     *
     * @param from who has it
     * @param to whom it is offered to
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseOffered> offer(PersonId from, PersonId to, String reason, Instant at) {
        return judged(new CaseOffered(community(), id(), from, to, reason, at));
    }

    /**
     * Declines an offered case, with a reason.
     *
     * @param by whom it was offered to
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<OfferDeclined> decline(PersonId by, String reason, Instant at) {
        return judged(new OfferDeclined(community(), id(), by, reason, at));
    }

    /**
     * Takes the case in hand.
     *
     * @param by whom it was offered to, or who received it and works on it
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseAccepted> accept(PersonId by, Instant at) {
        return judged(new CaseAccepted(community(), id(), by, at));
    }

    /**
     * Answers who reported.
     *
     * @param by who has the case
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<ReporterAnswered> answer(PersonId by, Instant at) {
        return judged(new ReporterAnswered(community(), id(), by, at));
    }

    /**
     * Moves the limit by what the grade allows.
     *
     * @param by who has the case
     * @param reason why
     * @param calendar the rest days
     * @param at when, before the limit has passed
     * @return what to record, or every rule in the way
     */
    public Outcome<LimitExtended> extend(
            PersonId by, String reason, HolidayCalendar calendar, Instant at) {
        LocalDate lastDay =
                CaseDuties.UNSETTLED.contains(stage())
                        ? new CaseDuties(this).lastDay(calendar)
                        : dayOf(at);
        return judged(new LimitExtended(community(), id(), by, reason, lastDay, at));
    }

    /**
     * Calls a team together for the case.
     *
     * @param team a complete team of this community on that day
     * @param servingFirms the firms that serve the community now
     * @param at when
     * @return what to record, or every rule in the way, those of the team too
     */
    public Outcome<TeamCalled> call(Team team, Set<PersonId> servingFirms, Instant at) {
        LocalDate day = dayOf(at);
        TeamCalled event =
                new TeamCalled(
                        community(), id(), team.id(), team.pattern().id(), serving(team, day), at);
        List<Finding> findings = new ArrayList<>(new CaseJudge(this).judge(event).findings());
        findings.add(
                RuleCheck.of(
                        CaseRule.TEAM_COMPLETE,
                        team.community().equals(community()),
                        "team",
                        team.id()));
        findings.addAll(team.composition(day, servingFirms).findings());
        return answer(event, new Ruling(findings));
    }

    /**
     * Whether the teams that were called had the members whom the case names. Events of a case are
     * judged without its teams when they are read; who has both asks here. Somebody served as named
     * who did by the record of the team as it stood at the call, or as it stands now: neither a
     * seat recorded after the call nor an end recorded after it, for a day before it, makes the
     * case wrong. Who served and is not named is no fault either.
     *
     * @param teams those called, as they stand now
     * @return a finding for each call in order, none where no team was called; its evidence {@code
     *     members} holds whoever did not serve that day in the slot named, which is everybody where
     *     the team is not given, is of another community or follows another pattern
     */
    public List<Finding> compareTeams(Collection<Team> teams) {
        CaseFindings findings = new CaseFindings(this);
        return all(TeamCalled.class)
                .<Finding>map(called -> findings.ofRecord(called, teams))
                .toList();
    }

    /** Who serves that day, each in the first slot of the pattern whose work that person does. */
    private static SortedSet<TeamCalled.Member> serving(Team team, LocalDate day) {
        SortedSet<TeamCalled.Member> members = new TreeSet<>();
        for (PersonId person : team.serving(day)) {
            team.pattern().slots().stream()
                    .map(Slot::id)
                    .filter(slot -> team.serves(person, slot, day))
                    .findFirst()
                    .ifPresent(slot -> members.add(new TeamCalled.Member(person, slot)));
        }
        return members;
    }

    /**
     * Records a visit.
     *
     * @param visitors who went: who has the case, or its team
     * @param note what was found
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<VisitMade> visit(Set<PersonId> visitors, String note, Instant at) {
        return judged(new VisitMade(community(), id(), new TreeSet<>(visitors), note, at));
    }

    /**
     * Opens the next round of mediation; whether there is any is for the parties alone.
     *
     * @param mediation the round as proposed
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<MediationOpened> mediate(Mediation mediation, Instant at) {
        MediationOpened event =
                new MediationOpened(
                        community(),
                        id(),
                        mediation.round(),
                        mediation.parties(),
                        mediation.proposalDigest(),
                        at);
        return answer(event, new Ruling(new SettlementJudge(this).judge(event, mediation)));
    }

    /**
     * Records how the open round of mediation came out.
     *
     * @param mediation the round that was opened, with an agreement in effect, refused before any
     *     talks, or failed with the parties told of other ways
     * @param at when
     * @return an agreement or an end without one, or every rule in the way
     */
    public Outcome<CaseEvent> conclude(Mediation mediation, Instant at) {
        int round = mediation.round();
        CaseEvent event =
                mediation.stage() == Mediation.Stage.AGREED
                        ? new AgreementReached(
                                community(),
                                id(),
                                round,
                                mediation.effectiveOn().orElseThrow(),
                                mediation.agreementDigest().orElseThrow(),
                                at)
                        : new MediationEnded(community(), id(), round, mediation.stage(), at);
        return answer(event, new Ruling(new SettlementJudge(this).judge(event, mediation)));
    }

    /**
     * Records how the agreement is kept; one that is broken or void brings the case back to be
     * mediated again or to go another way.
     *
     * @param mediation the round in which the agreement was reached, as it stands now; a copy with
     *     fewer records than an earlier check read is refused
     * @param by who has the case
     * @param at when
     * @return what to record, with what the parties are told that they can do where it failed, or
     *     every rule in the way
     */
    public Outcome<PerformanceChecked> checkPerformance(
            Mediation mediation, PersonId by, Instant at) {
        Performance performance = mediation.performance(dayOf(at)).orElse(Performance.RUNNING);
        PerformanceChecked event =
                new PerformanceChecked(
                        community(),
                        id(),
                        by,
                        mediation.agreementDigest().orElse(mediation.proposalDigest()),
                        mediation.history().size(),
                        performance,
                        performance.isFailed() ? mediation.ways() : new TreeSet<>(),
                        at);
        return answer(
                event, new Ruling(new SettlementJudge(this).judgeAgreement(event, mediation)));
    }

    /**
     * Whether what the case says of its mediations is what they say themselves. Events of a case
     * are judged without them when they are read; who has both asks here.
     *
     * @param mediations the rounds, as they stand now
     * @return for each round of the case whether it was opened between the same people, ended as
     *     recorded and led to the same agreement; one that is not given is not met, and a case
     *     without a round has nothing to compare
     */
    public Ruling compare(Collection<Mediation> mediations) {
        return new SettlementJudge(this).compare(mediations);
    }

    /**
     * Reminds who has the case of a duty that is open.
     *
     * @param by who reminds, somebody else
     * @param duty of what
     * @param calendar the rest days
     * @param at when
     * @return what to record, with the moment from which it is late, or every rule in the way
     */
    public Outcome<ReminderSent> remind(
            PersonId by, DutyDue.Kind duty, HolidayCalendar calendar, Instant at) {
        Instant dueAt =
                due(at, calendar).stream()
                        .filter(due -> due.kind() == duty)
                        .findFirst()
                        .map(DutyDue::dueAt)
                        .orElse(at);
        return judged(new ReminderSent(community(), id(), by, holder(), duty, dueAt, at));
    }

    /**
     * Puts the case under supervision until a duty that is open is met (督办).
     *
     * @param by who supervises, somebody else than who has the case
     * @param duty what must be met; not {@link DutyDue.Kind#SUPERVISED} itself
     * @param dueOn the last day for it, from the day of the order on
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<SupervisionOrdered> supervise(
            PersonId by, DutyDue.Kind duty, LocalDate dueOn, String reason, Instant at) {
        return judged(
                new SupervisionOrdered(community(), id(), by, holder(), duty, dueOn, reason, at));
    }

    /**
     * Sends somebody to do the work.
     *
     * @param worker who
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<WorkDispatched> dispatch(PersonId worker, Instant at) {
        return judged(new WorkDispatched(community(), id(), worker, at));
    }

    /**
     * Records that the work is done.
     *
     * @param worker who did it
     * @param photoDigest SHA-256 of the photo in lower-case hexadecimal digits
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<WorkDone> finish(PersonId worker, String photoDigest, Instant at) {
        return judged(new WorkDone(community(), id(), worker, photoDigest, at));
    }

    /**
     * Ties the case to a payment; the reference is opaque here.
     *
     * @param reference the host's reference of the disbursement
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<PaymentLinked> link(String reference, Instant at) {
        return judged(new PaymentLinked(community(), id(), reference, at));
    }

    /**
     * Rates the work.
     *
     * @param by who reported
     * @param stars 1 to 5
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseRated> rate(PersonId by, int stars, Instant at) {
        return judged(new CaseRated(community(), id(), by, stars, at));
    }

    /**
     * Sends the case another way.
     *
     * @param route which
     * @param by who has the case
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseEscalated> escalate(Route route, PersonId by, String reason, Instant at) {
        return judged(new CaseEscalated(community(), id(), route, by, reason, at));
    }

    /**
     * Asks those concerned how it went; after an agreement somebody has looked before how it is
     * kept.
     *
     * @param by who has the case
     * @param answer what they said
     * @param note how it was told
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<FollowedUp> followUp(
            PersonId by, FollowedUp.Answer answer, String note, Instant at) {
        return judged(new FollowedUp(community(), id(), by, answer, note, at));
    }

    /**
     * Reviews a case that can be closed, where its grade asks for it.
     *
     * @param by who reviews it, somebody else than who has the case
     * @param note what was found
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseReviewed> review(PersonId by, String note, Instant at) {
        return judged(new CaseReviewed(community(), id(), by, note, at));
    }

    /**
     * Takes a step that the place adds to the way of the case, for example 街道会商 before it is
     * closed.
     *
     * @param step the next of its gate in the table of the grade, left to no post
     * @param by who has the case, or somebody of its team
     * @param note what came of it, up to {@link #MAX_TEXT} characters
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<LocalStepTaken> take(LocalStep step, PersonId by, String note, Instant at) {
        return judged(new LocalStepTaken(community(), id(), step, by, List.of(), note, at));
    }

    /**
     * Takes a step that the place leaves to a post, for example 网格长签认 by the 网格长.
     *
     * @param step the next of its gate in the table of the grade
     * @param by who does the work of the post on that day
     * @param team the team of this community in which {@code by} does
     * @param note what came of it, up to {@link #MAX_TEXT} characters
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<LocalStepTaken> take(
            LocalStep step, PersonId by, Team team, String note, Instant at) {
        LocalStepTaken event =
                new LocalStepTaken(community(), id(), step, by, List.of(team.id()), note, at);
        List<Finding> findings = new ArrayList<>(new CaseJudge(this).judge(event).findings());
        if (step.hasPost()) {
            findings.add(new CaseFindings(this).seated(event, List.of(team)));
        }
        return answer(event, new Ruling(findings));
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
        CaseFindings findings = new CaseFindings(this);
        return all(LocalStepTaken.class)
                .filter(taken -> taken.step().hasPost())
                .map(taken -> findings.seated(taken, teams))
                .toList();
    }

    /**
     * Closes the case, at most once for each opening.
     *
     * @param by who has the case
     * @param at when
     * @return what to record, or every rule in the way; refused where those concerned said at the
     *     follow-up that they are not content
     */
    public Outcome<CaseClosed> close(PersonId by, Instant at) {
        return judged(
                new CaseClosed(
                        community(), id(), by, CaseClosed.Over.NOTHING, "", new TreeSet<>(), at));
    }

    /**
     * Closes the case although those concerned are not content, for example where nothing more can
     * be done in the grid.
     *
     * @param by who has the case
     * @param reason why, as it was told to them, up to {@link #MAX_TEXT} characters
     * @param ways of which they were told, at least one
     * @param at when
     * @return what to record, or every rule in the way; refused where nobody is discontent
     */
    public Outcome<CaseClosed> closeOver(PersonId by, String reason, Set<Way> ways, Instant at) {
        return judged(
                new CaseClosed(
                        community(),
                        id(),
                        by,
                        CaseClosed.Over.DISCONTENT,
                        reason,
                        new TreeSet<>(ways),
                        at));
    }

    /**
     * Takes up again a case whose follow-up showed that those concerned are not content; it is not
     * closed in between, counts as opened again, and its limits begin anew.
     *
     * @param by who asks for it
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseReopened> takeUpAgain(PersonId by, String reason, Instant at) {
        return reopen(CaseReopened.Cause.DISCONTENT, by, reason, at);
    }

    /**
     * Opens a closed case again; who had it has it again, and limits begin anew.
     *
     * @param by who asks for it
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseReopened> reopen(PersonId by, String reason, Instant at) {
        return reopen(CaseReopened.Cause.REQUEST, by, reason, at);
    }

    private Outcome<CaseReopened> reopen(
            CaseReopened.Cause cause, PersonId by, String reason, Instant at) {
        return judged(new CaseReopened(community(), id(), by, cause, new TreeSet<>(), reason, at));
    }

    /**
     * Opens a closed case again because its agreement is broken or void.
     *
     * @param failed the round in which the agreement was reached, as it stands now
     * @param by who asks for it
     * @param reason why
     * @param at when
     * @return what to record, with what the parties are told that they can do, or every rule in the
     *     way
     */
    public Outcome<CaseReopened> reopen(Mediation failed, PersonId by, String reason, Instant at) {
        CaseReopened event =
                new CaseReopened(
                        community(),
                        id(),
                        by,
                        CaseReopened.Cause.AGREEMENT_FAILED,
                        failed.ways(),
                        reason,
                        at);
        List<Finding> findings =
                new ArrayList<>(new SettlementJudge(this).judgeAgreement(event, failed));
        findings.add(
                RuleCheck.of(
                        CaseRule.AGREEMENT_FAILED,
                        failed.performance(dayOf(at)).filter(Performance::isFailed).isPresent(),
                        "cause",
                        event.cause()));
        return answer(event, new Ruling(findings));
    }

    private <E extends CaseEvent> Outcome<E> judged(E event) {
        return answer(event, new CaseJudge(this).judge(event));
    }

    private static <E extends CaseEvent> Outcome<E> answer(E event, Ruling ruling) {
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    static LocalDate dayOf(Instant moment) {
        return Mediation.dayOf(moment);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GridCase that && history().equals(that.history());
    }

    @Override
    public int hashCode() {
        return history().hashCode();
    }

    /** For example {@code C-2025-0042: MEDIATION, opening 1}. */
    @Override
    public String toString() {
        return id() + ": " + stage() + ", opening " + openings();
    }
}
