package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which communities have a body in office on a day, and which have none and why, for example 93 of
 * 93 by 11 owners' committees and 82 property management committees. Immutable.
 *
 * <p>That both kinds count alike is the reading of the district that reports it. A community whose
 * owners act together without a body is covered by none and lacks none: {@link
 * #withOwnersTogether}.
 *
 * @since 0.1.0
 */
public final class Coverage {

    /** The rule that every ruling on owners who act together has asked. */
    private static final String TOGETHER = "proceeding.together-all-agree";

    private final LocalDate date;
    private final SortedMap<CommunityId, List<Presence>> presences;
    private final SortedMap<CommunityId, Kind> covered;
    private final SortedMap<CommunityId, Gap> uncovered;

    private Coverage(
            LocalDate date,
            SortedMap<CommunityId, List<Presence>> presences,
            SortedMap<CommunityId, Kind> covered,
            SortedMap<CommunityId, Gap> uncovered) {
        this.date = date;
        presences.replaceAll((community, own) -> List.copyOf(own));
        this.presences = Collections.unmodifiableSortedMap(presences);
        this.covered = Collections.unmodifiableSortedMap(covered);
        this.uncovered = Collections.unmodifiableSortedMap(uncovered);
    }

    /**
     * Why a community has no body in office.
     *
     * @param reason the reason
     * @param bodies its bodies whose terms do not include the day, by the beginning of their terms
     */
    public record Gap(Reason reason, List<GoverningBody> bodies) {

        /** Copies the bodies. */
        public Gap {
            bodies = List.copyOf(bodies);
        }

        /** The reasons. */
        public enum Reason {
            /** No body is known. */
            NO_BODY,
            /** A term has ended and none follows yet. */
            TERM_ENDED,
            /** The first term has not begun. */
            TERM_NOT_BEGUN,
            /** A body is in its term, but has fewer members than the law asks for. */
            BELOW_MINIMUM,
            /** A body is known, but not its term. */
            TERM_UNKNOWN,
            /** A body was dissolved, or its powers have passed on, and none follows yet. */
            DISSOLVED,
            /** An election did not come about. */
            NOT_ELECTED,
            /** A body is in office, but of a kind that is not counted. */
            KIND_NOT_COUNTED,
            /**
             * The owners exercise the duties of meeting and committee together, so that no body is
             * missing (业主共同履行职责). That they count as neither kind is our reading.
             */
            OWNERS_TOGETHER(Statutes.PROPERTY_MANAGEMENT_REGULATION.at(10).asInterpretation());

            private final List<Citation> basis;

            Reason(Citation... basis) {
                this.basis = List.of(basis);
            }

            /**
             * Where the law lets a community be without a body.
             *
             * @return PMR art. 10 for {@link #OWNERS_TOGETHER}, as our reading; empty for every
             *     other reason
             */
            public List<Citation> basis() {
                return basis;
            }
        }
    }

    /**
     * Computes the coverage of a day from terms that were typed in.
     *
     * @param date the day
     * @param communities every community of the region, at least one; a repeated one counts once
     * @param bodies every body known, past and future ones too
     * @return the coverage; a community with both kinds in office is counted once, under its
     *     owners' committee
     * @throws IllegalArgumentException if there is no community, or a body belongs to none of them
     */
    public static Coverage on(
            LocalDate date, Collection<CommunityId> communities, Collection<GoverningBody> bodies) {
        return of(
                date,
                communities,
                bodies.stream().map(body -> Presence.of(body, date)).toList(),
                bodies,
                EnumSet.allOf(Kind.class));
    }

    /**
     * Computes the coverage of a day from how each body stands, for example from {@link
     * Committee#presence}.
     *
     * @param date the day to which the presences belong
     * @param communities every community of the region, at least one; a repeated one counts once
     * @param presences every body known, those out of office too
     * @param counted the kinds that count, at least one; both in the reading of the district
     * @return the coverage; its gaps list no bodies, see {@link #presences()}
     * @throws IllegalArgumentException if there is no community or kind, or a body belongs to none
     *     of the communities
     */
    public static Coverage of(
            LocalDate date,
            Collection<CommunityId> communities,
            Collection<Presence> presences,
            Set<Kind> counted) {
        return of(date, communities, presences, List.of(), counted);
    }

    private static Coverage of(
            LocalDate date,
            Collection<CommunityId> communities,
            Collection<Presence> presences,
            Collection<GoverningBody> bodies,
            Set<Kind> counted) {
        if (communities.isEmpty() || counted.isEmpty()) {
            throw new IllegalArgumentException("coverage needs a community and a kind");
        }
        SortedMap<CommunityId, List<Presence>> known = new TreeMap<>();
        communities.forEach(community -> known.put(community, new ArrayList<>()));
        for (Presence presence : presences) {
            List<Presence> own = known.get(presence.community());
            if (own == null) {
                throw new IllegalArgumentException("a body of another community: " + presence);
            }
            own.add(presence);
        }
        Map<CommunityId, List<GoverningBody>> termed =
                bodies.stream()
                        .sorted(
                                Comparator.comparing((GoverningBody b) -> b.term().startInclusive())
                                        .thenComparing(GoverningBody::kind))
                        .collect(Collectors.groupingBy(GoverningBody::community));
        SortedMap<CommunityId, Kind> covered = new TreeMap<>();
        SortedMap<CommunityId, Gap> uncovered = new TreeMap<>();
        known.forEach(
                (community, own) ->
                        own.stream()
                                .filter(Coverage::isInOffice)
                                .map(Presence::kind)
                                .filter(counted::contains)
                                .min(Comparator.naturalOrder())
                                .ifPresentOrElse(
                                        kind -> covered.put(community, kind),
                                        () ->
                                                uncovered.put(
                                                        community,
                                                        new Gap(
                                                                reason(own),
                                                                termed.getOrDefault(
                                                                        community, List.of())))));
        return new Coverage(date, known, covered, uncovered);
    }

    /**
     * The same coverage, telling apart the communities whose owners have no owners' meeting and no
     * committee and exercise the duties of both together, for example the three owners of a shop
     * house. They count under no kind and are listed with {@link Gap.Reason#OWNERS_TOGETHER};
     * whether such a community belongs among those counted against is for the host, who leaves it
     * out of the list of communities if it does not.
     *
     * <p>A community of which any body is known keeps its reason, be the body's term over, its
     * election failed or the body dissolved: owners who once chose to have one are not shown to
     * have none by choice. Source: PMR art. 10; that they count as neither is our reading.
     *
     * @param together the rulings of {@code proceeding.OwnersTogether} by their communities; that
     *     each is of that community, and that no later decision is to the contrary, the host
     *     answers for
     * @return the coverage with that reason; {@link #ratio()} is the same
     * @throws IllegalArgumentException naming each community that is not listed, or whose ruling is
     *     of other rules or not met
     */
    public Coverage withOwnersTogether(Map<CommunityId, Ruling> together) {
        SortedSet<CommunityId> refused =
                together.entrySet().stream()
                        .filter(
                                one ->
                                        !presences.containsKey(one.getKey())
                                                || !lets(one.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "no listed community whose owners may act together: " + refused);
        }
        SortedMap<CommunityId, Gap> told = new TreeMap<>(uncovered);
        told.replaceAll(
                (community, gap) ->
                        together.containsKey(community) && gap.reason() == Gap.Reason.NO_BODY
                                ? new Gap(Gap.Reason.OWNERS_TOGETHER, gap.bodies())
                                : gap);
        return new Coverage(date, new TreeMap<>(presences), covered, told);
    }

    private static boolean lets(Ruling ruling) {
        return ruling.verdict() == Verdict.MET
                && ruling.findings().stream()
                        .anyMatch(finding -> finding.rule().value().equals(TOGETHER));
    }

    private static boolean isInOffice(Presence presence) {
        return presence.state() == Presence.State.IN_OFFICE;
    }

    /** The reason of the body that is nearest to office. */
    private static Gap.Reason reason(List<Presence> own) {
        return own.stream()
                .map(Presence::state)
                .min(Comparator.naturalOrder())
                .map(Coverage::reason)
                .orElse(Gap.Reason.NO_BODY);
    }

    private static Gap.Reason reason(Presence.State state) {
        return switch (state) {
            case IN_OFFICE -> Gap.Reason.KIND_NOT_COUNTED;
            case BELOW_MINIMUM -> Gap.Reason.BELOW_MINIMUM;
            case TERM_UNKNOWN -> Gap.Reason.TERM_UNKNOWN;
            case TERM_ENDED -> Gap.Reason.TERM_ENDED;
            case DISSOLVED -> Gap.Reason.DISSOLVED;
            case NOT_ELECTED -> Gap.Reason.NOT_ELECTED;
            case TERM_NOT_BEGUN -> Gap.Reason.TERM_NOT_BEGUN;
        };
    }

    /**
     * The day.
     *
     * @return for example {@code 2024-12-31}
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The communities with a body in office, each with the kind under which it counts.
     *
     * @return sorted by community, unmodifiable
     */
    public SortedMap<CommunityId, Kind> covered() {
        return covered;
    }

    /**
     * The communities without a body in office, each with the reason; those whose owners act
     * together lack none and have a reason of their own.
     *
     * @return sorted by community, unmodifiable
     */
    public SortedMap<CommunityId, Gap> uncovered() {
        return uncovered;
    }

    /**
     * Every body by its community, those out of office too.
     *
     * @return sorted by community, unmodifiable; a community without a body has an empty list
     */
    public SortedMap<CommunityId, List<Presence>> presences() {
        return presences;
    }

    /**
     * How many communities count under a kind.
     *
     * @param kind the kind
     * @return for example 82
     */
    public long count(Kind kind) {
        return covered.values().stream().filter(kind::equals).count();
    }

    /**
     * How many communities there are.
     *
     * @return covered and uncovered together, at least 1
     */
    public int communities() {
        return covered.size() + uncovered.size();
    }

    /**
     * The share that is covered.
     *
     * @return exact, for example {@code 92/93}; {@code 1/1} for all
     */
    public Ratio ratio() {
        return Ratio.of(covered.size(), communities());
    }

    /** For example {@code 92/93 on 2024-12-31}. */
    @Override
    public String toString() {
        return covered.size() + "/" + communities() + " on " + date;
    }
}
