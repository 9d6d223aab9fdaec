package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.law.Statutes.CIVIL_CODE;
import static io.github.xinyi.governance.law.Statutes.PROPERTY_MANAGEMENT_REGULATION;
import static io.github.xinyi.governance.law.Statutes.SPC_OWNERSHIP;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.TrustMatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of business of which this library knows that they are among the nine matters, whatever
 * a caller names them: to renew the manager's contract ({@link #MANAGER_RENEWAL}) is item 4.
 *
 * <p>The list is closed. What is none of these is not thereby free: item 9 has no end, so that who
 * puts something else before a conference or a talk declares it, and the record shows who did.
 *
 * @since 0.1.0
 */
public enum OwnersBusiness {
    /** To make or change the rules of procedure of the owners' meeting. */
    RULES_OF_PROCEDURE(Matter.RULES_OF_PROCEDURE),
    /** To make or change the management covenant. */
    MANAGEMENT_COVENANT(Matter.MANAGEMENT_COVENANT),
    /** To elect the owners' committee. */
    COMMITTEE_ELECTION(Matter.COMMITTEE_ELECTION),
    /** To replace members of the owners' committee (更换业主委员会成员). */
    COMMITTEE_REPLACEMENT(Matter.COMMITTEE_ELECTION),
    /** To choose a manager (选聘). */
    MANAGER_APPOINTMENT(Matter.MANAGER_APPOINTMENT),
    /** To dismiss the manager (解聘). */
    MANAGER_DISMISSAL(Matter.MANAGER_APPOINTMENT, CIVIL_CODE.at(946, 1)),
    /** To keep the manager for another term (续聘); that this is item 4 is a reading. */
    MANAGER_RENEWAL(Matter.MANAGER_APPOINTMENT, CIVIL_CODE.at(947, 1).asInterpretation()),
    /** To use the maintenance fund, for example on lifts, roofs and outer walls. */
    MAINTENANCE_FUND_USE(Matter.MAINTENANCE_FUND_USE, CIVIL_CODE.at(281, 1)),
    /** To raise the maintenance fund, also to fill it up. */
    MAINTENANCE_FUND_RAISING(Matter.MAINTENANCE_FUND_RAISING),
    /** To alter the building or its facilities (改建). */
    ALTERATION(Matter.REBUILDING),
    /** To rebuild (重建). */
    REBUILDING(Matter.REBUILDING),
    /** To use common parts for something else (改变共有部分的用途). */
    COMMON_PARTS_CHANGE(Matter.COMMON_PARTS_USE),
    /** To do business in common parts, for example with advertisements. */
    COMMON_PARTS_BUSINESS(Matter.COMMON_PARTS_USE, PROPERTY_MANAGEMENT_REGULATION.at(54)),
    /**
     * To let or charge for parking on common roads and grounds; that this is item 8 is a reading.
     */
    COMMON_PARKING(Matter.COMMON_PARTS_USE, CIVIL_CODE.at(275, 2).asInterpretation()),
    /** To dispose of common parts (处分共有部分). */
    COMMON_PARTS_DISPOSAL(Matter.OTHER_MAJOR_MATTER, SPC_OWNERSHIP.at(7)),
    /** What the law or the covenant reserves to the owners besides. */
    RESERVED_TO_OWNERS(Matter.OTHER_MAJOR_MATTER, SPC_OWNERSHIP.at(7)),
    /** To spend or share out the income of common parts; that this is item 9 is a reading. */
    PUBLIC_INCOME(
            Matter.OTHER_MAJOR_MATTER, PROPERTY_MANAGEMENT_REGULATION.at(54).asInterpretation()),
    /** To adopt the trust model, its rules, or another remuneration. */
    TRUST_CONTRACT(Matter.MANAGER_APPOINTMENT, TrustMatter.TRUST_ADOPTION.citation()),
    /** The trust's budget, accounts, spending above the budget, or its surplus. */
    TRUST_BUDGET(Matter.OTHER_MAJOR_MATTER, TrustMatter.ANNUAL_BUDGET.citation());

    private final Matter matter;
    private final List<Citation> basis;

    OwnersBusiness(Matter matter, Citation... further) {
        this.matter = matter;
        this.basis = Stream.concat(Stream.of(matter.citation()), Stream.of(further)).toList();
    }

    /**
     * Which of the nine it is.
     *
     * @return for example {@link Matter#MANAGER_APPOINTMENT}
     */
    public Matter matter() {
        return matter;
    }

    /**
     * Where the law says so, and how far that can be relied on.
     *
     * @return Civil Code art. 278 para. 1 with the item, then what else names it
     */
    public List<Citation> basis() {
        return basis;
    }
}
