package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Ballot;
import io.github.xinyi.governance.voting.Channel;
import io.github.xinyi.governance.voting.Choice;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Signature;
import io.github.xinyi.governance.voting.TallyResult;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Meetings, ballots and results; ballots and the result are added under the meeting's lock. */
final class JdbcMeetingStore implements MeetingStore {

    private static final String OF_MEETING = " WHERE community = ? AND meeting_id = ?";
    private static final String SELECT_BALLOT =
            "SELECT ballot_id, unit_id, voter, channel, received_second, received_nano, signature"
                    + " FROM {ballot}"
                    + OF_MEETING;
    private static final String SELECT_CHOICE =
            "SELECT ballot_id, motion_id, choice FROM {ballot_choice}" + OF_MEETING;
    private static final String ONE = " AND ballot_id = ?";

    private final Transactions transactions;

    JdbcMeetingStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Outcome<Meeting> record(Meeting meeting) {
        Meeting kept =
                transactions.run(
                        "MeetingStore.record",
                        sql ->
                                sql.insertUnlessThere(() -> insert(sql, meeting))
                                        ? meeting
                                        : find(sql, meeting.community(), meeting.id())
                                                .orElseThrow());
        return kept.equals(meeting)
                ? Outcome.accepted(kept)
                : refused(new MeetingFinding.AlreadyRecorded(meeting.community(), meeting.id()));
    }

    private static <T> Outcome<T> refused(Finding finding) {
        return Outcome.refused(Ruling.of(finding));
    }

    @Override
    public Optional<Meeting> find(CommunityId community, MeetingId meeting) {
        return transactions.run("MeetingStore.find", sql -> find(sql, community, meeting));
    }

    @Override
    public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
        return transactions.run(
                "MeetingStore.add",
                sql -> {
                    if (!lock(sql, community, meeting)) {
                        return refused(new MeetingFinding.Unknown(community, meeting));
                    }
                    Optional<Ballot> there = ballot(sql, community, meeting, ballot.id());
                    if (there.isPresent()) {
                        return there.get().equals(ballot)
                                ? Outcome.accepted(ballot)
                                : refused(new MeetingFinding.BallotConflict(meeting, ballot.id()));
                    }
                    if (result(sql, community, meeting).isPresent()) {
                        return refused(new MeetingFinding.ResultStored(community, meeting));
                    }
                    insert(sql, community, meeting, ballot);
                    return Outcome.accepted(ballot);
                });
    }

    @Override
    public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
        return transactions.run(
                "MeetingStore.ballots",
                sql -> {
                    // Ballots first: the choices of one that comes in between are then left over.
                    List<BallotRow> ballots =
                            sql.query(SELECT_BALLOT)
                                    .with(community)
                                    .with(meeting.value())
                                    .list(BallotRow::of);
                    Map<String, SortedMap<MotionId, Set<Choice>>> choices =
                            choices(sql.query(SELECT_CHOICE).with(community).with(meeting.value()));
                    return ballots.stream()
                            .map(row -> row.with(choices))
                            .sorted(Ballot.ORDER_OF_RECEIPT)
                            .toList();
                });
    }

    @Override
    public Outcome<String> store(TallyResult result) {
        CommunityId community = result.meeting().community();
        MeetingId meeting = result.meeting().id();
        String text = result.canonicalText();
        return transactions.run(
                "MeetingStore.store",
                sql -> {
                    if (!lock(sql, community, meeting)) {
                        return refused(new MeetingFinding.Unknown(community, meeting));
                    }
                    Optional<String> there = result(sql, community, meeting);
                    if (there.isPresent() && !there.get().equals(text)) {
                        return refused(new MeetingFinding.ResultStored(community, meeting));
                    }
                    if (there.isEmpty()) {
                        sql.query(
                                        "INSERT INTO {meeting_result} (community, meeting_id,"
                                                + " canonical_text) VALUES (?, ?, ?)")
                                .with(community)
                                .with(meeting.value())
                                .with(text)
                                .runOnce();
                    }
                    return Outcome.accepted(text);
                });
    }

    @Override
    public Optional<String> result(CommunityId community, MeetingId meeting) {
        return transactions.run("MeetingStore.result", sql -> result(sql, community, meeting));
    }

    private static boolean lock(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.locking("SELECT meeting_id FROM {meeting}" + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .hasRow();
    }

    private static void insert(Statements sql, Meeting meeting) throws SQLException {
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
    }

    private static Optional<Meeting> find(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        List<Motion> motions =
                sql.query(
                                "SELECT motion_id, matter, title FROM {motion}"
                                        + OF_MEETING
                                        + " ORDER BY line_number")
                        .with(community)
                        .with(meeting.value())
                        .list(
                                row ->
                                        new Motion(
                                                MotionId.of(row.text()),
                                                row.constant(Matter.class),
                                                row.text()));
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

    private static void insert(
            Statements sql, CommunityId community, MeetingId meeting, Ballot ballot)
            throws SQLException {
        sql.query(
                        "INSERT INTO {ballot} (community, meeting_id, ballot_id, unit_id, voter,"
                                + " channel, received_second, received_nano, signature)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(community)
                .with(meeting.value())
                .with(ballot.id().value())
                .with(ballot.unit().value())
                .with(ballot.voter().value())
                .with(ballot.channel())
                .with(ballot.receivedAt())
                .with(ballot.signature())
                .runOnce();
        Query choices =
                sql.query(
                        "INSERT INTO {ballot_choice} (community, meeting_id, ballot_id, motion_id,"
                                + " choice) VALUES (?, ?, ?, ?, ?)");
        for (Map.Entry<MotionId, Set<Choice>> answer : ballot.choices().entrySet()) {
            for (Choice choice : answer.getValue()) {
                choices.with(community)
                        .with(meeting.value())
                        .with(ballot.id().value())
                        .with(answer.getKey().value())
                        .with(choice)
                        .addBatch();
            }
        }
        choices.runBatch();
    }

    private static Optional<Ballot> ballot(
            Statements sql, CommunityId community, MeetingId meeting, BallotId ballot)
            throws SQLException {
        Map<String, SortedMap<MotionId, Set<Choice>>> choices =
                choices(
                        sql.query(SELECT_CHOICE + ONE)
                                .with(community)
                                .with(meeting.value())
                                .with(ballot.value()));
        return sql.query(SELECT_BALLOT + ONE)
                .with(community)
                .with(meeting.value())
                .with(ballot.value())
                .first(BallotRow::of)
                .map(row -> row.with(choices));
    }

    private static Map<String, SortedMap<MotionId, Set<Choice>>> choices(Query query)
            throws SQLException {
        Map<String, SortedMap<MotionId, Set<Choice>>> byBallot = new HashMap<>();
        for (ChoiceRow row : query.list(ChoiceRow::of)) {
            byBallot.computeIfAbsent(row.ballot(), ballot -> new TreeMap<>())
                    .computeIfAbsent(row.motion(), motion -> new TreeSet<>())
                    .add(row.choice());
        }
        return byBallot;
    }

    private static Optional<String> result(Statements sql, CommunityId community, MeetingId meeting)
            throws SQLException {
        return sql.query("SELECT canonical_text FROM {meeting_result}" + OF_MEETING)
                .with(community)
                .with(meeting.value())
                .first(Row::text);
    }

    private record ChoiceRow(String ballot, MotionId motion, Choice choice) {
        static ChoiceRow of(Row row) throws SQLException {
            return new ChoiceRow(row.text(), MotionId.of(row.text()), row.constant(Choice.class));
        }
    }

    /** A ballot, still without its choices. */
    private record BallotRow(Ballot ballot) {
        static BallotRow of(Row row) throws SQLException {
            return new BallotRow(
                    new Ballot(
                            BallotId.of(row.text()),
                            UnitId.of(row.text()),
                            PersonId.of(row.text()),
                            row.constant(Channel.class),
                            row.instant(),
                            row.constant(Signature.class),
                            new TreeMap<>()));
        }

        Ballot with(Map<String, SortedMap<MotionId, Set<Choice>>> choices) {
            return new Ballot(
                    ballot.id(),
                    ballot.unit(),
                    ballot.voter(),
                    ballot.channel(),
                    ballot.receivedAt(),
                    ballot.signature(),
                    choices.getOrDefault(ballot.id().value(), new TreeMap<>()));
        }
    }
}
