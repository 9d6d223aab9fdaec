package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.voting.Matter;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose money pays for a plan, for example {@link #MAINTENANCE_FUND}.
 *
 * @since 0.1.0
 */
public enum Funding {
    /** It costs nothing. */
    NONE,
    /** The maintenance fund (维修资金): its use is item 5 of Civil Code art. 278 para. 1. */
    MAINTENANCE_FUND(Matter.MAINTENANCE_FUND_USE),
    /**
     * The owners' income from common parts (公共收益): apart from the maintenance fund it is used as
     * the owners' meeting decides, by Property Management Regulation art. 54; that this is a major
     * matter of item 9 is our reading.
     */
    PUBLIC_INCOME(Matter.OTHER_MAJOR_MATTER),
    /** The service fees, within the service contract (物业费). */
    SERVICE_FEES,
    /** A public budget (财政资金). */
    PUBLIC_BUDGET,
    /** A gift (捐助). */
    DONATION;

    private final SortedSet<Matter> entailed;

    Funding(Matter... entailed) {
        SortedSet<Matter> matters = new TreeSet<>();
        Collections.addAll(matters, entailed);
        this.entailed = Collections.unmodifiableSortedSet(matters);
    }

    /**
     * What only the owners decide where this money is used.
     *
     * @return often nothing
     */
    public SortedSet<Matter> entailed() {
        return entailed;
    }
}
