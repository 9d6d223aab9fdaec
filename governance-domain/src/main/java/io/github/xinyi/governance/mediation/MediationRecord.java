package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Mediation.Stage;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementDrafted;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSealed;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSigned;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided;
import io.github.xinyi.governance.mediation.MediationEvent.DutyBroken;
import io.github.xinyi.governance.mediation.MediationEvent.DutyPerformed;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited;
import io.github.xinyi.governance.mediation.MediationEvent.MediationFailed;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.MediationEvent.PartyConsented;
import io.github.xinyi.governance.mediation.MediationEvent.PartyRefused;
import io.github.xinyi.governance.mediation.MediationEvent.SessionHeld;
import io.github.xinyi.governance.mediation.PublicMediation.Progress;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a round of mediation stands by its events, for example with an agreement in effect; what can
 * be done next is {@link Mediation}. Immutable.
 *
 * @since 0.1.0
 */
public abstract sealed class MediationRecord permits Mediation {

    private final MediationProposed proposed;
    private final List<MediationEvent> history;

    MediationRecord(MediationProposed proposed, List<MediationEvent> history) {
        this.proposed = proposed;
        this.history = List.copyOf(history);
    }

    MediationProposed proposed() {
        return proposed;
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
        LocalDate begun = Mediation.dayOf(proposed.occurredAt());
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
                .map(event -> Mediation.dayOf(event.occurredAt()))
                .orElseThrow();
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

    boolean isConfirmed() {
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
                                        .map(draft -> Mediation.dayOf(draft.occurredAt())));
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

    <E extends MediationEvent> Stream<E> sinceDraft(Class<E> kind) {
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
}
