package io.github.xinyi.governance.published;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What published figures are asked, in the order in which it is reported: first whether they agree
 * with each other, then the thresholds, then what is missing, then what is a reading.
 *
 * @since 0.1.0
 */
public enum PublishedRule implements Rule {
    /** No part of an area is above its whole. */
    AREA_WITHIN_TOTAL("published.area-within-total"),
    /** No part of the owners is above its whole. */
    HEADS_WITHIN_TOTAL("published.heads-within-total"),
    /** Each percentage of an area fits the count beside it. */
    AREA_PERCENTAGE("published.area-percentage"),
    /** Each percentage of owners fits the count beside it. */
    HEADS_PERCENTAGE("published.heads-percentage"),
    /** No percentage of an area is of another base than said. */
    AREA_DENOMINATOR("published.area-denominator"),
    /** No percentage of owners is of another base than said. */
    HEADS_DENOMINATOR("published.heads-denominator"),
    /** Areas for, against and abstaining make up the area taking part. */
    AREA_ADDS_UP("published.area-adds-up"),
    /** Owners for, against and abstaining make up those taking part. */
    HEADS_ADD_UP("published.heads-add-up"),
    /** There is some count of areas that fits everything printed. */
    AREA_CONSISTENT("published.area-consistent"),
    /** There is some count of owners that fits everything printed. */
    HEADS_CONSISTENT("published.heads-consistent"),
    /** Where there are owners there is area, and the reverse. */
    AREA_POSSIBLE("published.area-possible"),
    /** One law governs the vote, or every law that may govern it leads to the same outcome. */
    OPENING_DAY("published.opening-day", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** All owners were told fifteen days before the voting opened. */
    NOTICE_DAYS(
            "published.notice-days",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** Enough of the area took part, by the rule set of the day. */
    AREA_QUORUM("published.area-quorum"),
    /** Enough of the owners took part, by the rule set of the day. */
    HEADS_QUORUM("published.heads-quorum"),
    /** Enough of the area was in favour, by the rule set of the day. */
    AREA_CONSENT("published.area-consent"),
    /** Enough of the owners were in favour, by the rule set of the day. */
    HEADS_CONSENT("published.heads-consent"),
    /** The whole area would settle the quorum. */
    AREA_NEEDS_TOTAL("published.area-needs-total"),
    /** The number of all owners would settle the quorum. */
    HEADS_NEED_TOTAL("published.heads-need-total"),
    /** The area taking part would settle it. */
    AREA_NEEDS_PARTICIPATING("published.area-needs-participating"),
    /** The number of owners taking part would settle it. */
    HEADS_NEED_PARTICIPATING("published.heads-need-participating"),
    /** The base of the percentage of area would settle the consent. */
    AREA_NEEDS_BASE("published.area-needs-base"),
    /** The base of the percentage of owners would settle the consent. */
    HEADS_NEED_BASE("published.heads-need-base"),
    /** The area in favour would settle the consent. */
    AREA_NEEDS_IN_FAVOUR("published.area-needs-in-favour"),
    /** The number of owners in favour would settle the consent. */
    HEADS_NEED_IN_FAVOUR("published.heads-need-in-favour"),
    /** What of the verdict is our reading of the law or of the notice; it decides nothing. */
    READINGS("published.readings", Statutes.CIVIL_CODE.at(278, 2).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    PublishedRule(String code, Citation... basis) {
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
