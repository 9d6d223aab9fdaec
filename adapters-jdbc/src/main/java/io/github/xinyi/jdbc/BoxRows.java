package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The rows of what comes into a box beside ballots. It has no identifier of its own: the same again
 * is the same row.
 */
final class BoxRows {

    private BoxRows() {}

    /** One entry as a row, and by what it is limited. */
    record Entry(
            BoxCount.Kind kind,
            String sender,
            String object,
            String select,
            String insert,
            Values values,
            DocketKind docketKind,
            List<String> key) {

        /** As it is entered in the docket. */
        Docket.Entry docketed(MeetingId meeting) {
            List<String> whole = new ArrayList<>();
            whole.add(meeting.value());
            whole.addAll(key);
            return new Docket.Entry(docketKind, List.copyOf(whole));
        }
    }

    /** Gives a query the values of an entry, in the order of its columns. */
    @FunctionalInterface
    interface Values {
        Query into(Query query) throws SQLException;
    }

    static Entry of(Withdrawal withdrawal) {
        Instant at = withdrawal.at();
        return new Entry(
                BoxCount.Kind.WITHDRAWAL,
                withdrawal.principal().value(),
                withdrawal.proxy().value(),
                "SELECT principal FROM {withdrawal}"
                        + MeetingRows.OF_MEETING
                        + " AND principal = ? AND proxy = ? AND at_second = ? AND at_nano = ?",
                "INSERT INTO {withdrawal} (community, meeting_id, principal, proxy, at_second,"
                        + " at_nano) VALUES (?, ?, ?, ?, ?, ?)",
                query ->
                        query.with(withdrawal.principal().value())
                                .with(withdrawal.proxy().value())
                                .with(at),
                DocketKind.WITHDRAWAL,
                List.of(
                        withdrawal.principal().value(),
                        withdrawal.proxy().value(),
                        String.valueOf(at.getEpochSecond()),
                        String.valueOf(at.getNano())));
    }

    static Entry of(Delivery delivery) {
        return new Entry(
                BoxCount.Kind.DELIVERY,
                delivery.unit().value(),
                delivery.unit().value(),
                "SELECT unit_id FROM {delivery}"
                        + MeetingRows.OF_MEETING
                        + " AND unit_id = ? AND channel = ? AND proof = ?",
                "INSERT INTO {delivery} (community, meeting_id, unit_id, channel, proof)"
                        + " VALUES (?, ?, ?, ?, ?)",
                query ->
                        query.with(delivery.unit().value())
                                .with(delivery.channel())
                                .with(delivery.proof()),
                DocketKind.DELIVERY,
                List.of(delivery.unit().value(), delivery.channel().name(), delivery.proof()));
    }

    static Entry ofPaperRequest(UnitId unit) {
        return new Entry(
                BoxCount.Kind.PAPER_REQUEST,
                unit.value(),
                unit.value(),
                "SELECT unit_id FROM {paper_request}" + MeetingRows.OF_MEETING + " AND unit_id = ?",
                "INSERT INTO {paper_request} (community, meeting_id, unit_id) VALUES (?, ?, ?)",
                query -> query.with(unit.value()),
                DocketKind.PAPER_REQUEST,
                List.of(unit.value()));
    }

    static boolean isThere(Statements sql, CommunityId community, MeetingId meeting, Entry entry)
            throws SQLException {
        return entry.values()
                .into(MeetingRows.of(sql, entry.select(), community, meeting))
                .hasRow();
    }

    static void insert(Statements sql, CommunityId community, MeetingId meeting, Entry entry)
            throws SQLException {
        entry.values().into(MeetingRows.of(sql, entry.insert(), community, meeting)).runOnce();
    }

    /** The whole box. */
    static BallotBox all(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        List<Withdrawal> withdrawals =
                MeetingRows.of(
                                sql,
                                "SELECT principal, proxy, at_second, at_nano FROM {withdrawal}"
                                        + MeetingRows.OF_MEETING,
                                community,
                                meeting)
                        .list(BoxRows::withdrawal);
        List<Delivery> deliveries =
                MeetingRows.of(
                                sql,
                                "SELECT unit_id, channel, proof FROM {delivery}"
                                        + MeetingRows.OF_MEETING,
                                community,
                                meeting)
                        .list(BoxRows::delivery);
        List<UnitId> askedForPaper =
                MeetingRows.of(
                                sql,
                                "SELECT unit_id FROM {paper_request}" + MeetingRows.OF_MEETING,
                                community,
                                meeting)
                        .list(row -> UnitId.of(row.text()));
        return new BallotBox(
                BallotRows.ballots(sql, community, meeting),
                withdrawals.stream().sorted(Withdrawal.ORDER_OF_RECEIPT).toList(),
                deliveries.stream().sorted(Delivery.ORDER).toList(),
                new TreeSet<>(askedForPaper));
    }

    private static Withdrawal withdrawal(Row row) throws SQLException {
        return new Withdrawal(PersonId.of(row.text()), PersonId.of(row.text()), row.instant());
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(UnitId.of(row.text()), row.constant(Channel.class), row.text());
    }
}
