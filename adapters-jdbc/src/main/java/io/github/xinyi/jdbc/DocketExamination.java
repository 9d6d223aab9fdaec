package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.BookFault.Kind;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.TreeHead;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes a docket anew from the rows of all records, and looks for rows that it does not know.
 */
final class DocketExamination {

    private static final int PAGE = 500;

    private static final List<String> HEAD = List.of("{docket}.docket_size", "{docket}.frontier");
    private static final List<String> ITEM =
            List.of(
                    "{docket_item}.docket_index",
                    "{docket_item}.kind",
                    "{docket_item}.record_key",
                    "{docket_item}.locator",
                    "{docket_item}.content",
                    "{docket_item}.leaf");

    private final Statements sql;
    private final CommunityId community;
    private final MerkleDigest digest;
    private final HeadsToCompare outside;
    private Frontier frontier = Frontier.empty();

    DocketExamination(
            Statements sql, CommunityId community, MerkleDigest digest, OutsideHeads outside) {
        this.sql = sql;
        this.community = community;
        this.digest = digest;
        this.outside = new HeadsToCompare(outside.docket());
    }

    /** An item, and the leaf that is kept of it. */
    private record Kept(DocketItem item, Hash leaf) {}

    Optional<BookFault> firstFault() throws SQLException {
        try {
            examine();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.fault());
        }
    }

    private void examine() throws SQLException, Found {
        try {
            pages(Docket.head(sql, community).orElse(Frontier.empty()));
            // What was entered meanwhile is read under the lock, so that nothing comes while it
            // ends.
            Frontier last = Docket.lock(sql, community).orElse(Frontier.empty());
            pages(last);
            compareEnd(last);
        } catch (SQLDataException e) {
            throw here().found(Kind.HEAD, "community " + community, HEAD, e.toString());
        }
        for (DocketKind kind : DocketKind.values()) {
            findUnentered(kind);
        }
        compareCounts();
    }

    private Found.Place here() {
        return new Found.Place(sql, BookFault.Log.DOCKET, frontier.size());
    }

    private void pages(Frontier head) throws SQLException, Found {
        compareOutside();
        while (frontier.size() < head.size()) {
            List<Kept> page;
            try {
                page = page(frontier.size(), Math.min(frontier.size() + PAGE, head.size()));
            } catch (SQLDataException e) {
                page = List.of(one(frontier.size()));
            }
            if (page.isEmpty()) {
                throw missing();
            }
            for (Kept kept : page) {
                compare(kept);
            }
        }
    }

    private Found missing() {
        return here().found(
                        Kind.RECORD,
                        row(frontier.size()),
                        List.of("{docket_item}.docket_index", HEAD.get(0)),
                        "it is not there");
    }

    private static String row(long index) {
        return "docket_index " + index;
    }

    private List<Kept> page(long from, long to) throws SQLException {
        return sql.query(
                        "SELECT "
                                + DocketItem.COLUMNS
                                + ", leaf FROM {docket_item} WHERE community = ? AND docket_index"
                                + " >= ? AND docket_index < ? ORDER BY community, docket_index")
                .with(community)
                .with(from)
                .with(to)
                .list(row -> new Kept(DocketItem.of(community, row), row.hash()));
    }

    /** The item at an index, where one of its page cannot be read. */
    private Kept one(long index) throws SQLException, Found {
        try {
            return page(index, index + 1).stream().findFirst().orElseThrow(this::missing);
        } catch (SQLDataException e) {
            throw here().found(Kind.RECORD, row(index), e);
        }
    }

    private void compare(Kept kept) throws SQLException, Found {
        DocketItem item = kept.item();
        if (item.index() != frontier.size()) {
            throw missing();
        }
        Hash leaf = item.hash(digest);
        here().require(
                        leaf.equals(kept.leaf()),
                        Kind.LEAF,
                        row(item.index()),
                        ITEM,
                        "it has the hash %s, entered was %s".formatted(leaf, kept.leaf()));
        compareRows(item);
        if (item.kind().equals(DocketKind.ADOPTION.name())) {
            compareAdoption(item.index());
        }
        frontier = frontier.append(leaf, digest).frontier();
        compareOutside();
    }

    private void compareRows(DocketItem item) throws SQLException, Found {
        DocketKind kind;
        DocketContent content;
        try {
            kind = DocketKind.valueOf(item.kind());
            content = DocketContent.read(sql, community, kind, kind.values(item.key()), digest);
        } catch (WrongRowException e) {
            throw here().found(Kind.CONTENT, row(item.index()), e);
        } catch (IllegalArgumentException | SQLDataException e) {
            throw here().found(Kind.RECORD, row(item.index()), ITEM, e.toString());
        }
        if (content.hash().equals(item.content())) {
            return;
        }
        if (kind.goesOn() && isEnteredAgain(item)) {
            return;
        }
        throw here().found(
                        content.found() == 0 ? Kind.RECORD : Kind.CONTENT,
                        item.kind() + " " + kind.keyColumns() + " " + kind.values(item.key()),
                        content.differing(item.locator()),
                        "its rows are not those that were entered");
    }

    /** What was adopted is what stands right before. */
    private void compareAdoption(long index) throws SQLException, Found {
        Optional<DocketAdoption> adoption;
        try {
            adoption = Adoptions.find(sql, community);
        } catch (SQLDataException e) {
            throw here().found(Kind.CONTENT, row(index), e);
        }
        boolean isRight =
                adoption.isPresent()
                        && adoption.get().docketIndex() == index
                        && adoption.get()
                                .digest()
                                .equals(
                                        Adoptions.digest(
                                                sql,
                                                community,
                                                index - adoption.get().records(),
                                                index,
                                                digest));
        here().require(
                        isRight,
                        Kind.CONTENT,
                        row(index),
                        List.of("{docket_adoption}.record_count", "{docket_adoption}.digest"),
                        "the records before it are not those that were adopted");
    }

    private boolean isEnteredAgain(DocketItem item) throws SQLException {
        return sql.query(
                        "SELECT docket_index FROM {docket_item} WHERE community = ? AND kind = ?"
                                + " AND record_key = ? AND docket_index > ?")
                .with(community)
                .with(item.kind())
                .with(item.key())
                .with(item.index())
                .hasRow();
    }

    private void compareOutside() throws Found {
        Optional<TreeHead> contradicted = outside.contradicted(frontier, digest);
        if (contradicted.isPresent()) {
            throw new Found.Place(sql, BookFault.Log.DOCKET, outside.agreed())
                    .found(Kind.OUTSIDE, "", List.of(), "seen outside: " + contradicted.get());
        }
    }

    private void compareEnd(Frontier last) throws SQLException, Found {
        here().require(
                        last.equals(frontier),
                        Kind.HEAD,
                        "community " + community,
                        last.size() == frontier.size() ? HEAD.subList(1, 2) : HEAD,
                        "the head is another: " + last);
        Optional<TreeHead> longer = outside.beyond();
        if (longer.isPresent()) {
            throw here().found(Kind.OUTSIDE, "", List.of(), "seen outside: " + longer.get());
        }
        Optional<Long> more =
                sql.query(
                                "SELECT docket_index FROM {docket_item} WHERE community = ? AND"
                                        + " (docket_index < 0 OR docket_index >= ?)")
                        .with(community)
                        .with(frontier.size())
                        .first(Row::number);
        if (more.isPresent()) {
            throw here().found(
                            Kind.HEAD,
                            row(more.get()),
                            List.of("{docket_item}.docket_index", HEAD.get(0)),
                            "there is more than the head says");
        }
    }

    /**
     * Rows that no item speaks of: of the first table, or of another without a row in the first.
     */
    private void findUnentered(DocketKind kind) throws SQLException, Found {
        DocketKind.Part first = kind.first();
        long there = number("SELECT COUNT(*) FROM {" + first.table() + "} WHERE community = ?");
        long entered =
                sql.query(
                                "SELECT COUNT(DISTINCT record_key) FROM {docket_item}"
                                        + " WHERE community = ? AND kind = ?")
                        .with(community)
                        .with(kind)
                        .first(Row::number)
                        .orElse(0L);
        if (there != entered) {
            throw unentered(kind, first, strange(kind, first, ""));
        }
        for (DocketKind.Part part : kind.parts().subList(1, kind.parts().size())) {
            String alone =
                    " AND NOT EXISTS (SELECT 1 FROM {%s} f WHERE f.community = ?%s)"
                            .formatted(first.table(), joined(kind));
            List<String> strange = strange(kind, part, alone);
            if (!strange.isEmpty()) {
                throw unentered(kind, part, strange);
            }
        }
    }

    private Found unentered(DocketKind kind, DocketKind.Part part, List<String> key) {
        List<String> columns =
                kind.keyColumns().stream().map(name -> "{" + part.table() + "}." + name).toList();
        return here().found(
                        Kind.UNENTERED,
                        kind + " " + kind.keyColumns() + " " + key,
                        columns,
                        "no item of the docket speaks of it");
    }

    private static String joined(DocketKind kind) {
        StringBuilder joined = new StringBuilder();
        for (String column : kind.keyColumns()) {
            joined.append(" AND f.%s = t.%s".formatted(column, column));
        }
        return joined.toString();
    }

    /** The key of the first row that was not entered; empty if all were. */
    private List<String> strange(DocketKind kind, DocketKind.Part part, String condition)
            throws SQLException {
        int width = kind.keyColumns().size();
        String template =
                "SELECT t."
                        + String.join(", t.", kind.keyColumns())
                        + " FROM {"
                        + part.table()
                        + "} t WHERE t.community = ?"
                        + condition;
        Query query = sql.query(template).with(community);
        if (!condition.isEmpty()) {
            query.with(community);
        }
        List<List<String>> keys =
                query.list(
                        row -> {
                            List<String> key = new ArrayList<>();
                            for (int i = 0; i < width; i++) {
                                key.add(row.text());
                            }
                            return List.copyOf(key);
                        });
        for (List<String> key : keys) {
            boolean isEntered =
                    sql.query(
                                    "SELECT docket_index FROM {docket_item} WHERE community = ?"
                                            + " AND kind = ? AND record_key = ?")
                            .with(community)
                            .with(kind)
                            .with(kind.text(key))
                            .hasRow();
            if (!isEntered || !condition.isEmpty()) {
                return key;
            }
        }
        return List.of();
    }

    private long number(String template) throws SQLException {
        return sql.query(template).with(community).first(Row::number).orElse(0L);
    }

    /** The counts of boxes, by meeting, kind and sender, against the rows. */
    private void compareCounts() throws SQLException, Found {
        Map<String, Long> counted = new TreeMap<>();
        for (BoxCount.Kind kind : BoxCount.Kind.values()) {
            counted.putAll(
                    counts(
                            "SELECT meeting_id, '%s', '', COUNT(*) FROM %s WHERE community = ?"
                                            .formatted(kind, kind.table())
                                    + " GROUP BY meeting_id"));
            counted.putAll(
                    counts(
                            "SELECT meeting_id, '%s', %s, COUNT(*) FROM %s WHERE community = ?"
                                            .formatted(kind, kind.sender(), kind.table())
                                    + " GROUP BY meeting_id, "
                                    + kind.sender()));
        }
        Map<String, Long> kept =
                counts(
                        "SELECT meeting_id, entry_kind, sender, entries FROM {box_count}"
                                + " WHERE community = ?");
        TreeSet<String> rows = new TreeSet<>(counted.keySet());
        rows.addAll(kept.keySet());
        for (String row : rows) {
            long should = counted.getOrDefault(row, 0L);
            Long is = kept.get(row);
            // A sender whose first entry was refused has a count of none.
            here().require(
                            is == null ? should == 0 : is == should,
                            Kind.COUNT,
                            row,
                            List.of(
                                    "{box_count}.entries",
                                    "{box_count}.meeting_id",
                                    "{box_count}.entry_kind",
                                    "{box_count}.sender"),
                            "it should be " + should + ", but is " + is);
        }
    }

    private Map<String, Long> counts(String template) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, Long> count :
                sql.query(template)
                        .with(community)
                        .list(
                                row ->
                                        Map.entry(
                                                row.text() + " " + row.text() + " " + row.text(),
                                                row.number()))) {
            counts.put(count.getKey(), count.getValue());
        }
        return counts;
    }
}
