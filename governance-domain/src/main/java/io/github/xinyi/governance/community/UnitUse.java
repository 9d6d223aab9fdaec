package io.github.xinyi.governance.community;

/**
 * What a unit is used for (用途).
 *
 * @since 0.1.0
 */
public enum UnitUse {
    /** A dwelling (住宅). */
    RESIDENTIAL,
    /** A shop or office (商铺). */
    COMMERCIAL,
    /**
     * A parking space that is an exclusive area of its own (车位). It carries no vote by default; the
     * law leaves it to the rules of procedure (SPC-Own art. 2).
     */
    PARKING,
    /**
     * A parking space that is no exclusive area (非专有车位), as on common ground or in a civil defence
     * shelter. It carries no vote under any policy (SPC-Own art. 2).
     */
    SHARED_PARKING,
    /** Any other exclusive area. */
    OTHER;

    /**
     * Whether it is a parking space of either kind.
     *
     * @return true for what carries no vote under {@link HeadPolicy#statutory()}
     */
    public boolean isParking() {
        return this == PARKING || this == SHARED_PARKING;
    }
}
