package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import java.util.List;

/**
 * The figures of the local terms by which a count was judged, as an event keeps them, for example 5
 * days of voting; where they stand is told by the text of the count. None makes anything easier.
 *
 * @param days terms of the course, at most one of each kind
 * @param shares shares above the nation's, at most one of each kind
 * @since 0.1.0
 */
public record RecordedTerms(List<Days> days, List<Share> shares) {

    /** Copies the terms and refuses one kind twice. */
    public RecordedTerms {
        days = List.copyOf(days);
        shares = List.copyOf(shares);
        if (days.stream().map(Days::kind).distinct().count() != days.size()
                || shares.stream().map(Share::kind).distinct().count() != shares.size()) {
            throw new IllegalArgumentException("a term twice: " + days + ", " + shares);
        }
    }

    /**
     * A number of days, for example 5 from the opening to the close.
     *
     * @param kind what is limited
     * @param days at least 1
     */
    public record Days(LocalTerms.Days.Kind kind, int days) {}

    /**
     * A share, for example three quarters or more of all taking part.
     *
     * @param kind what it is a share of
     * @param reach whether the share itself suffices
     * @param of the share
     */
    public record Share(LocalTerms.Share.Kind kind, Reach reach, Ratio of) {

        /** Whether the share itself suffices. */
        public enum Reach {
            /** The share or more (以上). */
            AT_LEAST,
            /** More than the share (过). */
            MORE_THAN
        }

        private static Share of(LocalTerms.Share term) {
            return new Share(
                    term.kind(),
                    term.threshold() instanceof Threshold.MoreThan
                            ? Reach.MORE_THAN
                            : Reach.AT_LEAST,
                    term.threshold().share());
        }

        private LocalTerms.Share term() {
            Threshold threshold =
                    switch (reach) {
                        case AT_LEAST -> new Threshold.AtLeast(of);
                        case MORE_THAN -> new Threshold.MoreThan(of);
                    };
            return new LocalTerms.Share(kind, threshold, List.of());
        }
    }

    /**
     * What to keep of local terms.
     *
     * @param local the terms of a region
     * @return their figures without the sources
     */
    public static RecordedTerms of(LocalTerms local) {
        return new RecordedTerms(
                local.days().stream().map(term -> new Days(term.kind(), term.days())).toList(),
                local.shares().stream().map(Share::of).toList());
    }

    /**
     * The same terms to judge by.
     *
     * @return without sources
     */
    public LocalTerms terms() {
        return new LocalTerms(
                days.stream()
                        .map(term -> new LocalTerms.Days(term.kind(), term.days(), List.of()))
                        .toList(),
                shares.stream().map(Share::term).toList());
    }
}
