package io.github.xinyi.trust.contract;

/**
 * What the ratio of remuneration is taken of.
 *
 * <p>Source: interpretation I18 of "只赚取固定比例管理酬金"; the contract must name it.
 *
 * @since 0.1.0
 */
public enum RemunerationBase {
    /** Property fees actually received, less refunds (实收物业费). */
    FEES_RECEIVED
}
