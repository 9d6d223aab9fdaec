package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened in a mediation; {@link Mediation#from} folds these. A case can be mediated several
 * times, one round after the other.
 *
 * @since 0.1.0
 */
public sealed interface MediationEvent extends DomainEvent {

    /**
     * The case.
     *
     * @return its identifier
     */
    CaseId caseId();

    /**
     * Which mediation of the case.
     *
     * @return from 1
     */
    int round();

    private static <T extends Comparable<T>> SortedSet<T> copy(SortedSet<T> given) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(given));
    }

    /**
     * Mediation was applied for or offered (People's Mediation Law art. 17).
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param parties between whom
     * @param origin who began
     * @param occurredAt when
     */
    record MediationProposed(
            CommunityId community,
            CaseId caseId,
            int round,
            SortedSet<PersonId> parties,
            Origin origin,
            Instant occurredAt)
            implements MediationEvent {

        /** Copies the parties. */
        public MediationProposed {
            parties = copy(parties);
        }

        /** Who began a mediation. */
        public enum Origin {
            /** A party applied. */
            APPLIED_FOR,
            /** The mediation committee offered. */
            OFFERED
        }
    }

    /**
     * A party agreed to be mediated.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param party who
     * @param occurredAt when
     */
    record PartyConsented(
            CommunityId community, CaseId caseId, int round, PersonId party, Instant occurredAt)
            implements MediationEvent {}

    /**
     * A party refused, or asked to end it; nothing is mediated any more. After talks, {@link
     * MediationFailed} follows.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param party who
     * @param occurredAt when
     */
    record PartyRefused(
            CommunityId community, CaseId caseId, int round, PersonId party, Instant occurredAt)
            implements MediationEvent {}

    /**
     * The mediators were named, or others in their place.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param mediators one or several
     * @param chosenBy the committee or the parties
     * @param occurredAt when
     */
    record MediatorsNamed(
            CommunityId community,
            CaseId caseId,
            int round,
            SortedSet<PersonId> mediators,
            Chooser chosenBy,
            Instant occurredAt)
            implements MediationEvent {

        /** Copies the mediators. */
        public MediatorsNamed {
            mediators = copy(mediators);
        }

        /** Who named the mediators. */
        public enum Chooser {
            /** The mediation committee. */
            COMMITTEE,
            /** The parties together. */
            PARTIES
        }
    }

    /**
     * A party agreed that a guest be invited.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param party who agreed
     * @param guest about whom
     * @param occurredAt when
     */
    record GuestAccepted(
            CommunityId community,
            CaseId caseId,
            int round,
            PersonId party,
            PersonId guest,
            Instant occurredAt)
            implements MediationEvent {}

    /**
     * Somebody was invited to take part.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param guest who
     * @param relation as what
     * @param occurredAt when
     */
    record GuestInvited(
            CommunityId community,
            CaseId caseId,
            int round,
            PersonId guest,
            Relation relation,
            Instant occurredAt)
            implements MediationEvent {

        /** Whom art. 20 names. */
        public enum Relation {
            /** A relative of a party. */
            RELATIVE,
            /** A neighbour. */
            NEIGHBOUR,
            /** A colleague. */
            COLLEAGUE,
            /** Somebody with special knowledge or experience. */
            EXPERT,
            /** Somebody of a social organisation. */
            ORGANISATION
        }
    }

    /**
     * The parties met, or the mediators spoke to them.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param present who was there
     * @param place for example {@code 小区议事厅}
     * @param minutes what was recorded; free text
     * @param occurredAt when
     */
    record SessionHeld(
            CommunityId community,
            CaseId caseId,
            int round,
            SortedSet<PersonId> present,
            String place,
            String minutes,
            Instant occurredAt)
            implements MediationEvent {

        /** Copies who was present. */
        public SessionHeld {
            present = copy(present);
        }
    }

    /**
     * The parties agreed by word of mouth; it takes effect that day (art. 30).
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param duties what was promised
     * @param waivedBy who holds a written agreement to be unnecessary
     * @param minutes the agreement as the mediator recorded it; free text
     * @param agreedOn the day
     * @param occurredAt when it was recorded
     */
    record OralAgreementReached(
            CommunityId community,
            CaseId caseId,
            int round,
            List<AgreementDuty> duties,
            SortedSet<PersonId> waivedBy,
            String minutes,
            LocalDate agreedOn,
            Instant occurredAt)
            implements MediationEvent {

        /** Copies duties and parties. */
        public OralAgreementReached {
            duties = List.copyOf(duties);
            waivedBy = copy(waivedBy);
        }
    }

    /**
     * A written agreement was drawn up; signatures under an earlier draft are void.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param duties what is promised
     * @param occurredAt when
     */
    record AgreementDrafted(
            CommunityId community,
            CaseId caseId,
            int round,
            List<AgreementDuty> duties,
            Instant occurredAt)
            implements MediationEvent {

        /** Copies the duties. */
        public AgreementDrafted {
            duties = List.copyOf(duties);
        }
    }

    /**
     * A party or a mediator signed the draft.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param signer who
     * @param signedOn the day
     * @param occurredAt when it was recorded
     */
    record AgreementSigned(
            CommunityId community,
            CaseId caseId,
            int round,
            PersonId signer,
            LocalDate signedOn,
            Instant occurredAt)
            implements MediationEvent {}

    /**
     * The mediation committee put its seal under the draft.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param sealedOn the day
     * @param occurredAt when it was recorded
     */
    record AgreementSealed(
            CommunityId community, CaseId caseId, int round, LocalDate sealedOn, Instant occurredAt)
            implements MediationEvent {}

    /**
     * Mediation failed or was given up after talks, and was ended.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param routes the ways that the parties were told of
     * @param told who was told
     * @param occurredAt when
     */
    record MediationFailed(
            CommunityId community,
            CaseId caseId,
            int round,
            SortedSet<Route> routes,
            SortedSet<PersonId> told,
            Instant occurredAt)
            implements MediationEvent {

        /** Copies ways and parties. */
        public MediationFailed {
            routes = copy(routes);
            told = copy(told);
        }
    }

    /**
     * A duty was performed; one that lasts was kept so far, and can be broken later.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param duty its place in the agreement, from 0
     * @param performedOn the day
     * @param occurredAt when it was recorded
     */
    record DutyPerformed(
            CommunityId community,
            CaseId caseId,
            int round,
            int duty,
            LocalDate performedOn,
            Instant occurredAt)
            implements MediationEvent {}

    /**
     * A duty was found broken; it can still be performed late.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param duty its place in the agreement, from 0
     * @param foundOn the day, after the last day for the duty
     * @param occurredAt when it was recorded
     */
    record DutyBroken(
            CommunityId community,
            CaseId caseId,
            int round,
            int duty,
            LocalDate foundOn,
            Instant occurredAt)
            implements MediationEvent {}

    /**
     * The parties applied for judicial confirmation (art. 33).
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param applicants who applied
     * @param appliedOn the day
     * @param lastDay the last day for it, after holidays
     * @param occurredAt when it was recorded
     */
    record ConfirmationRequested(
            CommunityId community,
            CaseId caseId,
            int round,
            SortedSet<PersonId> applicants,
            LocalDate appliedOn,
            LocalDate lastDay,
            Instant occurredAt)
            implements MediationEvent {

        /** Copies the applicants. */
        public ConfirmationRequested {
            applicants = copy(applicants);
        }
    }

    /**
     * The court decided on the confirmation.
     *
     * @param community where
     * @param caseId the case
     * @param round which mediation of it
     * @param result what it decided
     * @param decidedOn the day of the decision
     * @param occurredAt when it was recorded
     */
    record ConfirmationDecided(
            CommunityId community,
            CaseId caseId,
            int round,
            Result result,
            LocalDate decidedOn,
            Instant occurredAt)
            implements MediationEvent {

        /**
         * Whether the agreement is gone.
         *
         * @return true where the court found it invalid
         */
        public boolean isInvalid() {
            return result == Result.INVALID;
        }

        /** What a court decides. */
        public enum Result {
            /** The agreement is confirmed and can be enforced (art. 33 para. 2). */
            CONFIRMED,
            /** It is invalid; another agreement or a suit is possible (art. 33 para. 3). */
            INVALID,
            /** The application was dismissed without a word on validity; the agreement stays. */
            DISMISSED
        }
    }
}
