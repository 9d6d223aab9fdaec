package io.github.xinyi.governance.register;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a change of the register must fit, on the day from which it holds.
 *
 * @since 0.1.0
 */
public enum RegisterRule implements Rule {
    /** The register is opened once, and first. */
    OPENED("opened"),
    /** Changes are recorded one after the other. */
    RECORDED_IN_ORDER("recorded-in-order"),
    /** A unit, a ward or the buildings have at most {@link RosterHistory#MAX_CHANGES} changes. */
    NUMBER_OF_CHANGES("number-of-changes"),
    /** At most {@link RosterHistory#MAX_FROZEN_DAYS} days have a frozen roster. */
    FROZEN_DAYS("frozen-days"),
    /** A unit that is added is not there yet. */
    UNIT_NEW("unit-new"),
    /** A unit that changes is there. */
    UNIT_KNOWN("unit-known"),
    /** A unit is sold, handed over and transferred in that order. */
    STATUS("status", Statutes.SPC_OWNERSHIP.at(9).asInterpretation()),
    /** An underwriter is not the developer. */
    UNDERWRITER_OTHER("underwriter-other", Statutes.SPC_OWNERSHIP.at(17).asInterpretation()),
    /** A figure of an area is not known yet. */
    FIGURE_NEW("figure-new", Statutes.SPC_OWNERSHIP.at(8).asInterpretation()),
    /** A use is another one. */
    USE_NEW("use-new"),
    /** There are owners, and not too many. */
    NUMBER_OF_OWNERS("number-of-owners"),
    /** Shares are those of the owners and add up to one. */
    SHARES("shares", Statutes.CIVIL_CODE.at(298).asInterpretation()),
    /** Owners or shares are other ones. */
    OWNERS_NEW("owners-new"),
    /** Owners who are registered were not so before. */
    TITLE_OPEN("title-open", Statutes.SPC_OWNERSHIP.at(1)),
    /** Nobody acquires or becomes a guardian after his or her death. */
    ALIVE("alive", Statutes.CIVIL_CODE.at(13)),
    /** Heirs own since the day of a death that is on record. */
    DAY_OF_DEATH("day-of-death", Statutes.CIVIL_CODE.at(230)),
    /** Heirs take the place of an owner. */
    HEIRS_OF_OWNER("heirs-of-owner", Statutes.CIVIL_CODE.at(230)),
    /** A death is recorded once. */
    DEATH_NEW("death-new"),
    /** A guardian is another person, and not yet the guardian. */
    GUARDIAN_NEW("guardian-new"),
    /** A guardianship has a day. */
    GUARDIANSHIP_DAYS("guardianship-days"),
    /** A guardianship that ends is in force. */
    GUARDIANSHIP_KNOWN("guardianship-known", Statutes.CIVIL_CODE.at(39)),
    /** A building that is merged has units, and another name. */
    BUILDING_KNOWN("building-known"),
    /** What is already recorded for a later day stays possible. */
    LATER_CHANGE("later-change");

    private final RuleCode code;
    private final List<Citation> basis;

    RegisterRule(String name, Citation... basis) {
        this.code = new RuleCode("register." + name);
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
