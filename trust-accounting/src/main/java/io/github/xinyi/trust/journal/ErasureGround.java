package io.github.xinyi.trust.journal;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;

/**
 * Why a personal text is erased (删除个人信息的情形), by Personal Information Protection Law art. 47 para.
 * 1, in force from 2021-11-01: each of its five items, for example {@link #CONSENT_WITHDRAWN} for
 * item 3. The names go into the log and never change.
 *
 * @since 0.1.0
 */
public enum ErasureGround {
    /** Item 1: the purpose is reached, cannot be reached, or needs the text no more. */
    PURPOSE_ENDED,
    /** Item 2: the service is no longer given, or the time of keeping is over. */
    SERVICE_OR_TERM_ENDED,
    /** Item 3: the person has withdrawn the consent. */
    CONSENT_WITHDRAWN,
    /** Item 4: the text was processed against a law or against what was agreed. */
    UNLAWFUL_PROCESSING,
    /** Item 5: another case that a law or an administrative regulation names. */
    OTHER_LAW;

    /**
     * Where the ground stands; the items are those of the paragraph in their order.
     *
     * @return PIPL art. 47 para. 1, as our reading
     */
    public Citation basis() {
        return Statutes.PERSONAL_INFORMATION_LAW.at(47, 1).asInterpretation();
    }
}
