package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
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
import io.github.xinyi.governance.mediation.PublicMediation.Progress;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
public final class Mediation {

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

    private final MediationProposed proposed;
    private final List<MediationEvent> history;

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
        this.proposed = proposed;
        this.history = List.copyOf(history);
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
        List<MediationEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new Mediation(proposed, longer);
    }

    /**
     * The case.
     *
     * @return its identifier
     */
    public CaseId caseId() {
        return proposed.caseId();
    }

    /**
     * The community.
     *
     * @return where the case is
     */
    public CommunityId community() {
        return proposed.community();
    }

    /**
     * Which mediation of the case.
     *
     * @return from 1
     */
    public int round() {
        return proposed.round();
    }

    /**
     * Between whom.
     *
     * @return at least two persons, sorted
     */
    public SortedSet<PersonId> parties() {
        return proposed.parties();
    }

    /**
     * Everything that happened.
     *
     * @return in order
     */
    public List<MediationEvent> history() {
        return history;
    }

    /**
     * The moment up to which it is known.
     *
     * @return when its last event was recorded
     */
    public Instant recordedAt() {
        return history.get(history.size() - 1).occurredAt();
    }

    /**
     * How far it is.
     *
     * @return the stage
     */
    public Stage stage() {
        if (has(MediationFailed.class)) {
            return Stage.FAILED;
        }
        if (has(PartyRefused.class)) {
            return Stage.REFUSED;
        }
        if (all(ConfirmationDecided.class).anyMatch(ConfirmationDecided::isInvalid)) {
            return Stage.VOID;
        }
        if (effectiveOn().isPresent()) {
            return Stage.AGREED;
        }
        return consented().containsAll(parties()) ? Stage.UNDER_WAY : Stage.AWAITING_CONSENT;
    }

    /**
     * The day on which the agreement took effect: the day of an oral one, or the day of the last
     * signature or seal of a written one (arts. 29 and 30).
     *
     * @return nothing while there is none
     */
    public Optional<LocalDate> effectiveOn() {
        Optional<LocalDate> oral =
                all(OralAgreementReached.class).map(OralAgreementReached::agreedOn).findFirst();
        Set<PersonId> signers = new TreeSet<>(signedBy());
        boolean written =
                isSealed()
                        && signers.containsAll(parties())
                        && mediators().stream().anyMatch(signers::contains);
        return written
                ? Stream.concat(
                                sinceDraft(AgreementSigned.class).map(AgreementSigned::signedOn),
                                sinceDraft(AgreementSealed.class).map(AgreementSealed::sealedOn))
                        .max(LocalDate::compareTo)
                : oral;
    }

    /**
     * What was promised, in the agreement or in the last draft of it.
     *
     * @return empty while nothing is drawn up
     */
    public List<AgreementDuty> duties() {
        List<AgreementDuty> duties = List.of();
        for (MediationEvent event : history) {
            if (event instanceof OralAgreementReached oral) {
                duties = oral.duties();
            } else if (event instanceof AgreementDrafted draft) {
                duties = draft.duties();
            }
        }
        return duties;
    }

    /**
     * Whether nothing is left to do before a case can go on: there is or was an agreement, or the
     * parties were told of other ways, or one refused before any talks (arts. 17 and 26).
     *
     * @return false while parties who talked in vain are still to be told
     */
    public boolean isConcluded() {
        return switch (stage()) {
            case AGREED, VOID, FAILED -> true;
            case REFUSED -> !has(SessionHeld.class);
            case AWAITING_CONSENT, UNDER_WAY -> false;
        };
    }

    /**
     * How the agreement is kept.
     *
     * @param day the day asked about
     * @return nothing while there is no agreement
     */
    public Optional<Performance> performance(LocalDate day) {
        if (stage() == Stage.VOID) {
            return Optional.of(Performance.VOID);
        }
        if (stage() != Stage.AGREED) {
            return Optional.empty();
        }
        List<DueDuty> due = due(day);
        if (due.stream().anyMatch(duty -> isBroken(duty.number()))) {
            return Optional.of(Performance.BROKEN);
        }
        if (due.stream().anyMatch(duty -> duty.daysLate() > 0)) {
            return Optional.of(Performance.LATE);
        }
        return Optional.of(due.isEmpty() ? Performance.KEPT : Performance.RUNNING);
    }

    /**
     * What the law leaves the parties to do where the dispute is not settled or the agreement does
     * not hold.
     *
     * @return after talks without success the ways of art. 26; for an agreement that is broken, a
     *     suit, or enforcement of one that a court confirmed; for an invalid one, another mediation
     *     or a suit; nothing while the talks go on
     */
    public SortedSet<Way> ways() {
        Set<Way> ways =
                switch (stage()) {
                    case AWAITING_CONSENT, UNDER_WAY -> EnumSet.noneOf(Way.class);
                    case REFUSED, FAILED ->
                            EnumSet.of(Way.ARBITRATION, Way.ADMINISTRATIVE, Way.SUIT);
                    case VOID -> EnumSet.of(Way.MEDIATION, Way.SUIT);
                    case AGREED -> EnumSet.of(isConfirmed() ? Way.ENFORCEMENT : Way.SUIT);
                };
        return Collections.unmodifiableSortedSet(new TreeSet<>(ways));
    }

    /**
     * What tells this mediation from every other one.
     *
     * @return the digest of its proposal: community, case, round, parties, origin and moment
     */
    public MediationDigest proposalDigest() {
        return MediationDigest.of(proposed);
    }

    /**
     * What tells its agreement from every other one.
     *
     * @return the digest of the proposal, the day of effect and the duties; nothing while there is
     *     no agreement
     */
    public Optional<MediationDigest> agreementDigest() {
        return effectiveOn().map(day -> MediationDigest.of(proposed, day, duties()));
    }

    /**
     * What people outside see.
     *
     * @return round, progress and days, and nothing else
     */
    public PublicMediation publicView() {
        LocalDate begun = dayOf(proposed.occurredAt());
        return switch (stage()) {
            case AWAITING_CONSENT, UNDER_WAY ->
                    new PublicMediation(round(), Progress.OPEN, begun, begun);
            case AGREED ->
                    new PublicMediation(
                            round(), Progress.AGREEMENT, begun, effectiveOn().orElse(begun));
            case REFUSED, FAILED, VOID ->
                    new PublicMediation(round(), Progress.NO_AGREEMENT, begun, endedOn());
        };
    }

    private LocalDate endedOn() {
        return all(MediationEvent.class)
                .filter(
                        event ->
                                event instanceof PartyRefused
                                        || event instanceof MediationFailed
                                        || event instanceof ConfirmationDecided)
                .findFirst()
                .map(event -> dayOf(event.occurredAt()))
                .orElseThrow();
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
     * The duties of the agreement in effect that are not performed.
     *
     * @param day the day asked about
     * @return in the order of the agreement, with how late each is
     */
    public List<DueDuty> due(LocalDate day) {
        if (stage() != Stage.AGREED) {
            return List.of();
        }
        List<DueDuty> due = new ArrayList<>();
        for (int i = 0; i < duties().size(); i++) {
            if (!isPerformed(i)) {
                AgreementDuty duty = duties().get(i);
                due.add(
                        new DueDuty(
                                i, duty, Math.max(0, ChronoUnit.DAYS.between(duty.dueOn(), day))));
            }
        }
        return due;
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

    /** The last record of a duty counts: one that lasts can be broken after it was kept. */
    boolean isPerformed(int duty) {
        return lastOf(duty).filter(DutyPerformed.class::isInstance).isPresent();
    }

    boolean isBroken(int duty) {
        return lastOf(duty).filter(DutyBroken.class::isInstance).isPresent();
    }

    private Optional<MediationEvent> lastOf(int duty) {
        return history.stream()
                .filter(
                        event ->
                                (event instanceof DutyPerformed kept && kept.duty() == duty)
                                        || (event instanceof DutyBroken broken
                                                && broken.duty() == duty))
                .reduce((earlier, later) -> later);
    }

    private boolean isConfirmed() {
        return all(ConfirmationDecided.class)
                .anyMatch(d -> d.result() == ConfirmationDecided.Result.CONFIRMED);
    }

    /** The day on which the agreement or its last draft was drawn up. */
    Optional<LocalDate> drawnUpOn() {
        return all(OralAgreementReached.class)
                .map(OralAgreementReached::agreedOn)
                .findFirst()
                .or(
                        () ->
                                all(AgreementDrafted.class)
                                        .reduce((earlier, later) -> later)
                                        .map(draft -> dayOf(draft.occurredAt())));
    }

    boolean has(Class<? extends MediationEvent> kind) {
        return all(kind).findAny().isPresent();
    }

    Set<PersonId> consented() {
        Set<PersonId> consented = new TreeSet<>();
        all(PartyConsented.class).forEach(c -> consented.add(c.party()));
        return consented;
    }

    Set<PersonId> mediators() {
        return all(MediatorsNamed.class)
                .reduce((earlier, later) -> later)
                .<Set<PersonId>>map(MediatorsNamed::mediators)
                .orElse(Set.of());
    }

    Set<PersonId> guests() {
        return all(GuestInvited.class)
                .map(GuestInvited::guest)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<PersonId> signedBy() {
        return sinceDraft(AgreementSigned.class).map(AgreementSigned::signer).toList();
    }

    boolean isSealed() {
        return sinceDraft(AgreementSealed.class).findAny().isPresent();
    }

    <E extends MediationEvent> Stream<E> all(Class<E> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <E extends MediationEvent> Stream<E> sinceDraft(Class<E> kind) {
        int draft = history.size();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i) instanceof AgreementDrafted) {
                draft = i;
            }
        }
        return history.subList(draft, history.size()).stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mediation that && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code C-2025-0042 round 1: UNDER_WAY}. */
    @Override
    public String toString() {
        return caseId() + " round " + round() + ": " + stage();
    }
}
