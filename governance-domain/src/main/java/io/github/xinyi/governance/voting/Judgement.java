package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a vote comes to and why: the one place where a result is derived, for counted ballots and
 * for published figures alike.
 *
 * <p>Example: {@code Judgement.of(count, Matter.MANAGER_APPOINTMENT, RuleSet.CIVIL_CODE_2021,
 * notice).result()}. A judgement of plain figures is no {@link Resolution}. Source: Civil Code art.
 * 278 para. 2.
 *
 * @param notice whether the meeting was called in time
 * @param course whether the terms of the region were kept beyond that, often no finding
 * @param quorum whether enough take part, at least one finding
 * @param consent whether enough consent, at least one finding
 * @since 0.1.0
 */
public record Judgement(
        Finding notice, List<Finding> course, List<Finding> quorum, List<Finding> consent) {

    /** Copies the findings and refuses an empty list. */
    public Judgement {
        course = List.copyOf(course);
        quorum = List.copyOf(quorum);
        consent = List.copyOf(consent);
        if (quorum.isEmpty() || consent.isEmpty()) {
            throw new IllegalArgumentException("a judgement needs findings on quorum and consent");
        }
    }

    /**
     * Measures plain figures.
     *
     * @param count the votes by area and by heads
     * @param matter what is decided
     * @param rules the shares needed
     * @param notice whether the meeting was called in time
     * @return quorum by area and by heads, consent by area and by heads
     */
    public static Judgement of(MotionCount count, Matter matter, RuleSet rules, Finding notice) {
        MotionCount.Votes participating = count.participating();
        MotionCount.Votes all = rules.quorum().baseOf(count);
        MotionCount.Votes inFavour = count.inFavour();
        MotionCount.Votes base = rules.consent(matter).baseOf(count);
        return new Judgement(
                notice,
                List.of(),
                List.of(
                        new VotingFinding.AreaQuorum(participating.area(), all.area(), rules),
                        new VotingFinding.HeadQuorum(participating.heads(), all.heads(), rules)),
                List.of(
                        new VotingFinding.AreaConsent(inFavour.area(), base.area(), rules, matter),
                        new VotingFinding.HeadConsent(
                                inFavour.heads(), base.heads(), rules, matter)));
    }

    /**
     * The same with what the region asks beyond the nation's law.
     *
     * @param local the terms of the region
     * @param days the days of notice, opening and close
     * @param count the votes by area and by heads
     * @param of what is decided
     * @param rules what consent is measured against
     * @return also a finding on each term that concerns the matter
     */
    public Judgement under(
            LocalTerms local, VotingDays days, MotionCount count, Matter of, RuleSet rules) {
        return new Judgement(
                notice,
                both(course, LocalFinding.onCourse(local, days)),
                both(
                        quorum,
                        LocalFinding.onShare(
                                local,
                                LocalTerms.Share.Kind.PARTICIPATION,
                                count.participating(),
                                count.total())),
                both(
                        consent,
                        LocalFinding.onShare(
                                local,
                                of.voteClass().localShare(),
                                count.inFavour(),
                                rules.consent(of).baseOf(count))));
    }

    private static List<Finding> both(List<Finding> national, List<Finding> local) {
        return Stream.concat(national.stream(), local.stream()).toList();
    }

    /** The same with every text marked that was not in force on the day. */
    Judgement on(LocalDate day) {
        return new Judgement(
                VotingFinding.OnDay.of(notice, day),
                VotingFinding.OnDay.of(course, day),
                VotingFinding.OnDay.of(quorum, day),
                VotingFinding.OnDay.of(consent, day));
    }

    /** The same of a count beside the law's. */
    Judgement beside(String clauses, List<Citation> sources) {
        return new Judgement(
                notice,
                course,
                beside(quorum, clauses, sources),
                beside(consent, clauses, sources));
    }

    private static List<Finding> beside(
            List<Finding> shares, String clauses, List<Citation> sources) {
        return shares.stream()
                .map(share -> ByRulesFinding.Share.of(share, clauses, sources))
                .toList();
    }

    /**
     * The same while the voting is open: no share is reached or missed yet.
     *
     * @return every finding on quorum and consent {@link Verdict#PENDING}, with its figures so far
     */
    public Judgement whileOpen() {
        return new Judgement(notice, course, pending(quorum), pending(consent));
    }

    private static List<Finding> pending(List<Finding> findings) {
        return findings.stream().<Finding>map(VotingFinding.SoFar::new).toList();
    }

    /**
     * What the vote comes to: the first of notice, quorum and consent that is not met says it; one
     * that is open or lacks a figure leaves it open, whatever comes after it.
     *
     * @return for example {@link MotionResult.Result#PASSED}
     */
    public MotionResult.Result result() {
        return step(
                Stream.concat(Stream.of(notice), course.stream()).toList(),
                MotionResult.Result.INVALID_PROCEDURE,
                () ->
                        step(
                                quorum,
                                MotionResult.Result.NO_QUORUM,
                                () ->
                                        step(
                                                consent,
                                                MotionResult.Result.REJECTED,
                                                () -> MotionResult.Result.PASSED)));
    }

    private static MotionResult.Result step(
            List<Finding> findings,
            MotionResult.Result missed,
            Supplier<MotionResult.Result> next) {
        return switch (new Ruling(findings).verdict()) {
            case NOT_MET -> missed;
            case UNDETERMINED -> MotionResult.Result.NOT_ESTABLISHED;
            case PENDING -> MotionResult.Result.PENDING;
            case MET, NOT_APPLICABLE -> next.get();
        };
    }

    /**
     * All findings, met and not met.
     *
     * @return {@link Verdict#MET} exactly if the motion passed
     */
    public Ruling ruling() {
        return new Ruling(
                Stream.of(List.of(notice), course, quorum, consent).flatMap(List::stream).toList());
    }
}
