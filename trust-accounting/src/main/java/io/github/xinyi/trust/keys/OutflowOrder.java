package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What both keys sign: one payment in every detail, so that a change of any voids both signatures.
 *
 * @param community whose money
 * @param id the request's own number, unique in the community, for example {@code E0001}; it is
 *     also the nonce, since an id pays once
 * @param kind what kind of outflow
 * @param payee the host's id of who is paid
 * @param amount above zero
 * @param purpose what for, at most 200 characters
 * @param budgetLine what it is charged to: for a payment the line of the budget, for a refund or a
 *     deposit the unit, for a transfer or a distribution the owners' plan, for a hand-over the fund
 *     class; empty for remuneration
 * @param vouchers the digest of each voucher, its amount and file included
 * @param initiator who asked for it
 * @param policy the contract, and so the policy, under which it is paid
 * @param expiresAt the first moment at which it can no longer be approved or paid
 * @since 0.1.0
 */
public record OutflowOrder(
        CommunityId community,
        String id,
        OutflowKind kind,
        PersonId payee,
        Money amount,
        String purpose,
        String budgetLine,
        List<Hash> vouchers,
        PersonId initiator,
        String policy,
        Instant expiresAt) {

    /** Copies the vouchers and refuses what no order can be. */
    public OutflowOrder {
        vouchers = List.copyOf(vouchers);
        if (!id.matches("[\\p{L}\\p{N}._-]{1,48}")) {
            throw new IllegalArgumentException("not an order id: " + id);
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an order pays more than nothing: " + amount);
        }
        if (purpose.isBlank() || purpose.length() > 200) {
            throw new IllegalArgumentException("purpose needs 1 to 200 characters");
        }
    }

    /**
     * What is signed: the SHA-256 over all components, each with its length, under the domain
     * {@code xinyi/outflow/v1}.
     *
     * @return 32 bytes
     */
    public Hash digest() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/outflow/v1")
                        .text(community.value())
                        .text(id)
                        .text(kind.name())
                        .text(payee.value())
                        .u64(amount.minor())
                        .text(amount.currency().getCurrencyCode())
                        .text(purpose)
                        .text(budgetLine)
                        .u32(vouchers.size());
        vouchers.forEach(v -> bytes.raw(v.toByteArray()));
        return Hash.of(
                bytes.text(initiator.value()).text(policy).text(expiresAt.toString()).sha256());
    }
}
