package io.github.xinyi.trust.keys;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What both keys sign: one payment in every detail, so that a change of any voids both signatures.
 *
 * <p>The name that is shown for the payee is one of these details: an order that names its payee is
 * signed in the second form of the digest, for example {@code order.naming("洪谷保洁有限公司")}. An order
 * that shows no name, and every order from before the second form, has the first.
 *
 * @param community whose money
 * @param id the request's own number, unique in the community, for example {@code E0001}; it is
 *     also the nonce, since an id pays once
 * @param kind what kind of outflow
 * @param payee the host's id of who is paid
 * @param amount above zero
 * @param purpose what for, at most {@link #MAX_PURPOSE} characters
 * @param budgetLine what it is charged to: for a payment the line of the budget, for a refund or a
 *     deposit the unit, for a transfer the owners' plan, for a distribution the plan and the unit,
 *     for a hand-over the fund class; empty for remuneration. A request with more than {@link
 *     #MAX_BUDGET_LINE} characters of it is refused
 * @param vouchers the digest of each voucher, its amount and file included
 * @param initiator who asked for it
 * @param policy the contract, and so the policy, under which it is paid
 * @param expiresAt the first moment at which it can no longer be approved or paid
 * @param payeeName the payee as shown to whoever signs: a firm's name, or a masked one, at most
 *     {@link #MAX_PAYEE_NAME} characters; empty where the order shows none
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
        Instant expiresAt,
        String payeeName) {

    /** The longest name of a payee. */
    public static final int MAX_PAYEE_NAME = 100;

    /** The longest purpose. */
    public static final int MAX_PURPOSE = 200;

    /** The longest text of what an order is charged to that is asked for and kept. */
    public static final int MAX_BUDGET_LINE = 64;

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,48}");

    private static final String FIRST_FORM = "xinyi/outflow/v1";
    private static final String SECOND_FORM = "xinyi/outflow/v2";

    /** Copies the vouchers and refuses what no order can be. */
    public OutflowOrder {
        vouchers = List.copyOf(vouchers);
        if (!isId(id)) {
            throw new IllegalArgumentException("not an order id: " + id);
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an order pays more than nothing: " + amount);
        }
        if (!isPurpose(purpose)) {
            throw new IllegalArgumentException("purpose needs 1 to " + MAX_PURPOSE + " characters");
        }
        if (!isPayeeName(payeeName)) {
            throw new IllegalArgumentException("no name of a payee: '" + payeeName + "'");
        }
    }

    /**
     * Whether an order can have a number.
     *
     * @param text for example {@code E0001}
     * @return true for 1 to 48 letters, digits or {@code ._-}
     */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Whether an order can be for a purpose.
     *
     * @param text what for
     * @return true for 1 to {@link #MAX_PURPOSE} characters that are not blank
     */
    public static boolean isPurpose(String text) {
        return !text.isBlank() && text.length() <= MAX_PURPOSE;
    }

    /**
     * Whether an order can show a name for its payee.
     *
     * @param text a name, or empty to show none
     * @return false for a blank text and for more than {@link #MAX_PAYEE_NAME} characters
     */
    public static boolean isPayeeName(String text) {
        return text.isEmpty() || (!text.isBlank() && text.length() <= MAX_PAYEE_NAME);
    }

    /**
     * An order that shows no name for its payee.
     *
     * @param community whose money
     * @param id the request's own number
     * @param kind what kind of outflow
     * @param payee the host's id of who is paid
     * @param amount above zero
     * @param purpose what for
     * @param budgetLine what it is charged to
     * @param vouchers the digest of each voucher
     * @param initiator who asked for it
     * @param policy the contract under which it is paid
     * @param expiresAt the first moment at which it can no longer be approved or paid
     */
    public OutflowOrder(
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
        this(
                community,
                id,
                kind,
                payee,
                amount,
                purpose,
                budgetLine,
                vouchers,
                initiator,
                policy,
                expiresAt,
                "");
    }

    /**
     * The same order, which shows this name for its payee; whoever signs it signs the name.
     *
     * @param name for example {@code 洪谷保洁有限公司}; empty to show none
     * @return an order of another digest, unless the name is the same
     * @throws IllegalArgumentException if the name is blank or longer than {@link #MAX_PAYEE_NAME}
     */
    public OutflowOrder naming(String name) {
        return new OutflowOrder(
                community,
                id,
                kind,
                payee,
                amount,
                purpose,
                budgetLine,
                vouchers,
                initiator,
                policy,
                expiresAt,
                name);
    }

    /**
     * What is signed: the SHA-256 over all components, each with its length, under the domain
     * {@code xinyi/outflow/v2}, the name of the payee last; of an order that shows no name, under
     * {@code xinyi/outflow/v1} and without it. No order has the digest of one of the other form.
     *
     * @return 32 bytes
     */
    public Hash digest() {
        CanonicalBytes bytes =
                new CanonicalBytes(payeeName.isEmpty() ? FIRST_FORM : SECOND_FORM)
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
        bytes.text(initiator.value()).text(policy).text(expiresAt.toString());
        return Hash.of((payeeName.isEmpty() ? bytes : bytes.text(payeeName)).sha256());
    }
}
