package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.billing.Payer;

/**
 * Whose receivables (缴费户): a unit and who pays for it, for example the owners of {@code 3-2-1102};
 * what its developer owes stays the developer's after the home is handed over.
 *
 * @param unit the unit
 * @param payer who pays
 * @since 0.1.0
 */
public record FeeAccount(UnitId unit, Payer payer) {

    /**
     * The owners of a unit.
     *
     * @param unit the unit
     * @return their account
     */
    public static FeeAccount ofOwners(UnitId unit) {
        return new FeeAccount(unit, Payer.OWNERS);
    }

    /**
     * Where its events are kept.
     *
     * @param community whose unit
     * @return for example {@code anheyuan/fees-of-owners/3-2-1102}
     */
    public StreamName stream(CommunityId community) {
        return new StreamName(
                community,
                payer == Payer.OWNERS ? "fees-of-owners" : "fees-of-developer",
                unit.value());
    }

    /** For example {@code 3-2-1102 OWNERS}. */
    @Override
    public String toString() {
        return unit + " " + payer;
    }
}
