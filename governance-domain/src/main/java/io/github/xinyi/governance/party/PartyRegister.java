package io.github.xinyi.governance.party;

import static io.github.xinyi.governance.ruling.Verdict.MET;
import static io.github.xinyi.governance.ruling.Verdict.NOT_APPLICABLE;
import static io.github.xinyi.governance.ruling.Verdict.NOT_MET;

import io.github.xinyi.governance.identity.BranchId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.party.PartyEvent.BranchPlaced;
import io.github.xinyi.governance.party.PartyEvent.InstructorSent;
import io.github.xinyi.governance.party.PartyEvent.MemberLeft;
import io.github.xinyi.governance.party.PartyEvent.MemberPlaced;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The Party members and branches of the communities of a street or district, by the day from which
 * each change holds. Immutable.
 *
 * <p>A member has one place at a time: who moves on a day counts in the new community from that day
 * on, and in the old one until the day before. Changes of one member or community are recorded in
 * the order of their days.
 *
 * @since 0.1.0
 */
public final class PartyRegister {

    /** The greatest number of members ever in a register. */
    public static final int MAX_MEMBERS = 200_000;

    /** The greatest number of communities of one joint branch. */
    public static final int MAX_COMMUNITIES = 50;

    private record Place(CommunityId home, Membership membership, EffectivePeriod period) {
        Place until(EffectivePeriod shorter) {
            return new Place(home, membership, shorter);
        }
    }

    private final CommunityId community;
    private final Map<PersonId, List<Place>> members;
    private final Map<CommunityId, List<Arrangement>> arrangements;

    private PartyRegister(
            CommunityId community,
            Map<PersonId, List<Place>> members,
            Map<CommunityId, List<Arrangement>> arrangements) {
        this.community = community;
        this.members = members;
        this.arrangements = arrangements;
    }

    /**
     * The register after a history.
     *
     * @param community whose register it is, the host's identifier of the street or district
     * @param history its events in their order
     * @return the register
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static PartyRegister from(CommunityId community, List<PartyEvent> history) {
        PartyRegister register = new PartyRegister(community, new HashMap<>(), new HashMap<>());
        history.forEach(register::take);
        return register;
    }

    /**
     * The register after one more event.
     *
     * @param event what a command of this register yielded
     * @return the later register
     * @throws IllegalArgumentException if no command could have made the event
     */
    public PartyRegister after(PartyEvent event) {
        PartyRegister later =
                new PartyRegister(community, new HashMap<>(members), new HashMap<>(arrangements));
        later.take(event);
        return later;
    }

    /** Used only while the register is being made. */
    private void take(PartyEvent event) {
        List<Finding> form = form(event);
        if (!event.community().equals(community)
                || form.stream().anyMatch(finding -> finding.verdict() == NOT_MET)) {
            throw new IllegalArgumentException("not an event of this register: " + event);
        }
        EffectivePeriod period = EffectivePeriod.from(event.from());
        if (event instanceof MemberPlaced placed) {
            end(members, placed.member(), placed.from())
                    .add(new Place(placed.home(), placed.membership(), period));
        } else if (event instanceof MemberLeft left) {
            end(members, left.member(), left.from());
        } else if (event instanceof BranchPlaced placed) {
            placed.communities()
                    .forEach(
                            home ->
                                    endArrangement(home, placed.from())
                                            .add(
                                                    new Arrangement(
                                                            placed.form(),
                                                            placed.branch().value(),
                                                            period)));
        } else if (event instanceof InstructorSent sent) {
            endArrangement(sent.home(), sent.from())
                    .add(
                            new Arrangement(
                                    BranchForm.INSTRUCTOR_SENT, sent.instructor().value(), period));
        } else {
            throw new IllegalStateException("not a known event: " + event);
        }
    }

    private static List<Place> end(
            Map<PersonId, List<Place>> members, PersonId member, LocalDate from) {
        List<Place> places = new ArrayList<>(members.getOrDefault(member, List.of()));
        if (!places.isEmpty() && places.get(places.size() - 1).period().contains(from)) {
            Place last = places.get(places.size() - 1);
            places.set(
                    places.size() - 1,
                    last.until(new EffectivePeriod(last.period().startInclusive(), from)));
        }
        members.put(member, places);
        return places;
    }

    private List<Arrangement> endArrangement(CommunityId home, LocalDate from) {
        List<Arrangement> own = new ArrayList<>(arrangements.getOrDefault(home, List.of()));
        if (!own.isEmpty()) {
            Arrangement last = own.get(own.size() - 1);
            own.set(
                    own.size() - 1,
                    last.until(new EffectivePeriod(last.period().startInclusive(), from)));
        }
        arrangements.put(home, own);
        return own;
    }

    /** What must hold of an event whatever the thresholds are. */
    private List<Finding> form(PartyEvent event) {
        if (event instanceof MemberPlaced placed) {
            return List.of(
                    inOrder(placed.member().value(), lastOf(placed.member()), placed.from()),
                    check(
                            PartyRule.REGISTER_SIZE,
                            members.containsKey(placed.member()) || members.size() < MAX_MEMBERS,
                            placed.member().value(),
                            members.size(),
                            "≤" + MAX_MEMBERS));
        }
        if (event instanceof MemberLeft left) {
            return List.of(
                    inOrder(left.member().value(), lastOf(left.member()), left.from()),
                    check(
                            PartyRule.MEMBER_PRESENT,
                            places(left.member()).stream()
                                    .anyMatch(place -> place.period().contains(left.from())),
                            left.member().value(),
                            left.from(),
                            "1"));
        }
        if (event instanceof BranchPlaced placed) {
            int most = placed.form() == BranchForm.JOINT ? MAX_COMMUNITIES : 1;
            int seen = placed.communities().size();
            List<Finding> found = new ArrayList<>();
            placed.communities()
                    .forEach(home -> found.add(inOrder(home.value(), lastOf(home), placed.from())));
            found.add(
                    check(
                            PartyRule.COMMUNITIES,
                            placed.form() != BranchForm.INSTRUCTOR_SENT
                                    && seen >= 1
                                    && seen <= most,
                            placed.branch().value(),
                            seen,
                            "1-" + most));
            found.add(branchOf(placed));
            return found;
        }
        if (event instanceof InstructorSent sent) {
            return List.of(inOrder(sent.home().value(), lastOf(sent.home()), sent.from()));
        }
        throw new IllegalStateException("not a known event: " + event);
    }

    private Finding branchOf(BranchPlaced placed) {
        Set<CommunityId> serving = served(placed.branch(), placed.from());
        return placed.form() == BranchForm.AFFILIATED
                ? check(
                        PartyRule.HOST_ELSEWHERE,
                        placed.communities().stream().noneMatch(serving::contains),
                        placed.branch().value(),
                        serving,
                        "≠" + placed.communities())
                : check(
                        PartyRule.BRANCH_NEW,
                        placed.communities().containsAll(serving),
                        placed.branch().value(),
                        serving,
                        "⊆" + placed.communities());
    }

    private static Finding inOrder(String subject, LocalDate last, LocalDate from) {
        String needed = last.equals(LocalDate.MIN) ? "-" : ">" + last;
        return check(PartyRule.DATE_ORDER, from.isAfter(last), subject, from, needed);
    }

    private static Finding check(
            PartyRule rule, boolean met, String subject, Object seen, String needed) {
        return finding(rule, met, subject, seen, needed, List.of());
    }

    private static Finding finding(
            PartyRule rule,
            boolean met,
            String subject,
            Object seen,
            String needed,
            List<Citation> basis) {
        return new PartyFinding(rule, met ? MET : NOT_MET, subject, seen.toString(), needed, basis);
    }

    /** The last day on which something began or ended; the day before it where nothing did. */
    private LocalDate lastOf(PersonId member) {
        List<Place> own = places(member);
        if (own.isEmpty()) {
            return LocalDate.MIN;
        }
        EffectivePeriod last = own.get(own.size() - 1).period();
        return last.endExclusive().equals(LocalDate.MAX)
                ? last.startInclusive()
                : last.endExclusive().minusDays(1);
    }

    private LocalDate lastOf(CommunityId home) {
        List<Arrangement> own = arrangements.getOrDefault(home, List.of());
        return own.isEmpty() ? LocalDate.MIN : own.get(own.size() - 1).period().startInclusive();
    }

    private List<Place> places(PersonId member) {
        return members.getOrDefault(member, List.of());
    }

    /**
     * Whose register it is.
     *
     * @return the host's identifier of the street or district
     */
    public CommunityId community() {
        return community;
    }

    /**
     * How many full members a community has on a day.
     *
     * @param home the community
     * @param day the day
     * @return those who are full members there; probationary and reporting members do not count
     */
    public int fullMembers(CommunityId home, LocalDate day) {
        return count(day, place -> place.home().equals(home));
    }

    private int count(LocalDate day, Predicate<Place> where) {
        return Math.toIntExact(
                members.values().stream()
                        .flatMap(List::stream)
                        .filter(place -> place.period().contains(day))
                        .filter(place -> place.membership() == Membership.FULL)
                        .filter(where)
                        .count());
    }

    /**
     * How a community is organised on a day.
     *
     * @param home the community
     * @param day the day
     * @return empty if in no form
     */
    public Optional<Arrangement> arrangement(CommunityId home, LocalDate day) {
        return arrangements.getOrDefault(home, List.of()).stream()
                .filter(own -> own.period().contains(day))
                .findFirst();
    }

    /**
     * The communities of a branch on a day.
     *
     * @param branch the branch
     * @param day the day
     * @return those that it has alone or jointly; those attached to it are not among them
     */
    public SortedSet<CommunityId> served(BranchId branch, LocalDate day) {
        SortedSet<CommunityId> served = new TreeSet<>();
        arrangements
                .keySet()
                .forEach(
                        home ->
                                arrangement(home, day)
                                        .filter(own -> own.isOwn() && isOf(own, branch))
                                        .ifPresent(own -> served.add(home)));
        return served;
    }

    private static boolean isOf(Arrangement arrangement, BranchId branch) {
        return arrangement.branch().filter(branch::equals).isPresent();
    }

    /**
     * The form that the numbers of a day allow, the strongest first.
     *
     * @param home the community
     * @param cluster its neighbours with which it could join, those without a branch of their own
     * @param thresholds the region's numbers
     * @param day the day
     * @return for example {@link BranchForm#JOINT} for 2 full members beside a neighbour with 1
     */
    public BranchForm possibleForm(
            CommunityId home,
            Collection<CommunityId> cluster,
            BranchThresholds thresholds,
            LocalDate day) {
        int own = fullMembers(home, day);
        int needed = thresholds.separate().value();
        if (own >= needed) {
            return BranchForm.SEPARATE;
        }
        if (together(home, cluster, thresholds, day) >= needed) {
            return BranchForm.JOINT;
        }
        return own > 0 ? BranchForm.AFFILIATED : BranchForm.INSTRUCTOR_SENT;
    }

    /** Full members of a community and all that it could join; its own where it can join none. */
    private int together(
            CommunityId home,
            Collection<CommunityId> cluster,
            BranchThresholds thresholds,
            LocalDate day) {
        SortedSet<CommunityId> joined = new TreeSet<>(cluster);
        joined.removeIf(neighbour -> fullMembers(neighbour, day) >= thresholds.separate().value());
        joined.add(home);
        int own = fullMembers(home, day);
        return own > 0 && joined.size() >= thresholds.joint().value()
                ? count(day, place -> joined.contains(place.home()))
                : own;
    }

    /**
     * Places a member, moves one, or admits a probationary one.
     *
     * @param member the member
     * @param home the community from then on
     * @param membership what the member is there
     * @param from the first day
     * @param at when it is recorded
     * @return refused if the day is not after the member's last change, or the register is full
     */
    public Outcome<PartyEvent> placeMember(
            PersonId member, CommunityId home, Membership membership, LocalDate from, Instant at) {
        return answer(new MemberPlaced(community, at, member, home, membership, from), List.of());
    }

    /**
     * Ends a member's place.
     *
     * @param member the member
     * @param from the first day without
     * @param at when it is recorded
     * @return refused if the member has no place then, or a later change
     */
    public Outcome<PartyEvent> memberLeaves(PersonId member, LocalDate from, Instant at) {
        return answer(new MemberLeft(community, at, member, from), List.of());
    }

    /**
     * Forms a branch of one community.
     *
     * @param branch the new branch
     * @param home the community
     * @param thresholds the region's numbers
     * @param from the first day
     * @param at when it is recorded
     * @return refused with every rule against it, above all too few full members
     */
    public Outcome<PartyEvent> formSeparate(
            BranchId branch,
            CommunityId home,
            BranchThresholds thresholds,
            LocalDate from,
            Instant at) {
        return answer(
                new BranchPlaced(community, at, BranchForm.SEPARATE, branch, only(home), from),
                strength(branch, only(home), thresholds, from));
    }

    /**
     * Forms one branch of several communities.
     *
     * @param branch the new branch
     * @param homes the communities, each with a full member and too small for a branch of its own
     * @param thresholds the region's numbers
     * @param from the first day
     * @param at when it is recorded
     * @return refused with every rule against it
     */
    public Outcome<PartyEvent> formJoint(
            BranchId branch,
            SortedSet<CommunityId> homes,
            BranchThresholds thresholds,
            LocalDate from,
            Instant at) {
        List<Finding> found =
                new ArrayList<>(
                        List.of(
                                finding(
                                        PartyRule.COMMUNITIES,
                                        homes.size() >= thresholds.joint().value(),
                                        branch.value(),
                                        homes.size(),
                                        "≥" + thresholds.joint().value(),
                                        thresholds.joint().basis())));
        found.addAll(strength(branch, homes, thresholds, from));
        for (CommunityId home : homes) {
            found.add(hasMember(home, thresholds, from));
            found.add(
                    weaker(
                            home,
                            fullMembers(home, from),
                            thresholds.separate().value(),
                            thresholds));
        }
        return answer(
                new BranchPlaced(community, at, BranchForm.JOINT, branch, homes, from), found);
    }

    /**
     * Attaches a community to a branch elsewhere, of this register or beyond it.
     *
     * @param host the branch elsewhere
     * @param home the community, too small for a branch of its own
     * @param cluster its neighbours with which it could join, those without a branch of their own;
     *     empty where it has none
     * @param thresholds the region's numbers
     * @param from the first day
     * @param at when it is recorded
     * @return refused with every rule against it, above all where it could join its neighbours
     */
    public Outcome<PartyEvent> affiliate(
            BranchId host,
            CommunityId home,
            Collection<CommunityId> cluster,
            BranchThresholds thresholds,
            LocalDate from,
            Instant at) {
        int needed = thresholds.separate().value();
        List<Finding> found = new ArrayList<>(thresholds.notices());
        found.add(weaker(home, fullMembers(home, from), needed, thresholds));
        if (fullMembers(home, from) < needed) {
            int seen = together(home, cluster, thresholds, from);
            found.add(
                    finding(
                            PartyRule.JOINT_FIRST,
                            seen < needed,
                            home.value(),
                            seen,
                            "<" + needed,
                            thresholds.joint().basis()));
        }
        return answer(
                new BranchPlaced(community, at, BranchForm.AFFILIATED, host, only(home), from),
                found);
    }

    /**
     * Sends an instructor to a community without full members.
     *
     * @param instructor who is sent
     * @param home the community
     * @param thresholds the region's numbers
     * @param from the first day
     * @param at when it is recorded
     * @return refused if a full member is there, who is to be attached or joined
     */
    public Outcome<PartyEvent> sendInstructor(
            PersonId instructor,
            CommunityId home,
            BranchThresholds thresholds,
            LocalDate from,
            Instant at) {
        List<Finding> found = new ArrayList<>(thresholds.notices());
        found.add(weaker(home, fullMembers(home, from), 1, thresholds));
        return answer(new InstructorSent(community, at, instructor, home, from), found);
    }

    /**
     * Whether the form in which a community stands may still stand on a day.
     *
     * @param home the community
     * @param thresholds the region's numbers
     * @param day the day
     * @return not met where the branch has fallen below its number, where the community has grown
     *     beyond its form or has no member left in a joint branch, or where it is in none; says too
     *     whether a committee is due
     */
    public Ruling review(CommunityId home, BranchThresholds thresholds, LocalDate day) {
        List<Finding> found = new ArrayList<>();
        Optional<Arrangement> standing = arrangement(home, day);
        found.add(
                check(
                        PartyRule.ORGANISED,
                        standing.isPresent(),
                        home.value(),
                        standing.isPresent() ? 1 : 0,
                        "1"));
        standing.ifPresent(own -> found.addAll(review(home, own, thresholds, day)));
        if (standing.isEmpty()) {
            found.addAll(thresholds.notices());
        }
        return new Ruling(found);
    }

    private List<Finding> review(
            CommunityId home, Arrangement own, BranchThresholds thresholds, LocalDate day) {
        List<Finding> found = new ArrayList<>();
        int needed = thresholds.separate().value();
        if (own.isOwn()) {
            BranchId branch = BranchId.of(own.reference());
            found.addAll(strength(branch, served(branch, day), thresholds, day));
        } else {
            found.addAll(thresholds.notices());
        }
        if (own.form() == BranchForm.JOINT) {
            found.add(hasMember(home, thresholds, day));
        }
        if (own.form() != BranchForm.SEPARATE) {
            int limit = own.form() == BranchForm.INSTRUCTOR_SENT ? 1 : needed;
            found.add(weaker(home, fullMembers(home, day), limit, thresholds));
        }
        return found;
    }

    private List<Finding> strength(
            BranchId branch,
            SortedSet<CommunityId> homes,
            BranchThresholds thresholds,
            LocalDate day) {
        int seen = count(day, place -> homes.contains(place.home()));
        int committee = thresholds.committee().value();
        List<Finding> found = new ArrayList<>(thresholds.notices());
        found.add(
                finding(
                        PartyRule.FULL_MEMBERS,
                        seen >= thresholds.separate().value(),
                        branch.value(),
                        seen,
                        "≥" + thresholds.separate().value(),
                        thresholds.separate().basis()));
        found.add(
                new PartyFinding(
                        PartyRule.COMMITTEE,
                        seen >= committee ? MET : NOT_APPLICABLE,
                        branch.value(),
                        Integer.toString(seen),
                        "≥" + committee,
                        thresholds.committee().basis()));
        return found;
    }

    private Finding hasMember(CommunityId home, BranchThresholds thresholds, LocalDate day) {
        int seen = fullMembers(home, day);
        return finding(
                PartyRule.JOINT_MEMBERS,
                seen >= 1,
                home.value(),
                seen,
                "≥1",
                thresholds.joint().basis());
    }

    private static Finding weaker(
            CommunityId home, int seen, int limit, BranchThresholds thresholds) {
        return finding(
                PartyRule.STRONGEST_FORM,
                seen < limit,
                home.value(),
                seen,
                "<" + limit,
                thresholds.separate().basis());
    }

    private Outcome<PartyEvent> answer(PartyEvent event, List<Finding> asked) {
        List<Finding> found = new ArrayList<>(form(event));
        found.addAll(asked);
        Ruling ruling = new Ruling(found);
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private static SortedSet<CommunityId> only(CommunityId home) {
        return new TreeSet<>(Set.of(home));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartyRegister that
                && community.equals(that.community)
                && members.equals(that.members)
                && arrangements.equals(that.arrangements);
    }

    @Override
    public int hashCode() {
        return 31 * community.hashCode() + members.hashCode();
    }

    /** For example {@code honggu: 1308 members, 93 communities}. */
    @Override
    public String toString() {
        return community
                + ": "
                + members.size()
                + " members, "
                + arrangements.size()
                + " communities";
    }
}
