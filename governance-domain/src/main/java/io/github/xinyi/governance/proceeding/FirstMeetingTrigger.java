package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.FirstMeetingClauses;
import io.github.xinyi.governance.region.RegionProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One condition under which a first meeting is due, all parts together, for example in Hangzhou 30%
 * of the area and two years since the first handing over.
 *
 * @param area the share of the area that is handed over, {@link #ANY} where none is asked
 * @param heads the share of the owners to whom was handed over, {@link #ANY} where none is asked
 * @param years full years since the first handing over, 0 where nothing is asked
 * @param basis where it stands, at least one place
 * @since 0.1.0
 */
public record FirstMeetingTrigger(
        Threshold area, Threshold heads, int years, List<Citation> basis) {

    /** A share that nothing falls short of. */
    public static final Threshold ANY = new AtLeast(Ratio.of(0, 1));

    /** Copies the sources. */
    public FirstMeetingTrigger {
        basis = List.copyOf(basis);
    }

    /**
     * The triggers of a region: enough area or enough owners at once, less of them after some
     * years, or the years alone where no share goes with them.
     *
     * @param profile the region's clauses
     * @return 1 to 4, of which one suffices
     */
    public static List<FirstMeetingTrigger> under(RegionProfile profile) {
        Clause<Threshold> area = profile.clause(FirstMeetingClauses.DELIVERED_AREA);
        List<FirstMeetingTrigger> triggers = new ArrayList<>();
        triggers.add(new FirstMeetingTrigger(area.value(), ANY, 0, area.basis()));
        profile.find(FirstMeetingClauses.DELIVERED_HEADS)
                .map(heads -> new FirstMeetingTrigger(ANY, heads.value(), 0, heads.basis()))
                .ifPresent(triggers::add);
        profile.find(FirstMeetingClauses.YEARS)
                .ifPresent(years -> triggers.addAll(afterYears(profile, years)));
        return List.copyOf(triggers);
    }

    private static List<FirstMeetingTrigger> afterYears(
            RegionProfile profile, Clause<Integer> years) {
        Optional<Clause<Threshold>> area = profile.find(FirstMeetingClauses.AREA_AFTER_YEARS);
        Optional<Clause<Threshold>> heads = profile.find(FirstMeetingClauses.HEADS_AFTER_YEARS);
        if (area.isEmpty() && heads.isEmpty()) {
            return List.of(new FirstMeetingTrigger(ANY, ANY, years.value(), years.basis()));
        }
        return Stream.concat(
                        area.stream().map(share -> after(years, share, share.value(), ANY)),
                        heads.stream().map(share -> after(years, share, ANY, share.value())))
                .toList();
    }

    private static FirstMeetingTrigger after(
            Clause<Integer> years, Clause<?> share, Threshold area, Threshold heads) {
        List<Citation> basis =
                Stream.concat(share.basis().stream(), years.basis().stream()).distinct().toList();
        return new FirstMeetingTrigger(area, heads, years.value(), basis);
    }

    boolean isMetBy(FirstMeeting.Delivery delivery, LocalDate today) {
        boolean old =
                years == 0
                        || (!delivery.first().isAfter(today)
                                && !delivery.first().plusYears(years).isAfter(today));
        return old
                && area.isMetBy(
                        delivery.area().squareDecimetres(), delivery.allArea().squareDecimetres())
                && heads.isMetBy(delivery.heads().value(), delivery.allHeads().value());
    }
}
