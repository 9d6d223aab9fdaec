package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one record as they stand in the database, by the hash of each of their columns.
 *
 * <p>A column is hashed over the cells of all rows, in an order that depends on the cells alone, so
 * that no database's order of texts plays a part.
 *
 * @param names the columns, with their tables in the braces of templates
 * @param hashes one for each of them
 * @param found how many rows the first table has of it
 * @param hash over the hashes of all columns
 */
record DocketContent(List<String> names, List<Hash> hashes, int found, Hash hash) {

    /** How many bytes of the hash of a column the locator keeps. */
    static final int LOCATOR_BYTES = 4;

    /** The bytes of a locator. */
    static final class Locator {
        private final byte[] bytes;

        Locator(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] toByteArray() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Locator that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /** One row: the bytes of each cell. */
    private record Cells(List<byte[]> cells) {
        static int compare(Cells one, Cells other) {
            int order = 0;
            for (int i = 0; order == 0 && i < one.cells.size(); i++) {
                order = Arrays.compare(one.cells.get(i), other.cells.get(i));
            }
            return order;
        }
    }

    static DocketContent read(
            Statements sql,
            CommunityId community,
            DocketKind kind,
            List<String> key,
            MerkleDigest digest)
            throws SQLException {
        List<String> names = new ArrayList<>();
        List<Hash> hashes = new ArrayList<>();
        int found = 0;
        CanonicalBytes all = new CanonicalBytes(digest.domain("xinyi/docket-rows/v1"));
        for (DocketKind.Part part : kind.parts()) {
            int width = part.columns().size();
            List<Cells> rows =
                    kind.rows(sql, part, community, key).list(row -> cells(row, width)).stream()
                            .sorted(Cells::compare)
                            .toList();
            for (int column = 0; column < width; column++) {
                Hash hash = hash(part.columns().get(column), column, rows, digest);
                hashes.add(hash);
                all.text(part.table()).text(part.columns().get(column)).raw(hash.toByteArray());
            }
            part.names().forEach(names::add);
            if (part.equals(kind.first())) {
                found = rows.size();
            }
        }
        return new DocketContent(
                List.copyOf(names), List.copyOf(hashes), found, digest.digest(all::addTo));
    }

    private static Cells cells(Row row, int width) throws SQLException {
        List<byte[]> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            cells.add(row.cell());
        }
        return new Cells(cells);
    }

    private static Hash hash(String name, int column, List<Cells> rows, MerkleDigest digest) {
        CanonicalBytes bytes =
                new CanonicalBytes(digest.domain("xinyi/docket-column/v1"))
                        .text(name)
                        .u32(rows.size());
        for (Cells row : rows) {
            bytes.bytes(row.cells().get(column));
        }
        return digest.digest(bytes::addTo);
    }

    /** The first bytes of the hash of each column. */
    Locator locator() {
        ByteArrayOutputStream locator = new ByteArrayOutputStream();
        for (Hash hash : hashes) {
            locator.write(hash.toByteArray(), 0, LOCATOR_BYTES);
        }
        return new Locator(locator.toByteArray());
    }

    /** The columns that are not those of which a locator was kept. */
    List<String> differing(Locator kept) {
        byte[] here = locator().bytes;
        if (here.length != kept.bytes.length) {
            return names;
        }
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int from = i * LOCATOR_BYTES;
            int to = from + LOCATOR_BYTES;
            if (!Arrays.equals(here, from, to, kept.bytes, from, to)) {
                differing.add(names.get(i));
            }
        }
        return List.copyOf(differing);
    }
}
