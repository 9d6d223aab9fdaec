package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happens in a case; the names of the components are a stored form.
 *
 * @since 0.1.0
 */
public sealed interface CaseworkEvent extends DomainEvent {

    /**
     * A case was opened.
     *
     * @param community where
     * @param occurredAt when
     * @param caseId its name
     * @param title what it is about, for everybody to read; no personal data
     * @param kind what is to be done
     * @param matters which of the nine matters it touches as declared, at least those that the kind
     *     entails; empty if none
     * @param declaredBy who declared kind and matters and answers for it
     * @param units the units concerned, or the first of them
     * @param terms what the locality asks of the case, to its end
     */
    record CaseOpened(
            CommunityId community,
            Instant occurredAt,
            CaseId caseId,
            String title,
            CaseKind kind,
            SortedSet<Matter> matters,
            PersonId declaredBy,
            SortedSet<UnitId> units,
            CaseworkTerms terms)
            implements CaseworkEvent {

        /** Copies matters and units. */
        public CaseOpened {
            matters = Collections.unmodifiableSortedSet(new TreeSet<>(matters));
            units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        }
    }

    /**
     * More units are concerned; a community that one event can not name is named by several.
     *
     * @param community where
     * @param occurredAt when
     * @param units 1 to {@link Casework#MAX_UNITS_AT_ONCE}, none of them named before
     */
    record UnitsConcerned(CommunityId community, Instant occurredAt, SortedSet<UnitId> units)
            implements CaseworkEvent {

        /** Copies the units. */
        public UnitsConcerned {
            units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        }
    }

    /**
     * Somebody found that the case touches another of the nine matters; none is ever taken back.
     *
     * @param community where
     * @param occurredAt when
     * @param matter which of the nine
     * @param declaredBy who declared it and answers for it
     */
    record MatterDeclared(
            CommunityId community, Instant occurredAt, Matter matter, PersonId declaredBy)
            implements CaseworkEvent {}

    /**
     * A squad (入户专班) was formed.
     *
     * @param community where
     * @param occurredAt when
     * @param squad its name
     * @param members who visits
     * @param units whom they visit
     */
    record SquadFormed(
            CommunityId community,
            Instant occurredAt,
            SquadId squad,
            SortedSet<PersonId> members,
            SortedSet<UnitId> units)
            implements CaseworkEvent {}

    /**
     * A unit was visited; the last visit that met somebody counts, or else the last.
     *
     * @param community where
     * @param occurredAt when
     * @param unit the unit
     * @param visitor a member of its squad
     * @param result what it came to
     * @param note what was said; not for the public
     */
    record UnitVisited(
            CommunityId community,
            Instant occurredAt,
            UnitId unit,
            PersonId visitor,
            ContactResult result,
            String note)
            implements CaseworkEvent {}

    /**
     * Units were visited by one person, for example on one evening; each as in {@link UnitVisited},
     * without a note.
     *
     * @param community where
     * @param occurredAt when
     * @param visitor a member of the squad of each
     * @param doors the units with what their visits came to, 1 to {@link
     *     Casework#MAX_UNITS_AT_ONCE}
     */
    record UnitsVisited(
            CommunityId community, Instant occurredAt, PersonId visitor, List<Door> doors)
            implements CaseworkEvent {

        /** Copies the list. */
        public UnitsVisited {
            doors = List.copyOf(doors);
        }

        /**
         * The same, one by one.
         *
         * @return a visit for each unit, in the order of the list
         */
        public List<UnitVisited> visits() {
            return doors.stream()
                    .map(
                            door ->
                                    new UnitVisited(
                                            community,
                                            occurredAt,
                                            door.unit(),
                                            visitor,
                                            door.result(),
                                            ""))
                    .toList();
        }
    }

    /**
     * What a visit came to.
     *
     * @param unit the unit
     * @param result what it came to
     */
    record Door(UnitId unit, ContactResult result) {}

    /**
     * The collection of opinions was ended.
     *
     * @param community where
     * @param occurredAt when
     */
    record OpinionsCollected(CommunityId community, Instant occurredAt) implements CaseworkEvent {}

    /**
     * Items were consulted on (协商).
     *
     * @param community where
     * @param occurredAt when
     * @param items the names of the items
     * @param minutesDigest SHA-256 of the minutes, in hexadecimal
     */
    record ItemsConsulted(
            CommunityId community, Instant occurredAt, List<String> items, String minutesDigest)
            implements CaseworkEvent {}

    /**
     * A step was taken that the place adds to the way of a case. Cases of the grid and talks record
     * their own steps, with a note and not a paper; who may take one for a post is judged alike, by
     * {@link io.github.xinyi.governance.team.PostStep}.
     *
     * @param community where
     * @param occurredAt when
     * @param step which, as the terms of the case name it
     * @param by who took it; of a step that is left to a post, who does the work of that post
     * @param team the team in which {@code by} does, at most one; empty where the step is left to
     *     no post
     * @param paperDigest the SHA-256 of the paper that shows it, in 64 hexadecimal digits
     */
    record LocalStepTaken(
            CommunityId community,
            Instant occurredAt,
            LocalStep step,
            PersonId by,
            List<TeamId> team,
            String paperDigest)
            implements CaseworkEvent {

        /** Copies the team. */
        public LocalStepTaken {
            team = List.copyOf(team);
        }
    }

    /**
     * What was consulted on was disclosed (协商公开).
     *
     * @param community where
     * @param occurredAt when
     * @param item the item
     * @param place where it can be read
     */
    record ItemDisclosed(CommunityId community, Instant occurredAt, String item, String place)
            implements CaseworkEvent {}

    /**
     * A plan was drawn up, or another one instead (实施方案); it is what is decided on.
     *
     * @param community where
     * @param occurredAt when
     * @param plan the paper, who pays, and how much at most
     */
    record PlanDrawn(CommunityId community, Instant occurredAt, CasePlan plan)
            implements CaseworkEvent {}

    /**
     * The owners adopted a matter of the case.
     *
     * @param community whose owners
     * @param occurredAt when it was noted here
     * @param matter which of the nine
     * @param meeting the meeting
     * @param motion the motion
     * @param papers the papers of the motion, the plan among them
     * @param adoptedAt when the voting closed
     */
    record OwnersDecided(
            CommunityId community,
            Instant occurredAt,
            Matter matter,
            MeetingId meeting,
            MotionId motion,
            List<Motion.Document> papers,
            Instant adoptedAt)
            implements CaseworkEvent {

        /** Copies the papers. */
        public OwnersDecided {
            papers = List.copyOf(papers);
        }
    }

    /**
     * A matter of the case goes through a procedure, and is decided by nothing else from then on.
     *
     * @param community where
     * @param occurredAt when
     * @param matter which of the nine
     * @param procedure the procedure
     * @param caseId the case that the procedure names
     */
    record ProcedureFollowed(
            CommunityId community,
            Instant occurredAt,
            Matter matter,
            ProcedureId procedure,
            CaseId caseId)
            implements CaseworkEvent {}

    /**
     * The owners adopted a matter of the case in its procedure, and the decision was shown for as
     * long as the procedure asks.
     *
     * @param community whose owners
     * @param occurredAt when it was noted here
     * @param matter which of the nine
     * @param procedure the procedure
     * @param meeting the meeting
     * @param motion the motion
     * @param papers the papers of the motion, the plan among them
     * @param adoptedAt when the voting closed
     * @param shownAt when the last display of the decision ended
     */
    record ProcedureDecided(
            CommunityId community,
            Instant occurredAt,
            Matter matter,
            ProcedureId procedure,
            MeetingId meeting,
            MotionId motion,
            List<Motion.Document> papers,
            Instant adoptedAt,
            Instant shownAt)
            implements CaseworkEvent {

        /** Copies the papers. */
        public ProcedureDecided {
            papers = List.copyOf(papers);
        }
    }

    /**
     * A decision of the owners was revoked by a court or an office; its matter is undecided again.
     *
     * @param community whose owners
     * @param occurredAt when it was noted here
     * @param meeting the meeting that had taken the decision
     * @param motion the motion
     * @param recordedAt when the record of that meeting noted it
     * @param revokedOn from which day
     * @param by who revoked it
     */
    record OwnersDecisionRevoked(
            CommunityId community,
            Instant occurredAt,
            MeetingId meeting,
            MotionId motion,
            Instant recordedAt,
            LocalDate revokedOn,
            Revoker by)
            implements CaseworkEvent {}

    /**
     * A body decided what is no owners' matter.
     *
     * @param community where
     * @param occurredAt when
     * @param body who, for example {@code 业主委员会}
     * @param minutesDigest SHA-256 of the minutes, in hexadecimal
     * @param plan the plan that it decided on
     */
    record BodyDecided(
            CommunityId community,
            Instant occurredAt,
            String body,
            String minutesDigest,
            Motion.Document plan)
            implements CaseworkEvent {}

    /**
     * The owners did not adopt a matter of the case, which ends it.
     *
     * @param community where
     * @param occurredAt when it was noted here
     * @param matter which of the nine
     * @param meeting the meeting
     * @param motion the motion
     * @param papers the papers of the motion, the plan among them
     * @param result what the vote came to
     * @param closedAt when the voting closed
     */
    record OwnersDeclined(
            CommunityId community,
            Instant occurredAt,
            Matter matter,
            MeetingId meeting,
            MotionId motion,
            List<Motion.Document> papers,
            MotionResult.Result result,
            Instant closedAt)
            implements CaseworkEvent {

        /** Copies the papers. */
        public OwnersDeclined {
            papers = List.copyOf(papers);
        }
    }

    /**
     * Work went on.
     *
     * @param community where
     * @param occurredAt when
     * @param report what was done, for everybody to read; no personal data
     * @param done how much of the work is done in all
     * @param photos SHA-256 of each photo, in hexadecimal
     */
    record WorkProgressed(
            CommunityId community,
            Instant occurredAt,
            String report,
            Ratio done,
            List<String> photos)
            implements CaseworkEvent {}

    /**
     * A payment was made for the case.
     *
     * @param community where
     * @param occurredAt when
     * @param payment the disbursement, by reference to the accounts
     */
    record SpendingNamed(CommunityId community, Instant occurredAt, PaymentReference payment)
            implements CaseworkEvent {}

    /**
     * Money of a payment came back: the bank returned it, or it was reversed.
     *
     * @param community where
     * @param occurredAt when it was noted
     * @param returned what came back, by reference to the accounts
     */
    record SpendingReturned(CommunityId community, Instant occurredAt, PaymentReturn returned)
            implements CaseworkEvent {}

    /**
     * All work was done.
     *
     * @param community where
     * @param occurredAt when
     */
    record WorkFinished(CommunityId community, Instant occurredAt) implements CaseworkEvent {}

    /**
     * A dispute came up, again if it was settled before.
     *
     * @param community where
     * @param occurredAt when
     * @param dispute its case in the grid
     */
    record DisputeRaised(CommunityId community, Instant occurredAt, CaseId dispute)
            implements CaseworkEvent {}

    /**
     * A dispute ended.
     *
     * @param community where
     * @param occurredAt when
     * @param dispute its case in the grid
     * @param ending by agreement, or handed on
     * @param proof whose records show it
     */
    record DisputeEnded(
            CommunityId community,
            Instant occurredAt,
            CaseId dispute,
            Ending ending,
            EndingProof proof)
            implements CaseworkEvent {}

    /** How a dispute ends. */
    enum Ending {
        /** The parties agreed (化解). */
        AGREEMENT,
        /** It was handed to an authority or a court. */
        ESCALATION
    }

    /**
     * A person rated the result.
     *
     * @param community where
     * @param occurredAt when
     * @param rater who, by reference; not for the public
     * @param units for which units, at least one
     * @param rating 1 to 5
     */
    record ResultRated(
            CommunityId community,
            Instant occurredAt,
            PersonId rater,
            SortedSet<UnitId> units,
            int rating)
            implements CaseworkEvent {

        /** Copies the units. */
        public ResultRated {
            units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        }
    }

    /**
     * Several persons rated the result, each as in {@link ResultRated}.
     *
     * @param community where
     * @param occurredAt when
     * @param ratings what each said, of 1 to {@link Casework#MAX_UNITS_AT_ONCE} units in all
     */
    record ResultsRated(CommunityId community, Instant occurredAt, List<Rating> ratings)
            implements CaseworkEvent {

        /** Copies the list. */
        public ResultsRated {
            ratings = List.copyOf(ratings);
        }

        /**
         * The same, one by one.
         *
         * @return a rating for each person, in the order of the list
         */
        public List<ResultRated> each() {
            return ratings.stream()
                    .map(
                            one ->
                                    new ResultRated(
                                            community,
                                            occurredAt,
                                            one.rater(),
                                            one.units(),
                                            one.rating()))
                    .toList();
        }
    }

    /**
     * What a person says of the result.
     *
     * @param rater who, by reference; not for the public
     * @param units for which units, at least one
     * @param rating 1 to 5
     */
    record Rating(PersonId rater, SortedSet<UnitId> units, int rating) {

        /** Copies the units. */
        public Rating {
            units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        }
    }

    /**
     * The case was handed on, because it could not go on here.
     *
     * @param community where
     * @param occurredAt when
     * @param body to whom, for example {@code 街道办事处}
     * @param reason why; not for the public
     */
    record CaseEscalated(CommunityId community, Instant occurredAt, String body, String reason)
            implements CaseworkEvent {}

    /**
     * The case was closed.
     *
     * @param community where
     * @param occurredAt when
     */
    record CaseClosed(CommunityId community, Instant occurredAt) implements CaseworkEvent {}

    /**
     * A closed case was opened again, because work is left to do; its history stays.
     *
     * @param community where
     * @param occurredAt when
     * @param reason why; not for the public
     */
    record CaseReopened(CommunityId community, Instant occurredAt, String reason)
            implements CaseworkEvent {}
}
