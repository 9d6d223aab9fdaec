package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The roster of owners (业主名册) of one community, frozen on its record date; whatever is sold later
 * changes nothing in it.
 *
 * <p>Example: {@code Roster.of(CommunityId.of("anheyuan"), LocalDate.of(2024, 11, 30), developer,
 * units)}. At most {@link #MAX_UNITS} units. Two rosters are equal when their canonical texts are.
 * Immutable. Source: Civil Code art. 278 para. 2, SPC-Own arts. 8 and 9.
 *
 * @since 0.1.0
 */
public final class Roster {

    /** The greatest number of units of one community. */
    public static final int MAX_UNITS = 1_000_000;

    private final CommunityId community;
    private final LocalDate recordDate;
    private final PersonId developer;
    private final Map<UnitId, Unit> units;
    private final RosterDigest digest;

    private Roster(
            CommunityId community,
            LocalDate recordDate,
            PersonId developer,
            Map<UnitId, Unit> units) {
        this.community = community;
        this.recordDate = recordDate;
        this.developer = developer;
        this.units = units;
        this.digest = digestOf(canonicalText());
    }

    /**
     * Freezes the units of a day.
     *
     * @param community whose they are
     * @param recordDate the day on which they stood so
     * @param developer who votes for what is unsold or not handed over
     * @param units in any order
     * @return the roster; refused with one finding for every unit that stands there twice, or if
     *     there is no unit or more than {@link #MAX_UNITS}
     */
    public static Outcome<Roster> of(
            CommunityId community,
            LocalDate recordDate,
            PersonId developer,
            Collection<Unit> units) {
        List<Finding> findings = new ArrayList<>();
        if (units.isEmpty() || units.size() > MAX_UNITS) {
            findings.add(new RosterFinding.Size(units.size()));
        }
        Map<UnitId, List<Unit>> byId =
                units.stream()
                        .collect(
                                Collectors.groupingBy(Unit::id, TreeMap::new, Collectors.toList()));
        byId.forEach(
                (id, same) -> {
                    if (same.size() > 1) {
                        findings.add(new RosterFinding.DuplicateUnit(id, same.size()));
                    }
                });
        if (!findings.isEmpty()) {
            return Outcome.refused(new Ruling(findings));
        }
        Map<UnitId, Unit> sorted = new TreeMap<>();
        byId.forEach((id, same) -> sorted.put(id, same.get(0)));
        return Outcome.accepted(new Roster(community, recordDate, developer, sorted));
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
        return developer;
    }

    /**
     * All units.
     *
     * @return sorted by identifier, parking spaces too
     */
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /**
     * The units that carry a vote.
     *
     * @return all but parking spaces, sorted by identifier
     */
    public List<Unit> votingUnits() {
        return units.values().stream().filter(Roster::votes).toList();
    }

    /**
     * One unit.
     *
     * @param id the unit asked for
     * @return empty if the roster does not have it
     */
    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /**
     * The group that counts as one head for a unit.
     *
     * @param unit a unit of this roster
     * @return the developer alone while it is unsold or not handed over, else its exact owners
     */
    public VotingHolder holder(Unit unit) {
        return switch (unit.status()) {
            case SOLD_DELIVERED -> new VotingHolder(unit.owners());
            case SOLD_NOT_DELIVERED, UNSOLD -> VotingHolder.of(developer);
        };
    }

    /**
     * The total area of the units that carry a vote.
     *
     * @return the base of the first threshold by area
     */
    public FloorArea votingArea() {
        return votingUnits().stream().map(Unit::area).reduce(FloorArea.ZERO, FloorArea::plus);
    }

    /**
     * The number of heads of the units that carry a vote.
     *
     * @return the base of the first threshold by heads
     */
    public HeadCount votingHeads() {
        return HeadCount.of(votingUnits().stream().map(this::holder).distinct().count());
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
     * <p>UTF-8 lines that end in a line feed: {@code xinyi-roster-1}, then {@code community=},
     * {@code recordDate=} and {@code developer=} with their values, then a line for every unit in
     * the order of {@link UnitId}: identifier, building, use, area in 0.01 m², evidence, status and
     * owners, divided by tabs, the owners by {@code ;}.
     *
     * @return the text
     */
    public String canonicalText() {
        StringBuilder text = new StringBuilder("xinyi-roster-1\n");
        text.append("community=").append(community).append('\n');
        text.append("recordDate=").append(recordDate).append('\n');
        text.append("developer=").append(developer).append('\n');
        for (Unit unit : units.values()) {
            text.append(unit.id()).append('\t');
            text.append(unit.building()).append('\t');
            text.append(unit.use()).append('\t');
            text.append(unit.area().squareDecimetres()).append('\t');
            text.append(unit.evidence()).append('\t');
            text.append(unit.status()).append('\t');
            text.append(new VotingHolder(unit.owners())).append('\n');
        }
        return text.toString();
    }

    /**
     * The SHA-256 of the canonical text.
     *
     * @return the same for the same content, whatever the order given
     */
    public RosterDigest digest() {
        return digest;
    }

    private static boolean votes(Unit unit) {
        return unit.use() != UnitUse.PARKING;
    }

    private static RosterDigest digestOf(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
            return new RosterDigest(HexFormat.of().formatHex(hash));
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
