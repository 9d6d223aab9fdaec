package io.github.xinyi.governance.community;

/**
 * On what it rests that somebody is the owner (业主) of a unit (SPC-Own art. 1).
 *
 * @since 0.1.0
 */
public enum OwnerTitle {
    /** The real estate register (依法登记取得). */
    REGISTERED,
    /**
     * A judgment, an inheritance or construction, before registration (Civil Code arts. 229-231).
     */
    BY_LAW,
    /**
     * A purchase from the developer and lawful possession, before registration (合法占有但尚未登记); the
     * buyer may be treated as the owner (SPC-Own art. 1 para. 2), and is here.
     */
    IN_POSSESSION
}
