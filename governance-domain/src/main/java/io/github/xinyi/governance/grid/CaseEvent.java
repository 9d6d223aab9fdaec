package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationDigest;
import io.github.xinyi.governance.mediation.Performance;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.step.LocalStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened to a case; {@link GridCase#from} folds these. Persons, units and free text are
 * components of their own and never public.
 *
 * @since 0.1.0
 */
public sealed interface CaseEvent extends DomainEvent {

    /**
     * The case.
     *
     * @return its identifier
     */
    CaseId caseId();

    /**
     * A case was found or brought to somebody of the grid.
     *
     * @param community where
     * @param caseId the case
     * @param category what it is about
     * @param place where it is
     * @param reporter who complained or asked
     * @param foundBy who heard of it
     * @param text what was said; free text
     * @param occurredAt when
     */
    record CaseFound(
            CommunityId community,
            CaseId caseId,
            CaseCategory category,
            CasePlace place,
            PersonId reporter,
            PersonId foundBy,
            String text,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * A case was reported to somebody, who has it in hand from now on.
     *
     * @param community where
     * @param caseId the case
     * @param receiver who received it first
     * @param grade the limits, which it keeps although the table may change later
     * @param occurredAt when
     */
    record CaseReported(
            CommunityId community,
            CaseId caseId,
            PersonId receiver,
            SlaGrade grade,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * The holder offered a case to somebody else and keeps it until it is accepted.
     *
     * @param community where
     * @param caseId the case
     * @param from who has it
     * @param to whom it is offered to
     * @param reason why; free text
     * @param occurredAt when
     */
    record CaseOffered(
            CommunityId community,
            CaseId caseId,
            PersonId from,
            PersonId to,
            String reason,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * An offered case was declined; it stays where it is.
     *
     * @param community where
     * @param caseId the case
     * @param by who declined
     * @param reason why; free text
     * @param occurredAt when
     */
    record OfferDeclined(
            CommunityId community, CaseId caseId, PersonId by, String reason, Instant occurredAt)
            implements CaseEvent {}

    /**
     * Somebody took a case in hand: who was offered it, or the holder.
     *
     * @param community where
     * @param caseId the case
     * @param by who has it now
     * @param occurredAt when
     */
    record CaseAccepted(CommunityId community, CaseId caseId, PersonId by, Instant occurredAt)
            implements CaseEvent {}

    /**
     * Who reported was answered.
     *
     * @param community where
     * @param caseId the case
     * @param by who answered
     * @param occurredAt when
     */
    record ReporterAnswered(CommunityId community, CaseId caseId, PersonId by, Instant occurredAt)
            implements CaseEvent {}

    /**
     * The limit was moved.
     *
     * @param community where
     * @param caseId the case
     * @param by who has the case
     * @param reason why; free text
     * @param lastDay the last day before
     * @param occurredAt when
     */
    record LimitExtended(
            CommunityId community,
            CaseId caseId,
            PersonId by,
            String reason,
            LocalDate lastDay,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * A team was called together for the case, such as one of enforcement, steward and volunteers.
     *
     * <p>{@link GridCase#call} takes the members out of the team that it is given. A case is read
     * without its teams, so an event that came from elsewhere is taken at its word until {@link
     * GridCase#compareTeams} is asked.
     *
     * @param community where
     * @param caseId the case
     * @param team which
     * @param pattern the table that it follows, for example {@code 议事队}
     * @param members who serves in it and as what
     * @param occurredAt when
     */
    record TeamCalled(
            CommunityId community,
            CaseId caseId,
            TeamId team,
            String pattern,
            SortedSet<Member> members,
            Instant occurredAt)
            implements CaseEvent {
        /** Copies the members. */
        public TeamCalled {
            members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        }

        /**
         * Who serves, for example {@code P-STEWARD} as 物业人员.
         *
         * @param person who
         * @param slot as what: the slot of the pattern whose work that person does, for whoever
         *     stands in too
         */
        public record Member(PersonId person, String slot) implements Comparable<Member> {

            /** Refuses a slot that is no word of a table. */
            public Member {
                if (!SlaGrade.isWord(slot)) {
                    throw new IllegalArgumentException("a slot of " + slot.length());
                }
            }

            @Override
            public int compareTo(Member other) {
                return Comparator.comparing(Member::person)
                        .thenComparing(Member::slot)
                        .compare(this, other);
            }
        }

        SortedSet<PersonId> persons() {
            SortedSet<PersonId> persons = new TreeSet<>();
            members.forEach(member -> persons.add(member.person()));
            return persons;
        }
    }

    /**
     * Somebody went to those concerned.
     *
     * @param community where
     * @param caseId the case
     * @param visitors who went
     * @param note what was found; free text
     * @param occurredAt when
     */
    record VisitMade(
            CommunityId community,
            CaseId caseId,
            SortedSet<PersonId> visitors,
            String note,
            Instant occurredAt)
            implements CaseEvent {
        /** Copies the persons. */
        public VisitMade {
            visitors = Collections.unmodifiableSortedSet(new TreeSet<>(visitors));
        }
    }

    /**
     * A round of mediation was opened.
     *
     * @param community where
     * @param caseId the case
     * @param round from 1
     * @param parties between whom
     * @param proposal the digest of its proposal
     * @param occurredAt when
     */
    record MediationOpened(
            CommunityId community,
            CaseId caseId,
            int round,
            SortedSet<PersonId> parties,
            MediationDigest proposal,
            Instant occurredAt)
            implements CaseEvent {
        /** Copies the persons. */
        public MediationOpened {
            parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
        }
    }

    /**
     * A round of mediation ended without an agreement.
     *
     * @param community where
     * @param caseId the case
     * @param round which
     * @param outcome refused before any talks; failed, with the parties told of other ways; or void
     * @param occurredAt when
     */
    record MediationEnded(
            CommunityId community,
            CaseId caseId,
            int round,
            Mediation.Stage outcome,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * A round of mediation led to an agreement that is in effect.
     *
     * @param community where
     * @param caseId the case
     * @param round which
     * @param effectiveOn the day of effect
     * @param agreement the digest of the agreement
     * @param occurredAt when
     */
    record AgreementReached(
            CommunityId community,
            CaseId caseId,
            int round,
            LocalDate effectiveOn,
            MediationDigest agreement,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * Somebody looked how an agreement is kept (People's Mediation Law art. 31 para. 2).
     *
     * @param community where
     * @param caseId the case
     * @param by who has the case
     * @param agreement the digest of the agreement
     * @param mediationRecords how many records of the mediation were read, from 1; 0 in a text of
     *     version 1, which did not say
     * @param performance how it is kept
     * @param ways what the parties were told that they can do where it failed; empty otherwise
     * @param occurredAt when
     */
    record PerformanceChecked(
            CommunityId community,
            CaseId caseId,
            PersonId by,
            MediationDigest agreement,
            int mediationRecords,
            Performance performance,
            SortedSet<Way> ways,
            Instant occurredAt)
            implements CaseEvent {
        /** Copies the ways. */
        public PerformanceChecked {
            ways = Collections.unmodifiableSortedSet(new TreeSet<>(ways));
        }
    }

    /**
     * The holder was reminded of a duty.
     *
     * @param community where
     * @param caseId the case
     * @param by who reminded
     * @param to who has the case
     * @param duty of what
     * @param dueAt the moment from which it is late
     * @param occurredAt when
     */
    record ReminderSent(
            CommunityId community,
            CaseId caseId,
            PersonId by,
            PersonId to,
            DutyDue.Kind duty,
            Instant dueAt,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * A case was put under supervision (督办): the holder has a day by which a duty must be met.
     *
     * @param community where
     * @param caseId the case
     * @param by who supervises
     * @param to who has the case
     * @param duty what must be met
     * @param dueOn the last day for it
     * @param reason why; free text
     * @param occurredAt when
     */
    record SupervisionOrdered(
            CommunityId community,
            CaseId caseId,
            PersonId by,
            PersonId to,
            DutyDue.Kind duty,
            LocalDate dueOn,
            String reason,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * Somebody was sent to do the work.
     *
     * @param community where
     * @param caseId the case
     * @param worker who
     * @param occurredAt when
     */
    record WorkDispatched(CommunityId community, CaseId caseId, PersonId worker, Instant occurredAt)
            implements CaseEvent {}

    /**
     * The work was done.
     *
     * @param community where
     * @param caseId the case
     * @param worker who
     * @param photoDigest SHA-256 of the photo in hexadecimal digits
     * @param occurredAt when
     */
    record WorkDone(
            CommunityId community,
            CaseId caseId,
            PersonId worker,
            String photoDigest,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * The case was tied to a payment.
     *
     * @param community where
     * @param caseId the case
     * @param reference the host's reference of the disbursement
     * @param occurredAt when
     */
    record PaymentLinked(CommunityId community, CaseId caseId, String reference, Instant occurredAt)
            implements CaseEvent {}

    /**
     * Who reported rated the work.
     *
     * @param community where
     * @param caseId the case
     * @param by who
     * @param stars 1 to 5
     * @param occurredAt when
     */
    record CaseRated(
            CommunityId community, CaseId caseId, PersonId by, int stars, Instant occurredAt)
            implements CaseEvent {}

    /**
     * The case went another way.
     *
     * @param community where
     * @param caseId the case
     * @param route which
     * @param by who has the case
     * @param reason why; free text
     * @param occurredAt when
     */
    record CaseEscalated(
            CommunityId community,
            CaseId caseId,
            Route route,
            PersonId by,
            String reason,
            Instant occurredAt)
            implements CaseEvent {}

    /**
     * Those concerned were asked how it went.
     *
     * @param community where
     * @param caseId the case
     * @param by who asked
     * @param answer what they said
     * @param note free text
     * @param occurredAt when
     */
    record FollowedUp(
            CommunityId community,
            CaseId caseId,
            PersonId by,
            Answer answer,
            String note,
            Instant occurredAt)
            implements CaseEvent {
        /** What those concerned say afterwards. */
        public enum Answer {
            /** It is settled and they are content. */
            CONTENT,
            /** It is settled and they are not. */
            NOT_CONTENT,
            /** Nobody could be reached. */
            NOT_REACHED
        }
    }

    /**
     * Somebody else reviewed the case before it is closed (结案审核).
     *
     * @param community where
     * @param caseId the case
     * @param by who reviewed it
     * @param note what was found; free text
     * @param occurredAt when
     */
    record CaseReviewed(
            CommunityId community, CaseId caseId, PersonId by, String note, Instant occurredAt)
            implements CaseEvent {}

    /**
     * A step was taken that the place adds to the way of a case. Talks and cases of many homes
     * record their own steps, of which they keep other things; who may take one for a post is
     * judged alike, by {@link io.github.xinyi.governance.team.PostStep}.
     *
     * @param community where
     * @param caseId the case
     * @param step which, as its grade names it
     * @param by who took it: who has the case, or somebody of its team; of a step that is left to a
     *     post, who does the work of that post
     * @param team the team in which {@code by} does, at most one; empty where the step is left to
     *     no post
     * @param note what came of it; free text
     * @param occurredAt when
     */
    record LocalStepTaken(
            CommunityId community,
            CaseId caseId,
            LocalStep step,
            PersonId by,
            List<TeamId> team,
            String note,
            Instant occurredAt)
            implements CaseEvent {

        /** Copies the team. */
        public LocalStepTaken {
            team = List.copyOf(team);
        }
    }

    /**
     * The case was closed.
     *
     * @param community where
     * @param caseId the case
     * @param by who has the case
     * @param over what it was closed over
     * @param reason why it was closed although those concerned are not content; free text, empty
     *     otherwise
     * @param ways of which they were told then; empty otherwise
     * @param occurredAt when
     */
    record CaseClosed(
            CommunityId community,
            CaseId caseId,
            PersonId by,
            Over over,
            String reason,
            SortedSet<Way> ways,
            Instant occurredAt)
            implements CaseEvent {
        /** Copies the ways. */
        public CaseClosed {
            ways = Collections.unmodifiableSortedSet(new TreeSet<>(ways));
        }

        /** What a case is closed over. */
        public enum Over {
            /** Nothing: nobody said at the follow-up that they are not content. */
            NOTHING,
            /** Those concerned are not content; they were given a reason and told of other ways. */
            DISCONTENT,
            /** Not known: a text of version 1, which did not say; no command gives it. */
            NOT_ASKED
        }
    }

    /**
     * A case was opened again, closed or followed up in vain; its history stays.
     *
     * @param community where
     * @param caseId the case
     * @param by who asked for it
     * @param cause on what ground
     * @param ways what the parties were told that they can do where an agreement failed; empty
     *     otherwise
     * @param reason why; free text
     * @param occurredAt when
     */
    record CaseReopened(
            CommunityId community,
            CaseId caseId,
            PersonId by,
            Cause cause,
            SortedSet<Way> ways,
            String reason,
            Instant occurredAt)
            implements CaseEvent {
        /** Copies the ways. */
        public CaseReopened {
            ways = Collections.unmodifiableSortedSet(new TreeSet<>(ways));
        }

        /** On what ground a case is opened again. */
        public enum Cause {
            /** Somebody asked for it. */
            REQUEST,
            /** Its agreement is broken or void. */
            AGREEMENT_FAILED,
            /** Those concerned are not content; the case was followed up and not closed yet. */
            DISCONTENT
        }
    }
}
