package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.ClauseKey;
import io.github.xinyi.governance.region.GuaranteeClauses;
import io.github.xinyi.governance.region.NoticeClauses;
import io.github.xinyi.governance.region.RegionProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a region asks of a vote beyond the nation's law, for example 5 days of voting in Hangzhou. A
 * vote that breaks one of these does not pass; none makes anything easier.
 *
 * <p>Source: the clauses of the region. That a breach of them leaves the vote without effect is our
 * reading.
 *
 * @param days terms of the course, at most one of each kind
 * @param shares shares above the nation's, at most one of each kind
 * @since 0.1.0
 */
public record LocalTerms(List<Days> days, List<Share> shares) {

    private static final LocalTerms NONE = new LocalTerms(List.of(), List.of());

    /** The nation's days of notice, which every count judges by itself. */
    private static final int NATIONAL_NOTICE_DAYS = 15;

    private static final Map<Share.Kind, Threshold> NATIONAL_SHARES =
            Map.of(
                    Share.Kind.PARTICIPATION, new Threshold.AtLeast(Ratio.of(2, 3)),
                    Share.Kind.ORDINARY, new Threshold.MoreThan(Ratio.of(1, 2)),
                    Share.Kind.SPECIAL, new Threshold.AtLeast(Ratio.of(3, 4)));

    /** Copies the terms and refuses one kind twice. */
    public LocalTerms {
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
     * @param basis where it stands
     */
    public record Days(Days.Kind kind, int days, List<Citation> basis) {

        /** What is limited. */
        public enum Kind {
            /** From the notice to the opening, at least. */
            NOTICE_AT_LEAST,
            /** From the opening to the close, at least. */
            VOTING_AT_LEAST,
            /** From the opening to the close, at most. */
            VOTING_AT_MOST
        }

        /** Copies the citations. */
        public Days {
            basis = List.copyOf(basis);
        }
    }

    /**
     * A share, for example three quarters of all taking part.
     *
     * @param kind what it is a share of
     * @param threshold to be reached by area and by heads alike
     * @param basis where it stands
     */
    public record Share(Share.Kind kind, Threshold threshold, List<Citation> basis) {

        /** What it is a share of. */
        public enum Kind {
            /** Taking part, of all. */
            PARTICIPATION,
            /** In favour of an ordinary matter. */
            ORDINARY,
            /** In favour of a special matter. */
            SPECIAL
        }

        /** Copies the citations. */
        public Share {
            basis = List.copyOf(basis);
        }
    }

    /** Which meetings a region's days of notice are for. */
    public enum Called {
        /** A regular meeting. */
        REGULAR,
        /** An extraordinary one. */
        EXTRAORDINARY
    }

    /**
     * Nothing beyond the nation's law.
     *
     * @return no term
     */
    public static LocalTerms none() {
        return NONE;
    }

    /**
     * The terms of a region.
     *
     * @param profile its clauses
     * @param called which days of notice are meant
     * @return only what is stricter than the nation's
     */
    public static LocalTerms of(RegionProfile profile, Called called) {
        ClauseKey<Integer> notice =
                switch (called) {
                    case REGULAR -> NoticeClauses.REGULAR_DAYS;
                    case EXTRAORDINARY -> NoticeClauses.EXTRAORDINARY_DAYS;
                };
        return new LocalTerms(
                Stream.of(
                                days(profile, notice, Days.Kind.NOTICE_AT_LEAST)
                                        .filter(term -> term.days() > NATIONAL_NOTICE_DAYS),
                                days(
                                        profile,
                                        NoticeClauses.VOTING_LEAST_DAYS,
                                        Days.Kind.VOTING_AT_LEAST),
                                days(
                                        profile,
                                        NoticeClauses.VOTING_MOST_DAYS,
                                        Days.Kind.VOTING_AT_MOST))
                        .flatMap(Optional::stream)
                        .toList(),
                Stream.of(
                                share(
                                        profile,
                                        GuaranteeClauses.PARTICIPATION,
                                        Share.Kind.PARTICIPATION),
                                share(profile, GuaranteeClauses.ORDINARY, Share.Kind.ORDINARY),
                                share(profile, GuaranteeClauses.SPECIAL, Share.Kind.SPECIAL))
                        .flatMap(Optional::stream)
                        .filter(
                                share ->
                                        !share.threshold()
                                                .equals(NATIONAL_SHARES.get(share.kind())))
                        .toList());
    }

    private static Optional<Days> days(
            RegionProfile profile, ClauseKey<Integer> key, Days.Kind kind) {
        return profile.find(key).map(clause -> new Days(kind, clause.value(), readings(clause)));
    }

    private static Optional<Share> share(
            RegionProfile profile, ClauseKey<Threshold> key, Share.Kind kind) {
        return profile.find(key).map(clause -> new Share(kind, clause.value(), readings(clause)));
    }

    /** How days are counted and what a breach does is our reading; what was not read stays so. */
    private static List<Citation> readings(Clause<?> clause) {
        return clause.basis().stream().map(Citation::asInterpretation).toList();
    }

    /**
     * What the region asks of one share.
     *
     * @param kind what it is a share of
     * @return empty where it asks for no more than the nation
     */
    public Optional<Share> share(Share.Kind kind) {
        return shares.stream().filter(share -> share.kind() == kind).findFirst();
    }

    /**
     * Whether the region asks for nothing more than the nation.
     *
     * @return true if there is no term
     */
    public boolean isEmpty() {
        return days.isEmpty() && shares.isEmpty();
    }
}
