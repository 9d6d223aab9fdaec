package io.github.xinyi.governance.community;

/**
 * Whether the developer still holds a unit; it decides who votes (SPC-Own art. 9).
 *
 * @since 0.1.0
 */
public enum DeliveryStatus {
    /** Sold and handed over (已售已交付): its owners vote. */
    SOLD_DELIVERED,
    /** Sold but not handed over (已售未交付): the developer votes. */
    SOLD_NOT_DELIVERED,
    /** Not sold (未售): the developer votes. */
    UNSOLD
}
