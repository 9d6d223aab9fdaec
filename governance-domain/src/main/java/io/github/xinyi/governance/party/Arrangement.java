package io.github.xinyi.governance.party;

import io.github.xinyi.governance.identity.BranchId;
import io.github.xinyi.governance.law.EffectivePeriod;
import java.util.Optional;

/**
 * How one community is organised for a time, for example jointly in the branch {@code lianhe-1}.
 *
 * @param form the form
 * @param reference the branch, or the person sent where the form is {@link
 *     BranchForm#INSTRUCTOR_SENT}
 * @param period when
 * @since 0.1.0
 */
public record Arrangement(BranchForm form, String reference, EffectivePeriod period) {

    /**
     * The branch.
     *
     * @return its own, the joint one or the host's; empty where an instructor is sent
     */
    public Optional<BranchId> branch() {
        return form == BranchForm.INSTRUCTOR_SENT
                ? Optional.empty()
                : Optional.of(BranchId.of(reference));
    }

    /** Whether the branch has its members here, alone or with others. */
    boolean isOwn() {
        return form == BranchForm.SEPARATE || form == BranchForm.JOINT;
    }

    Arrangement until(EffectivePeriod shorter) {
        return new Arrangement(form, reference, shorter);
    }
}
