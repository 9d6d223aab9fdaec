package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.voting.Matter;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is to be done in a case, for example {@link #REBUILDING}, which the owners alone decide.
 *
 * <p>A kind entails owners' matters by what it is, whatever else is declared. Source: Civil Code
 * art. 278 para. 1; that a kind amounts to an item of it is our reading.
 *
 * @since 0.1.0
 */
public enum CaseKind {
    /** Something is repaired as it was (维修); entails nothing by itself. */
    REPAIR,
    /** Something is altered or rebuilt (改建、重建): item 7. */
    REBUILDING(Matter.REBUILDING),
    /** Common parts get another use, or are used for business (共有部分): item 8. */
    COMMON_PARTS(Matter.COMMON_PARTS_USE),
    /** A property manager is chosen or dismissed (选聘、解聘): item 4. */
    MANAGER(Matter.MANAGER_APPOINTMENT),
    /** The maintenance fund is raised (筹集维修资金): item 6. */
    FUND_RAISING(Matter.MAINTENANCE_FUND_RAISING),
    /** Service, order and environment (服务、秩序、环境); entails nothing by itself. */
    SERVICE;

    private final SortedSet<Matter> entailed;

    CaseKind(Matter... entailed) {
        SortedSet<Matter> matters = new TreeSet<>();
        Collections.addAll(matters, entailed);
        this.entailed = Collections.unmodifiableSortedSet(matters);
    }

    /**
     * What only the owners decide of such a case.
     *
     * @return often nothing
     */
    public SortedSet<Matter> entailed() {
        return entailed;
    }
}
