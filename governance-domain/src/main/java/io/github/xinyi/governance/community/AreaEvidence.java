package io.github.xinyi.governance.community;

/**
 * What an area rests on, in the order in which SPC-Own art. 8 ranks it.
 *
 * @since 0.1.0
 */
public enum AreaEvidence {
    /** The real estate register (不动产登记簿). */
    REGISTRY,
    /** The measurement of a surveyor (测绘), while not registered. */
    SURVEY,
    /** The sale contract (合同), while not measured. */
    CONTRACT
}
