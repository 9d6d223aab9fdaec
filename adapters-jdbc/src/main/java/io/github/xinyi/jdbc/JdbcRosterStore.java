package io.github.xinyi.jdbc;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.AreaFigure;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.OwnerShare;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Frozen rosters; each is read back only with the digest under which it was frozen. */
final class JdbcRosterStore implements RosterStore {

    private static final String SELECT =
            "SELECT record_date, developer, digest FROM {roster} WHERE community = ?";

    private static final Ratio NO_SHARE = Ratio.of(0, 1);

    private final Transactions transactions;
    private final Docket docket;

    JdbcRosterStore(Transactions transactions, Docket docket) {
        this.transactions = transactions;
        this.docket = docket;
    }

    @Override
    public Outcome<RosterDigest> freeze(Roster roster) {
        RosterDigest frozen =
                docket.run(
                        transactions,
                        "RosterStore.freeze",
                        roster.community(),
                        sql ->
                                sql.insertUnlessThere(() -> insertAndEnter(sql, roster))
                                        ? roster.digest()
                                        : frozen(sql, roster).digest());
        return frozen.equals(roster.digest())
                ? Outcome.accepted(frozen)
                : Outcome.refused(
                        Ruling.of(
                                new RosterFinding.AlreadyFrozen(
                                        roster.community(),
                                        roster.recordDate(),
                                        frozen,
                                        roster.digest())));
    }

    private static Stored frozen(Statements sql, Roster roster) throws SQLException {
        return sql.query(SELECT + " AND record_date = ?")
                .with(roster.community())
                .with(roster.recordDate())
                .first(Stored::of)
                .orElseThrow();
    }

    @Override
    public Optional<Roster> find(CommunityId community, LocalDate recordDate) {
        return transactions.run(
                "RosterStore.find",
                sql ->
                        whole(
                                sql,
                                community,
                                sql.query(SELECT + " AND record_date = ?")
                                        .with(community)
                                        .with(recordDate)
                                        .first(Stored::of)));
    }

    @Override
    public Optional<Roster> find(CommunityId community, RosterDigest digest) {
        return transactions.run(
                "RosterStore.find",
                sql ->
                        whole(
                                sql,
                                community,
                                sql.query(SELECT + " AND digest = ?")
                                        .with(community)
                                        .with(digest.value())
                                        .first(Stored::of)));
    }

    private void insertAndEnter(Statements sql, Roster roster) throws SQLException {
        insert(sql, roster);
        docket.enter(sql, roster.community(), DocketKind.ROSTER, roster.recordDate());
    }

    private static void insert(Statements sql, Roster roster) throws SQLException {
        day(query(sql, "roster", "developer, digest"), roster)
                .with(roster.developer().value())
                .with(roster.digest().value())
                .runOnce();
        insertParties(sql, roster);
        Query units = query(sql, "roster_unit", "unit_id, building, unit_use, status, title");
        Query areas = query(sql, "roster_area", "unit_id, evidence, area");
        Query owners =
                query(
                        sql,
                        "roster_owner",
                        "unit_id, person_id, share_numerator, share_denominator");
        for (Unit unit : roster.units()) {
            day(units, roster)
                    .with(unit.id().value())
                    .with(unit.building())
                    .with(unit.use())
                    .with(unit.status())
                    .with(unit.title())
                    .addBatch();
            for (AreaFigure figure : unit.figures()) {
                day(areas, roster)
                        .with(unit.id().value())
                        .with(figure.evidence())
                        .with(figure.area().squareDecimetres())
                        .addBatch();
            }
            Map<PersonId, Ratio> shares =
                    unit.shares().stream()
                            .collect(Collectors.toMap(OwnerShare::owner, OwnerShare::share));
            for (PersonId owner : unit.owners()) {
                Ratio share = shares.getOrDefault(owner, NO_SHARE);
                day(owners, roster)
                        .with(unit.id().value())
                        .with(owner.value())
                        .with(share.numerator())
                        .with(share.denominator())
                        .addBatch();
            }
        }
        units.runBatch();
        areas.runBatch();
        owners.runBatch();
    }

    private static void insertParties(Statements sql, Roster roster) throws SQLException {
        Query underwritings = query(sql, "roster_underwriting", "unit_id, person_id");
        for (Underwriting entry : roster.parties().underwritings()) {
            day(underwritings, roster)
                    .with(entry.unit().value())
                    .with(entry.underwriter().value())
                    .addBatch();
        }
        Query guardianships =
                query(sql, "roster_guardianship", "ward, guardian, start_day, end_day");
        for (Guardianship entry : roster.parties().guardianships()) {
            day(guardianships, roster)
                    .with(entry.ward().value())
                    .with(entry.guardian().value())
                    .with(entry.inForce().startInclusive().toEpochDay())
                    .with(entry.inForce().endExclusive().toEpochDay())
                    .addBatch();
        }
        Query deceased = query(sql, "roster_deceased", "person_id");
        for (PersonId person : roster.parties().deceased()) {
            day(deceased, roster).with(person.value()).addBatch();
        }
        underwritings.runBatch();
        guardianships.runBatch();
        deceased.runBatch();
    }

    private static Query query(Statements sql, String table, String columns) throws SQLException {
        String places = ", ?".repeat(columns.split(",").length);
        return sql.query(
                "INSERT INTO {%s} (community, record_date, %s) VALUES (?, ?%s)"
                        .formatted(table, columns, places));
    }

    private static Query day(Query insert, Roster roster) throws SQLException {
        return insert.with(roster.community()).with(roster.recordDate());
    }

    private static Optional<Roster> whole(
            Statements sql, CommunityId community, Optional<Stored> stored) throws SQLException {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Day day = new Day(sql, community, stored.get().recordDate());
        Parties parties =
                Parties.of(stored.get().developer())
                        .withUnderwritings(
                                day.list(
                                        "roster_underwriting",
                                        "unit_id, person_id",
                                        row -> new Underwriting(unitId(row), person(row))))
                        .withGuardianships(
                                day.list(
                                        "roster_guardianship",
                                        "ward, guardian, start_day, end_day",
                                        row ->
                                                new Guardianship(
                                                        person(row), person(row), period(row))))
                        .withDeceased(
                                day.list("roster_deceased", "person_id", JdbcRosterStore::person));
        Map<String, List<AreaFigure>> figures =
                day.byUnit(
                        "roster_area",
                        "evidence, area",
                        row ->
                                new AreaFigure(
                                        row.constant(AreaEvidence.class),
                                        FloorArea.ofSquareDecimetres(row.number())));
        Map<String, List<Owner>> owners =
                day.byUnit(
                        "roster_owner",
                        "person_id, share_numerator, share_denominator",
                        row -> new Owner(person(row), Ratio.of(row.number(), row.number())));
        List<Unit> units =
                day.list(
                        "roster_unit",
                        "unit_id, building, unit_use, status, title",
                        row -> unit(row, figures, owners));
        return Optional.of(
                Roster.of(community, day.date(), parties, units)
                        .fold(Optional::of, ruling -> Optional.<Roster>empty())
                        .filter(read -> read.digest().equals(stored.get().digest()))
                        .orElseThrow(
                                () ->
                                        new SQLDataException(
                                                "the roster of %s on %s is not the one frozen"
                                                        .formatted(community, day.date()))));
    }

    private static Unit unit(
            Row row, Map<String, List<AreaFigure>> figures, Map<String, List<Owner>> owners)
            throws SQLException {
        String id = row.text();
        List<Owner> ofUnit = owners.getOrDefault(id, List.of());
        return new Unit(
                UnitId.of(id),
                row.text(),
                row.constant(UnitUse.class),
                new TreeSet<>(figures.getOrDefault(id, List.of())),
                row.constant(DeliveryStatus.class),
                row.constant(OwnerTitle.class),
                new TreeSet<>(ofUnit.stream().map(Owner::person).toList()),
                new TreeSet<>(
                        ofUnit.stream()
                                .filter(owner -> !owner.share().equals(NO_SHARE))
                                .map(owner -> new OwnerShare(owner.person(), owner.share()))
                                .toList()));
    }

    private static PersonId person(Row row) throws SQLException {
        return PersonId.of(row.text());
    }

    private static UnitId unitId(Row row) throws SQLException {
        return UnitId.of(row.text());
    }

    private static EffectivePeriod period(Row row) throws SQLException {
        return new EffectivePeriod(
                LocalDate.ofEpochDay(row.number()), LocalDate.ofEpochDay(row.number()));
    }

    /** An owner of a unit, whose share is 0 in joint ownership. */
    private record Owner(PersonId person, Ratio share) {}

    /** The rows of one roster. */
    private record Day(Statements sql, CommunityId community, LocalDate date) {

        <T> List<T> list(String table, String columns, Row.Mapping<T> mapping) throws SQLException {
            return sql.query(
                            "SELECT %s FROM {%s} WHERE community = ? AND record_date = ?"
                                    .formatted(columns, table))
                    .with(community)
                    .with(date)
                    .list(mapping);
        }

        <T> Map<String, List<T>> byUnit(String table, String columns, Row.Mapping<T> mapping)
                throws SQLException {
            return list(table, "unit_id, " + columns, row -> Map.entry(row.text(), mapping.of(row)))
                    .stream()
                    .collect(
                            Collectors.groupingBy(
                                    Map.Entry::getKey,
                                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        }
    }

    /** The row of a roster, still without its units. */
    private record Stored(LocalDate recordDate, PersonId developer, RosterDigest digest) {
        static Stored of(Row row) throws SQLException {
            return new Stored(row.date(), person(row), new RosterDigest(row.text()));
        }
    }
}
