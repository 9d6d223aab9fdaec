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
     * A parking space (车位). It carries no vote by default; the law leaves it to the rules of
     * procedure (SPC-Own art. 2).
     */
    PARKING,
    /** Any other exclusive area. */
    OTHER
}
