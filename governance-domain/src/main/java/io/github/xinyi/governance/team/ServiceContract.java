package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;

/**
 * The contract under which a firm serves the community (物业服务合同), as far as a team has to know it,
 * for example {@code HT-2025-01} with {@code FIRM} from 2025-01-01 on. It says who the serving firm
 * is, so that nobody else has to be asked.
 *
 * @param reference where the contract is filed, 1 to {@link #MAX_REFERENCE_LENGTH} characters
 * @param firm who serves
 * @param term first day included, end excluded
 * @since 0.1.0
 */
public record ServiceContract(String reference, PersonId firm, EffectivePeriod term) {

    /** The longest reference, in characters. */
    public static final int MAX_REFERENCE_LENGTH = 64;

    /** Refuses a contract that is filed nowhere. */
    public ServiceContract {
        if (!Slot.isText(reference, MAX_REFERENCE_LENGTH)) {
            throw new IllegalArgumentException(
                    "a reference has 1 to "
                            + MAX_REFERENCE_LENGTH
                            + " characters, got "
                            + reference.length());
        }
    }
}
