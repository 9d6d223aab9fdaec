package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;

/**
 * What owners decide under the trust model (信托制物业), and which of the nine matters each is, for
 * example {@link #TRUST_ADOPTION} by item 4.
 *
 * <p>Civil Code art. 278 para. 1 does not name most of these: where it does not, the item is our
 * reading and {@link #citation()} says so. Where two items fit, both ask for the same consent.
 *
 * @since 0.1.0
 */
public enum TrustMatter {
    /**
     * To adopt the trust model and sign the contract; ordinary, as appointing a manager is (I16).
     */
    TRUST_ADOPTION(Matter.MANAGER_APPOINTMENT, Standing.INTERPRETATION),
    /** The rules by which the trust's fund is kept, adopted with it (I16). */
    FUND_RULES(Matter.OTHER_MAJOR_MATTER, Standing.INTERPRETATION),
    /** The annual budget (年度预算). */
    ANNUAL_BUDGET(Matter.OTHER_MAJOR_MATTER, Standing.INTERPRETATION),
    /** The final accounts of a year (年度决算). */
    FINAL_ACCOUNTS(Matter.OTHER_MAJOR_MATTER, Standing.INTERPRETATION),
    /** Another ratio of remuneration (酬金比例); items 4 and 9 fit alike. */
    REMUNERATION_RATIO(Matter.MANAGER_APPOINTMENT, Standing.INTERPRETATION),
    /** Spending above a budget line beyond what is delegated. */
    OVER_BUDGET(Matter.OTHER_MAJOR_MATTER, Standing.INTERPRETATION),
    /** A new or changed business use of common parts, for example paid parking. */
    NEW_COMMON_PARTS_USE(Matter.COMMON_PARTS_USE, Standing.TEXT_READ),
    /** To renew a business use as it was adopted before; not item 8 (I17). */
    RENEWED_COMMON_PARTS_USE(Matter.OTHER_MAJOR_MATTER, Standing.INTERPRETATION),
    /** To spend public income (公共收益) on upkeep. */
    PUBLIC_INCOME_USE(Matter.OTHER_MAJOR_MATTER, Standing.INTERPRETATION),
    /** To pay a surplus out to the owners. */
    SURPLUS_DISTRIBUTION(Matter.OTHER_MAJOR_MATTER, Standing.INTERPRETATION),
    /** A payment by all owners into the maintenance fund (续筹维修资金). */
    MAINTENANCE_FUND_TOP_UP(Matter.MAINTENANCE_FUND_RAISING, Standing.TEXT_READ),
    /** A repair paid from the maintenance fund, for example of insulation boards. */
    REPAIR_FROM_MAINTENANCE_FUND(Matter.MAINTENANCE_FUND_USE, Standing.INTERPRETATION);

    private final Matter matter;
    private final Standing standing;

    TrustMatter(Matter matter, Standing standing) {
        this.matter = matter;
        this.standing = standing;
    }

    /**
     * Which of the nine it is; it decides the consent needed.
     *
     * @return for example {@link Matter#MANAGER_APPOINTMENT}
     */
    public Matter matter() {
        return matter;
    }

    /**
     * Where the law lists it, and how far that can be relied on.
     *
     * @return Civil Code art. 278 para. 1 with the item
     */
    public Citation citation() {
        return standing == Standing.INTERPRETATION
                ? matter.citation().asInterpretation()
                : matter.citation();
    }
}
