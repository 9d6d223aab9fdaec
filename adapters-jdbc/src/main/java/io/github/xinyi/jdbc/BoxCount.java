package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many entries of one kind are in the box of a meeting, and how many of them one sender has
 * made: kept in rows, so that to add one more nothing is counted that was counted before. Used
 * under the lock of the meeting.
 */
final class BoxCount {

    private static final String OF_KIND =
            " WHERE community = ? AND meeting_id = ? AND entry_kind = ? AND sender = ?";

    /** The sender under whom all entries of the meeting are counted: no id is empty. */
    private static final String ALL = "";

    /** What a box has entries of, and by which columns they are limited. */
    enum Kind {
        /** Ballots, by voter and unit. */
        BALLOT("{ballot}", "voter", "unit_id"),
        /** Withdrawals, by principal and proxy. */
        WITHDRAWAL("{withdrawal}", "principal", "proxy"),
        /** Deliveries, by unit. */
        DELIVERY("{delivery}", "unit_id", "unit_id"),
        /** Requests for paper, by unit. */
        PAPER_REQUEST("{paper_request}", "unit_id", "unit_id");

        private final String table;
        private final String sender;
        private final String object;

        Kind(String table, String sender, String object) {
            this.table = table;
            this.sender = sender;
            this.object = object;
        }
    }

    private final Statements sql;
    private final CommunityId community;
    private final MeetingId meeting;
    private final Kind kind;
    private final String sender;
    private final Map<String, Long> kept;

    private BoxCount(
            Statements sql,
            CommunityId community,
            MeetingId meeting,
            Kind kind,
            String sender,
            Map<String, Long> kept) {
        this.sql = sql;
        this.community = community;
        this.meeting = meeting;
        this.kind = kind;
        this.sender = sender;
        this.kept = kept;
    }

    /** The counts that one more entry of a sender would raise. */
    static BoxCount read(
            Statements sql, CommunityId community, MeetingId meeting, Kind kind, String sender)
            throws SQLException {
        Map<String, Long> kept = new HashMap<>();
        MeetingRows.of(
                        sql,
                        "SELECT sender, entries FROM {box_count}"
                                + MeetingRows.OF_MEETING
                                + " AND entry_kind = ? AND sender IN (?, ?)",
                        community,
                        meeting)
                .with(kind)
                .with(ALL)
                .with(sender)
                .list(row -> Map.entry(row.text(), row.number()))
                .forEach(count -> kept.put(count.getKey(), count.getValue()));
        return new BoxCount(sql, community, meeting, kind, sender, kept);
    }

    /** In the order of {@link BoxLimits#passedBy}; the first is counted, up to its limit. */
    List<Long> beside(String object) throws SQLException {
        long repeated =
                counted(" AND " + kind.sender + " = ? AND " + kind.object + " = ?", sender, object);
        return List.of(repeated, of(sender), of(ALL));
    }

    /** What is kept; counted once where rows came in before there were counts. */
    private long of(String counted) throws SQLException {
        Long known = kept.get(counted);
        if (known != null) {
            return known;
        }
        long entries =
                counted.equals(ALL)
                        ? counted("")
                        : counted(" AND " + kind.sender + " = ?", counted);
        insert(counted, entries);
        kept.put(counted, entries);
        return entries;
    }

    private long counted(String condition, String... values) throws SQLException {
        Query query =
                MeetingRows.of(
                        sql,
                        "SELECT COUNT(*) FROM " + kind.table + MeetingRows.OF_MEETING + condition,
                        community,
                        meeting);
        for (String value : values) {
            query.with(value);
        }
        return query.first(Row::number).orElse(0L);
    }

    private void insert(String counted, long entries) throws SQLException {
        MeetingRows.of(
                        sql,
                        "INSERT INTO {box_count} (community, meeting_id, entry_kind, sender,"
                                + " entries) VALUES (?, ?, ?, ?, ?)",
                        community,
                        meeting)
                .with(kind)
                .with(counted)
                .with(entries)
                .runOnce();
    }

    /** Notes that one more has come in. */
    void add() throws SQLException {
        for (String counted : List.of(ALL, sender)) {
            sql.query("UPDATE {box_count} SET entries = ?" + OF_KIND)
                    .with(of(counted) + 1)
                    .with(community)
                    .with(meeting.value())
                    .with(kind)
                    .with(counted)
                    .runOnce();
        }
    }
}
