package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementDrafted;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSealed;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSigned;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationRequested;
import io.github.xinyi.governance.mediation.MediationEvent.DutyBroken;
import io.github.xinyi.governance.mediation.MediationEvent.DutyPerformed;
import io.github.xinyi.governance.mediation.MediationEvent.GuestAccepted;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited;
import io.github.xinyi.governance.mediation.MediationEvent.MediationFailed;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.MediationEvent.PartyConsented;
import io.github.xinyi.governance.mediation.MediationEvent.PartyRefused;
import io.github.xinyi.governance.mediation.MediationEvent.SessionHeld;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One round of people's mediation between the parties of a case (人民调解), for example the first one
 * of case {@code C-2025-0042}.
 *
 * <p>Commands answer with the event to record and change nothing. The same rules judge a command
 * and an event that is read again, so that no history can show what no command would have been
 * allowed. Free text and persons are in the events; nothing here is for the public. Immutable.
 *
 * @since 0.1.0
 */
public final class Mediation extends MediationRecord {

    /** The greatest number of parties. */
    public static final int MAX_PARTIES = 50;

    /** The greatest number of duties in an agreement. */
    public static final int MAX_DUTIES = 50;

    /** The greatest number of mediators. */
    public static final int MAX_MEDIATORS = 20;

    /** The longest text, in characters. */
    public static final int MAX_TEXT = 4_000;

    /**
     * The longest duties of one agreement together, in characters, so that one event holds them.
     */
    public static final int MAX_AGREEMENT_TEXT = 48_000;

    /** The greatest number of guests. */
    public static final int MAX_GUESTS = 100;

    /** The greatest number of events in one round. */
    public static final int MAX_EVENTS = 1_000;

    /** Up to how many events the talks go on; the rest is kept for their end and what follows. */
    public static final int MAX_TALKS = 800;

    /** The days for judicial confirmation, from the day of effect. */
    public static final int CONFIRMATION_DAYS = 30;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How far a mediation is. */
    public enum Stage {
        /** Not every party has consented yet. */
        AWAITING_CONSENT,
        /** Every party has consented. */
        UNDER_WAY,
        /** An agreement is in effect. */
        AGREED,
        /** A party refused, or asked to end it; after talks the parties are still to be told. */
        REFUSED,
        /** It ended without an agreement, and the parties were told of other ways. */
        FAILED,
        /** A court found the agreement invalid. */
        VOID
    }

    private Mediation(MediationProposed proposed, List<MediationEvent> history) {
        super(proposed, history);
    }

    /**
     * Applies for mediation or offers it.
     *
     * @param proposal the case, the round and the parties
     * @return the first event of the round, or the rule in the way
     */
    public static Outcome<MediationProposed> propose(MediationProposed proposal) {
        Ruling ruling =
                Ruling.of(MediationJudge.partiesOf(proposal), MediationJudge.storable(proposal));
        return ruling.notMet().isEmpty() ? Outcome.accepted(proposal) : Outcome.refused(ruling);
    }

    /**
     * The mediation that a history leads to.
     *
     * @param history at least the proposal, in order
     * @return the mediation
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static Mediation from(List<MediationEvent> history) {
        if (history.isEmpty()
                || !(history.get(0) instanceof MediationProposed proposal)
                || !propose(proposal).isAccepted()) {
            throw new IllegalArgumentException("a mediation begins by being proposed");
        }
        Mediation mediation = new Mediation(proposal, List.of(proposal));
        for (MediationEvent event : history.subList(1, history.size())) {
            mediation = mediation.after(event);
        }
        return mediation;
    }

    /**
     * The mediation with one more event.
     *
     * @param event what a command of this mediation gave
     * @return the mediation afterwards
     * @throws IllegalArgumentException if no command could have given it
     */
    public Mediation after(MediationEvent event) {
        Ruling ruling = new MediationJudge(this).judge(event);
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("cannot follow: " + ruling.notMet());
        }
        List<MediationEvent> longer = new ArrayList<>(history());
        longer.add(event);
        return new Mediation(proposed(), longer);
    }

    /**
     * The day of a moment in China, by which every day in a mediation is judged.
     *
     * @param moment for example 2025-11-05T16:00:00Z
     * @return for example 2025-11-06
     */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /**
     * A party agrees to be mediated.
     *
     * @param party who
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<PartyConsented> consent(PersonId party, Instant at) {
        return judged(new PartyConsented(community(), caseId(), round(), party, at));
    }

    /**
     * A party refuses or wants an end; possible until there is an agreement. After talks, {@link
     * #fail} tells the parties of other ways.
     *
     * @param party who
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<PartyRefused> refuse(PersonId party, Instant at) {
        return judged(new PartyRefused(community(), caseId(), round(), party, at));
    }

    /**
     * Names the mediators, or others in their place.
     *
     * @param mediators one or several
     * @param chosenBy the committee or the parties
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<MediatorsNamed> name(
            Set<PersonId> mediators, MediatorsNamed.Chooser chosenBy, Instant at) {
        return judged(
                new MediatorsNamed(
                        community(), caseId(), round(), new TreeSet<>(mediators), chosenBy, at));
    }

    /**
     * A party agrees that somebody be invited.
     *
     * @param party who agrees
     * @param guest about whom
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<GuestAccepted> accept(PersonId party, PersonId guest, Instant at) {
        return judged(new GuestAccepted(community(), caseId(), round(), party, guest, at));
    }

    /**
     * Invites a neighbour or another guest to whom every party agreed.
     *
     * @param guest who
     * @param relation as what
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<GuestInvited> invite(
            PersonId guest, GuestInvited.Relation relation, Instant at) {
        return judged(new GuestInvited(community(), caseId(), round(), guest, relation, at));
    }

    /**
     * Records a session.
     *
     * @param present who was there
     * @param place where
     * @param minutes what was said and proposed
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<SessionHeld> meet(
            Set<PersonId> present, String place, String minutes, Instant at) {
        return judged(
                new SessionHeld(
                        community(),
                        caseId(),
                        round(),
                        new TreeSet<>(present),
                        place,
                        minutes,
                        at));
    }

    /**
     * Records an agreement by word of mouth.
     *
     * @param terms what was promised, and by whom a written agreement was held to be unnecessary
     * @return what to record, or every rule in the way
     */
    public Outcome<OralAgreementReached> agreeOrally(OralAgreementReached terms) {
        return judged(terms);
    }

    /**
     * Draws up a written agreement.
     *
     * @param duties what is promised
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<AgreementDrafted> draft(List<AgreementDuty> duties, Instant at) {
        return judged(new AgreementDrafted(community(), caseId(), round(), duties, at));
    }

    /**
     * A party or mediator signs the draft.
     *
     * @param signer who
     * @param signedOn the day
     * @param at when it is recorded
     * @return what to record, or every rule in the way
     */
    public Outcome<AgreementSigned> sign(PersonId signer, LocalDate signedOn, Instant at) {
        return judged(new AgreementSigned(community(), caseId(), round(), signer, signedOn, at));
    }

    /**
     * The mediation committee seals the draft.
     *
     * @param sealedOn the day
     * @param at when it is recorded
     * @return what to record, or every rule in the way
     */
    public Outcome<AgreementSealed> seal(LocalDate sealedOn, Instant at) {
        return judged(new AgreementSealed(community(), caseId(), round(), sealedOn, at));
    }

    /**
     * Ends a mediation that failed, also one that a party ended; every party is told of every other
     * way (art. 26).
     *
     * @param routes the ways told of
     * @param told who was told
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<MediationFailed> fail(Set<Route> routes, Set<PersonId> told, Instant at) {
        return judged(
                new MediationFailed(
                        community(),
                        caseId(),
                        round(),
                        new TreeSet<>(routes),
                        new TreeSet<>(told),
                        at));
    }

    /**
     * Records that a duty was performed.
     *
     * @param duty its place in the agreement, from 0
     * @param performedOn the day
     * @param at when it is recorded
     * @return what to record, or every rule in the way
     */
    public Outcome<DutyPerformed> perform(int duty, LocalDate performedOn, Instant at) {
        return judged(new DutyPerformed(community(), caseId(), round(), duty, performedOn, at));
    }

    /**
     * Records that a duty is broken.
     *
     * @param duty its place in the agreement, from 0
     * @param foundOn the day, after the last day for the duty
     * @param at when it is recorded
     * @return what to record, or every rule in the way
     */
    public Outcome<DutyBroken> findBroken(int duty, LocalDate foundOn, Instant at) {
        return judged(new DutyBroken(community(), caseId(), round(), duty, foundOn, at));
    }

    /**
     * The parties apply together for judicial confirmation.
     *
     * @param applicants who applies
     * @param appliedOn the day
     * @param calendar the rest days, which move the last day (Civil Code art. 203)
     * @param at when it is recorded
     * @return what to record, or every rule in the way
     */
    public Outcome<ConfirmationRequested> requestConfirmation(
            Set<PersonId> applicants, LocalDate appliedOn, HolidayCalendar calendar, Instant at) {
        return judged(
                new ConfirmationRequested(
                        community(),
                        caseId(),
                        round(),
                        new TreeSet<>(applicants),
                        appliedOn,
                        effectiveOn().map(day -> lastDay(day, calendar)).orElse(appliedOn),
                        at));
    }

    /**
     * Records what the court decided.
     *
     * @param result the decision
     * @param decidedOn its day
     * @param at when it is recorded
     * @return what to record, or every rule in the way
     */
    public Outcome<ConfirmationDecided> decideConfirmation(
            ConfirmationDecided.Result result, LocalDate decidedOn, Instant at) {
        return judged(
                new ConfirmationDecided(community(), caseId(), round(), result, decidedOn, at));
    }

    static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT;
    }

    /** Holidays that nobody has announced yet move no day. */
    private static LocalDate lastDay(LocalDate effectiveOn, HolidayCalendar calendar) {
        Deadline thirty =
                Deadline.after(effectiveOn, CONFIRMATION_DAYS, Deadline.Unit.DAYS, calendar);
        return thirty.isCalendarKnown() ? thirty.lastDay() : thirty.counted();
    }

    private <E extends MediationEvent> Outcome<E> judged(E event) {
        Ruling ruling = new MediationJudge(this).judge(event);
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mediation that && history().equals(that.history());
    }

    @Override
    public int hashCode() {
        return history().hashCode();
    }

    /** For example {@code C-2025-0042 round 1: UNDER_WAY}. */
    @Override
    public String toString() {
        return caseId() + " round " + round() + ": " + stage();
    }
}
