package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;

/**
 * A body that acts for the owners of a community during a term, for example an owners' committee
 * from 2022-05-01 until before 2027-05-01.
 *
 * @param community whose owners
 * @param kind which kind of body
 * @param term the days on which it holds office, first day included, end excluded
 * @since 0.1.0
 */
public record GoverningBody(CommunityId community, Kind kind, EffectivePeriod term) {

    /** The two kinds that count towards coverage, in the order of precedence. */
    public enum Kind {
        /** The owners' committee (业主委员会), elected by the owners (Civil Code art. 277). */
        OWNERS_COMMITTEE,
        /**
         * The property management committee (物业管理委员会), formed by the street office while there is
         * no owners' committee; local rules, and it never decides the nine matters itself.
         */
        PROPERTY_MANAGEMENT_COMMITTEE
    }
}
