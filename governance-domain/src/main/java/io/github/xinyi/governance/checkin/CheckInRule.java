package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules of check-ins and services, for example {@link #ONE_PLACE}. No law defines check-ins;
 * what is public of persons stands on the Personal Information Protection Law.
 *
 * @since 0.1.0
 */
public enum CheckInRule implements Rule {
    /** The event belongs to this district. */
    DISTRICT("district"),
    /** There is room for one more record. */
    LIMIT("limit"),
    /** What is recorded has happened. */
    DAY("day"),
    /** Nobody is checked in at two communities, or twice at one, on the same day. */
    ONE_PLACE("one-place"),
    /** Whoever moves is checked in at another community. */
    MOVES("moves"),
    /** Whoever withdraws is checked in here. */
    CHECKED_IN("checked-in"),
    /** A period ends after it began. */
    AFTER_START("after-start"),
    /** A team or item has an identifier of its own. */
    NEW("new"),
    /** A team or item is known. */
    KNOWN("known"),
    /** A team exists on the day. */
    TEAM_EXISTS("team-exists"),
    /** A team is dissolved once. */
    ONGOING("ongoing"),
    /** A person joins a team once at a time. */
    JOINS_ONCE("joins-once"),
    /** A person belongs to the team on the day. */
    BELONGS("belongs"),
    /** Team and item are in the community named. */
    COMMUNITY("community"),
    /** Only what is open can be solved. */
    OPEN("open"),
    /** Only what is solved can be reopened. */
    SOLVED("solved"),
    /** The steps of an item follow in time. */
    ITEM_ORDER("item-order"),
    /** Time is spent on an item of the team. */
    ITEM_OF_TEAM("item-of-team"),
    /** Time is whole minutes, at least one, at most a day. */
    MINUTES("minutes"),
    /** Nobody works in two places at one time. */
    NO_OVERLAP("no-overlap"),
    /** No kind of service, which everybody reads, shows a telephone or identity number. */
    PUBLIC_KIND("public-kind", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** A public view shows no group of fewer than five. */
    SMALLEST_GROUP("smallest-group", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** A public view is of a month that is over. */
    MONTH_OVER("month-over", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** No group that a public view shows has a few more or a few less than in one shown before. */
    MONTHS_APART("months-apart", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    CheckInRule(String name, Citation... basis) {
        this.code = new RuleCode("checkin." + name);
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
