package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.ClauseKey;
import io.github.xinyi.governance.region.FirstMeetingClauses;
import io.github.xinyi.governance.region.RegionProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The law in force at one place for the way to the first owners' meeting, for example {@code
 * FormationClauses.under(profile)}, all of it read from the profile. Immutable.
 *
 * @since 0.1.0
 */
public final class FormationClauses {

    /** A share that nothing falls short of. */
    private static final Threshold ANY = new AtLeast(Ratio.of(0, 1));

    /** A number of days, or a share, with every text that it rests on. */
    record Sourced<T>(T value, List<Citation> sources) {}

    private final RegionProfile profile;

    private FormationClauses(RegionProfile profile) {
        this.profile = profile;
    }

    /**
     * The law of a region on a day.
     *
     * @param profile its clauses; what it does not have is not asked for
     * @return the law, whose rulings show the notices of the profile
     */
    public static FormationClauses under(RegionProfile profile) {
        return new FormationClauses(profile);
    }

    /**
     * Where its figures come from.
     *
     * @return the profile with its notices
     */
    public RegionProfile profile() {
        return profile;
    }

    <T> Clause<T> clause(ClauseKey<T> key) {
        return profile.clause(key);
    }

    <T> Optional<Clause<T>> find(ClauseKey<T> key) {
        return profile.find(key);
    }

    /**
     * The share of owners, or of area, that can apply; any, without a source, where none is set.
     */
    Sourced<Threshold> applicants(ClauseKey<Threshold> key) {
        return find(key)
                .map(clause -> new Sourced<>(clause.value(), clause.basis()))
                .orElse(new Sourced<>(ANY, List.of()));
    }

    /** Days from the application to the group: those of the review, then those of the office. */
    Sourced<Integer> formedDays() {
        Clause<Integer> office = clause(FirstMeetingClauses.OFFICE_DAYS);
        return find(FirstMeetingClauses.REVIEW_DAYS)
                .map(
                        review -> {
                            List<Citation> both = new ArrayList<>(review.basis());
                            both.addAll(office.basis());
                            return new Sourced<>(review.value() + office.value(), both);
                        })
                .orElse(new Sourced<>(office.value(), office.basis()));
    }

    /** Whether a member for this side may lead the group. */
    boolean leads(Side side) {
        return switch (clause(FirstMeetingClauses.GROUP_HEAD).value()) {
            case NEIGHBOURHOOD_COMMITTEE -> side == Side.RESIDENTS_COMMITTEE;
            case STREET_OFFICE -> side == Side.STREET_OFFICE;
            case CHOSEN_BY_OFFICE -> true;
        };
    }

    /** For example {@code HANGZHOU on 2024-05-01}. */
    @Override
    public String toString() {
        return profile.toString();
    }
}
