package io.github.xinyi.governance.ballot;

/**
 * How a ballot came in; the order decides between ballots received at the same moment.
 *
 * @since 0.1.0
 */
public enum Channel {
    /** On paper (纸质). */
    PAPER,
    /** By an electronic voting system (线上). */
    ONLINE,
    /** Cast at the place of the meeting (现场). */
    ON_SITE
}
