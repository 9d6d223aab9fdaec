package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is told of the count that a community's own rules, or its region's limit on proxies, ask for
 * beside the law's; it never turns the result.
 *
 * @since 0.1.0
 */
public sealed interface ByRulesFinding extends Finding {

    /**
     * A share of the law measured on that count, which the law itself does not ask.
     *
     * @param of which share
     * @param measured the finding as the law words it
     * @param clauses the clauses on which the count rests, {@code -} for none
     * @param sources the same as texts, and the regional rule where one limits proxies
     */
    record Share(Of of, Finding measured, String clauses, List<Citation> sources)
            implements ByRulesFinding {

        /** Which share, by the nation's law and by the region's alike. */
        public enum Of {
            /** The area taking part. */
            AREA_QUORUM(
                    "voting.by-rules-area-quorum",
                    VotingFinding.AreaQuorum.CODE,
                    LocalFinding.AreaShare.QUORUM),
            /** The heads taking part. */
            HEAD_QUORUM(
                    "voting.by-rules-head-quorum",
                    VotingFinding.HeadQuorum.CODE,
                    LocalFinding.HeadShare.QUORUM),
            /** The area in favour. */
            AREA_CONSENT(
                    "voting.by-rules-area-consent",
                    VotingFinding.AreaConsent.CODE,
                    LocalFinding.AreaShare.CONSENT),
            /** The heads in favour. */
            HEAD_CONSENT(
                    "voting.by-rules-head-consent",
                    VotingFinding.HeadConsent.CODE,
                    LocalFinding.HeadShare.CONSENT);

            private final RuleCode code;
            private final List<RuleCode> asTheLawWordsIt;

            Of(String code, RuleCode... asTheLawWordsIt) {
                this.code = new RuleCode(code);
                this.asTheLawWordsIt = List.of(asTheLawWordsIt);
            }

            /**
             * The stable name under which its text is found.
             *
             * @return for example {@code voting.by-rules-area-quorum}
             */
            public RuleCode code() {
                return code;
            }

            private static Of as(Finding measured) {
                return Arrays.stream(values())
                        .filter(share -> share.asTheLawWordsIt.contains(measured.rule()))
                        .findFirst()
                        .orElseThrow();
            }
        }

        /** Copies the sources. */
        public Share {
            sources = List.copyOf(sources);
        }

        static Finding of(Finding measured, String clauses, List<Citation> sources) {
            return new Share(Of.as(measured), measured, clauses, sources);
        }

        @Override
        public RuleCode rule() {
            return of.code();
        }

        @Override
        public Verdict verdict() {
            return measured.verdict();
        }

        /** A finding on a share tells the part, what it is measured against and the threshold. */
        @Override
        public Map<String, String> evidence() {
            List<String> figures = List.copyOf(measured.evidence().values());
            return Evidence.of("part", figures.get(0))
                    .and("whole", figures.get(1))
                    .and("threshold", figures.get(2))
                    .and("reached", verdict())
                    .and("clauses", clauses)
                    .toMap();
        }

        /** That a share of the law is asked of another count than the law's is a reading. */
        @Override
        public List<Citation> basis() {
            return Stream.concat(
                            sources.stream(),
                            measured.basis().stream().map(Citation::asInterpretation))
                    .distinct()
                    .toList();
        }
    }

    /**
     * So many principals at most count for one proxy where a regional rule says so; by the nation's
     * law there is no limit.
     *
     * @param limit the number and the rule that sets it
     */
    record Principals(ProxyLimit limit) implements ByRulesFinding {

        /** {@code voting.by-rules-principals}. */
        public static final RuleCode CODE = new RuleCode("voting.by-rules-principals");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return Verdict.NOT_APPLICABLE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("limit", limit.principals()).toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of(limit.source());
        }
    }

    /**
     * A finding on that count as it stands in the ruling on the motion, where it decides nothing.
     *
     * @param told the finding by itself
     */
    record Beside(Finding told) implements ByRulesFinding {

        static Stream<Finding> of(List<? extends Finding> findings) {
            return findings.stream().map(Beside::new);
        }

        @Override
        public RuleCode rule() {
            return told.rule();
        }

        @Override
        public Verdict verdict() {
            return Verdict.NOT_APPLICABLE;
        }

        @Override
        public Map<String, String> evidence() {
            return told.evidence();
        }

        @Override
        public List<Citation> basis() {
            return told.basis();
        }
    }
}
