package io.github.xinyi.governance.consent;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.consent.InterestedOwner.Answer;
import io.github.xinyi.governance.consent.InterestedOwner.Ground;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a home may become a business (住宅改变为经营性用房): all interested owners must agree, for example
 * unit {@code 2-1-101} with 71 owners of the same building, of whom one is silent.
 *
 * <p>Silence is not consent, a majority is not unanimity, and while an owner of the building is
 * unknown nothing is decided. It is no vote of the owners' meeting and yields no resolution.
 * Source: Civil Code art. 279; SPC-Own arts. 10, 11.
 *
 * @param unit the home
 * @param owners everybody interested or said to be, each once, at most {@link #MAX_OWNERS}
 * @param building whether these are all owners of the building
 * @param covenant what the covenant and the law say of the use
 * @param asking whether owners may still answer
 * @since 0.1.0
 */
public record BusinessUseConsent(
        UnitId unit,
        List<InterestedOwner> owners,
        Building building,
        Covenant covenant,
        Asking asking) {

    /** The greatest number of owners asked. */
    public static final int MAX_OWNERS = 100_000;

    /** Whether the list of the building's owners is whole. */
    public enum Building {
        /** Every other owner of the building stands in the list. */
        ALL_KNOWN,
        /** Some owner of the building is not known, or nobody has looked. */
        NOT_ALL_KNOWN
    }

    /** What law and covenant say of the use, apart from consent. */
    public enum Covenant {
        /** Nothing stands against it. */
        ALLOWS,
        /** Something does. */
        FORBIDS,
        /** Nobody has looked. */
        NOT_EXAMINED
    }

    /** Whether answers are still taken. */
    public enum Asking {
        /** Owners may still answer. */
        OPEN,
        /** The list is closed. */
        CLOSED
    }

    /** Copies the owners and refuses one that stands there twice. */
    public BusinessUseConsent {
        owners = List.copyOf(owners);
        if (owners.size() > MAX_OWNERS) {
            throw new IllegalArgumentException("owners asked: " + owners.size());
        }
        Set<PersonId> seen = new HashSet<>();
        for (InterestedOwner owner : owners) {
            if (!seen.add(owner.person())) {
                throw new IllegalArgumentException("asked twice: " + owner.person());
            }
        }
    }

    /**
     * The other owners of the building (本栋建筑物内的其他业主), who need not prove an interest.
     *
     * @param roster the community as it stood
     * @param unit the home that is to change
     * @return every co-owner of every other unit, the developer for what is unsold or not handed
     *     over; the home's own owners are left out
     * @throws IllegalArgumentException if the roster has no such unit
     */
    public static SortedSet<PersonId> ownersOfTheBuilding(Roster roster, UnitId unit) {
        Unit home =
                roster.unit(unit)
                        .orElseThrow(
                                () -> new IllegalArgumentException("the roster has no " + unit));
        SortedSet<PersonId> others = new TreeSet<>();
        roster.units().stream()
                .filter(other -> other.building().equals(home.building()))
                .forEach(other -> others.addAll(roster.holder(other).persons()));
        others.removeAll(roster.holder(home).persons());
        return others;
    }

    /**
     * All five findings. Another owner of the building who is not in the list counts as one who has
     * said nothing.
     *
     * @param roster the community as it stood
     * @return {@link Verdict#MET} exactly if every interested owner is known and has agreed, and
     *     nothing else forbids the use
     * @throws IllegalArgumentException if the roster has no such unit, or more owners of the
     *     building than can be asked
     */
    public Ruling ruling(Roster roster) {
        Set<PersonId> missing = new TreeSet<>(ownersOfTheBuilding(roster, unit));
        owners.stream()
                .filter(owner -> owner.ground() == Ground.SAME_BUILDING)
                .map(InterestedOwner::person)
                .forEach(missing::remove);
        if (missing.isEmpty()) {
            return ruling();
        }
        // Whoever lives in the building is interested without proof, whatever the list says.
        List<InterestedOwner> all =
                new ArrayList<>(
                        owners.stream().filter(o -> !missing.contains(o.person())).toList());
        missing.forEach(
                person -> all.add(new InterestedOwner(person, Ground.SAME_BUILDING, said(person))));
        return new BusinessUseConsent(unit, all, building, covenant, asking).ruling();
    }

    private Answer said(PersonId person) {
        return owners.stream()
                .filter(owner -> owner.person().equals(person))
                .map(InterestedOwner::answer)
                .findFirst()
                .orElse(Answer.SILENT);
    }

    private Ruling ruling() {
        long counted = owners.stream().filter(InterestedOwner::isCounted).count();
        long open = owners.stream().filter(o -> o.ground() == Ground.CLAIM_OPEN).count();
        return Ruling.of(
                finding(ConsentRule.ALLOWED, allowed(), "unit", unit),
                finding(
                        ConsentRule.OWNERS_KNOWN,
                        building == Building.ALL_KNOWN ? Verdict.MET : Verdict.UNDETERMINED,
                        "known",
                        counted),
                finding(
                        ConsentRule.CLAIMS_DECIDED,
                        open == 0 ? Verdict.MET : Verdict.UNDETERMINED,
                        "open",
                        open),
                finding(
                        ConsentRule.NO_OBJECTION,
                        with(Answer.OBJECTS) == 0 ? Verdict.MET : Verdict.NOT_MET,
                        "objecting",
                        with(Answer.OBJECTS)),
                finding(
                        ConsentRule.ALL_CONSENT,
                        allConsent(counted),
                        "consenting",
                        with(Answer.CONSENTS),
                        "interested",
                        counted));
    }

    private Verdict allowed() {
        return switch (covenant) {
            case ALLOWS -> Verdict.MET;
            case FORBIDS -> Verdict.NOT_MET;
            case NOT_EXAMINED -> Verdict.UNDETERMINED;
        };
    }

    private Verdict allConsent(long counted) {
        if (with(Answer.CONSENTS) == counted) {
            return Verdict.MET;
        }
        boolean canStill = asking == Asking.OPEN && with(Answer.OBJECTS) == 0;
        return canStill ? Verdict.PENDING : Verdict.NOT_MET;
    }

    private long with(Answer answer) {
        return owners.stream().filter(o -> o.isCounted() && o.answer() == answer).count();
    }

    private static Finding finding(ConsentRule rule, Verdict verdict, Object... evidence) {
        return new RuleCheck(rule, verdict, RuleCheck.of(rule, true, evidence).evidence());
    }
}
