package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.TallyResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Meetings, boxes and results; what came in and the result are added under the meeting's lock. */
final class JdbcMeetingStore implements MeetingStore {

    private final Transactions transactions;
    private final BoxLimits limits;

    JdbcMeetingStore(Transactions transactions, BoxLimits limits) {
        this.transactions = transactions;
        this.limits = limits;
    }

    @Override
    public Outcome<Meeting> record(Meeting meeting) {
        Meeting kept =
                transactions.run(
                        "MeetingStore.record",
                        sql ->
                                sql.insertUnlessThere(() -> MeetingRows.insert(sql, meeting))
                                        ? meeting
                                        : MeetingRows.find(sql, meeting.community(), meeting.id())
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
        return transactions.run(
                "MeetingStore.find", sql -> MeetingRows.find(sql, community, meeting));
    }

    @Override
    public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
        return transactions.run(
                "MeetingStore.add",
                sql -> {
                    if (!MeetingRows.lock(sql, community, meeting)) {
                        return refused(new MeetingFinding.Unknown(community, meeting));
                    }
                    Optional<Ballot> there =
                            BallotRows.ballot(sql, community, meeting, ballot.id());
                    if (there.isPresent()) {
                        return there.get().equals(ballot)
                                ? Outcome.accepted(ballot)
                                : refused(new MeetingFinding.BallotConflict(meeting, ballot.id()));
                    }
                    BoxCount count =
                            BoxCount.read(
                                    sql,
                                    community,
                                    meeting,
                                    BoxCount.Kind.BALLOT,
                                    ballot.voter().value());
                    Optional<Finding> closed =
                            closed(sql, community, meeting, count, ballot.unit().value());
                    if (closed.isPresent()) {
                        return refused(closed.get());
                    }
                    BallotRows.insert(sql, community, meeting, ballot);
                    count.add();
                    return Outcome.accepted(ballot);
                });
    }

    /** Why nothing more comes into the box, if that is so. */
    private Optional<Finding> closed(
            Statements sql, CommunityId community, MeetingId meeting, BoxCount count, String object)
            throws SQLException {
        if (MeetingRows.result(sql, community, meeting).isPresent()) {
            return Optional.of(new MeetingFinding.ResultStored(community, meeting));
        }
        return limits.passedBy(count.beside(object))
                .map(passed -> new MeetingFinding.TooMany(meeting, passed.bound(), passed.limit()));
    }

    @Override
    public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
        return transactions.run(
                "MeetingStore.ballots", sql -> BallotRows.ballots(sql, community, meeting));
    }

    @Override
    public Outcome<Withdrawal> add(
            CommunityId community, MeetingId meeting, Withdrawal withdrawal) {
        return add(community, meeting, withdrawal, BoxRows.of(withdrawal));
    }

    @Override
    public Outcome<Delivery> add(CommunityId community, MeetingId meeting, Delivery delivery) {
        return add(community, meeting, delivery, BoxRows.of(delivery));
    }

    @Override
    public Outcome<UnitId> notePaperRequest(CommunityId community, MeetingId meeting, UnitId unit) {
        return add(community, meeting, unit, BoxRows.ofPaperRequest(unit));
    }

    private <T> Outcome<T> add(
            CommunityId community, MeetingId meeting, T value, BoxRows.Entry entry) {
        return transactions.run(
                "MeetingStore.add",
                sql -> {
                    if (!MeetingRows.lock(sql, community, meeting)) {
                        return refused(new MeetingFinding.Unknown(community, meeting));
                    }
                    if (BoxRows.isThere(sql, community, meeting, entry)) {
                        return Outcome.accepted(value);
                    }
                    BoxCount count =
                            BoxCount.read(sql, community, meeting, entry.kind(), entry.sender());
                    Optional<Finding> closed =
                            closed(sql, community, meeting, count, entry.object());
                    if (closed.isPresent()) {
                        return refused(closed.get());
                    }
                    BoxRows.insert(sql, community, meeting, entry);
                    count.add();
                    return Outcome.accepted(value);
                });
    }

    @Override
    public BallotBox box(CommunityId community, MeetingId meeting) {
        return transactions.run("MeetingStore.box", sql -> BoxRows.all(sql, community, meeting));
    }

    @Override
    public Outcome<String> store(TallyResult result) {
        CommunityId community = result.meeting().community();
        MeetingId meeting = result.meeting().id();
        String text = result.canonicalText();
        return transactions.run(
                "MeetingStore.store",
                sql -> {
                    List<Finding> faults = new ArrayList<>();
                    if (result.isOpen()) {
                        faults.add(new MeetingFinding.StillOpen(community, meeting));
                    }
                    if (!MeetingRows.lock(sql, community, meeting)) {
                        faults.add(new MeetingFinding.Unknown(community, meeting));
                    }
                    Optional<String> there = MeetingRows.result(sql, community, meeting);
                    if (there.filter(kept -> !result.isToldBy(kept)).isPresent()) {
                        faults.add(new MeetingFinding.ResultStored(community, meeting));
                    }
                    if (!faults.isEmpty()) {
                        return Outcome.refused(new Ruling(faults));
                    }
                    if (there.isEmpty()) {
                        MeetingRows.insertText(sql, "{meeting_result}", community, meeting, text);
                        MeetingRows.insertText(
                                sql,
                                "{meeting_bylaws}",
                                community,
                                meeting,
                                result.bylaws().canonicalText());
                    }
                    return Outcome.accepted(there.orElse(text));
                });
    }

    @Override
    public Optional<Bylaws> bylaws(CommunityId community, MeetingId meeting) {
        return transactions.run(
                "MeetingStore.bylaws",
                sql ->
                        MeetingRows.of(
                                        sql,
                                        "SELECT canonical_text FROM {meeting_bylaws}"
                                                + MeetingRows.OF_MEETING,
                                        community,
                                        meeting)
                                .first(row -> Bylaws.parse(row.text())));
    }

    @Override
    public Optional<String> result(CommunityId community, MeetingId meeting) {
        return transactions.run(
                "MeetingStore.result", sql -> MeetingRows.result(sql, community, meeting));
    }
}
