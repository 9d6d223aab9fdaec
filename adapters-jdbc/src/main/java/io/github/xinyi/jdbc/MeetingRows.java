package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a meeting as it was called, and of its result. */
final class MeetingRows {

    /** Ends a query of the rows of one meeting. */
    static final String OF_MEETING = " WHERE community = ? AND meeting_id = ?";

    private MeetingRows() {}

    /** A query or an insert that begins with the two columns that name a meeting. */
    static Query of(Statements sql, String text, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.query(text).with(community).with(meeting.value());
    }

    /** Locks a meeting until the transaction ends, so that one adds to its box at a time. */
    static boolean lock(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.locking("SELECT meeting_id FROM {meeting}" + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .hasRow();
    }

    static void insert(Statements sql, Meeting meeting) throws SQLException {
        sql.query(
                        "INSERT INTO {meeting} (community, meeting_id, roster_date, notice_date,"
                                + " opens_second, opens_nano, closes_second, closes_nano)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .with(meeting.community())
                .with(meeting.id().value())
                .with(meeting.rosterDate())
                .with(meeting.noticeDate())
                .with(meeting.opensAt())
                .with(meeting.closesAt())
                .runOnce();
        Query motions =
                sql.query(
                        "INSERT INTO {motion} (community, meeting_id, line_number, motion_id,"
                                + " matter, title) VALUES (?, ?, ?, ?, ?, ?)");
        int line = 0;
        for (Motion motion : meeting.motions()) {
            motions.with(meeting.community())
                    .with(meeting.id().value())
                    .with(line++)
                    .with(motion.id().value())
                    .with(motion.matter())
                    .with(motion.title())
                    .addBatch();
        }
        motions.runBatch();
        Query documents =
                sql.query(
                        "INSERT INTO {motion_document} (community, meeting_id, motion_id,"
                                + " line_number, sha256) VALUES (?, ?, ?, ?, ?)");
        for (Motion motion : meeting.motions()) {
            line = 0;
            for (Motion.Document document : motion.documents()) {
                documents
                        .with(meeting.community())
                        .with(meeting.id().value())
                        .with(motion.id().value())
                        .with(line++)
                        .with(document.sha256())
                        .addBatch();
            }
        }
        documents.runBatch();
    }

    static Optional<Meeting> find(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        Map<MotionId, List<Motion.Document>> documents = new HashMap<>();
        for (DocumentRow row :
                of(
                                sql,
                                "SELECT motion_id, sha256 FROM {motion_document}"
                                        + OF_MEETING
                                        + " ORDER BY motion_id, line_number",
                                community,
                                meeting)
                        .list(DocumentRow::of)) {
            documents.computeIfAbsent(row.motion(), m -> new ArrayList<>()).add(row.document());
        }
        List<Motion> motions =
                sql.query(
                                "SELECT motion_id, matter, title FROM {motion}"
                                        + OF_MEETING
                                        + " ORDER BY line_number")
                        .with(community)
                        .with(meeting.value())
                        .list(
                                row -> {
                                    MotionId id = MotionId.of(row.text());
                                    return new Motion(
                                            id,
                                            row.constant(Matter.class),
                                            row.text(),
                                            documents.getOrDefault(id, List.of()));
                                });
        if (motions.isEmpty()) {
            return Optional.empty();
        }
        return sql.query(
                        "SELECT roster_date, notice_date, opens_second, opens_nano, closes_second,"
                                + " closes_nano FROM {meeting}"
                                + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .first(
                        row ->
                                new Meeting(
                                        meeting,
                                        community,
                                        row.date(),
                                        row.date(),
                                        row.instant(),
                                        row.instant(),
                                        motions));
    }

    static Optional<String> result(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.query("SELECT canonical_text FROM {meeting_result}" + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .first(Row::text);
    }

    static void insertText(
            Statements sql, String table, CommunityId community, MeetingId meeting, String text)
            throws SQLException {
        of(
                        sql,
                        "INSERT INTO "
                                + table
                                + " (community, meeting_id, canonical_text) VALUES (?, ?, ?)",
                        community,
                        meeting)
                .with(text)
                .runOnce();
    }

    private record DocumentRow(MotionId motion, Motion.Document document) {
        static DocumentRow of(Row row) throws SQLException {
            return new DocumentRow(MotionId.of(row.text()), new Motion.Document(row.text()));
        }
    }
}
