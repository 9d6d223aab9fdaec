package io.github.xinyi.trust.keys;

/**
 * The two sides of the account, each holding one key.
 *
 * <p>Source: interpretation I21 of 双密码, fixed; nearest text: Beijing regulation art. 72 para. 2.
 *
 * @since 0.1.0
 */
public enum KeySide {
    /** The property firm (受托人). */
    TRUSTEE,
    /** The owners' committee or the property management committee (业主一方). */
    OWNER_BODY
}
