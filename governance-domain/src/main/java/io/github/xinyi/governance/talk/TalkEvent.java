package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.voting.Matter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has happened in a talk; a {@link Talk} is the fold of these. Texts written by people are
 * components of their own.
 *
 * @since 0.1.0
 */
public sealed interface TalkEvent extends DomainEvent {

    /** The longest text, in characters. */
    int MAX_TEXT_LENGTH = 1000;

    /**
     * Whose event it is.
     *
     * @return once within the community
     */
    TalkId talk();

    /**
     * A resident raised an issue (说).
     *
     * @param community where
     * @param occurredAt when
     * @param talk its ticket
     * @param resident who
     * @param issue what; 1 to {@link #MAX_TEXT_LENGTH} characters
     */
    record IssueRaised(
            CommunityId community, Instant occurredAt, TalkId talk, PersonId resident, String issue)
            implements TalkEvent {
        /** Checks the text. */
        public IssueRaised {
            TalkText.require(issue);
        }
    }

    /**
     * The talk goes by the terms of its locality.
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param terms to its end
     */
    record TermsAdopted(CommunityId community, Instant occurredAt, TalkId talk, TalkTerms terms)
            implements TalkEvent {}

    /**
     * Somebody else wants the same.
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param supporter who
     */
    record SupporterJoined(
            CommunityId community, Instant occurredAt, TalkId talk, PersonId supporter)
            implements TalkEvent {}

    /**
     * The issue was talked over (议) and a plan made.
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param plan what it came to
     */
    record IssueDiscussed(CommunityId community, Instant occurredAt, TalkId talk, Plan plan)
            implements TalkEvent {}

    /**
     * The issue is one that only the owners together decide, and goes on as a procedure.
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param matter which of the nine matters
     * @param procedure the procedure opened for it
     * @param openedAt when it was opened; of a text of version 1, when that was noted
     */
    record IssueEscalated(
            CommunityId community,
            Instant occurredAt,
            TalkId talk,
            Matter matter,
            ProcedureId procedure,
            Instant openedAt)
            implements TalkEvent {}

    /**
     * A step was taken that the place adds to the way of a talk. Cases of the grid and of many
     * homes record their own steps, of which they keep other things; who may take one for a post is
     * judged alike, by {@link io.github.xinyi.governance.team.PostStep}.
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param step which, as its terms name it
     * @param by who took it; of a step that is left to a post, who does the work of that post
     * @param team the team in which {@code by} does, at most one; empty where the step is left to
     *     no post
     * @param note what came of it; 1 to {@link #MAX_TEXT_LENGTH} characters
     */
    record LocalStepTaken(
            CommunityId community,
            Instant occurredAt,
            TalkId talk,
            LocalStep step,
            PersonId by,
            List<TeamId> team,
            String note)
            implements TalkEvent {
        /** Copies the team, and checks the text. */
        public LocalStepTaken {
            team = List.copyOf(team);
            TalkText.require(note);
        }
    }

    /**
     * The plan was carried out (办).
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param report what was done; 1 to {@link #MAX_TEXT_LENGTH} characters
     */
    record PlanCarriedOut(CommunityId community, Instant occurredAt, TalkId talk, String report)
            implements TalkEvent {
        /** Checks the text. */
        public PlanCarriedOut {
            TalkText.require(report);
        }
    }

    /**
     * The result was published.
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param place where people see it; 1 to {@link #MAX_TEXT_LENGTH} characters
     */
    record ResultPublished(CommunityId community, Instant occurredAt, TalkId talk, String place)
            implements TalkEvent {
        /** Checks the text. */
        public ResultPublished {
            TalkText.require(place);
        }
    }

    /**
     * Residents reviewed the result (评).
     *
     * @param community where
     * @param occurredAt when
     * @param talk of which talk
     * @param satisfied who is satisfied, each once
     * @param dissatisfied who is not, each once; one reviewer or more in all
     */
    record ResultReviewed(
            CommunityId community,
            Instant occurredAt,
            TalkId talk,
            SortedSet<PersonId> satisfied,
            SortedSet<PersonId> dissatisfied)
            implements TalkEvent {
        /** Copies the sets, and refuses a review by nobody. */
        public ResultReviewed {
            satisfied = Collections.unmodifiableSortedSet(new TreeSet<>(satisfied));
            dissatisfied = Collections.unmodifiableSortedSet(new TreeSet<>(dissatisfied));
            if (satisfied.isEmpty() && dissatisfied.isEmpty()) {
                throw new IllegalArgumentException("a review by nobody");
            }
        }
    }
}
