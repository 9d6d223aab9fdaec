package io.github.xinyi.governance.region;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules for profiles and for the tree of regions; the floors name what no region can lower.
 *
 * @since 0.1.0
 */
public enum RegionRule implements Rule {
    /** Two thirds take part. */
    FLOOR_PARTICIPATION("floor-participation", Statutes.CIVIL_CODE.at(278, 2)),
    /** More than half agree to an ordinary matter. */
    FLOOR_ORDINARY("floor-ordinary", Statutes.CIVIL_CODE.at(278, 2)),
    /** Three quarters agree to a special matter. */
    FLOOR_SPECIAL("floor-special", Statutes.CIVIL_CODE.at(278, 2)),
    /** Fifteen days' notice of a regular meeting. */
    FLOOR_NOTICE("floor-notice", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1)),
    /** A fifth of the owners can have a meeting called. */
    FLOOR_PROPOSAL("floor-proposal", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(13, 2)),
    /** A committee files within thirty days. */
    FLOOR_FILING("floor-filing", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(16, 1)),
    /** Sixty days' notice of a dismissal. */
    FLOOR_DISMISSAL_NOTICE("floor-dismissal-notice", Statutes.CIVIL_CODE.at(946, 1)),
    /** Ninety days' notice by a firm that does not renew. */
    FLOOR_REFUSAL_NOTICE("floor-refusal-notice", Statutes.CIVIL_CODE.at(947, 2)),
    /** Sixty days' notice of the end of a contract without a term. */
    FLOOR_OPEN_ENDED_NOTICE("floor-open-ended-notice", Statutes.CIVIL_CODE.at(948, 2)),
    /** No place asks either side for more than those sixty days. */
    OPEN_ENDED_NOTICE_FIXED(
            "open-ended-notice-fixed", Statutes.CIVIL_CODE.at(948, 2).asInterpretation()),
    /** Two keys to every outflow, a rule of this library. */
    FLOOR_TWO_KEYS("floor-two-keys"),
    /** No cutting of utilities to collect fees. */
    FLOOR_NO_CUT_OFF("floor-no-cut-off", Statutes.CIVIL_CODE.at(944, 3)),
    /** The maintenance fund stays apart. */
    FLOOR_SEPARATE_FUNDS(
            "floor-separate-funds",
            Statutes.CIVIL_CODE.at(281, 1).asInterpretation(),
            Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** Remuneration only as agreed. */
    FLOOR_AGREED_REMUNERATION("floor-agreed-remuneration", Statutes.TRUST_LAW.at(35, 1)),
    /** No personal data in public views. */
    FLOOR_NO_NAMES("floor-no-names", Statutes.PERSONAL_INFORMATION_LAW.at(25)),
    /** The nine matters are the owners'. */
    FLOOR_OWNERS_VOTE("floor-owners-vote", Statutes.CIVIL_CODE.at(278, 1)),
    /** No mediation against a refusal. */
    FLOOR_MEDIATION("floor-mediation", Statutes.PEOPLES_MEDIATION_LAW.at(17)),
    /** The statutory count decides. */
    FLOOR_STATUTORY_COUNT(
            "floor-statutory-count", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** A local text asks for less than the nation's; the nation's stays in use. */
    LOCAL_BELOW_NATION("local-below-nation"),
    /** The texts of the region are not at hand. */
    TEXTS_NOT_AT_HAND("texts-not-at-hand"),
    /** The text of the region that was in force on the day is not at hand, only a later one. */
    TEXT_OF_DAY_NOT_AT_HAND("text-of-day-not-at-hand"),
    /** Two values of one clause on one day. */
    CLAUSE_CONTRADICTED("clause-contradicted"),
    /** A clause that every region needs is not in force on the day. */
    CLAUSE_MISSING("clause-missing"),
    /** No profile of that name, or a parent that is unknown. */
    PROFILE_UNKNOWN("profile-unknown"),
    /** The nation's profile can not be replaced, nor a profile stand under itself. */
    PROFILE_PLACE("profile-place"),
    /** More than a limit allows. */
    TOO_MANY("too-many"),
    /** A node stands there twice. */
    NODE_REPEATED("node-repeated"),
    /** A placement names a node that is not there. */
    NODE_UNKNOWN("node-unknown"),
    /** A node below the top without any parent at any time. */
    NODE_ORPHANED("node-orphaned"),
    /** Two parents on one day. */
    TWO_PARENTS("two-parents"),
    /** A parent that is not of a higher level. */
    LEVEL_ORDER("level-order"),
    /** A node that lies below itself. */
    CIRCLE("circle");

    private final RuleCode code;
    private final List<Citation> basis;

    RegionRule(String name, Citation... basis) {
        this.code = new RuleCode("region." + name);
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
