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
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** The greatest number of events in one round. */
    public static final int MAX_EVENTS = 1_000;

    /** The days for judicial confirmation, from the day of effect. */
    public static final int CONFIRMATION_DAYS = 30;

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
        /** A party refused, or asked to end it. */
        REFUSED,
        /** It failed, and the parties were told of other ways. */
        FAILED
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
        Ruling ruling = Ruling.of(partiesOf(proposal));
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
                || !partiesOf(proposal).isMet()) {
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
        Ruling ruling = judge(event);
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
     * How far it is.
     *
     * @return the stage
     */
    public Stage stage() {
        if (all(PartyRefused.class).findAny().isPresent()) {
            return Stage.REFUSED;
        }
        if (all(MediationFailed.class).findAny().isPresent()) {
            return Stage.FAILED;
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
     * A party refuses or wants an end; possible until there is an agreement.
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
     * Ends a mediation that failed; every party is told of every other way (art. 26).
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
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<ConfirmationDecided> decideConfirmation(
            ConfirmationDecided.Result result, Instant at) {
        return judged(new ConfirmationDecided(community(), caseId(), round(), result, at));
    }

    static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT;
    }

    private static LocalDate lastDay(LocalDate effectiveOn, HolidayCalendar calendar) {
        return Deadline.after(effectiveOn, CONFIRMATION_DAYS, Deadline.Unit.DAYS, calendar)
                .lastDay();
    }

    /** Holidays move the last day to a later one, within bounds, and never to an earlier one. */
    private static boolean isLastDay(LocalDate day, LocalDate effectiveOn) {
        LocalDate earliest = effectiveOn.plusDays(CONFIRMATION_DAYS);
        return !day.isBefore(earliest) && day.isBefore(earliest.plusDays(CONFIRMATION_DAYS));
    }

    private <E extends MediationEvent> Outcome<E> judged(E event) {
        Ruling ruling = judge(event);
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private Ruling judge(MediationEvent event) {
        if (!event.community().equals(community())
                || !event.caseId().equals(caseId())
                || event.round() != round()) {
            throw new IllegalArgumentException("an event of another mediation: " + event);
        }
        MediationEvent last = history.get(history.size() - 1);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        MediationRule.LENGTH, history.size() < MAX_EVENTS, "most", MAX_EVENTS));
        findings.add(
                RuleCheck.of(
                        MediationRule.TIME_ORDER,
                        !event.occurredAt().isBefore(last.occurredAt()),
                        "last",
                        last.occurredAt(),
                        "at",
                        event.occurredAt()));
        findings.addAll(isAfterAgreement(event) ? judgeFulfilment(event) : judgeTalks(event));
        return new Ruling(findings);
    }

    private static boolean isAfterAgreement(MediationEvent event) {
        return event instanceof DutyPerformed
                || event instanceof DutyBroken
                || event instanceof ConfirmationRequested
                || event instanceof ConfirmationDecided;
    }

    private List<Finding> judgeTalks(MediationEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        MediationRule.OPEN,
                        stage() == Stage.AWAITING_CONSENT || stage() == Stage.UNDER_WAY,
                        "stage",
                        stage()));
        if (event instanceof PartyConsented consented) {
            findings.add(isParty(consented.party()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.CONSENT_ONCE,
                            !consented().contains(consented.party()),
                            "person",
                            consented.party()));
        } else if (event instanceof PartyRefused refused) {
            findings.add(isParty(refused.party()));
        } else if (event instanceof MediatorsNamed named) {
            findings.add(countOf(MediationRule.MEDIATORS, named.mediators().size(), MAX_MEDIATORS));
            findings.add(
                    RuleCheck.of(
                            MediationRule.MEDIATOR_NEUTRAL,
                            Collections.disjoint(named.mediators(), parties()),
                            "mediators",
                            named.mediators()));
        } else if (event instanceof GuestAccepted accepted) {
            findings.add(isParty(accepted.party()));
            findings.add(apart(accepted.guest()));
        } else if (event instanceof GuestInvited invited) {
            findings.add(apart(invited.guest()));
            findings.add(accepted(invited.guest()));
        } else if (event instanceof MediationFailed failed) {
            findings.add(
                    RuleCheck.of(
                            MediationRule.ROUTES_TOLD,
                            failed.routes().containsAll(EnumSet.allOf(Route.class))
                                    && failed.told().containsAll(parties()),
                            "routes",
                            failed.routes(),
                            "told",
                            failed.told()));
        } else {
            findings.add(consentOfAll());
            findings.addAll(judgeAgreement(event));
        }
        return findings;
    }

    /** What needs the consent of every party: sessions, and everything about an agreement. */
    private List<Finding> judgeAgreement(MediationEvent event) {
        if (event instanceof SessionHeld held) {
            Set<PersonId> admitted = new TreeSet<>(parties());
            admitted.addAll(mediators());
            all(GuestInvited.class).forEach(g -> admitted.add(g.guest()));
            return List.of(
                    countOf(MediationRule.MEDIATORS, mediators().size(), MAX_MEDIATORS),
                    RuleCheck.of(
                            MediationRule.PRESENT_ADMITTED,
                            admitted.containsAll(held.present()),
                            "present",
                            held.present(),
                            "admitted",
                            admitted),
                    RuleCheck.of(
                            MediationRule.MEDIATOR_PRESENT,
                            !Collections.disjoint(held.present(), mediators()),
                            "present",
                            held.present()),
                    recorded(held.minutes(), held.place()));
        }
        if (event instanceof OralAgreementReached oral) {
            return List.of(
                    sessionHeld(),
                    dutiesOf(oral.duties(), oral.agreedOn()),
                    RuleCheck.of(
                            MediationRule.WRITING_WAIVED,
                            oral.waivedBy().containsAll(parties()),
                            "waived",
                            oral.waivedBy()),
                    recorded(oral.minutes(), oral.minutes()));
        }
        if (event instanceof AgreementDrafted drafted) {
            return List.of(sessionHeld(), dutiesOf(drafted.duties(), LocalDate.MIN));
        }
        if (event instanceof AgreementSigned signed) {
            return List.of(
                    isDrafted(),
                    RuleCheck.of(
                            MediationRule.SIGNATORY,
                            parties().contains(signed.signer())
                                    || mediators().contains(signed.signer()),
                            "person",
                            signed.signer()),
                    RuleCheck.of(
                            MediationRule.SIGNED_ONCE,
                            !signedBy().contains(signed.signer()),
                            "signed",
                            signedBy()));
        }
        if (event instanceof AgreementSealed) {
            return List.of(
                    isDrafted(),
                    RuleCheck.of(MediationRule.SIGNED_ONCE, !isSealed(), "signed", signedBy()));
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    private List<Finding> judgeFulfilment(MediationEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(RuleCheck.of(MediationRule.AGREED, stage() == Stage.AGREED, "stage", stage()));
        if (event instanceof DutyPerformed performed) {
            findings.add(dutyKnown(performed.duty()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.DUTY_OPEN,
                            !isPerformed(performed.duty()),
                            "duty",
                            performed.duty()));
        } else if (event instanceof DutyBroken broken) {
            findings.add(dutyKnown(broken.duty()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.DUTY_OPEN,
                            !isPerformed(broken.duty())
                                    && all(DutyBroken.class)
                                            .noneMatch(b -> b.duty() == broken.duty()),
                            "duty",
                            broken.duty()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.DUTY_LATE,
                            duties().stream()
                                    .skip(Math.max(0, broken.duty()))
                                    .limit(1)
                                    .allMatch(d -> broken.foundOn().isAfter(d.dueOn())),
                            "duty",
                            broken.duty(),
                            "found",
                            broken.foundOn()));
        } else if (event instanceof ConfirmationRequested requested) {
            LocalDate effective = effectiveOn().orElse(requested.appliedOn());
            findings.add(
                    RuleCheck.of(
                            MediationRule.JOINT_APPLICATION,
                            requested.applicants().equals(parties()),
                            "applicants",
                            requested.applicants()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.WITHIN_THIRTY_DAYS,
                            !requested.appliedOn().isBefore(effective)
                                    && !requested.appliedOn().isAfter(requested.lastDay())
                                    && isLastDay(requested.lastDay(), effective),
                            "effective",
                            effective,
                            "applied",
                            requested.appliedOn(),
                            "last",
                            requested.lastDay()));
            findings.add(confirmation(all(ConfirmationRequested.class).findAny().isEmpty()));
        } else if (event instanceof ConfirmationDecided) {
            findings.add(
                    confirmation(
                            all(ConfirmationRequested.class).findAny().isPresent()
                                    && all(ConfirmationDecided.class).findAny().isEmpty()));
        }
        return findings;
    }

    private static RuleCheck partiesOf(MediationProposed proposal) {
        int parties = proposal.parties().size();
        return RuleCheck.of(
                MediationRule.PARTIES,
                parties >= 2 && parties <= MAX_PARTIES && proposal.round() >= 1,
                "parties",
                parties,
                "most",
                MAX_PARTIES);
    }

    private static RuleCheck countOf(MediationRule rule, int count, int most) {
        return RuleCheck.of(rule, count >= 1 && count <= most, "count", count, "most", most);
    }

    private static RuleCheck confirmation(boolean met) {
        return RuleCheck.of(MediationRule.CONFIRMATION_ONCE, met);
    }

    private RuleCheck isParty(PersonId person) {
        return RuleCheck.of(MediationRule.IS_PARTY, parties().contains(person), "person", person);
    }

    private RuleCheck consentOfAll() {
        SortedSet<PersonId> missing = new TreeSet<>(parties());
        missing.removeAll(consented());
        return RuleCheck.of(
                MediationRule.CONSENT_OF_ALL,
                missing.isEmpty() && stage() != Stage.REFUSED,
                "missing",
                missing);
    }

    private RuleCheck apart(PersonId guest) {
        return RuleCheck.of(
                MediationRule.GUEST_APART,
                !parties().contains(guest) && !mediators().contains(guest),
                "person",
                guest);
    }

    private RuleCheck accepted(PersonId guest) {
        SortedSet<PersonId> missing = new TreeSet<>(parties());
        all(GuestAccepted.class)
                .filter(a -> a.guest().equals(guest))
                .forEach(a -> missing.remove(a.party()));
        return RuleCheck.of(
                MediationRule.GUEST_ACCEPTED,
                missing.isEmpty(),
                "person",
                guest,
                "missing",
                missing);
    }

    private static RuleCheck recorded(String minutes, String place) {
        return RuleCheck.of(
                MediationRule.RECORDED,
                isText(minutes) && isText(place),
                "length",
                minutes.length(),
                "most",
                MAX_TEXT);
    }

    private RuleCheck sessionHeld() {
        return RuleCheck.of(
                MediationRule.SESSION_HELD, all(SessionHeld.class).findAny().isPresent());
    }

    private RuleCheck isDrafted() {
        return RuleCheck.of(
                MediationRule.DRAFTED, all(AgreementDrafted.class).findAny().isPresent());
    }

    private RuleCheck dutiesOf(List<AgreementDuty> duties, LocalDate agreedOn) {
        return RuleCheck.of(
                MediationRule.DUTIES,
                !duties.isEmpty()
                        && duties.size() <= MAX_DUTIES
                        && duties.stream()
                                .allMatch(
                                        d ->
                                                parties().contains(d.party())
                                                        && !d.dueOn().isBefore(agreedOn)),
                "count",
                duties.size(),
                "most",
                MAX_DUTIES);
    }

    private RuleCheck dutyKnown(int duty) {
        return RuleCheck.of(
                MediationRule.DUTY_KNOWN,
                duty >= 0 && duty < duties().size(),
                "duty",
                duty,
                "count",
                duties().size());
    }

    private boolean isPerformed(int duty) {
        return all(DutyPerformed.class).anyMatch(p -> p.duty() == duty);
    }

    private Set<PersonId> consented() {
        Set<PersonId> consented = new TreeSet<>();
        all(PartyConsented.class).forEach(c -> consented.add(c.party()));
        return consented;
    }

    private Set<PersonId> mediators() {
        return all(MediatorsNamed.class)
                .reduce((earlier, later) -> later)
                .<Set<PersonId>>map(MediatorsNamed::mediators)
                .orElse(Set.of());
    }

    private List<PersonId> signedBy() {
        return sinceDraft(AgreementSigned.class).map(AgreementSigned::signer).toList();
    }

    private boolean isSealed() {
        return sinceDraft(AgreementSealed.class).findAny().isPresent();
    }

    private <E extends MediationEvent> Stream<E> all(Class<E> kind) {
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
