package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the owners' vote on one motion comes to, with every figure and reason, for example {@code
 * PASSED} with five findings met. Only a {@link Tally} makes one. Immutable.
 *
 * <p>Source: Civil Code art. 278 para. 2.
 *
 * @since 0.1.0
 */
public final class MotionResult {

    /** What a vote comes to; {@link Judgement#result} derives it. */
    public enum Result {
        /** The voting is still open. */
        PENDING,
        /**
         * A needed figure is missing, and nothing is guessed; of published figures alone, as no
         * unit of a roster is without its area.
         */
        NOT_ESTABLISHED,
        /** Called too late, so nothing was decided. */
        INVALID_PROCEDURE,
        /** Too few took part, so nothing was decided. */
        NO_QUORUM,
        /** Enough took part and too few consented. */
        REJECTED,
        /** Enough took part and enough consented. */
        PASSED;

        /**
         * Whether the owners have voted and did not adopt it; an open or void vote is no answer.
         *
         * @return true for {@link #NO_QUORUM} and {@link #REJECTED}
         */
        public boolean isDeclined() {
            return this == NO_QUORUM || this == REJECTED;
        }
    }

    /**
     * What the count of a community's own rules comes to; it decides nothing.
     *
     * @param count the votes by those rules
     * @param judgement the same thresholds, measured on that count, as {@link ByRulesFinding.Share}
     * @param delivery whether silence was proven, where silence counts
     * @param setAside the ballots that do not count by those rules, in the order of receipt; a
     *     proxy's for one principal too many are among them, and by law they count
     * @param mixedHolders the holders of several units whose ballots differ by those rules, in
     *     alphabetical order
     */
    public record ByRules(
            MotionCount count,
            Judgement judgement,
            List<Finding> delivery,
            List<SetAside> setAside,
            List<VotingHolder> mixedHolders) {

        /** Copies what is listed. */
        public ByRules {
            delivery = List.copyOf(delivery);
            setAside = List.copyOf(setAside);
            mixedHolders = List.copyOf(mixedHolders);
        }

        /** Delivery, then the shares; the course of the meeting is that of the law's count. */
        private List<Finding> findings() {
            return Stream.of(delivery, judgement.quorum(), judgement.consent())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** One count of a motion. */
    record Counted(
            MotionCount count,
            List<SetAside> setAside,
            List<VotingHolder> mixedHolders,
            List<Finding> delivery) {}

    private final CountTerms terms;
    private final Motion motion;
    private final Counted counted;
    private final Judgement judgement;
    private final List<Counted> own;
    private final Bylaws.Heard heard;
    private final List<ByRules> byRules;

    MotionResult(
            CountTerms terms,
            Motion motion,
            Counted counted,
            List<Counted> byRules,
            Bylaws.Heard heard) {
        this.terms = terms;
        this.motion = motion;
        this.counted = counted;
        this.judgement = terms.judge(counted.count(), motion.matter());
        this.own = List.copyOf(byRules);
        this.heard = heard;
        this.byRules = byRules.stream().map(this::judged).toList();
    }

    private ByRules judged(Counted byRules) {
        return new ByRules(
                byRules.count(),
                terms.judge(byRules.count(), motion.matter())
                        .beside(heard.clausesTold(), heard.sources())
                        .on(terms.meeting().openingDate()),
                VotingFinding.OnDay.of(byRules.delivery(), terms.meeting().openingDate()),
                byRules.setAside(),
                byRules.mixedHolders());
    }

    /**
     * The meeting at which it was put to the owners.
     *
     * @return the meeting with its community and the close of its voting
     */
    public Meeting meeting() {
        return terms.meeting();
    }

    /**
     * What the region asks of the vote beyond the nation's law.
     *
     * @return the terms by which it was judged
     */
    public LocalTerms local() {
        return terms.local();
    }

    /**
     * The question that was put.
     *
     * @return the motion
     */
    public Motion motion() {
        return motion;
    }

    /**
     * The votes by area and by heads.
     *
     * @return the figures on which every finding rests
     */
    public MotionCount count() {
        return counted.count();
    }

    /**
     * What the vote comes to, derived from the findings.
     *
     * @return for example {@link Result#PASSED}; {@link Result#PENDING} where the count was made
     *     before the close or at it, {@link Result#INVALID_PROCEDURE} for a meeting called too late
     *     whenever it was made
     */
    public Result result() {
        return judgement.result();
    }

    /**
     * All findings, met and not met: days of notice, quorum by area and by heads, consent by area
     * and by heads; those on what the region asks beyond the nation's law; one where the result is
     * contested; every figure of the count by the community's own rules and what it rests on, none
     * of which decides; what of the count is our reading of the law; and the notices of the
     * region's profile where the community's rules were laid under one. A text that was not in
     * force on the day of the opening is cited as unverified.
     *
     * @return {@link Verdict#MET} exactly if the motion passed
     */
    public Ruling ruling() {
        List<Finding> beside =
                Stream.of(
                                contested().stream(),
                                ByRulesFinding.Beside.of(heard.findings()),
                                heard.bylaws().strictestLimits().stream()
                                        .map(ByRulesFinding.Principals::new),
                                byRules.stream()
                                        .flatMap(own -> ByRulesFinding.Beside.of(own.findings())))
                        .<Finding>flatMap(findings -> findings)
                        .toList();
        return terms.ruling(judgement, beside, motion.matter());
    }

    /** The ruling as it is recorded, where the count by own rules has lines of its own. */
    Ruling recordedRuling() {
        return terms.ruling(judgement, contested().stream().toList(), motion.matter());
    }

    /**
     * The count that the community's own rules ask for, as far as they are heard.
     *
     * @return empty where they ask for the statutory count alone
     */
    public Optional<ByRules> byRules() {
        return byRules.stream().findFirst();
    }

    /** Whether silence was proven, without the day of the meeting beside it. */
    List<Finding> undatedDelivery() {
        return own.stream().flatMap(count -> count.delivery().stream()).toList();
    }

    /** The shares by own rules as they are recorded, in the words of the law. */
    List<Finding> recordedByRules() {
        return own.stream()
                .map(count -> terms.judge(count.count(), motion.matter()).ruling())
                .flatMap(ruling -> ruling.findings().stream())
                .toList();
    }

    /** The same count judged by other terms. */
    MotionResult under(CountTerms other) {
        return new MotionResult(other, motion, counted, own, heard);
    }

    /**
     * Whether the community's own rules come to another result than the law, which stands.
     *
     * @return both results, empty where they agree
     */
    public Optional<VotingFinding.Contested> contested() {
        return byRules()
                .map(own -> new VotingFinding.Contested(result(), own.judgement().result()))
                .filter(both -> both.statutory() != both.byRules());
    }

    /**
     * The ballots that do not count on this motion.
     *
     * @return in the order of receipt
     */
    public List<SetAside> setAside() {
        return counted.setAside();
    }

    /**
     * The holders of several units whose ballots differ; each counts as an abstention with all the
     * area it returned.
     *
     * @return in alphabetical order
     */
    public List<VotingHolder> mixedHolders() {
        return counted.mixedHolders();
    }

    /**
     * The resolution that the owners have adopted.
     *
     * @return empty unless the motion passed; always empty while the voting is open
     */
    public Optional<Resolution> resolution() {
        return result() == Result.PASSED
                ? Optional.of(new Resolution(terms.meeting(), terms.roster(), motion, count()))
                : Optional.empty();
    }

    /** For example {@code M1 PASSED}. */
    @Override
    public String toString() {
        return motion.id() + " " + result();
    }
}
