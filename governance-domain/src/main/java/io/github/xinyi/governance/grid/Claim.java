package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Map;

/**
 * A demand against somebody who disturbs others, for example the owners' committee asks that the
 * barking cease. {@link #ruling} says whether the Civil Code gives it.
 *
 * @param category what the dispute is about; not a service
 * @param claimant who demands
 * @param remedy what is demanded
 * @since 0.1.0
 */
public record Claim(CaseCategory category, Claimant claimant, Remedy remedy) {

    /** Refuses a claim about a service. */
    public Claim {
        if (!category.isDispute()) {
            throw new IllegalArgumentException("not a dispute: " + category);
        }
    }

    /** Who may demand something. */
    public enum Claimant {
        /** The owners' assembly (业主大会). */
        OWNERS_ASSEMBLY,
        /** The owners' committee (业主委员会). */
        OWNERS_COMMITTEE,
        /** The property management committee (物业管理委员会), which the Civil Code does not name. */
        PROPERTY_MANAGEMENT_COMMITTEE,
        /** An owner whose own rights are harmed. */
        AFFECTED_OWNER
    }

    /** What can be demanded. */
    public enum Remedy {
        /** Stop (停止侵害). */
        CEASE,
        /** Take the obstacle away (排除妨碍). */
        CLEAR_OBSTACLE,
        /** Take the danger away (消除危险). */
        END_DANGER,
        /** Put back as it was (恢复原状). */
        RESTORE,
        /** Pay for the damage (赔偿损失). */
        COMPENSATE,
        /** Have the authority deal with it, where the duty is refused (报告或者投诉). */
        REPORT_TO_AUTHORITY
    }

    /** Where the Civil Code gives the demand. */
    public enum Ground implements Rule {
        /** Art. 286 para. 2: the owners' assembly or committee. */
        OWNERS_BODY("claim.owners-body", Statutes.CIVIL_CODE.at(286, 2)),
        /** Art. 287: an owner against other owners who harm the owner's rights. */
        OWN_RIGHT("claim.own-right", Statutes.CIVIL_CODE.at(287)),
        /** Art. 286 para. 3: whoever is concerned, where somebody refuses to perform a duty. */
        AUTHORITY("claim.authority", Statutes.CIVIL_CODE.at(286, 3));

        private final RuleCode code;
        private final List<Citation> basis;

        Ground(String code, Citation basis) {
            this.code = new RuleCode(code);
            this.basis = List.of(basis);
        }

        @Override
        public RuleCode code() {
            return code;
        }

        @Override
        public List<Citation> basis() {
            return basis;
        }
    }

    /**
     * Whether the demand can be made.
     *
     * <p>Rules of the community and of the place still say what is forbidden: noise and animals are
     * a breach only against them. Of a property management committee, and of acts that the article
     * does not name, nothing is guessed.
     *
     * @return one finding, under the article that applies
     */
    public Ruling ruling() {
        if (remedy == Remedy.REPORT_TO_AUTHORITY) {
            return finding(Ground.AUTHORITY, Verdict.MET);
        }
        if (claimant == Claimant.AFFECTED_OWNER) {
            return finding(Ground.OWN_RIGHT, Verdict.MET);
        }
        return finding(
                Ground.OWNERS_BODY,
                category.isNamedByArticle286() && claimant != Claimant.PROPERTY_MANAGEMENT_COMMITTEE
                        ? Verdict.MET
                        : Verdict.UNDETERMINED);
    }

    private Ruling finding(Ground ground, Verdict verdict) {
        return Ruling.of(
                new RuleCheck(
                        ground,
                        verdict,
                        Map.of(
                                "category", category.name(),
                                "claimant", claimant.name(),
                                "remedy", remedy.name())));
    }
}
