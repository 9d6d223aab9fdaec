package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes records that no item of a docket speaks of into it, as they stand: once a community. */
final class Adoptions {

    private static final int TOGETHER = 500;

    private final Docket docket;
    private final CommunityId community;

    Adoptions(Docket docket, CommunityId community) {
        this.docket = docket;
        this.community = community;
    }

    /**
     * Takes them in.
     *
     * @throws IllegalStateException if this was done before, if there are none, or if something was
     *     entered for one of them
     */
    DocketAdoption adopt(Statements sql, LocalDate day) throws SQLException {
        Frontier before = Docket.lock(sql, community).orElseThrow();
        Optional<DocketAdoption> done = find(sql, community);
        if (done.isPresent()) {
            throw new IllegalStateException("the docket of " + community + " was " + done.get());
        }
        List<Docket.Entry> records = unentered(sql);
        if (records.isEmpty()) {
            throw new IllegalStateException("nothing is to be adopted in " + community);
        }
        for (int from = 0; from < records.size(); from += TOGETHER) {
            docket.enter(
                    sql,
                    community,
                    records.subList(from, Math.min(from + TOGETHER, records.size())));
        }
        long end = before.size() + records.size();
        Hash digest = digest(sql, community, before.size(), end, docket.digest(community));
        sql.query(
                        "INSERT INTO {docket_adoption} (community, adopted_on, record_count,"
                                + " digest) VALUES (?, ?, ?, ?)")
                .with(community)
                .with(day)
                .with(records.size())
                .with(digest)
                .runOnce();
        docket.enter(sql, community, DocketKind.ADOPTION, day);
        return new DocketAdoption(community, day, records.size(), digest, end);
    }

    /** In the order of the kinds, and of the keys within a kind. */
    private List<Docket.Entry> unentered(Statements sql) throws SQLException {
        List<Docket.Entry> records = new ArrayList<>();
        for (DocketKind kind : DocketKind.values()) {
            Set<String> entered =
                    new HashSet<>(
                            sql.query(
                                            "SELECT DISTINCT record_key FROM {docket_item} WHERE"
                                                    + " community = ? AND kind = ?")
                                    .with(community)
                                    .with(kind)
                                    .list(Row::text));
            List<List<String>> keys = new ArrayList<>(kind.keys(sql, community));
            keys.removeIf(key -> entered.contains(kind.text(key)));
            keys.sort(Comparator.comparing(kind::text));
            keys.forEach(key -> records.add(new Docket.Entry(kind, key)));
        }
        requireUntouched(sql, records);
        return records;
    }

    /** Of a payment its request and its course are entered, or neither. */
    private void requireUntouched(Statements sql, List<Docket.Entry> records) throws SQLException {
        for (Docket.Entry record : records) {
            for (DocketKind other : DocketKind.values()) {
                boolean isOfTheSame =
                        other != record.kind()
                                && other.first().table().equals(record.kind().first().table());
                if (isOfTheSame
                        && sql.query(
                                        "SELECT docket_index FROM {docket_item} WHERE community = ?"
                                                + " AND kind = ? AND record_key = ?")
                                .with(community)
                                .with(other)
                                .with(other.text(record.key()))
                                .hasRow()) {
                    throw new IllegalStateException(
                            "%s %s is not to be adopted: its %s was entered"
                                    .formatted(record.kind(), record.key(), other));
                }
            }
        }
    }

    static Hash digest(
            Statements sql, CommunityId community, long from, long to, MerkleDigest digest)
            throws SQLException {
        List<Hash> leaves =
                sql.query(
                                "SELECT leaf FROM {docket_item} WHERE community = ? AND"
                                        + " docket_index >= ? AND docket_index < ? ORDER BY"
                                        + " community, docket_index")
                        .with(community)
                        .with(from)
                        .with(to)
                        .list(Row::hash);
        CanonicalBytes bytes =
                new CanonicalBytes(digest.domain("xinyi/docket-adoption/v1"))
                        .text(community.value())
                        .u64(from)
                        .u64(leaves.size());
        leaves.forEach(leaf -> bytes.raw(leaf.toByteArray()));
        return digest.digest(bytes::addTo);
    }

    static Optional<DocketAdoption> find(Statements sql, CommunityId community)
            throws SQLException {
        return sql.query(
                        "SELECT a.adopted_on, a.record_count, a.digest, i.docket_index FROM"
                                + " {docket_adoption} a JOIN {docket_item} i ON i.community ="
                                + " a.community AND i.kind = 'ADOPTION' WHERE a.community = ? AND"
                                + " i.community = ?")
                .with(community)
                .with(community)
                .first(
                        row ->
                                new DocketAdoption(
                                        community,
                                        row.date(),
                                        row.number(),
                                        row.hash(),
                                        row.number()));
    }
}
