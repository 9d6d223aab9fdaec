package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which communities have a body in office on a day, and which have none and why, for example 93 of
 * 93 by 11 owners' committees and 82 property management committees. Immutable.
 *
 * <p>That both kinds count alike is the reading of the district that reports it.
 *
 * @since 0.1.0
 */
public final class Coverage {

    private final LocalDate date;
    private final SortedMap<CommunityId, Kind> covered;
    private final SortedMap<CommunityId, Gap> uncovered;

    private Coverage(
            LocalDate date,
            SortedMap<CommunityId, Kind> covered,
            SortedMap<CommunityId, Gap> uncovered) {
        this.date = date;
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
            TERM_NOT_BEGUN
        }
    }

    /**
     * Computes the coverage of a day.
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
        if (communities.isEmpty()) {
            throw new IllegalArgumentException("coverage needs at least one community");
        }
        SortedMap<CommunityId, List<GoverningBody>> known = new TreeMap<>();
        communities.forEach(community -> known.put(community, new ArrayList<>()));
        for (GoverningBody body : bodies) {
            List<GoverningBody> own = known.get(body.community());
            if (own == null) {
                throw new IllegalArgumentException("a body of another community: " + body);
            }
            own.add(body);
        }
        SortedMap<CommunityId, Kind> covered = new TreeMap<>();
        SortedMap<CommunityId, Gap> uncovered = new TreeMap<>();
        known.forEach(
                (community, own) ->
                        own.stream()
                                .filter(body -> body.term().contains(date))
                                .map(GoverningBody::kind)
                                .min(Comparator.naturalOrder())
                                .ifPresentOrElse(
                                        kind -> covered.put(community, kind),
                                        () -> uncovered.put(community, gap(date, own))));
        return new Coverage(date, covered, uncovered);
    }

    private static Gap gap(LocalDate date, List<GoverningBody> bodies) {
        List<GoverningBody> inOrder =
                bodies.stream()
                        .sorted(
                                Comparator.comparing((GoverningBody b) -> b.term().startInclusive())
                                        .thenComparing(GoverningBody::kind))
                        .toList();
        if (inOrder.isEmpty()) {
            return new Gap(Gap.Reason.NO_BODY, inOrder);
        }
        boolean begun = !inOrder.get(0).term().startInclusive().isAfter(date);
        return new Gap(begun ? Gap.Reason.TERM_ENDED : Gap.Reason.TERM_NOT_BEGUN, inOrder);
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
     * The communities without a body in office, each with the reason.
     *
     * @return sorted by community, unmodifiable
     */
    public SortedMap<CommunityId, Gap> uncovered() {
        return uncovered;
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
