package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.keys.KeyRegister;
import java.time.LocalDate;

/**
 * What owners and firm agree on; binding only once adopted.
 *
 * <p>There is no default ratio: without an agreed one there is no remuneration (Trust Law art. 35).
 *
 * @param id the contract's number, for example {@code HT-2025-01}
 * @param community whose money is entrusted
 * @param trustee the property firm (受托人)
 * @param ratio the share of the base that the firm earns, for example 8/100; below 1
 * @param base what the ratio is taken of
 * @param startInclusive the first day
 * @param endInclusive the last day
 * @param approvalValidDays for how many days a payment request may be approved and paid, 1 to 60
 * @param batchMinUnits the least number of units behind a published household sum, at least 5
 * @param keys who signs for which side
 * @since 0.1.0
 */
public record ContractTerms(
        String id,
        CommunityId community,
        PersonId trustee,
        Ratio ratio,
        RemunerationBase base,
        LocalDate startInclusive,
        LocalDate endInclusive,
        int approvalValidDays,
        int batchMinUnits,
        KeyRegister keys) {

    /** The longest number of a contract. */
    public static final int MAX_ID = 64;

    /** The least number of units that a contract may agree on. */
    public static final int MIN_BATCH_UNITS = 5;

    /** Refuses terms that no contract may have. */
    public ContractTerms {
        if (id.isBlank() || id.length() > MAX_ID) {
            throw new IllegalArgumentException("id needs 1 to " + MAX_ID + " characters: " + id);
        }
        if (ratio.numerator() >= ratio.denominator()) {
            throw new IllegalArgumentException("the firm cannot earn " + ratio);
        }
        if (endInclusive.isBefore(startInclusive)) {
            throw new IllegalArgumentException("ends before it starts: " + id);
        }
        if (approvalValidDays < 1 || approvalValidDays > 60) {
            throw new IllegalArgumentException("approvalValidDays: " + approvalValidDays);
        }
        if (batchMinUnits < MIN_BATCH_UNITS) {
            throw new IllegalArgumentException("batchMinUnits: " + batchMinUnits);
        }
    }

    /**
     * The paper that owners vote on: the SHA-256 over all components, each with its length, under
     * the domain {@code xinyi/contract-terms/v1}; a change of any is another paper.
     *
     * @return the digest that a motion must carry for these terms to be adopted
     */
    public Motion.Document document() {
        return new Motion.Document(
                new CanonicalBytes("xinyi/contract-terms/v1")
                        .text(id)
                        .text(community.value())
                        .text(trustee.value())
                        .u64(ratio.numerator())
                        .u64(ratio.denominator())
                        .text(base.name())
                        .text(startInclusive.toString())
                        .text(endInclusive.toString())
                        .u32(approvalValidDays)
                        .u32(batchMinUnits)
                        .raw(keys.digest().toByteArray())
                        .sha256Hex());
    }

    /**
     * Whether a day lies in the term.
     *
     * @param day the day asked about
     * @return true from the first day to the last
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(startInclusive) && !day.isAfter(endInclusive);
    }
}
