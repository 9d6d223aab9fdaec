package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roster of owners (业主名册) of one community, frozen on its record date; whatever is sold later
 * changes nothing in it.
 *
 * <p>Example: {@code Roster.of(CommunityId.of("anheyuan"), LocalDate.of(2024, 11, 30), developer,
 * units)}. At most {@link #MAX_UNITS} units. Two rosters are equal when their canonical texts are.
 * Immutable. Source: Civil Code art. 278 para. 2, SPC-Own arts. 1, 2, 8, 9 and 17.
 *
 * @since 0.1.0
 */
public final class Roster {

    /** The greatest number of units of one community. */
    public static final int MAX_UNITS = 1_000_000;

    private final CommunityId community;
    private final LocalDate recordDate;
    private final Parties parties;
    private final List<Unit> units;
    private final Map<UnitId, PersonId> underwriters;
    private final Map<PersonId, List<Guardianship>> guardians;
    private final RosterDigest digest;

    private Roster(CommunityId community, LocalDate recordDate, Parties parties, List<Unit> units) {
        this.community = community;
        this.recordDate = recordDate;
        this.parties = parties;
        this.units = units;
        this.underwriters =
                parties.underwritings().stream()
                        .collect(Collectors.toMap(Underwriting::unit, Underwriting::underwriter));
        this.guardians =
                parties.guardianships().stream().collect(Collectors.groupingBy(Guardianship::ward));
        this.digest = computeDigest();
    }

    /**
     * Freezes the units of a day, with a developer and nobody else beside the owners.
     *
     * @param community whose they are
     * @param recordDate the day on which they stood so
     * @param developer who votes for what is unsold or not handed over
     * @param units in any order
     * @return as {@link #of(CommunityId, LocalDate, Parties, Collection)}
     */
    public static Outcome<Roster> of(
            CommunityId community,
            LocalDate recordDate,
            PersonId developer,
            Collection<Unit> units) {
        return of(community, recordDate, Parties.of(developer), units);
    }

    /**
     * Freezes the units of a day.
     *
     * @param community whose they are
     * @param recordDate the day on which they stood so
     * @param parties who stands beside the owners
     * @param units in any order
     * @return the roster; refused with one finding for every unit that stands there twice, if there
     *     is no unit or more than {@link #MAX_UNITS}, and for every {@link RosterRule} broken
     */
    public static Outcome<Roster> of(
            CommunityId community, LocalDate recordDate, Parties parties, Collection<Unit> units) {
        // By its size alone: what is too large is not even sorted.
        if (units.isEmpty() || units.size() > MAX_UNITS) {
            return Outcome.refused(Ruling.of(new RosterFinding.Size(units.size())));
        }
        List<Finding> findings = new ArrayList<>();
        List<Unit> sorted = units.stream().sorted(Comparator.comparing(Unit::id)).toList();
        for (int i = 0; i < sorted.size(); ) {
            int next = i + 1;
            while (next < sorted.size() && sorted.get(next).id().equals(sorted.get(i).id())) {
                next++;
            }
            if (next - i > 1) {
                findings.add(new RosterFinding.DuplicateUnit(sorted.get(i).id(), next - i));
            }
            i = next;
        }
        findings.addAll(partyFaults(recordDate, parties, sorted));
        return findings.isEmpty()
                ? Outcome.accepted(new Roster(community, recordDate, parties, sorted))
                : Outcome.refused(new Ruling(findings));
    }

    private static List<RuleCheck> partyFaults(
            LocalDate recordDate, Parties parties, List<Unit> units) {
        List<RuleCheck> checks = new ArrayList<>();
        Set<UnitId> underwritten = new HashSet<>();
        for (Underwriting entry : parties.underwritings()) {
            boolean held =
                    find(units, entry.unit())
                            .filter(u -> u.status() != DeliveryStatus.SOLD_DELIVERED)
                            .isPresent();
            checks.add(
                    RuleCheck.of(
                            RosterRule.UNDERWRITTEN_UNIT,
                            held && !entry.underwriter().equals(parties.developer()),
                            "unit",
                            entry.unit(),
                            "underwriter",
                            entry.underwriter()));
            checks.add(
                    RuleCheck.of(
                            RosterRule.ONE_UNDERWRITER,
                            underwritten.add(entry.unit()),
                            "unit",
                            entry.unit()));
        }
        Set<PersonId> wards = new HashSet<>();
        parties.guardianships().forEach(g -> wards.add(g.ward()));
        Set<List<PersonId>> pairs = new HashSet<>();
        for (Guardianship entry : parties.guardianships()) {
            List<PersonId> pair = List.of(entry.ward(), entry.guardian());
            Object[] figures = {"ward", entry.ward(), "guardian", entry.guardian()};
            checks.add(
                    RuleCheck.of(
                            RosterRule.GUARDIAN_IN_FORCE,
                            entry.inForce().contains(recordDate)
                                    && Collections.disjoint(pair, parties.deceased()),
                            figures));
            checks.add(
                    RuleCheck.of(
                            RosterRule.GUARDIAN_CAPABLE,
                            !wards.contains(entry.guardian()),
                            figures));
            checks.add(RuleCheck.of(RosterRule.ONE_GUARDIANSHIP, pairs.add(pair), figures));
        }
        Set<PersonId> unknown = new TreeSet<>(parties.deceased());
        if (!unknown.isEmpty()) {
            units.forEach(unit -> unknown.removeAll(unit.owners()));
        }
        unknown.forEach(
                person ->
                        checks.add(
                                RuleCheck.of(RosterRule.DECEASED_OWNER, false, "person", person)));
        return checks.stream().filter(check -> !check.isMet()).toList();
    }

    /**
     * Whose roster it is.
     *
     * @return the community
     */
    public CommunityId community() {
        return community;
    }

    /**
     * The day on which the units stood so.
     *
     * @return for example {@code 2024-11-30}
     */
    public LocalDate recordDate() {
        return recordDate;
    }

    /**
     * Who votes for what is unsold or not handed over.
     *
     * @return the developer (建设单位)
     */
    public PersonId developer() {
        return parties.developer();
    }

    /**
     * Who stands beside the owners.
     *
     * @return the developer, underwriters, guardians and the dead
     */
    public Parties parties() {
        return parties;
    }

    /**
     * All units.
     *
     * @return sorted by identifier, parking spaces too
     */
    public List<Unit> units() {
        return units;
    }

    /**
     * The units that carry a vote.
     *
     * @return all but parking spaces, sorted by identifier
     */
    public List<Unit> votingUnits() {
        return units.stream().filter(HeadPolicy.statutory()::carriesArea).toList();
    }

    /**
     * The units of each building (楼栋), parking spaces too.
     *
     * @return by the building's name, in the order of their first unit
     */
    public Map<String, List<Unit>> buildings() {
        return units.stream()
                .collect(
                        Collectors.groupingBy(
                                Unit::building, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * One unit.
     *
     * @param id the unit asked for
     * @return empty if the roster does not have it
     */
    public Optional<Unit> unit(UnitId id) {
        return find(units, id);
    }

    private static Optional<Unit> find(List<Unit> sorted, UnitId id) {
        int place = place(sorted.size(), at -> sorted.get(at).id().compareTo(id));
        return place < 0 ? Optional.empty() : Optional.of(sorted.get(place));
    }

    /** The place at which the order is 0 in a row of rising orders, or -1. */
    static int place(int size, IntUnaryOperator order) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = order.applyAsInt(middle);
            if (found == 0) {
                return middle;
            }
            low = found < 0 ? middle + 1 : low;
            high = found < 0 ? high : middle - 1;
        }
        return -1;
    }

    /**
     * The group that counts as one head for a unit under {@link HeadPolicy#statutory()}.
     *
     * @param unit a unit of this roster
     * @return its developer or underwriter alone while it is unsold or not handed over, else its
     *     exact owners
     */
    public VotingHolder holder(Unit unit) {
        return switch (unit.status()) {
            case SOLD_DELIVERED -> new VotingHolder(unit.owners());
            case SOLD_NOT_DELIVERED, UNSOLD ->
                    VotingHolder.of(underwriters.getOrDefault(unit.id(), developer()));
        };
    }

    /**
     * Who may hand in a ballot for a unit on a day: each member of its holder, or for a ward its
     * guardians, and nobody for the dead.
     *
     * @param unit a unit of this roster
     * @param day the day of the ballot
     * @return sorted; empty if all its owners have died
     */
    public SortedSet<PersonId> voters(Unit unit, LocalDate day) {
        SortedSet<PersonId> voters = new TreeSet<>();
        for (PersonId person : holder(unit).persons()) {
            List<PersonId> standing =
                    guardians.getOrDefault(person, List.of()).stream()
                            .filter(g -> g.inForce().contains(day))
                            .map(Guardianship::guardian)
                            .toList();
            if (!parties.deceased().contains(person)) {
                voters.addAll(standing.isEmpty() ? List.of(person) : standing);
            }
        }
        return voters;
    }

    /**
     * The total area of the units that carry a vote under {@link HeadPolicy#statutory()}.
     *
     * @return the base of the first threshold by area
     */
    public FloorArea votingArea() {
        return electorate(HeadPolicy.statutory()).area();
    }

    /**
     * The number of heads of the units that carry a vote under {@link HeadPolicy#statutory()}.
     *
     * @return the base of the first threshold by heads
     */
    public HeadCount votingHeads() {
        return electorate(HeadPolicy.statutory()).heads();
    }

    /**
     * The units that carry a vote and the heads they make, under a policy.
     *
     * @param policy how heads and parking spaces count
     * @return the arrays that a count runs over
     */
    public Electorate electorate(HeadPolicy policy) {
        return new Electorate(this, policy);
    }

    /**
     * The content in one fixed form, from which the digest is taken.
     *
     * <p>UTF-8 lines that end in a line feed: {@code xinyi-roster-2}, then {@code community=},
     * {@code recordDate=} and {@code developer=} with their values, then lines whose fields are
     * divided by tabs, each kind sorted: {@code underwriting}, unit, underwriter; {@code
     * guardianship}, ward, guardian, first day, day after the last; {@code deceased}, person;
     * {@code unit}, identifier, building, use, figures in 0.01 m² as {@code REGISTRY=8942}, status,
     * title, owners and shares as {@code P0180=1/2}. Several in one field are divided by {@code ;}.
     *
     * @return the text
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder();
        write(text::append);
        return text.toString();
    }

    private void write(Consumer<String> text) {
        text.accept("xinyi-roster-2\ncommunity=" + community);
        text.accept("\nrecordDate=" + recordDate + "\ndeveloper=" + developer() + "\n");
        for (Underwriting u : parties.underwritings()) {
            text.accept(line("underwriting", u.unit(), u.underwriter()));
        }
        for (Guardianship g : parties.guardianships()) {
            text.accept(
                    line(
                            "guardianship",
                            g.ward(),
                            g.guardian(),
                            g.inForce().startInclusive(),
                            g.inForce().endExclusive()));
        }
        for (PersonId person : parties.deceased()) {
            text.accept(line("deceased", person));
        }
        for (Unit unit : units) {
            text.accept(
                    line(
                            "unit",
                            unit.id(),
                            unit.building(),
                            unit.use(),
                            list(unit.figures()),
                            unit.status(),
                            unit.title(),
                            list(unit.owners()),
                            list(unit.shares())));
        }
    }

    private static String line(Object... fields) {
        return Stream.of(fields).map(Object::toString).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String list(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(";"));
    }

    /**
     * The SHA-256 of the canonical text.
     *
     * @return the same for the same content, whatever the order given
     */
    public RosterDigest digest() {
        return digest;
    }

    private RosterDigest computeDigest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            write(text -> sha256.update(text.getBytes(StandardCharsets.UTF_8)));
            return new RosterDigest(HexFormat.of().formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Roster that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    /** For example {@code anheyuan 2024-11-30, 664 units}. */
    @Override
    public String toString() {
        return community + " " + recordDate + ", " + units.size() + " units";
    }
}
