package io.github.xinyi.jdbc;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Frozen rosters; each is read back only with the digest under which it was frozen. */
final class JdbcRosterStore implements RosterStore {

    private static final String SELECT =
            "SELECT record_date, developer, digest FROM {roster} WHERE community = ?";

    private final Transactions transactions;

    JdbcRosterStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Outcome<RosterDigest> freeze(Roster roster) {
        RosterDigest frozen =
                transactions.run(
                        "RosterStore.freeze",
                        sql ->
                                sql.insertUnlessThere(() -> insert(sql, roster))
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

    private static void insert(Statements sql, Roster roster) throws SQLException {
        sql.query(
                        "INSERT INTO {roster} (community, record_date, developer, digest)"
                                + " VALUES (?, ?, ?, ?)")
                .with(roster.community())
                .with(roster.recordDate())
                .with(roster.developer().value())
                .with(roster.digest().value())
                .runOnce();
        Query units =
                sql.query(
                        "INSERT INTO {roster_unit} (community, record_date, unit_id, building,"
                                + " unit_use, area, evidence, status)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        Query owners =
                sql.query(
                        "INSERT INTO {roster_owner} (community, record_date, unit_id, person_id)"
                                + " VALUES (?, ?, ?, ?)");
        for (Unit unit : roster.units()) {
            units.with(roster.community())
                    .with(roster.recordDate())
                    .with(unit.id().value())
                    .with(unit.building())
                    .with(unit.use())
                    .with(unit.area().squareDecimetres())
                    .with(unit.evidence())
                    .with(unit.status())
                    .addBatch();
            for (PersonId owner : unit.owners()) {
                owners.with(roster.community())
                        .with(roster.recordDate())
                        .with(unit.id().value())
                        .with(owner.value())
                        .addBatch();
            }
        }
        units.runBatch();
        owners.runBatch();
    }

    private static Optional<Roster> whole(
            Statements sql, CommunityId community, Optional<Stored> stored) throws SQLException {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        LocalDate recordDate = stored.get().recordDate();
        Map<String, SortedSet<PersonId>> owners =
                sql
                        .query(
                                "SELECT unit_id, person_id FROM {roster_owner}"
                                        + " WHERE community = ? AND record_date = ?")
                        .with(community)
                        .with(recordDate)
                        .list(row -> Map.entry(row.text(), PersonId.of(row.text())))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue,
                                                Collectors.toCollection(TreeSet::new))));
        List<Unit> units =
                sql.query(
                                "SELECT unit_id, building, unit_use, area, evidence, status"
                                        + " FROM {roster_unit}"
                                        + " WHERE community = ? AND record_date = ?")
                        .with(community)
                        .with(recordDate)
                        .list(row -> unit(row, owners));
        Roster roster =
                Roster.of(community, recordDate, stored.get().developer(), new ArrayList<>(units))
                        .fold(Optional::of, ruling -> Optional.<Roster>empty())
                        .filter(read -> read.digest().equals(stored.get().digest()))
                        .orElseThrow(
                                () ->
                                        new SQLDataException(
                                                "the roster of %s on %s is not the one frozen"
                                                        .formatted(community, recordDate)));
        return Optional.of(roster);
    }

    private static Unit unit(Row row, Map<String, SortedSet<PersonId>> owners) throws SQLException {
        String id = row.text();
        return new Unit(
                UnitId.of(id),
                row.text(),
                row.constant(UnitUse.class),
                FloorArea.ofSquareDecimetres(row.number()),
                row.constant(AreaEvidence.class),
                row.constant(DeliveryStatus.class),
                owners.getOrDefault(id, new TreeSet<>()));
    }

    /** The row of a roster, still without its units. */
    private record Stored(LocalDate recordDate, PersonId developer, RosterDigest digest) {
        static Stored of(Row row) throws SQLException {
            return new Stored(row.date(), PersonId.of(row.text()), new RosterDigest(row.text()));
        }
    }
}
