package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a count finds on the terms that its region sets beyond the nation's law; one that is not met
 * keeps the motion from passing.
 *
 * @since 0.1.0
 */
public sealed interface LocalFinding extends Finding {

    /**
     * Whether the terms of the course were kept.
     *
     * @param local what the region asks
     * @param days the days of the vote
     * @return one finding for each term of the course, often none
     */
    static List<Finding> onCourse(LocalTerms local, VotingDays days) {
        return local.days().stream().<Finding>map(term -> Days.of(term, days)).toList();
    }

    /**
     * Whether the region's share of something is reached.
     *
     * @param local what the region asks
     * @param kind what it is a share of
     * @param part the votes taking part or in favour
     * @param whole what they are measured against
     * @return one finding by area and one by heads; none where the region asks for no more than the
     *     nation
     */
    static List<Finding> onShare(
            LocalTerms local,
            LocalTerms.Share.Kind kind,
            MotionCount.Votes part,
            MotionCount.Votes whole) {
        return local.share(kind).stream()
                .<Finding>flatMap(
                        share ->
                                Stream.of(
                                        new AreaShare(share, part.area(), whole.area()),
                                        new HeadShare(share, part.heads(), whole.heads())))
                .toList();
    }

    private static Verdict verdict(boolean met) {
        return met ? Verdict.MET : Verdict.NOT_MET;
    }

    /**
     * A term of the course in calendar days; the first day does not count.
     *
     * @param term what the region asks
     * @param from the day of notice or of the opening
     * @param to the day of the opening or of the close
     */
    record Days(LocalTerms.Days term, LocalDate from, LocalDate to) implements LocalFinding {

        /** {@code voting.local-notice-days}. */
        public static final RuleCode NOTICE = new RuleCode("voting.local-notice-days");

        /** {@code voting.local-voting-least-days}. */
        public static final RuleCode LEAST = new RuleCode("voting.local-voting-least-days");

        /** {@code voting.local-voting-most-days}. */
        public static final RuleCode MOST = new RuleCode("voting.local-voting-most-days");

        private static Days of(LocalTerms.Days term, VotingDays days) {
            return switch (term.kind()) {
                case NOTICE_AT_LEAST -> new Days(term, days.notifiedOn(), days.openedOn());
                case VOTING_AT_LEAST, VOTING_AT_MOST ->
                        new Days(term, days.openedOn(), days.closedOn());
            };
        }

        /**
         * The days between the two.
         *
         * @return negative if the second is the earlier
         */
        public long days() {
            return ChronoUnit.DAYS.between(from, to);
        }

        @Override
        public RuleCode rule() {
            return switch (term.kind()) {
                case NOTICE_AT_LEAST -> NOTICE;
                case VOTING_AT_LEAST -> LEAST;
                case VOTING_AT_MOST -> MOST;
            };
        }

        @Override
        public Verdict verdict() {
            return LocalFinding.verdict(
                    switch (term.kind()) {
                        case NOTICE_AT_LEAST, VOTING_AT_LEAST -> days() >= term.days();
                        case VOTING_AT_MOST -> days() <= term.days();
                    });
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("from", from)
                    .and("to", to)
                    .and("days", days())
                    .and("required", term.days())
                    .toMap();
        }

        @Override
        public List<Citation> basis() {
            return term.basis();
        }
    }

    /**
     * A share of the area above the nation's.
     *
     * @param share what the region asks
     * @param part the area taking part or in favour
     * @param whole what it is measured against
     */
    record AreaShare(LocalTerms.Share share, FloorArea part, FloorArea whole)
            implements LocalFinding {

        /** {@code voting.local-area-quorum}. */
        public static final RuleCode QUORUM = new RuleCode("voting.local-area-quorum");

        /** {@code voting.local-area-consent}. */
        public static final RuleCode CONSENT = new RuleCode("voting.local-area-consent");

        @Override
        public RuleCode rule() {
            return share.kind() == LocalTerms.Share.Kind.PARTICIPATION ? QUORUM : CONSENT;
        }

        @Override
        public Verdict verdict() {
            return LocalFinding.verdict(
                    share.threshold().isMetBy(part.squareDecimetres(), whole.squareDecimetres()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures(share, part, whole);
        }

        @Override
        public List<Citation> basis() {
            return share.basis();
        }
    }

    /**
     * A share of the heads above the nation's.
     *
     * @param share what the region asks
     * @param part the heads taking part or in favour
     * @param whole what they are measured against
     */
    record HeadShare(LocalTerms.Share share, HeadCount part, HeadCount whole)
            implements LocalFinding {

        /** {@code voting.local-head-quorum}. */
        public static final RuleCode QUORUM = new RuleCode("voting.local-head-quorum");

        /** {@code voting.local-head-consent}. */
        public static final RuleCode CONSENT = new RuleCode("voting.local-head-consent");

        @Override
        public RuleCode rule() {
            return share.kind() == LocalTerms.Share.Kind.PARTICIPATION ? QUORUM : CONSENT;
        }

        @Override
        public Verdict verdict() {
            return LocalFinding.verdict(share.threshold().isMetBy(part.value(), whole.value()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures(share, part, whole);
        }

        @Override
        public List<Citation> basis() {
            return share.basis();
        }
    }

    private static Map<String, String> figures(LocalTerms.Share share, Object part, Object whole) {
        return Evidence.of("part", part)
                .and("whole", whole)
                .and("threshold", share.threshold())
                .toMap();
    }
}
