package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What has happened in a procedure; a {@link Procedure} is the fold of these. Texts written by
 * people are components of their own.
 *
 * @since 0.1.0
 */
public sealed interface ProcedureEvent extends DomainEvent {

    /** The longest text of an objection, an answer or a place, in characters. */
    int MAX_TEXT_LENGTH = 1000;

    /**
     * Whose event it is.
     *
     * @return once within the community
     */
    ProcedureId procedure();

    /**
     * A procedure was opened; it keeps the stages as the pattern had them on that day.
     *
     * @param community where
     * @param occurredAt when
     * @param procedure its identifier
     * @param pattern the name of the pattern
     * @param stages in the order in which they are taken
     * @param motion what the owners are asked
     * @param urgent one entry if the repair comes first (Civil Code art. 281 para. 2), else none
     * @param madeUp the stages that the repair goes before, by their identifiers in order; where a
     *     repair comes without them, the fewest that its order allows
     */
    record ProcedureOpened(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String pattern,
            List<Stage> stages,
            Motion motion,
            List<UrgentRepair> urgent,
            List<String> madeUp)
            implements ProcedureEvent {
        /**
         * Copies the lists, and refuses stages that no pattern has, or that are not in the order in
         * which it takes them.
         */
        public ProcedureOpened {
            stages = List.copyOf(stages);
            urgent = List.copyOf(urgent);
            madeUp =
                    madeUp.isEmpty() && !urgent.isEmpty()
                            ? ProcedurePattern.fewestMadeUp(stages)
                            : List.copyOf(madeUp);
            Stage.requireText("pattern", pattern, Stage.MAX_NAME_LENGTH);
            if (!ProcedurePattern.couldOpen(stages, motion.matter(), urgent, madeUp)) {
                throw new IllegalArgumentException(
                        "no pattern opens a procedure on "
                                + motion.matter()
                                + " with "
                                + stages.stream().map(Stage::kind).toList());
            }
        }
    }

    /**
     * A stage was taken.
     *
     * @param community where
     * @param occurredAt when
     * @param procedure of which procedure
     * @param stage which one
     * @param report what was handed in
     */
    record StageTaken(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String stage,
            StageReport report)
            implements ProcedureEvent {}

    /**
     * The owners have adopted the motion.
     *
     * @param community whose owners
     * @param occurredAt when it was recorded
     * @param procedure of which procedure
     * @param stage the stage of the vote
     * @param meeting the owners' meeting
     * @param roster the roster by which votes were weighed
     * @param motion what was adopted
     * @param opensAt the first moment at which a ballot counted
     * @param adoptedAt when the vote closed
     */
    record OwnersResolved(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String stage,
            MeetingId meeting,
            RosterDigest roster,
            Motion motion,
            Instant opensAt,
            Instant adoptedAt)
            implements ProcedureEvent {}

    /**
     * The owners' decision was revoked by a court or an office; it binds no longer.
     *
     * @param community whose owners
     * @param occurredAt when it was noted here
     * @param procedure of which procedure
     * @param meeting the meeting that had taken the decision
     * @param motion the motion
     * @param recordedAt when the record of that meeting noted it
     * @param revokedOn from which day
     * @param by who revoked it
     */
    record OwnersDecisionRevoked(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            MeetingId meeting,
            MotionId motion,
            Instant recordedAt,
            LocalDate revokedOn,
            Revoker by)
            implements ProcedureEvent {}

    /**
     * The procedure serves a case.
     *
     * @param community where
     * @param occurredAt when
     * @param procedure of which procedure
     * @param caseId the case
     */
    record CaseLinked(
            CommunityId community, Instant occurredAt, ProcedureId procedure, CaseId caseId)
            implements ProcedureEvent {}

    /**
     * The owners have voted and not adopted the motion; the procedure ends.
     *
     * @param community whose owners
     * @param occurredAt when it was recorded
     * @param procedure of which procedure
     * @param stage the stage of the vote
     * @param meeting the owners' meeting
     * @param motion what was not adopted
     * @param result why not
     * @param opensAt the first moment at which a ballot counted
     * @param closedAt when the vote closed
     */
    record OwnersDeclined(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String stage,
            MeetingId meeting,
            Motion motion,
            MotionResult.Result result,
            Instant opensAt,
            Instant closedAt)
            implements ProcedureEvent {}

    /**
     * Something was put on display.
     *
     * @param community where
     * @param occurredAt when it was put up
     * @param procedure of which procedure
     * @param stage which disclosure
     * @param actor the body that put it up
     * @param place where people see it; 1 to {@link #MAX_TEXT_LENGTH} characters
     * @param digest the SHA-256 of what is shown
     */
    record DisclosurePosted(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String stage,
            String actor,
            String place,
            String digest)
            implements ProcedureEvent {
        /** Checks the texts. */
        public DisclosurePosted {
            Stage.requireText("place", place, MAX_TEXT_LENGTH);
            Paper.requireDigest(digest);
        }
    }

    /**
     * A display has ended.
     *
     * @param community where
     * @param occurredAt when it was taken down
     * @param procedure of which procedure
     * @param stage which disclosure
     */
    record DisclosureEnded(
            CommunityId community, Instant occurredAt, ProcedureId procedure, String stage)
            implements ProcedureEvent {}

    /**
     * Somebody objected to what is on display.
     *
     * @param community where
     * @param occurredAt when
     * @param procedure of which procedure
     * @param stage to which disclosure
     * @param objection its identifier, once within the procedure
     * @param objector who
     * @param text what was said; 1 to {@link #MAX_TEXT_LENGTH} characters
     */
    record ObjectionRaised(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String stage,
            String objection,
            PersonId objector,
            String text)
            implements ProcedureEvent {
        /** Checks the texts. */
        public ObjectionRaised {
            Stage.requireText("objection", objection, Stage.MAX_NAME_LENGTH);
            Stage.requireText("text", text, MAX_TEXT_LENGTH);
        }
    }

    /**
     * An objection was answered.
     *
     * @param community where
     * @param occurredAt when
     * @param procedure of which procedure
     * @param objection which one
     * @param answerer who
     * @param answer what was said; 1 to {@link #MAX_TEXT_LENGTH} characters
     */
    record ObjectionAnswered(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String objection,
            PersonId answerer,
            String answer)
            implements ProcedureEvent {
        /** Checks the text. */
        public ObjectionAnswered {
            Stage.requireText("answer", answer, MAX_TEXT_LENGTH);
        }
    }

    /**
     * The owners were told of a repair that they had declined after it was carried out.
     *
     * @param community where
     * @param occurredAt when
     * @param procedure of which procedure
     * @param digest the SHA-256 of the report
     * @param reporter who reported
     */
    record RejectionReported(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String digest,
            PersonId reporter)
            implements ProcedureEvent {
        /** Checks the digest. */
        public RejectionReported {
            Paper.requireDigest(digest);
        }
    }

    /**
     * It was published that the owners declined a repair after it was carried out.
     *
     * @param community where
     * @param occurredAt when it was put up
     * @param procedure of which procedure
     * @param place where people see it; 1 to {@link #MAX_TEXT_LENGTH} characters
     * @param digest the SHA-256 of what is shown
     */
    record RejectionPublished(
            CommunityId community,
            Instant occurredAt,
            ProcedureId procedure,
            String place,
            String digest)
            implements ProcedureEvent {
        /** Checks the texts. */
        public RejectionPublished {
            Stage.requireText("place", place, MAX_TEXT_LENGTH);
            Paper.requireDigest(digest);
        }
    }
}
