package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one row of a book that is locked while it is written: its size and the right edge. */
final class BookHead {

    static final String SELECT = "SELECT log_size, frontier FROM {book} WHERE community = ?";

    private BookHead() {}

    /** The head as it is committed; the empty one if nobody has written yet. */
    static Frontier read(Statements sql, CommunityId book) throws SQLException {
        return sql.query(SELECT).with(book).first(BookHead::frontier).orElse(Frontier.empty());
    }

    /** Locks the book until the transaction ends, and makes nothing. */
    static Frontier lockIfThere(Statements sql, CommunityId book) throws SQLException {
        return sql.locking(SELECT).with(book).first(BookHead::frontier).orElse(Frontier.empty());
    }

    /** Locks the book until the transaction ends, and makes it first if need be. */
    static Frontier lock(Statements sql, CommunityId book) throws SQLException {
        Optional<Frontier> there = sql.locking(SELECT).with(book).first(BookHead::frontier);
        if (there.isPresent()) {
            return there.get();
        }
        sql.insertUnlessThere(
                () ->
                        sql.query(
                                        "INSERT INTO {book} (community, log_size, frontier) VALUES"
                                                + " (?, ?, ?)")
                                .with(book)
                                .with(0)
                                .with(bytes(Frontier.empty()))
                                .runOnce());
        // Others who make the same row wait for this one no longer than it takes to make it.
        sql.settle();
        return sql.locking(SELECT).with(book).first(BookHead::frontier).orElseThrow();
    }

    static void update(Statements sql, CommunityId book, long expectedSize, Frontier frontier)
            throws SQLException {
        sql.query(
                        "UPDATE {book} SET log_size = ?, frontier = ? WHERE community = ? AND"
                                + " log_size = ?")
                .with(frontier.size())
                .with(bytes(frontier))
                .with(book)
                .with(expectedSize)
                .runOnce();
    }

    static Frontier frontier(Row row) throws SQLException {
        long size = row.number();
        byte[] bytes = row.bytes();
        List<Hash> hashes = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += Hash.BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, from, from + Hash.BYTES)));
        }
        return Frontier.of(size, hashes);
    }

    static byte[] bytes(Frontier frontier) {
        byte[] bytes = new byte[frontier.hashes().size() * Hash.BYTES];
        int to = 0;
        for (Hash hash : frontier.hashes()) {
            System.arraycopy(hash.toByteArray(), 0, bytes, to, Hash.BYTES);
            to += Hash.BYTES;
        }
        return bytes;
    }
}
