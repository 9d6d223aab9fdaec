package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.HeadPolicy.CoOwnership;
import io.github.xinyi.governance.community.HeadPolicy.DeveloperHead;
import io.github.xinyi.governance.community.HeadPolicy.Parking;
import io.github.xinyi.governance.community.HeadPolicy.RetainedUnits;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.FirstMeetingClauses;
import io.github.xinyi.governance.region.FirstMeetingClauses.Together;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Owners who agree to have no owners' meeting and to exercise its duties and those of a committee
 * together (由业主共同履行业主大会、业主委员会职责), for example the three owners of a shop house. Shandong speaks of
 * the duties of the meeting alone.
 *
 * <p>A single owner needs no agreement. Else all owners agree and are few (业主人数较少): how many are
 * few no text says, so that it stays undetermined unless a host's profile has {@link
 * FirstMeetingClauses#FEW_OWNERS}. A local text that does not ask for few is not used. Owners are
 * counted as heads, an owner of nothing but a separate parking space among them; that those who own
 * together are one owner, that one of them answers for all, and that such an owner is one of all,
 * is our reading. The nine matters are still decided by all owners under Civil Code art. 278.
 * Source: Property Management Regulation art. 10 and the regions' clauses.
 *
 * @param units those for which somebody agreed who may; at most {@link Roster#MAX_UNITS}
 * @param owners those who agreed by name, guardians included; at most {@link Roster#MAX_UNITS}
 * @param agreedOn the day on which the last of them agreed
 * @since 0.1.0
 */
public record OwnersTogether(
        SortedSet<UnitId> units, SortedSet<PersonId> owners, LocalDate agreedOn) {

    /** The greatest number of units or names that a finding tells. */
    public static final int MAX_NAMED = 100;

    private static final Citation NATION = Statutes.PROPERTY_MANAGEMENT_REGULATION.at(10);

    private static final HeadPolicy EVERY_OWNER =
            new HeadPolicy(
                    Parking.AREA_AND_HEADS,
                    CoOwnership.EXACT_SET,
                    RetainedUnits.MERGED,
                    DeveloperHead.SINGLE);

    /** The findings of this class. */
    enum TogetherRule implements Rule {
        /** There is one owner alone; those who own together are one. */
        ONE_OWNER(
                "proceeding.together-one-owner",
                Statutes.PROPERTY_MANAGEMENT_REGULATION.at(10),
                Statutes.SPC_OWNERSHIP.at(2).asInterpretation(),
                Statutes.SPC_OWNERSHIP.at(9).asInterpretation()),
        /** Every owner agrees, one of those who own together for all of them. */
        ALL_AGREE(
                "proceeding.together-all-agree",
                Statutes.SPC_OWNERSHIP.at(2).asInterpretation(),
                Statutes.SPC_OWNERSHIP.at(9).asInterpretation()),
        /** The owners are few; those who own together are one. */
        FEW_OWNERS(
                "proceeding.together-few-owners",
                Statutes.SPC_OWNERSHIP.at(2).asInterpretation(),
                Statutes.SPC_OWNERSHIP.at(9).asInterpretation()),
        /** The roster is of the day of the last agreement; of an earlier one nothing is certain. */
        ROSTER_DAY(
                "proceeding.together-roster",
                Statutes.PROPERTY_MANAGEMENT_REGULATION.at(10).asInterpretation()),
        /** Which names the roster does not have; it decides nothing. */
        LEFT_OUT(
                "proceeding.together-left-out",
                Statutes.PROPERTY_MANAGEMENT_REGULATION.at(10).asInterpretation());

        private final RuleCode code;
        private final List<Citation> basis;

        TogetherRule(String code, Citation... basis) {
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

    /** Refuses too many names by their number, and copies them. */
    public OwnersTogether {
        if (units.size() > Roster.MAX_UNITS || owners.size() > Roster.MAX_UNITS) {
            throw new IllegalArgumentException(
                    "too many names: " + units.size() + " units, " + owners.size() + " owners");
        }
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        owners = Collections.unmodifiableSortedSet(new TreeSet<>(owners));
    }

    /**
     * Whether they need no owners' meeting and no committee.
     *
     * @param roster who owns on the day of the last agreement
     * @param profile the clauses of the place
     * @return met for one owner, or where all agree and are few enough; undetermined where nobody
     *     says how many are few, or the roster is of an earlier day; then the notices of the
     *     profile
     */
    public Ruling judge(Roster roster, RegionProfile profile) {
        Electorate electorate = roster.electorate(EVERY_OWNER);
        NamedOwners names = new NamedOwners(electorate);
        List<UnitId> strangeUnits = names.takeUnits(units);
        List<PersonId> strangers = names.takeOwners(owners, roster);
        Clause<Together> clause = profile.clause(FirstMeetingClauses.TOGETHER);
        long all = electorate.heads().value();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                new RuleCheck(
                        TogetherRule.ONE_OWNER.under(oneOwner(clause)),
                        all == 1 ? Verdict.MET : Verdict.NOT_APPLICABLE,
                        Evidence.of("owners", all).toMap()));
        findings.add(agreement(names, all, clause));
        findings.add(few(all, clause, profile.find(FirstMeetingClauses.FEW_OWNERS)));
        findings.add(
                new RuleCheck(
                        TogetherRule.ROSTER_DAY,
                        ofTheDay(roster.recordDate()),
                        Evidence.of("roster", roster.recordDate()).and("day", agreedOn).toMap()));
        findings.add(leftOut(strangeUnits, strangers));
        findings.addAll(profile.notices());
        return new Ruling(findings);
    }

    /** A local text in use names owners who are few and agree; one alone stands in the nation's. */
    private static List<Citation> oneOwner(Clause<Together> clause) {
        List<Citation> nation =
                clause.basis().stream()
                        .filter(source -> source.instrument().equals(NATION.instrument()))
                        .toList();
        return counted(
                TogetherRule.ONE_OWNER, nation.isEmpty() ? Stream.of(NATION) : nation.stream());
    }

    /** That owners are counted as heads, and which, stands beside what is asked of them. */
    private static List<Citation> counted(TogetherRule rule, Stream<Citation> asked) {
        return Stream.concat(
                        asked,
                        rule.basis().stream()
                                .filter(source -> source.standing() == Standing.INTERPRETATION))
                .toList();
    }

    /** Who has become an owner since an earlier day is not asked; a later day is another case. */
    private Verdict ofTheDay(LocalDate recordDate) {
        if (recordDate.equals(agreedOn)) {
            return Verdict.MET;
        }
        return recordDate.isBefore(agreedOn) ? Verdict.UNDETERMINED : Verdict.NOT_MET;
    }

    private static Finding agreement(NamedOwners names, long all, Clause<Together> clause) {
        Verdict asked = all > 0 && names.heads() == all ? Verdict.MET : Verdict.NOT_MET;
        return new RuleCheck(
                TogetherRule.ALL_AGREE.under(
                        counted(TogetherRule.ALL_AGREE, clause.basis().stream())),
                all == 1 ? Verdict.NOT_APPLICABLE : asked,
                Evidence.of("agreeing", names.heads())
                        .and("owners", all)
                        .and("units", names.unnamed().limit(MAX_NAMED).toList())
                        .toMap());
    }

    /** No text says how many are few; one alone is not asked. */
    private static Finding few(long all, Clause<Together> clause, Optional<Clause<Integer>> limit) {
        Verdict verdict =
                limit.map(most -> all <= most.value() ? Verdict.MET : Verdict.NOT_MET)
                        .orElse(Verdict.UNDETERMINED);
        return new RuleCheck(
                TogetherRule.FEW_OWNERS.under(
                        counted(
                                TogetherRule.FEW_OWNERS,
                                Stream.concat(
                                        clause.basis().stream(),
                                        limit.stream().flatMap(most -> most.basis().stream())))),
                all == 1 ? Verdict.NOT_APPLICABLE : verdict,
                Evidence.of("owners", all)
                        .and("limit", limit.map(most -> most.value().toString()).orElse("-"))
                        .toMap());
    }

    private static Finding leftOut(List<UnitId> units, List<PersonId> owners) {
        return new RuleCheck(
                TogetherRule.LEFT_OUT,
                Verdict.NOT_APPLICABLE,
                Evidence.of("left", units.size() + owners.size())
                        .and("units", units.stream().limit(MAX_NAMED).toList())
                        .and("owners", owners.stream().limit(MAX_NAMED).toList())
                        .toMap());
    }
}
