package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.fund.IncomeDuty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What owners and firm agree on beside the two keys, which nothing here can weaken: when a third
 * person signs, and whose dealings are looked at twice.
 *
 * <p>There is no petty cash: no amount, not one fen, leaves without two keys.
 *
 * @param limits above which a third person signs; empty for none
 * @param relatedToFirm payees that belong to the firm or its people (关联方)
 * @param relatedToHolders for a holder of a key, the payees that are close to this person
 * @param incomeDuties the maintenance fund's share of public income, of which no plan takes
 *     anything
 * @since 0.1.0
 */
public record DisbursementPolicy(
        List<ApprovalLimit> limits,
        Set<PersonId> relatedToFirm,
        Map<PersonId, Set<PersonId>> relatedToHolders,
        List<IncomeDuty> incomeDuties) {

    /** The most limits of one policy. */
    public static final int MAX_LIMITS = 20;

    /** Copies all. */
    public DisbursementPolicy {
        limits = List.copyOf(limits);
        relatedToFirm = Set.copyOf(relatedToFirm);
        relatedToHolders =
                relatedToHolders.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
        incomeDuties = List.copyOf(incomeDuties);
        if (limits.size() > MAX_LIMITS) {
            throw new IllegalArgumentException("too many limits: " + limits.size());
        }
    }

    /**
     * A policy that knows no duty to the maintenance fund.
     *
     * @param limits above which a third person signs; empty for none
     * @param relatedToFirm payees that belong to the firm or its people
     * @param relatedToHolders for a holder of a key, the payees that are close to this person
     */
    public DisbursementPolicy(
            List<ApprovalLimit> limits,
            Set<PersonId> relatedToFirm,
            Map<PersonId, Set<PersonId>> relatedToHolders) {
        this(limits, relatedToFirm, relatedToHolders, List.of());
    }

    /**
     * Two keys and nothing more.
     *
     * @return the policy of a contract that agrees on no more
     */
    public static DisbursementPolicy standard() {
        return new DisbursementPolicy(List.of(), Set.of(), Map.of());
    }

    boolean isClose(PersonId holder, PersonId payee) {
        return relatedToHolders.getOrDefault(holder, Set.of()).contains(payee);
    }

    int longestWindowDays() {
        return limits.stream().mapToInt(ApprovalLimit::days).max().orElse(0);
    }
}
