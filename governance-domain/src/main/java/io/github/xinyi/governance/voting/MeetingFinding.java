package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Map;

/**
 * Why a {@link MeetingStore} does not take something into the record of a meeting; every finding
 * has the verdict {@link Verdict#NOT_MET}.
 *
 * @since 0.1.0
 */
public sealed interface MeetingFinding extends Finding {

    @Override
    default Verdict verdict() {
        return Verdict.NOT_MET;
    }

    @Override
    default List<Citation> basis() {
        return List.of();
    }

    /**
     * A meeting of that name was recorded with other content.
     *
     * @param community whose meeting
     * @param meeting its identifier
     */
    record AlreadyRecorded(CommunityId community, MeetingId meeting) implements MeetingFinding {

        /** {@code voting.meeting-recorded}. */
        public static final RuleCode CODE = new RuleCode("voting.meeting-recorded");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("community", community).and("meeting", meeting).toMap();
        }
    }

    /**
     * No meeting of that name was recorded.
     *
     * @param community whose meeting
     * @param meeting its identifier
     */
    record Unknown(CommunityId community, MeetingId meeting) implements MeetingFinding {

        /** {@code voting.meeting-unknown}. */
        public static final RuleCode CODE = new RuleCode("voting.meeting-unknown");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("community", community).and("meeting", meeting).toMap();
        }
    }

    /**
     * A ballot of that identifier was added with other content.
     *
     * @param meeting the meeting
     * @param ballot the identifier
     */
    record BallotConflict(MeetingId meeting, BallotId ballot) implements MeetingFinding {

        /** {@code voting.ballot-conflict}. */
        public static final RuleCode CODE = new RuleCode("voting.ballot-conflict");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("meeting", meeting).and("ballot", ballot).toMap();
        }
    }

    /**
     * A count made before the voting has closed is no result.
     *
     * @param community whose meeting
     * @param meeting its identifier
     */
    record StillOpen(CommunityId community, MeetingId meeting) implements MeetingFinding {

        /** {@code voting.still-open}. */
        public static final RuleCode CODE = new RuleCode("voting.still-open");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("community", community).and("meeting", meeting).toMap();
        }
    }

    /**
     * The result is stored, so that nothing further is taken into the box and no other result.
     *
     * @param community whose meeting
     * @param meeting its identifier
     */
    record ResultStored(CommunityId community, MeetingId meeting) implements MeetingFinding {

        /** {@code voting.result-stored}. */
        public static final RuleCode CODE = new RuleCode("voting.result-stored");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("community", community).and("meeting", meeting).toMap();
        }
    }

    /**
     * The box takes no more from that sender, or no more at all; what it holds can still be
     * counted.
     *
     * @param meeting the meeting
     * @param bound which limit is reached
     * @param limit its figure, for example {@code 20}
     */
    record TooMany(MeetingId meeting, BoxLimits.Bound bound, int limit) implements MeetingFinding {

        /** {@code voting.box-full}. */
        public static final RuleCode CODE = new RuleCode("voting.box-full");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("meeting", meeting).and("bound", bound).and("limit", limit).toMap();
        }

        /** No text limits repeated ballots; that a store may is our reading. */
        @Override
        public List<Citation> basis() {
            return List.of(Statutes.CIVIL_CODE.at(278, 2).asInterpretation());
        }
    }
}
