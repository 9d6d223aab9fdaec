package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.proceeding.Term.Kind;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.ClauseKey;
import io.github.xinyi.governance.region.FirstMeetingClauses;
import io.github.xinyi.governance.region.NoticeClauses;
import io.github.xinyi.governance.region.NoticeClauses.CalledInstead;
import io.github.xinyi.governance.region.OwnersCommitteeClauses;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of a place: how long before, how long, by when, for example {@code
 * ProceedingTerms.under(profile)} of Hangzhou. A term that no text read gives is not there, and
 * nothing is checked against it. Immutable.
 *
 * @since 0.1.0
 */
public final class ProceedingTerms {

    private static final Map<Kind, ClauseKey<Integer>> READ =
            Map.of(
                    Kind.VOTING_AT_LEAST, NoticeClauses.VOTING_LEAST_DAYS,
                    Kind.VOTING_AT_MOST, NoticeClauses.VOTING_MOST_DAYS,
                    Kind.CONVENING, NoticeClauses.CONVENING_DAYS,
                    Kind.PUBLICATION, NoticeClauses.RESULT_PUBLISH_DAYS,
                    Kind.FILING, OwnersCommitteeClauses.FILING_DAYS,
                    Kind.GROUP_PUBLICATION, FirstMeetingClauses.GROUP_PUBLISH_DAYS,
                    Kind.FIRST_MEETING, FirstMeetingClauses.HOLD_DAYS);

    /**
     * How days of notice and of display are counted is our reading (I12); so is it that a result
     * put before the owners for comment is published.
     */
    private static final Map<Kind, ClauseKey<Integer>> INTERPRETED =
            Map.of(
                    Kind.REGULAR_NOTICE, NoticeClauses.REGULAR_DAYS,
                    Kind.EXTRAORDINARY_NOTICE, NoticeClauses.EXTRAORDINARY_DAYS,
                    Kind.PUBLICATION, NoticeClauses.RESULT_COMMENT_DAYS,
                    Kind.DISPLAY, NoticeClauses.RESULT_DISPLAY_DAYS);

    private final RegionProfile profile;

    /** At most one. */
    private final List<HolidayCalendar> calendar;

    private ProceedingTerms(RegionProfile profile, List<HolidayCalendar> calendar) {
        this.profile = profile;
        this.calendar = calendar;
    }

    /**
     * The terms of a region on a day.
     *
     * @param profile its clauses
     * @return the terms, whose rulings show the notices of the profile
     */
    public static ProceedingTerms under(RegionProfile profile) {
        return new ProceedingTerms(profile, List.of());
    }

    /**
     * With the rest days that move the last day of an act (Civil Code art. 203), as of filing or
     * putting up; days of notice, of voting and of display are never moved.
     *
     * @param restDays the rest days, instead of any given before
     * @return a changed copy; without one the days are plain, and every such finding says that
     *     article 203 was not applied
     */
    public ProceedingTerms with(HolidayCalendar restDays) {
        return new ProceedingTerms(profile, List.of(restDays));
    }

    /** Whether an act was done within a term of these. */
    ActFinding within(Rule rule, LocalDate from, LocalDate to, Term term) {
        return calendar.stream()
                .findFirst()
                .map(restDays -> ActFinding.of(rule, from, to, term, restDays))
                .orElseGet(() -> ActFinding.plain(rule, from, to, term));
    }

    /**
     * One term.
     *
     * @param kind what is limited
     * @return empty if no text gives it
     */
    public Optional<Term> term(Kind kind) {
        return find(READ, kind)
                .map(clause -> new Term(kind, clause.value(), clause.basis()))
                .or(
                        () ->
                                find(INTERPRETED, kind)
                                        .map(c -> new Term(kind, c.value(), interpreted(c))));
    }

    private Optional<Clause<Integer>> find(Map<Kind, ClauseKey<Integer>> keys, Kind kind) {
        return Optional.ofNullable(keys.get(kind)).flatMap(profile::find);
    }

    /** What was not read does not become a reading. */
    private static List<Citation> interpreted(Clause<?> clause) {
        return clause.basis().stream().map(Citation::asInterpretation).toList();
    }

    /** The share of the owners at whose proposal a meeting is called; of heads by our reading. */
    Clause<Threshold> proposal() {
        Clause<Threshold> share = profile.clause(NoticeClauses.PROPOSAL_HEADS);
        return new Clause<>(share.key(), share.value(), interpreted(share), share.origin());
    }

    /** Who calls a meeting that the committee let pass; empty where no text read says it. */
    Optional<Clause<CalledInstead>> calledInstead() {
        return profile.find(NoticeClauses.CALLED_INSTEAD);
    }

    /**
     * What a ruling under these terms says of the profile.
     *
     * @return empty where all texts were read and none contradicts the nation's
     */
    public List<Finding> notices() {
        return profile.notices();
    }

    /** For example {@code HANGZHOU on 2024-05-01}. */
    @Override
    public String toString() {
        return profile.toString();
    }
}
