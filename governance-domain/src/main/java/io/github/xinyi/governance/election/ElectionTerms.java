package io.github.xinyi.governance.election;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.region.RegionNotice;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.LocalFinding;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.VotingDays;
import io.github.xinyi.governance.voting.VotingFinding;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The law by which an election is judged, the same as for any other vote of its meeting: the rule
 * set of the day on which the voting opened, and what the region asks beyond it, for example 5 days
 * of voting in Hangzhou.
 *
 * @param rules the rule set of the day
 * @param days the days of notice, opening and close
 * @param local what the region asks beyond the nation's law; it makes nothing easier
 * @param notices what every ruling says of the region's profile, at most {@link Bylaws#MAX_CLAUSES}
 * @since 0.1.0
 */
public record ElectionTerms(
        RuleSet rules, VotingDays days, LocalTerms local, List<RegionNotice> notices) {

    /** Copies the notices. */
    public ElectionTerms {
        notices = List.copyOf(notices);
    }

    /**
     * The terms of an election.
     *
     * @param days the days of notice, opening and close
     * @param local what the region asks beyond the nation's law
     * @param notices what every ruling says of the region's profile
     * @return the terms; refused with {@link VotingFinding.RuleSetDate} before the first rule set
     */
    public static Outcome<ElectionTerms> on(
            VotingDays days, LocalTerms local, List<RegionNotice> notices) {
        return RuleSet.on(days.openedOn())
                .then(rules -> Outcome.accepted(new ElectionTerms(rules, days, local, notices)));
    }

    /** The same as rules of a community that has none of its own. */
    Bylaws region() {
        return new Bylaws(
                CountPolicy.statutory(),
                HeadPolicy.statutory(),
                List.of(),
                new TreeSet<>(),
                List.of(),
                notices,
                local);
    }

    /** Whether it was called in time and ran as long as the region asks. */
    List<Finding> course() {
        return Stream.concat(
                        Stream.of(
                                new VotingFinding.NoticeDays(
                                        days.notifiedOn(), days.openedOn(), rules)),
                        LocalFinding.onCourse(local, days).stream())
                .toList();
    }

    /** Whether enough take part. */
    List<Finding> quorum(Votes taking, Votes all) {
        return Stream.concat(
                        Stream.of(
                                new VotingFinding.AreaQuorum(taking.area(), all.area(), rules),
                                new VotingFinding.HeadQuorum(taking.heads(), all.heads(), rules)),
                        LocalFinding.onShare(
                                local, LocalTerms.Share.Kind.PARTICIPATION, taking, all)
                                .stream())
                .toList();
    }

    /** Whether a candidate has the majorities of an ordinary matter. */
    List<Finding> majority(Votes support, Votes base) {
        return Stream.concat(
                        Stream.of(
                                new VotingFinding.AreaConsent(
                                        support.area(),
                                        base.area(),
                                        rules,
                                        Matter.COMMITTEE_ELECTION),
                                new VotingFinding.HeadConsent(
                                        support.heads(),
                                        base.heads(),
                                        rules,
                                        Matter.COMMITTEE_ELECTION)),
                        LocalFinding.onShare(local, LocalTerms.Share.Kind.ORDINARY, support, base)
                                .stream())
                .toList();
    }

    /** The same finding with every text marked that was not in force on the day of the opening. */
    Finding dated(Finding finding) {
        return VotingFinding.OnDay.of(finding, days.openedOn());
    }

    /** That a rule is our reading of the law and not its text. */
    static List<Citation> readings(List<Citation> basis) {
        return basis.stream().map(Citation::asInterpretation).toList();
    }
}
