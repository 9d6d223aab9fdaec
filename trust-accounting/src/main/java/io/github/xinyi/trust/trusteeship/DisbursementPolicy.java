package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import java.util.List;

/**
 * What owners and firm agree on payments beside the two keys, which nothing here can weaken (支付约定):
 * when a third person signs, and whose dealings are looked at twice; voted on with the contract as
 * a further paper, and changed by another vote alone.
 *
 * <p>Example: {@code DisbursementPolicy.usual(community, "HT-2025-01").withLimits(List.of(new
 * ApprovalLimit(Scope.PAYEE, 2_000_000, 30)))}. There is no petty cash (备用金), and no limit of it to
 * agree on: no amount, not one fen, leaves without two keys, whatever is written here. Source:
 * Trust Law art. 28 for related parties; the limits, and that there is no petty cash, are an
 * interpretation of what may be agreed.
 *
 * @param community whose money
 * @param contract the contract's number
 * @param limits above which a third person signs; empty for none, at most {@link #MAX_LIMITS}
 * @param relations who is close to the firm or to a holder of a key, at most {@link #MAX_RELATIONS}
 * @param incomeClauses the maintenance fund's share of public income, of which no plan takes
 *     anything, at most {@link #MAX_CLAUSES}
 * @since 0.1.0
 */
public record DisbursementPolicy(
        CommunityId community,
        String contract,
        List<ApprovalLimit> limits,
        List<Relation> relations,
        List<IncomeClause> incomeClauses) {

    /** The most limits of one policy. */
    public static final int MAX_LIMITS = 20;

    /** The most relations of one policy. */
    public static final int MAX_RELATIONS = 500;

    /** The most clauses on public income of one policy. */
    public static final int MAX_CLAUSES = 10;

    /**
     * That a payee is close to somebody (关联方).
     *
     * @param person the firm of the contract, or a holder of a key
     * @param payee who belongs to the firm or its people, or is close to the holder
     */
    public record Relation(PersonId person, PersonId payee) {}

    /** Copies the lists and refuses more than can be kept. */
    public DisbursementPolicy {
        limits = List.copyOf(limits);
        relations = List.copyOf(relations);
        incomeClauses = List.copyOf(incomeClauses);
        if (limits.size() > MAX_LIMITS
                || relations.size() > MAX_RELATIONS
                || incomeClauses.size() > MAX_CLAUSES) {
            throw new IllegalArgumentException(
                    "too much of a policy: "
                            + limits.size()
                            + " limits, "
                            + relations.size()
                            + " relations, "
                            + incomeClauses.size()
                            + " clauses");
        }
    }

    /**
     * Two keys and nothing more: what holds where nothing was agreed.
     *
     * @param community whose money
     * @param contract the contract's number
     * @return a policy that needs no vote of its own
     */
    public static DisbursementPolicy usual(CommunityId community, String contract) {
        return new DisbursementPolicy(community, contract, List.of(), List.of(), List.of());
    }

    /**
     * The same policy with other limits.
     *
     * @param others above which a third person signs
     * @return the changed copy
     */
    public DisbursementPolicy withLimits(List<ApprovalLimit> others) {
        return new DisbursementPolicy(community, contract, others, relations, incomeClauses);
    }

    /**
     * The same policy with other relations.
     *
     * @param others who is close to whom
     * @return the changed copy
     */
    public DisbursementPolicy withRelations(List<Relation> others) {
        return new DisbursementPolicy(community, contract, limits, others, incomeClauses);
    }

    /**
     * The same policy with other clauses on public income.
     *
     * @param others the maintenance fund's share
     * @return the changed copy
     */
    public DisbursementPolicy withIncomeClauses(List<IncomeClause> others) {
        return new DisbursementPolicy(community, contract, limits, relations, others);
    }

    boolean isUsual() {
        return equals(usual(community, contract));
    }

    /**
     * Whether a payee is close to somebody.
     *
     * @param person the firm of the contract, or a holder of a key
     * @param payee who is to be paid
     * @return true if the policy says so
     */
    public boolean isClose(PersonId person, PersonId payee) {
        return relations.contains(new Relation(person, payee));
    }

    /**
     * The paper that owners vote on, under the domain {@code xinyi/disbursement-policy/v1}.
     *
     * @return the SHA-256 of all components, each with its length
     */
    public Motion.Document document() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/disbursement-policy/v1")
                        .text(community.value())
                        .text(contract)
                        .u32(limits.size());
        limits.forEach(
                limit ->
                        bytes.text(limit.scope().name()).u64(limit.aboveMinor()).u32(limit.days()));
        bytes.u32(relations.size());
        relations.forEach(
                relation -> bytes.text(relation.person().value()).text(relation.payee().value()));
        bytes.u32(incomeClauses.size());
        incomeClauses.forEach(clause -> write(clause, bytes));
        return new Motion.Document(bytes.sha256Hex());
    }

    private static void write(IncomeClause clause, CanonicalBytes bytes) {
        bytes.text(clause.fromInclusive().toString())
                .u32(clause.everyMonths())
                .u32(clause.graceDays())
                .u64(clause.decided().numerator())
                .u64(clause.decided().denominator())
                .u32(clause.floors().size());
        clause.floors()
                .forEach(
                        floor ->
                                bytes.text(floor.reach().name())
                                        .u64(floor.share().numerator())
                                        .u64(floor.share().denominator()));
    }
}
