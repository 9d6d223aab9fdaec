package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.time.LocalDate;
import java.util.List;

/**
 * The law in force at one place for the way to the first owners' meeting.
 *
 * @param conditions any one of these opens the way; 1 to {@link #MAX_CONDITIONS}
 * @param applicants the share of owners, or of area, that can apply; {@link #ANY} where any can
 * @param applicantsSource where that stands
 * @param group what the preparatory group is like
 * @param days how long each step may take
 * @since 0.1.0
 */
public record FormationClauses(
        List<Condition> conditions,
        Threshold applicants,
        Citation applicantsSource,
        Group group,
        Days days) {

    /** The most conditions of one law. */
    public static final int MAX_CONDITIONS = 10;

    /** A share that nothing falls short of. */
    public static final Threshold ANY = new AtLeast(Ratio.of(0, 1));

    /**
     * One condition; all its parts must be there.
     *
     * @param area the share of area delivered, {@link #ANY} where none is asked
     * @param heads the share of owners who have received their homes, {@link #ANY} where none is
     *     asked
     * @param years the full years since the first delivery, 0 where none are asked
     * @param source where it stands
     */
    public record Condition(Threshold area, Threshold heads, int years, Citation source) {

        boolean isMetBy(Delivery delivery, LocalDate day) {
            return area.isMetBy(
                            delivery.area().squareDecimetres(),
                            delivery.areaInAll().squareDecimetres())
                    && heads.isMetBy(delivery.owners().value(), delivery.ownersInAll().value())
                    && !delivery.since().plusYears(years).isAfter(day);
        }
    }

    /**
     * What the preparatory group (筹备组) is like; it always has an odd number of members.
     *
     * @param least fewest members
     * @param owners the share of owners among them
     * @param head the side that leads it
     * @param source where it stands
     */
    public record Group(int least, Threshold owners, Side head, Citation source) {}

    /**
     * How long each step may take, in days.
     *
     * @param formed from the application to the group
     * @param published from the group to the publication of its list
     * @param contents for which the contents are shown before the meeting, at the least
     * @param held from the group to the first meeting
     * @param source where it stands
     */
    public record Days(int formed, int published, int contents, int held, Citation source) {}

    /** Copies the conditions. */
    public FormationClauses {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty() || conditions.size() > MAX_CONDITIONS) {
            throw new IllegalArgumentException(conditions.size() + " conditions");
        }
    }

    /**
     * What holds where no local law is known: the guidance rules, which were not at hand.
     *
     * @return unverified clauses; the days for the list of the group are a reading of ours
     */
    public static FormationClauses national() {
        Citation group = Statutes.GUIDANCE_RULES.unverified(10);
        return new FormationClauses(
                List.of(
                        new Condition(
                                new MoreThan(Ratio.of(1, 2)),
                                ANY,
                                0,
                                Statutes.GUIDANCE_RULES.unverified(8))),
                ANY,
                Statutes.GUIDANCE_RULES.unverified(9),
                new Group(1, new AtLeast(Ratio.of(1, 2)), Side.STREET_OFFICE, group),
                new Days(60, 7, 15, 90, Statutes.GUIDANCE_RULES.unverified(15).asInterpretation()));
    }
}
