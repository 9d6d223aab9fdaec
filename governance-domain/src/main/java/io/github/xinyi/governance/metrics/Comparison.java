package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One metric on two days, for the communities of a pilot and for the others, for example settlement
 * up by 1/4 in the pilots and by 1/12 elsewhere. It compares and explains nothing: whether the
 * pilot is the cause is for people to say. Immutable.
 *
 * @param pilots the communities of the pilot
 * @param others all others of which there are records
 * @since 0.1.0
 */
public record Comparison(Group pilots, Group others) {

    /**
     * One group of communities on both days.
     *
     * @param before the first day, over the communities with data on both days
     * @param after the second day, over the same communities
     * @param withoutBefore the communities without data on the first day
     * @param withoutAfter the communities without data on the second day
     */
    public record Group(
            Measurement before,
            Measurement after,
            SortedSet<CommunityId> withoutBefore,
            SortedSet<CommunityId> withoutAfter) {

        /** Copies the lists. */
        public Group {
            withoutBefore = Collections.unmodifiableSortedSet(new TreeSet<>(withoutBefore));
            withoutAfter = Collections.unmodifiableSortedSet(new TreeSet<>(withoutAfter));
        }

        /**
         * What counts on the second day and did not on the first.
         *
         * @return sorted
         */
        public SortedSet<RecordId> gained() {
            return without(after.numerator(), before.numerator());
        }

        /**
         * What counted on the first day and does not on the second.
         *
         * @return sorted
         */
        public SortedSet<RecordId> lost() {
            return without(before.numerator(), after.numerator());
        }

        /**
         * How the share changed.
         *
         * @return exact; empty if no community has data on both days
         */
        public Optional<ShareChange> change() {
            return before.share()
                    .flatMap(then -> after.share().map(now -> ShareChange.between(then, now)));
        }
    }

    /**
     * Compares two days.
     *
     * @param before the earlier measurement
     * @param after the same metric, subject and source on a later day
     * @param pilots the communities of the pilot; one without any record is listed as without data
     * @return both groups; a community without data on one of the days is listed and left out of
     *     both shares; refused with every {@link ComparisonRule} that the two break
     */
    public static Outcome<Comparison> of(
            Measurement before, Measurement after, Set<CommunityId> pilots) {
        Ruling ruling = ComparisonRule.judge(before, after);
        return ruling.verdict() == Verdict.MET
                ? Outcome.accepted(compared(before, after, pilots))
                : Outcome.refused(ruling);
    }

    private static Comparison compared(
            Measurement before, Measurement after, Set<CommunityId> pilots) {
        SortedSet<CommunityId> others = new TreeSet<>();
        before.records().keySet().forEach(id -> others.add(id.community()));
        after.records().keySet().forEach(id -> others.add(id.community()));
        others.removeAll(pilots);
        return new Comparison(group(before, after, pilots), group(before, after, others));
    }

    private static Group group(
            Measurement before, Measurement after, Set<CommunityId> communities) {
        SortedSet<CommunityId> then = before.of(communities).communities();
        SortedSet<CommunityId> now = after.of(communities).communities();
        SortedSet<CommunityId> both = new TreeSet<>(then);
        both.retainAll(now);
        return new Group(
                before.of(both),
                after.of(both),
                without(communities, then),
                without(communities, now));
    }

    private static <T extends Comparable<T>> SortedSet<T> without(Set<T> all, Set<T> some) {
        SortedSet<T> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return Collections.unmodifiableSortedSet(rest);
    }
}
