package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules of co-building, for example {@link #CAPACITY}. No law defines its lists; they stand on
 * arithmetic and form, agreements on the Civil Code.
 *
 * @since 0.1.0
 */
public enum CobuildingRule implements Rule {
    /** The event belongs to this district. */
    DISTRICT("district"),
    /** There is room for one more record. */
    LIMIT("limit"),
    /** An agreement or entry has an identifier of its own. */
    NEW("new"),
    /** An agreement or entry is known. */
    KNOWN("known"),
    /** A step of an agreement or entry is not before the one recorded last. */
    TIME_ORDER("time-order"),
    /** An agreement has parties, and not too many. */
    PARTIES("parties"),
    /** An agreement has no more duties than can be kept. */
    DUTIES("duties"),
    /** A duty falls on a party, within the term. */
    DUTY("duty"),
    /** An agreement has a term. */
    TERM("term"),
    /** An agreement is in force on the day. */
    IN_FORCE("in-force"),
    /** A renewal ends later than what it renews. */
    RENEWAL("renewal"),
    /** An agreement is ended within its term. */
    END("end"),
    /** A duty is performed once, as the parties agreed (全面履行). */
    PERFORMED("performed", Statutes.CIVIL_CODE.at(509, 1)),
    /** A duty is performed from the start of the term on, late too, and not in the future. */
    PERFORMED_ON("performed-on"),
    /** A need has come as far as the step needs. */
    STAGE("stage"),
    /** A resource is on the list. */
    OFFERED("offered"),
    /** Nothing in progress rests on a resource that is withdrawn. */
    UNCLAIMED("unclaimed"),
    /** Need and resource have a tag in common. */
    TAGS("tags"),
    /** No tag, which everybody reads, shows a telephone or identity number. */
    PUBLIC_TAGS("public-tags", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** A resource is offered where it is needed. */
    PLACE("place"),
    /** A resource has enough left. */
    CAPACITY("capacity"),
    /** A resource is there on all days of the need. */
    DATES("dates"),
    /** The provider is a party of the agreement, which binds nobody else. */
    PROVIDER("provider", Statutes.CIVIL_CODE.at(465, 2));

    private final RuleCode code;
    private final List<Citation> basis;

    CobuildingRule(String name, Citation... basis) {
        this.code = new RuleCode("cobuilding." + name);
        this.basis = List.of(basis);
    }

    RuleCheck check(boolean met, Object... evidence) {
        return RuleCheck.of(this, met, evidence);
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
