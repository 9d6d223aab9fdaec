package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.region.NoticeClauses;
import io.github.xinyi.governance.region.RegionNotice;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a community's own rules and its region say about counting, for example {@link #none()}.
 *
 * @param counting how its rules want ballots read
 * @param heads how its rules want heads and area made
 * @param clauses the clauses on which that rests, at most {@link #MAX_CLAUSES}
 * @param inArrears the units on which fees are owed; heard only where the rules exclude them; at
 *     most {@link Roster#MAX_UNITS}
 * @param proxyLimits limits on proxies by regional law; the smallest holds, in the count beside the
 *     statutory one
 * @param notices what every ruling of the count says of the region's profile, at most {@link
 *     #MAX_CLAUSES}
 * @param local what the region asks of every vote beyond the nation's law; the statutory count is
 *     judged by it too
 * @since 0.1.0
 */
public record Bylaws(
        CountPolicy counting,
        HeadPolicy heads,
        List<AdoptedClause> clauses,
        SortedSet<UnitId> inArrears,
        List<ProxyLimit> proxyLimits,
        List<RegionNotice> notices,
        LocalTerms local) {

    /** The most clauses that are heard. */
    public static final int MAX_CLAUSES = 50;

    private static final Bylaws NONE =
            new Bylaws(
                    CountPolicy.statutory(),
                    HeadPolicy.statutory(),
                    List.of(),
                    new TreeSet<>(),
                    List.of(),
                    List.of());

    /** Refuses too much by its size alone, before anything is copied. */
    public Bylaws {
        if (inArrears.size() > Roster.MAX_UNITS) {
            throw new IllegalArgumentException("too many units in arrears: " + inArrears.size());
        }
        if (Stream.of(clauses, proxyLimits, notices).anyMatch(l -> l.size() > MAX_CLAUSES)) {
            throw new IllegalArgumentException(
                    "too many clauses: "
                            + clauses.size()
                            + ", limits: "
                            + proxyLimits.size()
                            + ", notices: "
                            + notices.size());
        }
        clauses = List.copyOf(clauses);
        inArrears = Collections.unmodifiableSortedSet(new TreeSet<>(inArrears));
        proxyLimits = List.copyOf(proxyLimits);
        notices = List.copyOf(notices);
    }

    /**
     * Rules under a region that asks for nothing beyond the nation's law.
     *
     * @param counting how the rules want ballots read
     * @param heads how they want heads and area made
     * @param clauses the clauses on which that rests
     * @param inArrears the units on which fees are owed
     * @param proxyLimits limits on proxies by regional law
     * @param notices what every ruling says of the region's profile
     */
    public Bylaws(
            CountPolicy counting,
            HeadPolicy heads,
            List<AdoptedClause> clauses,
            SortedSet<UnitId> inArrears,
            List<ProxyLimit> proxyLimits,
            List<RegionNotice> notices) {
        this(counting, heads, clauses, inArrears, proxyLimits, notices, LocalTerms.none());
    }

    /**
     * No rule but the law.
     *
     * @return all defaults
     */
    public static Bylaws none() {
        return NONE;
    }

    /**
     * With another count policy.
     *
     * @param other the policy
     * @return a changed copy
     */
    public Bylaws with(CountPolicy other) {
        return new Bylaws(other, heads, clauses, inArrears, proxyLimits, notices, local);
    }

    /**
     * With another head policy.
     *
     * @param other the policy
     * @return a changed copy
     */
    public Bylaws with(HeadPolicy other) {
        return new Bylaws(counting, other, clauses, inArrears, proxyLimits, notices, local);
    }

    /**
     * With one more clause.
     *
     * @param clause the clause
     * @return a changed copy
     */
    public Bylaws with(AdoptedClause clause) {
        List<AdoptedClause> more = new ArrayList<>(clauses);
        more.add(clause);
        return new Bylaws(counting, heads, more, inArrears, proxyLimits, notices, local);
    }

    /**
     * With other terms of the region.
     *
     * @param other the terms
     * @return a changed copy
     */
    public Bylaws with(LocalTerms other) {
        return new Bylaws(counting, heads, clauses, inArrears, proxyLimits, notices, other);
    }

    /**
     * Under the law of a region, for a regular meeting.
     *
     * @param profile the region's clauses
     * @return as {@link #under(RegionProfile, LocalTerms.Called)}
     */
    public Bylaws under(RegionProfile profile) {
        return under(profile, LocalTerms.Called.REGULAR);
    }

    /**
     * Under the law of a region: with the limit that it sets on proxies, if it does, with its terms
     * beyond the nation's, and with the notices of its profile.
     *
     * @param profile the region's clauses
     * @param called which days of notice hold
     * @return a changed copy, under whose count every ruling shows the notices
     */
    public Bylaws under(RegionProfile profile, LocalTerms.Called called) {
        List<ProxyLimit> limits = new ArrayList<>(proxyLimits);
        profile.find(NoticeClauses.PROXY_PRINCIPALS)
                .ifPresent(c -> limits.add(new ProxyLimit(c.value(), c.basis().get(0))));
        return new Bylaws(
                counting,
                heads,
                clauses,
                inArrears,
                limits,
                profile.notices().stream().map(BylawText::notice).toList(),
                LocalTerms.of(profile, called));
    }

    /**
     * How many principals one proxy may vote for.
     *
     * @return the smallest limit, {@link Integer#MAX_VALUE} where there is none
     */
    public int principalsPerProxy() {
        return proxyLimits.stream()
                .mapToInt(ProxyLimit::principals)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * The limits that set {@link #principalsPerProxy}.
     *
     * @return in their order, of one number; empty where there is none
     */
    public List<ProxyLimit> strictestLimits() {
        return proxyLimits.stream()
                .filter(limit -> limit.principals() == principalsPerProxy())
                .toList();
    }

    /**
     * Whether they ask for the statutory count alone.
     *
     * @return true if nothing stands beside it
     */
    public boolean isStatutory() {
        return counting.equals(CountPolicy.statutory())
                && heads.equals(HeadPolicy.statutory())
                && proxyLimits.isEmpty();
    }

    /**
     * What of these rules a meeting hears: what has no clause adopted before it stays as the law
     * has it.
     *
     * @param meeting the meeting; a clause that it adopts itself is not heard in it
     * @param opening the day on which its voting opens
     * @return the rules heard, and one finding for every topic asked for
     */
    public Heard heardBy(MeetingId meeting, LocalDate opening) {
        Bylaws heard = this;
        List<AdoptedClause> used = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (CountTopic topic : CountTopic.values()) {
            if (topic.isAskedBy(this)) {
                Optional<AdoptedClause> clause =
                        clauses.stream()
                                .filter(c -> c.topic() == topic)
                                .filter(c -> !c.meeting().equals(meeting))
                                .filter(c -> c.adoptedOn().isBefore(opening))
                                .findFirst();
                findings.add(
                        RuleCheck.of(
                                BylawRule.CLAUSE_ADOPTED,
                                clause.isPresent(),
                                "topic",
                                topic,
                                "clause",
                                clause.map(Bylaws::told).orElse("-")));
                clause.ifPresent(used::add);
                heard = clause.isPresent() ? heard : topic.without(heard);
            }
        }
        return new Heard(heard, used, findings);
    }

    /**
     * Everything in one fixed form, for a store to keep.
     *
     * @return lines that end in a line feed, the first {@code xinyi-bylaws-1}, or {@code
     *     xinyi-bylaws-2} where the region asks for more than the nation
     */
    public String canonicalText() {
        return BylawText.write(this);
    }

    /**
     * The rules that a text tells.
     *
     * @param canonicalText what {@link #canonicalText} makes
     * @return equal to those it was made of
     * @throws IllegalArgumentException if it is anything else
     */
    public static Bylaws parse(String canonicalText) {
        return BylawText.read(canonicalText);
    }

    private static String told(AdoptedClause clause) {
        return clause.clause()
                + ", "
                + clause.adoptedOn()
                + ", "
                + clause.meeting()
                + " "
                + clause.motion();
    }

    /**
     * What of a community's rules is heard, and why not more.
     *
     * @param bylaws the rules that apply
     * @param clauses the clause on which each topic rests that is heard
     * @param findings one for every topic asked for, met or not
     */
    public record Heard(Bylaws bylaws, List<AdoptedClause> clauses, List<Finding> findings) {

        /** Copies what is listed. */
        public Heard {
            clauses = List.copyOf(clauses);
            findings = List.copyOf(findings);
        }

        /**
         * The names of the clauses, for people.
         *
         * @return for example {@code 议事规则第26条}; {@code -} for none
         */
        public String clausesTold() {
            return clauses.isEmpty()
                    ? "-"
                    : clauses.stream()
                            .map(AdoptedClause::clause)
                            .distinct()
                            .collect(Collectors.joining("; "));
        }

        /**
         * The texts that let another count stand beside the law's.
         *
         * @return those behind a clause of the community, and behind the limit on proxies
         */
        public List<Citation> sources() {
            return Stream.concat(
                            clauses.stream().map(clause -> BylawRule.LEAVE),
                            bylaws.strictestLimits().stream().map(ProxyLimit::source))
                    .distinct()
                    .toList();
        }
    }
}
