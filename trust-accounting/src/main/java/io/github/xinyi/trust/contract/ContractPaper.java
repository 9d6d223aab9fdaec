package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import java.time.LocalDate;

/**
 * A paper on a contract in force that owners vote on, for example {@code new Renewal(community,
 * "HT-2025-01", LocalDate.of(2029, 12, 31))}; each kind has its own domain of digests.
 *
 * @since 0.1.0
 */
public sealed interface ContractPaper {

    /**
     * Another ratio or base of remuneration from a day on (调整酬金比例).
     *
     * @param community whose money
     * @param contract the contract's number
     * @param ratio the share from that day on; zero to below 1
     * @param base what it is taken of
     * @param from the first day on which it applies
     */
    record RatioAmendment(
            CommunityId community,
            String contract,
            Ratio ratio,
            RemunerationBase base,
            LocalDate from)
            implements ContractPaper {

        /** Refuses a ratio that no contract may have. */
        public RatioAmendment {
            if (ratio.numerator() >= ratio.denominator()) {
                throw new IllegalArgumentException("the firm cannot earn " + ratio);
            }
        }

        @Override
        public Motion.Document document() {
            return new Motion.Document(
                    bytes("xinyi/contract-ratio/v1", this)
                            .u64(ratio.numerator())
                            .u64(ratio.denominator())
                            .text(base.name())
                            .text(from.toString())
                            .sha256Hex());
        }
    }

    /**
     * A later end of the term (续聘).
     *
     * @param community whose money
     * @param contract the contract's number
     * @param endInclusive the new last day
     */
    record Renewal(CommunityId community, String contract, LocalDate endInclusive)
            implements ContractPaper {

        @Override
        public Motion.Document document() {
            return new Motion.Document(
                    bytes("xinyi/contract-renewal/v1", this)
                            .text(endInclusive.toString())
                            .sha256Hex());
        }
    }

    /**
     * Dismissing the firm (解聘).
     *
     * @param community whose money
     * @param contract the contract's number
     */
    record Dismissal(CommunityId community, String contract) implements ContractPaper {

        @Override
        public Motion.Document document() {
            return new Motion.Document(bytes("xinyi/contract-dismissal/v1", this).sha256Hex());
        }
    }

    /**
     * Hiring another firm once the term is over (另聘), so that the contract does not go on.
     *
     * @param community whose money
     * @param contract the contract's number
     * @param successor who is to follow
     */
    record Succession(CommunityId community, String contract, PersonId successor)
            implements ContractPaper {

        @Override
        public Motion.Document document() {
            return new Motion.Document(
                    bytes("xinyi/contract-succession/v1", this)
                            .text(successor.value())
                            .sha256Hex());
        }
    }

    /**
     * Whose money.
     *
     * @return the community
     */
    CommunityId community();

    /**
     * Of which contract.
     *
     * @return its number
     */
    String contract();

    /**
     * The digest that a motion must carry.
     *
     * @return the SHA-256 of all components, each with its length
     */
    Motion.Document document();

    private static CanonicalBytes bytes(String domain, ContractPaper paper) {
        return new CanonicalBytes(domain).text(paper.community().value()).text(paper.contract());
    }
}
